"""Charts over a play: seeking, the cursor, the moment, many dots."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osubrowser.analysis.result import Judgement
from osubrowser.models.players.profile import ChartData
from osubrowser.models.replays.chart_data import (
    CODES,
    KeyRate,
    Span,
    error_series,
    histogram,
)
from osubrowser.models.replays.scene_words import moment
from osubrowser.ui.charts.chart import Curve
from osubrowser.ui.charts.error_chart import ErrorChart, ErrorSeries, Shade
from osubrowser.ui.charts.histogram import Bins, Histogram, Marks
from osubrowser.ui.charts.time_chart import KeyRateChart, TimeChart
from osubrowser.ui.style.colours import ramp
from tests.ui.gestures import click, press

DARK = ramp(255, is_dark=True)
SPAN = Span(0, 10_000)
RED, GREEN = QColor("#ff0000"), QColor("#00ff00")
GREAT, MISS = CODES.index(Judgement.GREAT), CODES.index(Judgement.MISS)
Found = tuple[float, float, int, str]
FOUND: tuple[Found, ...] = (
    (1000.0, -20.0, GREAT, ""),
    (5000.0, float("nan"), MISS, "Missed at 0:05.000: no press near it"),
    (9000.0, 30.0, GREAT, ""),
)


def curve(*values: float | None, name: str = "") -> Curve:
    labels = tuple(f"t{n}" for n in range(len(values)))
    return Curve(name, ChartData(labels, values, tuple(f"{v}" for v in values)))


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(500, 250)
    widget.show()
    qtbot.waitExposed(widget)


@pytest.fixture
def chart(qtbot: QtBot) -> TimeChart:
    chart = TimeChart("Life", "No life bar.", "{:.0f}%".format, limits=(0.0, 100.0))
    chart.set_colours(DARK)
    chart.show_play([curve(100, 60, 40, 20, 100)], SPAN, [RED])
    shown(qtbot, chart)
    return chart


@pytest.fixture
def errors(qtbot: QtBot) -> ErrorChart:
    chart = ErrorChart("Hit errors", "Not judged.", moment)
    chart.set_colours(DARK, {Judgement.GREAT: GREEN})
    show(chart, [FOUND])
    shown(qtbot, chart)
    return chart


def show(chart: ErrorChart, series: Sequence[Sequence[Found]]) -> None:
    """Show series of errors, in red, blue, …"""
    is_alone = len(series) == 1
    chart.show_errors(
        [
            ErrorSeries(
                "" if is_alone else f"play {n}",
                error_series(f"play {n}", one, "ms"),
                (RED, QColor("#0000ff"))[n],
            )
            for n, one in enumerate(series)
        ],
        [Shade("great ±50", 50.0, Judgement.GREAT), Shade("ok ±90", 90.0, Judgement.OK)],
        SPAN,
        "ms",
    )


def has(image: QImage, x: float, y: float, colour: QColor) -> bool:
    """Whether a pixel within two pixels of a point has a colour."""
    return any(
        image.pixelColor(round(x) + dx, round(y) + dy).rgb() == colour.rgb()
        for dx in range(-2, 3)
        for dy in range(-2, 3)
    )


# --- lines over the play ---------------------------------------------------------------------


def test_a_click_seeks_the_moment_below_it(chart: TimeChart, qtbot: QtBot) -> None:
    plot = chart._plot()
    with qtbot.waitSignal(chart.sought) as sought:
        click(chart, at=QPoint(round(plot.left() + plot.width() / 4), round(plot.center().y())))
    assert sought.args is not None
    assert sought.args[0] == pytest.approx(2500, abs=20)


def test_enter_seeks_the_moment_of_the_cursor(chart: TimeChart, qtbot: QtBot) -> None:
    chart.setFocus()
    press(chart, Qt.Key.Key_Home)
    press(chart, Qt.Key.Key_Right)
    assert chart.cursor_words == "t1: 60"
    assert chart.accessibleDescription() == "t1: 60"
    with qtbot.waitSignal(chart.sought) as sought:
        press(chart, Qt.Key.Key_Return)
    assert sought.args == [2500.0]


def test_the_axis_stays_within_its_limits(chart: TimeChart) -> None:
    assert 0 <= chart._low < 20
    assert chart._high == 100
    assert all(0 <= tick <= 100 for tick, _ in chart._ticks)


def test_the_first_values_do_not_widen_the_axis(qtbot: QtBot) -> None:
    chart = TimeChart("Accuracy", "", "{:.0f}%".format, limits=(0.0, 100.0), settles_after=0.2)
    chart.show_play([curve(0, 0, *[98.0] * 8)], SPAN, [RED])
    qtbot.addWidget(chart)
    assert chart._low > 90
    chart.show_play([curve(100, 100, *[98.0] * 8)], SPAN, [RED])
    assert chart._high == 100


def test_the_moment_moves_without_drawing_the_data_again(chart: TimeChart) -> None:
    plot = chart._plot()
    chart.set_time(5000)
    chart.grab()
    ground = chart._ground
    chart.set_time(7500)
    image = chart.grab().toImage()
    assert chart._ground is ground
    assert has(image, plot.left() + 0.75 * plot.width(), plot.top(), DARK.content1)
    assert not has(image, plot.left() + 0.5 * plot.width(), plot.bottom() - 8, DARK.content1)


def test_without_data_it_says_so_and_seeks_nothing(chart: TimeChart, qtbot: QtBot) -> None:
    chart.show_play([curve()], SPAN, [RED])
    chart.set_empty("Nothing to draw.")
    assert chart.accessibleDescription() == "Nothing to draw."
    with qtbot.assertNotEmitted(chart.sought):
        click(chart)


# --- keys ------------------------------------------------------------------------------------


def test_each_key_has_a_row(qtbot: QtBot) -> None:
    chart = KeyRateChart("Presses", "None.")
    chart.set_colours(DARK)
    keys = [KeyRate("K1", 8, (8.0, 0.0)), KeyRate("K2", 4, (0.0, 4.0))]
    chart.show_keys([curve(8, 4)], [keys], SPAN, [RED])
    shown(qtbot, chart)
    image, plot = chart.grab().toImage(), chart._plot()
    first, second = plot.left() + plot.width() / 4, plot.left() + 3 * plot.width() / 4
    upper, lower = plot.top() + plot.height() / 2 - 4, plot.bottom() - 4
    assert has(image, first, upper, RED)
    assert not has(image, second, upper, RED)
    assert has(image, second, lower, RED)
    assert not has(image, first, lower, RED)
    with qtbot.waitSignal(chart.sought):
        click(chart)
    QTest.mouseMove(chart, QPoint(round(second), 100))
    qtbot.waitUntil(lambda: chart.cursor_words == "t1: 4")
    assert chart.moment_of(1) == 5000


def test_more_keys_need_more_height(qtbot: QtBot) -> None:
    chart = KeyRateChart("Presses", "None.")
    qtbot.addWidget(chart)
    heights = []
    for count in (4, 18):
        keys = [KeyRate(str(n), 1, (1.0,)) for n in range(count)]
        chart.show_keys([curve(count)], [keys], SPAN, [RED])
        heights.append(chart.sizeHint().height())
    assert heights[1] > heights[0] + 100


# --- hit errors ------------------------------------------------------------------------------


def test_dots_are_where_the_errors_are_in_the_colour_of_the_judgement(errors: ErrorChart) -> None:
    image, plot = errors.grab().toImage(), errors._plot()
    for time, error, _, _ in (FOUND[0], FOUND[2]):
        x = plot.left() + plot.width() * time / 10_000
        assert has(image, x, errors._y_of(error, plot), GREEN)
        assert not has(image, x, errors._y_of(-error, plot), GREEN)
    assert errors._y_of(30, plot) < errors._y_of(-20, plot)  # late presses are at the top


def test_the_narrowest_window_with_all_presses_is_shown(errors: ErrorChart) -> None:
    assert 50 < errors._range < 60
    show(errors, [[*FOUND, (9500.0, 80.0, GREAT, "")]])
    assert 90 < errors._range < 100
    show(errors, [[*FOUND, (9500.0, -800.0, GREAT, "")]])
    assert 90 < errors._range < 100


def test_the_cursor_goes_from_press_to_press(errors: ErrorChart, qtbot: QtBot) -> None:
    errors.setFocus()
    press(errors, Qt.Key.Key_Right)
    assert errors.cursor_words == "0:01.000: 20.0 ms early: great"
    press(errors, Qt.Key.Key_Right)
    assert errors.cursor_words == "0:05.000: Missed at 0:05.000: no press near it"
    assert errors.accessibleDescription() == errors.cursor_words
    press(errors, Qt.Key.Key_End)
    press(errors, Qt.Key.Key_Right)
    assert errors.cursor_words == "0:09.000: 30.0 ms late: great"
    with qtbot.waitSignal(errors.sought) as sought:
        press(errors, Qt.Key.Key_Enter)
    assert sought.args == [9000.0]
    press(errors, Qt.Key.Key_Left)
    assert errors.cursor_words.startswith("0:05.000")
    press(errors, Qt.Key.Key_Escape)
    assert errors.cursor_words == ""


def test_the_mouse_shows_the_nearest_press_and_seeks(errors: ErrorChart, qtbot: QtBot) -> None:
    plot = errors._plot()
    at = QPointF(plot.left() + plot.width() * 0.12, errors._y_of(-20, plot)).toPoint()
    QTest.mouseMove(errors, at)
    qtbot.waitUntil(lambda: errors.cursor_words.startswith("0:01.000"))
    with qtbot.waitSignal(errors.sought) as sought:
        click(errors, at=at)
    assert sought.args is not None
    assert sought.args[0] == pytest.approx(1200, abs=30)
    errors.grab()


def test_two_replays_have_their_own_colours(errors: ErrorChart) -> None:
    show(errors, [FOUND[:1], [(2000.0, 10.0, GREAT, "")]])
    image, plot = errors.grab().toImage(), errors._plot()
    assert has(image, plot.left() + plot.width() * 0.1, errors._y_of(-20, plot), RED)
    assert has(image, plot.left() + plot.width() * 0.2, errors._y_of(10, plot), QColor("#0000ff"))
    press(errors, Qt.Key.Key_Home)
    press(errors, Qt.Key.Key_Right)
    assert errors.accessibleDescription() == "play 1 0:02.000: 10.0 ms late: great"


def test_without_errors_it_says_why(errors: ErrorChart, qtbot: QtBot) -> None:
    show(errors, [[]])
    errors.set_empty("The replay is not judged.")
    assert errors.accessibleDescription() == "The replay is not judged."
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Enter):
        press(errors, key)
    with qtbot.assertNotEmitted(errors.sought):
        click(errors)
    errors.grab()


# --- histogram -------------------------------------------------------------------------------


def test_the_mean_is_marked_where_it_is(qtbot: QtBot) -> None:
    data = histogram([[20.0] * 9 + [40.0]])
    chart = Histogram("Histogram", "", "{:.0f}".format)
    chart.set_colours(DARK)
    chart.show_histogram(
        [Curve("", data.curves[0])],
        Bins(data.low, data.width),
        [Marks(*data.marks[0])],
        [RED],
    )
    shown(qtbot, chart)
    image, plot = chart.grab().toImage(), chart._plot()
    low, width = data.low, data.width * len(data.curves[0].labels)
    mean = plot.left() + plot.width() * (22.0 - low) / width
    assert has(image, mean, plot.top() - 2, DARK.content1)
    assert has(image, plot.left() + plot.width() * (20.0 - low) / width, plot.bottom() - 9, RED)
    assert not has(image, plot.left() + plot.width() * (30.0 - low) / width, plot.bottom() - 9, RED)
    labels = [mark.words for mark in chart._label_marks(plot)]
    assert "0 ms" in labels
    press(chart, Qt.Key.Key_End)
    assert chart.cursor_words == "+40 ms: 1 hit"
