"""Shortcuts on the settings page: changed, added, refused and given back by real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from osubrowser.services.runtime.calls import Calls
from osubrowser.ui.keys.shortcuts import KEYS, WINDOW_KEYS
from osubrowser.ui.pages.rankings.keys import RANK_KEY
from osubrowser.ui.pages.settings.shortcuts import KeyRow, ShortcutsSection
from tests.ui.gestures import click, press
from tests.ui.pages.settings.settings_page import SettingsDesk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, calls: Calls, tmp_path: Path) -> Iterator[SettingsDesk]:
    desk = SettingsDesk(qtbot, calls, tmp_path)
    yield desk
    desk.close()


def _row(desk: SettingsDesk, action: str) -> KeyRow:
    section = desk.section("Shortcuts")
    assert isinstance(section, ShortcutsSection)
    return section.rows[action]


def _keys(row: KeyRow) -> list[str]:
    return [cap.sequence for cap in row.caps]


def test_every_key_is_there(desk: SettingsDesk) -> None:
    section = desk.section("Shortcuts")
    assert isinstance(section, ShortcutsSection)
    assert list(section.rows) and set(section.rows) == {
        key.action for key in (*KEYS, *WINDOW_KEYS, RANK_KEY)
    }
    assert _keys(section.rows["reload"]) == ["F5", "Ctrl+R", ""]
    assert not section.reset_all.isEnabled()


def test_a_key_is_changed_by_pressing_another(desk: SettingsDesk) -> None:
    row = _row(desk, "reload")
    cap = row.caps[0]
    click(cap)
    assert cap.is_waiting
    assert cap.text() == "Press keys …"
    press(cap, Qt.Key.Key_Control, CTRL)  # not yet a key
    assert cap.is_waiting
    press(cap, Qt.Key.Key_U, CTRL)
    assert _keys(row) == ["Ctrl+U", "Ctrl+R", ""]
    assert row.caps[0].hasFocus()
    assert desk.preferences.shortcuts == {"reload": ["Ctrl+U", "Ctrl+R"]}
    assert row.reset.isVisible()
    click(row.reset)
    assert _keys(row) == ["F5", "Ctrl+R", ""]
    assert desk.preferences.shortcuts == {}


def test_keys_are_added_and_taken_away(desk: SettingsDesk) -> None:
    row = _row(desk, "home")
    row.caps[-1].setFocus()
    press(row.caps[-1], Qt.Key.Key_Return)
    press(row.caps[-1], Qt.Key.Key_F9)
    assert _keys(row) == ["Alt+Home", "F9", ""]
    press(row.caps[0], Qt.Key.Key_Delete)
    press(row.caps[0], Qt.Key.Key_Delete)
    assert _keys(row) == [""]
    assert desk.preferences.shortcuts == {"home": []}
    section = desk.section("Shortcuts")
    assert isinstance(section, ShortcutsSection)
    click(section.reset_all)
    assert _keys(row) == ["Alt+Home", ""]


@pytest.mark.parametrize(
    ("key", "held", "sentence"),
    [
        (Qt.Key.Key_L, CTRL, "“Type an address”"),
        (Qt.Key.Key_G, CTRL, "“Go to a rank”"),
        (Qt.Key.Key_A, CTRL, "“Select all loaded rows”"),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "needed for typing"),
        (Qt.Key.Key_7, SHIFT, "needed for typing"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "moving about"),
        (Qt.Key.Key_Backtab, SHIFT, "moving about"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "moving about"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "moving about"),
    ],
)
def test_a_key_that_is_taken_or_needed_is_refused(
    desk: SettingsDesk, key: Qt.Key, held: Qt.KeyboardModifier, sentence: str
) -> None:
    row = _row(desk, "reload")
    click(row.caps[0])
    press(row.caps[0], key, held)
    assert sentence in row.refused.text()
    assert row.refused.isVisible()
    assert _keys(row) == ["F5", "Ctrl+R", ""]
    click(row.caps[0])
    press(row.caps[0], Qt.Key.Key_F8)
    assert not row.refused.isVisible()


def test_escape_and_leaving_change_nothing(desk: SettingsDesk) -> None:
    row = _row(desk, "reload")
    click(row.caps[0])
    press(row.caps[0], Qt.Key.Key_Escape)
    assert not row.caps[0].is_waiting
    click(row.caps[0])
    desk.page.take_focus()
    assert not row.caps[0].is_waiting
    assert row.caps[0].text() == "F5"
    assert desk.preferences.shortcuts == {}


def test_a_key_given_away_comes_back_only_when_it_is_free(desk: SettingsDesk) -> None:
    reload, home = _row(desk, "reload"), _row(desk, "home")
    press(reload.caps[0], Qt.Key.Key_Delete)
    click(home.caps[-1])
    press(home.caps[-1], Qt.Key.Key_F5)
    assert _keys(home) == ["Alt+Home", "F5", ""]
    click(reload.reset)
    assert "“The tab's first page”" in reload.refused.text()
    assert _keys(reload) == ["Ctrl+R", ""]
    click(home.reset)
    click(reload.reset)
    assert _keys(reload) == ["F5", "Ctrl+R", ""]


def test_up_and_down_go_from_row_to_row(desk: SettingsDesk) -> None:
    section = desk.section("Shortcuts")
    assert isinstance(section, ShortcutsSection)
    rows = list(section.rows.values())
    rows[0].caps[1].setFocus()
    press(rows[0].caps[1], Qt.Key.Key_Down)
    assert rows[1].caps[1].hasFocus()
    press(rows[1].caps[1], Qt.Key.Key_Up)
    assert rows[0].caps[1].hasFocus()
    QTest.keyClick(rows[0].caps[1], Qt.Key.Key_Up)
    assert rows[0].caps[1].hasFocus()
    viewport = section.parentWidget()
    assert viewport is not None
    for row in rows[:-1]:
        cap = next(cap for cap in row.caps if cap.hasFocus())
        press(cap, Qt.Key.Key_Down)
    last = next(cap for cap in rows[-1].caps if cap.hasFocus())
    assert viewport.rect().contains(last.mapTo(viewport, last.rect().center()))
