"""Library: bookmarks, marks of beatmaps, saved searches, and recently seen places by account."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.services.cache.response_cache import DEMO
from osubrowser.services.places.places import (
    AppPlace,
    PlayersPlace,
    ReplayPlace,
    WebAddress,
    WelcomePlace,
)
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from osubrowser.services.beatmaps.marks import MarkedSets
    from osubrowser.services.library.bookmarks import Bookmark, Bookmarks
    from osubrowser.services.library.recently_seen import RecentlySeen, Visit
    from osubrowser.services.library.saved_searches import SavedSearch, SearchCollection
    from osubrowser.services.library.transfer import Imported, LibraryExport
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.storage.folders import Folders
    from osubrowser.services.storage.stored_collection import StoredCollection

_NOT_KEPT = (WelcomePlace, PlayersPlace, AppPlace, ReplayPlace)


class _Shelf:
    """Collections of one account; all accounts but the demo share all but the visits.

    Args:
        bookmarks: the bookmarks.
        recent: the recently seen places.
        marks: the marks of beatmaps; None until they are first used or read.
        searches: the saved searches; None until they are first used or read.
        is_loaded: whether the files have been read.
    """

    def __init__(
        self,
        bookmarks: Bookmarks,
        recent: RecentlySeen,
        marks: MarkedSets | None = None,
        searches: SearchCollection | None = None,
        *,
        is_loaded: bool,
    ) -> None:
        self.bookmarks = bookmarks
        self.recent = recent
        self.marks = marks
        self.searches = searches
        self.is_loaded = is_loaded

    @property
    def shared(self) -> list[StoredCollection]:
        """The collections that all accounts share."""
        return [one for one in (self.bookmarks, self.marks, self.searches) if one is not None]


@dataclass(frozen=True, slots=True)
class _SharedFiles:
    """Files of the collections that all accounts share."""

    bookmarks: Path
    marks: Path
    searches: Path


def _empty() -> _Shelf:
    """Return empty collections that are not saved, for use until the files are read."""
    from osubrowser.services.library.bookmarks import Bookmarks
    from osubrowser.services.library.recently_seen import RecentlySeen

    return _Shelf(Bookmarks(), RecentlySeen(), is_loaded=False)


@lru_cache(maxsize=8192)  # more than all bookmarks and visits together
def _place(address: str, origin: str) -> Place:
    return parse(address, origins=(origin, HOME)) or WebAddress(address)


def _load(
    shared: _SharedFiles | None,
    recent: Path,
    origin: str,
    executor: Executor,
    tell: Callable[[str], None],
) -> _Shelf:
    """Read the files, parse addresses, and fold the texts that are searched. On a worker.

    Args:
        shared: None where they have been read already.
        recent: the places seen lately.
        origin: the server of the account.
        executor: where the files are written.
        tell: called with each new problem of a file, on the thread that writes it.
    """
    from osubrowser.services.beatmaps.marks import MarkedSets
    from osubrowser.services.library.bookmarks import Bookmarks
    from osubrowser.services.library.recently_seen import RecentlySeen
    from osubrowser.services.library.saved_searches import SearchCollection

    seen = RecentlySeen.load(recent, executor, tell)
    if shared is None:
        shelf = _Shelf(Bookmarks(), seen, is_loaded=True)
    else:
        shelf = _Shelf(
            Bookmarks.load(shared.bookmarks, executor, tell),
            seen,
            MarkedSets.load(shared.marks, executor, tell),
            SearchCollection.load(shared.searches, executor, tell),
            is_loaded=True,
        )
    for entry in (*shelf.bookmarks, *shelf.recent):
        _ = entry.words, _place(entry.exact_address, origin)
    return shelf


class Library(QObject):
    """What the user has collected with the current account. Use it in the GUI thread.

    All accounts share bookmarks, marks of beatmaps and saved searches; recently seen places are
    stored by account. The demo has its own of all. The collections are empty until their files have
    been read on a worker; entries added meanwhile are merged.

    Args:
        calls: reads the files on a worker.
        executor: writes them, and does nothing that takes long.
        folders: where they are.
        account: whose it is, and which server its places belong to.

    Attributes:
        leaving: another account's are about to take the place of these: what was typed is written.
        bookmarks_changed: the bookmarks are others now.
        seen_changed: the recently seen places are others now.
        marks_replaced: the marks were read, imported, or are another account's.
        searches_replaced: the saved searches were read, imported, or are another account's.
        problem_found: a sentence about a file; a write that goes on failing is told once.
    """

    leaving = Signal()
    bookmarks_changed = Signal()
    seen_changed = Signal()
    marks_replaced = Signal()
    searches_replaced = Signal()
    problem_found = Signal(str)

    def __init__(
        self,
        calls: Calls,
        executor: Executor,
        folders: Folders,
        account: Account,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._executor = executor
        self._account = account
        self._folders = folders
        self._shelves: dict[str, _Shelf] = {}  # by account
        self._whose = account.whose
        self._scope = TaskScope()
        self._loop: asyncio.AbstractEventLoop | None = None
        account.changed.connect(self._on_account_changed)

    # --- collections -------------------------------------------------------------------------

    @property
    def bookmarks(self) -> Bookmarks:
        """The bookmarks. Change them with the methods of this class, which emit the signals."""
        return self._shelf.bookmarks

    @property
    def recent(self) -> RecentlySeen:
        """The recently seen places. Change them with the methods of this class."""
        return self._shelf.recent

    @property
    def marks(self) -> MarkedSets:
        """The marks of beatmaps. Change them with `BeatmapMarks`, which tells of it."""
        shelf = self._shelf
        if shelf.marks is None:
            from osubrowser.services.beatmaps.marks import MarkedSets

            shelf.marks = MarkedSets()
        return shelf.marks

    @property
    def searches(self) -> SearchCollection:
        """The saved searches. Change them with `SavedSearches`, which tells of it."""
        shelf = self._shelf
        if shelf.searches is None:
            from osubrowser.services.library.saved_searches import SearchCollection

            shelf.searches = SearchCollection()
        return shelf.searches

    @property
    def is_loaded(self) -> bool:
        """Whether the files have been read."""
        return self._whose in self._shelves and self._shelf.is_loaded

    @property
    def is_demo(self) -> bool:
        """Whether the collections are those of the demo."""
        return self._whose == DEMO

    @property
    def origin(self) -> str:
        """The origin of stored addresses; the website for the demo, whose own origin varies."""
        return HOME if self.is_demo else self._account.server

    def place_of(self, entry: Bookmark | Visit | SavedSearch) -> Place:
        """Return the place of an entry; a `WebAddress` for those of other servers."""
        return _place(entry.exact_address, self.origin)

    @staticmethod
    def can_keep(place: Place) -> bool:
        """Whether a place can be stored: it has an address of its own."""
        return not isinstance(place, _NOT_KEPT)

    def bookmark_of(self, place: Place) -> Bookmark | None:
        """Return the bookmark of a place, or None."""
        if self._whose not in self._shelves or not self.can_keep(place):
            return None
        return self.bookmarks.of(place, self.origin)

    # --- bookmarks ---------------------------------------------------------------------------

    def add(self, place: Place, title: str, note: str = "") -> Bookmark | None:
        """Append a bookmark of a place. Return None if it cannot be stored, or there is no room."""
        if not self.can_keep(place):
            return None
        if not self.bookmarks.add(place, title, note, origin=self.origin):
            return None
        self.bookmarks_changed.emit()
        return self.bookmark_of(place)

    def write(
        self, bookmark: Bookmark, *, title: str | None = None, note: str | None = None
    ) -> None:
        """Change the title or the note of a bookmark."""
        self.bookmarks.write(bookmark, title=title, note=note)
        self.bookmarks_changed.emit()

    def remove(self, *bookmarks: Bookmark) -> list[tuple[int, Bookmark]]:
        """Remove bookmarks. Return them with their positions, for `put_back`."""
        wanted = {one.address for one in bookmarks}
        taken = [(n, one) for n, one in enumerate(self.bookmarks) if one.address in wanted]
        if taken:
            self.bookmarks.remove(*(one for _, one in taken))
            self.bookmarks_changed.emit()
        return taken

    def put_back(self, removed: Iterable[tuple[int, Bookmark]]) -> None:
        """Undo `remove`."""
        self.bookmarks.put_back(removed)
        self.bookmarks_changed.emit()

    def move(self, bookmarks: Sequence[Bookmark], to: int) -> None:
        """Move bookmarks, as one block, to a position in the order of the others, from 0."""
        self.bookmarks.move_together(bookmarks, to)
        self.bookmarks_changed.emit()

    # --- recently seen -----------------------------------------------------------------------

    def saw(self, place: Place, title: str) -> None:
        """Record a visit of a place."""
        if self.can_keep(place):
            self.recent.saw(place, title, origin=self.origin)
            self.seen_changed.emit()

    def forget(self, *seen: Visit) -> None:
        """Remove visits."""
        self.recent.remove(*seen)
        self.seen_changed.emit()

    def forget_all(self) -> None:
        """Remove all visits."""
        self.recent.clear()
        self.seen_changed.emit()

    def restore(self, seen: Sequence[Visit]) -> None:
        """Undo `forget`."""
        self.recent.merge(seen)
        self.seen_changed.emit()

    # --- export and import -------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to export."""
        marks, searches = len(self.marks), len(self.searches)
        return not (len(self.bookmarks) or len(self.recent) or marks or searches)

    async def export(self, path: Path) -> dict[str, int]:
        """Export all to one file, and return its numbers of entries by kind.

        Raises:
            ExportFailed: the file could not be written.
        """
        from osubrowser.services.library import transfer

        carried = transfer.export_library(self.bookmarks, self.recent, self.marks, self.searches)
        await self._calls.to_end(self._calls.run_at_once(transfer.write_export, path, carried))
        return carried.counts

    async def import_(self, path: Path) -> Imported:
        """Import a file that `export` wrote into the collections of the account at the call.

        Raises:
            ImportFailed: the file has another format, or cannot be read.
        """
        from osubrowser.services.library import transfer

        whose = self._whose
        _ = self._shelf
        carried: LibraryExport = await self._calls.to_end(
            self._calls.run_at_once(transfer.read_export, path, origins=(self.origin, HOME))
        )
        shelf = self._shelves[whose]  # may have been replaced meanwhile
        imported = transfer.import_library(
            carried, shelf.bookmarks, shelf.recent, shelf.marks, shelf.searches
        )
        self._tell_changed()
        return imported

    # --- the files ---------------------------------------------------------------------------

    def open(self) -> None:
        """Start to read the files. Needs a running event loop."""
        import asyncio

        self._loop = asyncio.get_running_loop()
        self._read_files()

    def close(self) -> None:
        """Stop reading, and write what is not written yet."""
        self._scope.cancel_all()
        self._loop = None
        self.flush()

    def flush(self) -> None:
        """Write what is not written yet. Blocks."""
        for shelf in self._shelves.values():
            for one in (*shelf.shared, shelf.recent):
                one.flush()

    @property
    def _shelf(self) -> _Shelf:
        """The collections of the current account; created on first use, for a faster start."""
        if self._whose not in self._shelves:
            self._shelves[self._whose] = _empty()
        return self._shelves[self._whose]

    def _read_files(self) -> None:
        if self._loop is not None and not self.is_loaded:
            self._scope.start(self._read(self._whose), key=self._whose)

    def _shared(self, whose: str) -> _Shelf | None:
        """Return a shelf with the shared collections; None of the demo, and until it is read."""
        loaded = (one for key, one in self._shelves.items() if key != DEMO and one.is_loaded)
        return None if whose == DEMO else next(loaded, None)

    def _files(self, whose: str) -> tuple[_SharedFiles | None, Path]:
        folders = self._folders
        if whose == DEMO:
            own = _SharedFiles(
                folders.demo_bookmarks_file, folders.demo_marks_file, folders.demo_searches_file
            )
            return own, folders.demo_recently_seen_file
        shared = _SharedFiles(folders.bookmarks_file, folders.marks_file, folders.searches_file)
        is_read = self._shared(whose) is not None
        return None if is_read else shared, folders.recently_seen_file(whose)

    async def _read(self, whose: str) -> None:
        files = self._files(whose)
        found = await self._calls.run_at_once(
            _load, *files, self.origin, self._executor, self._on_worker_problem
        )
        early = self._shelves.get(whose)
        shared = self._shared(whose)
        fresh: list[StoredCollection] = [found.recent]
        if shared is None:
            fresh = [*found.shared, found.recent]
        else:
            found.bookmarks, found.marks = shared.bookmarks, shared.marks
            found.searches = shared.searches
        self._shelves[whose] = found
        problems = [one.problem for one in fresh]
        if early is not None:
            _merge(early, found)
        for one in fresh:
            one.save_repaired()
        for problem in problems:
            self._tell_problem(problem)
        if whose == self._whose:
            self._tell_changed()

    def _on_account_changed(self) -> None:
        if self._account.whose != self._whose:
            self.leaving.emit()
            self._whose = self._account.whose
            self._read_files()
            self._tell_changed()

    def _on_worker_problem(self, problem: str) -> None:
        loop = self._loop
        if loop is not None:
            try:
                loop.call_soon_threadsafe(self._tell_problem, problem)
            except RuntimeError:  # the loop has closed: nothing to update
                return

    def _tell_problem(self, problem: str | None) -> None:
        if problem is not None:
            self.problem_found.emit(problem)

    def _tell_changed(self) -> None:
        self.bookmarks_changed.emit()
        self.seen_changed.emit()
        self.marks_replaced.emit()
        self.searches_replaced.emit()


def _merge(early: _Shelf, found: _Shelf) -> None:
    """Add what was collected before the files were read to what was in them."""
    if len(early.bookmarks):
        found.bookmarks.merge(early.bookmarks)
    if len(early.recent):
        found.recent.merge(early.recent)
    if early.marks is not None and found.marks is not None and len(early.marks):
        found.marks.merge(early.marks.as_dict())
    if early.searches is not None and found.searches is not None and len(early.searches):
        found.searches.merge(early.searches)
