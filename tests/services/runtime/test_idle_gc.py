"""Full garbage collections wait until nobody is at the window."""

from __future__ import annotations

import gc
import os
import platform
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from osubrowser.services.runtime.idle_gc import IdleGarbageCollector


@pytest.fixture
def keeper(qtbot: QtBot) -> Iterator[IdleGarbageCollector]:
    keeper = IdleGarbageCollector(idle=0.2)
    yield keeper
    keeper.close()


def make_garbage() -> None:
    """Do what a long scroll does: fill the younger generations until a full one is due."""
    while gc.get_count()[2] < 10:
        gc.collect(1)


def test_no_collection_comes_by_itself(keeper: IdleGarbageCollector) -> None:
    before = [one["collections"] for one in gc.get_stats()]
    rows = [[n] for n in range(1000)]
    for _ in range(300):
        rows += [[n] for n in range(1000)]
    assert [one["collections"] for one in gc.get_stats()] == before
    assert len(rows) == 301_000


def test_it_collects_when_nobody_is_there(keeper: IdleGarbageCollector, qtbot: QtBot) -> None:
    make_garbage()

    def collected() -> bool:
        keeper.look()
        return keeper.collections == 1

    qtbot.waitUntil(collected)
    keeper.look()
    assert keeper.collections == 1, "there was nothing more to collect"


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives memory back")
def test_what_is_free_in_the_heaps_goes_back_to_the_system(keeper: IdleGarbageCollector) -> None:
    blocks = [b"x" * 60_000 for _ in range(1000)]  # 60 MB, on the heap: mapped ones are larger
    kept = blocks[-1]  # the heap cannot shrink from its end
    full = resident()
    blocks.clear()
    keeper._last_input = 0.0
    make_garbage()
    keeper.look()
    assert keeper.collections == 1
    assert resident() < full - 40_000_000
    assert len(kept) == 60_000


def resident() -> int:
    """Return the bytes of this process in RAM."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def test_what_moves_puts_it_off(qapp: QApplication) -> None:
    moves = [True]
    keeper = IdleGarbageCollector(idle=0.2, is_busy=lambda: moves[0])
    try:
        make_garbage()
        for _ in range(3):
            keeper._last_input = 0.0  # long ago
            keeper.look()
        assert keeper.collections == 0
        moves[0] = False
        keeper._last_input = 0.0
        keeper.look()
        assert keeper.collections == 1
    finally:
        keeper.close()


def test_input_puts_it_off(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    keeper = IdleGarbageCollector(idle=0.2)
    window = QWindow()
    keeper.watch(window)
    make_garbage()
    QTest.keyClick(window, Qt.Key.Key_Down)
    now[0] += 0.1
    keeper.look()
    assert keeper.collections == 0
    now[0] += 0.2
    keeper.look()
    assert keeper.collections == 1
    window.destroy()
    keeper.close()


def test_constant_input_does_not_put_it_off_for_ever(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    keeper = IdleGarbageCollector()
    window = QWindow()
    keeper.watch(window)
    make_garbage()
    for _ in range(12):
        now[0] += 60
        QTest.keyClick(window, Qt.Key.Key_Down)
        keeper.look()
    assert keeper.collections == 1
    window.destroy()
    keeper.close()


def test_the_interpreter_collects_again_afterwards(qapp: QApplication) -> None:
    gc.enable()
    try:
        keeper = IdleGarbageCollector()
        assert not gc.isenabled()
        keeper.close()
        assert gc.isenabled()
    finally:
        gc.disable()


def test_what_a_worker_makes_is_collected_by_the_window(
    keeper: IdleGarbageCollector, qtbot: QtBot
) -> None:
    where: list[int] = []

    class Ring:
        def __init__(self) -> None:
            self.ring = self

        def __del__(self) -> None:
            where.append(threading.get_ident())

    def work() -> None:
        for _ in range(50_000):
            Ring()

    thread = threading.Thread(target=work)
    thread.start()
    # The interpreter counts those that go against those that come: some wait for later ones.
    qtbot.waitUntil(lambda: len(where) > 5_000)
    thread.join()
    assert set(where) == {threading.get_ident()}
