"""Libraries of bookmarks on a profile, as the program builds them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from pytestqt.qtbot import QtBot

from osubrowser.services.library.library import Library
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.services.storage.folders import Folders
from tests.ui.shell_window import StillAccount


class Desk:
    """Libraries on one profile, one after the other or side by side."""

    def __init__(self, qtbot: QtBot, folders: Folders) -> None:
        self.qtbot = qtbot
        self.folders = folders
        self.account = StillAccount()
        self.executor: ThreadPoolExecutor = make_executor()
        self.calls = Calls(self.executor)
        self.problems: list[str] = []
        self._open: list[Library] = []

    def library(self, *, read: bool = True) -> Library:
        """Return a library; with `read`, its files have been read."""
        library = Library(self.calls, self.executor, self.folders, self.account.as_account())
        library.problem_found.connect(self.problems.append)
        self._open.append(library)
        if read:
            library.open()
            self.qtbot.waitUntil(lambda: library.is_loaded)
        return library

    def again(self, library: Library) -> Library:
        """Close a library and read its files anew."""
        library.close()
        return self.library()

    def in_demo(self, is_demo: bool) -> None:
        self.account.is_demo = is_demo
        self.account.changed.emit()

    def is_player(self, player: int) -> None:
        """Let another player be the one who is signed in."""
        self.account.last = player
        self.account.changed.emit()

    def close(self) -> None:
        for library in self._open:
            library.close()
        self.calls.close()
        self.executor.shutdown(wait=True)
