"""Accessibility of widgets: roles, names, announcements, and the order of Tab."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.ui.shell.message_bar import MessageBar
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.style.theme import set_motion_reduced
from osubrowser.ui.widgets import assistive
from osubrowser.ui.widgets.assistive import install_roles, name_clear_button, order_tab
from osubrowser.ui.widgets.plain_text import LinkFlow
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, ProgressLine, StatePanel


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What a screen reader is told: text, and whether it is urgent."""
    told: list[tuple[str, bool]] = []

    class Reader(QAccessible):
        @staticmethod
        def isActive() -> bool:
            return True

        @staticmethod
        def updateAccessibility(event: QAccessibleEvent, /) -> None:
            assert isinstance(event, QAccessibleAnnouncementEvent)
            urgent = QAccessible.AnnouncementPoliteness.Assertive
            told.append((event.message(), event.politeness() is urgent))

    monkeypatch.setattr(assistive, "QAccessible", Reader)
    return told


def test_a_widget_that_paints_itself_has_its_role(qtbot: QtBot) -> None:
    install_roles()
    flow, plain = LinkFlow("Facts"), QWidget()
    for widget in (flow, plain):
        qtbot.addWidget(widget)
    assert _role(flow) is QAccessible.Role.ToolBar
    assert _role(plain) is QAccessible.Role.Client


def _role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


@pytest.mark.parametrize("make", [StatePanel, NoticeBar])
def test_a_state_is_said_once_and_a_countdown_too(
    qtbot: QtBot, heard: list[tuple[str, bool]], make: Callable[[], StatePanel | NoticeBar]
) -> None:
    panel = make()
    qtbot.addWidget(panel)
    panel.show()
    for left in (12, 11, 10):
        panel.show_notice(Notice(f"osu! asks us to wait {left} s"))
    panel.show_notice(Notice("No player has this name."))
    assert heard == [("osu! asks us to wait 12 s", False), ("No player has this name.", False)]


def test_a_hidden_state_is_said_when_it_is_shown(
    qtbot: QtBot, heard: list[tuple[str, bool]]
) -> None:
    panel = StatePanel()
    qtbot.addWidget(panel)
    panel.show_notice(Notice("Nothing here."))
    assert heard == []
    panel.show()
    panel.hide()
    panel.show()
    assert heard == [("Nothing here.", False)] * 2


def test_a_failure_interrupts_what_is_said(qtbot: QtBot, heard: list[tuple[str, bool]]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = MessageBar(QWidget(window), window)
    window.show()
    bar.show_message("good", "Saved 3 files.")
    bar.show_message("bad", "The disk is full.")
    assert heard == [("Saved 3 files.", False), ("The disk is full.", True)]


def test_tab_follows_a_layout(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    last, first, middle, other = (QPushButton(text, window) for text in "lfmo")
    outer, inner = QVBoxLayout(window), QHBoxLayout()
    outer.addWidget(first)
    inner.addWidget(middle)
    outer.addLayout(inner)
    outer.addWidget(last)
    order_tab(outer)
    assert first.nextInFocusChain() is middle
    assert middle.nextInFocusChain() is last
    assert last.nextInFocusChain() is other


def test_the_button_that_clears_a_field_has_a_name(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    name_clear_button(field)
    interface = QAccessible.queryAccessibleInterface(field)
    assert interface is not None
    child = interface.child(0)
    assert child is not None
    assert child.text(QAccessible.Text.Name) == "Clear"


def test_less_motion_draws_progress_without_a_timer(qtbot: QtBot) -> None:
    line = ProgressLine(ramp(125, is_dark=True))
    qtbot.addWidget(line)
    line.resize(40, line.height())
    line.show()
    set_motion_reduced(True)
    try:
        line.set_running(True)
        first = line.grab().toImage()
        assert first.pixelColor(20, 0).name() == ramp(125, is_dark=True).highlight.name()
        assert not any(timer.isActive() for timer in line.findChildren(QTimer))
    finally:
        set_motion_reduced(False)
