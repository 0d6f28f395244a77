"""Bar of filters: each control by mouse and keyboard, what it sends, and where its pop-up is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.models.feeds.filters import (
    Choice,
    Day,
    Flag,
    Number,
    Several,
    Words,
    first_moment,
    last_moment,
    place_with,
    valid_values,
)
from osubrowser.services.places.places import ListPlace
from osubrowser.ui.lists.filter_bar import FilterBar
from osubrowser.ui.style.theme import ramp
from osubrowser.ui.widgets.toggle_pills import TogglePills
from tests.ui.gestures import press, write

FILTERS = (
    Choice("mode", "Ruleset", (("", "All"), ("osu", "osu!"), ("taiko", "osu!taiko"))),
    Choice("status", "Beatmaps", (("", "All beatmaps"), ("ranked", "Ranked")), is_menu=True),
    Several("types[]", "Types", tuple((f"t{n}", f"Type number {n}") for n in range(30))),
    Flag("open", "Only open", "What is not resolved yet"),
    Words("user", "Player", "Player", "Name or id"),
    Number("id", "Set", "Beatmap set"),
    Day("from", "From", "From 2026-11-30"),
    Choice("sort", "Order", (("", "Newest first"), ("id_asc", "Oldest first"))),
)


class Desk:
    """A bar in a window of 1000 pixels, and what it sent."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.bar = FilterBar(FILTERS, self.window, "A sentence about the filters.")
        self.bar.set_colours(ramp(45, is_dark=True))
        self.sent: list[dict[str, str]] = []
        self.bar.changed.connect(self.sent.append)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        self.window.resize(1000, 600)
        self.window.show()
        qtbot.addWidget(self.window)
        qtbot.waitExposed(self.window)

    def widget(self, name: str) -> Any:
        return self.bar.controls[name].widget


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.window.close()


def test_nothing_is_cut_and_everything_has_a_name(desk: Desk) -> None:
    shown = [one for one in desk.bar.findChildren(QWidget) if one.isVisible()]
    for one in shown:
        if isinstance(one, QPushButton | QLineEdit):
            assert one.accessibleName() or one.text(), one
        if isinstance(one, QPushButton) and one.text():
            assert one.width() >= one.sizeHint().width() - 1, one.text()
            assert one.height() >= one.sizeHint().height() - 1, one.text()
        corner = one.mapTo(desk.bar, one.rect().bottomRight())
        assert desk.bar.rect().contains(corner), one


def test_pills_and_a_menu(desk: Desk, qtbot: QtBot) -> None:
    pills = desk.widget("mode")
    qtbot.mouseClick(pills.button("taiko"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pills.button(""), Qt.MouseButton.LeftButton)
    assert desk.sent == [{"mode": "taiko"}, {"mode": ""}]
    desk.bar.show_values({"mode": "osu", "status": "ranked", "sort": "id_asc"})
    assert pills.current == "osu"
    assert desk.widget("sort").current == "id_asc"
    menu = desk.widget("status")
    assert menu.current.text == "Ranked"
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton)
    popup = menu.popup
    qtbot.waitUntil(popup.isVisible)
    press(QApplication.focusWidget() or popup, Qt.Key.Key_Up)
    press(QApplication.focusWidget() or popup, Qt.Key.Key_Return)
    assert desk.sent[2:] == [{"status": ""}]
    assert not popup.isVisible()


def test_several_are_sent_together_when_the_pop_up_closes(desk: Desk, qtbot: QtBot) -> None:
    button = desk.widget("types[]")
    popup = desk.bar.controls["types[]"].popup  # type: ignore[attr-defined]
    pills = popup.findChild(TogglePills)
    press(button, Qt.Key.Key_Return)
    assert popup.isVisible()
    last = pills.pill("t29")
    assert popup.rect().contains(last.mapTo(popup, last.rect().bottomRight()))
    press(pills.pill("t0"), Qt.Key.Key_Return)
    press(pills.pill("t0"), Qt.Key.Key_Right)
    press(pills.pill("t1"), Qt.Key.Key_Space)
    assert desk.sent == []
    press(popup, Qt.Key.Key_Escape)
    assert desk.sent == [{"types[]": "t0.t1"}]
    desk.bar.show_values({"types[]": "t0.t1"})
    assert button.text() == "Types: 2"
    desk.bar.show_values({"types[]": "t1"})
    assert button.text() == "Types: Type number 1"
    press(button, Qt.Key.Key_Return)
    press(popup, Qt.Key.Key_Escape)  # nothing has changed
    assert len(desk.sent) == 1
    press(button, Qt.Key.Key_Return)
    clear = next(one for one in popup.findChildren(QPushButton) if one.text() == "Show all")
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert desk.sent[1:] == [{"types[]": ""}]
    assert not popup.isVisible()


@pytest.mark.parametrize("corner", ["bottomRight", "topLeft"])
def test_a_pop_up_is_on_the_screen_as_a_whole(desk: Desk, corner: str) -> None:
    screen = desk.window.screen().availableGeometry()
    desk.window.move(getattr(screen, corner)() - QPoint(200, 80))
    popup = desk.bar.controls["types[]"].popup  # type: ignore[attr-defined]
    press(desk.widget("types[]"), Qt.Key.Key_Return)
    assert screen.adjusted(-2, -2, 2, 2).contains(popup.geometry())  # Qt gives it a frame here
    popup.close()


def test_a_flag_and_fields(desk: Desk, qtbot: QtBot) -> None:
    pill = desk.widget("open").pill("open")
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert desk.sent == [{"open": "1"}, {"open": ""}]
    desk.sent.clear()
    for name, text in (("user", " Some  one "), ("id", "#0012"), ("from", "2026-02-31")):
        write(desk.widget(name), text)
        press(desk.widget(name), Qt.Key.Key_Return)
    assert desk.sent == [{"user": "Some  one"}, {"id": "12"}]  # there is no such day
    assert desk.widget("from").selectedText() == "2026-02-31"
    desk.bar.show_values({"user": "Some  one", "id": "12"})
    assert desk.widget("user").text() == " Some  one "  # as it was written
    desk.sent.clear()
    desk.widget("user").clear()
    assert desk.sent == [{"user": ""}]


def test_values_of_places_are_normalised() -> None:
    place = ListPlace(
        "x",
        (
            ("from", "2026-13"),
            ("id", "-1"),
            ("mode", "mania"),
            ("open", "on"),
            ("sort", "id_asc"),
            ("types[]", "t3.nonsense.t1"),
            ("user", "a\u202eb"),
        ),
    )
    values = valid_values(FILTERS, place)
    assert values == {
        "mode": "",
        "status": "",
        "types[]": "t1.t3",
        "open": "1",
        "user": "ab",
        "id": "",
        "from": "",
        "sort": "id_asc",
    }
    again = place_with("x", values)
    assert valid_values(FILTERS, again) == values


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026", "2026-01-01T00:00:00", "2026-12-31T23:59:59"),
        ("2024-02", "2024-02-01T00:00:00", "2024-02-29T23:59:59"),
        ("2026-12", "2026-12-01T00:00:00", "2026-12-31T23:59:59"),
        ("2026-11-30", "2026-11-30T00:00:00", "2026-11-30T23:59:59"),
    ],
)
def test_days_months_and_years(day: str, first: str, last: str) -> None:
    one, other = first_moment(day), last_moment(day)
    assert one is not None
    assert other is not None
    assert one.isoformat() == f"{first}+00:00"
    assert other.isoformat() == f"{last}+00:00"


def test_there_is_no_such_day() -> None:
    assert first_moment("0000") is None
    assert last_moment("9999") is None
    assert first_moment("2026-02-30") is None
