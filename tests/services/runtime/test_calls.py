"""Calls: results and errors cross from the worker; what nobody waits for is dropped."""

from __future__ import annotations

import asyncio
import threading

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.services.runtime import calls as calls_module
from osubrowser.services.runtime.calls import WORKERS, Calls, make_executor
from tests.idle import HANG, drain
from tests.services.conftest import Run


def test_a_call_runs_on_a_named_worker_and_returns_in_the_gui_thread(
    calls: Calls, run: Run
) -> None:
    async def ask() -> tuple[str, threading.Thread]:
        name = await calls.run(lambda: threading.current_thread().name)
        return name, threading.current_thread()

    name, back = run(ask())
    assert name == "osubrowser-worker-1"
    assert back is threading.main_thread()


def test_arguments_are_passed_on_and_errors_come_back(calls: Calls, run: Run) -> None:
    def divide(a: int, *, by: int) -> float:
        return a / by

    assert run(calls.run(divide, 6, by=3)) == 2
    with pytest.raises(ZeroDivisionError):
        run(calls.run(divide, 6, by=0))


def test_login_required_is_told_before_the_caller_sees_it(calls: Calls, run: Run) -> None:
    told: list[str] = []
    calls.on_login_required = lambda: told.append(threading.current_thread().name)

    def refuse() -> None:
        raise LoginRequired("no token")

    with pytest.raises(LoginRequired):
        run(calls.run(refuse))
    assert told == [threading.main_thread().name]

    def missing() -> None:
        raise NotFound("no such player")

    with pytest.raises(NotFound):
        run(calls.run(missing))
    assert len(told) == 1


def test_a_cancelled_call_that_is_queued_never_runs(
    calls: Calls, loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    gate = threading.Event()
    ran: list[int] = []
    blocked = [loop.create_task(calls.run(gate.wait)) for _ in range(6)]
    late = loop.create_task(calls.run(ran.append, 1))
    qtbot.waitUntil(
        lambda: sum(t.name.startswith("osubrowser") for t in threading.enumerate()) == 6
    )
    late.cancel()
    qtbot.waitUntil(late.done)
    gate.set()
    qtbot.waitUntil(lambda: all(task.done() for task in blocked))
    assert late.cancelled()
    assert ran == []


def test_a_late_error_of_a_cancelled_call_is_dropped_without_a_word(
    calls: Calls,
    loop: asyncio.AbstractEventLoop,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    gate, over = threading.Event(), threading.Event()

    def fail_late() -> None:
        gate.wait(HANG)
        over.set()
        raise LoginRequired("too late")

    told: list[int] = []
    calls.on_login_required = lambda: told.append(1)
    reported: list[object] = []
    loop.set_exception_handler(lambda _loop, context: reported.append(context))
    task = loop.create_task(calls.run(fail_late))
    qtbot.waitUntil(lambda: threading.active_count() > 1)
    task.cancel()
    qtbot.waitUntil(task.done)
    gate.set()
    qtbot.waitUntil(over.is_set)
    drain(calls._executor, WORKERS)
    assert task.cancelled()
    assert (told, reported, caplog.records) == ([], [], [])


def test_after_close_a_call_is_as_if_cancelled(loop: asyncio.AbstractEventLoop, run: Run) -> None:
    executor = make_executor()
    calls = Calls(executor)
    calls.close()
    with pytest.raises(asyncio.CancelledError):
        run(calls.run(threading.get_ident))


def test_closing_cancels_what_is_queued_and_does_not_wait(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    executor = make_executor(1)
    calls = Calls(executor)
    gate = threading.Event()
    running = loop.create_task(calls.run(gate.wait, HANG))
    qtbot.waitUntil(lambda: threading.active_count() > 1)
    queued = loop.create_task(calls.run(threading.get_ident))
    qtbot.waitUntil(lambda: executor._work_queue.qsize() == 1)
    calls.close()
    assert not running.done()
    qtbot.waitUntil(queued.done)
    assert queued.cancelled()
    gate.set()
    qtbot.waitUntil(running.done)
    assert running.result() is True


def test_what_is_about_a_persons_file_is_let_end(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    executor = make_executor(1)
    calls = Calls(executor)
    gate = threading.Event()
    told: list[int] = []

    async def write() -> None:
        told.append(await calls.to_end(calls.run(lambda: 7)))

    running = loop.create_task(calls.run(gate.wait, HANG))
    written = loop.create_task(write())  # behind the other one, in a pool of one

    async def end() -> list[int]:
        loop.call_soon(gate.set)
        await calls.finish()
        calls.close()
        return list(told)

    ended = loop.create_task(end())
    qtbot.waitUntil(lambda: ended.done() and running.done())
    assert ended.result() == [7]
    assert written.done()


def test_what_takes_too_long_is_not_waited_for(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    executor = make_executor(1)
    calls = Calls(executor)
    gate = threading.Event()
    begun: list[int] = []

    async def write() -> None:
        await calls.to_end(calls.run(begun.append, 1))

    running = loop.create_task(calls.run(gate.wait, HANG))
    written = loop.create_task(write())
    ended = loop.create_task(calls.finish(0.01))
    qtbot.waitUntil(ended.done)
    assert ended.exception() is None
    assert written.cancelled()
    gate.set()
    qtbot.waitUntil(running.done)
    executor.shutdown(wait=True)
    assert begun == [], "what was queued is not begun"


def test_a_result_that_comes_after_the_loop_has_closed_is_dropped(qapp: object) -> None:
    executor = make_executor(1)
    calls = Calls(executor)
    gate, entered = threading.Event(), threading.Event()

    def block() -> None:
        entered.set()
        gate.wait(HANG)

    async def leave_early() -> None:
        task = asyncio.ensure_future(calls.run(block))
        while not entered.is_set():
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])

    asyncio.run(leave_early())
    gate.set()
    executor.shutdown(wait=True)
    calls.close()


def test_calls_are_held_until_a_future_is_done(
    calls: Calls, run: Run, loop: asyncio.AbstractEventLoop
) -> None:
    order: list[str] = []

    async def ask() -> None:
        cache = loop.create_future()
        calls.hold(cache)
        request = loop.create_task(calls.run(order.append, "request"))
        for _ in range(3):  # the cache may be read meanwhile
            await calls.run_at_once(order.append, "cache")
        cache.set_result(None)
        await request
        await calls.run(order.append, "later")

    run(ask())
    assert order == ["cache", "cache", "cache", "request", "later"]


def test_calls_are_not_held_for_ever(
    calls: Calls, run: Run, loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls_module, "LONGEST_HOLD", 0.001)
    calls.hold(loop.create_future())
    assert run(calls.run(int)) == 0
