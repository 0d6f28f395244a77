"""The keys in force: a file may hold anything, and what is pressed has one spelling."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.pages import PageParts, page_kinds
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.keys import shortcuts
from osubrowser.ui.keys.shortcuts import (
    bind,
    hint,
    in_force,
    in_menu,
    key_of,
    pressed,
    update_part,
    use,
    with_key,
)
from osubrowser.ui.shell.page_kind import PageTable
from tests.ui.gestures import press
from tests.ui.shell_window import Shell

RELOAD = key_of("reload")
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


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
    qtbot: QtBot, chosen: dict[str, list[str]], in_use: tuple[str, ...]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    use(window, chosen)
    assert in_force(RELOAD, QPushButton("x", window)).sequences == in_use


def test_keys_are_those_of_the_window_that_a_part_has_come_into(qtbot: QtBot) -> None:
    one, other, part = QWidget(), QWidget(), QWidget()
    for window in (one, other, part):
        qtbot.addWidget(window)
    use(one, {"reload": ["F8"]})
    button = QPushButton("x", part)
    hint(button, "Reload", RELOAD)
    assert (in_force(RELOAD, one).sequences, in_force(RELOAD, other)) == (("F8",), RELOAD)
    part.setParent(one)
    update_part(part)
    assert button.toolTip() == "Reload (F8)"


def test_what_was_chosen_is_told_from_the_start(shell_with: Callable[..., Shell]) -> None:
    shell = shell_with(Settings(shortcuts={"reload": ["F8"]})).signed_in()
    assert shell.window.chrome.reload.toolTip() == "Reload (F8)"
    assert shell_with().signed_in().window.chrome.reload.toolTip() == "Reload (F5)"


def test_no_two_actions_have_one_key_from_the_start() -> None:
    kinds = page_kinds(cast("PageParts", SimpleNamespace(account=None, calls=None)))
    table = [key for key in PageTable(kinds).shortcuts if key.action]
    for key in table:
        for sequence in key.sequences:
            assert shortcuts.refusal(sequence, key.action, table) == ""
    assert shortcuts.refusal("Alt+Up", "reload", table).startswith("Alt+Up already stands for")
    assert shortcuts.refusal("F5", "news_newer", table) == "F5 already stands for “Reload”."


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
    use(window, {"reload": ["F8"]})
    press(window, Qt.Key.Key_F5)
    assert heard == []
    press(window, Qt.Key.Key_F8)
    assert heard == ["reload"]
    assert button.toolTip() == "Reload (F8)"
    assert in_menu("Reload", RELOAD, button) == "Reload\tF8"
    use(window, {"reload": []})
    press(window, Qt.Key.Key_F8)
    assert heard == ["reload"]
    assert button.toolTip() == "Reload"
    assert with_key("Reload", RELOAD, button) == in_menu("Reload", RELOAD, button) == "Reload"
