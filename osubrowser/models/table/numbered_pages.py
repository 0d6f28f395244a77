"""Slots of a list by page number: loaded rows, and None for rows that are not loaded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import Any, Final, NamedTuple

from osubrowser.models.table.column import Row
from osubrowser.models.table.sources import RowsPage

LARGEST: Final = 200_000
"""Largest total that is accepted; a larger one is an error and would only cost memory."""


class Splice(NamedTuple):
    """Change of the slots: `removed` of them from index `first` on are replaced by `slots`."""

    first: int
    removed: int
    slots: list[Row[Any] | None]


class NumberedPages:
    """Pages and rows of a list by page number, and its estimated length.

    A page that is not loaded yet has as many empty slots as a full page has rows. The contents of
    pages take precedence over the total of the server: a page without a next one is the last, a
    page without rows (or with rows of other pages only) is past the end, a short page in the
    middle is just short.

    Attributes:
        slots: for each position of the list the row, or None while it is not loaded.
        claimed: the total that the server stated last, or None.
        known: the loaded pages by number, each with all of its rows.
    """

    def __init__(self, page_size: int, *, start: int = 0) -> None:
        """Start empty, with slots for at least one page from `start` on."""
        self.page_size = page_size
        self.claimed: int | None = None
        self._rows: dict[int, list[Row[Any]]] = {}
        self.known: dict[int, RowsPage] = {}
        self._ids: set[Hashable] = set()
        self._highest = 0  # the last page that has rows
        self._past: int | None = None  # the first page that is known to be past the end
        self._misses = 0  # pages of the claimed total that the list does not have
        self._reach = start // page_size + 1
        self._lengths: list[int] = []
        self._starts: list[int] = []
        self.slots: list[Row[Any] | None] = []
        self._lay_out()
        self.slots = self._fill()

    def copy(self) -> NumberedPages:
        """Return a copy that shares no mutable state."""
        other = NumberedPages(self.page_size)
        other.claimed, other._highest, other._past = self.claimed, self._highest, self._past
        other._misses, other._reach = self._misses, self._reach
        other._rows, other._ids = dict(self._rows), set(self._ids)
        other.known = dict(self.known)
        other._lay_out()
        other.slots = list(self.slots)
        return other

    def mapped(self, change: Callable[[Row[Any]], Row[Any]]) -> NumberedPages:
        """Return a copy with other rows of the same ids: `change(row)`, called once for each."""
        other, made = self.copy(), dict[int, Row[Any]]()

        def rows_of(rows: list[Row[Any]]) -> list[Row[Any]]:
            for row in rows:
                if id(row) not in made:
                    made[id(row)] = change(row)
            return [made[id(row)] for row in rows]

        other._rows = {number: rows_of(rows) for number, rows in self._rows.items()}
        other.known = {
            number: replace(page, rows=rows_of(page.rows)) for number, page in self.known.items()
        }
        other.slots = other._fill()
        return other

    def update(self, fresh: Mapping[Hashable, Row[Any]]) -> list[int]:
        """Replace loaded rows by others of the same ids and numbers; return their slots."""
        changed = list[int]()
        for number in sorted({(row.number - 1) // self.page_size + 1 for row in fresh.values()}):
            rows, known = self._rows.get(number), self.known.get(number)
            if rows is None or known is None:
                continue
            self._rows[number] = rows = [fresh.get(row.id, row) for row in rows]
            self.known[number] = replace(known, rows=[fresh.get(row.id, row) for row in known.rows])
            start = self._starts[number - 1] if number <= len(self._starts) else len(self.slots)
            for slot, row in enumerate(rows, start):
                if row.id in fresh and slot < len(self.slots):
                    self.slots[slot] = row
                    changed.append(slot)
        return changed

    @property
    def loaded(self) -> int:
        """Number of loaded rows."""
        return len(self._ids)

    @property
    def is_complete(self) -> bool:
        """Whether every row of the list is loaded."""
        return self._past == self._highest + 1 and self.loaded == len(self.slots)

    @property
    def total(self) -> int | None:
        """Number of rows of the whole list; None if it is unknown."""
        if self._past == self._highest + 1:
            return len(self.slots)
        return self.claimed if self._past is None else None

    def has(self, page: int) -> bool:
        """Return whether a page is loaded, or is known not to exist."""
        return page < 1 or page in self._rows or page > len(self._lengths)

    def page_of(self, slot: int) -> int:
        """Return the number of the page of a slot."""
        return max(1, bisect_right(self._starts, max(0, slot)))

    def slot_of(self, number: int) -> int:
        """Return the slot of the item at this 1-based position in the list, or the nearest one."""
        page = min((max(1, number) - 1) // self.page_size + 1, max(1, len(self._lengths)))
        start = self._starts[page - 1] if self._starts else 0
        for offset, row in enumerate(self._rows.get(page, ())):
            if row.number >= number:
                return start + offset
        last = start + max(0, self._lengths[page - 1] - 1) if self._lengths else 0
        return last if page in self._rows else min(start + (number - 1) % self.page_size, last)

    def number_of(self, slot: int) -> int:
        """Return the 1-based position in the list of the item of a slot."""
        page = self.page_of(slot)
        start = self._starts[page - 1] if self._starts else 0
        return (page - 1) * self.page_size + slot - start + 1

    def wanted(
        self, first: int, last: int, direction: int, ahead: int
    ) -> tuple[list[int], list[int]]:
        """Return the missing pages in view, and those ahead in the scroll direction.

        Args:
            first: the first visible slot.
            last: the last one.
            direction: 1 down, -1 up, 0 before the first movement.
            ahead: number of pages to load beyond the view.
        """
        top, bottom = self.page_of(first), self.page_of(last)
        in_view = [page for page in range(top, bottom + 1) if not self.has(page)]
        if direction == 0:
            ahead = min(ahead, 1)  # more pages are needed only after a scroll
        beyond = (
            range(top - 1, top - 1 - ahead, -1)
            if direction < 0
            else range(bottom + 1, bottom + 1 + ahead)
        )
        return in_view, [page for page in beyond if not self.has(page)]

    def incomplete(self) -> list[int]:
        """Return the pages that are missing, or known from the cache only, in order."""
        return [
            number
            for number in range(1, len(self._lengths) + 1)
            if (page := self.known.get(number)) is None or page.seen_at is not None
        ]

    def place(self, number: int, page: RowsPage) -> list[Splice]:
        """Insert a page and return the changes of the slots, for `apply`."""
        old_lengths, old_starts = self._lengths, self._starts
        self._put(number, page)
        self._lay_out()
        return self._splices(number, old_lengths, old_starts)

    def stale_in(self, first: int, last: int) -> dict[int, float]:
        """Return the cached pages with rows in view: time of receipt by page number."""
        seen = ((n, self.known.get(n)) for n in range(self.page_of(first), self.page_of(last) + 1))
        return {n: page.seen_at for n, page in seen if page is not None and page.seen_at}

    def renewed(self, number: int, page: RowsPage) -> NumberedPages:
        """Return the list with a fresh page in place of the cached one.

        Items that moved between pages are at the positions of the fresh pages.
        """
        others = {n: known for n, known in self.known.items() if n != number}
        fresh = {n: known for n, known in others.items() if known.seen_at is None}
        other = NumberedPages(self.page_size)
        other._reach = self._reach
        for n, known in {**fresh, number: page, **others}.items():
            other._put(n, known)
        total = self.claimed if page.total is None else page.total
        other.claimed = None if total is None else min(max(total, 0), LARGEST)
        other._lay_out()
        other.slots = other._fill()
        return other

    def _put(self, number: int, page: RowsPage) -> None:
        if page.total is not None:
            self.claimed = min(max(page.total, 0), LARGEST)
        rows = [] if self._is_clamped(number, page) else self._new_of(page.rows)
        self._rows[number] = rows
        self.known[number] = page
        self._learn(number, page, has_rows=bool(rows))

    def _is_clamped(self, number: int, page: RowsPage) -> bool:
        """Return whether a page repeats the last one, which osu! sends beyond the end."""
        if page.total is None or page.next is not None or not page.rows:
            return False
        is_beyond = (number - 1) * self.page_size >= max(page.total, 0)
        return is_beyond and number > self._highest + 1

    def _new_of(self, rows: list[Row[Any]]) -> list[Row[Any]]:
        """Return the rows that are not loaded yet: ranks may change between two loads."""
        new = []
        for row in rows:
            if row.id not in self._ids:
                self._ids.add(row.id)
                new.append(row)
        return new

    def _learn(self, number: int, page: RowsPage, *, has_rows: bool) -> None:
        if has_rows:
            if number > self._highest:
                self._highest = number
                if self._past is not None and self._past <= number:
                    self._past = None
            if page.next is None and number == self._highest:
                self._past = number + 1
        elif number == self._highest + 1 or (number > self._highest and self._is_claimed(number)):
            self._misses += 1
            self._past = min(number, self._past or number)

    def _is_claimed(self, page: int) -> bool:
        """Return whether a page has rows according to the claimed total."""
        return self.claimed is None or (page - 1) * self.page_size < self.claimed

    def _last_page(self) -> int:
        claimed = -(-self.claimed // self.page_size) if self.claimed is not None else None
        if self._past == self._highest + 1:
            return self._highest
        if self._past is None:
            if claimed is None:
                return max(self._highest + 1, self._reach if not self._highest else 1)
            return max(claimed, self._highest + 1 if claimed <= self._highest else 1)
        # The total was wrong. Try the page before once; then trust loaded pages only, plus one.
        if claimed is None or self._misses > 1:
            return self._highest + 1
        return max(min(claimed, self._past - 1), self._highest + 1)

    def _lay_out(self) -> None:
        last = self._last_page()
        lengths = [self.page_size] * last
        on_last = self.claimed - (last - 1) * self.page_size if self.claimed is not None else 0
        if 0 < on_last < self.page_size and self._past is None:
            lengths[-1] = on_last
        for number, rows in self._rows.items():
            if number <= last:
                lengths[number - 1] = len(rows)
        self._lengths = lengths
        self._starts = [0, *accumulate(lengths)][:-1]

    def _fill(self) -> list[Row[Any] | None]:
        slots: list[Row[Any] | None] = []
        for number, length in enumerate(self._lengths, start=1):
            rows = self._rows.get(number)
            slots += [None] * length if rows is None else rows
        return slots

    def _splices(self, number: int, lengths: list[int], starts: list[int]) -> list[Splice]:
        """Return the changes from the old slots to the new ones: of the page, then of the tail."""
        new, splices = self._fill(), []
        old_size = len(self.slots)
        if number <= min(len(lengths), len(self._lengths)):
            first, removed = starts[number - 1], lengths[number - 1]
            rows = new[first : first + self._lengths[number - 1]]
            splices.append(Splice(first, removed, rows))
            old_size += len(rows) - removed
            tail = first + len(rows)
        else:
            tail = min(old_size, len(new))
        # Behind the page only the length can differ.
        common = max(tail, min(old_size, len(new)))
        if common < old_size or common < len(new):
            splices.append(Splice(common, old_size - common, new[common:]))
        return splices

    def apply(self, splice: Splice) -> None:
        """Apply a change to the slots."""
        self.slots[splice.first : splice.first + splice.removed] = splice.slots
