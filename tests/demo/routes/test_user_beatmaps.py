"""Beatmap lists of players over HTTP: complete, ordered, consistent with profiles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.beatmaps.user_beatmaps import TYPES
from osubrowser.demo.world.world import World
from tests.demo.conftest import Caller

COUNTS = {
    "favourite": "favourite_beatmapset_count",
    "graveyard": "graveyard_beatmapset_count",
    "guest": "guest_beatmapset_count",
    "loved": "loved_beatmapset_count",
    "nominated": "nominated_beatmapset_count",
    "pending": "pending_beatmapset_count",
    "ranked": "ranked_beatmapset_count",
    "most_played": "beatmap_playcounts_count",
}
Item = dict[str, Any]


def walk(caller: Caller, user_id: int, type: str) -> list[Item]:
    """Return a whole list, 100 at a time."""
    found: list[Item] = []
    while True:
        page = caller.json(f"users/{user_id}/beatmapsets/{type}", limit=100, offset=len(found))
        found += page
        if len(page) < 100:
            return found


def busiest(world: World, type: str, accounts: Iterable[int]) -> int:
    """Return the id of the account with the longest list."""
    return world.accounts.id_of(max(accounts, key=lambda a: world.user_beatmaps.count(a, type)))


@pytest.fixture(scope="module")
def mappers(world: World) -> list[int]:
    return [*sorted(set(world.beatmaps.mapper[-400:]))[:150], world.me]


@pytest.mark.parametrize("type", TYPES)
def test_a_list_is_as_long_as_the_profile_says(
    type: str, world: World, mappers: list[int], player: Caller
) -> None:
    accounts = mappers
    if type == "nominated":
        accounts = world.nominations.of(COUNT // 2)
    user_id = busiest(world, type, accounts)
    sets = walk(player, user_id, type)
    assert len(sets) > 1
    assert len({one["id"] for one in sets}) == len(sets)
    profile = player.json(f"users/{user_id}")
    assert profile[COUNTS[type]] == len(sets)
    for one in sets:
        _check_member(type, user_id, one)
    if type in ("ranked", "loved", "guest", "nominated"):
        dates = [one["ranked_date"] for one in sets]
        assert dates == sorted(dates, reverse=True)
    if type in ("graveyard", "pending"):
        dates = [one["last_updated"] for one in sets]
        assert dates == sorted(dates, reverse=True)
    for one in sets[:2] + sets[-2:]:
        whole = player.json(f"beatmapsets/{one['id']}")
        _check_whole(type, user_id, whole)
        beatmaps = {b["id"]: b for b in whole["beatmaps"]}
        for beatmap in one["beatmaps"]:
            assert beatmap == {key: beatmaps[beatmap["id"]][key] for key in beatmap}


def _check_member(type: str, user_id: int, one: Item) -> None:
    allowed = {
        "ranked": ("ranked", "approved", "qualified"),
        "loved": ("loved",),
        "pending": ("pending", "wip"),
        "graveyard": ("graveyard",),
    }
    if type in allowed:
        assert one["status"] in allowed[type]
        assert one["user_id"] == user_id
    if type in ("guest", "nominated"):
        assert one["ranked"] > 0
        assert one["user_id"] != user_id


def _check_whole(type: str, user_id: int, whole: Item) -> None:
    if type == "guest":
        assert user_id in {own["id"] for b in whole["beatmaps"] for own in b["owners"]}
    if type == "nominated":
        assert user_id in {one["user_id"] for one in whole["current_nominations"]}


def test_favourites_are_seen_from_both_sides(world: World, player: Caller) -> None:
    me = world.accounts.id_of(world.me)
    mine = [one["id"] for one in walk(player, me, "favourite")]
    assert mine == player.json("me/beatmapset-favourites")["beatmapset_ids"]
    number = max(range(COUNT), key=world.beatmaps.plays)
    set_id = world.beatmaps.id_of(number)
    fans = player.json(f"beatmapsets/{set_id}")["recent_favourites"]
    assert len(fans) == 50
    for fan in fans[::10]:
        assert set_id in [one["id"] for one in walk(player, fan["id"], "favourite")]


def test_nobody_with_guest_difficulties_is_missed(world: World, player: Caller) -> None:
    beatmaps = world.beatmaps
    for number in range(0, COUNT, 1_013):
        whole = player.json(f"beatmapsets/{beatmaps.id_of(number)}")
        owners = {own["id"] for b in whole["beatmaps"] for own in b["owners"]}
        for user_id in owners - {whole["user_id"]}:
            sets = [one["id"] for one in walk(player, user_id, "guest")]
            assert (whole["id"] in sets) == (whole["ranked"] > 0)


@pytest.mark.parametrize("user_id", [12092800, 3256299])
def test_most_played_falls_and_agrees_with_the_profile(user_id: int, player: Caller) -> None:
    lines = walk(player, user_id, "most_played")
    counts = [line["count"] for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 0
    profile = player.json(f"users/{user_id}")
    assert profile["beatmap_playcounts_count"] == len(lines) > 100
    assert len({line["beatmap_id"] for line in lines}) == len(lines)
    assert sum(counts) <= profile["statistics"]["play_count"]
    for line in lines[:200]:
        assert line["beatmap"]["id"] == line["beatmap_id"]
        assert line["beatmap"]["beatmapset_id"] == line["beatmapset"]["id"]
        assert "ar" not in line["beatmap"]
    played = {line["beatmap_id"] for line in lines}
    best = player.json(f"users/{user_id}/scores/best", limit=100)
    assert {score["beatmap"]["id"] for score in best} <= played


def test_the_callers_plays_are_those_of_the_list(world: World, player: Caller) -> None:
    me = world.accounts.id_of(world.me)
    for line in player.json(f"users/{me}/beatmapsets/most_played", limit=40)[::4]:
        beatmap = player.json(f"beatmaps/{line['beatmap_id']}")
        assert beatmap["current_user_playcount"] == line["count"]
        whole = player.json(f"beatmapsets/{line['beatmapset']['id']}")
        own = next(b for b in whole["beatmaps"] if b["id"] == line["beatmap_id"])
        assert own["current_user_playcount"] == line["count"]


def test_limit_and_offset_cut_the_list(player: Caller) -> None:
    path = "users/12092800/beatmapsets/most_played"
    whole = player.json(path, limit=100)
    assert len(whole) == len(player.json(path, limit=1_000)) == 100
    assert player.json(path) == whole[:5]
    assert player.json(path, limit=0) == whole[:1]
    assert player.json(path, limit=7, offset=20) == whole[20:27]
    assert player.json(path, offset=-3) == whole[:5]
    assert player.json(path, offset=10**6) == []


def test_old_names_of_lists_still_work(world: World, mappers: list[int], player: Caller) -> None:
    for old, new in (("ranked_and_approved", "ranked"), ("unranked", "pending")):
        user_id = busiest(world, new, mappers)
        path = f"users/{user_id}/beatmapsets"
        assert player.json(f"{path}/{old}") == player.json(f"{path}/{new}") != []


@pytest.mark.parametrize(
    "path",
    [
        "users/5/beatmapsets/ranked",
        "users/12092800/beatmapsets/hated",
        "users/peppy/beatmapsets/ranked",
        "users/@peppy/beatmapsets/ranked",
        "users/5/beatmaps-passed",
    ],
)
def test_unknown_players_and_lists_are_404(path: str, player: Caller) -> None:
    answer = player.get(path)
    assert (answer.status_code, answer.json()) == (404, {"error": None})


def test_passed_beatmaps_are_those_with_scores(player: Caller) -> None:
    user_id = 12092800
    best = player.json(f"users/{user_id}/scores/best", limit=30, mode="osu")
    asked = [score["beatmapset"]["id"] for score in best]
    path = f"users/{user_id}/beatmaps-passed"
    found = player.json(path, **{"beatmapset_ids[]": asked})["beatmaps_passed"]
    passed = {one["id"] for one in found}
    assert {score["beatmap"]["id"] for score in best} <= passed
    assert {one["beatmapset_id"] for one in found} == set(asked)
    for one in found[:6]:
        answer = player.get(f"beatmaps/{one['id']}/scores/users/{user_id}/all")
        in_others = [
            player.get(f"beatmaps/{one['id']}/scores/users/{user_id}/all", ruleset=mode)
            for mode in ("taiko", "fruits", "mania")
        ]
        assert any(a.ok and a.json()["scores"] for a in (answer, *in_others))
    narrowed = player.json(path, **{"beatmapset_ids[]": asked, "ruleset_id": 0})["beatmaps_passed"]
    assert {score["beatmap"]["id"] for score in best} <= {one["id"] for one in narrowed} <= passed
    stable = player.json(path, **{"beatmapset_ids[]": asked, "is_legacy": 1})["beatmaps_passed"]
    assert {one["id"] for one in stable} < passed


def test_passed_beatmaps_can_be_asked_for_fifty_sets(player: Caller) -> None:
    path = "users/12092800/beatmaps-passed"
    assert player.json(path) == {"beatmaps_passed": []}
    assert player.get(path, **{"beatmapset_ids[]": list(range(51))}).status_code == 422
    before = player.get("tags").headers["X-RateLimit-Remaining"]
    after = player.get(path, **{"beatmapset_ids[]": list(range(50))})
    assert int(before) - int(after.headers["X-RateLimit-Remaining"]) == 50
