"""Local filters of the beatmap listing: ruleset, marks, what is on this computer, excludes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntFlag
from typing import TYPE_CHECKING, Any, Final

from osubrowser.services.beatmaps.excludes import Excludes, tag_words
from osubrowser.services.beatmaps.marks import Mark

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.table.column import Row

NO_EXCLUDES: Final = Excludes()
"""Excludes of nothing."""
OWNED_CHOICES: Final = ("any", "only", "not")
"""Values of `LocalFilters.owned`."""


class Hidden(IntFlag):
    """Reasons for which a set is hidden; several can apply."""

    RULESET = 1
    """It has no difficulty of the ruleset."""
    SEEN = 2
    """It is marked as seen."""
    MARKED = 4
    """It is marked as hidden."""
    OWNED = 8
    """It is on this computer."""
    NOT_OWNED = 16
    """It is not on this computer."""
    NOT_LIKED = 32
    """It is not marked as liked."""
    EXCLUDED = 64
    """A tag, the genre, the language or the mapper is excluded."""


@dataclass(frozen=True, slots=True)
class LocalFilters:
    """Choices of the local filters.

    Attributes:
        ruleset: API name of the ruleset of which a set must have a difficulty; None for any.
        hide_seen: hide sets that are marked as seen.
        hide_marked: hide sets that are marked as hidden.
        liked_only: show only sets that are marked as liked.
        owned: `any`, `only` sets on this computer, or those that are `not`.
        excludes: what is never shown.
    """

    ruleset: str | None = None
    hide_seen: bool = False
    hide_marked: bool = True
    liked_only: bool = False
    owned: str = "any"
    excludes: Excludes = NO_EXCLUDES


class ListingFilter:
    """`RowFilter` of the listing. The rows are of sets, or of type `ListedDifficulty`.

    Args:
        filters: the choices.
        marks: `set id -> its marks`; quick.
        has_set: `set id -> whether it is on this computer`; quick.
        words: folded tags of sets by id, which are added as they are needed; shared by the filters
            of one list.
    """

    def __init__(
        self,
        filters: LocalFilters,
        marks: Callable[[int], Mark],
        has_set: Callable[[int], bool],
        words: dict[int, str],
    ) -> None:
        self.filters = filters
        self._marks = marks
        self._has_set = has_set
        self._words = words

    def reasons(self, rows: Sequence[Row[Any]]) -> list[int]:
        """Return for each row why it is hidden, as a `Hidden`; 0 for a row that is shown."""
        known: dict[int, int] = {}
        found = []
        for row in rows:
            beatmapset = set_of(row.item)
            reason = known.get(beatmapset.id)
            if reason is None:
                reason = known[beatmapset.id] = self._reason(beatmapset)
            found.append(reason)
        return found

    def _reason(self, beatmapset: Beatmapset) -> int:
        filters, number, found = self.filters, beatmapset.id, 0
        if filters.ruleset is not None and not any(
            one.mode == filters.ruleset for one in beatmapset.beatmaps or ()
        ):
            found = int(Hidden.RULESET)
        if filters.hide_seen or filters.hide_marked or filters.liked_only:
            marks = int(self._marks(number))
            if filters.hide_seen and marks & _SEEN:
                found |= _BY_SEEN
            if filters.hide_marked and marks & _HIDDEN:
                found |= _BY_MARK
            if filters.liked_only and not marks & _LIKED:
                found |= _BY_LIKE
        if filters.owned != "any":
            is_owned = self._has_set(number)
            if is_owned != (filters.owned == "only"):
                found |= _BY_OWNED if is_owned else _BY_NOT_OWNED
        if filters.excludes and filters.excludes.hides(beatmapset, self._words_of(beatmapset)):
            found |= _BY_EXCLUDES
        return found

    def _words_of(self, beatmapset: Beatmapset) -> str | None:
        if not self.filters.excludes.tags:
            return None
        words = self._words.get(beatmapset.id)
        if words is None:
            words = self._words[beatmapset.id] = tag_words(beatmapset)
        return words


_SEEN, _LIKED, _HIDDEN = int(Mark.SEEN), int(Mark.LIKED), int(Mark.HIDDEN)
_BY_SEEN, _BY_MARK, _BY_LIKE = int(Hidden.SEEN), int(Hidden.MARKED), int(Hidden.NOT_LIKED)
_BY_OWNED, _BY_NOT_OWNED = int(Hidden.OWNED), int(Hidden.NOT_OWNED)
_BY_EXCLUDES = int(Hidden.EXCLUDED)


def set_of(item: Any) -> Beatmapset:  # noqa: ANN401 - a set, or one of its difficulties
    """Return the set of an item of the listing."""
    beatmapset: Beatmapset = getattr(item, "beatmapset", item)
    return beatmapset


def hidden_counts(reasons: Iterable[int]) -> Mapping[Hidden, int]:
    """Return how many rows each reason hides; a row with several reasons counts for each."""
    by_reasons = Counter(reasons)
    return {
        one: count
        for one in Hidden
        if (count := sum(n for bits, n in by_reasons.items() if bits & one))
    }
