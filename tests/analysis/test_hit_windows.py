"""Hit windows of all rulesets."""

from __future__ import annotations

import json

import pytest

from osubrowser.analysis.hit_windows import hit_windows, judge_offset, overall_difficulty
from osubrowser.analysis.result import Judgement
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod, parse_mods
from tests.conftest import SHARED

KNOWN = SHARED / "replays" / "hit-windows.json"
MODS = {
    "no_mod": "",
    "hard_rock": "HR",
    "easy": "EZ",
    "score_v2": "V2",
    "score_v1_non_convert": "",
    "score_v1_convert": "",
    "score_v1_non_convert_hard_rock": "HR",
    "score_v1_non_convert_easy": "EZ",
    "score_v1_non_convert_double_time": "DT",
    "score_v1_non_convert_half_time": "HT",
}


def windows_of(
    mode: GameMode, od: float, mods: str = "", *, is_lazer: bool = False, is_convert: bool = False
) -> dict[str, float]:
    found = hit_windows(mode, od, parse_mods(mods), is_lazer=is_lazer, is_convert=is_convert)
    return {window.judgement.value: window.milliseconds for window in found}


def judged(mode: GameMode, od: float, offset: float, mods: str = "", **of_play: bool) -> str | None:
    of_play.setdefault("is_lazer", False)
    windows = hit_windows(mode, od, parse_mods(mods), **of_play)
    result = judge_offset(
        windows, offset, is_stable_mania=mode == GameMode.MANIA and not of_play["is_lazer"]
    )
    return None if result is None else result.value


@pytest.mark.parametrize("is_lazer", [False, True], ids=["stable", "lazer with Classic"])
def test_single_notes_with_known_answers(is_lazer: bool) -> None:
    if not KNOWN.exists():
        pytest.skip("the known answers (../shared/replays) are not beside this checkout")
    wrong, count = [], 0
    for ruleset, cases in json.loads(KNOWN.read_text())["cases"].items():
        for name, rows in cases.items():
            mods = MODS[name] + ("CL" if is_lazer else "")
            is_convert = name == "score_v1_convert"
            for od, offset, expected in rows:
                found = judged(
                    GameMode(ruleset), od, offset, mods, is_lazer=is_lazer, is_convert=is_convert
                )
                count += 1
                # A press that is too early to do anything leaves the note to be missed.
                if (found or "miss") != expected.lower():
                    wrong.append((ruleset, name, od, offset, expected, found))
    assert not wrong
    assert count == 352


def test_windows_end_before_their_whole_millisecond_in_osu_and_taiko() -> None:
    assert windows_of(GameMode.OSU, 5) == {"great": 49.5, "ok": 99.5, "meh": 149.5, "miss": 399.5}
    assert windows_of(GameMode.TAIKO, 5) == {"great": 34.5, "ok": 79.5, "miss": 94.5}
    assert judged(GameMode.OSU, 5, 149) == "meh"
    assert judged(GameMode.OSU, 5, -150) == "miss"
    assert judged(GameMode.OSU, 5, -399) == "miss"
    assert judged(GameMode.OSU, 5, -400) is None


def test_catch_has_no_windows() -> None:
    assert windows_of(GameMode.CATCH, 5) == {}


def test_difficulty_is_of_single_precision() -> None:
    # 200 - 10 * 8.3 is 117 exactly; the nearest single to 8.3 is a little more than it.
    assert windows_of(GameMode.OSU, 8.3)["meh"] == 115.5
    assert windows_of(GameMode.OSU, 5.7)["meh"] == 142.5


def test_mania_windows_are_of_real_time() -> None:
    assert windows_of(GameMode.MANIA, 5, "DT")["perfect"] == 24.5
    faster = hit_windows(
        GameMode.MANIA, 5, [Mod(acronym="DT", settings={"speed_change": 2.0})], is_lazer=True
    )
    assert faster[1].milliseconds == 98.5


def test_late_presses_of_mania() -> None:
    assert judged(GameMode.MANIA, 5, 111) == "ok"
    assert judged(GameMode.MANIA, 5, 112) == "miss"
    assert judged(GameMode.MANIA, 5, -112) == "ok"
    assert judged(GameMode.MANIA, 5, 113, is_lazer=True) == "meh"
    assert judged(GameMode.MANIA, 5, 113, is_lazer=False) == "miss"


@pytest.mark.parametrize(
    ("mods", "od"),
    [
        ([], 8.0),
        ([Mod(acronym="HR")], 10.0),
        ([Mod(acronym="EZ")], 4.0),
        ([Mod(acronym="DA", settings={"overall_difficulty": 11})], 11.0),
        ([Mod(acronym="DA", settings={"overall_difficulty": "x"})], 8.0),
    ],
)
def test_mods_change_the_od(mods: list[Mod], od: float) -> None:
    assert overall_difficulty(8, mods, is_lazer=True) == od
    assert overall_difficulty(8, mods, is_lazer=True, mode=GameMode.MANIA) in (8.0, 11.0)


@pytest.mark.parametrize("od", [float("nan"), float("inf"), -1e300, 1e300, 0, 10])
@pytest.mark.parametrize("mode", list(GameMode))
def test_absurd_difficulties_have_windows(mode: GameMode, od: float) -> None:
    for window in hit_windows(mode, od, (), is_lazer=False):
        assert isinstance(window.judgement, Judgement)
        assert window.milliseconds == window.milliseconds
