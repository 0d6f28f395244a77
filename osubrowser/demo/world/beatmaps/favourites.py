"""Favourites: beatmapsets by account, and accounts by beatmapset."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate
from math import gcd
from random import Random
from threading import Lock
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.draws import Draws, unit
from osubrowser.demo.world.players.accounts import Accounts

FANS = 50
"""How many of those who like a set are shown, and known by name."""

_FEWEST, _MOST = 3, 180
_GOLDEN = 0.618_033_988_75


class _Pairs(NamedTuple):
    """Favourite pairs: a row of slots per account, a stretch of shuffled slots per beatmapset."""

    rows: array[int]
    """Where each account's row ends."""
    stretches: array[int]
    """Where each set's stretch ends."""
    factor: int
    back: int
    shift: int


class Favourites:
    """Relation of accounts and favourite beatmapsets, queried from both sides. Thread-safe.

    A set's stretch is as long as its count of favourites, or, beyond `FANS`, longer the more
    there are. The shuffle is a multiplication, so it can be undone; what lies close together
    after it was far apart before, so that no account is twice among a set's first `FANS`.
    """

    def __init__(self, seed: int, accounts: Accounts, beatmaps: Beatmaps) -> None:
        self._accounts, self._beatmaps = len(accounts), beatmaps
        self._draws = Draws(seed, "favourites")
        self._share = Random(f"{seed}/favourites").random()
        self._lock = Lock()
        self._pairs: _Pairs | None = None

    def of(self, account: int) -> list[int]:
        """Return the numbers of the sets an account likes, in the order they were marked."""
        pairs = self._prepared()
        rows, size = pairs.rows, pairs.rows[-1]
        slots = range(rows[account - 1] if account else 0, rows[account])
        spots = ((slot * pairs.factor + pairs.shift) % size for slot in slots)
        return list(dict.fromkeys(bisect_right(pairs.stretches, spot) for spot in spots))

    def fans(self, index: int, most: int = FANS) -> list[int]:
        """Return up to `most` accounts that like a set, the newest first: at most `FANS`."""
        pairs = self._prepared()
        ends, size = pairs.stretches, pairs.rows[-1]
        first = ends[index - 1] if index else 0
        spots = range(first, ends[index])[: min(most, FANS)]
        slots = ((spot - pairs.shift) * pairs.back % size for spot in spots)
        return [bisect_right(pairs.rows, slot) for slot in slots]

    def _prepared(self) -> _Pairs:
        with self._lock:
            if self._pairs is None:
                self._pairs = self._draw()
            return self._pairs

    def _draw(self) -> _Pairs:
        rows = array("I", accumulate(map(self._used, cooperatively(range(self._accounts)))))
        size = rows[-1]
        counts = array("I", map(self._beatmaps.favourite_count, cooperatively(range(COUNT))))
        known = array("I", (min(FANS, count) for count in counts))
        left, further = size - sum(known), sum(counts) - sum(known)
        before, ends, spread = 0, array("I"), 0
        for count, named in zip(counts, known, strict=True):
            spread += count - named
            before += named
            ends.append(before + left * spread // further)
        back = int(size * _GOLDEN)
        while gcd(back, size) > 1:
            back += 1
        return _Pairs(rows, ends, pow(back, -1, size), back, int(self._share * size))

    def _used(self, account: int) -> int:
        return _FEWEST + int((_MOST - _FEWEST) * unit(self._draws.at(account)[0]) ** 1.5)
