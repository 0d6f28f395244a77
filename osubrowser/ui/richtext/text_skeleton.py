"""Placeholder of a long text, while it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from osubrowser.ui.widgets.state_panel import Skeleton

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from osubrowser.ui.style.theme import Colours

_MARGIN: Final = 18
"""Room around the lines, in pixels."""
_GAP: Final = 14
"""Room between two lines, in pixels."""
_HEIGHTS: Final = (20, 10, 10, 10, 10, 10)
"""Heights of a heading and of the lines below it, in pixels."""
_SHARES: Final = (0.28, 0.92, 0.97, 0.88, 0.95, 0.5)
"""Their widths, as shares of the room."""


class TextSkeleton(Skeleton):
    """Static placeholder: headings and lines, above the widget that will show the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def draw(self, painter: QPainter, colours: Colours) -> None:
        """Draw as many lines as fit."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background3)
        width, top = self.width() - 2 * _MARGIN, _MARGIN
        while top < self.height():
            for height, share in zip(_HEIGHTS, _SHARES, strict=True):
                painter.drawRoundedRect(QRectF(_MARGIN, top, width * share, height), 3, 3)
                top += height + _GAP
            top += _GAP
