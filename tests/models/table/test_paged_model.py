"""The lazy model: what is asked for and when, what a view sees meanwhile, what a failure leaves."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import Offline, RateLimited, ServerTrouble
from osubrowser.api.http.messages import Unreadable
from osubrowser.models.table import background_refresh, paged_model
from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.paged_model import (
    ROW_ROLE,
    CursorSource,
    LoadState,
    NumberedSource,
    PagedModel,
    RowsPage,
)
from osubrowser.services.runtime.tasks import TaskScope
from tests import idle
from tests.conftest import StubClock

SIZE = 50
COLUMNS = (
    Column[int](
        "rank", "Rank", 60, CellKind.NUMBER, text=lambda _, n: f"#{n}", sort=lambda _, n: n
    ),
    Column[int](
        "name",
        "Player",
        90,
        CellKind.PLAYER,
        text=lambda item, _: f"player {item}",
        tooltip=lambda item: f"<b>{item}</b>",
    ),
    Column[int](
        "pp",
        "pp",
        60,
        CellKind.NUMBER,
        text=lambda item, _: str(item % 7),
        sort=lambda item, _: None if item % 7 == 3 else item % 7,
        description="Performance points",
    ),
    Column[int]("change", "Change", 60, CellKind.CHANGE, text=lambda *_: "3", tone=lambda _: -1),
)


def rows_from(first: int, count: int) -> list[Row[int]]:
    items = range(first, first + count)
    return make_rows(COLUMNS, items, first_number=first, identity=lambda item: item)


class Server:
    """Answers by hand: `asked` holds what waits for `answer`, in order."""

    def __init__(self, rows: int = 10_000) -> None:
        self.rows = rows
        self.asked: list[object] = []
        self.waiting: dict[object, asyncio.Future[RowsPage]] = {}
        self.at_once = True
        self.failing: dict[object, BaseException] = {}

    async def fetch(self, where: object) -> RowsPage:
        self.asked.append(where)
        if where in self.failing:
            raise self.failing.pop(where)
        if self.at_once:
            await asyncio.sleep(0)
            return self.page(where)
        self.waiting[where] = asyncio.get_running_loop().create_future()
        return await self.waiting[where]

    def page(self, where: object) -> RowsPage:
        number = where if isinstance(where, int) else 1
        first = (number - 1) * SIZE + 1
        count = max(0, min(SIZE, self.rows - first + 1))
        is_last = first + count > self.rows
        return RowsPage(rows_from(first, count), self.rows, None if is_last else number + 1)

    def answer(self, where: object, page: RowsPage | None = None) -> None:
        self.waiting.pop(where).set_result(page if page is not None else self.page(where))

    @property
    def numbered(self) -> NumberedSource:
        return NumberedSource(SIZE, self.fetch)

    @property
    def by_cursor(self) -> CursorSource:
        return CursorSource(self.fetch)


def wait_of(error: BaseException) -> float | None:
    return error.retry_after if isinstance(error, RateLimited) else None


@pytest.fixture
def scope(loop: asyncio.AbstractEventLoop) -> Iterator[TaskScope]:
    scope = TaskScope()
    yield scope
    scope.cancel_all()


@pytest.fixture
def model(scope: TaskScope, qtbot: QtBot) -> PagedModel:
    return PagedModel(COLUMNS, scope, is_wait=wait_of)


@pytest.fixture
def server() -> Server:
    return Server()


def settle(qtbot: QtBot, model: PagedModel) -> None:
    qtbot.waitUntil(lambda: model.state is not LoadState.LOADING)


def look_until_rest(qtbot: QtBot, model: PagedModel, first: int, last: int) -> None:
    model.look_at(first, last)
    qtbot.waitUntil(lambda: all(model.row_at(n) is not None for n in range(first, last + 1)))
    settle(qtbot, model)


def ids(model: PagedModel) -> list[object]:
    found = (model.row_at(n) for n in range(model.rowCount()))
    return [None if row is None else row.id for row in found]


# --- the first page ------------------------------------------------------------------------------


def test_it_starts_idle_and_empty(model: PagedModel) -> None:
    assert model.state is LoadState.IDLE
    assert model.rowCount() == 0
    assert model.columnCount() == 4
    assert model.total is None


def test_the_first_page_is_asked_for_without_a_view(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.at_once = False
    model.show(server.numbered)

    assert model.state is LoadState.LOADING
    assert model.rowCount() == SIZE
    assert ids(model) == [None] * SIZE
    qtbot.waitUntil(lambda: server.asked == [1])
    server.answer(1)
    qtbot.waitUntil(lambda: model.loaded == SIZE)
    assert model.rowCount() == model.total == 10_000
    assert ids(model)[:52] == [*range(1, 51), None, None]


def test_the_first_page_of_a_list_by_cursor_is_asked_for_without_a_view(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.by_cursor)

    assert model.state is LoadState.LOADING
    assert model.rowCount() == 0
    qtbot.waitUntil(lambda: server.asked == [None])
    qtbot.waitUntil(lambda: model.rowCount() == SIZE)


def test_a_place_far_down_asks_for_its_own_page_first(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered, start_row=7411)
    assert model.start_row == 7411
    assert model.rowCount() > 7411

    qtbot.waitUntil(lambda: model.row_at(7411) is not None)
    assert server.asked[0] == 149
    row = model.row_at(7411)
    assert row is not None
    assert row.number == 7412


def test_an_empty_list_ends(qtbot: QtBot, model: PagedModel) -> None:
    model.show(Server(rows=0).numbered)

    qtbot.waitUntil(lambda: model.state is LoadState.END)
    assert model.rowCount() == 0
    assert model.total == 0


def test_the_page_itself_is_passed_on(qtbot: QtBot, model: PagedModel) -> None:
    page = RowsPage(rows_from(1, 3), extra="the spotlight")

    async def fetch(_: int) -> RowsPage:
        return page

    with qtbot.waitSignal(model.page_arrived) as arrived:
        model.show(NumberedSource(SIZE, fetch))
    assert arrived.args == [page]
    assert model.state is LoadState.END


# --- pages as one goes ---------------------------------------------------------------------------


def test_whoever_only_looks_causes_one_page_ahead(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 22)

    assert server.asked == [1, 2]
    assert model.state is LoadState.READY


def test_reading_from_one_to_ten_thousand_asks_for_each_page_once(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    settle(qtbot, model)
    for first in range(0, 10_000 - 22, 22):
        look_until_rest(qtbot, model, first, min(first + 25, 9_999))
    look_until_rest(qtbot, model, 9_975, 9_999)

    assert sorted(server.asked) == list(range(1, 201))  # type: ignore[type-var] # all are numbers
    assert ids(model) == list(range(1, 10_001))
    assert model.state is LoadState.END


def test_reading_upwards_asks_for_the_pages_above(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered, start_row=5000)
    look_until_rest(qtbot, model, 5000, 5020)
    look_until_rest(qtbot, model, 4990, 5010)

    qtbot.waitUntil(lambda: {100, 99} <= set(server.asked))


def test_a_jump_asks_for_where_it_stops_not_for_what_it_passed(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 22)
    for first in range(100, 10_000, 100):
        model.look_at(first, first + 22)
    model.look_at(9977, 9999)
    qtbot.waitUntil(lambda: model.row_at(9999) is not None)
    settle(qtbot, model)

    assert server.asked == [1, 2, 200]


def test_a_held_scroll_bar_asks_only_when_it_rests(
    qtbot: QtBot, model: PagedModel, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 22)
    asked = len(server.asked)
    monkeypatch.setattr(paged_model, "_HELD_REST", 60_000)  # it moves: no pause counts as a rest
    for first in range(200, 260, 5):
        model.look_at(first, first + 22, held=True)
        idle.settle()
    assert len(server.asked) == asked
    model.look_at(260, 282)
    qtbot.waitUntil(lambda: model.row_at(260) is not None)


def test_what_is_in_view_does_not_wait_for_what_is_ahead(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.at_once = False
    model.show(server.numbered)
    qtbot.waitUntil(lambda: 1 in server.waiting)
    server.answer(1)
    qtbot.waitUntil(lambda: 2 in server.waiting)
    model.look_at(20, 42)
    qtbot.waitUntil(lambda: 3 in server.waiting)
    model.look_at(5010, 5040)
    qtbot.waitUntil(lambda: 101 in server.waiting)
    server.answer(101)
    qtbot.waitUntil(lambda: model.row_at(5040) is not None)

    assert server.asked == [1, 2, 3, 101]
    assert model.row_at(60) is None
    model.clear()


def test_pages_may_arrive_in_any_order(qtbot: QtBot, model: PagedModel, server: Server) -> None:
    server.rows = 120
    server.at_once = False
    model.show(server.numbered)
    qtbot.waitUntil(lambda: 1 in server.waiting)
    server.answer(1)
    model.look_at(40, 110)
    qtbot.waitUntil(lambda: {2, 3} <= set(server.waiting))
    server.answer(3)
    qtbot.waitUntil(lambda: model.loaded == 70)
    server.answer(2)
    qtbot.waitUntil(lambda: model.state is LoadState.END)

    assert ids(model) == list(range(1, 121))


def test_a_claimed_total_of_ten_thousand_with_one_page_ends_after_a_few_requests(
    qtbot: QtBot, model: PagedModel
) -> None:
    asked: list[int] = []

    async def fetch(number: int) -> RowsPage:
        asked.append(number)
        await asyncio.sleep(0)
        if number == 1:
            return RowsPage(rows_from(1, SIZE), total=10_000, next=2)
        return RowsPage([], total=10_000)

    model.show(NumberedSource(SIZE, fetch))
    model.look_at(9_980, 9_999)
    qtbot.waitUntil(lambda: model.state is LoadState.END)

    assert len(asked) <= 4
    assert model.total == model.rowCount() == SIZE


# --- lists by cursor -----------------------------------------------------------------------------


def cursor_server(pages: dict[object, RowsPage]) -> tuple[CursorSource, list[object]]:
    asked: list[object] = []

    async def fetch(cursor: object | None) -> RowsPage:
        asked.append(cursor)
        await asyncio.sleep(0)
        return pages[cursor]

    return CursorSource(fetch), asked


def test_a_list_by_cursor_grows_ahead_of_the_view_and_ends_without_a_next(
    qtbot: QtBot, model: PagedModel
) -> None:
    source, asked = cursor_server(
        {
            None: RowsPage(rows_from(1, 50), next="b"),
            "b": RowsPage(rows_from(51, 50), next="c"),
            "c": RowsPage(rows_from(101, 7)),
        }
    )
    model.show(source)
    settle(qtbot, model)
    model.look_at(0, 10)
    assert asked == [None]
    model.look_at(20, 30)
    settle(qtbot, model)
    assert asked == [None, "b"]
    model.look_at(60, 90)
    qtbot.waitUntil(lambda: model.state is LoadState.END)

    assert asked == [None, "b", "c"]
    assert ids(model) == list(range(1, 108))
    assert model.state is LoadState.END


def test_a_page_that_overlaps_adds_only_what_is_new(qtbot: QtBot, model: PagedModel) -> None:
    source, _ = cursor_server(
        {None: RowsPage(rows_from(1, 10), next="b"), "b": RowsPage(rows_from(6, 10))}
    )
    model.show(source)
    qtbot.waitUntil(lambda: model.state is LoadState.END)

    assert ids(model) == list(range(1, 16))


@pytest.mark.parametrize(
    "last",
    [
        pytest.param(RowsPage([], next="c"), id="an empty page"),
        pytest.param(RowsPage(rows_from(1, 10), next="c"), id="no new rows"),
        pytest.param(RowsPage(rows_from(11, 10), next="b"), id="the same cursor again"),
        pytest.param(RowsPage(rows_from(11, 10), next=None), id="no next cursor"),
    ],
)
def test_what_ends_a_list_by_cursor(qtbot: QtBot, model: PagedModel, last: RowsPage) -> None:
    source, asked = cursor_server({None: RowsPage(rows_from(1, 10), next="b"), "b": last})
    model.show(source)
    qtbot.waitUntil(lambda: model.state is LoadState.END)

    assert asked == [None, "b"]


def test_qt_may_fetch_more_only_when_ready_with_a_next_cursor(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.at_once = False
    model.show(server.by_cursor)
    qtbot.waitUntil(lambda: None in server.waiting)
    assert not model.canFetchMore(QModelIndex())
    server.answer(None)
    settle(qtbot, model)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.state is LoadState.LOADING
    assert not model.canFetchMore(QModelIndex())
    qtbot.waitUntil(lambda: 2 in server.waiting)
    server.waiting.pop(2).set_exception(Offline())
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    assert not model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert server.asked == [None, 2]


def test_qt_never_fetches_more_of_a_numbered_list(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    settle(qtbot, model)
    assert not model.canFetchMore(QModelIndex())


# --- another list --------------------------------------------------------------------------------


def test_the_late_answer_of_an_older_list_is_dropped(
    qtbot: QtBot, model: PagedModel, scope: TaskScope
) -> None:
    old, new = Server(), Server(rows=60)
    old.at_once = new.at_once = False
    model.show(old.numbered)
    qtbot.waitUntil(lambda: 1 in old.waiting)
    model.show(new.numbered)
    assert old.waiting[1].cancelled() or not old.waiting[1].done()
    qtbot.waitUntil(lambda: 1 in new.waiting)
    qtbot.waitUntil(lambda: old.waiting[1].cancelled())
    new.answer(1)
    qtbot.waitUntil(lambda: model.loaded == SIZE)

    assert model.total == 60
    model.clear()
    assert len(scope) == 0


def test_clear_stops_and_forgets(
    qtbot: QtBot, model: PagedModel, server: Server, scope: TaskScope
) -> None:
    server.at_once = False
    model.show(server.numbered)
    qtbot.waitUntil(lambda: 1 in server.waiting)
    model.clear()

    assert model.state is LoadState.IDLE
    assert model.rowCount() == 0
    assert len(scope) == 0


def test_a_load_cancelled_from_outside_can_be_asked_for_again(
    qtbot: QtBot, model: PagedModel, server: Server, scope: TaskScope
) -> None:
    server.at_once = False
    model.show(server.numbered)
    scope.cancel_all()
    qtbot.waitUntil(lambda: model.state is LoadState.READY)
    server.at_once = True
    look_until_rest(qtbot, model, 0, 10)

    assert model.loaded >= SIZE


def test_other_columns_come_with_the_list(qtbot: QtBot, model: PagedModel, server: Server) -> None:
    model.show(server.numbered, columns=COLUMNS[:2])

    assert model.columns == COLUMNS[:2]
    assert model.columnCount() == 2
    model.clear()


# --- failures ------------------------------------------------------------------------------------


def test_a_failed_first_page_waits_for_retry(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    error = Offline()
    server.failing[1] = error
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    assert model.error is error
    for first in range(0, 40, 3):
        model.look_at(first, first + 20)
    idle.settle(model)
    assert server.asked == [1]
    model.retry()
    assert model.state is LoadState.LOADING
    assert model.error is None
    qtbot.waitUntil(lambda: model.loaded >= SIZE)


def test_a_failed_next_page_keeps_the_rows_and_retry_asks_for_what_is_in_view(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 20)
    server.failing[60] = ServerTrouble()
    model.look_at(2960, 2980)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    assert model.total == 10_000
    asked = server.asked.count(60)
    model.retry()
    qtbot.waitUntil(lambda: model.row_at(2980) is not None)
    settle(qtbot, model)

    assert server.asked.count(60) == asked + 1


def test_a_failed_page_stops_no_other_page_and_is_loaded_when_it_comes_into_view_anew(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 20)
    server.failing[60] = ServerTrouble()
    model.look_at(2960, 2980)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    look_until_rest(qtbot, model, 7000, 7020)
    assert model.error is None
    assert model.row_at(2960) is None
    look_until_rest(qtbot, model, 2960, 2980)

    assert server.asked.count(60) == 2


def test_a_failed_page_ahead_of_the_view_is_not_shown_as_a_failure(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.failing[2] = ServerTrouble()
    model.show(server.numbered)
    qtbot.waitUntil(lambda: server.asked == [1, 2] and not server.failing)
    idle.settle(model)
    assert model.state is LoadState.READY
    look_until_rest(qtbot, model, 60, 80)

    assert server.asked.count(2) == 2


def test_a_failed_page_in_view_is_loaded_again_after_a_while(
    qtbot: QtBot, model: PagedModel, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.05)
    server.failing[1] = ServerTrouble()
    model.show(server.numbered)

    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    assert model.error is None


@pytest.mark.parametrize("seed", range(6))
def test_no_list_stops_because_of_failed_pages(
    qtbot: QtBot, model: PagedModel, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any page can fail any number of times, in any way: all rows are there in the end."""
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.05)
    monkeypatch.setattr(paged_model, "_SHORTEST_WAIT", 0.01)
    draw = random.Random(seed)
    server = Server(rows=600)
    failures: list[Callable[[], Exception]] = [
        ServerTrouble,
        Offline,
        Unreadable,
        lambda: RateLimited(retry_after=0.01),
    ]
    fetch = server.fetch

    async def failing(where: object) -> RowsPage:
        if draw.random() < 0.5:
            raise draw.choice(failures)()
        return await fetch(where)

    if seed % 2:
        model.show(CursorSource(failing))
    else:
        model.show(NumberedSource(SIZE, failing))
    for _ in range(40):
        first = draw.randrange(max(1, model.rowCount() - 20))
        model.look_at(first, first + 20)
        idle.settle(model)

    def walk_on() -> bool:
        missing = next((n for n in range(model.rowCount()) if model.row_at(n) is None), None)
        last = model.rowCount() - 1
        model.look_at(*((max(0, last - 20), last) if missing is None else (missing, missing + 20)))
        return model.loaded == 600

    qtbot.waitUntil(walk_on)
    assert ids(model) == [row.id for row in rows_from(1, 600)]


def test_a_page_that_arrives_after_a_failure_is_kept(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.at_once = False
    model.show(server.numbered)
    qtbot.waitUntil(lambda: 1 in server.waiting)
    server.answer(1)
    model.look_at(40, 110)
    qtbot.waitUntil(lambda: {2, 3} <= set(server.waiting))
    server.waiting.pop(2).set_exception(ServerTrouble())
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    server.answer(3)
    qtbot.waitUntil(lambda: model.loaded == 2 * SIZE)

    assert model.state is LoadState.FAILED
    model.retry()
    qtbot.waitUntil(lambda: 2 in server.waiting)
    assert server.asked.count(3) == 1
    model.clear()


def test_retry_without_a_failure_does_nothing(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 20)
    model.retry()

    assert model.state is LoadState.READY
    assert server.asked == [1, 2]


def test_a_mistake_of_ours_is_shown_in_place_and_reported(
    qtbot: QtBot,
    model: PagedModel,
    caplog: pytest.LogCaptureFixture,
    loop: asyncio.AbstractEventLoop,
) -> None:
    reported: list[object] = []
    loop.set_exception_handler(lambda _, context: reported.append(context["exception"]))
    error = ZeroDivisionError("a column divides")

    async def fetch(_: int) -> RowsPage:
        raise error

    model.show(NumberedSource(SIZE, fetch))
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)

    assert model.error is error
    assert reported == [error]
    assert not [r for r in caplog.records if r.levelno >= logging.ERROR]


# --- the server asks to wait ---------------------------------------------------------------------


def test_a_pause_keeps_loading_says_until_when_and_asks_nothing(
    qtbot: QtBot, model: PagedModel, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StubClock()
    monkeypatch.setattr(paged_model, "time", clock.module())
    server.failing[1] = RateLimited(retry_after=600)
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.resume_at is not None)
    assert model.state is LoadState.LOADING
    assert model.error is None
    assert model.resume_at == clock.now + 600
    model.look_at(0, 20)
    clock.advance(1)
    model.look_at(500, 520)
    idle.settle(model)
    assert server.asked == [1]
    model.clear()


def test_after_a_pause_loading_goes_on_by_itself(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.failing[1] = RateLimited(retry_after=0.6)
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.loaded >= SIZE)

    assert server.asked[:2] == [1, 1]
    assert model.resume_at is None


def test_a_pause_ends_with_its_list(
    qtbot: QtBot, model: PagedModel, server: Server, scope: TaskScope
) -> None:
    server.failing[1] = RateLimited(retry_after=600)
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.resume_at is not None)
    model.show(Server(rows=10).numbered)

    assert model.resume_at is None
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    assert len(scope) == 0


# --- reload --------------------------------------------------------------------------------------


def test_reload_keeps_the_rows_until_the_page_in_view_is_new(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 22)
    look_until_rest(qtbot, model, 5000, 5022)
    asked = len(server.asked)
    server.at_once = False
    model.reload()

    assert model.state is LoadState.LOADING
    assert model.row_at(0) is not None
    qtbot.waitUntil(lambda: 101 in server.waiting)
    assert server.asked[asked:] == [101]
    assert model.row_at(5000) is not None
    server.answer(101)
    qtbot.waitUntil(lambda: model.row_at(0) is None)
    assert model.start_row is None
    assert model.row_at(5000) is not None
    assert model.rowCount() == 10_000
    model.clear()


def test_a_failed_reload_keeps_the_rows_and_retry_reloads(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 22)
    server.failing[1] = Offline()
    model.reload()
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    assert model.loaded == 2 * SIZE
    model.retry()
    settle(qtbot, model)

    assert server.asked[:4] == [1, 2, 1, 1]
    assert model.error is None


def test_reload_of_a_list_by_cursor_starts_at_its_head(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.by_cursor)
    settle(qtbot, model)
    model.look_at(30, 45)
    settle(qtbot, model)
    model.reload()
    settle(qtbot, model)

    assert server.asked == [None, 2, None, 2]
    assert ids(model) == list(range(1, 101))


# --- coming back ---------------------------------------------------------------------------------


def test_a_snapshot_brings_rows_back_without_a_request(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 22)
    look_until_rest(qtbot, model, 7000, 7022)
    snapshot, asked, known = model.snapshot(), list(server.asked), ids(model)
    model.show(Server(rows=70).numbered)
    look_until_rest(qtbot, model, 0, 22)
    model.show(server.numbered, start_row=7000, snapshot=snapshot)

    assert ids(model) == known
    assert model.state is LoadState.READY
    model.look_at(7000, 7022)
    settle(qtbot, model)
    assert server.asked[: len(asked)] == asked
    assert not set(server.asked[len(asked) :]) & set(asked)


def test_a_snapshot_is_not_changed_by_what_comes_later(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    settle(qtbot, model)
    snapshot = model.snapshot()
    loaded = model.loaded
    look_until_rest(qtbot, model, 4000, 4020)
    model.show(server.numbered, snapshot=snapshot)

    assert model.loaded == loaded


def test_a_snapshot_of_an_empty_failure_asks_again(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.failing[1] = Offline()
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    model.show(server.numbered, snapshot=model.snapshot())

    qtbot.waitUntil(lambda: model.loaded >= SIZE)


# --- arranged ------------------------------------------------------------------------------------


@pytest.fixture
def small(qtbot: QtBot, model: PagedModel) -> PagedModel:
    model.show(Server(rows=20).numbered)
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    return model


def test_sorting_shows_loaded_rows_only_with_no_value_last(small: PagedModel) -> None:
    small.sort_by("pp", descending=True)
    assert small.is_arranged
    keys = [row.texts[2] for row in small.loaded_rows()]
    assert keys[-3:] == ["3"] * 3
    assert keys[:-3] == sorted(keys[:-3], reverse=True)
    small.sort_by("pp", descending=False)
    keys = [row.texts[2] for row in small.loaded_rows()]
    assert keys[-3:] == ["3"] * 3
    assert keys[:-3] == sorted(keys[:-3])
    small.sort_by(None)
    assert not small.is_arranged
    assert ids(small) == list(range(1, 21))


def test_equal_rows_keep_the_order_of_the_list(small: PagedModel) -> None:
    small.sort_by("pp", descending=True)
    sixes = [row.number for row in small.loaded_rows() if row.texts[2] == "6"]

    assert sixes == sorted(sixes)


def test_a_filter_wants_all_words_in_any_case(small: PagedModel) -> None:
    small.set_filter("PLAYER 1")
    assert set(ids(small)) == {
        row for row in range(1, 21) if "1" in f"#{row} player {row} {row % 7}"
    }
    small.set_filter("nobody")
    assert small.rowCount() == 0
    small.set_filter("  ")
    assert not small.is_arranged


def test_filter_and_sorting_work_together(small: PagedModel) -> None:
    small.set_filter("player 1")
    small.sort_by("rank", descending=True)
    found = ids(small)

    assert found == sorted(found, reverse=True)  # type: ignore[type-var] # all are numbers
    assert small.arrangement.needle == "player 1"


def test_a_column_without_a_sort_key_sorts_nothing(small: PagedModel) -> None:
    small.sort_by("name")

    assert not small.is_arranged


def test_while_arranged_looking_asks_for_nothing_and_late_rows_find_their_place(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    server.at_once = False
    model.show(server.numbered)
    qtbot.waitUntil(lambda: 1 in server.waiting)
    server.answer(1)
    qtbot.waitUntil(lambda: 2 in server.waiting)
    model.sort_by("rank", descending=True)
    assert model.rowCount() == SIZE
    model.look_at(0, 49)
    server.answer(2)
    qtbot.waitUntil(lambda: model.rowCount() == 2 * SIZE)
    idle.settle(model)

    assert server.asked == [1, 2]
    assert ids(model) == list(range(100, 0, -1))
    assert model.state is LoadState.READY


# --- what Qt is told -----------------------------------------------------------------------------


def test_a_cell_says_what_it_is_to_tools_and_to_screen_readers(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 20)
    role = Qt.ItemDataRole
    name, change, skeleton = model.index(4, 1), model.index(4, 3), model.index(9000, 1)

    assert name.data() == "player 5"
    assert name.data(role.AccessibleTextRole) == "Player player 5"
    assert change.data(role.AccessibleTextRole) == "Change down 3"
    assert name.data(ROW_ROLE) is model.row_at(4)
    assert name.data(role.ToolTipRole) == "<qt>&lt;b&gt;5&lt;/b&gt;</qt>"
    assert name.data(role.DecorationRole) is None
    assert skeleton.data() is None
    assert skeleton.data(role.AccessibleTextRole) == "Loading"
    assert skeleton.data() is None
    assert model.headerData(2, Qt.Orientation.Horizontal) == "pp"
    assert model.headerData(2, Qt.Orientation.Horizontal, role.ToolTipRole) == "Performance points"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None


def test_qts_own_tester_finds_no_broken_promise(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning  # a warning fails the test
    tester = QAbstractItemModelTester(model, mode, model)
    server.rows = 120
    model.show(server.numbered)
    look_until_rest(qtbot, model, 0, 22)
    model.sort_by("pp", descending=True)
    model.set_filter("1")
    model.set_filter("")
    model.sort_by(None)
    look_until_rest(qtbot, model, 80, 119)
    model.show(NumberedSource(SIZE, _short_pages))
    look_until_rest(qtbot, model, 0, 60)
    model.look_at(60, 110)
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    model.show(server.by_cursor)
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    model.clear()

    assert tester.model() is model


async def _short_pages(number: int) -> RowsPage:
    await asyncio.sleep(0)
    rows = rows_from((number - 1) * SIZE + 1, SIZE - number) if number < 3 else []
    return RowsPage(rows, total=400, next=number + 1)


def test_each_state_is_told_once(qtbot: QtBot, model: PagedModel, server: Server) -> None:
    told: list[LoadState] = []
    model.state_changed.connect(lambda: told.append(model.state))
    server.rows = 60
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.state is LoadState.END)

    assert told == [LoadState.LOADING, LoadState.END]


async def _never(_: object) -> RowsPage:
    await asyncio.Event().wait()
    raise AssertionError


def test_a_model_that_is_gone_is_not_told_of_cancelled_loads(
    qtbot: QtBot, scope: TaskScope
) -> None:
    source: Callable[[int], Awaitable[RowsPage]] = _never
    model = PagedModel(COLUMNS, scope, is_wait=wait_of)
    model.show(NumberedSource(SIZE, source))
    model.deleteLater()
    idle.settle()
    scope.cancel_all()
    idle.settle()

    assert len(scope) == 0


# --- all pages -----------------------------------------------------------------------------------


def finish(qtbot: QtBot, model: PagedModel) -> None:
    qtbot.waitUntil(lambda: not model.is_loading_all)


def settled(model: PagedModel) -> bool:
    return model.state is not LoadState.LOADING


def begin(qtbot: QtBot, model: PagedModel, server: Server) -> None:
    model.show(server.numbered)
    settle(qtbot, model)
    server.asked.clear()


def test_all_pages_are_loaded_one_at_a_time(qtbot: QtBot, model: PagedModel) -> None:
    server = Server(480)
    begin(qtbot, model, server)
    assert model.can_load_all
    server.at_once = False
    model.load_all()
    for number in range(3, 11):
        qtbot.waitUntil(lambda: bool(server.waiting))
        assert list(server.waiting) == [number]
        assert model.is_loading_all
        server.answer(number)
    finish(qtbot, model)
    assert (model.loaded, model.total, model.state) == (480, 480, LoadState.END)
    assert ids(model) == list(range(1, 481))
    assert not model.can_load_all


def test_a_filter_sees_each_page_that_arrives(qtbot: QtBot, model: PagedModel) -> None:
    server = Server(200)
    begin(qtbot, model, server)
    model.sort_by("rank", True)
    model.load_all()
    finish(qtbot, model)
    assert ids(model) == list(range(200, 0, -1))


def test_pages_in_view_come_before_the_rest(qtbot: QtBot, model: PagedModel) -> None:
    server = Server()
    begin(qtbot, model, server)
    server.at_once = False
    model.load_all()
    qtbot.waitUntil(lambda: list(server.waiting) == [3])
    assert settled(model), "the view waits for nothing"
    model.look_at(5000, 5010)
    qtbot.waitUntil(lambda: 101 in server.waiting)
    assert not settled(model)
    server.answer(3)
    qtbot.waitUntil(lambda: model.row_at(149) is not None)
    assert 4 not in server.waiting, "it goes on when the view has its rows"
    server.at_once = True
    for number in list(server.waiting):
        server.answer(number)
    qtbot.waitUntil(lambda: 4 in server.asked)
    assert server.asked.index(4) > server.asked.index(101)


def test_a_stopped_load_goes_on_with_what_is_missing(qtbot: QtBot, model: PagedModel) -> None:
    server = Server(480)
    begin(qtbot, model, server)
    server.at_once = False
    model.load_all()
    qtbot.waitUntil(lambda: 3 in server.waiting)
    server.answer(3)
    qtbot.waitUntil(lambda: 4 in server.waiting)
    model.stop_loading_all()
    idle.settle()
    assert not model.is_loading_all
    assert (model.loaded, model.state) == (150, LoadState.READY)
    server.at_once = True
    server.asked.clear()
    model.load_all()
    finish(qtbot, model)
    assert server.asked == list(range(4, 11))


def test_failed_pages_are_skipped_and_loaded_again_at_the_end(
    qtbot: QtBot, model: PagedModel
) -> None:
    server = Server(480)
    begin(qtbot, model, server)
    server.failing = {4: ServerTrouble(), 7: Unreadable("")}
    model.load_all()
    finish(qtbot, model)
    assert server.asked == [3, 4, 5, 6, 7, 8, 9, 10, 4, 7]
    assert (model.loaded, model.failed_pages, model.full_load_error) == (480, 0, None)


def test_a_page_that_fails_twice_is_told(qtbot: QtBot, model: PagedModel) -> None:
    server = Server(480)
    begin(qtbot, model, server)
    error = ServerTrouble()

    class Broken(dict[object, BaseException]):
        def pop(self, where: object, *_: object) -> BaseException:
            return self[where]

    server.failing = Broken({4: error})
    model.load_all()
    finish(qtbot, model)
    assert server.asked.count(4) == 2
    assert (model.loaded, model.failed_pages, model.full_load_error) == (430, 1, error)
    server.failing = {}
    model.load_all()
    finish(qtbot, model)
    assert (model.loaded, model.failed_pages) == (480, 0)


def test_three_failures_in_a_row_stop_it(qtbot: QtBot, model: PagedModel) -> None:
    server = Server()
    begin(qtbot, model, server)
    server.failing = {number: Offline() for number in range(4, 200)}
    model.load_all()
    finish(qtbot, model)
    assert server.asked == [3, 4, 5, 6]
    assert isinstance(model.full_load_error, Offline)
    assert model.loaded == 150


def test_a_pause_delays_it(
    qtbot: QtBot, model: PagedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged_model, "_SHORTEST_WAIT", 0.0)
    server = Server(200)
    begin(qtbot, model, server)
    server.failing = {3: RateLimited(retry_after=0.01)}
    model.load_all()
    finish(qtbot, model)
    assert server.asked == [3, 3, 4]
    assert model.failed_pages == 0


def test_cached_pages_are_loaded_from_osu(qtbot: QtBot, model: PagedModel) -> None:
    server = Server(200)

    async def cached(number: int) -> RowsPage | None:
        page = server.page(number)
        return RowsPage(page.rows, page.total, page.next, seen_at=1.0)

    model.show(NumberedSource(SIZE, server.fetch, fetch_cached=cached))
    qtbot.waitUntil(lambda: server.asked == [1])
    settle(qtbot, model)
    model.load_all()
    finish(qtbot, model)
    assert sorted(map(str, server.asked)) == ["1", "2", "3", "4"]
    assert not model.can_load_all


def test_a_page_that_came_from_the_cache_meanwhile_is_loaded_from_osu_too(
    qtbot: QtBot, model: PagedModel
) -> None:
    server = Server(400)

    async def cached(number: int) -> RowsPage | None:
        page = server.page(number)
        return RowsPage(page.rows, page.total, page.next, seen_at=1.0) if number > 1 else None

    model.show(NumberedSource(SIZE, server.fetch, fetch_cached=cached))
    settle(qtbot, model)
    model.load_all()
    model.look_at(120, 140)
    finish(qtbot, model)
    assert sorted(set(map(str, server.asked))) == [str(n) for n in range(1, 9)]
    assert not model.can_load_all


@pytest.mark.parametrize("end", ["show", "clear", "cancel", "reload"])
def test_another_list_ends_it(
    qtbot: QtBot, model: PagedModel, scope: TaskScope, server: Server, end: str
) -> None:
    begin(qtbot, model, server)
    server.at_once = False
    model.load_all()
    qtbot.waitUntil(lambda: 3 in server.waiting)
    if end == "cancel":
        scope.cancel_all()
    elif end == "show":
        model.show(server.numbered)
    else:
        getattr(model, end)()
    qtbot.waitUntil(lambda: not model.is_loading_all)
    idle.settle()
    assert 4 not in server.asked


def test_a_list_by_cursor_and_an_empty_one_have_no_load_of_all(
    qtbot: QtBot, model: PagedModel, server: Server
) -> None:
    model.show(server.by_cursor)
    settle(qtbot, model)
    assert not model.can_load_all
    model.load_all()
    assert not model.is_loading_all
