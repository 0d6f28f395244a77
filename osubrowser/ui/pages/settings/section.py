"""Base class of settings sections, and the services they are built with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.storage import default_folders
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.settings.rows import add_all, heading

if TYPE_CHECKING:
    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.cache.response_cache import ResponseCache
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.preference_effects import PreferenceEffects
    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.storage.folders import Folders
    from osubrowser.services.updates.checker import UpdateChecker
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class SettingsParts:
    """Services and callables for the sections.

    Attributes:
        preferences: the user's choices.
        account: the current account.
        calls: runs blocking calls, such as file access.
        effects: applies changed preferences to the services.
        cache: the response cache.
        images: the image store and its cache.
        folders: paths of the program's files.
        colours: to paint with until `set_colours` is called.
        table: returns every shortcut of the program, with its default sequences.
        problem: returns a sentence about a problem of the settings file, or None.
        sign_out: ends the session.
        open_folder: opens an existing folder in the file manager; returns False on failure.
        replays: stores the key of API v1.
        beatmaps: marks of beatmaps, and those on this computer.
        updates: asks for the newest version.
        history: histories, and what is followed.
        open_web: opens an address in the web browser; returns False on failure.
        restart: ends the program, and starts it again.
        text_size: the text size of this run, in percent.
    """

    preferences: Preferences
    account: Account
    calls: Calls
    effects: PreferenceEffects
    cache: ResponseCache
    images: ImageStore
    folders: Folders
    colours: Colours
    table: Callable[[], Sequence[Key]]
    problem: Callable[[], str | None]
    sign_out: Callable[[], object]
    open_folder: Callable[[str], bool]
    replays: ReplayServices
    beatmaps: BeatmapServices
    updates: UpdateChecker
    history: HistoryServices
    open_web: Callable[[str], bool]
    restart: Callable[[], object]
    text_size: int


class SettingsSection(QWidget):
    """Base class of settings sections: built when first shown, refreshed at each showing.

    Attributes:
        title: title in the list of sections.
        message_requested, open_requested, sign_in_requested: as those of a page.
        seen_wanted: a control to scroll to.
    """

    title = ""

    message_requested = Signal(str, str)
    open_requested = Signal(object, str)
    sign_in_requested = Signal()
    seen_wanted = Signal(QWidget)

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._scope = TaskScope()

    def refresh(self) -> None:
        """Update the controls; file access runs on a worker."""

    def finish(self) -> None:
        """Commit edited values; called when the section is hidden."""

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""

    def leave(self) -> None:
        """Cancel all tasks."""
        self._scope.cancel_all()

    @property
    def is_settled(self) -> bool:
        """Whether no task is running."""
        return len(self._scope) == 0

    def _lay_out(self, *items: QWidget | QLayout | int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(14)
        add_all(column, (heading(self.title), 2, *items))
        column.addStretch(1)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.message_requested.emit("good", tr("Copied: {text}").format(text=plain(text, 120)))

    def _open_folder(self, folder: str) -> None:
        self._scope.start(self._show_folder(folder), key="open a folder")

    async def _show_folder(self, folder: str) -> None:
        is_there = await self._parts.calls.run(default_folders.is_there, folder)
        if not is_there or not self._parts.open_folder(folder):
            QGuiApplication.clipboard().setText(folder)
            self.message_requested.emit(
                "warning", tr("The folder could not be opened. Its path is on the clipboard.")
            )
