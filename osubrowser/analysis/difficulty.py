"""Difficulty of a beatmap with mods: CS, OD, AR, HP and the speed of the song."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.hit_windows import difficulty_range, single_precision

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.api.mods import Mod

GAMEFIELD_ALLOWANCE: Final = 1.00041
"""Factor of the circle radius that the game keeps for replays of its first years."""
VARIABLE_RATE_MODS: Final = frozenset({"WU", "WD", "AS"})
"""Mods whose speed changes during a play; `Difficulty.rate` is their speed at the start."""

_HARD_ROCK: Final = 1.4
_HARD_ROCK_CIRCLE_SIZE: Final = 1.3
_EASY: Final = 0.5
_MAX: Final = 10.0
_RATES: Final = (0.01, 100.0)
_OBJECT_RADIUS: Final = 64.0
_FINAL_RATES: Final = {"WU": 1.5, "WD": 0.75}
_RAMP_PART: Final = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty:
    """Difficulty settings of a beatmap with mods applied.

    Attributes:
        rate: speed of the song; at its start with the mods of `VARIABLE_RATE_MODS`.
        final_rate: speed after `ramp_end`, with Wind Up and Wind Down; else the same as `rate`.
        ramp_begin: milliseconds of the song at which the speed begins to change.
        ramp_end: milliseconds of the song at which it has changed.
        has_hard_rock: whether Hard Rock mirrors the playfield vertically.
    """

    circle_size: float = 5.0
    overall_difficulty: float = 5.0
    approach_rate: float = 5.0
    drain: float = 5.0
    rate: float = 1.0
    has_variable_rate: bool = False
    final_rate: float = 1.0
    ramp_begin: float = 0.0
    ramp_end: float = 0.0
    has_hard_rock: bool = False

    @classmethod
    def of(cls, beatmap: Beatmap, mods: Iterable[Mod], *, is_lazer: bool) -> Difficulty:
        """Return the difficulty of a beatmap with mods.

        Difficulty Adjust gives the values in its settings, before Hard Rock and Easy. Stable knows
        no settings: `is_lazer` says whether those of the mods count.
        """
        mods = list(mods)
        acronyms = {mod.acronym for mod in mods}
        values = {
            "circle_size": single_precision(beatmap.circle_size),
            "overall_difficulty": single_precision(beatmap.overall_difficulty),
            "approach_rate": single_precision(beatmap.approach_rate),
            "drain_rate": single_precision(beatmap.drain),
        }
        if is_lazer:
            for mod in mods:
                if mod.acronym == "DA":
                    values |= {
                        name: single_precision(float(value))
                        for name, value in mod.settings.items()
                        if name in values
                        and isinstance(value, int | float)
                        and not isinstance(value, bool)
                        and -_MAX <= value <= 2 * _MAX
                    }
        if "EZ" in acronyms:
            values = {name: value * _EASY for name, value in values.items()}
        if "HR" in acronyms:
            values = {name: _harder(name, value, is_lazer) for name, value in values.items()}
        rate = _bounded_rate(math.prod(mod.rate for mod in mods))
        final_rate, begin, end = rate, 0.0, 0.0
        ramp = next((mod for mod in mods if mod.acronym in _FINAL_RATES), None)
        if ramp is not None and beatmap.hit_objects:
            chosen = ramp.settings.get("final_rate")
            usual = _FINAL_RATES[ramp.acronym]
            if isinstance(chosen, int | float) and not isinstance(chosen, bool):
                usual = float(chosen)
            final_rate = _bounded_rate(usual)
            begin = beatmap.hit_objects[0].time
            end = begin + _RAMP_PART * (beatmap.hit_objects[-1].end_time - begin)
        return cls(
            circle_size=values["circle_size"],
            overall_difficulty=values["overall_difficulty"],
            approach_rate=values["approach_rate"],
            drain=values["drain_rate"],
            rate=rate,
            has_variable_rate=not VARIABLE_RATE_MODS.isdisjoint(acronyms),
            final_rate=final_rate,
            ramp_begin=begin,
            ramp_end=end,
            has_hard_rock="HR" in acronyms,
        )

    def rate_at(self, time: float) -> float:
        """Return the speed of the song at a time in milliseconds."""
        if self.final_rate == self.rate:
            return self.rate
        part = (time - self.ramp_begin) / max(1.0, self.ramp_end - self.ramp_begin)
        return round(self.rate + (self.final_rate - self.rate) * min(max(part, 0.0), 1.0), 2)

    @property
    def scale(self) -> float:
        """Scale of a hit circle: its radius in 64 osu! pixels."""
        return (1.0 - 0.7 * (single_precision(self.circle_size) - 5) / 5) / 2 * GAMEFIELD_ALLOWANCE

    @property
    def radius(self) -> float:
        """Radius of a hit circle in osu! pixels."""
        return _OBJECT_RADIUS * self.scale

    @property
    def preempt_ms(self) -> int:
        """Whole milliseconds of map time that an object is visible before its time."""
        return preempt_ms(self.approach_rate)

    @property
    def fade_in_ms(self) -> float:
        """Milliseconds of map time that an object takes to become opaque, without Hidden."""
        return 400 * min(1.0, self.preempt_ms / 450)


def preempt_ms(approach_rate: float) -> int:
    """Return the whole milliseconds of map time that an object is visible before its time."""
    return int(difficulty_range(single_precision(approach_rate), 1800, 1200, 450))


def _harder(name: str, value: float, is_lazer: bool) -> float:
    """Return a setting with Hard Rock; lazer multiplies in single precision, stable in double."""
    factor = _HARD_ROCK_CIRCLE_SIZE if name == "circle_size" else _HARD_ROCK
    if is_lazer:
        return min(single_precision(value * single_precision(factor)), _MAX)
    return min(value * factor, _MAX)


def _bounded_rate(rate: float) -> float:
    return min(max(rate, _RATES[0]), _RATES[1]) if math.isfinite(rate) else 1.0
