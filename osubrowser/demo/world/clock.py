"""The embedded osu!'s time: a fixed now, and the spellings of times in the API."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

LAUNCH = datetime(2007, 9, 16, tzinfo=UTC)
"""When osu! opened: nothing is older."""


def this_hour() -> datetime:
    """Return the start of the current hour (UTC), so that a world stays the same for a while."""
    return datetime.now(UTC).replace(minute=0, second=0, microsecond=0)


def offset_form(moment: datetime) -> str:
    """Return a time with its offset: `2026-07-04T00:47:40+00:00`."""
    return moment.isoformat(timespec="seconds")


def zulu_form(moment: datetime) -> str:
    """Return a time with a Z: `2026-07-04T00:47:40Z`."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def month_start(day: date, months_back: int) -> date:
    """Return the first day of the month that lies this many months before the one of `day`."""
    index = day.year * 12 + day.month - 1 - months_back
    return date(index // 12, index % 12 + 1, 1)


def before(moment: datetime, seconds: float) -> datetime:
    """Return the time this many seconds earlier."""
    return moment - timedelta(seconds=seconds)
