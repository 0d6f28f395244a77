"""Loads of pages: once each, with failures, and with pauses that the server asks for."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import OsuError
from osubrowser.models.table.sources import RowsPage

if TYPE_CHECKING:
    import asyncio

    from osubrowser.services.runtime.tasks import TaskScope

_SHORTEST_WAIT: Final = 0.5
"""Seconds to wait at least when the server asks for a pause, whatever number it sends."""


class PageLoads:
    """Running loads of one list.

    Attributes:
        error: of the last load that failed; nothing starts until `forgive`.
        resume_at: until when the server asked us to wait (`time.monotonic()` seconds), or None.
    """

    def __init__(
        self,
        scope: TaskScope,
        *,
        is_wait: Callable[[BaseException], float | None],
        on_page: Callable[[int, RowsPage], None],
        on_resumed: Callable[[], None],
        on_changed: Callable[[], None],
    ) -> None:
        """Start without loads.

        Args:
            scope: owns the tasks.
            is_wait: seconds that an error asks to wait before going on, None for real failures.
            on_page: called with the number of a page and the page.
            on_resumed: called when a pause is over.
            on_changed: called after a failure, a pause or a cancelled load.
        """
        self.error: BaseException | None = None
        self.resume_at: float | None = None
        self._scope = scope
        self._is_wait = is_wait
        self._on_page, self._on_resumed, self._on_changed = on_page, on_resumed, on_changed
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._pause: asyncio.Task[None] | None = None

    @property
    def count(self) -> int:
        """Number of running loads."""
        return len(self._tasks)

    @property
    def is_open(self) -> bool:
        """Whether a load may start now: no failure, no pause."""
        return self.error is None and self.resume_at is None

    def start(self, number: int, fetch: Callable[[], Awaitable[RowsPage]]) -> None:
        """Load a page, unless it is being loaded."""
        if number in self._tasks or not self.is_open:
            return
        task = self._scope.start(
            self._load(number, fetch),
            key=self._key(number),
            on_error=lambda error: self._on_broken(number, error),
        )
        self._tasks[number] = task
        task.add_done_callback(self._on_done)

    def forgive(self) -> None:
        """Reset the failure: loads may start again."""
        self.error = None

    def fail(self, error: BaseException) -> None:
        """Set the failure of a load that ran elsewhere."""
        self.error = error

    def stop(self) -> None:
        """Cancel all loads; reset failure and pause."""
        tasks, self._tasks = self._tasks, {}
        for number in tasks:
            self._scope.cancel(self._key(number))
        self._pause = None
        self._scope.cancel(self._key(0))
        self.error = self.resume_at = None

    def _key(self, number: int) -> tuple[str, int, int]:
        return ("page", id(self), number)

    async def _load(self, number: int, fetch: Callable[[], Awaitable[RowsPage]]) -> None:
        try:
            page = await fetch()
        except OsuError as error:
            self._fail(number, error)
        else:
            self._tasks.pop(number, None)
            self._on_page(number, page)

    def _fail(self, number: int, error: BaseException) -> None:
        self._tasks.pop(number, None)
        seconds = self._is_wait(error)
        if seconds is None:
            self.error = error
        else:
            at = time.monotonic() + max(seconds, _SHORTEST_WAIT)
            self.resume_at = max(self.resume_at or 0.0, at)
            self._pause = self._scope.start(self._wait(self.resume_at), key=self._key(0))
            self._pause.add_done_callback(self._on_done)
        self._on_changed()

    def _on_broken(self, number: int, error: BaseException) -> None:
        """Handle a bug: show it as a failure, and report it to the loop."""
        import asyncio

        self._fail(number, error)
        asyncio.get_running_loop().call_exception_handler(
            {"message": "a page could not be shown", "exception": error}
        )

    async def _wait(self, at: float) -> None:
        import asyncio

        await asyncio.sleep(max(0.0, at - time.monotonic()))
        self.resume_at = self._pause = None
        self._on_resumed()

    def _on_done(self, task: asyncio.Task[None]) -> None:
        """Remove a task that its scope cancelled: its page can be loaded again."""
        if not task.cancelled():
            return
        if task is self._pause:
            self._pause = self.resume_at = None
        elif task in self._tasks.values():
            self._tasks = {n: known for n, known in self._tasks.items() if known is not task}
        else:
            return
        self._on_changed()
