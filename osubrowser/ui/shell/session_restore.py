"""What was open is kept in the settings, for each account, and opened again at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from osubrowser.services.cache.keys import DEMO
from osubrowser.services.places.places import PlayersPlace, WebAddress, WelcomePlace
from osubrowser.services.places.urls import HOME, address, parse
from osubrowser.services.settings.schema import SavedTabs
from osubrowser.ui.shell.open_tabs import SavedState

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.shell.navigator import Navigator

_KEEP_AFTER: Final = 2000  # milliseconds: whoever goes on quickly is not written about each time
_BESIDE: Final = "beside:"


class SessionRestore(QObject):
    """Keeps what a navigator has open, and opens it again.

    Args:
        navigator: what is open.
        account: whose it is.
        settings: where it is kept.
    """

    def __init__(
        self, navigator: Navigator, account: Account, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._account = account
        self._settings = settings
        self._whose: str | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER)
        self._keeping.timeout.connect(self.keep)
        navigator.moved.connect(self._on_navigator_moved)

    def enter(self, *, demo: bool = False) -> None:
        """Open what was open when this account was here last, if it is another one than before.

        Args:
            demo: the session that is about to be is the demo's.
        """
        whose = DEMO if demo else self._account.whose
        if whose == self._whose:
            return
        self.keep()
        is_first = self._whose is None
        self._whose = whose
        if self._settings.reopen:
            self._navigator.restore(self._snapshot(self._settings.open_places.get(whose)))
        elif not is_first:  # what is open belongs to another world
            self._navigator.restore(SavedState())

    def keep(self) -> None:
        """Keep what is open now. The settings are written on a worker."""
        self._keeping.stop()
        if self._whose is None:
            return
        kept = self._kept(self._navigator.snapshot()) if self._settings.reopen else SavedTabs()
        if self._settings.open_places.get(self._whose, SavedTabs()) != kept:
            self._settings.open_places[self._whose] = kept
            self._settings.save()

    def _on_navigator_moved(self) -> None:
        if self._whose is not None and not self._keeping.isActive():
            self._keeping.start()

    def _kept(self, snapshot: SavedState) -> SavedTabs:
        tabs = {
            key: address(place)
            for key, place in snapshot.tabs.items()
            if not isinstance(place, PlayersPlace | WelcomePlace)  # where a tab begins anyhow
        }
        beside = tuple((address(place), title) for place, title in snapshot.beside)
        current = snapshot.current
        return SavedTabs(
            tabs, beside, f"{_BESIDE}{current}" if isinstance(current, int) else current
        )

    def _snapshot(self, kept: SavedTabs | None) -> SavedState:
        if kept is None:
            return SavedState()
        tabs = {key: place for key, text in kept.tabs.items() if (place := _place(text))}
        found = [(_place(text), title) for text, title in kept.beside]
        beside = tuple((place, title) for place, title in found if place is not None)
        current: str | int = kept.current
        number = kept.current.removeprefix(_BESIDE)
        if number != kept.current and number.isascii() and number.isdecimal():
            # Where one could not be read, the positions are others.
            current = sum(place is not None for place, _ in found[: int(number[:4])])
        return SavedState(tabs, beside, current)


def _place(text: str) -> Place | None:
    """Return the place of an address that was kept: of the website, whatever the server was."""
    place = parse(text, origins=(HOME,))
    return None if isinstance(place, WebAddress) else place
