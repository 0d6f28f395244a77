"""Snapshots: reading the series of a subject, and adding figures to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from osubrowser.services.history.days import day_of
from osubrowser.services.history.figures import (
    FULL_EVERY,
    Figures,
    Snapshot,
    Units,
    decode,
    encode,
    from_units,
    is_full,
    to_units,
)
from osubrowser.services.history.records import Difference

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.subjects import Subject

MERGED_WITHIN: Final = 6 * 3600
"""Seconds within which a later snapshot of the same day takes the place of the one before."""


def read_series(
    connection: sqlite3.Connection,
    subject: Subject,
    *,
    until: int | None = None,
    from_newest_full: bool = False,
) -> Iterator[Snapshot]:
    """Yield the snapshots of a subject, oldest first; rows that cannot be read are left out.

    Args:
        connection: of the database.
        subject: the subject.
        until: Unix time after the last.
        from_newest_full: begin with the newest row that needs no earlier one.
    """
    rows: list[tuple[int, bytes]] = connection.execute(
        "SELECT at, row FROM snapshots WHERE kind = ? AND key = ? AND ruleset = ? AND at < ?"
        " ORDER BY at DESC",
        (*subject, 1 << 62 if until is None else until),
    ).fetchmany(64 if from_newest_full else -1)
    if from_newest_full:
        for number, (_, row) in enumerate(rows):
            if is_full(row):
                del rows[number + 1 :]
                break
    before = None
    for at, row in reversed(rows):
        try:
            before = decode(row, before)
        except ValueError:
            before = None
            continue
        yield Snapshot(at, from_units(subject.kind, before))


def add_snapshot(
    connection: sqlite3.Connection, subject: Subject, at: int, figures: Figures
) -> Iterator[Difference]:
    """Add figures to a series; yield the difference from the newest snapshot, if any.

    One a day is written, and more where something changed. Figures that are older than the newest
    snapshot are added where they belong, and yield nothing.

    Args:
        connection: of the database, in a transaction.
        subject: the subject.
        at: when the figures were seen (Unix time in seconds).
        figures: the figures.
    """
    units = to_units(subject.kind, figures)
    if not units:
        return
    rows: list[tuple[int, bytes]] = connection.execute(
        "SELECT at, row FROM snapshots WHERE kind = ? AND key = ? AND ruleset = ?"
        " ORDER BY at DESC LIMIT ?",
        (*subject, FULL_EVERY + 1),
    ).fetchall()
    if rows and rows[0][0] >= at:
        _insert_before(connection, subject, at, units)
        return
    newest, before_newest, since_full = _decoded(rows)
    if rows and newest is not None:
        last_at = rows[0][0]
        changed = [index for index, value in units.items() if newest.get(index, value) != value]
        is_new = units.keys() - newest.keys()
        if day_of(last_at) == day_of(at) and not changed and not is_new:
            return
        if changed:
            yield Difference(
                subject,
                "figures",
                at,
                {
                    "since": last_at,
                    "before": dict(from_units(subject.kind, newest)),
                    "after": dict(from_units(subject.kind, units)),
                },
            )
        if (
            day_of(last_at) == day_of(at)
            and at - last_at < MERGED_WITHIN
            and newest.keys() <= units.keys()
        ):
            connection.execute(
                "DELETE FROM snapshots WHERE kind = ? AND key = ? AND ruleset = ? AND at = ?",
                (*subject, last_at),
            )
            newest, since_full = before_newest, since_full - 1
    base = newest if since_full < FULL_EVERY - 1 else None
    connection.execute(
        "INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)", (*subject, at, encode(units, base))
    )


def _decoded(rows: list[tuple[int, bytes]]) -> tuple[Units | None, Units | None, int]:
    """Return the newest row, the one before it, and how many rows follow the last full one."""
    start = next((n for n, (_, row) in enumerate(rows) if is_full(row)), None)
    if start is None:
        return None, None, FULL_EVERY
    before: Units | None = None
    newest: Units | None = None
    for _, row in reversed(rows[: start + 1]):
        try:
            before, newest = newest, decode(row, newest)
        except ValueError:
            return None, None, FULL_EVERY
    return newest, before, start


def _insert_before(connection: sqlite3.Connection, subject: Subject, at: int, units: Units) -> None:
    """Add a row before others, which are encoded anew; an existing one of that second stays."""
    known = {
        one.at: to_units(subject.kind, one.figures) for one in read_series(connection, subject)
    }
    if at in known:
        return
    known[at] = units
    write_series(connection, subject, known)


def write_series(
    connection: sqlite3.Connection, subject: Subject, series: dict[int, Units]
) -> None:
    """Replace the whole series of a subject.

    Args:
        connection: of the database, in a transaction.
        subject: the subject.
        series: stored numbers by Unix time in seconds.
    """
    connection.execute(
        "DELETE FROM snapshots WHERE kind = ? AND key = ? AND ruleset = ?", tuple(subject)
    )
    before: Units | None = None
    for number, at in enumerate(sorted(series)):
        row = encode(series[at], before if number % FULL_EVERY else None)
        connection.execute("INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)", (*subject, at, row))
        before = series[at]
