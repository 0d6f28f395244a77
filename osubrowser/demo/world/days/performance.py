"""Performance of all ranked players of a ruleset on earlier days, and their ranks by it."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left, insort
from operator import mul, neg
from random import Random
from threading import Event, RLock

from osubrowser.demo.world.players.history import walk
from osubrowser.demo.world.players.standings import SIZE, Standings, six_digits
from osubrowser.demo.world.scores.ids import DAY
from osubrowser.demo.world.scores.sessions import Hosted, Sessions
from osubrowser.demo.world.scores.skill import SLOTS, WEIGHT, Skill
from osubrowser.lru import LRUCache

_BEYOND = 121
_WEIGHTS = tuple(WEIGHT**slot for slot in range(SLOTS))
_KEPT = 4_096
_STRETCH = 92
"""Days whose changes are found together: those of a profile's ranks."""


class WorldStopped(ConnectionAbortedError):
    """The program ends: what earlier days need is not made any more."""


class PastPerformance:
    """Columns of pp and ranks by day, from today back; each is made when needed. Thread-safe.

    A day's pp is the weighted sum of the best plays that were set until then. Seats are the
    positions of today's standings: they stand for the same players on all days. Once `stopped` is
    set, days that are not made yet raise `WorldStopped`.
    """

    def __init__(
        self,
        seed: int,
        standings: Standings,
        skill: Skill,
        sessions: Sessions,
        former: int,
        stopped: Event,
    ) -> None:
        self._seed = seed
        self._standings = standings
        self._skill = skill
        self._sessions = sessions
        self._former = former
        self._stopped = stopped
        accounts = standings.accounts
        self.days = accounts.days
        self._today = int(accounts.today.timestamp())
        self._lock = RLock()
        self._pp = [standings.pp]
        self._orders = [array("H", range(SIZE))]
        self._ranks = [array("H", range(1, SIZE + 1))]
        self._changes: list[list[tuple[int, float]]] = []
        self._beyond: LRUCache[int, list[int]] = LRUCache(_KEPT)

    def pp(self, back: int) -> array[float]:
        """Return the pp of all seats so many days ago."""
        self._reach(back)
        return self._pp[back]

    def order(self, back: int) -> array[int]:
        """Return the seats in the order of the pp of a day, the best first."""
        self._reach(back)
        return self._orders[back]

    def ranks(self, back: int) -> array[int]:
        """Return the global ranks of all seats on a day."""
        self._reach(back)
        return self._ranks[back]

    def ranks_of(self, seat: int, first: int, end: int) -> list[int]:
        """Return a seat's global ranks by days back; 0 before the account was made.

        Ranks before the first day that can be looked at are made up.

        Args:
            seat: the seat.
            first: the first number of days back.
            end: the number after the last.
        """
        last = min(self.days, end - 1)
        self._reach(last)
        known = [ranks[seat] for ranks in self._ranks[first : last + 1]]
        if end - 1 > last:
            start = max(0, first - self.days - 1)
            known += self._made_up(seat)[start : end - self.days - 1]
        return known

    def _made_up(self, seat: int) -> list[int]:
        """Return a seat's ranks before the first day that can be looked at, the last one first."""
        older = self._beyond.get(seat)
        if older is None:
            name, account = self._standings.ruleset.name, self._standings.account[seat]
            random = Random(f"{self._seed}/history/{name}/{account}")
            last = self._ranks[self.days][seat]
            start = max(1, round(last * random.uniform(0.85, 1.3)))
            joined = self._standings.accounts.joined(account).timestamp()
            age = int(self._today - joined) // DAY - self.days
            older = walk(random, start, last, _BEYOND)[-2::-1]
            older = [rank if back < age else 0 for back, rank in enumerate(older)]
            self._beyond.put(seat, older)
        return older

    def _reach(self, back: int) -> None:
        """Make the columns of a day and of all days after it."""
        if back < len(self._pp):
            return
        with self._lock:
            while len(self._pp) <= back:
                if len(self._changes) < len(self._pp):
                    start = len(self._changes)
                    self._changes += self._find_changes(start, min(self.days, start + _STRETCH))
                self._step(self._changes[len(self._pp) - 1])
                self._pause()

    def _pause(self) -> None:
        """Give way to other threads; raises WorldStopped once the world is not needed any more."""
        if self._stopped.is_set():
            raise WorldStopped
        time.sleep(0)

    def _step(self, changes: list[tuple[int, float]]) -> None:
        """Make the columns of one more day, from what changed on it."""
        pp = self._pp[-1][:]
        for seat, value in changes:
            pp[seat] = value
        falling = list(map(neg, pp))
        order = array("H", sorted(range(SIZE), key=falling.__getitem__))
        ranks = array("H", bytes(2 * SIZE))
        for rank, seat in enumerate(order, 1):
            ranks[seat] = rank
        self._orders.append(order)
        self._ranks.append(ranks)
        self._pp.append(pp)  # the last: others look at its length

    def _find_changes(self, start: int, end: int) -> list[list[tuple[int, float]]]:
        """Return by day which seats gained pp on it, and what they had before.

        Args:
            start: the first day: 0 for the last 24 hours.
            end: the day after the last.
        """
        found: list[list[tuple[int, float]]] = [[] for _ in range(start, end)]
        ruleset = self._standings.ruleset.id
        newest, oldest = self._today - start * DAY, self._today - end * DAY
        for seat in range(SIZE):
            if seat % 100 == 0:
                self._pause()
            hosted = self._sessions.hosted_since(ruleset, seat, oldest)
            if not hosted or hosted[-1].seconds >= newest:
                continue
            best = self._negative(seat)
            values = list(best)
            for at, one in enumerate(hosted):
                value = best[one.slot]
                del values[bisect_left(values, value)]
                if one.before is not None:
                    insort(values, value * one.before)
                day = self._day_of(one)
                is_last = at + 1 == len(hosted) or self._day_of(hosted[at + 1]) > day
                if day >= start and is_last:
                    pp = six_digits(-sum(map(mul, _WEIGHTS, values)))
                    found[day - start].append((seat, pp))
        return found

    def _day_of(self, one: Hosted) -> int:
        """Return on which day a best play was set, counted back from the last 24 hours."""
        return (self._today - one.seconds - 1) // DAY

    def _negative(self, seat: int) -> list[float]:
        """Return the pp of a seat's best plays and of those that were, negative: ascending."""
        return list(map(neg, self._skill.column(seat, SLOTS + self._former)))
