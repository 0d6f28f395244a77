"""Bar chart, such as plays per month."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from osubrowser.ui.charts.chart import Chart

if TYPE_CHECKING:
    from osubrowser.models.players.charts import ChartData


class BarChart(Chart):
    """Draws a bar from zero for each point; the widest ones are still bars, not blocks."""

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
