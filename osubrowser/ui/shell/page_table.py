"""Table of the kinds of page, and everything that is derived from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.places.places import AppPlace
from osubrowser.services.places.urls import HOME, parse, short
from osubrowser.ui.keys.shortcuts import ADDRESS_KEYS, KEYS, TABLE_KEYS, WINDOW_KEYS, tab_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osubrowser.services.places.places import Place
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.shell.page_kind import AppPage, PageKind


class PageTable:
    """The kinds of page in the order of their tabs: tabs, shortcuts, addresses, menu entries.

    Args:
        kinds: one row for each kind of page.

    Attributes:
        kinds: all of them.
        tabs: those with a fixed tab, from left to right.
        app_pages: the program's own pages.
    """

    def __init__(self, kinds: Iterable[PageKind]) -> None:
        self.kinds = tuple(kinds)
        self.tabs = tuple(kind for kind in self.kinds if kind.is_tab)
        self.app_pages: tuple[AppPage, ...] = tuple(
            page for kind in self.kinds for page in kind.app_pages
        )

    # --- places ------------------------------------------------------------------------------

    def kind_of(self, place: Place) -> PageKind | None:
        """Return the kind of page that shows a place; None if there is none."""
        return next((kind for kind in self.kinds if kind.takes(place)), None)

    def has_page(self, place: Place) -> bool:
        """Return whether a place opens in the window; else it opens in the web browser."""
        return self.kind_of(place) is not None

    def parse(self, text: str, *, origins: tuple[str, ...] = (HOME,)) -> Place | None:
        """Return the place of an address as `urls.parse` does; None for an unknown `AppPlace`."""
        place = parse(text, origins=origins)
        return None if isinstance(place, AppPlace) and not self.has_page(place) else place

    @property
    def app_titles(self) -> dict[str, str]:
        """Titles of the program's own pages, by the names of their places."""
        return {page.name: page.title for page in self.app_pages}

    @property
    def example(self) -> str:
        """An address that can be typed: that of the first home that has one."""
        return next(filter(None, (short(kind.home, HOME) for kind in self.kinds)), "")

    # --- shortcuts ---------------------------------------------------------------------------

    @property
    def tab_keys(self) -> tuple[Key, ...]:
        """The shortcut of each tab, from left to right."""
        return tuple(tab_key(number, kind.title) for number, kind in enumerate(self.tabs, 1))

    @property
    def window_keys(self) -> tuple[Key, ...]:
        """Every shortcut that the window binds."""
        opening = (page.key for page in self.app_pages if page.key is not None)
        return (*KEYS, *opening, *WINDOW_KEYS, *self.tab_keys)

    def shortcuts_on(self, kind: PageKind | None) -> tuple[Key, ...]:
        """Return every shortcut that works on a kind of page; None for the welcome page."""
        own = kind.keys if kind is not None else ()
        return (*self.window_keys, *ADDRESS_KEYS, *TABLE_KEYS, *own)

    @property
    def shortcuts(self) -> tuple[Key, ...]:
        """Every shortcut of the program, on whichever page."""
        own = (key for kind in self.kinds for key in kind.keys)
        return (*self.window_keys, *ADDRESS_KEYS, *TABLE_KEYS, *own)
