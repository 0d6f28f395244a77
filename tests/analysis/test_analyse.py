"""Analysis of any replay, and the figures that the rulesets share."""

from __future__ import annotations

import pytest

from osubrowser.analysis.analyse import WrongBeatmap, analyse
from osubrowser.analysis.figures import (
    accuracy,
    failed_press,
    free_presses,
    header_counts,
    unstable_rate,
)
from osubrowser.analysis.result import JudgementCancelled, NotJudged
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.replays import Replay
from tests.analysis.ruleset_plays import Frame, ruleset_beatmap, ruleset_replay

NOTE = "256,192,1000,1,0,0:0:0:0:"
FRAMES: list[Frame] = [(0, 256, 0), (1000, 256, 1), (1100, 256, 0), (9000, 256, 0)]


@pytest.mark.parametrize("mode", list(GameMode))
def test_each_ruleset_is_judged(mode: GameMode) -> None:
    done: list[float] = []
    analysis = analyse(
        ruleset_replay(mode, FRAMES), ruleset_beatmap(mode, [NOTE]), progress=done.append
    )
    assert analysis.mode == mode
    assert sum(analysis.counts.values()) == 1
    assert all(0 <= part <= 1 for part in done)


def test_another_version_is_judged_on_request_with_a_note() -> None:
    beatmap = ruleset_beatmap(GameMode.TAIKO, [NOTE])
    other = ruleset_replay(GameMode.TAIKO, FRAMES, beatmap_hash="0" * 32)
    with pytest.raises(WrongBeatmap, match="another version"):
        analyse(other, beatmap)
    assert any(
        "another version" in note for note in analyse(other, beatmap, any_version=True).notes
    )
    same = ruleset_replay(GameMode.TAIKO, FRAMES, beatmap_hash=beatmap.md5.upper())
    assert analyse(same, beatmap).counts["great"] == 1


@pytest.mark.parametrize("mode", [GameMode.TAIKO, GameMode.CATCH, GameMode.MANIA])
def test_it_can_be_cancelled(mode: GameMode) -> None:
    with pytest.raises(JudgementCancelled):
        analyse(
            ruleset_replay(mode, FRAMES), ruleset_beatmap(mode, [NOTE]), is_cancelled=lambda: True
        )


@pytest.mark.parametrize("mode", [GameMode.TAIKO, GameMode.CATCH, GameMode.MANIA])
def test_what_has_no_judgement_has_a_sentence(mode: GameMode) -> None:
    beatmap = ruleset_beatmap(mode, [NOTE])
    for replay, on in (
        (ruleset_replay(mode, FRAMES, count=0), beatmap),
        (ruleset_replay(mode, FRAMES), ruleset_beatmap(GameMode.OSU, [NOTE])),
        (ruleset_replay(mode, FRAMES), ruleset_beatmap(mode, [])),
        (ruleset_replay(mode, []), beatmap),
    ):
        with pytest.raises(NotJudged, match=r"^[A-Z].*\.$"):
            analyse(replay, on)


def test_an_unknown_ruleset_has_a_sentence() -> None:
    with pytest.raises(NotJudged, match="ruleset 7"):
        analyse(Replay(mode=GameMode.of_number(7)), ruleset_beatmap(GameMode.OSU, [NOTE]))


def test_header_counts_have_todays_names() -> None:
    replay = Replay(
        mode=GameMode.MANIA,
        count_300=1,
        count_100=2,
        count_50=3,
        count_geki=4,
        count_katu=5,
        count_miss=6,
    )
    assert header_counts(replay) == {
        "perfect": 4,
        "great": 1,
        "good": 5,
        "ok": 2,
        "meh": 3,
        "miss": 6,
    }


@pytest.mark.parametrize(
    ("mode", "counts", "expected"),
    [
        (GameMode.OSU, {"great": 1, "ok": 1}, 2 / 3),
        (GameMode.TAIKO, {"great": 1, "ok": 1}, 0.75),
        (GameMode.CATCH, {"great": 1, "large_tick_hit": 1, "small_tick_miss": 1, "miss": 1}, 0.5),
        (GameMode.MANIA, {"perfect": 1, "good": 1}, 5 / 6),
        (GameMode.MANIA, {}, 1.0),
    ],
)
def test_accuracy(mode: GameMode, counts: dict[str, int], expected: float) -> None:
    assert accuracy(mode, counts) == pytest.approx(expected)


def test_perfect_is_worth_more_in_lazer() -> None:
    counts = {"great": 1}
    assert accuracy(GameMode.MANIA, counts) == 1
    assert accuracy(GameMode.MANIA, counts, counts_perfect=True) == pytest.approx(300 / 305)


def test_unstable_rate() -> None:
    assert unstable_rate([]) == (None, None)
    assert unstable_rate([-10, 10, 10, -10]) == (100, 0)


def test_failed_press_is_the_nearest_that_judged_nothing() -> None:
    free = free_presses([700, 950, 990, 1080], {990.0})
    assert free == [700, 950, 1080]
    assert failed_press(1000, free) == 950
    assert failed_press(1040, free) == 1080
    assert failed_press(1015, free) == 950  # the earlier of two
    assert [failed_press(1000, [time]) for time in (799, 800, 1200, 1201)] == [
        None,
        800,
        1200,
        None,
    ]
    assert failed_press(1000, []) is None
