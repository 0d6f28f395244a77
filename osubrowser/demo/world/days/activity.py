"""Daily activity: how much each account played a ruleset on each of the last days."""

from __future__ import annotations

from array import array
from itertools import accumulate

from osubrowser.demo.world.draws import Draws, between, chance, spread
from osubrowser.demo.world.players.accounts import FIXED_IDS, Accounts
from osubrowser.demo.world.players.teams import ME
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.lru import LRUCache

BEYOND = 20
"""Days before the first one that can be looked at for which activity is known, too."""

_DAY = 86_400
_BLOCK = 16
_TERM = 32
_IDLE, _IDLE_ELSEWHERE = 0.12, 0.6
_PAUSED = 0.45
_LEAST, _MOST = 0.2, 1.8
_PACE = (0.000_25, 0.000_8)
_MOST_SINCE = 0.35
_KEPT = 50_000


class Activity:
    """Activity of all accounts by day. Thread-safe.

    Day 0 is the last 24 hours of the world, day 1 those before. Players play on most days, some
    more than others, and pause for days or weeks at times; who has left does not play at all.
    """

    def __init__(self, seed: int, accounts: Accounts) -> None:
        self._accounts = accounts
        self.days = accounts.days + BEYOND
        self._today = int(accounts.today.timestamp()) // _DAY
        self._played = tuple(Draws(seed, f"days/{one.name}") for one in RULESETS)
        self._pauses = tuple(Draws(seed, f"pauses/{one.name}") for one in RULESETS)
        self._pace = Draws(seed, "pace")
        self.lively = frozenset((ME, *FIXED_IDS))
        """The accounts that play more than others, and pause for a few days at most."""
        self._known: LRUCache[int, array[float]] = LRUCache(_KEPT)

    def since(self, ruleset: int, account: int) -> array[float]:
        """Return how much an account played since each day, in days of usual play.

        Returns:
            by days back, from 0 for today: never falls, and starts with 0.
        """
        key = account * len(RULESETS) + ruleset
        found = self._known.get(key)
        if found is None:
            found = array("f", accumulate(self._weights(ruleset, account), initial=0.0))
            self._known.put(key, found)
        return found

    def played(self, ruleset: int, account: int, day: int) -> bool:
        """Return whether an account played a ruleset on a day; never beyond the known ones."""
        if not 0 <= day < self.days:
            return False
        since = self.since(ruleset, account)
        return since[day + 1] > since[day]

    def share_since(self, ruleset: int, account: int, back: int) -> float:
        """Return what share of an account's plays, in [0, 1), came after a day."""
        if not back:
            return 0.0
        return self.share(self.since(ruleset, account)[back], self.pace(ruleset, account))

    def pace(self, ruleset: int, account: int) -> float:
        """Return what share of its plays an account makes on a usual day."""
        if account in self.lively:
            return _PACE[1]
        return spread(self._pace.at(account * len(RULESETS) + ruleset)[0], *_PACE)

    @staticmethod
    def share(since: float, pace: float) -> float:
        """Return what share of all plays some days of usual play are."""
        return min(_MOST_SINCE, pace * since)

    def _weights(self, ruleset: int, account: int) -> list[float]:
        """Return how much an account played on each day, the last day first."""
        weights = [0.0] * self.days
        if not self._accounts.active[account]:
            return weights
        lively = account in self.lively
        idle = _IDLE if self._accounts.main[account] == ruleset else _IDLE_ELSEWHERE
        scale = (_MOST - _LEAST) / (1 - idle)
        paused = self._paused(ruleset, account, lively)
        block = -1
        draws: tuple[int, ...] = ()
        first = int(self._accounts.away(account) + 600) // _DAY
        for day in range(first, self.days):
            number = self._today - day
            if number in paused:
                continue
            if number // _BLOCK != block:
                block = number // _BLOCK
                draws = self._played[ruleset].at(account << 16 | block)
            drawn = draws[number % _BLOCK] / (1 << 32)
            if drawn >= idle:
                weights[day] = _LEAST + (drawn - idle) * scale
        return weights

    def _paused(self, ruleset: int, account: int, lively: bool) -> frozenset[int]:
        """Return the numbers of the days, since 1970, of an account's pauses."""
        found: set[int] = set()
        last = self._today // _TERM
        for term in range((self._today - self.days) // _TERM, last + 1):
            draws = self._pauses[ruleset].at(account << 16 | term)
            if chance(draws[0], _PAUSED):
                start = term * _TERM + between(draws[1], 0, _TERM - 1)
                length = between(draws[2], 2, 4 if lively else 18)
                found.update(range(start, start + length))
        return frozenset(found)
