"""The best plays of each leaderboard: known without a look at the others, who stay below them."""

from __future__ import annotations

from typing import NamedTuple

from osubrowser.demo.world.draws import Draws, chance, unit
from osubrowser.demo.world.players.standings import SIZE
from osubrowser.demo.world.scores.catalogue import Entry
from osubrowser.demo.world.scores.mods import HARDEST, Combination, nearest, pay
from osubrowser.demo.world.scores.placements import Seats
from osubrowser.demo.world.scores.play import REPLAYED_BEATMAP, is_lazer
from osubrowser.demo.world.scores.results import Form, Result, perform
from osubrowser.demo.world.scores.skill import SLOTS
from osubrowser.demo.world.scores.skills import Skills

_KEPT = 4_096


class Top(NamedTuple):
    """A play without a slip."""

    combination: Combination
    lazer: bool
    error: float
    """The share of accuracy lost."""
    result: Result


class BoardTops:
    """The leaders' plays of one world."""

    def __init__(self, seed: int, seats: Seats, skills: Skills) -> None:
        self._seats = seats
        self._skills = skills
        self._draws = Draws(seed, "leaders")
        self._known: dict[tuple[int, int], tuple[Top, Top]] = {}

    def of(self, entry: Entry) -> tuple[Top, Top]:
        """Return the leader's play, and that of the old game's best, which all others stay below.

        They are the same if the leader plays the old game.
        """
        key = (entry.number, entry.ruleset)
        found = self._known.get(key)
        if found is None:
            found = self._make(entry)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = found
        return found

    def _make(self, entry: Entry) -> tuple[Top, Top]:
        draws = self._draws.at(entry.number * 4 + entry.ruleset)
        chosen, lazer = self._mods(entry), self._in_lazer(entry, draws[0])
        error = unit(draws[1]) ** 2 * min(0.012, 0.0016 * entry.difficulty.stars)
        if chance(draws[2], 0.2):
            error = 0.0
        first = _flawless(entry, error, chosen, lazer)
        if not lazer:
            return first, first
        error += 0.0002 + 0.004 * unit(draws[3])
        return first, _flawless(entry, error, chosen, lazer=False)

    def _in_lazer(self, entry: Entry, draw: int) -> bool:
        """Return whether the leader plays the new game; nobody does before it was there."""
        position = self._seats.seating(entry.ruleset).leader(entry.number)
        seat = None if position is None else self._seats.of(entry, position)
        if seat is None or entry.convert or entry.difficulty.id == REPLAYED_BEATMAP:
            return False
        return is_lazer(self._seats.moment(seat, entry).seconds, draw)

    def _mods(self, entry: Entry) -> Combination:
        """Return what the best of those who play this would choose."""
        seating = self._seats.seating(entry.ruleset)
        share = max(0, entry.depth - seating.window // 2) / (seating.deep - seating.window)
        position = min(SIZE - 1, int(share * SIZE)) if entry.depth >= 0 else 900
        pp = self._skills.of(entry.ruleset).pp(position, SLOTS // 4)
        needed = self._skills.stars(entry.ruleset, pp) / entry.difficulty.stars * 1.06
        usual = HARDEST[entry.ruleset]
        return usual if needed > usual.harder else nearest(entry.ruleset, needed)


def _flawless(entry: Entry, error: float, chosen: Combination, lazer: bool) -> Top:
    result = perform(entry, Form(error, 0, 1.0), pay(chosen, lazer), lazer)
    return Top(chosen, lazer, error, result)
