"""The pages in their stack: made when first needed, dressed in their hue, listened to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from osubrowser.ui.keys.keymap import come_in

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.open_tabs import OpenTab
    from osubrowser.ui.shell.page_kind import PageKind
    from osubrowser.ui.style.theme import Theme


@dataclass(slots=True, eq=False)
class PageSlot:
    """One kind of page and whom it serves: there is one page object for all views of a kind.

    Attributes:
        tab: how the page is made, and which places are of this kind.
        page: None until it is first needed.
        view: for which view it shows something.
        shown: the place that it shows; None when that is not to be relied on.
        status: what the page last said for the status line.
    """

    tab: PageKind
    page: Page | None = None
    view: OpenTab | None = None
    shown: Place | None = None
    status: str = ""

    def shows(self, view: OpenTab) -> bool:
        """Whether the page shows what is current in a view."""
        return self.view is view and self.shown == view.place

    def keep_state(self) -> None:
        """Keep the page's state in the history of the view that it serves, before it goes on."""
        if self.page is not None and self.view is not None and self.shows(self.view):
            self.view.history.current.state = self.page.save_state()

    def let_go(self) -> None:
        """Stop what the page has under way; it serves nobody any more."""
        self.view = self.shown = None
        if self.page is not None:
            self.page.leave()


class PageStack(QObject):
    """One page for each kind of place, and the welcome page that can cover them all.

    Args:
        theme: what pages wear.
        tabs: the kinds of page.
        welcome: makes the welcome page.

    Attributes:
        stack: the widget that shows one page at a time.
        place_changed: `(Kind, Place, replace)`: a page moved on by its own controls.
        title_changed, status_changed: `(Kind, text)`: what a page says about what it shows.
        hue_changed: `Page`: it wears another hue now.
        open_requested, message_requested, sign_in_requested, online_changed: as those of `Page`.
    """

    place_changed = Signal(object, object, bool)
    title_changed = Signal(object, str)
    status_changed = Signal(object, str)
    hue_changed = Signal(object)
    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        tabs: Sequence[PageKind],
        welcome: Callable[[], Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.kinds = [PageSlot(tab) for tab in tabs]
        self.stack = QStackedWidget(parent)
        self._build_welcome = welcome
        self._welcome: Page | None = None
        theme.changed.connect(self._on_theme_changed)

    @property
    def welcome(self) -> Page | None:
        """The welcome page, if it is what is seen."""
        welcome = self._welcome
        is_seen = welcome is not None and self.stack.currentWidget() is welcome
        return welcome if is_seen else None

    def kind_of(self, place: Place) -> PageSlot | None:
        """Return the kind of page for a place; None if there is none."""
        return next((one for one in self.kinds if one.tab.takes(place)), None)

    def page_of(self, kind: PageSlot) -> Page:
        """Return the page of a kind."""
        if kind.page is None:
            page = kind.page = self._adopt(kind.tab.build())
            page.place_changed.connect(
                lambda place, replace: self.place_changed.emit(kind, place, replace)
            )
            page.title_changed.connect(lambda title: self.title_changed.emit(kind, title))
            page.status_changed.connect(lambda text: self.status_changed.emit(kind, text))
        return kind.page

    def show_page(self, page: Page) -> None:
        """Bring a page in front."""
        self.stack.setCurrentWidget(page)

    def show_welcome(self) -> None:
        """Cover everything with the welcome page."""
        if self._welcome is None:
            self._welcome = self._adopt(self._build_welcome())
        self.stack.setCurrentWidget(self._welcome)

    def leave(self) -> None:
        """Stop what every page has under way."""
        for page in self._pages():
            page.leave()

    def _pages(self) -> list[Page]:
        pages = [*(kind.page for kind in self.kinds), self._welcome]
        return [page for page in pages if page is not None]

    def _adopt(self, page: Page) -> Page:
        page.setProperty("ground", True)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dress(page)
        page.hue_changed.connect(lambda: self._on_page_hue_changed(page))
        page.open_requested.connect(self.open_requested)
        page.message_requested.connect(self.message_requested)
        page.sign_in_requested.connect(self.sign_in_requested)
        page.online_changed.connect(self.online_changed)
        self.stack.addWidget(page)
        come_in(page)
        return page

    def _on_theme_changed(self) -> None:
        for page in self._pages():
            self._dress(page)

    def _on_page_hue_changed(self, page: Page) -> None:
        self._dress(page)
        self.hue_changed.emit(page)

    def _dress(self, page: Page) -> None:
        page.dress(self._theme.stylesheet(page.hue), self._theme.colours(page.hue))
