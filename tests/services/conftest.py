"""What the tests of the services share."""

from __future__ import annotations

from asyncio import AbstractEventLoop, Task
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.services.runtime.calls import Calls, make_executor
from tests.idle import WAIT

T = TypeVar("T")
Run = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture
def calls(loop: AbstractEventLoop) -> Iterator[Calls]:
    """The bridge to a pool of its own, which is shut down after the test."""
    executor = make_executor()
    calls = Calls(executor)
    yield calls
    calls.close()
    executor.shutdown(wait=True)


@pytest.fixture
def run(loop: AbstractEventLoop, qtbot: QtBot) -> Run:
    """Run a coroutine to its end in the GUI thread's loop, and return or raise its outcome."""

    def run(coro: Coroutine[Any, Any, T]) -> T:
        task: Task[T] = loop.create_task(coro)
        try:
            qtbot.waitUntil(task.done, timeout=WAIT)
        finally:
            if not task.done():
                task.cancel()
        return task.result()

    return run
