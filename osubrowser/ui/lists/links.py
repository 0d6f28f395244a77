"""Which kinds of places have a page here, for menus that say where something opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import AppPlace, PlayersPlace, RankingsPlace, UserPlace

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place

_OWN: Final = (AppPlace, PlayersPlace, RankingsPlace, UserPlace)


def has_own_page(place: Place) -> bool:
    """Return whether a place opens in the window; else it opens in the web browser."""
    return isinstance(place, _OWN)


def open_label(words: str, place: Place) -> str:
    """Return the words of a menu that open a place, and where that is if it is not here."""
    return words if has_own_page(place) else f"{words} (in the web browser)"
