"""What a tab is, or another kind of page: its name, its first place, its places, its making."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osubrowser.services.places.places import AppPlace

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class PageKind:
    """One tab of the window, or a kind of page that only opens beside the tabs.

    Attributes:
        key: its name in code and settings, such as `rankings`.
        title: what is written on it.
        hue: degrees of the colour circle.
        home: the place that a fresh tab shows.
        places: the kinds of place that open here.
        build: makes the page; called once, when it is first shown.
        is_first: whether the window begins with this tab; without any, with the leftmost one.
        is_fixed: whether there is a tab; else its places are only opened beside the tabs.
        names: which of `AppPlace`s belong here, by name; of other places all do.
        warm: asks for what a place needs before somebody goes there, and returns its title; ""
            if it could not.
    """

    key: str
    title: str
    hue: int
    home: Place
    places: tuple[type[Place], ...]
    build: Callable[[], Page]
    is_first: bool = False
    is_fixed: bool = True
    warm: Callable[[Place], Awaitable[str]] | None = None
    names: tuple[str, ...] = ()

    def takes(self, place: Place) -> bool:
        """Whether a place opens here."""
        is_kind = isinstance(place, self.places)
        return is_kind and (not isinstance(place, AppPlace) or place.name in self.names)
