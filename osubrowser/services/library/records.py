"""File records of bookmarks and visits: decoding, validation, encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from osubrowser.services.places.places import AppPlace, ReplayPlace, WelcomePlace
from osubrowser.services.places.urls import HOME, address, parse
from osubrowser.services.settings.schema import is_server
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST_TITLE = 300  # characters
LATEST = 4102444800.0  # the year 2100 as Unix time; later times are invalid

T = TypeVar("T")


def read_entries(
    values: object,
    origins: tuple[str, ...] | None,
    most: int,
    build: Callable[[str, str, Mapping[str, object]], T],
) -> tuple[list[T], int]:
    """Return the entries of decoded JSON, unique by address, and the number of skipped ones.

    Args:
        values: any decoded JSON; a list is expected.
        origins: servers whose addresses are accepted besides the website's; None for all.
        most: maximum number of entries to read.
        build: returns an entry for an address, a title and the JSON object.
    """
    entries = values if isinstance(values, list) else []
    found: dict[str, T] = {}
    skipped = max(len(entries) - most, 0) + (values is not None and entries is not values)
    for given in entries[:most]:
        where = known_address(given, origins)
        if where is None or where in found:
            skipped += 1
            continue
        title = given.get("title")
        shown = one_line(title) if isinstance(title, str) else ""
        found[where] = build(where, shown or where, given)
    return list(found.values()), skipped


def as_bytes(values: Mapping[str, object]) -> bytes:
    """Return values encoded as indented JSON. Takes milliseconds for thousands of entries.

    Args:
        values: numbers, strings, and sequences of dataclasses.
    """
    from msgspec import json

    return json.format(json.encode(values), indent=1)


def known_address(given: Any, origins: tuple[str, ...] | None) -> str | None:  # noqa: ANN401
    """Return the normalised address of an entry; None if it is not the address of a place."""
    text = given.get("address") if isinstance(given, dict) else None
    if not isinstance(text, str):
        return None
    scheme, mark, rest = text.partition("://")
    origin = f"{scheme}{mark}{rest.partition('/')[0]}"
    is_known = is_server(origin) if origins is None else origin in origins
    if not is_known:
        origin = HOME
    place = parse(text, origins=(origin,)) if mark or text.startswith("osubrowser:") else None
    is_entry = place is not None and not isinstance(place, WelcomePlace | AppPlace | ReplayPlace)
    return address(place, origin) if place is not None and is_entry else None


def moment(value: object) -> float:
    """Return a time in decoded JSON as Unix time in seconds; 0 if it is invalid."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return 0.0
    return float(value) if 0 <= value <= LATEST else 0.0


def one_line(text: str) -> str:
    """Return a title as one line of plain text, at most 300 characters long."""
    return plain(text, LONGEST_TITLE).strip()
