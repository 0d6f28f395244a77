"""Seeded random numbers: pure functions of a seed, a topic and an index."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct
from typing import TypeVar

T = TypeVar("T")

_SIXTEEN = Struct("<16I")
_WHOLE = 1 << 32


class Draws:
    """Source of sixteen 32-bit random numbers per index, for one seed and topic.

    Two topics of one seed share nothing, so a new field never shifts the fields that were there.
    """

    __slots__ = ("_key",)

    def __init__(self, seed: int, topic: str) -> None:
        self._key = blake2b(f"{seed}/{topic}".encode(), digest_size=32).digest()

    def at(self, index: int) -> tuple[int, ...]:
        """Return the sixteen draws of `index`, each in 0 .. 2**32-1."""
        block = blake2b(index.to_bytes(8, "little"), key=self._key).digest()
        return _SIXTEEN.unpack(block)


def unit(draw: int) -> float:
    """Return a draw as a float in [0, 1)."""
    return draw / _WHOLE


def between(draw: int, low: int, high: int) -> int:
    """Return a draw as an int from `low` to `high`, both included."""
    return low + (draw * (high - low + 1) >> 32)


def spread(draw: int, low: float, high: float) -> float:
    """Return a draw as a float in [low, high)."""
    return low + (high - low) * (draw / _WHOLE)


def pick(draw: int, items: Sequence[T]) -> T:
    """Return the item that a draw points at."""
    return items[draw * len(items) >> 32]


def chance(draw: int, share: float) -> bool:
    """Return whether a draw falls into the given share of all draws."""
    return draw < share * _WHOLE


def bell(a: int, b: int, c: int) -> float:
    """Return a value of about mean 0 and deviation 1, within -3 .. 3, from three draws."""
    return (a + b + c) / _WHOLE * 2.0 - 3.0


def number(value: float) -> float:
    """Return a float the way osu!'s server writes it: a whole one as an int."""
    whole = int(value)
    return whole if whole == value else value


class Stream:
    """Endless sequence of random numbers seeded by a text."""

    __slots__ = ("_block", "_key", "_left")

    def __init__(self, text: str) -> None:
        self._key = blake2b(text.encode(), digest_size=32).digest()
        self._block = 0
        self._left: list[int] = []

    def draw(self) -> int:
        """Return the next draw, in 0 .. 2**32-1."""
        if not self._left:
            block = blake2b(self._block.to_bytes(8, "little"), key=self._key).digest()
            self._left = list(_SIXTEEN.unpack(block))
            self._block += 1
        return self._left.pop()

    def unit(self) -> float:
        """Return a float in [0, 1)."""
        return unit(self.draw())

    def spread(self, low: float, high: float) -> float:
        """Return a float in [low, high)."""
        return spread(self.draw(), low, high)

    def between(self, low: int, high: int) -> int:
        """Return an int from `low` to `high`, both included."""
        return between(self.draw(), low, high)

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return pick(self.draw(), items)

    def chance(self, share: float) -> bool:
        """Return True in the given share of all cases."""
        return chance(self.draw(), share)
