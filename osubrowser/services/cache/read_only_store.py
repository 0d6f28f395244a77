"""Read-only store of the response cache, for a folder that cannot be written."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from osubrowser.services.cache import sqlite_schema as schema
from osubrowser.services.cache.sqlite_store import StoredBody, found_in

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


class ReadOnlyStore:
    """Read-only SQLite file, opened on first use. For any thread; nothing raises.

    SQLite must write beside a file in WAL mode even to read it. This one is opened as immutable
    instead; changes by other processes are visible only after it is reopened.

    Args:
        path: the database file; it may be missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._reader: sqlite3.Connection | None = None

    def find(self, account: str, address: str) -> StoredBody | None:
        """Return the stored body; None on a miss, or if the file cannot be read."""
        failures: tuple[type[Exception], ...] = (OSError, *schema.errors())
        with self._lock:
            try:
                if self._reader is None:
                    self._reader = schema.connect_read_only(self._path)
                row = self._reader.execute(schema.FIND, (account, address)).fetchone()
                return None if row is None else found_in(row)[1]
            except failures:
                self._let_go()
                return None

    def close(self) -> None:
        """Close the file; the next lookup reopens it."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None
