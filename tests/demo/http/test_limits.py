"""Rate limits: buckets, costs, headers, and refusals."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import requests

from osubrowser.demo.http.throttle import TOKENS_A_MINUTE, Throttle
from osubrowser.demo.server import DemoServer
from tests.conftest import Server
from tests.demo.conftest import Caller

Serve = Callable[..., DemoServer]
Make = Callable[..., Caller]

TOO_MANY = {"error": "Too Many Attempts."}
REPLAYS = ("scores/osu/2797309065/download", "scores/1/download")


def _left(answer: requests.Response) -> tuple[str | None, str | None]:
    return tuple(answer.headers.get(f"X-RateLimit-{name}") for name in ("Limit", "Remaining"))  # type: ignore[return-value]  # two


def test_the_limits_by_default(guest: Caller) -> None:
    assert _left(guest.get("spotlights")) == ("1200", "1199")
    assert _left(guest.get(REPLAYS[0])) == ("10", "9")
    assert _left(guest.get("spotlights")) == ("1200", "1197")


def test_both_addresses_of_replays_share_a_bucket_of_their_own(serve: Serve, caller: Make) -> None:
    server = serve(replay_limit=3)
    one = caller(server, guest=True)
    shown = [_left(one.get(path))[1] for path in (*REPLAYS, REPLAYS[0])]
    assert shown == ["2", "1", "0"]
    over = one.get(REPLAYS[1])
    assert (over.status_code, over.json()) == (429, TOO_MANY)
    # The outer bucket still counts, and tells.
    assert _left(over) == ("1200", "1196")
    assert "Retry-After" not in over.headers
    assert one.get("spotlights").status_code == 200
    assert caller(server, guest=True).get(REPLAYS[0]).status_code != 429


def test_a_replay_beyond_its_limit_can_say_when_to_return(serve: Serve, caller: Make) -> None:
    one = caller(serve(replay_limit=0, retry_after=True), guest=True)
    assert 1 <= int(one.get(REPLAYS[0]).headers["Retry-After"]) <= 61


def test_the_smaller_remainder_is_shown(serve: Serve, caller: Make) -> None:
    one = caller(serve(limit=4, replay_limit=3), guest=True)
    assert _left(one.get(REPLAYS[0])) == ("3", "2")
    one.get("spotlights")
    one.get("spotlights")
    assert _left(one.get(REPLAYS[0])) == ("4", "0")
    over = one.get("spotlights")
    assert (over.status_code, over.json(), _left(over)) == (429, TOO_MANY, (None, None))


def test_every_request_counts_and_errors_too(serve: Serve, caller: Make) -> None:
    one = caller(serve(limit=3), guest=True)
    assert _left(one.get("users/0")) == ("3", "2")
    assert _left(one.get("me")) == ("3", "1")
    assert one.get("no/such/path").status_code == 404
    assert one.get("spotlights").status_code == 429


def test_without_a_token_the_address_is_counted(serve: Serve) -> None:
    server = serve(limit=2)
    url = f"{server.url}/api/v2/news"
    statuses = [requests.get(url, timeout=5).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    bad = requests.get(url, headers={"Authorization": "Bearer bad"}, timeout=5)
    assert bad.status_code == 401
    assert _left(bad) == (None, None)


@pytest.mark.parametrize(
    ("path", "query", "cost"),
    [
        ("users", {"ids[]": [1, 2, 3]}, 3),
        ("users", {"ids[]": [1, 2], "include_variant_statistics": "true"}, 6),
        ("users", {"ids[]": [1, 2], "include_variant_statistics": "false"}, 2),
        ("users", {}, 1),
        ("users/lookup", {"ids[]": [1, 2, 3]}, 1),
        ("users/12092800/beatmaps-passed", {"beatmapset_ids[]": [1, 2, 3, 4]}, 4),
        ("beatmaps", {"ids[]": [1, 2, 3]}, 1),
        ("rankings/osu/performance", {}, 1),
    ],
)
def test_what_a_request_costs(
    guest: Caller, path: str, query: dict[str, object], cost: int
) -> None:
    assert _left(guest.get(path, **query)) == ("1200", str(1_200 - cost))


def test_tokens_are_limited_by_address(server: DemoServer) -> None:
    url, form = f"{server.url}/oauth/token", {"grant_type": "client_credentials"}
    with requests.Session() as session:
        for _ in range(TOKENS_A_MINUTE):
            assert session.post(url, data=form, timeout=5).status_code == 400
        over = session.post(url, data=form, headers={"Accept": "application/json"}, timeout=5)
        assert (over.status_code, over.json()) == (429, TOO_MANY)
        page = session.post(url, data=form, timeout=5)
        assert page.status_code == 429
        assert page.headers["Content-Type"].startswith("text/html")


def test_the_limits_of_api_v1(serve: Serve) -> None:
    server = serve(limit=4, replay_limit=1)
    query = {"k": server.api_key, "m": "0", "b": "1776628", "u": "3256299"}
    too_fast = {"error": "Requesting too fast! Slow your operation, cap'n!"}
    with requests.Session() as session:

        def ask(method: str) -> requests.Response:
            return session.get(f"{server.url}/api/{method}", params=query, timeout=10)

        assert ask("get_replay").status_code == 200
        assert ask("get_replay").json() == too_fast
        assert [ask("get_user").status_code for _ in range(3)] == [200, 200, 429]
        assert ask("get_user").json() == too_fast


def test_limits_on_the_command_line(demo_server_with: Callable[..., Server]) -> None:
    server = demo_server_with("--limit", "7", "--replay-limit", "2")
    form = {
        "grant_type": "client_credentials",
        "scope": "public",
        "client_id": server.client_id,
        "client_secret": server.client_secret,
    }
    token = requests.post(f"{server.url}/oauth/token", data=form, timeout=5).json()
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    url = f"{server.url}/api/v2/"
    assert _left(requests.get(url + "spotlights", headers=headers, timeout=5)) == ("7", "6")
    assert _left(requests.get(url + REPLAYS[1], headers=headers, timeout=5)) == ("2", "1")


def test_taking_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [50.0]
    monkeypatch.setattr("osubrowser.demo.http.throttle.time.monotonic", lambda: now[0])
    throttle = Throttle(2)
    assert [throttle.take("a") for _ in range(3)] == [1, 0, None]
    assert throttle.take("b") == 1
    now[0] += 60
    assert throttle.take("a") == 1
