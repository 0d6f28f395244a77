"""Stalls of the GUI thread: how late it comes back to a timer of one millisecond."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

FRAME = 0.016
_FRAMES = 150
_REFERENCE = 0.004
"""CPU time of `_reference` in seconds, at which a frame is to be met as it is."""


def _reference() -> dict[str, int]:
    """Do what makes rows of a table: texts, a sort, a lookup table."""
    rows = sorted((f"name {number * 7919 % 10_007}", number) for number in range(10_000))
    return dict(rows)


def frame_here() -> float:
    """Return the seconds of a frame, longer by as much as this machine is slower right now.

    A bound in seconds says something about the processor too; this one is a ratio of two things
    in one run: the work of the program, and the same amount of plain work.
    """
    found = []
    for _ in range(7):
        began = time.thread_time()
        _reference()
        found.append(time.thread_time() - began)
    return FRAME * max(1.0, min(found) / _REFERENCE)


class Stalls:
    """The longest stall since the last look, in seconds.

    Args:
        clock: `time.process_time` measures what this process did during a stall, and leaves out
            that other processes had the processor.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.longest = 0.0
        self._clock = clock
        self._last = clock()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def take(self) -> float:
        """Return the longest stall since the last call, in seconds."""
        longest, self.longest = self.longest, 0.0
        return longest

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def _on_tick(self) -> None:
        now = self._clock()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def stalls_of_repainting(window: QWidget) -> float:
    """Return the 99th percentile of the stalls while a window is only drawn, frame by frame.

    This is what the machine takes at least right now, its other work included.
    """
    stalls, found = Stalls(), []
    for _ in range(_FRAMES):
        stalls.take()
        window.grab()
        QTest.qWait(int(FRAME * 1000))
        found.append(stalls.take())
    stalls.stop()
    return sorted(found)[int(_FRAMES * 0.99)]
