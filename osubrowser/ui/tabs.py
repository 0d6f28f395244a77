"""What a tab is: its name, where it starts, which places belong to it, how its page is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osubrowser.services.places import Place
    from osubrowser.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of the window.

    Attributes:
        key: its name in code and settings, such as `rankings`.
        title: what is written on it.
        hue: degrees of the colour circle.
        home: the place that a fresh tab shows.
        places: the kinds of place that open here.
        build: makes the page; called once, when the tab is first shown.
        is_first: whether the window begins with this tab; without any, with the leftmost one.
    """

    key: str
    title: str
    hue: int
    home: Place
    places: tuple[type[Place], ...]
    build: Callable[[], Page]
    is_first: bool = False
