"""Favourites: which sets somebody likes, and who likes a set; the same pairs from both sides."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate
from random import Random
from threading import Lock

from osubrowser.demo.world.accounts import Accounts
from osubrowser.demo.world.beatmaps import COUNT, Beatmaps
from osubrowser.demo.world.draws import Draws, between
from osubrowser.demo.world.pieces import in_pieces

SLOTS = 64
"""How many places for favourites each account has; a part of them is used."""


class Favourites:
    """Pairs of accounts and sets.

    Every account has a row of slots, all slots of all accounts are shuffled, and every set owns a
    stretch of the shuffled slots, as long as its count of favourites is high. The shuffle is a
    multiplication, so it can be undone.
    """

    def __init__(self, seed: int, accounts: Accounts, beatmaps: Beatmaps) -> None:
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "favourites")
        self._size = len(accounts) * SLOTS
        self._factor = 949_267  # close to the golden share of the slots, and prime to their number
        self._back = pow(self._factor, -1, self._size)
        self._shift = Random(f"{seed}/favourites").randrange(self._size)
        self._lock = Lock()
        self._ends = array("Q")

    def of(self, account: int) -> list[int]:
        """Return the numbers of the sets an account likes, in the order they were marked."""
        ends, first = self._prepared(), account * SLOTS
        spots = (
            (slot * self._factor + self._shift) % self._size
            for slot in range(first, first + self._used(account))
        )
        return list(dict.fromkeys(bisect_right(ends, spot) for spot in spots))

    def fans(self, index: int, most: int) -> list[int]:
        """Return up to `most` accounts that like a set, the newest first."""
        ends = self._prepared()
        found: dict[int, None] = {}
        for spot in range(ends[index - 1] if index else 0, ends[index]):
            if len(found) >= most:
                break
            account, slot = divmod((spot - self._shift) * self._back % self._size, SLOTS)
            if slot < self._used(account):
                found[account] = None
        return list(found)

    def _used(self, account: int) -> int:
        return between(self._draws.at(account)[0], 3, 60)

    def _prepared(self) -> array[int]:
        """Return where each set's stretch of the shuffled slots ends."""
        with self._lock:
            if not self._ends:
                counts = map(self._beatmaps.favourite_count, in_pieces(range(COUNT)))
                sums = list(accumulate(counts))
                self._ends = array("Q", (end * self._size // sums[-1] for end in sums))
            return self._ends
