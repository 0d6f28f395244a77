"""Beatmapsets that a search finds: loads, in the order of the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.listing import ListingCursor, load_listing
from osubrowser.models.beatmaps.listing_columns import set_identity
from osubrowser.models.beatmaps.listing_query import ListingQuery
from osubrowser.models.search.ranking import ranked
from osubrowser.models.table.column import make_rows

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.table.column import Column
    from osubrowser.models.table.sources import RowsPage

_IN_USE: Final = frozenset({"ranked", "approved", "qualified", "loved"})


def sets_query(words: str) -> ListingQuery:
    """Return the filters of the listing for some words: sets of any status."""
    return ListingQuery(text=words, category="any")


def load_found_sets(
    client: Client, words: str, columns: Sequence[Column[Any]], cursor: object = None
) -> RowsPage:
    """Load a page of the beatmapsets (`beatmapsets/search`); blocks, for a worker.

    Args:
        client: the API client.
        words: what to search for.
        columns: of `listing_columns.set_columns`.
        cursor: of the page; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    known = cursor if isinstance(cursor, ListingCursor) else None
    page = load_listing(client, sets_query(words), "table", columns[:1], known)
    first = page.rows[0].number if page.rows else 1
    found = ranked(
        words,
        [row.item for row in page.rows],
        names=names_of,
        is_active=lambda one: (one.status or "") in _IN_USE,
    )
    return replace(page, rows=make_rows(columns, found, first_number=first, identity=set_identity))


def names_of(one: Beatmapset) -> list[str]:
    """Return by what a set is called: its title, its artist, and both together."""
    titles = [one.title, one.title_unicode or ""]
    artists = [one.artist, one.artist_unicode or ""]
    both = [f"{artist} - {title}" for artist, title in zip(artists, titles, strict=True)]
    return [*titles, *artists, *both]
