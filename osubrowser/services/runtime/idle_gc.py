"""Full garbage collections while the window is idle, as one takes longer than a frame."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

if TYPE_CHECKING:
    from collections.abc import Callable

IDLE = 2.0
"""Seconds without input after which the window counts as idle."""

LATEST = 600.0
"""Seconds after which a full collection runs even while there is input."""

_LOOK_EVERY = 5000  # milliseconds
_WORTH_IT = 10  # collections of generation 1 since the last full one; Python's default threshold
_NEVER = 1_000_000_000
_INPUT = frozenset(
    (
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchUpdate,
    )
)


class IdleGarbageCollector(QObject):
    """Scheduler of full garbage collections, in place of the interpreter's, until `close`.

    With ten thousand rows in RAM a full collection freezes the window for some 60 ms. The two
    younger generations are still collected automatically. What is free afterwards in the heaps of
    the C library goes back to the system: some 6 MB after 25 pages, which takes 2 ms.

    Attributes:
        collections: number of full collections so far.
    """

    def __init__(
        self,
        idle: float = IDLE,
        parent: QObject | None = None,
        *,
        is_busy: Callable[[], bool] = bool,
    ) -> None:
        """Start.

        Args:
            idle: seconds without input before a collection.
            parent: the Qt parent.
            is_busy: whether something moves in the window, which counts as input.
        """
        super().__init__(parent)
        self._is_busy = is_busy
        self.collections = 0
        self._idle = idle
        self._last_input = self._last_collection = time.monotonic()
        self._thresholds = gc.get_threshold()
        gc.set_threshold(self._thresholds[0], self._thresholds[1], _NEVER)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def watch(self, window: QWindow) -> None:
        """Count input in `window` as activity."""
        window.installEventFilter(self)

    def look(self) -> None:
        """Run a full collection if one is due and the window is idle."""
        now = time.monotonic()
        is_good = now - self._last_input >= self._idle or now - self._last_collection >= LATEST
        if not is_good or gc.get_count()[2] < _WORTH_IT:
            return
        if self._is_busy() and now - self._last_collection < LATEST:
            self._last_input = now
        else:
            gc.collect()
            trim_heaps()
            self._last_collection = now
            self.collections += 1

    def close(self) -> None:
        """Restore the automatic full collections."""
        self._timer.stop()
        gc.set_threshold(*self._thresholds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record the time of input events; filters none."""
        if event.type() in _INPUT:
            self._last_input = time.monotonic()
        return False


def trim_heaps() -> None:
    """Return the free memory of the C library's heaps to the system; only glibc can do that."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:  # others, such as musl, have none
        trim(ctypes.c_size_t(0))
