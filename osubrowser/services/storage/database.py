"""SQLite database of the profile: opened with its schema, replaced if it is damaged."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

log = logging.getLogger(__name__)

_BUSY_TIMEOUT = 5.0  # seconds: another process of this program may write
_LONGEST_VALUE = 16 << 20  # bytes of a string or BLOB


class Database:
    """SQLite database with write-ahead log. For any thread: one at a time uses the connection.

    A file that is damaged, or of another version, is moved to `NAME.damaged`, and an empty one
    takes its place: it must hold only what can be made again.

    Args:
        path: the file; its folder is made.
        schema: statements that make the tables.
        version: of the schema.

    Raises:
        OSError: the folder or the file cannot be made.
    """

    def __init__(self, path: Path, schema: Sequence[str], version: int) -> None:
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self.was_damaged = False
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = _opened(path, schema, version)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and not _is_damage(error):
                raise OSError(f"{path.name} cannot be opened: {error}") from error
            log.warning("%s is damaged: %s", path.name, error)
            self.was_damaged = True
            _set_aside(path)
            try:
                self._connection = _opened(path, schema, version)
            except sqlite3.Error as second:
                raise OSError(f"{path.name} cannot be made: {second}") from second

    @contextlib.contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Context manager of the connection, for reading.

        Raises:
            OSError: it was closed, or the file cannot be read.
        """
        with self._lock:
            if self._connection is None:
                raise OSError("the database is closed")
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise OSError(f"the database cannot be read: {error}") from error

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Context manager of a transaction, which an exception rolls back.

        Raises:
            OSError: it was closed, or the file cannot be written; nothing was changed.
        """
        with self.read() as connection, transaction(connection):
            yield connection

    def close(self) -> None:
        """Close the file; later calls raise OSError."""
        with self._lock:
            connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def connect(path: Path, *first: str) -> sqlite3.Connection:
    """Open or make a file with write-ahead log. Threads may share the connection, one at a time.

    Args:
        path: the file.
        first: pragmas that are set before the others, such as `page_size = 4096`.

    Raises:
        sqlite3.Error: the file is no database, or cannot be opened or made.
    """
    connection = sqlite3.connect(
        path, timeout=_BUSY_TIMEOUT, isolation_level=None, check_same_thread=False
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        for pragma in (
            *first,
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "journal_size_limit = 8388608",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Context manager of a transaction that writes, which an exception rolls back.

    Raises:
        sqlite3.Error: it could not be begun or committed; nothing was changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the version of the schema; 0 for a new file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def make_tables(connection: sqlite3.Connection, schema: Sequence[str], version: int) -> None:
    """Make the tables of a new file, unless another process has done so meanwhile.

    Raises:
        sqlite3.Error: they could not be made; nothing was changed.
    """
    with transaction(connection):
        if schema_version(connection) == 0:
            for statement in schema:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {int(version)}")


def _opened(path: Path, schema: Sequence[str], version: int) -> sqlite3.Connection:
    connection = connect(path)
    try:
        if schema_version(connection) == 0:
            make_tables(connection, schema, version)
        _check(connection, version)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, version: int) -> None:
    """Raise DatabaseError for a file of another version, or one that is damaged."""
    found = schema_version(connection)
    if found != version:
        raise sqlite3.DatabaseError(f"version {found} in place of {version}")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("the integrity check failed")


def _is_damage(error: sqlite3.OperationalError) -> bool:
    """Whether it is the file's content, such as a table that exists already, not the disk."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_ERROR


def _set_aside(path: Path) -> None:
    """Move a damaged database out of the way, with its log."""
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()
    path.replace(path.with_name(f"{path.name}.damaged"))
