"""How figures and times are written in a table: exactly, with their digits grouped."""

from __future__ import annotations

NOTHING = "–"
"""What a cell says where osu! sent no figure."""


def whole(value: int | None) -> str:
    """Write a whole number with its digits in groups: `465,342,303,870`."""
    return NOTHING if value is None else f"{value:,}"


def figure(value: float | None) -> str:
    """Write a figure as exactly as it came: grouped, with decimals only where it has some."""
    if value is None:
        return NOTHING
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def hours(seconds: int | None) -> str:
    """Write a time in play as hours and minutes: `2,481 h 14 m`."""
    if seconds is None:
        return NOTHING
    minutes = max(0, seconds) // 60
    return f"{minutes // 60:,} h {minutes % 60:02d} m"
