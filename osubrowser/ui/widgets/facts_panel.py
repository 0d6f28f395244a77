"""Titled panel of facts: a line of name and text each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.ui.style.theme import figure_font

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class FactsPanel(QFrame):
    """Panel with a title and lines of name and text; hidden while it has none.

    Args:
        title: the title, which is its accessible name, too.
        parent: the Qt parent.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, str, str], ...] = ()
        self._shown: list[QWidget] = []
        self.setProperty("panel", True)
        self.setAccessibleName(title)
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(heading, 0, 0, 1, 2)
        self.hide()

    @property
    def lines(self) -> tuple[tuple[str, str, str], ...]:
        """The shown lines: name, text and tooltip."""
        return self._lines

    def show_lines(
        self,
        lines: Sequence[tuple[str, str, str]],
        pills: Sequence[QColor | None] = (),
    ) -> None:
        """Set the lines.

        Args:
            lines: name, text and tooltip of each; plain text.
            pills: the colour of a pill behind each name; none by default.
        """
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        for part in self._shown:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._shown = []
        for row, (name, text, about) in enumerate(self._lines, start=1):
            pill = pills[row - 1] if row <= len(pills) else None
            label, value = self._label(name), self._label(text)
            if pill is None:
                label.setProperty("role", "secondary")
                value.setFont(figure_font(self.font()))
                value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            else:
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                label.setStyleSheet(
                    f"color: black; background: {pill.name()}; border-radius: 4px;"
                    " padding: 1px 6px; font-weight: 600;"
                )
                value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for part in (label, value):
                part.setToolTip(tooltip(about))
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
        self.setAccessibleDescription(", ".join(f"{name} {text}" for name, text, _ in self._lines))
        self.setVisible(bool(self._lines))

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._shown.append(label)
        return label
