"""Export of a history, or of one player, as JSON or CSV, while it goes on being written."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any, Final

from osubrowser.services.history.days import time_of
from osubrowser.services.history.figures import FIELDS
from osubrowser.services.history.ranking_pages import decode
from osubrowser.services.history.subjects import Subject, SubjectKind
from osubrowser.services.history.transfer.form import (
    FORMAT,
    ROWS_OF_RECORD,
    VERSION,
    fields_of,
    kind_name,
    ruleset_name,
)
from osubrowser.services.history.transfer.merge import (
    NOT_IN_FILES,
    RANKING_PAGES,
    columns,
    tables,
    tables_of_players,
)
from osubrowser.services.storage.table_files import write_csv, write_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.history.transfer.progress import Progress

_PAGES_OF_RECORD: Final = 100
_SUBJECTS_AT_ONCE: Final = 500
_OF_PLAYER: Final = {
    "names": "kind = 1 AND key = ?",
    "play_beatmaps": "beatmap IN (SELECT beatmap FROM plays WHERE player = ?)",
    "medals": "id IN (SELECT CAST(key AS INTEGER) FROM events WHERE player = ? AND what = 'medal')",
}
"""Conditions of rows of a player in tables without a column of that name."""


def write_history_json(
    store: HistoryStore,
    path: Path,
    server: str,
    progress: Progress,
    *,
    player: int | None = None,
) -> int:
    """Write a history to a file of the form of `form.py`. Blocks: call it on a worker.

    Args:
        store: the history; it can be written meanwhile.
        path: the file, replaced if it exists.
        server: address of osu!, or `demo`.
        progress: is told what was written, and can cancel it.
        player: id of the only player, without what is followed; None for everything.

    Returns:
        The number of rows written.

    Raises:
        ExportFailed: the file could not be written; `path` is unchanged.
        OSError: the history cannot be read.
        Cancelled: it was cancelled; `path` is unchanged.
    """

    def write(file: IO[str]) -> int:
        header = {
            "format": FORMAT,
            "version": VERSION,
            "server": server,
            "exported_at": iso_time(datetime.now(UTC).timestamp()),
        }
        total = 0
        file.write("{\n")
        for key, value in header.items():
            file.write(f"{_json(key)}: {_json(value)},\n")
        file.write('"records": [')
        separator = "\n"
        for record in _records(store, player):
            file.write(separator)
            file.write(_json(record))
            separator = ",\n"
            count = len(record["rows"])
            total += count
            progress.step(total / expected, count)
        file.write("\n]\n}\n")
        return total

    expected = max(1, count_rows(store, player))
    return write_text(path, write)


def write_history_csv(
    store: HistoryStore,
    path: Path,
    server: str,
    progress: Progress,
    *,
    player: int | None = None,
) -> int:
    """Write all snapshots, one a row. Arguments, result and errors as of `write_history_json`."""
    kinds = tuple(FIELDS) if player is None else (SubjectKind.PLAYER,)
    fields = list(dict.fromkeys(name for kind in kinds for name in fields_of(kind)))
    header = ["kind", "id", "name", "ruleset", "time", *fields, "server"]
    expected = max(1, count_rows(store, player, snapshots_only=True))
    return write_csv(path, header, _csv_rows(store, fields, server, progress, player, expected))


def count_rows(store: HistoryStore, player: int | None, *, snapshots_only: bool = False) -> int:
    """Return the number of rows of a history, or of a player.

    Raises:
        OSError: the history cannot be read.
    """
    count = sum(number for _, number in subjects(store, player))
    if snapshots_only:
        return count
    with store.read() as connection:
        names = tables(connection) if player is None else tables_of_players(connection)
        if player is None:
            names.append(RANKING_PAGES)
        for table in set(names) - NOT_IN_FILES:
            where, arguments = ("", ()) if player is None else ("WHERE player = ?", (player,))
            (more,) = connection.execute(
                f"SELECT count(*) FROM {table} {where}",  # noqa: S608 - names of the schema
                arguments,
            ).fetchone()
            count += int(more)
    return count


def iso_time(at: float) -> str:
    """Return a Unix time as an ISO 8601 time in UTC, to the second."""
    return time_of(int(at)).strftime("%Y-%m-%dT%H:%M:%SZ")


# --- records ---------------------------------------------------------------------------------


def _records(store: HistoryStore, player: int | None) -> Iterator[dict[str, Any]]:
    for subject, _ in subjects(store, player):
        yield from _series(store, subject)
    if player is None:
        yield from _rankings(store)
    with store.read() as connection:
        names = tables(connection)
        if player is not None:
            of_players = (*_OF_PLAYER, *tables_of_players(connection))
            names = [name for name in names if name in of_players]
        names = [name for name in names if name not in NOT_IN_FILES]
    for table in names:
        yield from _table(store, table, player)


def subjects(store: HistoryStore, player: int | None = None) -> Iterator[tuple[Subject, int]]:
    """Yield the subjects with snapshots in their order, and the number of these.

    Args:
        store: the history.
        player: id of the only player; None for everything.

    Raises:
        OSError: the history cannot be read.
    """
    last = None if player is None else Subject(SubjectKind.PLAYER, player, -1)
    while True:
        found = store.subjects(last, _SUBJECTS_AT_ONCE)
        for subject, number in found:
            if player is not None and subject[:2] != (SubjectKind.PLAYER, player):
                return
            yield subject, number
        if len(found) < _SUBJECTS_AT_ONCE:
            return
        last = found[-1][0]


def _series(store: HistoryStore, subject: Subject) -> Iterator[dict[str, Any]]:
    series = store.series(subject)
    every = fields_of(subject.kind)
    for start in range(0, len(series), ROWS_OF_RECORD):
        part = series[start : start + ROWS_OF_RECORD]
        known = {name for one in part for name in one.figures}
        fields = [name for name in every if name in known]
        yield {
            "series": {
                "kind": kind_name(subject),
                "id": subject.key,
                "ruleset": ruleset_name(subject),
            },
            "fields": ["at", *fields],
            "rows": [[one.at, *(one.figures.get(name) for name in fields)] for one in part],
        }


def _rankings(store: HistoryStore) -> Iterator[dict[str, Any]]:
    """Yield the pages of rankings, some of one ranking at once; what cannot be read is left out."""
    last: tuple[str, int, int] = ("", 0, 0)
    while True:
        with store.read() as connection:
            rows = connection.execute(
                "SELECT one.ranking, one.page, one.at, one.base, one.rows, whole.rows"
                " FROM ranking_pages AS one LEFT JOIN ranking_pages AS whole"
                " ON whole.ranking = one.ranking AND whole.page = one.page"
                " AND whole.at = one.base"
                " WHERE (one.ranking, one.page, one.at) > (?, ?, ?)"
                " ORDER BY one.ranking, one.page, one.at LIMIT ?",
                (*last, _PAGES_OF_RECORD),
            ).fetchall()
        pages: dict[str, list[list[object]]] = {}
        for ranking, page, at, base, row, whole in rows:
            try:
                before = None if base is None else decode(whole or b"", None)
                entries = [list(entry) for entry in decode(row, before)]
            except ValueError:
                continue
            pages.setdefault(ranking, []).append([page, at, entries])
        for ranking, found in pages.items():
            yield {"ranking": ranking, "rows": found}
        if len(rows) < _PAGES_OF_RECORD:
            return
        last = rows[-1][:3]


def _table(store: HistoryStore, table: str, player: int | None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table in the order of its key, by pages."""
    with store.read() as connection:
        info = connection.execute(f"PRAGMA table_info({table})").fetchall()
        wanted = list(columns(connection, table))
    key = [name for _, name in sorted((one[5], one[1]) for one in info if one[5])]
    conditions = [] if player is None else [_OF_PLAYER.get(table, "player = ?")]
    fixed = [] if player is None else [player]
    last: list[object] = []
    while True:
        bounds = [f"({', '.join(key)}) > ({', '.join('?' * len(key))})"] if last else []
        where = " AND ".join([*conditions, *bounds])
        with store.read() as connection:
            rows = connection.execute(
                f"SELECT {', '.join(key)}, {', '.join(_selected(table, wanted))} FROM {table}"  # noqa: S608 - names of the schema
                f"{' WHERE ' if where else ''}{where} ORDER BY {', '.join(key)} LIMIT ?",
                (*fixed, *last, ROWS_OF_RECORD),
            ).fetchall()
        if rows:
            last = list(rows[-1][: len(key)])
            yield {
                "table": table,
                "columns": wanted,
                "rows": [[_plain(value) for value in row[len(key) :]] for row in rows],
            }
        if len(rows) < ROWS_OF_RECORD:
            return


def _selected(table: str, wanted: Sequence[str]) -> Iterable[str]:
    for name in wanted:
        if table == "changes" and name == "follow":
            yield "(SELECT address FROM follows WHERE follows.id = follow)"
        else:
            yield name


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    return value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# --- CSV -------------------------------------------------------------------------------------


def _csv_rows(
    store: HistoryStore,
    fields: Sequence[str],
    server: str,
    progress: Progress,
    player: int | None,
    expected: int,
) -> Iterator[list[object]]:
    total = 0
    for subject, _ in subjects(store, player):
        series = store.series(subject)
        with store.read() as connection:
            name = _name(connection, subject)
        start = [kind_name(subject), subject.key, name, ruleset_name(subject)]
        for one in series:
            figures = [one.figures.get(field) for field in fields]
            yield [*start, iso_time(one.at), *figures, server]
        total += len(series)
        progress.step(total / expected, len(series))


def _name(connection: sqlite3.Connection, subject: Subject) -> str:
    found = connection.execute(
        "SELECT name FROM names WHERE kind = ? AND key = ?", (int(subject.kind), subject.key)
    ).fetchone()
    return str(found[0]) if found is not None else ""
