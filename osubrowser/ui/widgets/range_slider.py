"""Slider with two handles, for the lower and the upper bound of a range."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_HANDLE: Final = 16
"""Width and height of a handle, in pixels."""
_HEIGHT: Final = 24
_TRACK: Final = 4
_PAGE: Final = 10
"""Stops that Page Up and Page Down move by."""
OPEN: Final = tr("no limit")
"""Spoken value of a handle at its end of the scale, where the range is open."""


@dataclass(frozen=True, slots=True)
class RangeScale:
    """Values at which the handles of a `RangeSlider` stop, evenly spaced on the track.

    The first stop of the lower handle and the last one of the upper handle stand for no bound.

    Attributes:
        stops: the values, ascending; at least two.
        text: formats a value, for a text field and a screen reader.
    """

    stops: Sequence[float]
    text: Callable[[float], str]

    @property
    def last(self) -> int:
        """Index of the last stop."""
        return len(self.stops) - 1

    def nearest(self, value: float) -> int:
        """Return the index of the stop nearest to a value."""
        at = bisect_left(self.stops, value)
        if at <= 0:
            return 0
        if at > self.last:
            return self.last
        return at if self.stops[at] - value <= value - self.stops[at - 1] else at - 1


def even_stops(lowest: float, highest: float, step: float) -> tuple[float, ...]:
    """Return the multiples of `step` from `lowest` to `highest`."""
    return tuple(
        round(lowest + number * step, 6) for number in range(round((highest - lowest) / step) + 1)
    )


class RangeSlider(QWidget):
    """Slider with two handles. Tab goes from one to the other; arrows, Page, Home and End move it.

    Args:
        name: what the range is of, such as `Stars`; begins the accessible names of the handles.
        scale: the values of the handles.
        parent: the Qt parent.

    Attributes:
        low_moved: the value of the lower handle that the user has moved; None for no bound.
        high_moved: the same of the upper handle.
    """

    low_moved = Signal(object)
    high_moved = Signal(object)

    def __init__(self, name: str, scale: RangeScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._colours: Colours | None = None
        self._grabbed: _Handle | None = None
        self._bounds: tuple[float | None, float | None] = (None, None)
        self.low = _Handle(tr("{name}, at least").format(name=name), scale, self, is_low=True)
        self.high = _Handle(tr("{name}, at most").format(name=name), scale, self, is_low=False)
        self.setTabOrder(self.low, self.high)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for handle in (self.low, self.high):
            handle.key_moved.connect(self._on_key_moved)
        self.set_range(None, None)

    @property
    def range(self) -> tuple[float | None, float | None]:
        """The bounds, which need not be stops; None for none."""
        return self._bounds

    def set_range(self, low: float | None, high: float | None) -> None:
        """Set the bounds without emitting a signal; None for no bound.

        A handle stands at the stop that is nearest to its bound.
        """
        self._bounds = (low, high)
        scale = self._scale
        self.low.put(0 if low is None else scale.nearest(low), is_open=low is None)
        self.high.put(scale.last if high is None else scale.nearest(high), is_open=high is None)
        self._place_handles()
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = self.low.colours = self.high.colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """Return the preferred size."""
        return QSize(130, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size, at which the handles can still be told apart."""
        return QSize(3 * _HANDLE, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track; between the handles in the accent colour."""
        c = self._colours
        if c is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - _TRACK) / 2
        left, right = self._x_of(0), self._x_of(self._scale.last)
        painter.setBrush(c.background2)
        painter.drawRoundedRect(QRectF(left, top, right - left, _TRACK), 2, 2)
        if self._bounds != (None, None) and self.isEnabled():
            low, high = sorted((self._x_of(self.low.value()), self._x_of(self.high.value())))
            painter.setBrush(c.highlight)
            painter.drawRoundedRect(QRectF(low, top, max(high - low, 1), _TRACK), 2, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the handles anew."""
        super().resizeEvent(event)
        self._place_handles()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the nearest handle to the mouse."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        low, high = self._x_of(self.low.value()), self._x_of(self.high.value())
        is_low = abs(x - low) < abs(x - high) or (low == high and x < low)
        if low == high == self._x_of(self._scale.last):
            is_low = True  # the upper handle has no room left
        self._grabbed = self.low if is_low else self.high
        self._grabbed.setFocus(Qt.FocusReason.MouseFocusReason)
        self._drag_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the handle that was pressed."""
        self._drag_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Release the handle."""
        self._grabbed = None

    def _x_of(self, stop: int) -> float:
        """Return the middle of a handle at a stop, in pixels."""
        room = self.width() - _HANDLE
        return _HANDLE / 2 + room * stop / self._scale.last

    def _place_handles(self) -> None:
        top = (self.height() - _HANDLE) // 2
        for handle in (self.low, self.high):
            handle.move(round(self._x_of(handle.value()) - _HANDLE / 2), top)

    def _drag_to(self, x: float) -> None:
        if self._grabbed is not None:
            room = max(self.width() - _HANDLE, 1)
            self._move(self._grabbed, round((x - _HANDLE / 2) / room * self._scale.last))

    def _on_key_moved(self, stop: int) -> None:
        handle = self.sender()
        if isinstance(handle, _Handle):
            self._move(handle, stop)

    def _move(self, handle: _Handle, stop: int) -> None:
        """Move a handle, no further than to the other one."""
        is_low = handle is self.low
        stop = min(max(stop, 0), self._scale.last)
        stop = min(stop, self.high.value()) if is_low else max(stop, self.low.value())
        is_open = stop == (0 if is_low else self._scale.last)
        value = None if is_open else self._scale.stops[stop]
        if value == self._bounds[0 if is_low else 1]:
            return
        low, high = self._bounds
        self.set_range(*((value, high) if is_low else (low, value)))
        (self.low_moved if is_low else self.high_moved).emit(value)


class _Handle(QAbstractSlider):
    """Handle of a range slider: a focus stop with a value, moved by its slider."""

    key_moved = Signal(int)

    def __init__(self, name: str, scale: RangeScale, slider: RangeSlider, *, is_low: bool) -> None:
        super().__init__(slider)
        self.colours: Colours | None = None
        self._scale = scale
        self._is_low = is_low
        self.setRange(0, scale.last)
        self.setAccessibleName(name)
        self.setFixedSize(_HANDLE, _HANDLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def put(self, stop: int, *, is_open: bool) -> None:
        """Set the stop, and whether there is no bound."""
        words = OPEN if is_open else self._scale.text(self._scale.stops[stop])
        self.setAccessibleDescription(words)
        self.setValue(stop)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the keys of a slider."""
        here, last = self.value(), self._scale.last
        key = Qt.Key
        stop = {
            key.Key_Left: here - 1,
            key.Key_Down: here - 1,
            key.Key_Right: here + 1,
            key.Key_Up: here + 1,
            key.Key_PageDown: here - _PAGE,
            key.Key_PageUp: here + _PAGE,
            key.Key_Home: 0,
            key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if stop is None:
            event.ignore()
        else:
            self.key_moved.emit(stop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a disc, with a ring while it has the focus."""
        c = self.colours
        if c is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_HANDLE / 2, _HANDLE / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setBrush(c.content1)
            painter.drawEllipse(middle, 8, 8)
        is_open = self.value() == (0 if self._is_low else self._scale.last)
        painter.setBrush(c.light4 if is_open or not self.isEnabled() else c.highlight)
        painter.drawEllipse(middle, 6, 6)
