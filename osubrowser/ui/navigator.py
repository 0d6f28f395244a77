"""Which place is open: the pages of the tabs, the history of each, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from osubrowser.ui.history import History

if TYPE_CHECKING:
    from osubrowser.services.places import Place
    from osubrowser.ui.history import Entry
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.tabs import Tab
    from osubrowser.ui.theme import Theme


@dataclass(slots=True)
class _Open:
    """A tab with what has come of it: `shown` is the place that its page really shows."""

    tab: Tab
    history: History = field(init=False)
    page: Page | None = None
    shown: Place | None = None
    title: str = ""
    status: str = ""

    def __post_init__(self) -> None:
        self.history = History(self.tab.home)


class Navigator(QObject):
    """Opens places in the pages that they belong to, inside one stack of widgets.

    Without a session only the welcome page is shown: what is opened meanwhile waits for it.

    Attributes:
        moved: another place, title or history is the current one.
        status_changed: the status text of what is shown.
        message_requested: `(level, text)` for the person.
        web_requested: an address to open in the web browser.
        sign_in_requested: a page asks for the welcome page.
        online_changed: whether osu! could be reached.
    """

    moved = Signal()
    status_changed = Signal(str)
    message_requested = Signal(str, str)
    web_requested = Signal(object)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        tabs: Sequence[Tab],
        welcome: Callable[[], Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = [_Open(tab) for tab in tabs]
        self._build_welcome = welcome
        self._welcome: Page | None = None
        self._current = next((n for n, tab in enumerate(tabs) if tab.is_first), 0)
        self._has_session = False
        self.stack = QStackedWidget(parent)
        theme.changed.connect(self._on_theme_changed)

    # --- what is open ------------------------------------------------------------------------

    @property
    def index(self) -> int:
        """Which tab is the current one, from 0."""
        return self._current

    @property
    def is_welcome(self) -> bool:
        """Whether the welcome page covers the tabs."""
        return self._welcome is not None and self.stack.currentWidget() is self._welcome

    @property
    def page(self) -> Page | None:
        """The page that is seen: of the current tab, or the welcome page."""
        return self._welcome if self.is_welcome else self._open[self._current].page

    @property
    def place(self) -> Place:
        """The place that the current tab is at, seen or not."""
        return self.history.current.place

    @property
    def history(self) -> History:
        """The history of the current tab."""
        return self._open[self._current].history

    @property
    def title(self) -> str:
        """The title of what is seen."""
        return "Welcome" if self.is_welcome else self._open[self._current].title

    @property
    def status(self) -> str:
        """The status text of what is seen."""
        return "" if self.is_welcome else self._open[self._current].status

    @property
    def hue(self) -> int:
        """The hue of what is seen."""
        page = self.page
        return page.hue if page is not None else self._open[self._current].tab.hue

    # --- going places ------------------------------------------------------------------------

    def open(self, place: Place, how: str = "here") -> None:
        """Open a place.

        Args:
            place: where to; what has no page here opens in the web browser.
            how: `here`, `background` (without leaving what is seen) or `web`.
        """
        index = self._index_of(place)
        if how == "web" or index is None:
            self.web_requested.emit(place)
        elif how == "background":
            self._open_behind(index, place)
        else:
            self._keep_state()
            self._current = index
            self._enter(self._open[index], place)
            self._show_or_wait()

    def select(self, index: int) -> None:
        """Switch to a tab, from 0; its page is as it was left."""
        if 0 <= index < len(self._open):
            self._current = index
            self._show_or_wait()

    def go(self, steps: int) -> None:
        """Go back (negative) or forward in the current tab's history."""
        if self.is_welcome:
            if self._has_session and steps < 0:
                self._show()
            return
        self._keep_state()
        if self.history.go(steps) is not None:
            self._show()

    def go_home(self) -> None:
        """Open the current tab's first place."""
        self.open(self._open[self._current].tab.home)

    def reload(self) -> None:
        """Ask the server again for what is seen."""
        page = self.page
        if page is not None:
            page.reload()

    def show_welcome(self) -> None:
        """Cover the tabs with the welcome page."""
        if self._welcome is None:
            self._welcome = self._adopt(self._build_welcome())
        self.stack.setCurrentWidget(self._welcome)
        self._tell()

    def await_session(self) -> None:
        """Show the current tab's page, still without its place: a session is being restored."""
        tab = self._open[self._current]
        self.stack.setCurrentWidget(self._page_of(tab))
        self._tell()

    def set_session(self, has_session: bool) -> None:
        """Begin with another session, or with none: what was loaded belonged to the one before."""
        self._has_session = has_session
        for tab in self._open:
            tab.shown = None
            tab.history.forget_states()
        if has_session:
            self._show()
        else:
            for tab in self._open:
                if tab.page is not None:
                    tab.page.leave()
            self.show_welcome()

    def leave(self) -> None:
        """Stop what every page has under way: the window closes."""
        for tab in self._open:
            if tab.page is not None:
                tab.page.leave()
        if self._welcome is not None:
            self._welcome.leave()

    # --- inside ------------------------------------------------------------------------------

    def has_page(self, place: Place) -> bool:
        """Whether a place can be shown here; else it opens in the web browser."""
        return self._index_of(place) is not None

    def _index_of(self, place: Place) -> int | None:
        matches = (i for i, one in enumerate(self._open) if isinstance(place, one.tab.places))
        return next(matches, None)

    def _open_behind(self, index: int, place: Place) -> None:
        tab = self._open[index]
        if index == self._current and not self.is_welcome:
            tab.history.queue(place)
            self.message_requested.emit("info", "It is next: Forward opens it.")
        else:
            if tab.page is not None and tab.shown is not None:
                tab.history.current.state = tab.page.save_state()
            self._enter(tab, place)
            self.message_requested.emit("info", f"It is open in the tab {tab.tab.title}.")
        self._tell()

    def _enter(self, tab: _Open, place: Place) -> None:
        """Make a place the current one of a tab; nobody wants to go back to what was never seen."""
        if tab.shown is None and len(tab.history) == 1:
            tab.history.replace(place)
        else:
            tab.history.visit(place)

    def _keep_state(self) -> None:
        tab = self._open[self._current]
        if tab.page is not None and tab.shown == tab.history.current.place:
            tab.history.current.state = tab.page.save_state()

    def _show_or_wait(self) -> None:
        if self._has_session:
            self._show()
            return
        self.message_requested.emit("info", "Sign in or open the demo first; this opens then.")
        self._tell()

    def _show(self) -> None:
        tab = self._open[self._current]
        page = self._page_of(tab)
        entry: Entry = tab.history.current
        held = cast("QWidget | None", self.stack.window().focusWidget())
        in_stack = held is not None and self.stack.isAncestorOf(held)
        takes_over = in_stack and self.stack.currentWidget() is not page
        self.stack.setCurrentWidget(page)
        if tab.shown != entry.place:
            tab.shown, state = entry.place, entry.state
            entry.state = None
            page.show_place(entry.place, state)
        if takes_over:  # else Qt hands the focus to whatever comes next
            page.take_focus()
        self._tell()

    def _page_of(self, tab: _Open) -> Page:
        if tab.page is None:
            page = tab.page = self._adopt(tab.tab.build())
            page.place_changed.connect(
                lambda place, replace: self._on_page_place_changed(tab, place, replace)
            )
            page.title_changed.connect(lambda title: self._on_page_title_changed(tab, title))
            page.status_changed.connect(lambda text: self._on_page_status_changed(tab, text))
        return tab.page

    def _adopt(self, page: Page) -> Page:
        page.setProperty("ground", True)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dress(page)
        page.hue_changed.connect(lambda: self._on_page_hue_changed(page))
        page.open_requested.connect(self.open)
        page.message_requested.connect(self.message_requested)
        page.sign_in_requested.connect(self.sign_in_requested)
        page.online_changed.connect(self.online_changed)
        self.stack.addWidget(page)
        return page

    def _tell(self) -> None:
        self.moved.emit()
        self.status_changed.emit(self.status)

    def _on_page_place_changed(self, tab: _Open, place: Place, replace: bool) -> None:
        if replace:
            tab.history.replace(place)
        else:
            if tab.page is not None and tab.shown is not None:
                tab.history.current.state = tab.page.save_state()
            tab.history.visit(place)
        tab.shown = place
        if tab is self._open[self._current]:
            self.moved.emit()

    def _on_page_title_changed(self, tab: _Open, title: str) -> None:
        tab.title = tab.history.current.title = title
        if tab is self._open[self._current]:
            self.moved.emit()

    def _on_page_status_changed(self, tab: _Open, text: str) -> None:
        tab.status = text
        if tab is self._open[self._current] and not self.is_welcome:
            self.status_changed.emit(text)

    def _on_theme_changed(self) -> None:
        for page in [one.page for one in self._open] + [self._welcome]:
            if page is not None:
                self._dress(page)

    def _on_page_hue_changed(self, page: Page) -> None:
        self._dress(page)
        if page is self.page:
            self.moved.emit()

    def _dress(self, page: Page) -> None:
        page.setStyleSheet(self._theme.stylesheet(page.hue))
        page.set_colours(self._theme.colours(page.hue))
