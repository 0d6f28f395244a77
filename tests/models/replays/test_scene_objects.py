"""Hit objects as they are drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.difficulty import Difficulty
from osubrowser.api.mods import Mod
from osubrowser.models.replays.scene_objects import (
    MOST_VISIBLE,
    OsuObject,
    VisibleObjects,
    column_objects,
    flips_of,
    lane_objects,
    osu_objects,
)
from tests.models.replays.plays import SLIDER, beatmap_file

PERIODS = st.lists(
    st.tuples(st.integers(0, 60_000), st.integers(0, 20_000)).map(
        lambda pair: (float(pair[0]), float(pair[0] + pair[1]))
    ),
    max_size=60,
)


@given(PERIODS, st.integers(-10, 90_000))
def test_the_visible_ones_are_those_whose_period_contains_the_moment(
    periods: list[tuple[float, float]], time: int
) -> None:
    expected = {n for n, (start, end) in enumerate(periods) if start <= time <= end}
    found = VisibleObjects(periods).at(time)
    assert set(found) == expected
    assert [periods[n][0] for n in found] == sorted(periods[n][0] for n in found)


def test_a_moment_draws_a_bounded_number_of_objects() -> None:
    crowd = VisibleObjects((0.0, 100.0) for _ in range(100_000))
    assert len(crowd.at(50)) <= MOST_VISIBLE
    endless = VisibleObjects((float(n), 1e9) for n in range(100_000))
    assert len(endless.at(5e8)) <= MOST_VISIBLE


def mod(acronym: str, **settings: object) -> Mod:
    return Mod(acronym=acronym, settings=dict(settings))


@pytest.mark.parametrize(
    ("mods", "flips"),
    [
        ([], (False, False)),
        ([mod("HR")], (False, True)),
        ([mod("MR")], (True, False)),
        ([mod("MR", reflection="1")], (False, True)),
        ([mod("MR", reflection="2")], (True, True)),
        ([mod("HD"), mod("DT")], (False, False)),
    ],
)
def test_mods_mirror_the_field(mods: list[Mod], flips: tuple[bool, bool]) -> None:
    assert flips_of(mods) == flips


def objects_with(mods: list[Mod], *lines: str) -> list[OsuObject]:
    beatmap = read_beatmap(beatmap_file(lines))
    return osu_objects(beatmap, mods, Difficulty.of(beatmap, mods, is_lazer=False))


def test_hard_rock_mirrors_objects_and_their_paths() -> None:
    (one,) = objects_with([mod("HR")], SLIDER)
    assert (one.x, one.y) == (100, 84)
    assert one.ball_at(one.time) == (100, 84)
    assert one.ball_at(one.time + (one.end_time - one.time) / 2) == pytest.approx((300, 84))


def test_a_ball_goes_there_and_back() -> None:
    (one,) = objects_with([], SLIDER)
    length = one.end_time - one.time
    assert length > 0
    places = [one.ball_at(one.time + length * part)[0] for part in (-1, 0, 0.25, 0.5, 0.75, 1, 2)]
    assert places == pytest.approx([100, 100, 200, 300, 200, 100, 100])
    assert [one.span_at(one.time + length * part) for part in (0, 0.4, 0.6, 1)] == [0, 0, 1, 1]


def test_stacked_objects_lie_left_above() -> None:
    first, second = objects_with([], "100,100,1000,5,0", "100,100,1100,1,0")
    assert first.x < second.x == 100
    assert first.y < second.y == 100


def test_taiko_notes_have_colours_sizes_and_speeds() -> None:
    lines = ["0,0,1000,1,0", "0,0,1500,1,2", "0,0,2000,1,12", "256,192,2500,12,0,3000"]
    beatmap = read_beatmap(beatmap_file(lines, mode=1))
    notes = lane_objects(beatmap)
    assert [(n.is_rim, n.is_big) for n in notes[:3]] == [
        (False, False),
        (True, False),
        (True, True),
    ]
    assert notes[3].end_time == 3000
    assert [note.speed for note in notes] == pytest.approx([0.14] * 4)


def test_mania_notes_have_columns_which_mirror_swaps() -> None:
    lines = ["64,0,1000,1,0", "448,0,1000,128,0,1500:0:0:0:0:"]
    beatmap = read_beatmap(beatmap_file(lines, mode=3, difficulty={"CircleSize": 4}))
    notes, columns = column_objects(beatmap, [])
    assert columns == 4
    assert [(n.column, n.is_hold) for n in notes] == [(0, False), (3, True)]
    mirrored, _ = column_objects(beatmap, [mod("MR")])
    assert [n.column for n in mirrored] == [3, 0]
