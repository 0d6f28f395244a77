"""Session restore: saves the open tabs of each account, and opens them at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from osubrowser.services.cache.response_cache import DEMO
from osubrowser.services.places.places import WebAddress
from osubrowser.services.places.urls import HOME, exact_address, short
from osubrowser.services.settings.schema import SavedTabs
from osubrowser.ui.shell.open_tabs import SavedState

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.shell.navigator import Navigator
    from osubrowser.ui.shell.page_kind import PageTable

_SAVE_AFTER: Final = 2000  # milliseconds from the first unsaved change to the save
_BESIDE: Final = "beside:"


class SessionRestore(QObject):
    """Saves and restores the open tabs of a navigator.

    Args:
        navigator: the open tabs.
        table: parses saved addresses.
        account: the account to which the tabs belong.
        settings: stores the tabs.
        parent: the Qt parent.
        is_enabled: whether tabs are restored and saved; else those that are saved stay.

    Attributes:
        timer: the delay between a change and its saving.
    """

    def __init__(
        self,
        navigator: Navigator,
        table: PageTable,
        account: Account,
        settings: Settings,
        parent: QObject,
        *,
        is_enabled: bool = True,
    ) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._table = table
        self._account = account
        self._settings = settings
        self._is_enabled = is_enabled
        self._account_key: str | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_SAVE_AFTER)
        self.timer.timeout.connect(self.save)
        navigator.place_changed.connect(self._on_navigator_changed)
        navigator.tabs_changed.connect(self._on_navigator_changed)

    def enter(self, *, demo: bool = False) -> None:
        """Restore the tabs of the account, unless they are open.

        Args:
            demo: whether the session being started is the demo's.
        """
        key = DEMO if demo else self._account.whose
        if key == self._account_key:
            return
        self.save()
        is_first = self._account_key is None
        self._account_key = key
        if self._settings.reopen and self._is_enabled:
            self._navigator.restore(self._state_of(self._settings.open_places.get(key)))
        elif not is_first:  # the open tabs belong to the previous account
            self._navigator.restore(SavedState())

    def save(self) -> None:
        """Save the open tabs; the settings file is written on a worker."""
        self.timer.stop()
        if self._account_key is None or not self._is_enabled:
            return
        tabs = _saved_tabs(self._navigator.snapshot()) if self._settings.reopen else SavedTabs()
        if self._settings.open_places.get(self._account_key, SavedTabs()) != tabs:
            self._settings.open_places.pop(self._account_key, None)  # the newest is the last
            self._settings.open_places[self._account_key] = tabs
            self._settings.save()

    def _on_navigator_changed(self) -> None:
        if self._account_key is not None and not self.timer.isActive():
            self.timer.start()

    def _state_of(self, saved: SavedTabs | None) -> SavedState:
        if saved is None:
            return SavedState()
        tabs = {key: place for key, text in saved.tabs.items() if (place := self._place(text))}
        found = [(self._place(text), title) for text, title in saved.beside]
        beside = tuple((place, title) for place, title in found if place is not None)
        current: str | int = saved.current
        number = saved.current.removeprefix(_BESIDE)
        if number != saved.current and number.isascii() and number.isdecimal():
            # Addresses that cannot be parsed shift the positions.
            current = sum(place is not None for place, _ in found[: int(number[:4])])
        return SavedState(tabs, beside, current)

    def _place(self, text: str) -> Place | None:
        """Return the place of a saved address, which is one of the website for any server."""
        place = self._table.parse(text, origins=(HOME,))
        return None if isinstance(place, WebAddress) else place


def _saved_tabs(state: SavedState) -> SavedTabs:
    # Places without an address are homes, where a tab starts by default.
    tabs = {key: exact_address(place) for key, place in state.tabs.items() if short(place)}
    beside = tuple((exact_address(place), title) for place, title in state.beside)
    current = state.current
    return SavedTabs(tabs, beside, f"{_BESIDE}{current}" if isinstance(current, int) else current)
