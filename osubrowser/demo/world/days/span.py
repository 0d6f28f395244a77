"""Limit of the number of earlier days of a world."""

from __future__ import annotations

MOST_DAYS = 400
"""How many days before today a world can have."""


def parse_days(text: str) -> int:
    """Return a number of days as it is written on a command line.

    Raises:
        ValueError: it is no number from 1 to `MOST_DAYS`.
    """
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_DAYS):
        raise ValueError(f"{text!r} is not a number of days from 1 to {MOST_DAYS}")
    return int(text)
