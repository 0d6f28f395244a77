"""Mouse and keyboard of the tests: `QTest` with types and short names."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

LEFT = Qt.MouseButton.LeftButton
MIDDLE = Qt.MouseButton.MiddleButton
_NONE = Qt.KeyboardModifier.NoModifier


def click(
    widget: QWidget,
    button: Qt.MouseButton = LEFT,
    at: QPoint | None = None,
    *,
    double: bool = False,
) -> None:
    """Click on a widget, in its middle or at a point of it."""
    where = at if at is not None else widget.rect().center()
    if double:
        QTest.mouseDClick(widget, button, _NONE, where)
    else:
        QTest.mouseClick(widget, button, _NONE, where)


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
    """Press and let go a key."""
    QTest.keyClick(widget, key, held)


def write(widget: QWidget, text: str) -> None:
    """Type letters."""
    QTest.keyClicks(widget, text)
