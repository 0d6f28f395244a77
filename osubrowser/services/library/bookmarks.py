"""Bookmarks of places with notes, in the user's order."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from osubrowser.services.library.records import as_bytes, moment, one_line, read_entries
from osubrowser.services.places.urls import HOME, address, parse, position_of
from osubrowser.services.storage.stored_collection import StoredCollection
from osubrowser.services.text.matching import best, fold
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from osubrowser.services.places.places import Place

MOST_BOOKMARKS = 5000
LONGEST_NOTE = 2000  # characters
_LONGEST_POSITION = 3000


@dataclass(frozen=True)
class Bookmark:
    """Bookmark of a place.

    Attributes:
        address: URL of the place on the website; the unique key.
        title: display name, such as a player's name or a song.
        note: the user's note; may have several lines.
        added: time of creation (Unix time in seconds); 0 if unknown.
        position: where in a list it was made, as `urls.position_of`; "" for the start.
    """

    address: str
    title: str
    note: str = ""
    added: float = field(default=0.0, compare=False)
    position: str = ""

    @property
    def exact_address(self) -> str:
        """The address with the position, which is what is opened."""
        return f"{self.address}#{self.position}" if self.position else self.address

    @cached_property
    def words(self) -> tuple[str, str, str]:
        """Searchable texts, folded: title, note, address."""
        return fold(self.title), fold(self.note), fold(self.address)


class Bookmarks(StoredCollection):
    """Ordered collection of bookmarks. `load` blocks; all else is for the GUI thread.

    Args:
        path: the file; None stores nothing.
        executor: where it is written; None writes at once.
        tell: called with each new problem of the file, on the thread that writes it.
    """

    name = tr("The bookmarks")

    def __init__(
        self,
        path: Path | None = None,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(path, executor, tell)
        self._all: dict[str, Bookmark] = {}

    def _take(self, values: Mapping[str, object]) -> int:
        found, damaged = read_bookmarks(values.get("bookmarks"))
        self._all = {one.address: one for one in found}
        return damaged

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Bookmark]:
        """Iterate over the bookmarks in order; over a copy, so they may be changed meanwhile."""
        return iter(tuple(self._all.values()))

    def of(self, place: Place, origin: str = HOME) -> Bookmark | None:
        """Return the bookmark of a place, or None."""
        return self._all.get(address(place, origin))

    def at(self, address: str) -> Bookmark | None:
        """Return the bookmark with an address, or None."""
        return self._all.get(address)

    def add(self, place: Place, title: str, note: str = "", *, origin: str = HOME) -> bool:
        """Append a bookmark of a place, or update title and note of an existing one.

        Returns:
            False if the collection is full (5000 bookmarks).
        """
        where = address(place, origin)
        before = self._all.get(where)
        if before is None and len(self._all) >= MOST_BOOKMARKS:
            return False
        added = time.time() if before is None else before.added
        self._all[where] = Bookmark(
            where, one_line(title) or where, lines(note), added, position_of(place)
        )
        self._save()
        return True

    def write(
        self, bookmark: Bookmark, *, title: str | None = None, note: str | None = None
    ) -> None:
        """Change the title or the note of a bookmark."""
        if bookmark.address not in self._all:
            return
        if title is not None:
            bookmark = replace(bookmark, title=one_line(title) or bookmark.address)
        if note is not None:
            bookmark = replace(bookmark, note=lines(note))
        self._all[bookmark.address] = bookmark
        self._save()

    def remove(self, *bookmarks: Bookmark) -> None:
        """Remove bookmarks."""
        taken = [self._all.pop(one.address, None) for one in bookmarks]
        if any(one is not None for one in taken):
            self._save()

    def put_back(self, removed: Iterable[tuple[int, Bookmark]]) -> None:
        """Restore removed bookmarks at their positions; those added again meanwhile are unchanged.

        Args:
            removed: each with its position before the removal.
        """
        order = list(self._all.values())
        for position, one in sorted(removed, key=lambda entry: entry[0]):
            if one.address not in self._all and len(order) < MOST_BOOKMARKS:
                order.insert(position, one)
        self._all = {one.address: one for one in order}
        self._save()

    def move(self, bookmark: Bookmark, to: int) -> None:
        """Move a bookmark to a position in the order, from 0."""
        self.move_together([bookmark], to)

    def move_together(self, bookmarks: Iterable[Bookmark], to: int) -> None:
        """Move bookmarks, as one block, to a position in the order of the others, from 0."""
        wanted = {one.address: one for one in bookmarks}
        moved = [self._all[where] for where in wanted if where in self._all]
        if not moved:
            return
        order = [one for one in self._all.values() if one.address not in wanted]
        to = max(to, 0)
        order[to:to] = moved
        self._all = {one.address: one for one in order}
        self._save()

    def search(self, words: str, most: int = 20) -> list[Bookmark]:
        """Return the bookmarks that match all words, best match first, then in order."""
        return best(words, self, most)

    def merge(self, others: Iterable[Bookmark]) -> tuple[int, int]:
        """Append imported bookmarks, without duplicates.

        The note of a duplicate is appended to the existing note, unless that contains it.

        Returns:
            The numbers of bookmarks added, and of those left out because the collection is full.
        """
        added = left_out = 0
        for one in others:
            ours = self._all.get(one.address)
            if ours is not None:
                self._all[one.address] = replace(ours, note=_both(ours.note, one.note))
            elif len(self._all) < MOST_BOOKMARKS:
                self._all[one.address] = one
                added += 1
            else:
                left_out += 1
        self._save()
        return added, left_out

    def _save(self) -> None:
        snapshot = tuple(self._all.values())
        self._document.save(lambda: as_bytes({"version": self.version, "bookmarks": snapshot}))


def _both(ours: str, theirs: str) -> str:
    if not theirs or theirs in ours:
        return ours
    both = f"{ours}\n{theirs}" if ours else theirs
    return both if len(both) <= LONGEST_NOTE else ours


def lines(text: str) -> str:
    """Return a note without unprintable characters, with its line breaks, bounded in length."""
    rows = text[: LONGEST_NOTE * 4].splitlines()
    return "\n".join(plain(row, LONGEST_NOTE) for row in rows).strip()[:LONGEST_NOTE].strip()


def read_bookmarks(
    values: object, origins: tuple[str, ...] | None = None
) -> tuple[list[Bookmark], int]:
    """Return the bookmarks in decoded JSON, and the number of invalid entries.

    Args:
        values: any decoded JSON; a list is expected.
        origins: servers whose addresses are accepted besides the website's; None for all.
    """
    return read_entries(values, origins, MOST_BOOKMARKS, _bookmark)


def _bookmark(address: str, title: str, given: Mapping[str, object]) -> Bookmark:
    note, where = given.get("note"), given.get("position")
    place = None
    if isinstance(where, str) and len(where) < _LONGEST_POSITION:
        path = address.partition("://")[2].partition("/")[2]  # the same on every server
        place = parse(f"{HOME}/{path}#{where}")
    return Bookmark(
        address,
        title,
        lines(note) if isinstance(note, str) else "",
        moment(given.get("added")),
        "" if place is None else position_of(place),
    )
