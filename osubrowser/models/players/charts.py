"""Data of the charts of a profile: a value and a label for each day or month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from osubrowser.models.text.dates import day, month

if TYPE_CHECKING:
    from osubrowser.api.entities.users import (
        RankHistory,
        UserMonthlyPlaycount,
        UserReplaysWatchedCount,
    )

_MOST_DAYS: Final = 1000
"""Days of a chart: osu! tells 90."""
_MOST_MONTHS: Final = 1200
"""Months of a chart: a wrong year of the server's must not make one of thousands of years."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """Points of one curve, the oldest first.

    Attributes:
        labels: the day or month of each point.
        values: None where there is none.
        words: each value as it is read; never empty.
    """

    labels: tuple[str, ...] = ()
    values: tuple[float | None, ...] = ()
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to draw."""
        return any(value is not None for value in self.values)


def rank_chart(history: RankHistory | None, today: date) -> ChartData:
    """Return the global rank of each day; None for a day without a rank.

    Args:
        history: `rank_history` of a profile: its last value is of `today`.
        today: the day of the answer, in UTC.
    """
    ranks = history.data[-_MOST_DAYS:] if history is not None else []
    count = len(ranks)
    return ChartData(
        tuple(day(today - timedelta(days=count - 1 - n)) for n in range(count)),
        tuple(float(rank) if rank > 0 else None for rank in ranks),
        tuple(f"#{rank:,}" if rank > 0 else "no rank" for rank in ranks),
    )


def month_chart(
    counts: Iterable[UserMonthlyPlaycount | UserReplaysWatchedCount] | None, one: str, many: str
) -> ChartData:
    """Return the count of each month; those without, which osu! omits, are filled in.

    Args:
        counts: as a profile has them, in any order.
        one, many: what is counted: `play` and `plays`.
    """
    known: dict[int, int] = {}
    for entry in counts or ():
        if entry.start_date is not None:
            number = entry.start_date.year * 12 + entry.start_date.month - 1
            known[number] = known.get(number, 0) + entry.count
    if not known:
        return ChartData()
    last = max(known)
    numbers = range(max(min(known), last - _MOST_MONTHS + 1), last + 1)
    values = [known.get(number, 0) for number in numbers]
    return ChartData(
        tuple(month(date(number // 12, number % 12 + 1, 1)) for number in numbers),
        tuple(float(value) for value in values),
        tuple(f"{value:,} {one if value == 1 else many}" for value in values),
    )
