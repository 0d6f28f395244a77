"""Signals of the system that end the program in order: Ctrl+C, SIGTERM, SIGHUP."""

from __future__ import annotations

import atexit
import os
import signal
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSocketNotifier

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class StopSignals:
    """Receiver of the signals, until `close`. In the main thread.

    Python's own handler of Ctrl+C raises an exception wherever the interpreter is. Inside a
    method that Qt calls this ends the process with a segmentation fault. Here a signal is a byte
    in a socket, which the event loop reads.
    """

    def __init__(self) -> None:
        self._receiver, self._sender = socket.socketpair()
        self._notifier: QSocketNotifier | None = None
        self._number = 0
        for end in (self._receiver, self._sender):
            end.setblocking(False)
        self._wakeup_before = signal.set_wakeup_fd(self._sender.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        # One that is ignored stays so: `nohup` ignores SIGHUP.
        self._caught = [n for n in numbers if signal.getsignal(n) is not signal.SIG_IGN]
        for number in self._caught:
            signal.signal(number, self._note)
        atexit.register(_ignore, tuple(self._caught))  # called after those registered later

    @property
    def number(self) -> int:
        """The first signal that has come; 0 if none has."""
        return self._number

    def watch(self, stop: Callable[[], object]) -> None:
        """Call `stop` in the event loop for each signal, and for those that have come already."""
        from PySide6.QtCore import QSocketNotifier

        def on_activated() -> None:
            try:
                has_come = bool(self._receiver.recv(4096))
            except BlockingIOError:
                has_come = False
            if has_come:
                stop()

        notifier = QSocketNotifier(self._receiver.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(on_activated)
        self._notifier = notifier

    def close(self) -> None:
        """Let each signal end the process at once: all is written, only threads are waited for."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        for number in self._caught:
            signal.signal(number, _exit_at_once)
        self._caught.clear()
        if self._sender.fileno() >= 0:
            signal.set_wakeup_fd(self._wakeup_before)
            self._sender.close()
            self._receiver.close()

    def _note(self, number: int, _frame: object) -> None:
        self._number = self._number or number


def _ignore(numbers: tuple[int, ...]) -> None:
    """Ignore signals while the interpreter is torn down: it would restore their default actions.

    The exit status would then be that of a killed process, though everything has been written.
    """
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)


def _exit_at_once(_number: int, _frame: object) -> None:
    os._exit(0)
