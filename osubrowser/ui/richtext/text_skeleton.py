"""Placeholder of a long text, while it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_MARGIN: Final = 18
"""Room around the lines, in pixels."""
_GAP: Final = 14
"""Room between two lines, in pixels."""
_HEIGHTS: Final = (20, 10, 10, 10, 10, 10)
"""Heights of a heading and of the lines below it, in pixels."""
_SHARES: Final = (0.28, 0.92, 0.97, 0.88, 0.95, 0.5)
"""Their widths, as shares of the room."""


class TextSkeleton(QWidget):
    """Static placeholder: headings and lines, above the widget that will show the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self.setAccessibleName("Loading")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as many lines as fit."""
        del event
        if self._colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours.background3)
        width, top = self.width() - 2 * _MARGIN, _MARGIN
        while top < self.height():
            for height, share in zip(_HEIGHTS, _SHARES, strict=True):
                painter.drawRoundedRect(QRectF(_MARGIN, top, width * share, height), 3, 3)
                top += height + _GAP
            top += _GAP
