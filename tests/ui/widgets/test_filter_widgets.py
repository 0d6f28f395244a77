"""Controls of filters, used with mouse and keyboard."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.ui.style.colours import ramp
from osubrowser.ui.widgets.chip_row import ChipRow
from osubrowser.ui.widgets.flow_layout import FlowLayout
from osubrowser.ui.widgets.query_field import Mark, QueryField
from osubrowser.ui.widgets.range_field import RangeField
from osubrowser.ui.widgets.range_slider import OPEN, RangeScale, RangeSlider, even_stops
from osubrowser.ui.widgets.toggle_pills import TogglePills

COLOURS = ramp(200, is_dark=True)
TENTHS = RangeScale(even_stops(0, 10, 0.1), "{:g}".format)
WORDS = ("stars>", "status=", "ar>=")


def read(text: str) -> float | None:
    try:
        value = float(text.lstrip("<>="))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def shown(qtbot: QtBot, widget: QWidget, width: int = 330) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, 120)
    with qtbot.waitActive(widget):
        widget.show()


def bounds(slider: RangeSlider) -> list[float | None]:
    return list(slider.range)


def press(widget: QWidget, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


# --- slider ----------------------------------------------------------------------------------


def test_the_keys_of_a_slider_move_its_handles(qtbot: QtBot) -> None:
    slider = RangeSlider("Stars", TENTHS)
    shown(qtbot, slider)
    low: list[float | None] = []
    high: list[float | None] = []
    slider.low_moved.connect(low.append)
    slider.high_moved.connect(high.append)
    assert slider.low.accessibleDescription() == OPEN
    press(slider.low, qtbot, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_Left)
    assert low == [0.1, 1.1, 1.0]
    assert (slider.low.accessibleName(), slider.low.accessibleDescription()) == (
        "Stars, at least",
        "1",
    )
    press(slider.high, qtbot, Qt.Key.Key_PageDown, Qt.Key.Key_Up)
    assert high == [9.0, 9.1]
    press(slider.low, qtbot, Qt.Key.Key_End)  # no further than to the other handle
    assert bounds(slider) == [9.1, 9.1]
    press(slider.low, qtbot, Qt.Key.Key_Home)
    press(slider.high, qtbot, Qt.Key.Key_End)
    assert bounds(slider) == [None, None]
    assert (low[-1], high[-1]) == (None, None)
    press(slider.low, qtbot, Qt.Key.Key_Home)
    assert len(low) == 5  # nothing has moved


def test_tab_goes_from_handle_to_handle(qtbot: QtBot) -> None:
    field = RangeField("Stars", TENTHS, read, "A number")
    shown(qtbot, field)
    field.low.setFocus()
    order = []
    for _ in range(4):
        here = QApplication.focusWidget()
        assert here is not None
        order.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert order == [field.low, field.slider.low, field.slider.high, field.high]


def test_a_click_moves_the_nearest_handle_and_a_drag_goes_on(qtbot: QtBot) -> None:
    slider = RangeSlider("Stars", TENTHS)
    slider.set_colours(COLOURS)
    shown(qtbot, slider, 216)  # 200 pixels of track: two a stop
    middle = slider.height() // 2
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(slider, button, pos=QPoint(8 + 60, middle))
    assert bounds(slider) == [3.0, None]
    qtbot.mouseMove(slider, QPoint(8 + 80, middle))
    qtbot.mouseRelease(slider, button, pos=QPoint(8 + 80, middle))
    assert bounds(slider) == [4.0, None]
    qtbot.mouseClick(slider, button, pos=QPoint(8 + 150, middle))
    assert bounds(slider) == [4.0, 7.5]
    qtbot.mousePress(slider, button, pos=QPoint(8 + 150, middle))
    qtbot.mouseMove(slider, QPoint(0, middle))  # stops at the other handle
    assert bounds(slider) == [4.0, 4.0]
    qtbot.mouseRelease(slider, button, pos=QPoint(0, middle))


@given(st.floats(-20, 20))
def test_the_nearest_stop(value: float) -> None:
    stop = TENTHS.stops[TENTHS.nearest(value)]
    assert all(abs(stop - value) <= abs(other - value) + 1e-9 for other in TENTHS.stops)


# --- range field -----------------------------------------------------------------------------


def test_a_typed_bound_is_exact_and_moves_its_handle(qtbot: QtBot) -> None:
    field = RangeField("Stars", TENTHS, read, "A number")
    field.set_colours(COLOURS)
    shown(qtbot, field)
    told: list[tuple[str, str]] = []
    field.changed.connect(lambda low, high: told.append((low, high)))
    qtbot.keyClicks(field.low, "5.234")
    assert told[-1] == ("5.234", "")
    assert field.slider.range == (5.234, None)
    qtbot.keyClicks(field.high, "12")
    assert told[-1] == ("5.234", "12")
    assert field.slider.high.accessibleDescription() == "10"
    press(field.slider.low, qtbot, Qt.Key.Key_Right)
    assert told[-1] == ("5.3", "12")


def test_an_invalid_bound_is_marked_and_told_to_nobody(qtbot: QtBot) -> None:
    field = RangeField("Stars", TENTHS, read, "A number such as 5.2")
    field.set_colours(COLOURS)
    shown(qtbot, field)
    told: list[tuple[str, str]] = []
    field.changed.connect(lambda low, high: told.append((low, high)))
    qtbot.keyClicks(field.low, "x")
    assert not field.low.is_valid
    assert "A number such as 5.2" in field.low.accessibleDescription()
    assert COLOURS.bad.name() in field.low.styleSheet()
    qtbot.keyClicks(field.high, "7")
    assert told == []
    press(field.low, qtbot, Qt.Key.Key_Escape)
    assert told == [("", "7")]
    assert field.low.is_valid


def test_a_field_that_is_typed_in_keeps_its_text(qtbot: QtBot) -> None:
    """Showing `5` while `5.` is typed would eat the point."""
    field = RangeField("Stars", TENTHS, read, "A number")
    shown(qtbot, field)
    field.low.setFocus()
    qtbot.waitUntil(field.low.hasFocus)
    field.low.setText("5.")
    field.show_range("5", "")
    assert field.low.text() == "5."
    field.show_range("6", "")
    assert field.low.text() == "6"
    field.show_range("", ">=8")
    assert field.texts == ("", ">=8")
    assert field.slider.range == (None, 8.0)


# --- pills -----------------------------------------------------------------------------------


def test_pills_are_switched_one_by_one(qtbot: QtBot) -> None:
    pills = TogglePills("Genre", [("3", "Anime"), ("4", "Rock"), ("5", "R & B")])
    pills.set_colours(COLOURS)
    shown(qtbot, pills)
    told: list[tuple[str, ...]] = []
    one: list[tuple[str, bool]] = []
    pills.changed.connect(told.append)
    pills.toggled.connect(lambda key, is_on: one.append((key, is_on)))
    qtbot.mouseClick(pills.pill("5"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pills.pill("3"), Qt.MouseButton.LeftButton)
    assert told == [("5",), ("3", "5")]
    assert pills.pill("5").text() == "R && B"
    assert pills.pill("5").accessibleName() == "Genre: R & B"
    pills.show_chosen(["4"])
    assert told == [("5",), ("3", "5")]
    assert pills.chosen == ("4",)
    press(pills.pill("3"), qtbot, Qt.Key.Key_Right)
    press(pills.pill("4"), qtbot, Qt.Key.Key_Return)
    assert told[-1] == ()
    assert one == [("5", True), ("3", True), ("4", False)]


def test_pills_are_one_stop_of_tab(qtbot: QtBot) -> None:
    page = QWidget()
    first = TogglePills("Genre", [("3", "Anime"), ("4", "Rock"), ("5", "Pop")], page)
    second = TogglePills("Extra", [("video", "Video")], page)
    layout = QVBoxLayout(page)
    layout.addWidget(first)
    layout.addWidget(second)
    shown(qtbot, page)
    first.pill("3").setFocus()
    press(first.pill("3"), qtbot, Qt.Key.Key_End)
    assert first.pill("5").hasFocus()
    press(first.pill("5"), qtbot, Qt.Key.Key_Tab)
    assert second.pill("video").hasFocus()
    press(second.pill("video"), qtbot, Qt.Key.Key_Backtab)
    assert first.pill("5").hasFocus()
    first.set_shown("5", False)
    assert first.pill("3").focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_flow_takes_as_many_rows_as_it_needs(qtbot: QtBot) -> None:
    box = QWidget()
    flow = FlowLayout(box, spacing=4)
    parts = []
    for _ in range(5):
        part = QWidget(box)
        part.setMinimumSize(100, 20)
        flow.addWidget(part)
        parts.append(part)
    parts[1].hide()
    box.resize(310, 100)
    shown(qtbot, box, 310)
    assert flow.heightForWidth(310) == 44
    assert flow.heightForWidth(500) == 20
    assert [(p.x(), p.y()) for p in parts if not p.isHidden()] == [
        (0, 0),
        (104, 0),
        (208, 0),
        (0, 24),
    ]


# --- chips -----------------------------------------------------------------------------------


def test_chips_are_removed_with_the_keyboard(qtbot: QtBot) -> None:
    row = ChipRow("Filters")
    row.set_colours(COLOURS)
    all_ = [("a", "5 to 6 stars"), ("b", "Rock"), ("c", "R & B")]
    row.show_chips(all_)
    shown(qtbot, row, 500)
    gone: list[str] = []
    row.removed.connect(gone.append)
    row.removed.connect(lambda key: row.show_chips([o for o in all_ if o[0] not in gone]))
    emptied: list[bool] = []
    row.emptied.connect(lambda: emptied.append(True))
    assert row.chips[2].text() == "R && B  ×"
    row.chips[1].setFocus()
    press(row.chips[1], qtbot, Qt.Key.Key_Return)
    assert gone == ["b"]
    assert row.chips[1].hasFocus()
    press(row.chips[1], qtbot, Qt.Key.Key_Space)
    press(row.chips[0], qtbot, Qt.Key.Key_Space)
    assert gone == ["b", "c", "a"]
    assert emptied == [True]


# --- query field -----------------------------------------------------------------------------


def complete(word: str) -> list[str]:
    return [one for one in WORDS if one.startswith(word)]


def test_a_wrong_word_is_marked_where_it_stands(qtbot: QtBot) -> None:
    field = QueryField(complete)
    field.set_colours(COLOURS)
    shown(qtbot, field, 400)
    field.show_text("camellia foo>3 ar>9")
    field.show_marks([Mark(9, 14, "There is no filter called foo.")])
    where = field.mark_rect(field.marks[0])
    left, right = (field.cursorPositionAt(QPoint(x, where.center().y())) for x in
                   (where.left() + 1, where.right()))  # fmt: skip
    assert (left, right) == (9, 14)
    assert field.accessibleDescription() == "There is no filter called foo."
    assert field.mark_at(11) is field.marks[0]
    assert field.mark_at(16) is None
    image = field.grab().toImage()
    found = [
        image.pixelColor(x, y)
        for x in range(where.left(), where.right())
        for y in range(where.bottom() - 3, field.height() - 2)
    ]
    assert any(colour.red() > 180 and colour.blue() < 150 for colour in found)
    field.show_marks([])
    assert field.accessibleDescription() == ""


def test_a_long_text_is_marked_where_it_is_scrolled_to(qtbot: QtBot) -> None:
    field = QueryField(complete)
    shown(qtbot, field, 200)
    field.show_text("word " * 40 + "foo>3")
    field.setCursorPosition(len(field.text()))
    field.grab()  # the text is scrolled as it is painted
    field.show_marks([Mark(200, 205, "No")])
    where = field.mark_rect(field.marks[0])
    assert 0 < where.left() < where.right() < field.width()


def test_option_names_are_completed(qtbot: QtBot) -> None:
    field = QueryField(complete)
    field.set_colours(COLOURS)
    shown(qtbot, field, 400)
    told: list[str] = []
    field.textEdited.connect(told.append)
    submitted: list[bool] = []
    field.submitted.connect(lambda: submitted.append(True))
    field.setFocus()
    qtbot.keyClicks(field, "rock st")
    assert field.completions == ["stars>", "status="]
    assert not submitted
    completer = QApplication.activePopupWidget()
    assert completer is not None
    press(completer, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert field.text() == "rock status="
    assert told[-1] == "rock status="
    assert field.completions == []
    press(field, qtbot, Qt.Key.Key_Return)
    assert submitted == [True]


def test_enter_searches_while_completions_are_offered(qtbot: QtBot) -> None:
    field = QueryField(complete)
    shown(qtbot, field, 400)
    submitted: list[str] = []
    field.submitted.connect(lambda: submitted.append(field.text()))
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    field.setFocus()
    qtbot.keyClicks(field, "star")
    assert field.completions == ["stars>"]
    completer = QApplication.activePopupWidget()
    assert completer is not None
    press(completer, qtbot, Qt.Key.Key_Return)
    assert submitted == ["star"]
    assert field.completions == []
    press(field, qtbot, Qt.Key.Key_Down)
    assert left == [True]
