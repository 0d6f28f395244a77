"""Filters of the beatmap listing as parameters of its URL: known names, valid values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from osubrowser.services.text.plain import plain

CATEGORIES: Final = (
    "any",
    "leaderboard",
    "ranked",
    "qualified",
    "loved",
    "favourites",
    "pending",
    "wip",
    "graveyard",
    "mine",
)
"""Values of `s`; `leaderboard` is the default: ranked, approved and loved."""
GENRES: Final = (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14)
"""Values of `g`."""
LANGUAGES: Final = tuple(range(1, 15))
"""Values of `l`."""
GENERAL: Final = ("recommended", "converts", "follows", "spotlights", "featured_artists")
"""Values of `c`, which can be combined."""
EXTRA: Final = ("video", "storyboard")
"""Values of `e`, which can be combined."""
GRADES: Final = ("XH", "X", "SH", "S", "A", "B", "C", "D")
"""Values of `r`, which can be combined."""
PLAYED: Final = ("played", "unplayed")
"""Values of `played`."""
SORT_FIELDS: Final = (
    "title",
    "artist",
    "creator",
    "difficulty",
    "ranked",
    "updated",
    "rating",
    "plays",
    "favourites",
    "nominations",
    "relevance",
)
"""Fields of `sort`."""
DIRECTIONS: Final = ("desc", "asc")
LONGEST_TEXT: Final = 500
"""Characters of the search text."""

_MODE_NUMBERS: Final = ("0", "1", "2", "3")
_LEGACY_CATEGORIES: Final = {
    "0": "ranked",
    "2": "favourites",
    "3": "qualified",
    "4": "pending",
    "5": "graveyard",
    "6": "mine",
    "7": "any",
    "8": "loved",
}
_SEPARATORS: Final = re.compile(r"[.,+ ]+")

Filters = tuple[tuple[str, str], ...]
"""Parameters with a value, in the order of `PARAMETERS`."""


def valid_filters(parameters: Iterable[tuple[str, str]]) -> Filters:
    """Return the known parameters with a valid value, normalised; others are left out.

    Args:
        parameters: names and values of the website; several genres or languages are joined by
            dots, which the website does not read.
    """
    given = {name.removesuffix("[]"): value for name, value in parameters}
    if "q" not in given and "query" in given:
        given["q"] = given["query"]
    found = ((name, read(given.get(name, ""))) for name, read in PARAMETERS.items())
    return tuple((name, value) for name, value in found if value)


def legacy_filters(parameters: Mapping[str, str]) -> Filters:
    """Return the filters of the listing of the old website, `/p/beatmaplist`."""
    given = dict(parameters)
    status = given.pop("r", "")
    if status.isdecimal():
        given["s"] = status
    elif status:
        given["r"] = status
    if "la" in given:
        given["l"] = given["la"]
    return valid_filters(given.items())


def _text(value: str) -> str:
    # The length of a text of the search field is bounded before it is cleaned up.
    cut = "".join(
        " " if one.isspace() and one != "\u3000" else one for one in value[: 4 * LONGEST_TEXT]
    )
    kept = "".join(one for one in cut if one == " " or plain(one))
    return kept.strip()[:LONGEST_TEXT].strip()


def _mode(value: str) -> str:
    return value if value in _MODE_NUMBERS else ""


def _category(value: str) -> str:
    name = _LEGACY_CATEGORIES.get(value, value.lower())
    return name if name in CATEGORIES and name != "leaderboard" else ""


def _numbers(known: tuple[int, ...]) -> Callable[[str], str]:
    def read(value: str) -> str:
        given = _SEPARATORS.split(value)
        return ".".join(str(number) for number in known if str(number) in given)

    return read


def _names(known: tuple[str, ...]) -> Callable[[str], str]:
    folded = {name.casefold(): name for name in known}

    def read(value: str) -> str:
        given = {folded.get(name.casefold()) for name in _SEPARATORS.split(value)}
        return ".".join(name for name in known if name in given)

    return read


def _explicit(value: str) -> str:
    return {"true": "true", "1": "true", "false": "false", "0": "false"}.get(value.lower(), "")


def _played(value: str) -> str:
    return value.lower() if value.lower() in PLAYED else ""


def _sort(value: str) -> str:
    field, _, direction = value.lower().partition("_")
    if field not in SORT_FIELDS:
        return ""
    return f"{field}_{direction if direction in DIRECTIONS else DIRECTIONS[0]}"


PARAMETERS: Final[dict[str, Callable[[str], str]]] = {
    "q": _text,
    "m": _mode,
    "s": _category,
    "g": _numbers(GENRES),
    "l": _numbers(LANGUAGES),
    "c": _names(GENERAL),
    "e": _names(EXTRA),
    "nsfw": _explicit,
    "r": _names(GRADES),
    "played": _played,
    "sort": _sort,
}
"""Functions from a value to its normal form by parameter; "" for the default or an invalid one."""
