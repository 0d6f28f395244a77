"""Task scopes: asyncio tasks of one owner, by key, cancelled together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from osubrowser.api.errors import Cancelled, OsuError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine, Hashable

    OnError = Callable[[BaseException], None]

T = TypeVar("T")


class TaskScope:
    """Group of tasks; starting one under a key cancels the older one of that key.

    Args:
        report: called with each exception that has no `on_error`; by default the exception
            handler of the running loop is called, at once (not on garbage collection).
    """

    def __init__(self, report: OnError | None = None) -> None:
        self._report = report
        self._keys: dict[asyncio.Task[Any], Hashable | None] = {}
        self._by_key: dict[Hashable, asyncio.Task[Any]] = {}
        # Cancelled tasks that have not ended yet: the loop has weak references only.
        self._ending: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        """Return the number of running tasks, without cancelled ones."""
        return len(self._keys)

    def __bool__(self) -> bool:
        """Return True, also for an empty scope."""
        return True

    def is_running(self, key: Hashable) -> bool:
        """Whether a task under `key` is running."""
        return key in self._by_key

    def start(
        self,
        coro: Coroutine[Any, Any, T],
        *,
        key: Hashable | None = None,
        on_error: OnError | None = None,
    ) -> asyncio.Task[T]:
        """Start `coro` as a task of this scope.

        Args:
            coro: the coroutine to run.
            key: if given, a task running under the same key is cancelled first.
            on_error: called in the GUI thread with the exception if the task fails; not called
                for a task that was cancelled or replaced.
        """
        import asyncio

        if key is not None:
            self.cancel(key)
        task = asyncio.get_running_loop().create_task(coro)
        self._keys[task] = key
        if key is not None:
            self._by_key[key] = task

        def done(task: asyncio.Task[T]) -> None:
            self._on_done(task, on_error)

        task.add_done_callback(done)
        return task

    def cancel(self, key: Hashable) -> None:
        """Cancel the task under `key`, if any."""
        task = self._by_key.pop(key, None)
        if task is not None:
            self._let_go(task)

    def cancel_all(self) -> None:
        """Cancel every task of this scope."""
        tasks = list(self._keys)
        self._by_key.clear()
        for task in tasks:
            self._let_go(task)

    def _let_go(self, task: asyncio.Task[Any]) -> None:
        """Remove and cancel `task`; an OsuError of it is not reported from now on."""
        del self._keys[task]
        self._ending.add(task)
        task.cancel()

    def _on_done(self, task: asyncio.Task[Any], on_error: OnError | None) -> None:
        owned = task in self._keys
        key = self._keys.pop(task, None)
        self._ending.discard(task)
        if key is not None and self._by_key.get(key) is task:
            del self._by_key[key]
        error = None if task.cancelled() else task.exception()
        if error is None or (not owned and isinstance(error, OsuError)):
            return
        if owned and on_error is not None:
            on_error(error)
        elif not isinstance(error, Cancelled):  # the client was closed: no failure
            self._tell(error, task)

    def _tell(self, error: BaseException, task: asyncio.Task[Any]) -> None:
        if self._report is not None:
            self._report(error)
            return
        task.get_loop().call_exception_handler(
            {"message": "a task failed", "exception": error, "task": task}
        )
