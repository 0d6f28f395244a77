"""Required OAuth behaviour: applications, tokens, scopes, limits."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import requests

from osubrowser.demo.http import oauth
from osubrowser.demo.http.oauth import SCOPES
from osubrowser.demo.routes.table import ROUTES
from osubrowser.demo.server import DemoServer
from tests.conftest import StubClock
from tests.demo.conftest import Caller
from tests.demo.http.test_oauth import BACK, authorize, code, exchange, landed, post, status

Serve = Callable[..., DemoServer]

HOSTS = re.compile(r"https?://(osu|a|assets|b|i)\.ppy\.sh")
NOBODY = {"authentication": "basic"}
OPEN = ("changelog", "comments", "news", "seasonal-backgrounds", "wiki/en/Main_page")


def test_one_address_serves_everything(server: DemoServer, guest: Caller) -> None:
    assert post(server, grant_type="client_credentials", scope="public").status_code == 200
    user = guest.json("users/2")
    assert user["avatar_url"].startswith(f"{server.url}/a.ppy.sh/2?")
    assert requests.get(user["avatar_url"], timeout=5).headers["Content-Type"] == "image/jpeg"
    assert requests.get(user["cover"]["url"], timeout=5).status_code == 200
    query = {"k": server.api_key, "u": "2"}
    assert requests.get(f"{server.url}/api/get_user", params=query, timeout=5).status_code == 200
    for path in ("users/2", "rankings/osu/charts", "beatmaps/221777", "news", "events", "rooms"):
        assert not HOSTS.search(guest.get(path).text), path


def test_authorize(serve: Serve) -> None:
    agreed = landed(authorize(serve(), state="as it was"))
    assert agreed["state"] == "as it was"
    assert agreed["code"]
    denied = landed(authorize(serve(deny=True), state="as it was"))
    assert (denied["error"], denied["state"]) == ("access_denied", "as it was")
    for wrong in ({"client_id": "1"}, {"redirect_uri": "http://127.0.0.1/other"}):
        answer = authorize(serve(), **wrong)
        assert answer.status_code == 401
        assert answer.json()["error"] == "invalid_client"
        assert "Location" not in answer.headers


@pytest.mark.parametrize(
    ("asked", "good"),
    [
        ("http://127.0.0.1:1/callback", True),
        ("http://127.0.0.1:65000/callback", True),
        ("http://[::1]:777/callback", True),
        ("http://localhost:17272/callback", True),
        ("http://localhost:17273/callback", False),
        ("http://127.0.0.1:1/callback/", False),
    ],
)
def test_redirect_matching(server: DemoServer, asked: str, good: bool) -> None:
    assert (authorize(server, redirect_uri=asked).status_code == 302) is good


def test_a_code_is_good_once_and_for_its_address(server: DemoServer) -> None:
    text = code(server)
    other = exchange(server, text, redirect_uri="http://127.0.0.1:9/callback")
    assert (other.status_code, other.json()["error"]) == (400, "invalid_request")
    text = code(server)
    assert exchange(server, text).status_code == 200
    again = exchange(server, text)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_request")


def test_a_code_ends_after_ten_minutes(server: DemoServer, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = StubClock()
    monkeypatch.setattr(oauth, "time", clock.module())
    late, early = code(server), code(server)
    clock.advance(590)
    assert exchange(server, early).status_code == 200
    clock.advance(20)
    answer = exchange(server, late)
    assert (answer.status_code, answer.json()["hint"]) == (
        400,
        "Authorization code has expired",
    )


def test_refreshing_rotates(server: DemoServer) -> None:
    old = exchange(server, code(server, scope="public")).json()
    new = post(server, grant_type="refresh_token", refresh_token=old["refresh_token"]).json()
    assert status(server, old["access_token"]) == 401
    assert status(server, new["access_token"]) == 200
    again = post(server, grant_type="refresh_token", refresh_token=old["refresh_token"])
    assert (again.status_code, again.json()["error"]) == (401, "invalid_request")


def test_client_credentials_are_nobody(server: DemoServer, guest: Caller) -> None:
    token = post(server, grant_type="client_credentials", scope="public identify").json()
    assert "refresh_token" not in token
    for path in ("me", "me/osu", "me/beatmapset-favourites"):
        headers = {"Authorization": f"Bearer {token['access_token']}"}
        answer = requests.get(f"{server.url}/api/v2/{path}", headers=headers, timeout=5)
        assert (answer.status_code, answer.json()) == (401, NOBODY)
    assert guest.get("friends").status_code == 401


def test_the_token_answer(serve: Serve) -> None:
    token = exchange(serve(token_ttl=1), code(serve(), scope="public"))
    assert token.status_code == 400
    server = serve(token_ttl=1)
    token = exchange(server, code(server, scope="public"))
    assert set(token.json()) == {"token_type", "expires_in", "access_token", "refresh_token"}
    assert (token.json()["token_type"], token.json()["expires_in"]) == ("Bearer", 1)


def test_revoking(player: Caller, guest: Caller) -> None:
    for one in (player, guest):
        url = f"{one.server.url}/api/v2/oauth/tokens/current"
        gone = one.session.delete(url, timeout=5)
        assert (gone.status_code, gone.content) == (204, b"")
        assert one.session.delete(url, timeout=5).status_code == 401
        assert one.get("spotlights").json() == NOBODY


def test_every_route_wants_its_scope(server: DemoServer) -> None:
    """Each route of the server, with a token that has every scope but the one it needs."""
    checked = 0
    for route in ROUTES:
        path = route.path.replace("<", "").replace(">", "")
        if route.scope in ("", "any"):
            continue
        have = SCOPES - {route.scope}
        token = server.authority.issue(server.world.me, frozenset(have))["access_token"]
        answer = requests.request(
            route.method,
            f"{server.url}/api/v2{path}",
            headers={"Authorization": f"Bearer {token}"},
            timeout=5,
        )
        game = route.scope == "*"
        sentence = "Invalid scope(s) provided." if game else "A required scope is missing."
        assert (answer.status_code, answer.json()) == (403, {"error": sentence}), path
        checked += 1
    assert checked > 90


def test_what_needs_a_person_refuses_everybody_else(server: DemoServer) -> None:
    token = server.authority.issue(None, SCOPES)["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    checked = 0
    for route in ROUTES:
        if not route.person or route.scope == "*":
            continue
        path = route.path.replace("<", "").replace(">", "")
        answer = requests.request(
            route.method, f"{server.url}/api/v2{path}", headers=headers, timeout=5
        )
        assert (answer.status_code, answer.json()) == (401, NOBODY), path
        checked += 1
    assert checked > 10


@pytest.mark.parametrize("path", OPEN)
def test_open_routes_take_no_token_or_a_good_one(server: DemoServer, path: str) -> None:
    url = f"{server.url}/api/v2/{path}"
    assert requests.get(url, timeout=5).status_code == 200
    bad = requests.get(url, headers={"Authorization": "Bearer bad"}, timeout=5)
    assert (bad.status_code, bad.json()) == (401, NOBODY)
    token = server.authority.issue(None, frozenset(("identify",)))["access_token"]
    good = requests.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=5)
    assert good.status_code == 200


def test_all_other_routes_want_a_token_first(server: DemoServer) -> None:
    checked = 0
    for route in ROUTES:
        if route.scope == "":
            continue
        path = route.path.replace("<", "").replace(">", "")
        answer = requests.request(route.method, f"{server.url}/api/v2{path}", timeout=5)
        assert (answer.status_code, answer.json()) == (401, NOBODY), path
        checked += 1
    assert checked > 90
    assert requests.get(f"{server.url}/api/v2/no/such/path", timeout=5).status_code == 401


def test_the_callback_is_where_the_code_goes(server: DemoServer) -> None:
    assert authorize(server).headers["Location"].startswith(BACK + "?code=")


GAME = """
GET me/download-quota-check; PUT me/options; PUT me/achievements/1; POST friends; DELETE friends/2
GET blocks; POST blocks; DELETE blocks/2; GET beatmapsets/1/download; POST beatmapsets/1/favourites
GET beatmapsets/1/ratings; POST beatmapsets/1/ratings; POST beatmaps/1/solo/scores
PUT beatmaps/1/solo/scores/2; PUT beatmaps/1/tags/2; PATCH beatmaps/1/tags/2
DELETE beatmaps/1/tags/2; PUT score-pins/1; DELETE score-pins/1; POST score-pins/1/reorder
POST comments; PUT comments/1; DELETE comments/1; POST comments/1/vote; DELETE comments/1/vote
GET rooms/1/playlist/2/scores/3; GET rooms/1/playlist/2/scores/users/3; POST rooms; DELETE rooms/1
PUT rooms/1/users/2; DELETE rooms/1/users/2; POST rooms/1/playlist/2/scores
PUT rooms/1/playlist/2/scores/3; POST forums/topics/1/move; GET chat/updates; GET chat/presence
GET notifications; POST notifications/mark-read; POST reports; POST screenshots
"""

OTHERS = """
GET me; GET me/osu; GET me/beatmapset-favourites; GET users; GET users/lookup; GET users/2
GET users/2/osu; GET users/2/scores/best; GET users/2/beatmapsets/ranked
GET users/2/recent_activity; GET users/2/kudosu; GET users/2/beatmaps-passed; GET friends
GET rankings/osu/performance; GET rankings/kudosu; GET spotlights; GET beatmapsets/search
GET beatmapsets/lookup; GET beatmapsets/1; GET beatmaps
GET beatmaps/lookup; GET beatmaps/1; POST beatmaps/1/attributes
GET beatmaps/1/scores; GET beatmaps/1/solo-scores; GET beatmaps/1/scores/users/2
GET beatmaps/1/scores/users/2/all; GET beatmaps/packs; GET beatmaps/packs/S1
GET beatmapsets/discussions; GET beatmapsets/discussions/posts; GET beatmapsets/discussions/votes
GET beatmapsets/events; GET scores; GET scores/1; GET scores/osu/1; GET scores/1/download
GET scores/osu/1/download; GET search; GET tags; GET teams/1; GET teams/1/osu; GET events
GET seasonal-backgrounds; GET wiki/en/Main_page; GET news; GET news/1; GET changelog
GET changelog/lazer; GET changelog/lazer/1; GET comments; GET comments/1; GET matches
GET matches/1; GET rooms; GET rooms/1; GET rooms/1/leaderboard; GET rooms/1/events
GET rooms/1/playlist/2/scores; GET forums; GET forums/1; GET forums/topics; GET forums/topics/1
POST forums/topics; PUT forums/topics/1; POST forums/topics/1/reply; PUT forums/posts/1
POST forums/topics/1/lock; POST forums/topics/1/pin; GET chat/channels; GET chat/channels/1
GET chat/channels/1/messages; POST chat/ack; PUT chat/channels/1/mark-as-read/2; POST chat/new
POST chat/channels/1/messages; POST chat/channels; PUT chat/channels/1/users/2
DELETE chat/channels/1/users/2; POST session/verify; POST session/verify/mail-fallback
POST session/verify/reissue; DELETE oauth/tokens/current
"""


def _routes(text: str) -> list[tuple[str, str]]:
    lines = text.replace("\n", ";").split(";")
    pairs = (line.split() for line in lines if line.strip())
    return [(method, path) for method, path in pairs]


@pytest.mark.parametrize("game", [True, False])
def test_every_route_of_the_api_is_there(server: DemoServer, game: bool) -> None:
    token = server.authority.issue(server.world.me, SCOPES)["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    for method, path in _routes(GAME if game else OTHERS):
        url = f"{server.url}/api/v2/{path}"
        answer = requests.request(method, url, headers=headers, timeout=10)
        if game:
            assert answer.json() == {"error": "Invalid scope(s) provided."}, (method, path)
        else:
            assert answer.status_code != 500, (method, path)
            assert b"incorrect request method" not in answer.content, (method, path)
