"""Delegate that paints bookmarks and visits in two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from osubrowser.models.library.rows import ITEM_ROLE

if TYPE_CHECKING:
    from osubrowser.models.library.rows import LibraryItem
    from osubrowser.ui.style.theme import Colours

ROW: Final = 52
"""Height of a row in pixels."""

_SIDE: Final = 16
_GAP: Final = 12
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_AT_END: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_RIGHT: Final = Qt.TextElideMode.ElideRight


class LibraryRowDelegate(QStyledItemDelegate):
    """Item delegate for rows of the library model.

    Attributes:
        colours: palette of the page.
        is_dragging: whether rows are being dragged: pixmaps get only the titles.
    """

    colours: Colours | None = None
    is_dragging = False

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW)

    def paint(  # noqa: D102
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: LibraryItem | None = index.data(ITEM_ROLE)
        c = self.colours
        if row is None or c is None:
            return
        painter.save()
        rect: QRect = option.rect
        if self.is_dragging and isinstance(painter.device(), QPixmap):
            # The drag pixmap must not cover the drop position.
            title = rect.adjusted(_SIDE, 6, -_SIDE, -rect.height() // 2)
            painter.setPen(c.content1)
            _draw(painter, title, row.title)
            painter.restore()
            return
        self._draw_ground(painter, option, c)
        area = rect.adjusted(_SIDE, 6, -_SIDE, -6)
        upper = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        lower = QRect(area.left(), upper.bottom() + 1, area.width(), area.height() // 2)
        font = QFont(option.font)
        # Secondary text must be readable on the background of a selection.
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        quiet = c.content2 if is_selected else c.foreground
        self._draw_title(painter, row, upper, font, c, quiet)
        self._draw_below(painter, row, lower, font, c, quiet)
        painter.restore()

    @staticmethod
    def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, c: Colours) -> None:
        rect, state = option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, c.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, c.background4)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, c.background5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(c.highlight)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    @staticmethod
    def _draw_title(
        painter: QPainter, row: LibraryItem, area: QRect, font: QFont, c: Colours, quiet: QColor
    ) -> None:
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(row.when)
        painter.setFont(font)
        painter.setPen(quiet)
        painter.drawText(area, _AT_END, row.when)
        font = QFont(font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(c.content1)
        room = area.width() - (width + _GAP if row.when else 0)
        _draw(painter, QRect(area.left(), area.top(), room, area.height()), row.title)

    @staticmethod
    def _draw_below(
        painter: QPainter, row: LibraryItem, area: QRect, font: QFont, c: Colours, quiet: QColor
    ) -> None:
        painter.setFont(font)
        painter.setPen(c.light2)
        left = area.left() + _draw(painter, area, row.kind) + _GAP
        room = area.right() - left
        if row.note:
            painter.setPen(c.content2)
            # Beside a long note, the address gets a third of the row.
            width = QFontMetrics(font).horizontalAdvance(row.link)
            most = max(room - min(width, room // 3) - _GAP, 0)
            left += _draw(painter, QRect(left, area.top(), most, area.height()), row.note) + _GAP
        painter.setPen(quiet)
        rest = QRect(left, area.top(), max(area.right() - left, 0), area.height())
        _draw(painter, rest, row.link)


def _draw(painter: QPainter, area: QRect, text: str) -> int:
    """Draw elided text, and return its width in pixels."""
    metrics = painter.fontMetrics()
    words = metrics.elidedText(text, _RIGHT, area.width())
    painter.drawText(area, _MIDDLE, words)
    return metrics.horizontalAdvance(words)
