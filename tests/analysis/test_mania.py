"""Judgement of mania plays: stable with Score V1 and V2, and lazer."""

from __future__ import annotations

import functools
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.analysis import mania
from osubrowser.analysis.beatmap import Beatmap
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.mania import column_of, judge
from osubrowser.analysis.result import Analysis, NotJudged, Part
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod, parse_mods
from osubrowser.api.replays import read_replay
from tests.analysis.ruleset_plays import Frame, results, ruleset_beatmap, ruleset_replay
from tests.conftest import SHARED

REPLAYS = SHARED / "replays"
PAIRS: list[dict[str, Any]] = (
    [
        pair
        for pair in json.loads((REPLAYS / "index.json").read_text())["pairs"]
        if pair["mode"] == "mania"
    ]
    if (REPLAYS / "index.json").exists()
    else []
)
DIFFERING = {
    "mania-e13e660fa2": 2,  # Score V2: one OK is found as a miss
    "mania-18c83f500a": 4,  # one GOOD is found as an OK, one MEH as an OK
}
"""Sum of the differences from the header, of the replays whose counts are not all found."""


@functools.cache
def shared_beatmap(path: str) -> Beatmap:
    return read_beatmap((REPLAYS / path).read_bytes())


@pytest.mark.skipif(
    not PAIRS, reason="the replays (../shared/replays) are not beside this checkout"
)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["replay"][8:-4])
def test_real_plays_have_the_counts_of_their_header(pair: dict[str, Any]) -> None:
    analysis = judge(
        shared_beatmap(pair["map"]), read_replay((REPLAYS / pair["replay"]).read_bytes())
    )
    found, header = analysis.counts, analysis.header_counts
    difference = sum(abs(found[name] - header[name]) for name in header)
    name = pair["replay"].rsplit("/", 1)[-1][:-4]
    assert difference <= DIFFERING.get(name, 0), (found, header)
    expected = pair.get("expected", {}).get("unstable_rate_converted_prototype")
    if expected is not None:
        assert analysis.unstable_rate == pytest.approx(expected, abs=0.01)


def play(
    objects: list[str],
    frames: list[Frame],
    mods: str = "",
    *,
    is_lazer: bool = False,
    keys: int = 1,
    version: int = 20_230_326,
) -> Analysis:
    """Play on one column of OD 5: windows of 16, 49, 82, 112, 136 and 173 ms in stable."""
    beatmap = ruleset_beatmap(GameMode.MANIA, objects, CircleSize=keys, OverallDifficulty=5)
    replay = ruleset_replay(
        GameMode.MANIA, frames, mods=parse_mods(mods), is_lazer=is_lazer, version=version
    )
    return judge(beatmap, replay)


def note(time: int, x: int = 256) -> str:
    return f"{x},192,{time},1,0,0:0:0:0:"


def hold(time: int, end: int) -> str:
    return f"256,192,{time},128,0,{end}:0:0:0:0:"


def taps(*spans: tuple[int, int]) -> list[Frame]:
    """Presses of the first column, from and to; frames every 5 ms, as a running game writes."""
    down: list[Frame] = [(0, 0, 0)]
    for start, end in spans:
        down += [(start, 0, 1), *((time, 0, 1) for time in range(start + 5, end, 5)), (end, 0, 0)]
    return [*down, (20_000, 0, 0)]


@pytest.mark.parametrize(
    ("press", "expected"),
    [
        (1016, "perfect"),
        (1017, "great"),
        (1111, "ok"),
        (1112, "miss"),
        (864, "meh"),
        (863, "miss"),
        (827, "miss"),
    ],
)
def test_notes(press: int, expected: str) -> None:
    analysis = play([note(1000)], taps((press, press + 20)))
    assert results(analysis) == [expected]
    if expected == "miss":
        [missed] = analysis.misses
        assert missed.press_time == press
        assert missed.press_error == press - 1000


def test_a_press_before_the_time_of_the_note_before_is_lost() -> None:
    analysis = play([note(1000), note(1150)], taps((940, 950), (990, 1000), (1140, 1150)))
    assert results(analysis) == ["good", "perfect"]


def test_an_early_press_after_it_misses_the_next_note() -> None:
    analysis = play([note(1000), note(1150)], taps((940, 950), (1005, 1010), (1140, 1150)))
    assert results(analysis) == ["good", "miss"]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([(1000, 2000)], "perfect", id="exact"),
        pytest.param([(1010, 2050)], "great", id="head and tail together"),
        pytest.param([(1000, 2400)], "good", id="held too long"),
        pytest.param([(1000, 1200), (1220, 2000)], "meh", id="pressed again long after its head"),
        pytest.param([(950, 970), (1000, 2000)], "good", id="pressed again on its head"),
        pytest.param([(950, 970), (1000, 2049)], "good", id="broken, released a little late"),
        pytest.param([(950, 970), (1000, 2050)], "ok", id="broken, released later than GREAT"),
        pytest.param([(950, 970), (1000, 2083)], "meh", id="broken, released later than GOOD"),
        pytest.param([(950, 970), (1000, 1930)], "good", id="broken, released early"),
        pytest.param([(1000, 1500)], "miss", id="released and left"),
        pytest.param([(1300, 2000)], "meh", id="pressed in its body"),
        pytest.param([(860, 2000)], "ok", id="held from too early"),
        pytest.param([], "miss", id="never pressed"),
    ],
)
def test_hold_notes_of_stable(spans: list[tuple[int, int]], expected: str) -> None:
    assert results(play([hold(1000, 2000)], taps(*spans))) == [expected]


def test_a_short_hold_note_that_was_released_ends_when_its_tail_can_be_released() -> None:
    # 1100 - 136 = 964: nobody holds it then, and the press at 1000 is for the next note.
    analysis = play([hold(1000, 1100), note(1150)], taps((900, 920), (1000, 1100), (1150, 1160)))
    assert results(analysis) == ["miss", "miss"]


def test_the_key_of_the_note_before_does_not_hold_a_note() -> None:
    analysis = play([note(900), hold(1000, 1500)], taps((900, 1500)))
    assert results(analysis) == ["perfect", "miss"]


def test_a_hold_note_raises_the_combo_while_it_is_held() -> None:
    analysis = play([hold(1000, 2000)], taps((1000, 2000)))
    assert analysis.max_combo == 11


def test_the_ticks_before_a_miss_elsewhere_are_lost_with_the_combo() -> None:
    objects = ["64,192,1000,128,0,2000:0:0:0:0:", note(1400, 448)]
    analysis = play(objects, taps((1000, 2000)), keys=2)
    assert results(analysis) == ["miss", "perfect"]
    assert analysis.parts[-1].combo == 6, "five ticks after the miss at 1512, and the note"
    assert analysis.max_combo == 6


def test_score_v2_judges_head_and_tail() -> None:
    analysis = play([hold(1000, 2000)], taps((1000, 2060)), "V2")
    assert results(analysis) == ["perfect", "great"]
    assert [part.part for part in analysis.parts] == [Part.HOLD_HEAD, Part.HOLD_TAIL]
    assert analysis.accuracy == pytest.approx(605 / 610)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], ["miss", "miss"], id="never pressed"),
        pytest.param([(1000, 2000)], ["perfect", "perfect"], id="exact"),
        pytest.param([(1000, 2070)], ["perfect", "great"], id="release counts two thirds"),
        pytest.param([(1000, 2300)], ["perfect", "miss"], id="held too long"),
        pytest.param([(200, 2300)], ["miss", "miss"], id="held from before to after"),
        pytest.param([(200, 2000)], ["miss", "miss"], id="held from before its windows"),
        pytest.param([(200, 210), (1000, 2000)], ["perfect", "perfect"], id="tapped before"),
        pytest.param([(200, 210), (1000, 2300)], ["perfect", "miss"], id="tapped, held too long"),
        pytest.param([(1000, 1010)], ["perfect", "miss"], id="tapped"),
        pytest.param([(1000, 1500), (1600, 2000)], ["perfect", "meh"], id="broken"),
        pytest.param([(1000, 1001), (1002, 2000)], ["perfect", "meh"], id="broken for a moment"),
        pytest.param([(1000, 1010), (1500, 2300)], ["perfect", "miss"], id="broken, too long"),
        pytest.param([(1300, 2000)], ["miss", "meh"], id="head missed"),
        pytest.param([(1300, 2300)], ["miss", "miss"], id="head missed, held too long"),
        pytest.param([(2000, 2010)], ["miss", "meh"], id="tapped at its tail"),
        pytest.param([(1130, 2000)], ["meh", "perfect"], id="late head"),
    ],
)
def test_hold_notes_of_lazer(spans: list[tuple[int, int]], expected: list[str]) -> None:
    analysis = play([hold(1000, 2000)], taps(*spans), is_lazer=True)
    assert results(analysis) == expected


def test_a_broken_hold_note_of_lazer_breaks_the_combo() -> None:
    analysis = play([hold(1000, 2000)], taps((1000, 1001), (1002, 2000)), is_lazer=True)
    assert [(part.part, part.combo) for part in analysis.parts] == [
        (Part.HOLD_HEAD, 1),
        (Part.HOLD, 0),
        (Part.HOLD_TAIL, 1),
    ]


@pytest.mark.parametrize(
    ("press", "expected"),
    [
        pytest.param(1990, ["miss", "miss", "good"], id="just before the tail"),
        pytest.param(2010, ["miss", "miss", "great"], id="just after it"),
    ],
)
def test_a_press_at_the_tail_in_lazer_is_of_the_next_note(press: int, expected: list[str]) -> None:
    """The head is lost, and the next note can be pressed already."""
    objects = [hold(1000, 2000), note(2050)]
    analysis = play(objects, taps((press, press + 10)), is_lazer=True)
    assert results(analysis) == expected


def test_a_press_at_the_tail_of_a_short_hold_note_of_lazer_is_of_its_head() -> None:
    analysis = play([hold(1000, 1050), note(1060)], taps((1050, 1060)), is_lazer=True)
    assert results(analysis) == ["good", "perfect", "miss"]


def test_a_missed_hold_note_of_lazer_leaves_the_next() -> None:
    objects = [hold(1000, 1500), hold(1700, 2200)]
    analysis = play(objects, taps((1700, 2200)), is_lazer=True)
    assert sorted(results(analysis)) == ["miss", "miss", "perfect", "perfect"]


def test_a_hit_of_lazer_misses_the_notes_before() -> None:
    analysis = play([note(1000), note(1100)], taps((1100, 1110)), is_lazer=True)
    assert sorted(results(analysis)) == ["miss", "perfect"]
    assert analysis.parts[1].combo in (0, 1)


def test_mirror_flips_the_columns() -> None:
    objects = [note(1000, 64)]
    assert results(play(objects, taps((1000, 1010)), keys=4)) == ["perfect"]
    assert results(play(objects, taps((1000, 1010)), "MR", keys=4)) == ["miss"]


def test_columns() -> None:
    assert [column_of(x, 4) for x in (-5, 0, 127, 128, 511, 9999)] == [0, 0, 0, 1, 3, 3]
    assert column_of(73, 7) == 0
    assert column_of(74, 7) == 1


def test_the_unstable_rate_is_divided_by_the_speed() -> None:
    analysis = play([note(1000), note(2000)], taps((1000, 1010), (2030, 2040)), "DT")
    assert analysis.unstable_rate_raw == pytest.approx(150)
    assert analysis.unstable_rate == pytest.approx(100)
    assert analysis.mean_error_ms == pytest.approx(15)


def test_converted_beatmaps_and_random_are_not_judged() -> None:
    converted = ruleset_beatmap(GameMode.OSU, [note(1000)])
    with pytest.raises(NotJudged, match="converted"):
        judge(converted, ruleset_replay(GameMode.MANIA, taps()))
    with pytest.raises(NotJudged, match="Random"):
        play([note(1000)], taps(), "RD")
    with pytest.raises(NotJudged, match="not known"):
        judge(
            ruleset_beatmap(GameMode.MANIA, [note(1000)]),
            ruleset_replay(GameMode.MANIA, taps(), mods=[Mod(acronym="ZZ")], is_lazer=True),
        )


TIMES = st.integers(0, 3000)


def test_thousands_of_open_notes_of_lazer_are_not_judged() -> None:
    frames: list[Frame] = [(time, 0, 1 - time % 2) for time in range(4000)]
    objects = [f"0,192,{time},128,0,{time + 100_000}:0:0:0:0:" for time in range(4000)]
    with pytest.raises(NotJudged, match="Too many hit objects or presses"):
        play(objects, frames, is_lazer=True, keys=1)


def test_a_press_does_not_visit_the_notes_after_it() -> None:
    objects = [note(100 * number) for number in range(20_000)]
    analysis = play(objects, taps(*((100 * n, 100 * n + 50) for n in range(20_000))), is_lazer=True)
    assert analysis.counts["perfect"] == 20_000


def test_key_changes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mania, "MAX_KEY_CHANGES", 10)
    taps_of_five = taps(*((100 * n, 100 * n + 50) for n in range(5)))
    assert results(play([note(1000)], taps_of_five)) == ["miss"]
    with pytest.raises(NotJudged, match="more key presses"):
        play([note(1000)], taps(*((100 * n, 100 * n + 50) for n in range(6))))


@settings(deadline=None, max_examples=60)
@given(
    notes=st.lists(st.tuples(TIMES, st.integers(-50, 400), st.integers(0, 511)), min_size=1),
    presses=st.lists(st.tuples(TIMES, st.integers(0, 15))),
    mods=st.sampled_from(["", "V2", "HR", "EZ", "HT", "MR"]),
    is_lazer=st.booleans(),
)
def test_any_frames_have_a_result_for_each_note(
    notes: list[tuple[int, int, int]],
    presses: list[tuple[int, int]],
    mods: str,
    is_lazer: bool,
) -> None:
    objects = [
        f"{x},192,{time},128,0,{time + length}:0:0:0:0:" if length > 0 else note(time, x)
        for time, length, x in notes
    ]
    frames = [(0, 0.0, 0), *((time, 0.0, keys) for time, keys in sorted(presses))]
    analysis = play(objects, frames, mods, is_lazer=is_lazer, keys=4)
    parts = {Part.HOLD_HEAD, Part.HOLD_TAIL, Part.HOLD, Part.NOTE}
    judged = [(part.index, part.part) for part in analysis.parts if part.counts]
    assert len(judged) == len(set(judged))
    assert {part for _, part in judged} <= parts
    assert sum(analysis.counts.values()) == len(judged)
