"""The text size of the settings: of the whole window, from the next start on."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_PROGRAM = """
import os, sys
from PySide6.QtWidgets import QApplication
from osubrowser.app import scaled
with scaled(int(sys.argv[1])):
    qt = QApplication(sys.argv[:1])
print(qt.primaryScreen().devicePixelRatio(), os.environ.get("QT_SCALE_FACTOR"))
"""


@pytest.mark.parametrize(
    ("size", "before", "ratio"),
    [
        (100, None, 1.0),
        (80, None, 0.8),
        (150, None, 1.5),
        (200, None, 2.0),
        (150, "2", 3.0),
        (100, "1.5", 1.5),
        (200, "nonsense", 2.0),
    ],
)
def test_everything_is_scaled_and_programs_started_later_are_not(
    size: int, before: str | None, ratio: float
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("QT_SCALE_FACTOR", None)
    if before is not None:
        environment["QT_SCALE_FACTOR"] = before
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(size)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found, after = done.stdout.split()
    assert float(found) == pytest.approx(ratio, abs=0.01)
    assert after == str(before)
