"""Specification of the list of the beatmap listing, for each of its views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.errors import LoginRequired
from osubrowser.models.beatmaps.columns import artist_of, title_of
from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty
from osubrowser.models.beatmaps.listing import empty_reason, listing_source
from osubrowser.models.beatmaps.listing_columns import (
    SORT_OF_COLUMN,
    difficulty_columns,
    difficulty_record,
    set_columns,
    set_record,
)
from osubrowser.models.beatmaps.local_filters import set_of
from osubrowser.services.places.places import BeatmapsetPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_layout import BEATMAPSET_CARD
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists.beatmap_links import parts_of, songs_of
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.widgets.state_panel import SIGN_IN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.models.beatmaps.listing_query import ListingQuery
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_menu import RowSelection

DIFFICULTIES: Final = "difficulties"
CLEAR: Final = "clear_filters"
"""Key of the button of an empty list."""
ORDER: Final = "order:"
"""Start of the key of the button that asks for an order: a `ListingQuery.sort` follows."""
_LONGEST: Final = 160
"""Characters of the filters that are repeated in a sentence."""


def listing_spec(
    query: ListingQuery,
    view: str,
    start: str | None,
    *,
    menu: Callable[[RowSelection], QMenu],
    status: Callable[[PagedModel, int, int], str],
    is_guest: bool,
    is_supporter: bool | None,
) -> ListSpec:
    """Return the spec of the listing.

    Args:
        query: the filters and the order.
        view: one of `BEATMAP_VIEWS`.
        start: where the list starts, as `BeatmapsPlace.cursor`; None for its top.
        menu: returns the context menu of the selected rows.
        status: returns the text of the status line.
        is_guest: whether no player is signed in.
        is_supporter: whether the player is an osu! supporter; None if it is not known.
    """
    of_difficulties = view == DIFFICULTIES
    reason = empty_reason(query, is_guest=is_guest, is_supporter=is_supporter)

    def columns(original: bool) -> Columns:
        made = difficulty_columns if of_difficulties else set_columns
        return made(original=original)

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return listing_source(loader, columns, query, view, start)

    return ListSpec(
        key=f"beatmaps/{DIFFICULTIES}" if of_difficulties else "beatmaps",
        title=tr("Difficulties") if of_difficulties else tr("Beatmaps"),
        columns=columns,
        source=source,
        record=difficulty_record if of_difficulties else set_record,
        file_stem="osu-difficulties" if of_difficulties else "osu-beatmaps",
        empty=empty_text(
            query,
            reason,
            of_difficulties=of_difficulties,
            needs_player=is_guest and query.is_of_player,
        ),
        link=partial(link_of, query.mode),
        no_link=tr("This beatmap is not on osu! any more."),
        menu=menu,
        describe=describe_listing,
        status=status,
        has_titles=True,
        order_action=order_button,
        cards=None if of_difficulties else BEATMAPSET_CARD,
        beatmapset=set_of,
    )


def order_button(column: str, descending: bool) -> tuple[str, str] | None:
    """Return the button that asks osu! for the order of a column; None if it has no such order."""
    field = SORT_OF_COLUMN.get(column)
    if field is None:
        return None
    return f"{ORDER}{field}_{'desc' if descending else 'asc'}", tr("Sort all on osu!")


def link_of(mode: str | None, item: Any, _origin: str = "") -> RowLink:  # noqa: ANN401 - either item
    """Return the link of a set, or of a difficulty of it.

    Args:
        mode: the ruleset of the filters, or None.
        item: a set or a `ListedDifficulty`.
    """
    beatmapset = set_of(item)
    if isinstance(item, ListedDifficulty):
        place = BeatmapsetPlace(beatmapset.id, item.beatmap.id, item.mode or None)
    else:
        place = BeatmapsetPlace(beatmapset.id, mode=mode)
    return RowLink(place, name_of(item), more=(*parts_of(place), *songs_of(beatmapset)))


def name_of(item: Any) -> str:  # noqa: ANN401 - either item
    """Return artist and title of an item, and its difficulty if it is one."""
    beatmapset = set_of(item)
    artist, title = artist_of(beatmapset, original=False), title_of(beatmapset, original=False)
    name = f"{artist} - {title}" if artist else title
    if isinstance(item, ListedDifficulty):
        return f"{name} [{plain(item.beatmap.version)}]"
    return name


def empty_text(
    query: ListingQuery, reason: str, *, of_difficulties: bool, needs_player: bool = False
) -> EmptyText:
    """Return the message for a search without results.

    Args:
        query: the filters.
        reason: why there are none; "" if nothing matches.
        of_difficulties: whether rows are difficulties.
        needs_player: whether signing in as a player would help.
    """
    filters = plain(", ".join(one.text for one in query.active_filters), _LONGEST)
    if not filters:
        text = (
            tr("No difficulty came from osu!.")
            if of_difficulties
            else tr("No beatmap came from osu!.")
        )
        return EmptyText(text, reason)
    text = (
        tr("No difficulty is found with: {filters}.")
        if of_difficulties
        else tr("No beatmap is found with: {filters}.")
    )
    action = SIGN_IN if needs_player else (CLEAR, tr("Clear filters"))
    return EmptyText(text.format(filters=filters), reason, action)


def describe_listing(error: BaseException) -> Sentence:
    """Return the message for an error of the listing."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("Beatmaps are seen when you are signed in to osu!."))
    return sentence
