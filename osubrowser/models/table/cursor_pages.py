"""Slots of a list by cursor, which grows at its end: each page has the cursor of the next."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Final

from osubrowser.models.table.column import Row
from osubrowser.models.table.numbered_pages import Splice
from osubrowser.models.table.sources import RowsPage

_MARGIN: Final = 25
"""Smallest number of loaded rows below the view; one and a half views if that is more."""


class CursorPages:
    """Pages and rows of a list by cursor.

    The list ends with a page without a next cursor, without rows (unless it says that it goes on),
    without new rows, or with the cursor that was just used.

    Attributes:
        slots: the rows so far.
        next: the cursor of the next page; None before the first page, and at the end.
        claimed: the total that the server stated last, or None.
    """

    def __init__(self) -> None:
        self.slots: list[Row[Any] | None] = []
        self.next: object | None = None
        self.claimed: int | None = None
        self.is_complete = False
        self._ids: set[Hashable] = set()
        self._known: list[tuple[object | None, RowsPage]] = []  # each page with its cursor

    def copy(self) -> CursorPages:
        """Return a copy that shares no mutable state."""
        other = CursorPages()
        other.slots, other._ids = list(self.slots), set(self._ids)
        other._known = list(self._known)
        other.next, other.claimed, other.is_complete = self.next, self.claimed, self.is_complete
        return other

    @property
    def loaded(self) -> int:
        """Number of loaded rows."""
        return len(self.slots)

    @property
    def total(self) -> int | None:
        """Number of rows of the whole list; None if it is unknown."""
        if self.is_complete:
            return len(self.slots)
        claimed = self.claimed
        return claimed if claimed is not None and claimed >= len(self.slots) else None

    def slot_of(self, number: int) -> int:
        """Return the slot of the item at this 1-based position in the list, or the nearest one."""
        return min(max(0, number - 1), max(0, len(self.slots) - 1))

    def number_of(self, slot: int) -> int:
        """Return the 1-based position in the list of the item of a slot."""
        return slot + 1

    def wanted(
        self, first: int, last: int, direction: int, ahead: int
    ) -> tuple[list[int], list[int]]:
        """Return the number of the next page if a view of these rows needs it: `([n], [])`."""
        margin = max(_MARGIN, (last - first + 1) * 3 // 2)
        is_near = last + margin >= len(self.slots)
        return ([self.next_number] if is_near and not self.is_complete else []), []

    @property
    def next_number(self) -> int:
        """Number of the next page, from 1."""
        return len(self._known) + 1

    def incomplete(self) -> list[int]:
        """Return the numbers of the pages that are known to be missing: the next one."""
        return [] if self.is_complete else [self.next_number]

    def cursor_of(self, number: int) -> object | None:
        """Return the cursor of a page."""
        return self._known[number - 1][0] if number <= len(self._known) else self.next

    def stale_in(self, first: int, last: int) -> dict[int, float]:
        """Return the cached pages with rows in view: time of receipt by page number."""
        found, start = {}, 0
        for number, (_, page) in enumerate(self._known, start=1):
            end = start + len(page.rows)
            if page.seen_at is not None and start <= last and first <= end:
                found[number] = page.seen_at
            start = end
        return found

    def renewed(self, number: int, page: RowsPage) -> CursorPages:
        """Return the list with a fresh page in place of the cached one.

        Pages after it are dropped unless they still follow it.
        """
        other = CursorPages()
        other.claimed = self.claimed
        for place, (_, known) in enumerate(self._known, start=1):
            one = page if place == number else known
            for splice in other.place(place, one):
                other.apply(splice)
            if other.is_complete or (place == number and page.next != known.next):
                break
        return other

    def place(self, number: int, page: RowsPage) -> list[Splice]:
        """Insert a page and return the changes of the slots, for `apply`."""
        if page.total is not None:
            self.claimed = max(page.total, 0)
        self._known.append((self.next, page))
        new: list[Row[Any] | None] = []
        for row in page.rows:
            if row.id not in self._ids:
                self._ids.add(row.id)
                new.append(row)
        is_last = not (new or (page.goes_on and not page.rows))
        self.is_complete = page.next is None or is_last or page.next == self.next
        self.next = None if self.is_complete else page.next
        return [Splice(len(self.slots), 0, new)] if new else []

    def become(self, page: RowsPage) -> None:
        """Take a page as the whole list, whose rows the slots already are."""
        self._known = [(None, page)]
        self._ids = {row.id for row in page.rows}
        self.claimed, self.next, self.is_complete = page.total, None, True

    def apply(self, splice: Splice) -> None:
        """Apply a change to the slots."""
        self.slots[splice.first : splice.first + splice.removed] = splice.slots
