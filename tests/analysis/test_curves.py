"""Slider paths, stacking, difficulty with mods."""

from __future__ import annotations

import math

import pytest

from osubrowser.analysis.beatmap import Beatmap
from osubrowser.analysis.curves import CurveSegment, CurveType, PathBudget, SliderPath
from osubrowser.analysis.difficulty import Difficulty
from osubrowser.analysis.stacking import stack_heights
from osubrowser.api.mods import Mod, parse_mods
from tests.analysis.plays import make_beatmap


def path_of(text: str, length: float | None, version: int = 14) -> SliderPath:
    end = "" if length is None else f",1,{length}"
    item = make_beatmap([f"100,100,0,2,0,{text}{end or ',1'}"], version=version).hit_objects[0]
    assert item.path is not None
    return item.path


def close(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return math.dist(first, second) < 0.15


def test_linear_path_of_several_lines() -> None:
    path = path_of("L|200:100|200:200", 150)
    assert path.points == [(100, 100), (200, 100), (200, 150)]
    assert path.position_at(100 / 150) == (200, 100)
    assert path.position_at(-1) == (100, 100)
    assert path.position_at(2) == (200, 150)


def test_path_is_lengthened_in_its_last_direction() -> None:
    assert path_of("L|200:100", 300).points == [(100, 100), (400, 100)]


def test_path_whose_last_points_are_one_is_not_lengthened() -> None:
    path = path_of("L|200:100|200:100", 300)
    assert path.length == 100
    assert path.position_at(1) == (200, 100)


def test_path_without_a_length_has_that_of_its_curve() -> None:
    assert path_of("L|200:100|200:200", None).length == 200


def test_circular_arc() -> None:
    # Half a circle around (200, 100).
    path = path_of("P|200:200|300:100", math.pi * 100)
    assert close(path.position_at(0.5), (200, 200))
    assert close(path.position_at(1), (300, 100))
    assert all(abs(math.dist(point, (200, 100)) - 100) < 0.01 for point in path.points)
    other_way = path_of("P|200:0|300:100", math.pi * 100)
    assert close(other_way.position_at(0.5), (200, 0))


def test_three_points_on_a_line_are_a_line() -> None:
    assert path_of("P|150:100|200:100", 100).points == [(100, 100), (150, 100), (200, 100)]


def test_arc_of_four_points_is_a_bezier_curve() -> None:
    assert path_of("P|200:200|300:100|400:400", None).segments[0].type is CurveType.BEZIER


def test_bezier_curve() -> None:
    path = path_of("B|200:100|200:200", None)
    # The curve at half its parameter, and by symmetry half its length.
    assert close(path.position_at(0.5), (175, 125))


def test_a_point_twice_begins_a_new_bezier_curve() -> None:
    path = path_of("B|200:100|200:100|200:200", 200)
    assert [segment.points for segment in path.segments] == [
        (0j, 100 + 0j),
        (100 + 0j, 100 + 100j),
    ]
    assert close(path.position_at(0.5), (200, 100))


def test_catmull_curve_goes_through_its_points() -> None:
    path = path_of("C|200:150|300:100", None)
    assert min(math.dist(point, (200, 150)) for point in path.points) < 0.01
    assert path.points[-1] == (300, 100)


def test_several_types_in_one_slider() -> None:
    path = path_of("L|200:100|P|250:150|300:100", None, version=128)
    assert [segment.type for segment in path.segments] == [CurveType.LINEAR, CurveType.PERFECT]
    assert close(path.position_at(100 / path.length), (200, 100))


def test_b_spline_of_a_degree() -> None:
    path = path_of("B2|200:100|200:200|300:200", None, version=128)
    assert path.segments[0].degree == 2
    assert path.points[0] == (100, 100)
    assert path.points[-1] == (300, 200)


def test_work_is_bounded() -> None:
    far = [complex(100_000 * (at % 2), 100_000 * (at % 3)) for at in range(500)]
    budget = PathBudget(points=1000, steps=100_000)
    path = SliderPath(0, 0, [CurveSegment(CurveType.BEZIER, tuple(far))], None, budget)
    assert len(path.points) == len(far)
    assert budget.is_spent
    later = SliderPath(0, 0, [CurveSegment(CurveType.CATMULL, (0j, 100 + 0j))], 50, budget)
    assert later.points == [(0, 0), (50, 0)]


def heights(*lines: str, version: int = 14, leniency: float = 0.7) -> list[int]:
    beatmap = make_beatmap(lines, version=version, general=f"StackLeniency: {leniency}")
    return [item.stack_height for item in beatmap.hit_objects]


def test_circles_of_one_place_are_stacked() -> None:
    assert heights(*(f"100,100,{time},1,0" for time in (0, 100, 200))) == [2, 1, 0]
    assert heights("100,100,0,1,0", "102,102,100,1,0", "104,104,200,1,0") == [2, 1, 0]
    assert heights("100,100,0,1,0", "103,100,100,1,0") == [0, 0]


def test_circles_far_in_time_are_not_stacked() -> None:
    assert heights("100,100,0,1,0", "100,100,840,1,0") == [1, 0]
    assert heights("100,100,0,1,0", "100,100,841,1,0") == [0, 0]


def test_circles_at_a_slider_end_lie_below_it() -> None:
    lines = ("100,100,0,2,0,L|200:100,1,100", "200,100,1100,1,0", "200,100,1200,1,0")
    assert heights(*lines) == [0, -1, -2]


def test_spinners_are_not_stacked() -> None:
    lines = ("156,192,0,2,0,L|256:192,1,100", "256,192,1000,12,0,1050", "256,192,1100,1,0")
    assert heights(*lines) == [0, 0, -1]


def test_stacks_of_the_first_formats() -> None:
    assert heights("100,100,0,1,0", "100,100,100,1,0", "100,100,200,1,0", version=5) == [2, 1, 0]


def test_approach_rate_with_mods_decides_stacks() -> None:
    beatmap = make_beatmap(["100,100,0,1,0", "100,100,800,1,0"])
    assert [item.stack_height for item in beatmap.hit_objects] == [1, 0]
    harder = Difficulty.of(beatmap, parse_mods("HR"), is_lazer=False)
    assert stack_heights(
        beatmap.hit_objects, format_version=14, preempt_ms=harder.preempt_ms, leniency=0.7
    ) == [0, 0]


@pytest.fixture
def usual() -> Beatmap:
    return make_beatmap(
        ["0,0,1000,1,0", "0,0,5000,1,0"],
        difficulty={"CircleSize": 4, "OverallDifficulty": 8, "ApproachRate": 9},
    )


def test_difficulty_without_mods(usual: Beatmap) -> None:
    difficulty = Difficulty.of(usual, [], is_lazer=False)
    assert (difficulty.circle_size, difficulty.overall_difficulty) == (4, 8)
    assert (difficulty.preempt_ms, difficulty.fade_in_ms, difficulty.rate) == (600, 400, 1)
    assert difficulty.radius == pytest.approx((54.4 - 4.48 * 4) * 1.00041)


def test_hard_rock_and_easy(usual: Beatmap) -> None:
    harder = Difficulty.of(usual, parse_mods("HR"), is_lazer=False)
    assert harder.circle_size == pytest.approx(5.2)
    assert (harder.overall_difficulty, harder.approach_rate) == (10, 10)
    assert (harder.preempt_ms, harder.has_hard_rock) == (450, True)
    easier = Difficulty.of(usual, parse_mods("EZ"), is_lazer=False)
    assert (easier.circle_size, easier.overall_difficulty, easier.drain) == (2, 4, 2.5)
    assert (easier.approach_rate, easier.preempt_ms) == (4.5, 1260)


def test_approach_rates_are_of_single_precision() -> None:
    # 705 ms by the formula; the nearest number of single precision is a little more than 8.3.
    beatmap = make_beatmap(["0,0,0,1,0"], difficulty={"ApproachRate": 8.3})
    assert Difficulty.of(beatmap, [], is_lazer=False).preempt_ms == 704


def test_speed(usual: Beatmap) -> None:
    def rate(*mods: Mod) -> float:
        return Difficulty.of(usual, mods, is_lazer=True).rate

    assert rate(Mod(acronym="DT")) == 1.5
    assert rate(Mod(acronym="NC", settings={"speed_change": 1.3})) == 1.3
    assert rate(Mod(acronym="HT")) == 0.75
    assert rate(Mod(acronym="DT", settings={"speed_change": float("inf")})) == 1
    wound = Difficulty.of(usual, [Mod(acronym="WU")], is_lazer=True)
    assert [wound.rate_at(time) for time in (0, 1000, 2500, 4000, 9000)] == [1, 1, 1.25, 1.5, 1.5]
    assert wound.has_variable_rate


def test_difficulty_adjust_is_lazers(usual: Beatmap) -> None:
    adjusted = Mod(acronym="DA", settings={"circle_size": 7.0, "approach_rate": -5, "x": True})
    difficulty = Difficulty.of(usual, [adjusted], is_lazer=True)
    assert (difficulty.circle_size, difficulty.overall_difficulty) == (7, 8)
    assert difficulty.preempt_ms == 2400
    assert Difficulty.of(usual, [adjusted], is_lazer=False).circle_size == 4
