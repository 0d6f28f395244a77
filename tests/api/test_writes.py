"""Writes and downloads: checks before sending, no retries, rate limits."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from types import NoneType

import pytest

from osubrowser.api import (
    Client,
    Forbidden,
    InvalidRequest,
    LoginRequired,
    MemoryTokenStore,
    NotFound,
    Offline,
    OsuError,
    RateLimited,
    Scope,
    ServerTrouble,
)
from osubrowser.api.calls import encode_params
from osubrowser.api.http.exchange import attachment_name
from osubrowser.api.http.rate_limiter import RateLimiter
from tests.api.conftest import Exchange, Stub
from tests.conftest import ANSWERS, Server

WRITES: dict[str, tuple[Scope, Callable[[Client], object]]] = {
    "send_pm": (Scope.CHAT_WRITE, lambda client: client.send_pm(2, "hello")),
    "send_announcement": (
        Scope.CHAT_WRITE_MANAGE,
        lambda client: client.send_announcement("name", "about", "hello", [2, 3]),
    ),
    "forum_create_topic": (
        Scope.FORUM_WRITE,
        lambda client: client.forum_create_topic(1, "title", "body"),
    ),
    "forum_reply": (Scope.FORUM_WRITE, lambda client: client.forum_reply(1, "body")),
    "forum_edit_topic": (Scope.FORUM_WRITE, lambda client: client.forum_edit_topic(1, "title")),
    "forum_edit_post": (Scope.FORUM_WRITE, lambda client: client.forum_edit_post(1, "body")),
}
ALL = pytest.mark.parametrize("name", WRITES)


def player(stub: Stub, *scopes: Scope) -> Client:
    client = stub.client(redirect_uri="http://127.0.0.1:4/", scopes=list(scopes))
    client.use_token({"access_token": "of-a-player", "expires_in": 86400})
    return client


# --- before anything is sent -----------------------------------------------------------------


@ALL
def test_a_guest_cannot_write_and_hears_so_at_once(stub: Stub, name: str) -> None:
    scope, write = WRITES[name]
    with stub.client(scopes=[Scope.PUBLIC, scope]) as client, pytest.raises(LoginRequired) as error:
        write(client)
    assert error.value.status is None
    assert not stub.requests


@ALL
def test_a_player_who_did_not_ask_for_the_scope_cannot_write(stub: Stub, name: str) -> None:
    scope, write = WRITES[name]
    others = [other for other, _ in WRITES.values() if other != scope]
    with player(stub, Scope.PUBLIC, *others) as client, pytest.raises(Forbidden, match=scope.value):
        write(client)
    assert not stub.requests


@ALL
def test_bots_that_act_for_their_owner_can(stub: Stub, name: str) -> None:
    scope, write = WRITES[name]
    stub.respond(lambda exchange, _: exchange.answer(422, {"error": "it arrived"}))
    with (
        stub.client(scopes=[Scope.PUBLIC, Scope.DELEGATE, scope]) as client,
        pytest.raises(InvalidRequest, match="it arrived"),
    ):
        write(client)
    assert len(stub.requests) == 1


def test_a_guest_has_no_friends_and_no_profile(stub: Stub) -> None:
    with stub.client() as client:
        for ask in (client.get_me, client.friends):
            with pytest.raises(LoginRequired):
                ask()
    with player(stub, Scope.IDENTIFY) as client, pytest.raises(Forbidden, match=r"friends\.read"):
        client.friends()
    assert not stub.requests


# --- sent once -------------------------------------------------------------------------------


def answer_503(exchange: Exchange) -> None:
    exchange.answer(503, b"<html>", "text/html")


def answer_429(exchange: Exchange) -> None:
    exchange.answer(429, {"error": "Too Many Attempts."}, Retry_After="0")


def answer_html(exchange: Exchange) -> None:
    exchange.answer(200, b"<html>", "text/html")


FAILURES: dict[str, tuple[Callable[[Exchange], None], type[OsuError]]] = {
    "503": (answer_503, ServerTrouble),
    "429": (answer_429, RateLimited),
    "cut": (lambda exchange: exchange.cut(), ServerTrouble),
    "reset": (lambda exchange: exchange.reset(), Offline),
    "html": (answer_html, ServerTrouble),
    "redirect": (
        lambda exchange: exchange.answer(302, b"", Location="/api/v2/elsewhere"),
        ServerTrouble,
    ),
}


@ALL
@pytest.mark.parametrize("failure", FAILURES)
def test_a_write_is_never_sent_twice(stub: Stub, name: str, failure: str) -> None:
    scope, write = WRITES[name]
    fail, error = FAILURES[failure]
    stub.respond(lambda exchange, _: fail(exchange))
    with player(stub, scope) as client, pytest.raises(error):
        write(client)
    assert len(stub.requests) == 1
    assert stub.requests[0].method in ("POST", "PUT")
    assert stub.requests[0].headers["content-type"] == "application/json"
    assert isinstance(json.loads(stub.requests[0].body), dict)


def test_a_write_that_was_refused_for_its_token_goes_with_the_next(stub: Stub) -> None:
    def respond(exchange: Exchange, number: int) -> None:
        if number == 1:
            exchange.answer(401, {"authentication": "basic"})
        else:
            exchange.answer(422, {"error": "the second"})

    stub.respond(respond)
    with (
        stub.client(scopes=[Scope.DELEGATE, Scope.FORUM_WRITE]) as client,
        pytest.raises(InvalidRequest, match="the second"),
    ):
        client.forum_reply(1, "body")
    assert len(stub.requests) == 2  # the first was refused: it did nothing


def test_posts_that_change_nothing_are_repeated(stub: Stub) -> None:
    def respond(exchange: Exchange, number: int) -> None:
        if number == 1:
            exchange.reset()
        else:
            exchange.answer(body={"silences": []})

    stub.respond(respond)
    with player(stub, Scope.CHAT_READ) as client:
        assert client.chat_ack() == []
    assert len(stub.requests) == 2


def test_an_answer_without_a_body_is_enough_where_none_is_wanted(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(204, b""))
    with player(stub, Scope.CHAT_READ) as client:
        client.chat_mark_as_read(3, 4)
        client._send("POST", "/anything", NoneType, form={"a": True, "b": None, "c[]": [1, 2]})
    assert [seen.method for seen in stub.requests] == ["PUT", "POST"]
    assert stub.requests[1].body == b"a=1&c%5B%5D=1&c%5B%5D=2"


def test_parameters_are_written_as_php_reads_them() -> None:
    assert encode_params(
        {"a": True, "b": False, "c": None, "d": 1.5, "e[]": ["x", 2], "f": "y"}
    ) == {
        "a": "1",
        "b": "0",
        "d": "1.5",
        "e[]": ["x", "2"],
        "f": "y",
    }


# --- what needs no token -----------------------------------------------------------------------


def test_open_doors_are_open_without_a_sign_in(recorded_server: Server) -> None:
    with Client(
        "nobody", "no secret", base_url=recorded_server.url, token_store=MemoryTokenStore()
    ) as client:
        assert client.news_listing().news_posts
        assert client.comments().comments
        assert not client.has_token()
        with pytest.raises(LoginRequired):
            client.spotlights()
    assert "200 POST /oauth/token" not in recorded_server.stats()["counts"]


def test_a_token_that_is_refused_does_not_shut_an_open_door(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        if "authorization" in exchange.seen.headers:
            exchange.answer(401, {"authentication": "basic"})
        else:
            exchange.answer(body={})

    stub.respond(respond)

    def nobody_there(_: object) -> str:
        raise LoginRequired("nobody to ask")

    client = stub.client(redirect_uri="http://127.0.0.1:4/", authorize=nobody_there)
    client.use_token({"access_token": "stale", "expires_in": 86400})
    with client:
        client.seasonal_backgrounds()
    assert ["authorization" in seen.headers for seen in stub.requests] == [True, False]


def test_a_player_is_known_at_open_doors_too(stub: Stub) -> None:
    with player(stub, Scope.PUBLIC) as client:
        client.changelog_listing()
    assert stub.requests[0].headers["authorization"] == "Bearer of-a-player"


# --- downloads -------------------------------------------------------------------------------


def test_a_download_has_its_bytes_and_its_name(recorded_server: Server) -> None:
    with Client(
        recorded_server.client_id,
        recorded_server.client_secret,
        base_url=recorded_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        file = client._download("/scores/1/download")
    assert file.filename is not None
    assert re.fullmatch(r"solo-replay-osu_\d+_1\.osr", file.filename)
    assert file.data == (ANSWERS / "osr" / "get_score_replay_200.osr").read_bytes()


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"<html>", "text/html"), (b"{}", "application/json"), (b"", "application/x-osu-replay")],
)
def test_what_is_no_file_is_no_download(stub: Stub, body: bytes, kind: str) -> None:
    stub.respond(lambda exchange, _: exchange.answer(200, body, kind))
    with stub.client() as client, pytest.raises(ServerTrouble):
        client._download("/scores/1/download")


def test_a_missing_replay_is_not_found(stub: Stub) -> None:
    said = "Specified Solo\\Score couldn't be found."
    stub.respond(lambda exchange, _: exchange.answer(404, {"error": said}))
    with stub.client() as client, pytest.raises(NotFound) as error:
        client.download_score(1)
    assert error.value.server_message == said
    assert len(stub.requests) == 1


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("attachment; filename=solo-replay-osu_1_2.osr", "solo-replay-osu_1_2.osr"),
        ('attachment; filename="a b.osr"', "a b.osr"),
        ('attachment; filename="../../.bashrc"', "bashrc"),
        ('attachment; filename="..\\\\..\\\\evil.exe"', "evil.exe"),
        ('attachment; filename="a\x07b\u202e.osr"', "ab.osr"),
        ('attachment; filename="C:evil.osr"', "C_evil.osr"),
        ('attachment; filename="con.osr"', "_con.osr"),
        ("attachment; filename=" + '"' * 5_000, None),
        ("attachment", None),
        ("", None),
        (None, None),
        (";;==", None),
    ],
)
def test_file_names_are_names_and_nothing_else(header: str | None, name: str | None) -> None:
    assert attachment_name(header) == name


@pytest.mark.usefixtures("rate_clock")
def test_replays_have_a_limit_of_their_own_within_the_general_one() -> None:
    pace = RateLimiter(6000, burst=100, limits={"replays": 10})
    assert [pace.delay("replays") for _ in range(10)] == [0.0] * 10
    assert pace.delay("replays") == pytest.approx(60)
    assert pace.delay("api") == 0.0
    assert pace.sent_last_minute() == 11


@pytest.mark.usefixtures("rate_clock")
def test_a_pause_of_all_holds_replays_and_not_the_other_way_round() -> None:
    pace = RateLimiter(None, burst=1, limits={"replays": 10})
    pace.pause("replays", 30)
    assert pace.delay("api") == 0.0
    assert pace.delay("replays") == pytest.approx(30)
    pace.pause("api", 50)
    assert pace.delay("replays") == pytest.approx(50)
    assert pace.delay("oauth") == 0.0


@pytest.mark.usefixtures("rate_clock")
def test_a_client_downloads_ten_replays_a_minute(stub: Stub) -> None:
    far = Client(1, "s", token_store=MemoryTokenStore(), max_wait=1)
    assert [far._rate_limiter.delay("replays") for _ in range(10)] == [0.0] * 10
    far.use_token({"access_token": "t", "expires_in": 86400})
    with pytest.raises(RateLimited) as error:
        far.download_score(1)
    assert error.value.retry_after == pytest.approx(60)


def test_requests_do_not_show_what_they_carry(stub: Stub, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    stub.respond(lambda exchange, _: exchange.answer(422, {"error": "no"}))
    with (
        player(stub, Scope.CHAT_WRITE) as client,
        pytest.raises(InvalidRequest) as error,
    ):
        client.send_pm(2, "my-private-words")
    assert "my-private-words" not in caplog.text + repr(error.value) + str(error.value)
    assert "of-a-player" not in caplog.text
