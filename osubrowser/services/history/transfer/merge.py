"""Merging of imported records into a history; what is known already stays as it is."""

from __future__ import annotations

import base64
import binascii
import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from osubrowser.services.history.best_lists import unpacked
from osubrowser.services.history.days import DAY, day_of, start_of
from osubrowser.services.history.figures import FIELDS, to_units
from osubrowser.services.history.plays import (
    check_beatmap_data,
    check_details,
    check_mods,
    read_earlier,
)
from osubrowser.services.history.ranking_pages import (
    LAST_PAGE,
    Entry,
    RankingPage,
    insert_page,
    ranking_of,
)
from osubrowser.services.history.snapshots import add_series, read_series
from osubrowser.services.history.subjects import RULESETS
from osubrowser.services.history.transfer.form import (
    EARLIEST,
    LARGEST_SERIES,
    LATEST_AHEAD,
    fields_of,
    subject_of,
)
from osubrowser.services.places.places import RankingsPlace
from osubrowser.services.places.urls import HOME, parse

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.figures import Figures
    from osubrowser.services.history.subjects import Subject

LONGEST_TEXT: Final = 1 << 16
"""Largest number of characters of a text, and of bytes of a BLOB."""
SNAPSHOTS: Final = "snapshots"
RANKING_PAGES: Final = "ranking_pages"
_LEFT_OUT: Final = frozenset({("follows", "id"), ("follows", "wanted"), ("changes", "id")})
"""Columns that are no part of a file: counted numbers, and requests that are to be made."""
NOT_IN_FILES: Final = frozenset({"standings"})
"""Tables that are no part of a file: they follow from answers, and say who the person is."""
OWN_RECORDS: Final = frozenset({"series", "newest", RANKING_PAGES})
"""Tables that have records of their own."""
_LARGEST_PAGE: Final = 100
_WHOLE: Final = 1 << 62
_JSON_COLUMNS: Final = frozenset({"data", "state"})


class Counts:
    """Numbers of rows of an import.

    Attributes:
        added: new rows, by table.
        known: rows that were there already.
        broken: rows and records that are not valid.
    """

    def __init__(self) -> None:
        self.added: dict[str, int] = {}
        self.known = 0
        self.broken = 0

    def add(self, table: str, added: int, known: int) -> None:
        """Count rows of a table."""
        self.added[table] = self.added.get(table, 0) + added
        self.known += known


def latest() -> int:
    """Return the Unix time after which a time of a file is wrong."""
    return int(time.time()) + LATEST_AHEAD


def is_time(value: object, until: int) -> bool:
    """Whether a value is a Unix time of which osu! can tell something."""
    return type(value) is int and EARLIEST <= value <= until


def merge_snapshots(
    connection: sqlite3.Connection,
    subject: Subject,
    snapshots: Mapping[int, Figures],
    counts: Counts,
) -> None:
    """Add snapshots to a series; figures of a time that are there already stay.

    Args:
        connection: of the database, in a transaction.
        subject: the subject.
        snapshots: figures by Unix time in seconds.
        counts: is updated.
    """
    usable = {at: figures for at, figures in snapshots.items() if to_units(subject.kind, figures)}
    (number,) = connection.execute(
        "SELECT coalesce(sum(number), 0) FROM newest WHERE kind = ? AND key = ? AND ruleset = ?",
        tuple(subject),
    ).fetchone()
    if number + len(usable) > LARGEST_SERIES:
        there = {one.at for one in read_series(connection, subject)}
        room = max(0, LARGEST_SERIES - number)
        new = sorted(usable.keys() - there)[:room]
        usable = {at: usable[at] for at in usable.keys() & there | set(new)}
    added = add_series(connection, subject, usable)
    counts.add(SNAPSHOTS, added, len(usable) - added)
    counts.broken += len(snapshots) - len(usable)


def series_of(record: Mapping[str, Any], counts: Counts) -> tuple[Subject, dict[int, Figures]]:
    """Return the snapshots of a record of a series; rows that are not valid are counted.

    Raises:
        ValueError: the record is not valid.
    """
    series, fields, rows = record.get("series"), record.get("fields"), record.get("rows")
    if not isinstance(series, dict) or not isinstance(fields, list) or not isinstance(rows, list):
        raise ValueError("no series")  # noqa: TRY004 - a value of a file, not an argument
    subject = subject_of(series.get("kind"), series.get("id"), series.get("ruleset"))
    if not fields or fields[0] != "at" or len(fields) > 2 * len(FIELDS[subject.kind]):
        raise ValueError("no times")
    known = frozenset(fields_of(subject.kind))
    # A later version may have more figures than this one knows.
    wanted = [(n, name) for n, name in enumerate(fields) if isinstance(name, str) and name in known]
    until = latest()
    snapshots: dict[int, Figures] = {}
    for row in rows:
        figures = _figures(row, wanted, len(fields), until)
        if figures is None:
            counts.broken += 1
        else:
            snapshots[row[0]] = figures
    return subject, snapshots


def _figures(
    row: object, wanted: Sequence[tuple[int, str]], width: int, until: int
) -> Figures | None:
    if not isinstance(row, list) or len(row) != width or not is_time(row[0], until):
        return None
    figures: dict[str, float] = {}
    for index, name in wanted:
        value = row[index]
        if value is None:
            continue
        # JSON has no NaN here: the stream refuses it. True is an int, too.
        if type(value) not in (int, float) or not 0 <= value < _WHOLE:
            return None
        figures[name] = value
    return figures or None


class TableMerger:
    """Merger of rows of the other tables, by the columns of the database.

    Args:
        connection: of the database.
        accepts_follow: whether an address with a kind can be followed.
    """

    def __init__(
        self, connection: sqlite3.Connection, accepts_follow: Callable[[str, str], bool]
    ) -> None:
        self._accepts_follow = accepts_follow
        self._columns = {
            table: columns(connection, table)
            for table in tables(connection)
            if table not in NOT_IN_FILES
        }

    def merge(
        self, connection: sqlite3.Connection, record: Mapping[str, Any], counts: Counts
    ) -> None:
        """Add the rows of a record that are not there yet.

        Args:
            connection: of the database, in a transaction.
            record: with `table`, `columns` and `rows`.
            counts: is updated.

        Raises:
            ValueError: the record is not valid.
        """
        table, names, rows = record.get("table"), record.get("columns"), record.get("rows")
        known = self._columns.get(table) if isinstance(table, str) else None
        if known is None or not isinstance(names, list) or not isinstance(rows, list):
            raise ValueError("no table")
        if not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
            raise ValueError("no columns")
        if not {name for name, column in known.items() if column.is_required} <= set(names):
            raise ValueError("columns are missing")
        wanted = [n for n, name in enumerate(names) if name in known]
        put = self._putter(str(table), [names[n] for n in wanted])
        added = same = 0
        for row in rows:
            if not isinstance(row, list) or len(row) != len(names):
                counts.broken += 1
                continue
            try:
                values = {names[n]: known[names[n]].checked(row[n]) for n in wanted}
                if put(connection, values):
                    added += 1
                else:
                    same += 1
            except ValueError:
                counts.broken += 1
        counts.add(str(table), added, same)

    def _putter(
        self, table: str, names: Sequence[str]
    ) -> Callable[[sqlite3.Connection, dict[str, Any]], bool]:
        insert = (
            f"INSERT OR IGNORE INTO {table} ({', '.join(names)})"  # noqa: S608 - names of the schema
            f" VALUES ({', '.join(f':{name}' for name in names)})"
        )

        def put(connection: sqlite3.Connection, values: dict[str, Any]) -> bool:
            return connection.execute(insert, values).rowcount > 0

        def put_play(connection: sqlite3.Connection, values: dict[str, Any]) -> bool:
            return put(connection, values) or _merge_play(connection, values)

        def put_follow(connection: sqlite3.Connection, values: dict[str, Any]) -> bool:
            if not self._accepts_follow(str(values["address"]), str(values["kind"])):
                raise ValueError("this cannot be followed")
            return put(connection, values) or _merge_follow(connection, values)

        def put_change(connection: sqlite3.Connection, values: dict[str, Any]) -> bool:
            found = connection.execute(
                "SELECT id FROM follows WHERE address = ?", (values["follow"],)
            ).fetchone()
            if found is None:
                raise ValueError("a change of what is not followed")
            values["follow"] = found[0]
            known = _known_change(connection, values)
            return put(connection, values) if known is None else known

        return {"plays": put_play, "follows": put_follow, "changes": put_change}.get(table, put)


def _merge_play(connection: sqlite3.Connection, values: dict[str, Any]) -> bool:
    """Take the earlier `since`, and the later `until`; that of the later look where one has none.

    A play without `until` was in the list at the last look.
    """
    key = "player = :player AND ruleset = :ruleset AND score = :score"
    since, until = connection.execute(
        f"SELECT since, until FROM plays WHERE {key}",  # noqa: S608 - names of the schema
        values,
    ).fetchone()
    theirs = values.get("until")
    new_since = min(since, values["since"])
    new_until = until
    if until is not None and theirs is not None:
        new_until = max(until, theirs)
    elif until is None and theirs is not None:
        # Of this history's own looks: those of a file come after its plays.
        (looked_at,) = connection.execute(
            "SELECT max(last) FROM list_looks WHERE player = :player AND ruleset = :ruleset", values
        ).fetchone()
        new_until = theirs if theirs > (looked_at or 0) else None
    if (new_since, new_until) == (since, until):
        return False
    connection.execute(
        f"UPDATE plays SET since = :new_since, until = :new_until WHERE {key}",  # noqa: S608 - names of the schema
        {**values, "new_since": new_since, "new_until": new_until},
    )
    return True


def _merge_follow(connection: sqlite3.Connection, values: dict[str, Any]) -> bool:
    """Take the group and the note where there are none."""
    changed = 0
    for name in ("grouping", "note"):
        if values.get(name):
            changed += connection.execute(
                f"UPDATE follows SET {name} = :{name} WHERE address = :address AND {name} = ''",  # noqa: S608 - names of the schema
                values,
            ).rowcount
    return changed > 0


def _known_change(connection: sqlite3.Connection, values: dict[str, Any]) -> bool | None:
    """Return whether a change that is known was marked as read; None for one that is not known."""
    found = connection.execute(
        "SELECT id, is_read FROM changes WHERE follow = :follow AND at = :at AND kind = :kind"
        " AND data = :data",
        values,
    ).fetchone()
    if found is not None:
        key, is_read = found
        if is_read or not values.get("is_read"):
            return False
        connection.execute("UPDATE changes SET is_read = 1 WHERE id = ?", (key,))
        return True
    if values.get("topic"):
        # Such a row is brought up to date during its day: the file has an earlier form of it.
        start = start_of(day_of(values["at"]))
        found = connection.execute(
            "SELECT 1 FROM changes WHERE follow = :follow AND kind = :kind AND topic = :topic"
            " AND at >= :start AND at < :end",
            {**values, "start": start, "end": start + DAY},
        ).fetchone()
    return None if found is None else False


# --- pages of rankings ----------------------------------------------------------------------------


def merge_ranking(
    connection: sqlite3.Connection, record: Mapping[str, Any], counts: Counts
) -> None:
    """Add the pages of a record of a ranking that are not there yet.

    Args:
        connection: of the database, in a transaction.
        record: with `ranking`, and `rows` of page, time, and entries.
        counts: is updated.

    Raises:
        ValueError: the record is not valid.
    """
    ranking, rows = record.get("ranking"), record.get("rows")
    if not isinstance(rows, list):
        raise ValueError("no pages")  # noqa: TRY004 - a value of a file, not an argument
    place = parse(f"{HOME}/{_text_of(ranking, is_json=False)}")
    if not isinstance(place, RankingsPlace) or ranking_of(place) != ranking:
        raise ValueError("no ranking")
    added = same = 0
    until = latest()
    for row in rows:
        try:
            page = _page_of(row, until)
        except ValueError:
            counts.broken += 1
            continue
        is_there = connection.execute(
            "SELECT 1 FROM ranking_pages WHERE ranking = ? AND page = ? AND at = ?",
            (ranking, page.number, page.at),
        ).fetchone()
        if is_there is not None:
            same += 1
        else:
            insert_page(connection, ranking, page)
            added += 1
    counts.add(RANKING_PAGES, added, same)


def _page_of(row: object, until: int) -> RankingPage:
    if not isinstance(row, list) or len(row) != 3:
        raise ValueError("no page")
    number, at, entries = row
    if type(number) is not int or not 0 < number <= LAST_PAGE or not is_time(at, until):
        raise ValueError("no page")
    if not isinstance(entries, list) or not 0 < len(entries) <= _LARGEST_PAGE:
        raise ValueError("no entries")
    return RankingPage(number, at, tuple(_entry_of(one) for one in entries))


def _entry_of(value: object) -> Entry:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("no entry")
    for one in value:
        if one is not None and (type(one) is not int or not 0 <= one < _WHOLE):
            raise ValueError("no number")
    if value[0] is None:
        raise ValueError("no id")
    return Entry(value[0], value[1])


# --- tables of the database -----------------------------------------------------------------------


class Column:
    """Column of a table.

    Args:
        table: the table.
        name: its name.
        type_name: declared type.
        is_required: whether a row needs it.
        may_be_empty: whether its value may be NULL.
    """

    def __init__(
        self, table: str, name: str, type_name: str, *, is_required: bool, may_be_empty: bool
    ) -> None:
        self._is_number = type_name == "INTEGER"
        self._is_bytes = type_name == "BLOB"
        self._is_json = name in _JSON_COLUMNS
        self._is_time = name in ("at", "since", "until", "last")
        self._may_be_never = name.endswith("_at")  # such as `looked_at`
        self._least = -1 if name == "ruleset" else 0
        self._most = len(RULESETS) - 1 if name == "ruleset" else _WHOLE
        self._check = _CHECKS.get((table, name))
        self._may_be_empty = may_be_empty
        self.is_required = is_required
        if table == "changes" and name == "follow":
            self._is_number = False  # an address

    def checked(self, value: object) -> object:
        """Return the value to store.

        Raises:
            ValueError: the value does not fit.
        """
        if value is None and self._may_be_empty:
            return None
        if self._is_number:
            if type(value) is not int or not self._least <= value <= self._most:
                raise ValueError("no number")
            has_time = self._is_time or (self._may_be_never and value)
            if has_time and not is_time(value, latest()):
                raise ValueError("no time")
            return value
        stored = _bytes_of(value) if self._is_bytes else _text_of(value, is_json=self._is_json)
        if self._check is not None:
            self._check(stored)
        return stored


def _check_state(state: str) -> None:
    """Refuse what was known of a followed thing at a time to come: it would not be looked at."""
    at = json.loads(state).get("at") if state[:1] == "{" else None
    if state and not is_time(at, latest()):
        raise ValueError("no state")


_CHECKS: Final[Mapping[tuple[str, str], Callable[[Any], object]]] = {
    ("plays", "details"): check_details,
    ("plays", "earlier"): read_earlier,
    ("plays", "mods"): check_mods,
    ("play_beatmaps", "data"): check_beatmap_data,
    ("list_looks", "seen"): unpacked,
    ("follows", "state"): _check_state,
}
"""Checks of values that are encoded, by table and column; they raise ValueError."""


def _text_of(value: object, *, is_json: bool) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or "\x00" in value:
        raise ValueError("no text")
    value.encode()  # a lone surrogate is a ValueError, too
    if is_json and value:
        try:
            decoded = json.loads(value, parse_constant=_no_constant)
        except RecursionError as error:
            raise ValueError("too deep") from error
        if not isinstance(decoded, dict | list):
            raise ValueError("no object")
    return value


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _bytes_of(value: object) -> bytes:
    encoded = value.get("base64") if isinstance(value, dict) else None
    if not isinstance(encoded, str) or len(encoded) > 2 * LONGEST_TEXT:
        raise ValueError("no bytes")
    try:
        return base64.b64decode(encoded, validate=True)
    except binascii.Error as error:
        raise ValueError("no bytes") from error


def tables(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables that have no records of their own.

    What is followed comes before its changes, and plays before the looks at their lists.
    """
    found: Iterable[tuple[str]] = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    order = {"follows": 1, "changes": 2, "plays": 3, "list_looks": 4}
    names = [name for (name,) in found if name not in OWN_RECORDS]
    return sorted(names, key=lambda name: (order.get(name, 0), name))


def tables_of_players(connection: sqlite3.Connection) -> list[str]:
    """Return the names of those tables whose rows belong to a player."""
    return [
        table
        for table in tables(connection)
        if any(one[1] == "player" for one in connection.execute(f"PRAGMA table_info({table})"))
    ]


def columns(connection: sqlite3.Connection, table: str) -> dict[str, Column]:
    """Return the columns of a table that a file has; not a number that only counts the rows."""
    return {
        name: Column(
            table,
            name,
            type_name,
            is_required=bool(not_null) and default is None,
            may_be_empty=not not_null,
        )
        for _, name, type_name, not_null, default, _ in connection.execute(
            f"PRAGMA table_info({table})"
        )
        if (table, name) not in _LEFT_OUT
    }
