"""The sheet of all shortcuts (`?`), drawn from the table that binds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from osubrowser.ui.chosen_keys import in_force, shown
from osubrowser.ui.shortcuts import Key
from osubrowser.ui.theme import title_font


class ShortcutSheet(QDialog):
    """Two columns of keys and what they do. Escape closes it."""

    def __init__(self, keys: Sequence[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("All shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups: dict[str, list[Key]] = {}
        for key in (in_force(key, self) for key in keys):
            groups.setdefault(key.group, []).append(key)
        columns = (QVBoxLayout(), QVBoxLayout())
        lengths = [0, 0]
        for name, members in groups.items():
            shorter = lengths.index(min(lengths))
            columns[shorter].addLayout(self._group(name, members))
            columns[shorter].addSpacing(12)
            lengths[shorter] += len(members) + 2
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 12)
        row.setSpacing(40)
        for column in columns:
            column.addStretch(1)
            row.addLayout(column)

    def _group(self, name: str, keys: Sequence[Key]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        title = QLabel(name, self)
        title.setProperty("role", "title")
        title.setFont(title_font(16))
        grid.addWidget(title, 0, 0, 1, 2)
        for line, key in enumerate(keys, 1):
            cap = QLabel(shown(key.sequences[0]) if key.sequences else "no key", self)
            cap.setObjectName("keycap")
            words = QLabel(key.text, self)
            words.ensurePolished()
            words.setMinimumWidth(words.sizeHint().width() + 12)
            grid.addWidget(words, line, 0)
            grid.addWidget(cap, line, 1, Qt.AlignmentFlag.AlignRight)
        return grid
