"""SQLite file of a history: one connection that writes, others that read without waiting for it."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
import threading
from functools import partial
from typing import TYPE_CHECKING, Final

from osubrowser.services.history.file_errors import DamagedHistory, NewerHistory
from osubrowser.services.history.schema import TABLES, VERSION
from osubrowser.services.storage.database import (
    connect,
    make_tables,
    schema_version,
    transaction,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_READERS: Final = 4
_TABLES: Final = frozenset(one.split()[2] for one in TABLES if one.startswith("CREATE TABLE"))
_CHECKED_SIZE: Final = 16 << 20
"""Bytes up to which a file is checked whole when it is opened, a tenth of a second."""


class HistoryDatabase:
    """SQLite database with write-ahead log. Thread-safe; methods block.

    Args:
        path: the file; its folder is made.

    Raises:
        DamagedHistory: it is damaged.
        NewerHistory: it is of a newer version.
        OSError: the file cannot be opened or made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writing = threading.RLock()
        self._lock = threading.Lock()
        self._readers: list[sqlite3.Connection] = []
        self._is_closed = False
        path.parent.mkdir(parents=True, exist_ok=True)
        with errors():
            self._writer = _opened(path)
        self._identity = _identity(path)

    @property
    def is_in_place(self) -> bool:
        """Whether the file that is open is still there, not removed and no other in its place.

        One that was removed could be written all the same, and would be gone in the end.
        """
        return _identity(self._path) == self._identity

    @contextlib.contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Context manager of a connection that sees the file as it is now, whatever is written.

        Raises:
            DamagedHistory: the file is damaged.
            OSError: it was closed, or the file cannot be read.
        """
        with errors():
            connection = self._reader()
            is_fine = False
            try:
                connection.execute("BEGIN")
                yield connection
                is_fine = True
            finally:
                if connection.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")
                self._give_back(connection, is_fine=is_fine)

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Context manager of a transaction, which an exception rolls back.

        Raises:
            DamagedHistory: the file is damaged.
            OSError: it was closed, or the file cannot be written; nothing was changed.
        """
        with self._writing, errors():
            if self._is_closed:
                raise OSError("the history is closed")
            with transaction(self._writer):
                yield self._writer

    def compact(self) -> None:
        """Give space that is not used back to the system. Takes seconds for a large file.

        Raises:
            OSError: it was closed, or the file cannot be written.
        """
        with self._writing, errors():
            if self._is_closed:
                raise OSError("the history is closed")
            self._writer.execute("VACUUM")

    def close(self) -> None:
        """Close the file; later calls raise OSError."""
        with self._writing:
            with self._lock:
                if self._is_closed:
                    return
                self._is_closed = True
                readers, self._readers = self._readers, []
            for connection in readers:
                connection.close()
            with contextlib.suppress(sqlite3.Error):  # a full disk must not keep it open
                self._writer.execute("PRAGMA optimize")
            self._writer.close()

    def _reader(self) -> sqlite3.Connection:
        with self._lock:
            if self._is_closed:
                raise OSError("the history is closed")
            if self._readers:
                return self._readers.pop()
        connection = _connected(self._path)
        connection.execute("PRAGMA query_only = ON").fetchall()
        return connection

    def _give_back(self, connection: sqlite3.Connection, *, is_fine: bool) -> None:
        with self._lock:
            if is_fine and not self._is_closed and len(self._readers) < _MOST_READERS:
                self._readers.append(connection)
                return
        connection.close()


@contextlib.contextmanager
def errors() -> Iterator[None]:
    """Context manager that turns errors of SQLite into OSError, or a class of it."""
    try:
        yield
    except sqlite3.Error as error:
        if _is_damage(error):
            raise DamagedHistory(str(error)) from error
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise OSError(_NUMBERS.get(code, errno.EIO), str(error)) from error
    except UnicodeDecodeError as error:  # SQLite's own message repeats damaged text
        raise DamagedHistory(str(error)) from error


_NUMBERS: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
}
"""Numbers of the system's errors by SQLite's codes."""


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from all others; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_damage(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _connected(path: Path) -> sqlite3.Connection:
    # The page size is of a new file: the recovery of a damaged one counts on it.
    connection = connect(path, "page_size = 4096", "secure_delete = FAST")
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")  # damaged text
    return connection


def _opened(path: Path) -> sqlite3.Connection:
    """Return the connection that writes, to a file with its tables."""
    was_ended = not path.with_name(path.name + "-wal").exists()
    connection = _connected(path)
    try:
        if schema_version(connection) == 0 and not _tables(connection):
            make_tables(connection, TABLES, VERSION)
        is_checked_whole = not was_ended or path.stat().st_size <= _CHECKED_SIZE
        _check(connection, is_checked_whole=is_checked_whole)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, *, is_checked_whole: bool) -> None:
    """Raise NewerHistory or DamagedHistory."""
    version = schema_version(connection)
    if version > VERSION:
        raise NewerHistory(f"version {version}")
    if not _tables(connection) >= _TABLES:
        raise DamagedHistory("there are tables missing")
    if is_checked_whole:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != ("ok",):
            raise DamagedHistory(str(found))


def _tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {name for (name,) in rows}
