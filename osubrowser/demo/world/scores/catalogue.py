"""Catalogue of the difficulties with a leaderboard."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps.difficulties import Counts, Difficulty
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.scores.ids import DAY, NEW_FOR

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps

_KEPT = 4_096
_STEP = 500
_NOWHERE = -1
_NO_COUNTS = Counts(0, 0, 0, 0, 0)


class Entry(NamedTuple):
    """Difficulty with a leaderboard, in one ruleset."""

    number: int
    """Its number in the catalogue; conversions share that of the original."""
    set_index: int
    """The number of its set."""
    difficulty: Difficulty
    ruleset: int
    status: int
    ranked: int
    """When the leaderboard was opened, in seconds since 1970."""
    counts: Counts
    limit: int
    """The longest combo."""
    length: int
    """Seconds of play."""
    depth: int
    """Its place among the ruleset's difficulties that give much pp, hardest first; -1 if none."""

    @property
    def gives_pp(self) -> bool:
        """Whether scores on it have pp."""
        return self.status in (1, 2)

    @property
    def convert(self) -> bool:
        """Whether it is an osu! difficulty played in another ruleset."""
        return self.difficulty.convert


class Catalogue:
    """All difficulties with a leaderboard, in the order of their ids.

    Made when it is first asked for, which takes some tenths of a second.
    """

    def __init__(self, beatmaps: Beatmaps) -> None:
        self._beatmaps = beatmaps
        self._now = int(beatmaps.accounts.today.timestamp())
        self.new_for = NEW_FOR + beatmaps.accounts.days * DAY
        """Seconds for which a board counts as opened lately, in this world."""
        self._lock = Lock()
        self._entries: dict[tuple[int, int], Entry] = {}
        self._ids: array[int] | None = None
        self.rulesets = bytearray()
        self.new: array[int] = array("I")
        """The numbers of those whose leaderboard was opened only lately."""
        self.order: tuple[array[int], ...] = ()
        """By ruleset: numbers, hardest first, of what has had a leaderboard with pp for long."""
        self._depth: array[int] = array("i")

    @property
    def ids(self) -> array[int]:
        """The ids of the difficulties, ascending: a place in it is a number of the catalogue."""
        with self._lock:
            if self._ids is None:
                self._ids = self._build()
            return self._ids

    def _build(self) -> array[int]:
        beatmaps, ids = self._beatmaps, array("I")
        old: tuple[list[tuple[float, int]], ...] = ([], [], [], [])
        for index in range(COUNT):
            if index % _STEP == 0:
                time.sleep(0)  # others want to run too
            status = beatmaps.status[index]
            if status <= 0:
                continue
            opened = beatmaps.ranked_date(index)
            new = opened is None or opened.timestamp() > self._now - self.new_for
            for one in beatmaps.difficulties(index):
                number = len(ids)
                ids.append(one.id)
                self.rulesets.append(one.ruleset)
                if new:
                    self.new.append(number)
                elif status in (1, 2):
                    old[one.ruleset].append((-one.stars, number))
        self._depth = array("i", [_NOWHERE]) * len(ids)
        self.order = tuple(array("I", (number for _, number in sorted(each))) for each in old)
        for order in self.order:
            for depth, number in enumerate(order):
                self._depth[number] = depth
        return ids

    def number_of(self, beatmap_id: int) -> int | None:
        """Return the number of the difficulty with this id, or None if it has no leaderboard."""
        ids = self.ids
        number = bisect_left(ids, beatmap_id)
        return number if number < len(ids) and ids[number] == beatmap_id else None

    def entry(self, number: int, ruleset: int) -> Entry | None:
        """Return a difficulty in a ruleset; None if it cannot be converted."""
        found = self._entries.get((number, ruleset))
        if found is None:
            known = self._beatmaps.difficulty_by_id(self.ids[number])
            played = known and self._beatmaps.converted(known[1], ruleset)
            if not known or not played:
                return None
            found = self._make(number, known[0], played)
            if len(self._entries) >= _KEPT:
                self._entries.clear()
            self._entries[number, ruleset] = found
        return found

    def new_outlines(self) -> Iterator[Entry]:
        """Yield the difficulties whose leaderboard was opened only lately, and their conversions.

        What takes long to draw is left out: objects, longest combo and length are 0.
        """
        for number in self.new:
            known = self._beatmaps.difficulty_by_id(self.ids[number])
            if known is not None:
                for one in (known[1], *self._beatmaps.converts(known[1])):
                    yield self._outline(number, known[0], one)

    def at_depth(self, ruleset: int, depth: int) -> Entry:
        """Return the difficulty at a place of the ruleset's order."""
        if not self.ids:  # the order is made with them
            raise IndexError(depth)
        found = self.entry(self.order[ruleset][depth], ruleset)
        if found is None:
            raise IndexError(depth)
        return found

    def beatmap_at_depth(self, ruleset: int, depth: int) -> tuple[int, Difficulty]:
        """Return the set and the difficulty at a place of the ruleset's order."""
        found = self._beatmaps.difficulty_by_id(self.ids[self.order[ruleset][depth]])
        if found is None:
            raise IndexError(depth)
        return found

    def _make(self, number: int, index: int, difficulty: Difficulty) -> Entry:
        beatmaps = self._beatmaps
        return self._outline(number, index, difficulty)._replace(
            counts=beatmaps.counts(index, difficulty),
            limit=beatmaps.max_combo(index, difficulty),
            length=beatmaps.song(index).length,
        )

    def _outline(self, number: int, index: int, difficulty: Difficulty) -> Entry:
        opened = self._beatmaps.ranked_date(index)
        return Entry(
            number=number,
            set_index=index,
            difficulty=difficulty,
            ruleset=difficulty.ruleset,
            status=self._beatmaps.status[index],
            ranked=self._now if opened is None else int(opened.timestamp()),
            counts=_NO_COUNTS,
            limit=0,
            length=0,
            depth=_NOWHERE if difficulty.convert else self._depth[number],
        )
