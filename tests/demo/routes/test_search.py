"""Beatmapset search against a brute-force search."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.search.query import parse
from osubrowser.demo.world.world import World
from tests.costs import ratio
from tests.demo.conftest import NOW, Caller

Item = dict[str, Any]
Fits = Callable[[Item], bool]
FitsOne = Callable[[Item, Item], bool]

OLD = ("created>=2013-05-25 created<2013-06-15", range(2_000, 7_000), "2013-05-25", "2013-06-15")
NEW = ("created>=2026-08-07", range(COUNT - 400, COUNT), "2026-08-07", "2027")


@pytest.fixture(scope="module")
def universe(world: World) -> dict[str, list[Item]]:
    """Every set of two stretches of time, as `GET beatmapsets/{id}` tells it."""
    found: dict[str, list[Item]] = {}
    with DemoServer(world=world) as server:
        token = str(server.player_token()["access_token"])
        caller = Caller(server, token)
        for text, numbers, first, last in (OLD, NEW):
            sets = found[text] = []
            for number in numbers:
                if first <= world.beatmaps.submitted(number).isoformat() < last:
                    sets.append(caller.json(f"beatmapsets/{world.beatmaps.id_of(number)}"))
        caller.session.close()
    assert all(40 < len(sets) < 160 for sets in found.values()), [*map(len, found.values())]
    return found


def search(caller: Caller, **query: object) -> list[Item]:
    """Return all sets of a search, page by page along its cursors."""
    found: list[Item] = []
    cursor: dict[str, object] = {}
    while True:
        page = caller.json("beatmapsets/search", **query, **cursor)
        assert page["error"] is None
        found += page["beatmapsets"]
        assert len(page["beatmapsets"]) == 50 or page["cursor_string"] is None
        if page["cursor_string"] is None:
            assert page["cursor"] is None
            assert page["total"] == len(found)
            return found
        cursor = {"cursor_string": page["cursor_string"]}


def ids(sets: list[Item]) -> list[int]:
    return [one["id"] for one in sets]


def seconds(text: str | None) -> float:
    return -math.inf if text is None else datetime.fromisoformat(text).timestamp()


def day(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


def word_list(*texts: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", " ".join(texts).lower())


ONE: dict[str, FitsOne] = {
    "stars>5": lambda s, b: b["difficulty_rating"] >= 5.005,
    "star<3,5": lambda s, b: b["difficulty_rating"] < 3.495,
    "stars>=4 stars<=4.5": lambda s, b: 3.995 <= b["difficulty_rating"] < 4.505,
    "ar=9": lambda s, b: b["ar"] == 9,
    "AR>9.5": lambda s, b: b["ar"] > 9.5,
    "cs<4": lambda s, b: b["cs"] < 4,
    "od>:8": lambda s, b: b["accuracy"] >= 8,
    "dr<=4": lambda s, b: b["drain"] <= 4,
    "hp>6": lambda s, b: b["drain"] > 6,
    "bpm>=200": lambda s, b: b["bpm"] >= 200,
    "bpm=180": lambda s, b: abs(b["bpm"] - 180) <= 0.005,
    "length<90": lambda s, b: b["total_length"] < 89.5,
    "length=2m": lambda s, b: 90 <= b["total_length"] < 150,
    "length>3:20": lambda s, b: b["total_length"] >= 200.5,
    "length<=1m30s": lambda s, b: b["total_length"] < 90.5,
    "circles>600": lambda s, b: b["count_circles"] > 600,
    "sliders<20": lambda s, b: b["count_sliders"] < 20,
    "keys=7": lambda s, b: b["mode"] == "mania" and b["cs"] == 7,
    "key>=4": lambda s, b: b["mode"] == "mania" and b["cs"] >= 4,
    "difficulty=insane": lambda s, b: "insane" in word_list(b["version"]),
    'difficulty="4k nm"': lambda s, b: {"4k", "nm"} <= {*word_list(b["version"])},
    "tag=skillset/jumps": lambda s, b: has_tag(s, b, "skillset/jumps"),
    "tag=jumps tag=style/old": lambda s, b: (
        has_tag(s, b, "skillset/jumps") and has_tag(s, b, "style/old")
    ),
    "tag=-": lambda s, b: False,
    "tag=featured": lambda s, b: has_tag(s, b, "meta/featured artist"),
    "stars>5 keys=7": lambda s, b: (
        b["mode"] == "mania" and b["cs"] == 7 and b["difficulty_rating"] >= 5.005
    ),
    "stars<3 ar>5 sliders>100": lambda s, b: (
        b["difficulty_rating"] < 2.995 and b["ar"] > 5 and b["count_sliders"] > 100
    ),
}
"""What one and the same difficulty of a set must be."""

WHOLE: dict[str, Fits] = {
    "favourites>60": lambda s: s["favourite_count"] > 60,
    "favourites=3": lambda s: s["favourite_count"] == 3,
    "status=r": lambda s: s["ranked"] == 1,
    "status>=pend": lambda s: s["ranked"] >= 0,
    "status<pending": lambda s: s["ranked"] < 0,
    "status=loved": lambda s: s["ranked"] == 4,
    "submitted<=2013-05-31": lambda s: seconds(s["submitted_date"]) < day("2013-06-01"),
    "created=2013/06": lambda s: s["submitted_date"].startswith("2013-06"),
    "updated>2026-08-05": lambda s: seconds(s["last_updated"]) >= day("2026-08-06"),
    "updated<20130603": lambda s: seconds(s["last_updated"]) < day("2013-06-03"),
    "ranked>=2013.08": lambda s: (
        s["ranked"] in (1, 2, 4) and seconds(s["ranked_date"]) >= day("2013-08-01")
    ),
    "ranked=2013": lambda s: (
        s["ranked"] in (1, 2, 4) and (s["ranked_date"] or "").startswith("2013")
    ),
    "artist=tramline": lambda s: "tramline" in word_list(s["artist"]),
    "artist=tram": lambda s: "tram" in word_list(s["artist"]),
    'artist="meadow cassette"': lambda s: {"meadow", "cassette"} <= {*word_list(s["artist"])},
    'artist=""meadow cassette""': lambda s: "meadow cassette" in " ".join(word_list(s["artist"])),
    'artist=""cassette meadow""': lambda s: "cassette meadow" in " ".join(word_list(s["artist"])),
    'title="': lambda s: False,
    "title=yume": lambda s: "yume" in word_list(s["title"]),
    "title=夢": lambda s: "夢" in s["title"] + s["title_unicode"],
    "source=galaxy": lambda s: "galaxy" in word_list(s["source"]),
    "featured_artist=2": lambda s: s["track_id"] is not None and s["artist"] == artist(5),
    "divisor=4": lambda s: True,
    "yume no": lambda s: all(begins(s, word) for word in ("yume", "no")),
    "elect": lambda s: begins(s, "elect"),
}
"""What a set itself must be."""

EMPTY = ('title="', "tag=-", 'artist=""meadow cassette""', "artist=tram", "tag=jumps tag=style/old")
"""What finds nothing here: not in this order, not a whole word, not both at once."""


def has_tag(beatmapset: Item, beatmap: Item, name: str) -> bool:
    known = {tag["id"]: tag["name"] for tag in beatmapset["related_tags"]}
    return any(known[tag["tag_id"]] == name for tag in beatmap["top_tag_ids"])


def artist(number: int) -> str:
    from osubrowser.demo.world.beatmaps.songs import song_parts

    return song_parts().artists[number][0]


def begins(beatmapset: Item, word: str) -> bool:
    names = ("artist", "artist_unicode", "title", "title_unicode", "source", "tags", "creator")
    found = word_list(*(beatmapset[name] for name in names))
    return any(one.startswith(word) for one in found)


@pytest.mark.parametrize("query", [*ONE, *WHOLE])
def test_an_operator_finds_what_a_look_at_every_set_finds(
    query: str, universe: dict[str, list[Item]], player: Caller
) -> None:
    hits = 0
    for time_range, sets in universe.items():
        if query in WHOLE:
            expected = [s["id"] for s in sets if WHOLE[query](s)]
        else:
            fits = ONE[query]
            expected = [s["id"] for s in sets if any(fits(s, b) for b in s["beatmaps"])]
        found = search(player, q=f"{time_range} {query}", s="any", nsfw="true")
        if query.startswith(("created", "submitted")):  # the later bound is the one in force
            known = set(ids(sets))
            found = [one for one in found if one["id"] in known]
        assert sorted(ids(found)) == sorted(expected)
        hits += len(expected)
    some = sum(map(len, universe.values()))
    assert hits < some or query == "divisor=4"
    assert hits or query in EMPTY


@pytest.mark.parametrize(
    ("text", "name", "low", "high"),
    [
        ("stars>5", "stars", 5.005, math.inf),
        ("stars>=5", "stars", 4.995, math.inf),
        ("stars<5", "stars", -math.inf, 4.995),
        ("stars<:5", "stars", -math.inf, 5.005),
        ("stars:5,5", "stars", 5.495, 5.505),
        ("ar=9", "ar", 8.95, 9.05),
        ("stars>3 stars<4", "stars", 3.005, 3.995),
        ("stars>3 stars>4", "stars", 4.005, math.inf),
        ("circles>600", "circles", math.nextafter(600, 601), math.inf),
        ("circles<=600", "circles", -math.inf, math.nextafter(600, 601)),
        ("length=90", "length", 89.5, 90.5),
        ("length>1:02:03", "length", 3723.5, math.inf),
        ("length=1.5m", "length", 60, 120),
        ("length=2m30s", "length", 149.5, 150.5),
        ("length=1h2m", "length", 3690, 3750),
        ("length<500ms", "length", -math.inf, 0.4995),
        ("status=pend", "status", 0, math.nextafter(0, 1)),
        ("status>r", "status", math.nextafter(1, 2), math.inf),
        ("created=2020", "submitted", day("2020-01-01"), day("2021-01-01")),
        ("created=202012", "submitted", day("2020-12-01"), day("2021-01-01")),
        ("created>2020.02", "submitted", day("2020-03-01"), math.inf),
        ("ranked<=2020/05/31", "ranked", -math.inf, day("2020-06-01")),
        ("updated<2020-05-31", "updated", -math.inf, day("2020-05-31")),
        ("created>=yesterday", "submitted", day("2026-08-20"), math.inf),
        ("updated>=2020-05-31T10:00:00Z", "updated", day("2020-05-31") + 36_000, math.inf),
    ],
)
def test_an_operator_means_this_range(text: str, name: str, low: float, high: float) -> None:
    query = parse(f"some {text} words", NOW)
    assert query.words == ["some", "words"]
    assert list(query.ranges) == [name]
    assert tuple(query.ranges[name]) == pytest.approx((low, high))


FILTERS: dict[str, tuple[dict[str, object], Fits]] = {
    "mode": ({"m": 3, "s": "any"}, lambda s: any(b["mode_int"] == 3 for b in s["beatmaps"])),
    "mode with converts": (
        {"m": 1, "s": "any", "c": "converts"},
        lambda s: any(b["mode_int"] == 1 for b in s["beatmaps"] + s["converts"]),
    ),
    "bad mode": ({"m": 7, "s": "any"}, lambda s: True),
    "no status": ({}, lambda s: s["ranked"] in (1, 2, 4)),
    "leaderboard": ({"s": "leaderboard"}, lambda s: s["ranked"] in (1, 2, 4)),
    "ranked": ({"s": "ranked"}, lambda s: s["ranked"] in (1, 2)),
    "digit": ({"s": "4"}, lambda s: s["ranked"] == 0),
    "digit for ranked": ({"s": "0"}, lambda s: s["ranked"] in (1, 2)),
    "digit for qualified": ({"s": "3"}, lambda s: s["status"] == "qualified"),
    "digit for the graveyard": ({"s": "5"}, lambda s: s["status"] == "graveyard"),
    "digit for any": ({"s": "7"}, lambda s: True),
    "digit for loved": ({"s": "8"}, lambda s: s["status"] == "loved"),
    "qualified": ({"s": "qualified"}, lambda s: s["status"] == "qualified"),
    "loved": ({"s": "loved"}, lambda s: s["status"] == "loved"),
    "pending": ({"s": "pending"}, lambda s: s["status"] == "pending"),
    "wip": ({"s": "wip"}, lambda s: s["status"] == "wip"),
    "graveyard": ({"s": "graveyard"}, lambda s: s["status"] == "graveyard"),
    "genre": ({"g": 10, "s": "any"}, lambda s: s["genre_id"] == 10),
    "language": ({"l": 3, "s": "any"}, lambda s: s["language_id"] == 3),
    "no such genre": ({"g": 8, "s": "any"}, lambda s: True),
    "spotlights": ({"c": "spotlights", "s": "any"}, lambda s: s["spotlight"]),
    "tracks": ({"c": "featured_artists", "s": "any"}, lambda s: s["track_id"] is not None),
    "video": ({"e": "video", "s": "any"}, lambda s: s["video"]),
    "storyboard": ({"e": "storyboard", "s": "any"}, lambda s: s["storyboard"]),
    "both": ({"e": "video.storyboard", "s": "any"}, lambda s: s["video"] and s["storyboard"]),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_finds_what_a_look_at_every_set_finds(
    name: str, universe: dict[str, list[Item]], player: Caller
) -> None:
    filters, fits = FILTERS[name]
    hits = 0
    for time_range, sets in universe.items():
        expected = [s["id"] for s in sets if fits(s)]
        hits += len(expected)
        found = search(player, q=time_range, nsfw="1", **filters)
        assert sorted(ids(found)) == sorted(expected)
    assert hits


def test_converts_count_as_difficulties_only_if_asked_for(
    universe: dict[str, list[Item]], player: Caller
) -> None:
    text = f"stars>4 {OLD[0]}"

    def fits(beatmaps: list[Item]) -> bool:
        return any(b["mode"] == "taiko" and b["difficulty_rating"] >= 4.005 for b in beatmaps)

    plain = search(player, q=text, m=1, s="any", nsfw=1)
    mixed = search(player, q=text, m=1, s="any", nsfw=1, c="converts")
    sets = universe[OLD[0]]
    assert sorted(ids(plain)) == sorted(s["id"] for s in sets if fits(s["beatmaps"]))
    both = [s["id"] for s in sets if fits(s["beatmaps"] + s["converts"])]
    assert sorted(ids(mixed)) == sorted(both)
    assert len(both) > len(plain)


def test_one_difficulty_must_fit_the_mode_and_the_stars(world: World, player: Caller) -> None:
    beatmaps = world.beatmaps
    number = next(n for n in range(COUNT) if beatmaps.rulesets_of(n) == 0b11)
    set_id, second = beatmaps.id_of(number), beatmaps.difficulties(number)[-1]
    text = f"{set_id} stars={second.stars}"
    assert ids(search(player, q=text, m=1, s="any", nsfw=1)) == [set_id]
    assert search(player, q=text, m=0, s="any", nsfw=1) == []


def test_explicit_sets_are_hidden_unless_asked_for(world: World, player: Caller) -> None:
    number = next(n for n in range(COUNT) if world.beatmaps.record(n).nsfw)
    set_id = str(world.beatmaps.id_of(number))
    assert search(player, q=set_id, s="any") == []
    assert ids(search(player, q=set_id, s="any", nsfw="true")) == [int(set_id)]


KEYS: dict[str, Callable[[Item], Any]] = {
    "artist": lambda s: s["artist"].lower(),
    "creator": lambda s: s["creator"].lower(),
    "favourites": lambda s: s["favourite_count"],
    "nominations": lambda s: (
        s["nominations_summary"]["current"],
        (s["hype"] or {"current": 0})["current"],
    ),
    "plays": lambda s: s["play_count"],
    "ranked": lambda s: seconds(s["ranked_date"]),
    "rating": lambda s: s["rating"],
    "title": lambda s: s["title"].lower(),
    "updated": lambda s: seconds(s["last_updated"]),
}


@pytest.mark.parametrize("field", [*KEYS, "difficulty"])
def test_a_sort_puts_everything_in_its_order(field: str, player: Caller) -> None:
    for direction in ("asc", "desc"):
        sort = f"{field}_{direction}"
        found = search(player, q=NEW[0], s="any", nsfw=1, sort=sort)
        if field == "difficulty":
            edge = min if direction == "asc" else max
            values = [edge(b["difficulty_rating"] for b in s["beatmaps"]) for s in found]
        else:
            values = [KEYS[field](s) for s in found]
        if (field, direction) == ("ranked", "asc"):  # those without a date come last
            values = [math.inf if value == -math.inf else value for value in values]
        pairs = list(zip(values, ids(found), strict=True))
        assert pairs == sorted(pairs, reverse=direction == "desc")
        assert len(set(values)) > 3


def test_the_order_in_use_is_told(player: Caller) -> None:
    def order(**query: object) -> str:
        return str(player.json("beatmapsets/search", **query)["search"]["sort"])

    assert order() == order(sort="nonsense_asc") == "ranked_desc"
    assert order(q="yume") == order(q="artist=kohaku") == "relevance_desc"
    assert order(q="stars>5") == "ranked_desc"
    for status in ("pending", "wip", "graveyard", "mine"):
        assert order(s=status) == "updated_desc"
    assert order(sort="title") == "title_desc"
    assert order(sort="plays_asc", q="yume") == "plays_asc"


def test_cursors_name_what_the_order_is_made_of(player: Caller) -> None:
    def cursor(**query: object) -> Item:
        answer: Item = player.json("beatmapsets/search", **query)["cursor"]
        return answer

    first = player.json("beatmapsets/search")
    date = seconds(first["beatmapsets"][-1]["ranked_date"])
    assert first["cursor"] == {
        "approved_date": int(date * 1_000),
        "id": first["beatmapsets"][-1]["id"],
    }
    assert list(cursor(s="qualified")) == ["queued_at", "approved_date", "id"]
    assert list(cursor(sort="nominations_desc", s="any")) == ["nominations", "hype", "id"]
    assert list(cursor(sort="difficulty_asc")) == ["beatmaps.difficultyrating", "id"]
    assert list(cursor(sort="title_asc")) == ["title.raw", "id"]
    assert list(cursor(q="yume")) == ["_score", "id"]
    assert cursor(sort="rating_asc", s="any")["rating"] == 0
    by_part = {f"cursor[{key}]": value for key, value in first["cursor"].items()}
    with_string = {"cursor_string": first["cursor_string"]}
    pages = [
        ids(player.json("beatmapsets/search", **q)["beatmapsets"]) for q in (by_part, with_string)
    ]
    assert pages[0] == pages[1] == ids(player.json("beatmapsets/search", page=2)["beatmapsets"])


def test_a_cursor_of_another_order_and_one_without_sense_are_refused(player: Caller) -> None:
    wrong = player.get(
        "beatmapsets/search", sort="title_asc", **{"cursor[plays]": 3, "cursor[id]": 1}
    )
    assert wrong.status_code == 422
    assert wrong.json() == {"error": "Cursor parameters do not match sort parameters."}
    odd = player.get("beatmapsets/search", **{"cursor[approved_date]": "soon", "cursor[id]": 1})
    assert odd.status_code == 422
    body = odd.json()
    assert body["beatmapsets"] == []
    assert body["error"]
    assert body["search"]["sort"] == "ranked_desc"
    assert body["cursor_string"] is None


def test_pages_reach_as_far_as_ten_thousand(player: Caller) -> None:
    last = player.json("beatmapsets/search", s="any", nsfw=1, page=200)
    assert last["total"] == 10_000
    assert len(last["beatmapsets"]) == 50
    assert player.json("beatmapsets/search", s="any", nsfw=1, page=201)["beatmapsets"] == []
    beyond = player.json("beatmapsets/search", s="any", nsfw=1, cursor_string=last["cursor_string"])
    assert len(beyond["beatmapsets"]) == 50


def test_the_best_fit_comes_first(player: Caller) -> None:
    assert search(player, q="the big black")[0]["title"] == "The Big Black"
    assert search(player, query="THE ＢＩＧ black")[0]["title"] == "The Big Black"
    assert search(player, q="41823")[0]["id"] == 41823
    whole = search(player, q="overclock", s="any", nsfw=1)
    assert whole[0]["title"] == "Overclock"


def test_what_is_no_operator_is_text(player: Caller) -> None:
    for text in ("status=1", "status=Ranked", "stars=many", "artist>kohaku", "ranked=many"):
        assert player.json("beatmapsets/search", q=text)["search"]["sort"] == "relevance_desc"
        assert search(player, q=text) == []


def test_a_creator_is_found_by_what_he_owns(world: World, player: Caller) -> None:
    beatmaps, accounts = world.beatmaps, world.accounts
    number, guest = next(
        (number, one.owner)
        for number in range(500, COUNT)
        for one in beatmaps.difficulties(number)
        if one.owner != beatmaps.mapper[number]
    )
    user_id = accounts.id_of(guest)
    for name in (accounts.name_of(guest), str(user_id)):
        found = search(player, q=f'creator="{name}"', s="any", nsfw=1)
        assert beatmaps.id_of(number) in ids(found)
        for one in found[:20]:
            whole = player.json(f"beatmapsets/{one['id']}")
            owners = {own["id"] for b in whole["beatmaps"] for own in b["owners"]}
            assert user_id in owners


def test_what_is_mine_and_what_i_like(world: World, player: Caller, guest: Caller) -> None:
    me = world.accounts.id_of(world.me)
    mine = search(player, s="mine", nsfw=1)
    assert mine
    assert {one["user_id"] for one in mine} == {me}
    liked = search(player, s="favourites", nsfw=1)
    stored = player.json("me/beatmapset-favourites")["beatmapset_ids"]
    assert sorted(ids(liked)) == sorted(stored)
    assert search(guest, s="mine") == search(guest, s="favourites") == []


def test_recommended_and_followed(world: World, player: Caller, guest: Caller) -> None:
    plain = guest.json("beatmapsets/search", c="recommended.follows")
    assert plain["total"] == guest.json("beatmapsets/search")["total"]
    assert plain["recommended_difficulty"] is None
    answer = player.json("beatmapsets/search", c="recommended", m=0)
    stars = answer["recommended_difficulty"]
    pp = player.json("me/osu")["statistics"]["pp"]
    assert stars == pytest.approx(pp**0.4 * 0.195)
    for one in answer["beatmapsets"]:
        own = [b["difficulty_rating"] for b in one["beatmaps"] if b["mode"] == "osu"]
        assert any(abs(value - stars) <= 0.5 for value in own)
    followed = search(player, c="follows", s="any", nsfw=1)
    assert 0 < len({one["user_id"] for one in followed}) < 60


def test_supporters_filter_by_plays_and_others_get_nothing(
    world: World, server: DemoServer, player: Caller, guest: Caller
) -> None:
    me = world.accounts.id_of(world.me)
    played = set(ids(search(player, played="played", q="ranked<2013", nsfw=1)))
    unplayed = set(ids(search(player, played="unplayed", q="ranked<2013", nsfw=1)))
    assert played
    assert not played & unplayed
    assert played | unplayed == set(ids(search(player, q="ranked<2013", nsfw=1)))
    most = player.json(f"users/{me}/beatmapsets/most_played", limit=100)
    early = {p["beatmapset"]["id"] for p in most}
    assert not early & unplayed
    best = player.json(f"users/{me}/scores/best", limit=100, mode="osu")
    with_x = {s["beatmapset"]["id"] for s in best if s["rank"] in ("X", "XH")}
    assert with_x <= set(ids(search(player, r="X.XH", nsfw=1)))
    poor = next(a for a in range(COUNT) if not world.accounts.has_supporter(a))
    token = server.authority.issue(poor, frozenset(("public", "identify")))
    other = Caller(server, str(token["access_token"]))
    for caller in (other, guest):
        for query in ({"played": "played"}, {"r": "X"}):
            answer = caller.json("beatmapsets/search", **query)
            assert (answer["beatmapsets"], answer["total"], answer["error"]) == ([], 0, None)
        assert caller.json("beatmapsets/search", played="often")["total"] > 0
    other.session.close()


def test_found_sets_are_the_sets_themselves(player: Caller) -> None:
    page = player.json("beatmapsets/search", q="stars>6", s="any")
    for found in page["beatmapsets"][::10]:
        whole = player.json(f"beatmapsets/{found['id']}")
        beatmaps = {b["id"]: b for b in whole["beatmaps"]}
        for beatmap in found.pop("beatmaps"):
            assert beatmap == {key: beatmaps[beatmap["id"]][key] for key in beatmap}
            assert beatmap["max_combo"] > 0
        assert found == {key: whole[key] for key in found}
        assert {"pack_tags", "availability"} <= found.keys()


def test_a_long_text_costs_little_more_than_a_short_one(player: Caller) -> None:
    """A page may be pasted into the field: looking at every song for each word would take ages."""

    def total(text: str) -> int:
        return int(player.json("beatmapsets/search", q=text)["total"])

    short, long = "north", "north " * 2_000
    many = " ".join(f"nothing{number}" for number in range(2_000))
    assert total(long) == total(short) > 0
    assert total(many) == 0
    for text in (long, many):
        found = ratio(partial(total, text), partial(total, short), clock=time.process_time)
        assert found < 50, text[:20]
