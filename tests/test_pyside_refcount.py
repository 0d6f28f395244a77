"""PySide6 6.12.0 on Python 3.11 aborts the interpreter: the release in use must not."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    fact = Signal(bool)


def test_emitting_true_keeps_its_reference_count() -> None:
    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(50):
        sender.fact.emit(True)
    # The faulty release drops one reference at each emit; 3.12 and later count no references.
    assert sys.getrefcount(True) > before - 25
