"""Export and import of the library as one file: bookmarks, visits, marks, saved searches."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from osubrowser.services.beatmaps.marks import MarkedSets, packed, read_marks
from osubrowser.services.library.bookmarks import Bookmark, Bookmarks, read_bookmarks
from osubrowser.services.library.recently_seen import RecentlySeen, Visit, read_visits
from osubrowser.services.library.records import as_bytes
from osubrowser.services.library.saved_searches import (
    SavedSearch,
    SearchCollection,
    read_searches,
)
from osubrowser.services.places.urls import HOME
from osubrowser.services.runtime.failures import ExportFailed, ImportFailed
from osubrowser.services.storage.atomic_write import write_whole
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "osubrowser bookmarks"  # not shown: mark of the file
VERSION = 1
LARGEST = 16 * 1024 * 1024  # bytes, of a file to import


@dataclass(frozen=True, slots=True)
class LibraryExport:
    """Contents of an export file.

    Attributes:
        bookmarks: bookmarks in order.
        seen: visits, newest first.
        skipped: number of entries that were invalid, duplicate, or beyond the maximum.
        marks: values of `Mark` by the id of the set.
        searches: saved searches in order.
    """

    bookmarks: tuple[Bookmark, ...]
    seen: tuple[Visit, ...] = ()
    skipped: int = 0
    marks: dict[int, int] = field(default_factory=dict)
    searches: tuple[SavedSearch, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Numbers of entries by kind."""
        return {
            "bookmarks": len(self.bookmarks),
            "recent": len(self.seen),
            "marks": len(self.marks),
            "searches": len(self.searches),
        }


@dataclass(frozen=True, slots=True)
class Imported:
    """Result of an import.

    Attributes:
        bookmarks: number of new bookmarks.
        seen: number of new visits.
        skipped: number of entries that were invalid, duplicate, or left out for want of room.
        marks: number of sets with new marks.
        searches: number of new searches.
    """

    bookmarks: int
    seen: int
    skipped: int
    marks: int = 0
    searches: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """Numbers of what is new, by kind."""
        return {
            "bookmarks": self.bookmarks,
            "recent": self.seen,
            "marks": self.marks,
            "searches": self.searches,
        }

    @property
    def total(self) -> int:
        """Number of all that is new."""
        return sum(self.counts.values())


def export_library(
    bookmarks: Bookmarks,
    recent: RecentlySeen,
    marks: MarkedSets | None = None,
    searches: SearchCollection | None = None,
) -> LibraryExport:
    """Return a snapshot of the collections for `write_export`. Call it in the GUI thread."""
    return LibraryExport(
        tuple(bookmarks),
        tuple(recent),
        marks={} if marks is None else marks.as_dict(),
        searches=() if searches is None else tuple(searches),
    )


def write_export(path: Path, carried: LibraryExport) -> None:
    """Write an export file atomically. Blocks: call it on a worker.

    Raises:
        ExportFailed: the file could not be written; an existing one is unchanged.
    """
    values = {
        "format": FORMAT,
        "version": VERSION,
        "bookmarks": carried.bookmarks,
        "seen": carried.seen,
        "marks": packed(carried.marks),
        "searches": carried.searches,
    }
    try:
        write_whole(path, as_bytes(values))
    except OSError as error:
        raise ExportFailed(
            tr("The bookmarks could not be written ({strerror}).").format(strerror=error.strerror),
            tr("Choose another folder."),
        ) from error


def read_export(path: Path, *, origins: tuple[str, ...] = (HOME,)) -> LibraryExport:
    """Read a file that `write_export` wrote. Blocks: call it on a worker.

    Args:
        path: the file; its contents are untrusted.
        origins: servers whose addresses are accepted besides the website's.

    Raises:
        ImportFailed: the file has another format or a newer version, is too large, or unreadable.
    """
    values = _values(path)
    if values.get("format") != FORMAT:
        raise ImportFailed(tr("This file holds no bookmarks of osubrowser."))
    version = values.get("version")
    if type(version) is not int or version < 1:
        raise ImportFailed(tr("This file of bookmarks is damaged."))
    if version > VERSION:
        raise ImportFailed(
            tr("This file of bookmarks is one of a newer version."), tr("Update osubrowser first.")
        )
    bookmarks, no_bookmarks = read_bookmarks(values.get("bookmarks"), origins)
    seen, not_seen = read_visits(values.get("seen"), origins)
    marks, no_marks = read_marks(values.get("marks"))
    searches, no_searches = read_searches(values.get("searches"), origins)
    skipped = no_bookmarks + not_seen + no_marks + no_searches
    return LibraryExport(tuple(bookmarks), tuple(seen), skipped, marks, tuple(searches))


def import_library(
    carried: LibraryExport,
    bookmarks: Bookmarks,
    recent: RecentlySeen,
    marks: MarkedSets | None = None,
    searches: SearchCollection | None = None,
) -> Imported:
    """Merge an export into the collections, without duplicates. Call it in the GUI thread."""
    added, left_out = bookmarks.merge(carried.bookmarks)
    seen = recent.merge(carried.seen)
    marked, unmarked = (0, 0) if marks is None else marks.merge(carried.marks)
    saved, unsaved = (0, 0) if searches is None else searches.merge(carried.searches)
    skipped = carried.skipped + left_out + unmarked + unsaved
    return Imported(added, seen, skipped, marked, saved)


def _values(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise ImportFailed(
            tr("The file could not be read ({strerror}).").format(strerror=error.strerror)
        ) from error
    if len(raw) > LARGEST:
        raise ImportFailed(tr("This file is too large to be one of bookmarks."))
    try:
        values = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise ImportFailed(tr("This file holds no bookmarks of osubrowser.")) from error
    if not isinstance(values, dict):
        raise ImportFailed(tr("This file holds no bookmarks of osubrowser."))
    return values
