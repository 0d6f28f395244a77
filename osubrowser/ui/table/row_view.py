"""The pixels of a table of rows: painted whole, hovered, selected, scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from osubrowser.models.table.column import Row
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.row_painter import CellPlace, Pictures, RowLine, RowPainter
from osubrowser.ui.table.table_header import TableHeader

if TYPE_CHECKING:
    from typing import Any

    from osubrowser.ui.style.theme import Colours

_MOST_SPANS: Final = 500
"""Stretches of selected rows that are kept through a change of order."""


class RowView(QTableView):
    """Paints the rows of a `PagedModel` whole.

    Painting asks the model for rows, not for cells: each visible row is drawn from its ready
    texts in one pass, and Qt's delegates have no part in it.

    Attributes:
        scrolled: other rows are visible now.
    """

    scrolled = Signal()

    def __init__(self, model: PagedModel, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._painter = RowPainter(ROW_HEIGHT, colours, self.font())
        self._hovered = -1
        self._header = TableHeader(colours, self)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._tell_model)
        self._set_up()
        self.setModel(model)
        model.state_changed.connect(self._on_state_changed)
        self.verticalScrollBar().sliderReleased.connect(self._look.start)

    def _set_up(self) -> None:
        self.setHorizontalHeader(self._header)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(vertical.ResizeMode.Fixed)
        vertical.setMinimumSectionSize(ROW_HEIGHT)
        vertical.setDefaultSectionSize(ROW_HEIGHT)
        self.setFrameShape(self.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        self.horizontalScrollBar().setSingleStep(ROW_HEIGHT)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self._painter.set_colours(colours)
        self._header.set_colours(colours)
        self.viewport().update()

    def set_pictures(self, pictures: Pictures | None) -> None:
        """Ask this for the pictures of rows while they are painted: only what is seen is loaded."""
        self._painter.set_pictures(pictures)
        self.viewport().update()

    def pictures_ready(self) -> None:
        """Paint again: pictures that were missing have arrived."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._painter.set_font(self.font())
            self.viewport().update()

    def all_columns(self) -> list[int]:
        """Return the indexes of all columns from left to right, hidden ones too."""
        return [self._header.logicalIndex(visual) for visual in range(self._header.count())]

    def shown_columns(self) -> list[int]:
        """Return the indexes of the columns that are shown, from left to right."""
        return [index for index in self.all_columns() if not self._header.isSectionHidden(index)]

    # --- where it stands ----------------------------------------------------------------------

    def visible_rows(self) -> tuple[int, int]:
        """Return the first and the last visible row; `(0, -1)` if there is none."""
        top, height = self._offset(), self.viewport().height()
        last = min((top + height - 1) // ROW_HEIGHT, self._rows.rowCount() - 1)
        return (min(top // ROW_HEIGHT, max(last, 0)), last)

    def scroll_position(self) -> int:
        """Return how far it is scrolled, in pixels from the first row."""
        return self.verticalScrollBar().value()

    def scroll_to_position(self, position: int) -> None:
        """Scroll to where `scroll_position` was."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.verticalScrollBar().setValue(position)

    def go_to(self, view_row: int, *, select: bool = True) -> None:
        """Scroll a row to a third of the view from the top, and select it."""
        if not self._rows.rowCount():
            return
        view_row = max(0, min(view_row, self._rows.rowCount() - 1))
        above = self.viewport().height() // 3 // ROW_HEIGHT
        self.scroll_to_position(max(0, view_row - above) * ROW_HEIGHT)
        if select:
            self._select([view_row])

    def selected_rows(self) -> list[Row[Any]]:
        """Return the selected rows that are loaded, from top to bottom."""
        spans = self._selected_spans()
        numbers = (number for top, bottom in spans for number in range(top, bottom + 1))
        rows = map(self._rows.row_at, numbers)
        return list(dict.fromkeys(row for row in rows if row is not None))

    def _selected_spans(self) -> list[tuple[int, int]]:
        """Return the first and last row of each selected stretch: thousands can be one stretch."""
        selection = self.selectionModel().selection()
        spans = (selection.at(place) for place in range(selection.size()))
        return sorted((span.top(), span.bottom()) for span in spans)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        area = event.rect()
        painter = QPainter(self.viewport())
        self._painter.paint(painter, self._lines(area.top(), area.bottom()), self._places(), area)

    def _offset(self) -> int:
        return self.verticalHeader().offset()

    def _lines(self, top: int, bottom: int) -> list[RowLine]:
        offset, model = self._offset(), self._rows
        count = model.rowCount()
        if not count and model.state is LoadState.LOADING:
            count = bottom // ROW_HEIGHT + 1  # skeletons, before anyone knows how many rows come
        first = (top + offset) // ROW_HEIGHT
        last = min((bottom + offset) // ROW_HEIGHT, count - 1)
        selected = {
            number
            for begin, end in self._selected_spans()
            for number in range(max(begin, first), min(end, last) + 1)
        }
        current = self.currentIndex().row() if self.hasFocus() else -1
        return [
            RowLine(
                number * ROW_HEIGHT - offset,
                number,
                model.row_at(number),
                number in selected,
                number == self._hovered,
                number == current,
            )
            for number in range(max(first, 0), last + 1)
        ]

    def _places(self) -> list[CellPlace]:
        header, width = self._header, self.viewport().width()
        places = []
        for index in self.shown_columns():
            x, size = header.sectionViewportPosition(index), header.sectionSize(index)
            if x < width and x + size > 0:
                places.append(CellPlace(index, x, size))
        return places

    def _on_state_changed(self) -> None:
        if not self._rows.rowCount():
            self.viewport().update()  # skeletons come or go

    def _tell_model(self) -> None:
        first, last = self.visible_rows()
        held = self.verticalScrollBar().isSliderDown()
        self._rows.look_at(first, max(first, last), held=held)
        self.scrolled.emit()

    def _select(self, numbers: list[int]) -> None:
        """Select these rows, in order, and no others; the first one gets the keyboard focus.

        Thousands of scattered rows are not selected: Qt would take seconds over them.
        """
        model, flag = self._rows, QItemSelectionModel.SelectionFlag
        shown = self.shown_columns()
        if not numbers or not shown:
            return
        spans = _spans(numbers)
        if len(spans) > _MOST_SPANS:
            return
        selection = QItemSelection()
        for first, last in spans:
            selection.select(model.index(first, shown[0]), model.index(last, shown[0]))
        chooser = self.selectionModel()
        chooser.select(selection, flag.ClearAndSelect | flag.Rows)
        self._set_current(numbers[0])

    def _set_current(self, number: int) -> None:
        """Give a row the keyboard focus without scrolling to it."""
        index = self._rows.index(number, next(iter(self.shown_columns()), 0))
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setAutoScroll(True)

    # --- scrolling ----------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102
        super().scrollContentsBy(dx, dy)
        self._hover_under_mouse()
        self._look.start()

    def updateGeometries(self) -> None:  # noqa: D102
        super().updateGeometries()
        self._look.start()

    def scrollTo(  # noqa: D102
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # Rows matter, not cells: the view never moves sideways by itself.
        across = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(across)

    # --- hover, selection, focus --------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102
        super().leaveEvent(event)
        self._hover(-1)

    def _hover_under_mouse(self) -> None:
        if self._hovered >= 0:
            self._hover(self.rowAt(self.viewport().mapFromGlobal(QCursor.pos()).y()))

    def _hover(self, number: int) -> None:
        if number == self._hovered:
            return
        old, self._hovered = self._hovered, number
        for row in (old, number):
            if row >= 0:
                top = row * ROW_HEIGHT - self._offset()
                self.viewport().update(0, top, self.viewport().width(), ROW_HEIGHT)

    def selectionChanged(  # noqa: D102
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()  # rows are painted beyond the last column too

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._set_current(self.visible_rows()[0])
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.viewport().update()


def _spans(numbers: list[int]) -> list[tuple[int, int]]:
    """Return the stretches of rising numbers as first and last of each."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans
