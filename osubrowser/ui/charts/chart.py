"""Base of charts over time: axes, and a cursor for the mouse and the arrow keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from osubrowser.ui.charts.chart_parts import (
    GAP,
    SIDE,
    Mark,
    Readout,
    draw_bubble,
    draw_card,
    draw_labels,
    draw_rows,
    labelled,
    nice_ticks,
    small,
)
from osubrowser.ui.style.colours import hsl

if TYPE_CHECKING:
    from osubrowser.models.players.charts import ChartData
    from osubrowser.ui.style.theme import Colours

_TOP: Final = 40
_BOTTOM: Final = 24

TickWords = Callable[[float], str]


class Curve(NamedTuple):
    """Curve of a chart: its label ("" for an only one) and its points."""

    name: str
    data: ChartData


class Chart(QWidget):
    """Base widget of a chart over days or months; subclasses draw the points.

    The point under the cursor is told in words: in a bubble, and to a screen reader. Left and
    Right move the cursor, Home and End go to the first and the last point.

    Args:
        title: what the chart is about.
        empty: the sentence where there is nothing to draw.
        tick_words: writes a value of the axis.
    """

    from_zero = False
    is_reversed = False

    def __init__(
        self, title: str, empty: str, tick_words: TickWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._empty = empty
        self._tick_words = tick_words
        self._curves: tuple[Curve, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._low, self._high = 0.0, 1.0
        self._ticks: tuple[tuple[float, str], ...] = ()  # each with its words
        self._cursor: int | None = None
        self._colours: Colours | None = None
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    # --- what may be asked of it --------------------------------------------------------------

    def show_curves(self, curves: Sequence[Curve]) -> None:
        """Draw these; where one is shorter than the others, it lacks the oldest points."""
        self._curves = tuple(curve for curve in curves if curve.data)
        longest = max(self._curves, key=lambda c: len(c.data.labels), default=None)
        self._labels = longest.data.labels if longest is not None else ()
        self._cursor = None
        self._measure()
        self._describe()
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self._colours = colours
        self.update()

    @property
    def curves(self) -> tuple[Curve, ...]:
        """What is drawn."""
        return self._curves

    @property
    def cursor_index(self) -> int | None:
        """The point that the cursor is on, from 0; None while there is no cursor."""
        return self._cursor

    @property
    def cursor_words(self) -> str:
        """What the bubble says: `7 Jul 2017: #829,418`; "" without a cursor."""
        if self._cursor is None:
            return ""
        told = ", ".join(one.line for one in self._told(self._cursor))
        return f"{self._labels[self._cursor]}: {told}"

    def colour_of(self, number: int) -> QColor:
        """Return the colour of the curve with this number, from 0."""
        return self._colour(number)

    def sizeHint(self) -> QSize:
        """Answer a height that shows the shape of a curve."""
        return QSize(480, 190)

    # --- measures -----------------------------------------------------------------------------

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
        return QRectF(
            SIDE + left + GAP,
            _TOP,
            max(10, self.width() - 2 * SIDE - left - GAP),
            max(10, self.height() - _TOP - _BOTTOM),
        )

    def _x(self, index: int, plot: QRectF) -> float:
        """Return the middle of a point's place."""
        raise NotImplementedError

    def _index_at(self, x: float, plot: QRectF) -> int:
        """Return the point whose place is at or next to `x`."""
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
        """Return which point of a curve is at a place; the shorter ones lack the oldest points."""
        at = index - (len(self._labels) - len(data.labels))
        return at if at >= 0 else None

    def _told(self, index: int) -> list[Readout]:
        """Return what each curve says at a place."""
        told = []
        for number, (name, data) in enumerate(self._curves):
            at = self._at(data, index)
            words = "–" if at is None else data.words[at]
            told.append(Readout(name, words, self._colour(number)))
        return told

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, data and cursor."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = [(curve.name, self._colour(n)) for n, curve in enumerate(self._curves)]
        draw_card(painter, self.rect(), self._title, names, colours, focused=self.hasFocus())
        if not self._curves:
            painter.setPen(colours.foreground)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            return
        plot = self._plot()
        rows = [Mark(self._y(tick, plot), words) for tick, words in self._ticks]
        draw_rows(painter, plot, rows, colours)
        shown = labelled(len(self._labels), plot.width())
        marks = [Mark(self._x(index, plot), self._labels[index]) for index in shown]
        draw_labels(painter, plot, marks, colours)
        for number, curve in enumerate(self._curves):
            self._draw_curve(painter, curve.data, plot, self._colour(number))
        if self._cursor is not None:
            self._draw_cursor(painter, self._cursor, plot, colours)

    def _draw_curve(self, painter: QPainter, data: ChartData, plot: QRectF, colour: QColor) -> None:
        raise NotImplementedError

    def _draw_cursor(self, painter: QPainter, index: int, plot: QRectF, colours: Colours) -> None:
        x = self._x(index, plot)
        painter.setPen(QPen(colours.foreground, 1, Qt.PenStyle.DotLine))
        line = math.floor(x) + 0.5
        painter.drawLine(QPointF(line, plot.top()), QPointF(line, plot.bottom()))
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
        """Put the cursor on a point; None takes it away."""
        if index is not None:
            index = min(max(index, 0), len(self._labels) - 1) if self._labels else None
        if index != self._cursor:
            self._cursor = index
            self._describe()
            self.update()

    def _describe(self) -> None:
        if not self._curves:
            words = self._empty
        elif self._cursor is not None:
            words = self.cursor_words
        else:
            newest = len(self._labels) - 1
            told = ", ".join(one.line for one in self._told(newest))
            words = (
                f"{len(self._labels)} points from {self._labels[0]} to {self._labels[newest]}, "
                f"at the end {told}. Left and Right read one after the other."
            )
        self.setAccessibleDescription(words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the value under the mouse."""
        if self._labels:
            self.move_cursor(self._index_at(event.position().x(), self._plot()))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the cursor away with the mouse."""
        self.move_cursor(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor from point to point."""
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away with the focus."""
        self.move_cursor(None)
        self.update()
        super().focusOutEvent(event)
