"""Chart of histories: several figures by day over years, with gaps, events, and a movable span."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from osubrowser.models.history.series import HistoryData
from osubrowser.models.text import dates
from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.chart import (
    GAP,
    SIDE,
    Mark,
    Readout,
    draw_bubble,
    draw_card,
    draw_cursor_line,
    draw_empty,
    draw_rows,
    fill_below,
    small,
)
from osubrowser.ui.charts.chart_card import ChartCard
from osubrowser.ui.style.colours import hsl
from osubrowser.ui.widgets.assistive import announce

if TYPE_CHECKING:
    from osubrowser.models.history.series import HistorySeries, Run
    from osubrowser.ui.style.theme import Colours

LEAST_DAYS: Final = 6
"""Days between the ends of the shortest span."""

_DENSE: Final = 1.0
"""Pixels of a day below which a curve is drawn by the extremes of each column of pixels."""
_BAR: Final = 2
"""Width of these columns in pixels."""
# Qt draws a line of one pixel a hundred times as fast as a wider one that goes up and down.
_THICKNESS: Final = ((0.0, 0.0), (0.0, 0.8), (0.8, 0.0))
"""Offsets at which a curve is drawn, for a thicker line."""
_MOST_FILLED: Final = 100
"""Days of a curve below which the area is filled: a longer one would take a frame."""
_EPOCH: Final = date(1970, 1, 1)
_LABEL: Final = 92
"""Least distance of two labels of the x axis, in pixels."""
_DIAMOND: Final = 4.0
_STEPS: Final = (1, 2, 2.5, 5, 10)
_ZOOM: Final = 1.5
_DRAG: Final = 6
"""Pixels from which a movement of the pressed mouse chooses a span."""
_ANGLE: Final = 137
"""Degrees between the hues of two figures: the golden angle, by which no two are alike."""


class _Axis(NamedTuple):
    """Axis of the series of one scale in the shown span."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    is_reversed: bool
    colour: QColor

    def y(self, value: float, plot: QRectF) -> float:
        share = (value - self.low) / (self.high - self.low)
        return plot.top() + plot.height() * (share if self.is_reversed else 1 - share)


class HistoryChart(ChartCard):
    """Chart of one or several figures by day.

    Each scale has an axis of its own: the first one is labelled at the left, the second one at the
    right, others are as high as the plot. A day that is not known breaks the curve. Left and Right
    go from known day to known day, + and - zoom, Home and End go to the ends, 0 and a double click
    show the span that was set, a drag of the mouse or its wheel chooses another one.

    Args:
        title: title of the chart.
        empty: the sentence shown without data.
        parent: the Qt parent.

    Attributes:
        span_changed: the user has chosen another span than the set one, or has gone back to it.
        day_chosen(int): the user has clicked on a day, or pressed Enter on it; days since 1970.
    """

    span_changed = Signal()
    day_chosen = Signal(int)

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(title, empty, parent)
        self._data = HistoryData()
        self._span: int | None = None
        self._shown: tuple[float, float] | None = None  # chosen by the user
        self._axes: dict[str, _Axis] = {}
        self._cursor: int | None = None
        self._pressed: float | None = None
        self._dragged: float | None = None
        self._describe()

    # --- public methods -----------------------------------------------------------------------

    def show_data(self, data: HistoryData) -> None:
        """Set the contents; the cursor and the span stay where they are."""
        self._data = data
        if self._cursor is not None:
            self._cursor = data.nearest(self._cursor)
        self._renew()

    def set_span(self, days: int | None) -> None:
        """Show the last days, or all of them (None)."""
        self._span = days
        self._shown = None
        self._renew()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self._renew()

    @property
    def data(self) -> HistoryData:
        """The contents."""
        return self._data

    @property
    def span(self) -> int | None:
        """The days that were set to be shown; None for all."""
        return self._span

    @property
    def is_zoomed(self) -> bool:
        """Whether the user has chosen another span than the set one."""
        return self._shown is not None

    @property
    def days(self) -> tuple[float, float]:
        """First and last day of the shown span, as numbers of days since 1970."""
        if self._shown is not None:
            return self._shown
        last = float(self._data.today)
        first = float(self._data.first) if self._span is None else last - self._span
        return min(first, last - LEAST_DAYS), last

    @property
    def cursor_day(self) -> int | None:
        """Day at the cursor; None without a cursor."""
        return self._cursor

    @property
    def cursor_words(self) -> str:
        """Text of the bubble: `7 Jul 2017: Global rank #829,418`; "" without a cursor."""
        if self._cursor is None:
            return ""
        return self._words_of(self._cursor)

    def colour_of(self, slot: int) -> QColor:
        """Return the colour of a slot, from 0."""
        colours = self._colours
        if colours is None:
            return QColor("grey")
        if slot == 0:
            return colours.highlight
        return hsl(colours.hue + _ANGLE * slot, 70, 66 if colours.is_dark else 36)

    def sizeHint(self) -> QSize:
        """Return the preferred size, high enough for the shape of a curve."""
        return QSize(480, 260)

    # --- the span -----------------------------------------------------------------------------

    def show_days(self, first: float, last: float) -> None:
        """Show a span, as the user has chosen it; it is kept within the known days."""
        data = self._data
        least, most = min(float(data.first), data.today - LEAST_DAYS), float(data.today)
        length = min(max(last - first, LEAST_DAYS), most - least)
        first = min(max(first, least), most - length)
        shown = (first, first + length)
        if shown != self.days:
            self._shown = shown
            self._renew()
            self.span_changed.emit()

    def reset(self) -> None:
        """Show the span that was set."""
        if self._shown is not None:
            self._shown = None
            self._renew()
            self.span_changed.emit()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show a shorter (`factor` above 1) or longer span.

        Args:
            factor: how many times shorter.
            around: the day that stays at its position; None for the cursor, else the last day.
        """
        first, last = self.days
        if around is None:
            around = last if self._cursor is None else float(self._cursor)
        length = (last - first) / factor
        share = (around - first) / (last - first)
        self.show_days(around - share * length, around + (1 - share) * length)

    def _renew(self) -> None:
        self._axes = self._measured()
        self._describe()
        self._draw_anew()

    # --- geometry -----------------------------------------------------------------------------

    def _measured(self) -> dict[str, _Axis]:
        """Return the axes by scale, those of the chosen figures first."""
        first, last = self.days
        found: dict[str, list[HistorySeries]] = {}
        for series in self._data.series:
            found.setdefault(series.scale, []).append(series)
        return {
            scale: self._axis(of_scale, math.floor(first), math.ceil(last))
            for scale, of_scale in found.items()
        }

    def _axis(self, series: list[HistorySeries], first: int, last: int) -> _Axis:
        model = series[0]
        pairs = [pair for one in series if (pair := one.extremes(first, last)) is not None]
        low = min((pair[0] for pair in pairs), default=0.0)
        high = max((pair[1] for pair in pairs), default=1.0)
        least = max(model.unit, abs(high) * 1e-9)  # large numbers have no smaller differences
        if high - low < least:
            low, high = low - least, high + least
            if not model.is_reversed:
                low = max(low, 0.0)
        # Without values in the span, any numbers would be made up.
        ticks, places = round_ticks(low, high, model.unit) if pairs else ([], 0)
        space = (high - low) * 0.06
        return _Axis(
            low - space,
            high + space,
            tuple((tick, model.tick_words(tick, places)) for tick in ticks),
            model.is_reversed,
            self.colour_of(model.slot),
        )

    def _plot(self) -> QRectF:
        metrics = QFontMetrics(small(self.font()))
        widths = [
            max((metrics.horizontalAdvance(words) for _, words in axis.ticks), default=0) + GAP
            for axis in list(self._axes.values())[:2]
        ]
        left = SIDE + (widths[0] if widths else 0)
        right = SIDE + (widths[1] if len(widths) > 1 else 0)
        return self._inside(left, right)

    def _x(self, day: float, plot: QRectF) -> float:
        first, last = self.days
        return plot.left() + (day - first) / (last - first) * plot.width()

    def _day_at(self, x: float, plot: QRectF) -> float:
        first, last = self.days
        return first + (x - plot.left()) / plot.width() * (last - first)

    # --- drawing ------------------------------------------------------------------------------

    def _draw_moving(self, painter: QPainter, colours: Colours) -> None:
        if not self._data:
            return
        plot = self._plot()
        if self._pressed is not None and self._dragged is not None:
            shade = QColor(colours.highlight)
            shade.setAlpha(50)
            left, right = sorted((self._pressed, self._dragged))
            painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), shade)
        elif self._cursor is not None:
            self._draw_cursor(painter, self._cursor, plot, colours)

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        """Draw everything but the cursor."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        data = self._data
        names = [(self._legend_of(one), self.colour_of(one.slot)) for one in data.series]
        draw_card(painter, self.rect(), self._title, names, colours, focused=self.hasFocus())
        if not data:
            draw_empty(painter, self.rect(), self._empty, colours)
            return
        plot = self._plot()
        axes = list(self._axes.values())
        left = axes[0]
        font = painter.font()
        draw_rows(painter, plot, [Mark(left.y(at, plot), text) for at, text in left.ticks], colours)
        if len(axes) > 1:
            self._draw_right_axis(painter, axes, plot)
        self._draw_days(painter, plot, colours)
        painter.setFont(font)
        painter.save()
        painter.setClipRect(plot.adjusted(-3, -3, 3, 3))
        is_alone = len(data.series) == 1
        is_empty = True
        for series in data.series:
            drawn = self._draw_series(painter, series, plot, is_alone=is_alone)
            is_empty = is_empty and not drawn
        painter.restore()
        self._draw_marks(painter, plot, colours)
        if is_empty:
            words = tr("Nothing is known of these days.")
            painter.setPen(colours.foreground)
            painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, words)

    def _legend_of(self, series: HistorySeries) -> str:
        """Return the name of a series, and that nothing is known of it if only others are drawn."""
        first, last = (math.floor(self.days[0]), math.ceil(self.days[1]))
        known = [one for one in self._data.series if one.extremes(first, last) is not None]
        if not known or series in known:
            return series.name
        return tr("{figure} (nothing known of these days)").format(figure=series.name)

    def _draw_right_axis(self, painter: QPainter, axes: list[_Axis], plot: QRectF) -> None:
        """Draw the labels of the second axis, and a line in its colour beside each axis."""
        painter.setFont(small(painter.font()))
        right = axes[1]
        for at, words in right.ticks:
            box = QRectF(plot.right() + GAP, round(right.y(at, plot)) - 9, 200, 18)
            painter.setPen(right.colour)
            painter.drawText(box, _LEFT, words)
        for axis, x in zip(axes, (plot.left(), plot.right()), strict=False):
            painter.setPen(QPen(axis.colour, 2))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _draw_days(self, painter: QPainter, plot: QRectF, colours: Colours) -> None:
        """Draw a grid line and a label for round days, months or years."""
        first, last = self.days
        painter.setFont(small(painter.font()))
        metrics = painter.fontMetrics()
        for day, words in day_ticks(first, last, plot.width()):
            x = math.floor(self._x(day, plot)) + 0.5
            painter.setPen(QPen(colours.background4, 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            half = metrics.horizontalAdvance(words) / 2 + 1
            middle = min(max(x, plot.left() + half - SIDE), plot.right() - half + SIDE)
            painter.setPen(colours.foreground)
            painter.drawText(
                QRectF(middle - half, plot.bottom() + 6, 2 * half, 16),
                Qt.AlignmentFlag.AlignCenter,
                words,
            )

    def _draw_series(
        self, painter: QPainter, series: HistorySeries, plot: QRectF, *, is_alone: bool
    ) -> bool:
        """Draw the runs of a series in the shown span; returns whether there were any."""
        first, last = self.days
        axis = self._axes[series.scale]
        colour = self.colour_of(series.slot)
        runs = series.between(math.floor(first), math.ceil(last))
        pixels = plot.width() / (last - first)  # a day
        is_dense = pixels < _DENSE
        dots: list[QPointF] = []
        bars: list[QRectF] = []
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1))
        for run in runs:
            if len(run.values) == 1:  # a day between two that are not known
                dots.append(QPointF(self._x(run.first, plot), axis.y(run.values[0], plot)))
            elif is_dense:
                bars += self._columns(run, axis, plot)
            else:
                points = self._points(run, axis, plot)
                if is_alone and len(run.values) <= _MOST_FILLED:
                    path = QPainterPath()
                    path.addPolygon(points)
                    fill_below(painter, path, plot, colour)
                for by in _THICKNESS if pixels >= 2 else _THICKNESS[:2]:
                    painter.translate(*by)
                    painter.drawPolyline(points)
                    painter.translate(-by[0], -by[1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if bars:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawRects(bars)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = min(2.5, 1.25 + pixels / 4)
        if half < 2:
            painter.drawRects(
                [QRectF(d.x() - half, d.y() - half, 2 * half, 2 * half) for d in dots]
            )
        else:
            for dot in dots:
                painter.drawEllipse(dot, half, half)
        return bool(runs)

    def _points(self, run: Run, axis: _Axis, plot: QRectF) -> QPolygonF:
        """Return a point for each day of a run in the span, and one beyond each end."""
        first, last = self.days
        start = max(0, math.floor(first) - run.first)
        end = min(len(run.values), math.ceil(last) - run.first + 1)
        step = plot.width() / (last - first)
        x = plot.left() + (run.first + start - first) * step
        scale = plot.height() / (axis.high - axis.low)
        base, way = (plot.top(), scale) if axis.is_reversed else (plot.bottom(), -scale)
        low = axis.low
        return QPolygonF(
            [
                QPointF(x + n * step, base + (value - low) * way)
                for n, value in enumerate(run.values[start:end])
            ]
        )

    def _columns(self, run: Run, axis: _Axis, plot: QRectF) -> list[QRectF]:
        """Return a bar from the least to the greatest value of each two columns of pixels."""
        first, last = self.days
        days = (last - first) / plot.width() * _BAR
        start = max(0, math.floor((run.first - first) / days))
        end = math.floor((min(run.last, last) - first) / days)
        offset, values, left = first - run.first, run.values, plot.left()
        scale = plot.height() / (axis.high - axis.low)
        base, way = (plot.top(), scale) if axis.is_reversed else (plot.bottom(), -scale)
        low = axis.low
        bars = []
        begin = max(0, math.ceil(start * days + offset))
        for column in range(start, end + 1):
            beyond = math.ceil((column + 1) * days + offset)
            # With the last value of the column before, so that no hole is between them.
            found = values[max(0, begin - 1) : max(begin + 1, beyond)]
            begin = max(begin + 1, beyond)
            if not found:
                break
            one = base + (min(found) - low) * way
            other = base + (max(found) - low) * way
            if one > other:
                one, other = other, one
            bars.append(QRectF(left + column * _BAR, one - 1, _BAR, other - one + 2))
        return bars

    def _draw_marks(self, painter: QPainter, plot: QRectF, colours: Colours) -> None:
        """Draw a diamond for each day with events, where they do not cover each other."""
        first, last = self.days
        drawn = -math.inf
        pictures: dict[int, QPixmap] = {}  # of each tone: a polygon takes ten times as long
        for mark in self._data.marks_on(math.ceil(first), math.floor(last)):
            x = self._x(mark.day, plot)
            if x - drawn < 2 * _DIAMOND:
                continue
            drawn = x
            picture = pictures.get(mark.tone)
            if picture is None:
                tint = _tint(mark.tone, colours)
                picture = pictures[mark.tone] = _picture(tint, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x - _DIAMOND, plot.bottom() - _DIAMOND), picture)

    def _draw_cursor(self, painter: QPainter, day: int, plot: QRectF, colours: Colours) -> None:
        x = self._x(day, plot)
        draw_cursor_line(painter, x, plot, colours)
        for series in self._data.series:
            value = series.value_on(day)
            if value is not None:
                painter.setPen(QPen(colours.background5, 2))
                painter.setBrush(self.colour_of(series.slot))
                y = self._axes[series.scale].y(value, plot)
                painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
        marks = self._data.marks_on(day, day)
        if marks:
            painter.setPen(QPen(colours.content1, 1))
            painter.setBrush(_tint(marks[0].tone, colours))
            painter.drawPolygon(_diamond(x, plot.bottom(), _DIAMOND + 2))
        told = self._told(day, colours)
        if told:
            painter.setFont(self.font())
            draw_bubble(
                painter, x, self.rect(), label_of(day), told, colours, widest=self.width() // 2 - 40
            )

    def _told(self, day: int, colours: Colours) -> list[Readout]:
        """Return the values and the events of a day, as many as the chart has room for."""
        told = [
            Readout(one.name, one.words(value), self.colour_of(one.slot))
            for one in self._data.series
            if (value := one.value_on(day)) is not None
        ]
        marks = self._data.marks_on(day, day)
        room = max(2, (self.height() - 50) // 17 - len(told))
        shown = marks if len(marks) <= room else marks[: room - 1]
        told += [Readout("◆", mark.text, _tint(mark.tone, colours)) for mark in shown]
        if len(shown) < len(marks):
            more = tr("and %n more", "events of a day", len(marks) - len(shown))
            told.append(Readout("◆", more, colours.content2))
        return told

    # --- the cursor ---------------------------------------------------------------------------

    def move_cursor(self, day: int | None) -> None:
        """Move the cursor to a day with values or events; None removes it."""
        if day != self._cursor:
            self._cursor = day
            if day is not None and not self._dragged:
                self._bring_in(day)
            self._describe()
            if self.hasFocus():
                announce(self, self.accessibleDescription())
            self.update()

    def _bring_in(self, day: int) -> None:
        """Move the span so that a day is in it."""
        first, last = self.days
        if day < first:
            self.show_days(day, day + last - first)
        elif day > last:
            self.show_days(day - last + first, day)

    def _words_of(self, day: int) -> str:
        told = [
            f"{one.name} {one.words(value)}"
            for one in self._data.series
            if (value := one.value_on(day)) is not None
        ]
        told += [mark.text for mark in self._data.marks_on(day, day)]
        return f"{label_of(day)}: {', '.join(told)}"

    def _describe(self) -> None:
        data = self._data
        if not data:
            words = self._empty
        elif self._cursor is not None:
            words = self.cursor_words
        else:
            newest = data.known[-1][1]
            days = sum(end - start + 1 for start, end in data.known)
            words = tr(
                "%n known day(s) from {first} to {last}, at the end {told}. Left and Right read one"
                " after the other, + and - zoom.",
                "",
                days,
            ).format(
                first=label_of(data.first),
                last=label_of(newest),
                told=self._words_of(newest).partition(": ")[2],
            )
        self.setAccessibleDescription(words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the values below the mouse; choose a span while it is pressed."""
        if not self._data:
            return
        plot, x = self._plot(), event.position().x()
        if self._pressed is not None:
            if self._dragged is not None or abs(x - self._pressed) >= _DRAG:
                self._dragged = min(max(x, plot.left()), plot.right())
                self.update()
            return
        first, last = self.days
        day = self._data.nearest(self._day_at(x, plot))
        self.move_cursor(day if day is not None and first <= day <= last else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton and self._data:
            plot = self._plot()
            self._pressed = min(max(event.position().x(), plot.left()), plot.right())
            self._dragged = None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the span that the mouse has been dragged over; a click chooses a day."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        if event.button() == Qt.MouseButton.LeftButton and pressed is not None:
            plot = self._plot()
            if dragged is not None:
                left, right = sorted((pressed, dragged))
                self.show_days(self._day_at(left, plot), self._day_at(right, plot))
                self.update()
            elif self._cursor is not None:
                self.day_chosen.emit(self._cursor)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the span that was set."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse; a wheel for sideways movements moves the span."""
        turn = event.angleDelta()
        if not self._data:
            event.ignore()
            return
        first, last = self.days
        if abs(turn.x()) > abs(turn.y()):
            by = -turn.x() / 1200 * (last - first)
            self.show_days(first + by, last + by)
        elif turn.y():
            day = self._day_at(event.position().x(), self._plot())
            self.zoom(_ZOOM ** (turn.y() / 120), min(max(day, first), last))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor and zoom; Escape removes the cursor."""
        data, now = self._data, self._cursor
        if not data:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                by = -1 if key == Qt.Key.Key_Left else 1
                there = data.nearest(self.days[1]) if now is None else data.step(now, by)
                self.move_cursor(now if there is None else there)
            case Qt.Key.Key_Home:
                self.move_cursor(data.known[0][0])
            case Qt.Key.Key_End:
                self.move_cursor(data.known[-1][1])
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _ZOOM)
            case Qt.Key.Key_0:
                self.reset()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if now is not None:
                self.day_chosen.emit(now)
            case Qt.Key.Key_Escape if now is not None:
                self.move_cursor(None)
            case _:
                super().keyPressEvent(event)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def label_of(day: int) -> str:
    """Return the text of a day, a number of days since 1970."""
    return dates.day(_EPOCH + timedelta(days=day))


def round_ticks(low: float, high: float, unit: float = 1.0) -> tuple[list[float], int]:
    """Return round tick values between two values, and the decimals that they need.

    Args:
        low, high: the values.
        unit: the least distance of two ticks, which are multiples of it.
    """
    rough = max((high - low) / 4 / unit, 1.0)
    power = 10.0 ** math.floor(math.log10(rough))
    steps = [step * power for step in _STEPS if step * power % 1 == 0]
    step = next((step for step in steps if step >= rough * 0.999), 10 * power) * unit
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    if round(step * 10**places, 6) % 1:  # 0.25 needs two decimals
        places += 1
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [n * step for n in range(first, min(last, first + 20) + 1)], places


def day_ticks(first: float, last: float, width: float) -> list[tuple[int, str]]:
    """Return round days of a span, with their labels, as many as a width has room for.

    Args:
        first, last: ends of the span, in days since 1970.
        width: pixels of the span.
    """
    least = (last - first) / max(1.0, width / _LABEL)  # days between two labels
    start, end = math.ceil(first), math.floor(last)
    for step in (1, 2, 4, 7, 14):
        if step >= least:
            # Weeks begin on Monday: 5 January 1970 was one.
            offset = 4 if step % 7 == 0 else 0
            begin = start + (offset - start) % step
            return [(day, label_of(day)) for day in range(begin, end + 1, step)]
    months = next((n for n in (1, 2, 3, 6) if n * 30 >= least), 0)
    years = next((n for n in (1, 2, 5, 10, 20) if n * 365 >= least), 50)
    found: list[tuple[int, str]] = []
    at = _EPOCH + timedelta(days=start)
    number = at.year * 12 + at.month - 1
    step = months or years * 12
    number += (-number) % step
    while number // 12 <= date.max.year:
        moment = date(number // 12, number % 12 + 1, 1)
        day = (moment - _EPOCH).days
        if day > end:
            return found
        if day >= start:
            found.append((day, dates.month(moment) if months else str(moment.year)))
        number += step
    return found


def _tint(tone: int, colours: Colours) -> QColor:
    return {1: colours.good, -1: colours.bad}.get(tone, colours.light2)


def _diamond(x: float, y: float, half: float) -> QPolygonF:
    return QPolygonF(
        [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
    )


def _picture(tint: QColor, ratio: float) -> QPixmap:
    """Return the picture of a mark."""
    picture = QPixmap(QSize(round(2 * _DIAMOND), round(2 * _DIAMOND)) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawPolygon(_diamond(_DIAMOND, _DIAMOND, _DIAMOND))
    painter.end()
    return picture
