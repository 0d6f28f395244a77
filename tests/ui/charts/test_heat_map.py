"""The heat map: brighter where more is counted, and the count under the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from osubrowser.models.replays.library_statistics import MAP_COLUMNS, MAP_ROWS, MissMap
from osubrowser.ui.charts.heat_map import HeatMap
from osubrowser.ui.style.colours import ramp
from tests.ui.gestures import press


def counted(**cells: int) -> MissMap:
    """Return a map with counts of cells by column and row: `c3r2=5`."""
    counts = [0] * (MAP_COLUMNS * MAP_ROWS)
    for name, count in cells.items():
        column, row = map(int, name[1:].split("r"))
        counts[row * MAP_COLUMNS + column] = count
    return MissMap(tuple(counts))


def _misses(count: int) -> str:
    return "1 miss" if count == 1 else f"{count} misses"


@pytest.fixture
def heat_map(qtbot: QtBot) -> HeatMap:
    shown = HeatMap("Misses", "No misses.", _misses, (MAP_COLUMNS, MAP_ROWS))
    qtbot.addWidget(shown)
    shown.set_colours(ramp(255, is_dark=True))
    shown.resize(28 + MAP_COLUMNS * 10, 54 + MAP_ROWS * 10)  # cells of 10 pixels
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def centre(column: int, row: int) -> QPoint:
    return QPoint(14 + column * 10 + 5, 40 + row * 10 + 5)


def test_without_counts_it_says_so(heat_map: HeatMap) -> None:
    heat_map.show_counts(MissMap())
    assert heat_map.accessibleDescription() == "No misses."
    press(heat_map, Qt.Key.Key_Left)
    assert heat_map.cursor_words == ""
    heat_map.grab()


def test_more_misses_are_brighter(heat_map: HeatMap) -> None:
    heat_map.show_counts(counted(c4r4=10, c20r4=1))
    image = heat_map.grab().toImage()
    many, few, none = (image.pixelColor(centre(column, 4)) for column in (4, 20, 12))
    assert many.lightness() > few.lightness() > none.lightness()


def test_the_cursor_tells_the_count_by_mouse_and_key(heat_map: HeatMap) -> None:
    heat_map.show_counts(counted(c1r1=3, c30r22=1))
    assert heat_map.accessibleDescription().startswith("4 misses, most of them top left.")
    QTest.mouseMove(heat_map, centre(1, 1))
    assert heat_map.cursor_words == "top left: 3 misses"
    assert heat_map.accessibleDescription() == "top left: 3 misses"
    heat_map.move_cursor((29, 22))
    press(heat_map, Qt.Key.Key_Right)
    assert heat_map.cursor_words == "bottom right: 1 miss"
    for _ in range(5):
        press(heat_map, Qt.Key.Key_Right)  # stays at the edge
    assert heat_map.cursor_words == "bottom right: 0 misses"
    heat_map.grab()
    press(heat_map, Qt.Key.Key_Escape)
    assert heat_map.cursor_words == ""
