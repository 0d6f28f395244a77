"""Conditions of a search text: ranges, text patterns and free text."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from osubrowser.api.beatmap_query import Bounds, parse_beatmap_query

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of a text, case-folded and without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def folded(*texts: str) -> str:
    """Return the words of texts, separated and enclosed by spaces."""
    return " ".join(("", *(word for text in texts for word in words(text)), ""))


def has_word(text: str, word: str) -> bool:
    """Return whether a folded text contains a word; a substring outside ASCII."""
    return f" {word} " in text if word.isascii() else word in text


def begins_word(text: str, word: str) -> bool:
    """Return whether a folded text contains a prefix; a substring outside ASCII."""
    return f" {word}" in text if word.isascii() else word in text


class Wanted(NamedTuple):
    """Text pattern of an option: words, or a phrase. Without words nothing matches."""

    words: tuple[str, ...]
    phrase: bool
    """Whether the words must stand together in this order."""

    @classmethod
    def of(cls, text: str) -> Wanted:
        """Return the pattern of an option's text: a phrase if it is in quotes."""
        phrase = len(text) > 2 and text.startswith('"') and text.endswith('"')
        return cls(tuple(words(text)), phrase)

    def in_text(self, text: str) -> bool:
        """Return whether a folded text matches."""
        if self.phrase:
            return bool(self.words) and f" {' '.join(self.words)} " in text
        return bool(self.words) and all(has_word(text, word) for word in self.words)


class Range(NamedTuple):
    """Half-open range: from `low` on and below `high`."""

    low: float = -math.inf
    high: float = math.inf


@dataclass
class Query:
    """Conditions of a search."""

    text: str = ""
    """The keywords."""
    ranges: dict[str, Range] = field(default_factory=dict)
    """By name: stars, ar, cs, od, drain, bpm, length, circles, sliders, keys, favourites, status,
    submitted, ranked, updated."""
    texts: dict[str, Wanted] = field(default_factory=dict)
    """By name: artist, title, source, creator, difficulty."""
    names: dict[str, str] = field(default_factory=dict)
    """The values of `texts` as they were written."""
    tags: list[str] = field(default_factory=list)
    featured_artist: int | None = None

    @property
    def words(self) -> list[str]:
        """The words of the text."""
        return words(self.text)

    @property
    def seeks_text(self) -> bool:
        """Whether the best fit comes first unless another order is asked for."""
        return bool(self.text) or any(
            name in self.texts for name in ("artist", "creator", "title", "source")
        )


_RANGES = {
    "stars": "stars",
    "ar": "ar",
    "cs": "cs",
    "od": "od",
    "dr": "drain",
    "bpm": "bpm",
    "length": "length",
    "circles": "circles",
    "sliders": "sliders",
    "keys": "keys",
    "favourites": "favourites",
    "status": "status",
    "created": "submitted",
    "ranked": "ranked",
    "updated": "updated",
}
"""Columns by option; `divisor` has none, as on the server."""
_DATES = frozenset(("created", "ranked", "updated"))


def parse(text: str, now: datetime) -> Query:
    """Parse a search field.

    Args:
        now: the time that dates such as `yesterday` count from.
    """
    parsed = parse_beatmap_query(text, now)
    query = Query(parsed.keywords or "")
    for name, option in parsed.options.items():
        match option:
            case dict() if name in _RANGES:
                query.ranges[_RANGES[name]] = _range(option, 1_000 if name in _DATES else 1)
            case str():
                query.texts[name], query.names[name] = Wanted.of(option), option
            case list():
                query.tags += [tag for tag in option if tag is not None]
            case int():
                query.featured_artist = option
    return query


def _range(bounds: Bounds, scale: int) -> Range:
    """Return bounds as a half-open range, in the unit of a column."""
    get = {name: bound / scale for name, bound in bounds.items()}.get
    low = max(get("gte", -math.inf), _next(get("gt", -math.inf)))
    return Range(low, min(get("lt", math.inf), _next(get("lte", math.inf))))


def _next(value: float) -> float:
    return value if math.isinf(value) else math.nextafter(value, math.inf)
