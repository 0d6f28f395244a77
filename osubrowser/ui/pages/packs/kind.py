"""Prefetch, preload, self-test and shortcuts of the pages of packs, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ListPlace, ThingPlace
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

KEYS: Final = (LOAD_ALL_KEY,)
LIST_TEST: Final = (
    Visit(ListPlace("packs"), name="beatmaps/packs"),
    Visit(ListPlace("packs", (("mode", "taiko"), ("type", "standard")))),
)
PACK_TEST: Final = (Visit(ThingPlace("pack", "S1")),)


def _models() -> Iterator[object]:
    """Import the loads of packs."""
    from osubrowser.models.beatmaps.packs import load_packs

    yield load_packs


def _list_widgets() -> Iterator[object]:
    """Import the page of the lists."""
    from osubrowser.ui.pages.packs.list_page import PacksPage

    yield PacksPage


def _pack_widgets() -> Iterator[object]:
    """Import the page of one pack."""
    from osubrowser.ui.pages.packs.pack_page import PackPage

    yield PackPage


def prefetch(client: Client, place: Place) -> str:
    """Load the first packs, or the pack, of a place and return its title; "" for another place."""
    from osubrowser.models.beatmaps import packs

    if isinstance(place, ThingPlace):
        info = packs.load_pack(client, place.key, ()).extra
        return info.name if isinstance(info, packs.PackInfo) else ""
    if not isinstance(place, ListPlace):
        return ""
    query = packs.PacksQuery.of(place)
    if not query.words:
        packs.load_packs(client, query, (), None)
    return query.title


LIST_PRELOAD: Final = Preload(_models, _list_widgets)
PACK_PRELOAD: Final = Preload(_models, _pack_widgets)
