"""Helpers of endpoint tests: clients, canned responses, and recorded requests."""

from __future__ import annotations

import json
from typing import Any

from osubrowser.api import Client, MemoryTokenStore
from tests.api.conftest import Stub
from tests.conftest import Server


def guest(server: Server) -> Client:
    """Return a guest's client of a server."""
    return Client(
        server.client_id, server.client_secret, base_url=server.url, token_store=MemoryTokenStore()
    )


def player(stub: Stub, *scopes: str) -> Client:
    """Return the client of a player who signed in for these scopes."""
    client = stub.client(redirect_uri="http://127.0.0.1:9/callback", scopes=list(scopes))
    client.use_token({"access_token": "player-token"})
    return client


def answer(stub: Stub, *bodies: object) -> None:
    """Answer the first request with the first body and so on; the last one stands for the rest."""
    stub.respond(
        lambda exchange, number: exchange.answer(body=bodies[min(number, len(bodies)) - 1])
    )


def asked(stub: Stub, number: int = -1) -> tuple[str, dict[str, list[str]]]:
    """Return the path below the API and the query of a request."""
    seen = stub.requests[number]
    return f"{seen.method} {seen.path.removeprefix('/api/v2')}", seen.query


def sent(stub: Stub) -> Any:
    """Return the JSON that the last request brought along."""
    return json.loads(stub.requests[-1].body)
