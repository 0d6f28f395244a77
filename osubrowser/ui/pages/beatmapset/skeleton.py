"""Placeholder of a beatmapset that is being loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_HEIGHTS = (40, 190, 160, 160)


class BeatmapsetSkeleton(QWidget):
    """Static placeholder of the sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self.setAccessibleName("Loading")

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as many empty cards as fit."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.background3)
        painter.setBrush(colours.background5)
        top, width = 0.5, self.width() - 1.0
        for height in _HEIGHTS:
            painter.drawRoundedRect(QRectF(0.5, top, width, height), 8, 8)
            top += height + 10
        painter.setPen(Qt.PenStyle.NoPen)
