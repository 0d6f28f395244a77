"""Kudosu history over HTTP: entries add up to profile and ranking."""

from __future__ import annotations

from itertools import accumulate

import pytest

from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller


def test_a_known_player_has_a_history_that_adds_up(guest: Caller) -> None:
    history = guest.json("users/3178418/kudosu", limit=100)
    assert history[0]["action"] == "vote.give"
    total = guest.json("users/3178418")["kudosu"]["total"]
    assert sum(entry["amount"] for entry in history) == total > 0
    dates = [entry["created_at"] for entry in history]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] < NOW.isoformat()


@pytest.mark.parametrize("place", [0, 40, 400, 999])
def test_the_ranked_ones_add_up_and_never_owe(world: World, place: int) -> None:
    account = world.kudosu.ranking[place]
    entries = world.community.kudosu.entries(account)
    assert sum(entry.amount for entry in entries) == world.kudosu.total(account)
    assert min(accumulate(entry.amount for entry in entries)) >= 0
    times = [entry.second for entry in entries]
    assert times == sorted(times)
    assert any(entry.amount < 0 for entry in entries)


def test_recent_kudosu_comes_from_discussions_that_are_there(guest: Caller, world: World) -> None:
    index = world.community.modding.index
    gains = guest.json("beatmapsets/events", **{"types[]": "kudosu_gain"})["events"]
    author = gains[0]["discussion"]["user_id"]
    history = guest.json(f"users/{author}/kudosu", limit=100)
    discussion = gains[0]["discussion"]["id"]
    urls = {entry["post"]["url"]: entry for entry in history}
    thanked = urls[f"{guest.server.url}/beatmapsets/discussions/{discussion}"]
    assert thanked["created_at"] == gains[0]["created_at"]
    assert thanked["giver"] is None
    assert thanked["model"] == "beatmap_discussion"
    assert len(index.events) > 10_000


def test_offset_and_limit_stop_at_a_hundred(guest: Caller, world: World) -> None:
    user = world.accounts.id_of(world.kudosu.ranking[0])
    assert len(guest.json(f"users/{user}/kudosu")) == 5
    whole = guest.json(f"users/{user}/kudosu", limit=500)
    assert len(whole) == 100
    assert guest.json(f"users/{user}/kudosu", offset=95, limit=50) == whole[95:]
    assert guest.json(f"users/{user}/kudosu", offset=100) == []
    assert len({entry["id"] for entry in whole}) == 100


def test_kinds_of_entries(guest: Caller, world: World) -> None:
    found = [
        entry
        for place in range(0, 60, 3)
        for entry in guest.json(
            f"users/{world.accounts.id_of(world.kudosu.ranking[900 + place])}/kudosu", limit=100
        )
    ]
    assert {entry["model"] for entry in found} == {"beatmap_discussion", "forum_post"}
    for entry in found:
        is_deleted = entry["post"] == {"url": None, "title": "[deleted beatmap]"}
        in_forum = entry["model"] == "forum_post" and not is_deleted
        assert (entry["giver"] is not None) == in_forum
        assert (entry["details"] is None) == in_forum
        assert (entry["post"]["url"] is None) == is_deleted
        assert (entry["amount"] > 0) == entry["action"].endswith("give")
        if entry["model"] == "forum_post":
            assert entry["action"] in ("give", "reset", "revoke")
        else:
            assert entry["action"] == f"{entry['details']['event']}.give"
    deleted = [entry for entry in found if entry["post"]["url"] is None]
    assert {entry["action"] for entry in deleted} == {"give", "reset"}
    assert {entry["model"] for entry in deleted} == {"forum_post"}


def test_only_ids_of_people_who_are_there(guest: Caller) -> None:
    for path in ("users/peppy/kudosu", "users/@peppy/kudosu", "users/1/kudosu"):
        answer = guest.get(path)
        assert (answer.status_code, answer.json()) == (404, {"error": None})
