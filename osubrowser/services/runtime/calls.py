"""Executor bridge: blocking calls on worker threads, awaited in the GUI thread."""

from __future__ import annotations

import itertools
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from osubrowser.api.errors import LoginRequired

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine

P = ParamSpec("P")
T = TypeVar("T")

WORKERS = 6
LONGEST_END = 10.0
"""Seconds that what was begun for a person may take when the program ends."""


def make_executor(workers: int = WORKERS) -> ThreadPoolExecutor:
    """Return the application's pool. Its threads, named `osubrowser-worker-N`, start on demand."""
    numbers = itertools.count(1)

    def name_thread() -> None:
        threading.current_thread().name = f"osubrowser-worker-{next(numbers)}"

    return ThreadPoolExecutor(workers, initializer=name_thread)


def make_file_executor() -> ThreadPoolExecutor:
    """Return the one worker that writes the user's files, so that no request delays a write."""
    return ThreadPoolExecutor(1, "osubrowser-files")


class Calls:
    """Runner of blocking functions on the thread pool.

    Attributes:
        on_login_required: called in the GUI thread whenever a call raised `LoginRequired`, before
            the awaiting coroutine sees the error.
    """

    def __init__(
        self,
        executor: ThreadPoolExecutor,
        *,
        on_login_required: Callable[[], None] | None = None,
    ) -> None:
        self.on_login_required = on_login_required
        self._executor = executor
        self._quick: ThreadPoolExecutor | None = None
        self._closed = False
        self._to_end: set[asyncio.Task[Any]] = set()

    async def run_at_once(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `fn`, which asks no network, as `run` does, but not behind calls that wait for it.

        There is one thread for this, started on demand.
        """
        if self._quick is None and not self._closed:
            self._quick = ThreadPoolExecutor(1, "osubrowser-quick")
        return await self._run_on(self._quick or self._executor, partial(fn, *args, **kwargs))

    async def run(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `fn` on a worker and return what it returns, or raise what it raises.

        Cancelling the awaiting task takes the call out of the queue; if it is already running, its
        result or its error is dropped without a word. After `close` this is as if cancelled.
        """
        return await self._run_on(self._executor, partial(fn, *args, **kwargs))

    async def to_end(self, call: Coroutine[Any, Any, T]) -> T:
        """Await `call`, which is about a person's own file; `finish` waits for the whole task."""
        import asyncio

        task = asyncio.current_task()
        if task is not None:
            self._to_end.add(task)
            task.add_done_callback(self._to_end.discard)
        return await call

    async def finish(self, longest: float = LONGEST_END) -> None:
        """Let every task end that is in `to_end`, so that nothing a person asked for is lost.

        Args:
            longest: seconds after which those are cancelled that have not ended. What already runs
                on a worker then ends there; what is queued is not begun: no file is half a file.
        """
        import asyncio

        await asyncio.sleep(0)  # one that was only just started says here what it is
        if self._to_end:
            _, late = await asyncio.wait(self._to_end, timeout=longest)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)

    async def _run_on(self, executor: ThreadPoolExecutor, fn: Callable[[], T]) -> T:
        import asyncio

        if self._closed:
            raise asyncio.CancelledError
        loop = asyncio.get_running_loop()
        finished = loop.create_future()
        try:
            job = executor.submit(fn)
        except RuntimeError:  # the pool was shut down by someone else: we are quitting
            raise asyncio.CancelledError from None

        def finish() -> None:
            if not finished.done():
                finished.set_result(None)

        def on_done(_job: Future[T]) -> None:
            # On the worker. The job keeps its outcome: nothing is set on an asyncio future that
            # may never be read. A loop that has closed refuses: then nothing awaits it.
            try:
                loop.call_soon_threadsafe(finish)
            except RuntimeError:
                return

        job.add_done_callback(on_done)
        try:
            await finished
        except asyncio.CancelledError:
            job.cancel()
            raise
        if job.cancelled():
            raise asyncio.CancelledError
        try:
            return job.result()
        except LoginRequired:
            if self.on_login_required is not None:
                self.on_login_required()
            raise

    def close(self) -> None:
        """Start nothing more, cancel what is queued; calls that are running are not waited for."""
        self._closed = True
        for executor in (self._executor, self._quick):
            if executor is not None:
                executor.shutdown(wait=False, cancel_futures=True)
