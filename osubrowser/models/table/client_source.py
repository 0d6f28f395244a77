"""Row sources over the API client: from the response cache first, then from osu!."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

from osubrowser.api.errors import (
    LoginRequired,
    Offline,
    OsuError,
    RateLimited,
    ServerTrouble,
)
from osubrowser.models.table.sources import CursorSource, NumberedSource, RowsPage
from osubrowser.services.cache.response_cache import load_cached

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.runtime.calls import Calls

P = ParamSpec("P")
T = TypeVar("T")

Load = Callable[..., RowsPage]
"""`load(client, *args, where) -> page`; blocks, runs on a worker."""


class ClientOwner(Protocol):
    """Provider of the current session's client, such as the account."""

    @property
    def client(self) -> Client | None:
        """The client; None while signed out."""


def wait_of(error: BaseException) -> float | None:
    """Return the pause in seconds that the server requests; None if the error is a failure."""
    return error.retry_after if isinstance(error, RateLimited) else None


class ClientLoader:
    """Runs blocking loads with the client of the current session, on workers.

    Each load is a function whose first argument is the client. The client is looked up at each
    call, as it changes with the session.

    Args:
        owner: provides the client.
        calls: runs blocking calls.
    """

    def __init__(self, owner: ClientOwner, calls: Calls) -> None:
        self._owner = owner
        self._calls = calls

    @property
    def is_signed_in(self) -> bool:
        """Whether there is a client."""
        return self._owner.client is not None

    async def fresh(
        self, load: Callable[Concatenate[Client, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return the result of a load from osu!.

        Raises:
            LoginRequired: there is no client, or its session has ended.
            OsuError: as the load raises it.
        """
        client = self._owner.client
        if client is None:
            raise LoginRequired
        return await self._calls.run(load, client, *args, **kwargs)

    async def compute(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the result of a function that sends no requests, such as one that makes rows."""
        return await self._calls.run_at_once(fn, *args, **kwargs)

    async def cached(
        self, load: Callable[Concatenate[Client, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, float] | None:
        """Return the result of a load from the response cache, and when it was received.

        None if a response is not cached, or there is no client. The time is a POSIX timestamp, that
        of the oldest response.
        """
        client = self._owner.client
        if client is None:
            return None
        return await load_cached(self._calls, load, client, *args, **kwargs)

    async def cached_or_fresh(
        self, load: Callable[Concatenate[Client, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return the result of a load from the cache, of any age, else from osu!; see `fresh`."""
        known = await self.cached(load, *args, **kwargs)
        return known[0] if known is not None else await self.fresh(load, *args, **kwargs)

    async def cached_then_fresh(
        self, load: Callable[[Client], T], on_value: Callable[[T], object]
    ) -> bool:
        """Pass the cached result of a load to `on_value`, then the fresh one if it differs.

        Returns:
            False if osu! is unreachable at the moment and only the cached result was passed on.

        Raises:
            OsuError: as the load raises it, if nothing is cached or the error is not temporary.
        """
        known = await self.cached(load)
        if known is not None:
            on_value(known[0])
        try:
            value = await self.fresh(load)
        except (Offline, ServerTrouble, RateLimited):
            if known is None:
                raise
            return False
        if known is None or value != known[0]:
            on_value(value)
        return True

    # --- sources of rows ----------------------------------------------------------------------

    def numbered(
        self,
        page_size: int,
        load: Load,
        *args: Any,  # noqa: ANN401 - arguments of `load`
        refused: Callable[[], OsuError | None] | None = None,
    ) -> NumberedSource:
        """Return a source by page number: `load(client, *args, number)`.

        Args:
            page_size: rows of a full page.
            load: loads one page.
            args: its arguments between the client and the number.
            refused: called in the GUI thread before a request; returns an error to raise
                instead, or None.
        """
        return NumberedSource(
            page_size,
            partial(self._fetch, load, args, refused),
            fetch_cached=partial(self._fetch_cached, load, args),
        )

    def by_cursor(
        self,
        load: Load,
        *args: Any,  # noqa: ANN401 - arguments of `load`
        first: object = None,
        can_load_all: bool = False,
    ) -> CursorSource:
        """Return a source by cursor: `load(client, *args, cursor)`.

        Args:
            load: loads one page.
            args: its arguments between the client and the cursor.
            first: the cursor of the first page, such as the offset 0.
            can_load_all: whether all pages can be loaded, at the user's wish.
        """

        async def fetch(cursor: object | None) -> RowsPage:
            return await self._fetch(load, args, None, first if cursor is None else cursor)

        async def fetch_cached(cursor: object | None) -> RowsPage | None:
            return await self._fetch_cached(load, args, first if cursor is None else cursor)

        return CursorSource(fetch, fetch_cached, can_load_all)

    async def _fetch(
        self,
        load: Load,
        args: tuple[Any, ...],
        refused: Callable[[], OsuError | None] | None,
        where: object,
    ) -> RowsPage:
        error = refused() if refused is not None and self.is_signed_in else None
        if error is not None:
            raise error
        return await self.fresh(load, *args, where)

    async def _fetch_cached(
        self, load: Load, args: tuple[Any, ...], where: object
    ) -> RowsPage | None:
        known = await self.cached(load, *args, where)
        return None if known is None else replace(known[0], seen_at=known[1])
