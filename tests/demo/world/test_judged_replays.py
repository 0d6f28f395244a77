"""Replays of the demo, judged by the analysis: they give what their scores say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest

from osubrowser.analysis.analyse import analyse
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.result import Analysis, Judgement, Part
from osubrowser.api.replays import read_replay
from osubrowser.demo.world.beatmaps.osu_files import osu_file
from osubrowser.demo.world.scores.results import Score
from osubrowser.demo.world.world import World

NOW = datetime(2026, 7, 4, 12, tzinfo=UTC)
MODES = ("osu", "taiko", "fruits", "mania")
REPLAYS = int(os.environ.get("OSUBROWSER_JUDGED_REPLAYS", "6"))
"""How many replays of each ruleset and game are judged."""


@cache
def the_world() -> World:
    return World(1, NOW)


def plays(mode: str, *, lazer: bool) -> Iterator[Score]:
    """Yield plays with a replay, of players of all ranks and with all mods."""
    world = the_world()
    accounts = world.standings(mode).account
    found = 0
    for number in range(100_000):
        own = world.scores.best(accounts[(number * 997) % 9_000], mode, number % 90, 1)
        for play in own:
            if play.replay and play.lazer == lazer and not play.entry.convert:
                yield play
                found += 1
        if found >= REPLAYS:
            return


def judged(play: Score) -> Analysis:
    world, entry = the_world(), play.entry
    file = osu_file(world.beatmaps, entry.set_index, entry.difficulty)
    return analyse(read_replay(world.replays.file(play)), read_beatmap(file))


def wanted(play: Score) -> dict[str, int]:
    hits = play.result.hits
    names: tuple[str, ...]
    match play.entry.ruleset:
        case 0:
            names = ("great", "ok", "meh", "miss")
        case 1:
            names = ("great", "ok", "miss")
        case 2:
            return {
                "great": hits.great,
                "large_tick_hit": hits.large,
                "small_tick_hit": hits.small,
                "small_tick_miss": hits.small_miss,
                "miss": hits.miss + hits.large_miss,
            }
        case _:
            names = ("perfect", "great", "good", "ok", "meh", "miss")
    return {name: getattr(hits, name) for name in names}


@pytest.mark.parametrize("lazer", [False, True], ids=["stable", "lazer"])
@pytest.mark.parametrize("mode", MODES)
def test_a_replay_gives_its_scores_counts_and_combo(mode: str, *, lazer: bool) -> None:
    for play in plays(mode, lazer=lazer):
        found = judged(play)
        assert {name: found.counts.get(name, 0) for name in wanted(play)} == wanted(play), play.id
        if mode != "mania" or lazer:  # no replay tells how often a hold note raised stable's combo
            assert found.max_combo == play.result.combo, play.id
        if mode == "fruits":
            assert found.unstable_rate is None
        else:
            assert found.unstable_rate is not None
            assert 50 < found.unstable_rate < (400 if mode == "mania" else 260), play.id


def test_ticks_and_ends_of_lazers_sliders_are_those_of_the_statistics() -> None:
    for play in plays("osu", lazer=True):
        parts, hits = judged(play).parts, play.result.hits
        ticks = [one for one in parts if one.part in (Part.SLIDER_TICK, Part.SLIDER_REPEAT)]
        ends = [one for one in parts if one.part is Part.SLIDER_END]
        assert sum(one.judgement is Judgement.TICK_MISS for one in ticks) == hits.large_miss
        assert sum(one.judgement is Judgement.TICK_HIT for one in ticks) == hits.large
        assert sum(one.judgement is Judgement.TICK_MISS for one in ends) == hits.tail_miss
        assert sum(one.judgement is Judgement.TICK_HIT for one in ends) == hits.tail


def test_misses_can_be_seen() -> None:
    late_or_beside = 0
    for play in plays("osu", lazer=False):
        late_or_beside += sum(miss.press_time is not None for miss in judged(play).misses)
    assert late_or_beside
