"""The window's frame: how small it may be, how large it begins, and where it was the last time."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from typing import Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

SMALLEST: Final = QSize(860, 480)
FIRST: Final = QSize(1200, 800)
_BORDERS: Final = QSize(8, 40)  # about what a window manager adds


def smallest(window: QWidget) -> QSize:
    """Return how small a window may be: never larger than its screen has room for."""
    return SMALLEST.boundedTo(window.screen().availableSize() - _BORDERS)


def restore_frame(window: QWidget, kept: str) -> None:
    """Put a window where it was.

    Args:
        window: not shown yet.
        kept: what `saved_frame` returned; what is no such text leaves the window at its first size.
    """
    try:
        geometry = b64decode(kept, validate=True)
    except (binascii.Error, ValueError):
        geometry = b""
    if not geometry or not window.restoreGeometry(QByteArray(geometry)):
        window.resize(FIRST.boundedTo(window.screen().availableSize() - _BORDERS))


def saved_frame(window: QWidget) -> str:
    """Return where a window is, as text for the settings."""
    return b64encode(window.saveGeometry().data()).decode()
