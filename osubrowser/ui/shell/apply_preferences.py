"""What a changed preference does to the window: its theme, the titles it shows, its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from osubrowser.ui.keys import keymap
from osubrowser.ui.keys.shortcuts import tab_key

if TYPE_CHECKING:
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.ui.shell.main_window import MainWindow
    from osubrowser.ui.style.theme import Choice, Theme


class WindowPreferences(QObject):
    """Carries the choices to the window. Made before the window binds its keys.

    Args:
        window: what changes.
        theme: what everything wears.
        preferences: what is chosen.
    """

    def __init__(self, window: MainWindow, theme: Theme, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.preferences = preferences
        keymap.use(window, preferences.shortcuts)
        preferences.changed.connect(self._on_preferences_changed)
        window.menu.theme_chosen.connect(preferences.set_theme)
        self._show_keys()

    def _on_preferences_changed(self, name: str) -> None:
        if name == "theme":
            self._theme.set_choice(cast("Choice", self.preferences.theme))
            self._window.menu.show_theme(self.preferences.theme)
        elif name == "titles":
            self._window.navigator.show_anew()
        elif name == "shortcuts":
            keymap.use(self._window, self.preferences.shortcuts)
            self._show_keys()

    def _show_keys(self) -> None:
        """Write the keys where no tooltip of a control does: in the menu and on the tabs."""
        self._window.menu.show_keys()
        tabs = self._window.chrome.tabs
        for position in range(tabs.count()):
            title = tabs.tabText(position)
            words = keymap.with_key(title, tab_key(position + 1, title), tabs)
            tabs.setTabToolTip(position, words)
