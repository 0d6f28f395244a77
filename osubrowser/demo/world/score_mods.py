"""The combinations of mods that people play, how much harder they make it, and what they pay."""

from __future__ import annotations

from math import prod
from typing import NamedTuple

from osubrowser.api.mods import MOD_BITS
from osubrowser.demo.world.draws import chance, spread

BITS = {
    acronym: MOD_BITS[acronym]
    for acronym in ["NF", "EZ", "HD", "HR", "SD", "DT", "HT", "NC", "FL", "SO", "PF", "FI", "MR"]
}
"""The bits of API v1 and of replays, by acronym."""

CLASSIC = "CL"
"""What every score of the old game carries in the new one."""

_PAY = (
    {"HD": 1.06, "HR": 1.06, "DT": 1.1, "FL": 1.12, "EZ": 0.5, "HT": 0.3},
    {"HD": 1.06, "HR": 1.06, "DT": 1.1, "FL": 1.12, "EZ": 0.5, "HT": 0.3},
    {"HD": 1.06, "HR": 1.12, "DT": 1.1, "FL": 1.12, "EZ": 0.5, "HT": 0.3},
    {"EZ": 0.5, "HT": 0.5},
)
_CLASSIC_PAY = 0.96
_HARDER = {"HD": 1.03, "HR": 1.1, "DT": 1.4, "FL": 1.12, "EZ": 0.78, "HT": 0.77}
_HARDER_IN_MANIA = {"DT": 1.35, "HT": 0.78, "EZ": 0.99}


class Combination(NamedTuple):
    """Mods that are played together."""

    mods: tuple[str, ...]
    harder: float
    """By what factor they move the stars."""
    pay: float
    """By what factor they move the score, in the new game."""
    bits: int


def _combine(text: str, ruleset: int) -> Combination:
    mods = tuple(text.split())
    harder = _HARDER_IN_MANIA if ruleset == 3 else _HARDER
    return Combination(
        mods,
        prod(harder.get(mod, 1.0) for mod in mods),
        prod(_PAY[ruleset].get(mod, 1.0) for mod in mods),
        bits_of(mods),
    )


def bits_of(mods: tuple[str, ...]) -> int:
    """Return the bit set of mods; those that the old game lacks have none."""
    bits = 0
    for mod in mods:
        bits |= BITS.get(mod, 0)
    return bits


_USUAL = ("HT", "EZ", "EZ HD", "", "HD", "HR", "HD HR", "DT", "HD DT", "HR DT", "HD HR DT")
_USUAL_IN_MANIA = ("HT", "", "MR", "DT", "MR DT")

COMBINATIONS = tuple(
    tuple(
        sorted(
            (_combine(text, ruleset) for text in (_USUAL_IN_MANIA if ruleset == 3 else _USUAL)),
            key=lambda one: one.harder,
        )
    )
    for ruleset in range(4)
)
"""By ruleset: what people play, the easiest first."""

HARDEST = tuple(_combine("DT" if ruleset == 3 else "HD HR DT FL", ruleset) for ruleset in range(4))
"""By ruleset: what nobody can top."""


def nearest(ruleset: int, harder: float) -> Combination:
    """Return the combination that moves the stars by about this factor."""
    return min(COMBINATIONS[ruleset], key=lambda one: abs(one.harder - harder))


def pay(combination: Combination, lazer: bool) -> float:
    """Return the factor on the score; the old game's scores count a little less."""
    return combination.pay if lazer else combination.pay * _CLASSIC_PAY


def decorated(
    chosen: Combination, misses: int, accuracy: float, lazer: bool, draws: tuple[int, ...]
) -> tuple[tuple[str, ...], float | None]:
    """Return mods as somebody has them: with Nightcore for Double Time, say.

    Returns:
        the mods, and the rate of the song if it is not the usual one.
    """
    mods = list(chosen.mods)
    rate = None
    if "DT" in mods:
        if chance(draws[0], 0.3):
            mods[mods.index("DT")] = "NC"
        if lazer and chance(draws[1], 0.12):
            rate = round(spread(draws[2], 1.1, 1.45), 2)
    if accuracy == 1 and chance(draws[3], 0.15):
        mods.append("PF")
    elif not misses and chance(draws[3], 0.05):
        mods.append("SD")
    if not lazer:
        mods.append(CLASSIC)
    return tuple(mods), rate
