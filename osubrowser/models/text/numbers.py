"""Formatting of numbers and durations for table cells, with grouped digits."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.translation import tr

_HOURS: Final = tr("{hours} h {minutes} m")
_MINUTES: Final = tuple(f"{minute:02d}" for minute in range(60))


def figure(value: float | None) -> str:
    """Format a number, with two decimals only if it is not whole."""
    if value is None:
        return NOTHING
    return numerals.whole(value) if value == int(value) else numerals.decimal(value, 2)


def hours(seconds: int | None) -> str:
    """Format a duration as hours and minutes: `2,481 h 14 m`."""
    if seconds is None:
        return NOTHING
    whole_hours, minutes = divmod(max(0, seconds) // 60, 60)
    return _HOURS.replace("{hours}", whole(whole_hours)).replace("{minutes}", _MINUTES[minutes])


def counted(count: int, one: str, many: str = "") -> str:
    """Format a number of things: `1 vote`, `2 votes`; `many` is needed for irregular plurals."""
    return f"{numerals.whole(count)} {one if count == 1 else many or f'{one}s'}"


__all__ = ["NOTHING", "counted", "figure", "hours", "whole"]
