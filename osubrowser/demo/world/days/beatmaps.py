"""Beatmapsets as they were on an earlier day: uploads, statuses, plays and favourites."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.sets import COUNT, SetRecord

_DAY = 86_400
_QUALIFIED_FOR = 7 * _DAY
_PENDING, _QUALIFIED = 0, 3
_EARLY = 0.6
"""Plays grow with this power of the age of a set: many come early."""


class DayBeatmaps(Beatmaps):
    """All beatmapsets that were uploaded until a day, as they were on it.

    Args:
        today: the beatmapsets of today.
        until: the end of the day.
        lately: the numbers of the sets that got their leaderboard on the days before today.
    """

    def __init__(self, today: Beatmaps, until: datetime, lately: Iterable[int]) -> None:
        vars(self).update(vars(today))
        self._today = today
        self._until = int(until.timestamp())
        self._today_at = int(today.accounts.today.timestamp())
        self._shares = {}
        self.newest = bisect_left(range(COUNT), until, key=today.submitted)
        """How many of the sets, the first ones, were uploaded."""
        self.status = today.status[:]
        for index in lately:
            ranked = today.ranked_at(index)
            if ranked is not None and ranked >= self._until:
                self.status[index] = self._before(today.status[index], ranked)

    def _before(self, status: int, ranked: int) -> int:
        """Return the status of a set before it got its present one."""
        if status in (1, 2) and ranked - _QUALIFIED_FOR < self._until:
            return _QUALIFIED
        return _PENDING

    # --- which ----------------------------------------------------------------------------------

    def by_id(self, set_id: int) -> int | None:
        """Return the number of the beatmapset with this id, or None."""
        index = super().by_id(set_id)
        return index if index is not None and index < self.newest else None

    def of_mapper(self, account: int) -> list[int]:
        """Return the beatmapsets of a mapper, oldest first."""
        return [index for index in super().of_mapper(account) if index < self.newest]

    def difficulty_by_id(self, beatmap_id: int) -> tuple[int, Difficulty] | None:
        """Return the number of the set and the difficulty with this id, or None."""
        found = super().difficulty_by_id(beatmap_id)
        return found if found is not None and found[0] < self.newest else None

    # --- figures --------------------------------------------------------------------------------

    def record(self, index: int) -> SetRecord:
        """Return all plain record of a set."""
        record = super().record(index)
        if record.updated < self._until:
            return record
        return record._replace(updated=record.submitted)

    def _ranked(self, index: int, draws: tuple[int, ...], submitted: int) -> int | None:
        """Return when a set got its leaderboard, or its qualification."""
        ranked = self._today.ranked_at(index)
        if ranked is None or ranked < self._until:
            return ranked
        if self.status[index] == _QUALIFIED:
            return max(submitted, ranked - _QUALIFIED_FOR)
        return None

    def _plays(self, index: int, draws: tuple[int, ...]) -> int:
        if self.status[index] == self._today.status[index]:
            return sum(self._shares_of(index).values())
        return self._plays_before(index, super()._plays(index, draws))

    def _plays_on(self, record: SetRecord, difficulty: Difficulty) -> int:
        """Return how often a difficulty had been played, conversions of it included."""
        if record.status == self._today.status[record.number]:
            return self._shares_of(record.number)[difficulty.id]
        return super()._plays_on(record, difficulty)

    def _shares_of(self, index: int) -> dict[int, int]:
        """Return the plays of a set's difficulties, none of which falls from day to day."""
        found = self._shares.get(index)
        if found is None:
            today = self._today.plays_by_difficulty(index)
            found = {one: self._plays_before(index, plays) for one, plays in today.items()}
            self._shares[index] = found
        return found

    def _plays_before(self, index: int, plays: int) -> int:
        """Return how many of the plays of a set had been made until the day."""
        submitted = int(self._today.submitted(index).timestamp())
        whole = max(1, self._today_at - submitted)
        share = max(0.0, (self._until - submitted) / whole)
        return plays - int(plays * (1 - share**_EARLY))

    def uploaded(self, sets: Iterable[int]) -> list[int]:
        """Return those of some sets that were uploaded until the day."""
        return [index for index in sets if index < self.newest]


def ranked_since(beatmaps: Beatmaps, since: datetime) -> array[int]:
    """Return the numbers of the sets that were ranked, loved or qualified since a time."""
    start = int(since.timestamp())
    return array(
        "H",
        (
            index
            for index in range(COUNT)
            if beatmaps.status[index] > 0 and (beatmaps.ranked_at(index) or 0) >= start
        ),
    )
