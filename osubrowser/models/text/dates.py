"""Formatting of dates, times and durations: days, months, minutes, table cells, ages, hours."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS: Final = (
    tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
    tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"),
)  # fmt: skip
_DAY: Final = tr("{day} {month} {year}", "7 Jul 2017")
_SHORT_DAY: Final = tr("{day} {month}", "7 Jul")
_MONTH: Final = tr("{month} {year}", "Jul 2017")
_HOURS: Final = tr("{hours} h {minutes} m")
_MOMENT: Final = tr("{day}, {time}", "7 Jul 2017, 13:05")
# Upper limit and size of each unit, in seconds, and its words.
_LONG_UNITS: Final[tuple[tuple[float, float, Callable[[int], str]], ...]] = (
    (60.0, 1.0, lambda n: tr("%n second(s) ago", "", n)),
    (3600.0, 60.0, lambda n: tr("%n minute(s) ago", "", n)),
    (86_400.0, 3600.0, lambda n: tr("%n hour(s) ago", "", n)),
    (86_400.0 * 31, 86_400.0, lambda n: tr("%n day(s) ago", "", n)),
    (86_400.0 * 365, 86_400 * 30.44, lambda n: tr("%n month(s) ago", "", n)),
    (float("inf"), 86_400 * 365.25, lambda n: tr("%n year(s) ago", "", n)),
)
_SHORT_UNITS: Final[tuple[tuple[float, float, Callable[[int], str]], ...]] = (
    (3600.0, 60.0, lambda n: tr("{count} min ago").format(count=numerals.whole(n))),
    (86_400.0, 3600.0, lambda n: tr("{count} h ago").format(count=numerals.whole(n))),
    (float("inf"), 86_400.0, lambda n: tr("{count} d ago").format(count=numerals.whole(n))),
)


def day(moment: date | None) -> str:
    """Format a day: `7 Jul 2017`; "" for None. A datetime is formatted in its own time zone."""
    if moment is None:
        return ""
    return _DAY.format(day=moment.day, month=_MONTHS[moment.month - 1], year=moment.year)


def month(moment: date | None) -> str:
    """Format a month: `Jul 2017`; "" for None."""
    if moment is None:
        return ""
    return _MONTH.format(month=_MONTHS[moment.month - 1], year=moment.year)


def minute(moment: datetime | None) -> str:
    """Format a datetime to the minute, in UTC: `7 Jul 2017, 13:05 UTC`; "" for None."""
    return "" if moment is None else tr("{moment} UTC").format(moment=minute_cell(moment))


def second(moment: datetime | None) -> str:
    """Format a datetime to the second, in UTC, for tooltips; "" for None."""
    if moment is None:
        return ""
    text = _MOMENT.format(day=day_cell(moment), time=f"{in_utc(moment):%H:%M:%S}")
    return tr("{moment} UTC").format(moment=text)


def exact(moment: datetime | None) -> str | None:
    """Return a datetime in ISO 8601, for records; None for None."""
    return None if moment is None else moment.isoformat()


def day_cell(moment: datetime | None) -> str:
    """Format the UTC day of a datetime for a table cell: `9 Apr 2020`."""
    return day(in_utc(moment)) if moment is not None else NOTHING


def minute_cell(moment: datetime | None) -> str:
    """Format a datetime to the minute for a table cell, in UTC: `9 Apr 2020, 18:05`."""
    if moment is None:
        return NOTHING
    return _MOMENT.format(day=day_cell(moment), time=f"{in_utc(moment):%H:%M}")


def local_day(at: float) -> str:
    """Format the day of a POSIX timestamp in local time: `7 Jul 2017`; "" for 0."""
    local = _local(at)
    return day(local) if local else _without(at)


def local_minute(at: float) -> str:
    """Format a POSIX timestamp to the minute, in local time: `9 Apr 2020, 18:05`; "" for 0.

    A time that the system cannot convert is formatted as a dash.
    """
    local = _local(at)
    return _MOMENT.format(day=day(local), time=f"{local:%H:%M}") if local else _without(at)


def local_moment(at: float) -> str:
    """Format a POSIX timestamp of the last months, in local time: `9 Apr, 18:05`; "" for 0."""
    local = _local(at)
    if local is None:
        return _without(at)
    text = _SHORT_DAY.format(day=local.day, month=_MONTHS[local.month - 1])
    return _MOMENT.format(day=text, time=f"{local:%H:%M}")


def _local(at: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(at).astimezone() if at > 0 else None
    except (OverflowError, OSError, ValueError):
        return None


def _without(at: float) -> str:
    return NOTHING if at > 0 else ""


def sort_key(moment: datetime | None) -> float | None:
    """Return the POSIX timestamp of a datetime, to sort by; None for None."""
    return moment.timestamp() if moment is not None else None


def in_utc(moment: datetime) -> datetime:
    """Convert a datetime to UTC; one that would leave the supported range is returned unchanged."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment


def ago(moment: datetime | float | None, now: datetime | float, *, is_short: bool = False) -> str:
    """Format the age of a moment: `3 days ago`, or `3 d ago` if `is_short`; "" for None.

    Args:
        moment: a datetime, or a POSIX timestamp.
        now: the current time, of either type.
        is_short: abbreviate units; the largest is the day, and `just now` covers a minute.
    """
    if moment is None:
        return ""
    if isinstance(moment, datetime) and isinstance(now, datetime):
        seconds = (now - moment).total_seconds()  # `timestamp` overflows in year 1
    else:
        seconds = _timestamp(now) - _timestamp(moment)
    if seconds < (60 if is_short else 5):
        return tr("just now")
    for limit, unit, words in _SHORT_UNITS if is_short else _LONG_UNITS:
        if seconds < limit:
            return words(max(1, int(seconds / unit)))
    return ""


def seen_ago(seen_at: float | None, now: float | None = None) -> str:
    """Format the age of cached data as a suffix of a status: ` · seen 3 h ago`; "" for None.

    Args:
        seen_at: POSIX timestamp at which the data was received; None for fresh data.
        now: POSIX timestamp; None for the current time.
    """
    if seen_at is None:
        return ""
    age = ago(seen_at, time.time() if now is None else now, is_short=True)
    return " · " + tr("seen {age}").format(age=age)


def hours(seconds: int | None) -> str:
    """Format a duration as hours and minutes: `2,481 h 14 m`; a dash for None."""
    if seconds is None:
        return NOTHING
    whole_hours, minutes = divmod(max(0, seconds) // 60, 60)
    return _HOURS.format(hours=numerals.whole(whole_hours), minutes=f"{minutes:02d}")


def _timestamp(moment: datetime | float) -> float:
    return moment.timestamp() if isinstance(moment, datetime) else moment
