"""The message bar in the window: its style and its place are those of the moment it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.ui.shell.message_bar import MessageBar


def test_the_bar_asks_for_its_style_before_it_is_shown_and_only_then(qtbot: QtBot) -> None:
    window, asked = QWidget(), list[bool]()
    area = QLabel("page", window)
    qtbot.addWidget(window)
    bar = MessageBar(area, window)
    bar.opened.connect(lambda: asked.append(bar.isHidden()))
    bar.show_message("info", "one")
    bar.show_message("info", "another, in its place")
    assert asked == [True]
    bar.dismiss()
    bar.show_message("info", "later")
    assert asked == [True, True]


def test_the_bar_stays_at_the_foot_of_its_area(qtbot: QtBot) -> None:
    window = QWidget()
    area = QLabel("page", window)
    qtbot.addWidget(window)
    bar = MessageBar(area, window)
    window.resize(900, 700)
    window.show()
    area.setGeometry(0, 0, 600, 400)
    bar.show_message("info", "a message")
    for width, height in ((800, 600), (400, 300)):
        area.setGeometry(0, 0, width, height)
        gap = height - bar.geometry().bottom()
        assert 0 < gap < bar.height()
        assert abs(bar.geometry().center().x() - width // 2) <= 1
    bar.dismiss()
    area.setGeometry(0, 0, 700, 500)  # while it is hidden
    bar.show_message("info", "a longer message " * 12)
    assert 0 < 500 - bar.geometry().bottom() < bar.height()
