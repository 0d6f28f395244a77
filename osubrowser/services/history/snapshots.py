"""Snapshots: reading the series of a subject, and adding figures to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.services.history.days import DAY, day_of
from osubrowser.services.history.figures import Figures, Snapshot, Units, from_units, to_units
from osubrowser.services.history.records import Difference
from osubrowser.services.history.series_codec import (
    MOST_BYTES,
    Tail,
    extended,
    pack,
    pack_tail,
    snapshots_of,
    unpack,
    unpack_tail,
)
from osubrowser.services.history.subjects import Subject, SubjectKind

if TYPE_CHECKING:
    import sqlite3

MERGED_WITHIN: Final = DAY // 4
"""Seconds of the parts of a UTC day of which only a player's last snapshot stays."""

_NEWEST: Final = (
    "SELECT at, figures, tail, number FROM newest WHERE kind = ? AND key = ? AND ruleset = ?"
)
_CHUNKS: Final = (
    "SELECT since, chunk FROM series WHERE kind = ?1 AND key = ?2 AND ruleset = ?3"
    " AND since >= coalesce((SELECT max(since) FROM series"
    " WHERE kind = ?1 AND key = ?2 AND ruleset = ?3 AND since <= ?4), 0) ORDER BY since"
)
_EXTEND: Final = (
    "UPDATE series SET chunk = CAST(chunk || ? AS BLOB)"
    " WHERE kind = ? AND key = ? AND ruleset = ? AND since = ? AND length(chunk) = ?"
)
_DELETE: Final = (
    "DELETE FROM series WHERE kind = ? AND key = ? AND ruleset = ?",
    "DELETE FROM newest WHERE kind = ? AND key = ? AND ruleset = ?",
)
_FOREVER: Final = 1 << 62


def read_series(
    connection: sqlite3.Connection,
    subject: Subject,
    *,
    since: int | None = None,
    until: int | None = None,
) -> Iterator[Snapshot]:
    """Yield the snapshots of a subject, oldest first; what cannot be read is left out.

    Args:
        connection: of the database.
        subject: the subject.
        since: Unix time in seconds of the first, or None for all before.
        until: Unix time after the last, or None for all since.
    """
    first = 0 if since is None else since
    after = _FOREVER if until is None else until
    kind = subject.kind
    for at, units in _all_units(connection, subject, first):
        if first <= at < after:
            yield Snapshot(at, from_units(kind, units))


def latest_snapshot(connection: sqlite3.Connection, subject: Subject) -> Snapshot | None:
    """Return the newest snapshot of a subject, or None."""
    row = connection.execute(_NEWEST, tuple(subject)).fetchone()
    if row is None:
        return None
    try:
        return Snapshot(row[0], from_units(subject.kind, unpack(row[1])))
    except ValueError:
        return None


def add_snapshot(
    connection: sqlite3.Connection, subject: Subject, at: int, figures: Figures
) -> list[Difference]:
    """Add figures to a series; return the difference from what was last known, if any.

    One a day is written, and more where something changed. Of the snapshots of one part of a day
    (`MERGED_WITHIN` for players, a day for other subjects) the last stays, and those before it that
    have figures which it has not. Figures older than the newest snapshot are added where they
    belong, and make no difference. Adding the same twice changes nothing. The data of a difference
    are `since`, the time of the newest snapshot before, and the changed figures `before` and
    `after`.

    Args:
        connection: of the database, in a transaction.
        subject: the subject.
        at: when the figures were seen (Unix time in seconds).
        figures: the figures; those that were not seen are missing.
    """
    units = to_units(subject.kind, figures)
    if not units or at < 0:
        return []
    newest = _newest(connection, subject)
    if newest is None:
        _write_newest(connection, subject, at, units, None, 1)
        return []
    last_at, last, tail, number = newest
    if at < last_at:
        _add_before(connection, subject, at, units, newest)
        return []
    state = last if tail is None else {**tail.state, **last}
    changed = [index for index, value in units.items() if state.get(index, value) != value]
    if at == last_at:
        merged = {**last, **units}
        if merged != last:
            _write_newest(connection, subject, at, merged, tail, number)
    elif not changed and _is_known_today(day_of(at), units, newest):
        return []
    elif _is_replaced(subject.kind, last_at, last, at, units):
        _write_newest(connection, subject, at, units, tail, number)
    else:
        tail = _flush(connection, subject, tail, last_at, last)
        _write_newest(connection, subject, at, units, tail, number + 1)
    if not changed:
        return []
    before = from_units(subject.kind, {index: state[index] for index in changed})
    after = from_units(subject.kind, {index: units[index] for index in changed})
    return [
        Difference(subject, "figures", at, {"since": last_at, "before": before, "after": after})
    ]


def add_series(
    connection: sqlite3.Connection, subject: Subject, series: Mapping[int, Figures]
) -> int:
    """Add many snapshots to a series, such as imported ones. Returns how many are new.

    What is there already stays: of two snapshots of one second, only figures that are missing are
    taken. Yields no differences; much faster than adding older snapshots one by one.

    Args:
        connection: of the database, in a transaction.
        subject: the subject.
        series: figures by Unix time in seconds.
    """
    known = dict(_all_units(connection, subject, 0))
    count = len(known)
    is_changed = False
    for at, figures in series.items():
        units = to_units(subject.kind, figures)
        if not units or at < 0:
            continue
        merged = {**units, **known.get(at, {})}
        if merged != known.get(at):
            known[at] = merged
            is_changed = True
    if is_changed:
        write_series(connection, subject, known)
    return len(known) - count


def add_ranks(
    connection: sqlite3.Connection, subject: Subject, day: int, ranks: Iterable[int]
) -> int:
    """Take over a profile's ranks of the last 90 days. Returns the number of days added.

    A day of which the history has a rank stays as it is. Another one gets a snapshot with the rank
    alone at its first second, so that whatever was or will be seen on that day comes after it.

    Args:
        connection: of the database, in a transaction.
        subject: the player.
        day: the UTC day of the last rank.
        ranks: one a day, oldest first; 0 for none.
    """
    newest = list(ranks)[-MOST_RANKS:]
    first = day - len(newest) + 1
    known = {
        day_of(at)
        for at, units in _all_units(connection, subject, first * DAY)
        if _GLOBAL_RANK in units
    }
    missing = {
        (first + number) * DAY: {"global_rank": float(rank)}
        for number, rank in enumerate(newest)
        if first + number not in known and first + number >= 0
    }
    if missing:
        add_series(connection, subject, missing)
    return len(missing)


MOST_RANKS: Final = 90
"""Days of ranks that osu! has."""
_GLOBAL_RANK: Final = 0


def write_series(
    connection: sqlite3.Connection, subject: Subject, series: Mapping[int, Units]
) -> None:
    """Replace the whole series of a subject.

    Args:
        connection: of the database, in a transaction.
        subject: the subject.
        series: stored numbers by Unix time in seconds.
    """
    delete_series(connection, subject)
    seen = {
        day_of(at)
        for at, units in series.items()
        if _GLOBAL_RANK in units and not _is_taken_over(subject, at, units)
    }
    times = [
        at
        for at in sorted(series)
        if not (_is_taken_over(subject, at, series[at]) and day_of(at) in seen)
    ]
    if not times:
        return
    chunks: dict[int, bytearray] = {}
    tail: Tail | None = None
    for at in times[:-1]:
        tail, data = extended(tail, at, series[at])
        chunks.setdefault(tail.since, bytearray()).extend(data)
    connection.executemany(
        "INSERT INTO series VALUES (?, ?, ?, ?, ?)",
        [(*subject, since, bytes(chunk)) for since, chunk in chunks.items()],
    )
    _write_newest(connection, subject, times[-1], series[times[-1]], tail, len(times))


def subjects(
    connection: sqlite3.Connection, after: Subject | None = None, limit: int = -1
) -> list[tuple[Subject, int]]:
    """Return subjects with snapshots in their order, and the number of these.

    Args:
        connection: of the database.
        after: the subject before the first; None for all.
        limit: largest number of subjects; -1 for all.
    """
    rows = connection.execute(
        "SELECT kind, key, ruleset, number FROM newest WHERE (kind, key, ruleset) > (?, ?, ?)"
        " ORDER BY kind, key, ruleset LIMIT ?",
        (*((-1, -1, -1) if after is None else after), limit),
    )
    return [
        (Subject(SubjectKind(kind), key, ruleset), number) for kind, key, ruleset, number in rows
    ]


def delete_series(connection: sqlite3.Connection, subject: Subject) -> None:
    """Delete all snapshots of a subject, in a transaction."""
    for statement in _DELETE:
        connection.execute(statement, tuple(subject))


def daily(series: Iterable[Snapshot]) -> dict[int, Snapshot]:
    """Return the last snapshot of each UTC day, by the day (see `days`), oldest first.

    A figure that the last one lacks is that of the newest one before it on the same day. Days
    without snapshots are missing.

    Args:
        series: snapshots, oldest first.
    """
    days: dict[int, Snapshot] = {}
    for one in series:
        day = day_of(one.at)
        earlier = days.get(day)
        if earlier is None or earlier.figures.keys() <= one.figures.keys():
            days[day] = one
        else:
            days[day] = Snapshot(one.at, {**earlier.figures, **one.figures})
    return days


class _Newest(NamedTuple):
    """Newest snapshot of a series, the tail of the chunks before it, and the number of all."""

    at: int
    units: Units
    tail: Tail | None
    number: int


def _newest(connection: sqlite3.Connection, subject: Subject) -> _Newest | None:
    """Return the newest snapshot and the tail before it; of a damaged one what can be read."""
    row = connection.execute(_NEWEST, tuple(subject)).fetchone()
    if row is None:
        return None
    at, figures, packed, number = row
    try:
        tail = None if packed is None else unpack_tail(packed)
        found = _Newest(at, unpack(figures), tail, number)
    except ValueError:
        found = None
    if found is None or (found.tail is not None and not found.tail.since <= found.tail.at < at):
        repair(connection, subject)
        return _newest(connection, subject)
    return found


def repair(connection: sqlite3.Connection, subject: Subject) -> None:
    """Write a series again whose newest snapshot is lost or damaged, from what can be read."""
    known = dict(_chunks(connection, subject, 0))
    delete_series(connection, subject)
    if known:
        write_series(connection, subject, known)


def _all_units(
    connection: sqlite3.Connection, subject: Subject, since: int
) -> Iterator[tuple[int, Units]]:
    """Yield a subject's snapshots from the chunk of a time on, oldest first."""
    yield from _chunks(connection, subject, since)
    row = connection.execute(_NEWEST, tuple(subject)).fetchone()
    if row is not None:
        try:
            yield row[0], unpack(row[1])
        except ValueError:
            return


def _chunks(
    connection: sqlite3.Connection, subject: Subject, since: int
) -> Iterator[tuple[int, Units]]:
    rows = connection.execute(_CHUNKS, (*subject, since)).fetchall()
    for start, chunk in rows:
        try:
            yield from snapshots_of(start, chunk)
        except ValueError:
            continue


def _write_newest(
    connection: sqlite3.Connection,
    subject: Subject,
    at: int,
    units: Units,
    tail: Tail | None,
    number: int,
) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO newest VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*subject, at, pack(units), None if tail is None else pack_tail(tail), number),
    )


def _flush(
    connection: sqlite3.Connection, subject: Subject, tail: Tail | None, at: int, units: Units
) -> Tail:
    """Write a snapshot behind the last chunk, or into a new one. Returns the new tail."""
    new, data = extended(tail, at, units)
    if tail is not None and new.since == tail.since:
        extension = connection.execute(_EXTEND, (data, *subject, new.since, tail.size))
        if extension.rowcount:
            return new
        # The chunk was lost in a damaged file.
        new, data = extended(replace(tail, size=MOST_BYTES), at, units)
    connection.execute(
        "INSERT OR REPLACE INTO series VALUES (?, ?, ?, ?, ?)", (*subject, new.since, data)
    )
    return new


def _is_replaced(kind: SubjectKind, at: int, units: Units, later_at: int, later: Units) -> bool:
    """Whether a later snapshot takes the place of one of the same part of a day."""
    part = MERGED_WITHIN if kind is SubjectKind.PLAYER else DAY  # counters of others only drift
    return at // part == later_at // part and units.keys() <= later.keys()


def _is_known_today(day: int, units: Units, newest: _Newest) -> bool:
    """Whether the newest snapshots are of that day, and have all these fields."""
    last_at, last, tail, _ = newest
    if day_of(last_at) != day:
        return False
    if units.keys() <= last.keys():
        return True
    if tail is None or day_of(tail.at) != day:
        return False
    return all(index in last or tail.known >> index & 1 for index in units)


def _add_before(
    connection: sqlite3.Connection, subject: Subject, at: int, units: Units, newest: _Newest
) -> None:
    """Add a snapshot older than the newest, unless that part of the day is known."""
    last_at, last, tail, number = newest
    if tail is not None and at <= tail.at:
        others = list(_all_units(connection, subject, at))
    else:
        others = [(last_at, last)]
        if tail is not None:
            state = tail.state
            fields = [index for index in state if tail.known >> index & 1]
            others.append((tail.at, {index: state[index] for index in fields}))
    for other_at, other in others:
        is_later = other_at > at and _is_replaced(subject.kind, at, units, other_at, other)
        if is_later or (day_of(other_at) == day_of(at) and units.items() <= other.items()):
            return
    if tail is None or at > tail.at:
        tail = _flush(connection, subject, tail, at, units)
        _write_newest(connection, subject, last_at, last, tail, number + 1)
    else:
        add_series(connection, subject, {at: from_units(subject.kind, units)})


def _is_taken_over(subject: Subject, at: int, units: Units) -> bool:
    """Whether it is a snapshot of `add_ranks`: a rank alone, at the first second of a day."""
    return subject.kind is SubjectKind.PLAYER and at % DAY == 0 and units.keys() == {_GLOBAL_RANK}
