"""Skill of ranked players: the pp of each of their top plays."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, cycle, repeat
from math import pow
from operator import add, mul, sub, truediv
from threading import Lock
from typing import NamedTuple

from osubrowser.demo.world.draws import Draws, spread, unit
from osubrowser.demo.world.players.standings import SIZE
from osubrowser.demo.world.players.statistics import RulesetStatistics
from osubrowser.demo.world.rulesets import RULESETS

SLOTS = 200
"""How many best plays count."""

WEIGHT = 0.95
"""How much each counts of the one before."""

DECIMALS = 3


class Curve(NamedTuple):
    """Decay of a player's pp over the top plays: the sum of two geometric series."""

    scale: float
    slow: float
    extra: float
    fast: float
    wobble: tuple[int, ...]
    """Draws that shift neighbours against each other without changing the sum."""

    def smooth(self, slot: int) -> float:
        """Return the pp of a slot before the shift."""
        return self.scale * (self.slow**slot + self.extra * self.fast**slot)

    def at(self, slot: int) -> float:
        """Return the pp of a slot, exactly."""
        here, first = self.smooth(slot), slot & ~1
        other = self.smooth(slot ^ 1)
        shift = abs(here - other) * 0.4 * (unit(self.wobble[(first >> 1) & 15]) - 0.5)
        return here + shift if slot == first else here - shift / WEIGHT


_WEIGHTS = tuple(WEIGHT**slot for slot in range(1, SLOTS))


def _weighted(ratio: float) -> float:
    """Return the weighted sum of a geometric series."""
    step: float = WEIGHT * ratio
    return (1 - step**SLOTS) / (1 - step)


class Skill:
    """Top plays of a ruleset's ranked players, by position and slot."""

    def __init__(self, seed: int, figures: RulesetStatistics) -> None:
        self.figures = figures
        self.standings = figures.standings
        self._draws = Draws(seed, f"skill/{figures.ruleset.name}")
        self._errors: array[float] = array("f")
        self.curve = lru_cache(maxsize=2_048)(self._curve)
        self._best = lru_cache(maxsize=512)(self._highest)

    def _curve(self, position: int) -> Curve:
        draws = self._draws.at(position)
        slow, fast = spread(draws[0], 0.9972, 0.999), spread(draws[1], 0.8, 0.93)
        extra = spread(draws[2], 0.03, 0.25)
        scale = self.standings.pp[position] / (_weighted(slow) + extra * _weighted(fast))
        draws = self._draws.at(SIZE + position)
        return Curve(scale, slow, extra, fast, draws)

    def pp(self, position: int, slot: int) -> float:
        """Return the pp of a slot. Weighted, all slots add up to the player's pp."""
        if slot == 0:
            return self._best(position)
        return round(self.curve(position).at(slot), DECIMALS)

    def column(self, position: int, count: int) -> list[float]:
        """Return the pp of the first slots, not rounded, which is quicker than one by one.

        Args:
            count: how many, an even number of at least `SLOTS`.
        """
        scale, slow, extra, fast, wobble = self.curve(position)
        slowly = accumulate(repeat(slow, count - 1), mul, initial=scale)
        quickly = accumulate(repeat(fast, count - 1), mul, initial=scale * extra)
        smooth = list(map(add, slowly, quickly))
        here, other = smooth[::2], smooth[1::2]
        swings = cycle([0.4 * (unit(draw) - 0.5) for draw in wobble])
        shifts = list(map(mul, map(sub, here, other), swings))
        smooth[::2] = map(add, here, shifts)
        smooth[1::2] = map(sub, other, map(truediv, shifts, repeat(WEIGHT)))
        smooth[0] = self.standings.pp[position] - sum(map(mul, _WEIGHTS, smooth[1:]))
        return smooth

    def _highest(self, position: int) -> float:
        """Return the pp of the top play, so that all add up to the player's pp."""
        curve, weight = self.curve(position), 1.0
        rest: float = self.standings.pp[position]
        for slot in range(1, SLOTS):
            weight *= WEIGHT
            rest -= weight * round(curve.at(slot), DECIMALS)
        return round(rest, DECIMALS)

    def error(self, position: int) -> float:
        """Return the usual loss of accuracy in a player's top plays."""
        if not self._errors:
            accuracy, accounts = self.figures.accuracy_of, self.standings.account
            self._errors = array("f", (1 - accuracy(account) for account in accounts))
        return self._errors[position]


_STEEPNESS = 2.6
_AT_EASE = 1.22


class Skills:
    """Skill of the ranked players of every ruleset. Thread-safe."""

    def __init__(
        self,
        seed: int,
        figures: Callable[[str], RulesetStatistics],
        middle_stars: Callable[[int], float],
    ) -> None:
        """Relate the pp of players to the stars of difficulties.

        Args:
            seed: the seed of the world.
            figures: returns the statistics of a ruleset, by its name.
            middle_stars: returns the stars of the middle difficulty of a ruleset, by its number.
        """
        self._seed = seed
        self._figures = figures
        self._middle_stars = middle_stars
        self._lock = Lock()
        self._known: dict[int, tuple[Skill, float]] = {}

    def of(self, ruleset: int) -> Skill:
        """Return the players of a ruleset."""
        return self._find(ruleset)[0]

    def worth(self, ruleset: int, stars: float) -> float:
        """Return the pp of a play without fault on so many stars, mods included."""
        return self._find(ruleset)[1] * pow(stars, _STEEPNESS)

    def stars(self, ruleset: int, pp: float) -> float:
        """Return the stars, mods included, that are worth so much pp."""
        return pow(pp / self._find(ruleset)[1], 1 / _STEEPNESS)

    def _find(self, ruleset: int) -> tuple[Skill, float]:
        """Return a ruleset's players, and the pp of a difficulty of one star."""
        found = self._known.get(ruleset)
        if found is None:
            skill = Skill(self._seed, self._figures(RULESETS[ruleset].name))
            stars = _AT_EASE * self._middle_stars(ruleset)
            scale = skill.pp(SIZE // 2, SLOTS // 2) / pow(stars, _STEEPNESS)
            with self._lock:
                found = self._known.setdefault(ruleset, (skill, scale))
        return found
