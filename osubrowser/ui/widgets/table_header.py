"""The heading of a table: titles, the arrow of the sorted column, columns to drag and resize."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

if TYPE_CHECKING:
    from osubrowser.ui.theme import Colours

HEIGHT: Final = 30
_PADDING: Final = 6
_ARROW: Final = 7
_NARROWEST: Final = 32


class TableHeader(QHeaderView):
    """Paints itself in the page's colours; the table decides what a click sorts.

    Attributes:
        menu_requested: `(global position)`: a right click, or the menu key.
    """

    menu_requested = Signal(object)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours = colours
        self._sorted: int | None = None
        self._descending = False
        self._hovered = -1
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT)

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self._colours = colours
        self.viewport().update()

    def set_sorted(self, section: int | None, *, descending: bool) -> None:
        """Show the arrow of sorting at a section, or at none."""
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        self.menu_requested.emit(event.globalPos())
        event.accept()
