"""File records of bookmarks and visits: reading, checks, clean-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from osubrowser.services.places.places import WelcomePlace
from osubrowser.services.places.urls import HOME, address, parse
from osubrowser.services.settings.schema import is_server

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST_TITLE = 300  # characters
LATEST = 4102444800.0  # 2100: no time in a file is later

T = TypeVar("T")


def read_entries(
    values: object,
    origins: tuple[str, ...] | None,
    most: int,
    build: Callable[[str, str, Mapping[str, object]], T],
) -> tuple[list[T], int]:
    """Return what is in a file's list, and how many entries were none; no address is there twice.

    Args:
        values: anything.
        origins: the servers whose addresses are taken beside the website's; None for all.
        most: how many entries are looked at.
        build: makes one of an address, a title and the entry.
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
    """Return what is written to a file. On a worker; thousands of entries take milliseconds.

    Args:
        values: numbers, texts, and entries, which are dataclasses.
    """
    from msgspec import json

    return json.format(json.encode(values), indent=1)


def known_address(given: Any, origins: tuple[str, ...] | None) -> str | None:  # noqa: ANN401
    """Return the one spelling of an entry's address; None if it is no place that we know."""
    text = given.get("address") if isinstance(given, dict) else None
    if not isinstance(text, str):
        return None
    scheme, mark, rest = text.partition("://")
    origin = f"{scheme}{mark}{rest.partition('/')[0]}"
    is_known = is_server(origin) if origins is None else origin in origins
    if not is_known:
        origin = HOME
    place = parse(text, origins=(origin,)) if mark else None
    return None if place is None or isinstance(place, WelcomePlace) else address(place, origin)


def moment(value: object) -> float:
    """Return a time of a file in seconds since 1970; 0 for what is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return 0.0
    return float(value) if 0 <= value <= LATEST else 0.0


def one_line(text: str) -> str:
    """Return a title as it can be shown: one line, not too long, nothing that turns its way."""
    return plain(" ".join(text[: LONGEST_TITLE * 4].split()))[:LONGEST_TITLE].strip()


def plain(text: str) -> str:
    """Return a text without what cannot be shown."""
    if text.isprintable():  # nearly always: costs next to nothing
        return text
    return "".join(sign for sign in text if sign.isprintable())
