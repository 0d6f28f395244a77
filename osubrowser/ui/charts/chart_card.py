"""Card of a chart: title, cursor and focus, and a kept picture of what does not move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

TOP: Final = 40
"""Pixels of the title."""
BOTTOM: Final = 24
"""Pixels of the labels below the plot."""


class ChartCard(QWidget):
    """Base widget of charts with a cursor, which the mouse or the focus leaves.

    Args:
        title: title of the chart.
        empty: the sentence shown without data.
        parent: the Qt parent.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Chart

    keeps_ground = True
    """Whether everything but what follows the mouse or a playback is drawn from a pixmap."""

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._empty = empty
        self._colours: Colours | None = None
        self._ground: QPixmap | None = None
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def title(self) -> str:
        """The title."""
        return self._title

    def set_title(self, title: str) -> None:
        """Set the title."""
        if title != self._title:
            self._title = title
            self.setAccessibleName(title)
            self._draw_anew()

    def set_empty(self, sentence: str) -> None:
        """Set the sentence that is shown without data."""
        if sentence != self._empty:
            self._empty = sentence
            self._describe()
            self._draw_anew()

    def _inside(self, left: float, right: float) -> QRectF:
        """Return the area below the title and above the labels, with margins at the sides."""
        return QRectF(
            left, TOP, max(10, self.width() - left - right), max(10, self.height() - TOP - BOTTOM)
        )

    # --- of each chart ------------------------------------------------------------------------

    def move_cursor(self, at: None, /) -> None:
        """Remove the cursor; charts also take where to move it."""
        raise NotImplementedError

    def _describe(self) -> None:
        """Set the accessible description."""
        raise NotImplementedError

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        """Draw everything that does not move, or the sentence without data."""
        raise NotImplementedError

    def _draw_moving(self, painter: QPainter, colours: Colours) -> None:
        """Draw what follows the mouse or a playback; nothing without data."""
        raise NotImplementedError

    # --- drawing ------------------------------------------------------------------------------

    def _draw_anew(self) -> None:
        """Draw everything at the next paint event."""
        self._ground = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the data, then what follows the mouse or a playback."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        if self.keeps_ground:
            painter.drawPixmap(0, 0, self._kept_ground(colours))
        else:
            self._draw_ground(painter, colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_moving(painter, colours)

    def _kept_ground(self, colours: Colours) -> QPixmap:
        """Return the pixmap of what does not move, drawn anew if it does not fit any more."""
        ratio, known = self.devicePixelRatioF(), self._ground
        if known is not None and known.devicePixelRatio() == ratio:
            return known
        made = self._ground = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setFont(self.font())
        self._draw_ground(painter, colours)
        painter.end()
        return made

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the data anew."""
        self._ground = None
        super().resizeEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Remove the cursor when the mouse leaves."""
        self.move_cursor(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint with the focus frame."""
        self._draw_anew()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Remove the cursor and the focus frame."""
        self.move_cursor(None)
        self._draw_anew()
        super().focusOutEvent(event)
