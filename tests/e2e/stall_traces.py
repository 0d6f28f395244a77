"""Turns of the event loop: how long each took, and what the GUI thread did in the long ones."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter

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
            where = _where(self._thread)
            if where:
                self._looks[where] += 1


def _where(thread: int) -> str:
    """Return the frames of the program in the stack of a thread, the innermost first.

    Quick, and without a call that lets the other thread go on: a frame that is referred to keeps
    its variables, and a painter among them would paint on for ever.
    """
    frame = sys._current_frames().get(thread)
    found: list[str] = []
    while frame is not None and len(found) < _DEPTH:
        name = frame.f_code.co_filename
        is_ours = "/osubrowser/" in name and "/tests/" not in name
        if is_ours or not found:
            short = name.rpartition("/osubrowser/" if is_ours else "/")[2]
            found.append(f"{short}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(found)
