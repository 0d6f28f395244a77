"""Load of a page by offset: one call of the client, formatted as rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

from osubrowser.models.table.column import make_rows
from osubrowser.models.table.sources import RowsPage

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.models.table.column import Column

PAGE_SIZE: Final = 50
"""Entries in one request."""


class OffsetQuery(Protocol):
    """Call that returns entries of a list; blocks."""

    def __call__(self, client: Client, /, *, limit: int, offset: int) -> Sequence[Any]:
        """Return at most `limit` entries from `offset` on.

        Raises:
            OsuError: as the client raises it.
        """


def load_from(
    client: Client,
    ask: OffsetQuery,
    columns: Sequence[Column[Any]],
    identity: Callable[[Any], Hashable],
    offset: int,
    *,
    count: int | None = None,
    most: int | None = None,
    short_ends: bool = False,
    size: int = PAGE_SIZE,
) -> RowsPage:
    """Load a page and format its rows; blocks, for a worker.

    Args:
        client: the API client.
        ask: returns the entries.
        columns: columns of the rows.
        identity: `entry -> identity`.
        offset: offset of the page's first entry in the list.
        count: number of entries that the server stated, or None.
        most: largest number of entries that the server returns, or None.
        short_ends: whether a page that is not full is the last one. Otherwise it is the last only
            if `count` is reached: the server omits deleted beatmaps from a page.
        size: entries of a full page.

    Returns:
        The page; `next` is the offset of the page after it.

    Raises:
        OsuError: as the client raises it.
    """
    found = list(ask(client, limit=size, offset=offset))
    rows = make_rows(columns, found, first_number=offset + 1, identity=identity)
    after = offset + size
    nothing_missing = short_ends or (count is not None and after >= count)
    is_short = len(found) < size and nothing_missing
    is_last = not found or is_short or (most is not None and after >= most)
    return RowsPage(rows, total=count, next=None if is_last else after)
