"""Settings section: account, server, and location of secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from osubrowser.services.places.places import UserPlace
from osubrowser.services.session.account import AccountState
from osubrowser.services.session.secret_store import KEYRING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.settings.rows import SettingRow, button, set_path, shown_path, text
from osubrowser.ui.pages.settings.section import SettingsSection

if TYPE_CHECKING:
    from osubrowser.ui.pages.settings.section import SettingsParts

_BRINGS = tr(
    "Signing in as yourself would bring your friends and their ranking, your own scores on a "
    "beatmap, what you have played, and replays to save."
)


class AccountSection(SettingsSection):
    """Section with the account, its server and its secrets; the sign-in is on the welcome page."""

    title = tr("Account")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.who = text(role="strong")
        self.brings = text(_BRINGS)
        self.profile = button(tr("My profile"))
        self.sign_in = button(tr("Sign in …"))
        self.sign_out = button(tr("Sign out"))
        self.server = shown_path(tr("Server"))
        self.kept_in = text()
        self.callback = shown_path(tr("Callback address"))
        self.copy = button(tr("Copy"), tr("Copy callback address"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for one in (self.profile, self.sign_in, self.sign_out):
            buttons.addWidget(one)
        buttons.addStretch(1)
        self._lay_out(
            self.who,
            self.brings,
            buttons,
            6,
            SettingRow(tr("Server"), "", (self.server,), wide=True),
            self.kept_in,
            6,
            SettingRow(
                tr("Callback address"),
                tr(
                    "An OAuth application of your own on osu! has to have this address, or "
                    "signing in through the web browser fails."
                ),
                (self.callback, self.copy),
                wide=True,
            ),
        )
        self.profile.clicked.connect(self._open_profile)
        self.sign_in.clicked.connect(self.sign_in_requested)
        self.sign_out.clicked.connect(lambda: parts.sign_out())
        self.copy.clicked.connect(lambda: self._copy(self.callback.text()))
        parts.account.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Update the fields from the account."""
        account = self._parts.account
        state, me = account.state, account.me
        is_player = state is AccountState.PLAYER
        self.who.setText(self._who())
        self.brings.setVisible(not is_player or account.is_demo)
        self.profile.setVisible(is_player and me is not None)
        self.sign_in.setVisible(not is_player or account.is_demo)
        self.sign_out.setVisible(account.client is not None)
        self.sign_out.setText(tr("Leave the demo") if account.is_demo else tr("Sign out"))
        set_path(self.server, account.server)
        set_path(self.callback, account.callback_address)
        self.kept_in.setText(self._how_kept())

    def _open_profile(self) -> None:
        me = self._parts.account.me
        if me is not None and me.id is not None:
            self.open_requested.emit(UserPlace(me.id), "here")

    def _who(self) -> str:
        account = self._parts.account
        if account.is_demo:
            return tr("This is the demo: a made-up osu! inside this program.")
        match account.state:
            case AccountState.PLAYER:
                me = account.me
                name = plain(me.username, 60) if me is not None else tr("a player")
                return tr("Signed in as {name}.").format(name=name)
            case AccountState.GUEST:
                return tr("You are a guest: public pages, and nothing of yourself.")
            case AccountState.SIGNING_IN:
                return tr("Signing in …")
            case _:
                return tr("Nobody is signed in.")

    def _how_kept(self) -> str:
        where = self._parts.account.secrets_location
        if self._parts.account.is_demo:
            return tr("The sign-in of the demo is not kept.")
        if where == KEYRING:
            return tr("The client secret and the sign-in are kept in the system's keyring.")
        if where:
            return tr(
                "The client secret and the sign-in are kept in {where}, a file that only "
                "you can read: this system has no keyring, or the program has a folder of "
                "its own."
            ).format(where=plain(where))
        return ""
