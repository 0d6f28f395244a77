"""Actions of the window that shortcuts and menus trigger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from osubrowser.services.places.places import AppPlace, BeatmapsPlace, UserPlace, is_on_website
from osubrowser.services.places.urls import HOME, address, position_of, short
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import bind
from osubrowser.ui.shell.navigator import NOT_ON_THE_WEBSITE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from osubrowser.services.crashes.report import CrashReport
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.ui.shell.message_bar import MessageBar
    from osubrowser.ui.shell.navigator import Navigator
    from osubrowser.ui.shell.page_kind import PageTable
    from osubrowser.ui.style.theme import Theme

_LONGEST_MENU: Final = 12
_GAME: Final = "osu://"


class Commands(QObject):
    """Actions of the shortcut tables, one method each.

    Args:
        window: the parent of dialogs and shortcuts; changes to full screen and back.
        navigator: the current place.
        table: the shortcuts, and the program's own pages.
        account: the server of links.
        messages: shows the results of actions.
        theme: the style of dialogs.
        open_web: opens an address in the web browser; returns False on failure.
        start_address: sets the focus to the address bar.
        bookmark: bookmarks the current place.
        follow: follows the current place, or edits that.
        show_places: shows the list of the closable tabs.
        stop_preview: stops the preview of a song.
        restart: starts the program again, in safe mode for True; None where it cannot.
        areas: the parts of the window that F6 cycles through, before the page; hidden ones are
            skipped.
        calls: reads files on a worker; None for none.
    """

    def __init__(
        self,
        window: QWidget,
        navigator: Navigator,
        table: PageTable,
        account: Account,
        messages: MessageBar,
        theme: Theme,
        *,
        open_web: Callable[[str], bool],
        start_address: Callable[[], object],
        bookmark: Callable[[], object],
        follow: Callable[[], object],
        show_places: Callable[[], object],
        stop_preview: Callable[[], object],
        restart: Callable[[bool], object] | None,
        areas: Sequence[QWidget],
        calls: Calls | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = navigator
        self._table = table
        self._account = account
        self._messages = messages
        self._theme = theme
        self._calls = calls
        self._open_web = open_web
        self._show_places = show_places
        self._restart = restart
        self._areas = tuple(areas)
        self._was_maximized = False
        actions: dict[str, Callable[[], object]] = {
            "address": start_address,
            "back": partial(navigator.go, -1),
            "forward": partial(navigator.go, 1),
            "reload": navigator.reload,
            "home": navigator.go_home,
            "next_tab": partial(navigator.step_tab, 1),
            "previous_tab": partial(navigator.step_tab, -1),
            "keep_place": self.duplicate_tab,
            "close_place": self.close_tab,
            "reopen_place": navigator.reopen_closed,
            "list_places": self.list_places,
            "bookmark": bookmark,
            "follow": follow,
            "next_area": partial(self.focus_area, 1),
            "previous_area": partial(self.focus_area, -1),
            "filter": partial(self._call_page, "start_filter"),
            "copy": partial(self._call_page, "copy_selection"),
            "export": partial(self._call_page, "export"),
            "save_replays": partial(self._call_page, "save_replays"),
            "copy_link": self.copy_link,
            "open_web": self.open_web,
            "stop_preview": stop_preview,
            "full_screen": self.toggle_full_screen,
            "shortcuts": self.show_shortcuts,
            "quit": window.close,
        }
        for page in table.app_pages:
            if page.key is not None:
                actions[page.key.action] = partial(navigator.open, AppPlace(page.name))
        for position, key in enumerate(table.tab_keys):
            actions[key.action] = partial(navigator.select, position)
        bind(window, table.window_keys, actions)

    # --- links -------------------------------------------------------------------------------

    def copy_link(self, place: Place | None = None) -> None:
        """Copy the web address of a place, by default the current one, to the clipboard."""
        if place is None and self._navigator.is_welcome:
            return
        # As in the address bar: the address of the demo server differs at each start.
        origin = HOME if self._account.is_demo else self._account.server
        place = place or self._navigator.place
        link = address(place, origin)
        if isinstance(place, BeatmapsPlace) and (where := position_of(place)):
            link += f"#{where}"  # the website ignores it
        QGuiApplication.clipboard().setText(link)
        self._messages.show_message("good", tr("Copied: {link}").format(link=plain(link, 200)))

    def open_web(self, place: Place | None = None) -> None:
        """Open a place, by default the current one, in the web browser."""
        place = place or self._navigator.place
        if not is_on_website(place):
            self._messages.show_message("info", NOT_ON_THE_WEBSITE)
            return
        link = address(place, self._account.server)
        if link.startswith(_GAME):
            self._open_game(link)
        elif self._open_web(link):
            text = tr("Opened in the web browser")
            if not self._table.has_page(place):
                text = tr("Opened in the web browser, as {reason}").format(
                    reason=self._reason_for(place)
                )
            self._messages.show_message("info", f"{text}: {plain(link, 120)}")
        else:
            QGuiApplication.clipboard().setText(link)
            self._messages.show_message(
                "warning", tr("No web browser was found. The link is on the clipboard.")
            )

    def open_link(self, link: str) -> None:
        """Open a web address in the web browser; without one, copy it."""
        if not self._open_web(link):
            QGuiApplication.clipboard().setText(link)
            self._messages.show_message(
                "warning", tr("No web browser was found. The link is on the clipboard.")
            )

    def no_page_text(self, place: Place) -> str:
        """Return why a place opens in the web browser only, as a sentence with its address."""
        if not is_on_website(place):
            return NOT_ON_THE_WEBSITE
        return tr("{link} opens in the web browser only, as {reason}.").format(
            link=plain(short(place, self._account.server), 120), reason=self._reason_for(place)
        )

    def _reason_for(self, place: Place) -> str:
        from osubrowser.services.places.reasons import reason_for  # on first use

        return reason_for(place, origins=(HOME, self._account.server))

    def _open_game(self, link: str) -> None:
        """Open a link of the game, which the system hands to osu!."""
        if self._open_web(link):
            self._messages.show_message("info", tr("Handed to osu!: {link}").format(link=link))
        else:
            QGuiApplication.clipboard().setText(link)
            self._messages.show_message(
                "warning", tr("No osu! opens its links here. The link is on the clipboard.")
            )

    def open_profile(self) -> None:
        """Open the profile of the signed-in player."""
        me = self._account.me
        if me is not None and me.id is not None:
            self._navigator.open(UserPlace(me.id))

    # --- tabs --------------------------------------------------------------------------------

    def duplicate_tab(self) -> None:
        """Open the current place in a closable tab in the background."""
        if not self._navigator.is_welcome:
            self._navigator.open(self._navigator.place, "background")

    def close_tab(self) -> None:
        """Close the current tab, if it is a closable one."""
        if self._navigator.place_index is None:
            self._messages.show_message(
                "info", tr("Tabs stay open; places beside them can be closed.")
            )
        elif not self._navigator.is_welcome:
            self._navigator.close_place()

    def list_places(self) -> None:
        """Show the list of the closable tabs."""
        if self._navigator.places:
            self._show_places()
        else:
            self._messages.show_message(
                "info",
                tr("Nothing is open beside the tabs. A middle click on a row opens it there."),
            )

    def fill_history(self, menu: QMenu, step: int) -> None:
        """Fill a menu with the places of Back (`step` -1) or Forward (1)."""
        menu.clear()
        history = self._navigator.history
        entries = history.behind() if step < 0 else history.ahead()
        for distance, entry in enumerate(entries[:_LONGEST_MENU], 1):
            text = entry.title or address(entry.place, self._account.server)
            action = menu.addAction(plain(text, 80).replace("&", "&&"))
            action.triggered.connect(partial(self._navigator.go, step * distance))

    # --- the window --------------------------------------------------------------------------

    def toggle_full_screen(self) -> None:
        """Toggle full screen; leaving it restores the previous size."""
        window = self._window
        if not window.isFullScreen():
            self._was_maximized = window.isMaximized()
            window.showFullScreen()
        elif self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()

    def focus_area(self, step: int) -> None:
        """Set the focus to the next (1) or previous (-1) part of the window."""
        page = self._navigator.page
        areas = [area for area in self._areas if area.isVisible()]
        if page is not None and page.isVisible():
            areas.append(page)
        focused = QApplication.focusWidget()
        now = next((i for i, area in enumerate(areas) if _is_in(focused, area)), None)
        if now is None:
            now = -1 if step > 0 else 0
        area = areas[(now + step) % len(areas)]
        if area is page:
            self._navigator.focus_page()
        else:
            area.setFocus(Qt.FocusReason.TabFocusReason)

    def _call_page(self, name: str) -> None:
        page = self._navigator.page
        if page is not None:
            getattr(page, name)()

    # --- dialogs -----------------------------------------------------------------------------

    def show_shortcuts(self) -> None:
        """Show the shortcut sheet."""
        from osubrowser.ui.dialogs.shortcut_sheet import ShortcutSheet

        keys = self._table.shortcuts_on(self._navigator.kind)
        self._open(ShortcutSheet(keys, self._window))

    def show_about(self) -> None:
        """Show the dialog with the name and the versions of the program."""
        from osubrowser.ui.dialogs.about import AboutDialog

        about = AboutDialog(self._window)
        about.licences.setEnabled(self._calls is not None)
        about.licences_requested.connect(partial(self.show_licences, about))
        self._open(about)

    def show_licences(self, parent: QWidget) -> None:
        """Show the licence texts of the program and its libraries."""
        from osubrowser.licences import load
        from osubrowser.ui.dialogs.licences import LicencesDialog

        if self._calls is not None:
            self._open(LicencesDialog(partial(self._calls.run_at_once, load), parent))

    def show_crash(self, report: CrashReport) -> None:
        """Show the report of unexpected errors; the open dialog is updated."""
        from osubrowser.ui.dialogs.crash import CrashDialog

        found = self._window.findChildren(CrashDialog)
        dialog = found[0] if found else CrashDialog(self._restart, self._window)
        dialog.show_report(report)
        if dialog.isHidden():
            self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setStyleSheet(self._theme.stylesheet(self._navigator.hue))
        dialog.open()


def _is_in(widget: QWidget | None, area: QWidget) -> bool:
    return widget is not None and (widget is area or area.isAncestorOf(widget))
