"""Addresses of public files, as the API sends them."""

from __future__ import annotations

import pytest

from osubrowser.services.assets.hosts import is_allowed, resolved

HERE = "http://127.0.0.1:8080"
OSU = "https://osu.ppy.sh"


@pytest.mark.parametrize(
    ("url", "server", "address", "allowed"),
    [
        ("https://b.ppy.sh/preview/1.mp3", OSU, "https://b.ppy.sh/preview/1.mp3", True),
        ("//b.ppy.sh/preview/1.mp3", OSU, "https://b.ppy.sh/preview/1.mp3", True),
        ("//b.ppy.sh/preview/1.mp3", HERE, "https://b.ppy.sh/preview/1.mp3", True),
        ("/b.ppy.sh/preview/1.mp3", HERE, f"{HERE}/b.ppy.sh/preview/1.mp3", True),
        ("//evil.example/1.mp3", OSU, "https://evil.example/1.mp3", False),
        ("http://b.ppy.sh/preview/1.mp3", OSU, "http://b.ppy.sh/preview/1.mp3", False),
    ],
)
def test_an_address_is_resolved_against_the_server(
    url: str, server: str, address: str, allowed: bool
) -> None:
    found = resolved(url, server)
    assert found.toString() == address
    assert is_allowed(found, server) is allowed
