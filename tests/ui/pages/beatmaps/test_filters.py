"""Controls of the beatmap listing and the text of its search: they say the same, both ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.models.beatmaps.listing_query import (
    CATEGORY_NAMES,
    EXTRA_NAMES,
    GENERAL_NAMES,
    GENRE_NAMES,
    GRADE_NAMES,
    LANGUAGE_NAMES,
    RANGE_FIELDS,
    SORT_NAMES,
    TEXT_NAMES,
    ListingQuery,
)
from osubrowser.models.beatmaps.search_text import Interval, Limit
from osubrowser.services.places.places import BeatmapsPlace
from osubrowser.services.places.urls import address, parse
from osubrowser.ui.pages.beatmaps.bar import BeatmapsBar, completed_option
from osubrowser.ui.pages.beatmaps.filter_panel import FilterPanel
from osubrowser.ui.pages.beatmaps.ranges import interval_of, read_bound, scale_of, texts_of
from osubrowser.ui.style.colours import ramp

NOW = datetime(2026, 11, 29, tzinfo=UTC)
BOUNDS = {
    "number": ("2", "7.25"),
    "length": ("1:30", "4m"),
    "date": ("2020", "2023-05"),
    "status": ("pending", "loved"),
}
OWN_BOUNDS = {
    "bpm": ("120", "180.5"),
    "keys": ("4", "7"),
    **dict.fromkeys(("circles", "sliders", "favourites"), ("100", "700")),
}


class Controls:
    """Bar and panel side by side, which show one query as the page does."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.query = ListingQuery()
        self.widget = QWidget()
        self.bar = BeatmapsBar(lambda: ["style/clean", "gimmick/no hidden"], self.widget)
        self.panel = FilterPanel(NOW, self.widget)
        layout = QVBoxLayout(self.widget)
        layout.addWidget(self.bar)
        layout.addWidget(self.panel, 1)
        for part in (self.bar, self.panel):
            part.set_colours(ramp(200, is_dark=True))
            part.query_changed.connect(self.show)
        qtbot.addWidget(self.widget)
        self.widget.resize(1000, 700)
        with qtbot.waitActive(self.widget):
            self.widget.show()
        qtbot.waitUntil(lambda: self.panel.is_complete)

    def show(self, query: ListingQuery) -> None:
        self.query = query
        self.bar.show_query(query)
        self.panel.show_query(query)

    def agree(self) -> None:
        """Assert that text, controls and address say the same."""
        query = self.query
        assert self.bar.field.text() == query.text
        for name, field in self.panel.ranges.items():
            assert interval_of(*field.texts) == query.range_of(name)
        for name in TEXT_NAMES:
            assert self.panel.texts[name].edit.text() == query.text_of(name)
        assert self.panel.tags.tags == query.tags
        for key, pills in self.panel.pills.items():
            assert pills.chosen == tuple(map(str, getattr(query, key)))
        place = parse(address(query.place()))
        assert isinstance(place, BeatmapsPlace)
        assert ListingQuery.of_place(place) == query


@pytest.fixture
def controls(qtbot: QtBot) -> Controls:
    return Controls(qtbot)


def bounds_of(name: str, kind: str) -> tuple[str, str]:
    return OWN_BOUNDS.get(name, BOUNDS[kind])


@pytest.mark.parametrize("option", RANGE_FIELDS, ids=lambda one: one.name)
def test_each_range_is_typed_and_read_back(
    qtbot: QtBot, option: object, controls: Controls
) -> None:
    field = next(one for one in RANGE_FIELDS if one is option)
    low, high = bounds_of(field.name, field.kind)
    made = controls.panel.ranges[field.name]
    qtbot.keyClicks(made.low, low)
    qtbot.keyClicks(made.high, f"<{high}")
    wanted = Interval(Limit(low), Limit(high, is_inclusive=False))
    assert controls.query.range_of(field.name) == wanted
    assert not controls.query.wrong_words
    assert made.low.is_valid
    assert made.slider.low.value() > 0
    controls.agree()
    # The other way: the text of the search field.
    text = controls.query.text
    controls.show(ListingQuery())
    assert made.texts == ("", "")
    qtbot.keyClicks(controls.bar.field, text)
    assert made.texts == (low, f"<{high}")
    controls.agree()
    qtbot.keyClick(made.slider.low, Qt.Key.Key_Home)
    qtbot.keyClick(made.slider.high, Qt.Key.Key_End)
    assert controls.query == ListingQuery()
    controls.agree()


def test_the_pills_of_each_filter(qtbot: QtBot, controls: Controls) -> None:
    for key, names in (
        ("genres", GENRE_NAMES),
        ("languages", LANGUAGE_NAMES),
        ("general", GENERAL_NAMES),
        ("extra", EXTRA_NAMES),
        ("grades", GRADE_NAMES),
    ):
        for value in names:
            qtbot.mouseClick(controls.panel.pills[key].pill(str(value)), Qt.MouseButton.LeftButton)
            assert value in getattr(controls.query, key)
        assert len(getattr(controls.query, key)) == len(names)
        controls.agree()
    controls.show(replace(controls.query, genres=(3,)))
    assert controls.panel.pills["genres"].chosen == ("3",)


def test_the_recommended_difficulty_is_told(controls: Controls) -> None:
    label = controls.panel.pills["general"].pill("recommended").text
    for stars, told in ((5.324, " (5.32★)"), (None, ""), (0.0, "")):
        controls.panel.set_recommended(stars)
        assert label() == f"Recommended difficulty{told}"


def test_the_texts_and_the_tags(qtbot: QtBot, controls: Controls) -> None:
    for name in TEXT_NAMES:
        qtbot.keyClicks(controls.panel.texts[name].edit, "two words")
        assert controls.query.text_of(name) == "two words"
        controls.agree()
    artist = controls.panel.texts["featured_artist"].edit
    qtbot.keyClicks(artist, "12x")
    assert not artist.is_valid
    assert controls.query.featured_artist == 12
    qtbot.keyClick(artist, Qt.Key.Key_Backspace)
    assert artist.is_valid
    edit = controls.panel.tags.edit
    qtbot.keyClicks(edit, "style/clean")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edit.text() == "")
    qtbot.keyClicks(edit, "two words")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert controls.query.tags == ("style/clean", "two words")
    controls.agree()
    qtbot.waitUntil(lambda: controls.panel.tags.chips.chips[0].width() > 20)
    qtbot.mouseClick(controls.panel.tags.chips.chips[0], Qt.MouseButton.LeftButton)
    assert controls.query.tags == ("two words",)
    controls.agree()


def test_single_choices(qtbot: QtBot, controls: Controls) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(controls.panel.played.button("unplayed"), left)
    qtbot.mouseClick(controls.panel.explicit.button("true"), left)
    qtbot.mouseClick(controls.bar.modes.button("taiko"), left)
    assert (controls.query.played, controls.query.explicit) == ("unplayed", True)
    assert controls.query.mode == "taiko"
    controls.agree()
    for key in CATEGORY_NAMES:
        controls.bar.category.chosen.emit(key)
        assert controls.query.category == key
        controls.agree()
    for key in SORT_NAMES:
        controls.bar.sort.chosen.emit(key)
        assert controls.query.order == (key, True)
        qtbot.mouseClick(controls.bar.direction, left)
        assert controls.query.order == (key, False)
        assert SORT_NAMES[key][2] in controls.bar.direction.toolTip()
        controls.agree()
        qtbot.mouseClick(controls.bar.direction, left)
    controls.bar.sort.chosen.emit("")
    assert controls.query.sort is None


def test_a_control_leaves_other_words_alone(qtbot: QtBot, controls: Controls) -> None:
    qtbot.keyClicks(controls.bar.field, "my words stars>5 foo>3 ar<9")
    press = controls.panel.ranges["stars"].slider.low
    qtbot.keyClick(press, Qt.Key.Key_Right)
    assert controls.bar.field.text() == "my words stars>=5.1 foo>3 ar<9"
    assert [mark.start for mark in controls.bar.field.marks] == [20]
    assert controls.bar.wrong.text().startswith("foo>3: ")
    controls.agree()


def test_chips_name_the_filters_and_remove_them(qtbot: QtBot, controls: Controls) -> None:
    controls.show(
        ListingQuery("words stars>=5 stars<=6 artist=x", "osu", genres=(3,), sort="plays_desc")
    )
    labels = [chip.text().removesuffix("  ×") for chip in controls.bar.chips.chips]
    assert labels == ["Stars 5 to 6", "Artist: x", "Anime"]
    assert controls.bar.panel.text() == "Filters · 3"
    qtbot.waitUntil(lambda: controls.bar.chips.chips[0].width() > 20)  # it is laid out
    qtbot.mouseClick(controls.bar.chips.chips[0], Qt.MouseButton.LeftButton)
    assert controls.bar.field.text() == "words artist=x"
    controls.agree()
    qtbot.mouseClick(controls.bar.clear, Qt.MouseButton.LeftButton)
    assert controls.query == ListingQuery(sort="plays_desc")
    assert not controls.bar.clear.isVisible()
    controls.agree()


def test_typing_tells_that_it_may_go_on(qtbot: QtBot, controls: Controls) -> None:
    told: list[bool] = []
    controls.bar.query_changed.connect(lambda _, is_typing: told.append(is_typing))
    controls.panel.query_changed.connect(lambda _, is_typing: told.append(is_typing))
    qtbot.keyClicks(controls.bar.field, "a")
    qtbot.keyClicks(controls.panel.ranges["ar"].low, "9")
    qtbot.mouseClick(controls.panel.pills["extra"].pill("video"), Qt.MouseButton.LeftButton)
    assert told == [True, True, False]


def test_spaces_that_are_typed_stay(qtbot: QtBot, controls: Controls) -> None:
    qtbot.keyClicks(controls.bar.field, "one ")
    assert controls.bar.field.text() == "one "
    assert controls.query.text == "one"
    qtbot.keyClicks(controls.bar.field, "two")
    assert controls.query.text == "one two"


def test_completions_of_names_and_values(qtbot: QtBot, controls: Controls) -> None:
    assert completed_option("st") == ["stars>=", "status="]
    assert completed_option("s") == []
    assert "ranked>=" in completed_option("")
    field = controls.bar.field
    for typed, wanted in (
        ("rock tag=gim", ['tag="gimmick/no hidden"']),
        ("status=lo", ["status=loved"]),
        ("rock stars>5 cre", ["created>=", "creator="]),
    ):
        field.clear()
        qtbot.keyClicks(field, typed)
        assert field.completions == wanted
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert field.completions == []


@pytest.mark.parametrize("option", RANGE_FIELDS, ids=lambda one: one.name)
def test_each_stop_of_a_slider_is_read_back(option: object) -> None:
    field = next(one for one in RANGE_FIELDS if one is option)
    scale = scale_of(field, NOW)
    for number, stop in enumerate(scale.stops):
        value = read_bound(field.name, scale.text(stop))
        assert value is not None
        assert scale.nearest(value) == number


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        ("5", "6", ("5", "6")),
        (">5", "<6", (">5", "<6")),
        (" >= 5 ", "<=6", ("5", "6")),
        ("", "", ("", "")),
        (">", "<=", ("", "")),
    ],
)
def test_bounds_as_they_are_typed(low: str, high: str, texts: tuple[str, str]) -> None:
    assert texts_of(interval_of(low, high)) == texts


def test_what_is_no_bound() -> None:
    for name, text in (("stars", "x"), ("ranked", "2023-99-99x"), ("status", "7"), ("ar", "")):
        assert read_bound(name, text) is None


def test_the_panel_is_built_step_by_step(qtbot: QtBot) -> None:
    panel = FilterPanel()
    qtbot.addWidget(panel)
    panel.show_query(ListingQuery("stars>5 ar>9", genres=(3,)))
    assert not panel.is_complete
    panel.show()
    qtbot.waitUntil(lambda: panel.is_complete)
    assert panel.ranges["ar"].texts == (">9", "")
    assert panel.pills["genres"].chosen == ("3",)
