"""Charts over time: line and bar charts with axes and a cursor for mouse and arrow keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.chart_card import TOP, ChartCard
from osubrowser.ui.style.colours import hsl
from osubrowser.ui.widgets.assistive import announce

if TYPE_CHECKING:
    from osubrowser.models.players.profile import ChartData
    from osubrowser.ui.style.theme import Colours


SIDE: Final = 14
"""Pixels between the edge of the card and its contents."""
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
        """Label and value as one text."""
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
    """Draw the background, the title, and the legend of the curves."""
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
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
            if x + 9 + metrics.horizontalAdvance(shown) > area.width() - SIDE:
                painter.setPen(colours.content2)
                painter.drawText(QRectF(x - 8, 8, 20, 22), _LEFT, "…")
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(x, 19), 4, 4)
            painter.setPen(colours.content2)
            painter.drawText(QRectF(x + 9, 8, _WIDEST_NAME + 10, 22), _LEFT, shown)
            x += 30 + metrics.horizontalAdvance(shown)


def draw_empty(painter: QPainter, area: QRect, sentence: str, colours: Colours) -> None:
    """Draw the sentence of a chart without data."""
    painter.setPen(colours.foreground)
    inside = area.adjusted(SIDE, TOP, -SIDE, -SIDE)
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, sentence)


def draw_rows(painter: QPainter, plot: QRectF, marks: Sequence[Mark], colours: Colours) -> None:
    """Draw a grid line and a label for each tick of the y axis."""
    painter.setFont(small(painter.font()))
    for at, words in marks:
        y = round(at) + 0.5
        painter.setPen(QPen(colours.background3, 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(colours.foreground)
        painter.drawText(QRectF(0, y - 9, plot.left() - GAP, 18), _RIGHT, words)


def draw_labels(painter: QPainter, plot: QRectF, marks: Sequence[Mark], colours: Colours) -> None:
    """Draw the labels of the x axis; the first and the last are moved into the plot."""
    painter.setFont(small(painter.font()))
    painter.setPen(colours.foreground)
    for number, (at, words) in enumerate(marks):
        left = min(max(at - 60, plot.left()), plot.right() - 120) if plot.width() > 120 else at
        align = Qt.AlignmentFlag.AlignCenter
        if number == 0 and at - 60 < plot.left():
            align = _LEFT
        elif number == len(marks) - 1 and at + 60 > plot.right():
            align = _RIGHT
        painter.drawText(QRectF(left, plot.bottom() + 4, 120, 16), align, words)


def labelled(count: int, width: float) -> list[int]:
    """Return the indexes of the labelled points of `count`, in a plot `width` pixels wide."""
    shown = max(2, min(count, int(width // _LABEL_WIDTH)))
    if count <= 1:
        return list(range(count))
    return [round(n * (count - 1) / (shown - 1)) for n in range(shown)]


def draw_cursor_line(painter: QPainter, x: float, plot: QRectF, colours: Colours) -> None:
    """Draw the dotted line of the cursor."""
    painter.setPen(QPen(colours.foreground, 1, Qt.PenStyle.DotLine))
    line = math.floor(x) + 0.5
    painter.drawLine(QPointF(line, plot.top()), QPointF(line, plot.bottom()))


def fill_below(painter: QPainter, path: QPainterPath, plot: QRectF, colour: QColor) -> None:
    """Fill the area between a curve and the bottom of the plot, paler towards the bottom."""
    area = QPainterPath(path)
    area.lineTo(path.currentPosition().x(), plot.bottom())
    area.lineTo(path.elementAt(0).x, plot.bottom())
    area.closeSubpath()
    shade = QLinearGradient(plot.topLeft(), plot.bottomLeft())
    for at, alpha in ((0.0, 70), (1.0, 0)):
        tint = QColor(colour)
        tint.setAlpha(alpha)
        shade.setColorAt(at, tint)
    painter.fillPath(area, shade)


def draw_bubble(
    painter: QPainter,
    x: float,
    area: QRect,
    label: str,
    told: Sequence[Readout],
    colours: Colours,
    *,
    widest: int = 260,
) -> None:
    """Draw a tooltip with the values at `x`, on the side with enough room.

    Lines are at most `widest` pixels wide.
    """
    plain = QFont(painter.font())
    font, tiny = strong(plain), small(plain)
    metrics = QFontMetrics(font)
    lines = [metrics.elidedText(one.line, Qt.TextElideMode.ElideRight, widest) for one in told]
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
    """Return round tick values between two values, three to five of them if possible."""
    rough = max((high - low) / 4, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = max(1, round(next(step * power for step in _STEPS if step * power >= rough)))
    first, last = math.ceil(low / step), math.floor(high / step)
    return [float(n * step) for n in range(first, last + 1)]


def small(font: QFont) -> QFont:
    """Return the font of the axes, derived from `font`."""
    made = QFont(font)
    made.setPixelSize(_SMALL)
    return made


def strong(font: QFont) -> QFont:
    """Return the font of the title and of values, derived from `font`."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


TickWords = Callable[[float], str]


class Curve(NamedTuple):
    """Curve of a chart: its label, "" for a single curve, and its points."""

    name: str
    data: ChartData


class Chart(ChartCard):
    """Base widget of a chart over days or months; subclasses draw the points.

    The point at the cursor is shown as text in a tooltip, and set as the accessible description.
    Left and Right move the cursor, Home and End go to the first and the last point.

    Args:
        title: title of the chart.
        empty: the sentence shown without data.
        tick_words: formats a value of the y axis.
    """

    keeps_ground = False
    from_zero = False
    is_reversed = False

    def __init__(
        self, title: str, empty: str, tick_words: TickWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, empty, parent)
        self._tick_words = tick_words
        self._curves: tuple[Curve, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._low, self._high = 0.0, 1.0
        self._ticks: tuple[tuple[float, str], ...] = ()  # value and label
        self._cursor: int | None = None
        self._describe()

    # --- public methods -----------------------------------------------------------------------

    def show_curves(self, curves: Sequence[Curve]) -> None:
        """Set the curves; a shorter curve lacks the oldest points."""
        self._curves = tuple(curve for curve in curves if curve.data)
        longest = max(self._curves, key=lambda c: len(c.data.labels), default=None)
        self._labels = longest.data.labels if longest is not None else ()
        self._cursor = None
        self._measure()
        self._describe()
        self._draw_anew()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self._draw_anew()

    @property
    def curves(self) -> tuple[Curve, ...]:
        """The curves."""
        return self._curves

    @property
    def cursor_index(self) -> int | None:
        """Index of the point at the cursor, from 0; None without a cursor."""
        return self._cursor

    @property
    def cursor_words(self) -> str:
        """Text of the tooltip: `7 Jul 2017: #829,418`; "" without a cursor."""
        if self._cursor is None:
            return ""
        told = ", ".join(one.line for one in self._told(self._cursor))
        return f"{self._labels[self._cursor]}: {told}"

    def colour_of(self, number: int) -> QColor:
        """Return the colour of a curve by its index, from 0."""
        return self._colour(number)

    def sizeHint(self) -> QSize:
        """Return the preferred size, high enough for the shape of a curve."""
        return QSize(480, 190)

    # --- geometry -----------------------------------------------------------------------------

    def _measure(self) -> None:
        values = [v for c in self._curves for v in c.data.values if v is not None]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        if self.from_zero:
            low = min(0.0, low)
        if high - low < 1:
            high, low = high + 1, low if self.from_zero else max(0.0, low - 1)
        ticks = nice_ticks(low, high)
        if not self.from_zero:
            space = (high - low) * 0.06
            low, high = low - space, high + space
        else:
            high += (high - low) * 0.04
        self._low, self._high = low, high
        self._ticks = tuple((tick, self._tick_words(tick)) for tick in ticks)

    def _plot(self) -> QRectF:
        metrics = QFontMetrics(small(self.font()))
        left = max((metrics.horizontalAdvance(words) for _, words in self._ticks), default=0)
        return self._inside(SIDE + left + GAP, SIDE)

    def _x(self, index: int, plot: QRectF) -> float:
        """Return the x coordinate of a point, in pixels."""
        raise NotImplementedError

    def _index_at(self, x: float, plot: QRectF) -> int:
        """Return the index of the point nearest to `x`; it may be out of range."""
        raise NotImplementedError

    def _y(self, value: float, plot: QRectF) -> float:
        share = (value - self._low) / (self._high - self._low)
        return plot.top() + plot.height() * (share if self.is_reversed else 1 - share)

    def _colour(self, number: int) -> QColor:
        if self._colours is None:
            return QColor("grey")
        if number == 0:
            return self._colours.highlight
        lightness = 65 if self._colours.is_dark else 36
        return hsl(self._colours.hue + 150 * number, 75, lightness)

    def _at(self, data: ChartData, index: int) -> int | None:
        """Return the index of a point within a curve; None where a shorter curve has no point."""
        at = index - (len(self._labels) - len(data.labels))
        return at if at >= 0 else None

    def _told(self, index: int) -> list[Readout]:
        """Return the values of all curves at an index."""
        told = []
        for number, (name, data) in enumerate(self._curves):
            at = self._at(data, index)
            words = "–" if at is None else data.words[at]
            told.append(Readout(name, words, self._colour(number)))
        return told

    # --- drawing ------------------------------------------------------------------------------

    def _draw_moving(self, painter: QPainter, colours: Colours) -> None:
        if self._curves and self._cursor is not None:
            self._draw_cursor(painter, self._cursor, self._plot(), colours)

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        """Draw everything but the cursor."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = [(curve.name, self._colour(n)) for n, curve in enumerate(self._curves)]
        draw_card(painter, self.rect(), self._title, names, colours, focused=self.hasFocus())
        if not self._curves:
            draw_empty(painter, self.rect(), self._empty, colours)
            return
        plot = self._plot()
        rows = [Mark(self._y(tick, plot), words) for tick, words in self._ticks]
        draw_rows(painter, plot, rows, colours)
        draw_labels(painter, plot, self._label_marks(plot), colours)
        for number, curve in enumerate(self._curves):
            self._draw_curve(painter, curve.data, plot, self._colour(number))

    def _label_marks(self, plot: QRectF) -> list[Mark]:
        """Return the labels of the x axis."""
        shown = labelled(len(self._labels), plot.width())
        return [Mark(self._x(index, plot), self._labels[index]) for index in shown]

    def _draw_curve(self, painter: QPainter, data: ChartData, plot: QRectF, colour: QColor) -> None:
        raise NotImplementedError

    def _draw_cursor(self, painter: QPainter, index: int, plot: QRectF, colours: Colours) -> None:
        x = self._x(index, plot)
        draw_cursor_line(painter, x, plot, colours)
        for number, (_, data) in enumerate(self._curves):
            at = self._at(data, index)
            value = data.values[at] if at is not None else None
            if value is not None and not self.from_zero:
                painter.setPen(QPen(colours.background5, 2))
                painter.setBrush(self._colour(number))
                painter.drawEllipse(QPointF(x, self._y(value, plot)), 4.5, 4.5)
        painter.setFont(self.font())
        draw_bubble(painter, x, self.rect(), self._labels[index], self._told(index), colours)

    # --- the cursor ---------------------------------------------------------------------------

    def move_cursor(self, index: int | None) -> None:
        """Move the cursor to a point; None removes it."""
        if index is not None:
            index = min(max(index, 0), len(self._labels) - 1) if self._labels else None
        if index != self._cursor:
            self._cursor = index
            self._describe()
            if self.hasFocus():
                announce(self, self.accessibleDescription())
            self.update()

    def _describe(self) -> None:
        if not self._curves:
            words = self._empty
        elif self._cursor is not None:
            words = self.cursor_words
        else:
            newest = len(self._labels) - 1
            told = ", ".join(one.line for one in self._told(newest))
            words = tr(
                "%n point(s) from {first} to {last}, at the end {told}. Left and Right read one "
                "after the other.",
                "",
                len(self._labels),
            ).format(first=self._labels[0], last=self._labels[newest], told=told)
        self.setAccessibleDescription(words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the value under the mouse."""
        if self._labels:
            self.move_cursor(self._index_at(event.position().x(), self._plot()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor with the arrow keys, Home and End; Escape removes it."""
        last = len(self._labels) - 1
        now = self._cursor
        match event.key():
            case Qt.Key.Key_Left if last >= 0:
                self.move_cursor(last if now is None else now - 1)
            case Qt.Key.Key_Right if last >= 0:
                self.move_cursor(last if now is None else now + 1)
            case Qt.Key.Key_Home if last >= 0:
                self.move_cursor(0)
            case Qt.Key.Key_End if last >= 0:
                self.move_cursor(last)
            case Qt.Key.Key_Escape if now is not None:
                self.move_cursor(None)
            case _:
                super().keyPressEvent(event)


class BarChart(Chart):
    """Bar chart of one or several curves: a bar from zero for each point, of limited width."""

    from_zero = True
    _WIDEST = 24

    def _x(self, index: int, plot: QRectF) -> float:
        return plot.left() + (index + 0.5) * plot.width() / len(self._labels)

    def _index_at(self, x: float, plot: QRectF) -> int:
        return math.floor((x - plot.left()) / plot.width() * len(self._labels))

    def _draw_curve(self, painter: QPainter, data: ChartData, plot: QRectF, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        slot = plot.width() / len(self._labels)
        gap = 1 if slot >= 3 else 0
        base = round(plot.bottom())
        lit = colour.lighter(125)
        for n, value in enumerate(data.values):
            if not value:
                continue
            middle = self._x(n, plot)
            half = min(slot, self._WIDEST) / 2
            left, right = round(middle - half), round(middle + half) - gap
            top = min(base - 1, round(self._y(value, plot)))
            bar = QRectF(left, top, max(1, right - left), base - top)
            painter.fillRect(bar, lit if n == self._cursor else colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


class LineChart(Chart):
    """Line chart of one or several curves.

    Args:
        title: title of the chart.
        empty: the sentence shown without data.
        tick_words: formats a value of the y axis.
        is_reversed: whether small values are at the top, as with ranks.
    """

    def __init__(
        self,
        title: str,
        empty: str,
        tick_words: TickWords,
        parent: QWidget | None = None,
        *,
        is_reversed: bool = False,
    ) -> None:
        super().__init__(title, empty, tick_words, parent)
        self.is_reversed = is_reversed

    def _x(self, index: int, plot: QRectF) -> float:
        last = len(self._labels) - 1
        return plot.left() + plot.width() * (index / last if last > 0 else 0.5)

    def _index_at(self, x: float, plot: QRectF) -> int:
        return round((x - plot.left()) / plot.width() * (len(self._labels) - 1))

    def _draw_curve(self, painter: QPainter, data: ChartData, plot: QRectF, colour: QColor) -> None:
        shift = len(self._labels) - len(data.labels)
        pieces: list[list[QPointF]] = [[]]
        for n, value in enumerate(data.values):
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append(QPointF(self._x(n + shift, plot), self._y(value, plot)))
        for piece in filter(None, pieces):
            self._draw_piece(painter, piece, plot, colour)

    def _draw_piece(
        self, painter: QPainter, piece: list[QPointF], plot: QRectF, colour: QColor
    ) -> None:
        if len(piece) == 1:  # a single day between two without a rank
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(piece[0], 2.5, 2.5)
            return
        path = QPainterPath(piece[0])
        for point in piece[1:]:
            path.lineTo(point)
        if len(self._curves) == 1:
            fill_below(painter, path, plot, colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)
