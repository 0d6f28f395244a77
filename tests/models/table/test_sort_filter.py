"""Filter of loaded rows: words, and comparisons of figures."""

from __future__ import annotations

import math
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.models.replays.library_rows import library_columns
from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.sort_filter import SortedRows, SortFilter
from osubrowser.services.replays.records import FigureState, ReplayFigures, ReplayRecord
from tests.costs import growth


class Play(NamedTuple):
    name: str
    misses: int | None
    rate: float
    accuracy: float


PLAYS = (
    Play("one 1,500", 0, 63.42, 0.9951),
    Play("two", 3, 80.0, 0.985),
    Play("three", 1500, 120.5, 0.9),
    Play("none", None, math.nan, 0.8),
)
COLUMNS = (
    Column[Play]("name", "Name", 9, CellKind.TEXT, lambda p, _: p.name, lambda p, _: p.name),
    Column[Play](
        "misses", "Misses", 9, CellKind.NUMBER, lambda p, _: f"{p.misses}", lambda p, _: p.misses
    ),
    Column[Play](
        "unstable_rate", "UR", 9, CellKind.NUMBER, lambda p, _: f"{p.rate}", lambda p, _: p.rate
    ),
    Column[Play](
        "accuracy",
        "Accuracy",
        9,
        CellKind.NUMBER,
        lambda p, _: f"{p.accuracy * 100:.2f}%",
        lambda p, _: p.accuracy,
    ),
)


def matching(needle: str) -> list[str]:
    rows = make_rows(COLUMNS, PLAYS, identity=lambda play: play)
    return [row.item.name.split()[0] for row in SortFilter(needle=needle).apply(rows, COLUMNS)]


@pytest.mark.parametrize(
    ("needle", "expected"),
    [
        ("misses=0", ["one"]),
        ("Misses!=0", ["two", "three"]),
        ("misses>=3", ["two", "three"]),
        ("misses<1,500", ["one", "two"]),
        ("ur<80", ["one"]),
        ("UR<=80", ["one", "two"]),
        ("unstable_rate>80", ["three"]),
        ("unstablerate>80", ["three"]),
        ("ur=63.4", ["one"]),
        ("ur=63.42", ["one"]),
        ("ur=63.5", []),
        ("accuracy>98.5", ["one"]),
        ("accuracy=98.5%", ["two"]),
        ("accuracy<90.5 misses>0", ["three"]),
        ("t ur>1", ["two", "three"]),
        ("ur>-1", ["one", "two", "three"]),
        ("ur>\N{MINUS SIGN}1", ["one", "two", "three"]),
        ("ur<", ["one", "two", "three", "none"]),  # still being typed
        ("ur<.", ["one", "two", "three", "none"]),
        ("1,500", ["one"]),  # a number alone is a word
        ("name=one", []),
        ("rank<5", []),
        ("<5", []),
        ("ur<80<90", []),
    ],
)
def test_figures_are_compared(needle: str, expected: list[str]) -> None:
    assert matching(needle) == expected


def test_figures_that_no_site_knows_filter_the_replay_library() -> None:
    records = [
        ReplayRecord(
            file=f"/replays/{n}.osr",
            player=f"player {n}",
            accuracy=0.9 + n / 100,
            state=FigureState.READY,
            figures=ReplayFigures(
                unstable_rate=70.0 + n,
                mean_error_ms=n - 2.0,
                misses=n,
                slider_breaks=n % 2,
                stars=4.0 + n,
                pp=100.0 * n,
            ),
        )
        for n in range(5)
    ]
    columns = library_columns(original=False)
    rows: list[Row[ReplayRecord]] = make_rows(columns, records, identity=lambda r: r.file)

    def found(needle: str) -> list[int]:
        return [row.number - 1 for row in SortFilter(needle=needle).apply(rows, columns)]

    assert found("ur<72") == [0, 1]
    assert found("meanerror<0") == [0, 1]
    assert found("misses=0") == [0]
    assert found("sliderbreaks=1") == [1, 3]
    assert found("stars>=7") == [3, 4]
    assert found("pp>=200 accuracy<94") == [2, 3]


def test_a_comparison_looks_at_each_row_once() -> None:
    rows = make_rows(COLUMNS, [PLAYS[1]] * 20_000, identity=lambda _: None)
    shown = SortFilter(needle="ur<90 accuracy>98")
    assert growth(lambda count: shown.apply(rows[:count], COLUMNS), 20_000) < 30


figures = st.lists(st.none() | st.integers(0, 4), max_size=12)


@given(pages=st.lists(figures, min_size=1, max_size=5), descending=st.booleans())
def test_later_rows_are_put_where_sorting_all_would_put_them(
    pages: list[list[int | None]], descending: bool
) -> None:
    column = COLUMNS[1]
    plays = [Play("", misses, 0, 0) for page in pages for misses in page]
    numbers = iter(range(len(plays)))
    rows = make_rows(COLUMNS, plays, identity=lambda _: next(numbers))
    order, count = SortFilter(column, descending), len(pages[0])
    known = SortedRows(order.apply(rows[:count]), column, descending)
    for page in pages[1:]:
        known.add(rows[count : count + len(page)])
        count += len(page)
        assert known.rows == order.apply(rows[:count])
