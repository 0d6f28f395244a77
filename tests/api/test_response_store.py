"""A client with a memory: every answer is kept once it could be read, and comes back unasked."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest

from osubrowser.api import Client, LoginRequired, MemoryTokenStore, NotCached, NotFound
from tests.conftest import Server

Key = tuple[str, str]


class Shelf:
    """A memory for one test."""

    def __init__(self) -> None:
        self.kept: dict[Key, tuple[bytes, float]] = {}

    def save(self, path: str, params: Mapping[str, str | list[str]], body: bytes) -> None:
        self.kept[path, repr(sorted(params.items()))] = (body, time.time())

    def load(self, path: str, params: Mapping[str, str | list[str]]) -> tuple[bytes, float] | None:
        return self.kept.get((path, repr(sorted(params.items()))))


def client_of(server: Server, shelf: Shelf | None) -> Client:
    return Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
        cache=shelf,
    )


def asked_of(server: Server) -> dict[str, int]:
    """How often each thing was asked for."""
    counts: dict[str, int] = server.stats()["counts"]
    return {what: count for what, count in counts.items() if "_stats" not in what}


def test_what_was_asked_comes_back_without_a_request(recorded_server: Server) -> None:
    shelf = Shelf()
    with client_of(recorded_server, shelf) as client:
        began = time.time()
        user, ranking = client.user(2, mode="osu"), client.ranking("osu", "performance")
        asked = asked_of(recorded_server)
        twin = client.from_cache()
        assert twin.cached_at is None
        assert twin.user(2, mode="osu") == user
        first = twin.cached_at
        assert first is not None
        assert began <= first <= time.time()
        assert twin.ranking("osu", "performance") == ranking
        assert twin.cached_at == first, "not the oldest of its answers"
        assert client.cached_at is None
        assert asked_of(recorded_server) == asked


def test_what_was_not_asked_is_not_kept(recorded_server: Server) -> None:
    with client_of(recorded_server, Shelf()) as client:
        client.user(2, mode="osu")
        asked = asked_of(recorded_server)
        twin = client.from_cache()
        for call in (
            lambda: twin.user(2, mode="taiko"),
            lambda: twin.read("users/2/osu"),
            lambda: twin.forum_reply(1, "text"),
            lambda: twin.seasonal_backgrounds(),
        ):
            with pytest.raises((NotCached, LoginRequired)):
                call()
        assert asked_of(recorded_server) == asked


def test_errors_are_not_kept(demo_server: Server) -> None:
    shelf = Shelf()
    with client_of(demo_server, shelf) as client:
        with pytest.raises(NotFound):
            client.user(999_999_999, mode="osu")
        with pytest.raises(NotCached):
            client.from_cache().user(999_999_999, mode="osu")
    assert not shelf.kept


def test_without_a_memory_nothing_is_recalled(recorded_server: Server) -> None:
    with client_of(recorded_server, None) as client:
        assert not client.has_cache
        client.user(2, mode="osu")
        with pytest.raises(NotCached):
            client.from_cache().user(2, mode="osu")


def test_a_player_who_was_asked_for_by_name_comes_back_by_id(demo_server: Server) -> None:
    shelf = Shelf()
    with client_of(demo_server, shelf) as client:
        user = client.user("PEPPY", key="username")
        taiko = client.user("@peppy", mode="taiko")
        assert user.id == 2
        assert str(user.playmode) == "osu"
        twin = client.from_cache()
        assert twin.user(2) == twin.user(2, mode="osu") == user
        assert twin.user(2, mode="taiko") == taiko
        with pytest.raises(NotCached):
            twin.user(2, mode="mania")
