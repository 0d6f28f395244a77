"""Waits without a clock: run the event loops until they are idle, or until a condition holds."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

HANG: float = 60.0
"""Seconds after which any wait is given up: a guard against hangs, not a claim about speed."""
WAIT = int(HANG * 1000)
"""The same in milliseconds."""
_IDLE_ROUNDS = 3
_LONGEST_TIMER = 1000  # milliseconds
_ALL = QEventLoop.ProcessEventsFlag.AllEvents
_MORE = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class PatientBot(QtBot):
    """`QtBot` whose waits end when something happens, however slow the machine is."""

    _looks = False

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = WAIT) -> None:
        """Run the event loop until `callback` returns True, or passes its assertions."""
        self._looks = True
        try:
            super().waitUntil(callback, timeout=timeout)
        finally:
            self._looks = False

    def waitSignal(self, signal: Any, *, timeout: int = WAIT, **options: Any) -> Any:
        """Run the event loop until a signal has been emitted."""
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitActive(self, widget: QWidget, *, timeout: int = WAIT) -> Any:
        """Run the event loop until a window is active."""
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = WAIT) -> Any:
        """Run the event loop until a window is exposed."""
        return super().waitExposed(widget, timeout=timeout)

    def wait(self, ms: int) -> None:
        """Refuse a fixed sleep, except between two looks of `waitUntil`."""
        assert self._looks, f"no sleep of {ms} ms: wait for a condition, or call `settle`"
        super().wait(ms)


def settle(*owners: QObject) -> None:
    """Run the Qt and asyncio loops until nothing is ready.

    Events, deferred deletes, timers of zero milliseconds and everything asyncio has ready are
    carried out, and what comes of them, until several rounds in a row find nothing. What a worker
    thread or another process still does is not waited for: `drain` does, or a condition.

    Args:
        owners: their single-shot timers of up to a second are waited for too: debounces.
    """
    guard, idle, events = time.monotonic() + HANG, 0, QEventLoop()
    while idle < _IDLE_ROUNDS:
        timers = _pending(owners)
        assert time.monotonic() < guard, f"never idle; timers: {timers}"
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if events.processEvents(_ALL):
            idle = 0
        elif timers := _pending(owners):
            idle = 0
            events.processEvents(_ALL | _MORE)  # until a timer fires, at the latest
        else:
            idle += 1


def _pending(owners: tuple[QObject, ...]) -> list[QTimer]:
    """Return the short single-shot timers that run."""
    found: list[QTimer] = []
    for owner in owners:
        with suppress(RuntimeError):  # its C++ object is gone, and its timers with it
            found += [
                timer
                for timer in owner.findChildren(QTimer)
                if timer.isActive() and timer.isSingleShot() and timer.interval() <= _LONGEST_TIMER
            ]
    return found


def drain(executor: ThreadPoolExecutor, workers: int) -> None:
    """Run the loops until a pool has done all its calls, and what they bring has been handled.

    Args:
        executor: a pool none of whose calls is blocked.
        workers: how many threads it may have.
    """
    together = threading.Barrier(workers)
    calls = [executor.submit(together.wait, HANG) for _ in range(workers)]
    wait_for(lambda: all(call.done() for call in calls), settle)
    settle()


def wait_for(
    condition: Callable[[], object], meanwhile: Callable[[], object] | None = None
) -> None:
    """Wait in a thread without an event loop until `condition` holds.

    Args:
        condition: what is waited for.
        meanwhile: called before each look.
    """
    guard, pause = time.monotonic() + HANG, threading.Event()
    while True:
        if meanwhile is not None:
            meanwhile()
        if condition():
            return
        assert time.monotonic() < guard, "it never came"
        pause.wait(0.005)
