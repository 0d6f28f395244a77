"""Judgement of osu! plays by stable's rules, and by lazer's with Classic, which copies them."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from osubrowser.analysis.beatmap import Beatmap
from osubrowser.analysis.result import Analysis, Part
from osubrowser.api.mods import Mod
from tests.analysis.plays import BOTH, LEFT, RIGHT, Frame, make_beatmap, parts_of, play, results

Judge = Callable[[Beatmap, list[Frame]], Analysis]
EASIEST = {"OverallDifficulty": 0.0}


def stable(beatmap: Beatmap, frames: list[Frame]) -> Analysis:
    return play(beatmap, frames)


def classic(beatmap: Beatmap, frames: list[Frame]) -> Analysis:
    return play(beatmap, frames, mods=[Mod(acronym="CL")], is_lazer=True)


both = pytest.mark.parametrize("judged", [stable, classic])


def circles(*places: tuple[int, int, int]) -> Beatmap:
    return make_beatmap([f"{x},{y},{time},1,0" for x, y, time in places], difficulty=EASIEST)


FIRST, SECOND = (0, 0), (80, 80)
TWO = ((*FIRST, 1500), (*SECOND, 1600))


@both
@pytest.mark.parametrize("time", [1400, 1500, 1600])
def test_notelock_blocks_a_circle_until_the_one_before_is_judged(judged: Judge, time: int) -> None:
    frames: list[Frame] = [(time, *SECOND, LEFT), (time + 10, *SECOND, 0), (2500, *SECOND, 0)]
    analysis = judged(circles(*TWO), frames)
    assert results(analysis, Part.CIRCLE) == ["miss", "miss"]
    missed = parts_of(analysis, Part.CIRCLE, 1)[0]
    assert (missed.press_time, missed.press_error) == (time, time - 1600)


@both
@pytest.mark.parametrize(("second_press", "second"), [(1410, "meh"), (1500, "ok")])
def test_a_circle_can_be_hit_once_the_one_before_was(
    judged: Judge, second_press: int, second: str
) -> None:
    frames: list[Frame] = [(1310, *FIRST, LEFT), (second_press, *SECOND, RIGHT)]
    analysis = judged(circles(*TWO), [*frames, (2500, 0, 0, 0)])
    assert results(analysis, Part.CIRCLE) == ["meh", second]
    assert [part.error for part in analysis.parts] == [-190, second_press - 1600]


def sliders(*lines: tuple[int, int, int, int]) -> list[str]:
    """Lines of sliders: position, time and length."""
    return [f"{x},{y},{time},2,0,L|{x + length}:{y},1,{length}" for x, y, time, length in lines]


@both
def test_a_circle_just_after_a_slider_can_be_hit_before_its_head(judged: Judge) -> None:
    beatmap = make_beatmap(
        [*sliders((80, 80, 1500, 50)), "0,0,1510,1,0"],
        difficulty={**EASIEST, "SliderMultiplier": 1.4},
    )
    frames: list[Frame] = [(1500, 0, 0, LEFT)]
    frames += [(1510 + 10 * at, 80, 80, RIGHT) for at in range(60)]
    analysis = judged(beatmap, frames)
    assert results(analysis, Part.CIRCLE) == ["great"]
    assert results(analysis, Part.SLIDER) == ["great"]


@both
def test_a_slider_head_waits_for_the_circle_before(judged: Judge) -> None:
    beatmap = make_beatmap(
        ["0,0,1000,1,0", *sliders((80, 80, 1200, 25))],
        difficulty={**EASIEST, "SliderMultiplier": 1.4},
    )
    frames: list[Frame] = [(900, 80, 80, LEFT), (1000, 0, 0, RIGHT)]
    frames += [(1200 + 10 * at, 80, 80, LEFT) for at in range(60)]
    analysis = judged(beatmap, frames)
    assert results(analysis, Part.CIRCLE) == ["great"]
    assert results(analysis, Part.SLIDER) == ["great"]
    assert parts_of(analysis, Part.SLIDER_HEAD)[0].error == 0


@both
def test_overlapping_sliders(judged: Judge) -> None:
    beatmap = make_beatmap(
        sliders((100, 50, 1000, 25), (100, 80, 1200, 25)),
        difficulty={**EASIEST, "SliderMultiplier": 1.4},
    )
    frames: list[Frame] = [
        (1000, 100, 65, RIGHT),
        (1025, 100, 65, BOTH),
        (1050, 100, 65, 0),
        (1190, 100, 90, 0),
        *((1200 + 10 * at, 100, 90, LEFT) for at in range(60)),
    ]
    analysis = judged(beatmap, frames)
    assert results(analysis, Part.SLIDER) == ["ok", "great"]


@both
def test_a_slider_head_blocks_what_is_under_it(judged: Judge) -> None:
    beatmap = make_beatmap(
        sliders((100, 50, 1000, 25), (100, 80, 1250, 25)),
        difficulty={**EASIEST, "SliderMultiplier": 1.4},
    )
    frames: list[Frame] = [
        (1000, 100, 65, RIGHT),
        (1025, 100, 65, LEFT),
        (1050, 100, 65, 0),
        (2500, 100, 65, 0),
    ]
    analysis = judged(beatmap, frames)
    assert results(analysis, Part.SLIDER) == ["ok", "miss"]
    assert parts_of(analysis, Part.SLIDER_HEAD, 1)[0].error is None


@both
def test_sliders_that_ended_block_nothing(judged: Judge) -> None:
    beatmap = make_beatmap(
        sliders((100, 50, 1000, 25), (100, 80, 1600, 25)),
        difficulty={**EASIEST, "SliderMultiplier": 1.4},
    )
    frames: list[Frame] = [
        (1000, 100, 65, RIGHT),
        (1025, 100, 65, 0),
        (1250, 100, 65, 0),
        (1650, 100, 65, LEFT),
        (1675, 100, 65, 0),
        (2500, 100, 65, 0),
    ]
    analysis = judged(beatmap, frames)
    assert results(analysis, Part.SLIDER) == ["ok", "ok"]
    assert [part.error for part in parts_of(analysis, Part.SLIDER_HEAD)] == [0, 50]


@both
def test_overlapping_circles_do_not_block_each_other(judged: Judge) -> None:
    frames: list[Frame] = [(1000, 110, 110, LEFT), (1025, 110, 110, 0), (1050, 110, 110, RIGHT)]
    beatmap = circles((100, 100, 1000), (120, 120, 1200))
    analysis = judged(beatmap, [*frames, (2500, 0, 0, 0)])
    assert results(analysis, Part.CIRCLE) == ["great", "meh"]
    assert [part.error for part in analysis.parts] == [0, -150]


@both
def test_a_press_on_a_stack_does_not_reach_its_second_circle(judged: Judge) -> None:
    beatmap = make_beatmap([f"80,80,{1000 + 100 * at},1,0" for at in range(4)], difficulty=EASIEST)
    assert [item.stack_height for item in beatmap.hit_objects] == [3, 2, 1, 0]
    # Where only the last ones are under the cursor.
    frames: list[Frame] = [(940, 110, 80, LEFT), (950, 110, 80, 0), (2500, 0, 0, 0)]
    analysis = judged(beatmap, frames)
    assert results(analysis, Part.CIRCLE) == ["miss"] * 4
    assert all(part.error is None for part in analysis.parts)


@both
def test_both_keys_in_one_frame_are_two_presses(judged: Judge) -> None:
    beatmap = circles((100, 100, 1000), (110, 100, 1001))
    analysis = judged(beatmap, [(1000, 105, 100, BOTH), (1020, 105, 100, 0), (2500, 0, 0, 0)])
    assert results(analysis, Part.CIRCLE) == ["great", "great"]


@both
def test_one_press_hits_one_circle(judged: Judge) -> None:
    beatmap = circles((100, 100, 1000), (110, 100, 1001))
    analysis = judged(beatmap, [(1000, 105, 100, LEFT), (1020, 105, 100, 0), (2500, 0, 0, 0)])
    assert results(analysis, Part.CIRCLE) == ["great", "miss"]


def turned(start: float, end: float, turns: float, keys: int = LEFT) -> list[Frame]:
    """Frames of a cursor that circles the centre, 100 times a second."""
    frames: list[Frame] = []
    for time in range(int(start), int(end) + 1, 10):
        angle = 2 * math.pi * turns * (time - start) / (end - start)
        frames.append((time, 256 + 80 * math.cos(angle), 192 + 80 * math.sin(angle), keys))
    return [*frames, (end + 500, 0, 0, 0)]


@pytest.mark.parametrize(
    ("turns", "keys", "result"),
    [(0, LEFT, "miss"), (1.0, LEFT, "miss"), (3.0, LEFT, "meh"), (12.0, LEFT, "great")],
)
def test_spinner(turns: float, keys: int, result: str) -> None:
    # Ten half turns are required: 11 and more are 300, 9 are 100, 2 are 50.
    beatmap = make_beatmap(["256,192,1000,12,0,3000"])
    analysis = stable(beatmap, turned(1000, 3000, turns, keys))
    assert results(analysis, Part.SPINNER) == [result]


def test_a_spinner_without_a_key_does_not_turn() -> None:
    beatmap = make_beatmap(["256,192,1000,12,0,3000"])
    assert results(stable(beatmap, turned(1000, 3000, 9, 0)), Part.SPINNER) == ["miss"]


def test_spun_out_turns_spinners() -> None:
    beatmap = make_beatmap(["256,192,1000,12,0,3000"])
    analysis = play(beatmap, turned(1000, 3000, 0, 0), mods=[Mod(acronym="SO")])
    assert results(analysis, Part.SPINNER) == ["great"]


def test_older_versions_want_more_turns() -> None:
    beatmap = make_beatmap(["256,192,1000,12,0,3000"])
    frames = turned(1000, 3000, 3.0)
    assert results(play(beatmap, frames, version=20190101), Part.SPINNER) == ["miss"]


def test_hard_rock_mirrors_the_beatmap() -> None:
    frames: list[Frame] = [(1000, 100, 334, LEFT), (1020, 100, 334, 0), (2500, 0, 0, 0)]
    beatmap = make_beatmap(["100,50,1000,1,0"], difficulty={"CircleSize": 4})
    analysis = play(beatmap, frames, mods=[Mod(acronym="HR")])
    assert results(analysis, Part.CIRCLE) == ["great"]
    assert (analysis.parts[0].x, analysis.parts[0].y) == (100, 334)


def test_older_versions_judge_misses_between_frames() -> None:
    # The first circle is missed at 1701, before the frame at 1710 that presses the second.
    beatmap = circles((0, 0, 1500), (80, 80, 1705))
    frames: list[Frame] = [(1400, 80, 80, 0), (1710, 80, 80, LEFT), (1720, 80, 80, 0)]
    frames.append((2500, 0, 0, 0))
    newer = play(beatmap, frames, version=20200101)
    older = play(beatmap, frames, version=20180101)
    assert results(newer, Part.CIRCLE) == ["miss", "miss"]
    assert results(older, Part.CIRCLE) == ["miss", "great"]


def test_score_v2_wants_the_head_on_time() -> None:
    beatmap = make_beatmap(sliders((100, 100, 1000, 50)), difficulty={"OverallDifficulty": 5.0})
    frames: list[Frame] = [(1080 + 10 * at, 100 + at, 100, LEFT) for at in range(50)]
    assert results(stable(beatmap, frames), Part.SLIDER) == ["great"]
    scored = play(beatmap, frames, mods=[Mod(acronym="V2")])
    assert results(scored, Part.SLIDER) == ["ok"]


def test_combo_of_a_slider() -> None:
    beatmap = make_beatmap(
        ["100,100,1000,2,0,L|200:100,2,100", "300,300,4000,1,0"],
        difficulty={"SliderTickRate": 2},
    )
    frames: list[Frame] = [(1000 + 10 * at, 100 + at, 100, LEFT) for at in range(100)]
    frames += [(2000 + 10 * at, 200 - at, 100, LEFT) for at in range(101)]
    frames += [(3900, 300, 300, 0), (4000, 300, 300, LEFT), (4100, 0, 0, 0)]
    analysis = stable(beatmap, frames)
    assert [part.part for part in analysis.parts] == [
        Part.SLIDER_HEAD,
        Part.SLIDER_TICK,
        Part.SLIDER_REPEAT,
        Part.SLIDER_TICK,
        Part.SLIDER_END,
        Part.SLIDER,
        Part.CIRCLE,
    ]
    assert analysis.max_combo == 6
    # Without keys in its second half: the end does not break the combo, the tick does.
    dropped = stable(beatmap, [*frames[:110], *((2100 + 10 * at, 0, 0, 0) for at in range(100))])
    assert results(dropped, Part.SLIDER) == ["ok"]
    assert dropped.slider_breaks == 1
    assert dropped.max_combo == 3


def test_accuracy_after_each_object() -> None:
    beatmap = circles((0, 0, 1000), (100, 100, 2000), (200, 200, 3000))
    frames: list[Frame] = []
    for (x, y), time in (((0, 0), 1000), ((100, 100), 2100), ((200, 200), 3150)):
        frames += [(time, x, y, LEFT), (time + 20, x, y, 0)]
    analysis = stable(beatmap, frames)
    assert analysis.counts == {"great": 1, "ok": 1, "meh": 1, "miss": 0}
    assert [part.accuracy for part in analysis.parts] == pytest.approx([1, 400 / 600, 450 / 900])
    assert analysis.accuracy == pytest.approx(0.5)


def test_unstable_rate_is_of_hits_and_divided_by_the_speed() -> None:
    beatmap = circles(*((0, 0, 1000 + 1000 * at) for at in range(4)))
    frames: list[Frame] = []
    for time, error in ((1000, -30), (2000, 30), (3000, 30)):
        frames += [(time + error, 0, 0, LEFT), (time + error + 20, 0, 0, 0)]
    frames.append((5000, 0, 0, 0))
    analysis = play(beatmap, frames, mods=[Mod(acronym="DT")])
    assert analysis.counts == {"great": 3, "ok": 0, "meh": 0, "miss": 1}
    assert analysis.unstable_rate_raw == pytest.approx(10 * math.sqrt(800))
    assert analysis.unstable_rate == pytest.approx(10 * math.sqrt(800) / 1.5)
    assert analysis.mean_error_ms == pytest.approx(10)
    assert [part.object_time for part in analysis.misses] == [4000]
