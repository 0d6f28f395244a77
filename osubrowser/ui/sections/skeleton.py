"""Placeholders of sections, while their subject is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.ui.style.theme import Colours

_HEIGHTS: Final = (40, 190, 160, 160)
"""Heights of cards in pixels."""
_PILLS: Final = 34
_ROW: Final = 34
_BAR: Final = 10
_SHARES: Final = (0.5, 0.36, 0.44, 0.58, 0.4)
"""Widths of the bars of a few rows, as shares of the room."""


class Skeleton(QWidget):
    """Base class of static placeholders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self.setAccessibleName("Loading")

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the placeholder."""
        del event
        if self._colours is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter, self._colours)

    def draw(self, painter: QPainter, colours: Colours) -> None:
        """Draw as much as fits."""
        raise NotImplementedError

    def draw_cards(self, painter: QPainter, colours: Colours, heights: Sequence[int]) -> None:
        """Draw empty cards one below the other, as wide as the widget; heights in pixels."""
        painter.setPen(colours.background3)
        painter.setBrush(colours.background5)
        top, width = 0.5, self.width() - 1.0
        for height in heights:
            painter.drawRoundedRect(QRectF(0.5, top, width, height), 8, 8)
            top += height + 10


class CardsSkeleton(Skeleton):
    """Static placeholder: cards one below the other."""

    def draw(self, painter: QPainter, colours: Colours) -> None:
        """Draw empty cards."""
        self.draw_cards(painter, colours, _HEIGHTS)


class RowsSkeleton(Skeleton):
    """Static placeholder: a row of pills, and rows of a table below it."""

    def draw(self, painter: QPainter, colours: Colours) -> None:
        """Draw as many empty rows as fit."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background5)
        width = self.width()
        painter.drawRoundedRect(QRectF(0, 0, min(460, width), _PILLS), 8, 8)
        top, number = _PILLS + 10, 0
        while top < self.height():
            painter.setBrush(colours.background5)
            painter.drawRect(QRectF(0, top, width, _ROW - 1))
            painter.setBrush(colours.background3)
            bar = QRectF(
                12, top + (_ROW - _BAR) / 2, width * _SHARES[number % len(_SHARES)] / 2, _BAR
            )
            painter.drawRoundedRect(bar, 3, 3)
            bar.moveLeft(width * 0.6)
            painter.drawRoundedRect(bar, 3, 3)
            top, number = top + _ROW, number + 1
