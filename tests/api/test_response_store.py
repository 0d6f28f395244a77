"""Response cache of the client: stores decoded responses, and reads them without requests."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from osubrowser.api import Client, LoginRequired, MemoryTokenStore, NotCached, NotFound
from tests.conftest import Server

Key = tuple[str, str]
EPOCH = 1_700_000_000.0


class DictStore:
    """ResponseStore in memory."""

    def __init__(self) -> None:
        self.bodies: dict[Key, tuple[bytes, float]] = {}
        self.saves = 0

    def save(self, path: str, params: Mapping[str, str | list[str]], body: bytes) -> None:
        self.saves += 1
        self.bodies[path, repr(sorted(params.items()))] = (body, EPOCH + self.saves)

    def load(self, path: str, params: Mapping[str, str | list[str]]) -> tuple[bytes, float] | None:
        return self.bodies.get((path, repr(sorted(params.items()))))


def client_of(server: Server, store: DictStore | None) -> Client:
    return Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
        cache=store,
    )


def asked_of(server: Server) -> dict[str, int]:
    """Number of requests by endpoint."""
    counts: dict[str, int] = server.stats()["counts"]
    return {what: count for what, count in counts.items() if "_stats" not in what}


def test_what_was_asked_comes_back_without_a_request(recorded_server: Server) -> None:
    store = DictStore()
    with client_of(recorded_server, store) as client:
        user, ranking = client.user(2, mode="osu"), client.ranking("osu", "performance")
        asked = asked_of(recorded_server)
        cached = client.from_cache()
        assert cached.cached_at is None
        assert cached.user(2, mode="osu") == user
        assert cached.cached_at == EPOCH + 1
        assert cached.ranking("osu", "performance") == ranking
        assert cached.cached_at == EPOCH + 1, "not the oldest of its answers"
        assert client.cached_at is None
        assert asked_of(recorded_server) == asked


def test_what_was_not_asked_is_not_kept(recorded_server: Server) -> None:
    with client_of(recorded_server, DictStore()) as client:
        client.user(2, mode="osu")
        asked = asked_of(recorded_server)
        cached = client.from_cache()
        for call in (
            lambda: cached.user(2, mode="taiko"),
            lambda: cached.read("users/2/osu"),
            lambda: cached.forum_reply(1, "text"),
            lambda: cached.seasonal_backgrounds(),
        ):
            with pytest.raises((NotCached, LoginRequired)):
                call()
        assert asked_of(recorded_server) == asked


def test_errors_are_not_kept(demo_server: Server) -> None:
    store = DictStore()
    with client_of(demo_server, store) as client:
        with pytest.raises(NotFound):
            client.user(999_999_999, mode="osu")
        with pytest.raises(NotCached):
            client.from_cache().user(999_999_999, mode="osu")
    assert not store.bodies


def test_without_a_memory_nothing_is_recalled(recorded_server: Server) -> None:
    with client_of(recorded_server, None) as client:
        assert not client.has_cache
        client.user(2, mode="osu")
        with pytest.raises(NotCached):
            client.from_cache().user(2, mode="osu")


def test_a_player_who_was_asked_for_by_name_comes_back_by_id(demo_server: Server) -> None:
    store = DictStore()
    with client_of(demo_server, store) as client:
        user = client.user("PEPPY", key="username")
        taiko = client.user("@peppy", mode="taiko")
        assert user.id == 2
        assert str(user.playmode) == "osu"
        cached = client.from_cache()
        assert cached.user(2) == cached.user(2, mode="osu") == user
        assert cached.user(2, mode="taiko") == taiko
        with pytest.raises(NotCached):
            cached.user(2, mode="mania")
