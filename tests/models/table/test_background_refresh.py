"""Pages from memory: shown at once, replaced where they stand, tried again while osu! is away."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import Offline, OsuError
from osubrowser.models.table import background_refresh
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.paged_model import (
    CursorSource,
    LoadState,
    NumberedSource,
    PagedModel,
    RowsPage,
)
from osubrowser.services.runtime.tasks import TaskScope
from tests.idle import settle

SIZE = 10
COLUMNS = (Column[int]("name", "Name", 60, CellKind.TEXT, text=lambda item, _: f"player {item}"),)
SEEN = 1_700_000_000.0


class Server:
    """A list whose things are numbers, and a memory of how it was."""

    def __init__(self) -> None:
        self.now = list(range(100))
        self.seen: dict[int, list[int]] = {}
        self.error: OsuError | None = None
        self.asked: list[int] = []

    def page(self, number: int, things: list[int]) -> RowsPage:
        rows = make_rows(
            COLUMNS, things, first_number=(number - 1) * SIZE + 1, identity=lambda item: item
        )
        return RowsPage(rows, len(self.now), number + 1 if number * SIZE < len(self.now) else None)

    async def fetch(self, where: object) -> RowsPage:
        number = where if isinstance(where, int) else 1
        self.asked.append(number)
        await asyncio.sleep(0.01)
        if self.error is not None:
            raise self.error
        return self.page(number, self.now[(number - 1) * SIZE : number * SIZE])

    async def recall(self, where: object) -> RowsPage | None:
        number = where if isinstance(where, int) else 1
        things = self.seen.get(number)
        if things is None:
            return None
        page = self.page(number, things)
        return RowsPage(page.rows, page.total, page.next, seen_at=SEEN)

    @property
    def numbered(self) -> NumberedSource:
        return NumberedSource(SIZE, self.fetch, ahead=0, fetch_cached=self.recall)

    @property
    def by_cursor(self) -> CursorSource:
        return CursorSource(self.fetch, self.recall)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.05)


@pytest.fixture
def scope(loop: asyncio.AbstractEventLoop) -> Iterator[TaskScope]:
    scope = TaskScope()
    yield scope
    scope.cancel_all()


@pytest.fixture
def model(scope: TaskScope, qtbot: QtBot) -> PagedModel:
    model = PagedModel(COLUMNS, scope, is_wait=lambda _: None)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def ids(model: PagedModel, count: int) -> list[object]:
    rows = [model.row_at(n) for n in range(count)]
    return [row.id if row is not None else None for row in rows]


@pytest.mark.parametrize("kind", ["numbered", "by_cursor"])
def test_the_fresh_page_takes_the_place_of_the_seen_one(
    qtbot: QtBot, model: PagedModel, kind: str
) -> None:
    server = Server()
    server.seen[1] = [1, 0, 2, 3, 4, 5, 6, 7, 8, 50]
    shown: list[list[object]] = []
    resets: list[int] = []
    model.page_arrived.connect(lambda _: shown.append(ids(model, SIZE)))
    model.show(getattr(server, kind))
    model.modelReset.connect(lambda: resets.append(1))
    qtbot.waitUntil(lambda: ids(model, SIZE) == list(range(SIZE)))
    assert shown[0] == server.seen[1]
    assert model.seen_at is None
    assert model.start_row is None, "the view was sent elsewhere"
    assert len(resets) == 1


def test_what_is_the_same_is_changed_where_it_stands(qtbot: QtBot, model: PagedModel) -> None:
    server = Server()
    server.seen[1] = list(range(SIZE))
    model.show(server.numbered)
    resets: list[int] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda *_: changed.append(1))
    qtbot.waitUntil(lambda: len(changed) == 2)  # the seen page, then the fresh one
    assert server.asked == [1]
    assert not resets


def test_a_thing_that_moved_to_another_page_is_there_once(qtbot: QtBot, model: PagedModel) -> None:
    server = Server()
    server.seen = {1: list(range(SIZE)), 2: [*range(SIZE, 2 * SIZE)]}
    server.now[9], server.now[10] = server.now[10], server.now[9]
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.loaded > 0)
    model.look_at(0, 19)
    qtbot.waitUntil(lambda: ids(model, 20) == server.now[:20])
    assert len(set(ids(model, 20))) == 20


def test_while_osu_is_away_seen_pages_open_and_the_rest_comes_later(
    qtbot: QtBot, model: PagedModel
) -> None:
    server = Server()
    server.seen = {1: list(range(SIZE)), 3: list(range(20, 30))}
    server.error = Offline()
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.is_offline)
    assert model.seen_at == SEEN
    assert model.error is None
    model.look_at(10, 15)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    assert isinstance(model.error, Offline)
    model.look_at(20, 29)
    qtbot.waitUntil(lambda: model.row_at(25) is not None)
    server.error = None
    model.look_at(10, 29)
    qtbot.waitUntil(lambda: ids(model, 30)[10:] == list(range(10, 30)))
    qtbot.waitUntil(lambda: not model.is_offline)
    assert model.seen_at is None
    assert model.state is not LoadState.FAILED


def test_nobody_asks_for_what_nobody_sees(
    qtbot: QtBot, model: PagedModel, scope: TaskScope
) -> None:
    server = Server()
    server.error = Offline()
    model.show(server.numbered)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)
    qtbot.waitUntil(lambda: len(server.asked) > 2)
    model.set_watched(False)
    settle()
    asked = len(server.asked)
    qtbot.waitUntil(lambda: len(scope) == 0)  # not even a timer
    assert len(server.asked) == asked
    server.error = None
    model.set_watched(True)
    qtbot.waitUntil(lambda: model.loaded == SIZE)


def test_a_list_by_cursor_goes_on_from_memory(qtbot: QtBot, model: PagedModel) -> None:
    server = Server()
    server.seen = {1: list(range(SIZE)), 2: list(range(SIZE, 2 * SIZE))}
    server.error = Offline()
    model.show(server.by_cursor)
    model.look_at(0, 9)
    qtbot.waitUntil(lambda: model.loaded == 2 * SIZE)
    qtbot.waitUntil(lambda: model.is_offline)
    server.error = None
    model.look_at(0, 19)
    qtbot.waitUntil(lambda: not model.is_offline and model.loaded >= 3 * SIZE)
    assert ids(model, 30) == list(range(30))


def test_a_load_that_took_the_place_of_a_stopped_one_is_stopped_as_well(
    scope: TaskScope, qtbot: QtBot
) -> None:
    arrived: list[RowsPage] = []
    quiet = background_refresh.BackgroundRefresh(
        scope,
        is_wait=lambda _: None,
        ask=lambda: False,
        on_page=lambda _, page: arrived.append(page),
        on_refused=lambda _, __: None,
        on_changed=lambda: None,
    )
    gate, ended = asyncio.Event(), []

    async def fetch() -> RowsPage:
        try:
            await gate.wait()
        finally:
            ended.append(True)
        return RowsPage([], 0, None)

    quiet.start(1, fetch)
    settle()  # it has begun
    quiet.stop()
    quiet.start(1, fetch)
    qtbot.waitUntil(lambda: bool(ended))  # the first one, and nobody hears of it
    settle()
    quiet.stop()
    gate.set()
    qtbot.waitUntil(lambda: len(ended) == 2)
    settle()
    assert arrived == []
