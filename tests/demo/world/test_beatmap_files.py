"""Beatmap files of the demo: checksums, object counts, independence of the time."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import md5

import pytest

from osubrowser.analysis.beatmap import ObjectKind
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.hit_objects import chart_of
from osubrowser.demo.world.beatmaps.osu_files import osu_file
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.world import World

NOW = datetime(2026, 7, 4, 12, tzinfo=UTC)


def some(world: World, step: int) -> list[tuple[int, Difficulty]]:
    return [
        (index, one)
        for index in range(step // 2, COUNT, step)
        for one in world.beatmaps.difficulties(index)
    ]


@pytest.mark.parametrize("seed", [1, 7])
def test_a_checksum_is_of_the_file(seed: int) -> None:
    beatmaps = World(seed, NOW).beatmaps
    for index, one in some(World(seed, NOW), 2_500):
        file = osu_file(beatmaps, index, one)
        checksum = md5(file, usedforsecurity=False).hexdigest()
        told = beatmaps.beatmap(index, one)
        assert told["checksum"] == checksum
        assert beatmaps.by_checksum(checksum) == (index, one)
        assert all(
            beatmaps.beatmap(index, other)["checksum"] == checksum
            for other in beatmaps.converts(one)
        )
    assert beatmaps.by_checksum("0" * 32) is None


def test_the_time_does_not_change_a_file() -> None:
    early, late = World(1, NOW), World(1, datetime(2031, 1, 1, tzinfo=UTC))
    for index, one in some(early, 2_000):
        there = next(other for other in late.beatmaps.difficulties(index) if other.id == one.id)
        assert osu_file(early.beatmaps, index, one) == osu_file(late.beatmaps, index, there)


def test_a_file_has_the_objects_that_the_api_tells() -> None:
    world = World(3, NOW)
    beatmaps = world.beatmaps
    curves: set[str] = set()
    for index, one in some(world, 2_500):
        read = read_beatmap(osu_file(beatmaps, index, one))
        told = beatmaps.beatmap(index, one)
        kinds = [thing.kind for thing in read.hit_objects]
        assert kinds.count(ObjectKind.CIRCLE) == told["count_circles"]
        assert (
            kinds.count(ObjectKind.SLIDER) + kinds.count(ObjectKind.HOLD) == told["count_sliders"]
        )
        assert kinds.count(ObjectKind.SPINNER) == told["count_spinners"]
        assert not read.notes
        assert (read.mode, read.beatmap_id) == (told["mode"], one.id)
        assert read.overall_difficulty == told["accuracy"]
        assert read.circle_size == told["cs"]
        length = (read.hit_objects[-1].end_time - read.hit_objects[0].time) / 1_000
        assert length == pytest.approx(float(str(told["hit_length"])), abs=3)
        if one.ruleset == 0:
            combo = sum(
                1 + (thing.spans + len(thing.tick_times)) * (thing.kind is ObjectKind.SLIDER)
                for thing in read.hit_objects
            )
            assert combo == beatmaps.max_combo(index, one)
            curves |= {thing.curve for thing in chart_of(beatmaps, index, one).objects}
    assert curves == {"", "L", "P", "B"}


def test_maps_have_combos_breaks_and_kiai() -> None:
    world = World(1, NOW)
    breaks = kiai = 0
    for index, one in some(world, 2_500):
        read = read_beatmap(osu_file(world.beatmaps, index, one))
        breaks += bool(read.breaks)
        kiai += any(point.is_kiai for point in read.timing_points)
        combos = [thing.combo_number for thing in read.hit_objects]
        assert combos.count(1) > 5
        assert max(combos) <= 16 or one.ruleset in (1, 3)
    assert breaks > 2
    assert kiai > 20
