"""Difficulties of a set that meet the filters of a search, as osu!'s server compares them."""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.beatmap_query import Bounds
from osubrowser.models.beatmaps import search_text
from osubrowser.models.beatmaps.columns import stars_of
from osubrowser.services.places.places import MODES

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
    from osubrowser.models.beatmaps.listing_query import ListingQuery

_TESTS: Final[dict[str, Callable[[float, float], bool]]] = {
    "gte": operator.ge,
    "gt": operator.gt,
    "lte": operator.le,
    "lt": operator.lt,
}
_FIGURES: Final[dict[str, Callable[[Any], float | None]]] = {
    "stars": lambda b: b.difficulty_rating,
    "ar": lambda b: b.ar,
    "cs": lambda b: b.cs,
    "od": lambda b: b.accuracy,
    "dr": lambda b: b.drain,
    "bpm": lambda b: b.bpm,
    "length": lambda b: b.total_length,
    "circles": lambda b: b.count_circles,
    "sliders": lambda b: b.count_sliders,
    "keys": lambda b: b.cs,
    "status": lambda b: b.ranked,
}
_UNKNOWN_OF_CONVERTS: Final = frozenset({"stars", "keys", "cs"})
"""Figures of a convert that are not those of its original, and that a search does not send."""
_RECOMMENDED: Final = 0.5
"""Stars by which a recommended difficulty may differ from the player's."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class ListedDifficulty:
    """Difficulty in the listing, with its set.

    Attributes:
        beatmapset: the set.
        beatmap: the difficulty; of a convert its original.
        mode: API name of the ruleset it is played in; "" for an unknown one.
        is_convert: whether it is converted to this ruleset.
    """

    beatmapset: Beatmapset
    beatmap: Beatmap
    mode: str
    is_convert: bool = False

    @property
    def key(self) -> tuple[int, str]:
        """Its identity: converts share the id of their original."""
        return self.beatmap.id, self.mode


class DifficultyFilter:
    """Conditions of a query on single difficulties.

    All of them must be met by one and the same difficulty. What a search does not send cannot be
    compared: user tags, owners, and the stars of converts.

    Args:
        query: the filters.
        recommended: recommended difficulty in stars, which the server sent; None for none.
    """

    def __init__(self, query: ListingQuery, recommended: float | None = None) -> None:
        options = search_text.parse(query.text).options
        self._mode = query.mode
        self._converts = "converts" in query.general
        self._bounds: dict[str, Bounds] = {
            name: option
            for name, option in options.items()
            if name in _FIGURES and isinstance(option, dict)
        }
        if "keys" in self._bounds:
            self._mode = "mania" if query.mode in (None, "mania") else ""
        self._recommended = recommended if "recommended" in query.general else None
        name = options.get("difficulty")
        self._words = _words(name) if isinstance(name, str) else ()

    def of_set(self, beatmapset: Beatmapset) -> list[ListedDifficulty]:
        """Return the difficulties of a set that meet the conditions, by ruleset and stars.

        A name is compared by its words; where none of a set's names has them, as the server reads
        more scripts than this does, all are returned that meet the other conditions.
        """
        found = [
            one for one in self._in_mode(beatmapset) if self._meets(one, beatmapset, self._bounds)
        ]
        if self._words:
            named = [one for one in found if _has_words(one.beatmap.version, self._words)]
            found = named or found
        return sorted(found, key=_order)

    def stars(self, beatmapset: Beatmapset, *, hardest: bool) -> float:
        """Return the stars by which a set is sorted: of its hardest or easiest such difficulty."""
        found = [stars_of(one.beatmap) for one in self.of_set(beatmapset) if not one.is_convert]
        return (max if hardest else min)(found, default=0.0)

    def _in_mode(self, beatmapset: Beatmapset) -> list[ListedDifficulty]:
        """Return the difficulties of the ruleset, converted ones too if they are wanted."""
        found = []
        for beatmap in beatmapset.beatmaps or ():
            mode = str(beatmap.mode or "")
            if self._mode in (None, mode):
                found.append(ListedDifficulty(beatmapset, beatmap, mode))
            elif self._mode and self._converts and mode == MODES[0]:
                found.append(ListedDifficulty(beatmapset, beatmap, self._mode, is_convert=True))
        return found

    def _meets(
        self, one: ListedDifficulty, beatmapset: Beatmapset, bounds: Mapping[str, Bounds]
    ) -> bool:
        for name, limits in bounds.items():
            if one.is_convert and name in _UNKNOWN_OF_CONVERTS:
                continue
            value = _FIGURES[name](one.beatmap)
            if value is None and name == "bpm":
                value = beatmapset.bpm
            if value is None or not all(
                _TESTS[bound](value, limit) for bound, limit in limits.items()
            ):
                return False
        if self._recommended is None or one.is_convert:
            return True
        return abs(stars_of(one.beatmap) - self._recommended) <= _RECOMMENDED


def _order(one: ListedDifficulty) -> tuple[int, float]:
    mode = MODES.index(one.mode) if one.mode in MODES else len(MODES)
    return mode, stars_of(one.beatmap)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _has_words(text: str, words: tuple[str, ...]) -> bool:
    own = _words(text)
    return all(word in own if word.isascii() else word in "".join(own) for word in words)
