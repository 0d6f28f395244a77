"""Widths of the columns of figures: no figure is ever elided."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QStandardItemModel
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.paged_model import NumberedSource, PagedModel, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.table.column_layout import FIGURES, ColumnLayout, ColumnState, FigureWidths
from osubrowser.ui.table.row_table import RowTable
from osubrowser.ui.table.text_cache import CellText, TextCache

KINDS = (CellKind.NUMBER, CellKind.CHANGE, CellKind.DATE, CellKind.STARS, CellKind.GRADE)
NAME = Column[Sequence[str]]("name", "Name", 120, CellKind.PLAYER, text=lambda *_: "n" * 60)


def _figure(place: int, kind: CellKind, *, strong: bool) -> Column[Sequence[str]]:
    return Column(
        f"{kind.value} {strong}",
        kind.value,
        60,
        kind,
        text=lambda item, _: item[place],
        tone=lambda _: 1,
        strong=strong,
    )


FIGURE_COLUMNS = tuple(
    _figure(place, kind, strong=strong)
    for place, (kind, strong) in enumerate(
        (kind, strong) for kind in KINDS for strong in (False, True)
    )
)
COLUMNS = (NAME, *FIGURE_COLUMNS)


@pytest.fixture
def scope(loop: asyncio.AbstractEventLoop) -> Iterator[TaskScope]:
    scope = TaskScope()
    yield scope
    scope.cancel_all()


Show = Callable[..., None]


@pytest.fixture
def model(scope: TaskScope) -> Iterator[PagedModel]:
    model = PagedModel(COLUMNS, scope, is_wait=lambda _: None)
    yield model
    model.clear()


@pytest.fixture
def table(qtbot: QtBot, model: PagedModel) -> RowTable:
    table = RowTable(model, ramp(125, is_dark=True))
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.show()
    qtbot.waitExposed(table)
    return table


@pytest.fixture
def show(qtbot: QtBot, model: PagedModel) -> Show:
    """Show a list of items, each a text for every column of figures, `size` on a page."""

    def show(items: Sequence[Sequence[str]], size: int = 50) -> None:
        async def fetch(number: int) -> RowsPage:
            page = items[(number - 1) * size : number * size]
            first = (number - 1) * size + 1
            rows = make_rows(COLUMNS, page, first_number=first, identity=id)
            is_last = number * size >= len(items)
            return RowsPage(rows, len(items), None if is_last else number + 1)

        model.show(NumberedSource(size, fetch))
        qtbot.waitUntil(lambda: model.loaded >= min(size, len(items)))

    return show


@pytest.fixture
def elided(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts that were laid out shortened, without those of names."""
    found: list[str] = []
    shape = TextCache.shape

    def watched(self: TextCache, text: str, *rest: Any) -> CellText:
        cell = shape(self, text, *rest)
        if cell.text.text() != text and not text.startswith("n"):
            found.append(text)
        return cell

    monkeypatch.setattr(TextCache, "shape", watched)
    return found


def too_narrow(table: RowTable) -> list[str]:
    """Return the columns of figures that are narrower than a visible figure."""
    return [
        column.key
        for index, column in enumerate(COLUMNS)
        if column.kind in FIGURES and table.columnWidth(index) < table.sizeHintForColumn(index)
    ]


figures = st.text("0123456789,.-+%#xhm Ω円", min_size=1, max_size=60).filter(str.strip)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.lists(figures, min_size=10, max_size=10), min_size=1, max_size=8),
    st.integers(8, 40),
)
def test_no_figure_is_elided_whatever_it_is(
    table: RowTable, show: Show, elided: list[str], items: list[list[str]], size: int
) -> None:
    font = QFont(table.font())
    font.setPixelSize(size)
    table.setFont(font)
    show(items)
    table.viewport().grab()
    bar = table.horizontalScrollBar()
    for position in range(0, bar.maximum() + 1, 300):
        bar.setValue(position)
        table.viewport().grab()

    assert elided == []
    assert too_narrow(table) == []


def test_a_figure_of_a_later_page_widens_its_column(
    qtbot: QtBot, table: RowTable, model: PagedModel, show: Show
) -> None:
    items = [["1"] * 10 for _ in range(1000)]
    items[900] = ["123,456,789,012,345"] * 10
    show(items)
    before = table.columnWidth(1)
    table.go_to(900)
    qtbot.waitUntil(lambda: model.row_at(900) is not None)

    assert table.columnWidth(1) > before
    assert too_narrow(table) == []


def test_a_figure_that_changes_in_place_widens_its_column(
    qtbot: QtBot, table: RowTable, model: PagedModel, show: Show
) -> None:
    show([["1"] * 10])
    show([["123,456,789,012,345,678"] * 10])
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "123,456,789,012,345,678")

    assert too_narrow(table) == []


def test_names_give_way_first_and_then_the_view_scrolls(
    qtbot: QtBot, table: RowTable, show: Show
) -> None:
    show([["123,456,789,012"] * 10])

    assert table.columnWidth(0) == 120
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)


def test_figures_shrink_to_the_least_width_of_a_section_and_no_further(qtbot: QtBot) -> None:
    header = QHeaderView(Qt.Orientation.Horizontal)
    qtbot.addWidget(header)
    columns = FIGURE_COLUMNS[:4]
    model = QStandardItemModel(0, len(columns), header)
    header.setModel(model)
    header.setMinimumSectionSize(32)
    ColumnLayout().fit(header, columns, 170, {0: 20, 1: 20, 2: 20, 3: 20})
    assert [header.sectionSize(index) for index in range(4)] == [32, 32, 46, 60]


def test_names_shrink_to_the_width_of_their_heading_and_no_further(qtbot: QtBot) -> None:
    header = QHeaderView(Qt.Orientation.Horizontal)
    qtbot.addWidget(header)
    kinds = (CellKind.TITLE, CellKind.DIFFICULTY, CellKind.PLAYER, CellKind.TEXT, CellKind.TEAM)
    columns = [
        Column[Sequence[str]](kind.value, "", 240, kind, text=lambda *_: "n") for kind in kinds
    ]
    model = QStandardItemModel(0, len(columns), header)
    header.setModel(model)
    headings = dict(enumerate((160, 100, 130, 90, 70)))
    ColumnLayout().fit(header, columns, 400, {}, headings)
    assert [header.sectionSize(index) for index in range(5)] == list(headings.values())


@pytest.mark.parametrize(
    ("space", "widths"),
    [
        (600, [100, 200, 300]),
        (550, [100, 200, 250]),
        (451, [100, 175, 176]),
        (250, [83, 83, 84]),
        (100, [76, 76, 76]),
    ],
)
def test_of_columns_of_one_kind_the_widest_shrinks_first(
    qtbot: QtBot, space: int, widths: list[int]
) -> None:
    header = QHeaderView(Qt.Orientation.Horizontal)
    qtbot.addWidget(header)
    columns = [
        Column[Sequence[str]](str(width), "", width, CellKind.TEXT, text=lambda *_: "n")
        for width in (100, 200, 300)
    ]
    model = QStandardItemModel(0, len(columns), header)
    header.setModel(model)
    ColumnLayout().fit(header, columns, space)
    assert [header.sectionSize(index) for index in range(3)] == widths


def test_a_width_set_by_hand_is_never_less_than_the_figures_need(
    table: RowTable, show: Show
) -> None:
    show([["123,456,789"] * 10])
    header = table.horizontalHeader()
    header.resizeSection(1, 40)
    assert too_narrow(table) == []
    header.resizeSection(2, 400)
    assert table.columnWidth(2) == 400
    saved = table.column_state().widths

    table.restore_column_state(ColumnState(widths={**saved, COLUMNS[1].key: 33}))
    assert too_narrow(table) == []
    assert table.columnWidth(2) == 400


def test_removed_rows_are_released() -> None:
    widths = FigureWidths(lambda _column, text: len(text))
    columns = [_figure(0, CellKind.NUMBER, strong=False)]
    widths.set_columns(columns)
    rows = make_rows(columns, [("123",), ("45",)], identity=lambda item: item[0])
    widths.add(rows, 2)
    widths.forget(rows[:1])
    assert widths._rows == {rows[1]}
    assert widths.needed == {0: 3}
