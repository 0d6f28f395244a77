"""Table view of a paged model: whole-row painting, selection, input, and column layout."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QToolTip,
    QWidget,
)

from osubrowser.models.table.column import DOWNWARDS, CellKind, Column, Row, copied_table
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.badges import REPLAY_TIPS
from osubrowser.ui.table.column_layout import (
    CellPlace,
    ColumnLayout,
    ColumnState,
    FigureWidths,
    StoredColumns,
)
from osubrowser.ui.table.column_menu import column_menu
from osubrowser.ui.table.row_painter import RowLine, RowPainter
from osubrowser.ui.widgets.flags import Pictures

if TYPE_CHECKING:
    from osubrowser.ui.cards.card_layout import CardMarks
    from osubrowser.ui.style.theme import Colours


HEIGHT: Final = 30
_PADDING: Final = 6
_ARROW: Final = 7
_NARROWEST: Final = 32
_WIDER: Final = 8  # pixels that a key press adds to a column's width
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PRESSES: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class TableHeader(QHeaderView):
    """Header view of a table, with keyboard control and a sort arrow set from outside.

    Left and Right move the keyboard cursor, Enter acts as a click, with Shift Left and Right
    resize the column, with Ctrl they move it.

    Attributes:
        menu_requested: `(global position)`: open the context menu.
        column_reached: index of the column that the keyboard cursor has moved to.
    """

    menu_requested = Signal(object)
    column_reached = Signal(int)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours = colours
        self._sorted: int | None = None
        self._title_widths: dict[str, int] = {}  # without the arrow, in the present font
        self._descending = False
        self._hovered = -1
        self._at = 0  # index of the column at the keyboard cursor
        self.setAccessibleName(tr("Columns"))
        self.setAccessibleDescription(tr("Left and Right choose a column, Enter sorts by it"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.viewport().update()

    def set_sorted(self, section: int | None, *, descending: bool) -> None:
        """Set the section with the sort arrow; None for none."""
        self._sorted, self._descending = section, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintEvent(self, event: object) -> None:  # noqa: D102
        super().paintEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        painter = QPainter(self.viewport())
        rect = self.viewport().rect()
        used = self.length() - self.offset()
        if used < rect.width():
            painter.fillRect(rect.adjusted(used, 0, 0, 0), self._colours.background5)
        painter.fillRect(0, rect.height() - 1, rect.width(), 1, self._colours.background2)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: D102
        if not rect.isValid():
            return
        colours, model = self._colours, self.model()
        is_sorted, is_hovered = section == self._sorted, section == self._hovered
        painter.fillRect(rect, colours.background4 if is_hovered else colours.background5)
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        where = model.headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        is_right = bool(where is not None and where & Qt.AlignmentFlag.AlignRight)
        space = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setFont(self._font())
        painter.setPen(colours.content1 if is_sorted or is_hovered else colours.foreground)
        if is_sorted:
            self._paint_arrow(painter, space, is_right=is_right)
            space.adjust(*((_ARROW + 4, 0, 0, 0) if is_right else (0, 0, -_ARROW - 4, 0)))
        text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, space.width())
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            space, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text
        )

        if section == self._at and self.hasFocus():
            painter.setPen(colours.highlight)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._title_widths.clear()

    def title_width(self, section: int) -> int:
        """Return the width in pixels in which a heading is not elided, with its sort arrow."""
        model = self.model()
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        width = self._title_widths.get(title)
        if width is None:
            width = QFontMetrics(self._font()).horizontalAdvance(title) + 2 * _PADDING + 1
            self._title_widths[title] = width
        return width + (_ARROW + 4 if section == self._sorted else 0)

    def _paint_arrow(self, painter: QPainter, space: QRect, *, is_right: bool) -> None:
        left = space.left() if is_right else space.right() - _ARROW
        tip = 2.0 if self._descending else -2.0
        middle = QPointF(left + _ARROW / 2, space.center().y() + 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._colours.highlight)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(
            QPolygonF(
                [
                    middle + QPointF(-_ARROW / 2, -tip),
                    middle + QPointF(_ARROW / 2, -tip),
                    middle + QPointF(0, tip),
                ]
            )
        )
        painter.restore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Move the keyboard cursor to a visible column."""
        super().focusInEvent(event)
        if self._at >= self.count() or self.isSectionHidden(self._at):
            self._step(1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the keyboard cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the keyboard cursor, sort, resize or move a column."""
        key, step = Qt.Key(event.key()), _STEPS.get(Qt.Key(event.key()))
        held = event.modifiers()
        if key in _PRESSES:
            self.sectionClicked.emit(self._at)
        elif key == Qt.Key.Key_Menu:
            middle = QPoint(self.sectionViewportPosition(self._at) + 8, HEIGHT)
            self.menu_requested.emit(self.mapToGlobal(middle))
        elif step is None:
            event.ignore()  # left to the window's shortcuts, and Tab
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.resizeSection(self._at, max(_NARROWEST, self._width() + step * _WIDER))
        elif held & Qt.KeyboardModifier.ControlModifier:
            self._move(step)
        elif held & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self._step(step)
            self.column_reached.emit(self._at)
            self.viewport().update()

    def _width(self) -> int:
        return self.sectionSize(self._at)

    def _shown(self) -> list[int]:
        """Return the visible columns in their visual order."""
        everything = (self.logicalIndex(visual) for visual in range(self.count()))
        return [section for section in everything if not self.isSectionHidden(section)]

    def _step(self, step: int) -> None:
        shown = self._shown()
        if shown:
            at = shown.index(self._at) + step if self._at in shown else 0
            self._at = shown[min(max(at, 0), len(shown) - 1)]

    def _move(self, step: int) -> None:
        shown = self._shown()
        to = shown.index(self._at) + step if self._at in shown else -1
        if 0 <= to < len(shown):
            self.moveSection(self.visualIndex(self._at), self.visualIndex(shown[to]))
            self.column_reached.emit(self._at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        self.menu_requested.emit(event.globalPos())
        event.accept()


_MOST_SPANS: Final = 500
"""Most ranges of selected rows that are restored after a change of order."""
_OPEN_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_DOWN: Final = (
    QAbstractItemView.CursorAction.MoveDown,
    QAbstractItemView.CursorAction.MovePageDown,
)
_UP: Final = (QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePageUp)


class TableCursor(NamedTuple):
    """Current row and selection of a table.

    Attributes:
        current: view row with the keyboard focus; -1 for none.
        spans: first and last view row of each selected range.
    """

    current: int = -1
    spans: tuple[tuple[int, int], ...] = ()


class RowTable(QTableView):
    """Table view of a `PagedModel` with configurable columns and sorting by headings.

    Each visible row is painted from its formatted texts in one pass, without Qt's delegates.

    Attributes:
        scrolled: other rows are visible.
        open_requested: `(Row, how)`: open a row, `here` or in the `background`.
        menu_requested: `(rows, global position)`: open the context menu of the selected rows.
        columns_changed: a column was moved, resized, hidden or shown by the user.
        replay_pressed: `Row`: its replay button was clicked.
        preview_requested: `Row`: Space was pressed on a row, in a table with previews.
        rows_dropped: view row before which the selected rows were dropped, from 0.
    """

    scrolled = Signal()
    open_requested = Signal(object, str)
    menu_requested = Signal(object, QPoint)
    columns_changed = Signal()
    replay_pressed = Signal(object)
    preview_requested = Signal(object)
    rows_dropped = Signal(int)

    def __init__(self, model: PagedModel, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._layout = ColumnLayout()
        self._is_fitting = False
        self._has_previews = False
        self._position_before = 0  # of the view before a reset
        self._selected_before: dict[object, int] = {}  # numbers of selected rows by id
        self._current_before: tuple[object, int] | None = None  # id and number, or position
        self._hovered = -1
        self._marked: Hashable | None = None  # id of the row that is marked
        self._replay_state: Callable[[Row[Any]], int] | None = None
        self._pressed: Row[Any] | None = None  # whose replay button the mouse holds down
        self._is_movable = False
        self._is_watching = True
        self._grabbed: QPoint | None = None  # where the mouse holds selected rows
        self._gap: int | None = None  # view row before which they would be dropped
        self._line_colour = colours.highlight
        self._painter = RowPainter(ROW_HEIGHT, colours, self.font())
        self._figures = FigureWidths(self._painter.figure_width)
        self._header = TableHeader(colours, self)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._tell_model)
        self._removed_current = False  # among the rows that are being removed
        self._set_up()
        model.rowsAboutToBeRemoved.connect(self._on_rows_about_to_be_removed)  # before Qt's own
        self.setModel(model)
        self._connect(model)
        self._on_model_reset()

    def _connect(self, model: PagedModel) -> None:
        model.state_changed.connect(self._on_state_changed)
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.rowsRemoved.connect(self._on_rows_removed)
        model.dataChanged.connect(self._on_data_changed)
        self.verticalScrollBar().sliderReleased.connect(self._look.start)
        self._header.sectionClicked.connect(self._on_section_clicked)
        self._header.sectionResized.connect(self._on_section_resized)
        self._header.sectionMoved.connect(self._on_section_moved)
        self._header.menu_requested.connect(self._on_header_menu_requested)
        self._header.column_reached.connect(self._on_header_column_reached)

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
        """Set the colours that are painted with."""
        self._line_colour = colours.highlight
        self._painter.set_colours(colours)
        self._header.set_colours(colours)
        self.viewport().update()

    def set_pictures(self, pictures: Pictures | None) -> None:
        """Set the source of pictures, called during painting: only visible ones are loaded."""
        self._painter.set_pictures(pictures)
        self.viewport().update()

    def set_watching(self, is_watching: bool) -> None:
        """Set whether the model is told the visible rows: not while another view shows them."""
        self._is_watching = is_watching
        self.setAutoScroll(is_watching)  # else Qt scrolls to the current row at the next show
        if is_watching:
            self.updateGeometries()

    def set_movable(self, is_movable: bool) -> None:
        """Set whether selected rows can be dragged to another place, see `rows_dropped`."""
        self._is_movable = is_movable

    def set_replay_state(self, state: Callable[[Row[Any]], int] | None) -> None:
        """Set the function that returns the tone of a row's replay button; None for no buttons."""
        self._replay_state = state
        self._painter.set_replay_state(state)
        self.viewport().update()

    def set_marks(self, marks: Callable[[Row[Any]], CardMarks] | None) -> None:
        """Set the function that returns the marks beside a row's title; None for no marks."""
        self._painter.set_marks(marks)
        self.viewport().update()

    def set_previews(self, has_previews: bool) -> None:
        """Set whether Space plays the preview of the current row."""
        self._has_previews = has_previews

    def mark_row(self, identity: Hashable | None) -> None:
        """Mark the row with an id, such as that of the signed-in player; None marks none."""
        if identity != self._marked:
            self._marked = identity
            self.viewport().update()

    def pictures_ready(self) -> None:
        """Repaint: a picture has arrived."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._painter.set_font(self.font())
            self._figures.clear()
            self._figures.replace(self._rows.loaded_rows(), self._last_position())
            self._fit_columns()

    def all_columns(self) -> list[int]:
        """Return the indexes of all columns from left to right, hidden ones too."""
        return [self._header.logicalIndex(visual) for visual in range(self._header.count())]

    def shown_columns(self) -> list[int]:
        """Return the indexes of the columns that are shown, from left to right."""
        return [index for index in self.all_columns() if not self._header.isSectionHidden(index)]

    # --- scroll position ----------------------------------------------------------------------

    def visible_rows(self) -> tuple[int, int]:
        """Return the first and the last visible row; `(0, -1)` if there is none."""
        top, height = self._offset(), self.viewport().height()
        last = min((top + height - 1) // ROW_HEIGHT, self._rows.rowCount() - 1)
        return (min(top // ROW_HEIGHT, max(last, 0)), last)

    def scroll_position(self) -> int:
        """Return the scroll position, in pixels from the first row."""
        return self.verticalScrollBar().value()

    def scroll_to_position(self, position: int) -> None:
        """Scroll to a position that `scroll_position` returned."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.verticalScrollBar().setValue(position)

    def show_at_top(self, view_row: int) -> None:
        """Scroll a row to the top of the view."""
        self.scroll_to_position(view_row * ROW_HEIGHT)

    def go_to(self, view_row: int, *, select: bool = True) -> None:
        """Scroll a row to a third of the view from the top, and select it."""
        if not self._rows.rowCount():
            return
        view_row = max(0, min(view_row, self._rows.rowCount() - 1))
        above = self.viewport().height() // 3 // ROW_HEIGHT
        self.scroll_to_position(max(0, view_row - above) * ROW_HEIGHT)
        if select:
            self._select([view_row])

    def cursor_state(self) -> TableCursor:
        """Return the current row and the selection, for `restore_cursor_state`."""
        return TableCursor(self.currentIndex().row(), tuple(self._selected_spans()))

    def restore_cursor_state(self, cursor: TableCursor) -> None:
        """Restore what `cursor_state` returned for the same rows, without scrolling."""
        self.clearSelection()
        last = self._rows.rowCount() - 1
        spans = [(top, min(bottom, last)) for top, bottom in cursor.spans if top <= last]
        self._select_spans(spans)
        if 0 <= cursor.current <= last:
            self._set_current(cursor.current)

    def selected_rows(self) -> list[Row[Any]]:
        """Return the selected rows that are loaded, from top to bottom."""
        spans = self._selected_spans()
        numbers = (number for top, bottom in spans for number in range(top, bottom + 1))
        rows = map(self._rows.row_at, numbers)
        return list(dict.fromkeys(row for row in rows if row is not None))

    def _selected_spans(self) -> list[tuple[int, int]]:
        """Return the first and last row of each selected range, which can be thousands of rows."""
        selection = self.selectionModel().selection()
        spans = (selection.at(place) for place in range(selection.size()))
        return sorted((span.top(), span.bottom()) for span in spans)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        area = event.rect()
        painter = QPainter(self.viewport())
        self._painter.paint(painter, self._lines(area.top(), area.bottom()), self._places(), area)
        if self._gap is not None:
            top = max(self._gap * ROW_HEIGHT - self._offset() - 1, 0)
            painter.fillRect(0, top, self.viewport().width(), 2, self._line_colour)

    def _offset(self) -> int:
        return self.verticalHeader().offset()

    def _lines(self, top: int, bottom: int) -> list[RowLine]:
        offset, model = self._offset(), self._rows
        count = model.rowCount()
        if not count and model.state is LoadState.LOADING:
            count = bottom // ROW_HEIGHT + 1  # skeletons while the number of rows is unknown
        first = (top + offset) // ROW_HEIGHT
        last = min((bottom + offset) // ROW_HEIGHT, count - 1)
        selected = {
            number
            for begin, end in self._selected_spans()
            for number in range(max(begin, first), min(end, last) + 1)
        }
        current = self.currentIndex().row() if self.hasFocus() else -1
        marked = self._marked
        return [
            RowLine(
                number * ROW_HEIGHT - offset,
                number,
                row := model.row_at(number),
                number in selected,
                number == self._hovered,
                number == current,
                model.placeholder_at(number) if row is None else "",
                marked is not None and row is not None and row.id == marked,
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
            self.viewport().update()  # skeletons appear or disappear

    def _tell_model(self) -> None:
        if not self._is_watching:
            return
        first, last = self.visible_rows()
        held = self.verticalScrollBar().isSliderDown()
        self._rows.look_at(first, max(first, last), held=held)
        self.scrolled.emit()

    def _select(self, numbers: list[int]) -> None:
        """Select these rows and no others; the first one gets the keyboard focus.

        More than `_MOST_SPANS` ranges are not selected: Qt would take seconds.
        """
        if numbers and self._select_spans(_spans(numbers)):
            self._set_current(numbers[0])

    def _select_spans(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Select these ranges of rows and no others; return whether they are selected."""
        model, flag = self._rows, QItemSelectionModel.SelectionFlag
        shown = self.shown_columns()
        if not spans or not shown or len(spans) > _MOST_SPANS:
            return False
        selection = QItemSelection()
        for first, last in spans:
            selection.select(model.index(first, shown[0]), model.index(last, shown[0]))
        self.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
        return True

    def _set_current(self, number: int) -> None:
        """Give a row the keyboard focus without scrolling to it."""
        index = self._rows.index(number, next(iter(self.shown_columns()), 0))
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setAutoScroll(self._is_watching)

    # --- scrolling ----------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102
        super().scrollContentsBy(dx, dy)
        self._hover_under_mouse()
        self._look.start()

    def updateGeometries(self) -> None:  # noqa: D102
        if self._is_watching:  # else Qt loads the next page when the last row is in the view
            super().updateGeometries()
            self._look.start()

    def scrollTo(  # noqa: D102
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # No horizontal scrolling to cells: whole rows are selected.
        across = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(across)

    # --- hover, selection, focus --------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._grabbed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event.position().toPoint())
            return
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))
        if self._replay_state is not None:
            is_over = self._replay_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
            if self.viewport().cursor().shape() != shape:
                self.viewport().setCursor(shape)

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
        self._start_at_a_row()
        self.viewport().update()

    def _start_at_a_row(self) -> None:
        """Make the first visible row the current one if the table has the focus and none is."""
        if self.hasFocus() and self._rows.rowCount() and not self.currentIndex().isValid():
            self._set_current(self.visible_rows()[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.viewport().update()

    # --- mouse and keys -----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() == Qt.MouseButton.MiddleButton:
            self._open(self.rowAt(int(event.position().y())), "background")
            event.accept()
        elif event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()  # mouse buttons of the history
        else:
            is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            where = event.position().toPoint()
            self._pressed = self._replay_at(where) if is_plain else None
            number = self.rowAt(where.y())
            is_selected = self.selectionModel().isRowSelected(number, QModelIndex())
            is_left = event.button() == Qt.MouseButton.LeftButton
            if self._is_movable and is_plain and is_left and number >= 0 and is_selected:
                self._grabbed = where  # the selection changes at the release, if it is no drag
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                return
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        grabbed, gap = self._grabbed, self._gap
        self._end_drag()
        if grabbed is not None and gap is not None:
            self.rows_dropped.emit(gap)
            return
        if grabbed is not None:
            self._select([self.rowAt(grabbed.y())])
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            row = self._replay_at(event.position().toPoint())
            if row is not None and row.id == pressed.id:
                self.replay_pressed.emit(row)

    def _drag_to(self, where: QPoint) -> None:
        """Show where the held rows would be dropped; scroll at the edges."""
        assert self._grabbed is not None  # noqa: S101 - by the caller
        distance = (where - self._grabbed).manhattanLength()
        if self._gap is None and distance < QApplication.startDragDistance():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if where.y() < 0 or where.y() > height:
            bar.setValue(bar.value() + (ROW_HEIGHT if where.y() > height else -ROW_HEIGHT))
        gap = (where.y() + self._offset() + ROW_HEIGHT // 2) // ROW_HEIGHT
        self._gap = min(max(gap, 0), self._rows.rowCount())
        self.viewport().update()

    def _end_drag(self) -> None:
        if self._gap is not None:
            self.viewport().update()
        self._grabbed = self._gap = None

    def _replay_at(self, where: QPoint) -> Row[Any] | None:
        """Return the row whose replay button is at a position; None for none."""
        if self._replay_state is None:
            return None
        column = self.columnAt(where.x())
        row = self._rows.row_at(self.rowAt(where.y()))
        if row is None or column < 0 or self._rows.columns[column].kind is not CellKind.REPLAY:
            return None
        return row if row.tones[column] else None

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the state of a replay button as its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._replay_at(event.pos())
            if row is not None and self._replay_state is not None:
                tip = REPLAY_TIPS.get(self._replay_state(row), "")
                QToolTip.showText(event.globalPos(), tip, self.viewport())
                return True
        return bool(super().viewportEvent(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._replay_at(event.position().toPoint()) is not None:
            event.accept()  # the second click of an impatient hand opens nothing
        elif event.button() == Qt.MouseButton.LeftButton:
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
        if event.key() == Qt.Key.Key_Escape and self._gap is not None:
            self._end_drag()
        elif event.key() in _OPEN_KEYS:
            self._open(self.currentIndex().row(), "background" if control else "here")
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() == Qt.Key.Key_Space and self._has_previews and not event.modifiers():
            row = self._rows.row_at(self.currentIndex().row())
            if row is not None:
                self.preview_requested.emit(row)
        elif event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            event.ignore()  # no search by typing: it would query every row, and block shortcuts
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
        is_extending = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if action in (*_UP, *_DOWN) and not is_extending and not self._is_current_visible():
            return self._rows.index(self._entry_row(action), shown[0])
        return super().moveCursor(action, modifiers)

    def _is_current_visible(self) -> bool:
        first, last = self.visible_rows()
        return first <= self.currentIndex().row() <= last

    def _entry_row(self, action: QAbstractItemView.CursorAction) -> int:
        """Return the row to which a key moves while the current one is out of view."""
        offset, height = self._offset(), self.viewport().height()
        count = self._rows.rowCount()
        first = -(-offset // ROW_HEIGHT)
        last = max(first, (offset + height) // ROW_HEIGHT - 1)  # both are in view as a whole
        row = first if action in _DOWN else last
        if action == QAbstractItemView.CursorAction.MovePageDown:
            row += last - first + 1
        elif action == QAbstractItemView.CursorAction.MovePageUp:
            row -= last - first + 1
        return max(0, min(row, count - 1))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would request the text of every row, in the GUI thread."""

    def _open(self, number: int, how: str) -> None:
        row = self._rows.row_at(number)
        if row is not None:
            self.open_requested.emit(row, how)

    # --- choice of columns --------------------------------------------------------------------

    def column_state(self) -> ColumnState:
        """Return order, visibility and widths of the columns, for the settings."""
        return self._layout.state()

    def restore_column_state(self, state: StoredColumns) -> None:
        """Restore what `column_state` returned."""
        self._layout.restore(state)
        self._lay_out_columns()

    def reset_columns(self) -> None:
        """Reset the columns to their defaults."""
        self.restore_column_state(ColumnState())
        self.columns_changed.emit()

    def is_column_shown(self, column: Column[Any]) -> bool:
        """Return whether a column is shown."""
        return self._layout.is_shown(column)

    def set_column_shown(self, key: str, shown: bool) -> None:
        """Show or hide a column. The last one that is shown stays."""
        self._layout.visible[key] = shown
        if not any(self._layout.is_shown(column) for column in self._rows.columns):
            self._layout.visible[key] = True
        self._lay_out_columns()
        self.columns_changed.emit()

    def column_chooser(self) -> QMenu:
        """Return the menu of the columns: visibility, sorting, reset."""
        return column_menu(
            self,
            self._rows,
            self.all_columns(),
            is_shown=self.is_column_shown,
            set_shown=self.set_column_shown,
            reset=self.reset_columns,
        )

    def copy_selection(self) -> int:
        """Copy the selected rows to the clipboard as TSV, with headings; return their number."""
        rows, shown = self.selected_rows(), self.shown_columns()
        if rows:
            lines = copied_table(self._rows.columns, shown, rows)
            QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
        return len(rows)

    def sizeHintForColumn(self, column: int) -> int:  # noqa: D102
        first, last = self.visible_rows()
        rows = (self._rows.row_at(number) for number in range(first, last + 1))
        hints = [self._painter.width_hint(row, column) for row in rows if row is not None]
        return max(hints, default=self._header.sectionSize(column))

    # --- columns ------------------------------------------------------------------------------

    def _lay_out_columns(self) -> None:
        self._is_fitting = True
        self._layout.apply(self._header, self._rows.columns)
        self._is_fitting = False
        self._fit_columns()

    def _fit_columns(self) -> None:
        self._is_fitting = True
        header, columns = self._header, self._rows.columns
        needed = self._figures.needed
        headings = {index: header.title_width(index) for index in range(len(columns))}
        self._layout.fit(header, columns, self.viewport().width(), needed, headings)
        self._is_fitting = False
        self._rows.set_spoken_columns(self.shown_columns())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit_columns()

    def _on_section_resized(self, index: int, old: int, new: int) -> None:
        if not self._is_fitting and new > 0:
            width = max(new, self._figures.needed.get(index, 0))
            if width != new:
                self._is_fitting = True
                self._header.resizeSection(index, width)
                self._is_fitting = False
            self._layout.widths[self._rows.columns[index].key] = width
            self.columns_changed.emit()

    def _on_section_moved(self, *_: int) -> None:
        if not self._is_fitting:
            columns = self._rows.columns
            self._layout.order = [columns[index].key for index in self.all_columns()]
            self._rows.set_spoken_columns(self.shown_columns())
            self.columns_changed.emit()
            self.viewport().update()

    def _on_section_clicked(self, index: int) -> None:
        """Sort by a column: first in its default direction, then reversed, then in source order."""
        column, now = self._rows.columns[index], self._rows.arrangement
        if column.sort is None:
            return
        first = column.kind in DOWNWARDS
        if now.column is None or now.column.key != column.key:
            self._rows.sort_by(column.key, first)
        elif now.descending == first:
            self._rows.sort_by(column.key, not first)
        else:
            self._rows.sort_by(None)

    def _on_header_column_reached(self, column: int) -> None:
        """Scroll horizontally until a column is in view."""
        bar, left = self.horizontalScrollBar(), self._header.sectionViewportPosition(column)
        over = left + self._header.sectionSize(column) - self.viewport().width()
        if over > 0:
            bar.setValue(bar.value() + min(over, left))
        if left < 0:
            bar.setValue(bar.value() + left)

    def _on_header_menu_requested(self, position: QPoint) -> None:
        menu = self.column_chooser()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    # --- model signals ------------------------------------------------------------------------

    def _on_model_about_to_be_reset(self) -> None:
        self._position_before = self.scroll_position()
        self._selected_before = {row.id: row.number for row in self.selected_rows()}
        current = self.currentIndex().row()
        row = self._rows.row_at(current)
        self._current_before = None
        if row is not None:
            self._current_before = (row.id, row.number)
        elif current >= 0:
            self._current_before = (None, current + 1)

    def _on_rows_about_to_be_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._removed_current = first <= self.currentIndex().row() <= last
        rows = map(self._rows.row_at, range(first, last + 1))
        self._figures.forget(row for row in rows if row is not None)

    def _on_rows_removed(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Go on from the row that has come in the place of a removed current one."""
        count = self._rows.rowCount()
        if self._removed_current and count:
            self._set_current(min(first, count - 1))

    def _on_model_reset(self) -> None:
        """Update columns, scroll position and selection after a reset of the model."""
        model = self._rows
        self._painter.set_columns(model.columns)
        self._figures.set_columns(model.columns)
        self._figures.replace(model.loaded_rows(), self._last_position())
        self._lay_out_columns()
        start = model.start_row
        if self._is_watching:
            self.scroll_to_position(self._position_before if start is None else start * ROW_HEIGHT)
        arrangement = model.arrangement
        key = arrangement.column.key if arrangement.column is not None else None
        section = next((i for i, c in enumerate(model.columns) if c.key == key), None)
        self._header.set_sorted(section, descending=arrangement.descending)
        self._select_again()
        self._start_at_a_row()
        self._look.start()

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._measure(first, last)
        self._start_at_a_row()

    def _on_data_changed(self, top: QModelIndex, bottom: QModelIndex, *_: object) -> None:
        self._measure(top.row(), bottom.row())

    def _measure(self, first: int, last: int) -> None:
        """Widen the columns whose figures do not fit, after rows have arrived."""
        if first == 0 and last == self._rows.rowCount() - 1:  # most of them may be skeletons
            new = list(self._rows.loaded_rows())
        else:
            rows = map(self._rows.row_at, range(first, last + 1))
            new = [row for row in rows if row is not None]
        if self._figures.add(new, self._last_position()):
            self._fit_columns()

    def _last_position(self) -> int:
        """Return the position of the last item of the list; 0 for none."""
        count = self._rows.rowCount()
        return self._rows.number_of(count - 1) if count else 0

    def _select_again(self) -> None:
        """Restore selection and current row by id; after a reload, unloaded ones by position."""
        model, before = self._rows, dict(self._selected_before)
        selected, current = set(before), self._current_before
        if current is not None:
            before.setdefault(*current)
        if not before:
            return
        rows = enumerate(map(model.row_at, range(model.rowCount())))
        found = {row.id: n for n, row in rows if row is not None and row.id in before}
        if model.start_row is None and not model.is_arranged:
            for key, number in before.items():
                place = model.view_row_of(number)
                if key not in found and model.row_at(place) is None and model.rowCount():
                    found[key] = place
        self._select(sorted(place for key, place in found.items() if key in selected))
        if current is not None and current[0] in found:
            self._set_current(found[current[0]])

    def clear_arrangement(self) -> None:
        """Reset order and filter."""
        self._rows.clear_arrangement()


def _spans(numbers: list[int]) -> list[tuple[int, int]]:
    """Return the ranges of consecutive numbers, as first and last of each."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans
