"""Tests of series: what is added can be read again, in whatever order it comes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.history.days import DAY, day_of
from osubrowser.services.history.figures import FIELDS, Units, from_units, to_units
from osubrowser.services.history.schema import TABLES
from osubrowser.services.history.series_codec import (
    Tail,
    extended,
    pack,
    pack_tail,
    snapshots_of,
    unpack,
    unpack_tail,
)
from osubrowser.services.history.snapshots import (
    MERGED_WITHIN,
    add_ranks,
    add_series,
    add_snapshot,
    daily,
    delete_series,
    latest_snapshot,
    read_series,
    subjects,
)
from osubrowser.services.history.subjects import Subject, SubjectKind

PLAYER = Subject(SubjectKind.PLAYER, 2, 0)
FIRST = 20_000 * DAY
FIELDS_OF_PLAYERS = len(FIELDS[SubjectKind.PLAYER])

units = st.dictionaries(
    st.integers(0, FIELDS_OF_PLAYERS - 1),
    st.one_of(st.integers(0, 300), st.integers(0, (1 << 63) - 1)),
    min_size=1,
)
times = st.integers(FIRST, FIRST + 5 * DAY)
moments = st.lists(st.tuples(times, units), min_size=1, max_size=40)


def empty() -> sqlite3.Connection:
    """Return a history in RAM."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in TABLES:
        connection.execute(statement)
    return connection


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Return a history in RAM."""
    with closing(empty()) as connection:
        yield connection


def add(connection: sqlite3.Connection, at: int, **figures: float) -> list[dict[str, object]]:
    """Add figures of the player; return the data of the differences."""
    return [dict(one.data) for one in add_snapshot(connection, PLAYER, at, figures)]


@given(st.dictionaries(st.integers(0, 1 << 40), units, min_size=1, max_size=120))
def test_chunks_hold_any_values(series: dict[int, Units]) -> None:
    """Whatever values and times follow each other, the chunks have them, each without others."""
    tail: Tail | None = None
    chunks: dict[int, bytes] = {}
    for at in sorted(series):
        tail, data = extended(tail, at, series[at])
        chunks[tail.since] = chunks.get(tail.since, b"") + data
        assert unpack_tail(pack_tail(tail)) == tail
        assert unpack(pack(series[at])) == series[at]
        assert len(chunks[tail.since]) == tail.size
    found = [one for since, chunk in chunks.items() for one in snapshots_of(since, chunk)]
    assert found == sorted(series.items())


@given(moments)
def test_what_is_added_in_any_order_is_there(added: list[tuple[int, Units]]) -> None:
    """The newest figures are those added at the newest time, and each day knows all of its fields.

    Each snapshot is what was seen at that moment; adding all of it again changes nothing.
    """
    seen: dict[int, Units] = {}
    with closing(empty()) as connection:
        for at, values in added:
            add_snapshot(connection, PLAYER, at, from_units(PLAYER.kind, values))
            stored = to_units(PLAYER.kind, from_units(PLAYER.kind, values))
            seen[at] = {**seen.get(at, {}), **stored}
        series = list(read_series(connection, PLAYER))
        assert [one.at for one in series] == sorted({one.at for one in series})
        for one in series:
            found = to_units(PLAYER.kind, one.figures)
            assert found.items() <= {**seen[one.at], **found}.items()
            assert found.keys() == seen[one.at].keys()
        days = daily(series)
        assert days.keys() == {day_of(at) for at in seen}
        for day, snapshot in days.items():
            known = {index for at, one in seen.items() if day_of(at) == day for index in one}
            assert to_units(PLAYER.kind, snapshot.figures).keys() == known
        assert subjects(connection) == [(PLAYER, len(series))]
        for since in seen:
            later = [one for one in series if one.at >= since]
            assert list(read_series(connection, PLAYER, since=since)) == later
        again = {one.at: one.figures for one in series}
        assert add_series(connection, PLAYER, again) == 0
        assert list(read_series(connection, PLAYER)) == series
        delete_series(connection, PLAYER)
        assert not list(read_series(connection, PLAYER))


@given(moments)
def test_added_at_once_or_one_by_one(added: list[tuple[int, Units]]) -> None:
    """The last figures of each day are the same, in order of time, as those of all at once."""
    in_order = {
        at: from_units(PLAYER.kind, values) for at, values in sorted(added, key=lambda a: a[0])
    }
    with closing(empty()) as one_by_one, closing(empty()) as at_once:
        for at, figures in in_order.items():
            add_snapshot(one_by_one, PLAYER, at, figures)
        add_series(at_once, PLAYER, in_order)
        days = daily(read_series(one_by_one, PLAYER)), daily(read_series(at_once, PLAYER))
        assert {d: s.figures for d, s in days[0].items()} == {
            d: s.figures for d, s in days[1].items()
        }


def test_parts_of_a_day(connection: sqlite3.Connection) -> None:
    """One snapshot a day without a change, one a part of the day with changes: the last."""
    for minute in range(0, 24 * 60, 10):
        add(connection, FIRST + minute * 60, pp=100.0)
    assert [one.at for one in read_series(connection, PLAYER)] == [FIRST]
    for minute in range(0, 24 * 60, 10):
        add(connection, FIRST + DAY + minute * 60, pp=100.0 + minute)
    parts = [one.at for one in read_series(connection, PLAYER, since=FIRST + DAY)]
    assert parts == [FIRST + DAY + n * MERGED_WITHIN - 600 for n in range(1, 5)]


def test_differences_are_from_what_was_last_known(connection: sqlite3.Connection) -> None:
    """A figure that the snapshot between did not have is compared with the one before it."""
    assert add(connection, FIRST, pp=100.0, country_rank=7) == []
    assert add(connection, FIRST + 60, pp=100.0) == []
    (pp,) = add(connection, FIRST + DAY, pp=101.0)
    assert pp["since"] == FIRST
    (rank,) = add(connection, FIRST + DAY + 60, pp=101.0, country_rank=6)
    assert (rank["before"], rank["after"]) == ({"country_rank": 7}, {"country_rank": 6})
    assert add(connection, FIRST + 90, pp=1.0) == []  # older than the newest


def test_ranks_are_taken_over_once_a_day(connection: sqlite3.Connection) -> None:
    """A rank seen on a day takes the place of the one taken over, before or after it."""
    add(connection, FIRST + 50_000, global_rank=500, pp=1.0)
    assert add_ranks(connection, PLAYER, day_of(FIRST), range(1, 91)) == 89
    assert add_ranks(connection, PLAYER, day_of(FIRST), range(1, 91)) == 0
    add(connection, FIRST - 3 * DAY + 5, global_rank=77, pp=0.5)
    add(connection, FIRST - 2 * DAY, pp=0.7)
    days = daily(read_series(connection, PLAYER))
    assert len(days) == 90
    assert days[day_of(FIRST)].figures["global_rank"] == 500
    assert days[day_of(FIRST) - 3].figures == {"global_rank": 77, "pp": 0.5}
    assert days[day_of(FIRST) - 2].figures == {"global_rank": 88, "pp": 0.7}
    assert days[day_of(FIRST) - 89].figures == {"global_rank": 1}
    times = [day_of(one.at) for one in read_series(connection, PLAYER)]
    assert len(times) == len(set(times)) == 90


def test_a_lost_chunk_and_a_damaged_newest_row_lose_only_themselves(
    connection: sqlite3.Connection,
) -> None:
    """The series goes on with what can be read."""
    for day in range(400):
        add(connection, FIRST + day * DAY, pp=100.0 + day, global_rank=day, total_score=1e12 + day)
    chunks = connection.execute("SELECT since FROM series ORDER BY since").fetchall()
    assert len(chunks) > 2
    connection.execute("DELETE FROM series WHERE since = ?", chunks[-1])
    connection.execute("UPDATE series SET chunk = X'FFFF' WHERE since = ?", chunks[1])
    for day in range(400, 410):
        add(connection, FIRST + day * DAY, pp=100.0 + day)
    found = [one.figures["pp"] for one in read_series(connection, PLAYER)]
    assert found[-11:] == [499.0 + day for day in range(11)]
    assert found[0] == 100.0
    connection.execute("UPDATE newest SET figures = X'FF'")
    assert latest_snapshot(connection, PLAYER) is None
    add(connection, FIRST + 410 * DAY, pp=510.0)
    found = [one.figures["pp"] for one in read_series(connection, PLAYER)]
    assert found[-2:] == [508.0, 510.0]
    connection.execute("UPDATE newest SET at = ?", (FIRST,))  # before what is in the chunks
    for day in (411, 412):
        add(connection, FIRST + day * DAY, pp=100.0 + day)
    found = [one.figures["pp"] for one in read_series(connection, PLAYER)]
    assert found[-3:] == [508.0, 511.0, 512.0]
