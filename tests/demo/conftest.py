"""Fixtures: a shared world, and servers and callers on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import pytest
import requests

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World

NOW = datetime(2026, 8, 21, 12, tzinfo=UTC)
DAYS = 12
"""Days before today of `world_with_days`."""


class Caller:
    """A program that talks to one server over one connection, with one token."""

    def __init__(self, server: DemoServer, token: str | None) -> None:
        self.server = server
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["x-api-version"] = "20241022"
        if token:
            self.session.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, **query: object) -> requests.Response:
        url = f"{self.server.url}/api/v2/{path}"
        return self.session.get(url, params=query, timeout=20)  # type: ignore[arg-type]  # any text

    def json(self, path: str, **query: object) -> Any:
        answer = self.get(path, **query)
        assert answer.status_code == 200, (answer.status_code, answer.text[:200])
        return answer.json()


@pytest.fixture(scope="session")
def world() -> World:
    return World(1, NOW)


@pytest.fixture(scope="session")
def world_with_days() -> World:
    """A world with twelve days before today."""
    return World(1, NOW, days=DAYS)


@pytest.fixture
def serve(world: World) -> Iterator[Callable[..., DemoServer]]:
    """Start a server in this process: `serve(latency=0.1, faults="500:1")`."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(DemoServer(world=world, **options))


@pytest.fixture
def server(serve: Callable[..., DemoServer]) -> DemoServer:
    return serve()


@pytest.fixture
def caller() -> Iterator[Callable[..., Caller]]:
    """Make a caller: as the demo player, or with `guest=True` as nobody."""
    with ExitStack() as stack:

        def make(server: DemoServer, *, guest: bool = False) -> Caller:
            if guest:
                token = server.authority.issue(None, frozenset(("public",)))
            else:
                token = server.player_token()
            made = Caller(server, str(token["access_token"]))
            stack.callback(made.session.close)
            return made

        yield make


@pytest.fixture
def player(server: DemoServer, caller: Callable[..., Caller]) -> Caller:
    """The demo player at a fresh server."""
    return caller(server)


@pytest.fixture
def guest(server: DemoServer, caller: Callable[..., Caller]) -> Caller:
    """A program without a person, at a fresh server."""
    return caller(server, guest=True)
