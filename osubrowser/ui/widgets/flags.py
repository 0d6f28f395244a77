"""Drawing of flags beside text, with a placeholder until they are loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

Pictures = Callable[[str, int, int, str], QPixmap | None]
"""`(url, width, height, shape) -> picture`, or None while it is not loaded."""

FLAG = QSize(25, 18)  # aspect ratio 36:26


def no_pictures(_url: str, _width: int, _height: int, _shape: str) -> QPixmap | None:
    """Return None: image source without pictures."""
    return None


def draw_edges(painter: QPainter, places: Sequence[QRect], colours: Colours) -> None:
    """Draw an outline around flags on a light background, where white ones would have no edge."""
    if not colours.is_dark:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(0, 0, 0, 50))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([place.adjusted(0, 0, -1, -1) for place in places])


def draw_flag(
    painter: QPainter, url: str, area: QRect, pictures: Pictures, colours: Colours | None
) -> None:
    """Draw a flag at the left of `area`, vertically centred; a placeholder until it is loaded."""
    place = QRect(
        area.left(), area.center().y() - FLAG.height() // 2 + 1, FLAG.width(), FLAG.height()
    )
    picture = pictures(url, FLAG.width(), FLAG.height(), "cover")
    if picture is not None:
        painter.drawPixmap(place, picture)
        if colours is not None:
            draw_edges(painter, [place], colours)
    elif colours is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background3)
        painter.drawRoundedRect(place, 2, 2)
