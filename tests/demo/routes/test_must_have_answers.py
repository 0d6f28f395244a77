"""Required behaviour of all areas: values, errors, files."""

from __future__ import annotations

import re
from typing import Any

import pytest

from osubrowser.demo.server import DemoServer
from tests.demo.conftest import Caller
from tests.demo.routes.test_must_have import PLAYER, objects

ZULU = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
OFFSET = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00"
MICRO = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"
DAY = r"\d{4}-\d\d-\d\d"

AREAS = (
    f"users/{PLAYER}",
    "me",
    "friends",
    "spotlights",
    "rankings/osu/performance",
    "rankings/osu/charts",
    "rankings/kudosu",
    f"users/{PLAYER}/scores/best",
    f"users/{PLAYER}/beatmapsets/most_played",
    "users/10690090/recent_activity",
    "users/3178418/kudosu",
    "beatmaps/221777",
    "beatmaps/221777/scores",
    "beatmapsets/search",
    "beatmapsets/lookup?beatmap_id=221777",
    "beatmaps/packs",
    "beatmapsets/discussions",
    "beatmapsets/events",
    "scores",
    "events",
    "news",
    "comments",
    "changelog",
    "forums",
    "forums/topics",
    "matches",
    "rooms",
    "rooms/latest",
    "seasonal-backgrounds",
    "search?query=peppy",
    "tags",
    "wiki/en/Main_page",
)


# --- values ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", AREAS)
def test_whole_numbers_have_no_fraction(player: Caller, path: str) -> None:
    answer = player.get(path)
    assert answer.status_code == 200
    text = re.sub(r'"(?:[^"\\]|\\.)*"', '""', answer.text)
    assert not re.search(r"\d\.0+(?=[,\]}\s])", text)
    assert not re.search(r"NaN|Infinity", text)


def test_statistics_of_both_shapes(guest: Caller) -> None:
    empty = 0
    for path in ("scores", f"users/{PLAYER}/scores/best?limit=100", "beatmaps/221777/scores"):
        for one in objects(guest.json(path)):
            if "maximum_statistics" in one:
                for name in ("statistics", "maximum_statistics"):
                    assert one[name]
                    assert 0 not in one[name].values() or one[name] == {"miss": 0}
                    empty += one[name] == {"miss": 0}
    guest.session.headers["x-api-version"] = "0"
    wanted = {f"count_{name}" for name in ("100", "300", "50", "geki", "katu", "miss")}
    for score in guest.json(f"users/{PLAYER}/scores/best?limit=100"):
        assert score["statistics"].keys() == wanted
        assert score["statistics"]["count_geki"] is None
        assert isinstance(score["statistics"]["count_miss"], int)


FORMS = (
    ("users/2", ("join_date",), OFFSET),
    (f"users/{PLAYER}", ("join_date",), OFFSET),
    (f"users/{PLAYER}", ("achieved_at", "updated_at"), ZULU),
    (f"users/{PLAYER}", ("start_date",), DAY),
    ("users/10690090/recent_activity", ("created_at", "createdAt"), OFFSET),
    ("users/3178418/kudosu", ("created_at",), OFFSET),
    ("spotlights", ("start_date", "end_date"), OFFSET),
    (f"users/{PLAYER}/scores/best", ("ended_at", "started_at"), ZULU),
    ("beatmaps/221777", ("last_updated", "submitted_date", "ranked_date"), ZULU),
    ("beatmapsets/search", ("last_updated", "submitted_date", "ranked_date"), ZULU),
    ("beatmaps/packs", ("date",), MICRO),
    ("news", ("published_at", "updated_at"), rf"{OFFSET}|{MICRO}"),
    ("comments", ("created_at", "updated_at", "edited_at", "deleted_at"), ZULU),
    ("changelog", ("created_at",), OFFSET),
    ("events", ("created_at", "createdAt"), OFFSET),
    ("matches", ("start_time", "end_time"), OFFSET),
    ("rooms", ("starts_at", "ends_at", "created_at", "played_at"), OFFSET),
    ("forums/topics", ("created_at", "updated_at"), OFFSET),
    ("seasonal-backgrounds", ("ends_at",), OFFSET),
)


@pytest.mark.parametrize(("path", "keys", "form"), FORMS)
def test_times_are_written_as_listed(
    guest: Caller, path: str, keys: tuple[str, ...], form: str
) -> None:
    body = guest.json(path)
    if isinstance(body, dict):
        body.pop("cursor", None)  # times in cursors have a form of their own
    found = [one[key] for one in objects(body) for key in keys if one.get(key)]
    assert found
    assert [text for text in found if not re.fullmatch(form, text)] == []


def test_times_in_cursors(guest: Caller) -> None:
    assert re.fullmatch(MICRO, guest.json("news")["cursor"]["published_at"])
    search = guest.json("beatmapsets/search")["cursor"]
    assert isinstance(search["approved_date"], int)
    assert search["approved_date"] > 10**12


# --- search, boards, errors, redirects -------------------------------------------------------


def test_the_search(guest: Caller, server: DemoServer) -> None:
    body = guest.json("beatmapsets/search")
    assert body["error"] is None
    assert body["search"] == {"sort": "ranked_desc"}
    assert len(body["beatmapsets"]) == 50
    assert guest.json("beatmapsets/search", q="love")["search"] == {"sort": "relevance_desc"}
    for query in ({"played": "played"}, {"r": "XH"}):
        empty = guest.json("beatmapsets/search", **query)
        assert (empty["beatmapsets"], empty["total"], empty["cursor"]) == ([], 0, None)
        assert "error" in empty


def test_a_map_without_a_board(guest: Caller) -> None:
    for status in ("pending", "graveyard"):
        for one in guest.json("beatmapsets/search", s=status)["beatmapsets"][:3]:
            answer = guest.get(f"beatmaps/{one['beatmaps'][0]['id']}/scores")
            assert (answer.status_code, answer.json()) == (200, {"scores": []})


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("users/4", b'{"error":null}'),
        ("users/4/scores/best", b'{"error":null}'),
        ("beatmaps/lookup?id=1", b'{"error":null}'),
        ("news/no-such-post", b'{"error":null}'),
        ("beatmaps/1", b'{"error":"Specified beatmap difficulty couldn\'t be found."}'),
        ("beatmapsets/1", b'{"error":"Specified beatmap couldn\'t be found."}'),
        ("beatmaps/packs/ZZ", b'{"error":"Specified BeatmapPack couldn\'t be found."}'),
        ("rooms/1", b'{"error":"Specified Multiplayer\\\\Room couldn\'t be found."}'),
        ("scores/1", b'{"error":"Specified Solo\\\\Score couldn\'t be found."}'),
        ("scores/abc", b'{"error":"Invalid score id."}'),
        ("scores/0", b'{"error":"Invalid score id."}'),
        ("scores/nothing/5", b'{"error":"unknown ruleset name"}'),
        ("rankings/osu/nothing", b'{"error":"invalid type specified"}'),
        ("no/such/path", b'{"error":"Invalid url or incorrect request method."}'),
        ("wiki/en/No_such_page", b""),
    ],
)
def test_the_kinds_of_404(guest: Caller, path: str, body: bytes) -> None:
    answer = guest.get(path)
    assert (answer.status_code, answer.content) == (404, body)


def test_a_wrong_method_is_a_404(guest: Caller) -> None:
    url = f"{guest.server.url}/api/v2/spotlights"
    answer = guest.session.post(url, timeout=5)
    assert answer.status_code == 404
    assert answer.json() == {"error": "Invalid url or incorrect request method."}


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("wiki/en/main_page", "/api/v2/wiki/en/Main_page"),
        ("search?mode=beatmapset&query=love", "/beatmapsets?q=love"),
        ("search?mode=artist_track&query=love", "/beatmaps/artists/tracks"),
    ],
)
def test_redirects(guest: Caller, path: str, to: str) -> None:
    url = f"{guest.server.url}/api/v2/{path}"
    answer = guest.session.get(url, timeout=5, allow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(f"{guest.server.url}{to}")


def test_short_names_of_teams_redirect(guest: Caller, server: DemoServer) -> None:
    team = server.world.teams.entity(5)
    url = f"{server.url}/api/v2/teams/@{team['short_name']}"
    answer = guest.session.get(url, timeout=5, allow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(f"{server.url}/teams/")
    page = guest.session.get(url, timeout=5)
    assert page.headers["Content-Type"].startswith("text/html")


# --- replays and API v1 ----------------------------------------------------------------------


def test_replays(guest: Caller) -> None:
    stable = guest.json("scores/osu/2797309065")
    assert (stable["legacy_score_id"], stable["has_replay"]) == (2797309065, True)
    old = guest.get("scores/osu/2797309065/download")
    new = guest.get(f"scores/{stable['id']}/download")
    assert old.content == new.content
    assert old.content[0] == 0
    for answer in (old, new):
        assert answer.headers["Content-Type"] == "application/x-osu-replay"
        name = f"solo-replay-osu_{stable['beatmap_id']}_{stable['id']}.osr"
        assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    lazer = next(
        score
        for page in range(1, 4)
        for score in guest.json(f"users/{PLAYER}/scores/best", limit=100, offset=(page - 1) * 100)
        if score["legacy_score_id"] is None and score["has_replay"]
    )
    answer = guest.get(f"scores/{lazer['id']}/download")
    assert int.from_bytes(answer.content[1:5], "little") >= 30_000_000
    assert int.from_bytes(old.content[1:5], "little") < 30_000_000


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("scores/1/download", "Specified Solo\\Score couldn't be found."),
        ("scores/nothing/5/download", "unknown ruleset name"),
        ("scores/catch/2797309065/download", "unknown ruleset name"),
    ],
)
def test_replays_that_are_not_there(guest: Caller, path: str, error: str) -> None:
    answer = guest.get(path)
    assert (answer.status_code, answer.json()) == (404, {"error": error})


def test_api_v1(guest: Caller, server: DemoServer) -> None:
    def ask(method: str, **query: object) -> Any:
        sent = {name: str(value) for name, value in {"k": server.api_key, **query}.items()}
        answer = guest.session.get(f"{server.url}/api/{method}", params=sent, timeout=10)
        assert answer.status_code == 200
        return answer.json()

    for method, query in (
        ("get_user", {"u": "peppy"}),
        ("get_beatmaps", {"b": 1776628}),
        ("get_scores", {"b": 221777}),
        ("get_user_best", {"u": 2757689}),
    ):
        (first, *_) = ask(method, **query)
        plain = {key: value for key, value in first.items() if key != "events"}
        assert {type(value) for value in plain.values()} <= {str, type(None)}
    assert ask("get_user", u="nobody is called this") == []
    assert ask("get_beatmaps", b=1) == []
    assert ask("get_replay", m=0, b=1776628, u=3256299).keys() == {"content", "encoding"}
    assert ask("get_replay", m=0, b=1776628, u=1) == {"error": "Replay not available."}
    number = next(server.world.matches.newest_first(23_000))
    match = ask("get_match", mp=server.world.matches.id_of(number))
    assert match["match"]["match_id"] == str(server.world.matches.id_of(number))
    assert ask("get_match", mp=5) == {"match": 0, "games": []}
    bad = guest.session.get(f"{server.url}/api/get_user", params={"k": "no", "u": "2"}, timeout=5)
    assert bad.json() == {"error": "Please provide a valid API key."}
