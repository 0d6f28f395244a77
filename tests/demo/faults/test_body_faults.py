"""Body faults: the effect of each, and that our client decodes the result."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import requests

from osubrowser.api import Client
from osubrowser.demo.faults.faults import BODY, GROUPS
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.demo.conftest import Caller
from tests.demo.faults.test_faults import PAGING, client_of

Serve = Callable[..., DemoServer]
Make = Callable[..., Caller]
Read = tuple[str, dict[str, object], Callable[[Client], object]]

LIMIT: dict[str, object] = {"limit": 5}
LOOKS = [name for name in BODY if name not in PAGING]


@pytest.fixture(scope="module")
def reads(world: World) -> list[Read]:
    """Answers with every kind of object in them, asked for by path and by the client."""
    match = next(
        world.matches.id_of(number)
        for number in world.matches.newest_first(23_800)
        if len(world.matches.lobby(world.matches.of(number)).games) > 3
        and world.matches.of(number).ruleset == 0
    )
    rooms = world.rooms
    daily = next(n for n in range(len(rooms.table) - 1, 0, -1) if rooms.table.kind[n] == 3)
    room, item = rooms.id_of(daily), rooms.items(rooms.of(daily))[0].id
    found = world.beatmaps.difficulty_by_id(221777)
    assert found is not None
    beatmapset = world.beatmaps.id_of(found[0])
    slug = world.community.news.posts[0].slug
    return [
        ("users/12092800/osu", {}, lambda c: c.user(12092800, mode="osu")),
        ("rankings/osu/performance", {}, lambda c: c.ranking("osu", "performance")),
        ("beatmaps/221777", {}, lambda c: c.beatmap(221777)),
        (f"beatmapsets/{beatmapset}", {}, lambda c: c.beatmapset(beatmapset)),
        (f"matches/{match}", {}, lambda c: c.match(match)),
        ("rooms", LIMIT, lambda c: c.rooms(limit=5)),
        (f"rooms/{room}", {}, lambda c: c.room(room)),
        (f"rooms/{room}/leaderboard", LIMIT, lambda c: c.room_leaderboard(room, limit=5)),
        (
            f"rooms/{room}/playlist/{item}/scores",
            LIMIT,
            lambda c: c.multiplayer_scores(room, item, limit=5),
        ),
        ("users/12092800/scores/best", {}, lambda c: c.user_scores(12092800, "best")),
        ("scores/osu/2797309065", {}, lambda c: c.score_mode("osu", 2797309065)),
        ("beatmaps/221777/scores", LIMIT, lambda c: c.beatmap_scores(221777, limit=5)),
        ("comments", {}, lambda c: c.comments()),
        ("events", {}, lambda c: c.events()),
        ("beatmapsets/discussions", LIMIT, lambda c: c.beatmapset_discussions(limit=5)),
        ("beatmapsets/events", LIMIT, lambda c: c.beatmapset_events(limit=5)),
        ("news", LIMIT, lambda c: c.news_listing(limit=5)),
        (f"news/{slug}", {}, lambda c: c.news_post(slug)),
        ("changelog", {}, lambda c: c.changelog_listing()),
    ]


@pytest.fixture(scope="module")
def clean(world: World, reads: list[Read]) -> dict[str, bytes]:
    """The same answers without a fault."""
    with DemoServer(world=world) as server:
        return {path: _body(server, path, query) for path, query, _ in reads}


def _body(server: DemoServer, path: str, query: dict[str, object]) -> bytes:
    token = server.authority.issue(None, frozenset(("public",)))["access_token"]
    headers = {
        "Authorization": f"Bearer {token}",
        "x-api-version": "20241022",
        "Host": "osu.example",
    }
    url = f"{server.url}/api/v2/{path}"
    answer = requests.get(url, headers=headers, params=query, timeout=20)  # type: ignore[arg-type]  # any text
    assert answer.status_code == 200, (path, answer.text[:200])
    return answer.content


@pytest.mark.parametrize("fault", [*LOOKS, *GROUPS])
def test_a_fault_shows_and_the_client_reads_what_is_left(
    serve: Serve, reads: list[Read], clean: dict[str, bytes], fault: str
) -> None:
    server = serve(faults=fault)
    changed = [path for path, query, _ in reads if _body(server, path, query) != clean[path]]
    assert changed
    with client_of(server) as client:
        for path, _, read in reads:
            if path in changed:
                assert read(client) is not None


def _objects(body: Any) -> list[dict[str, Any]]:
    """Return every object of a body, but none that a fault put there."""
    if isinstance(body, list):
        return [one for value in body for one in _objects(value)]
    if isinstance(body, dict):
        old = [value for key, value in body.items() if not key.startswith("new_field_")]
        return [body, *(one for value in old for one in _objects(value))]
    return []


def _all_null(key: str) -> Callable[[Any], bool]:
    def check(body: Any) -> bool:
        values = [one[key] for one in _objects(body) if key in one]
        return bool(values) and all(value is None for value in values)

    return check


def _has_value(key: str, value: object) -> Callable[[Any], bool]:
    return lambda body: any(key in one and one[key] == value for one in _objects(body))


def _lacks(key: str) -> Callable[[Any], bool]:
    return lambda body: not any(key in one for one in _objects(body))


def _numbers(body: Any) -> list[Any]:
    values = [value for one in _objects(body) for value in one.values()]
    return [value for value in values if isinstance(value, int | float)]


CHECKS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "deleted-author": ("beatmapsets/", lambda b: b["user"]["username"] == "[deleted user]"),
    "missing-set": ("matches/", _has_value("beatmapset", None)),
    "missing-game-beatmap": ("matches/", _lacks("beatmap")),
    "missing-user": (
        "matches/",
        lambda b: bool(
            {e["user_id"] for e in b["events"] if e["user_id"]} - {u["id"] for u in b["users"]}
        ),
    ),
    "unknown-event": ("events", lambda b: {e["type"] for e in b["events"]} == {"somethingNew"}),
    "unknown-score": ("matches/", _has_value("type", "solo_score_v2")),
    "unknown-room": ("rooms", lambda b: {room["type"] for room in b} == {"race"}),
    "unknown-status": ("beatmaps/", lambda b: b["status"] == "review"),
    "unknown-grade": ("matches/", _has_value("rank", "SSS")),
    "unknown-group": ("users/", _has_value("identifier", "unheard-of")),
    "unknown-hit-result": ("matches/", _has_value("new_hit", 1)),
    "unreadable-event": (
        "events",
        lambda b: (
            b["events"][-1].keys() == {"id", "created_at", "createdAt", "type", "parse_error"}
            and b["events"][-1]["type"] is None
        ),
    ),
    "unknown-mod": ("matches/", _has_value("settings", {"new_setting": {"nested": 1}})),
    "extra-fields": (
        "rooms",
        lambda b: all(any(key.startswith("new_field_") for key in one) for one in _objects(b)),
    ),
    "missing-fields": ("beatmaps/", lambda b: "id" in b and "accuracy" not in b),
    "missing-statistics": ("users/", lambda b: "statistics" not in b),
    "missing-maximum-statistics": ("matches/", _lacks("maximum_statistics")),
    "empty-list": ("news/", lambda b: b["navigation"] == []),
    "float-as-int": ("beatmaps/", lambda b: not any(isinstance(n, float) for n in _numbers(b))),
    "int-as-float": (
        "beatmaps/",
        lambda b: {type(n) for n in _numbers(b) if n is not True and n is not False} == {float},
    ),
    "large-ids": ("beatmaps/", lambda b: b["id"] == 221777 + (1 << 33)),
    "negative-counts": (
        "users/",
        lambda b: min(b["statistics"]["grade_counts"].values()) == -1,
    ),
    "null-rank-history": ("users/", lambda b: b["rank_history"] is None),
    "null-cover-url": ("users/", lambda b: b["cover"]["url"] is None),
    "null-country": ("users/", lambda b: b["country"] is None),
    "null-team": ("rankings/osu/performance", _all_null("team")),
    "null-global-rank": ("rankings/osu/performance", _all_null("global_rank")),
    "null-pp": ("rankings/osu/performance", _all_null("pp")),
    "null-playstyle": ("users/", lambda b: b["playstyle"] is None),
    "null-max-combo": ("beatmaps/", _all_null("max_combo")),
    "null-default-group": ("users/", lambda b: b["default_group"] is None),
    "deleted-comment": (
        "comments",
        lambda b: (
            _lacks("message")(b)
            and _lacks("message_html")(b)
            and all(one["deleted_at"] for one in b["comments"])
        ),
    ),
}


def test_every_fault_of_bodies_is_looked_at() -> None:
    assert set(CHECKS) == set(LOOKS)


@pytest.mark.parametrize("fault", CHECKS)
def test_what_a_fault_does(
    serve: Serve, reads: list[Read], clean: dict[str, bytes], fault: str
) -> None:
    start, check = CHECKS[fault]
    path, query, _ = next(read for read in reads if read[0].startswith(start))
    assert not check(json.loads(clean[path]))
    assert check(json.loads(_body(serve(faults=fault), path, query)))


def test_missing_fields_take_one_key_after_the_other(serve: Serve, clean: dict[str, bytes]) -> None:
    server, whole = serve(faults="missing-fields"), json.loads(clean["beatmaps/221777"])
    names = sorted(
        {key for one in _objects(whole) for key in one if key != "id" and not key.endswith("_id")}
    )
    for name in names[:12]:
        body = json.loads(_body(server, "beatmaps/221777", {}))
        assert not any(name in one for one in _objects(body)), name
        assert body["id"] == 221777


def test_negative_counts_of_scores(serve: Serve, reads: list[Read]) -> None:
    server = serve(faults="negative-counts")
    path = next(path for path, *_ in reads if path.startswith("matches/"))
    body = json.loads(_body(server, path, {}))
    counts = [one["statistics"] for one in _objects(body) if "legacy_perfect" in one]
    assert counts
    assert {min(one.values()) for one in counts} == {-1}


def test_unknown_mods_of_the_older_shape_are_texts(
    serve: Serve, caller: Make, reads: list[Read]
) -> None:
    one = caller(serve(faults="unknown-mod"), guest=True)
    one.session.headers["x-api-version"] = "0"
    path = next(path for path, *_ in reads if path.startswith("matches/"))
    mods = [score["mods"] for score in _objects(one.json(path)) if "mode_int" in score]
    assert mods
    assert all(acronyms[-1] == "ZZ" for acronyms in mods)
