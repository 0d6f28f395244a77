"""One load at a time of a list whose question changes while it is being typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Hashable

    from osubrowser.models.table.sources import Source

    Fetch = Callable[[Any], Awaitable[RowsPage]]


class OneRequest:
    """Gate that lets one load of a list by cursor run at a time.

    A request that has been sent cannot be taken back. A load that is cancelled therefore goes on,
    and the next one begins when it has ended, or takes its result if it asks for the same. Of those
    that wait, only the newest is left, because a list cancels its older ones.
    """

    def __init__(self) -> None:
        self._scope = TaskScope()
        self._running: asyncio.Task[RowsPage] | None = None
        self._asked: object = None  # what the running load asks for

    @property
    def is_busy(self) -> bool:
        """Whether a load is running, be it a cancelled one."""
        return self._running is not None and not self._running.done()

    def guarded(self, source: Source, key: Hashable) -> Source:
        """Return a source whose loads wait for the end of the one before.

        Args:
            source: the source; one by page number is returned as it is.
            key: what it asks for: rows of equal sources are the same.
        """
        if not isinstance(source, CursorSource):
            return source
        return replace(source, fetch=partial(self._fetch, source.fetch, key))

    def close(self) -> None:
        """Cancel the load that is running."""
        self._scope.cancel_all()
        self._running = None

    async def _fetch(self, fetch: Fetch, key: Hashable, cursor: object | None) -> RowsPage:
        import asyncio

        while self._running is not None and not self._running.done():
            if self._asked == (key, cursor):
                return await asyncio.shield(self._running)
            await asyncio.wait((self._running,))
        task = self._running = self._scope.start(_page(fetch, cursor), on_error=_ignore)
        self._asked = (key, cursor)
        return await asyncio.shield(task)


async def _page(fetch: Fetch, cursor: object | None) -> RowsPage:
    return await fetch(cursor)


def _ignore(_error: BaseException) -> None:
    """Ignore a failure, which the list has got, too, unless it was cancelled."""
