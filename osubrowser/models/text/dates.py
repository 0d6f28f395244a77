"""How days and times are written: exactly, and how long ago."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS: Final = (
    (60, 1, "second"),
    (3600, 60, "minute"),
    (86400, 3600, "hour"),
    (86400 * 31, 86400, "day"),
    (86400 * 365, 86400 * 30.44, "month"),
    (float("inf"), 86400 * 365.25, "year"),
)


def day(moment: date | None) -> str:
    """Write a day: `7 Jul 2017`; "" for none. Moments are taken as they are, in their zone."""
    if moment is None:
        return ""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def month(moment: date | None) -> str:
    """Write a month: `Jul 2017`; "" for none."""
    return "" if moment is None else f"{_MONTHS[moment.month - 1]} {moment.year}"


def minute(moment: datetime | None) -> str:
    """Write a moment to the minute, in UTC: `7 Jul 2017, 13:05 UTC`; "" for none."""
    if moment is None:
        return ""
    utc = in_utc(moment)
    return f"{day(utc)}, {utc:%H:%M} UTC"


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; the first and the last hours that there are stay in their zone."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment


def ago(moment: datetime | None, now: datetime) -> str:
    """Write how long before `now` a moment was: `3 days ago`; "" for none."""
    if moment is None:
        return ""
    seconds = max(0.0, (now - moment).total_seconds())
    if seconds < 5:
        return "just now"
    for limit, unit, word in _STEPS:
        count = max(1, int(seconds / unit))
        if seconds < limit:
            return f"{count} {word}{'s' if count > 1 else ''} ago"
    return ""
