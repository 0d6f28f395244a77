"""Rows that are hidden by what is known here: the list loads on, and says how many and why."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import ServerTrouble
from osubrowser.models.table.column import Row
from osubrowser.models.table.paged_model import (
    MOST_HIDDEN_PAGES,
    CursorSource,
    LoadState,
    PagedModel,
    RowsPage,
)
from tests.models.table.test_paged_model import (
    COLUMNS,
    SIZE,
    Server,
    model,
    rows_from,
    scope,
    server,
)

__all__ = ["model", "scope", "server"]  # fixtures

ODD, LOW, GONE = 1, 2, 4


class Hides:
    """Row filter of numbers, whose choices can change."""

    def __init__(self, *, odd: bool = False, below: int = 0, gone: Sequence[int] = ()) -> None:
        self.odd = odd
        self.below = below
        self.gone = set(gone)
        self.asked = 0

    def reasons(self, rows: Sequence[Row[Any]]) -> list[int]:
        self.asked += len(rows)
        return [
            (ODD if self.odd and row.item % 2 else 0)
            | (LOW if row.item < self.below else 0)
            | (GONE if row.item in self.gone else 0)
            for row in rows
        ]


def is_one_of(items: set[int], row: Row[Any]) -> bool:
    return row.item in items


def shown(model: PagedModel) -> list[Any]:
    rows = [model.row_at(n) for n in range(model.rowCount())]
    return [row.item for row in rows if row is not None]


def settled(model: PagedModel) -> bool:
    return model.state in (LoadState.READY, LoadState.END, LoadState.FAILED)


def show(qtbot: QtBot, model: PagedModel, server: Server) -> None:
    model.show(server.by_cursor, columns=COLUMNS)
    qtbot.waitUntil(lambda: settled(model))


def test_hidden_rows_are_left_out_and_counted_by_reason(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_row_filter(Hides(odd=True, below=5))
    model.look_at(0, 9)
    show(qtbot, model, server)
    assert shown(model)[:3] == [6, 8, 10]
    assert all(item % 2 == 0 for item in shown(model))
    assert model.hidden == model.loaded - model.rowCount()
    reasons = model.hidden_reasons
    assert len(reasons) == model.loaded
    assert sum(1 for bits in reasons if bits & LOW) == 4
    assert sum(1 for bits in reasons if bits & ODD) == model.loaded / 2
    assert not model.is_arranged


def test_a_list_loads_on_past_hidden_pages_until_the_view_is_full(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.set_row_filter(Hides(below=4 * SIZE + 20))
    show(qtbot, model, server)
    model.look_at(0, 20)
    qtbot.waitUntil(lambda: model.rowCount() > 20 and settled(model))
    assert shown(model)[0] == 4 * SIZE + 20
    assert [row.number for row in map(model.row_at, range(3)) if row is not None] == [
        4 * SIZE + 20 + n for n in range(3)
    ]
    asked = len(server.asked)
    model.look_at(0, 20)
    qtbot.waitUntil(lambda: settled(model))
    assert len(server.asked) == asked
    model.look_at(model.rowCount() - 20, model.rowCount() - 1)
    qtbot.waitUntil(lambda: len(server.asked) > asked)


def test_a_filter_that_hides_all_stops_after_some_pages_and_goes_on_at_a_wish(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.set_row_filter(Hides(below=10**9))
    model.show(server.by_cursor, columns=COLUMNS)
    qtbot.waitUntil(lambda: model.is_held_by_filter)
    assert len(server.asked) == MOST_HIDDEN_PAGES
    assert model.rowCount() == 0
    assert model.state is LoadState.READY
    assert not model.canFetchMore()
    model.look_further()
    assert not model.is_held_by_filter
    qtbot.waitUntil(lambda: model.is_held_by_filter)
    assert len(server.asked) == 2 * MOST_HIDDEN_PAGES
    model.set_row_filter(None)
    assert model.rowCount() == model.loaded == 2 * MOST_HIDDEN_PAGES * SIZE
    assert not model.is_held_by_filter
    assert model.hidden == 0


def test_a_list_that_ends_with_all_rows_hidden_ends(qtbot: QtBot, model: PagedModel) -> None:
    server = Server(rows=3 * SIZE)
    model.set_row_filter(Hides(below=10**9))
    model.show(server.by_cursor, columns=COLUMNS)
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    assert (model.rowCount(), model.loaded, model.hidden) == (0, 3 * SIZE, 3 * SIZE)


def test_rows_come_and_go_without_a_reset(qtbot: QtBot, model: PagedModel, server: Server) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    hides = Hides()
    model.set_row_filter(hides)
    show(qtbot, model, server)
    resets, changes = list[int](), list[str]()
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsRemoved.connect(lambda _, first, last: changes.append(f"-{first}-{last}"))
    model.rowsInserted.connect(lambda _, first, last: changes.append(f"+{first}-{last}"))
    hides.gone = {3, 4, 9}
    asked = hides.asked
    model.filter_again(lambda row: row.item in hides.gone)
    assert hides.asked == asked + 3
    assert changes == ["-8-8", "-2-3"]
    assert shown(model)[:5] == [1, 2, 5, 6, 7]
    hides.gone = {9}
    model.filter_again(lambda row: row.item in (3, 4))
    assert changes[2:] == ["+2-3"]
    assert shown(model)[:5] == [1, 2, 3, 4, 5]
    model.filter_again(lambda row: row.item == 5)  # as it was
    assert len(changes) == 3
    assert not resets


def test_it_goes_with_an_order_and_a_filter_by_text(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    hides = Hides(odd=True)
    model.set_row_filter(hides)
    show(qtbot, model, server)
    model.sort_by("rank", descending=True)
    items = shown(model)
    assert items == sorted(items, reverse=True)
    assert all(item % 2 == 0 for item in items)
    model.set_filter("#1")
    assert all(str(item).startswith("1") and item % 2 == 0 for item in shown(model))
    hides.gone = {10, 12}
    model.filter_again(lambda row: row.item in hides.gone)
    assert not {10, 12} & {*shown(model)}
    assert 14 in shown(model)
    model.clear_arrangement()
    assert shown(model)[:6] == [2, 4, 6, 8, 14, 16]
    model.set_row_filter(None)
    assert shown(model)[:3] == [1, 2, 3]


def test_it_stays_for_the_next_list_and_a_snapshot(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.set_row_filter(Hides(odd=True))
    show(qtbot, model, server)
    kept, snapshot = shown(model), model.snapshot()
    other = Server(rows=10)
    model.show(other.by_cursor)
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    assert shown(model) == [2, 4, 6, 8, 10]
    assert model.hidden == 5
    model.show(server.by_cursor, snapshot=snapshot)
    assert shown(model) == kept


def test_a_failure_past_hidden_rows_is_told_and_retried(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.failing[3] = ServerTrouble("down")
    model.set_row_filter(Hides(below=10**9))
    model.show(server.by_cursor, columns=COLUMNS)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    assert model.loaded == 2 * SIZE
    model.retry()
    qtbot.waitUntil(lambda: model.is_held_by_filter)
    assert model.error is None


def test_fresh_pages_are_filtered_anew(qtbot: QtBot, model: PagedModel, server: Server) -> None:
    hides = Hides()
    model.set_row_filter(hides)
    show(qtbot, model, server)
    hides.below = 10
    model.reload()
    qtbot.waitUntil(lambda: 1 not in shown(model) and settled(model))
    assert shown(model)[0] == 10


@pytest.mark.parametrize("seed", range(6))
def test_whatever_changes_the_shown_rows_are_those_that_are_not_hidden(
    qtbot: QtBot, model: PagedModel, server: Server, seed: int
) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    choose = random.Random(seed)
    hides = Hides()
    model.set_row_filter(hides)
    show(qtbot, model, server)
    for _ in range(25):
        match choose.randrange(6):
            case 0:
                changed = {choose.randrange(1, 400) for _ in range(choose.randrange(1, 150))}
                hides.gone ^= changed
                model.filter_again(partial(is_one_of, changed))
            case 1:
                hides.odd = not hides.odd
                model.filter_again(lambda _: True)
            case 2:
                model.sort_by(choose.choice([None, "rank", "pp"]), choose.random() < 0.5)
            case 3:
                model.set_filter(choose.choice(["", "1", "player 2"]))
            case 4:
                model.look_at(max(0, model.rowCount() - 10), max(0, model.rowCount() - 1))
            case 5:
                model.clear_arrangement()
        qtbot.waitUntil(lambda: settled(model))
        assert not any(hides.reasons([row])[0] for row in model.loaded_rows())
        if not model.is_arranged:
            items = shown(model)
            assert items == sorted(items)
            assert len(items) == model.loaded - model.hidden


def test_pages_without_rows_that_go_on_are_passed_over_for_a_while(
    qtbot: QtBot, model: PagedModel
) -> None:
    asked = list[int]()

    async def fetch(cursor: Any) -> RowsPage:
        number = cursor or 1
        asked.append(number)
        rows = rows_from(1, 5) if number == 15 else []
        return RowsPage(rows, next=None if number == 15 else number + 1, goes_on=True)

    model.show(CursorSource(fetch), columns=COLUMNS)
    qtbot.waitUntil(lambda: model.is_held_by_filter)
    assert asked == list(range(1, MOST_HIDDEN_PAGES + 1))
    assert model.state is LoadState.READY
    model.look_further()
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    assert shown(model) == [1, 2, 3, 4, 5]
    assert asked == list(range(1, 16))


# --- all pages of a list by cursor ------------------------------------------------------------


def test_all_pages_by_cursor_are_loaded_where_the_source_allows_it(
    qtbot: QtBot, model: PagedModel
) -> None:
    server = Server(rows=6 * SIZE + 3)
    show(qtbot, model, server)
    assert not model.can_load_all
    model.show(CursorSource(server.fetch, can_load_all=True))
    qtbot.waitUntil(lambda: settled(model))
    assert model.can_load_all
    model.sort_by("rank", descending=True)
    model.load_all()
    assert model.is_loading_all
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    qtbot.waitUntil(lambda: not model.is_loading_all)
    assert shown(model) == list(range(6 * SIZE + 3, 0, -1))
    assert not model.can_load_all


def test_a_failed_page_by_cursor_is_tried_again_and_then_told(
    qtbot: QtBot, model: PagedModel
) -> None:
    server = Server(rows=6 * SIZE)
    model.show(CursorSource(server.fetch, can_load_all=True), columns=COLUMNS)
    qtbot.waitUntil(lambda: settled(model))
    model.sort_by("rank")
    server.failing[4] = ServerTrouble("down")
    model.load_all()
    qtbot.waitUntil(lambda: model.loaded == 6 * SIZE)
    assert model.full_load_error is None
