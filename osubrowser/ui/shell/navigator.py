"""Navigation between places: tabs, their histories, and the pages that show them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from osubrowser.services.places.places import ReplayPlace, is_local, is_on_website
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.open_tabs import OpenTabs, PageStack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.open_tabs import History, OpenTab, PageSlot, SavedState
    from osubrowser.ui.shell.page_kind import PageKind, PageTable
    from osubrowser.ui.style.theme import Theme
    from osubrowser.ui.widgets.segments import FillingStack


_AFTER: Final = 1000  # milliseconds on screen
_LONGEST: Final = 300


class VisitTracker(QObject):
    """Tracker that emits each visit once, after a delay that restarts when another place is shown.

    Args:
        shown: returns the tab in front and its page; None while the page shows another place.
        parent: the Qt parent.

    Attributes:
        timer: the delay.
        visited: `(Place, title)`, once for each place that becomes the current one of its tab.
    """

    visited = Signal(object, str)

    def __init__(self, shown: Callable[[], tuple[OpenTab, Page] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_AFTER)
        self.timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Start the delay: another place is shown, or its title has changed."""
        self.timer.start()

    def stop(self) -> None:
        """Stop the delay."""
        self.timer.stop()

    def _on_timeout(self) -> None:
        shown = self._shown()
        if shown is None or shown[1].failure is not None:
            return
        tab, page = shown
        if not page.is_settled:
            self.timer.start()
            return
        landmark = page.landmark()
        if landmark is not None and landmark[0] != tab.visited:
            tab.visited = landmark[0]
            self.visited.emit(landmark[0], plain(landmark[1], _LONGEST))


NOT_ON_THE_WEBSITE: Final = tr("This page belongs to osubrowser: the website does not have it.")
WAITS: Final = tr("Sign in or open the demo first; this opens then.")


class Navigator(QObject):
    """Controller of the open tabs: opens places in their pages, inside one stack of widgets.

    Without a session the welcome page covers the tabs until one of them is chosen: its page says
    that it needs a sign-in. Other places that are opened meanwhile are shown once there is a
    session.

    Every operation, however many pages it involves, emits each of the five `*_changed` signals at
    most once, after it is complete, and only if the value differs from the one emitted before.

    Args:
        theme: the styles of pages.
        table: the kinds of page.
        welcome: the kind of the welcome page.
        parent: the window.

    Attributes:
        place_changed: the current place, or where Back and Forward lead.
        title_changed: the title of the shown page.
        tabs_changed: the open tabs: their order, titles and addresses, and which is in front.
        hue_changed: the hue of the shown page.
        status_changed: the status text of the shown page.
        message_requested: `(level, text)`: show a message.
        web_requested: `Place`: open it in the web browser; a user wants it.
        web_offered: `Place`: it has no page; the user is to decide whether to open it there.
        sign_in_requested: open the welcome page.
        online_changed: whether osu! was reached.
        visited: `(Place, title)`: a loaded place was on screen for a while.
        follow_requested: the button of the shown page: follow its place, or edit that.
    """

    place_changed = Signal()
    title_changed = Signal(str)
    tabs_changed = Signal()
    hue_changed = Signal(int)
    status_changed = Signal(str)
    message_requested = Signal(str, str)
    web_requested = Signal(object)
    web_offered = Signal(object)
    sign_in_requested = Signal()
    online_changed = Signal(bool)
    visited = Signal(object, str)
    follow_requested = Signal(object)

    def __init__(
        self, theme: Theme, table: PageTable, welcome: PageKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = PageStack(theme, table, welcome, parent)
        self._tabs = OpenTabs(table)
        self._front: OpenTab | None = None  # the tab that was shown last
        self._waiting: Place | None = None
        self._has_session = False
        self._expects_session = False
        self._prefetches = TaskScope()
        self._visits = VisitTracker(self._shown_tab, self)
        self._depth = 0  # of nested operations
        self._told: dict[str, object] = {}  # last emitted value by signal
        self._stack.built.connect(self._on_page_built)
        self._visits.visited.connect(self.visited)

    # --- open places -------------------------------------------------------------------------

    @property
    def widget(self) -> FillingStack:
        """Widget with the pages."""
        return self._stack.widget

    @property
    def index(self) -> int | None:
        """Position of the current fixed tab, from 0; None for a closable one."""
        return self._tabs.tab_index

    @property
    def place_index(self) -> int | None:
        """Position of the current closable tab, from 0; None for a fixed one."""
        return self._tabs.place_index

    @property
    def places(self) -> list[tuple[Place, str]]:
        """Place and title of each closable tab, from left to right."""
        return [(tab.place, tab.title) for tab in self._tabs.beside]

    @property
    def can_reopen(self) -> bool:
        """Whether a closed tab can be opened again."""
        return self._tabs.can_reopen

    @property
    def is_welcome(self) -> bool:
        """Whether the welcome page covers the tabs."""
        return self._stack.is_welcome

    @property
    def kind(self) -> PageKind | None:
        """Kind of the shown page; None for the welcome page."""
        return None if self.is_welcome else self._slot.kind

    @property
    def page(self) -> Page | None:
        """The shown page: of the current place, or the welcome page."""
        return self._stack.welcome.page if self.is_welcome else self._slot.page

    @property
    def place(self) -> Place:
        """The current place, even while the welcome page covers it."""
        return self._current.place

    @property
    def history(self) -> History:
        """The history of the current tab; the fixed ones share theirs."""
        return self._current.history

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return self._has_session if self.is_welcome else self.history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place to go forward to."""
        return not self.is_welcome and self.history.can_go_forward

    @property
    def title(self) -> str:
        """Title of the shown page."""
        return self._stack.welcome.kind.title if self.is_welcome else self._current.title

    @property
    def status(self) -> str:
        """Status text of the shown page."""
        slot = self._slot
        return "" if self.is_welcome or not slot.shows(self._current) else slot.status

    @property
    def hue(self) -> int:
        """Hue of the shown page, in degrees."""
        return self._stack.welcome.hue if self.is_welcome else self._slot.hue

    def has_page(self, place: Place) -> bool:
        """Return whether a place opens in the window; else it opens in the web browser."""
        return self._stack.slot_of(place) is not None

    def snapshot(self) -> SavedState:
        """Return a snapshot of the open tabs, for the next start."""
        return self._tabs.snapshot()

    # --- navigation --------------------------------------------------------------------------

    def open(self, place: Place, how: str = "here") -> None:
        """Open a place.

        Args:
            place: the place; one without a page opens in the web browser.
            how: `here`, `background` (a new closable tab behind the current one), `new` (a closable
                tab in front), or `web`.
        """
        slot = self._stack.slot_of(place)
        if not is_on_website(place) and (slot is None or how == "web"):
            self.message_requested.emit("info", NOT_ON_THE_WEBSITE)
        elif how == "web" or slot is None:
            self.web_requested.emit(place)
        elif how in ("background", "new"):
            self._open_beside(slot, place, stay=how == "background")
        else:
            with self._one_change():
                self._save_state()
                self._tabs.enter(slot.kind, place, covered=self.is_welcome)
                if not self._may_show:
                    self._waiting = place
                    self.message_requested.emit("info", WAITS)
                self._show_or_wait()

    def select(self, index: int) -> None:
        """Switch to a fixed tab, from 0, and to its page; the one in front goes to its home."""
        if not 0 <= index < len(self._tabs.tabs):
            return
        tab = self._tabs.tabs[index]
        kind = tab.kind
        if tab is self._current and not self.is_welcome and kind and tab.place != kind.home:
            self.open(kind.home)
        else:
            self._select(tab)

    def select_place(self, position: int) -> None:
        """Switch to a closable tab, from 0."""
        if 0 <= position < len(self._tabs.beside):
            self._select(self._tabs.beside[position])

    def step_tab(self, step: int) -> None:
        """Switch to the next (1) or previous (-1) of all tabs, cyclically."""
        self._select(self._tabs.step(step))

    def close_place(self, position: int | None = None) -> None:
        """Close a closable tab, by default the current one; a fixed tab stays."""
        at = self.place_index if position is None else position
        if at is None or not 0 <= at < len(self._tabs.beside):
            return
        with self._one_change():
            before = self._current
            tab = self._tabs.close(at)
            for slot in self._stack.slots:
                if slot.tab is tab:
                    slot.release()
            if tab is before:
                self._show_or_wait()

    def close_other_places(self, position: int) -> None:
        """Close all closable tabs but one."""
        with self._one_change():
            for at in reversed(range(len(self._tabs.beside))):
                if at != position:
                    self.close_place(at)

    def reopen_closed(self) -> None:
        """Reopen the closable tab that was closed last."""
        tab = self._tabs.reopen()
        if tab is not None:
            self._select(tab)

    def move_place(self, start: int, to: int) -> None:
        """Move a closable tab to another position."""
        with self._one_change():
            self._tabs.move(start, to)

    def go(self, steps: int) -> None:
        """Go back (negative) or forward in the current history by a number of steps."""
        with self._one_change():
            if self.is_welcome:
                if self._has_session and steps < 0:
                    self._show()
                return
            self._save_state()
            if self._tabs.go(steps):
                self._show()

    def go_home(self) -> None:
        """Open the home of the current kind of page; from there, that of the fixed tab."""
        home, kind = self._slot.kind.home, self._current.kind
        is_there = kind is not None and self._current.place == home
        self.open(kind.home if kind is not None and is_there else home)

    def reload(self) -> None:
        """Reload the shown page."""
        page = self.page
        if page is not None:
            page.reload()

    def focus_page(self) -> None:
        """Set the focus to the shown page."""
        page = self.page
        if page is not None:
            page.take_focus()

    def hold_page(self) -> None:
        """Leave the page of the current tab unbuilt until `release_page`."""
        self._stack.hold()

    def release_page(self) -> None:
        """Build and show the page of the current tab, and set the focus to it."""
        with self._one_change():
            self._stack.release()
        self.focus_page()

    def show_anew(self) -> None:
        """Show everything again without saved states, after a change of a setting."""
        with self._one_change():
            self._tabs.forget_states()
            for slot in self._stack.slots:
                slot.release()
            if not self._expects_session and not self.is_welcome:
                self._show()

    def show_welcome(self) -> None:
        """Cover the tabs with the welcome page."""
        with self._one_change():
            self._stack.show_page(self._stack.welcome)
            self._visits.start()

    def await_session(self) -> None:
        """Show the current page without its place, while a session is being restored."""
        with self._one_change():
            self._expects_session = True
            self._stack.show_page(self._slot)
            self._visits.start()

    def set_session(self, has_session: bool) -> None:
        """Reset all pages for another session, or for none; files that are shown stay open."""
        with self._one_change():
            self._has_session = has_session
            self._expects_session = False
            self._prefetches.cancel_all()
            self._tabs.forget_states()
            for tab in self._tabs.all:
                tab.visited = None
            for slot in self._stack.slots:
                slot.tab = slot.shown = None
            if has_session:
                self._show()
                return
            stays = isinstance(self._current.place, ReplayPlace) and not self.is_welcome
            for slot in self._stack.slots:
                slot.release()
            if stays:
                self._show()
            else:
                self.show_welcome()

    def restore(self, saved: SavedState) -> None:
        """Replace the open tabs by those of a snapshot.

        A place that waits for a session is opened on top. Nothing is shown, and no signal emitted:
        call `set_session` or `await_session` next.
        """
        for slot in self._stack.slots:
            slot.release()
        fits = tuple((place, title) for place, title in saved.beside if self.has_page(place))
        self._tabs.restore(dataclasses.replace(saved, beside=fits))
        waiting, self._waiting = self._waiting, None
        wanted = None if waiting is None else self._stack.slot_of(waiting)
        if waiting is not None and wanted is not None:
            self._tabs.enter(wanted.kind, waiting, covered=self.is_welcome)

    def leave(self) -> None:
        """Cancel the loads of all pages; called when the window closes."""
        self._visits.stop()
        self._prefetches.cancel_all()
        self._stack.leave()

    # --- private -----------------------------------------------------------------------------

    @property
    def _current(self) -> OpenTab:
        return self._tabs.current

    @property
    def _slot(self) -> PageSlot:
        """The slot of the page of the current place."""
        slot = self._stack.slot_of(self._current.place)
        if slot is None:  # places without a page are never added to a history
            raise LookupError(f"no page for {self._current.place}")
        return slot

    @property
    def _may_show(self) -> bool:
        """Whether the current place can be shown: local ones need no session."""
        return self._has_session or is_local(self._current.place)

    def _open_beside(self, slot: PageSlot, place: Place, *, stay: bool) -> None:
        if self._tabs.is_full:
            self.message_requested.emit(
                "warning", tr("No more places fit beside the tabs. Close one of them first.")
            )
            return
        with self._one_change():
            tab = self._tabs.add(place)
            if not stay:
                tab.opener = self._current
                self._select(tab)
                return
            if self._has_session and slot.kind.prefetch is not None:
                self._prefetches.start(self._prefetch(tab, place), key=f"tab-{id(tab)}")
            self.message_requested.emit("info", tr("Opened in the background"))

    async def _prefetch(self, tab: OpenTab, place: Place) -> None:
        """Load the data of a background tab into the cache, and show the tab's title."""
        slot = self._stack.slot_of(place)
        if slot is None or slot.kind.prefetch is None:
            return
        title = await slot.kind.prefetch(place)
        if title and tab.is_fresh and tab.place == place:
            tab.entry.title = title
            self._emit_changes()

    def _select(self, tab: OpenTab) -> None:
        with self._one_change():
            self._save_state()
            self._tabs.select(tab)
            if self._expects_session:
                self._show_or_wait()
            else:
                self._show()  # without a session the page says so, and offers to sign in

    def _save_state(self) -> None:
        slot = self._slot
        if slot.shows(self._current):
            slot.save_state()

    def _show_or_wait(self) -> None:
        if self._may_show:
            self._show()
        elif self._expects_session:
            self.await_session()
        else:
            self.show_welcome()

    def _show(self) -> None:
        with self._one_change():
            tab, slot = self._current, self._slot
            self._waiting = None
            if tab is not self._front:
                self._front, tab.visited = tab, None  # going back counts as another visit
            page, entry = self._stack.page_of(slot), tab.entry
            widget = self._stack.widget
            focused = cast("QWidget | None", widget.window().focusWidget())
            in_stack = focused is not None and widget.isAncestorOf(focused)
            takes_focus = in_stack and widget.currentWidget() is not page
            self._stack.show_page(slot)
            self._tabs.note_shown()
            if not slot.shows(tab):
                if slot.tab is not tab:
                    slot.save_state()
                slot.tab, slot.shown, state = tab, entry.place, entry.state
                slot.status = ""
                entry.state = None
                page.show_place(entry.place, state)
            if takes_focus:  # else Qt sets the focus to an arbitrary widget
                page.take_focus()
            self._visits.start()

    def _shown_tab(self) -> tuple[OpenTab, Page] | None:
        """Return the current tab and its page; None while the page shows another place."""
        tab, slot = self._current, self._slot
        is_shown = not self.is_welcome and slot.page is not None and slot.shows(tab)
        return (tab, slot.page) if is_shown and slot.page is not None else None

    # --- signals -----------------------------------------------------------------------------

    @contextmanager
    def _one_change(self) -> Iterator[None]:
        """Defer the signals until the outermost operation is complete."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            self._emit_changes()

    def _emit_changes(self) -> None:
        """Emit the signal of each value that differs from the last emitted one."""
        if self._depth:
            return
        tabs = (self.index, self.place_index, self.places, self.can_reopen, self.is_welcome)
        if self._differs("tabs", tabs):
            self.tabs_changed.emit()
        place = (self.place, self.can_go_back, self.can_go_forward, self.is_welcome)
        if self._differs("place", place):
            self.place_changed.emit()
        if self._differs("title", self.title):
            self.title_changed.emit(self.title)
        if self._differs("hue", self.hue):
            self.hue_changed.emit(self.hue)
        self._emit_status()

    def _emit_status(self) -> None:
        if not self._depth and self._differs("status", self.status):
            self.status_changed.emit(self.status)

    def _differs(self, name: str, value: object) -> bool:
        if name in self._told and self._told[name] == value:
            return False
        self._told[name] = value
        return True

    # --- page signals ------------------------------------------------------------------------

    def _on_page_built(self, slot: PageSlot) -> None:
        page = self._stack.page_of(slot)
        page.place_changed.connect(partial(self._on_page_place_changed, slot))
        page.title_changed.connect(partial(self._on_page_title_changed, slot))
        page.status_changed.connect(partial(self._on_page_status_changed, slot))
        page.hue_changed.connect(partial(self._on_page_hue_changed, slot))
        page.open_requested.connect(self.open)
        page.message_requested.connect(self.message_requested)
        page.sign_in_requested.connect(self.sign_in_requested)
        page.online_changed.connect(self.online_changed)
        button = page.follow_button
        if button is not None:
            button.clicked.connect(lambda: self.follow_requested.emit(button))

    def _on_page_place_changed(self, slot: PageSlot, place: Place, replace: bool) -> None:
        tab = slot.tab
        if tab is None:
            return
        if not slot.shows(tab):  # the tab has gone on to a place of another page
            slot.shown = None
            return
        if replace or tab is not self._current:
            tab.move_to(place)
        else:
            slot.save_state()
            self._tabs.visit(tab, place)
        if self._stack.slot_of(place) is not slot:  # such as a comment, by what it is on
            slot.shown = None
            self._show_elsewhere(tab)
            return
        slot.shown = place
        self._emit_changes()

    def _show_elsewhere(self, tab: OpenTab) -> None:
        """Show the place of a tab, which belongs to another page than the one that named it."""
        place, slot = tab.place, self._stack.slot_of(tab.place)
        if slot is None:
            self.web_offered.emit(place)
        elif tab is self._current:
            with self._one_change():
                self._tabs.hand_over(slot.kind)
                self._show()

    def _on_page_title_changed(self, slot: PageSlot, title: str) -> None:
        tab = slot.tab
        self._stack.page_of(slot).setAccessibleName(title)
        if tab is not None and slot.shows(tab):
            tab.entry.title = title
            if tab is self._current:
                self._visits.start()
            self._emit_changes()

    def _on_page_status_changed(self, slot: PageSlot, text: str) -> None:
        slot.status = text
        self._emit_status()

    def _on_page_hue_changed(self, slot: PageSlot) -> None:
        self._stack.style(slot)
        self._emit_changes()
