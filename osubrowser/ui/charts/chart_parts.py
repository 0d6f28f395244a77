"""Drawing of what all charts share: card, axes, and the bubble at the cursor."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

SIDE: Final = 14
"""Pixels between the edge of the card and what is in it."""
GAP: Final = 8
_SMALL: Final = 11
_STEPS: Final = (1, 2, 2.5, 5, 10)
_LABEL_WIDTH: Final = 140
_WIDEST_NAME: Final = 160


class Readout(NamedTuple):
    """Value of one curve at the cursor: label, text and colour."""

    name: str
    words: str
    colour: QColor

    @property
    def line(self) -> str:
        """Name and value in one."""
        return f"{self.name} {self.words}".strip()


class Mark(NamedTuple):
    """Axis label and its position in pixels."""

    at: float
    words: str


def draw_card(
    painter: QPainter,
    area: QRect,
    title: str,
    names: Sequence[tuple[str, QColor]],
    colours: Colours,
    *,
    focused: bool,
) -> None:
    """Draw the ground, the title, and whose curve has which colour."""
    painter.setPen(QPen(colours.highlight if focused else colours.background3, 1))
    painter.setBrush(colours.background5)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    plain = QFont(painter.font())
    font = strong(plain)
    metrics = QFontMetrics(plain)
    painter.setFont(font)
    painter.setPen(colours.content1)
    painter.drawText(QRect(SIDE, 8, area.width() - 2 * SIDE, 22), _LEFT, title)
    x = float(SIDE + QFontMetrics(font).horizontalAdvance(title) + 20)
    painter.setFont(plain)
    for name, colour in names:
        if name:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(x, 19), 4, 4)
            painter.setPen(colours.content2)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
            painter.drawText(QRectF(x + 9, 8, _WIDEST_NAME + 10, 22), _LEFT, shown)
            x += 30 + metrics.horizontalAdvance(shown)


def draw_rows(painter: QPainter, plot: QRectF, marks: Sequence[Mark], colours: Colours) -> None:
    """Draw a line across for each value of the axis at the left, and the value."""
    painter.setFont(small(painter.font()))
    for at, words in marks:
        y = round(at) + 0.5
        painter.setPen(QPen(colours.background3, 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(colours.foreground)
        painter.drawText(QRectF(0, y - 9, plot.left() - GAP, 18), _RIGHT, words)


def draw_labels(painter: QPainter, plot: QRectF, marks: Sequence[Mark], colours: Colours) -> None:
    """Write below what the points are, the first and the last of them inside the plot."""
    painter.setFont(small(painter.font()))
    painter.setPen(colours.foreground)
    for number, (at, words) in enumerate(marks):
        left = min(max(at - 60, plot.left()), plot.right() - 120) if plot.width() > 120 else at
        is_last = number == len(marks) - 1
        align = _LEFT if number == 0 else _RIGHT if is_last else Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(left, plot.bottom() + 4, 120, 16), align, words)


def labelled(count: int, width: float) -> list[int]:
    """Return which of `count` points are labelled where the plot is `width` pixels wide."""
    shown = max(2, min(count, int(width // _LABEL_WIDTH)))
    if count <= 1:
        return list(range(count))
    return [round(n * (count - 1) / (shown - 1)) for n in range(shown)]


def draw_bubble(
    painter: QPainter, x: float, area: QRect, label: str, told: Sequence[Readout], colours: Colours
) -> None:
    """Draw what the points at `x` say, on the side where there is room."""
    plain = QFont(painter.font())
    font, tiny = strong(plain), small(plain)
    metrics = QFontMetrics(font)
    lines = [metrics.elidedText(one.line, Qt.TextElideMode.ElideRight, 260) for one in told]
    width = max(metrics.horizontalAdvance(line) for line in lines)
    width = max(width, QFontMetrics(tiny).horizontalAdvance(label)) + 18
    left = x + 10 if x + 10 + width <= area.width() - 4 else x - 10 - width
    box = QRectF(round(max(4.0, left)) + 0.5, 18.5, width, 23 + 17 * len(lines))
    painter.setPen(QPen(colours.background1, 1))
    painter.setBrush(colours.background3)
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(tiny)
    painter.setPen(colours.content2)
    painter.drawText(box.adjusted(8, 3, -4, 0), _TOP_LEFT, label)
    painter.setFont(font)
    for number, line in enumerate(lines):
        painter.setPen(told[number].colour if len(told) > 1 else colours.content1)
        painter.drawText(box.adjusted(8, 19 + 17 * number, -4, 0), _TOP_LEFT, line)


def nice_ticks(low: float, high: float) -> list[float]:
    """Return round values between two others, three to five of them where that is possible."""
    rough = max((high - low) / 4, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = max(1, round(next(step * power for step in _STEPS if step * power >= rough)))
    first, last = math.ceil(low / step), math.floor(high / step)
    return [float(n * step) for n in range(first, last + 1)]


def small(font: QFont) -> QFont:
    """Return the font of the axes."""
    made = QFont(font)
    made.setPixelSize(_SMALL)
    return made


def strong(font: QFont) -> QFont:
    """Return the font of the title and of values."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
