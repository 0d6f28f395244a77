"""TaskScope: one task a key, cancelled together, no failure lost and no stale one shown."""

from __future__ import annotations

import asyncio
import gc

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import Cancelled, Offline
from osubrowser.services.runtime.tasks import TaskScope
from tests.idle import settle


async def forever(seen: list[str], name: str) -> None:
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        seen.append(name)
        raise


async def fail(error: BaseException) -> None:
    raise error


def test_the_same_key_replaces_the_older_task(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    scope, seen = TaskScope(), list[str]()
    first = scope.start(forever(seen, "first"), key="page")
    other = scope.start(forever(seen, "other"), key="else")
    loop.call_soon(lambda: None)
    second = scope.start(forever(seen, "second"), key="page")
    assert len(scope) == 2
    qtbot.waitUntil(first.done)
    assert first.cancelled()
    assert not second.done()
    assert not other.done()
    assert scope.is_running("page")
    scope.cancel("page")
    assert not scope.is_running("page")
    scope.cancel_all()
    assert len(scope) == 0
    qtbot.waitUntil(lambda: second.done() and other.done())


def test_a_failure_goes_to_on_error_or_at_once_to_the_reporter(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    reported: list[BaseException] = []
    taken: list[BaseException] = []
    scope = TaskScope(reported.append)
    scope.start(fail(Offline("a")), on_error=taken.append)
    kept = scope.start(fail(ValueError("b")))
    qtbot.waitUntil(lambda: bool(taken and reported))
    assert isinstance(taken[0], Offline)
    assert isinstance(reported[0], ValueError)
    assert kept.done()
    assert len(scope) == 0


def test_without_a_reporter_the_loop_is_told(loop: asyncio.AbstractEventLoop, qtbot: QtBot) -> None:
    contexts: list[dict[str, object]] = []
    loop.set_exception_handler(lambda _loop, context: contexts.append(context))
    scope = TaskScope()
    scope.start(fail(KeyError("x")))
    qtbot.waitUntil(lambda: bool(contexts))
    assert isinstance(contexts[0]["exception"], KeyError)
    gc.collect()
    assert len(contexts) == 1


def test_a_failure_of_a_task_replaced_in_the_same_turn_is_not_shown(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    """The older load fails, and before its failure is handed on the newer one has begun."""
    shown: list[BaseException] = []
    reported: list[BaseException] = []
    scope = TaskScope(reported.append)

    async def both() -> None:
        failed = loop.create_future()
        old = scope.start(wait_for(failed), key="page", on_error=shown.append)
        await asyncio.sleep(0)
        # Called right after the task has failed, before the callbacks that tell of it.
        failed.add_done_callback(lambda _failed: replace(old))
        failed.set_exception(Offline("old"))

    def replace(old: asyncio.Task[None]) -> None:
        assert old.done()
        scope.start(forever([], "new"), key="page", on_error=shown.append)

    async def wait_for(future: asyncio.Future[None]) -> None:
        await future

    task = loop.create_task(both())
    qtbot.waitUntil(task.done)
    settle()
    assert reported == []
    assert shown == []
    assert scope.is_running("page")
    scope.cancel_all()
    qtbot.waitUntil(lambda: len(asyncio.all_tasks(loop)) == 0)


def test_what_a_cancelled_task_raises_while_it_unwinds_reaches_the_reporter_only_if_it_is_a_bug(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    shown: list[BaseException] = []
    reported: list[BaseException] = []
    scope = TaskScope(reported.append)

    async def clumsy(error: Exception) -> None:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            raise error

    tasks = [
        scope.start(clumsy(Offline("late")), on_error=shown.append),
        scope.start(clumsy(ValueError("bug")), on_error=shown.append),
    ]
    settle()
    scope.cancel_all()
    qtbot.waitUntil(lambda: all(task.done() for task in tasks))
    qtbot.waitUntil(lambda: bool(reported))
    assert shown == []
    assert [type(error) for error in reported] == [ValueError]


def test_a_closed_client_is_no_failure_unless_somebody_asks(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    reported: list[BaseException] = []
    shown: list[BaseException] = []
    scope = TaskScope(reported.append)
    scope.start(fail(Cancelled()))
    scope.start(fail(Cancelled()), on_error=shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    assert reported == []


def test_a_task_cancelled_before_its_first_step_is_closed_quietly(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot, recwarn: pytest.WarningsRecorder
) -> None:
    scope = TaskScope()
    task = scope.start(forever([], "never"))
    scope.cancel_all()
    qtbot.waitUntil(task.done)
    gc.collect()
    assert not recwarn.list
