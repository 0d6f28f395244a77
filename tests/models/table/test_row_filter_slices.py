"""Row filters: what is hidden, in slices between other events, while rows come and go."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from osubrowser.models.table import rows_model
from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.paged_model import PagedModel
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from tests.idle import settle

SIZE = 10
COLUMNS = (
    Column[int]("name", "Name", 90, CellKind.TEXT, lambda i, _: f"item {i}", lambda i, _: -i),
)
READY = Qt.ItemDataRole.DisplayRole


class Hidden:
    """Filter that hides a set of items, and counts what it is asked."""

    def __init__(self, items: set[int]) -> None:
        self.items = items
        self.asked = 0

    def reasons(self, rows: Sequence[Row[Any]]) -> list[int]:
        self.asked += len(rows)
        return [int(row.item in self.items) for row in rows]


class Server:
    """Source of an endless list, of which as many rows come as are allowed."""

    def __init__(self) -> None:
        self.allowed = 0
        self._came = asyncio.Event()

    async def fetch(self, cursor: object) -> RowsPage:
        first = cursor if isinstance(cursor, int) else 1
        while first + SIZE - 1 > self.allowed:
            self._came.clear()
            await self._came.wait()
        rows = make_rows(COLUMNS, range(first, first + SIZE), identity=lambda item: item)
        return RowsPage(rows, next=first + SIZE)

    def allow(self, rows: int) -> None:
        """Let the list go on until it has as many rows."""
        self.allowed = rows
        self._came.set()


class List:
    """Model of the list, watched by Qt's own test of models, which asks for all that it can."""

    def __init__(self, qtbot: QtBot) -> None:
        self.server, self.scope, self.qtbot = Server(), TaskScope(), qtbot
        self.model = PagedModel(COLUMNS, self.scope, is_wait=lambda _: None)
        self.tester = QAbstractItemModelTester(self.model)

    def show(self) -> None:
        self.model.show(CursorSource(self.server.fetch))

    def load(self, rows: int) -> None:
        """Load as many rows."""
        self.server.allow(rows)
        self.qtbot.waitUntil(lambda: self.model.loaded == rows)

    def done(self) -> None:
        self.qtbot.waitUntil(lambda: not self.model.is_filtering)

    def shown(self) -> list[int]:
        rows = (self.model.row_at(n) for n in range(self.model.rowCount()))
        return [row.item for row in rows if row is not None]


@pytest.fixture
def of_forty(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[List]:
    monkeypatch.setattr(rows_model, "_SLICE", 7)
    made = List(qtbot)
    made.show()
    made.load(40)
    yield made
    made.scope.cancel_all()
    settle()


def test_rows_are_hidden_together(of_forty: List) -> None:
    model, hidden = of_forty.model, Hidden({3, 30, 31})
    model.set_row_filter(hidden)
    assert model.is_filtering
    assert of_forty.shown() == list(range(1, 41)), "nothing has changed so far"
    of_forty.done()
    assert of_forty.shown() == [n for n in range(1, 41) if n not in hidden.items]
    assert model.hidden == 3
    model.set_row_filter(None)
    assert of_forty.shown() == list(range(1, 41))


def test_a_mark_keeps_the_selection_and_asks_about_its_rows_alone(of_forty: List) -> None:
    model, hidden = of_forty.model, Hidden(set())
    model.set_row_filter(hidden)
    of_forty.done()
    selection = QItemSelectionModel(model)
    selection.select(model.index(19, 0), QItemSelectionModel.SelectionFlag.Select)
    hidden.items, hidden.asked = {5, 6, 25}, 0
    model.filter_again(lambda row: row.item in hidden.items)
    of_forty.done()
    assert hidden.asked == 3
    (index,) = selection.selectedIndexes()
    assert (index.row(), index.data(READY)) == (17, "item 20")
    hidden.items = {25}
    model.filter_again(lambda row: row.item < 10)
    of_forty.done()
    (index,) = selection.selectedIndexes()
    assert (index.row(), index.data(READY)) == (19, "item 20")
    assert 25 not in of_forty.shown()


def test_rows_that_come_while_others_are_asked_about(of_forty: List) -> None:
    of_forty.model.set_row_filter(Hidden({1, 41, 50}))
    assert of_forty.model.is_filtering
    of_forty.load(50)
    of_forty.done()
    assert of_forty.shown() == [n for n in range(1, 51) if n not in (1, 41, 50)]


def test_another_list_is_not_hidden_by_answers_about_the_old_one(of_forty: List) -> None:
    hidden = Hidden({1, 2})
    of_forty.model.set_row_filter(hidden)
    hidden.items = {1}
    of_forty.server.allow(0)
    of_forty.show()
    assert not of_forty.model.is_filtering
    of_forty.load(20)
    assert of_forty.shown() == list(range(2, 21))


def test_a_list_that_is_shown_again_is_as_it_was_and_then_asked_about(of_forty: List) -> None:
    hidden = Hidden({1, 20})
    of_forty.model.set_row_filter(hidden)
    of_forty.done()
    saved = of_forty.model.snapshot()
    of_forty.show()
    hidden.items, hidden.asked = {2, 20}, 0
    of_forty.model.show(CursorSource(of_forty.server.fetch), snapshot=saved)
    assert hidden.asked == 0
    assert of_forty.shown() == [n for n in range(1, 41) if n not in (1, 20)]
    of_forty.done()
    assert of_forty.shown() == [n for n in range(1, 41) if n not in (2, 20)]


@pytest.mark.parametrize("seed", range(10))
def test_what_is_shown_is_what_no_filter_hides(of_forty: List, seed: int) -> None:
    """Filters change, rows arrive and are replaced, in any order, while others are asked about."""
    draw, model = random.Random(seed), of_forty.model
    hidden = Hidden(set())
    for _ in range(25):
        match draw.randrange(7):
            case 0:
                hidden = Hidden({draw.randrange(1, 99) for _ in range(draw.choice((0, 2, 50)))})
                model.set_row_filter(hidden)
            case 1:
                changed = {draw.randrange(1, 60) for _ in range(5)}
                hidden.items = hidden.items ^ changed
                model.filter_again(lambda row, c=changed: row.item in c)  # type: ignore[misc]
            case 2 if not model.is_arranged and not model.is_held_by_filter:
                of_forty.load(model.loaded + SIZE)
            case 3:
                model.sort_by("name", descending=draw.random() < 0.5)
            case 4:
                model.clear_arrangement()
            case 5:
                some = [draw.randrange(1, 30)]
                model.update_rows(make_rows(COLUMNS, some, identity=lambda item: item))
            case _:
                model.set_filter(draw.choice(("", "1")))
    of_forty.done()
    model.clear_arrangement()
    gone = hidden.items if model.row_filter is not None else set()
    assert of_forty.shown() == [n for n in range(1, model.loaded + 1) if n not in gone]
