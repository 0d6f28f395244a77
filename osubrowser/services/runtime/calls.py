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
LONGEST_HOLD = 0.5
"""Maximum delay in seconds of calls that are held (see `Calls.hold`)."""
LONGEST_END = 10.0
"""Maximum wait in seconds, on exit, for calls that the user started (see `Calls.to_end`)."""


def make_executor(workers: int = WORKERS) -> ThreadPoolExecutor:
    """Return the thread pool; its threads, named `osubrowser-worker-N`, start on demand."""
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
        self._held_until: asyncio.Future[Any] | None = None
        self._to_end: set[asyncio.Task[Any]] = set()

    async def run_at_once(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `fn` as `run` does, but on a separate thread: not queued behind network requests.

        `fn` must not use the network. The single thread is started on demand.
        """
        if self._quick is None and not self._closed:
            self._quick = ThreadPoolExecutor(1, "osubrowser-quick")
        return await self._run_on(self._quick or self._executor, partial(fn, *args, **kwargs))

    async def run(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `fn` on a worker, and return its result or raise its exception.

        Cancelling the awaiting task removes the call from the queue; if it is running already, its
        result or exception is dropped. After `close` it raises CancelledError.
        """
        held_until = self._held_until
        if held_until is not None and not held_until.done():
            import asyncio

            await asyncio.wait((held_until,), timeout=LONGEST_HOLD)
        return await self._run_on(self._executor, partial(fn, *args, **kwargs))

    def hold(self, until: asyncio.Future[Any]) -> None:
        """Let no further call of `run` start until a future is done, for `LONGEST_HOLD` at most.

        For the start of the program: what is cached is shown before the modules for requests are
        imported, which would hold the interpreter.
        """
        self._held_until = until

    async def to_end(self, call: Coroutine[Any, Any, T]) -> T:
        """Await `call`, such as writing a user's file; `finish` waits for the current task."""
        import asyncio

        task = asyncio.current_task()
        if task is not None:
            self._to_end.add(task)
            task.add_done_callback(self._to_end.discard)
        return await call

    async def finish(self, longest: float = LONGEST_END) -> None:
        """Wait for all tasks that called `to_end`, so that no user's file is lost on exit.

        Args:
            longest: timeout in seconds, after which the tasks are cancelled. Their running calls
                still complete on the workers, queued ones do not start.
        """
        import asyncio

        await asyncio.sleep(0)  # lets tasks that were just created call `to_end`
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
        except RuntimeError:  # the pool was shut down: the program is quitting
            raise asyncio.CancelledError from None

        def finish() -> None:
            if not finished.done():
                finished.set_result(None)

        def on_done(_job: Future[T]) -> None:
            # Runs on the worker. The outcome stays in the job: an exception set on an asyncio
            # future that is never awaited would be logged. RuntimeError: the loop has closed.
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
        """Cancel queued calls and accept no more; running calls are not waited for."""
        self._closed = True
        for executor in (self._executor, self._quick):
            if executor is not None:
                executor.shutdown(wait=False, cancel_futures=True)
