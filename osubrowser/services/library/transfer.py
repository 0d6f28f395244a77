"""Export and import of the library as one file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osubrowser.services.library.bookmarks import Bookmark, Bookmarks, read_bookmarks
from osubrowser.services.library.recently_seen import RecentlySeen, Visit, read_visits
from osubrowser.services.library.records import as_bytes
from osubrowser.services.places.urls import HOME
from osubrowser.services.runtime.failures import ExportFailed, ImportFailed
from osubrowser.services.storage.atomic_write import write_whole

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "osubrowser bookmarks"
VERSION = 1
LARGEST = 16 * 1024 * 1024  # bytes, of a file to import


@dataclass(frozen=True, slots=True)
class LibraryExport:
    """Contents of an export file.

    Attributes:
        bookmarks: bookmarks in order.
        seen: visits, newest first.
        skipped: number of entries that were invalid, duplicate, or beyond the maximum.
    """

    bookmarks: tuple[Bookmark, ...]
    seen: tuple[Visit, ...] = ()
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """Result of an import: numbers of new bookmarks, new visits and skipped entries."""

    bookmarks: int
    seen: int
    skipped: int


def export_library(bookmarks: Bookmarks, recent: RecentlySeen) -> LibraryExport:
    """Return a snapshot of the collections for `write_export`. Call it in the GUI thread."""
    return LibraryExport(tuple(bookmarks), tuple(recent))


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
    }
    try:
        write_whole(path, as_bytes(values))
    except OSError as error:
        raise ExportFailed(
            f"The bookmarks could not be written ({error.strerror}).", "Choose another folder."
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
        raise ImportFailed("This file holds no bookmarks of osubrowser.")
    version = values.get("version")
    if type(version) is not int or version < 1:
        raise ImportFailed("This file of bookmarks is damaged.")
    if version > VERSION:
        raise ImportFailed(
            "This file of bookmarks is one of a newer version.", "Update osubrowser first."
        )
    bookmarks, no_bookmarks = read_bookmarks(values.get("bookmarks"), origins)
    seen, not_seen = read_visits(values.get("seen"), origins)
    return LibraryExport(tuple(bookmarks), tuple(seen), no_bookmarks + not_seen)


def import_library(carried: LibraryExport, bookmarks: Bookmarks, recent: RecentlySeen) -> Imported:
    """Merge an export into the collections, without duplicates. Call it in the GUI thread."""
    added, left_out = bookmarks.merge(carried.bookmarks)
    return Imported(added, recent.merge(carried.seen), carried.skipped + left_out)


def _values(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise ImportFailed(f"The file could not be read ({error.strerror}).") from error
    if len(raw) > LARGEST:
        raise ImportFailed("This file is too large to be one of bookmarks.")
    try:
        values = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise ImportFailed("This file holds no bookmarks of osubrowser.") from error
    if not isinstance(values, dict):
        raise ImportFailed("This file holds no bookmarks of osubrowser.")
    return values
