"""The client of API v1, compared with ossapi's over HTTP: on the demo and on recorded answers."""

from __future__ import annotations

import base64
import inspect
import json
import logging
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import requests

from osubrowser.api import (
    Client,
    LoginRequired,
    MemoryTokenStore,
    NotFound,
    Offline,
    OsuError,
    RateLimited,
)
from osubrowser.api.legacy import LegacyClient
from osubrowser.api.ossapi import ossapi as ours
from osubrowser.api.ossapi.enums import GameMode
from osubrowser.api.ossapi.mod import Mod
from osubrowser.api.ossapi.ossapi import (
    TRACE,
    APIException,
    InvalidKeyException,
    OssapiV1,
    ReplayUnavailableException,
)
from osubrowser.api.ossapi.ossapiv2 import Ossapi
from tests.api.conftest import Stub
from tests.conftest import Server, raw_answer

theirs: Any = pytest.importorskip("ossapi.ossapi")

KEY = "0123456789abcdef0123456789abcdef01234567"
METHODS = [name for name in vars(theirs.OssapiV1) if name.startswith("get_")]
MODELS = [
    *("Beatmap", "Event", "Match", "MatchGame", "MatchInfo", "MatchScore", "Replay", "Score"),
    "User",
]
MATCH_SCORE = (
    "slot=3 team=2 user_id=2 score=1000213 maxcombo=700 rank=0 count50=1 count100=2 count300=500"
    " countmiss=3 countgeki=90 countkatu=4 perfect=0 pass=1 enabled_mods=72"
)
GAME = "game_id=9 beatmap_id=75 play_mode=1 match_type=0 scoring_type=3 team_type=2 mods=576"


def pairs(text: str) -> dict[str, Any]:
    return dict(pair.split("=") for pair in text.split())


SENT: dict[str, Any] = {
    "Event": {
        "display_html": "<b>x</b>",
        "beatmap_id": "222342",
        "beatmapset_id": None,
        "date": "2013-07-07 22:34:04",
        "epicfactor": "1",
    },
    "MatchScore": pairs(MATCH_SCORE),
    "Match": {
        "match_id": "77",
        "name": "a: (b) vs (c)",
        "start_time": "2013-06-22 09:00:00",
        "end_time": None,
    },
}


def client_of(url: str, key: str = KEY, api: type = OssapiV1, path: str = "/api/") -> Any:
    """Return a client, ours or ossapi's, of a server."""
    client = api(key)
    client.BASE_URL = f"{url}{path}"
    return client


def tree(value: Any) -> Any:
    """Return plain values of a model of either library, with the names of the classes."""
    if hasattr(value, "_data"):
        attributes = {k: tree(v) for k, v in vars(value).items() if k != "_data"}
        return type(value).__name__, list(attributes), attributes
    if isinstance(value, list):
        return [tree(item) for item in value]
    return (type(value).__name__, str(value)) if hasattr(value, "short_name") else value


def both(server: Server, ask: Callable[[Any], Any]) -> tuple[Any, Any]:
    """Return what the two clients answer to the same call."""
    mine = client_of(server.url, server.api_key)
    other = client_of(server.url, server.api_key, theirs.OssapiV1)
    return ask(mine), ask(other)


def assert_alike(server: Server, ask: Callable[[Any], Any]) -> Any:
    mine, other = both(server, ask)
    assert tree(mine) == tree(other)
    return mine


# --- interface -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["__init__", *METHODS, "_get"])
def test_methods_are_called_as_ossapi_s(name: str) -> None:
    def shape(api: type) -> list[tuple[str, Any, Any]]:
        parameters = inspect.signature(getattr(api, name)).parameters.values()
        return [(each.name, each.kind, each.default) for each in parameters]

    assert shape(OssapiV1) == shape(theirs.OssapiV1)


def test_constants_and_errors_are_ossapi_s() -> None:
    for name in ("TIMEOUT", "BASE_URL", "RATELIMIT_REFRESH"):
        assert getattr(OssapiV1, name) == getattr(theirs.OssapiV1, name)
    assert theirs.TRACE == TRACE
    for name in ("APIException", "InvalidKeyException", "ReplayUnavailableException"):
        kind = getattr(ours, name)
        assert issubclass(kind, APIException)
        assert issubclass(kind, OsuError)
        assert [
            base.__name__ for base in getattr(theirs, name).__bases__ if base is not Exception
        ] == [base.__name__ for base in kind.__bases__[:1] if base is not OsuError]
    assert str(InvalidKeyException()) == str(theirs.InvalidKeyException())


# --- answers ---------------------------------------------------------------------------------


def test_every_call_gives_the_models_of_ossapi(demo_server: Server) -> None:
    scores = assert_alike(demo_server, lambda c: c.get_scores(221777))
    assert len(scores) > 10
    assert_alike(demo_server, lambda c: c.get_scores(221777, scores[0].user_id, 0, limit=1))
    assert_alike(demo_server, lambda c: c.get_beatmaps(beatmap_id=221777, mods=Mod.DT.value))
    assert_alike(demo_server, lambda c: c.get_beatmaps(limit=40))
    assert_alike(demo_server, lambda c: c.get_beatmaps("2020-01-01", mode=1, include_converts=1))
    assert_alike(demo_server, lambda c: c.get_user(12092800))
    assert_alike(demo_server, lambda c: c.get_user("12092800", 3, "id", 31))
    assert_alike(demo_server, lambda c: c.get_user_best(12092800, 0, 7, "id"))
    assert_alike(demo_server, lambda c: c.get_user_recent(scores[0].user_id, limit=50))
    with_replay = next(score for score in scores if score.replay_available)
    content = assert_alike(demo_server, lambda c: c.get_replay(221777, with_replay.user_id))
    assert base64.b64decode(content)
    assert isinstance(scores[0].mods, Mod)


def test_a_match_is_ossapi_s(demo_server: Server) -> None:
    raw = LegacyClient(demo_server.api_key, base_url=demo_server.url)
    with Client(
        demo_server.client_id,
        demo_server.client_secret,
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        numbers = [match.id for match in client.matches().matches]
    found = next(
        number
        for number in numbers
        if any(game["scores"] for game in raw.read("get_match", {"mp": number})["games"])
    )
    match = assert_alike(demo_server, lambda c: c.get_match(found))
    assert match.match.match_id == found
    assert any(game.scores for game in match.games)


def test_what_is_not_there(demo_server: Server) -> None:
    assert assert_alike(demo_server, lambda c: c.get_user("nobody has this name")) == []
    assert assert_alike(demo_server, lambda c: c.get_scores(1)) == []
    assert assert_alike(demo_server, lambda c: c.get_beatmaps(beatmap_id=1)) == []
    mine = client_of(demo_server.url, demo_server.api_key)
    with pytest.raises(APIException, match="match"):
        mine.get_match(999_999_999)
    for api in (mine, client_of(demo_server.url, demo_server.api_key, theirs.OssapiV1)):
        with pytest.raises((ReplayUnavailableException, theirs.ReplayUnavailableException)) as one:
            api.get_replay(221777, 2)
        assert str(one.value) == "Could not find any replay data"


def test_recorded_answers_are_alike(recorded_server: Server) -> None:
    assert_alike(recorded_server, lambda c: c.get_user("peppy"))
    assert len(assert_alike(recorded_server, lambda c: c.get_beatmaps(limit=500))) == len(
        raw_answer("v1/get_beatmap_200.json")
    )
    content = assert_alike(recorded_server, lambda c: c.get_replay(1776628, 3256299, 0))
    assert content == raw_answer("v1/get_replay_200.json")["content"]


@pytest.mark.parametrize("name", MODELS)
def test_models_are_made_of_json_as_ossapi_s(name: str) -> None:
    sent = SENT.get(name)
    if sent is None:
        return
    mine, other = getattr(ours, name)(sent), getattr(theirs, name)(sent)
    assert tree(mine) == tree(other)
    assert mine._data == other._data == sent


def test_a_whole_match_is_made_of_json_as_ossapi_s() -> None:
    times = {"start_time": "2013-06-22 09:11:16", "end_time": None}
    game = pairs(GAME) | times | {"scores": [SENT["MatchScore"]]}
    sent = {"match": SENT["Match"], "games": [game, game]}
    assert tree(ours.MatchInfo(sent)) == tree(theirs.MatchInfo(sent))


@pytest.mark.parametrize("name", [name for name in MODELS if name != "MatchInfo"])
@pytest.mark.parametrize("value", [None, "x", 5, [], {}, "0000-00-00 00:00:00"])
def test_broken_values_are_never_an_error(name: str, value: object) -> None:
    kind = getattr(ours, name)
    for sent in ({}, {key: value for _, key, _ in kind._fields}):
        model = kind(sent)
        assert vars(model).keys() == {"_data", *(name for name, _, _ in kind._fields)}


def test_attributes_of_every_model_are_ossapi_s() -> None:
    class Everything(dict[str, Any]):
        """JSON in which each name has an answer."""

        def __missing__(self, name: str) -> Any:
            if name in ("events", "games", "scores"):
                return []
            dates = ("date", "start_time", "end_time", "last_update")
            return "2020-01-01 00:00:00" if name.endswith("_date") or name in dates else "1"

        def __contains__(self, name: object) -> bool:
            return True

        def get(self, name: str, _default: Any = None) -> Any:
            return self[name]

    for name in MODELS:
        if name != "MatchInfo":
            mine, other = (getattr(m, name)(Everything()) for m in (ours, theirs))
            assert tree(mine) == tree(other)


# --- the form of the first releases ----------------------------------------------------------


def test_one_mapping_gives_the_json(demo_server: Server) -> None:
    api = client_of(demo_server.url, demo_server.api_key)
    url = f"{demo_server.url}/api"

    def sent(method: str, params: dict[str, Any]) -> Any:
        with requests.get(
            f"{url}/{method}", params={**params, "k": demo_server.api_key}, timeout=5
        ) as answer:
            return answer.json()

    asked: dict[str, dict[str, Any]] = {
        "get_beatmaps": {"b": "221777"},
        "get_match": {"mp": 999_999_999},
        "get_replay": {"m": "0", "b": "1776628", "u": "3256299"},
        "get_scores": {"b": 221777, "limit": 3},
        "get_user": {"u": "nobody has this name"},
        "get_user_best": {"u": 12092800},
        "get_user_recent": {"u": 12092800},
    }
    assert list(asked) == sorted(METHODS)
    for method, params in asked.items():
        given = dict(params)
        assert getattr(api, method)(given) == sent(method, params), method
        assert given == params  # the caller's own: the key is not put into it
    assert api.get_replay(asked["get_replay"]).keys() == {"content", "encoding"}


def test_errors_are_objects_there(demo_server: Server) -> None:
    api = client_of(demo_server.url, demo_server.api_key)
    assert api.get_replay({"b": 221777, "u": 2}) == {"error": "Replay not available."}
    wrong = client_of(demo_server.url, "wrong").get_user({"u": 2})
    assert wrong == {"error": "Please provide a valid API key."}


# --- what is sent ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ask", "query"),
    [
        (lambda c: c.get_user("peppy"), {"u": "peppy"}),
        (
            lambda c: c.get_beatmaps(
                since=datetime(2020, 1, 2, tzinfo=UTC), include_converts=True, mods=Mod("HDDT")
            ),
            {"since": "2020-01-02 00:00:00", "a": "1", "mods": "72"},
        ),
        (lambda c: c.get_scores(75, mods="NC", mode="taiko"), {"b": "75", "mods": "576", "m": "1"}),
        (lambda c: c.get_scores("75", mods="64"), {"b": "75", "mods": "64"}),
        (lambda c: c.get_user_best(2, GameMode.CATCH, 5), {"u": "2", "m": "2", "limit": "5"}),
        (
            lambda c: c.get_user_recent(2, "3", 5, "id"),
            {"u": "2", "m": "3", "limit": "5", "type": "id"},
        ),
    ],
)
def test_parameters_are_sent_by_the_api_s_names(
    stub: Stub, ask: Callable[[Any], Any], query: dict[str, str]
) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=[]))
    ask(client_of(stub.url))
    [seen] = stub.requests
    assert {name: values[0] for name, values in seen.query.items()} == {**query, "k": KEY}


def test_the_address_may_have_a_path_and_change(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=[]))
    api = client_of(stub.url, path="/deep/er/api/")
    api.get_user(2)
    api.BASE_URL = f"{stub.url}/v1"
    api.get_user(2)
    assert [seen.path for seen in stub.requests] == ["/deep/er/api/get_user", "/v1/get_user"]


@pytest.mark.parametrize("path", ["/api/v2", "/api/v2/", "/api/", "/api"])
def test_a_key_alone_is_for_the_server_that_the_program_has_set(
    stub: Stub, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=[]))
    kind: Any = type("Program", (Ossapi,), {"BASE_URL": stub.url + path})
    for api in (kind(KEY), kind(key=KEY)):
        assert isinstance(api, OssapiV1)
        api.get_user(2)
    assert {seen.path for seen in stub.requests} == {"/api/get_user"}
    monkeypatch.setattr(OssapiV1, "BASE_URL", "https://osu.example/api/")
    assert kind(KEY).BASE_URL == "https://osu.example/api/"


def test_a_key_alone_is_for_osu_by_default() -> None:
    kind: Any = Ossapi
    assert kind(KEY).BASE_URL == "https://osu.ppy.sh/api/"


@pytest.mark.parametrize(
    "address", ["http://osu.example/api/", "https://a@b.example/api/", "[", ""]
)
def test_an_address_that_is_not_safe_is_refused(address: str) -> None:
    api = OssapiV1(KEY)
    api.BASE_URL = address
    with pytest.raises(ValueError, match=r"\w \w"):
        api.get_user(2)


def test_a_program_may_ask_for_models_of_its_own(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=[{"user_id": "2"}]))
    api = client_of(stub.url)
    assert api._get("get_user", {"u": 2}, dict, list_=True) == [{"user_id": "2"}]
    assert api._get("get_user", {"u": 2}, dict, True, 75) == [{"user_id": "2", "beatmap_id": 75}]


# --- errors ----------------------------------------------------------------------------------


def test_a_wrong_key_is_an_error_that_does_not_show_it(
    demo_server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    api = client_of(demo_server.url)
    with caplog.at_level(0), pytest.raises(InvalidKeyException) as caught:
        api.get_user("peppy")
    assert str(caught.value) == "Please provide a valid api key"
    assert isinstance(caught.value, LoginRequired)
    shown = "".join(traceback.format_exception(caught.value, chain=True))
    assert KEY not in shown + caplog.text + repr(api) + repr(vars(caught.value))


def test_requests_are_logged_without_the_key(
    demo_server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    api = client_of(demo_server.url, demo_server.api_key)
    with caplog.at_level(TRACE):
        api.get_user("peppy")
        api.get_user({"u": "peppy", "k": demo_server.api_key})
    assert api.log is logging.getLogger("ossapi.ossapi")
    assert any(r.levelno == logging.DEBUG and r.name == api.log.name for r in caplog.records)
    assert "'username': 'peppy'" in caplog.text
    assert demo_server.api_key not in caplog.text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"error": "Replay not available."}, ReplayUnavailableException),
        ({"error": "Replay retrieval failed."}, ReplayUnavailableException),
        ({"error": "Something new."}, APIException),
        ({"content": None, "x": 1}, None),
        ([], APIException),
        (5, APIException),
    ],
)
def test_errors_of_the_api(stub: Stub, body: object, kind: type[Exception] | None) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    if kind is None:
        assert client_of(stub.url).get_replay(75, 2) is None
        return
    with pytest.raises(OsuError) as caught:
        client_of(stub.url).get_replay(75, 2)
    assert type(caught.value) is kind
    assert isinstance(caught.value, NotFound) == (kind is ReplayUnavailableException)
    if isinstance(body, dict) and kind is APIException:
        assert body["error"] in str(caught.value)


@pytest.mark.parametrize("body", [b"null", b"", b"[]"])
def test_nothing_is_an_empty_list(stub: Stub, body: bytes) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    assert client_of(stub.url).get_scores(75) == []


def test_a_server_that_is_too_busy_is_an_error_where_the_wait_is_longer_than_allowed(
    stub: Stub, rate_clock: object
) -> None:
    fast = {"error": "Requesting too fast! Slow your operation, cap'n!"}
    stub.respond(lambda exchange, _: exchange.answer(body=fast))
    api = client_of(stub.url)
    api.RATELIMIT_REFRESH = 1
    with pytest.raises(RateLimited):
        api.get_user(2)


def test_without_a_server_it_is_offline(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.reset())
    for user in (2, {"u": 2}):
        with pytest.raises(Offline) as caught:
            client_of(stub.url).get_user(user)
        assert isinstance(caught.value, requests.exceptions.ConnectionError)
        shown = "".join(traceback.format_exception(caught.value, chain=True))
        assert KEY not in shown


def test_a_server_that_says_nothing_is_a_timeout(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.hang())
    api = client_of(stub.url)
    api.TIMEOUT = 0.05
    with pytest.raises(Offline) as caught:
        api.get_user(2)
    assert isinstance(caught.value, requests.exceptions.Timeout)


def test_a_page_is_no_answer(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=b"<html>", kind="text/html"))
    with pytest.raises(APIException, match="web page"):
        client_of(stub.url).get_user(2)


# --- LegacyClient.read -----------------------------------------------------------------------


def test_the_client_of_this_package_reads_json_as_it_was_sent(stub: Stub) -> None:
    sent = [{"user_id": "2", "new": {"a": [1, None]}}]
    stub.respond(lambda exchange, _: exchange.answer(body=json.dumps(sent).encode()))
    with LegacyClient(KEY, base_url=stub.url, api_path="old/api/") as client:
        assert client.read("get_user", {"u": 2, "m": None}) == sent
        stub.respond(lambda exchange, _: exchange.answer(body=b"  "))
        assert client.read("get_user", {"u": 2}) is None
        stub.respond(lambda exchange, _: exchange.answer(body={"error": "Replay not available."}))
        with pytest.raises(NotFound):
            client.read("get_replay", {"b": 75})
    assert stub.requests[0].path == "/old/api/get_user"
    assert stub.requests[0].query == {"u": ["2"], "k": [KEY]}
