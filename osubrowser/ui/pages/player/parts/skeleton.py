"""Skeleton of a profile: blocks in place of figures and charts that are being loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_CELL_WIDTH, _CELL_HEIGHT, _ROWS = 168, 62, 3
_BARS = ((7, 70, 8), (22, 104, 14), (44, 86, 8))  # top, width, height
_SHARES = (1.0, 0.8, 0.9, 0.7, 0.95)


class PlayerSkeleton(QWidget):
    """Static placeholder of the overview."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self.setAccessibleName("Loading")

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a card of figures, and as many charts as fit."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.background3)
        painter.setBrush(colours.background5)
        top, width = 0.5, self.width() - 1.0
        for height in (_ROWS * _CELL_HEIGHT + 12, 200, 180):
            painter.drawRoundedRect(QRectF(0.5, top, width, height), 8, 8)
            top += height + 10
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background3)
        columns = max(1, (self.width() - 28) // _CELL_WIDTH)
        step = (self.width() - 28) / columns
        for number in range(_ROWS * columns):
            row, column = divmod(number, columns)
            share = _SHARES[number % len(_SHARES)]
            for offset, long, height in _BARS:
                place = QRectF(
                    14 + column * step, 8 + row * _CELL_HEIGHT + offset, long * share, height
                )
                painter.drawRoundedRect(place, 3, 3)
