"""What the keys and menus of the window do: links, dialogs, full screen, the way of the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from osubrowser.services.places.places import AppPlace, UserPlace
from osubrowser.services.places.urls import HOME, address
from osubrowser.services.text.plain import plain
from osubrowser.ui.keys.shortcuts import (
    ADDRESS_KEYS,
    KEYS,
    PAGE_KEYS,
    TABLE_KEYS,
    Key,
    bind,
    tab_key,
)
from osubrowser.ui.shell.navigator import NOT_ON_THE_WEBSITE

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.services.session.account import Account
    from osubrowser.ui.shell.main_window import MainWindow
    from osubrowser.ui.shell.navigator import Navigator
    from osubrowser.ui.style.theme import Theme

_LONGEST_MENU: Final = 12


class Commands(QObject):
    """The actions of a window, each a method; `bind` gives them their keys.

    Args:
        window: whose actions they are.
        navigator: which place is open.
        account: whose server links belong to.
        theme: what dialogs wear.
        open_web: opens an address in the web browser; False if it could not.
    """

    def __init__(
        self,
        window: MainWindow,
        navigator: Navigator,
        account: Account,
        theme: Theme,
        open_web: Callable[[str], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = navigator
        self._account = account
        self._theme = theme
        self._open_web = open_web
        self._was_maximized = False
        self._keys: tuple[Key, ...] = ()

    def bind(self, titles: Sequence[str]) -> None:
        """Bind every key of the window; `titles` are those of the tabs."""
        navigator = self._navigator
        tab_keys = tuple(tab_key(n, title) for n, title in enumerate(titles, 1))
        actions: dict[str, Callable[[], object]] = {
            "address": self._window.chrome.address.start,
            "back": partial(navigator.go, -1),
            "forward": partial(navigator.go, 1),
            "reload": navigator.reload,
            "home": navigator.go_home,
            "next_tab": partial(navigator.step_tab, 1),
            "previous_tab": partial(navigator.step_tab, -1),
            "keep_place": self.keep_place,
            "close_place": self.close_place,
            "reopen_place": navigator.reopen_closed,
            "bookmarks": partial(navigator.open, AppPlace("bookmarks")),
            "recent": partial(navigator.open, AppPlace("recent")),
            "bookmark": self.bookmark,
            "next_area": partial(self.focus_area, 1),
            "previous_area": partial(self.focus_area, -1),
            "filter": partial(self._of_page, "start_filter"),
            "copy": partial(self._of_page, "copy_selection"),
            "export": partial(self._of_page, "export"),
            "copy_link": self.copy_link,
            "open_web": self.open_web,
            "settings": self.open_settings,
            "full_screen": self.toggle_full_screen,
            "shortcuts": self.show_shortcuts,
            "quit": self._window.close,
        }
        for position, key in enumerate(tab_keys):
            actions[key.action] = partial(navigator.select, position)
        self._keys = (*KEYS, *tab_keys, *ADDRESS_KEYS, *TABLE_KEYS)
        bind(self._window, (*KEYS, *tab_keys), actions)

    @property
    def table(self) -> tuple[Key, ...]:
        """Every key of the program, with its own sequences, on whichever page."""
        return (*self._keys, *PAGE_KEYS)

    # --- links -------------------------------------------------------------------------------

    def copy_link(self, place: Place | None = None) -> None:
        """Put the web address of a place, or of what is open, on the clipboard."""
        if place is None and self._navigator.is_welcome:
            return
        # As the address bar has it: the demo's own address dies with it.
        origin = HOME if self._account.is_demo else self._account.server
        link = address(place or self._navigator.place, origin)
        QGuiApplication.clipboard().setText(link)
        self._window.tell("good", f"Copied: {plain(link, 200)}")

    def open_web(self, place: Place | None = None) -> None:
        """Open a place, or the one that is open here, in the web browser."""
        place = place or self._navigator.place
        if isinstance(place, AppPlace):
            self._window.tell("info", NOT_ON_THE_WEBSITE)
            return
        link = address(place, self._account.server)
        if self._open_web(link):
            words = "Opened in the web browser"
            if not self._navigator.has_page(place):
                words = f"{words}, as osubrowser has no page for it yet"
            self._window.tell("info", f"{words}: {plain(link, 120)}")
        else:
            QGuiApplication.clipboard().setText(link)
            self._window.tell("warning", "No web browser was found. The link is on the clipboard.")

    def open_profile(self) -> None:
        """Open the profile of the player who is signed in."""
        me = self._account.me
        if me is not None and me.id is not None:
            self._navigator.open(UserPlace(me.id))

    def open_settings(self) -> None:
        """Open the page of the settings."""
        self._navigator.open(AppPlace("settings"))

    # --- places ------------------------------------------------------------------------------

    def keep_place(self) -> None:
        """Open what is open once more beside the tabs, so that it stays while one goes on."""
        if not self._navigator.is_welcome:
            self._navigator.open(self._navigator.place, "background")

    def close_place(self) -> None:
        """Close the current closable place; the tabs themselves stay."""
        if self._navigator.place_index is None:
            self._window.tell("info", "Tabs stay open; places beside them can be closed.")
        elif not self._navigator.is_welcome:
            self._navigator.close_place()

    def bookmark(self) -> None:
        """Bookmark what is open, and open the panel for its title and note."""
        if self._window.starring is not None:
            self._window.starring.star()

    # --- the window --------------------------------------------------------------------------

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to the size before."""
        window = self._window
        if not window.isFullScreen():
            self._was_maximized = window.isMaximized()
            window.showFullScreen()
        elif self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()

    def focus_page(self) -> None:
        """Give the focus to the page."""
        page = self._navigator.page
        if page is not None:
            page.take_focus()

    def focus_area(self, step: int) -> None:
        """Give the focus to the next (or previous) of address, tabs and page."""
        chrome, page = self._window.chrome, self._navigator.page
        areas: list[QWidget] = [chrome.address, chrome.tabs]
        areas += [part for part in (chrome.places, page) if part is not None and part.isVisible()]
        focused = QApplication.focusWidget()
        now = next((i for i, area in enumerate(areas) if _is_in(focused, area)), None)
        if now is None:
            now = -1 if step > 0 else 0
        area = areas[(now + step) % len(areas)]
        if area is page:
            self.focus_page()
        else:
            area.setFocus(Qt.FocusReason.TabFocusReason)

    def fill_history(self, menu: QMenu, step: int) -> None:
        """List where Back (`step` -1) or Forward (1) can go."""
        menu.clear()
        history = self._navigator.history
        entries = history.behind() if step < 0 else history.ahead()
        for distance, entry in enumerate(entries[:_LONGEST_MENU], 1):
            words = entry.title or address(entry.place, self._account.server)
            action = menu.addAction(plain(words, 80).replace("&", "&&"))
            action.triggered.connect(partial(self._navigator.go, step * distance))

    def _of_page(self, name: str) -> None:
        page = self._navigator.page
        if page is not None:
            getattr(page, name)()

    # --- dialogs -----------------------------------------------------------------------------

    def show_shortcuts(self) -> None:
        """Show the sheet of all shortcuts."""
        from osubrowser.ui.dialogs.shortcut_sheet import ShortcutSheet

        page = self._navigator.page
        keys = (*self._keys, *(page.keys if page is not None else ()))
        self._open(ShortcutSheet(keys, self._window))

    def show_about(self) -> None:
        """Show name and versions."""
        from osubrowser.ui.dialogs.about import AboutDialog

        self._open(AboutDialog(self._window))

    def show_crash(self, error: BaseException) -> None:
        """Show an error that nobody expected; further ones join the same dialog."""
        from osubrowser.ui.dialogs.crash import CrashDialog

        found = self._window.findChildren(CrashDialog)
        dialog = found[0] if found else CrashDialog(self._window)
        dialog.add(error)
        if dialog.isHidden():
            self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setStyleSheet(self._theme.stylesheet(self._navigator.hue))
        dialog.open()


def _is_in(widget: QWidget | None, area: QWidget) -> bool:
    return widget is not None and (widget is area or area.isAncestorOf(widget))
