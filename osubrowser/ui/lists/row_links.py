"""Links of rows: which places a row leads to, and whether they open in the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import AppPlace, PlayersPlace, RankingsPlace, UserPlace

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place

_OWN: Final = (AppPlace, PlayersPlace, RankingsPlace, UserPlace)


@dataclass(frozen=True, slots=True)
class RowLink:
    """Places that a row of a list leads to.

    Attributes:
        place: opened by Enter or a double click.
        name: of the subject of the row, as it is copied; "" for none.
        country: code and name of the country of a player; None for none.
        more: other places, each with its label in the menu.
    """

    place: Place
    name: str = ""
    country: tuple[str, str] | None = None
    more: tuple[tuple[str, Place], ...] = ()


def has_own_page(place: Place) -> bool:
    """Return whether a place opens in the window; else it opens in the web browser."""
    return isinstance(place, _OWN)


def open_label(label: str, place: Place) -> str:
    """Return the label of a menu that opens a place, with the web browser if that opens it."""
    return label if has_own_page(place) else f"{label} (in the web browser)"
