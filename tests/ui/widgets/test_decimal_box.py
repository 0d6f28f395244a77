"""Spin box of decimals."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.ui.widgets.decimal_box import DecimalBox


def turn_wheel(box: DecimalBox) -> None:
    none, down = QPoint(), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    at = QPointF(box.rect().center())
    event = QWheelEvent(
        at,
        QPointF(box.mapToGlobal(at)),
        none,
        down,
        buttons,
        keys,
        phase,
        False,
    )
    QApplication.sendEvent(box, event)


def test_the_wheel_changes_the_value_only_with_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = DecimalBox(window, lowest=50, highest=200, step=5, suffix="×")
    box.setValue(150)
    with qtbot.waitActive(window):
        window.show()
    window.setFocus()
    turn_wheel(box)
    assert (box.value(), box.hasFocus()) == (150, False)
    box.setFocus()
    turn_wheel(box)
    assert box.value() == 145
