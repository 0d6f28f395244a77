"""Background refresh: revalidates cached pages, retries failed ones while osu! is unreachable."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from osubrowser.api.errors import NotCached, Offline, OsuError, ServerTrouble
from osubrowser.models.table.sources import RowsPage

if TYPE_CHECKING:
    import asyncio

    from osubrowser.services.runtime.tasks import TaskScope

RETRY_EVERY = 10.0
"""Interval of retries while osu! is unreachable, in seconds."""

BREATH = 0.06
"""Delay in seconds that lets a cached page be painted before the fresh one is loaded."""


async def yield_to_events() -> None:
    """Wait until the event loop has painted a cached page."""
    import asyncio

    await asyncio.sleep(BREATH)


def deferred(fetch: Callable[[], Awaitable[RowsPage]]) -> Callable[[], Awaitable[RowsPage]]:
    """Return `fetch`, deferred until a cached page has been painted."""

    async def get() -> RowsPage:
        await yield_to_events()
        return await fetch()

    return get


class BackgroundRefresh:
    """Loads of one list whose pages replace the shown ones.

    Attributes:
        error: why osu! was unreachable at the last load; None if it was reached.
        is_watched: whether the list is visible; else nothing is retried, and no timer runs.
    """

    def __init__(
        self,
        scope: TaskScope,
        *,
        is_wait: Callable[[BaseException], float | None],
        ask: Callable[[], bool],
        on_page: Callable[[int, RowsPage], None],
        on_refused: Callable[[int, BaseException], None],
        on_changed: Callable[[], None],
    ) -> None:
        """Start without loads.

        Args:
            scope: owns the tasks.
            is_wait: returns the pause in seconds that an error requests; None for a failure.
            ask: starts the loads that the view needs; returns whether there are any.
            on_page: called with the number of a page and the page.
            on_refused: called with the number and the error of a page that is not retried.
            on_changed: called when `error` has changed.
        """
        self.error: OsuError | None = None
        self.is_watched, self._is_due = True, False
        self._scope = scope
        self._is_wait, self._ask = is_wait, ask
        self._on_page, self._on_refused, self._on_changed = on_page, on_refused, on_changed
        self._tasks: dict[int, asyncio.Task[None]] = {}  # running loads by page number
        self._refused: set[int] = set()

    def watch(self) -> None:
        """Set `is_watched`, and do the retries that were due while the list was hidden."""
        self.is_watched = True
        if self._is_due:
            self._is_due = False
            self.try_again_later(0)

    def start(
        self,
        number: int,
        fetch: Callable[[], Awaitable[RowsPage]],
        *,
        is_retry: bool = False,
    ) -> None:
        """Load a page, unless it is being loaded or has been refused.

        Args:
            number: of the page.
            fetch: loads it.
            is_retry: the page is missing because it failed, and not shown from the cache.
        """
        if number in self._tasks or number in self._refused:
            return
        task = self._scope.start(self._load(number, fetch, is_retry), key=self._key(number))
        self._tasks[number] = task
        task.add_done_callback(partial(self._on_done, number))

    def stop(self) -> None:
        """Cancel all loads, and reset the errors."""
        for number in (0, *self._tasks):
            self._scope.cancel(self._key(number))
        self._tasks, self._refused = {}, set()
        self._is_due = False
        self.error = None

    def mark_reached(self) -> None:
        """Record that osu! was reached: the error is over, and so are the retries."""
        self._scope.cancel(self._key(0))
        self._is_due = False
        self.error = None

    def try_again_later(self, seconds: float | None = None) -> None:
        """Retry after a delay in seconds, repeatedly until nothing in view is missing."""
        if not self._scope.is_running(self._key(0)):
            wait = RETRY_EVERY if seconds is None else max(seconds, 0.5)
            self._scope.start(self._tick(wait), key=self._key(0))

    def _key(self, number: int) -> tuple[str, int, int]:
        return ("refresh", id(self), number)

    def _on_done(self, number: int, task: asyncio.Task[None]) -> None:
        """Remove a task, unless another one is running for its page."""
        if self._tasks.get(number) is task:
            del self._tasks[number]

    async def _load(
        self, number: int, fetch: Callable[[], Awaitable[RowsPage]], is_retry: bool
    ) -> None:
        try:
            page = await fetch()
        except OsuError as error:
            self._tasks.pop(number, None)
            self._fail(number, error, is_retry)
        else:
            self._tasks.pop(number, None)
            if page.seen_at is None:
                self.mark_reached()
            self._on_page(number, page)

    def _fail(self, number: int, error: OsuError, is_retry: bool) -> None:
        seconds = self._is_wait(error)
        if isinstance(error, NotCached):
            return  # not cached: loaded by the next retry
        if seconds is not None:
            self.try_again_later(seconds)
        elif isinstance(error, (Offline, ServerTrouble)):
            if isinstance(error, Offline) or not is_retry:
                self.error = error
            self.try_again_later()
            self._on_changed()
        else:
            self._refused.add(number)
            self._on_refused(number, error)

    async def _tick(self, seconds: float) -> None:
        import asyncio

        while True:
            await asyncio.sleep(seconds)
            if not self.is_watched:
                self._is_due = True
                return
            if not self._ask():
                return
            seconds = RETRY_EVERY
