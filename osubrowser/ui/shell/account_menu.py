"""The menu at the top right: the account, the theme, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.session.account import AccountState
from osubrowser.services.text.plain import plain
from osubrowser.ui.keys.keymap import in_menu
from osubrowser.ui.keys.shortcuts import key_of

if TYPE_CHECKING:
    from osubrowser.services.session.account import Account
    from osubrowser.ui.style.theme import Choice

THEMES: Final[tuple[tuple[Choice, str], ...]] = (
    ("system", "As the system"),
    ("dark", "Dark"),
    ("light", "Light"),
)


class AccountMenu(QMenu):
    """Shows what can be done in the state that the account is in.

    Attributes:
        sign_in_requested, sign_out_requested, profile_requested: about the account.
        bookmarks_requested, recent_requested: what a person keeps.
        theme_chosen: `dark`, `light` or `system`.
        settings_requested, shortcuts_requested, about_requested, quit_requested: about the program.
    """

    sign_in_requested = Signal()
    sign_out_requested = Signal()
    profile_requested = Signal()
    bookmarks_requested = Signal()
    recent_requested = Signal()
    theme_chosen = Signal(str)
    settings_requested = Signal()
    shortcuts_requested = Signal()
    about_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyed: dict[QAction, tuple[str, str]] = {}
        self.who = self.addAction("")
        self.who.setEnabled(False)
        self.profile = self._add("My profile", self.profile_requested)
        self.sign_in = self._add("Sign in …", self.sign_in_requested)
        self.sign_out = self._add("Sign out", self.sign_out_requested)
        self.addSeparator()
        self._add("Bookmarks", self.bookmarks_requested, "bookmarks")
        self._add("Recently seen", self.recent_requested, "recent")
        self.addSeparator()
        self.themes = self.addMenu("Theme")
        self._group = QActionGroup(self)
        for key, words in THEMES:
            choice = self.themes.addAction(words)
            choice.setCheckable(True)
            choice.setChecked(key == theme)
            choice.setData(key)
            self._group.addAction(choice)
        self._group.triggered.connect(lambda choice: self.theme_chosen.emit(choice.data()))
        self.addSeparator()
        self._add("Settings", self.settings_requested, "settings")
        self._add("All shortcuts", self.shortcuts_requested, "shortcuts")
        self._add("About osubrowser", self.about_requested)
        self.addSeparator()
        self._add("Quit", self.quit_requested, "quit")

    def show_account(self, account: Account) -> None:
        """Offer what fits the state of the account."""
        state = account.state
        self.who.setText(name_of(account) + f" · {server_name(account)}")
        self.profile.setVisible(state is AccountState.PLAYER and account.me is not None)
        self.sign_in.setVisible(state is not AccountState.PLAYER or account.is_demo)
        self.sign_out.setVisible(account.client is not None)
        self.sign_out.setText("Leave the demo" if account.is_demo else "Sign out")

    def show_theme(self, theme: str) -> None:
        """Mark the theme that is chosen."""
        for choice in self._group.actions():
            choice.setChecked(choice.data() == theme)

    def show_keys(self) -> None:
        """Write the keys that are in force. The window binds them; here they are only shown."""
        for action, (words, name) in self._keyed.items():
            action.setText(in_menu(words, key_of(name), self))

    def _add(self, words: str, signal: SignalInstance, name: str = "") -> QAction:
        """Add what emits a signal; `name` is its action in the table of keys."""
        action = self.addAction(words)
        if name:
            self._keyed[action] = words, name
        action.triggered.connect(lambda: signal.emit())
        return action


def name_of(account: Account) -> str:
    """Return the words for who is signed in."""
    match account.state:
        case AccountState.SIGNING_IN:
            return "Signing in …"
        case AccountState.GUEST:
            return "Guest"
        case AccountState.PLAYER:
            return plain(account.me.username, 60) if account.me is not None else "Player"
        case _:
            return "Sign in"


def server_name(account: Account) -> str:
    """Return the short name of the server in use, such as `osu.ppy.sh` or `demo`."""
    return "demo" if account.is_demo else account.server.split("://", 1)[-1]
