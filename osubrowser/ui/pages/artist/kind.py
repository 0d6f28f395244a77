"""Prefetch, preload and self-test of the page of a featured artist, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ThingPlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

SELF_TEST: Final = (Visit(ThingPlace("artist", "1")),)


def _models() -> Iterator[object]:
    """Import the loads of artists."""
    from osubrowser.models.artists.artists import load_artist

    yield load_artist


def _widgets() -> Iterator[object]:
    """Import the page."""
    from osubrowser.ui.pages.artist.page import ArtistPage

    yield ArtistPage


def prefetch(client: Client, place: Place) -> str:
    """Load the tracks of an artist, and return the name; "" for another place."""
    from osubrowser.models.artists.artists import FeaturedArtist, load_artist

    if not isinstance(place, ThingPlace) or not place.key.isdecimal():
        return ""
    artist = load_artist(client, int(place.key), ()).extra
    return artist.name if isinstance(artist, FeaturedArtist) else ""


PRELOAD: Final = Preload(_models, _widgets)
