"""Leaderboards of difficulties, whole and filtered."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from osubrowser.demo.world.scores.catalogue import Entry
from osubrowser.demo.world.scores.factory import ScoreFactory
from osubrowser.demo.world.scores.placements import Placement
from osubrowser.demo.world.scores.results import Score
from osubrowser.lru import LRUCache

_KEPT = 64
_SAME = {"NC": "DT", "DC": "HT", "PF": "SD"}
_UNCOUNTED = frozenset(("CL", "SD", "MR"))


class LeaderboardRow(NamedTuple):
    """Row of a leaderboard."""

    total: int
    id: int
    placement: Placement
    mods: tuple[str, ...]
    lazer: bool


class Leaderboard:
    """Leaderboard, best first; equal scores in the order they were set."""

    def __init__(self, entry: Entry, rows: Sequence[LeaderboardRow]) -> None:
        self.entry = entry
        self.rows = rows
        self._ids = array("Q", (row.id for row in rows))

    def rank_of(self, score_id: int) -> int | None:
        """Return the place of a score, counted from 1, or None if it is not on it."""
        try:
            return self._ids.index(score_id) + 1
        except ValueError:
            return None

    def rank_when_set(self, score_id: int) -> int | None:
        """Return the place of a score at the time it was set, or None if it is not on it."""
        place = 0
        for row in self.rows:
            place += row.id <= score_id
            if row.id == score_id:
                return place
        return None

    def only(
        self,
        *,
        mods: frozenset[str] | None = None,
        positions: frozenset[int] | None = None,
        old: bool = False,
    ) -> Leaderboard:
        """Return the leaderboard of some scores only.

        Args:
            mods: acronyms, as the API's `mods[]` has them; None for all.
            positions: of these players; None for all.
            old: of the stable client only.
        """
        if mods is None and positions is None and not old:
            return self
        rows = [
            row
            for row in self.rows
            if (mods is None or has_mods(row.mods, mods))
            and (positions is None or row.placement.position in positions)
            and not (old and row.lazer)
        ]
        return Leaderboard(self.entry, rows)


def has_mods(mods: Iterable[str], wanted: frozenset[str]) -> bool:
    """Return whether a score's mods are the wanted ones, read the way the server reads them."""
    exact = frozenset(_SAME.get(mod, mod) for mod in wanted - {"NM"})
    have = {_SAME.get(mod, mod) for mod in mods}
    counted = have - (_UNCOUNTED - exact)
    return ("NM" in wanted and not counted) or (bool(exact) and counted == exact)


class Leaderboards:
    """Least-recently-used cache of the leaderboards of one world. Thread-safe."""

    def __init__(self, plays: ScoreFactory) -> None:
        self.factory = plays
        self._boards: LRUCache[tuple[int, int], Leaderboard] = LRUCache(_KEPT)

    def of(self, entry: Entry) -> Leaderboard:
        """Return a difficulty's leaderboard in a ruleset."""
        key = (entry.number, entry.ruleset)
        found = self._boards.get(key)
        if found is not None:
            return found
        rows = [self._row(placement, entry) for placement in self.factory.placements.on(entry)]
        rows.sort(key=lambda row: (-row.total, row.id))
        found = Leaderboard(entry, rows)
        self._boards.put(key, found)
        return found

    def _row(self, placement: Placement, entry: Entry) -> LeaderboardRow:
        total, score_id, mods, lazer = self.factory.ranked(placement, entry)
        return LeaderboardRow(total, score_id, placement, mods, lazer)

    def rank_of(self, play: Score) -> int:
        """Return the rank of a score on its leaderboard; 0 if it is not on it."""
        return (self.of(play.entry).rank_of(play.id) or 0) if play.best else 0
