"""Menu of the account button: the account, the program's own pages, the theme, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.places.places import AppPlace, ListPlace
from osubrowser.services.session.account import AccountState
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import in_menu, key_of
from osubrowser.ui.style.theme import CHOICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from osubrowser.services.places.places import Place
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.shell.page_kind import AppPage


class AccountMenu(QMenu):
    """Menu with the actions for the current state of the account.

    Args:
        preferences: the theme; the menu changes it, and shows changes of theme and keys.
        pages: the program's own pages; those with a `menu` are listed.
        parent: the window.

    Attributes:
        sign_in_requested, sign_out_requested, profile_requested: actions of the account.
        place_requested: `Place`: open one of the program's own pages, or the friends.
        shortcuts_requested, about_requested, quit_requested: actions of the program.
    """

    sign_in_requested = Signal()
    sign_out_requested = Signal()
    profile_requested = Signal()
    place_requested = Signal(object)
    shortcuts_requested = Signal()
    about_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self, preferences: Preferences, pages: Sequence[AppPage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._keys: dict[QAction, tuple[str, Key]] = {}
        self.who = self.addAction("")
        self.who.setEnabled(False)
        self.profile = self._add(tr("My profile"), self.profile_requested)
        self.friends = self._add_place(tr("Friends"), ListPlace("friends"))
        self.sign_in = self._add(tr("Sign in …"), self.sign_in_requested)
        self.sign_out = self._add(tr("Sign out"), self.sign_out_requested)
        self.addSeparator()
        self._add_pages(page for page in pages if page.menu == "library")
        self.addSeparator()
        self.themes = self.addMenu(tr("Theme"))
        self._theme_actions = QActionGroup(self)
        for name, text in CHOICES:
            action = self.themes.addAction(text)
            action.setCheckable(True)
            action.setData(name)
            self._theme_actions.addAction(action)
        self._theme_actions.triggered.connect(
            lambda action: preferences.set("theme", str(action.data()))
        )
        self.addSeparator()
        self._add_pages(page for page in pages if page.menu == "program")
        self._add(tr("All shortcuts"), self.shortcuts_requested, key_of("shortcuts"))
        self._add(tr("About osubrowser"), self.about_requested)
        self.addSeparator()
        self._add(tr("Quit"), self.quit_requested, key_of("quit"))
        preferences.changed.connect(self._on_preferences_changed)
        self._show_theme()
        self.show_keys()

    def show_account(self, account: Account) -> None:
        """Show the entries for the state of the account."""
        state = account.state
        self.who.setText(name_of(account) + f" · {server_name(account)}")
        self.profile.setVisible(state is AccountState.PLAYER and account.me is not None)
        self.friends.setVisible(state is AccountState.PLAYER)
        self.sign_in.setVisible(state is not AccountState.PLAYER or account.is_demo)
        self.sign_out.setVisible(account.client is not None)
        self.sign_out.setText(tr("Leave the demo") if account.is_demo else tr("Sign out"))

    def show_keys(self) -> None:
        """Show the shortcuts that are in force; they are bound by the window."""
        for action, (text, key) in self._keys.items():
            action.setText(in_menu(text, key, self))

    def _on_preferences_changed(self, name: str) -> None:
        if name == "theme":
            self._show_theme()

    def _show_theme(self) -> None:
        for action in self._theme_actions.actions():
            action.setChecked(action.data() == self._preferences.settings.theme)

    def _add_pages(self, pages: Iterable[AppPage]) -> None:
        for page in pages:
            action = self._add_place(page.title, AppPlace(page.name))
            if page.key is not None:
                self._keys[action] = page.title, page.key

    def _add_place(self, text: str, place: Place) -> QAction:
        """Add an entry that opens a place."""
        action = self.addAction(text)
        action.triggered.connect(lambda: self.place_requested.emit(place))
        return action

    def _add(self, text: str, signal: SignalInstance, key: Key | None = None) -> QAction:
        """Add an entry that emits a signal."""
        action = self.addAction(text)
        if key is not None:
            self._keys[action] = text, key
        action.triggered.connect(lambda: signal.emit())
        return action


def name_of(account: Account) -> str:
    """Return the label of an account: a player's name or a state."""
    match account.state:
        case AccountState.SIGNING_IN:
            return tr("Signing in …")
        case AccountState.GUEST:
            return tr("Guest")
        case AccountState.PLAYER:
            return plain(account.me.username, 60) if account.me is not None else tr("Player")
        case _:
            return tr("Sign in")


def server_name(account: Account) -> str:
    """Return the short name of the account's server, such as `osu.ppy.sh` or `demo`."""
    return tr("demo") if account.is_demo else account.server.split("://", 1)[-1]
