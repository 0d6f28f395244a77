"""The window: address bar, tabs, page, status line. What they show is the pages' own business."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.places.places import AppPlace
from osubrowser.services.places.urls import HOME, short
from osubrowser.services.session.account import AccountState
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.text.plain import plain
from osubrowser.ui.shell.account_menu import AccountMenu, name_of, server_name
from osubrowser.ui.shell.apply_preferences import WindowPreferences
from osubrowser.ui.shell.chrome import Chrome
from osubrowser.ui.shell.commands import Commands
from osubrowser.ui.shell.external import open_in_browser
from osubrowser.ui.shell.geometry import restore_frame, saved_frame, smallest
from osubrowser.ui.shell.message_bar import MessageBar
from osubrowser.ui.shell.navigator import Navigator
from osubrowser.ui.shell.omnibox.address_bar import dropped_address
from osubrowser.ui.shell.omnibox.controller import OmniboxController
from osubrowser.ui.shell.session_restore import SessionRestore
from osubrowser.ui.shell.status_line import StatusLine
from osubrowser.ui.style import icons

if TYPE_CHECKING:
    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.account_button import Pictures
    from osubrowser.ui.shell.bookmark_button import BookmarkButton
    from osubrowser.ui.shell.page_kind import PageKind
    from osubrowser.ui.style.theme import Theme

_COUNT_EVERY: Final = 2000  # milliseconds
_STEPS: Final = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class MainWindow(QMainWindow):
    """Composes chrome, pages and status line.

    Args:
        theme: what to wear; what is chosen is kept in the settings.
        settings: geometry and theme.
        account: who is signed in; the window only reads it.
        tabs: the tabs, from left to right.
        welcome: makes the welcome page.
        open_web: opens an address in the web browser; False if it could not.
        preferences: what a person chooses; by default of these settings.

    Attributes:
        sign_out_requested: the session is to end.
        closed: the window was closed.
    """

    sign_out_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        account: Account,
        tabs: Sequence[PageKind],
        welcome: Callable[[], Page],
        *,
        open_web: Callable[[str], bool] = open_in_browser,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._account = account
        self._client: object | None = None
        self._worn: tuple[int, bool, float] | None = None
        self.setMinimumSize(smallest(self))
        self.setAcceptDrops(True)
        self.setWindowIcon(icons.application_icon())
        self.menu = AccountMenu(theme.choice, self)
        titles = [tab.title for tab in tabs if tab.is_fixed]
        self.chrome = Chrome(titles, self.menu, self)
        self.message_bar = MessageBar(self)
        self.status_line = StatusLine(self)
        self.navigator = Navigator(theme, tabs, welcome, self)
        self.entry = OmniboxController(self, account, settings)
        self.reopening = SessionRestore(self.navigator, account, settings, self)
        self.commands = Commands(self, self.navigator, account, theme, open_web)
        self.starring: BookmarkButton | None = None
        self._wearing = QTimer(self)
        self._wearing.setSingleShot(True)
        self._wearing.timeout.connect(self._wear)
        self._counting = QTimer(self)
        self._counting.setInterval(_COUNT_EVERY)
        self._counting.timeout.connect(self._show_requests)
        self._lay_out()
        self._connect()
        self.choices = WindowPreferences(self, theme, preferences or Preferences(settings))
        self.commands.bind(titles)
        restore_frame(self, settings.window)
        self._show_account()

    def start(
        self, place: Place | None = None, *, expect_session: bool, demo: bool = False
    ) -> None:
        """Show the first page.

        Args:
            place: what to open once there is a session; None for the first tab's home.
            expect_session: one is being restored or made: the welcome page stays away until the
                account turns out to have none.
            demo: the session that is expected is the demo's.
        """
        if self._account.client is not None:
            self._on_account_changed()
        elif expect_session:
            self.reopening.enter(demo=demo)
            self.navigator.await_session()
        else:
            self.navigator.show_welcome()
        if place is not None:
            self.navigator.open(place)
        self.commands.focus_page()

    def set_pictures(self, pictures: Pictures, ready: SignalInstance) -> None:
        """Take avatars from an image store; `ready` is its signal that more have come."""
        self.chrome.account.set_pictures(pictures)
        ready.connect(self.chrome.account.pictures_ready)
        self.entry.set_pictures(pictures, ready)

    def set_library(self, library: Library) -> None:
        """Take the bookmarks; what is seen from now on is noted."""
        from osubrowser.ui.shell.bookmark_button import BookmarkButton

        self.starring = BookmarkButton(self, library, self._theme)
        self.navigator.seen.connect(library.saw)
        library.problem_found.connect(self.warn)

    def tell(self, level: str, text: str) -> None:
        """Show a message: `info`, `good`, `warning` or `bad`."""
        self.message_bar.show_message(level, text)

    def warn(self, problem: str) -> None:
        """Show a warning that must be read, such as that a file was damaged."""
        self.message_bar.show_in_turn("warning", problem)

    # --- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        ground = QWidget(self)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chrome)
        column.addWidget(self.navigator.stack, 1)
        column.addWidget(self.message_bar)
        column.addWidget(self.status_line)
        self.setCentralWidget(ground)

    def _connect(self) -> None:
        chrome, navigator, commands = self.chrome, self.navigator, self.commands
        chrome.back_requested.connect(partial(navigator.go, -1))
        chrome.forward_requested.connect(partial(navigator.go, 1))
        chrome.reload_requested.connect(navigator.reload)
        chrome.tab_requested.connect(navigator.select)
        chrome.address.left.connect(commands.focus_page)
        back, forward = QMenu(chrome), QMenu(chrome)
        back.aboutToShow.connect(partial(commands.fill_history, back, -1))
        forward.aboutToShow.connect(partial(commands.fill_history, forward, 1))
        chrome.set_history_menus(back, forward)
        navigator.moved.connect(self._on_navigator_moved)
        navigator.status_changed.connect(self.status_line.set_status)
        navigator.message_requested.connect(self.tell)
        navigator.web_requested.connect(commands.open_web)
        navigator.sign_in_requested.connect(navigator.show_welcome)
        navigator.online_changed.connect(lambda online: self.status_line.set_offline(not online))
        self._account.changed.connect(self._on_account_changed)
        self._theme.changed.connect(self._wear)
        self._connect_places()
        self._connect_menu()

    def _connect_places(self) -> None:
        places, navigator, commands = self.chrome.places, self.navigator, self.commands
        places.place_requested.connect(navigator.select_place)
        places.close_requested.connect(navigator.close_place)
        places.others_close_requested.connect(navigator.close_other_places)
        places.reopen_requested.connect(navigator.reopen_closed)
        places.place_moved.connect(navigator.move_place)
        places.copy_requested.connect(lambda at: commands.copy_link(navigator.places[at][0]))
        places.web_requested.connect(lambda at: navigator.open(navigator.places[at][0], "web"))

    def _connect_menu(self) -> None:
        menu, commands = self.menu, self.commands
        menu.sign_in_requested.connect(self.navigator.show_welcome)
        menu.sign_out_requested.connect(self.sign_out_requested)
        menu.profile_requested.connect(commands.open_profile)
        menu.settings_requested.connect(commands.open_settings)
        menu.bookmarks_requested.connect(lambda: self.navigator.open(AppPlace("bookmarks")))
        menu.recent_requested.connect(lambda: self.navigator.open(AppPlace("recent")))
        menu.shortcuts_requested.connect(commands.show_shortcuts)
        menu.about_requested.connect(commands.show_about)
        menu.quit_requested.connect(self.close)

    # --- what is open ------------------------------------------------------------------------

    def _on_navigator_moved(self) -> None:
        navigator, chrome = self.navigator, self.chrome
        is_welcome = navigator.is_welcome
        has_session = self._account.client is not None
        # The demo's own address is another one at each start: nothing to remember or to pass on.
        origin = HOME if self._account.is_demo else self._account.server
        shown = "" if is_welcome else short(navigator.place, origin)
        chrome.address.set_address(shown)
        chrome.select_tab(None if is_welcome else navigator.index)
        chrome.places.show_places(
            [(title, short(place, origin)) for place, title in navigator.places],
            None if is_welcome else navigator.place_index,
            can_reopen=navigator.can_reopen,
        )
        chrome.back.setEnabled(has_session if is_welcome else navigator.history.can_go_back)
        chrome.forward.setEnabled(not is_welcome and navigator.history.can_go_forward)
        chrome.reload.setEnabled(not is_welcome)
        title = plain(navigator.title, 120)
        self.setWindowTitle(f"{title} · osubrowser" if title else "osubrowser")
        if self._worn is None:
            self._wear()
        else:
            self._wearing.start()  # in a turn of its own: the page had its part of this one

    # --- who is signed in --------------------------------------------------------------------

    def _on_account_changed(self) -> None:
        self._show_account()
        account = self._account
        if account.client is None and account.state is AccountState.SIGNING_IN:
            return  # what is seen stays until it is known how that ends
        if account.client is not self._client or self._client is None:
            self._client = account.client
            self.message_bar.dismiss_passing()
            self.status_line.set_offline(False)
            if account.client is not None:
                self.reopening.enter()
            self.navigator.set_session(account.client is not None)
            self.commands.focus_page()

    def _show_account(self) -> None:
        account = self._account
        avatar = account.me.avatar_url if account.me is not None else ""
        self.chrome.account.show_account(name_of(account), avatar or "")
        self.menu.show_account(account)
        is_home = account.server == HOME
        self.status_line.set_server("" if is_home else server_name(account))
        self._show_requests()

    def _show_requests(self) -> None:
        client = self._account.client
        self.status_line.set_requests(client.requests_last_minute() if client else None)

    # --- looks -------------------------------------------------------------------------------

    def _wear(self) -> None:
        """Wear the hue of what is open. Costs nothing while that stays the same."""
        hue = self.navigator.hue
        wanted = (hue, self._theme.is_dark, self.devicePixelRatioF())
        if wanted == self._worn:
            return
        is_first, self._worn = self._worn is None, wanted
        sheet, colours = self._theme.stylesheet(hue), self._theme.colours(hue)
        for part in (self.chrome, self.message_bar, self.status_line):
            part.setStyleSheet(sheet)
            part.set_colours(colours)
            if not is_first:
                # A second sheet before the first showing leaves the ground of the first one.
                part.style().unpolish(part)
                part.style().polish(part)
        self.menu.setStyleSheet(sheet)
        self.entry.set_colours(colours)

    # --- what Qt says ------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Draw the icons anew when the window moves to a screen of another scale."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._wear()
        return bool(super().event(event))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back and forward with the fourth and fifth button, whatever is under the mouse."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            step = _STEPS.get(event.button())
            if step is not None:
                self.navigator.go(step)
                return True
        return bool(super().eventFilter(watched, event))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take links that are dragged in from elsewhere."""
        if event.source() is None and dropped_address(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the link that was dropped."""
        text = dropped_address(event.mimeData())
        if text is not None:
            event.acceptProposedAction()
            self.entry.submit(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Count requests while somebody can see the count."""
        super().showEvent(event)
        self._counting.start()
        # Tables keep every mouse press for themselves: look before they do.
        self.windowHandle().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no longer."""
        self._counting.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the geometry, and stop what the pages have under way."""
        self.reopening.keep()
        self._settings.window = saved_frame(self)
        self._settings.save()
        self.message_bar.end()
        self.entry.close()
        self.navigator.leave()
        super().closeEvent(event)
        self.closed.emit()
