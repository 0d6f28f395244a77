"""The chart of histories: gaps, dense years, several axes, the cursor, and the span."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from osubrowser.models.history.series import (
    HistoryData,
    HistoryMark,
    HistorySeries,
    runs_of,
)
from osubrowser.services.text import numerals
from osubrowser.ui.charts.history_chart import (
    LEAST_DAYS,
    HistoryChart,
    day_ticks,
    label_of,
    round_ticks,
)
from osubrowser.ui.style.colours import ramp
from tests.ui.gestures import press

DARK = ramp(333, is_dark=True)
TODAY = 20_000


def series(
    values: dict[int, float], *, key: str = "pp", slot: int = 0, is_reversed: bool = False
) -> HistorySeries:
    """Return a series of a scale of its own."""
    return HistorySeries(
        key, key, key, slot, runs_of(values), numerals.whole, numerals.decimal, is_reversed
    )


def shown(qtbot: QtBot, *drawn: HistorySeries, marks: tuple[HistoryMark, ...] = ()) -> HistoryChart:
    """Show a chart, 900 pixels wide."""
    chart = HistoryChart("History", "Nothing.")
    qtbot.addWidget(chart)
    chart.set_colours(DARK)
    chart.show_data(HistoryData.of(drawn, marks, TODAY))
    chart.resize(900, 300)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


def is_drawn(image: QImage, x: float, colour: QColor) -> list[int]:
    """Return the rows of a column, or of those beside it, that have about a colour."""

    def near(one: QColor) -> bool:
        wanted = (colour.red(), colour.green(), colour.blue())
        got = (one.red(), one.green(), one.blue())
        return max(abs(a - b) for a, b in zip(wanted, got, strict=True)) < 60

    columns = range(round(x) - 1, round(x) + 2)
    return [y for y in range(45, 270) if any(near(image.pixelColor(c, y)) for c in columns)]


def at(chart: HistoryChart, day: float, y: float = 150) -> QPoint:
    """Return the point of a day in the chart."""
    return QPointF(chart._x(day, chart._plot()), y).toPoint()


def test_an_unknown_day_breaks_the_curve_and_a_single_one_is_a_dot(qtbot: QtBot) -> None:
    known = {TODAY - 40 + n: 50.0 + n for n in range(10)}
    known |= {TODAY - 20: 60.0} | {TODAY - 10 + n: 70.0 + n for n in range(11)}
    chart = shown(qtbot, series(known))
    image, plot = chart.grab().toImage(), chart._plot()
    for day in (TODAY - 36, TODAY - 20, TODAY - 5):
        assert is_drawn(image, chart._x(day, plot), DARK.highlight), label_of(day)
    for day in (TODAY - 26, TODAY - 15):
        assert not is_drawn(image, chart._x(day, plot), DARK.highlight), label_of(day)


def test_ten_years_have_each_peak_and_each_gap(qtbot: QtBot) -> None:
    """Thousands of days are drawn by a few hundred columns: no extreme is lost among them."""
    first, peak, gap = TODAY - 3652, TODAY - 1777, TODAY - 800
    known = {day: 100.0 for day in range(first, TODAY + 1) if not gap <= day < gap + 30}
    known[peak] = 400.0
    chart = shown(qtbot, series(known))
    image, plot = chart.grab().toImage(), chart._plot()
    rows = is_drawn(image, chart._x(peak, plot), DARK.highlight)
    usual = is_drawn(image, chart._x(peak - 200, plot), DARK.highlight)
    assert min(rows) < min(usual) - 150
    assert not is_drawn(image, chart._x(gap + 15, plot), DARK.highlight)
    chart.move_cursor(peak)
    assert chart.cursor_words.endswith("pp 400")


def test_each_figure_has_its_own_axis_and_a_small_rank_is_above(qtbot: QtBot) -> None:
    """The first two scales have labels; the curves use the whole height each."""
    rank = series({TODAY - 9: 900.0, TODAY: 10.0}, key="rank", slot=0, is_reversed=True)
    score = series({TODAY - 9: 1e9, TODAY: 5e9}, key="score", slot=1)
    chart = shown(qtbot, rank, score)
    plot = chart._plot()
    axes = chart._axes
    assert axes["rank"].y(10, plot) < axes["rank"].y(900, plot)
    assert axes["score"].y(5e9, plot) == pytest.approx(axes["rank"].y(10, plot), abs=1)
    assert plot.right() < 900 - 60  # room for labels at the right
    chart.show_data(HistoryData.of([rank], (), TODAY))
    assert chart._plot().right() > 880


def test_arrow_keys_go_through_what_is_known_and_move_the_span(qtbot: QtBot) -> None:
    known = {TODAY: 3.0, TODAY - 2: 5.0, TODAY - 300: 7.0}
    mark = HistoryMark(TODAY - 40, "Medal: Jackpot")
    chart = shown(qtbot, series(known), marks=(mark,))
    chart.set_span(31)
    chart.setFocus()
    told = []
    for _ in range(4):
        press(chart, Qt.Key.Key_Left)
        told.append(chart.accessibleDescription())
    assert told == [
        "4 Oct 2024: pp 3",
        "2 Oct 2024: pp 5",
        "25 Aug 2024: Medal: Jackpot",
        "9 Dec 2023: pp 7",
    ]
    first, last = chart.days
    assert first <= TODAY - 300 <= last
    assert last - first == 31
    press(chart, Qt.Key.Key_Left)  # there is nothing before
    assert chart.cursor_day == TODAY - 300
    press(chart, Qt.Key.Key_End)
    assert chart.cursor_day == TODAY
    press(chart, Qt.Key.Key_Escape)
    assert chart.cursor_day is None


def test_the_span_is_chosen_by_keys_wheel_and_mouse(qtbot: QtBot) -> None:
    chart = shown(qtbot, series({day: float(day) for day in range(TODAY - 400, TODAY + 1)}))
    changes: list[bool] = []
    chart.span_changed.connect(lambda: changes.append(chart.is_zoomed))
    whole = chart.days
    assert whole == (TODAY - 400, TODAY)
    chart.setFocus()
    press(chart, Qt.Key.Key_Plus)
    assert list(chart.days) == pytest.approx([TODAY - 400 / 1.5, TODAY])
    for _ in range(30):
        press(chart, Qt.Key.Key_Plus)
    assert chart.days[1] - chart.days[0] == LEAST_DAYS
    press(chart, Qt.Key.Key_0)
    assert chart.days == whole
    assert changes[0] is True
    assert changes[-1] is False
    start, end = at(chart, TODAY - 300), at(chart, TODAY - 200)
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(chart, (start + end) / 2)
    QTest.mouseMove(chart, end)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert list(chart.days) == pytest.approx([TODAY - 300, TODAY - 200], abs=2)
    QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert chart.days == whole
    for _ in range(60):
        press(chart, Qt.Key.Key_Minus)
    assert chart.days == whole  # there is nothing beyond


def test_a_click_chooses_a_day_and_the_mouse_shows_its_values(qtbot: QtBot) -> None:
    one = series({TODAY - n: float(n) for n in range(0, 100, 10)})
    other = series({TODAY - 50: 5.0}, key="rank", slot=1)
    chart = shown(qtbot, one, other)
    chosen: list[int] = []
    chart.day_chosen.connect(chosen.append)
    QTest.mouseMove(chart, at(chart, TODAY - 52))  # the nearest known day
    assert chart.cursor_words == f"{label_of(TODAY - 50)}: pp 50, rank 5"
    QTest.mouseClick(
        chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(chart, TODAY - 52)
    )
    assert chosen == [TODAY - 50]


def test_a_span_in_which_nothing_is_known_says_so(qtbot: QtBot) -> None:
    """An empty week is not hidden by showing another one."""
    chart = shown(qtbot, series({TODAY - 300: 5.0, TODAY - 299: 6.0}))
    chart.set_span(7)
    assert chart.days == (TODAY - 7, TODAY)
    QTest.mouseMove(chart, at(chart, TODAY - 3))
    assert chart.cursor_day is None
    image, middle = chart.grab().toImage(), chart._plot().center()
    columns, rows = (range(round(n) - 8, round(n) + 8) for n in (middle.x(), middle.y()))
    lit = max(image.pixelColor(x, y).lightness() for x in columns for y in rows)
    assert lit > DARK.background3.lightness() + 40  # the sentence
    chart.show_data(HistoryData())
    assert chart.accessibleDescription() == "Nothing."


def test_a_figure_unknown_in_the_span_has_no_made_up_axis(qtbot: QtBot) -> None:
    days = range(TODAY - 100, TODAY + 1)
    known = series(dict.fromkeys(days, 5.0), key="rank")
    late = series({TODAY: 9000.0}, key="pp", slot=1)
    chart = shown(qtbot, known, late)
    assert chart._axes["pp"].ticks
    assert chart._legend_of(late) == "pp"
    chart.show_days(TODAY - 90, TODAY - 60)
    assert chart._axes["rank"].ticks
    assert not chart._axes["pp"].ticks
    assert chart._legend_of(known) == "rank"
    assert chart._legend_of(late) == "pp (nothing known of these days)"


@pytest.mark.parametrize("days", [6, 31, 92, 366, 1500, 3653, 20_000])
@pytest.mark.parametrize("width", [200, 500, 1400])
def test_labels_of_days_are_round_and_have_room(days: int, width: int) -> None:
    ticks = day_ticks(TODAY - days, TODAY, width)
    assert ticks or width <= 200
    distances = [(b - a) / days * width for (a, _), (b, _) in pairwise(ticks)]
    assert all(one > 80 for one in distances)
    for day, words in ticks:
        moment = date.fromordinal(date(1970, 1, 1).toordinal() + day)
        if words.isdecimal():
            assert (moment.month, moment.day) == (1, 1)
        elif not words[0].isdecimal():
            assert moment.day == 1


@pytest.mark.parametrize(
    ("low", "high", "unit", "ticks", "places"),
    [
        (0, 100, 1, [0, 25, 50, 75, 100], 0),
        (18, 19, 1, [18, 19], 0),  # ranks between do not exist
        (1, 10, 1, [5, 10], 0),
        (98.21, 98.34, 0.01, [98.25, 98.3], 2),
        (98.20, 98.23, 0.01, [98.20, 98.21, 98.22, 98.23], 2),
        (7000, 15000, 3600, [7200, 10800, 14400], 0),  # whole hours
        (1e9, 5e9, 1, [1e9, 2e9, 3e9, 4e9, 5e9], 0),
    ],
)
def test_labels_of_values_have_the_decimals_they_need(
    low: float, high: float, unit: float, ticks: list[float], places: int
) -> None:
    found, decimals = round_ticks(low, high, unit)
    assert found == pytest.approx(ticks)
    assert decimals == places


@pytest.mark.parametrize("value", [0.0, 1e15, float((1 << 63) - 1), 1e-9])
def test_any_number_is_drawn(qtbot: QtBot, value: float) -> None:
    """An exception while a widget paints would end the program."""
    chart = shown(qtbot, series({TODAY - 1: value, TODAY: value}), series({1: value}, key="other"))
    chart.move_cursor(TODAY)
    assert not chart.grab().isNull()
    assert all(axis.low < axis.high for axis in chart._axes.values())
