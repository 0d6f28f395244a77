"""The charts: axes, gaps, and the value under the cursor by mouse and by key."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from osubrowser.models.players.profile import ChartData
from osubrowser.ui.charts.chart import BarChart, Chart, Curve, LineChart, nice_ticks
from osubrowser.ui.style.colours import ramp
from tests.ui.gestures import press

DARK = ramp(333, is_dark=True)


def data(*values: float | None) -> ChartData:
    return ChartData(
        tuple(f"day {n}" for n in range(len(values))),
        values,
        tuple("no rank" if v is None else f"#{v:,.0f}" for v in values),
    )


def shown(qtbot: QtBot, chart: Chart, *curves: Curve) -> Chart:
    qtbot.addWidget(chart)
    chart.set_colours(DARK)
    chart.show_curves(curves)
    chart.resize(400, 190)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


def line(*, is_reversed: bool = True) -> LineChart:
    return LineChart("Rank", "No rank.", lambda v: f"#{v:,.0f}", is_reversed=is_reversed)


def says(chart: Chart, words: str) -> bool:
    return chart.cursor_words == words


def rows_with(image: QImage, column: int, colour: QColor) -> list[int]:
    """The rows of a column that have about this colour."""

    def near(one: QColor) -> bool:
        wanted = (colour.red(), colour.green(), colour.blue())
        got = (one.red(), one.green(), one.blue())
        return max(abs(a - b) for a, b in zip(wanted, got, strict=True)) < 40

    return [y for y in range(image.height()) if near(image.pixelColor(column, y))]


def test_a_small_rank_is_above_a_large_one(qtbot: QtBot) -> None:
    heights = {}
    for is_reversed in (True, False):
        chart = shown(qtbot, line(is_reversed=is_reversed), Curve("", data(10, 10, 900, 900)))
        image = chart.grab().toImage()
        plot = chart._plot()
        early, late = round(plot.left() + 4), round(plot.right() - 4)
        heights[is_reversed] = (
            min(rows_with(image, early, DARK.highlight)),
            min(rows_with(image, late, DARK.highlight)),
        )
    assert heights[True][0] < heights[True][1] - 50
    assert heights[False][0] > heights[False][1] + 50


def test_a_day_without_a_rank_is_a_gap(qtbot: QtBot) -> None:
    values = (50.0, 50.0, 50.0, None, None, None, 50.0, 50.0, 50.0)
    chart = shown(qtbot, line(), Curve("", data(*values)))
    image, plot = chart.grab().toImage(), chart._plot()
    middle = round(plot.left() + plot.width() * 4 / 8)
    before = round(plot.left() + plot.width() * 1 / 8)
    assert rows_with(image, before, DARK.highlight)
    assert not rows_with(image, middle, DARK.highlight)
    chart.move_cursor(4)
    assert chart.cursor_words == "day 4: no rank"


def test_the_mouse_shows_the_value_below_it(qtbot: QtBot) -> None:
    chart = shown(qtbot, line(), Curve("", data(5, 6, 7, 8, 9)))
    plot = chart._plot()
    for index, words in ((0, "day 0: #5"), (2, "day 2: #7"), (4, "day 4: #9")):
        at = QPoint(round(plot.left() + plot.width() * index / 4), round(plot.center().y()))
        QTest.mouseMove(chart, at)
        qtbot.waitUntil(partial(says, chart, words))
        assert chart.accessibleDescription() == words
    before = chart.grab().toImage()
    chart.move_cursor(None)
    assert chart.grab().toImage() != before
    assert chart.accessibleDescription().startswith("5 points from day 0 to day 4")


def test_the_arrow_keys_read_one_point_after_the_other(qtbot: QtBot) -> None:
    chart = shown(
        qtbot, BarChart("Plays", "None.", lambda v: f"{v:,.0f}"), Curve("", data(1, 2, 3))
    )
    told = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left,
                Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right):  # fmt: skip
        press(chart, key)
        told.append(chart.cursor_index)
    assert told == [2, 1, 0, 0, 1, 2, 2]
    press(chart, Qt.Key.Key_Escape)
    assert chart.cursor_index is None


def test_two_curves_end_on_the_same_day(qtbot: QtBot) -> None:
    chart = shown(qtbot, line(), Curve("mrekk", data(1, 2, 3, 4)), Curve("peppy", data(8, 9)))
    chart.move_cursor(3)
    assert chart.cursor_words == "day 3: mrekk #4, peppy #9"
    chart.move_cursor(0)
    assert chart.cursor_words == "day 0: mrekk #1, peppy –"
    assert chart._colour(0) != chart._colour(1)


@pytest.mark.parametrize("values", [(), (None, None), (7.0,), (7.0, 7.0), (0.0, 0.0), (1e15, 1.0)])
def test_no_data_breaks_a_chart(qtbot: QtBot, values: tuple[float | None, ...]) -> None:
    for chart in (line(), BarChart("Plays", "None.", str)):
        shown(qtbot, chart, Curve("", data(*values)))
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
            press(chart, key)
        QTest.mouseMove(chart, QPoint(200, 80))
        assert not chart.grab().isNull()
        assert bool(chart.curves) == any(value is not None for value in values)
        assert chart.accessibleDescription()


def test_painting_writes_no_values_anew(qtbot: QtBot) -> None:
    written: list[float] = []

    def words(value: float) -> str:
        written.append(value)
        return f"#{value:,.0f}"

    chart = LineChart("Rank", "No rank.", words)
    shown(qtbot, chart, Curve("", data(30, 10, 20)))
    assert written
    count = len(written)
    chart.move_cursor(1)
    chart.resize(500, 190)
    chart.grab()
    assert len(written) == count


def test_ticks_are_round_and_few() -> None:
    for low, high in ((6347.0, 7600.0), (0.0, 860.0), (1.0, 3.0), (0.0, 1.2e9), (829_000, 829_400)):
        ticks = nice_ticks(low, high)
        assert 2 <= len(ticks) <= 6, (low, high, ticks)
        assert all(low <= tick <= high and tick == int(tick) for tick in ticks)
