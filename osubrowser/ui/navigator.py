"""Which place is open: tabs and closable places, the history of each, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from osubrowser.models.plain_text import plain
from osubrowser.services.places import AppPlace
from osubrowser.services.tasks import TaskScope
from osubrowser.ui.history import History
from osubrowser.ui.open_places import Beside, Kind, Snapshot, View

if TYPE_CHECKING:
    from osubrowser.services.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.tabs import Tab
    from osubrowser.ui.theme import Theme

NOT_ON_THE_WEBSITE: Final = "This page belongs to osubrowser: the website has none of it."
_WAITS: Final = "Sign in or open the demo first; this opens then."
_SEEN_AFTER: Final = 1000  # milliseconds that a place is on screen before it counts as seen
_KEPT_VIEWS: Final = 10  # tabs and closable places whose histories keep the state of pages


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
        tabs: Sequence[Tab],
        welcome: Callable[[], Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds = [Kind(tab) for tab in tabs]
        self._fixed = [View(History(tab.home), tab) for tab in tabs if tab.is_fixed]
        self._beside = Beside()
        self._build_welcome = welcome
        self._welcome: Page | None = None
        fixed = [tab for tab in tabs if tab.is_fixed]
        first = next((n for n, tab in enumerate(fixed) if tab.is_first), 0)
        self._current = self._fixed[first]
        self._last_fixed = self._current
        self._recent: list[View] = []
        self._waiting: Place | None = None
        self._has_session = False
        self._expects_session = False
        self._warming = TaskScope()
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_SEEN_AFTER)
        self._looking.timeout.connect(self._tell_seen)
        self.stack = QStackedWidget(parent)
        theme.changed.connect(self._on_theme_changed)

    # --- what is open ------------------------------------------------------------------------

    @property
    def index(self) -> int | None:
        """Which tab is the current one, from 0; None for a closable place."""
        current = self._current
        return self._fixed.index(current) if current in self._fixed else None

    @property
    def place_index(self) -> int | None:
        """Which closable place is the current one, from 0; None for a tab."""
        views = self._beside.views
        return views.index(self._current) if self._current in views else None

    @property
    def places(self) -> list[tuple[Place, str]]:
        """Place and title of each closable place, from left to right."""
        return [(view.place, view.title) for view in self._beside.views]

    @property
    def can_reopen(self) -> bool:
        """Whether a place was closed that can be opened again."""
        return self._beside.can_reopen

    @property
    def is_welcome(self) -> bool:
        """Whether the welcome page covers the tabs."""
        return self._welcome is not None and self.stack.currentWidget() is self._welcome

    @property
    def page(self) -> Page | None:
        """The page that is seen: of the current place, or the welcome page."""
        return self._welcome if self.is_welcome else self._kind.page

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
        return self._kind_of(place) is not None

    def snapshot(self) -> Snapshot:
        """Return what is open, to be kept for the next start."""
        tabs = {view.tab.key: view.place for view in self._fixed if view.tab is not None}
        at, tab = self.place_index, self._current.tab
        current = tab.key if tab is not None else at if at is not None else ""
        return Snapshot(tabs, tuple(self.places), current)

    # --- going places ------------------------------------------------------------------------

    def open(self, place: Place, how: str = "here") -> None:
        """Open a place.

        Args:
            place: where to; what has no page here opens in the web browser.
            how: `here`; `background` (a closable place, what is seen stays), `new` (the same, and
                go there) or `web`.
        """
        kind = self._kind_of(place)
        if isinstance(place, AppPlace) and (kind is None or how == "web"):
            self.message_requested.emit("info", NOT_ON_THE_WEBSITE)
        elif how == "web" or kind is None:
            self.web_requested.emit(place)
        elif how in ("background", "new"):
            self._open_beside(kind, place, stay=how == "background")
        else:
            self._keep_state()
            self._current = self._view_for(kind, place)
            self._enter(self._current, place)
            if not self._may_show:
                self._waiting = place
                self.message_requested.emit("info", _WAITS)
            self._show_or_wait()

    def select(self, index: int) -> None:
        """Switch to a tab, from 0; its page is as it was left."""
        if 0 <= index < len(self._fixed):
            self._select(self._fixed[index])

    def select_place(self, position: int) -> None:
        """Switch to a closable place, from 0."""
        if 0 <= position < len(self._beside):
            self._select(self._beside.views[position])

    def step_tab(self, step: int) -> None:
        """Switch to the next (1) or the one before (-1) of all tabs and closable places."""
        views = [*self._fixed, *self._beside.views]
        self._select(views[(views.index(self._current) + step) % len(views)])

    def close_place(self, position: int | None = None) -> None:
        """Close a closable place, or the current one; a tab stays."""
        at = self.place_index if position is None else position
        if at is None or not 0 <= at < len(self._beside):
            return
        view = self._beside.close(at)
        for kind in self._kinds:
            if kind.view is view:
                kind.let_go()
        opener, view.opener = view.opener, None
        if view is self._current:
            left = self._beside.views
            neighbour = left[min(at, len(left) - 1)] if left else self._last_fixed
            is_open = opener in left or opener in self._fixed
            self._current = opener if opener is not None and is_open else neighbour
            self._show_or_wait()
        else:
            self._tell()

    def close_other_places(self, position: int) -> None:
        """Close all closable places but one."""
        for at in reversed(range(len(self._beside))):
            if at != position:
                self.close_place(at)

    def reopen_closed(self) -> None:
        """Open the closable place again that was closed last."""
        view = self._beside.reopen()
        if view is not None:
            self._select(view)

    def move_place(self, start: int, to: int) -> None:
        """Put a closable place elsewhere in the order."""
        self._beside.move(start, to)
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
        for view in (*self._fixed, *self._beside.views):
            view.history.forget_states()
        for kind in self._kinds:
            kind.let_go()
        if self._has_session and not self.is_welcome:
            self._show()

    def show_welcome(self) -> None:
        """Cover the tabs with the welcome page."""
        if self._welcome is None:
            self._welcome = self._adopt(self._build_welcome())
        self.stack.setCurrentWidget(self._welcome)
        self._tell()

    def await_session(self) -> None:
        """Show the current tab's page, still without its place: a session is being restored."""
        self._expects_session = True
        self.stack.setCurrentWidget(self._page_of(self._kind))
        self._tell()

    def set_session(self, has_session: bool) -> None:
        """Begin with another session, or with none: what was loaded belonged to the one before."""
        self._has_session = has_session
        self._expects_session = False
        self._warming.cancel_all()
        for view in (*self._fixed, *self._beside.views):
            view.history.forget_states()
            view.seen = None
        for kind in self._kinds:
            kind.view = kind.shown = None
        if has_session:
            self._show()
        else:
            for kind in self._kinds:
                kind.let_go()
            self.show_welcome()

    def restore(self, kept: Snapshot) -> None:
        """Put what was open in place of what is; what waits for a session is opened after it.

        Nothing is shown by this: `set_session` follows.
        """
        self._fixed = [
            View(History(_kept_place(kept, tab)), tab) for view in self._fixed if (tab := view.tab)
        ]
        for kind in self._kinds:
            kind.let_go()
        self._beside.replace_all(
            tuple((place, title) for place, title in kept.beside if self.has_page(place))
        )
        self._current = self._named(kept.current)
        self._last_fixed = self._current if self._current.tab is not None else self._fixed[0]
        self._recent.clear()
        waiting, self._waiting = self._waiting, None
        wanted = None if waiting is None else self._kind_of(waiting)
        if waiting is not None and wanted is not None:
            self._current = self._view_for(wanted, waiting)
            self._enter(self._current, waiting)

    def leave(self) -> None:
        """Stop what every page has under way: the window closes."""
        self._looking.stop()
        self._warming.cancel_all()
        for kind in self._kinds:
            if kind.page is not None:
                kind.page.leave()
        if self._welcome is not None:
            self._welcome.leave()

    # --- inside ------------------------------------------------------------------------------

    @property
    def _kind(self) -> Kind:
        """The kind of the current place."""
        kind = self._kind_of(self._current.place)
        if kind is None:  # nothing of the kind is ever put into a history
            raise LookupError(f"no page for {self._current.place}")
        return kind

    def _kind_of(self, place: Place) -> Kind | None:
        return next((one for one in self._kinds if one.tab.takes(place)), None)

    def _named(self, current: str | int) -> View:
        views, tabs = self._beside.views, self._fixed
        if isinstance(current, int):
            return views[current] if 0 <= current < len(views) else tabs[0]
        first = next((view for view in tabs if view.tab is not None and view.tab.is_first), tabs[0])
        return next((view for view in tabs if view.tab and view.tab.key == current), first)

    def _view_for(self, kind: Kind, place: Place) -> View:
        """Return where a place opens: a closable place keeps what is opened from it.

        The program's own pages take nobody's place: each has one of its own.
        """
        current = self._current
        if not kind.tab.is_fixed:
            of_kind = (v for v in (current, *self._beside.views) if kind.tab.takes(v.place))
            found = next(of_kind, None)
            if found is None:
                found = self._beside.add(place, after=current)
                found.opener = current
            return found
        if current.tab is None and not self.is_welcome:
            return current
        return next(view for view in self._fixed if view.tab is kind.tab)

    def _open_beside(self, kind: Kind, place: Place, *, stay: bool) -> None:
        if self._beside.is_full:
            self.message_requested.emit(
                "warning", "No more places fit beside the tabs. Close one of them first."
            )
            return
        view = self._beside.add(place, after=self._current)
        if not stay:
            view.opener = self._current
            self._select(view)
            return
        if self._has_session and kind.tab.warm is not None:
            self._warming.start(self._warm(view, place), key=f"view-{id(view)}")
        self.message_requested.emit("info", "It is open beside the tabs.")
        self._tell()

    async def _warm(self, view: View, place: Place) -> None:
        """Have a place that waits in the background at hand when somebody goes there."""
        kind = self._kind_of(place)
        if kind is None or kind.tab.warm is None:
            return
        title = await kind.tab.warm(place)
        if title and view.is_fresh and view.place == place:
            view.history.current.title = title
            self.moved.emit()

    def _enter(self, view: View, place: Place) -> None:
        """Make a place the current one; nobody wants to go back to what was never seen."""
        if view.is_fresh and len(view.history) == 1:
            view.history.replace(place)
        else:
            view.history.visit(place)

    def _select(self, view: View) -> None:
        self._current = view
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
        if view.tab is not None:
            self._last_fixed = view
        page, entry = self._page_of(kind), view.history.current
        held = cast("QWidget | None", self.stack.window().focusWidget())
        in_stack = held is not None and self.stack.isAncestorOf(held)
        takes_over = in_stack and self.stack.currentWidget() is not page
        self.stack.setCurrentWidget(page)
        view.is_fresh = False
        self._note_recent(view)
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

    def _note_recent(self, view: View) -> None:
        """Let the histories that nobody looked into for long load anew: states hold rows."""
        if view in self._recent:
            self._recent.remove(view)
        self._recent.append(view)
        for old in self._recent[:-_KEPT_VIEWS]:
            old.history.forget_states()
        del self._recent[:-_KEPT_VIEWS]

    def _page_of(self, kind: Kind) -> Page:
        if kind.page is None:
            page = kind.page = self._adopt(kind.tab.build())
            page.place_changed.connect(
                lambda place, replace: self._on_page_place_changed(kind, place, replace)
            )
            page.title_changed.connect(lambda title: self._on_page_title_changed(kind, title))
            page.status_changed.connect(lambda text: self._on_page_status_changed(kind, text))
        return kind.page

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
        self._looking.start()

    def _tell_seen(self) -> None:
        """Say that the current place was seen, once what was asked for is there."""
        view, kind, page = self._current, self._kind, self.page
        if self.is_welcome or page is None or not kind.shows(view) or page.failure is not None:
            return
        if not page.is_settled:
            self._looking.start()
            return
        landmark = page.landmark()
        if landmark is not None and landmark[0] != view.seen:
            view.seen = landmark[0]
            self.seen.emit(landmark[0], plain(landmark[1], 300))

    def _on_page_place_changed(self, kind: Kind, place: Place, replace: bool) -> None:
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

    def _on_page_title_changed(self, kind: Kind, title: str) -> None:
        if kind.view is not None and kind.shows(kind.view):
            kind.view.history.current.title = title
            self.moved.emit()
            if kind.view is self._current:
                self._looking.start()

    def _on_page_status_changed(self, kind: Kind, text: str) -> None:
        kind.status = text
        if kind.view is self._current and not self.is_welcome and kind.shows(self._current):
            self.status_changed.emit(text)

    def _on_theme_changed(self) -> None:
        for page in [one.page for one in self._kinds] + [self._welcome]:
            if page is not None:
                self._dress(page)

    def _on_page_hue_changed(self, page: Page) -> None:
        self._dress(page)
        if page is self.page:
            self.moved.emit()

    def _dress(self, page: Page) -> None:
        page.dress(self._theme.stylesheet(page.hue), self._theme.colours(page.hue))


def _kept_place(kept: Snapshot, tab: Tab) -> Place:
    """Return what a tab had open, if it is for this tab; else its first place."""
    place = kept.tabs.get(tab.key)
    return place if place is not None and tab.takes(place) else tab.home
