"""Judgement of taiko plays, in stable and lazer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.result import Analysis, NotJudged
from osubrowser.analysis.taiko import judge
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import parse_mods
from osubrowser.api.replays import read_replay
from tests.analysis.ruleset_plays import Frame, results, ruleset_beatmap, ruleset_replay
from tests.conftest import SHARED

REPLAYS = SHARED / "replays"
CENTRE, RIM, OTHER_CENTRE = 1, 2, 4


def play(
    objects: list[str], frames: list[Frame], mods: str = "", *, is_lazer: bool = False
) -> Analysis:
    """Play at OD 5: GREAT below 35 ms, OK below 80, a miss below 95."""
    beatmap = ruleset_beatmap(GameMode.TAIKO, objects, OverallDifficulty=5)
    replay = ruleset_replay(GameMode.TAIKO, frames, mods=parse_mods(mods), is_lazer=is_lazer)
    return judge(beatmap, replay)


def note(time: int, *, is_rim: bool = False, is_big: bool = False) -> str:
    return f"256,192,{time},1,{8 * is_rim + 4 * is_big},0:0:0:0:"


def taps(*presses: tuple[int, int]) -> list[Frame]:
    frames: list[Frame] = [(0, 0, 0)]
    for time, keys in presses:
        frames += [(time, 0, keys), (time + 1, 0, 0)]
    return [*frames, (20_000, 0, 0)]


def test_the_real_play_has_the_counts_and_combo_of_its_header() -> None:
    if not (REPLAYS / "index.json").exists():
        pytest.skip("the replays (../shared/replays) are not beside this checkout")
    pairs = json.loads((REPLAYS / "index.json").read_text())["pairs"]
    [pair] = [pair for pair in pairs if pair["mode"] == "taiko"]
    replay = read_replay((REPLAYS / pair["replay"]).read_bytes())
    analysis = judge(read_beatmap((REPLAYS / pair["map"]).read_bytes()), replay)
    assert analysis.counts == analysis.header_counts
    assert analysis.max_combo == replay.max_combo
    assert not analysis.notes


@pytest.mark.parametrize(
    ("press", "expected"),
    [(1034, "great"), (1035, "ok"), (921, "ok"), (920, "miss"), (905, "miss"), (1100, "miss")],
)
@pytest.mark.parametrize("is_lazer", [False, True])
def test_timing(press: int, expected: str, is_lazer: bool) -> None:
    analysis = play([note(1000)], taps((press, CENTRE)), is_lazer=is_lazer)
    assert results(analysis) == [expected]


def test_the_wrong_colour_is_a_miss_with_its_press() -> None:
    analysis = play([note(1000)], taps((990, RIM), (1000, CENTRE)))
    assert results(analysis) == ["miss"]
    assert analysis.misses[0].press_error == -10


def test_a_late_press_of_the_wrong_colour_does_nothing_in_stable() -> None:
    frames = taps((1085, RIM), (1110, RIM))
    notes = [note(1000), note(1100, is_rim=True)]
    assert results(play(notes, frames)) == ["miss", "great"]


def test_the_second_key_of_a_big_note_hits_nothing_else() -> None:
    notes = [note(1000, is_big=True), note(1090)]
    frames = taps((1000, CENTRE), (1020, OTHER_CENTRE), (1090, CENTRE))
    assert results(play(notes, frames)) == ["great", "great"]
    assert results(play([note(1000), note(1090)], frames)) == ["great", "ok"]


def test_swap_exchanges_the_colours() -> None:
    beatmap = ruleset_beatmap(GameMode.TAIKO, [note(1000)])
    replay = ruleset_replay(GameMode.TAIKO, taps((1000, RIM)), mods=parse_mods("SW"), is_lazer=True)
    assert results(judge(beatmap, replay)) == ["great"]


def test_a_play_that_ended_early_is_judged_up_to_its_end() -> None:
    beatmap = ruleset_beatmap(GameMode.TAIKO, [note(1000), note(9000)])
    replay = ruleset_replay(GameMode.TAIKO, [(0, 0, 0), (1000, 0, 1), (1500, 0, 0)], count=1)
    analysis = judge(beatmap, replay)
    assert results(analysis) == ["great"]
    assert "ended before" in analysis.notes[0]


def test_what_is_not_judged() -> None:
    with pytest.raises(NotJudged, match="Relax"):
        play([note(1000)], taps(), "RX")
    with pytest.raises(NotJudged, match="no notes"):
        play(["256,192,1000,12,0,2000"], taps())


@settings(deadline=None, max_examples=60)
@given(
    notes=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 15)), min_size=1),
    presses=st.lists(st.tuples(st.integers(0, 3000), st.integers(-1, 1 << 40))),
    is_lazer=st.booleans(),
)
def test_any_frames_have_a_result_for_each_note(
    notes: list[tuple[int, int]], presses: list[tuple[int, int]], is_lazer: bool
) -> None:
    objects = [f"256,192,{time},1,{sounds},0:0:0:0:" for time, sounds in notes]
    frames = [(0, 0.0, 0), *((time, 0.0, keys) for time, keys in sorted(presses))]
    assert len(results(play(objects, frames, is_lazer=is_lazer))) == len(notes)
