"""Client against the demo server: endpoints without recordings, and equal contracts."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from osubrowser.api import (
    Authorization,
    Client,
    Cursor,
    LoginRequired,
    MemoryTokenStore,
    NotFound,
)
from osubrowser.api.decoding import decode as decoding
from tests.conftest import Server


def follow(authorization: Authorization) -> str:
    with requests.get(authorization.url, allow_redirects=False, timeout=5) as answer:
        return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]


@pytest.fixture
def client(
    demo_server: Server, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """A player's client; fails the test if anything the demo sent had to be dropped."""
    monkeypatch.setattr(decoding, "_reported", set())
    caplog.set_level(logging.WARNING, "osubrowser.api")
    client = Client(
        demo_server.client_id,
        demo_server.client_secret,
        "http://127.0.0.1:17272/callback",
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
        authorize=follow,
    )
    yield client
    client.close()
    assert [r.getMessage() for r in caplog.records if r.name == "osubrowser.api"] == []


def test_a_player_and_their_rulesets(client: Client) -> None:
    me = client.get_me()
    assert me.id is not None
    assert me.statistics_rulesets is not None
    assert client.user(me.id).username == me.username
    assert client.user(me.username, mode="mania").statistics is not None


@pytest.mark.parametrize("type_", ["performance", "score", "country", "team", "charts"])
def test_every_ranking(client: Client, type_: str) -> None:
    page = client.ranking("osu", type_)
    assert page.ranking
    assert (page.total is None) == (type_ == "charts")


def test_the_last_page_has_no_cursor(client: Client) -> None:
    page = client.ranking("osu", "performance", cursor=Cursor(page=199))
    assert page.cursor == Cursor(page=200)
    assert client.ranking("osu", "performance", cursor=page.cursor).cursor is None


def test_variants_countries_friends_and_kudosu(client: Client) -> None:
    assert client.ranking("mania", "performance", variant="4k").ranking
    japan = client.ranking("osu", "performance", country="JP").ranking
    assert {row.user.country_code for row in japan if row.user} == {"JP"}
    assert client.ranking("osu", "performance", filter_="friends").total
    assert client.kudosu_ranking(2).ranking[0].kudosu is not None
    with pytest.raises(NotFound):
        client.ranking("osu", "performance", country="zz")


def test_signing_out_ends_the_token(client: Client) -> None:
    token = client._tokens.current()
    client.revoke_token()
    other = Client(
        1,
        "x",
        "http://127.0.0.1:1/x",
        base_url=client.base_url,
        token_store=MemoryTokenStore(),
        authorize=_nobody,
    )
    other.use_token({"access_token": token.access_token, "refresh_token": token.refresh_token})
    with pytest.raises(LoginRequired):
        other.get_me()


def _nobody(_: Authorization) -> str:
    raise LoginRequired("Nobody is here to ask")
