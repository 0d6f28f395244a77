"""Sources of the rows of a lazy list: by page number, or by cursor."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from osubrowser.api.errors import NotCached
from osubrowser.models.table.column import Placeholders, Row


class LoadState(Enum):
    """State of a list."""

    IDLE = "idle"
    """No list is shown."""
    LOADING = "loading"
    """A page is being loaded, or waits for the end of a pause that the server requested."""
    READY = "ready"
    """Nothing is being loaded, and there may be more rows."""
    FAILED = "failed"
    """A page failed. Only `retry`, `reload`, `show` and `clear` leave this state."""
    END = "end"
    """Every row is loaded."""


@dataclass(frozen=True, slots=True)
class RowsPage:
    """Page of a list.

    Attributes:
        rows: made by `make_rows`, numbered by their position in the whole list.
        total: number of rows of the whole list, as the server states it, or None.
        next: the cursor of the page after this one; None for the last page.
        extra: additional data of the page, for `page_arrived`.
        seen_at: POSIX timestamp at which a cached page was received; None for a fresh page.
        placeholders: of all rows of the list; None for none.
        goes_on: whether a list by cursor goes on after this page although it has no rows.
    """

    rows: list[Row[Any]]
    total: int | None = None
    next: object | None = None
    extra: object | None = None
    seen_at: float | None = None
    placeholders: Placeholders | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """Source of a list by page number, from 1.

    With a total (rankings) all rows exist from the start, as skeletons. Without one the list
    grows by a page at a time. `RowsPage.next` must be set unless the page is the last one.

    Attributes:
        page_size: rows in a full page.
        fetch: loads a page by its number.
        ahead: number of pages beyond the view that are loaded in the scroll direction.
        fetch_cached: returns a cached page, with `seen_at`; None if it is not cached.
    """

    page_size: int
    fetch: Callable[[int], Awaitable[RowsPage]]
    ahead: int = 2
    fetch_cached: Callable[[int], Awaitable[RowsPage | None]] | None = None


@dataclass(frozen=True, slots=True)
class CursorSource:
    """Source of a list by cursor, which grows at its end.

    Attributes:
        fetch: loads the page at a cursor; None is the first page.
        fetch_cached: returns the cached page, with `seen_at`; None if it is not cached.
        can_load_all: whether all pages can be loaded, one after another, at the user's wish.
    """

    fetch: Callable[[object | None], Awaitable[RowsPage]]
    fetch_cached: Callable[[object | None], Awaitable[RowsPage | None]] | None = None
    can_load_all: bool = False


Source = NumberedSource | CursorSource


async def page_of(source: Source, where: Any, *, use_cache: bool) -> RowsPage:  # noqa: ANN401 - as `fetch`
    """Load a page: from the cache if `use_cache` and it is cached, else from osu!.

    Args:
        source: the source of the page.
        where: number or cursor of the page.
        use_cache: whether a cached page is accepted.
    """
    found = None
    if use_cache and source.fetch_cached is not None:
        found = await source.fetch_cached(where)
    return await source.fetch(where) if found is None else found


async def cached_page_of(source: Source, where: Any) -> RowsPage:  # noqa: ANN401 - as `fetch_cached`
    """Load a page from the cache only.

    Args:
        source: the source of the page.
        where: number or cursor of the page.

    Raises:
        NotCached: it is not cached.
    """
    found = None
    if source.fetch_cached is not None:
        found = await source.fetch_cached(where)
    if found is None:
        raise NotCached
    return found
