"""The players' skill in all rulesets, and what it is worth in stars."""

from __future__ import annotations

from collections.abc import Callable
from math import pow
from threading import Lock

from osubrowser.demo.world.players.standings import SIZE
from osubrowser.demo.world.players.statistics import Figures
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.placements import Seats
from osubrowser.demo.world.scores.skill import SLOTS, Skill

_STEEPNESS = 2.6
_AT_EASE = 1.22


class Skills:
    """How good the ranked players of each ruleset are, by its number."""

    def __init__(self, seed: int, figures: Callable[[str], Figures], seats: Seats) -> None:
        self._seed = seed
        self._figures = figures
        self._seats = seats
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
            middle = self._seats.seating(ruleset).deep // 2
            stars = self._seats.catalogue.at_depth(ruleset, middle).difficulty.stars
            scale = skill.pp(SIZE // 2, SLOTS // 2) / pow(_AT_EASE * stars, _STEEPNESS)
            with self._lock:
                found = self._known.setdefault(ruleset, (skill, scale))
        return found
