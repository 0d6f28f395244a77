"""Play counts by player and beatmap, and the beatmaps a player passed."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator
from itertools import chain, zip_longest
from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.draws import Draws, between, pick
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.results import grade_of
from osubrowser.demo.world.scores.scores import Scores
from osubrowser.lru import LRUCache

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.difficulties import Difficulty

_FALL = 0.9
"""How fast the counts fall along the list: with this power of the place."""

_KEPT = 32
_EASING = frozenset(("EZ", "NF", "HT", "DC", "RX", "AP", "SO", "TD"))


class PlayCount(NamedTuple):
    """Entry of a player's most played list."""

    number: int
    """The number of the set."""
    difficulty: Difficulty
    times: int


class _PlayedList(NamedTuple):
    """A player's most played list."""

    sets: array[int]
    best: dict[int, tuple[int, Difficulty]]
    """The places of the beatmaps of the best scores, with these; the rest is drawn from the set."""
    place_of: dict[int, int]
    """The places of the best scores by the ids of their beatmaps."""
    plays: int


class PlayCounts:
    """Most played lists of one world: beatmaps of best scores among other beatmaps. Thread-safe.

    Of the others there is one of each set of the player's own ruleset.
    """

    def __init__(
        self,
        seed: int,
        accounts: Accounts,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
        scores: Scores,
    ) -> None:
        self._accounts = accounts
        self._all_statistics = statistics
        self._beatmaps = beatmaps
        self._scores = scores
        self._draws = Draws(seed, "played")
        self._lists: LRUCache[int, _PlayedList] = LRUCache(_KEPT)
        self._scored = tuple(array("H") for _ in RULESETS)
        beatmaps = beatmaps
        for index, status in enumerate(beatmaps.status):
            if status > 0:
                self._scored[beatmaps.ruleset[index]].append(index)

    def count(self, account: int) -> int:
        """Return how many beatmaps an account played."""
        return len(self._list(account).sets)

    def most(self, account: int, offset: int, limit: int) -> list[PlayCount]:
        """Return a part of the list, most played first."""
        known = self._list(account)
        places = range(len(known.sets))[offset : offset + limit]
        return [self._line(account, known, place) for place in places]

    def numbers(self, account: int) -> set[int]:
        """Return the indexes of all beatmapsets an account played."""
        return set(self._list(account).sets)

    def graded(self, account: int, grades: Collection[str]) -> set[int]:
        """Return the numbers of the sets in which one of an account's best has a grade."""
        found = set[int]()
        for ruleset in RULESETS:
            for play in cooperatively(self._scores.best(account, ruleset.name, 0, 1_000), 64):
                if grade_of(play) in grades:
                    found.add(play.entry.set_index)
        return found

    def times(self, account: int, index: int, difficulty: Difficulty) -> int:
        """Return how often an account played a beatmap."""
        known = self._list(account)
        place = known.place_of.get(difficulty.id)
        if place is None:
            place = next((p for p in self._places(known, index) if p not in known.best), None)
        if place is not None:
            line = self._line(account, known, place)
            if line.difficulty.id == difficulty.id:
                return line.times
        return int(any(one.id == difficulty.id for one in self.passed(account, index)))

    def passed(
        self, account: int, index: int, *, stable: bool = False, reduced: bool = True
    ) -> Iterator[Difficulty]:
        """Yield the difficulties of a set, and conversions, on which an account has a score.

        Args:
            stable: only scores of the stable client count.
            reduced: scores with mods that make a beatmap easier count too.
        """
        beatmaps, scores = self._beatmaps, self._scores
        if beatmaps.status[index] <= 0:
            return
        for own in beatmaps.difficulties(index):
            for one in (own, *beatmaps.converts(own)):
                entry = scores.entry(one.id, RULESETS[one.ruleset].name)
                play = None if entry is None else scores.of_player(account, entry)
                if play is None or (stable and play.lazer):
                    continue
                if reduced or _EASING.isdisjoint(play.mods):
                    yield one

    # --- the list -------------------------------------------------------------------------------

    def _places(self, known: _PlayedList, index: int) -> Iterator[int]:
        """Yield the places of a set in a list."""
        try:
            place = -1
            while True:
                place = known.sets.index(index, place + 1)
                yield place
        except ValueError:
            return

    def _line(self, account: int, known: _PlayedList, place: int) -> PlayCount:
        length, rise = len(known.sets), 1 - _FALL
        whole = ((length + 1.5) ** rise - 1.5**rise) / rise
        times = max(1, int(0.9 * known.plays * (place + 2) ** -_FALL / whole))
        if place in known.best:
            return PlayCount(*known.best[place], times)
        beatmaps, index = self._beatmaps, known.sets[place]
        choice = [d for d in beatmaps.difficulties(index) if d.ruleset == beatmaps.ruleset[index]]
        draw = self._draws.at((account + 1) << 32 | index)[0]
        return PlayCount(index, pick(draw, choice), times)

    def _list(self, account: int) -> _PlayedList:
        found = self._lists.get(account)
        if found is None:
            found = self._make(account)
            self._lists.put(account, found)
        return found

    def _make(self, account: int) -> _PlayedList:
        """Build a list: beatmaps of best scores and others alternate."""
        best = list(self._best(account))
        taken = {index for index, _ in best}
        ruleset = RULESETS[self._accounts.main[account]].name
        plays = to_int(self._all_statistics.of(ruleset).of(account)["play_count"]) or 0
        others = [index for index in self._walk(account, plays) if index not in taken]
        sets = array("H")
        placed: dict[int, tuple[int, Difficulty]] = {}
        for one in chain.from_iterable(zip_longest(best, others)):
            if isinstance(one, tuple):
                placed[len(sets)] = one
            if one is not None:
                sets.append(one[0] if isinstance(one, tuple) else one)
        place_of = {one.id: place for place, (_, one) in placed.items()}
        return _PlayedList(sets, placed, place_of, max(plays, len(sets)))

    def _best(self, account: int) -> Iterator[tuple[int, Difficulty]]:
        """Yield the beatmaps of an account's best scores, those in its own ruleset first."""
        scores, main, seen = self._scores, self._accounts.main[account], set[int]()
        for ruleset in sorted(RULESETS, key=lambda one: one.id != main):
            for index, difficulty in cooperatively(scores.best_beatmaps(account, ruleset.name)):
                if difficulty.id not in seen:
                    seen.add(difficulty.id)
                    yield index, difficulty

    def _walk(self, account: int, plays: int) -> Iterator[int]:
        """Yield sets of an account's own ruleset, each once, in an order of its own."""
        sets, draws = self._scored[self._accounts.main[account]], self._draws.at(account)
        step = between(draws[0], len(sets) // 3, len(sets) - 1)
        while gcd(step, len(sets)) > 1:
            step += 1
        start = between(draws[1], 0, len(sets) - 1)
        for place in range(min(int(plays**0.75) if plays else 0, len(sets) * 4 // 5)):
            yield sets[(start + place * step) % len(sets)]
