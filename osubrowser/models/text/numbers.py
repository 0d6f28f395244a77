"""Formatting of numbers and durations for table cells, with grouped digits."""

from __future__ import annotations

from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

NOTHING = numerals.NOTHING
"""Cell text for a missing value."""


def whole(value: int | None) -> str:
    """Format an integer: `465,342,303,870`."""
    return NOTHING if value is None else numerals.whole(value)


def figure(value: float | None) -> str:
    """Format a number, with two decimals only if it is not whole."""
    if value is None:
        return NOTHING
    return numerals.whole(value) if value == int(value) else numerals.decimal(value, 2)


def hours(seconds: int | None) -> str:
    """Format a duration as hours and minutes: `2,481 h 14 m`."""
    if seconds is None:
        return NOTHING
    minutes = max(0, seconds) // 60
    return tr("{hours} h {minutes} m").format(
        hours=numerals.whole(minutes // 60), minutes=f"{minutes % 60:02d}"
    )


def counted(count: int, one: str, many: str = "") -> str:
    """Format a number of things: `1 vote`, `2 votes`; `many` is needed for irregular plurals."""
    return f"{numerals.whole(count)} {one if count == 1 else many or f'{one}s'}"
