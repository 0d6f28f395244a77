"""Beatmap packs over HTTP: by type, by tag, and on beatmapsets."""

from __future__ import annotations

import re
from typing import Any

import pytest

from osubrowser.demo.world.beatmaps.packs import TYPES
from osubrowser.demo.world.world import World
from tests.demo.conftest import Caller


def walk(caller: Caller, **query: object) -> list[dict[str, Any]]:
    """Return all packs of a type, page by page."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, object] = {}
    while True:
        page = caller.json("beatmaps/packs", **query, **cursor)
        assert page.keys() == {"beatmap_packs", "cursor", "cursor_string"}
        found += page["beatmap_packs"]
        if page["cursor"] is None:
            assert page["cursor_string"] is None
            return found
        assert len(page["beatmap_packs"]) == 100
        assert page["cursor"].keys() == {"pack_id"}
        cursor = {"cursor_string": page["cursor_string"]}


@pytest.mark.parametrize("type", TYPES)
def test_a_type_lists_its_packs_newest_first(type: str, player: Caller) -> None:
    packs = walk(player, type=type)
    assert len(packs) > 20
    assert len({pack["tag"] for pack in packs}) == len(packs)
    dates = [pack["date"] for pack in packs]
    assert dates == sorted(dates, reverse=True)
    for pack in packs:
        assert re.fullmatch(TYPES[type] + r"[A-Z]?\d+", pack["tag"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000000Z", pack["date"])
        assert pack["tag"] in pack["url"]
    assert player.json("beatmaps/packs", type=type)["beatmap_packs"] == packs[:100]


def test_the_usual_packs_come_without_a_type(player: Caller) -> None:
    assert player.json("beatmaps/packs") == player.json("beatmaps/packs", type="standard")
    wrong = player.get("beatmaps/packs", type="surprise")
    assert (wrong.status_code, wrong.json()) == (404, {"error": None})


def test_a_cursor_can_be_given_in_parts(player: Caller) -> None:
    first = player.json("beatmaps/packs")
    after = player.json("beatmaps/packs", **{"cursor[pack_id]": first["cursor"]["pack_id"]})
    assert after == player.json("beatmaps/packs", cursor_string=first["cursor_string"])
    assert after["beatmap_packs"][0]["date"] <= first["beatmap_packs"][-1]["date"]


@pytest.mark.parametrize("tag", ["S1", "ST3", "SM7", "F2", "P4", "L5", "R6", "T7", "A8"])
def test_a_pack_and_its_sets_know_each_other(tag: str, player: Caller) -> None:
    pack = player.json(f"beatmaps/packs/{tag}")
    assert pack["tag"] == tag
    assert len(pack["beatmapsets"]) >= 9
    for beatmapset in pack["beatmapsets"]:
        assert "beatmaps" not in beatmapset
        assert beatmapset["ranked"] in (1, 2, 4)
        assert beatmapset["ranked_date"] < pack["date"].replace(".000000", "")
        whole = player.json(f"beatmapsets/{beatmapset['id']}")
        assert tag in whole["pack_tags"]
        assert {key: whole[key] for key in beatmapset} == beatmapset
    listed = pack.keys() - {"beatmapsets", "user_completion_data"}
    type = next(type for type, letter in TYPES.items() if tag.startswith(letter))
    assert {key: pack[key] for key in listed} in walk(player, type=type)


def test_each_kind_of_pack_has_its_kind_of_sets(player: Caller) -> None:
    def sets(tag: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = player.json(f"beatmaps/packs/{tag}")["beatmapsets"]
        return found

    assert {one["status"] for one in sets("L1")} == {"loved"}
    assert len({one["artist"] for one in sets("A1")}) == 1
    assert len({one["artist"] for one in sets("F1")}) == 1
    assert all(one["track_id"] for one in sets("F1"))
    assert player.json("beatmaps/packs/SM1")["ruleset_id"] == 3
    assert player.json("beatmaps/packs/S1")["ruleset_id"] is None


def test_a_pack_tells_what_the_caller_passed(world: World, player: Caller, guest: Caller) -> None:
    me = world.accounts.id_of(world.me)
    total = 0
    for number in range(100, 112):
        pack = player.json(f"beatmaps/packs/S{number}")
        all_ids = [one["id"] for one in pack["beatmapsets"]]
        passed = player.json(f"users/{me}/beatmaps-passed", **{"beatmapset_ids[]": all_ids})
        expected = {one["beatmapset_id"] for one in passed["beatmaps_passed"]}
        completion = pack["user_completion_data"]
        assert set(completion["beatmapset_ids"]) == expected
        assert completion["completed"] == (len(expected) == len(all_ids))
        total += len(expected)
        visitor = guest.json(f"beatmaps/packs/S{number}")["user_completion_data"]
        assert visitor == {"completed": False, "beatmapset_ids": []}
    assert total


def test_a_pack_is_found_by_its_tag_only(world: World, player: Caller) -> None:
    for tag in ("1", "s1", "S0", "S99999", "nothing"):
        answer = player.get(f"beatmaps/packs/{tag}")
        sentence = "Specified BeatmapPack couldn't be found."
        assert (answer.status_code, answer.json()) == (404, {"error": sentence})
