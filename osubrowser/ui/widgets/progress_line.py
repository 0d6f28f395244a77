"""Indeterminate progress line, two pixels high."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

HEIGHT: Final = 2
_FRAME: Final = 33
"""Milliseconds between two pictures."""
_DELAY: Final = 0.15
"""Seconds before it shows: what is quick needs no line."""
_TURN: Final = 1.4
"""Seconds in which it runs from left to right."""


class ProgressLine(QWidget):
    """Progress line of constant height, so that the layout does not move when it starts."""

    def __init__(self, colours: Colours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._since: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self.update)
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Loading")

    @property
    def is_running(self) -> bool:
        """Whether something is under way."""
        return self._since is not None

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self._colours = colours
        self.update()

    def set_running(self, running: bool) -> None:
        """Move from now on, or stop."""
        if running == self.is_running:
            return
        self._since = time.monotonic() if running else None
        self._run()
        self.update()

    def _run(self) -> None:
        if self.is_running and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QEvent) -> None:  # noqa: D102
        super().showEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        self._run()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        if self._since is None or self._colours is None:
            return
        passed = time.monotonic() - self._since - _DELAY
        if passed < 0:
            return
        width = self.width()
        part = width * 0.25
        share = (passed % _TURN) / _TURN
        eased = share * share * (3 - 2 * share)
        painter = QPainter(self)
        left = eased * (width + part) - part
        painter.fillRect(QRectF(left, 0, part, HEIGHT), self._colours.highlight)
