"""Difficulty settings with mods applied: circle size, AR, OD, HP, keys and speed.

The values are those of lazer, which shows AR and OD as the speed of the song changes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.beatmap import Beatmap
from osubrowser.analysis.difficulty import Difficulty
from osubrowser.analysis.hit_windows import difficulty_range
from osubrowser.api.entities.modes import GameMode

if TYPE_CHECKING:
    from osubrowser.api.mods import Mod

_GREAT: Final = {
    GameMode.OSU: (80.0, 50.0, 20.0),
    GameMode.TAIKO: (50.0, 35.0, 20.0),
    GameMode.MANIA: (64.0, 49.0, 34.0),
}
"""Milliseconds of the window of a great at OD 0, 5 and 10."""
_PREEMPT: Final = (1800.0, 1200.0, 450.0)
"""Milliseconds that an object is visible before its time at AR 0, 5 and 10."""
_WITH_APPROACH: Final = frozenset({GameMode.OSU, GameMode.CATCH})
_MANIA_HARDER: Final = 1.4
_KEY_MODS: Final = {f"{keys}K": keys for keys in range(1, 11)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModdedSettings:
    """Settings of a difficulty with mods; None for what its ruleset does not have.

    Attributes:
        circle_size: CS; None in taiko and mania.
        keys: number of keys in mania.
        approach_rate: AR at the speed of the song.
        preempt_ms: milliseconds of real time that an object is visible before its time.
        overall_difficulty: OD at the speed of the song; None in catch.
        great_ms: half of the window of a great, in milliseconds of real time, not rounded.
        drain: HP.
        rate: speed of the song, 1 is unchanged.
        has_variable_rate: whether the speed changes during a play; `rate` is that of its start.
    """

    circle_size: float | None = None
    keys: int | None = None
    approach_rate: float | None = None
    preempt_ms: float | None = None
    overall_difficulty: float | None = None
    great_ms: float | None = None
    drain: float
    rate: float = 1.0
    has_variable_rate: bool = False


def modded_settings(
    mode: GameMode,
    mods: Iterable[Mod],
    *,
    circle_size: float,
    approach_rate: float,
    overall_difficulty: float,
    drain: float,
    is_convert: bool = False,
) -> ModdedSettings:
    """Return the settings of a difficulty with mods.

    Args:
        mode: the ruleset that is played.
        mods: the mods, with the settings that count.
        circle_size, approach_rate, overall_difficulty, drain: of the difficulty, without mods; in
            mania the circle size is the number of keys.
        is_convert: whether it is converted to mania, where mods choose the number of keys.
    """
    mods = list(mods)
    acronyms = {mod.acronym for mod in mods}
    plain = Beatmap(
        md5="",
        format_version=14,
        mode=mode,
        circle_size=circle_size,
        overall_difficulty=overall_difficulty,
        approach_rate=approach_rate,
        drain=drain,
    )
    modded = Difficulty.of(plain, mods, is_lazer=True)
    rate = modded.rate
    preempt = shown_rate = od = great = None
    if mode in _WITH_APPROACH:
        preempt = difficulty_range(modded.approach_rate, *_PREEMPT) / rate
        shown_rate = _difficulty_of(preempt, _PREEMPT)
    limits = _GREAT.get(mode)
    if limits is not None:
        if mode is GameMode.MANIA:
            # Hard Rock and Easy change the windows, which are of real time at any speed.
            others = [mod for mod in mods if mod.acronym not in ("HR", "EZ")]
            unchanged = Difficulty.of(plain, others, is_lazer=True).overall_difficulty
            great = difficulty_range(unchanged, *limits)
            great /= _MANIA_HARDER if "HR" in acronyms else 1.0
            great *= _MANIA_HARDER if "EZ" in acronyms else 1.0
        else:
            great = difficulty_range(modded.overall_difficulty, *limits) / rate
        od = _difficulty_of(great, limits)
    return ModdedSettings(
        circle_size=modded.circle_size if mode in _WITH_APPROACH else None,
        keys=_keys(circle_size, acronyms, is_convert) if mode is GameMode.MANIA else None,
        approach_rate=shown_rate,
        preempt_ms=preempt,
        overall_difficulty=od,
        great_ms=great,
        drain=modded.drain,
        rate=rate,
        has_variable_rate=modded.has_variable_rate,
    )


def _difficulty_of(value: float, limits: tuple[float, float, float]) -> float:
    """Return the difficulty at which `difficulty_range` gives a value."""
    least, middle, most = limits
    if value < middle:
        return 5.0 + 5.0 * (middle - value) / (middle - most)
    return 5.0 - 5.0 * (value - middle) / (least - middle)


def _keys(circle_size: float, acronyms: set[str], is_convert: bool) -> int:
    keys = max(1, round(circle_size))
    if is_convert:
        keys = next((_KEY_MODS[one] for one in sorted(acronyms) if one in _KEY_MODS), keys)
    return keys * 2 if "DS" in acronyms and is_convert else keys
