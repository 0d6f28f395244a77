"""Bar above a list: choice of list, filter, columns, export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.tool_button import columns_button, export_button, view_button

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours


class ListBar(QWidget):
    """Bar with pills for several lists, a note, a filter field, and buttons.

    Args:
        name: accessible name of the pills.
        choices: key and label of each list; with fewer than two there are no pills.
        note: text between pills and filter; "" for none.
        parent: the Qt parent.
        has_cards: whether the lists have a view as cards, and a button for it.

    Attributes:
        chosen: the key of the pressed pill.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        note: str,
        parent: QWidget,
        *,
        has_cards: bool = False,
    ) -> None:
        super().__init__(parent)
        self.pills = Segments(name, choices, self) if len(choices) > 1 else None
        self.note = _ElidedNote(note, self)
        self.filter = FilterField(self)
        self.view = view_button(self) if has_cards else None
        self.columns = columns_button(self)
        self.export = export_button(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._strip = ScrollStrip(self.pills, self) if self.pills is not None else None
        if self.pills is not None and self._strip is not None:
            row.addWidget(self._strip)
            self.pills.chosen.connect(self.chosen)
        row.addWidget(self.note, 1)
        for tool in (self.filter, self.view, self.columns, self.export):
            if tool is not None:
                row.addWidget(tool)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        if self.pills is not None and self._strip is not None:
            self.pills.set_colours(colours)
            self._strip.set_colours(colours)
        self.note.setStyleSheet(f"color: {colours.foreground.name()};")
        for part in (self.filter, self.view, self.columns, self.export):
            if part is not None:
                part.set_colours(colours)


class _ElidedNote(QLabel):
    """Single-line label, elided where it does not fit."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
