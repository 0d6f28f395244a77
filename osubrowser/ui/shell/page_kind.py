"""Table of pages: the kinds of page, and the tabs, shortcuts and addresses derived from them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from osubrowser.services.places.places import AppPlace, ListPlace, ThingPlace
from osubrowser.services.places.replay_files import replay_place
from osubrowser.services.places.urls import HOME, parse, short
from osubrowser.ui.keys.shortcuts import (
    ADDRESS_KEYS,
    KEYS,
    TABLE_KEYS,
    WINDOW_KEYS,
    tab_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.services.places.places import Place
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class PageContext:
    """Parameters of the window for the construction of a page.

    Attributes:
        colours: palette of the kind's hue, in the current theme.
        has_page: whether a place opens in the window; else it opens in the web browser.
        shortcuts: every shortcut of the program, with its default sequences.
    """

    colours: Colours
    has_page: Callable[[Place], bool]
    shortcuts: Sequence[Key]


@dataclass(frozen=True, slots=True)
class AppPage:
    """Address of one of the program's own pages, which the website does not have.

    Attributes:
        name: the name of its `AppPlace`.
        title: its title in suggestions and in the menu.
        key: shortcut that opens it; None for none.
        menu: the block of the account menu that lists it; "" for none.
    """

    name: str
    title: str
    key: Key | None = None
    menu: Literal["library", "program", ""] = ""


def _no_imports() -> Iterable[object]:
    return ()


@dataclass(frozen=True, slots=True)
class Preload:
    """Modules that are imported before a page is first opened, as generator functions.

    Each step of a generator is one import statement (which PyInstaller can follow), followed by
    a `yield` of a name from that module.

    Attributes:
        models: modules without widgets, which are imported on a worker.
        widgets: all others, which are imported in the GUI thread; dependencies come first,
            so that each step is short.
    """

    models: Callable[[], Iterable[object]] = _no_imports
    widgets: Callable[[], Iterable[object]] = _no_imports


Settle = Callable[[], Awaitable[None]]
"""Waits until the loads of the page are done, and paints it; raises the page's failure."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Self-test of one place: its page loads without a failure and is painted.

    Attributes:
        place: the place to open.
        act: uses the page once it is loaded; may return the text to print.
        name: label to print; by default the short address.
        is_redirected: whether the page replaces the place by another one.
    """

    place: Place
    act: Callable[[Page, Settle], Awaitable[str | None]] | None = None
    name: str = ""
    is_redirected: bool = False


@dataclass(frozen=True, slots=True)
class PageKind:
    """Kind of page: a tab of the window, a page in the tab of another kind, or one beside the tabs.

    Attributes:
        key: identifier in code and settings, such as `rankings`.
        title: label of the tab.
        hue: degrees of the colour circle. A page may have another one for its contents.
        home: the place of a fresh tab.
        places: the types of place that open here; of `AppPlace` only those of `app_pages`, of
            `ThingPlace` and `ListPlace` only those of `things`.
        build: constructs the page; called once, when it is first shown.
        is_tab: whether there is a fixed tab; else its places open in closable tabs only, or in
            that of `tab`.
        tab: key of the kind in whose fixed tab the places of this one open; "" for none. Only for
            a kind without a fixed tab of its own.
        is_first: whether the window starts with this tab; without any, with the leftmost one.
        app_pages: the program's own pages that this kind shows.
        things: the `kind` of each `ThingPlace` and `ListPlace` that opens here.
        keys: shortcuts that only this page has, for the shortcut sheet; the page binds them.
        prefetch: loads the data of a place in a background tab into the cache, and returns its
            title, or "" on failure.
        preload: modules to import ahead.
        self_test: places that `--self-test` opens; at least one.
    """

    key: str
    title: str
    hue: int
    home: Place
    places: tuple[type[Place], ...]
    build: Callable[[PageContext], Page]
    is_tab: bool = True
    tab: str = ""
    is_first: bool = False
    app_pages: tuple[AppPage, ...] = ()
    things: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    prefetch: Callable[[Place], Awaitable[str]] | None = None
    preload: Preload = Preload()
    self_test: tuple[Visit, ...] = ()

    @property
    def in_tab(self) -> str:
        """Key of the kind in whose fixed tab its places open; "" if they open beside the tabs."""
        return self.key if self.is_tab else self.tab

    @property
    def names(self) -> Iterator[tuple[type[Place], str]]:
        """Type and name, or kind, of each place that opens here; "" for any place of a type."""
        for one in self.places:
            if issubclass(one, AppPlace):
                yield from ((one, page.name) for page in self.app_pages)
            elif issubclass(one, ThingPlace | ListPlace):
                yield from ((one, kind) for kind in self.things)
            else:
                yield one, ""

    def takes(self, place: Place) -> bool:
        """Return whether a place opens here."""
        return _name_of(place) in self.names


def _name_of(place: Place) -> tuple[type[Place], str]:
    if isinstance(place, AppPlace):
        return AppPlace, place.name
    if isinstance(place, ThingPlace | ListPlace):
        return type(place), place.kind
    return type(place), ""


class PageTable:
    """Table of the kinds of page, in the order of their tabs.

    Args:
        kinds: the kinds of page.

    Attributes:
        kinds: all of them.
        tabs: kinds with a fixed tab, from left to right.
        app_pages: the program's own pages.

    Raises:
        ValueError: a kind opens in the tab of a kind that has none.
    """

    def __init__(self, kinds: Iterable[PageKind]) -> None:
        self.kinds = tuple(kinds)
        self.tabs = tuple(kind for kind in self.kinds if kind.is_tab)
        self.app_pages: tuple[AppPage, ...] = tuple(
            page for kind in self.kinds for page in kind.app_pages
        )
        self._tab_by_key = {kind.key: kind for kind in self.tabs}
        self._kinds: dict[tuple[type[Place], str], PageKind] = {}
        for kind in self.kinds:
            for name in kind.names:
                self._kinds.setdefault(name, kind)
        for kind in self.kinds:
            if kind.tab and (kind.is_tab or kind.tab not in self._tab_by_key):
                raise ValueError(f"{kind.key} opens in the tab of {kind.tab}")

    # --- places ------------------------------------------------------------------------------

    def kind_of(self, place: Place) -> PageKind | None:
        """Return the kind of page that shows a place; None if there is none."""
        return self._kinds.get(_name_of(place))

    def tab_of(self, place: Place) -> PageKind | None:
        """Return the kind of the fixed tab in which a place opens; None if it opens beside them."""
        kind = self.kind_of(place)
        return None if kind is None else self._tab_by_key.get(kind.in_tab)

    def has_page(self, place: Place) -> bool:
        """Return whether a place opens in the window; else it opens in the web browser."""
        return self.kind_of(place) is not None

    def parse(self, text: str, *, origins: tuple[str, ...] = (HOME,)) -> Place | None:
        """Return the place of an address that the user has given; None if it is none.

        As `urls.parse`, which see for the arguments, with replay files, and without pages of the
        program that do not exist.
        """
        place = replay_place(text) or parse(text, origins=origins)
        return None if isinstance(place, AppPlace) and not self.has_page(place) else place

    @property
    def app_titles(self) -> dict[str, str]:
        """Titles of the program's own pages, by name."""
        return {page.name: page.title for page in self.app_pages}

    @property
    def example(self) -> str:
        """Example of an address: that of the first home that has one."""
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
        """Every shortcut of the program, of all pages."""
        own = dict.fromkeys(key for kind in self.kinds for key in kind.keys)
        return (*self.window_keys, *ADDRESS_KEYS, *TABLE_KEYS, *own)
