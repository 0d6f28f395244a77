"""The window stays live: the longest stall of the GUI thread while 100 pages scroll by."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QObject
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import Browser, start

__all__ = ["start"]  # the fixture

PAGES = 100
ROWS_A_NOTCH = 3


class Stalls(QObject):
    """How long the GUI thread was busy between two moments at which it could take an event."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._woke = time.perf_counter()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._on_awake)
        dispatcher.aboutToBlock.connect(self._on_about_to_block)

    def take(self) -> float:
        """Return the longest stall since the last call, in seconds."""
        longest, self.longest = self.longest, 0.0
        return longest

    def _on_awake(self) -> None:
        self._woke = time.perf_counter()

    def _on_about_to_block(self) -> None:
        self.longest = max(self.longest, time.perf_counter() - self._woke)


@pytest.mark.benchmark
def test_stalls_while_100_pages_scroll_by(start: Callable[..., Browser], qtbot: QtBot) -> None:
    """On the demo inside the program: its server shares the interpreter with the window."""
    browser = start("--demo")
    browser.wait_for_rows()
    stalls = Stalls()
    found = []
    while browser.visible().stop < PAGES * 50:
        stalls.take()
        began = time.perf_counter()
        browser.wheel(1)
        busy = time.perf_counter() - began  # the scrolling itself happens in this call
        until = began + 0.016
        qtbot.waitUntil(lambda until=until: time.perf_counter() >= until)
        found.append(max(busy, stalls.take()))
    found.sort()
    at_99, longest = found[int(len(found) * 0.99)], found[-1]
    print(f"\nstalls over {len(found)} notches: p50 {found[len(found) // 2] * 1000:.1f} ms, "
          f"p99 {at_99 * 1000:.1f} ms, longest {longest * 1000:.1f} ms")
    assert at_99 < 0.016
