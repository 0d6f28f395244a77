"""Prefetch, preload, self-test and shortcuts of the pages of the forum, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ThingPlace
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

BOARD_KEYS: Final = (LOAD_ALL_KEY,)
BOARD_TEST: Final = (Visit(ThingPlace("forum", "2")),)


def _board_models() -> Iterator[object]:
    """Import the loads of topics."""
    from osubrowser.models.forum.topics import load_topics

    yield load_topics


def _board_widgets() -> Iterator[object]:
    """Import the page of a board."""
    from osubrowser.ui.lists.filter_bar import FilterBar

    yield FilterBar
    from osubrowser.ui.pages.forum.board_page import BoardPage

    yield BoardPage


def prefetch_board(client: Client, place: Place) -> str:
    """Load the first topics of a board, and return its name; "" for another place."""
    from osubrowser.models.forum.boards import Board
    from osubrowser.models.forum.topics import load_topics

    if not isinstance(place, ThingPlace) or not place.key.isdecimal():
        return ""
    board = load_topics(client, int(place.key), "", (), None).extra
    return board.name if isinstance(board, Board) else ""


BOARD_PRELOAD: Final = Preload(_board_models, _board_widgets)
