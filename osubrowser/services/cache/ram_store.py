"""RAM store of the response cache, for the embedded server: bounded by bytes, never on disk."""

from __future__ import annotations

from osubrowser.lru import LRUCache
from osubrowser.services.cache.sqlite_store import OVERHEAD, CompressedBody, StoredBody

LIMIT = 32 * 1024 * 1024  # bytes


class RamStore:
    """Bodies by address, evicted by least recent use. For any thread.

    Args:
        limit: bytes, as compressed.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._bodies: LRUCache[str, StoredBody] = LRUCache(
            limit, lambda stored: len(stored.packed.body) + OVERHEAD
        )

    def find(self, address: str) -> StoredBody | None:
        """Return what is stored, which is the most recently used now; None for nothing."""
        return self._bodies.get(address)

    def put(self, address: str, packed: CompressedBody, seen_at: float) -> bool:
        """Store a body. Returns False for one that is too large."""
        if len(packed.body) + OVERHEAD > self._bodies.limit:
            return False
        self._bodies.put(address, StoredBody(packed, seen_at))
        return True

    def clear(self) -> None:
        """Remove everything."""
        self._bodies.clear()
