"""BreakingRow: two groups of controls beside each other, or below each other where they are cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.ui.widgets.breaking_row import BreakingRow


@pytest.fixture
def row(qtbot: QtBot) -> BreakingRow:
    row = BreakingRow()
    row.first.addWidget(QPushButton("Performance", row))
    row.second.addWidget(QPushButton("Another player's name", row))
    qtbot.addWidget(row)
    row.show()
    return row


def _buttons(row: BreakingRow) -> tuple[QPushButton, QPushButton]:
    first, second = row.findChildren(QPushButton)
    return first, second


def test_groups_are_below_each_other_where_the_second_would_be_cut(
    row: BreakingRow, qtbot: QtBot
) -> None:
    first, second = _buttons(row)
    whole = first.sizeHint().width() + second.sizeHint().width() + 8
    row.resize(whole + 1, 80)
    qtbot.waitUntil(lambda: not row.is_broken and second.y() == first.y())
    assert first.width() >= first.sizeHint().width()
    row.resize(whole - 1, 80)
    qtbot.waitUntil(lambda: row.is_broken and second.y() > first.y())
    assert second.width() >= second.sizeHint().width()


def test_a_longer_text_breaks_the_row(row: BreakingRow, qtbot: QtBot) -> None:
    first, second = _buttons(row)
    row.resize(first.sizeHint().width() + second.sizeHint().width() + 20, 80)
    qtbot.waitUntil(lambda: not row.is_broken)
    second.setText("Name oder ID eines anderen Spielers")
    qtbot.waitUntil(lambda: row.is_broken)
    second.setText("Name")
    qtbot.waitUntil(lambda: not row.is_broken)


def test_a_group_that_is_hidden_leaves_the_row_as_it_is(row: BreakingRow, qtbot: QtBot) -> None:
    first, second = _buttons(row)
    row.resize(second.sizeHint().width() + 4, 80)
    qtbot.waitUntil(lambda: row.is_broken)
    first.hide()
    qtbot.waitUntil(lambda: not row.is_broken)


def test_the_first_group_can_need_less_than_its_hint(qtbot: QtBot) -> None:
    row = BreakingRow(least=20)
    row.first.addWidget(QPushButton("A text that is elided where it does not fit", row))
    row.second.addWidget(QPushButton("Open", row))
    qtbot.addWidget(row)
    row.show()
    row.resize(20 + 8 + row.second.sizeHint().width(), 80)
    qtbot.waitUntil(lambda: not row.is_broken)
