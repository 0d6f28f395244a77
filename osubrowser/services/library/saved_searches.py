"""Saved searches of the beatmap listing, each with what was newest at the last look."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from osubrowser.services.library.records import as_bytes, moment, one_line, read_entries
from osubrowser.services.places.urls import HOME, address
from osubrowser.services.storage.stored_collection import StoredCollection
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from osubrowser.services.places.places import Place

MOST_SEARCHES: Final = 200
"""Maximum number of saved searches."""

_LARGEST: Final = 2**53 - 1


@dataclass(frozen=True)
class Look:
    """First sets of a search, sorted by date.

    Attributes:
        newest: date (Unix time in seconds) and id of each set, the newest first.
        total: number of sets that the search finds.
        is_all: whether `newest` has all of them.
    """

    newest: tuple[tuple[float, int], ...] = ()
    total: int = 0
    is_all: bool = False


@dataclass(frozen=True)
class SavedSearch:
    """Saved search.

    Attributes:
        address: URL of the listing with the search on the website; the unique key.
        title: the user's name of it.
        saved: time of creation (Unix time in seconds); 0 if unknown.
        looked: time of the last look; 0 if there was none.
        newest_date: date of the newest set then, in seconds; 0 if unknown.
        newest_id: id of the newest set then; 0 if unknown.
        total: number of sets then.
    """

    address: str
    title: str
    saved: float = field(default=0.0, compare=False)
    looked: float = 0.0
    newest_date: float = 0.0
    newest_id: int = 0
    total: int = 0

    @property
    def exact_address(self) -> str:
        """The address: a search is opened at its start."""
        return self.address

    def count_new(self, look: Look) -> tuple[int, bool]:
        """Return how many sets of a look are newer than the last one, and whether there are more.

        Nothing is new of a search that was never looked at.
        """
        if not self.looked:
            return 0, False
        before = self.newest_date, self.newest_id
        count = sum(one > before for one in look.newest)
        return count, bool(count) and count == len(look.newest) and not look.is_all


class SearchCollection(StoredCollection):
    """Ordered collection of saved searches. `load` blocks; all else is for the GUI thread.

    Args:
        path: the file; None stores nothing.
        executor: where it is written; None writes at once.
        tell: called with each new problem of the file, on the thread that writes it.
    """

    name = tr("The saved searches")

    def __init__(
        self,
        path: Path | None = None,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(path, executor, tell)
        self._all: dict[str, SavedSearch] = {}

    def _take(self, values: Mapping[str, object]) -> int:
        found, damaged = read_searches(values.get("searches"))
        self._all = {one.address: one for one in found}
        return damaged

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[SavedSearch]:
        """Iterate over the searches in order; over a copy, so they may be changed meanwhile."""
        return iter(tuple(self._all.values()))

    def at(self, address: str) -> SavedSearch | None:
        """Return the search with an address, or None."""
        return self._all.get(address)

    def put(self, search: SavedSearch) -> bool:
        """Append a search, or replace the one of its address. False if there is no room."""
        if search.address not in self._all and len(self._all) >= MOST_SEARCHES:
            return False
        self._all[search.address] = search
        self._save()
        return True

    def remove(self, *addresses: str) -> None:
        """Remove searches."""
        taken = [self._all.pop(one, None) for one in addresses]
        if any(one is not None for one in taken):
            self._save()

    def arrange(self, searches: Iterable[SavedSearch]) -> None:
        """Replace all searches by these, in this order."""
        self._all = {one.address: one for one in searches}
        self._save()

    def merge(self, others: Iterable[SavedSearch]) -> tuple[int, int]:
        """Append imported searches, without duplicates; of a duplicate the later look stays.

        Returns:
            The numbers of searches added, and of those left out for want of room.
        """
        added = left_out = 0
        for one in others:
            ours = self._all.get(one.address)
            if ours is not None:
                if one.looked > ours.looked:
                    self._all[one.address] = replace(one, title=ours.title, saved=ours.saved)
            elif len(self._all) < MOST_SEARCHES:
                self._all[one.address] = one
                added += 1
            else:
                left_out += 1
        self._save()
        return added, left_out

    def _save(self) -> None:
        snapshot = tuple(self._all.values())
        self._document.save(lambda: as_bytes({"version": self.version, "searches": snapshot}))


class SavedSearches(QObject):
    """Saved searches of the current account. For the GUI thread; does not block.

    Signals:
        changed: the searches, or what was newest in one, are others now.

    Args:
        current: returns the stored searches of the current account.
        origin: returns the server that stored addresses belong to.
    """

    changed = Signal()

    def __init__(
        self,
        current: Callable[[], SearchCollection],
        origin: Callable[[], str] = lambda: HOME,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._origin = origin

    def all(self) -> list[SavedSearch]:
        """Return the searches in the user's order."""
        return list(self._current())

    def of(self, place: Place) -> SavedSearch | None:
        """Return the search that was saved of a place, or None."""
        return self._current().at(address(place, self._origin()))

    def add(self, place: Place, title: str, look: Look | None = None) -> SavedSearch | None:
        """Save the search of a place, or name an existing one anew.

        Args:
            place: of the listing.
            title: the user's name of it; "" for its address.
            look: what was found now, if it was sorted by date.

        Returns:
            The search; None where there is no room (200 searches).
        """
        where = address(place, self._origin())
        before = self._current().at(where) or SavedSearch(where, where, time.time())
        made = replace(before, title=one_line(title) or where)
        if look is not None:
            made = _looked_at(made, look)
        if not self._current().put(made):
            return None
        self.changed.emit()
        return made

    def rename(self, search: SavedSearch, title: str) -> None:
        """Change the name of a search."""
        self._replace(search, lambda one: replace(one, title=one_line(title) or one.address))

    def note_look(self, search: SavedSearch, look: Look) -> None:
        """Store what is newest now: from now on it is no longer new."""
        self._replace(search, lambda one: _looked_at(one, look))

    def remove(self, *searches: SavedSearch) -> list[tuple[int, SavedSearch]]:
        """Remove searches. Return them with their positions, for `put_back`."""
        wanted = {one.address for one in searches}
        taken = [(n, one) for n, one in enumerate(self._current()) if one.address in wanted]
        if taken:
            self._current().remove(*wanted)
            self.changed.emit()
        return taken

    def put_back(self, removed: Sequence[tuple[int, SavedSearch]]) -> None:
        """Undo `remove`; those saved again meanwhile are unchanged."""
        order = self.all()
        there = {one.address for one in order}
        for position, one in sorted(removed, key=lambda entry: entry[0]):
            if one.address not in there and len(order) < MOST_SEARCHES:
                order.insert(position, one)
        self._current().arrange(order)
        self.changed.emit()

    def move(self, search: SavedSearch, to: int) -> None:
        """Move a search to a position in the order of the others, from 0."""
        order = self.all()
        found = next((one for one in order if one.address == search.address), None)
        if found is not None:
            order.remove(found)
            order.insert(max(to, 0), found)
            self._current().arrange(order)
            self.changed.emit()

    def replaced(self) -> None:
        """Tell that `current` returns others now."""
        self.changed.emit()

    def _replace(self, search: SavedSearch, change: Callable[[SavedSearch], SavedSearch]) -> None:
        stored = self._current()
        found = stored.at(search.address)
        if found is not None:
            stored.put(change(found))
            self.changed.emit()


def _looked_at(search: SavedSearch, look: Look) -> SavedSearch:
    date, set_id = max(look.newest, default=(search.newest_date, search.newest_id))
    return replace(search, looked=time.time(), newest_date=date, newest_id=set_id, total=look.total)


def read_searches(
    values: object, origins: tuple[str, ...] | None = None
) -> tuple[list[SavedSearch], int]:
    """Return the searches in decoded JSON, and the number of invalid entries.

    Args:
        values: any decoded JSON; a list is expected.
        origins: servers whose addresses are accepted besides the website's; None for all.
    """
    return read_entries(values, origins, MOST_SEARCHES, _search)


def _search(address: str, title: str, given: Mapping[str, object]) -> SavedSearch:
    return SavedSearch(
        address,
        title,
        moment(given.get("saved")),
        moment(given.get("looked")),
        moment(given.get("newest_date")),
        _number(given.get("newest_id")),
        _number(given.get("total")),
    )


def _number(value: object) -> int:
    return value if type(value) is int and 0 <= value <= _LARGEST else 0
