"""What the table of pages knows of the search."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from osubrowser.pages import PageParts, page_kinds
from osubrowser.services.places.destinations import all_destinations, destinations
from osubrowser.services.places.places import LISTS, ListPlace, Place, RankingsPlace
from osubrowser.ui.pages.search import kind
from osubrowser.ui.shell.page_kind import PageTable
from tests.conftest import Server
from tests.models.scores.test_columns import connect

PEPPY = ListPlace("search", (("mode", "user"), ("query", "peppy")))


@pytest.fixture(scope="module")
def table() -> PageTable:
    return PageTable(page_kinds(cast("PageParts", SimpleNamespace(account=None, calls=None))))


@pytest.mark.parametrize("place", [ListPlace("search"), ListPlace("explore"), PEPPY])
def test_it_opens_in_the_leftmost_tab(table: PageTable, place: Place) -> None:
    found, tab = table.kind_of(place), table.tab_of(place)
    assert found is not None
    assert tab is table.tabs[0] is found
    assert found.key == "search"


def test_every_list_is_a_destination_with_a_line_of_text(table: PageTable) -> None:
    kinds = {one.place.kind for one in all_destinations() if isinstance(one.place, ListPlace)}
    assert set(LISTS) - {"search", "explore"} <= kinds
    assert all(one.text for one in all_destinations())
    here = [one.place for one in destinations(table.has_page)]
    assert RankingsPlace(type="kudosu") in here
    assert ListPlace("packs") in here
    assert len(set(here)) == len(here)


def test_the_text_of_a_destination_fits_into_the_narrowest_tile(qapp: QApplication) -> None:
    widest = text_width("Matches of the stable client, game by game")
    assert max(text_width(one.text) for one in all_destinations()) <= widest


def text_width(text: str) -> int:
    return QFontMetrics(QApplication.font()).horizontalAdvance(text)


def test_a_place_in_the_background_has_its_title(demo_server: Server) -> None:
    with connect(demo_server) as client:
        assert kind.prefetch(client, PEPPY) == "Search: peppy"
        assert kind.prefetch(client, ListPlace("search")) == "Search"
        assert kind.prefetch(client, RankingsPlace()) == ""


def test_what_is_preloaded_is_there() -> None:
    assert all([*kind.PRELOAD.models(), *kind.PRELOAD.widgets()])
