"""Formatting of numbers for table cells, with grouped digits."""

from __future__ import annotations

from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole


def figure(value: float | None) -> str:
    """Format a number, with two decimals only if it is not whole."""
    if value is None:
        return NOTHING
    return numerals.whole(value) if value == int(value) else numerals.decimal(value, 2)


def counted(count: int, one: str, many: str = "") -> str:
    """Format a number of things: `1 vote`, `2 votes`; `many` is needed for irregular plurals."""
    return f"{numerals.whole(count)} {one if count == 1 else many or f'{one}s'}"


__all__ = ["NOTHING", "counted", "figure", "whole"]
