"""Load of the newest sets of a saved search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from osubrowser.models.beatmaps.listing import ListingInfo, load_listing
from osubrowser.models.beatmaps.listing_columns import set_columns
from osubrowser.services.library.saved_searches import Look

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.beatmaps.listing_query import ListingQuery

_BY_UPDATE: Final = ("pending", "wip", "graveyard", "mine")


def load_look(client: Client, query: ListingQuery) -> Look:
    """Load the newest sets of a search, whatever its order (`beatmapsets/search`); blocks.

    Raises:
        OsuError: as the client raises it.
    """
    is_by_update = query.category in _BY_UPDATE
    newest = replace(query, sort="updated_desc" if is_by_update else "ranked_desc")
    columns = set_columns(original=False)[:1]  # rows need one
    page = load_listing(client, newest, "cards", columns, None)
    dated = ((_stamp(row.item, is_by_update=is_by_update), row.item.id) for row in page.rows)
    total = page.extra.total if isinstance(page.extra, ListingInfo) else len(page.rows)
    return Look(tuple(dated), total, is_all=page.next is None)


def _stamp(beatmapset: Beatmapset, *, is_by_update: bool) -> float:
    moments: tuple[datetime | None, ...] = (beatmapset.ranked_date, beatmapset.last_updated)
    if is_by_update:
        moments = (beatmapset.last_updated, beatmapset.submitted_date)
    return next((one.timestamp() for one in moments if one is not None), 0.0)
