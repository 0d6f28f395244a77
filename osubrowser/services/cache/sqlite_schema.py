"""SQLite schema of the response cache: tables, connections, and categories of errors."""

from __future__ import annotations

import time
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

VERSION = 1
_MARK = 0x6F737542  # "osuB", the application id
_HIGHEST_ID = 2**53
_LONGEST_VALUE = 64 * 1024 * 1024  # bytes, of a string or BLOB

_TABLES = (
    """CREATE TABLE answers (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        address TEXT NOT NULL,
        seen REAL NOT NULL,
        used INTEGER NOT NULL,
        size INTEGER NOT NULL,
        compressed INTEGER NOT NULL,
        length INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        UNIQUE (account, address)
    )""",
    "CREATE INDEX answers_by_use ON answers (used, size)",
    # A separate table: updating the time of use must not rewrite the body.
    "CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB NOT NULL)",
    "CREATE TABLE stored (bytes INTEGER NOT NULL)",
    "INSERT INTO stored VALUES (0)",
    """CREATE TRIGGER answer_in AFTER INSERT ON answers BEGIN
        UPDATE stored SET bytes = bytes + new.size;
    END""",
    """CREATE TRIGGER answer_other AFTER UPDATE OF size ON answers BEGIN
        UPDATE stored SET bytes = bytes + new.size - old.size;
    END""",
    """CREATE TRIGGER answer_out AFTER DELETE ON answers BEGIN
        UPDATE stored SET bytes = bytes - old.size;
        DELETE FROM bodies WHERE id = old.id;
    END""",
)

FIND = """SELECT id, seen, compressed, length, checksum, body FROM answers JOIN bodies USING (id)
    WHERE account = ? AND address = ?"""
PUT = """INSERT INTO answers (account, address, seen, used, size, compressed, length, checksum)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (account, address) DO UPDATE SET seen = excluded.seen, used = excluded.used,
        size = excluded.size, compressed = excluded.compressed, length = excluded.length,
        checksum = excluded.checksum
    RETURNING id"""
PUT_BODY = "INSERT OR REPLACE INTO bodies (id, body) VALUES (?, ?)"
TOUCH = "UPDATE answers SET used = max(used, ?) WHERE id = ?"
DROP = "DELETE FROM answers WHERE account = ? AND address = ?"
DROP_NUMBER = "DELETE FROM answers WHERE id = ?"
OLDEST = "SELECT id, size FROM answers WHERE id <> ? ORDER BY used LIMIT ?"
SOME_OF_ALL = "SELECT id FROM answers LIMIT ?"
SOME_OF_ACCOUNT = "SELECT id FROM answers WHERE account = ? LIMIT ?"
STORED = "SELECT bytes FROM stored"
_SUM = "SELECT coalesce(sum(size), 0) FROM answers"


class StoreProblem(Enum):
    """Category of an SQLite error."""

    DAMAGED = "damaged"
    """The file is corrupt or has another format: it must be replaced."""
    BUSY = "busy"
    """Another connection is writing: a retry may work."""
    CLOSED = "closed"
    """The store was closed."""
    DISK = "disk"
    """The disk is full, or the file is not writable."""


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """Open or create the file. Threads may share the connection, one at a time.

    Args:
        path: the database file.
        patience: busy timeout in seconds.
    """
    import sqlite3

    connection = sqlite3.connect(
        path, timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        connection.text_factory = bytes  # corrupt text must not raise a decoding error
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        for pragma in (
            "auto_vacuum = INCREMENTAL",
            "cache_size = -256",  # KB, of each thread; the system caches the file, too
            "secure_delete = FAST",
            "synchronous = NORMAL",  # a power loss may lose the last responses
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "journal_size_limit = 8388608",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open a file read-only and immutable. Threads may share the connection, one at a time.

    Raises:
        OSError, sqlite3.Error: the file is missing, unreadable, or of another format.
    """
    import sqlite3

    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.text_factory = bytes
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        _check_kind(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Create the tables if the file is new, and validate them.

    Raises:
        sqlite3.Error: the file has another format or version, is corrupt, or is not writable.
    """
    _use_log(connection)
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        connection.execute("BEGIN IMMEDIATE")
        try:
            _make_tables(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    _check_kind(connection)
    for query, values in ((FIND, ("", "")), (OLDEST, (0, 1))):
        connection.execute(query, values).fetchone()
    stored, real = connection.execute(f"SELECT ({STORED}), ({_SUM})").fetchone()
    if stored != real:
        raise damage("a count of something else")  # a wrong sum would disable the size limit
    if not _has_numbers(connection):
        raise damage("no number is left for another answer")


def _check_kind(connection: sqlite3.Connection) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if (mark, version) != (_MARK, VERSION):
        raise damage("a file of another kind or version")


def _make_tables(connection: sqlite3.Connection) -> None:
    """Create the tables, unless another process has just done so. Needs an open transaction."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != 0:
        return
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise damage("a file of another kind")
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_MARK}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _use_log(connection: sqlite3.Connection) -> None:
    """Enable write-ahead logging, so that readers do not wait for writers."""
    import sqlite3

    deadline = time.monotonic() + 5
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.OperationalError as error:
            # The busy timeout does not apply to a change of the journal mode.
            if problem_of(error) is not StoreProblem.BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def identity_of(path: Path) -> tuple[int, int]:
    """Return device and inode of a file, which identify it if its path is reused."""
    status = path.stat()
    return status.st_dev, status.st_ino


def is_sound(connection: sqlite3.Connection) -> bool:
    """Return whether the file passes SQLite's integrity check and has row ids left."""
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    return answer == (b"ok",) and _has_numbers(connection)


def _has_numbers(connection: sqlite3.Connection) -> bool:
    highest = connection.execute("SELECT max(id) FROM answers").fetchone()[0]
    return highest is None or highest < _HIGHEST_ID


def is_full(error: Exception) -> bool:
    """Return whether an error is SQLITE_FULL: no disk space, or no row ids in a corrupt file."""
    import sqlite3

    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL


def errors() -> tuple[type[Exception], ...]:
    """Return the exception classes that SQLite raises."""
    import sqlite3

    # UnicodeDecodeError: the message about a corrupt file may quote invalid UTF-8 from it.
    return sqlite3.Error, UnicodeDecodeError


def damage(what: str) -> Exception:
    """Return a SQLITE_CORRUPT error for a file that SQLite can read but that has other contents."""
    import sqlite3

    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def busy() -> Exception:
    """Return a SQLITE_BUSY error, for a writer whose wait timed out."""
    import sqlite3

    error = sqlite3.OperationalError("busy")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return error


def closed() -> Exception:
    """Return the error for a call on a closed store."""
    import sqlite3

    return sqlite3.ProgrammingError("closed")


def problem_of(error: Exception) -> StoreProblem:
    """Return the category of an error of SQLite or of the file system."""
    import sqlite3

    if isinstance(error, sqlite3.ProgrammingError):
        return StoreProblem.CLOSED
    if isinstance(error, UnicodeDecodeError):
        return StoreProblem.DAMAGED
    if not isinstance(error, sqlite3.Error):
        return StoreProblem.DISK
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code == sqlite3.SQLITE_IOERR_SHORT_READ:
        return StoreProblem.DAMAGED
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreProblem.BUSY
        case (
            sqlite3.SQLITE_CORRUPT
            | sqlite3.SQLITE_NOTADB
            | sqlite3.SQLITE_ERROR  # such as a missing table
            | sqlite3.SQLITE_MISMATCH
            | sqlite3.SQLITE_CONSTRAINT
            | sqlite3.SQLITE_TOOBIG
            | sqlite3.SQLITE_SCHEMA
            | sqlite3.SQLITE_FORMAT
        ):
            return StoreProblem.DAMAGED
    return StoreProblem.DISK
