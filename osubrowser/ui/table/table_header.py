"""Header of a table: titles, sort arrow, columns to drag and resize, keyboard control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
)
from PySide6.QtWidgets import QHeaderView, QWidget

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

HEIGHT: Final = 30
_PADDING: Final = 6
_ARROW: Final = 7
_NARROWEST: Final = 32
_WIDER: Final = 8  # pixels that a key makes a column wider
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PRESSES: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class TableHeader(QHeaderView):
    """Header view of a table, which decides what a click sorts.

    By keyboard: Left and Right go from column to column, Enter is a click, Shift makes a column
    wider or narrower, Ctrl moves it.

    Attributes:
        menu_requested: `(global position)`: the context menu.
        column_reached: the keyboard cursor has reached a column, which is to be in view.
    """

    menu_requested = Signal(object)
    column_reached = Signal(int)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours = colours
        self._sorted: int | None = None
        self._descending = False
        self._hovered = -1
        self._at = 0  # the column that the keys are at
        self.setAccessibleName("Columns")
        self.setAccessibleDescription("Left and Right choose a column, Enter sorts by it")
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
        """Move the keyboard cursor to a column that is shown."""
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
            event.ignore()  # the window's own keys, and Tab
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
