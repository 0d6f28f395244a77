"""Consistency across endpoints: beatmapsets, mappers, players, rooms."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest

from osubrowser.demo.world.beatmaps.favourites import FANS
from osubrowser.demo.world.clock import zulu_form
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller
from tests.demo.routes.test_scores import ranked_user

MODES = [ruleset.name for ruleset in RULESETS]


def test_nobody_uploads_a_set_or_is_its_guest_before_registering(world: World) -> None:
    beatmaps, joined = world.beatmaps, world.accounts.joined
    for index in range(0, 20_000, 7):
        submitted = beatmaps.submitted(index)
        people = {beatmaps.mapper[index], *world.nominations.of(index)}
        for difficulty in beatmaps.difficulties(index):
            people.update(beatmaps.owners(index, difficulty))
        assert all(joined(one) <= submitted for one in people), index


def test_there_is_always_somebody_who_was_there(world: World) -> None:
    accounts = world.accounts
    for moment in range(1_189_900_800, int(NOW.timestamp()), 9_000_000):
        there, when = accounts.there_at(moment), datetime.fromtimestamp(moment, UTC)
        assert accounts.joined(there - 1) <= when
        assert there == len(accounts) or accounts.joined(min(there + 30, 23_999)) > when


def test_plays_of_the_difficulties_add_up_and_cover_the_leaderboards(guest: Caller) -> None:
    boards = 0
    for status in ("ranked", "loved", "graveyard"):
        for beatmapset in guest.json("beatmapsets/search", s=status)["beatmapsets"][::9]:
            maps = beatmapset["beatmaps"]
            assert sum(one["playcount"] for one in maps) == beatmapset["play_count"]
            for one in maps:
                assert one["passcount"] <= one["playcount"]
                board = guest.json(f"beatmaps/{one['id']}/scores", limit=1)
                boards += (count := board.get("score_count", 0)) > 0
                assert count <= one["passcount"]
    assert boards > 20


def test_the_rating_is_the_mean_of_the_ratings(guest: Caller, world: World) -> None:
    for index in range(40, 20_000, 333):
        one = guest.json(f"beatmapsets/{world.beatmaps.id_of(index)}")
        votes = sum(one["ratings"])
        assert (votes > 0) == (one["ranked"] > 0)
        mean = sum(grade * count for grade, count in enumerate(one["ratings"])) / max(1, votes)
        assert one["rating"] == pytest.approx(mean, abs=1e-5)
        assert votes <= one["play_count"]


def test_everyone_who_is_counted_as_a_fan_is_one(guest: Caller, world: World) -> None:
    few = 0
    for index in range(7, 20_000, 401):
        one = guest.json(f"beatmapsets/{world.beatmaps.id_of(index)}")
        fans = [user["id"] for user in one["recent_favourites"]]
        assert len(set(fans)) == len(fans) == min(FANS, one["favourite_count"])
        few += 0 < len(fans) < FANS
        for fan in fans[:1]:
            path, query = f"users/{fan}/beatmapsets/favourite", {"limit": 100}
            liked = guest.json(path, **query) + guest.json(path, offset=100, **query)
            assert one["id"] in {beatmapset["id"] for beatmapset in liked}
    assert few > 10


def test_conversions_to_mania_name_their_keys(guest: Caller, world: World) -> None:
    index = next(i for i in range(3_000, 20_000) if world.beatmaps.ruleset[i] == 0)
    whole = guest.json(f"beatmapsets/{world.beatmaps.id_of(index)}")
    names = {one["id"]: one["version"] for one in whole["beatmaps"]}
    owners = {one["id"]: one["owners"] for one in whole["beatmaps"]}
    for one in whole["converts"]:
        prefix = f"[{one['cs']}K] " if one["mode"] == "mania" else ""
        assert one["version"] == prefix + names[one["id"]]
        assert one["owners"] == owners[one["id"]]


def test_unranked_sets_are_not_all_changed_in_the_same_moment(world: World) -> None:
    facts = [world.beatmaps.record(index) for index in range(19_700, 20_000)]
    changed = [one.updated for one in facts if one.ranked is None]
    assert len(set(changed)) == len(changed) > 50
    assert all(one.submitted <= one.updated <= NOW.timestamp() for one in facts)


@pytest.mark.parametrize("mode", MODES)
def test_nobody_plays_after_the_last_visit(guest: Caller, world: World, mode: str) -> None:
    standings, checked = world.standings(mode), 0
    for position in range(5, 9_000, 300):
        account = standings.account[position]
        seen = world.accounts.last_seen(account)
        if seen is None:
            continue
        user = world.accounts.id_of(account)
        best = guest.json(f"users/{user}/scores/best", mode=mode, limit=60)
        # One beatmap may be so new that its leaderboard's dates leave no time before the visit.
        late = [score for score in best if score["ended_at"] > zulu_form(seen)]
        assert len(late) <= 1, (user, late[0]["ended_at"], seen)
        checked += 1
    assert checked > 15


def test_play_counts_by_month_are_those_of_all_rulesets(guest: Caller, world: World) -> None:
    for mode in MODES:
        user = ranked_user(world, mode, 700)
        whole = guest.json("users", **{"ids[]": user})["users"][0]["statistics_rulesets"]
        by_month = [
            guest.json(f"users/{user}/{shown}")["monthly_playcounts"] for shown in ("osu", mode)
        ]
        assert by_month[0] == by_month[1]
        assert sum(month["count"] for month in by_month[0]) == sum(
            one["play_count"] for one in whole.values()
        )


def test_the_past_of_an_account_begins_when_it_was_made(world: World) -> None:
    histories, young = world.profiles.histories, 0
    for account in range(0, 24_000, 97):
        joined = world.accounts.joined(account)
        seen = world.accounts.last_seen(account)
        assert seen is None or seen >= joined
        mode = RULESETS[world.accounts.main[account]].name
        past = histories.of(account, mode)
        if (highest := past["rank_highest"]) is not None:
            assert isinstance(highest, dict)
            assert highest["updated_at"] >= zulu_form(joined.replace(hour=0))
    for account in range(23_700, 24_000):
        mode = RULESETS[world.accounts.main[account]].name
        ranks, age = histories.ranks(account, mode), (NOW - world.accounts.joined(account)).days
        if ranks is not None and age < 90:
            young += 1
            assert not any(ranks[: 90 - age])
            assert ranks[-1] == world.standings(mode).rank_of(account)
    assert young


@pytest.mark.parametrize("mode", ["osu", "taiko", "fruits"])
def test_flawless_hits_are_a_full_combo(guest: Caller, world: World, mode: str) -> None:
    flawless = 0
    for position in range(20, 2_000, 90):
        path = f"users/{ranked_user(world, mode, position)}/scores/best"
        for score in guest.json(path, mode=mode, limit=100):
            mods = {mod["acronym"] for mod in score["mods"]}
            if math.isclose(score["accuracy"], 1):
                flawless += 1
                assert score["is_perfect_combo"], score["id"]
            if mode != "osu" and not score["statistics"].get("miss"):
                lost = score["statistics"].get("large_tick_miss")
                assert score["is_perfect_combo"] or lost, score["id"]
            assert score["is_perfect_combo"] or "PF" not in mods
    assert flawless > 5


def test_nobody_tries_more_often_than_a_room_allows(guest: Caller) -> None:
    rooms = guest.json("rooms", mode="all", limit=250)
    hurried = [room for room in rooms if room["max_attempts"]]
    assert len(hurried) > 5
    for room in hurried[:12]:
        lines = guest.json(f"rooms/{room['id']}/leaderboard", limit=50)["leaderboard"]
        assert all(1 <= line["attempts"] <= room["max_attempts"] for line in lines)


def test_a_perfect_hit_counts_more_in_rooms_as_everywhere_in_the_new_game(
    guest: Caller, world: World
) -> None:
    value = {"perfect": 305, "great": 300, "good": 200, "ok": 100, "meh": 50, "miss": 0}
    checked = 0
    for room in guest.json("rooms", mode="all", limit=250):
        if room["playlist_item_stats"]["ruleset_ids"] != [3] or checked > 60:
            continue
        item = guest.json(f"rooms/{room['id']}")["playlist"][0]["id"]
        for score in guest.json(f"rooms/{room['id']}/playlist/{item}/scores")["scores"]:
            hits = score["statistics"]
            most = 305 * sum(hits.values())
            expected = sum(value[name] * count for name, count in hits.items()) / most
            assert score["accuracy"] == pytest.approx(expected, abs=1e-6)
            checked += 1
    assert checked > 10


def test_whole_numbers_in_cursors_of_a_search_have_no_fraction(guest: Caller) -> None:
    for query in ({"q": "a", "sort": "relevance_desc"}, {"s": "any", "sort": "rating_desc"}):
        answer = guest.get("beatmapsets/search", **query)
        assert answer.json()["cursor_string"]
        assert '.0,"id"' not in answer.text


def test_deleted_mania_difficulties_name_their_keys_too(world: World) -> None:
    modding = world.community.modding
    mania = (index for index in range(20_000) if world.beatmaps.ruleset[index] == 3)
    gone = [one for index in mania for one in modding.beatmaps_of(index) if one["deleted_at"]]
    assert len(gone) > 20
    assert all(one["version"] == f"[{one['cs']}K] old" for one in gone)


def test_the_accuracy_of_a_failed_play_is_that_of_its_hits(guest: Caller, world: World) -> None:
    failed = 0
    for position in range(0, 3_000, 25):
        path = f"users/{ranked_user(world, 'taiko', position)}/scores/recent"
        for score in guest.json(path, mode="taiko", include_fails=1, limit=50):
            if not score["passed"]:
                great, ok, miss = (score["statistics"].get(n, 0) for n in ("great", "ok", "miss"))
                expected = (great + ok / 2) / (great + ok + miss)
                assert score["accuracy"] == pytest.approx(expected, abs=1e-6), score["id"]
                failed += 1
    assert failed > 5


def test_leaderboards_are_of_the_same_scores_as_the_players_lists(world: World) -> None:
    scores = world.scores
    placements = scores.factory.placements
    for placement, outline in list(placements.new_placements())[::400]:
        entry = scores.factory.placements.catalogue.entry(outline.number, outline.ruleset)
        assert entry is not None
        whole = entry._replace(counts=outline.counts, limit=outline.limit, length=outline.length)
        assert whole == outline
        play = scores.factory.of_placement(placement, entry)
        ranked = scores.factory.ranked(placement, entry)
        assert ranked == (play.result.total, play.id, play.mods, play.lazer)


def test_a_page_of_the_feed_needs_few_leaderboards(guest: Caller) -> None:
    events = guest.json("events")["events"]
    ranks = [event for event in events if event["type"] == "rank"]
    # The whole leaderboard is drawn for each of them.
    assert 5 <= len(ranks) <= 20
    assert len({event["type"] for event in events}) >= 4
