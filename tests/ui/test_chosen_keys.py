"""The keys in force: a file may hold anything, and what is pressed has one spelling."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.ui import chosen_keys
from osubrowser.ui.chosen_keys import hint, in_force, in_menu, pressed, renew, use, with_key
from osubrowser.ui.shortcuts import KEYS, PAGE_KEYS, bind, key_of, tab_key
from tests.ui.hands import press

RELOAD = key_of("reload")
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def own_keys(qapp: QApplication) -> Iterator[None]:
    use({})
    yield
    use({})


@pytest.mark.parametrize(
    ("chosen", "in_use"),
    [
        ({}, ("F5", "Ctrl+R")),
        ({"reload": ["F8"]}, ("F8",)),
        ({"reload": []}, ()),
        ({"home": ["F8"]}, ("F5", "Ctrl+R")),
        ({"reload": ["F8", "nonsense", "Ctrl+K, Ctrl+B"]}, ("F8",)),
        ({"reload": ["nonsense"]}, ("F5", "Ctrl+R")),
    ],
)
def test_what_is_chosen_is_in_force_as_far_as_it_is_a_key(
    chosen: dict[str, list[str]], in_use: tuple[str, ...]
) -> None:
    use(chosen)
    assert in_force(RELOAD).sequences == in_use


def test_no_two_actions_have_one_key_from_the_start() -> None:
    table = [key for key in (*KEYS, *PAGE_KEYS, tab_key(1, "A"), tab_key(2, "B")) if key.action]
    for key in table:
        for sequence in key.sequences:
            assert chosen_keys.refusal(sequence, key.action, table) == ""


@pytest.mark.parametrize(
    ("key", "held", "spelling"),
    [
        (Qt.Key.Key_R, CTRL, "Ctrl+R"),
        (Qt.Key.Key_R, CTRL | SHIFT, "Ctrl+Shift+R"),
        (Qt.Key.Key_Question, SHIFT, "?"),
        (Qt.Key.Key_Backtab, SHIFT, "Shift+Tab"),
        (Qt.Key.Key_1, CTRL | Qt.KeyboardModifier.KeypadModifier, "Ctrl+1"),
        (Qt.Key.Key_F5, SHIFT, "Shift+F5"),
        (Qt.Key.Key_Control, CTRL, ""),
        (Qt.Key.Key_AltGr, NONE, ""),
        (Qt.Key.Key_unknown, NONE, ""),
    ],
)
def test_what_is_pressed_has_one_spelling(
    key: Qt.Key, held: Qt.KeyboardModifier, spelling: str
) -> None:
    assert pressed(QKeyCombination(held, key)) == spelling


def test_shortcuts_and_tooltips_follow(qtbot: QtBot) -> None:
    window = QWidget()
    button = QPushButton("x", window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    heard: list[str] = []
    bind(window, (RELOAD,), {"reload": lambda: heard.append("reload")})
    hint(button, "Reload", RELOAD)
    assert button.toolTip() == "Reload (F5)"
    use({"reload": ["F8"]})
    renew(window)
    press(window, Qt.Key.Key_F5)
    assert heard == []
    press(window, Qt.Key.Key_F8)
    assert heard == ["reload"]
    assert button.toolTip() == "Reload (F8)"
    assert in_menu("Reload", RELOAD) == "Reload\tF8"
    use({"reload": []})
    renew(window)
    press(window, Qt.Key.Key_F8)
    assert heard == ["reload"]
    assert button.toolTip() == with_key("Reload", RELOAD) == in_menu("Reload", RELOAD) == "Reload"
