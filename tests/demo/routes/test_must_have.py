"""Required behaviour of all areas: API versions and paging."""

from __future__ import annotations

import re
from typing import Any

import pytest

from osubrowser.demo.http.cursors import cursor_string
from osubrowser.demo.server import DemoServer
from tests.demo.conftest import Caller

PLAYER = 12092800

CURSORS = (
    ("matches", "matches", {"match_id"}),
    ("beatmapsets/search", "beatmapsets", {"approved_date", "id"}),
    ("beatmapsets/search?sort=title_asc", "beatmapsets", {"title.raw", "id"}),
    ("rankings/osu/performance", "ranking", {"page"}),
    ("rankings/osu/country", "ranking", {"page"}),
    ("beatmaps/packs", "beatmap_packs", {"pack_id"}),
    ("events", "events", {"event_id"}),
    ("beatmapsets/discussions", "discussions", {"page", "limit"}),
    ("beatmapsets/discussions/posts", "posts", {"page", "limit"}),
    ("beatmapsets/discussions/votes", "votes", {"page", "limit"}),
    ("news", "news_posts", {"published_at", "id"}),
    ("forums/topics", "topics", {"topic_last_post_time"}),
)

LIMITS = (
    (f"users/{PLAYER}/scores/best", None, 100, 1),
    (f"users/{PLAYER}/beatmapsets/most_played", None, 100, 1),
    ("matches", "matches", 50, 1),
    ("news", "news_posts", 21, 1),
    ("comments", "comments", 100, 1),
    ("beatmapsets/discussions", "discussions", 50, 5),
    ("beatmapsets/discussions/posts", "posts", 50, 5),
    ("beatmapsets/discussions/votes", "votes", 50, 5),
    ("beatmapsets/events", "events", 50, 5),
    ("forums/topics", "topics", 50, 1),
    ("beatmaps/221777/scores", "scores", 100, 1),
)


def _items(body: Any, key: str | None) -> list[Any]:
    found: list[Any] = body if key is None else body[key]
    return found


def objects(body: Any) -> list[dict[str, Any]]:
    """Return every object of a body."""
    if isinstance(body, list):
        return [one for value in body for one in objects(value)]
    if isinstance(body, dict):
        return [body, *(one for value in body.values() for one in objects(value))]
    return []


# --- shapes by the version header ------------------------------------------------------------


@pytest.mark.parametrize("version", [None, "", "2022-07-05", "abc", "20220704"])
def test_without_a_version_the_shapes_are_old(player: Caller, version: str | None) -> None:
    player.session.headers.pop("x-api-version")
    if version is not None:
        player.session.headers["x-api-version"] = version
    score = player.json(f"users/{PLAYER}/scores/best")[0]
    assert {"mode_int", "created_at", "score"} <= score.keys()
    assert "ended_at" not in score
    assert "username" in player.json("friends")[0]


@pytest.mark.parametrize(
    "path",
    [
        f"users/{PLAYER}/scores/best",
        f"users/{PLAYER}/scores/firsts",
        f"users/{PLAYER}/scores/pinned",
        "beatmaps/221777/scores",
        "beatmaps/221777/scores/users/2757689",
        "beatmaps/221777/scores/users/2757689/all",
        "scores/osu/2797309065",
    ],
)
def test_scores_switch_with_the_version(player: Caller, path: str) -> None:
    shapes = {}
    for version in ("20220704", "20220705"):
        player.session.headers["x-api-version"] = version
        shapes[version] = [one for one in objects(player.json(path)) if "max_combo" in one]
    old = [one for one in shapes["20220704"] if "passed" in one]
    new = [one for one in shapes["20220705"] if "passed" in one]
    assert len(old) == len(new)
    for before, after in zip(old, new, strict=True):
        assert "mode_int" in before
        assert "ruleset_id" not in before
        assert "ruleset_id" in after
        assert "mode_int" not in after
        assert before["user_id"] == after["user_id"]


@pytest.mark.parametrize("path", ["scores", "beatmaps/221777/solo-scores"])
def test_some_scores_are_always_modern(player: Caller, path: str) -> None:
    player.session.headers["x-api-version"] = "0"
    assert all("ruleset_id" in score for score in player.json(path)["scores"])


def test_friends_switch_with_the_version(player: Caller) -> None:
    player.session.headers["x-api-version"] = "20241021"
    users = player.json("friends")
    player.session.headers["x-api-version"] = "20241022"
    assert [one["target"] for one in player.json("friends")] == users


# --- paging ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "key", "high", "low"), LIMITS)
def test_limits_are_clamped(guest: Caller, path: str, key: str | None, high: int, low: int) -> None:
    assert len(_items(guest.json(path, limit=100_000), key)) <= high
    assert len(_items(guest.json(path, limit=-7), key)) == low
    assert len(_items(guest.json(path, limit=low + 1), key)) <= low + 1


@pytest.mark.parametrize(
    ("path", "offset"),
    [
        ("users/{me}/scores/recent?include_fails=1", 100),
        ("users/10690090/recent_activity", 100),
        ("users/3178418/kudosu", 100),
        (f"users/{PLAYER}/scores/best", 200),
    ],
)
def test_offsets_end(guest: Caller, server: DemoServer, path: str, offset: int) -> None:
    path = path.format(me=server.world.accounts.id_of(server.world.me))
    assert guest.json(path, limit=100, offset=offset) == []
    assert len(guest.json(path, limit=100, offset=offset - 1)) <= 1
    assert len(guest.json(path, limit=100, offset=-5)) > 0


def test_pages_and_ids_have_their_ends(guest: Caller) -> None:
    last = guest.json("rankings/osu/performance", page=200)
    assert guest.json("rankings/osu/performance", page=99_999) == last
    assert guest.json("rankings/osu/performance", page=-1)["ranking"][0]["global_rank"] == 1
    ids = [
        entry["user"]["id"]
        for page in (1, 2)
        for entry in guest.json("rankings/osu/performance", page=page)["ranking"]
    ]
    assert len(guest.json("users", **{"ids[]": ids})["users"]) == 50
    maps = [one["id"] for one in guest.json("beatmapsets/search")["beatmapsets"]]
    beatmaps = [
        beatmap["id"]
        for one in guest.json("beatmapsets/search")["beatmapsets"]
        for beatmap in one["beatmaps"]
    ]
    assert len(maps) == 50 < len(beatmaps)
    assert len(guest.json("beatmaps", **{"ids[]": beatmaps})["beatmaps"]) == 50
    assert guest.get("users/lookup", **{"ids[]": ids[:51]}).status_code == 422


@pytest.mark.parametrize(("path", "key", "names"), CURSORS)
def test_cursors(guest: Caller, path: str, key: str, names: set[str]) -> None:
    first = guest.json(path)
    assert first["cursor"].keys() == names
    assert first["cursor_string"] == cursor_string(first["cursor"])
    assert re.fullmatch(r"[\w-]+", first["cursor_string"])
    mark = "&" if "?" in path else "?"
    second = guest.json(f"{path}{mark}cursor_string={first['cursor_string']}")
    by_name = guest.json(path, **{f"cursor[{k}]": v for k, v in first["cursor"].items()})
    assert _items(second, key) == _items(by_name, key) != []
    seen = [str(one) for one in _items(first, key)]
    assert not any(str(one) in seen for one in _items(second, key))


def test_cursors_are_null_at_the_end(guest: Caller) -> None:
    for path, query in (
        ("rankings/osu/performance", {"page": 200}),
        ("beatmapsets/search", {"q": "artist=nobody-is-called-so"}),
        ("matches", {"active": 1}),
        ("news", {"year": 2014, "limit": 21}),
        ("beatmaps/packs", {"type": "theme"}),
    ):
        body = guest.json(path, **query)
        for _ in range(40):
            if body["cursor"] is None:
                break
            body = guest.json(path, **query, cursor_string=body["cursor_string"])
        assert body["cursor"] is None, path
        assert body["cursor_string"] is None


def test_comments_always_have_a_cursor_and_a_stub(guest: Caller) -> None:
    query = {"commentable_type": "news_post", "commentable_id": 1}
    body = guest.json("comments", limit=100)
    assert "cursor_string" not in body
    assert body["commentable_meta"][-1].keys() == {"title"}
    one = guest.json("comments", **query, limit=100)
    assert (one["has_more"], bool(one["comments"])) in ((False, True), (False, False))
    assert one["cursor"] is not None or not one["comments"]


def test_topics_have_a_cursor_while_there_are_posts(guest: Caller) -> None:
    topic = guest.json("forums/topics")["topics"][0]
    body, seen = guest.json(f"forums/topics/{topic['id']}"), 0
    while body["posts"]:
        assert body["cursor"].keys() == {"id"}
        seen += len(body["posts"])
        body = guest.json(f"forums/topics/{topic['id']}", cursor_string=body["cursor_string"])
    assert body["cursor"] is None
    assert seen >= topic["post_count"] > 0


def test_the_score_feed_repeats_its_cursor(guest: Caller) -> None:
    first = guest.json("scores")
    ids = [score["id"] for score in first["scores"]]
    assert ids == sorted(ids)
    assert first["cursor"] == {"id": ids[-1]}
    again = guest.json("scores", cursor_string=first["cursor_string"])
    assert again["scores"] == []
    assert again["cursor_string"] == first["cursor_string"]
