"""Dialog of the folders of the replay library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.plain import plain
from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from osubrowser.services.settings.preferences import Preferences

_PATH = int(Qt.ItemDataRole.UserRole)


class FolderList(QWidget):
    """List of the folders of the library, with buttons, for a dialog or the settings.

    Args:
        preferences: has the folders.
        parent: the Qt parent.

    Attributes:
        folder_wanted: choose a folder to add.
    """

    folder_wanted = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.folders = QListWidget(self)
        self.folders.setAccessibleName("Folders of the library")
        self.folders.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.add = QPushButton("Add a folder …", self)
        self.remove = QPushButton("Remove", self)
        self.remove.setToolTip("The files stay where they are")
        self.installed = QCheckBox("Replays of an installed osu! too", self)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.folders, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.installed)
        self.add.clicked.connect(self.folder_wanted)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.folders.currentRowChanged.connect(self._on_current_changed)
        self.installed.toggled.connect(self._on_installed_toggled)
        preferences.changed.connect(self._on_preference_changed)
        self._show()

    def _show(self) -> None:
        settings = self._preferences.settings
        row = self.folders.currentRow()
        self.folders.clear()
        for folder in settings.replay_folders:
            self.folders.addItem(plain(folder, 1000))
            self.folders.item(self.folders.count() - 1).setData(_PATH, folder)
        self.folders.setCurrentRow(min(row, self.folders.count() - 1))
        self.installed.setChecked(settings.use_installed)
        self._on_current_changed(self.folders.currentRow())

    def _on_current_changed(self, row: int) -> None:
        self.remove.setEnabled(row >= 0)

    def _on_remove_clicked(self) -> None:
        item = self.folders.currentItem()
        if item is not None:
            gone = item.data(_PATH)
            chosen = self._preferences.settings.replay_folders
            self._preferences.set("replay_folders", [one for one in chosen if one != gone])

    def _on_installed_toggled(self, is_on: bool) -> None:
        self._preferences.set("use_installed", is_on)

    def _on_preference_changed(self, name: str) -> None:
        if name in ("replay_folders", "use_installed"):
            self._show()


class FoldersDialog(QDialog):
    """Dialog of the folders of the library.

    Args:
        preferences: has the folders.
        parent: the view.

    Attributes:
        folder_wanted: choose a folder to add.
    """

    folder_wanted = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Folders of the replay library")
        title = QLabel("Folders of the library", self)
        title.setProperty("role", "title")
        title.setFont(title_font(16))
        words = QLabel(
            "Replays in these folders, and in all folders inside them, are listed beside the "
            "folder that replays are saved in. They are watched for changes.",
            self,
        )
        words.setWordWrap(True)
        words.setProperty("role", "secondary")
        self.list = FolderList(preferences, self)
        self.list.folder_wanted.connect(self.folder_wanted)
        close = QPushButton("Close", self)
        close.setProperty("primary", True)
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addLayout(last)
        self.resize(560, 380)
