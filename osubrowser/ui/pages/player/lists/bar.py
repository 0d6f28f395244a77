"""What stands above a list of a player's page: which list, and what may be done with its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from osubrowser.ui.keys.keymap import hint
from osubrowser.ui.keys.shortcuts import key_of
from osubrowser.ui.pages.rankings.bar import FilterField, tool_button
from osubrowser.ui.style.icons import icon
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours


class PlayerListBar(QWidget):
    """Pills where there are several lists, else a note; then filter, columns and export.

    Args:
        name: of the section, for screen readers.
        choices: key and label of each list.
        note: what is said where there is but one.
    """

    chosen = Signal(str)
    columns_requested = Signal(QPoint)
    export_requested = Signal()

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], note: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.pills = Segments(name, choices, self) if len(choices) > 1 else None
        self.note = _Note(note, self)
        self.filter = FilterField(self)
        self.columns = tool_button("Columns", "Choose the columns of this table", self)
        words = "Write the loaded rows to a CSV or JSON file"
        self.export = tool_button("Export", words, self)
        hint(self.export, words, key_of("export"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if self.pills is not None:
            row.addWidget(self.pills)
            self.pills.chosen.connect(self.chosen)
        row.addWidget(self.note, 1)
        for tool in (self.filter, self.columns, self.export):
            row.addWidget(tool)
        self.columns.clicked.connect(self._on_columns_clicked)
        self.export.clicked.connect(self.export_requested)

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        if self.pills is not None:
            self.pills.set_colours(colours)
        self.filter.set_colours(colours)
        self.note.setStyleSheet(f"color: {colours.foreground.name()};")
        ratio = self.devicePixelRatioF()
        self.columns.setIcon(icon("columns", colours, ratio=ratio))
        self.export.setIcon(icon("export", colours, ratio=ratio))

    def _on_columns_clicked(self) -> None:
        below = self.columns.mapToGlobal(QPoint(0, self.columns.height() + 2))
        self.columns_requested.emit(below)


class _Note(QLabel):
    """One line of words that gives way where there is no room."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width()
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
