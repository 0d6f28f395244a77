"""Changed rows of a list of one page: signals that keep selection and order, or a reset."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.paged_model import CursorSource, PagedModel, RowsPage
from osubrowser.models.table.row_changes import MOST_RANGES, row_changes
from osubrowser.services.runtime.tasks import TaskScope

Item = tuple[str, int]
COLUMNS = (
    Column[Item]("name", "Name", 90, CellKind.TEXT, lambda i, _: i[0], sort=lambda i, _: i[0]),
    Column[Item]("value", "Value", 60, CellKind.NUMBER, lambda i, _: str(i[1]), lambda i, _: i[1]),
)


def rows_of(items: dict[str, int]) -> list[Row[Item]]:
    return make_rows(COLUMNS, items.items(), identity=lambda item: item[0])


def names(model: PagedModel) -> list[str]:
    rows = (model.row_at(n) for n in range(model.rowCount()))
    return [row.id for row in rows if row is not None]  # type: ignore[misc]


@pytest.fixture
def scope(loop: asyncio.AbstractEventLoop) -> Iterator[TaskScope]:
    scope = TaskScope()
    yield scope
    scope.cancel_all()


@pytest.fixture
def model(qtbot: QtBot, scope: TaskScope) -> PagedModel:
    model = PagedModel(COLUMNS, scope, is_wait=lambda _: None)

    async def fetch(_cursor: object) -> RowsPage:
        return RowsPage(rows_of({"a": 1, "b": 2, "c": 3, "d": 4}), total=4)

    model.show(CursorSource(fetch))
    qtbot.waitUntil(lambda: model.loaded == 4)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_rows_are_removed_inserted_and_changed_in_place(model: PagedModel) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    at_c = QPersistentModelIndex(model.index(2, 0))
    model.merge(RowsPage(rows_of({"new": 9, "a": 1, "c": 33, "d": 4, "e": 5})))
    assert names(model) == ["new", "a", "c", "d", "e"]
    assert at_c.row() == 2
    assert model.index(2, 1).data() == "33"
    assert model.loaded == 5
    assert not resets


def test_rows_keep_their_places_under_an_order_until_they_are_arranged_again(
    model: PagedModel,
) -> None:
    model.sort_by("value", True)
    assert names(model) == ["d", "c", "b", "a"]
    model.merge(RowsPage(rows_of({"a": 100, "b": 2, "c": 3, "d": 4, "e": 3})))
    assert [name for name in names(model) if name != "e"] == ["d", "c", "b", "a"]
    assert "e" in names(model)
    model.arrange_again()
    assert names(model)[0] == "a"


def test_the_filter_holds_for_changed_rows(model: PagedModel) -> None:
    model.set_filter("3")
    assert names(model) == ["c"]
    model.merge(RowsPage(rows_of({"a": 3, "b": 2, "c": 4})))
    assert names(model) == ["a"]
    model.set_filter("")
    assert names(model) == ["a", "b", "c"]


def test_any_change_ends_at_the_new_rows(model: PagedModel) -> None:
    chance = random.Random(7)
    for _ in range(300):
        count = chance.randrange(1, 12)
        items = {chance.choice("abcdefghij"): chance.randrange(9) for _ in range(count)}
        if chance.random() < 0.2:
            model.sort_by(chance.choice(["value", "name", None]), chance.random() < 0.5)
        model.merge(RowsPage(rows_of(items)))
        assert sorted(names(model)) == sorted(items)
        if not model.is_arranged:
            assert names(model) == list(items)
        values = {name: model.index(n, 1).data() for n, name in enumerate(names(model))}
        assert values == {name: str(value) for name, value in items.items()}


def test_many_scattered_changes_are_a_reset() -> None:
    old = rows_of({str(n): n for n in range(1000)})
    few = [row for row in old if row.item[1] % 50]
    many = [row for row in old if row.item[1] % (1000 // (2 * MOST_RANGES))]
    assert row_changes(old, few, keep_order=False) is not None
    assert row_changes(old, many, keep_order=False) is None
    assert row_changes([None, *old], old, keep_order=False) is None
    assert row_changes(old, old[::-1], keep_order=False) is None


def test_an_empty_list_shows_what_is_merged(model: PagedModel, qtbot: QtBot) -> None:
    model.merge(RowsPage([]))
    assert model.rowCount(QModelIndex()) == 0
    model.merge(RowsPage(rows_of({"x": 1})))  # loads the list again
    qtbot.waitUntil(lambda: model.rowCount() == 4)
