"""Chart of hit errors along a song, as dots on the shaded hit windows."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from osubrowser.services.text import numerals
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
    draw_labels,
    draw_rows,
    nice_ticks,
    small,
)
from osubrowser.ui.charts.chart_card import ChartCard
from osubrowser.ui.charts.time_chart import ENTER, TimeSpan, draw_moment
from osubrowser.ui.widgets.assistive import announce

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_MANY: Final = 3000  # dots from which on they are small squares
_DOT, _SMALL_DOT = 4.0, 2  # pixels
_SHADE: Final = 34  # opacity of a hit window, of 255
_MISS_SHADE: Final = 90
_LABELS: Final = 5
_SPACE: Final = 1.06  # of the widest window, above and below


class Errors(Protocol):
    """Hit errors of one series, by time."""

    @property
    def times(self) -> Sequence[float]:
        """Milliseconds of the song."""

    @property
    def errors(self) -> Sequence[float]:
        """Of each time; NaN for none."""

    @property
    def dots(self) -> Mapping[object, QPolygonF]:
        """Points to draw, as (time, error), by judgement."""

    @property
    def misses(self) -> Sequence[float]:
        """Times of misses."""

    def nearest(self, time: float) -> int | None:
        """Return the index of the time nearest to a moment; None for none."""

    def words_at(self, index: int) -> str:
        """Return an error as words."""


class ErrorSeries(NamedTuple):
    """Series of a chart: its label, "" for a single one, its errors and its colour."""

    name: str
    errors: Errors
    colour: QColor


class Shade(NamedTuple):
    """Hit window: its name, half its width in the unit of the errors, and its judgement."""

    name: str
    half: float
    judgement: object


_SIDES: Final = (tr("late"), tr("early"))


class ErrorChart(ChartCard):
    """Chart of hit errors along a song. A click on it seeks, and so does Enter at the cursor.

    A single series has its dots in the colours of the judgements, several ones in their own. Left
    and Right move the cursor from press to press, Home and End go to the first and the last.

    Args:
        title: title of the chart.
        empty: the sentence shown without data.
        time_words: formats a moment of the song.
        parent: the Qt parent.

    Signals:
        sought(float): the user chose a moment, milliseconds of the song.
    """

    sought = Signal(float)

    def __init__(
        self,
        title: str,
        empty: str,
        time_words: Callable[[float], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, empty, parent)
        self._time_words = time_words
        self._series: tuple[ErrorSeries, ...] = ()
        self._shades: tuple[Shade, ...] = ()
        self._judgements: Mapping[object, QColor] = {}
        self._span: TimeSpan | None = None
        self._labels: tuple[str, ...] = ()
        self._unit, self._range, self._sides = "ms", 1.0, _SIDES
        self._ticks: tuple[tuple[float, str], ...] = ()
        self._time = 0.0
        self._cursor: tuple[int, int] | None = None  # series and index
        self._said = ""
        self._describe()

    # --- public methods -----------------------------------------------------------------------

    def show_errors(
        self,
        series: Sequence[ErrorSeries],
        shades: Sequence[Shade],
        span: TimeSpan,
        unit: str,
        sides: tuple[str, str] = _SIDES,
    ) -> None:
        """Set the errors.

        Args:
            series: errors of each replay.
            shades: hit windows, narrowest first.
            span: the period that is shown.
            unit: of the errors.
            sides: names of errors above and below 0.
        """
        self._sides = sides
        self._series = tuple(one for one in series if len(one.errors.times))
        self._shades = tuple(shades)
        self._span, self._unit = span, unit
        farthest = max(
            (abs(e) for one in series for e in one.errors.errors if not math.isnan(e)), default=1.0
        )
        # The narrowest window that has all presses, else the widest.
        halves = [shade.half for shade in shades] or [farthest]
        widest = next((half for half in halves if half >= farthest), halves[-1])
        self._range = max(widest * _SPACE, 1.0)
        self._ticks = tuple(
            (tick, _signed(tick) if tick else f"0 {unit}")
            for tick in nice_ticks(-self._range, self._range)
        )
        self._labels = tuple(
            self._time_words(span.at(at / (_LABELS - 1)))[:-2] for at in range(_LABELS)
        )
        self._cursor = None
        self._describe()
        self._draw_anew()

    def set_time(self, time: float) -> None:
        """Set the moment that is played, milliseconds of the song."""
        if self._series and self.isVisible():
            plot = self._plot()
            before, now = (math.floor(self._x_of(one, plot)) for one in (self._time, time))
            if before != now:
                for x in (before, now):
                    self.update(x - 3, 0, 7, self.height())
        self._time = time

    def set_colours(self, colours: Colours, judgements: Mapping[object, QColor]) -> None:
        """Set the colours that are painted with, and those of the judgements."""
        self._colours, self._judgements = colours, judgements
        self._draw_anew()

    @property
    def series(self) -> tuple[ErrorSeries, ...]:
        """The series that are shown."""
        return self._series

    @property
    def cursor_words(self) -> str:
        """Text of the press at the cursor: `1:02.345: 12.0 ms early: ok`; "" without a cursor."""
        return self._said

    def sizeHint(self) -> QSize:
        """Return the preferred size."""
        return QSize(640, 250)

    # --- geometry -----------------------------------------------------------------------------

    def _plot(self) -> QRectF:
        metrics = QFontMetrics(small(self.font()))
        left = max((metrics.horizontalAdvance(words) for _, words in self._ticks), default=0)
        return self._inside(SIDE + left + GAP, SIDE)

    def _x_of(self, time: float, plot: QRectF) -> float:
        share = self._span.share(time) if self._span is not None else 0.0
        return plot.left() + share * plot.width()

    def _y_of(self, error: float, plot: QRectF) -> float:
        """Return the y coordinate of an error, within the plot; late presses are at the top."""
        share = 0.5 - error / (2 * self._range)
        return plot.top() + min(max(share, 0.0), 1.0) * plot.height()

    # --- drawing ------------------------------------------------------------------------------

    def _draw_moving(self, painter: QPainter, colours: Colours) -> None:
        if not self._series:
            return
        plot = self._plot()
        draw_moment(painter, self._x_of(self._time, plot), plot, colours)
        if self._cursor is not None:
            self._draw_cursor(painter, *self._cursor, plot, colours)

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self._legend(colours)
        draw_card(painter, self.rect(), self._title, names, colours, focused=self.hasFocus())
        if not self._series:
            draw_empty(painter, self.rect(), self._empty, colours)
            return
        plot = self._plot()
        for shade in reversed(self._shades):
            tint = QColor(self._judgements.get(shade.judgement, colours.foreground))
            tint.setAlpha(_SHADE)
            top, base = self._y_of(shade.half, plot), self._y_of(-shade.half, plot)
            painter.fillRect(QRectF(plot.left(), top, plot.width(), base - top), tint)
        rows = [Mark(self._y_of(tick, plot), words) for tick, words in self._ticks]
        draw_rows(painter, plot, rows, colours)
        width = plot.width() / (len(self._labels) - 1)
        marks = [Mark(plot.left() + at * width, words) for at, words in enumerate(self._labels)]
        draw_labels(painter, plot, marks, colours)
        self._draw_sides(painter, plot, colours)
        painter.save()
        painter.setClipRect(plot.adjusted(-2, -2, 2, 2))
        for one in self._series:
            self._draw_series(painter, one, plot, colours)
        painter.restore()

    def _draw_sides(self, painter: QPainter, plot: QRectF, colours: Colours) -> None:
        """Draw the names of both directions of an error."""
        painter.setFont(small(painter.font()))
        painter.setPen(colours.content2)
        inside = plot.adjusted(6, 2, -6, -2)
        for name, side in zip(
            self._sides, (Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom), strict=True
        ):
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | side, name)

    def _legend(self, colours: Colours) -> list[tuple[str, QColor]]:
        if len(self._series) > 1:
            return [(one.name, one.colour) for one in self._series]
        if not self._series:
            return []
        return [
            (shade.name, self._judgements.get(shade.judgement, colours.foreground))
            for shade in self._shades
        ]

    def _draw_series(
        self, painter: QPainter, one: ErrorSeries, plot: QRectF, colours: Colours
    ) -> None:
        is_alone = len(self._series) == 1
        missed = QColor(colours.bad if is_alone else one.colour)
        missed.setAlpha(_MISS_SHADE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(missed, 1))
        columns = dict.fromkeys(round(self._x_of(time, plot)) for time in one.errors.misses)
        painter.drawLines([QLineF(x, plot.top(), x, plot.bottom()) for x in columns])
        count = sum(polygon.size() for polygon in one.errors.dots.values())
        is_small = count >= _MANY
        ratio = self.devicePixelRatioF()
        side = range(round(_SMALL_DOT * ratio) if is_small else 1)
        moves = [(x / ratio, y / ratio) for x in side for y in side]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_small)
        for judgement, polygon in one.errors.dots.items():
            colour = self._judgements.get(judgement, one.colour) if is_alone else one.colour
            # Dots stay as large as they are, whatever the scale: their pen is cosmetic. Points of
            # one pixel take a tenth of the time of larger ones.
            pen = QPen(colour, 1.0 if is_small else _DOT)
            pen.setCosmetic(True)
            if not is_small:
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for x, y in moves:
                painter.setTransform(self._scale(plot.translated(x, y)))
                painter.drawPoints(polygon)
        painter.restore()

    def _scale(self, plot: QRectF) -> QTransform:
        """Return the transformation from (time, error) to pixels."""
        span = self._span
        first, last = (span.at(0.0), span.at(1.0)) if span is not None else (0.0, 1.0)
        across = plot.width() / max(last - first, 1e-9)
        down = -plot.height() / (2 * self._range)
        left, middle = plot.left() - first * across, plot.center().y()
        return QTransform(across, 0, 0, down, left, middle)

    def _draw_cursor(
        self, painter: QPainter, number: int, index: int, plot: QRectF, colours: Colours
    ) -> None:
        name, errors, colour = self._series[number]
        time, error = errors.times[index], errors.errors[index]
        x = self._x_of(time, plot)
        draw_cursor_line(painter, x, plot, colours)
        if not math.isnan(error):
            painter.setPen(QPen(colours.content1, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, self._y_of(error, plot)), 5, 5)
        painter.setFont(self.font())
        head, _, words = self._said.partition(": ")
        told = [Readout(name if len(self._series) > 1 else "", words, colour)]
        draw_bubble(painter, x, self.rect(), head, told, colours)

    # --- the cursor ---------------------------------------------------------------------------

    def move_cursor(self, cursor: tuple[int, int] | None) -> None:
        """Move the cursor to a press, by series and index; None removes it."""
        if cursor != self._cursor:
            self._cursor = cursor
            self._describe()
            self.update()

    def step_cursor(self, steps: int) -> None:
        """Move the cursor to the next (1) or previous (-1) press of all series."""
        if self._cursor is None:
            self._go_to_end(steps < 0)
            return
        number, index = self._cursor
        now = (self._series[number].errors.times[index], number, index)
        found = []
        for at, one in enumerate(self._series):
            times = one.errors.times
            near = index if at == number else one.errors.nearest(now[0])
            for n in range((near or 0) - 2, (near or 0) + 3):
                if 0 <= n < len(times):
                    found.append((times[n], at, n))
        after = [one for one in found if (one > now if steps > 0 else one < now)]
        if after:
            _, at, n = min(after) if steps > 0 else max(after)
            self.move_cursor((at, n))

    def _go_to_end(self, last: bool) -> None:
        ends = [
            (one.errors.times[-1 if last else 0], at, len(one.errors.times) - 1 if last else 0)
            for at, one in enumerate(self._series)
        ]
        if ends:
            _, at, n = max(ends) if last else min(ends)
            self.move_cursor((at, n))

    def _describe(self) -> None:
        self._said = ""
        if not self._series:
            words = self._empty
        elif self._cursor is not None:
            number, index = self._cursor
            name, errors, _ = self._series[number]
            self._said = f"{self._time_words(errors.times[index])}: {errors.words_at(index)}"
            words = f"{name} {self._said}" if len(self._series) > 1 else self._said
        else:
            count = sum(len(one.errors.times) for one in self._series)
            missed = sum(len(one.errors.misses) for one in self._series)
            words = tr(
                "%n press(es) and misses, {missed} of them missed. Left and Right read one after "
                "the other, Enter goes there.",
                "",
                count,
            ).format(missed=numerals.whole(missed))
        self.setAccessibleDescription(words)
        if self.hasFocus():
            announce(self, words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the press nearest to the mouse."""
        span = self._span
        if not self._series or span is None:
            return
        plot, at = self._plot(), event.position()
        time = span.at((at.x() - plot.left()) / plot.width())
        found = []
        for number, one in enumerate(self._series):
            nearest = one.errors.nearest(time)
            for index in range((nearest or 0) - 3, (nearest or 0) + 4):
                if 0 <= index < len(one.errors.times):
                    error = one.errors.errors[index]
                    y = at.y() if math.isnan(error) else self._y_of(error, plot)
                    x = self._x_of(one.errors.times[index], plot)
                    found.append((math.hypot(x - at.x(), (y - at.y()) / 4), number, index))
        if found:
            _, number, index = min(found)
            self.move_cursor((number, index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Seek the moment below the mouse."""
        if event.button() == Qt.MouseButton.LeftButton and self._series and self._span is not None:
            plot = self._plot()
            self.sought.emit(self._span.at((event.position().x() - plot.left()) / plot.width()))
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor with the arrow keys, Home and End; Enter seeks, Escape removes it."""
        match event.key():
            case Qt.Key.Key_Left if self._series:
                self.step_cursor(-1)
            case Qt.Key.Key_Right if self._series:
                self.step_cursor(1)
            case Qt.Key.Key_Home if self._series:
                self._go_to_end(last=False)
            case Qt.Key.Key_End if self._series:
                self._go_to_end(last=True)
            case Qt.Key.Key_Escape if self._cursor is not None:
                self.move_cursor(None)
            case key if key in ENTER and self._cursor is not None:
                number, index = self._cursor
                self.sought.emit(self._series[number].errors.times[index])
            case _:
                super().keyPressEvent(event)


def _signed(value: float) -> str:
    """Format a number with its sign and the decimals that it has, at most two."""
    places = next(places for places in (0, 1, 2) if places == 2 or value == round(value, places))
    return numerals.decimal(value, places, sign=True)
