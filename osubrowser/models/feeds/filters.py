"""Filters of a list: their declarations, and normalisation of their values in a place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from osubrowser.services.places.places import ListPlace
from osubrowser.services.text.plain import plain

_LONGEST: Final = 200
_DAY: Final = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?\Z")
_YES: Final = frozenset({"1", "on", "true", "yes"})
_CLOCK: Final = re.compile(r"([0-9]{1,4}):([0-5][0-9])\Z")
_NUMBER: Final = re.compile(r"[0-9]{1,15}\Z")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values.

    Attributes:
        name: parameter of the address.
        label: accessible name.
        choices: value and label of each; the first is the default, and left out of the address.
        is_menu: shown as a menu that can be searched, not as pills.
    """

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    is_menu: bool = False

    def fit(self, value: str) -> str:
        """Return a value as normalised; "" for an unknown one, and for the default."""
        known = dict(self.choices[1:])
        return value if value in known else ""


@dataclass(frozen=True, slots=True)
class Several:
    """Any number of several values, joined by dots; none means all.

    Attributes:
        name: parameter of the address, which ends with `[]`.
        label: accessible name, and label of the button without a choice.
        choices: value and label of each; values have no dots.
    """

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]

    def fit(self, value: str) -> str:
        """Return the known values, in their order."""
        wanted = frozenset(value.split("."))
        return ".".join(key for key, _ in self.choices if key in wanted)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; the default is no.

    Attributes:
        name: parameter of the address, whose value is `1`.
        label: text of the pill.
        tip: tooltip; "" for none.
    """

    name: str
    label: str
    tip: str = ""

    def fit(self, value: str) -> str:
        """Return `1` for yes, in any spelling of the website; else ""."""
        return "1" if value.strip().lower() in _YES else ""


@dataclass(frozen=True, slots=True)
class Words:
    """Text, which Return submits.

    Attributes:
        name: parameter of the address.
        label: accessible name.
        hint: text of the empty field.
        tip: tooltip; "" for none.
        width: of the field in pixels; 0 for that of most.
    """

    name: str
    label: str
    hint: str
    tip: str = ""
    width: int = 0

    def fit(self, value: str) -> str:
        """Return a value without control characters, of at most 200 characters."""
        return plain(value, _LONGEST).strip()


@dataclass(frozen=True, slots=True)
class Number(Words):
    """Number, such as an id."""

    def fit(self, value: str) -> str:
        """Return a number from 1 of at most 15 digits; "" for any other text."""
        digits = value.strip().removeprefix("#")
        return str(int(digits)) if _NUMBER.match(digits) and int(digits) else ""


@dataclass(frozen=True, slots=True)
class Duration(Number):
    """Number of seconds, which may be written as minutes and seconds: `3:20`."""

    def fit(self, value: str) -> str:
        """Return the seconds from 1; "" for any other text."""
        found = _CLOCK.match(value.strip())
        seconds = str(60 * int(found[1]) + int(found[2])) if found is not None else value
        return Number.fit(self, seconds)


@dataclass(frozen=True, slots=True)
class Day(Words):
    """Date: `2026`, `2026-11` or `2026-11-30`."""

    def fit(self, value: str) -> str:
        """Return a date; "" for any other text, and for a day that does not exist."""
        day = value.strip()
        return day if _DAY.match(day) and first_moment(day) is not None else ""


def first_moment(day: str) -> datetime | None:
    """Return the start of a day, a month or a year, in UTC; None for no such day.

    Args:
        day: as `Day` normalises it.
    """
    year, month, number = ([int(part) for part in day.split("-") if part] + [1, 1])[:3]
    try:
        return datetime(year, month, number, tzinfo=UTC)
    except ValueError:
        return None


def last_moment(day: str) -> datetime | None:
    """Return the last second of a day, a month or a year, in UTC; None for no such day.

    Args:
        day: as `Day` normalises it.
    """
    start = first_moment(day)
    if start is None:
        return None
    try:
        match day.count("-"):
            case 0:
                after = start.replace(year=start.year + 1)
            case 1:
                after = (start + timedelta(days=31)).replace(day=1)
            case _:
                after = start + timedelta(days=1)
    except (OverflowError, ValueError):
        return None
    return after - timedelta(seconds=1)


Filter = Choice | Several | Flag | Words
"""Filter of a list."""


def valid_values(filters: Sequence[Filter], place: ListPlace) -> dict[str, str]:
    """Return the normalised values of a place: a value for each filter, "" for the default."""
    query = dict(place.query)
    return {one.name: one.fit(query.get(one.name, "")) for one in filters}


def place_with(kind: str, values: Mapping[str, str]) -> ListPlace:
    """Return the place of a list with the values of its filters."""
    return ListPlace(kind, tuple(sorted((name, value) for name, value in values.items() if value)))
