"""Rows of a list in RAM follow its changes: one format for each new item, no reset for a change."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from operator import is_

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.live_rows import LiveRows
from osubrowser.models.table.paged_model import PagedModel
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.services.runtime.tasks import TaskScope


@dataclass(frozen=True)
class Item:
    id: int
    text: str


@dataclass
class Formats:
    """Items that were formatted, in order."""

    items: list[str] = field(default_factory=list)

    def text(self, item: Item, _number: int) -> str:
        self.items.append(item.text)
        return item.text


class List:
    """A list of items, its model, and what the model told its views."""

    def __init__(self, scope: TaskScope, calls: Calls, count: int) -> None:
        self.parent = QObject()
        self.items = [Item(n, f"item {n}") for n in range(count)]
        self.formats = Formats()
        column = Column[Item](
            "text", "Text", 90, CellKind.TEXT, self.formats.text, lambda i, _: i.text
        )
        self.model = PagedModel((column,), scope, is_wait=lambda _: None, parent=self.parent)
        self.live = LiveRows[Item](
            self.model, calls, lambda: self.items, lambda i: i.id, self.parent
        )
        self.model.show(self.live.source((column,)))
        self.resets: list[None] = []
        self.changes: list[tuple[int, int]] = []
        self.model.modelReset.connect(lambda: self.resets.append(None))
        self.model.dataChanged.connect(
            lambda first, last, *_: self.changes.append((first.row(), last.row()))
        )

    @property
    def texts(self) -> list[str]:
        return [self.model.index(n, 0).data() for n in range(self.model.rowCount())]

    def change(self, number: int, text: str) -> None:
        place = next(n for n, item in enumerate(self.items) if item.id == number)
        self.items[place] = replace(self.items[place], text=text)
        self.live.update((self.items[place],))


@pytest.fixture
def ten(loop: asyncio.AbstractEventLoop, qtbot: QtBot) -> Iterator[List]:
    executor, scope = make_executor(1), TaskScope()
    calls = Calls(executor)
    ten = List(scope, calls, 10)
    qtbot.waitUntil(lambda: ten.model.loaded == 10)
    ten.formats.items.clear()
    yield ten
    ten.live.stop()
    scope.cancel_all()
    calls.close()


def test_changed_items_are_formatted_alone_and_shown_in_place(ten: List, qtbot: QtBot) -> None:
    for number in (2, 3, 7):
        ten.change(number, f"changed {number}")
    ten.change(3, "changed again")
    qtbot.waitUntil(lambda: ten.texts[7] == "changed 7")
    assert ten.texts[2:4] == ["changed 2", "changed again"]
    assert sorted(ten.formats.items) == ["changed 2", "changed 7", "changed again"]
    assert ten.changes == [(2, 3), (7, 7)]
    assert ten.resets == []


def test_added_removed_and_moved_items_keep_the_rows_of_the_others(ten: List, qtbot: QtBot) -> None:
    ten.items = [*ten.items[:8], Item(99, "new")]
    ten.live.update_all()
    qtbot.waitUntil(lambda: ten.model.rowCount() == 9)
    assert ten.formats.items == ["new"]
    ten.items = [ten.items[1], ten.items[0], *ten.items[2:]]
    ten.live.update_all()
    qtbot.waitUntil(lambda: ten.texts[:2] == ["item 1", "item 0"])
    assert [row.number for row in ten.model.loaded_rows()] == list(range(1, 10))


def test_an_empty_list_and_one_that_was_empty(ten: List, qtbot: QtBot) -> None:
    items, ten.items = ten.items, []
    ten.live.update_all()
    qtbot.waitUntil(lambda: ten.model.rowCount() == 0)
    ten.items = items[:3]
    ten.live.update_all()
    qtbot.waitUntil(lambda: ten.texts == ["item 0", "item 1", "item 2"])
    ten.change(1, "changed")
    qtbot.waitUntil(lambda: ten.texts[1] == "changed")


def test_sorted_and_filtered_rows_change_in_place(ten: List, qtbot: QtBot) -> None:
    ten.model.sort_by("text", descending=True)
    ten.resets.clear()
    ten.change(9, "a changed one")
    qtbot.waitUntil(lambda: ten.texts[0] == "a changed one")
    assert ten.resets == []
    ten.model.set_filter("changed")
    assert ten.texts == ["a changed one"]
    ten.change(4, "also changed")
    qtbot.waitUntil(lambda: sorted(ten.texts) == ["a changed one", "also changed"])


def test_an_item_that_is_not_in_the_list_is_ignored(ten: List, qtbot: QtBot) -> None:
    ten.live.update((Item(500, "a stranger"),))
    ten.change(0, "changed")
    qtbot.waitUntil(lambda: ten.texts[0] == "changed")
    assert ten.model.rowCount() == 10


def test_items_on_top_leave_the_other_rows_alone(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    executor, scope = make_executor(1), TaskScope()
    calls = Calls(executor)
    ten = List(scope, calls, 10)
    ten.live._is_numbered = False
    inserted: list[tuple[int, int]] = []
    removed: list[tuple[int, int]] = []
    ten.model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    ten.model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    qtbot.waitUntil(lambda: ten.model.loaded == 10)
    before = ten.model.loaded_rows()
    ten.formats.items.clear()
    inserted.clear()
    ten.items = [Item(20, "a"), Item(21, "b"), *ten.items[:7]]
    ten.live.update_all()
    qtbot.waitUntil(lambda: ten.model.loaded == 9)
    assert ten.formats.items == ["a", "b"]
    assert (inserted, removed, ten.resets) == ([(0, 1)], [(9, 11)], [])
    assert all(map(is_, ten.model.loaded_rows()[2:], before))
    assert ten.model.total == 9
    ten.change(21, "changed")
    qtbot.waitUntil(lambda: ten.texts[1] == "changed")
    ten.items = [Item(22, "c"), ten.items[1], *ten.items[3:]]  # one in between is gone
    ten.live.update_all()
    qtbot.waitUntil(lambda: ten.texts[0] == "c")
    assert ten.texts[1:3] == ["changed", "item 1"]
    assert ten.resets == []
    ten.live.stop()
    scope.cancel_all()
    calls.close()
