"""Loads behind what is shown: what is from memory, or did not come, is asked for again quietly."""

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
"""Seconds after which osu! is asked again while it cannot be reached."""

BREATH = 0.06
"""Seconds in which what came from memory is painted, before osu!'s answer is read beside it."""


async def yield_to_events() -> None:
    """Wait until what came from memory is painted."""
    import asyncio

    await asyncio.sleep(BREATH)


def in_a_moment(fetch: Callable[[], Awaitable[RowsPage]]) -> Callable[[], Awaitable[RowsPage]]:
    """Return `fetch`, which begins once what came from memory is painted."""

    async def get() -> RowsPage:
        await yield_to_events()
        return await fetch()

    return get


class BackgroundRefresh:
    """The quiet loads of one list. What they bring takes the place of what is shown.

    Attributes:
        error: why osu! could not be asked the last time; None if it could.
        is_watched: whether somebody sees the list; else nothing is tried again by itself.
    """

    def __init__(
        self,
        scope: TaskScope,
        *,
        is_wait: Callable[[BaseException], float | None],
        ask: Callable[[], bool],
        on_page: Callable[[int, RowsPage], None],
        on_refused: Callable[[BaseException], None],
        on_changed: Callable[[], None],
    ) -> None:
        """Start with nothing under way.

        Args:
            scope: owns the tasks.
            is_wait: seconds that an error asks to wait before going on, None for real failures.
            ask: starts what is wanted in view now; returns whether anything is.
            on_page: gets each page that came, with its number.
            on_refused: gets what osu! says in place of a page: it is not asked again.
            on_changed: called when `error` is another one.
        """
        self.error: OsuError | None = None
        self.is_watched = True
        self._scope = scope
        self._is_wait, self._ask = is_wait, ask
        self._on_page, self._on_refused, self._on_changed = on_page, on_refused, on_changed
        self._tasks: dict[int, asyncio.Task[None]] = {}  # under way, by number
        self._refused: set[int] = set()

    def start(self, number: int, fetch: Callable[[], Awaitable[RowsPage]]) -> None:
        """Fetch a page, unless it is under way, or osu! has said that there is none."""
        if number in self._tasks or number in self._refused:
            return
        task = self._scope.start(self._load(number, fetch), key=self._key(number))
        self._tasks[number] = task
        task.add_done_callback(partial(self._on_done, number))

    def stop(self) -> None:
        """Cancel everything under way, and forget what went wrong."""
        for number in (0, *self._tasks):
            self._scope.cancel(self._key(number))
        self._tasks, self._refused = {}, set()
        self.error = None

    def try_again_later(self, seconds: float | None = None) -> None:
        """Have what is wanted then asked for after a while, again and again until it is here."""
        if not self._scope.is_running(self._key(0)):
            wait = RETRY_EVERY if seconds is None else max(seconds, 0.5)
            self._scope.start(self._tick(wait), key=self._key(0))

    def _key(self, number: int) -> tuple[str, int, int]:
        return ("behind", id(self), number)

    def _on_done(self, number: int, task: asyncio.Task[None]) -> None:
        """Forget a task, unless another one is under way for its page by now."""
        if self._tasks.get(number) is task:
            del self._tasks[number]

    async def _load(self, number: int, fetch: Callable[[], Awaitable[RowsPage]]) -> None:
        try:
            page = await fetch()
        except OsuError as error:
            self._tasks.pop(number, None)
            self._fail(number, error)
        else:
            self._tasks.pop(number, None)
            if page.seen_at is None:
                self._scope.cancel(self._key(0))
                self.error = None
            self._on_page(number, page)

    def _fail(self, number: int, error: OsuError) -> None:
        seconds = self._is_wait(error)
        if isinstance(error, NotCached):
            return  # only osu! has it: it comes with the next try
        if seconds is not None:
            self.try_again_later(seconds)
        elif isinstance(error, (Offline, ServerTrouble)):
            self.error = error
            self.try_again_later()
            self._on_changed()
        else:
            self._refused.add(number)
            self._on_refused(error)

    async def _tick(self, seconds: float) -> None:
        import asyncio

        while True:
            await asyncio.sleep(seconds)
            if self.is_watched and not self._ask():
                return
            seconds = RETRY_EVERY
