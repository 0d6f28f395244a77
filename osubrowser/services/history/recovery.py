"""Recovery of a damaged history: what can be read goes to a new file, the damaged one is kept."""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.services.history.days import date_of, day_of
from osubrowser.services.history.page_rows import PageRow, rows_of_pages
from osubrowser.services.history.schema import TABLES, VERSION
from osubrowser.services.history.snapshots import repair
from osubrowser.services.history.subjects import Subject, SubjectKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

log = logging.getLogger(__name__)

_FIRST: Final = ("follows", "changes", "names", "medals", "newest", "series", "plays")
_NEW: Final = ".recovered"
_PATCHED: Final = ".patched"
_PAGE: Final = 4096  # bytes
_DEEPEST: Final = 14  # halvings of a gap that cannot be read
_UNREADABLE: Final = (sqlite3.DatabaseError, UnicodeDecodeError)
"""Errors of damaged parts; the message of some repeats text that is none."""
_TYPES: Final = {"INTEGER": int, "TEXT": str, "BLOB": bytes}

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Recovered:
    """Result of a recovery.

    Attributes:
        rows: number of rows that were saved.
        lost: whether some part could not be read.
        aside: where the damaged file is now.
    """

    rows: int
    lost: bool
    aside: Path


def recover(path: Path, at: float) -> Recovered:
    """Replace a damaged history by a new file with what can be read of it. Blocks.

    The damaged file is renamed to `NAME.damaged-DATE`. If the process ends meanwhile, the next
    `recover` begins again, or `finish` ends it.

    Args:
        path: the file, which is closed.
        at: the time, for the name.

    Raises:
        OSError: the new file cannot be written; the damaged one is where it was.
    """
    new = path.with_name(path.name + _NEW)
    _remove(new)
    try:
        rows, lost = _copy(path, new)
    except sqlite3.Error as error:
        _remove(new)
        raise OSError(f"{new.name} cannot be written: {error}") from error
    aside = _free_name(path, at)
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(aside.with_name(aside.name + suffix))
    path.replace(aside)
    new.replace(path)
    log.warning("%s was damaged: %d rows were saved, it is now %s", path.name, rows, aside.name)
    return Recovered(rows, lost, aside)


def finish(path: Path) -> None:
    """End a recovery that was interrupted between the renames of its files."""
    new = path.with_name(path.name + _NEW)
    if not new.exists():
        return
    if path.exists():
        _remove(new)  # it may not be complete; the damaged file is still there
    else:
        new.replace(path)


def _free_name(path: Path, at: float) -> Path:
    stem = f"{path.name}.damaged-{date_of(day_of(at)).isoformat()}"
    name, number = path.with_name(stem), 1
    while name.exists():
        number += 1
        name = path.with_name(f"{stem}-{number}")
    return name


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _copy(path: Path, new: Path) -> tuple[int, bool]:
    """Copy what can be read. Returns the number of rows, and whether some were lost.

    Raises:
        sqlite3.Error: the new file cannot be written.
    """
    target = sqlite3.connect(new, isolation_level=None)
    patched = path.with_name(path.name + _PATCHED)
    try:
        target.execute(f"PRAGMA page_size = {_PAGE}")
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
        target.execute("BEGIN")
        for statement in TABLES:
            target.execute(statement)
        target.execute("COMMIT")
        tables = [
            name
            for (name,) in target.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
        ]
        tables.sort(key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
        lost = not _has_schema(path)
        if lost:
            _patch(path, new, patched)
            path = patched
        target.execute("BEGIN")
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as source:
            source.text_factory = _text
            found = [_Table(source, target, table) for table in tables]
            count, unreadable = 0, found
            if not lost or _fit(path, found):
                count = sum(table.copy() for table in found)
                unreadable = [table for table in found if table.is_unreadable]
                lost |= any(table.is_damaged for table in found)
            count += _copy_from_pages(path, unreadable, found)
        _mend(target)
        target.execute(f"PRAGMA user_version = {VERSION}")
        target.execute("COMMIT")
    finally:
        target.close()
        _remove(patched)
    return count, lost


def _copy_from_pages(path: Path, unreadable: list[_Table], tables: list[_Table]) -> int:
    """Copy rows of tables whose tree cannot be entered. Returns the number of rows.

    A row that could be one of several tables is left out.
    """
    if not unreadable:
        return 0
    count = 0
    for _, found in rows_of_pages(path, _PAGE):
        rows = {table: row for table in tables if (row := table.row_of(found)) is not None}
        if len(rows) == 1:
            table, row = rows.popitem()
            if table in unreadable:
                count += table.add(row)
    return count


def _fit(path: Path, tables: list[_Table]) -> bool:
    """Whether each table begins where it does in a fresh file: not after the file was compacted."""
    roots = {table.root: table for table in tables}
    return all(
        roots[page].row_of(found) is not None
        for page, found in rows_of_pages(path, _PAGE)
        if page in roots
    )


def _has_schema(path: Path) -> bool:
    """Whether the list of tables can be read, at the beginning of the file."""
    try:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    except _UNREADABLE:
        return False


def _patch(path: Path, fresh: Path, patched: Path) -> None:
    """Copy a file whose list of tables is damaged, with the pages of the list of a fresh one.

    The tables of both begin at the same pages, as they are made by the same statements, unless the
    file was compacted.
    """
    shutil.copyfile(path, patched)
    with contextlib.suppress(FileNotFoundError):
        wal = path.with_name(path.name + "-wal")
        shutil.copyfile(wal, patched.with_name(patched.name + "-wal"))
    size = _PAGE
    with contextlib.closing(sqlite3.connect(fresh)) as connection:
        roots = {page for (page,) in connection.execute("SELECT rootpage FROM sqlite_schema")}
    with fresh.open("rb") as source, patched.open("r+b") as target:
        target.truncate(-(-path.stat().st_size // size) * size)
        pages = max(target.seek(0, 2), fresh.stat().st_size) // size
        for number in range(fresh.stat().st_size // size):
            data = bytearray(source.read(size))
            if number + 1 in roots:
                continue
            if number == 0:
                data[28:32] = pages.to_bytes(4)
                data[18:20] = b"\x02\x02"  # with write-ahead log
            target.seek(number * size)
            target.write(data)


class _Run(NamedTuple):
    """Result of copying rows: the key of the last one, and whether all could be read."""

    key: Row | None
    is_whole: bool


class _Table:
    """Table of the damaged file, and where its rows go to."""

    def __init__(self, source: sqlite3.Connection, target: sqlite3.Connection, name: str) -> None:
        self._source, self._target, self._name = source, target, name
        columns = target.execute(f"PRAGMA table_info({name})").fetchall()
        self._types = [(_TYPES.get(one[2]), bool(one[3] or one[5])) for one in columns]
        keys = sorted((one[5], number) for number, one in enumerate(columns) if one[5])
        self._keys = [number for _, number in keys]
        self._key_names = ", ".join(columns[number][1] for number in self._keys)
        self._column_names = ", ".join(one[1] for one in columns)
        marks = ", ".join("?" * len(columns))
        into = f"{name} ({self._column_names})"
        self._insert = f"INSERT OR IGNORE INTO {into} VALUES ({marks})"  # noqa: S608 - of the schema
        self.is_damaged = self.is_unreadable = False
        self.root, sql = target.execute(
            "SELECT rootpage, sql FROM sqlite_schema WHERE name = ?", (name,)
        ).fetchone()
        self._has_row_ids = "WITHOUT ROWID" not in sql
        others = [number for number in range(len(columns)) if number not in self._keys]
        self._stored = [*self._keys, *others]  # the order of columns without row ids

    def row_of(self, found: PageRow) -> Row | None:
        """Return a row of a page in the order of the columns; None if it is none of this table."""
        values = list(found.values)
        if len(values) != len(self._types) or self._has_row_ids != (found.row_id is not None):
            return None
        if found.row_id is not None:
            values[self._keys[0]] = found.row_id
        else:
            values = [values[self._stored.index(number)] for number in range(len(values))]
        row = tuple(values)
        return row if self._is_valid(row) else None

    def add(self, row: Row) -> int:
        """Add a row. Returns 1, or 0 if it is there already."""
        return self._target.execute(self._insert, row).rowcount

    def copy(self) -> int:
        """Copy what can be read of the table. Returns the number of rows."""
        before = self._target.total_changes
        first = self._run(None, None, is_backward=False)
        if not first.is_whole:
            last = self._run(first.key, None, is_backward=True)
            self.is_unreadable = first.key is None and last.key is None
            if first.key is not None and last.key is not None and not last.is_whole:
                self._gap(first.key, last.key, 0)
        return self._target.total_changes - before

    def _gap(self, low: Row, high: Row, depth: int) -> None:
        """Copy what can be read between two keys, from the middle of each part on."""
        middle = _middle(low, high)
        if depth >= _DEEPEST or middle is None:
            return
        up = self._run(middle, high, is_backward=False)
        down = self._run(low, middle, is_backward=True)
        if not down.is_whole:
            self._gap(low, down.key or middle, depth + 1)
        if not up.is_whole:
            self._gap(up.key or middle, high, depth + 1)

    def _run(self, low: Row | None, high: Row | None, *, is_backward: bool) -> _Run:
        """Copy the rows between two keys until one cannot be read."""
        marks = f"({', '.join('?' * len(self._keys))})"
        wanted = [
            f"({self._key_names}) {sign} {marks}" for sign, key in ((">", low), ("<", high)) if key
        ]
        order = self._key_names
        if is_backward:
            order = order.replace(",", " DESC,") + " DESC"
        sql = f"SELECT {self._column_names} FROM {self._name}"  # noqa: S608 - names of the schema
        if wanted:
            sql += f" WHERE {' AND '.join(wanted)}"
        last: Row | None = None
        statement = f"{sql} ORDER BY {order}"
        keys = (*(low or ()), *(high or ()))
        is_whole = False

        def rows() -> Iterator[Row]:
            nonlocal last, is_whole
            try:
                for row in self._source.execute(statement, keys):
                    if self._is_valid(row):
                        last = tuple(row[number] for number in self._keys)
                        yield row
                    else:
                        self.is_damaged = True
                is_whole = True
            except _UNREADABLE:
                self.is_damaged = True

        self._target.executemany(self._insert, rows())
        return _Run(last, is_whole)

    def _is_valid(self, row: Row) -> bool:
        return all(
            not is_needed if value is None else type_ in (None, type(value))
            for value, (type_, is_needed) in zip(row, self._types, strict=True)
        )


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _middle(low: Row, high: Row) -> Row | None:
    """Return a key between two, for a number halfway; None if there is none to try."""
    for number, (below, above) in enumerate(zip(low, high, strict=True)):
        if below == above:
            continue
        middle = above
        if isinstance(below, int) and isinstance(above, int):
            middle = (below + above + 1) // 2
        rest = tuple("" if isinstance(one, str) else -1 for one in high[number + 1 :])
        found = (*low[:number], middle, *rest)
        return found if found != high else None
    return None


def _mend(connection: sqlite3.Connection) -> None:
    """Make the newest snapshots of series that have lost them."""
    for kind, key, ruleset in connection.execute(
        "SELECT DISTINCT kind, key, ruleset FROM series"
        " EXCEPT SELECT kind, key, ruleset FROM newest"
    ).fetchall():
        with contextlib.suppress(ValueError):
            repair(connection, Subject(SubjectKind(kind), key, ruleset))
