"""Size and position of the window: minimum, default, saving and restoring."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from typing import Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

SMALLEST: Final = QSize(860, 480)
FIRST: Final = QSize(1200, 800)
_BORDERS: Final = QSize(8, 40)  # estimated size of the window frame


def smallest(window: QWidget) -> QSize:
    """Return the minimum size of a window, limited to its screen."""
    return SMALLEST.boundedTo(window.screen().availableSize() - _BORDERS)


def restore_frame(window: QWidget, saved: str) -> None:
    """Set the geometry of a window.

    Args:
        window: a window that is not shown yet.
        saved: what `saved_frame` returned; any other text gives the default size.
    """
    try:
        geometry = b64decode(saved, validate=True)
    except (binascii.Error, ValueError):
        geometry = b""
    if not geometry or not window.restoreGeometry(QByteArray(geometry)):
        window.resize(FIRST.boundedTo(window.screen().availableSize() - _BORDERS))


def saved_frame(window: QWidget) -> str:
    """Return the geometry of a window as text."""
    return b64encode(window.saveGeometry().data()).decode()
