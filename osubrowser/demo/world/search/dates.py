"""Dates in searches: a year, a month, a day or a moment, as a stretch of time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_DATE = re.compile(r"(\d{4})(?:[-./]?(\d{1,2})(?:[-./]?(\d{1,2}))?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")


def period(text: str) -> tuple[float, float] | None:
    """Return when the time that a text names begins and ends, in seconds since 1970.

    Returns:
        None if it names none.
    """
    match = _COMPACT.fullmatch(text) or _DATE.fullmatch(text)
    try:
        if match:
            return _calendar(int(match[1]), match[2], match[3])
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    start = moment.timestamp()
    return start, start + 1


def _calendar(year: int, month: str | None, day: str | None) -> tuple[float, float]:
    start = datetime(year, int(month or 1), int(day or 1), tzinfo=UTC)
    if day is not None:
        end = start + timedelta(days=1)
    elif month is not None:
        end = datetime(year + start.month // 12, start.month % 12 + 1, 1, tzinfo=UTC)
    else:
        end = datetime(year + 1, 1, 1, tzinfo=UTC)
    return start.timestamp(), end.timestamp()
