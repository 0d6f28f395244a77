"""The settings page on a desk of its own, with everything that follows what it changes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from osubrowser.services.beatmap_services import BeatmapServices
from osubrowser.services.cache.response_cache import ResponseCache
from osubrowser.services.history.histories import Histories
from osubrowser.services.history_services import HistoryServices
from osubrowser.services.images.image_store import ImageStore
from osubrowser.services.library.library import Library
from osubrowser.services.places.places import AppPlace
from osubrowser.services.preference_effects import PreferenceEffects
from osubrowser.services.replay_services import ReplayServices
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from osubrowser.services.updates.checker import UpdateChecker
from osubrowser.ui.keys import shortcuts
from osubrowser.ui.keys.shortcuts import KEYS, TABLE_KEYS, WINDOW_KEYS
from osubrowser.ui.pages.rankings.keys import RANK_KEY
from osubrowser.ui.pages.settings.page import SettingsPage
from osubrowser.ui.pages.settings.section import SettingsParts, SettingsSection
from osubrowser.ui.style.theme import Theme
from tests.ui.shell_window import StillAccount


class SettingsDesk:
    """The page in a window of its own, with everything that follows what it changes."""

    def __init__(
        self, qtbot: QtBot, calls: Calls, folder: Path, theme: str = "dark", releases: str = ""
    ) -> None:
        self.folder = folder
        self.calls = calls
        self._qtbot = qtbot
        self.account = StillAccount()
        self.settings = Settings.load(folder / "settings.json")
        self.preferences = Preferences(self.settings)
        self.cache = ResponseCache(folder / "memory")
        self.images = ImageStore(calls, folder / "images", server=lambda: "http://127.0.0.1:9")
        account = self.account.as_account()
        self.effects = PreferenceEffects(self.preferences, account, calls, self.cache, self.images)
        self.secrets = SecretStore(folder / "secrets.json", use_keyring=False)
        self.replays = ReplayServices(
            calls, account, self.preferences, Folders.inside(folder), self.secrets
        )
        self.executor = ThreadPoolExecutor(1)
        self.library = Library(calls, self.executor, Folders.inside(folder), account)
        self.beatmaps = BeatmapServices(
            calls, self.preferences, self.library, self.replays, account
        )
        self.updates = UpdateChecker(calls, self.settings, address=releases, version="1.2.0")
        self.histories = Histories(Folders.inside(folder).histories)
        self.history = HistoryServices(self.histories, calls, account, self.preferences)
        self.signed_out = 0
        self.opened_web: list[str] = []
        self.restarted = 0
        self.opened: list[str] = []
        self.told: list[tuple[str, str]] = []
        self.theme = Theme("light" if theme == "light" else "dark")
        # As the window does with keys that change.
        self.preferences.changed.connect(self._use_keys)
        self.page = SettingsPage(self._parts())
        self.page.setProperty("ground", True)
        self.page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.page.setStyleSheet(self.theme.stylesheet(255))
        self.page.message_requested.connect(lambda *message: self.told.append(message))
        qtbot.addWidget(self.page)
        self.page.resize(1000, 520)  # what the window leaves it at 1000x640
        with qtbot.waitExposed(self.page):
            self.page.show()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.show_place(AppPlace("settings"), None)

    def _parts(self) -> SettingsParts:
        return SettingsParts(
            self.preferences,
            self.account.as_account(),
            self.calls,
            self.effects,
            self.cache,
            self.images,
            Folders.inside(self.folder),
            self.theme.colours(255),
            table=lambda: (*KEYS, *WINDOW_KEYS, *TABLE_KEYS, RANK_KEY),
            problem=lambda: self.settings.problem,
            sign_out=self._sign_out,
            open_folder=self._open_folder,
            replays=self.replays,
            beatmaps=self.beatmaps,
            updates=self.updates,
            history=self.history,
            open_web=self._open_web,
            restart=self._restart,
            text_size=self.settings.text_size,
        )

    def _use_keys(self, _name: str) -> None:
        shortcuts.use(self.page, self.preferences.shortcuts)

    def _open_web(self, url: str) -> bool:
        self.opened_web.append(url)
        return True

    def _sign_out(self) -> None:
        self.signed_out += 1

    def _restart(self) -> None:
        self.restarted += 1

    def _open_folder(self, folder: str) -> bool:
        self.opened.append(folder)
        return Path(folder).exists()

    def section(self, title: str) -> SettingsSection:
        self.page.choose(title)
        found = self.page.section
        assert found is not None
        self._qtbot.waitUntil(lambda: self.page.is_settled)
        assert self.page.isActiveWindow()  # no part of it was a window for a moment
        return found

    def close(self) -> None:
        self.page.leave()
        self.history.transfers.close()
        self.histories.close()
        self.library.close()
        self.executor.shutdown()
        self.effects.close()
        self.images.close()
        self.cache.close()
