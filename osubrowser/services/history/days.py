"""Days of a history: UTC days since 1970, whatever time zone the computer has."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

DAY: Final = 86_400
"""Seconds of a day."""

_EPOCH = date(1970, 1, 1)


def day_of(at: float) -> int:
    """Return the UTC day of a Unix time in seconds, as a number of days since 1970."""
    return int(at // DAY)


def date_of(day: int) -> date:
    """Return the date of a day."""
    return _EPOCH + timedelta(days=day)


def start_of(day: int) -> int:
    """Return the Unix time in seconds at which a day begins."""
    return day * DAY


def time_of(at: float) -> datetime:
    """Return a Unix time in seconds as a time in UTC."""
    return datetime.fromtimestamp(at, UTC)


def to_unix(at: datetime | None) -> int:
    """Return a time as Unix time in seconds; 0 for None."""
    return 0 if at is None else int(at.timestamp())
