"""Client in scripts: requests of its methods, and their results."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from osubrowser.api import (
    Client,
    Cursor,
    GameMode,
    LoginRequired,
    MemoryTokenStore,
    NotFound,
    Offline,
    OsuError,
    RankingFilter,
    RankingType,
    RateLimited,
    ServerTrouble,
    Spotlight,
    UserLookupKey,
    Variant,
)
from tests.api.conftest import Stub
from tests.conftest import Server, raw_answer


def client_of(server: Server) -> Client:
    return Client(
        server.client_id, server.client_secret, base_url=server.url, token_store=MemoryTokenStore()
    )


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_name_never_leads_to_another_address(stub: Stub, name: str) -> None:
    with stub.client() as client:
        for call in (client.news_post, client.beatmap_pack, client.changelog_build_lookup):
            with pytest.raises(ValueError, match="not a name"):
                call(name)
        with pytest.raises(ValueError, match="not a name"):
            client.changelog_build(name, name)
    assert not stub.requests


def test_halves_of_characters_are_sent_as_question_marks(stub: Stub) -> None:
    """Neither a text that somebody typed nor a cursor that the server sent ends a program."""
    stub.respond(
        lambda exchange, _: exchange.answer(
            body=b'{"id": %d, "user": null, "scores": [{"id": %d}], "cursor": {"id": "\\ud800"}}'
            % (len(stub.requests), len(stub.requests))
        )
    )
    with stub.client() as client:
        assert len(list(client.pages(client.scores))) == 2
        client.search("\ud800")
        client.user("\ud800")
    assert stub.requests[-3].query["cursor[id]"] == ["\ufffd"]
    assert stub.requests[-2].query["query"] == ["?"]
    assert stub.requests[-1].path == "/api/v2/users/@%3F"


# --- on the recorded server ---------------------------------------------------------------


def test_pages_follow_each_other_to_the_end(recorded_server: Server) -> None:
    client = client_of(recorded_server)
    page = client.ranking(GameMode.OSU, RankingType.PERFORMANCE)
    assert len(page.ranking) == 50
    assert page.ranking[0].user is not None
    sent = raw_answer("v2/get_rankings_200.json")["ranking"]
    assert page.ranking[0].user.username == sent[0]["user"]["username"]
    assert page.cursor is not None
    last = client.ranking(GameMode.OSU, RankingType.PERFORMANCE, cursor=page.cursor)
    assert last.ranking == []
    assert last.cursor is None


def test_every_kind_of_ranking(recorded_server: Server) -> None:
    client = client_of(recorded_server)
    assert client.ranking("taiko", "country").ranking[0].code == "JP"
    assert client.ranking("mania", "score").ranking[0].user is not None
    charts = client.ranking("osu", "charts")
    assert charts.spotlight is not None
    assert charts.beatmapsets
    assert len(client.spotlights()) == len(raw_answer("v2/get_spotlights_200.json")["spotlights"])
    name = raw_answer("v2/get_user_200.json")["username"]
    assert client.user(2).username == name
    assert client.user(name, mode="osu").statistics is not None


def test_errors_of_the_real_server(recorded_server: Server) -> None:
    client = client_of(recorded_server)
    with pytest.raises(NotFound) as type_missing:
        client.ranking("osu", "zz")
    assert type_missing.value.server_message == "invalid type specified"
    with pytest.raises(NotFound) as user_missing:
        client.user(0)
    assert user_missing.value.server_message is None
    assert user_missing.value.status == 404


def test_bodies_are_there_as_they_came(recorded_server: Server) -> None:
    body = client_of(recorded_server).read("/rankings/osu/performance", {"country": None})
    assert json.loads(body)["total"] == 10000


def test_many_threads_under_every_fault(recorded_server_with: Callable[..., Server]) -> None:
    faults = "429:0.02,500:0.1,502:0.05,503:0.05,reset:0.1,truncate:0.1,garbage:0.1,expire:0.02"
    client = client_of(recorded_server_with("--faults", faults))

    def call(_: int) -> str:
        try:
            page = client.ranking("osu", "performance")
        except (Offline, RateLimited, ServerTrouble) as trouble:
            return str(trouble.status)
        assert len(page.ranking) == 50
        return "whole"

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(call, range(60)))
    assert outcomes.count("whole") > 40
    assert "500" in outcomes, "a 500 is not repeated"


# --- what is asked ------------------------------------------------------------------------


def asked(stub: Stub) -> tuple[str, dict[str, list[str]]]:
    return stub.requests[-1].path, stub.requests[-1].query


def test_the_parameters_of_a_ranking(stub: Stub) -> None:
    client = stub.client()
    client.ranking("osu", "performance")
    assert asked(stub) == ("/api/v2/rankings/osu/performance", {})
    client.ranking(
        GameMode.MANIA,
        RankingType.PERFORMANCE,
        country="JP",
        cursor=Cursor(page=20),
        filter_=RankingFilter.FRIENDS,
        variant=Variant.KEY_4,
    )
    assert asked(stub) == (
        "/api/v2/rankings/mania/performance",
        {"country": ["JP"], "cursor[page]": ["20"], "filter": ["friends"], "variant": ["4k"]},
    )
    client.ranking(GameMode.CATCH, "charts", spotlight=Spotlight(id=271), filter_="all")
    assert asked(stub) == ("/api/v2/rankings/fruits/charts", {"spotlight": ["271"]})
    client.ranking("catch", "charts", spotlight=5)
    assert asked(stub) == ("/api/v2/rankings/fruits/charts", {"spotlight": ["5"]})
    client.ranking("osu", "team", cursor=Cursor(page=2, limit=None, deep=True))
    assert asked(stub) == (
        "/api/v2/rankings/osu/team",
        {"cursor[page]": ["2"], "cursor[deep]": ["1"]},
    )
    client.kudosu_ranking(3)
    assert asked(stub) == ("/api/v2/rankings/kudosu", {"page": ["3"]})


@pytest.mark.parametrize(
    ("user", "key", "path"),
    [
        (2, None, "2"),
        ("2", None, "2"),
        ("2", "username", "@2"),
        ("peppy", None, "@peppy"),
        ("@peppy", UserLookupKey.USERNAME, "@peppy"),
        ("[ Sa/ki ]?#%", None, "@%5B%20Sa%2Fki%20%5D%3F%23%25"),
        ("..", None, "@.."),
        ("さくら", None, "@%E3%81%95%E3%81%8F%E3%82%89"),
    ],
)
def test_a_name_stays_one_name(stub: Stub, user: int | str, key: str | None, path: str) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body={"id": 1}))
    stub.client().user(user, key=key, mode="mania")
    assert stub.requests[-1].path == f"/api/v2/users/{path}/mania"


@pytest.mark.parametrize("name", ["", "  ", "@"])
def test_nobody_is_not_asked_for(stub: Stub, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        stub.client().user(name)


def test_a_player_asks_for_their_own_page(stub: Stub) -> None:
    client = stub.client(redirect_uri="http://127.0.0.1:1/x")
    client.use_token({"access_token": "players", "refresh_token": "r", "expires_in": 86400})
    assert client.get_me(mode="catch").username == ""
    assert asked(stub) == ("/api/v2/me/fruits", {})
    assert stub.requests[-1].headers["authorization"] == "Bearer players"
    with pytest.raises(LoginRequired):
        stub.client().get_me()


def test_a_client_closes_with_its_block(stub: Stub) -> None:
    with stub.client() as client:
        client.spotlights()
    with pytest.raises(OsuError):
        client.spotlights()


# --- what it costs ------------------------------------------------------------------------

FORBIDDEN = {"PySide6", "qasync", "authlib", "keyring", "PIL", "werkzeug", "pyrate_limiter"}


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_the_package_loads_nothing_until_it_is_used() -> None:
    loaded = loaded_by("import osubrowser.api, osubrowser.api.errors")
    assert not loaded & (FORBIDDEN | {"requests", "urllib3", "msgspec", "ssl", "email", "json"})


def test_the_client_loads_no_window_and_no_sign_in() -> None:
    loaded = loaded_by("from osubrowser.api import Client, GameMode; assert Client")
    assert "msgspec" in loaded
    assert not loaded & (FORBIDDEN | {"asyncio", "requests", "urllib3"})  # before a request


@pytest.mark.parametrize("answer", [{}, {"access_token": 5}, {"access_token": object()}])
def test_what_is_no_token_answer_is_refused_and_not_repeated(answer: dict[str, object]) -> None:
    with Client(1, "secret", token_store=MemoryTokenStore()) as client:
        with pytest.raises(ValueError, match="this is not what /oauth/token answers"):
            client.use_token(answer | {"refresh_token": "very secret"})
        assert not client.has_token()
