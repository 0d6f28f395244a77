"""Permanent excludes of the beatmap listing: tags, genres, languages, mappers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from osubrowser.services.text.matching import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osubrowser.api.entities.beatmaps import Beatmapset


@dataclass(frozen=True, slots=True)
class Excludes:
    """What is never shown in the listing. For any thread.

    Attributes:
        tags: words of a set's tags, folded (`services/text/matching.fold`).
        genres: ids of genres.
        languages: ids of languages.
        mappers: names of mappers, folded, or their ids as digits.
    """

    tags: frozenset[str] = frozenset()
    genres: frozenset[int] = frozenset()
    languages: frozenset[int] = frozenset()
    mappers: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        *,
        tags: Iterable[str] = (),
        genres: Iterable[int] = (),
        languages: Iterable[int] = (),
        mappers: Iterable[str] = (),
    ) -> Excludes:
        """Return the excludes of texts as they were typed, and of ids."""
        return cls(
            frozenset(_folded(tags)),
            frozenset(genres),
            frozenset(languages),
            frozenset(_folded(mappers)),
        )

    def __bool__(self) -> bool:
        """Whether anything is excluded."""
        return bool(self.tags or self.genres or self.languages or self.mappers)

    def hides(self, beatmapset: Beatmapset, words: str | None = None) -> str:
        """Return by which of the four a set is excluded: "tag", "genre", "language", "mapper".

        "" for a set that is shown. A tag matches as a whole word, or as words that follow one
        another.

        Args:
            beatmapset: the set.
            words: what `tag_words` returned for it, if that is at hand.
        """
        if self.genres and beatmapset.genre_id in self.genres:
            return "genre"
        if self.languages and beatmapset.language_id in self.languages:
            return "language"
        if self.mappers and not self.mappers.isdisjoint(_mappers_of(beatmapset)):
            return "mapper"
        if self.tags:
            words = tag_words(beatmapset) if words is None else words
            if any(f" {tag} " in words for tag in self.tags):
                return "tag"
        return ""


def tag_words(beatmapset: Beatmapset) -> str:
    """Return the tags of a set as `Excludes.hides` compares them."""
    return f" {fold(beatmapset.tags or '')} "


def _folded(texts: Iterable[str]) -> Iterable[str]:
    return (folded for one in texts if (folded := fold(one).strip()))


def _mappers_of(beatmapset: Beatmapset) -> set[str]:
    return {fold(beatmapset.creator or ""), str(beatmapset.user_id)}
