"""Store of the download queue: one row per replay in SQLite, safe against a killed process."""

from __future__ import annotations

import json
import logging
import time
from dataclasses import asdict, dataclass, field, fields
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from osubrowser.services.downloads.entries import (
    DownloadState,
    QueueEntry,
    ReplayDetails,
    ReplayTarget,
)
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    T = TypeVar("T")

log = logging.getLogger(__name__)

VERSION = 1
_MARK = 0x6F737551  # "osuQ", the application id
_PATIENCE = 5.0  # seconds to wait for another process that writes
_KEPT_TIMES = 3600.0  # seconds
_LIMIT_OF = "limit of "

_TABLES = (
    # AUTOINCREMENT: the id of a removed row must not return while it is shown somewhere.
    """CREATE TABLE entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        position INTEGER NOT NULL,
        batch INTEGER NOT NULL,
        server TEXT NOT NULL,
        target TEXT NOT NULL,
        details TEXT,
        state TEXT NOT NULL,
        received INTEGER NOT NULL DEFAULT 0,
        size INTEGER,
        speed REAL,
        attempts INTEGER NOT NULL DEFAULT 0,
        failure TEXT NOT NULL DEFAULT '',
        path TEXT NOT NULL DEFAULT '',
        part TEXT NOT NULL DEFAULT '',
        digest TEXT NOT NULL DEFAULT '',
        added_at REAL NOT NULL,
        finished_at REAL NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX entries_by_path ON entries (path) WHERE path <> ''",
    "CREATE TABLE sent (at REAL NOT NULL)",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)
_COLUMNS = (
    "id, position, batch, server, target, details, state, received, size, speed, attempts,"
    " failure, path, added_at, finished_at"
)
_INSERT = """INSERT INTO entries
    (position, batch, server, target, details, state, failure, path, added_at, finished_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"""


@dataclass(frozen=True, slots=True)
class StoredQueue:
    """Content of the store.

    Attributes:
        entries: in their order.
        sent: when replays were requested lately (Unix time).
        is_paused: whether the whole queue is paused.
        pause_reason: why, as a sentence; "" if the user did.
        server_limits: downloads per minute by server, as it said.
        problem: what could not be read, as a sentence; or "".
    """

    entries: list[QueueEntry] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    is_paused: bool = False
    pause_reason: str = ""
    server_limits: dict[str, int] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PendingFile:
    """File that was about to be written when the process ended.

    Attributes:
        id: of the entry.
        path: the file.
        part: the temporary file.
        digest: SHA-256 of the data, in hex.
    """

    id: int
    path: str
    part: str
    digest: str


class QueueStore:
    """Store of the queue in one file. Thread-safe; every method blocks.

    A file that cannot be read is moved to `NAME.damaged` beside it, and a new one begun.
    Methods raise `sqlite3.Error` where the disk is full or the file not writable.

    Args:
        path: the database file; its folder is created.
    """

    def __init__(self, path: Path) -> None:
        import sqlite3

        self._path = path
        self._lock = Lock()
        self.problem = ""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = self._opened()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):  # such as a full disk: no damage
                raise
            self._set_aside()
            self._connection = self._opened()

    def _opened(self) -> sqlite3.Connection:
        import sqlite3

        connection = sqlite3.connect(
            self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "trusted_schema = OFF"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> None:
        damaged = self._path.with_name(f"{self._path.name}.damaged")
        log.warning("the download queue was damaged: it is kept as %s", damaged.name)
        self._path.replace(damaged)
        for suffix in ("-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        self.problem = tr(
            "The list of downloads was damaged: it is kept as {name}, and a new one begun."
        ).format(name=damaged.name)

    def close(self) -> None:
        """Close the file. Later calls raise."""
        with self._lock:
            self._connection.close()

    # --- reading -----------------------------------------------------------------------------

    def load(self) -> StoredQueue:
        """Return all entries in their order; what was running is waiting."""
        with self._lock:
            rows = self._connection.execute(
                f"SELECT {_COLUMNS} FROM entries ORDER BY position, id"  # noqa: S608 - constants
            ).fetchall()
            after = time.time() - _KEPT_TIMES
            self._connection.execute("DELETE FROM sent WHERE at < ?", (after,))
            sent = [row[0] for row in self._connection.execute("SELECT at FROM sent ORDER BY at")]
            facts = dict(self._connection.execute("SELECT name, value FROM facts").fetchall())
        entries, problem = [], self.problem
        for row in rows:
            try:
                entries.append(_entry(row))
            except (TypeError, ValueError, KeyError):
                problem = tr("Some downloads could not be read from the list.")
        said = {
            name.removeprefix(_LIMIT_OF): int(value)
            for name, value in facts.items()
            if name.startswith(_LIMIT_OF) and value.isdecimal() and 0 < len(value) < 10
        }
        return StoredQueue(
            entries,
            sent,
            facts.get("paused") == "yes",
            facts.get("pause_reason", ""),
            said,
            problem,
        )

    def pending_files(self) -> list[PendingFile]:
        """Return the files that were about to be written when the last process ended."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT id, path, part, digest FROM entries WHERE part <> ''"
            ).fetchall()
        return [PendingFile(*row) for row in rows]

    def owner_of(self, path: str) -> int | None:
        """Return the id of the entry whose file this is, or None."""
        with self._lock:
            row = self._connection.execute(
                "SELECT id FROM entries WHERE path = ? AND path <> '' AND state <> 'exists'",
                (path,),
            ).fetchone()
        return None if row is None else int(row[0])

    def fact(self, name: str) -> str:
        """Return a stored text, or ""."""
        with self._lock:
            row = self._connection.execute(
                "SELECT value FROM facts WHERE name = ?", (name,)
            ).fetchone()
        return "" if row is None else str(row[0])

    # --- writing -----------------------------------------------------------------------------

    def insert(self, entries: Sequence[QueueEntry]) -> list[int]:
        """Store new entries, all or none. Returns their ids."""
        rows = [
            (
                entry.position,
                entry.batch,
                entry.server,
                json.dumps(asdict(entry.target)),
                _details_text(entry.details),
                entry.state.value,
                entry.failure,
                entry.path,
                entry.added_at,
                entry.finished_at,
            )
            for entry in entries
        ]
        with self._transaction() as connection:
            return [connection.execute(_INSERT, row).fetchone()[0] for row in rows]

    def update(self, entry: QueueEntry) -> None:
        """Store the current values of an entry, and that no file of it is pending."""
        with self._transaction() as connection:
            connection.execute(
                """UPDATE entries SET target = ?, details = ?, state = ?, received = ?, size = ?,
                speed = ?, attempts = ?, failure = ?, path = ?, part = '', digest = '',
                finished_at = ? WHERE id = ?""",
                (
                    json.dumps(asdict(entry.target)),
                    _details_text(entry.details),
                    _stored_state(entry.state).value,
                    entry.received,
                    entry.size,
                    entry.speed,
                    entry.attempts,
                    entry.failure,
                    entry.path,
                    entry.finished_at,
                    entry.id,
                ),
            )

    def set_states(self, states: Mapping[int, DownloadState]) -> None:
        """Store new states of entries, without failure and attempts."""
        with self._transaction() as connection:
            connection.executemany(
                """UPDATE entries SET state = ?, failure = '', attempts = 0, finished_at = 0
                WHERE id = ? AND state <> 'done'""",
                [(state.value, number) for number, state in states.items()],
            )

    def reopen(self, numbers: Iterable[int]) -> None:
        """Let entries wait again, without their file, failure and attempts."""
        with self._transaction() as connection:
            connection.executemany(
                """UPDATE entries SET state = 'waiting', failure = '', attempts = 0, received = 0,
                path = '', finished_at = 0 WHERE id = ?""",
                [(number,) for number in numbers],
            )

    def set_positions(self, positions: Mapping[int, int]) -> None:
        """Store new positions of entries."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE entries SET position = ? WHERE id = ?",
                [(position, number) for number, position in positions.items()],
            )

    def delete(self, numbers: Iterable[int]) -> None:
        """Delete entries."""
        with self._transaction() as connection:
            connection.executemany(
                "DELETE FROM entries WHERE id = ?", [(number,) for number in numbers]
            )

    def begin_file(self, pending: PendingFile) -> None:
        """Store that a file is about to be written."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE entries SET path = ?, part = ?, digest = ? WHERE id = ?",
                (pending.path, pending.part, pending.digest, pending.id),
            )

    def forget_file(self, number: int) -> None:
        """Store that the file of an entry was not written."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE entries SET path = '', part = '', digest = '' WHERE id = ?", (number,)
            )

    def finish_file(self, number: int, size: int, failure: str, speed: float | None) -> None:
        """Store that the file of an entry is complete."""
        with self._transaction() as connection:
            connection.execute(
                """UPDATE entries SET state = 'done', part = '', digest = '', received = ?,
                size = ?, failure = ?, speed = ?, attempts = attempts + 1, finished_at = ?
                WHERE id = ?""",
                (size, size, failure, speed, time.time(), number),
            )

    def add_sent(self, at: float, instead_of: float | None = None) -> None:
        """Store the time of a download that is about to be requested, or a later one for it."""
        with self._transaction() as connection:
            if instead_of is not None:
                connection.execute("DELETE FROM sent WHERE at = ?", (instead_of,))
            connection.execute("INSERT INTO sent VALUES (?)", (at,))

    def set_facts(self, facts: Mapping[str, str]) -> None:
        """Store texts by name."""
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())

    def set_paused(self, is_paused: bool, reason: str = "") -> None:
        """Store whether the whole queue is paused, and why."""
        self.set_facts({"paused": "yes" if is_paused else "no", "pause_reason": reason})

    def set_server_limit(self, server: str, per_minute: int) -> None:
        """Store the downloads per minute that a server allows, as it said."""
        self.set_facts({f"{_LIMIT_OF}{server}": str(per_minute)})

    def _transaction(self) -> _Transaction:
        return _Transaction(self._lock, self._connection)


class _Transaction:
    """Write transaction under a lock: committed at the end, rolled back on an exception."""

    __slots__ = ("_connection", "_lock")

    def __init__(self, lock: Lock, connection: sqlite3.Connection) -> None:
        self._lock = lock
        self._connection = connection

    def __enter__(self) -> sqlite3.Connection:
        self._lock.acquire()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            self._lock.release()
            raise
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._lock.release()


def _prepare(connection: sqlite3.Connection) -> None:
    """Create the tables of a new file; raise `sqlite3.DatabaseError` for any other file."""
    import sqlite3

    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if (mark, version) == (0, 0):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                raise sqlite3.DatabaseError("a file of another kind")
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_MARK}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    elif (mark, version) != (_MARK, VERSION):
        raise sqlite3.DatabaseError("a file of another kind or version")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("a damaged file")


def _stored_state(state: DownloadState) -> DownloadState:
    """Return the state for the file, where a running download is one that waits."""
    return DownloadState.WAITING if state is DownloadState.DOWNLOADING else state


def _details_text(details: ReplayDetails | None) -> str | None:
    return None if details is None else json.dumps(asdict(details))


def _entry(row: tuple[Any, ...]) -> QueueEntry:
    """Return the entry of a row. Raises TypeError, ValueError or KeyError for an invalid one."""
    number, position, batch, server, target, details, state, received, size, speed = row[:10]
    attempts, failure, path, added_at, finished_at = row[10:]
    known = DownloadState(state)
    return QueueEntry(
        id=int(number),
        position=int(position),
        batch=int(batch),
        server=str(server),
        target=_from_json(ReplayTarget, target),
        details=None if details is None else _from_json(ReplayDetails, details),
        state=_stored_state(known),
        received=int(received) if known is DownloadState.DONE else 0,
        size=None if size is None else int(size),
        speed=None if speed is None else float(speed),
        attempts=int(attempts),
        failure=str(failure),
        path="" if known.is_open else str(path),
        added_at=float(added_at),
        finished_at=float(finished_at),
    )


def _from_json(kind: type[T], text: str) -> T:
    """Return a dataclass from its JSON object, in which every value has the default's type.

    Raises ValueError or TypeError for anything else; unknown names are ignored.
    """
    values = json.loads(text)
    if not isinstance(values, dict):
        raise TypeError("not an object")
    default: Any = kind()
    known: dict[str, Any] = {}
    for one in fields(default):
        if one.name not in values:
            continue
        value, usual = values[one.name], getattr(default, one.name)
        is_valid = (
            value is None or isinstance(value, bool)
            if usual is None
            else type(value) is type(usual)
        )
        if not is_valid:
            raise TypeError(f"{one.name} is {value!r:.50}")
        known[one.name] = value
    return kind(**known)
