"""Judgement of catch plays, and what falls in a catch beatmap."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.analysis.beatmap import BeatmapError
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.catch import LegacyRandom, catch_pieces, catch_width, judge
from osubrowser.analysis.result import Analysis, Part
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import parse_mods
from tests.analysis.ruleset_plays import Frame, results, ruleset_beatmap, ruleset_replay
from tests.conftest import SHARED

REPLAYS = SHARED / "replays"
SLIDER = "100,192,1000,2,0,L|300:192,1,200"  # 2 seconds: 100 pixels a beat of 1000 ms


def play(objects: list[str], frames: list[Frame], mods: str = "") -> Analysis:
    beatmap = ruleset_beatmap(GameMode.CATCH, objects, SliderTickRate=1)
    return judge(beatmap, ruleset_replay(GameMode.CATCH, frames, mods=parse_mods(mods)))


def fruit(time: int, x: int) -> str:
    return f"{x},192,{time},1,0,0:0:0:0:"


def test_real_beatmaps_have_the_fruits_that_the_calculator_counts() -> None:
    calculator = pytest.importorskip("rosu_pp_py")
    if not (REPLAYS / "index.json").exists():
        pytest.skip("the beatmaps (../shared/replays) are not beside this checkout")
    wrong, count = [], 0
    for entry in json.loads((REPLAYS / "index.json").read_text())["maps"]:
        data = (REPLAYS / entry["file"]).read_bytes()
        try:
            beatmap = read_beatmap(data)
        except BeatmapError:
            continue
        if beatmap.mode != GameMode.CATCH:
            continue
        count += 1
        expected = calculator.Difficulty().calculate(calculator.Beatmap(bytes=data))
        found = Counter(piece.part for piece in catch_pieces(beatmap))
        counts = (found[Part.FRUIT], found[Part.DROPLET], found[Part.TINY_DROPLET])
        if counts != (expected.n_fruits, expected.n_droplets, expected.n_tiny_droplets):
            wrong.append((entry["file"], counts))
    assert not wrong
    assert count > 5


def test_random_numbers_are_those_of_the_game() -> None:
    random = LegacyRandom(1337)
    assert [random.next_unsigned() for _ in range(2)] == [
        LegacyRandom(1337).next_unsigned(),
        random_number_two(),
    ]
    assert LegacyRandom(1337).next_unsigned() == 273326509 ^ (273326509 >> 19) ^ mixed(1337)


def mixed(seed: int) -> int:
    value = seed ^ (seed << 11) & 0xFFFFFFFF
    return value ^ (value >> 8)


def random_number_two() -> int:
    first = 273326509 ^ (273326509 >> 19) ^ mixed(1337)
    return first ^ (first >> 19) ^ mixed(842502087) & 0xFFFFFFFF


def test_the_catcher_stands_between_its_frames() -> None:
    frames: list[Frame] = [(0, 100, 0), (1000, 200, 0), (2000, 200, 0)]
    analysis = play([fruit(500, 150), fruit(1500, 400)], frames)
    assert results(analysis) == ["great", "miss"]
    assert [part.error for part in analysis.parts] == [0, 200]
    assert analysis.unstable_rate is None
    assert analysis.max_combo == 1


@pytest.mark.parametrize(
    ("circle_size", "width"), [(5, 85.4), (0, 145.18), (4, 97.356), (10, 25.62)]
)
def test_width_of_the_catcher(circle_size: float, width: float) -> None:
    assert catch_width(circle_size) == pytest.approx(width)


def test_a_slider_is_fruits_droplets_and_tiny_droplets() -> None:
    pieces = catch_pieces(ruleset_beatmap(GameMode.CATCH, [SLIDER], SliderTickRate=1))
    assert [(p.part, p.time, p.x) for p in pieces if p.part is not Part.TINY_DROPLET] == [
        (Part.FRUIT, 1000, 100),
        (Part.DROPLET, 2000, pytest.approx(200)),
        (Part.FRUIT, 3000, pytest.approx(300)),
    ]
    tiny = [piece for piece in pieces if piece.part is Part.TINY_DROPLET]
    assert [piece.time for piece in tiny][:2] == [1062.5, 1125]
    # Each is up to 20 pixels away from the path, by the random numbers of the game.
    assert all(abs(piece.x - (100 + (piece.time - 1000) / 10)) <= 21 for piece in tiny)
    assert len({round(piece.x - (piece.time - 1000) / 10) for piece in tiny}) > 3


def test_counts_by_name_and_combo() -> None:
    still: list[Frame] = [(0, 100, 0), (9000, 100, 0)]
    analysis = play([SLIDER], still)
    assert analysis.counts["great"] == 1
    assert analysis.counts["miss"] == 2
    assert analysis.counts["large_tick_hit"] == 0
    assert analysis.counts["small_tick_hit"] > 0
    assert analysis.counts["small_tick_miss"] > 0
    assert analysis.max_combo == 1
    assert 0 < analysis.accuracy < 1


def test_bananas_count_nothing() -> None:
    frames: list[Frame] = [(0, 256, 0), (5000, 256, 0)]
    analysis = play(["256,192,1000,12,0,2000", fruit(4000, 256)], frames)
    assert results(analysis) == ["great"]
    assert {part.part for part in analysis.parts} == {Part.BANANA, Part.FRUIT}


def test_hard_rock_moves_fruits() -> None:
    beatmap = ruleset_beatmap(GameMode.CATCH, [fruit(1000, 100), fruit(1400, 150)])
    usual = [piece.x for piece in catch_pieces(beatmap)]
    assert usual == [100, 150]
    assert [piece.x for piece in catch_pieces(beatmap, has_hard_rock=True)] == [100, 200]
    assert [piece.x for piece in catch_pieces(beatmap, is_mirrored=True)] == [412, 362]


@settings(deadline=None, max_examples=50)
@given(
    fruits=st.lists(st.tuples(st.integers(0, 3000), st.integers(-9999, 9999)), min_size=1),
    frames=st.lists(
        st.tuples(st.integers(0, 3000), st.floats(-1e30, 1e30), st.integers(0, 3)), min_size=1
    ),
    mods=st.sampled_from(["", "HR", "EZ", "MR"]),
)
def test_any_frames_have_a_result_for_each_fruit(
    fruits: list[tuple[int, int]], frames: list[Frame], mods: str
) -> None:
    analysis = play([fruit(time, x) for time, x in fruits], sorted(frames), mods)
    assert len(results(analysis)) == len(fruits)
