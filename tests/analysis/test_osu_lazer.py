"""Judgement of osu! plays in lazer; the plays and results are those of the game's own tests."""

from __future__ import annotations

import math

import pytest

from osubrowser.analysis.beatmap import Beatmap
from osubrowser.analysis.result import Analysis, Part
from osubrowser.api.mods import Mod
from tests.analysis.plays import BOTH, LEFT, RIGHT, Frame, make_beatmap, parts_of, play, results

CLASSIC = Mod(acronym="CL")
RADIUS = 32 * 1.00041


def lazer(beatmap: Beatmap, frames: list[Frame], *mods: Mod) -> Analysis:
    return play(beatmap, frames, mods=mods, is_lazer=True)


def slow_slider() -> Beatmap:
    """A slider of 25 pixels in 2.5 seconds, from 1500 to 4000 ms."""
    return make_beatmap(
        ["0,0,1500,2,0,L|25:0,1,25"],
        difficulty={"SliderMultiplier": 1},
        timing=("0,1000,4,2,0,100,1,0", "0,-1000,4,2,0,100,0,0"),
    )


@pytest.mark.parametrize(
    ("frames", "tail"),
    [
        pytest.param(
            [(1500, 0, 0, BOTH), (2500, 0, 0, RIGHT)], True, id="both keys, one is released"
        ),
        pytest.param(
            [(250, 0, 0, LEFT), (1500, 0, 0, BOTH), (2500, 0, 0, LEFT)],
            False,
            id="the key from before does not hold it",
        ),
        pytest.param(
            [(1500, 0, 0, LEFT), (2500, 0, 0, BOTH), (3000, 0, 0, RIGHT)],
            True,
            id="any key holds it after the other was up",
        ),
        pytest.param(
            [(250, 0, 0, LEFT), (1500, 0, 0, BOTH), (2500, 0, 0, RIGHT)],
            True,
            id="the key that hit it stays down",
        ),
        pytest.param([(250, 0, 0, LEFT)], True, id="pressed before, held over it"),
        pytest.param(
            [
                (1500, 0, 0, LEFT),
                (2500, 150, 150, LEFT),
                (3000, 200, 200, LEFT),
                (3500, 0, 0, LEFT),
                (3800, 0, 0, LEFT),
            ],
            True,
            id="away and back",
        ),
        pytest.param(
            [
                (250, 0, 0, LEFT),
                (1500, 0, 0, BOTH),
                (2500, 0, 0, LEFT),
                (3000, 200, 200, LEFT),
                (3500, 0, 0, LEFT),
                (3800, 0, 0, LEFT),
            ],
            False,
            id="away and back with the key from before",
        ),
        pytest.param(
            [
                (2500, 150, 150, LEFT),
                (3000, 200, 200, LEFT),
                (3500, 0, 0, LEFT),
                (3800, 0, 0, LEFT),
            ],
            True,
            id="reached in its middle",
        ),
        pytest.param(
            [
                (250, 0, 0, LEFT),
                (1500, 0, 0, BOTH),
                (2500, 100, 100, 0),
                (3000, 0, 0, LEFT),
            ],
            True,
            id="released away, pressed on it",
        ),
        pytest.param(
            [
                (250, 0, 0, LEFT),
                (1500, 0, 0, BOTH),
                (2500, 100, 100, RIGHT),
                (3000, 0, 0, RIGHT),
            ],
            True,
            id="moved back with the key that hit it",
        ),
        pytest.param(
            [
                (1500, 0, 0, LEFT),
                (2500, 100, 100, LEFT),
                (3000, 100, 100, 0),
                (3500, 100, 100, LEFT),
                (3800, 0, 0, LEFT),
            ],
            True,
            id="pressed again away from it",
        ),
        pytest.param(
            [
                (1500, 0, 0, LEFT),
                (1750, 0, RADIUS * 2.39, LEFT),
                (4000, 25, RADIUS * 2.399, LEFT),
            ],
            True,
            id="inside the edge of the follow area",
        ),
        pytest.param(
            [
                (1500, 0, 0, LEFT),
                (1750, 0, RADIUS * 2.42, LEFT),
                (4000, 25, RADIUS * 2.402, LEFT),
            ],
            False,
            id="outside the edge of the follow area",
        ),
    ],
)
def test_slider_tracking(frames: list[Frame], tail: bool) -> None:
    analysis = lazer(slow_slider(), frames)
    assert results(analysis, Part.SLIDER_END) == ["tick_hit" if tail else "tick_miss"]


def test_a_slider_held_from_long_before_loses_its_head_alone() -> None:
    analysis = lazer(slow_slider(), [(250, 0, 0, LEFT)])
    assert results(analysis, Part.SLIDER_HEAD) == ["miss"]
    assert analysis.slider_breaks == 1
    assert set(results(analysis, Part.SLIDER_TICK)) == {"tick_hit"}


def early_slider() -> Beatmap:
    return make_beatmap(
        ["156,192,1500,2,0,L|356:192,1,200"],
        difficulty={"OverallDifficulty": 0, "SliderTickRate": 1},
    )


@pytest.mark.parametrize(
    ("frames", "tick", "tail"),
    [
        pytest.param(
            [(1350, 156, 192, LEFT), (1400, 191, 192, LEFT), (3400, 391, 192, LEFT)],
            "tick_hit",
            "tick_hit",
            id="moved inside the follow area",
        ),
        pytest.param(
            [
                (1350, 156, 192, LEFT),
                (1400, 191, 192, LEFT),
                (1450, 191, 192, 0),
                (3450, 391, 192, LEFT),
            ],
            "tick_miss",
            "tick_miss",
            id="released inside it",
        ),
        pytest.param(
            [
                (1350, 156, 192, LEFT),
                (1400, 191, 192, LEFT),
                (1425, 191, 192, 0),
                (1450, 191, 192, LEFT),
                (3450, 391, 192, LEFT),
            ],
            "tick_miss",
            "tick_miss",
            id="pressed again inside it",
        ),
        pytest.param(
            [(1350, 156, 192, LEFT), (1400, 226, 192, LEFT), (3400, 426, 192, LEFT)],
            "tick_miss",
            "tick_miss",
            id="moved outside it",
        ),
    ],
)
def test_slider_hit_early(frames: list[Frame], tick: str, tail: str) -> None:
    analysis = lazer(early_slider(), frames)
    assert results(analysis, Part.SLIDER_HEAD) == ["meh"]
    assert results(analysis, Part.SLIDER_TICK) == [tick]
    assert results(analysis, Part.SLIDER_END) == [tail]
    assert analysis.counts == {"great": 0, "ok": 0, "meh": 1, "miss": 0}


def late_slider(
    path: str = "L|356:192",
    length: float = 200,
    *,
    spans: int = 1,
    velocity: float = 1,
    ticks: float = 1,
) -> Beatmap:
    """A slider from 1000 ms, at 0.4 pixels a millisecond."""
    return make_beatmap(
        [f"156,192,1000,2,0,{path},{spans},{length}"],
        difficulty={"SliderMultiplier": 3.6, "SliderTickRate": ticks},
        timing=("0,900,4,2,0,100,1,0", f"0,{-100 / velocity},4,2,0,100,0,0"),
    )


def test_late_hit_inside_the_follow_area_tracks() -> None:
    frames: list[Frame] = [(1099, 156, 192, LEFT), (1599, 356, 192, LEFT)]
    analysis = lazer(late_slider(), frames)
    assert results(analysis, Part.SLIDER_HEAD) == ["ok"]
    assert results(analysis, Part.SLIDER_END) == ["tick_hit"]


def test_late_hit_outside_the_follow_area_does_not_track() -> None:
    frames: list[Frame] = [(1099, 156, 192, LEFT), (1599, 356, 192, LEFT)]
    analysis = lazer(late_slider(velocity=2), frames)
    assert results(analysis, Part.SLIDER_HEAD) == ["ok"]
    assert results(analysis, Part.SLIDER_END) == ["tick_miss"]


def test_late_hit_hits_the_ticks_that_were_in_range() -> None:
    frames: list[Frame] = [(1149, 156, 192, LEFT), (1649, 356, 192, LEFT)]
    analysis = lazer(late_slider(ticks=8), frames)
    assert results(analysis, Part.SLIDER_HEAD) == ["meh"]
    assert set(results(analysis, Part.SLIDER_TICK)) == {"tick_hit"}
    assert parts_of(analysis, Part.SLIDER_TICK)[0].time == 1149
    assert results(analysis, Part.SLIDER_END) == ["tick_hit"]


def test_press_after_the_head_was_missed_hits_no_passed_tick() -> None:
    frames: list[Frame] = [(1151, 156, 192, LEFT), (1651, 356, 192, LEFT)]
    analysis = lazer(late_slider(ticks=8), frames)
    assert results(analysis, Part.SLIDER_HEAD) == ["miss"]
    assert "tick_miss" in results(analysis, Part.SLIDER_TICK)


def test_late_hit_of_a_slider_that_has_ended_hits_all() -> None:
    frames: list[Frame] = [(1149, 156, 192, LEFT), (1649, 156, 192, LEFT)]
    analysis = lazer(late_slider("L|176:192", 20, spans=2, ticks=8), frames)
    assert results(analysis, Part.SLIDER_HEAD) == ["meh"]
    assert results(analysis, Part.SLIDER_REPEAT) == ["tick_hit"]
    assert results(analysis, Part.SLIDER_END) == ["tick_hit"]


def circles(*places: tuple[int, int, int], **difficulty: float) -> Beatmap:
    return make_beatmap(
        [f"{x},{y},{time},1,0" for x, y, time in places],
        difficulty={"OverallDifficulty": 0, **difficulty},
    )


TWO = ((0, 0, 1500), (80, 80, 1600))


def test_a_press_before_the_first_circle_is_blocked() -> None:
    analysis = lazer(circles(*TWO), [(1400, 80, 80, LEFT), (1450, 80, 80, 0)])
    assert results(analysis, Part.CIRCLE) == ["miss", "miss"]
    assert [part.error for part in analysis.parts] == [None, None]


@pytest.mark.parametrize(("time", "second"), [(1500, "ok"), (1600, "great")])
def test_a_press_from_the_first_circle_on_hits_the_second_and_misses_the_first(
    time: int, second: str
) -> None:
    analysis = lazer(circles(*TWO), [(time, 80, 80, LEFT), (time + 50, 80, 80, 0)])
    first = parts_of(analysis, Part.CIRCLE, 0)[0]
    assert (first.judgement.value, first.time) == ("miss", time)
    assert results(analysis, Part.CIRCLE, 1) == [second]


def test_a_press_long_before_does_nothing_and_a_later_one_is_a_miss() -> None:
    analysis = lazer(circles((0, 0, 1500)), [(1090, 0, 0, LEFT), (1100, 0, 0, 0)])
    assert parts_of(analysis, Part.CIRCLE)[0].error is None
    analysis = lazer(circles((0, 0, 1500)), [(1110, 0, 0, LEFT), (1120, 0, 0, 0)])
    missed = parts_of(analysis, Part.CIRCLE)[0]
    assert (missed.judgement.value, missed.error) == ("miss", -390)
    assert (missed.press_time, missed.press_error, missed.press_distance) == (1110, -390, 0)


def test_a_press_falls_through_a_hit_slider_head() -> None:
    beatmap = make_beatmap(
        ["100,50,1000,2,0,L|125:50,1,25", "100,80,1190,2,0,L|125:80,1,25"],
        difficulty={"OverallDifficulty": 0},
        timing=("0,1000,4,2,0,100,1,0", "0,-1000,4,2,0,100,0,0"),
    )
    frames: list[Frame] = [(1000, 100, 65, RIGHT), (1025, 100, 65, LEFT), (1050, 100, 65, 0)]
    analysis = lazer(beatmap, frames)
    assert [part.error for part in parts_of(analysis, Part.SLIDER_HEAD)] == [0, -165]
    classic = lazer(beatmap, frames, CLASSIC)
    assert [part.error for part in parts_of(classic, Part.SLIDER_HEAD)] == [0, None]


def spin(start: float, *turns: tuple[float, float]) -> list[Frame]:
    """Frames of spins around the centre: degrees and milliseconds of each."""
    frames: list[Frame] = []
    angle, time, last = -math.pi / 2, start, 0.0
    for degrees, length in turns:
        direction = math.copysign(1, degrees)
        change = math.radians(degrees) + (
            0 if direction == last else direction * 0.01 * (2 if last else 1)
        )
        steps = int(length / 10)
        for step in range(steps + 1):
            at = angle + change * step / steps
            frames.append(
                (
                    time + length * step / steps,
                    256 + 50 * math.cos(at),
                    192 + 50 * math.sin(at),
                    LEFT,
                )
            )
        angle, time, last = angle + change, time + length, direction
    frames.append((time, frames[-1][1], frames[-1][2], 0))
    return frames


@pytest.mark.parametrize(
    ("turns", "result"),
    [
        ([(20 * 360, 2000)], "great"),
        ([(5.1 * 360, 2000)], "great"),
        ([(4.6 * 360, 2000)], "ok"),
        ([(-4 * 360, 2000)], "meh"),
        ([(3.7 * 360, 2000)], "miss"),
        ([(180, 500), (-5.8 * 360, 1500)], "great"),
        ([(2.5 * 360, 1000), (-2.5 * 360, 1000)], "meh"),
        ([], "miss"),
    ],
)
def test_spinner(turns: list[tuple[float, float]], result: str) -> None:
    beatmap = make_beatmap(["256,192,2000,12,0,4000"])
    frames = spin(2000, *turns) if turns else [(2000.0, 256.0, 92.0, LEFT)]
    assert results(lazer(beatmap, frames), Part.SPINNER) == [result]


def test_spun_out_completes_spinners() -> None:
    beatmap = make_beatmap(["256,192,2000,12,0,4000"])
    analysis = lazer(beatmap, [(2000, 256, 192, 0)], Mod(acronym="SO"))
    assert results(analysis, Part.SPINNER) == ["great"]


def test_alternate_blocks_the_same_key_twice() -> None:
    beatmap = circles((0, 0, 1500), (80, 80, 2500), (200, 200, 3500), OverallDifficulty=5)
    frames: list[Frame] = []
    for time, x, key in ((1500, 0, LEFT), (2500, 80, LEFT), (3500, 200, RIGHT)):
        frames += [(time, x, x, key), (time + 50, x, x, 0)]
    assert results(lazer(beatmap, frames), Part.CIRCLE) == ["great"] * 3
    alternate = lazer(beatmap, frames, Mod(acronym="AL"))
    assert results(alternate, Part.CIRCLE) == ["great", "miss", "great"]
    single = lazer(beatmap, frames, Mod(acronym="SG"))
    assert results(single, Part.CIRCLE) == ["great", "great", "miss"]


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({}, (412, 50)),
        ({"reflection": 1}, (100, 334)),
        ({"reflection": "Both"}, (412, 334)),
    ],
)
def test_mirror(settings: dict[str, str | float | bool], place: tuple[int, int]) -> None:
    mirror = Mod(acronym="MR", settings=dict(settings))
    analysis = lazer(circles((100, 50, 1500)), [(1500, *place, LEFT), (1550, *place, 0)], mirror)
    assert results(analysis, Part.CIRCLE) == ["great"]


def test_strict_tracking_breaks_the_combo_where_the_slider_is_left() -> None:
    frames: list[Frame] = [(1500, 0, 0, LEFT), (2500, 0, 0, LEFT), (2510, 300, 300, 0)]
    strict = lazer(slow_slider(), frames, Mod(acronym="ST"))
    tail = parts_of(strict, Part.SLIDER_END)[0]
    assert (tail.judgement.value, tail.combo) == ("tick_miss", 0)
    assert tail.time <= 2510


def test_combo_and_accuracy_of_slider_parts() -> None:
    frames: list[Frame] = [(1500, 156, 192, LEFT), (3500, 356, 192, LEFT)]
    beatmap = early_slider()
    analysis = lazer(beatmap, frames)
    assert [(part.part, part.combo) for part in analysis.parts] == [
        (Part.SLIDER_HEAD, 1),
        (Part.SLIDER_TICK, 2),
        (Part.SLIDER_END, 3),
    ]
    assert (analysis.max_combo, analysis.accuracy) == (3, 1)
    dropped = lazer(beatmap, [(1500, 156, 192, LEFT), (2900, 296, 192, LEFT), (2950, 0, 0, 0)])
    assert (dropped.max_combo, dropped.slider_breaks) == (2, 0)
    assert dropped.accuracy == pytest.approx((300 + 30) / (300 + 30 + 150))
    classic = lazer(beatmap, frames, CLASSIC)
    assert classic.counts == {"great": 1, "ok": 0, "meh": 0, "miss": 0}
    assert classic.max_combo == 3


def test_wind_up_divides_each_error_by_the_speed_at_it() -> None:
    beatmap = circles(*((100 + 80 * at, 100, 1000 + 1000 * at) for at in range(5)))
    frames: list[Frame] = []
    for item in beatmap.hit_objects:
        time = item.time + (30 if item.index % 2 else -30)
        frames += [(time, item.x, item.y, LEFT), (time + 20, item.x, item.y, 0)]
    analysis = lazer(beatmap, frames, Mod(acronym="WU"))
    assert analysis.unstable_rate is not None
    assert analysis.unstable_rate_raw is not None
    assert 1 < analysis.unstable_rate_raw / analysis.unstable_rate < 1.5
