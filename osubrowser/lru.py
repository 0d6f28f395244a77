"""Least-recently-used cache bounded by a count or by sizes, for any thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class LRUCache(Generic[K, V]):
    """Mapping that evicts the least recently used entries.

    Args:
        limit: largest sum of sizes; of entries where there is no `size_of`. One entry stays even
            if it alone is larger.
        size_of: size of a value, in the unit of `limit`; by default each counts as 1.
    """

    def __init__(self, limit: int, size_of: Callable[[V], int] | None = None) -> None:
        self.limit = limit
        self._size_of = size_of
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Sum of the sizes of all values."""
        return self._size

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._entries)

    def __contains__(self, key: object) -> bool:
        """Whether there is a value; does not count as reading it."""
        return key in self._entries

    def __iter__(self) -> Iterator[K]:
        """Iterate over the keys at the time of the call, the least recently used first."""
        with self._lock:
            return iter(list(self._entries))

    def get(self, key: K) -> V | None:
        """Return a value and mark it as the most recently used one; None if there is none."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            self._entries.move_to_end(key)
            return entry[0]

    def put(self, key: K, value: V) -> None:
        """Store a value and evict others until the limit holds."""
        size = 1 if self._size_of is None else self._size_of(value)
        with self._lock:
            self._remove(key)
            self._entries[key] = (value, size)
            self._size += size
            while self._size > self.limit and len(self._entries) > 1:
                self._remove(next(iter(self._entries)))

    def pop(self, key: K) -> None:
        """Remove an entry, if it is there."""
        with self._lock:
            self._remove(key)

    def clear(self) -> None:
        """Remove all entries."""
        with self._lock:
            self._entries.clear()
            self._size = 0

    def _remove(self, key: K) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._size -= entry[1]
