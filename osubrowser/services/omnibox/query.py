"""Parser of address bar input: link, id, name, ranking, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from osubrowser.services.library.records import one_line
from osubrowser.services.places.places import (
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    ScorePlace,
    UserPlace,
)
from osubrowser.services.places.ranking_query import is_plainly_ranking, rankings_by
from osubrowser.services.places.replay_files import replay_place
from osubrowser.services.places.urls import HOME, parse

if TYPE_CHECKING:
    from collections.abc import Collection

    from osubrowser.services.places.places import Place

LONGEST_QUESTION = 200  # characters of a search query

_NUMBER = re.compile(r"#?([0-9]{1,15})\Z")
# User names have at most 15 characters today; a few old ones have more.
_NAME = re.compile(r"[A-Za-z0-9_\-\[\]](?:[A-Za-z0-9 _\-\[\]]{0,18}[A-Za-z0-9_\-\[\]])\Z")
_SCHEME = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|(?:https?|ftp|file|javascript|data|mailto|about|osubrowser):\S)",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?:www\.\S+|[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?#]\S*|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|sh|jp))\Z",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?:b|s|beatmaps|beatmapsets)/[0-9]\S*\Z", re.IGNORECASE)
"""Path of a beatmap without its host, as players write it: `b/123`, `s/123`."""
_FILTER = re.compile(
    r"(?:\A|\s)(?:artist|ar|bpm|created|creator|cs|difficulty|divisor|dr|favourites|featured_artist|"
    r"hp|keys?|length|od|ranked|source|stars?|status|tag|title|updated)(?:[<>]=?|==?|:)\S",
    re.IGNORECASE,
)
"""Operator of the beatmap search, such as `stars>5`."""


class QueryKind(Enum):
    """Kind of input."""

    NOTHING = "nothing"
    LINK = "link"  # URL of a known server
    WRONG_LINK = "wrong link"  # looks like a URL, but not of a known server
    NUMBER = "number"
    AT_NAME = "@name"
    NAME = "name"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Query:
    """Parsed input.

    Attributes:
        kind: kind of input.
        words: search text without prefixes such as `@`; "" for no search.
        places: matching places, most likely first; empty for a wrong link.
    """

    kind: QueryKind
    words: str = ""
    places: tuple[Place, ...] = ()

    @property
    def asks_for_players(self) -> bool:
        """Whether to search players on the server."""
        return bool(self.words)

    @property
    def asks_for_beatmaps(self) -> bool:
        """Whether to search beatmaps on the server."""
        return bool(self.words) and self.kind is not QueryKind.AT_NAME


def parse_query(
    line: str, *, origins: tuple[str, ...] = (HOME,), app_pages: Collection[str] = ()
) -> Query:
    """Parse a line of input. Never raises.

    Args:
        line: text as typed or pasted.
        origins: origins of the known servers, as for `urls.parse`.
        app_pages: names of the program's own pages; the URL of any other is a wrong link.
    """
    text = line.strip()
    replays = replay_place(text)
    if replays is not None:
        return Query(QueryKind.LINK, places=(replays,))
    number = _NUMBER.match(text)
    if number is not None:
        return _number(text, int(number[1]))
    if _SHORT.match(text):
        text = f"/{text}"
    is_link = "?" in text and parse(text, origins=origins) is not None
    if is_link or _looks_like_link(text):  # blanks may be in the query of a listing
        place = parse(text, origins=origins)
        if place is None or (isinstance(place, AppPlace) and place.name not in app_pages):
            return Query(QueryKind.WRONG_LINK)
        return Query(QueryKind.LINK, places=(place,))
    text = one_line(text)
    if text.startswith("@"):
        name = text[1:].strip()
        return (
            Query(QueryKind.AT_NAME, name, (UserPlace(name),))
            if _NAME.match(name)
            else _words(name)
        )
    if not text:
        return Query(QueryKind.NOTHING)
    if not _NAME.match(text):
        return _words(text)
    # Several words that all name a ranking are hardly ever a user name.
    rankings = rankings_by(text, 1) if is_plainly_ranking(text) else []
    named, searches = (UserPlace(text),), _searches(text)
    # Words with spaces are a song or a question more often than a player.
    places = (searches[0], *named, searches[1]) if " " in text else (*named, *searches)
    return Query(QueryKind.NAME, text, (*rankings, *places))


def _searches(words: str) -> tuple[Place, Place]:
    """Return the searches for words: of everything, and of beatmaps."""
    return ListPlace("search", (("query", words),)), BeatmapsPlace((("q", words),))


def _words(text: str) -> Query:
    words = text[:LONGEST_QUESTION].strip()
    if not words:
        return Query(QueryKind.NOTHING)
    rankings = rankings_by(words, 1) if is_plainly_ranking(words) else []
    searches = _searches(words)
    places = searches[::-1] if _FILTER.search(words) else searches
    return Query(QueryKind.WORDS, words, (*rankings, *places))


def _number(text: str, number: int) -> Query:
    places: tuple[Place, ...] = (
        UserPlace(number),
        BeatmapsetPlace(number),
        BeatmapPlace(number),
        ScorePlace(number),
    )
    if text.startswith("#"):
        return Query(QueryKind.NUMBER, "", places)
    # Digits may also be a user name, or the title of a song.
    named = (UserPlace(text),) if len(text) >= 2 else ()
    return Query(QueryKind.NUMBER, text, (*places, *named))


def _looks_like_link(text: str) -> bool:
    return bool(text.startswith("/") or _SCHEME.match(text) or _HOST.match(text))
