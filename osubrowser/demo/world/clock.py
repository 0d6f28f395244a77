"""Time of the world: formats of the API, seconds since launch, date lookup tables."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
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


def seconds(moment: datetime) -> int:
    """Return a time as seconds since launch."""
    return int((moment - LAUNCH).total_seconds())


class Timeline:
    """Sampled lookup table from a time to the number of items that existed by then.

    Args:
        date_of: when the thing with a number came; later numbers came later.
        count: how many things there are.
        step: the distance of the samples: answers are rounded down to it.
    """

    def __init__(self, date_of: Callable[[int], datetime], count: int, step: int) -> None:
        self._step = step
        self._samples = array("I", (max(0, seconds(date_of(n))) for n in range(0, count, step)))

    def there(self, second: int) -> int:
        """Return a number below which all items existed at a second (of `seconds`)."""
        return max(1, (bisect_right(self._samples, second) - 1) * self._step)
