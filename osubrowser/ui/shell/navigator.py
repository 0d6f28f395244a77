"""Which place is open: tabs and closable places, the history of each, and the ways between them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from osubrowser.services.places.places import AppPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.shell.open_tabs import OpenTabs
from osubrowser.ui.shell.page_stack import PageStack
from osubrowser.ui.shell.visit_tracker import VisitTracker

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.history import History
    from osubrowser.ui.shell.open_tabs import OpenTab, SavedState
    from osubrowser.ui.shell.page_kind import PageKind
    from osubrowser.ui.shell.page_stack import PageSlot
    from osubrowser.ui.style.theme import Theme

NOT_ON_THE_WEBSITE: Final = "This page belongs to osubrowser: the website has none of it."
_WAITS: Final = "Sign in or open the demo first; this opens then."


class Navigator(QObject):
    """Opens places in the pages that they belong to, inside one stack of widgets.

    Without a session only the welcome page is shown: what is opened meanwhile waits for it.

    Attributes:
        moved: another place, title, history or order of places is the current one.
        status_changed: the status text of what is shown.
        message_requested: `(level, text)` for the person.
        web_requested: an address to open in the web browser.
        sign_in_requested: a page asks for the welcome page.
        online_changed: whether osu! could be reached.
        seen: `(Place, title)`: a place was on screen, loaded, for a moment.
    """

    moved = Signal()
    status_changed = Signal(str)
    message_requested = Signal(str, str)
    web_requested = Signal(object)
    sign_in_requested = Signal()
    online_changed = Signal(bool)
    seen = Signal(object, str)

    def __init__(
        self,
        theme: Theme,
        tabs: Sequence[PageKind],
        welcome: Callable[[], Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage = PageStack(theme, tabs, welcome, parent)
        self.stack = self._stage.stack
        self._views = OpenTabs([tab for tab in tabs if tab.is_fixed])
        self._front: OpenTab | None = None  # what was shown last
        self._waiting: Place | None = None
        self._has_session = False
        self._expects_session = False
        self._warming = TaskScope()
        self._seeing = VisitTracker(self._on_screen, self)
        self._connect()

    def _connect(self) -> None:
        stage = self._stage
        stage.place_changed.connect(self._on_page_place_changed)
        stage.title_changed.connect(self._on_page_title_changed)
        stage.status_changed.connect(self._on_page_status_changed)
        stage.hue_changed.connect(self._on_page_hue_changed)
        stage.open_requested.connect(self.open)
        stage.message_requested.connect(self.message_requested)
        stage.sign_in_requested.connect(self.sign_in_requested)
        stage.online_changed.connect(self.online_changed)
        self._seeing.seen.connect(self.seen)

    # --- what is open ------------------------------------------------------------------------

    @property
    def index(self) -> int | None:
        """Which tab is the current one, from 0; None for a closable place."""
        return self._views.tab_index

    @property
    def place_index(self) -> int | None:
        """Which closable place is the current one, from 0; None for a tab."""
        return self._views.place_index

    @property
    def places(self) -> list[tuple[Place, str]]:
        """Place and title of each closable place, from left to right."""
        return [(view.place, view.title) for view in self._views.beside]

    @property
    def can_reopen(self) -> bool:
        """Whether a place was closed that can be opened again."""
        return self._views.can_reopen

    @property
    def is_welcome(self) -> bool:
        """Whether the welcome page covers the tabs."""
        return self._stage.welcome is not None

    @property
    def page(self) -> Page | None:
        """The page that is seen: of the current place, or the welcome page."""
        return self._stage.welcome or self._kind.page

    @property
    def place(self) -> Place:
        """The place that is current, seen or not."""
        return self._current.place

    @property
    def history(self) -> History:
        """The history of the current tab or closable place."""
        return self._current.history

    @property
    def title(self) -> str:
        """The title of what is seen."""
        return "Welcome" if self.is_welcome else self._current.title

    @property
    def status(self) -> str:
        """The status text of what is seen."""
        return "" if self.is_welcome or not self._kind.shows(self._current) else self._kind.status

    @property
    def hue(self) -> int:
        """The hue of what is seen."""
        page = self.page
        return page.hue if page is not None else self._kind.tab.hue

    def has_page(self, place: Place) -> bool:
        """Whether a place can be shown here; else it opens in the web browser."""
        return self._stage.kind_of(place) is not None

    def snapshot(self) -> SavedState:
        """Return what is open, to be kept for the next start."""
        return self._views.snapshot()

    # --- going places ------------------------------------------------------------------------

    def open(self, place: Place, how: str = "here") -> None:
        """Open a place.

        Args:
            place: where to; what has no page here opens in the web browser.
            how: `here`; `background` (a closable place, what is seen stays), `new` (the same, and
                go there) or `web`.
        """
        kind = self._stage.kind_of(place)
        if isinstance(place, AppPlace) and (kind is None or how == "web"):
            self.message_requested.emit("info", NOT_ON_THE_WEBSITE)
        elif how == "web" or kind is None:
            self.web_requested.emit(place)
        elif how in ("background", "new"):
            self._open_beside(kind, place, stay=how == "background")
        else:
            self._keep_state()
            self._views.enter(kind.tab, place, covered=self.is_welcome)
            if not self._may_show:
                self._waiting = place
                self.message_requested.emit("info", _WAITS)
            self._show_or_wait()

    def select(self, index: int) -> None:
        """Switch to a tab, from 0; its page is as it was left."""
        if 0 <= index < len(self._views.tabs):
            self._select(self._views.tabs[index])

    def select_place(self, position: int) -> None:
        """Switch to a closable place, from 0."""
        if 0 <= position < len(self._views.beside):
            self._select(self._views.beside[position])

    def step_tab(self, step: int) -> None:
        """Switch to the next (1) or the one before (-1) of all tabs and closable places."""
        self._select(self._views.step(step))

    def close_place(self, position: int | None = None) -> None:
        """Close a closable place, or the current one; a tab stays."""
        at = self.place_index if position is None else position
        if at is None or not 0 <= at < len(self._views.beside):
            return
        before = self._current
        view = self._views.close(at)
        for kind in self._stage.kinds:
            if kind.view is view:
                kind.let_go()
        if view is before:
            self._show_or_wait()
        else:
            self._tell()

    def close_other_places(self, position: int) -> None:
        """Close all closable places but one."""
        for at in reversed(range(len(self._views.beside))):
            if at != position:
                self.close_place(at)

    def reopen_closed(self) -> None:
        """Open the closable place again that was closed last."""
        view = self._views.reopen()
        if view is not None:
            self._select(view)

    def move_place(self, start: int, to: int) -> None:
        """Put a closable place elsewhere in the order."""
        self._views.move(start, to)
        self._tell()

    def go(self, steps: int) -> None:
        """Go back (negative) or forward in the current history."""
        if self.is_welcome:
            if self._has_session and steps < 0:
                self._show()
            return
        self._keep_state()
        if self.history.go(steps) is not None:
            self._show()

    def go_home(self) -> None:
        """Open the first place of the current tab, or of the kind of page that is open."""
        self.open(self._kind.tab.home)

    def reload(self) -> None:
        """Ask the server again for what is seen."""
        page = self.page
        if page is not None:
            page.reload()

    def show_anew(self) -> None:
        """Show everything as it is to be shown from now on: a setting has changed."""
        self._views.forget_states()
        for kind in self._stage.kinds:
            kind.let_go()
        if self._may_show and not self.is_welcome:
            self._show()

    def show_welcome(self) -> None:
        """Cover the tabs with the welcome page."""
        self._stage.show_welcome()
        self._tell()

    def await_session(self) -> None:
        """Show the current tab's page, still without its place: a session is being restored."""
        self._expects_session = True
        self._stage.show_page(self._stage.page_of(self._kind))
        self._tell()

    def set_session(self, has_session: bool) -> None:
        """Begin with another session, or with none: what was loaded belonged to the one before."""
        self._has_session = has_session
        self._expects_session = False
        self._warming.cancel_all()
        self._views.forget_states()
        for view in self._views.views:
            view.seen = None
        for kind in self._stage.kinds:
            kind.view = kind.shown = None
        if has_session:
            self._show()
        else:
            for kind in self._stage.kinds:
                kind.let_go()
            self.show_welcome()

    def restore(self, kept: SavedState) -> None:
        """Put what was open in place of what is; what waits for a session is opened after it.

        Nothing is shown by this: `set_session` follows.
        """
        for kind in self._stage.kinds:
            kind.let_go()
        fits = tuple((place, title) for place, title in kept.beside if self.has_page(place))
        self._views.restore(dataclasses.replace(kept, beside=fits))
        waiting, self._waiting = self._waiting, None
        wanted = None if waiting is None else self._stage.kind_of(waiting)
        if waiting is not None and wanted is not None:
            self._views.enter(wanted.tab, waiting, covered=self.is_welcome)

    def leave(self) -> None:
        """Stop what every page has under way: the window closes."""
        self._seeing.stop()
        self._warming.cancel_all()
        self._stage.leave()

    # --- inside ------------------------------------------------------------------------------

    @property
    def _current(self) -> OpenTab:
        return self._views.current

    @property
    def _kind(self) -> PageSlot:
        """The kind of the current place."""
        kind = self._stage.kind_of(self._current.place)
        if kind is None:  # nothing of the kind is ever put into a history
            raise LookupError(f"no page for {self._current.place}")
        return kind

    def _open_beside(self, kind: PageSlot, place: Place, *, stay: bool) -> None:
        if self._views.is_full:
            self.message_requested.emit(
                "warning", "No more places fit beside the tabs. Close one of them first."
            )
            return
        view = self._views.add(place)
        if not stay:
            view.opener = self._current
            self._select(view)
            return
        if self._has_session and kind.tab.warm is not None:
            self._warming.start(self._warm(view, place), key=f"view-{id(view)}")
        self.message_requested.emit("info", "It is open beside the tabs.")
        self._tell()

    async def _warm(self, view: OpenTab, place: Place) -> None:
        """Have a place that waits in the background at hand when somebody goes there."""
        kind = self._stage.kind_of(place)
        if kind is None or kind.tab.warm is None:
            return
        title = await kind.tab.warm(place)
        if title and view.is_fresh and view.place == place:
            view.history.current.title = title
            self.moved.emit()

    def _select(self, view: OpenTab) -> None:
        self._views.current = view
        self._show_or_wait()

    def _keep_state(self) -> None:
        kind = self._kind
        if kind.shows(self._current):
            kind.keep_state()

    @property
    def _may_show(self) -> bool:
        """Whether the current place can be shown: the program's own pages need no session."""
        return self._has_session or isinstance(self._current.place, AppPlace)

    def _show_or_wait(self) -> None:
        if self._may_show:
            self._show()
        elif self._expects_session:
            self.await_session()
        else:
            self.show_welcome()

    def _show(self) -> None:
        view, kind = self._current, self._kind
        self._waiting = None
        if view is not self._front:
            self._front, view.seen = view, None  # coming back is seeing it again
        page, entry = self._stage.page_of(kind), view.history.current
        held = cast("QWidget | None", self.stack.window().focusWidget())
        in_stack = held is not None and self.stack.isAncestorOf(held)
        takes_over = in_stack and self.stack.currentWidget() is not page
        self._stage.show_page(page)
        self._views.note_shown()
        if not kind.shows(view):
            if kind.view is not view:
                kind.keep_state()
            kind.view, kind.shown, state = view, entry.place, entry.state
            kind.status = ""
            entry.state = None
            page.show_place(entry.place, state)
        if takes_over:  # else Qt hands the focus to whatever comes next
            page.take_focus()
        self._tell()

    def _tell(self) -> None:
        self.moved.emit()
        self.status_changed.emit(self.status)
        self._seeing.begin()

    def _on_screen(self) -> tuple[OpenTab, Page] | None:
        """Return what is in front and its page, unless the page shows something else yet."""
        view, kind, page = self._current, self._kind, self.page
        is_there = not self.is_welcome and page is not None and kind.shows(view)
        return (view, page) if page is not None and is_there else None

    def _on_page_place_changed(self, kind: PageSlot, place: Place, replace: bool) -> None:
        view = kind.view
        if view is None:
            return
        if replace:
            view.history.replace(place)
        else:
            kind.keep_state()
            view.history.visit(place)
        kind.shown = place
        if view is self._current:
            self.moved.emit()

    def _on_page_title_changed(self, kind: PageSlot, title: str) -> None:
        if kind.view is not None and kind.shows(kind.view):
            kind.view.history.current.title = title
            self.moved.emit()
            if kind.view is self._current:
                self._seeing.begin()

    def _on_page_status_changed(self, kind: PageSlot, text: str) -> None:
        kind.status = text
        if kind.view is self._current and not self.is_welcome and kind.shows(self._current):
            self.status_changed.emit(text)

    def _on_page_hue_changed(self, page: Page) -> None:
        if page is self.page:
            self.moved.emit()
