"""Charts over a play: curves and key presses along the song, with the moment of the playback."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)

from osubrowser.services.text import numerals
from osubrowser.ui.charts.chart import (
    Curve,
    LineChart,
    TickWords,
    draw_card,
    draw_empty,
    draw_labels,
    nice_ticks,
    small,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.players.profile import ChartData
    from osubrowser.ui.style.theme import Colours

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_ROW: Final = 14  # pixels of a key
_LABEL: Final = 15
_AROUND: Final = 110  # pixels of title, axis and margins
_SHARE: Final = 0.86  # of a row that its highest bar takes


class TimeSpan(Protocol):
    """Period of a song in milliseconds."""

    def at(self, share: float) -> float:
        """Return the moment at a share of the period, 0 to 1."""

    def share(self, time: float) -> float:
        """Return the share of the period that has passed at a moment, 0 to 1."""


class Key(Protocol):
    """Presses a second of one key."""

    @property
    def label(self) -> str:
        """Short name."""

    @property
    def count(self) -> int:
        """Presses in all."""

    @property
    def values(self) -> tuple[float, ...]:
        """Presses a second, in equal parts of the period."""


def draw_moment(painter: QPainter, x: float, plot: QRectF, colours: Colours) -> None:
    """Draw the line of the moment that is played."""
    painter.setPen(QPen(colours.content1, 1))
    line = math.floor(x) + 0.5
    painter.drawLine(QLineF(line, plot.top() - 4, line, plot.bottom()))


class TimeChart(LineChart):
    """Line chart along a song. A click on it seeks, and so does Enter at the cursor.

    Args:
        title: title of the chart.
        empty: the sentence shown without data.
        tick_words: formats a value of the y axis.
        limits: values that the y axis does not go beyond; None for no limit.
        starts_at_zero: whether the y axis begins at 0.
        settles_after: share of the points, 0 to 1, which the y axis may begin above.
        parent: the Qt parent.

    Signals:
        sought(float): the user chose a moment, milliseconds of the song.
    """

    keeps_ground = True

    sought = Signal(float)

    def __init__(
        self,
        title: str,
        empty: str,
        tick_words: TickWords,
        *,
        limits: tuple[float | None, float | None] = (None, None),
        starts_at_zero: bool = False,
        settles_after: float = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        self._limits = limits
        self._starts_at_zero = starts_at_zero
        self._settles_after = settles_after
        self._span: TimeSpan | None = None
        self._series: tuple[QColor, ...] = ()
        self._time = 0.0
        super().__init__(title, empty, tick_words, parent)

    # --- public methods -----------------------------------------------------------------------

    def show_play(self, curves: Sequence[Curve], span: TimeSpan, colours: Sequence[QColor]) -> None:
        """Set the curves.

        Args:
            curves: with as many points each, at equal distances over the period.
            span: the period.
            colours: of the curves.
        """
        pairs = [pair for pair in zip(curves, colours, strict=True) if pair[0].data]
        self._series = tuple(colour for _, colour in pairs)
        self._span = span
        self.show_curves([curve for curve, _ in pairs])

    def set_time(self, time: float) -> None:
        """Set the moment that is played, milliseconds of the song."""
        if self._span is not None and self._curves and self.isVisible():
            plot = self._plot()
            before, now = (math.floor(self._x_of(one, plot)) for one in (self._time, time))
            if before != now:
                for x in (before, now):
                    self.update(x - 3, 0, 7, self.height())
        self._time = time

    def moment_of(self, index: int) -> float:
        """Return the moment of a point, milliseconds of the song."""
        last = len(self._labels) - 1
        return self._span.at(index / last if last > 0 else 0.5) if self._span is not None else 0.0

    # --- geometry -----------------------------------------------------------------------------

    def _measure(self) -> None:
        super()._measure()
        lowest, highest = self._limits
        if self._settles_after and self._curves:
            self._settle()
        if self._starts_at_zero:
            self._low = 0.0
        if lowest is not None:
            self._low = max(self._low, lowest)
        if highest is not None:
            self._high = min(self._high, highest)
        if self._high - self._low < 1e-6:
            self._high = self._low + 1
        self._ticks = tuple(
            (tick, self._tick_words(tick)) for tick in nice_ticks(self._low, self._high)
        )

    def _settle(self) -> None:
        """Begin the axis at the least value after the first points, whose values jump."""
        whole = self._curves
        self._curves = tuple(
            curve._replace(data=_without_start(curve.data, self._settles_after)) for curve in whole
        )
        highest = self._high
        super()._measure()
        self._high = max(self._high, highest)
        self._curves = whole

    def _x_of(self, time: float, plot: QRectF) -> float:
        share = self._span.share(time) if self._span is not None else 0.0
        return plot.left() + share * plot.width()

    def _colour(self, number: int) -> QColor:
        if number < len(self._series):
            return self._series[number]
        return super()._colour(number)

    # --- drawing ------------------------------------------------------------------------------

    def _draw_moving(self, painter: QPainter, colours: Colours) -> None:
        if self._curves:
            plot = self._plot()
            draw_moment(painter, self._x_of(self._time, plot), plot, colours)
        super()._draw_moving(painter, colours)

    def _draw_curve(self, painter: QPainter, data: ChartData, plot: QRectF, colour: QColor) -> None:
        painter.save()
        painter.setClipRect(plot.adjusted(-2, -2, 2, 1))
        super()._draw_curve(painter, data, plot, colour)
        painter.restore()

    # --- seeking ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Seek the moment below the mouse."""
        if event.button() == Qt.MouseButton.LeftButton and self._span is not None and self._curves:
            plot = self._plot()
            share = (event.position().x() - plot.left()) / plot.width()
            self.sought.emit(self._span.at(share))
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Seek the moment at the cursor with Enter."""
        if event.key() in ENTER and self._cursor is not None:
            self.sought.emit(self.moment_of(self._cursor))
        else:
            super().keyPressEvent(event)


class KeyRateChart(TimeChart):
    """Chart of key presses a second along a song: a row of bars for each key.

    The first replay has bars, the others a line above them.
    """

    from_zero = True

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        self._keys: tuple[tuple[Key, ...], ...] = ()
        super().__init__(title, empty, numerals.whole, parent=parent)

    def show_keys(
        self,
        totals: Sequence[Curve],
        keys: Sequence[Sequence[Key]],
        span: TimeSpan,
        colours: Sequence[QColor],
    ) -> None:
        """Set the presses.

        Args:
            totals: presses a second of all keys, of each replay.
            keys: those of each key, of each replay.
            span: the period.
            colours: of the replays.
        """
        self._keys = tuple(
            tuple(one) for one, total in zip(keys, totals, strict=True) if total.data
        )
        self.updateGeometry()
        self.show_play(totals, span, colours)

    def sizeHint(self) -> QSize:
        """Return the preferred size: rows of many keys need more height."""
        rows = len(self._keys[0]) if self._keys else 0
        return QSize(480, max(190, _AROUND + _ROW * rows))

    def moment_of(self, index: int) -> float:
        """Return the moment at which a part begins."""
        return self._span.at(index / len(self._labels)) if self._span is not None else 0.0

    def _measure(self) -> None:
        rows = self._keys[0] if self._keys else ()
        is_alone = len(self._keys) == 1
        self._ticks = tuple(
            (float(at), f"{key.label}: {numerals.whole(key.count)}" if is_alone else key.label)
            for at, key in enumerate(rows)
        )
        self._low = 0.0
        self._high = max((max(key.values) for one in self._keys for key in one), default=1.0) or 1.0

    def _x(self, index: int, plot: QRectF) -> float:
        return plot.left() + (index + 0.5) * plot.width() / len(self._labels)

    def _index_at(self, x: float, plot: QRectF) -> int:
        return math.floor((x - plot.left()) / plot.width() * len(self._labels))

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = [(curve.name, self._colour(n)) for n, curve in enumerate(self._curves)]
        draw_card(painter, self.rect(), self._title, names, colours, focused=self.hasFocus())
        if not self._curves:
            draw_empty(painter, self.rect(), self._empty, colours)
            return
        plot = self._plot()
        height = plot.height() / max(len(self._ticks), 1)
        every = max(1, math.ceil(_LABEL / height))
        painter.setFont(small(painter.font()))
        for at, (_, words) in enumerate(self._ticks):
            base = round(plot.top() + (at + 1) * height) + 0.5
            painter.setPen(QPen(colours.background3, 1))
            painter.drawLine(QLineF(plot.left(), base, plot.right(), base))
            if at % every == 0:
                painter.setPen(colours.foreground)
                middle = base - height / 2
                box = QRectF(0, middle - 9, plot.left() - 8, 18)
                painter.drawText(
                    box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words
                )
        draw_labels(painter, plot, self._label_marks(plot), colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for number, keys in enumerate(self._keys):
            for at, key in enumerate(keys[: len(self._ticks)]):
                row = QRectF(plot.left(), plot.top() + at * height, plot.width(), height)
                if number == 0:
                    self._draw_bars(painter, key.values, row, self._colour(number))
                else:
                    self._draw_steps(painter, key.values, row, self._colour(number))

    def _draw_bars(
        self, painter: QPainter, values: Sequence[float], row: QRectF, colour: QColor
    ) -> None:
        slot, base = row.width() / len(values), round(row.bottom())
        gap = 1 if slot >= 4 else 0
        for at, value in enumerate(values):
            if value > 0:
                left, right = round(row.left() + at * slot), round(row.left() + (at + 1) * slot)
                top = min(base - 1, round(base - value / self._high * row.height() * _SHARE))
                painter.fillRect(left, top, max(1, right - left - gap), base - top, colour)

    def _draw_steps(
        self, painter: QPainter, values: Sequence[float], row: QRectF, colour: QColor
    ) -> None:
        slot = row.width() / len(values)
        points = []
        for at, value in enumerate(values):
            y = row.bottom() - value / self._high * row.height() * _SHARE
            points += [QPointF(row.left() + at * slot, y), QPointF(row.left() + (at + 1) * slot, y)]
        painter.setPen(QPen(colour, 1))
        painter.drawPolyline(points)


def _without_start(data: ChartData, share: float) -> ChartData:
    """Return a curve without its first points."""
    from dataclasses import replace

    first = int(len(data.values) * share)
    kept = replace(
        data, labels=data.labels[first:], values=data.values[first:], words=data.words[first:]
    )
    return kept or data
