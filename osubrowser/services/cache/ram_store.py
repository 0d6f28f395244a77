"""What was seen in the embedded osu!: in memory alone, bounded, gone with the program."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from osubrowser.services.cache.sqlite_store import OVERHEAD, CompressedBody, StoredBody

LIMIT = 32 * 1024 * 1024  # bytes


class RamStore:
    """Answers by address, the least recently used let go of first. For any thread."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._size = 0
        self._found: OrderedDict[str, StoredBody] = OrderedDict()
        self._lock = Lock()

    def find(self, address: str) -> StoredBody | None:
        """Return what is here, which is the most recently used now; None if there is nothing."""
        with self._lock:
            found = self._found.get(address)
            if found is not None:
                self._found.move_to_end(address)
            return found

    def put(self, address: str, packed: CompressedBody, seen_at: float) -> bool:
        """Keep an answer. Returns False for one that is too large."""
        if _size(address, packed) > self._limit:
            return False
        with self._lock:
            before = self._found.pop(address, None)
            if before is not None:
                self._size -= _size(address, before.packed)
            self._found[address] = StoredBody(packed, seen_at)
            self._size += _size(address, packed)
            while self._size > self._limit:
                oldest, gone = self._found.popitem(last=False)
                self._size -= _size(oldest, gone.packed)
        return True

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._found.clear()
            self._size = 0


def _size(address: str, packed: CompressedBody) -> int:
    return len(packed.body) + len(address) + OVERHEAD
