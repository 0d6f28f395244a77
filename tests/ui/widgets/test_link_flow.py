"""Links in rows: wrapped, opened with the mouse and with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from osubrowser.ui.style.colours import ramp
from osubrowser.ui.widgets.plain_text import LinkFlow
from tests.ui.gestures import MIDDLE, click, press

LINKS = [("first", "/1"), ("no link", ""), ("second", "/2"), ("a long one " * 30, "/3")]


@pytest.fixture
def flow(qtbot: QtBot) -> LinkFlow:
    flow = LinkFlow("Tags")
    flow.set_colours(ramp(200, is_dark=True))
    flow.show_links(LINKS, ["", "", "the second", ""])
    qtbot.addWidget(flow)
    flow.resize(300, 120)
    flow.show()
    qtbot.waitExposed(flow)
    return flow


def opened_by(flow: LinkFlow) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    flow.link_requested.connect(lambda address, how: found.append((address, how)))
    return found


def test_the_mouse_opens_links_and_nothing_else(flow: LinkFlow) -> None:
    opened = opened_by(flow)
    click(flow, at=flow.place_of(0).center())
    click(flow, at=flow.place_of(1).center())
    click(flow, MIDDLE, at=flow.place_of(2).center())
    click(flow, at=QPoint(299, 119))
    assert opened == [("/1", "here"), ("/2", "background")]


def test_the_keyboard_goes_from_link_to_link(flow: LinkFlow, qtbot: QtBot) -> None:
    opened = opened_by(flow)
    flow.setFocus()
    qtbot.waitUntil(flow.hasFocus)
    assert flow.accessibleName() == "Tags: first"
    press(flow, Qt.Key.Key_Right)
    assert flow.accessibleName() == "Tags: second"
    press(flow, Qt.Key.Key_Return)
    press(flow, Qt.Key.Key_Left)
    press(flow, Qt.Key.Key_Left)
    press(flow, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened == [("/2", "here"), ("/1", "background")]


def test_rows_are_as_many_as_needed(flow: LinkFlow) -> None:
    assert flow.heightForWidth(5000) < flow.heightForWidth(300) < flow.heightForWidth(60)
    for number in range(len(LINKS)):
        assert flow.place_of(number).right() <= flow.width()
    assert "no link" in flow.accessibleDescription()


def test_without_links_it_is_no_stop(flow: LinkFlow) -> None:
    flow.show_links([("only text", "")])
    assert flow.focusPolicy() is Qt.FocusPolicy.NoFocus
    flow.show_links([])
    assert flow.heightForWidth(300) == 0
    assert flow.grab().toImage().pixelColor(1, 1) != QColor("magenta")
