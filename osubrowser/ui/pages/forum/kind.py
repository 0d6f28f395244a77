"""Prefetch, preload, self-test and shortcuts of the pages of the forum, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ThingPlace
from osubrowser.ui.keys.shortcuts import FIND_KEYS, LOAD_ALL_KEY
from osubrowser.ui.pages.forum.keys import POST_KEY
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

BOARD_KEYS: Final = (LOAD_ALL_KEY,)
TOPIC_KEYS: Final = (POST_KEY, *FIND_KEYS)
BOARD_TEST: Final = (Visit(ThingPlace("forum", "2")),)

TOPIC_TEST: Final = (Visit(ThingPlace("topic", "40097")), Visit(ThingPlace("topic", "40000")))


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


def _topic_models() -> Iterator[object]:
    """Import the loads of posts."""
    from osubrowser.models.forum.posts import load_posts

    yield load_posts


def _topic_widgets() -> Iterator[object]:
    """Import the page of a topic."""
    from osubrowser.ui.richtext.post_panel import PostPanel

    yield PostPanel
    from osubrowser.ui.pages.forum.topic_page import TopicPage

    yield TopicPage


def prefetch_topic(client: Client, place: Place) -> str:
    """Load the first posts of a topic, and return its title; "" for another place."""
    from osubrowser.models.forum.posts import Part, load_posts

    if not isinstance(place, ThingPlace) or not place.key.isdecimal():
        return ""
    part = Part("from", place.at) if place.at else Part()
    return load_posts(client, int(place.key), part).info.title


def prefetch_board(client: Client, place: Place) -> str:
    """Load the first topics of a board, and return its name; "" for another place."""
    from osubrowser.models.forum.boards import Board
    from osubrowser.models.forum.topics import load_topics

    if not isinstance(place, ThingPlace) or not place.key.isdecimal():
        return ""
    board = load_topics(client, int(place.key), "", (), None).extra
    return board.name if isinstance(board, Board) else ""


BOARD_PRELOAD: Final = Preload(_board_models, _board_widgets)
TOPIC_PRELOAD: Final = Preload(_topic_models, _topic_widgets)
