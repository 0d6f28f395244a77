"""Turns of the event loop: how long each took, and what the GUI thread did in the long ones."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from types import FrameType

from PySide6.QtCore import Qt, QTimer

_EVERY = 0.004  # seconds between two looks at the stack
_DEPTH = 14  # frames of the program that a trace shows


class Turns:
    """CPU time of the GUI thread between two ticks of a timer of one millisecond.

    Other threads and processes do not count: on a busy machine a turn takes longer on the clock
    than here.

    Args:
        trace_from: seconds of a turn from which on what it did is noted; None for never. Notes
            cost some CPU time themselves.

    Attributes:
        taken: seconds of each turn since the last `take`.
        traces: where the long turns were, and how often a look found them there.
    """

    def __init__(self, trace_from: float | None = None) -> None:
        self.taken: list[float] = []
        self.traces: list[tuple[float, Counter[str]]] = []
        self._trace_from = trace_from
        self._looks: Counter[str] = Counter()
        self._thread = threading.get_ident()
        self._stop = threading.Event()
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._watch = threading.Thread(target=self._run, name="osubrowser stall traces")
        if trace_from is not None:
            self._watch.start()

    def take(self) -> list[float]:
        """Return what each turn took since the last call."""
        taken, self.taken = self.taken, []
        return taken

    def skip(self) -> None:
        """Leave out what was done since the last turn."""
        self._last = time.thread_time()
        self._looks = Counter()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()
        self._stop.set()
        if self._watch.ident is not None:
            self._watch.join()

    def _on_tick(self) -> None:
        now = time.thread_time()
        took, self._last = now - self._last, now
        self.taken.append(took)
        looks, self._looks = self._looks, Counter()
        if self._trace_from is not None and took >= self._trace_from:
            self.traces.append((took, looks))

    def _run(self) -> None:
        while not self._stop.wait(_EVERY):
            frame = sys._current_frames().get(self._thread)
            if frame is not None:
                self._looks[_short(frame)] += 1


def _short(frame: FrameType) -> str:
    """Return the frames of the program in a stack, the innermost first."""
    found = []
    for each in reversed(traceback.extract_stack(frame)):
        name = each.filename.replace("\\", "/")
        if "/osubrowser/" in name and "/tests/" not in name:
            found.append(f"{name.rpartition('/osubrowser/')[2]}:{each.lineno} {each.name}")
        elif not found:
            found.append(f"{name.rpartition('/')[2]}:{each.lineno} {each.name}")
    return " < ".join(found[:_DEPTH])
