"""Figures of a history: how each is labelled, formatted and drawn, and its series of days."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.models.history.series import HistoryData, HistorySeries, runs_of
from osubrowser.models.text.dates import hours
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.history.series import HistoryMark, TickWords, Words
    from osubrowser.services.history.figures import Figures, Snapshot

LONGEST_AGE: Final = 30 * 86_400
"""Seconds of the oldest snapshot that a figure is compared with."""
LEAST_AGE: Final = 20 * 3600
"""Seconds of the newest snapshot that a figure is compared with: one of the day before."""

_HOUR: Final = 3600.0
_MILLION: Final = 1e6


@dataclass(frozen=True, slots=True)
class HistoryFigure:
    """Figure of a history.

    Attributes:
        key: its name in a snapshot, or that of a derived figure.
        label: name, as in a heading.
        slot: number of its colour in a chart.
        words: formats a value.
        tick_words: formats a value of an axis.
        change_words: formats an absolute difference.
        group: figures of a group are chosen together, and share an axis; "" for the key.
        is_reversed: whether small values are at the top.
        is_better: which of two values is better: 1 the greater, -1 the smaller.
        unit: the least difference that an axis shows.
        has_none: whether 0 means that there is none, as with ranks.
        is_daily: whether it is the difference of `key` from the day before.
        is_shown: whether its column is shown by default.
        is_change_shown: whether the column of its changes is shown by default.
    """

    key: str
    label: str
    slot: int
    words: Words
    tick_words: TickWords
    change_words: Words
    group: str = ""
    is_reversed: bool = False
    is_better: int = 1
    unit: float = 1.0
    has_none: bool = False
    is_daily: bool = False
    is_shown: bool = True
    is_change_shown: bool = False

    @property
    def name(self) -> str:
        """Identifier: that of a difference from the day before is another than the figure's."""
        return f"{self.key}_per_day" if self.is_daily else self.key

    @property
    def chip(self) -> str:
        """Key of the choice that it belongs to."""
        return self.group or self.name

    def value(self, figures: Figures) -> float | None:
        """Return the value of a snapshot; None if it is not known."""
        value = figures.get(self.key)
        return None if value is None or (self.has_none and value <= 0) else value

    def values(self, daily: Mapping[int, Snapshot]) -> dict[int, float]:
        """Return the known values by day.

        Args:
            daily: the snapshots by day, as a number of days since 1970.
        """
        key, least = self.key, 1 if self.has_none else 0
        found = {
            day: value
            for day, snapshot in daily.items()
            if (value := snapshot.figures.get(key)) is not None and value >= least
        }
        if not self.is_daily:
            return found
        return {
            day: max(0.0, value - before)
            for day, value in found.items()
            if (before := found.get(day - 1)) is not None
        }

    def series(
        self, values: Mapping[int, float], *, name: str = "", slot: int | None = None
    ) -> HistorySeries:
        """Return the series of a chart.

        Args:
            values: the known values by day.
            name: label in the legend; "" for that of the figure.
            slot: number of its colour; None for that of the figure.
        """
        return HistorySeries(
            key=self.name if slot is None else f"{self.name}/{slot}",
            name=name or self.label,
            scale=self.chip,
            slot=self.slot if slot is None else slot,
            runs=runs_of(values),
            words=self.words,
            tick_words=self.tick_words,
            is_reversed=self.is_reversed,
            unit=self.unit,
        )


def rank_words(value: float) -> str:
    """Format a rank: `#829,418`."""
    return f"#{numerals.whole(round(value))}"


def rank_ticks(value: float, _places: int) -> str:
    """Format a rank of an axis."""
    return rank_words(value)


def pp_words(value: float) -> str:
    """Format an amount of performance points: `7,412.50 pp`."""
    return tr("{pp} pp").format(pp=numerals.decimal(value, 2))


def number_ticks(value: float, places: int) -> str:
    """Format a number of an axis."""
    return numerals.decimal(value, places)


def percent_words(value: float) -> str:
    """Format hundredths: `98.7654%`."""
    return numerals.hundredths(value, 4)


def duration_words(value: float) -> str:
    """Format seconds as hours and minutes."""
    return hours(round(value))


def duration_ticks(value: float, _places: int) -> str:
    """Format seconds of an axis: `2,481 h`."""
    return tr("{count} h").format(count=numerals.trimmed(value / _HOUR, 1))


def score_ticks(value: float, _places: int) -> str:
    """Format a score of an axis: `12,345 M`."""
    return tr("{count} M", "millions").format(count=numerals.trimmed(value / _MILLION, 2))


def level_words(value: float) -> str:
    """Format a level with its progress as decimals."""
    return numerals.decimal(value, 2)


def count_figure(
    key: str, label: str, slot: int, *, group: str = "", is_daily: bool = False
) -> HistoryFigure:
    """Return a figure that is a whole number; for the arguments see `HistoryFigure`."""
    return HistoryFigure(
        key,
        label,
        slot,
        numerals.whole,
        number_ticks,
        numerals.whole,
        group=group,
        is_daily=is_daily,
    )


class DayRow(NamedTuple):
    """Day of a history, as a row of a table.

    Attributes:
        day: the day, as a number of days since 1970.
        snapshot: the last snapshot of the day.
        before: value and day of each figure on the last day before that it was known.
        marks: what happened on the day.
    """

    day: int
    snapshot: Snapshot
    before: dict[str, tuple[float, int]]
    marks: Sequence[HistoryMark] = ()

    def change(self, figure: HistoryFigure) -> float | None:
        """Return the difference of a figure from the known day before; None without both."""
        value, before = figure.value(self.snapshot.figures), self.before.get(figure.key)
        return None if value is None or before is None else value - before[0]


@dataclass(frozen=True, slots=True)
class SubjectHistory:
    """History of a subject, as it is shown; make it with `of`, on a worker.

    Attributes:
        daily: the last snapshot of each UTC day, by day, oldest first.
        marks: events, oldest first.
        today: the present day, as a number of days since 1970.
        figures: the figures of the kind of subject.
        values: the known values of each figure by day, by the name of the figure.
        days: the known days, oldest first.
    """

    daily: Mapping[int, Snapshot] = field(default_factory=dict)
    marks: tuple[HistoryMark, ...] = ()
    today: int = 0
    figures: tuple[HistoryFigure, ...] = ()
    values: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    days: tuple[int, ...] = ()

    @classmethod
    def of(
        cls,
        daily: Mapping[int, Snapshot],
        marks: Iterable[HistoryMark],
        figures: Sequence[HistoryFigure],
        today: int,
    ) -> SubjectHistory:
        """Return the history of snapshots by day. Takes milliseconds: for a worker."""
        ordered = {day: daily[day] for day in sorted(daily)}
        return cls(
            ordered,
            tuple(sorted(set(marks))),
            today,
            tuple(figures),
            {figure.name: figure.values(ordered) for figure in figures},
            tuple(ordered),
        )

    def __bool__(self) -> bool:
        """Return whether any day is known."""
        return bool(self.daily)

    @property
    def known(self) -> frozenset[str]:
        """Keys of the choices that have a value on at least one day."""
        return frozenset(figure.chip for figure in self.figures if self.values[figure.name])

    def chart(self, chosen: Iterable[str]) -> HistoryData:
        """Return the contents of a chart. Takes milliseconds: for a worker.

        Args:
            chosen: keys of the chosen choices.
        """
        wanted = set(chosen)
        series = [
            figure.series(self.values[figure.name])
            for figure in self.figures
            if figure.chip in wanted
        ]
        return HistoryData.of(series, self.marks, self.today)

    def rows(self, start: int, count: int) -> list[DayRow]:
        """Return days as rows of a table, the newest first.

        Args:
            start: number of the first row, from 0: the newest day.
            count: how many rows at most.
        """
        end = len(self.days) - start
        days = self.days[max(0, end - count) : max(0, end)]
        happened: dict[int, list[HistoryMark]] = {}
        for mark in self.marks:
            happened.setdefault(mark.day, []).append(mark)
        rows = [
            DayRow(day, self.daily[day], {}, tuple(happened.get(day, ()))) for day in reversed(days)
        ]
        for figure in self.figures:
            values = self.values[figure.name]
            known = list(values)
            for row in rows if known and not figure.is_daily else ():
                at = bisect_left(known, row.day) - 1
                if at >= 0:
                    row.before[figure.key] = (values[known[at]], known[at])
        return rows


def change_text(figure: HistoryFigure, change: float | None) -> str:
    """Format an absolute difference; a dash for none or zero."""
    if change is None:
        return NOTHING
    return figure.change_words(abs(change)) if change else NOTHING


def change_tone(figure: HistoryFigure, change: float | None) -> int:
    """Return 1 for a change to the better, -1 to the worse, 0 for neither."""
    if not change:
        return 0
    return figure.is_better if change > 0 else -figure.is_better
