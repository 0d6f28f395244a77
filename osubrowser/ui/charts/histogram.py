"""Histogram of one or several series, with their mean and standard deviation marked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from osubrowser.ui.charts.chart import BarChart, Curve, Mark, nice_ticks

if TYPE_CHECKING:
    from osubrowser.models.players.profile import ChartData
    from osubrowser.ui.style.theme import Colours

_FAINT = 36  # opacity of the band of the standard deviation, of 255


class Bins(NamedTuple):
    """Bins of a histogram: value at the left edge of the first one, and the width of each."""

    low: float
    width: float


class Marks(NamedTuple):
    """Marked values of a series: mean, or median, and standard deviation; None for none."""

    mean: float | None
    deviation: float | None


class Histogram(BarChart):
    """Histogram: bars for the first series, an outline for each further one."""

    _WIDEST = 400  # bars of neighbouring bins touch

    _bins = Bins(0.0, 1.0)
    _marks: tuple[Marks, ...] = ()
    _series: tuple[QColor, ...] = ()

    def show_histogram(
        self,
        curves: Sequence[Curve],
        bins: Bins,
        marks: Sequence[Marks],
        colours: Sequence[QColor],
    ) -> None:
        """Set the counts.

        Args:
            curves: counts of each series, a point a bin.
            bins: where the bins are.
            marks: of each series.
            colours: of each series.
        """
        found = [one for one in zip(curves, marks, colours, strict=True) if one[0].data]
        self._bins = bins
        self._marks = tuple(one[1] for one in found)
        self._series = tuple(one[2] for one in found)
        self.show_curves([one[0] for one in found])

    def _colour(self, number: int) -> QColor:
        return self._series[number] if number < len(self._series) else super()._colour(number)

    def _x_of(self, value: float, plot: QRectF) -> float:
        """Return the x coordinate of a value, within the plot."""
        share = (value - self._bins.low) / (self._bins.width * max(len(self._labels), 1))
        return plot.left() + plot.width() * min(max(share, 0.0), 1.0)

    def _label_marks(self, plot: QRectF) -> list[Mark]:
        """Return the labels of bins at round values."""
        low, width = self._bins
        values = nice_ticks(low, low + width * len(self._labels))
        found = [(value, math.floor((value - low) / width)) for value in values]
        return [
            Mark(self._x_of(value, plot), self._labels[at])
            for value, at in found
            if 0 <= at < len(self._labels)
        ]

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        super()._draw_ground(painter, colours)
        if not self._curves:
            return
        plot = self._plot()
        for number, mark in enumerate(self._marks):
            if mark.mean is not None:
                line = colours.content1 if number == 0 else self._colour(number)
                self._draw_mark(painter, mark, plot, self._colour(number), line)
        low, width = self._bins
        if low < -width and low + width * len(self._labels) > 0:
            x = math.floor(self._x_of(0, plot)) + 0.5
            painter.setPen(QPen(colours.foreground, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))

    def _draw_mark(
        self, painter: QPainter, mark: Marks, plot: QRectF, colour: QColor, line: QColor
    ) -> None:
        mean, deviation = mark.mean or 0.0, mark.deviation
        x = self._x_of(mean, plot)
        if deviation is not None:
            left, right = self._x_of(mean - deviation, plot), self._x_of(mean + deviation, plot)
            band = QColor(colour)
            band.setAlpha(_FAINT)
            painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), band)
        painter.setPen(QPen(line, 1.5))
        x = math.floor(x) + 0.5
        painter.drawLine(QLineF(x, plot.top() - 4, x, plot.bottom()))

    def _draw_curve(self, painter: QPainter, data: ChartData, plot: QRectF, colour: QColor) -> None:
        if not self._curves or data is self._curves[0].data:
            super()._draw_curve(painter, data, plot, colour)
            return
        slot = plot.width() / len(self._labels)
        points = [QPointF(plot.left(), plot.bottom())]
        for at, value in enumerate(data.values):
            y = self._y(value or 0.0, plot)
            points += [
                QPointF(plot.left() + at * slot, y),
                QPointF(plot.left() + (at + 1) * slot, y),
            ]
        points.append(QPointF(plot.right(), plot.bottom()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.5))
        painter.drawPolyline(points)
