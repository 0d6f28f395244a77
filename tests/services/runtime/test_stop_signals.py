"""Signals are requests in the event loop: no exception wherever the interpreter is."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.services.runtime.stop_signals import NAMES, StopSignals

NUMBERS = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are sent to this process")


@pytest.fixture(autouse=True)
def handlers_restored() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in NUMBERS}
    for number in NUMBERS:  # a shell may have started the tests with Ctrl+C ignored
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_signal_asks_the_program_to_end(qtbot: QtBot, number: int) -> None:
    signals = StopSignals()
    stops: list[int] = []
    signals.watch(lambda: stops.append(number))
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: stops == [number])
    assert signals.number == number
    signals.close()
    signals.close()


def test_one_that_comes_before_the_event_loop_is_not_lost(qtbot: QtBot) -> None:
    signals = StopSignals()
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    assert signals.number == signal.SIGTERM
    stops: list[None] = []
    signals.watch(lambda: stops.append(None))
    qtbot.waitUntil(lambda: len(stops) == 1)
    signals.close()


def test_one_that_is_ignored_stays_ignored(qtbot: QtBot) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = StopSignals()
    os.kill(os.getpid(), signal.SIGHUP)
    assert signals.number == 0
    signals.close()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
