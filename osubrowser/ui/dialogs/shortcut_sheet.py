"""Sheet of all shortcuts (`?`), generated from the shortcut tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QGridLayout,
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
    """Dialog with the shortcuts and their actions; Escape closes it.

    They are in two columns, or in one where there is no room for two.
    """

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
        self._wide = 0  # width that two columns need
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._columns.setContentsMargins(20, 20, 20, 12)
        self._columns.setSpacing(28)
        # Scroll instead of shrinking.
        self._columns.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        for column in columns:
            column.addStretch(1)
            self._columns.addLayout(column)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Resize to the contents, at most to the screen; the style is applied only now."""
        for label in self._inside.findChildren(QLabel):
            label.ensurePolished()
        room = self.screen().availableSize() - _FRAME
        wanted = self._wanted()
        self._wide = wanted.width()
        if self._wide > room.width():
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
            wanted = self._wanted()
        self.resize(wanted.boundedTo(room))
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns side by side, or one below the other where that is too wide."""
        super().resizeEvent(event)
        has_room = self.width() >= self._wide
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if has_room else direction.TopToBottom)

    def _wanted(self) -> QSize:
        bar = self._area.verticalScrollBar().sizeHint().width()
        return self._inside.sizeHint() + QSize(bar, 0)

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
