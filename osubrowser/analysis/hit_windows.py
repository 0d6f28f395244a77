"""Hit windows: how far from a hit object a press may be, in stable and in lazer.

All times are milliseconds of the song. The windows of all rulesets are whole milliseconds in
stable, which compares whole milliseconds; lazer puts its limits half a millisecond beside them,
so that one table serves both. Source: the hit windows and the legacy replay tests of ppy/osu.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable
from typing import Final

from osubrowser.analysis.result import HitWindow, Judgement
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod

_Limits = tuple[float, float, float]

_OSU: Final = (
    (Judgement.GREAT, (80.0, 50.0, 20.0)),
    (Judgement.OK, (140.0, 100.0, 60.0)),
    (Judgement.MEH, (200.0, 150.0, 100.0)),
)
_OSU_MISS: Final = 400.0
_TAIKO: Final = (
    (Judgement.GREAT, (50.0, 35.0, 20.0)),
    (Judgement.OK, (120.0, 80.0, 50.0)),
    (Judgement.MISS, (135.0, 95.0, 70.0)),
)
_MANIA: Final = (
    (Judgement.PERFECT, (22.4, 19.4, 13.9)),
    (Judgement.GREAT, (64.0, 49.0, 34.0)),
    (Judgement.GOOD, (97.0, 82.0, 67.0)),
    (Judgement.OK, (127.0, 112.0, 97.0)),
    (Judgement.MEH, (151.0, 136.0, 121.0)),
    (Judgement.MISS, (188.0, 173.0, 158.0)),
)
# Windows of ScoreV1 at OD 10, and how much each is wider for a point of OD less.
_MANIA_CLASSIC: Final = (
    (Judgement.PERFECT, 16.0, 0.0),
    (Judgement.GREAT, 34.0, 3.0),
    (Judgement.GOOD, 67.0, 3.0),
    (Judgement.OK, 97.0, 3.0),
    (Judgement.MEH, 121.0, 3.0),
    (Judgement.MISS, 158.0, 3.0),
)
# Windows of ScoreV1 on converted beatmaps: OD up to 4, OD above 4.
_MANIA_CONVERT: Final = (
    (Judgement.PERFECT, 16.0, 16.0),
    (Judgement.GREAT, 47.0, 34.0),
    (Judgement.GOOD, 77.0, 67.0),
    (Judgement.OK, 97.0, 97.0),
    (Judgement.MEH, 121.0, 121.0),
    (Judgement.MISS, 158.0, 158.0),
)
_HARD_ROCK: Final = 1.4
_EASY: Final = 0.5
_MANIA_EASY: Final = 1 / 1.4
_MANIA_RATE_MODS: Final = frozenset(("DT", "NC", "HT", "DC"))
SCORE_V2_MODS: Final = frozenset(("V2", "SV2"))
"""Acronyms of Score V2: of stable, and of the table of mods."""
_MAX_DIFFICULTY: Final = 10.0
_MIDDLE: Final = 5.0
_EASY_CONVERT: Final = 4


def single_precision(value: float) -> float:
    """Return the nearest number of single precision, in which both games keep difficulties."""
    try:
        nearest: float = struct.unpack("<f", struct.pack("<f", value))[0]
    except OverflowError:
        return math.copysign(math.inf, value)
    return nearest


def difficulty_range(difficulty: float, least: float, middle: float, most: float) -> float:
    """Map a difficulty to values given at 0, 5 and 10, on two straight lines."""
    if difficulty > _MIDDLE:
        return middle + (most - middle) * (difficulty - _MIDDLE) / _MIDDLE
    return middle - (middle - least) * (_MIDDLE - difficulty) / _MIDDLE


def overall_difficulty(
    beatmap_od: float, mods: Iterable[Mod], *, is_lazer: bool, mode: GameMode = GameMode.OSU
) -> float:
    """Return the OD of a play: Difficulty Adjust, Hard Rock and Easy applied.

    In mania, Hard Rock and Easy change the windows in place of the OD.
    """
    od = single_precision(beatmap_od)
    by_acronym = {mod.acronym: mod for mod in mods}
    if (adjusted := by_acronym.get("DA")) is not None:
        chosen = adjusted.settings.get("overall_difficulty")
        if isinstance(chosen, int | float) and not isinstance(chosen, bool):
            od = single_precision(chosen)
    if mode == GameMode.MANIA:
        return od
    if "HR" in by_acronym:
        # Lazer multiplies in single precision, stable in double.
        harder = (
            single_precision(od * single_precision(_HARD_ROCK)) if is_lazer else od * _HARD_ROCK
        )
        od = min(harder, _MAX_DIFFICULTY)
    if "EZ" in by_acronym:
        od *= _EASY
    return od


def hit_windows(
    mode: GameMode,
    beatmap_od: float,
    mods: Iterable[Mod] = (),
    *,
    is_lazer: bool,
    is_convert: bool = False,
) -> tuple[HitWindow, ...]:
    """Return the hit windows of a play, best first; that of MISS is the last, none in catch.

    Args:
        beatmap_od: OD of the beatmap file, without mods.
        is_lazer: whether the play was in lazer.
        is_convert: whether a mania play is of a converted osu! beatmap.
    """
    mods = tuple(mods)
    od = overall_difficulty(beatmap_od, mods, is_lazer=is_lazer, mode=mode)
    if not math.isfinite(od):
        od = _MIDDLE
    if mode == GameMode.OSU:
        windows = [_below(judgement, od, limits) for judgement, limits in _OSU]
        # Presses this far away do nothing.
        windows.append(HitWindow(judgement=Judgement.MISS, milliseconds=_osu_miss(is_lazer)))
        return tuple(windows)
    if mode == GameMode.TAIKO:
        return tuple(_below(judgement, od, limits) for judgement, limits in _TAIKO)
    if mode == GameMode.MANIA:
        return _mania_windows(od, mods, is_lazer=is_lazer, is_convert=is_convert)
    return ()


def judge_offset(
    windows: Iterable[HitWindow], offset: float, *, is_stable_mania: bool = False
) -> Judgement | None:
    """Return the judgement of a press `offset` ms late (negative: early); None: it does nothing.

    Args:
        windows: of `hit_windows`.
        is_stable_mania: whether a late press has stable's rule for mania notes: the window of OK
            ends before its last millisecond, and later presses come after the miss.
    """
    distance = abs(offset)
    for window in windows:
        limit = window.milliseconds
        if is_stable_mania and offset > 0 and window.judgement is Judgement.OK:
            return Judgement.OK if distance < math.floor(limit) else Judgement.MISS
        if distance <= limit:
            return window.judgement
    return None


def _below(judgement: Judgement, od: float, limits: _Limits) -> HitWindow:
    """Return a window whose whole milliseconds are excluded at its end: osu! and taiko."""
    return HitWindow(
        judgement=judgement, milliseconds=math.floor(difficulty_range(od, *limits)) - 0.5
    )


def _osu_miss(is_lazer: bool) -> float:
    return _OSU_MISS if is_lazer else _OSU_MISS - 0.5


def _mania_windows(
    od: float, mods: tuple[Mod, ...], *, is_lazer: bool, is_convert: bool
) -> tuple[HitWindow, ...]:
    acronyms = {mod.acronym for mod in mods}
    # The windows are of real time: a faster song has wider ones in map time.
    factor = math.prod(mod.rate for mod in mods if mod.acronym in _MANIA_RATE_MODS)
    if "HR" in acronyms:
        factor /= _HARD_ROCK
    if "EZ" in acronyms:
        factor /= _MANIA_EASY
    is_classic = not is_lazer or "CL" in acronyms
    if not is_classic or acronyms & SCORE_V2_MODS:
        values = [(judgement, difficulty_range(od, *limits)) for judgement, limits in _MANIA]
    elif is_convert:
        values = [
            (judgement, harder if round(od) > _EASY_CONVERT else easier)
            for judgement, easier, harder in _MANIA_CONVERT
        ]
    else:
        missing = min(max(_MAX_DIFFICULTY - od, 0.0), _MAX_DIFFICULTY)
        values = [(judgement, least + more * missing) for judgement, least, more in _MANIA_CLASSIC]
    return tuple(
        HitWindow(judgement=judgement, milliseconds=math.floor(value * factor) + 0.5)
        for judgement, value in values
    )
