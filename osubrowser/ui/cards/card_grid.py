"""Grid of cards: a second view of the rows of a table, which shares its selection."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from osubrowser.models.table.column import Row
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_flow import GAP, HEIGHT, NARROWEST, PITCH, CardFlow
from osubrowser.ui.cards.card_layout import CardLayout, CardMarks, PreviewState
from osubrowser.ui.cards.card_painter import BUTTON, CardLine, CardPainter
from osubrowser.ui.widgets.flags import Pictures

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_OPEN_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_DOWN: Final = (_Action.MoveDown, _Action.MovePageDown)
_VERTICAL: Final = (*_DOWN, _Action.MoveUp, _Action.MovePageUp)
_AHEAD: Final = 1
"""Screens below the view from which the next page of a list by cursor is loaded."""
_PREVIEW_TIP: Final = tr("Play the preview (Space)")


class CardGrid(QListView):
    """View of a `PagedModel` as cards, painted in one pass from the texts of their rows.

    Places are computed, not stored: thousands of cards cost no more than a few. Only Qt's
    interface of views and its accessibility are used of the list view.

    Args:
        model: the rows.
        selection: selection model of the table of the same rows, which both views share.
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        scrolled: other cards are visible.
        open_requested: `(Row, how)`: open a row, `here` or in the `background`.
        menu_requested: global position: open the context menu of the selected rows.
        copy_requested: copy the selected rows.
        preview_requested: `Row`: start or stop its preview.
    """

    scrolled = Signal()
    open_requested = Signal(object, str)
    menu_requested = Signal(QPoint)
    copy_requested = Signal()
    preview_requested = Signal(object)

    def __init__(
        self,
        model: PagedModel,
        selection: QItemSelectionModel,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._layout = CardLayout()
        self._has_previews = False
        self._painter = CardPainter(colours, self.font())
        self._hovered = -1
        self._is_over_button = False
        self._is_watching = True
        self._pressed: Hashable | None = None  # row whose preview button the mouse holds down
        self._columns = 1  # side by side
        self._top_before = 0  # scroll position before a reset
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._tell_model)
        self._set_up()
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        self.setModel(model)
        own = self.selectionModel()
        self.setSelectionModel(selection)
        own.deleteLater()
        model.state_changed.connect(self._on_state_changed)
        model.modelReset.connect(self._on_model_reset)
        model.rowsInserted.connect(self._on_rows_changed)
        model.rowsRemoved.connect(self._on_rows_changed)
        self.verticalScrollBar().sliderReleased.connect(self._look.start)

    def _set_up(self) -> None:
        self.setFrameShape(self.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    # --- what is shown ------------------------------------------------------------------------

    def use(
        self,
        layout: CardLayout,
        *,
        decorate: Callable[[Row[Any]], CardMarks] | None = None,
        preview: Callable[[Row[Any]], PreviewState | None] | None = None,
    ) -> None:
        """Show the rows of the model by a layout.

        Args:
            layout: which columns the parts of a card show.
            decorate: returns the marks of a row, from what is in RAM; None for none.
            preview: returns the state of the preview of a row, None for a stopped one; None for
                cards without previews.
        """
        self._layout, self._has_previews = layout, preview is not None
        self._painter.set_columns(self._rows.columns, layout)
        self._painter.set_state(decorate, preview)
        title = self._painter.index_of(layout.title)
        self.setModelColumn(max(title, 0))
        self.viewport().update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._painter.set_colours(colours)
        self.viewport().update()

    def set_pictures(self, pictures: Pictures | None) -> None:
        """Set the source of covers, called during painting: only visible ones are loaded."""
        self._painter.set_pictures(pictures)
        self.viewport().update()

    def pictures_ready(self) -> None:
        """Repaint: a picture has arrived."""
        self.viewport().update()

    def set_watching(self, is_watching: bool) -> None:
        """Set whether the model is told the visible rows: not while another view shows them."""
        self._is_watching = is_watching
        self.setAutoScroll(is_watching)  # else Qt scrolls to the current row at the next show
        if is_watching:
            self._look.start()

    def update_rows(self, is_changed: Callable[[Row[Any]], object]) -> None:
        """Repaint the visible cards of some rows, such as those of a preview."""
        first, last = self.visible_rows()
        for number in range(first, last + 1):
            row = self._rows.row_at(number)
            if row is not None and is_changed(row):
                self.viewport().update(self._rect(number))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._painter.set_font(self.font())

    # --- places -------------------------------------------------------------------------------

    @property
    def _flow(self) -> CardFlow:
        narrowest = self._layout.narrowest or NARROWEST
        return CardFlow(self.viewport().width(), self._rows.rowCount(), narrowest)

    def _rect(self, number: int) -> QRect:
        """Return the place of a card in the viewport."""
        flow = self._flow
        x, y = flow.place(number)
        return QRect(x, y - self.verticalOffset(), flow.card_width, HEIGHT)

    def visible_rows(self) -> tuple[int, int]:
        """Return the first and the last visible row; `(0, -1)` if there is none."""
        top = self.verticalOffset()
        first, last = self._flow.between(top, top + self.viewport().height() - 1)
        return (first, last) if first <= last else (0, -1)

    def scroll_position(self) -> int:
        """Return the scroll position, which is the same row at any width of the view."""
        line, rest = divmod(self.verticalScrollBar().value(), PITCH)
        return line * self._columns * PITCH + rest

    def scroll_to_position(self, position: int) -> None:
        """Scroll to a position that `scroll_position` returned."""
        row, rest = divmod(position, PITCH)
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._flow.line_of(row) + rest)

    def show_at_top(self, row: int) -> None:
        """Scroll the line of a row to the top of the view."""
        self.scroll_to_position(row * PITCH)

    def horizontalOffset(self) -> int:  # noqa: D102
        return 0

    def verticalOffset(self) -> int:  # noqa: D102
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:  # noqa: D102
        return self._rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: D102
        number = self._number_at(point)
        return self._rows.index(number, self.modelColumn()) if number >= 0 else QModelIndex()

    def _number_at(self, point: QPoint) -> int:
        return self._flow.at(point.x(), point.y() + self.verticalOffset())

    def isIndexHidden(self, _index: Index) -> bool:  # noqa: D102
        return False

    def scrollTo(  # noqa: D102
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self._flow.place(index.row())[1] - GAP
        above = max(0, (height - HEIGHT - 2 * GAP) // 3)
        lowest = top + HEIGHT + 2 * GAP - height  # at which the card is seen as a whole
        if hint == self.ScrollHint.PositionAtCenter:
            bar.setValue(top - above)
        elif hint == self.ScrollHint.PositionAtTop or bar.value() > top:
            bar.setValue(top)
        elif hint == self.ScrollHint.PositionAtBottom or bar.value() < lowest:
            bar.setValue(min(lowest, top))

    def doItemsLayout(self) -> None:
        """Compute the range of the scroll bar: there are no items to lay out."""
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:  # noqa: D102
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(PITCH // 3)  # a notch of the wheel is three
        bar.setPageStep(max(PITCH, height // PITCH * PITCH))
        bar.setRange(0, max(0, self._flow.height - height))
        self._look.start()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the row at the top of the view."""
        position = self.scroll_position()
        self._columns = self._flow.columns
        self.scroll_to_position(position)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102
        self.viewport().scroll(dx, dy)
        if self._hovered >= 0:
            self._hover(self.viewport().mapFromGlobal(QCursor.pos()))
        self._look.start()

    def _tell_model(self) -> None:
        if not self._is_watching:
            return
        first, last = self.visible_rows()
        model = self._rows
        model.look_at(first, max(first, last), held=self.verticalScrollBar().isSliderDown())
        if last + _AHEAD * (last - first + 1) >= model.rowCount() - 1:
            model.fetchMore()
        self.scrolled.emit()

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        area = event.rect()
        painter = QPainter(self.viewport())
        self._painter.paint(painter, self._lines(area), self._flow.card_width, area)

    def _lines(self, area: QRect) -> list[CardLine]:
        model, offset, flow = self._rows, self.verticalOffset(), self._flow
        if not flow.total and model.state is LoadState.LOADING:
            lines = area.bottom() // PITCH + 1
            flow = flow._replace(total=lines * flow.columns)  # skeletons: their number is unknown
        first, last = flow.between(area.top() + offset, area.bottom() + offset)
        selection, nowhere = self.selectionModel(), QModelIndex()
        has_selection = selection.hasSelection()
        current = self.currentIndex().row() if self.hasFocus() else -1
        left, right, width = area.left(), area.right(), flow.card_width
        found = []
        for number in range(first, last + 1):
            x, y = flow.place(number)
            if x > right or x + width <= left:
                continue
            found.append(
                CardLine(
                    x,
                    y - offset,
                    number,
                    model.row_at(number),
                    has_selection and selection.isRowSelected(number, nowhere),
                    number == self._hovered,
                    number == current,
                    number == self._hovered and self._is_over_button,
                )
            )
        return found

    # --- selection and keys -------------------------------------------------------------------

    def setSelection(  # noqa: D102
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        flow, offset, model = self._flow, self.verticalOffset(), self._rows
        if not flow.total:
            return
        start, end = rect.topLeft(), rect.bottomRight()  # not normalised: the anchor, the mouse
        numbers = sorted(flow.nearest(point.x(), point.y() + offset) for point in (start, end))
        selection = QItemSelection()
        selection.select(model.index(numbers[0], 0), model.index(numbers[1], 0))
        self.selectionModel().select(selection, command | QItemSelectionModel.SelectionFlag.Rows)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:  # noqa: D102
        return QRegion(self.viewport().rect())

    def moveCursor(  # noqa: D102
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count = self._rows.rowCount()
        if not count:
            return QModelIndex()
        current = self.currentIndex().row()
        first, last = self.visible_rows()
        is_extending = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if current < 0 and action == _Action.MoveEnd:
            number = count - 1
        elif current < 0:
            number = first  # where Qt moves by a focus without a current row, too
        elif action in _VERTICAL and not is_extending and not first <= current <= last:
            number = self._entry_row(action)
        else:
            number = self._row_after(action, current, count)
        return self._rows.index(number, self.modelColumn())

    def _row_after(self, action: QAbstractItemView.CursorAction, current: int, count: int) -> int:
        columns = self._flow.columns
        if action == _Action.MoveHome:
            return 0
        if action == _Action.MoveEnd:
            return count - 1
        page = max(1, self.viewport().height() // PITCH) * columns
        step = {
            _Action.MoveLeft: -1,
            _Action.MovePrevious: -1,
            _Action.MoveRight: 1,
            _Action.MoveNext: 1,
            _Action.MoveUp: -columns,
            _Action.MoveDown: columns,
            _Action.MovePageUp: -page,
            _Action.MovePageDown: page,
        }[action]
        number = current + step
        if abs(step) == 1:
            return min(max(number, 0), count - 1)
        if number < 0:
            return current % columns
        if number >= count:  # the last line may be shorter than the one above
            is_last_line = current // columns == (count - 1) // columns
            return current if is_last_line else count - 1
        return number

    def _entry_row(self, action: QAbstractItemView.CursorAction) -> int:
        """Return the row to which a key moves while the current one is out of view."""
        top, height = self.verticalOffset(), self.viewport().height()
        flow = self._flow
        first = flow.nearest(0, top + PITCH - GAP)  # of the first line that is seen as a whole
        last = max(first, flow.nearest(0, top + height - PITCH))
        if action in _DOWN:
            return first if action == _Action.MoveDown else last
        return last if action == _Action.MoveUp else first

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _OPEN_KEYS:
            self._open(self.currentIndex().row(), "background" if control else "here")
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() == Qt.Key.Key_Space and plain and self._has_previews:
            row = self._rows.row_at(self.currentIndex().row())
            if row is not None:
                self.preview_requested.emit(row)
        elif event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            event.ignore()  # no search by typing: it would query every row, and block shortcuts
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would request the text of every row, in the GUI thread."""

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: D102
        super().currentChanged(current, previous)
        row = self._rows.row_at(current.row())
        self.setAccessibleDescription("" if row is None else self._spoken(row))
        self.viewport().update()

    def _spoken(self, row: Row[Any]) -> str:
        """Return all that a card shows, for screen readers."""
        layout, index_of = self._layout, self._painter.index_of
        keys = (layout.title, layout.mapper, *layout.dates, *(one.key for one in layout.figures))
        keys += (layout.status, layout.stars, layout.difficulty, layout.dots)
        indexes = (index_of(key) for key in keys if key)
        said = [(row.texts[index], row.spoken[index]) for index in indexes if index >= 0]
        words = [spoken for text, spoken in said if text and text != NOTHING]
        return ", ".join(words + self._painter.marks_in_words(row))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            index = self._rows.index(self.visible_rows()[0], self.modelColumn())
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(index, flag)
            self.setAutoScroll(self._is_watching)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.viewport().update()

    # --- mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        where = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._open(self._number_at(where), "background")
            event.accept()
        elif event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()  # mouse buttons of the history
        else:
            is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            is_left = event.button() == Qt.MouseButton.LeftButton
            row = self._preview_at(where) if is_plain and is_left else None
            self._pressed = None if row is None else row.id
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            row = self._preview_at(event.position().toPoint())
            if row is not None and row.id == pressed:
                self.preview_requested.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        where = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)
        elif (row := self._preview_at(where)) is not None:
            self._pressed = row.id  # the second click stops what the first one started
            event.accept()
        else:
            self._open(self._number_at(where), "here")
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def _hover(self, where: QPoint) -> None:
        number = self._number_at(where)
        is_over = self._preview_at(where) is not None
        if (number, is_over) == (self._hovered, self._is_over_button):
            return
        before, self._hovered, self._is_over_button = self._hovered, number, is_over
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        for changed in {before, number} - {-1}:
            self.viewport().update(self._rect(changed))

    def _preview_at(self, where: QPoint) -> Row[Any] | None:
        """Return the row whose preview button is at a position; None for none."""
        number = self._number_at(where) if self._has_previews else -1
        if number < 0 or not BUTTON.translated(self._rect(number).topLeft()).contains(where):
            return None
        return self._rows.row_at(number)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tooltip of the part of a card."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def _tip_at(self, where: QPoint) -> str:
        row = self._rows.row_at(self._number_at(where))
        if row is None:
            return ""
        if self._preview_at(where) is not None:
            return _PREVIEW_TIP
        return self._painter.tip_at(row, where - self._rect(self._number_at(where)).topLeft())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            number, where = self._number_at(event.pos()), event.globalPos()
        else:
            number = self.currentIndex().row()
            where = self.viewport().mapToGlobal(self._rect(number).center())
        if number >= 0:
            flag = QItemSelectionModel.SelectionFlag
            if not self.selectionModel().isRowSelected(number, QModelIndex()):
                index = self._rows.index(number, self.modelColumn())
                self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
            self.menu_requested.emit(where)
        event.accept()

    def _open(self, number: int, how: str) -> None:
        row = self._rows.row_at(number)
        if row is not None:
            self.open_requested.emit(row, how)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy())  # Qt lays out visible ones

    # --- model signals ------------------------------------------------------------------------

    def reset(self) -> None:
        """Keep the shared selection after a reset of the model: the table restores it by ids."""

    def _on_model_about_to_be_reset(self) -> None:
        self._top_before = self.scroll_position()

    def _on_model_reset(self) -> None:
        start = self._rows.start_row
        self._painter.set_columns(self._rows.columns, self._layout)
        self._reserve_scroll_bar()
        if self._is_watching:
            self.scroll_to_position(self._top_before if start is None else start * PITCH)
        self.viewport().update()

    def _on_rows_changed(self, *_: object) -> None:
        self.updateGeometries()
        self._reserve_scroll_bar()
        self.viewport().update()

    def _reserve_scroll_bar(self) -> None:
        """Leave room for the scroll bar while skeletons are shown: cards come in their places."""
        may_come = self._rows.state in (LoadState.LOADING, LoadState.READY)  # READY: in a reset
        has_skeletons = may_come and not self._rows.rowCount()
        policies = Qt.ScrollBarPolicy
        policy = policies.ScrollBarAlwaysOn if has_skeletons else policies.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def dataChanged(self, *_: object) -> None:  # noqa: D102
        self.viewport().update()

    def _on_state_changed(self) -> None:
        if not self._rows.rowCount():
            self._reserve_scroll_bar()
            self.viewport().update()  # skeletons appear or disappear
