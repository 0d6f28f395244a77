"""Bar above a list: choice of list, filter, columns, export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.widgets.assistive import order_tab
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.tool_button import (
    columns_button,
    export_button,
    load_all_button,
    view_button,
)

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
        has_load_all: whether there is a button that loads all rows.

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
        has_load_all: bool = False,
    ) -> None:
        super().__init__(parent)
        self.pills = Segments(name, choices, self) if len(choices) > 1 else None
        self.note = _ElidedNote(note, self)
        self.filter = FilterField(self)
        self.view = view_button(self) if has_cards else None
        self.columns = columns_button(self)
        self.load_all = load_all_button(self, LOAD_ALL_KEY) if has_load_all else None
        self.export = export_button(self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._strip = ScrollStrip(self.pills, self) if self.pills is not None else None
        if self.pills is not None and self._strip is not None:
            row.addWidget(self._strip)
            self.pills.chosen.connect(self.chosen)
        row.addWidget(self.note, 1)
        for tool in (self.filter, self.view, self.columns, self.load_all, self.export):
            if tool is not None:
                row.addWidget(tool)

    def put_first(self, *controls: QWidget) -> None:
        """Put controls of a page at the left end."""
        for at, control in enumerate(controls):
            self._row.insertWidget(at, control)
        order_tab(self._row)

    def put_last(self, control: QWidget) -> None:
        """Put a control of a page at the right end."""
        self._row.addWidget(control)
        order_tab(self._row)

    def set_note(self, note: str) -> None:
        """Set the text between pills and filter."""
        self.note.set_whole(note)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        if self.pills is not None and self._strip is not None:
            self.pills.set_colours(colours)
            self._strip.set_colours(colours)
        self.note.setStyleSheet(f"color: {colours.foreground.name()};")
        for part in (self.filter, self.view, self.columns, self.load_all, self.export):
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

    def set_whole(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._show()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        room = self.width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
