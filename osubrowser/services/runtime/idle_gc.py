"""Garbage collections in the GUI thread alone: young objects at once, all while it is idle."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

if TYPE_CHECKING:
    from collections.abc import Callable

IDLE = 2.0
"""Seconds without input after which the window counts as idle."""

LATEST = 600.0
"""Seconds after which a full collection runs even while there is input."""

_LOOK_EVERY = 5000  # milliseconds
_WORTH_IT = 10  # collections of generation 1 since the last full one; Python's default threshold
_YOUNG_EVERY = 50  # milliseconds, while objects are made
_QUIET = 20
"""Looks without many new objects after which the timer stops."""
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
    """Scheduler of garbage collections, in place of the interpreter's, until `close`.

    The interpreter collects in whatever thread makes objects. On a worker that can end a QObject
    of the GUI thread, which holds a lock of Qt while it waits for the interpreter; if the GUI
    thread waits for this lock at that moment, the window stands still for ever.

    With ten thousand rows in RAM a full collection takes some 60 ms: it waits until the window is
    idle. The two younger generations are collected whenever the event loop is about to wait. What
    is free after a full one in the heaps of the C library goes back to the system: some 6 MB after
    25 pages, which takes 2 ms.

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
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._quiet = 0
        self._young_timer = QTimer(self)
        self._young_timer.setInterval(_YOUNG_EVERY)
        self._young_timer.timeout.connect(self._on_young_timer_timeout)
        dispatcher = QAbstractEventDispatcher.instance()  # of the application, which exists
        self._connection = dispatcher.aboutToBlock.connect(self.collect_young)
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

    def collect_young(self) -> None:
        """Collect the younger generations if many objects were made, by the interpreter's rule."""
        young, middle, _ = gc.get_count()
        thresholds = gc.get_threshold()
        if young <= thresholds[0]:
            return
        gc.collect(int(middle > thresholds[1]))
        self._quiet = 0
        if not self._young_timer.isActive():
            self._young_timer.start()

    def close(self) -> None:
        """Restore the automatic collections."""
        self._timer.stop()
        self._young_timer.stop()
        QObject.disconnect(self._connection)
        if self._was_enabled:
            gc.enable()

    def _on_young_timer_timeout(self) -> None:
        """Let the loop turn, which collects, while workers make objects and no event comes."""
        self._quiet += 1
        if self._quiet > _QUIET:
            self._young_timer.stop()

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
