"""Prefetch, preload and self-test of the beatmap listing, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import BeatmapsPlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

SELF_TEST: Final = (
    Visit(BeatmapsPlace()),
    Visit(BeatmapsPlace(view="table")),
    Visit(BeatmapsPlace((("q", "stars>4 bpm>=120"),), view="difficulties")),
    Visit(BeatmapsPlace((("m", "3"), ("s", "loved"), ("sort", "plays_desc")))),
    Visit(BeatmapsPlace((("g", "3.10"), ("e", "video")), view="table")),
)


def _models() -> Iterator[object]:
    """Import the query, the loads and the local filters."""
    from osubrowser.models.beatmaps.listing_query import ListingQuery

    yield ListingQuery
    from osubrowser.models.beatmaps.listing import load_listing

    yield load_listing
    from osubrowser.models.beatmaps.local_filters import ListingFilter

    yield ListingFilter
    from osubrowser.models.beatmaps.search_look import load_look

    yield load_look
    from osubrowser.models.table.row_changes import row_changes

    yield row_changes
    from osubrowser.services.audio.previews import PreviewPlayer

    yield PreviewPlayer
    from osubrowser.services.beatmaps.local_library import OwnedBeatmaps

    yield OwnedBeatmaps


def _widgets() -> Iterator[object]:
    """Import the page and its widgets."""
    from osubrowser.ui.lists.list_controller import ListController

    yield ListController
    from osubrowser.ui.cards.card_painter import CardPainter

    yield CardPainter
    from osubrowser.ui.cards.card_grid import CardGrid

    yield CardGrid
    from osubrowser.ui.lists.beatmap_cards import marks_of

    yield marks_of
    from osubrowser.ui.pages.beatmaps.bar import BeatmapsBar

    yield BeatmapsBar
    from osubrowser.ui.pages.beatmaps.local_bar import LocalBar

    yield LocalBar
    from osubrowser.ui.pages.beatmaps.specs import listing_spec

    yield listing_spec
    from osubrowser.ui.pages.beatmaps.actions import ListingActions

    yield ListingActions
    from osubrowser.ui.pages.beatmaps.page import BeatmapsPage

    yield BeatmapsPage
    from osubrowser.ui.pages.beatmaps.filter_panel import FilterPanel

    yield FilterPanel
    from osubrowser.ui.pages.beatmaps.searches import SearchesPopup

    yield SearchesPopup
    from osubrowser.ui.lists.row_menu import row_menu

    yield row_menu


def prefetch(client: Client, place: Place) -> str:
    """Load the first page of a listing and return its title; "" for another place."""
    from osubrowser.models.beatmaps.listing import ListingCursor, load_listing
    from osubrowser.models.beatmaps.listing_query import ListingQuery
    from osubrowser.services.text.plain import plain

    if not isinstance(place, BeatmapsPlace):
        return ""
    query = ListingQuery.of_place(place)
    start = ListingCursor.of_token(place.cursor, query.search_count)
    load_listing(client, query, place.view, (), start)
    return plain(query.title, 120)


PRELOAD: Final = Preload(_models, _widgets)
