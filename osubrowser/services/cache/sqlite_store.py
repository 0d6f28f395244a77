"""SQLite store of the response cache: crash-safe, shared by threads and processes."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.services.cache import sqlite_schema as schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

OVERHEAD = 300
"""Measured bytes per response in the file, in addition to body, account and address."""

_PATIENCE = 0.5  # seconds to wait for another writer before giving up
_BATCH = 100  # rows deleted per transaction
_BREATH = 0.001  # seconds between batches, so that other threads can write
_MOST_TOUCHES = 64  # times of use buffered in RAM


class CompressedBody(NamedTuple):
    """Stored body, perhaps compressed; `length` is that of the original."""

    body: bytes
    is_compressed: bool
    length: int
    checksum: int


class StoredBody(NamedTuple):
    """Body found in a store, and when it was received (Unix time in seconds)."""

    packed: CompressedBody
    seen_at: float


class SqliteStore:
    """Least-recently-used store of bodies by account and address, in one file. Thread-safe.

    Writers are serialised, each with a short transaction; readers do not wait. Methods may raise
    `sqlite3.Error`; `sqlite_schema.problem_of` categorises it.

    Args:
        path: the database file; its folder must exist.
        limit: maximum size in bytes.
    """

    def __init__(self, path: Path, limit: int) -> None:
        self._path = path
        self._limit = limit
        self._writing = threading.Lock()
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []  # idle reader connections
        self._touched: dict[int, int] = {}  # times of use not written yet, by row id
        self._clock = 0
        self._closed = False
        self._writer = schema.connect(path, _PATIENCE)
        try:
            schema.prepare(self._writer)
            self.identity = schema.identity_of(path)
        except BaseException:
            self._writer.close()
            raise

    def find(self, account: str, address: str) -> StoredBody | None:
        """Return the stored body and mark it as most recently used; None on a miss."""
        with self._reader() as reader:
            row = reader.execute(schema.FIND, (account, address)).fetchone()
        if row is None:
            return None
        number, found = found_in(row)
        with self._lock:
            self._touched[number] = self._now()
            is_time = len(self._touched) >= _MOST_TOUCHES
        if is_time:
            self._write_touches()
        return found

    def put(self, account: str, address: str, packed: CompressedBody, seen_at: float) -> None:
        """Store a body in place of an older one, and evict others to stay within the limit."""
        size = len(packed.body) + len(account) + len(address.encode()) + OVERHEAD
        with self._transaction() as writer:
            with self._lock:
                used = self._now()
            row = (account, address, seen_at, used, size, *packed[1:])
            number = writer.execute(schema.PUT, row).fetchone()[0]
            writer.execute(schema.PUT_BODY, (number, packed.body))
            while self._throw_away(writer, number):
                pass

    def drop(self, account: str, address: str) -> None:
        """Delete one body."""
        with self._transaction() as writer:
            writer.execute(schema.DROP, (account, address))

    def clear(self, account: str | None) -> None:
        """Delete the bodies of one account, or all, without leaving their content in the file."""
        query = schema.SOME_OF_ALL if account is None else schema.SOME_OF_ACCOUNT
        values = (_BATCH,) if account is None else (account, _BATCH)
        while self._drop_batch(query, values):
            time.sleep(_BREATH)
        self._shrink()

    def set_limit(self, limit: int) -> None:
        """Set the maximum size in bytes, evict what exceeds it, and shrink the file."""
        self._limit = limit
        while self._make_room():
            time.sleep(_BREATH)
        self._shrink()

    def size(self) -> int:
        """Return the size of all stored bodies, in bytes."""
        with self._reader() as reader:
            return _bytes_in(reader)

    def is_sound(self) -> bool:
        """Check the integrity of the whole file. Slow for a large one."""
        with self._reader() as reader:
            return schema.is_sound(reader)

    def close(self) -> None:
        """Write the buffered times of use and close the file. Later calls raise."""
        with contextlib.suppress(*schema.errors()):
            self._write_touches()
        self.abandon()

    def abandon(self) -> None:
        """Close the file without writing. Reads under way in other threads still complete."""
        with self._writing, self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in (*idle, self._writer):
            with contextlib.suppress(*schema.errors()):
                connection.close()

    # --- connections -------------------------------------------------------------------------

    @contextlib.contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._check_open()
            reader = self._idle.pop() if self._idle else None
        if reader is None:
            reader = schema.connect(self._path, _PATIENCE)
        try:
            yield reader
        except BaseException:
            reader.close()
            raise
        with self._lock:
            if not self._closed:
                self._idle.append(reader)
                return
        reader.close()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Context manager of a write transaction, which also writes the buffered times of use."""
        if not self._writing.acquire(timeout=_PATIENCE):
            raise schema.busy()
        try:
            self._check_open()
            writer = self._writer
            writer.execute("BEGIN IMMEDIATE")
            with self._lock:
                touched, self._touched = self._touched, {}
            try:
                writer.executemany(schema.TOUCH, [(at, number) for number, at in touched.items()])
                yield writer
                writer.execute("COMMIT")
            except BaseException:
                if writer.in_transaction:
                    writer.execute("ROLLBACK")
                raise
        finally:
            self._writing.release()

    def _check_open(self) -> None:
        if self._closed:
            raise schema.closed()

    def _now(self) -> int:
        """Return a strictly increasing time in microseconds. Call with `_lock` held."""
        self._clock = max(self._clock + 1, time.time_ns() // 1000)
        return self._clock

    # --- eviction ----------------------------------------------------------------------------

    def _throw_away(self, writer: sqlite3.Connection, but: int = -1) -> bool:
        """Evict a batch of least recently used rows. Return whether the limit is still exceeded."""
        excess = _bytes_in(writer) - self._limit
        if excess <= 0:
            return False
        gone = []
        for number, size in writer.execute(schema.OLDEST, (but, _BATCH)).fetchall():
            if excess <= 0:
                break
            gone.append((number,))
            excess -= size
        writer.executemany(schema.DROP_NUMBER, gone)
        return bool(gone) and excess > 0

    def _make_room(self) -> bool:
        with self._transaction() as writer:
            return self._throw_away(writer)

    def _drop_batch(self, query: str, values: tuple[Any, ...]) -> bool:
        with self._transaction() as writer:
            gone = writer.execute(query, values).fetchall()
            writer.executemany(schema.DROP_NUMBER, gone)
            return bool(gone)

    def _write_touches(self) -> None:
        with contextlib.suppress(*schema.errors()), self._transaction():
            pass

    def _shrink(self) -> None:
        """Release the free pages of the file in small batches, and truncate the write-ahead log."""
        before = -1
        while (free := self._give_back()) not in (0, before):
            before = free
            time.sleep(_BREATH)
        with self._writing:
            self._check_open()
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _give_back(self) -> int:
        """Release some free pages. Return how many are left."""
        with self._writing:
            self._check_open()
            # The pragma yields a row for each page, and `execute` steps only to the first.
            self._writer.executescript("PRAGMA incremental_vacuum(256)")
            free: int = self._writer.execute("PRAGMA freelist_count").fetchone()[0]
            return free


def found_in(row: tuple[Any, ...]) -> tuple[int, StoredBody]:
    """Return the id and the body of a row of `sqlite_schema.FIND`."""
    number, seen_at, is_compressed, length, checksum, body = row
    fits = isinstance(body, bytes) and all(
        isinstance(value, (int, float)) for value in (number, seen_at, length, checksum)
    )
    if not fits:
        raise schema.damage("a row that was not written so")
    return number, StoredBody(CompressedBody(body, bool(is_compressed), length, checksum), seen_at)


def _bytes_in(connection: sqlite3.Connection) -> int:
    row = connection.execute(schema.STORED).fetchone()
    if row is None or not isinstance(row[0], int):
        raise schema.damage("no count of what is stored")
    return row[0]
