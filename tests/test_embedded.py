"""Tests of what the history of the embedded server is filled with."""

from __future__ import annotations

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.demo.server import DemoServer
from osubrowser.embedded import _planned


def test_pictures_of_what_is_followed_are_of_the_server_that_goes_on() -> None:
    """The server of the earlier days, which says where they are, is closed afterwards."""
    with (
        DemoServer(days=3) as past,
        Client(
            past.client_id, past.client_secret, base_url=past.url, token_store=MemoryTokenStore()
        ) as client,
    ):
        plan = _planned("http://stays.example", past, client)
        pictures = [one.picture for one in plan.follows if one.picture]
        assert len(pictures) > 5
        assert all(one.startswith("http://stays.example/") for one in pictures)
