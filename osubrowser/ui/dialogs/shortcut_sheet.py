"""Sheet of all shortcuts (`?`), generated from the shortcut tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import in_force, shown
from osubrowser.ui.style.theme import title_font

_FRAME: Final = QSize(8, 40)  # estimated size of the window frame


class ShortcutSheet(QDialog):
    """Dialog with two columns of shortcuts and their actions; Escape closes it."""

    def __init__(self, keys: Sequence[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("All shortcuts"))
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
        self._inside = QWidget()
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(20, 20, 20, 12)
        row.setSpacing(28)
        row.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)  # scroll instead of shrinking
        for column in columns:
            column.addStretch(1)
            row.addLayout(column)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Resize to the contents, at most to the screen; the style is applied only now."""
        for label in self._inside.findChildren(QLabel):
            label.ensurePolished()
        wanted = self._inside.sizeHint()
        wanted += QSize(self._area.verticalScrollBar().sizeHint().width(), 0)
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        super().showEvent(event)

    def _lay_out(self) -> None:
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(tr("All shortcuts"))
        self._area.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)  # shows the background of the dialog
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _group(self, name: str, keys: Sequence[Key]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        title = QLabel(name, self)
        title.setProperty("role", "title")
        title.setFont(title_font(16))
        grid.addWidget(title, 0, 0, 1, 2)
        for line, key in enumerate(keys, 1):
            cap = QLabel(shown(key.sequences[0]) if key.sequences else tr("no key"), self)
            cap.setObjectName("keycap")
            words = QLabel(key.text, self)
            words.ensurePolished()
            words.setMinimumWidth(words.sizeHint().width() + 12)
            grid.addWidget(words, line, 0)
            grid.addWidget(cap, line, 1, Qt.AlignmentFlag.AlignRight)
        return grid
