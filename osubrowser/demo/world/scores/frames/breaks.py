"""Breaks of a combo: where a play misses, so that its longest combo is a given one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from typing import NamedTuple

_ATTEMPTS = 2_000


class Losses(NamedTuple):
    """What a play loses of the combo."""

    misses: int
    loose: int
    """How many sliders lose their end, which does not break the combo."""
    dropped: int = 0
    """How many sliders lose a tick and their end, which breaks it."""
    exact: bool = True
    """Whether all of `loose` are lost; otherwise as many as are needed."""


class Breaks(NamedTuple):
    """Objects that are missed, and sliders of which a part is."""

    missed: list[int]
    loose: list[int]
    dropped: list[int]


class Breakable(NamedTuple):
    """What a combo is made of.

    `misses`, `tails` and `ticks` are objects, in ascending order: those that may be missed, those
    that may lose their end, and those that may lose a tick and their end. Of the last two, an
    object may be in both.
    """

    units: Sequence[int]
    """The combo that each object gives."""
    misses: Sequence[int]
    tails: Sequence[int] = ()
    ticks: Sequence[int] = ()


def breaks_of(whole: Breakable, losses: Losses, combo: int, random: Random) -> Breaks | None:
    """Return breaks after which the longest combo is exactly `combo`, or None."""
    sums, count = [0, *accumulate(whole.units)], len(whole.units)
    if not losses.misses and not losses.dropped:
        lost = sums[-1] - combo
        fits = lost == losses.loose if losses.exact else 0 <= lost <= losses.loose
        if not fits or lost > len(whole.tails):
            return None
        return Breaks([], random.sample(whole.tails, lost), [])
    starts = [one for one in (-1, *whole.misses) if sums[count] - sums[one + 1] >= combo]
    random.shuffle(starts)
    for start in starts[:_ATTEMPTS]:
        for end, less in _ends(whole, sums, start, combo, losses.loose - losses.dropped):
            if start < 0 and end == count:
                continue
            found = _around(whole, sums, start, end, less, losses, combo, random)
            if found is not None:
                return found
    return None


def _ends(
    whole: Breakable, sums: list[int], start: int, combo: int, loose: int
) -> Iterator[tuple[int, int]]:
    """Yield where the combo may end, and by how much it is less than its objects give."""
    count = len(sums) - 1
    target = sums[start + 1] + combo
    place = bisect_left(whole.misses, bisect_left(sums, target))
    for end in (*whole.misses[place : place + 60], count):
        less = sums[end] - target
        if less > loose:
            break
        if less >= 0 and end > start and less <= len(_between(whole.tails, start, end)):
            yield end, less
    less = sums[count] - target
    if 0 <= less <= min(loose, len(_between(whole.tails, start, count))):
        yield count, less


def _between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Return the places after one and before another."""
    return places[bisect_right(places, start) : bisect_left(places, end)]


def _around(
    whole: Breakable,
    sums: list[int],
    start: int,
    end: int,
    less: int,
    losses: Losses,
    combo: int,
    random: Random,
) -> Breaks | None:
    """Return the breaks if those outside the longest combo suffice and fit."""
    count = len(sums) - 1
    missed = [one for one in (start, end) if 0 <= one < count]
    for low, high in ((-1, start), (end, count)):
        cut = _cut(whole, sums, low, high, combo) if low < high else []
        if cut is None:
            return None
        missed += cut
    left = losses.misses - len(missed)
    known = set(missed)
    outside = [one for one in _outside(whole.misses, start, end) if one not in known]
    if not 0 <= left <= len(outside):
        return None
    missed += random.sample(outside, left)
    ticks = _outside(whole.ticks, start, end)
    if losses.dropped > len(ticks):
        return None
    dropped = random.sample(ticks, losses.dropped)
    gone = set(dropped)
    loose = random.sample(_between(whole.tails, start, end), less)
    if losses.exact:
        tails = [one for one in _outside(whole.tails, start, end) if one not in gone]
        more = losses.loose - losses.dropped - less
        if not 0 <= more <= len(tails):
            return None
        loose += random.sample(tails, more)
    return Breaks(sorted(missed), sorted(loose), sorted(dropped))


def _outside(places: Sequence[int], start: int, end: int) -> list[int]:
    """Return the places before one and after another."""
    return [*places[: bisect_left(places, start)], *places[bisect_right(places, end) :]]


def _cut(whole: Breakable, sums: list[int], low: int, high: int, combo: int) -> list[int] | None:
    """Return misses between two others after which no combo is longer than the longest."""
    found = []
    while sums[high] - sums[low + 1] > combo:
        last = bisect_right(sums, sums[low + 1] + combo) - 1
        place = bisect_right(whole.misses, min(last, high - 1)) - 1
        if place < 0 or whole.misses[place] <= low:
            return None
        low = whole.misses[place]
        found.append(low)
    return found
