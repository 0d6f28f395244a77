"""Recently seen places: newest first, with counts, bounded in number."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from osubrowser.services.library.records import as_bytes, moment, one_line, read_entries
from osubrowser.services.places.urls import HOME, address
from osubrowser.services.storage.stored_collection import StoredCollection
from osubrowser.services.text.matching import best, fold
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from osubrowser.services.places.places import Place

MOST_SEEN = 500
_MOST_TIMES = 1_000_000
_STAYS = 3600.0  # seconds


@dataclass(frozen=True)
class Visit:
    """Visited place.

    Attributes:
        address: URL of the place on the website; the unique key.
        title: display name at the last visit.
        at: time of the last visit (Unix time in seconds).
        times: number of visits.
    """

    address: str
    title: str
    at: float
    times: int = field(default=1)

    @property
    def exact_address(self) -> str:
        """The address: a visit is one of a place as a whole."""
        return self.address

    @cached_property
    def words(self) -> tuple[str, str]:
        """Searchable texts, folded: title, address."""
        return fold(self.title), fold(self.address)


class RecentlySeen(StoredCollection):
    """Collection of visits. `load` blocks; all else is for the GUI thread.

    Args:
        path: the file; None stores nothing.
        executor: where it is written; None writes at once.
        tell: called with each new problem of the file, on the thread that writes it.
    """

    name = tr("The recently seen places")

    def __init__(
        self,
        path: Path | None = None,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(path, executor, tell)
        self._all: dict[str, Visit] = {}  # the newest last

    def _take(self, values: Mapping[str, object]) -> int:
        visits, damaged = read_visits(values.get("seen"))
        self.merge(visits, save=False)
        return damaged

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Visit]:
        """Iterate over the visits, newest first; over a copy, so they may be changed meanwhile."""
        return iter(tuple(reversed(self._all.values())))

    def saw(self, place: Place, title: str, *, origin: str = HOME) -> None:
        """Record a visit of a place.

        The newest place is not counted again within an hour, as it was merely reloaded.
        """
        where, now = address(place, origin), time.time()
        newest = next(reversed(self._all), None)
        before = self._all.pop(where, None)
        times = 1
        if before is not None:
            stayed = where == newest and now - before.at < _STAYS
            times = before.times if stayed else min(before.times + 1, _MOST_TIMES)
        self._all[where] = Visit(where, one_line(title) or where, now, times)
        while len(self._all) > MOST_SEEN:
            del self._all[next(iter(self._all))]
        self._save()

    def remove(self, *seen: Visit) -> None:
        """Remove visits."""
        taken = [self._all.pop(one.address, None) for one in seen]
        if any(one is not None for one in taken):
            self._save()

    def clear(self) -> None:
        """Remove all visits."""
        self._all.clear()
        self._save()

    def search(self, words: str, most: int = 20) -> list[Visit]:
        """Return the visits that match all words: best match first, then newest."""
        return best(words, self, most)

    def merge(self, others: Iterable[Visit], *, save: bool = True) -> int:
        """Add visits of a file; a duplicate gets the later time and the larger count.

        Args:
            others: visits, newest first.
            save: False for those of the own file.

        Returns:
            The number of visits added.
        """
        before = set(self._all)
        for one in reversed(tuple(others)):  # preserves the order of equal times
            ours = self._all.get(one.address)
            if ours is not None:
                times = max(ours.times, one.times)
                one = Visit(one.address, ours.title, max(ours.at, one.at), times)
            self._all[one.address] = one
        newest = sorted(self._all.values(), key=lambda one: one.at)[-MOST_SEEN:]
        self._all = {one.address: one for one in newest}
        if save:
            self._save()
        return len(set(self._all) - before)

    def _save(self) -> None:
        snapshot = tuple(self)
        self._document.save(lambda: as_bytes({"version": self.version, "seen": snapshot}))


def read_visits(values: object, origins: tuple[str, ...] | None = None) -> tuple[list[Visit], int]:
    """Return the visits in decoded JSON, and the number of invalid entries.

    Args:
        values: any decoded JSON; a list is expected.
        origins: servers whose addresses are accepted besides the website's; None for all.
    """
    return read_entries(values, origins, MOST_SEEN, _seen)


def _seen(address: str, title: str, given: Mapping[str, object]) -> Visit:
    times = given.get("times")
    if type(times) is not int or not 1 <= times <= _MOST_TIMES:
        times = 1
    return Visit(address, title, moment(given.get("at")), times)
