"""How moments are written in the cells of a list, and what they are sorted by."""

from __future__ import annotations

from datetime import datetime

from osubrowser.models.text import dates
from osubrowser.models.text.numbers import NOTHING


def day(moment: datetime | None) -> str:
    """Write the day (UTC) on which a moment lies: `9 Apr 2020`."""
    return dates.day(dates.in_utc(moment)) if moment is not None else NOTHING


def minute(moment: datetime | None) -> str:
    """Write a moment to the minute (UTC): `9 Apr 2020, 18:05`."""
    return f"{day(moment)}, {dates.in_utc(moment):%H:%M}" if moment is not None else NOTHING


def exactly(moment: datetime | None) -> str:
    """Write a moment to the second (UTC), for tooltips; "" for none."""
    if moment is None:
        return ""
    return f"{day(moment)}, {dates.in_utc(moment):%H:%M:%S} UTC"


def order(moment: datetime | None) -> float | None:
    """Return what moments are sorted by; None for none."""
    return moment.timestamp() if moment is not None else None
