"""Series of a history chart: values by day in runs without gaps, marks, and what they span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Words = Callable[[float], str]
"""Formats a value."""
TickWords = Callable[[float, int], str]
"""Formats a value of an axis, with a number of decimals."""


class Run(NamedTuple):
    """Values of consecutive days.

    Attributes:
        first: the first day, as a number of days since 1970.
        values: the value of each day; at least one.
    """

    first: int
    values: tuple[float, ...]

    @property
    def last(self) -> int:
        """The last day."""
        return self.first + len(self.values) - 1


class HistoryMark(NamedTuple):
    """Event on a day of a chart.

    Attributes:
        day: the day, as a number of days since 1970.
        text: what happened, formatted.
        tone: 1 for something gained, -1 for something lost, 0 for neither.
    """

    day: int
    text: str
    tone: int = 0


@dataclass(frozen=True, slots=True)
class HistorySeries:
    """Values of one figure by day. A day that is not known is in no run.

    Attributes:
        key: identifier.
        name: label in the legend.
        scale: series of the same scale share their axis.
        slot: number of its colour, from 0: a figure has the same one in each chart.
        runs: the values, oldest first.
        words: formats a value.
        tick_words: formats a value of the axis.
        is_reversed: whether small values are at the top, as with ranks.
        unit: the least difference that an axis shows.
    """

    key: str
    name: str
    scale: str
    slot: int
    runs: tuple[Run, ...]
    words: Words
    tick_words: TickWords
    is_reversed: bool = False
    unit: float = 1.0

    def value_on(self, day: int) -> float | None:
        """Return the value of a day; None if it is not known."""
        at = bisect_right(self.runs, day, key=lambda run: run.first) - 1
        if at < 0 or day > self.runs[at].last:
            return None
        run = self.runs[at]
        return run.values[day - run.first]

    def extremes(self, first: int, last: int) -> tuple[float, float] | None:
        """Return the least and the greatest value of the days `first` to `last`, or None."""
        low = high = None
        for run in self.between(first, last):
            found = run.values[max(0, first - run.first) : last - run.first + 1]
            if found:
                least, most = min(found), max(found)
                low = least if low is None else min(low, least)
                high = most if high is None else max(high, most)
        return None if low is None or high is None else (low, high)

    def between(self, first: int, last: int) -> Sequence[Run]:
        """Return the runs with a day of `first` to `last`."""
        start = bisect_left(self.runs, first, key=lambda run: run.last)
        end = bisect_right(self.runs, last, key=lambda run: run.first)
        return self.runs[start:end]


def runs_of(values: Mapping[int, float]) -> tuple[Run, ...]:
    """Return values by day as runs of consecutive days."""
    runs: list[Run] = []
    first, found = 0, list[float]()
    for day in sorted(values):
        if found and day != first + len(found):
            runs.append(Run(first, tuple(found)))
            found = []
        if not found:
            first = day
        found.append(values[day])
    if found:
        runs.append(Run(first, tuple(found)))
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class HistoryData:
    """Contents of a history chart; make it with `of`, on a worker.

    Attributes:
        series: the series with values.
        marks: events, oldest first.
        known: first and last day of each period with values or marks, oldest first.
        today: the last day of the chart.
    """

    series: tuple[HistorySeries, ...] = ()
    marks: tuple[HistoryMark, ...] = ()
    known: tuple[tuple[int, int], ...] = ()
    today: int = 0

    @classmethod
    def of(
        cls, series: Iterable[HistorySeries], marks: Iterable[HistoryMark], today: int
    ) -> HistoryData:
        """Return the contents of a chart.

        Args:
            series: the series; those without values are left out.
            marks: events, in any order; those after `today` are left out.
            today: the last day of the chart, as a number of days since 1970.
        """
        drawn = tuple(one for one in series if one.runs)
        periods = [(run.first, run.last) for one in drawn for run in one.runs]
        last = max((end for _, end in periods), default=today)
        today = max(today, last)
        told = tuple(sorted(mark for mark in marks if mark.day <= today)) if drawn else ()
        periods += [(mark.day, mark.day) for mark in told]
        return cls(drawn, told, _merged(periods), today)

    def __bool__(self) -> bool:
        """Return whether there is anything to draw."""
        return bool(self.series)

    @property
    def first(self) -> int:
        """The first day with a value or a mark; `today` without any."""
        return self.known[0][0] if self.known else self.today

    def nearest(self, day: float) -> int | None:
        """Return the day with values or marks that is nearest to a point in time, or None."""
        if not self.known:
            return None
        at = bisect_right(self.known, day, key=lambda period: period[0])
        near = [
            min(max(round(day), start), end) for start, end in self.known[max(0, at - 1) : at + 1]
        ]
        return min(near, key=lambda one: abs(one - day))

    def step(self, day: int, by: int) -> int | None:
        """Return the next day with values or marks after a day (`by` 1) or before (-1), or None."""
        if by > 0:
            at = bisect_left(self.known, day + 1, key=lambda period: period[1])
            return max(day + 1, self.known[at][0]) if at < len(self.known) else None
        at = bisect_right(self.known, day - 1, key=lambda period: period[0]) - 1
        return min(day - 1, self.known[at][1]) if at >= 0 else None

    def marks_on(self, first: int, last: int) -> Sequence[HistoryMark]:
        """Return the marks of the days `first` to `last`."""
        start = bisect_left(self.marks, first, key=lambda mark: mark.day)
        return self.marks[start : bisect_right(self.marks, last, key=lambda mark: mark.day)]


def _merged(periods: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return periods that neither overlap nor touch, oldest first."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(periods):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
