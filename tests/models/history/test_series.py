"""Series of histories: gaps stay gaps, and a day is found where something is known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from osubrowser.models.history.figures import HistoryFigure, SubjectHistory, count_figure
from osubrowser.models.history.series import HistoryData, HistoryMark, runs_of
from osubrowser.services.history.figures import Snapshot

PLAYS = count_figure("play_count", "Plays", 0)
PER_DAY = count_figure("play_count", "Plays per day", 1, is_daily=True)
RANK = HistoryFigure("global_rank", "Rank", 2, str, lambda v, _: str(v), str, has_none=True)


def snapshots(**figures: dict[int, float]) -> dict[int, Snapshot]:
    """Return a snapshot of each day that a figure is given for."""
    days = sorted({day for of_figure in figures.values() for day in of_figure})
    return {
        day: Snapshot(
            day * 86_400, {name: known[day] for name, known in figures.items() if day in known}
        )
        for day in days
    }


@given(st.dictionaries(st.integers(0, 400), st.floats(0, 1e6)), st.integers(-5, 405))
def test_runs_have_the_known_days_and_no_others(values: dict[int, float], day: int) -> None:
    """Each value is found again, and a day without one has none."""
    series = RANK.series(values)
    assert series.value_on(day) == values.get(day)
    for before, after in zip(series.runs, series.runs[1:], strict=False):
        assert before.last + 1 < after.first  # else they would be one run
    found = [values[one] for one in values if day <= one <= day + 30]
    expected = (min(found), max(found)) if found else None
    assert series.extremes(day, day + 30) == expected


@given(st.sets(st.integers(0, 60), min_size=1), st.sets(st.integers(0, 60)))
def test_the_cursor_goes_through_the_known_days_only(known: set[int], marked: set[int]) -> None:
    """Steps visit each day with a value or an event once, in order, in both directions."""
    series = RANK.series(dict.fromkeys(known, 5.0))
    data = HistoryData.of([series], [HistoryMark(day, "x") for day in marked], 60)
    expected = sorted(known | marked)
    for by, days in ((1, expected), (-1, expected[::-1])):
        at: int | None = days[0]
        visited = []
        while at is not None:
            visited.append(at)
            at = data.step(at, by)
        assert visited == days
    for day in range(-3, 64):
        nearest = data.nearest(day)
        assert nearest in expected
        assert abs(nearest - day) == min(abs(one - day) for one in expected)


def test_plays_of_a_day_are_known_where_both_days_are() -> None:
    """A gap of a day takes the plays of two days away, and the first day has none."""
    daily = snapshots(play_count={1: 100, 2: 130, 3: 130, 5: 200, 6: 190})
    assert PER_DAY.values(daily) == {2: 30, 3: 0, 6: 0}


def test_no_rank_is_a_gap() -> None:
    """A rank of 0 is none, and is in no run."""
    daily = snapshots(global_rank={1: 9, 2: 0, 3: 7}, play_count={1: 1, 2: 2, 3: 3})
    history = SubjectHistory.of(daily, (), (RANK, PLAYS), 3)
    series = history.chart({"global_rank"}).series
    assert [tuple(run) for run in series[0].runs] == [(1, (9,)), (3, (7,))]
    assert history.known == {"global_rank", "play_count"}


def test_rows_compare_with_the_last_known_day() -> None:
    """The newest day is first; days on which a figure was not known are skipped."""
    daily = snapshots(global_rank={1: 9, 3: 0, 4: 5}, play_count={1: 10, 4: 12, 9: 15})
    marks = [HistoryMark(4, "a medal"), HistoryMark(5, "on no day of the table")]
    history = SubjectHistory.of(daily, marks, (RANK, PLAYS, PER_DAY), 9)
    rows = history.rows(0, 100)
    assert [row.day for row in rows] == [9, 4, 3, 1]
    assert rows[1].before == {"global_rank": (9, 1), "play_count": (10, 1)}
    assert rows[1].change(RANK) == -4
    assert rows[0].change(PLAYS) == 3
    assert rows[2].change(RANK) is None
    assert [mark.text for mark in rows[1].marks] == ["a medal"]
    assert [row.day for row in history.rows(1, 2)] == [4, 3]


def test_nothing_known_is_nothing_to_draw() -> None:
    """Events alone make no chart, and one that is not yet does not make it longer."""
    later = HistoryData.of([RANK.series({3: 5.0})], [HistoryMark(2_900_000, "x")], 9)
    assert (later.marks, later.today) == ((), 9)
    data = HistoryData.of([RANK.series({})], [HistoryMark(3, "x")], 9)
    assert not data
    assert data.nearest(3) is None
    assert runs_of({}) == ()
