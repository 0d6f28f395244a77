"""Columns and export records of the days of a history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from osubrowser.models.history.figures import change_text, change_tone
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.text.dates import day, minute
from osubrowser.services.history.days import date_of, time_of
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.history.figures import DayRow, HistoryFigure
    from osubrowser.models.history.series import HistoryMark
    from osubrowser.models.table.column import Record, Row


def day_columns(figures: Sequence[HistoryFigure]) -> tuple[Column[DayRow], ...]:
    """Return the columns of the days of a history: each figure with its change, and events."""
    columns: list[Column[DayRow]] = [
        Column(
            "day",
            tr("Day", "of a history"),
            110,
            CellKind.DATE,
            text=lambda row, _: day(date_of(row.day)),
            sort=lambda row, _: row.day,
            tooltip=lambda row: tr("seen {when}").format(when=minute(time_of(row.snapshot.at))),
            description=tr("Days in UTC; the values are the last ones that were seen on the day"),
        )
    ]
    for figure in figures:
        columns += _figure_columns(figure)
    columns.append(
        Column(
            "events",
            tr("Events", "of a day"),
            220,
            CellKind.TEXT,
            text=lambda row, _: ", ".join(mark.text for mark in row.marks),
            tooltip=lambda row: "\n".join(mark.text for mark in row.marks),
        )
    )
    return tuple(columns)


def _figure_columns(figure: HistoryFigure) -> list[Column[DayRow]]:
    """Return the columns of a figure: its value and its change."""

    def value(row: DayRow) -> float | None:
        return figure.value(row.snapshot.figures)

    def text(row: DayRow, _number: int) -> str:
        known = value(row)
        return NOTHING if known is None else figure.words(known)

    def change(row: DayRow, _number: int) -> str:
        return change_text(figure, row.change(figure))

    def since(row: DayRow) -> str:
        before = row.before.get(figure.key)
        if before is None or value(row) is None:
            return ""
        return tr("since {day}: {value}").format(
            day=day(date_of(before[1])), value=figure.words(before[0])
        )

    if figure.is_daily:
        return []  # the change of the count says it
    return [
        Column(
            figure.key,
            figure.label,
            112,
            CellKind.NUMBER,
            text=text,
            sort=lambda row, _: value(row),
            shown=figure.is_shown,
        ),
        Column(
            f"{figure.key}_change",
            tr("{figure}, change").format(figure=figure.label),
            104,
            CellKind.CHANGE,
            text=change,
            sort=lambda row, _: row.change(figure),
            tone=lambda row: change_tone(figure, row.change(figure)),
            tooltip=since,
            shown=figure.is_change_shown,
            description=tr("Difference from the last day before that is known"),
        ),
    ]


def event_columns() -> tuple[Column[HistoryMark], ...]:
    """Return the columns of the events of a history."""
    return (
        Column(
            "day",
            tr("Day", "of a history"),
            110,
            CellKind.DATE,
            text=lambda mark, _: day(date_of(mark.day)),
            sort=lambda mark, _: mark.day,
        ),
        Column(
            "event",
            tr("Event", "of a history"),
            560,
            CellKind.TEXT,
            text=lambda mark, _: mark.text,
            sort=lambda mark, _: mark.text,
            tooltip=lambda mark: mark.text,
        ),
    )


def event_record(row: Row[HistoryMark]) -> Record:
    """Return the exact values of an event, for JSON."""
    return {"day": date_of(row.item.day).isoformat(), "event": row.item.text}


def day_record(row: Row[DayRow]) -> Record:
    """Return the exact values of a day, for JSON."""
    item = row.item
    return {
        "day": date_of(item.day).isoformat(),
        "seen_at": time_of(item.snapshot.at).isoformat(),
        **item.snapshot.figures,
        "events": ", ".join(mark.text for mark in item.marks),
    }
