"""Fault names and shares; faults of paging, connections, tokens and replays."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
import requests

from osubrowser.api import Client, MemoryTokenStore, NotFound, OsuError
from osubrowser.demo.faults.faults import BEFORE, BODY, GROUPS, NAMES, WIRE, Faults, parse_faults
from osubrowser.demo.server import DemoServer
from tests.conftest import Server
from tests.costs import elapsed
from tests.demo.conftest import Caller

Serve = Callable[..., DemoServer]
Make = Callable[..., Caller]

PAGING = ("duplicates", "short-page", "endless-cursor")


def client_of(server: DemoServer, **options: Any) -> Client:
    """Return a guest's client of a server."""
    return Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
        **options,
    )


# --- names and shares ------------------------------------------------------------------------


def test_names_shares_and_groups() -> None:
    assert parse_faults("deleted-author, unknown-mod:0.5,") == {
        "deleted-author": 1.0,
        "unknown-mod": 0.5,
    }
    assert parse_faults("nulls:0.25") == dict.fromkeys(GROUPS["nulls"], 0.25)
    assert parse_faults("unknown-enum").keys() == {
        "unknown-event",
        "unknown-grade",
        "unknown-group",
        "unknown-hit-result",
        "unknown-room",
        "unknown-score",
        "unknown-status",
    }
    assert parse_faults("") == {}


@pytest.mark.parametrize("text", ["unknown", "reset:x", "nulls:-1", "reset:1.1", ":1", "reset:"])
def test_what_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"fault|share"):
        parse_faults(text)


def test_faults_of_bodies_come_as_often_as_asked_and_side_by_side() -> None:
    faults = Faults(parse_faults("null-pp:0.2,null-team:0.5,reset:0"), seed=4)
    drawn = [faults.of_body() for _ in range(4_000)]
    assert 700 < sum("null-pp" in names for names in drawn) < 900
    assert 1_850 < sum("null-team" in names for names in drawn) < 2_150
    assert ("null-team", "null-pp") in drawn
    assert () in drawn
    assert {faults.draw() for _ in range(50)} == {""}
    assert not faults.applies("clock-skew")


def test_help_explains_every_name() -> None:
    command = [sys.executable, "-m", "osubrowser.demo", "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout
    for name in (*BEFORE, *WIRE, *BODY, *GROUPS):
        assert re.search(rf"^  {name} +\S", shown, re.MULTILINE), name
    assert set(NAMES) == {*BEFORE, *WIRE, *BODY, *GROUPS}


def test_every_name_is_taken_by_the_command_line(demo_server_with: Callable[..., Server]) -> None:
    server = demo_server_with("--faults", ",".join(f"{name}:0" for name in NAMES))
    assert server.stats()["counts"] == {}
    server = demo_server_with("--faults", "unknown-room")
    form = {
        "grant_type": "client_credentials",
        "scope": "public",
        "client_id": server.client_id,
        "client_secret": server.client_secret,
    }
    token = requests.post(f"{server.url}/oauth/token", data=form, timeout=5).json()
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    rooms = requests.get(f"{server.url}/api/v2/rooms", headers=headers, timeout=5).json()
    assert {room["type"] for room in rooms} == {"race"}


# --- lists that go on ------------------------------------------------------------------------


def test_duplicates_across_pages(serve: Serve, caller: Make) -> None:
    one = caller(serve(faults="duplicates"), guest=True)
    first = one.json("matches", limit=5)
    second = one.json("matches", limit=5, cursor_string=first["cursor_string"])
    assert second["matches"][0] == first["matches"][-1]
    assert len({match["id"] for match in first["matches"] + second["matches"]}) == 10
    again = one.json("rankings/osu/performance", page=2)
    assert again["ranking"][0]["user"] != first["matches"][-1]


def test_a_short_page_in_the_middle(serve: Serve, caller: Make) -> None:
    one = caller(serve(faults="short-page"), guest=True)
    first = one.json("matches")
    assert len(first["matches"]) == 49
    assert first["cursor"] is not None
    last = one.json("matches", active=1)
    assert last["cursor"] is None
    assert len(last["matches"]) == len(one.json("matches", active=1, limit=50)["matches"])


def test_the_client_walks_on_over_short_and_repeating_pages(serve: Serve) -> None:
    with client_of(serve(faults="short-page,duplicates")) as client:
        pages = client.pages(client.matches, limit=20)
        seen = [next(pages) for _ in range(4)]
    assert all(len(page.matches) >= 19 for page in seen)


def test_a_cursor_without_end(serve: Serve, caller: Make) -> None:
    server = serve(faults="endless-cursor")
    one = caller(server, guest=True)
    first = one.json("matches", limit=5)
    second = one.json("matches", limit=5, cursor_string=first["cursor_string"])
    assert second["cursor_string"] == first["cursor_string"]
    assert second["cursor"] == first["cursor"]
    with client_of(server) as client:
        assert len(list(client.pages(client.matches))) == 2


# --- connections and tokens ------------------------------------------------------------------


@pytest.mark.parametrize("status", [403, 429, 502, 503])
def test_errors_in_html(serve: Serve, caller: Make, status: int) -> None:
    answer = caller(serve(faults=f"html-{status}")).get("spotlights")
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.text.startswith("<!DOCTYPE html>")
    assert "Retry-After" not in answer.headers


@pytest.mark.parametrize("fault", ["html-403", "html-429", "garbage", "wrong-length"])
def test_the_client_names_the_trouble(serve: Serve, fault: str) -> None:
    with client_of(serve(faults=fault), max_wait=0.1) as client, pytest.raises(OsuError):
        client.spotlights()


def test_a_wrong_length_cuts_the_body(serve: Serve, caller: Make) -> None:
    one = caller(serve(faults="wrong-length"))
    answer = one.get("rankings/osu/performance")
    assert answer.status_code == 200
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    with pytest.raises(ValueError, match=r"Expecting|Unterminated|Extra data"):
        answer.json()
    assert one.get("rankings/osu/performance").content == answer.content


def test_a_slow_body_is_whole(serve: Serve, caller: Make) -> None:
    one = caller(serve(faults="slow-body"))
    bodies = []
    assert elapsed(lambda: bodies.append(one.json("spotlights"))) > 1.5
    assert bodies[0]["spotlights"]


@pytest.mark.parametrize("fault", ["reset-body", "truncate"])
def test_a_body_that_ends_early(serve: Serve, caller: Make, fault: str) -> None:
    one = caller(serve(faults=fault))
    with pytest.raises(requests.RequestException, match=r"reset|IncompleteRead|aborted|10054"):
        one.get("rankings/osu/performance")


def test_a_clock_that_is_hours_behind(serve: Serve, caller: Make) -> None:
    server = serve(faults="clock-skew")
    answer = caller(server).get("spotlights")
    behind = datetime.now(UTC) - parsedate_to_datetime(answer.headers["Date"])
    assert timedelta(hours=4.9) < behind < timedelta(hours=5.1)
    assert answer.status_code == 200
    with client_of(server) as client:
        assert client.spotlights()


def test_a_revoked_token_stays_revoked(serve: Serve) -> None:
    server = serve(faults="revoked")
    token = server.player_token()
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    url = f"{server.url}/api/v2/spotlights"
    assert requests.get(url, headers=headers, timeout=5).status_code == 200
    assert requests.get(url, headers=headers, timeout=5).status_code == 401
    form = {
        "grant_type": "refresh_token",
        "refresh_token": str(token["refresh_token"]),
        "client_id": server.client_id,
        "client_secret": server.client_secret,
    }
    answer = requests.post(f"{server.url}/oauth/token", data=form, timeout=5)
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_request")


@pytest.mark.parametrize("fault", ["truncate", "wrong-length", "reset-body", "garbage"])
def test_a_replay_that_arrives_in_pieces(serve: Serve, fault: str) -> None:
    with client_of(serve(faults=fault), max_wait=0.1) as client, pytest.raises(OsuError):
        client.download_score_mode("osu", 2797309065).frames()


def test_a_replay_that_arrives_slowly(serve: Serve) -> None:
    with client_of(serve(faults="slow-body")) as client:
        slow = client.download_score_mode("osu", 2797309065, raw=True)
    with client_of(serve()) as client:
        assert slow == client.download_score_mode("osu", 2797309065, raw=True)


def test_a_replay_that_does_not_exist(serve: Serve, caller: Make) -> None:
    server = serve(faults="replay-lies")
    one = caller(server, guest=True)
    scores = one.json("users/12092800/scores/best", limit=100)
    assert {(score["has_replay"], score["replay"]) for score in scores} == {(True, True)}
    answer = one.get("scores/osu/2797309065/download")
    assert (answer.status_code, answer.json()) == (404, {"error": None})
    with client_of(server) as client, pytest.raises(NotFound):
        client.download_score_mode("osu", 2797309065)


def test_an_error_with_status_200(serve: Serve) -> None:
    server = serve(faults="error-as-200")
    query = {"k": server.api_key, "m": "0", "b": "1776628", "u": "3256299"}
    answer = requests.get(f"{server.url}/api/get_replay", params=query, timeout=5)
    assert (answer.status_code, answer.json()) == (200, {"error": "Replay not available."})
    answer = requests.get(f"{server.url}/api/get_user", params=query, timeout=5)
    assert isinstance(answer.json(), list)
