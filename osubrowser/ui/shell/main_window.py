"""Main window: chrome, stack of pages, message bar and status line."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from osubrowser.services.places.places import MOST_REPLAYS, AppPlace, is_local
from osubrowser.services.places.urls import HOME, short
from osubrowser.services.session.account import AccountState
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys import shortcuts
from osubrowser.ui.shell.account_menu import AccountMenu, name_of, server_name
from osubrowser.ui.shell.chrome import Chrome, StatusLine
from osubrowser.ui.shell.commands import Commands
from osubrowser.ui.shell.download_progress import DownloadProgress
from osubrowser.ui.shell.dropped_files import DroppedFiles, dropped_paths
from osubrowser.ui.shell.external import open_in_browser
from osubrowser.ui.shell.geometry import restore_frame, saved_frame, smallest
from osubrowser.ui.shell.message_bar import MessageBar
from osubrowser.ui.shell.navigator import WAITS, Navigator
from osubrowser.ui.shell.omnibox.controller import OmniboxController, dropped_address
from osubrowser.ui.shell.open_tabs import MOST_BESIDE
from osubrowser.ui.shell.page_area import PageArea
from osubrowser.ui.shell.session_restore import SessionRestore
from osubrowser.ui.shell.tray import Tray
from osubrowser.ui.style import icons
from osubrowser.ui.style.theme import set_motion_reduced

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.audio.previews import PreviewPlayer
    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.shell.bookmark_controller import BookmarkController
    from osubrowser.ui.shell.change_notices import ChangeNotices
    from osubrowser.ui.shell.follow_controller import FollowController
    from osubrowser.ui.shell.now_playing import NowPlaying
    from osubrowser.ui.shell.page_kind import PageKind, PageTable
    from osubrowser.ui.style.theme import Choice, Theme

_QUEUE: Final = AppPlace("replays")
_COUNT_EVERY: Final = 2000  # milliseconds
_RAISING: Final = frozenset({"xcb", "windows", "cocoa"})
_STEPS: Final = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class MainWindow(QMainWindow):
    """Main window of the program.

    Args:
        table: the kinds of page.
        welcome: the kind of the welcome page.
        theme: colours and style sheets.
        settings: geometry and open tabs.
        preferences: theme, titles and shortcuts; changes are applied at once.
        account: the current account; the window only reads it.
        library: bookmarks and visits; visits are added. None for none.
        calls: runs the requests of the address bar; None for none.
        images: avatars and covers; None for none.
        open_web: opens an address in the web browser; returns False on failure.
        report: called with unexpected errors.
        replays: their downloads are shown; None for none.
        beatmaps: their running preview is shown; None for none.
        history: what is followed, and unread changes; None for none.
        restart: starts the program again, in safe mode for True; None where it cannot.
        safe_mode: whether the last places are neither opened nor replaced.

    Attributes:
        sign_out_requested: end the session.
        closed: the window was closed.
        is_closed: whether it was closed.
        chrome, menu, message_bar, status_line: its parts.
        tray: the icon in the system's tray, and notifications.
        navigator: the current place and the open tabs.
        omnibox: controller of the address bar.
        session_restore: saves the open tabs.
        bookmark_controller: controller of the bookmark button; None without a library.
        follow_controller: controller of the bell; None without histories.
        change_notices: notifications of changes; None without histories.
        commands: the actions of shortcuts and menus.
        downloads: shows the progress of downloads; None without replays.
        dropped_files: adds dropped files to the replay library; None without replays.
        now_playing: control of the preview; None before the first one.
    """

    sign_out_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        table: PageTable,
        welcome: PageKind,
        *,
        theme: Theme,
        settings: Settings,
        preferences: Preferences,
        account: Account,
        library: Library | None = None,
        calls: Calls | None = None,
        images: ImageStore | None = None,
        open_web: Callable[[str], bool] = open_in_browser,
        report: Callable[[BaseException], None] | None = None,
        replays: ReplayServices | None = None,
        beatmaps: BeatmapServices | None = None,
        history: HistoryServices | None = None,
        restart: Callable[[bool], object] | None = None,
        safe_mode: bool = False,
    ) -> None:
        super().__init__()
        self.is_closed = False
        self._theme = theme
        self._settings = settings
        self._preferences = preferences
        self._account = account
        self._client: object | None = None
        self._style: tuple[int, bool, float] | None = None  # the applied style
        self._unstyled: list[Chrome | MessageBar | StatusLine] = []  # parts without it
        self._outside: deque[Place] = deque(maxlen=MOST_BESIDE)  # held until there is a session
        self._local_places: deque[Place] = deque(maxlen=MOST_BESIDE)  # until the event loop runs
        self.setMinimumSize(smallest(self))
        self.setAcceptDrops(True)
        self.setWindowIcon(icons.application_icon())
        self.setWindowTitle("osubrowser")
        shortcuts.use(self, preferences.shortcuts)
        self.menu = AccountMenu(preferences, table.app_pages, self)
        self.chrome = Chrome(table.tab_keys, self.menu, images, self)
        self.status_line = StatusLine(self)
        self.tray = Tray(self)
        self.navigator = Navigator(theme, table, welcome, self)
        self._page_area = PageArea(self.navigator.widget)
        self.message_bar = MessageBar(self._page_area, self)
        self._lay_out()
        self.omnibox = OmniboxController(
            self.chrome.address,
            self.navigator,
            table,
            account,
            settings,
            self.message_bar,
            calls=calls,
            library=library,
            images=images,
            report=report,
        )
        self.session_restore = SessionRestore(
            self.navigator, table, account, settings, self, is_enabled=not safe_mode
        )
        self.bookmark_controller = self._control_bookmarks(library) if library is not None else None
        self.change_notices: ChangeNotices | None = None
        self.follow_controller = self._control_follows(history) if history is not None else None
        self.commands = Commands(
            self,
            self.navigator,
            table,
            account,
            self.message_bar,
            theme,
            open_web=open_web,
            start_address=self.chrome.address.start,
            bookmark=self._bookmark,
            follow=self._follow,
            show_places=self.chrome.show_places_list,
            stop_preview=self._stop_preview,
            restart=restart,
            areas=(self.chrome.address, self.chrome.tabs, self.chrome.places),
            calls=calls,
        )
        self._title = ""
        self.downloads: DownloadProgress | None = None
        self.dropped_files: DroppedFiles | None = None
        if replays is not None:
            self.downloads = self._show_downloads(replays, calls)
            self.dropped_files = DroppedFiles(replays, self.navigator, self.message_bar)
        self.now_playing: NowPlaying | None = None
        self._previews: PreviewPlayer | None = None
        self._open_web = open_web
        if beatmaps is not None:
            beatmaps.previews_built.connect(self._on_previews_built)
        self._style_timer = QTimer(self)
        self._style_timer.setSingleShot(True)
        self._style_timer.timeout.connect(self._apply_style)
        self._count_timer = QTimer(self)
        self._count_timer.setInterval(_COUNT_EVERY)
        self._count_timer.timeout.connect(self._show_requests)
        self._connect()
        restore_frame(self, settings.window)
        self._show_account()

    def start(self, *places: Place, expect_session: bool, demo: bool = False) -> None:
        """Show the first page.

        Args:
            places: places to open once there is a session, or, if they need none, with
                `open_local_places`: one in place of the first tab's home, the others beside the
                tabs.
            expect_session: whether a session is being restored or started: the welcome page is
                not shown until that has failed.
            demo: whether the expected session is the demo's.
        """
        if self._account.client is not None:
            self._on_account_changed()
        elif expect_session:
            self.session_restore.enter(demo=demo)
            self.navigator.await_session()
        else:
            self.navigator.show_welcome()
        is_first = not any(map(is_local, places))  # else a local one is in front
        for place in places:
            if is_local(place):
                self._local_places.append(place)
            elif not self.navigator.has_page(place):
                self._offer_web(place)
            elif is_first:
                self.navigator.open(place)
                is_first = False
            else:
                self._outside.append(place)
        self.navigator.focus_page()

    def open_local_places(self) -> None:
        """Open the places of `start` that need no session. The event loop must be running."""
        while self._local_places:
            self.navigator.open(self._local_places.popleft(), "here")
            self.navigator.focus_page()

    def open_outside_place(self, place: Place) -> None:
        """Open a place that another program asks for: in a new tab, while there is room for one.

        One without a page is offered to be opened in the web browser: only a click opens it there.
        Without a session it is held, unless it needs none; once there is one, the last of those
        held are opened.
        """
        if not self.navigator.has_page(place):
            self._offer_web(place)
            return
        if self._account.client is None and not is_local(place):
            self._outside.append(place)
            if self._account.state is AccountState.SIGNED_OUT:
                self.show_message("info", WAITS)
            return
        self._open_in_tab(place)

    def _offer_web(self, place: Place) -> None:
        """Say that a place has no page, with a button that opens it in the web browser."""
        self.offer(
            "info",
            self.commands.no_page_text(place),
            tr("Open in web browser"),
            partial(self.commands.open_web, place),
        )

    def _open_in_tab(self, place: Place) -> None:
        navigator = self.navigator
        has_room = not navigator.is_welcome and len(navigator.places) < MOST_BESIDE
        navigator.open(place, "new" if has_room else "here")
        navigator.focus_page()

    def bring_to_front(self) -> None:
        """Show the window above the others, as far as the desktop allows it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        if QGuiApplication.platformName() in _RAISING:  # elsewhere Qt prints that it cannot
            self.raise_()
        self.activateWindow()

    def save(self) -> None:
        """Save the geometry and the open tabs. The settings are written on a worker."""
        self.session_restore.save()
        self._settings.window = saved_frame(self)
        self._settings.save()

    def show_message(self, level: str, text: str) -> None:
        """Show a message; `level` is `info`, `good`, `warning` or `bad`."""
        self.message_bar.show_message(level, text)

    def show_warning(self, text: str) -> None:
        """Show a warning that stays until it is closed, such as one about a damaged file."""
        self.message_bar.show_in_turn("warning", text)

    def offer(self, level: str, text: str, button: str, action: Callable[[], object]) -> None:
        """Show a message with a button, which stays until it is closed; `level` as of messages."""
        self.message_bar.show_in_turn(level, text, button=button, action=action)

    # --- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chrome)
        column.addWidget(self._page_area, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(central)

    def _control_bookmarks(self, library: Library) -> BookmarkController:
        from osubrowser.ui.shell.bookmark_controller import BookmarkController

        self.navigator.visited.connect(library.saw)
        library.problem_found.connect(self.show_warning)
        return BookmarkController(
            self.chrome, self.navigator, library, self.message_bar, self._theme
        )

    def _control_follows(self, history: HistoryServices) -> FollowController:
        from osubrowser.ui.shell.change_notices import ChangeNotices
        from osubrowser.ui.shell.follow_controller import FollowController

        self.change_notices = ChangeNotices(
            self, self.tray, history, self._preferences, self.navigator
        )
        return FollowController(
            self.chrome, self.navigator, history.follows, self.message_bar, self._theme
        )

    def _show_downloads(self, replays: ReplayServices, calls: Calls | None) -> DownloadProgress:
        progress = DownloadProgress(
            self,
            self.status_line,
            self.message_bar,
            self.tray,
            replays,
            self._settings,
            calls,
            partial(self.navigator.open, _QUEUE),
            lambda: not self.navigator.is_welcome and self.navigator.place == _QUEUE,
        )
        progress.title_changed.connect(self._update_title)
        return progress

    def _on_previews_built(self, player: PreviewPlayer) -> None:
        self._previews = player
        player.changed.connect(
            self._show_player, Qt.ConnectionType(Qt.ConnectionType.SingleShotConnection.value)
        )

    def _show_player(self) -> None:
        """Add the control of previews: the first one is about to load."""
        from osubrowser.ui.shell.now_playing import NowPlaying

        if self._previews is not None:
            self.now_playing = NowPlaying(self._previews, self.message_bar, self._open_web)
            self.status_line.add_player(self.now_playing)
            self.now_playing.set_colours(self._theme.colours(self.navigator.hue))
            shortcuts.update_part(self.now_playing)

    def _stop_preview(self) -> None:
        if self._previews is not None:
            self._previews.stop()

    def _connect(self) -> None:
        chrome, navigator, commands = self.chrome, self.navigator, self.commands
        chrome.back_requested.connect(partial(navigator.go, -1))
        chrome.forward_requested.connect(partial(navigator.go, 1))
        chrome.reload_requested.connect(navigator.reload)
        chrome.tab_requested.connect(navigator.select)
        chrome.history_requested.connect(commands.fill_history)
        chrome.address.left.connect(navigator.focus_page)
        navigator.place_changed.connect(self._show_place)
        navigator.tabs_changed.connect(self._show_tabs)
        navigator.title_changed.connect(self._show_title)
        navigator.hue_changed.connect(self._on_navigator_hue_changed)
        navigator.status_changed.connect(self.status_line.set_status)
        navigator.message_requested.connect(self.show_message)
        navigator.web_requested.connect(commands.open_web)
        navigator.web_offered.connect(self._offer_web)
        navigator.sign_in_requested.connect(navigator.show_welcome)
        navigator.online_changed.connect(lambda online: self.status_line.set_offline(not online))
        self._account.changed.connect(self._on_account_changed)
        self._preferences.changed.connect(self._on_preferences_changed)
        set_motion_reduced(self._preferences.settings.reduce_motion)
        self._theme.changed.connect(self._apply_style)
        self.message_bar.opened.connect(self._style_message)
        self._connect_tabs()
        self._connect_menu()
        self.tray.open_requested.connect(self.bring_to_front)
        self.tray.quit_requested.connect(self.close)

    def _connect_tabs(self) -> None:
        tabs, navigator, commands = self.chrome.places, self.navigator, self.commands
        tabs.place_requested.connect(navigator.select_place)
        tabs.close_requested.connect(navigator.close_place)
        tabs.others_close_requested.connect(navigator.close_other_places)
        tabs.reopen_requested.connect(navigator.reopen_closed)
        tabs.place_moved.connect(navigator.move_place)
        tabs.copy_requested.connect(lambda at: commands.copy_link(navigator.places[at][0]))
        tabs.web_requested.connect(lambda at: navigator.open(navigator.places[at][0], "web"))

    def _connect_menu(self) -> None:
        menu, commands = self.menu, self.commands
        menu.sign_in_requested.connect(self.navigator.show_welcome)
        menu.sign_out_requested.connect(self.sign_out_requested)
        menu.profile_requested.connect(commands.open_profile)
        menu.place_requested.connect(self.navigator.open)
        menu.shortcuts_requested.connect(commands.show_shortcuts)
        menu.about_requested.connect(commands.show_about)
        menu.quit_requested.connect(self.close)

    # --- open places -------------------------------------------------------------------------

    @property
    def _origin(self) -> str:
        """The server of displayed addresses; osu!'s for the demo, whose own address varies."""
        return HOME if self._account.is_demo else self._account.server

    def _show_place(self) -> None:
        navigator, chrome = self.navigator, self.chrome
        is_welcome = navigator.is_welcome
        chrome.address.set_address("" if is_welcome else short(navigator.place, self._origin))
        chrome.back.setEnabled(navigator.can_go_back)
        chrome.forward.setEnabled(navigator.can_go_forward)
        chrome.reload.setEnabled(not is_welcome)

    def _show_tabs(self) -> None:
        navigator, chrome = self.navigator, self.chrome
        is_welcome, origin = navigator.is_welcome, self._origin
        chrome.select_tab(None if is_welcome else navigator.index)
        chrome.places.show_places(
            [(title, short(place, origin)) for place, title in navigator.places],
            None if is_welcome else navigator.place_index,
            can_reopen=navigator.can_reopen,
        )

    def _show_title(self, title: str) -> None:
        self._title = plain(title, 120)
        self._update_title()

    def _update_title(self) -> None:
        progress = self.downloads.title if self.downloads is not None else ""
        self.setWindowTitle(" · ".join(filter(None, (progress, self._title, "osubrowser"))))

    def _bookmark(self) -> None:
        if self.bookmark_controller is not None:
            self.bookmark_controller.bookmark()

    def _follow(self) -> None:
        if self.follow_controller is not None:
            self.follow_controller.follow()

    # --- account -----------------------------------------------------------------------------

    def _on_account_changed(self) -> None:
        self._show_account()
        account = self._account
        if account.client is None and account.state is AccountState.SIGNING_IN:
            return  # the pages stay until the sign-in ends
        if account.client is not self._client or self._client is None:
            self._client = account.client
            self.message_bar.dismiss_passing()
            self.status_line.set_offline(False)
            if account.client is not None:
                self.session_restore.enter()
            self.navigator.set_session(account.client is not None)
            self._show_place()  # the address of a place depends on the server
            self._show_tabs()
            self.navigator.focus_page()
            if account.client is not None:
                self._open_held()

    def _open_held(self) -> None:
        """Open the places that other programs have asked for, in their order."""
        while self._outside:
            self._open_in_tab(self._outside.popleft())

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

    # --- preferences and style ---------------------------------------------------------------

    def _on_preferences_changed(self, name: str) -> None:
        if name == "reduce_motion":
            set_motion_reduced(self._preferences.settings.reduce_motion)
        if name == "theme":
            self._theme.set_choice(cast("Choice", self._preferences.settings.theme))
        elif name == "titles":
            self.navigator.show_anew()
        elif name == "shortcuts":
            shortcuts.use(self, self._preferences.shortcuts)
            self.menu.show_keys()
            self.chrome.show_keys()

    def _on_navigator_hue_changed(self) -> None:
        if self._style is None:
            self._apply_style()
        else:
            self._style_timer.start()  # after the page, which is styled first

    def _apply_style(self) -> None:
        """Style the parts of the window in the hue of the page, unless they are up to date."""
        hue = self.navigator.hue
        style = (hue, self._theme.is_dark, self.devicePixelRatioF())
        if style == self._style:
            self._style_next()
            return
        is_first, self._style = self._style is None, style
        self._unstyled = [self.chrome, self.status_line]
        if not self.message_bar.isHidden():
            self._unstyled.append(self.message_bar)
        self.omnibox.set_colours(self._theme.colours(hue))
        if is_first:
            while self._unstyled:
                self._style_next(is_first=True)
        else:
            self._style_next()

    def _style_next(self, *, is_first: bool = False) -> None:
        """Style one part of the window, and the others in later turns: all take 30 ms."""
        if self._style is None or not self._unstyled:
            return
        part, hue = self._unstyled.pop(0), self._style[0]
        self._style_part(part, hue, is_first=is_first)
        if not is_first:
            self._style_timer.start()
        if not self._unstyled:
            self.menu.setStyleSheet(self._theme.stylesheet(hue))

    def _style_part(
        self, part: Chrome | MessageBar | StatusLine, hue: int, *, is_first: bool
    ) -> None:
        part.setStyleSheet(self._theme.stylesheet(hue))
        part.set_colours(self._theme.colours(hue))
        if not is_first:
            # Otherwise a sheet that is replaced before the first showing keeps its background.
            part.style().unpolish(part)
            part.style().polish(part)

    def _style_message(self) -> None:
        """Style the message bar, which is not styled while it is hidden."""
        self._style_part(self.message_bar, self.navigator.hue, is_first=False)

    # --- Qt events ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Redraw the icons when the window moves to a screen of another scale."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._apply_style()
        return bool(super().event(event))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back and forward with the fourth and fifth mouse button, over any widget."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            step = _STEPS.get(event.button())
            if step is not None:
                self.navigator.go(step)
                return True
        return bool(super().eventFilter(watched, event))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept links, files and folders dragged from other programs."""
        data = event.mimeData()
        is_wanted = dropped_address(data) is not None or self._dropped_paths(data)
        if event.source() is None and is_wanted:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped link or replay files; files and folders come into the library."""
        paths = self._dropped_paths(event.mimeData())
        text = dropped_address(event.mimeData()) if len(paths) <= MOST_REPLAYS else None
        if text is not None:
            event.acceptProposedAction()
            self.omnibox.submit(text)
        if self.dropped_files is not None and paths:
            event.acceptProposedAction()
            self.dropped_files.add(paths)

    def _dropped_paths(self, data: QMimeData) -> tuple[str, ...]:
        return dropped_paths(data) if self.dropped_files is not None else ()

    def showEvent(self, event: QShowEvent) -> None:
        """Start the request counter, and the event filter for mouse buttons."""
        super().showEvent(event)
        self._count_timer.start()
        # Tables consume mouse presses, so the filter is on the application.
        self.windowHandle().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the request counter."""
        self._count_timer.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the geometry and the open tabs, and cancel what the pages load."""
        if not self.navigator.is_welcome:
            self._open_held()  # a session was expected: the next start shows them
        self.save()
        self.message_bar.end()
        self.omnibox.close()
        if self.bookmark_controller is not None:
            self.bookmark_controller.close()
        if self.follow_controller is not None:
            self.follow_controller.close()
        if self.change_notices is not None:
            self.change_notices.close()
        self.tray.close()
        if self.downloads is not None:
            self.downloads.close()
        if self.dropped_files is not None:
            self.dropped_files.close()
        self.navigator.leave()
        super().closeEvent(event)
        self.is_closed = True
        self.closed.emit()
