"""Local filters of the beatmap listing: ruleset, marks, what is on this computer, excludes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntFlag
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty
from osubrowser.models.table.row_filter import RowFilter
from osubrowser.services.beatmaps.excludes import Excludes, tag_words
from osubrowser.services.beatmaps.marks import Mark

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.table.column import Row

NO_EXCLUDES: Final = Excludes()
"""Excludes of nothing."""


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


class SetFacts:
    """What the filters need to know of sets, found out once for each.

    Shared by the filters of one list, one after another: a change of them looks at no set anew.
    """

    def __init__(self) -> None:
        self._modes: dict[int, frozenset[str]] = {}
        self._words: dict[int, str] = {}
        self._excludes = NO_EXCLUDES
        self._excluded: dict[int, bool] = {}

    def clear(self) -> None:
        """Forget all sets, when another list is shown."""
        self._modes.clear()
        self._words.clear()
        self._excluded.clear()

    def with_mode(self, sets: Mapping[int, Beatmapset], mode: str) -> set[int]:
        """Return the ids of those sets that have a difficulty of a ruleset."""
        modes = self._modes
        for number, beatmapset in sets.items():
            if number not in modes:
                modes[number] = frozenset(str(one.mode) for one in beatmapset.beatmaps or ())
        return {number for number in sets if mode in modes[number]}

    def excluded(self, sets: Mapping[int, Beatmapset], excludes: Excludes) -> set[int]:
        """Return the ids of those sets that are excluded."""
        if excludes != self._excludes:
            self._excludes = excludes
            self._excluded.clear()
        known = self._excluded
        for number, beatmapset in sets.items():
            if number not in known:
                known[number] = bool(excludes.hides(beatmapset, self._words_of(beatmapset)))
        return {number for number in sets if known[number]}

    def _words_of(self, beatmapset: Beatmapset) -> str | None:
        if not self._excludes.tags:
            return None
        words = self._words.get(beatmapset.id)
        if words is None:
            words = self._words[beatmapset.id] = tag_words(beatmapset)
        return words


class ListingFilter(RowFilter):
    """Row filter of the listing. The rows are of sets, or of type `ListedDifficulty`.

    Args:
        filters: the choices.
        marks: `set id -> its marks`; quick.
        owns: `set -> whether it is on this computer`; quick.
        facts: what is known of the sets of the list.
    """

    def __init__(
        self,
        filters: LocalFilters,
        marks: Callable[[int], Mark],
        owns: Callable[[Beatmapset], bool],
        facts: SetFacts,
    ) -> None:
        self.filters = filters
        self._marks = marks
        self._owns = owns
        self._facts = facts

    def reasons(self, rows: Sequence[Row[Any]]) -> list[int]:
        """Return for each row why it is hidden, as a `Hidden`; 0 for a row that is shown."""
        found = [
            item.beatmapset if type(item) is ListedDifficulty else item
            for item in (row.item for row in rows)
        ]
        numbers: list[int] = [beatmapset.id for beatmapset in found]
        reasons = self._of_sets(dict(zip(numbers, found, strict=True)))
        return [reasons[number] for number in numbers]

    def _of_sets(self, sets: dict[int, Beatmapset]) -> dict[int, int]:
        """Return why each set is hidden."""
        filters, found = self.filters, dict.fromkeys(sets, 0)
        if filters.ruleset is not None:
            fitting = self._facts.with_mode(sets, filters.ruleset)
            _add(found, sets.keys() - fitting, Hidden.RULESET)
        if filters.hide_seen or filters.hide_marked or filters.liked_only:
            marks = {number: int(self._marks(number)) for number in sets}
            if filters.hide_seen:
                _add(found, (one for one in sets if marks[one] & _SEEN), Hidden.SEEN)
            if filters.hide_marked:
                _add(found, (one for one in sets if marks[one] & _HIDDEN), Hidden.MARKED)
            if filters.liked_only:
                _add(found, (one for one in sets if not marks[one] & _LIKED), Hidden.NOT_LIKED)
        if filters.owned != "any":
            owned = {number for number, one in sets.items() if self._owns(one)}
            if filters.owned == "not":
                _add(found, owned, Hidden.OWNED)
            else:
                _add(found, sets.keys() - owned, Hidden.NOT_OWNED)
        if filters.excludes:
            excluded = self._facts.excluded(sets, filters.excludes)
            _add(found, excluded, Hidden.EXCLUDED)
        return found


def _add(found: dict[int, int], numbers: Iterable[int], reason: Hidden) -> None:
    bit = int(reason)
    for number in numbers:
        found[number] |= bit


_SEEN, _LIKED, _HIDDEN = int(Mark.SEEN), int(Mark.LIKED), int(Mark.HIDDEN)


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
