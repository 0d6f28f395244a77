"""Dialogs of the folders of the replay library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from osubrowser.services.settings.preferences import Preferences

_PATH = int(Qt.ItemDataRole.UserRole)


def choose_folder(preferences: Preferences, parent: QWidget) -> None:
    """Open a dialog for a folder, and add it to those of the library.

    Args:
        preferences: has the folders.
        parent: the parent of the dialog.
    """
    dialog = QFileDialog(parent, tr("Add a folder with replays"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda folder: add_folder(preferences, folder))
    dialog.open()


def add_folder(preferences: Preferences, folder: str) -> None:
    """Add a folder to those of the library, which then reads it."""
    chosen = preferences.settings.replay_folders
    preferences.set("replay_folders", list(dict.fromkeys([*chosen, folder])))


class ReplayFoldersDialog(QDialog):
    """Dialog of the folders of the library.

    Args:
        preferences: has the folders.
        parent: the parent of the dialog.
    """

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Folders of the replay library"))
        self._preferences = preferences
        self.folders = QListWidget(self)
        self.folders.setAccessibleName(tr("Folders of the library"))
        self.folders.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.folders.setProperty("framed", True)
        self.add = QPushButton(tr("Add a folder …"), self)
        self.remove = QPushButton(tr("Remove"), self)
        self.remove.setToolTip(tr("The files stay where they are"))
        self.installed = QCheckBox(tr("Replays of an installed osu! too"), self)
        self.close_button = QPushButton(tr("Close"), self)
        self._lay_out()
        self.add.clicked.connect(lambda: choose_folder(preferences, self))
        self.remove.clicked.connect(self._on_remove_clicked)
        self.close_button.clicked.connect(self.accept)
        self.folders.currentRowChanged.connect(self._on_current_changed)
        self.installed.toggled.connect(self._on_installed_toggled)
        preferences.changed.connect(self._on_preference_changed)
        self._show()

    def _lay_out(self) -> None:
        title = QLabel(tr("Folders of the library"), self)
        title.setProperty("role", "title")
        title.setFont(title_font(16))
        words = QLabel(
            tr(
                "Replays in these folders, and in all folders inside them, are listed beside the "
                "folder that replays are saved in. They are watched for changes."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("role", "secondary")
        buttons, last = QHBoxLayout(), QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        self.close_button.setProperty("primary", True)
        last.addStretch(1)
        last.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.addWidget(self.folders, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.installed)
        layout.addLayout(last)
        self.resize(560, 380)

    def _show(self) -> None:
        settings = self._preferences.settings
        row = self.folders.currentRow()
        self.folders.clear()
        for folder in settings.replay_folders:
            self.folders.addItem(plain(folder, 1000))
            self.folders.item(self.folders.count() - 1).setData(_PATH, folder)
        self.folders.setCurrentRow(min(max(row, 0), self.folders.count() - 1))
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
