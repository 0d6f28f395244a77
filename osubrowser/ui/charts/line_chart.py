"""Line chart, such as ranks over days; a day without a value is a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from osubrowser.ui.charts.chart import Chart

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.players.charts import ChartData
    from osubrowser.ui.charts.chart import TickWords


class LineChart(Chart):
    """Line chart of one or several curves.

    Args:
        title: what the chart is about.
        empty: the sentence where there is nothing to draw.
        tick_words: writes a value of the axis.
        is_reversed: small values are up, as with ranks.
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
        if len(piece) == 1:  # a day between two without a rank
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(piece[0], 2.5, 2.5)
            return
        path = QPainterPath(piece[0])
        for point in piece[1:]:
            path.lineTo(point)
        if len(self._curves) == 1:
            self._fill_below(painter, path, plot, colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)

    def _fill_below(
        self, painter: QPainter, path: QPainterPath, plot: QRectF, colour: QColor
    ) -> None:
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
