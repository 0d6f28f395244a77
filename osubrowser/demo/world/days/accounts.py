"""Accounts as they were on an earlier day: names and last visits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from osubrowser.demo.world.clock import before
from osubrowser.demo.world.days.activity import Activity
from osubrowser.demo.world.draws import Draws, spread
from osubrowser.demo.world.players.accounts import Accounts

_DAY = 86_400
_VISITED = (900.0, 80_000.0)


class DayAccounts(Accounts):
    """All accounts of one world on a day.

    Args:
        today: the accounts of today.
        back: how many days ago the day was.
        activity: who played when.
        renames: returns how often an account changed its name after a time in seconds since 1970.
    """

    def __init__(
        self,
        seed: int,
        today: Accounts,
        back: int,
        activity: Activity,
        renames: Callable[[int, int], int],
    ) -> None:
        vars(self).update(vars(today))
        self.now = today.today - timedelta(days=back)
        self.back = back
        self._activity = activity
        self._renames = renames
        self._visits = Draws(seed, "visits")
        self._by_name = {}
        self._old_names = {}

    def name_of(self, account: int) -> str:
        """Return the name an account went by."""
        later = self._renamed(account)
        return super().previous_names(account)[-later] if later else super().name_of(account)

    def previous_names(self, account: int) -> list[str]:
        """Return the names an account had before, oldest first."""
        names, later = super().previous_names(account), self._renamed(account)
        return names[:-later] if later else names

    def _renamed(self, account: int) -> int:
        """Return how often an account changed its name after the day."""
        if not super().previous_names(account):
            return 0
        return self._renames(account, int(self.now.timestamp()))

    def last_seen(self, account: int) -> datetime | None:
        """Return the last visit until the day; None if it is hidden."""
        seen = super().last_seen(account)
        if seen is None or seen < self.now:
            return seen
        since = self._activity.since(self.main[account], account)
        day = self.back
        while day + 1 < len(since) and since[day + 1] == since[day]:
            day += 1
        if day + 1 == len(since):
            day = self.back
        drawn = spread(self._visits.at(account << 16 | day)[0], *_VISITED)
        return before(self.now, (day - self.back) * _DAY + drawn)
