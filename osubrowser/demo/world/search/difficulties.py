"""Which sets have a difficulty that fits every condition a search sets for difficulties."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps.user_tags import TAGS
from osubrowser.demo.world.search.query import Query, Range
from osubrowser.demo.world.search.tables import DifficultyTable, tag_masks
from osubrowser.demo.world.search.words import folded, words

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

_TENTHS = ("od", "ar", "drain", "cs")
_RANGES = ("stars", *_TENTHS, "circles", "sliders", "keys")
_MANIA = 3


class Wish(NamedTuple):
    """What a difficulty must be, besides the operators of a query."""

    mode: int | None
    converts: bool
    stars: Range | None
    """A range for the stars, of the recommended ones."""


class Fits(NamedTuple):
    """The sets with a fitting difficulty; of these the easiest and the hardest, by set."""

    easiest: dict[int, float]
    hardest: dict[int, float]


class DifficultySearch:
    """Looks through the difficulties of one world; its tables are made when first needed."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._lock = Lock()
        self._tables: dict[bool, DifficultyTable] = {}
        self._masks: dict[bool, array[int]] = {}

    def concerns(self, query: Query, wish: Wish) -> bool:
        """Return whether a search says anything that a table has to be looked at for."""
        operators = any(name in query.ranges for name in _RANGES)
        return bool(operators or wish.stars or query.tags) or "difficulty" in query.texts

    def find(self, query: Query, wish: Wish) -> Fits:
        """Return the sets with a difficulty that fits everything."""
        fits = Fits({}, {})
        for converts in (False, True) if wish.converts else (False,):
            table = self._table(converts)
            rows = self._rows(table, converts, query, wish)
            stars, sets = table.stars, table.set
            for row in rows:
                index, value = sets[row], stars[row]
                if value < fits.easiest.get(index, 99.0):
                    fits.easiest[index] = value
                if value > fits.hardest.get(index, -1.0):
                    fits.hardest[index] = value
        return fits

    def owned(self, account: int) -> set[int]:
        """Return the sets with a difficulty that an account owns."""
        table = self._table(False)
        found = {index for index, one in zip(table.set, table.owner, strict=True) if one == account}
        return found | {table.set[row] for row, own in table.others.items() if account in own}

    def _rows(
        self, table: DifficultyTable, converts: bool, query: Query, wish: Wish
    ) -> Collection[int]:
        """Return the rows of a table that fit."""
        rows: Collection[int] = range(len(table))
        mode = wish.mode
        if "keys" in query.ranges:
            mode = _MANIA if mode in (None, _MANIA) else -1
        if mode is not None:
            modes = table.mode
            rows = [row for row in rows if modes[row] == mode]
        for name in _RANGES:
            if name in query.ranges:
                rows = _within(rows, getattr(table, name), query.ranges[name], name in _TENTHS)
        if wish.stars:
            rows = _within(rows, table.stars, wish.stars, False)
        if "difficulty" in query.texts:
            wanted, version = query.texts["difficulty"], table.version
            fits = bytearray(wanted.in_text(text) for text in table.versions.folded)
            rows = [row for row in rows if fits[version[row]]]
        for tag in query.tags:
            mask, masks = _tag_mask(tag), self._tag_masks(converts)
            rows = [row for row in rows if masks[row] & mask]
        return rows

    def _table(self, converts: bool) -> DifficultyTable:
        with self._lock:
            found = self._tables.get(converts)
            if found is None:
                found = DifficultyTable(self._world.beatmaps, converts=converts)
                self._tables[converts] = found
        return found

    def _tag_masks(self, converts: bool) -> array[int]:
        table = self._table(converts)
        with self._lock:
            found = self._masks.get(converts)
            if found is None:
                found = tag_masks(table, self._world.user_tags, converts=converts)
                self._masks[converts] = found
        return found


def _within(
    rows: Collection[int], column: Sequence[float], wanted: Range, tenths: bool
) -> list[int]:
    low, high = wanted
    if tenths:
        kept = bytearray(low <= value / 10 < high for value in range(256))
        return [row for row in rows if kept[int(column[row])]]
    return [row for row in rows if low <= column[row] < high]


def _tag_mask(text: str) -> int:
    """Return the bits of the tags that a text names: one exactly, else all with its words."""
    exact = text.casefold()
    for tag, (name, _, _) in enumerate(TAGS, 1):
        if name == exact:
            return 1 << tag
    asked = words(text)
    return sum(
        1 << tag
        for tag, (name, _, _) in enumerate(TAGS, 1)
        if all(f" {word} " in folded(name) for word in asked)
    )
