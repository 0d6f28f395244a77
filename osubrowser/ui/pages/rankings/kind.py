"""Prefetch, preload and self-test of the rankings page, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ListPlace, RankingsPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

SELF_TEST: Final = (
    Visit(RankingsPlace()),
    Visit(RankingsPlace(mode="taiko", type="score")),
    Visit(RankingsPlace(mode="mania", variant="4k")),
    Visit(RankingsPlace(country="JP", page=2)),
    Visit(RankingsPlace(filter="friends")),
    Visit(RankingsPlace(mode="fruits", type="country")),
    Visit(RankingsPlace(type="team")),
    Visit(RankingsPlace(type="charts")),
    Visit(RankingsPlace(type="kudosu")),
)


def _models() -> Iterator[object]:
    """Import the ranking query, the export and the comparison."""
    from osubrowser.services.places.ranking_query import ranking_title

    yield ranking_title
    from osubrowser.models.rankings.records import record

    yield record
    from osubrowser.models.rankings.comparison import load_earlier

    yield load_earlier


def _widgets() -> Iterator[object]:
    """Import the page and its widgets."""
    from osubrowser.ui.table.paged_table import PagedTable

    yield PagedTable
    from osubrowser.ui.lists.list_controller import ListController

    yield ListController
    from osubrowser.ui.pages.rankings.bar import RankingsBar

    yield RankingsBar
    from osubrowser.ui.pages.rankings.page import RankingsPage

    yield RankingsPage
    from osubrowser.ui.cards.beatmap_strip import BeatmapStrip

    yield BeatmapStrip
    from osubrowser.ui.lists.export import TableExport

    yield TableExport
    from osubrowser.ui.lists.row_menu import row_menu

    yield row_menu
    from osubrowser.ui.pages.rankings.menu import ranking_menu

    yield ranking_menu
    from osubrowser.ui.pages.rankings.comparison.bar import ComparisonBar

    yield ComparisonBar
    from osubrowser.ui.pages.rankings.comparison.controller import RankingComparison

    yield RankingComparison


def prefetch(client: Client, place: Place) -> str:
    """Load the page of a ranking and return the title; "" for a place that is no ranking."""
    from osubrowser.models.rankings.load import load_page
    from osubrowser.models.rankings.rankings import columns_of
    from osubrowser.services.places.ranking_query import ranking_title

    if not isinstance(place, RankingsPlace):
        return ""
    load_page(client, place, place.page, columns_of(place, lambda _code: None))
    return ranking_title(place)


def _neighbour_models() -> Iterator[object]:
    """Import the paces."""
    from osubrowser.models.rankings.neighbours import load_neighbours

    yield load_neighbours


def _neighbour_widgets() -> Iterator[object]:
    """Import the page of neighbours."""
    from osubrowser.ui.lists.filter_bar import FilterBar

    yield FilterBar
    from osubrowser.ui.pages.rankings.neighbours import NeighboursPage

    yield NeighboursPage


def prefetch_neighbours(client: Client, place: Place) -> str:
    """Return the title of neighbours, which are loaded when they are shown; "" for others."""
    del client
    is_here = isinstance(place, ListPlace) and place.kind in NEIGHBOURS
    return tr("Neighbours", "players of nearly the same rank") if is_here else ""


PRELOAD: Final = Preload(_models, _widgets)
NEIGHBOURS: Final = ("neighbours",)
"""Kinds of lists that the page of neighbours shows."""
NEIGHBOURS_PRELOAD: Final = Preload(_neighbour_models, _neighbour_widgets)
NEIGHBOURS_TEST: Final = (
    Visit(ListPlace("neighbours", (("user", "2"),))),
    Visit(ListPlace("neighbours", (("country", "1"), ("user", "2")))),
)
