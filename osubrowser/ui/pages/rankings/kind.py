"""Preload and self-test of the rankings page, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import RankingsPlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Import the ranking query."""
    from osubrowser.services.places.ranking_query import ranking_title

    yield ranking_title


def _widgets() -> Iterator[object]:
    """Import the page and what it opens."""
    from osubrowser.ui.table.paged_table import PagedTable

    yield PagedTable
    from osubrowser.ui.pages.rankings.bar import RankingsBar

    yield RankingsBar
    from osubrowser.ui.pages.rankings.spotlight_slot import SpotlightSlot

    yield SpotlightSlot
    from osubrowser.ui.pages.rankings.page import RankingsPage

    yield RankingsPage
    from osubrowser.ui.lists.links import has_own_page

    yield has_own_page
    from osubrowser.ui.lists.export import TableExport

    yield TableExport
    from osubrowser.ui.pages.rankings.menu import row_menu

    yield row_menu


PRELOAD: Final = Preload(_models, _widgets)
