"""One load at a time of a list whose question changes."""

from __future__ import annotations

import asyncio

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.models.table.one_request import OneRequest
from osubrowser.models.table.sources import CursorSource, NumberedSource, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from tests.idle import settle


class Server:
    """Answers when the test says so."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.waiting: list[asyncio.Future[RowsPage]] = []

    def source(self, name: str) -> CursorSource:
        async def fetch(_cursor: object | None) -> RowsPage:
            self.asked.append(name)
            self.waiting.append(asyncio.get_running_loop().create_future())
            return await self.waiting[-1]

        return CursorSource(fetch)


def test_only_the_newest_question_is_asked_after_the_one_under_way(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop
) -> None:
    server, gate, scope = Server(), OneRequest(), TaskScope()
    got: list[RowsPage] = []

    def ask(name: str) -> None:
        source = gate.guarded(server.source(name), name)
        assert isinstance(source, CursorSource)

        async def load() -> None:
            got.append(await source.fetch(None))

        scope.start(load(), key="page")

    for name in ("p", "pe", "pep", "pepp"):
        ask(name)
        settle()
    assert server.asked == ["p"]
    assert gate.is_busy
    server.waiting[0].set_result(RowsPage([]))
    qtbot.waitUntil(lambda: server.asked == ["p", "pepp"])
    assert got == [], "the stale answer was dropped"
    page = RowsPage([], total=7)
    server.waiting[1].set_result(page)
    qtbot.waitUntil(lambda: got == [page])
    assert not gate.is_busy
    ask("next")
    settle()
    gate.close()
    settle()
    assert not gate.is_busy
    scope.cancel_all()


def test_the_same_question_takes_the_answer_under_way(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop
) -> None:
    server, gate, scope = Server(), OneRequest(), TaskScope()
    got: list[RowsPage] = []
    for _ in range(3):
        source = gate.guarded(server.source("pe"), "pe")
        assert isinstance(source, CursorSource)

        async def load(source: CursorSource = source) -> None:
            got.append(await source.fetch(None))

        scope.start(load(), key="page")
        settle()
    page = RowsPage([], total=3)
    server.waiting[0].set_result(page)
    qtbot.waitUntil(lambda: got == [page])
    assert server.asked == ["pe"]
    gate.close()


def test_a_failure_is_told_and_the_next_load_goes_on(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop
) -> None:
    gate, errors = OneRequest(), []

    async def fail(_cursor: object | None) -> RowsPage:
        raise LookupError

    async def load() -> None:
        source = gate.guarded(CursorSource(fail), "fail")
        assert isinstance(source, CursorSource)
        for _ in range(2):
            with pytest.raises(LookupError):
                await source.fetch(None)
            errors.append(1)

    scope = TaskScope()
    scope.start(load())
    qtbot.waitUntil(lambda: len(errors) == 2)
    numbered = NumberedSource(50, fail)
    assert gate.guarded(numbered, "numbered") is numbered
