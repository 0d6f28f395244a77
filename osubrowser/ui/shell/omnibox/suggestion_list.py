"""Popup list of suggestions under the address bar, which does not take the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.omnibox.suggestion_rows import (
    ROW_HEIGHT,
    SuggestionDelegate,
    SuggestionModel,
    SuggestionRow,
)
from osubrowser.ui.widgets.flags import Pictures, no_pictures

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_EDGE: Final = 6
_MOST_SEEN: Final = 14  # visible rows


class SuggestionList(QFrame):
    """List of suggestions with a line of text below, over the page.

    Args:
        window: the parent.
        bar: the address bar, under which the list is placed.
        pictures: loads avatars and covers; None for none.

    Attributes:
        page_step: rows of a PageUp or PageDown.
        opened: `(value, how)`: a row was clicked; `how` is `here` or `background`.
        current_changed: `SuggestionRow | None`: the current row has changed.
        left: the mouse was pressed elsewhere in the window.
    """

    page_step: Final = 6

    opened = Signal(object, str)
    current_changed = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget, bar: QWidget, pictures: Pictures | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._bar = bar
        self.setObjectName("suggestions")
        self.setAccessibleName(tr("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines = QListView(self)
        self.lines.setAccessibleName(tr("Suggestions"))
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setUniformItemSizes(True)
        self.lines.setMouseTracking(True)
        self.lines.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.lines.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.viewport().installEventFilter(self)
        self._model = SuggestionModel(self)
        self._delegate = SuggestionDelegate(pictures or no_pictures, self)
        self.lines.setModel(self._model)
        self.lines.setItemDelegate(self._delegate)
        self.foot = QLabel(self)
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self.foot.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(2)
        column.addWidget(self.lines)
        column.addWidget(self.foot)
        self.hide()
        selection = self.lines.selectionModel()
        selection.currentChanged.connect(self._on_current_changed)

    # --- rows --------------------------------------------------------------------------------

    @property
    def rows(self) -> list[SuggestionRow]:
        """The rows, from top to bottom."""
        return list(self._model.rows)

    @property
    def current(self) -> SuggestionRow | None:
        """The row that Enter opens; None for none."""
        index = self.lines.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def set_rows(self, rows: Sequence[SuggestionRow], current: int | None) -> None:
        """Replace the rows; `current` is the index of the current one, or None."""
        self._model.set_rows(rows)
        self.lines.setCurrentIndex(QModelIndex() if current is None else self._model.index(current))
        self.lines.scrollToTop()
        self._fit()

    def change_rows(self, rows: Sequence[SuggestionRow]) -> None:
        """Update rows in place, and add new ones; the current one stays current."""
        before, bar = self.current, self.lines.verticalScrollBar()
        position = bar.value()
        self._model.change(rows)
        for at, row in enumerate(self._model.rows):
            if before is not None and row.value is before.value:
                self.lines.setCurrentIndex(self._model.index(at))
                break
        current = self.current
        if current is not None:
            self.current_changed.emit(current)
        self._fit()
        bar.setValue(position)

    def take_row(self, row: SuggestionRow) -> None:
        """Remove a row; the next one becomes the current one."""
        if row in self._model.rows:
            at = self._model.rows.index(row)
            self._model.take(at)
            if self._model.rows:
                self.lines.setCurrentIndex(self._model.index(min(at, len(self._model.rows) - 1)))
            self._fit()

    def set_foot(self, text: str) -> None:
        """Set the text below the rows; "" for none."""
        if text != self.foot.text():
            self.foot.setText(text)
            self._fit()

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        if self.isVisible():
            self.lines.viewport().update()

    def step(self, rows: int) -> None:
        """Move the current row by a number of rows; a single step wraps around at the ends."""
        count = self._model.rowCount()
        if not count:
            return
        index = self.lines.currentIndex()
        if not index.isValid():
            at = 0 if rows > 0 else count - 1
        elif abs(rows) == 1:
            at = (index.row() + rows) % count
        else:
            at = min(max(index.row() + rows, 0), count - 1)
        self.lines.setCurrentIndex(self._model.index(at))
        self.lines.scrollTo(self._model.index(at))

    # --- geometry ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the list below the bar, above all other widgets of the window."""
        if not self.isVisible():
            handle = self._window.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
            self._window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()

    def close_list(self) -> None:
        """Hide the list."""
        if self.isVisible():
            handle = self._window.windowHandle()
            if handle is not None:
                handle.removeEventFilter(self)
            self._window.removeEventFilter(self)
            self.hide()

    def set_colours(self, c: Colours) -> None:
        """Set the colours and the style sheet."""
        self._delegate.colours = c
        self.setStyleSheet(
            f"""
            #suggestions {{
                background: {c.background4.name()}; border: 1px solid {c.background1.name()};
                border-radius: 8px;
            }}
            QListView {{ background: transparent; border: none; outline: none; }}
            QLabel {{ color: {c.foreground.name()}; padding: 4px 6px; }}
            QScrollBar {{ background: transparent; border: none; width: 12px; }}
            QScrollBar::handle {{
                background: {c.background1.name()}; border-radius: 4px; margin: 2px;
                min-height: 32px;
            }}
            QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; border: none; }}
            QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
            """
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, emit `left` for a press elsewhere, and open clicked rows."""
        kind = event.type()
        if watched is self.lines.viewport():
            if kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
                self._on_released(event)
        elif watched is self._window:
            if kind in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
                self._fit()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if not self._contains(self, at) and not self._contains(self._bar, at):
                self.left.emit()
        return bool(super().eventFilter(watched, event))

    @staticmethod
    def _contains(widget: QWidget, at: QPoint) -> bool:
        return widget.rect().contains(widget.mapFromGlobal(at))

    def _fit(self) -> None:
        """Set the geometry: below the bar, as high as the rows, within the window."""
        below = self._bar.mapTo(self._window, QPoint(0, self._bar.height() + 4))
        width = self._bar.width()
        foot = 0
        self.foot.setVisible(bool(self.foot.text()))
        if self.foot.text():
            foot = self.foot.heightForWidth(width - 2 * _EDGE - 2) + 2
        room = max(self._window.height() - below.y() - _EDGE - foot - 2 * _EDGE - 2, ROW_HEIGHT)
        rows = min(self._model.rowCount(), _MOST_SEEN)
        self.lines.setVisible(rows > 0)
        height = min(rows * ROW_HEIGHT, room)
        self.lines.setFixedHeight(height)
        self.setGeometry(below.x(), below.y(), width, height + foot + 2 * _EDGE + 2)

    def _on_released(self, event: QMouseEvent) -> None:
        index = self.lines.indexAt(event.position().toPoint())
        how = {Qt.MouseButton.LeftButton: "here", Qt.MouseButton.MiddleButton: "background"}.get(
            event.button()
        )
        if not index.isValid() or how is None:
            return
        if how == "here" and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            how = "background"
        self.opened.emit(self._model.rows[index.row()].value, how)

    def _on_current_changed(self, index: QModelIndex) -> None:
        self.current_changed.emit(self._model.rows[index.row()] if index.isValid() else None)
