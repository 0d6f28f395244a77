"""Bookmarks of places with notes, in the user's order."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from osubrowser.services.library.records import as_bytes, moment, one_line, plain, read_entries
from osubrowser.services.places.urls import HOME, address
from osubrowser.services.storage.stored_collection import StoredCollection
from osubrowser.services.text.matching import best, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from osubrowser.services.places.places import Place

VERSION = 1
MOST_BOOKMARKS = 5000
LONGEST_NOTE = 2000  # characters


@dataclass(frozen=True)
class Bookmark:
    """Bookmark of a place.

    Attributes:
        address: of the place, as the website has it; no two bookmarks have the same.
        title: what it is called: a player's name, a song.
        note: what the person wrote about it; may have several lines.
        added: when, in seconds since 1970; 0 if that is not known.
    """

    address: str
    title: str
    note: str = ""
    added: float = field(default=0.0, compare=False)

    @cached_property
    def words(self) -> tuple[str, str, str]:
        """What is searched, folded."""
        return fold(self.title), fold(self.note), fold(self.address)


class Bookmarks(StoredCollection):
    """Collection of bookmarks. `load` on a worker; all else in the GUI thread, without waiting.

    Args:
        path: the file; None stores nothing.
        executor: where it is written; None writes at once.
        tell: called with each new problem of the file, on the thread that writes it.
    """

    def __init__(
        self,
        path: Path | None = None,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(path, "The bookmarks", executor, tell)
        self._all: dict[str, Bookmark] = {}

    @classmethod
    def load(
        cls,
        path: Path,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> Bookmarks:
        """Read the bookmarks at `path`. Never raises.

        A damaged file is set aside; one with damaged entries is copied, and the others stay.
        """
        bookmarks = cls(path, executor, tell)
        values = bookmarks._document.read()
        if values is not None:
            found, damaged = read_bookmarks(values.get("bookmarks"))
            bookmarks._all = {one.address: one for one in found}
            version = values.get("version")
            if type(version) is int and version > VERSION:
                bookmarks._document.freeze(
                    "The bookmarks are those of a newer version: changes are not saved."
                )
            elif damaged:
                bookmarks._report_damaged(damaged)
        return bookmarks

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Bookmark]:
        """Go through the bookmarks in their order."""
        return iter(tuple(self._all.values()))

    def of(self, place: Place, origin: str = HOME) -> Bookmark | None:
        """Return the bookmark of a place, if there is one."""
        return self._all.get(address(place, origin))

    def at(self, address: str) -> Bookmark | None:
        """Return the bookmark with an address, as it is now."""
        return self._all.get(address)

    def add(self, place: Place, title: str, note: str = "", *, origin: str = HOME) -> bool:
        """Add a place at the end. One that is there gets the new title and note, in its place.

        Returns:
            False if there is no room for more.
        """
        where = address(place, origin)
        before = self._all.get(where)
        if before is None and len(self._all) >= MOST_BOOKMARKS:
            return False
        added = time.time() if before is None else before.added
        self._all[where] = Bookmark(where, one_line(title) or where, lines(note), added)
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
        """Take bookmarks away."""
        taken = [self._all.pop(one.address, None) for one in bookmarks]
        if any(one is not None for one in taken):
            self._save()

    def put_back(self, removed: Iterable[tuple[int, Bookmark]]) -> None:
        """Put bookmarks back where they were. What is there again meanwhile stays as it is.

        Args:
            removed: each with its position before any of them was taken away.
        """
        order = list(self._all.values())
        for position, one in sorted(removed, key=lambda entry: entry[0]):
            if one.address not in self._all and len(order) < MOST_BOOKMARKS:
                order.insert(position, one)
        self._all = {one.address: one for one in order}
        self._save()

    def move(self, bookmark: Bookmark, to: int) -> None:
        """Put a bookmark at another place in the order, from 0."""
        self.move_together([bookmark], to)

    def move_together(self, bookmarks: Iterable[Bookmark], to: int) -> None:
        """Put bookmarks one after the other, at a position of the order without them, from 0."""
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
        """Return the bookmarks that have all the words, the best fit first, then in their order."""
        return best(words, self, most)

    def merge(self, others: Iterable[Bookmark]) -> tuple[int, int]:
        """Add bookmarks that came in a file, at the end. None is there twice afterwards.

        Of one that is there already, a note that says something new is added to ours.

        Returns:
            How many were added, and how many there was no room for.
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
        self._document.save(lambda: as_bytes({"version": VERSION, "bookmarks": snapshot}))


def _both(ours: str, theirs: str) -> str:
    if not theirs or theirs in ours:
        return ours
    both = f"{ours}\n{theirs}" if ours else theirs
    return both if len(both) <= LONGEST_NOTE else ours


def lines(text: str) -> str:
    """Return a note as it can be shown, its lines kept."""
    rows = text[: LONGEST_NOTE * 4].splitlines()
    return "\n".join(plain(row) for row in rows).strip()[:LONGEST_NOTE].strip()


def read_bookmarks(
    values: object, origins: tuple[str, ...] | None = None
) -> tuple[list[Bookmark], int]:
    """Return the bookmarks in a file's list, and how many entries were none.

    Args:
        values: anything.
        origins: the servers whose addresses are taken beside the website's; None for all.
    """
    return read_entries(values, origins, MOST_BOOKMARKS, _bookmark)


def _bookmark(address: str, title: str, given: Mapping[str, object]) -> Bookmark:
    note = given.get("note")
    return Bookmark(
        address, title, lines(note) if isinstance(note, str) else "", moment(given.get("added"))
    )
