"""Kinds of lists, prefetch, preload and self-test of feeds, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ListPlace
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.pages.feeds.table import FEEDS
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

KEYS: Final = (LOAD_ALL_KEY,)
THINGS: Final = tuple(FEEDS)
SELF_TEST: Final = tuple(Visit(ListPlace(kind)) for kind in FEEDS)


def _models() -> Iterator[object]:
    """Import the filters."""
    from osubrowser.models.feeds.filters import valid_values

    yield valid_values


def _widgets() -> Iterator[object]:
    """Import the page, then the feeds one by one."""
    from osubrowser.ui.lists.filter_bar import FilterBar

    yield FilterBar
    from osubrowser.ui.pages.feeds.page import FeedsPage

    yield FeedsPage
    for feed in FEEDS.values():
        yield feed()


def prefetch(client: Client, place: Place) -> str:
    """Return the title of a feed, which is loaded when it is shown; "" for another place."""
    del client
    if not isinstance(place, ListPlace) or place.kind not in FEEDS:
        return ""
    return FEEDS[place.kind]().title


PRELOAD: Final = Preload(_models, _widgets)
