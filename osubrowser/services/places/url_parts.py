"""Parts of URLs: path segments, parameters, and their values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qs

from osubrowser.services.places.places import MODES, PLAYER_SECTIONS, ListPlace, Place, ThingPlace

_NUMBER = re.compile(r"[0-9]{1,15}\Z")
# Invalid in URLs: spaces, control and format characters, surrogates, backslashes, quotes, markup.
UNFIT = re.compile(
    r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff\\\"<>^`{|}]"
)
MODE_SPELLINGS = {"catch": "fruits", "ctb": "fruits", "0": "osu", "1": "taiko", "2": "fruits"}
MODE_SPELLINGS |= {"3": "mania", "standard": "osu", "osu!": "osu"}
MODE_SPELLINGS |= {mode: mode for mode in MODES}
"""API name of a ruleset by its spellings, in lower case."""
FRAGMENTS = {section: section for section in PLAYER_SECTIONS}
FRAGMENTS |= {"best": "top_ranks", "most_played": "historical", "activity": "recent_activity"}
"""URL fragment by section of a profile; the website's own where it has one."""
_FILTERS = {
    "packs": frozenset({"type", "mode", "beatmapset", "here"}),  # of the website only the first
    "search": frozenset({"mode", "query", "country", "active"}),  # of it only the first two
    "news": frozenset({"year"}),
    "changelog": frozenset({"stream", "from", "to", "view"}),  # of it all but the last
    "forums": frozenset({"forum"}),
    "comments": frozenset({"user_id", "sort", "commentable_type", "commentable_id", "parent_id"}),
    "events": frozenset({"user", "beatmapset_id", "types[]", "min_date", "max_date", "sort"}),
    "discussions": frozenset(
        {
            "user",
            "message_types[]",
            "beatmapset_id",
            "beatmapset_status",
            "mode",
            "only_unresolved",
            "sort",
        }
    ),
    "posts": frozenset({"user", "types[]", "beatmapset_discussion_id", "sort"}),
    "votes": frozenset({"user", "receiver", "score", "beatmapset_discussion_id", "sort"}),
    "artists": frozenset({"query"}),
    "tracks": frozenset(
        {
            "query",
            "artist",
            "album",
            "genre",
            "is_exclusive_only",
            "bpm[gte]",
            "bpm[lte]",
            "length[gte]",
            "length[lte]",
            "sort",
        }
    ),
    "friends": frozenset({"show", "sort"}),
    "rooms": frozenset({"mode", "category", "type_group", "season_id", "sort"}),
    "activity": frozenset({"types[]", "sort"}),
    "scores": frozenset({"mode", "user", "pp", "grade[]"}),
    "matches": frozenset({"active", "sort"}),
    "tags": frozenset({"mode"}),
    "neighbours": frozenset({"user", "mode", "country", "days"}),
}
"""Filter parameters by kind of list; values of `types[]` are joined by dots."""
FIRST_ITEMS = {"news": "comment", "changelog": "comment", "room": "item"}
"""Parameter of the first item of a thing, by its kind; `start` for others."""
_NUMBERED = frozenset(
    {"artist", "team", "match", "room", "forum", "topic", "post", "comment", "discussion", "group"}
)
LOCALES = frozenset(
    [
        "ar",
        "be",
        "bg",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fi",
        "fil",
        "fr",
        "he",
        "hu",
        "id",
        "it",
        "ja",
        "kk",
        "ko",
        "lt",
        "lv",
        "ms",
        "nl",
        "no",
        "pl",
        "pt",
        "pt-br",
        "ro",
        "ru",
        "si",
        "sk",
        "sl",
        "sr",
        "sv",
        "th",
        "tr",
        "uk",
        "vi",
        "zh",
        "zh-tw",
    ]
)
"""Locales of the wiki, in lower case."""


class Address(NamedTuple):
    """Split URL: path segments, parameters, fragment."""

    steps: list[str]
    query: dict[str, str]
    fragment: str


def parameters(query: str) -> dict[str, str]:
    """Return the parameters of a query string, the last of each name; {} if more than 50.

    Values of a name that ends with `[]` are joined by dots.
    """
    try:
        found = parse_qs(query, max_num_fields=50)
    except ValueError:
        return {}
    return {
        name: ".".join(values) if name.endswith("[]") else values[-1]
        for name, values in found.items()
    }


def number_of(text: str | None) -> int | None:
    """Return an int from 1 to 15 digits; None for any other text."""
    return int(text) if text is not None and _NUMBER.match(text) else None


def mode_of(text: str | None) -> str | None:
    """Return the API name of a ruleset; None for an unknown one."""
    return None if text is None else MODE_SPELLINGS.get(text.lower())


def user_of(text: str, *, by_name: bool = False) -> int | str | None:
    """Return an id as int, or a user name without `@`; None for an invalid text.

    With `by_name`, digits are a name.
    """
    text = text.strip()
    number = None if by_name else number_of(text)
    if number is not None:
        return number
    name = text.removeprefix("@").strip()
    return None if not name or UNFIT.search(name.replace(" ", "")) else name


def only(given: Address, index: int, kind: str) -> Place | None:
    """Return the place whose id is the last path segment, at `index`; None for another length."""
    return thing(kind, given.steps[index]) if len(given.steps) == index + 1 else None


def thing(kind: str, key: str, at: int = 0) -> ThingPlace | None:
    """Return the place of a kind with an untrusted key; None if the key is invalid."""
    if kind in _NUMBERED:
        number = number_of(key)
        return None if number is None else ThingPlace(kind, str(number), at)
    fits = all(part.strip(".") for part in key.split("/"))
    return ThingPlace(kind, key) if fits else None


def list_of(kind: str, query: Mapping[str, str]) -> ListPlace:
    """Return the list of a kind with its known filters from the parameters."""
    known = _FILTERS.get(kind, frozenset())
    parameters = {name: value for name, value in query.items() if name in known and value}
    return ListPlace(kind, tuple(sorted(parameters.items())))
