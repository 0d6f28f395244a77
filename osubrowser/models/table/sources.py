"""Where the rows of a lazy list come from: by page number, or each page by the cursor before it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from osubrowser.api.errors import NotCached
from osubrowser.models.table.column import Row


class LoadState(Enum):
    """What a list is doing."""

    IDLE = "idle"
    """Nothing was asked for yet."""
    LOADING = "loading"
    """A page is under way, or waits because the server asked us to."""
    READY = "ready"
    """Nothing is under way, and there may be more."""
    FAILED = "failed"
    """A page did not come. Only `retry`, `reload`, `show` and `clear` leave this state."""
    END = "end"
    """Every row is here."""


@dataclass(frozen=True, slots=True)
class RowsPage:
    """One page of a list.

    Attributes:
        rows: made by `make_rows`, numbered by their place in the whole list.
        total: how many rows the server says the whole list has, or None if it does not say.
        next: what the server gave to ask for the page after this one; None: there is none.
        extra: what else came with the page; passed on with `page_arrived`.
        seen_at: when it was seen, in seconds since 1970, if it is from memory; None: osu! has
            just sent it.
    """

    rows: list[Row[Any]]
    total: int | None = None
    next: object | None = None
    extra: object | None = None
    seen_at: float | None = None


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A list whose pages can be asked for by number, from 1.

    With a total (rankings) all its rows exist from the start, as skeletons. Without one it grows
    by a page at a time. `RowsPage.next` must be set as long as there is a page after this one.

    Attributes:
        page_size: rows in a full page.
        fetch: gets one page by its number.
        ahead: how many pages beyond those in view are asked for in the direction of travel.
        recall: gets one page from memory, with `seen_at`; None if it was never seen.
    """

    page_size: int
    fetch: Callable[[int], Awaitable[RowsPage]]
    ahead: int = 2
    recall: Callable[[int], Awaitable[RowsPage | None]] | None = None


@dataclass(frozen=True, slots=True)
class CursorSource:
    """A list that grows at its end: each page brings the cursor of the next.

    Attributes:
        fetch: gets the page at a cursor; None is the first page.
        recall: gets it from memory, with `seen_at`; None if it was never seen.
    """

    fetch: Callable[[object | None], Awaitable[RowsPage]]
    recall: Callable[[object | None], Awaitable[RowsPage | None]] | None = None


Source = NumberedSource | CursorSource


async def page_of(source: Source, where: Any, *, recalls: bool) -> RowsPage:  # noqa: ANN401 - as `fetch`
    """Get a page: from memory if `recalls` and it is there, else from osu!.

    Args:
        source: whose page.
        where: its number or its cursor.
        recalls: whether one from memory will do.
    """
    found = None
    if recalls and source.recall is not None:
        found = await source.recall(where)
    return await source.fetch(where) if found is None else found


async def cached_page_of(source: Source, where: Any) -> RowsPage:  # noqa: ANN401 - as `recall`
    """Get a page from memory alone.

    Args:
        source: whose page.
        where: its number or its cursor.

    Raises:
        NotKept: it is not there.
    """
    found = None
    if source.recall is not None:
        found = await source.recall(where)
    if found is None:
        raise NotCached
    return found
