"""List view of bookmarks or visits, with its mouse and key input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.ui.pages.bookmarks.row_delegate import ROW, LibraryRowDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QItemSelectionRange

    from osubrowser.models.library.rows import LibraryEntry, LibraryItem, LibraryModel
    from osubrowser.ui.style.theme import Colours

_OPEN_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LibraryListView(QListView):
    """List view whose rows can be opened, selected, removed and, if allowed, reordered.

    Attributes:
        open_requested: `(LibraryItem, how)`: open a row `here` or in the `background`.
        menu_requested: screen position: open the context menu of the selected rows.
        remove_requested: remove the selected rows.
        edit_requested: edit the current row.
        step_requested: move the selected rows one up (-1) or down (1).
        dropped: move the selected rows before the row of this index, from 0.
        selection_changed: the selection has changed.
    """

    open_requested = Signal(object, str)
    menu_requested = Signal(QPoint)
    remove_requested = Signal()
    edit_requested = Signal()
    step_requested = Signal(int)
    dropped = Signal(int)
    selection_changed = Signal()

    def __init__(self, model: LibraryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = model
        self._rows = LibraryRowDelegate(self)
        self._line: int | None = None
        self._is_orderly = False
        self.tip_of: Callable[[LibraryItem], str] = lambda row: row.title
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.verticalScrollBar().setSingleStep(ROW // 2)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    def set_orderly(self, orderly: bool) -> None:
        """Set whether rows can be reordered by dragging."""
        self._is_orderly = orderly
        self.setAcceptDrops(orderly)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._rows.colours = colours
        self.viewport().update()

    def selected(self) -> list[LibraryEntry]:
        """Return the entries of the selected rows, from top to bottom; formats no row."""
        parts = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        shown = self._kept.shown
        return [one for top, bottom in ranges for one in shown[top : bottom + 1]]

    def row_of(self, kept: LibraryEntry) -> LibraryItem | None:
        """Return the row of an entry; None if it is not shown."""
        number = self._kept.number_of(kept.address)
        return self._kept.row_at(number) if number is not None else None

    def select(self, addresses: Iterable[str], current: str | None = None) -> None:
        """Select the rows of these addresses; the row of `current` becomes the current one."""
        wanted = set(addresses)
        flags = QItemSelectionModel.SelectionFlag
        numbers = [n for n, one in enumerate(self._kept.shown) if one.address in wanted]
        selection = self.selectionModel()
        now = self._kept.number_of(current) if current else None
        if now is None and numbers:
            now = numbers[0]
        if now is not None:
            selection.setCurrentIndex(self._kept.index(now), flags.NoUpdate)
        selection.select(self._ranges(numbers), flags.ClearAndSelect)

    def _ranges(self, numbers: list[int]) -> QItemSelection:
        """Return row numbers as contiguous ranges: thousands of single ones would take seconds."""
        ranges = QItemSelection()
        start = 0
        for at, number in enumerate(numbers):
            if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
                ranges.select(self._kept.index(numbers[start]), self._kept.index(number))
                start = at + 1
        return ranges

    def select_number(self, number: int) -> None:
        """Select one row, at most the last one, and scroll to it."""
        last = self._kept.rowCount() - 1
        if last >= 0:
            index = self._kept.index(max(0, min(number, last)))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    # --- mouse and keys ----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() == Qt.MouseButton.MiddleButton:
            self._open(self.indexAt(event.position().toPoint()), "background")
            event.accept()
        elif event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()  # mouse buttons of the history
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()), "here")
            event.accept()
        else:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        if key in _OPEN_KEYS:
            self._open(self.currentIndex(), "background" if control else "here")
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif key == Qt.Key.Key_F2:
            self.edit_requested.emit()
        elif key in _STEPS and modifiers == Qt.KeyboardModifier.AltModifier:
            self.step_requested.emit(_STEPS[Qt.Key(key)])
        elif event.text().isprintable() and event.text() and key != Qt.Key.Key_Space:
            event.ignore()  # no search by typing, which would block shortcuts
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would format every row."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, where = self.indexAt(event.pos()), event.globalPos()
        else:
            index = self.currentIndex()
            where = self.viewport().mapToGlobal(
                QPoint(2 * ROW, self.visualRect(index).center().y())
            )
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            self.menu_requested.emit(where)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the full text of a row as its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            row = self._kept.row_at(index.row()) if index.isValid() else None
            words = tooltip(self.tip_of(row)) if row is not None else ""
            QToolTip.showText(event.globalPos(), words, self, self.visualRect(index))
            return True
        return bool(super().viewportEvent(event))

    def _open(self, index: QModelIndex, how: str) -> None:
        row = self._kept.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.open_requested.emit(row, how)

    # --- dragging ----------------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the selected rows: within the list to reorder them, elsewhere as links."""
        self._rows.is_dragging = True
        super().startDrag(supported)
        self._rows.is_dragging = False
        self._mark(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102
        if self._is_orderly and event.source() is self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: D102
        if self._is_orderly and event.source() is self:
            self._mark(self._gap_at(event.position().toPoint()))
            self._scroll_at_edge(event.position().toPoint())
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: D102
        self._mark(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102
        if self._is_orderly and event.source() is self:
            gap = self._gap_at(event.position().toPoint())
            event.acceptProposedAction()
            self._mark(None)
            self.dropped.emit(gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a line at the drop position."""
        super().paintEvent(event)
        colours = self._rows.colours
        if self._line is not None and colours is not None:
            last = self._line >= self._kept.rowCount()
            number = self._line - 1 if last else self._line
            rect = self.visualRect(self._kept.index(number))
            y = rect.bottom() - 1 if last else max(rect.top() - 1, 0)
            QPainter(self.viewport()).fillRect(0, y, self.viewport().width(), 2, colours.highlight)

    def _gap_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid():
            return self._kept.rowCount()
        below = point.y() > self.visualRect(index).center().y()
        return index.row() + (1 if below else 0)

    def _mark(self, line: int | None) -> None:
        if line != self._line:
            self._line = line
            self.viewport().update()

    def _scroll_at_edge(self, point: QPoint) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if point.y() < ROW // 2:
            bar.setValue(bar.value() - ROW // 4)
        elif point.y() > height - ROW // 2:
            bar.setValue(bar.value() + ROW // 4)
