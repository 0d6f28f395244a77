"""What mouse and keys do to a table of rows: open, select, ask for a menu, move."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.row_view import RowView

_OPEN_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RowInput(RowView):
    """A `RowView` that answers to people.

    Attributes:
        open_requested: `(Row, how)`: a row is to be opened, `here` or in the `background`.
        menu_requested: `(rows, global position)`: the context menu of the selected rows.
    """

    open_requested = Signal(object, str)
    menu_requested = Signal(object, QPoint)

    def copy_selection(self) -> int:
        """Copy the selected rows; what that means, the table says. Return how many."""
        return 0

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() == Qt.MouseButton.MiddleButton:
            self._open(self.rowAt(int(event.position().y())), "background")
            event.accept()
        elif event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()  # they turn the pages of the history
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.rowAt(int(event.position().y())), "here")
            event.accept()
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            number, where = self.rowAt(event.pos().y()), event.globalPos()
        else:
            number = self.currentIndex().row()
            place = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(QPoint(2 * ROW_HEIGHT, place.bottom()))
        if number >= 0 and not self.selectionModel().isRowSelected(number, QModelIndex()):
            self._select([number])
        rows = self.selected_rows()
        if number >= 0 and rows:
            self.menu_requested.emit(rows, where)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _OPEN_KEYS:
            self._open(self.currentIndex().row(), "background" if control else "here")
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            event.ignore()  # no search by typing: it would ask every row, and hide shortcuts
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: D102
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        kinds, shown = QAbstractItemView.CursorAction, self.shown_columns()
        count = self._rows.rowCount()
        if not count or not shown:
            return QModelIndex()
        if action in (kinds.MoveHome, kinds.MoveEnd):
            row = 0 if action == kinds.MoveHome else count - 1
            return self._rows.index(row, shown[0])
        if action in (kinds.MoveLeft, kinds.MoveRight):
            bar = self.horizontalScrollBar()
            step = bar.singleStep() * (-1 if action == kinds.MoveLeft else 1)
            bar.setValue(bar.value() + step)
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: Qt would ask for the text of every row, on the GUI thread."""

    def _open(self, number: int, how: str) -> None:
        row = self._rows.row_at(number)
        if row is not None:
            self.open_requested.emit(row, how)
