"""Beatmapsets in the real window: every address of one opens here, and so does every link."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    UserPlace,
)
from osubrowser.ui.pages.beatmapset.overview import OverviewSection
from osubrowser.ui.pages.beatmapset.page import BeatmapsetPage
from tests.e2e.conftest import Browser
from tests.ui.gestures import click, press

SET, BEATMAP = 930, 2589  # of the embedded server, with a second difficulty and converts
HERE = BeatmapsetPlace(SET)
ADDRESSES: list[tuple[str, BeatmapsetPlace]] = [
    (f"https://osu.ppy.sh/beatmapsets/{SET}", HERE),
    (f"osu.ppy.sh/beatmapsets/{SET}#osu/{BEATMAP}", BeatmapsetPlace(SET, BEATMAP, "osu")),
    (f"osu.ppy.sh/beatmapsets/{SET}#mania/{BEATMAP}", BeatmapsetPlace(SET, BEATMAP, "mania")),
    (f"osu.ppy.sh/beatmapsets/{SET}#mania", BeatmapsetPlace(SET, mode="mania")),
    (f"https://osu.ppy.sh/s/{SET}", HERE),
    (f"https://old.ppy.sh/p/beatmap?s={SET}", HERE),
    (f"osu://s/{SET}", HERE),
    (f"osu://dl/{SET}", HERE),
    (f"https://osu.ppy.sh/b/{BEATMAP}", BeatmapsetPlace(SET, BEATMAP, "osu")),
    (f"https://osu.ppy.sh/b/{BEATMAP}?m=1", BeatmapsetPlace(SET, BEATMAP, "taiko")),
    (f"https://osu.ppy.sh/b/{BEATMAP}&m=2", BeatmapsetPlace(SET, BEATMAP, "fruits")),
    (f"https://osu.ppy.sh/p/beatmap?b={BEATMAP}", BeatmapsetPlace(SET, BEATMAP, "osu")),
    (f"https://osu.ppy.sh/beatmaps/{BEATMAP}", BeatmapsetPlace(SET, BEATMAP, "osu")),
    (f"osu.ppy.sh/beatmaps/{BEATMAP}?ruleset=mania", BeatmapsetPlace(SET, BEATMAP, "mania")),
    (f"osu.ppy.sh/beatmaps/{BEATMAP}?mode=taiko", BeatmapsetPlace(SET, BEATMAP, "taiko")),
    (f"osu://b/{BEATMAP}", BeatmapsetPlace(SET, BEATMAP, "osu")),
    (f"b/{BEATMAP}", BeatmapsetPlace(SET, BEATMAP, "osu")),
    (f"s/{SET}", HERE),
    (
        f"osu.ppy.sh/beatmaps/{BEATMAP}/scores?type=country",
        BeatmapsetPlace(SET, BEATMAP, "osu", section="scores", board="country"),
    ),
    (
        f"osu.ppy.sh/beatmaps/{BEATMAP}/scores/users/2",
        BeatmapsetPlace(SET, BEATMAP, "osu", section="scores", player=2),
    ),
    (f"osu.ppy.sh/beatmapsets/{SET}?mods=HDDT", BeatmapsetPlace(SET, mods="HDDT")),
    (
        f"osu.ppy.sh/beatmapsets/{SET}/discussion",
        BeatmapsetPlace(SET, section="discussion"),
    ),
    (
        f"osu.ppy.sh/beatmapsets/{SET}/discussion/{BEATMAP}/timeline",
        BeatmapsetPlace(SET, BEATMAP, section="discussion", view="timeline"),
    ),
    (
        f"osu.ppy.sh/beatmapsets/{SET}?section=comments",
        BeatmapsetPlace(SET, section="comments"),
    ),
]


@pytest.fixture
def browser(start: Callable[..., Browser]) -> Browser:
    browser = start("--demo")
    browser.wait_for_rows()
    return browser


def page_of(browser: Browser) -> BeatmapsetPage:
    page = browser.window.navigator.page
    assert isinstance(page, BeatmapsetPage)
    return page


def settle(browser: Browser) -> BeatmapsetPage:
    page = page_of(browser)
    browser.wait(lambda: page.is_settled)
    assert page.failure is None
    return page


def is_loaded(page: BeatmapsetPage) -> bool:
    assert page.failure is None
    return page.subject is not None and page.subject.id == SET


def test_every_address_of_a_beatmap_opens_here(browser: Browser) -> None:
    navigator = browser.window.navigator
    for text, place in ADDRESSES:
        navigator.select(4)
        browser.go(text)
        assert navigator.index == 3, f"{text} opens in the tab of beatmaps"
        browser.wait(lambda: is_loaded(page_of(browser)))
        assert navigator.place == place, text
    assert browser.window.navigator.places == []


def test_back_returns_to_where_the_link_was(browser: Browser) -> None:
    navigator = browser.window.navigator
    best: Place = UserPlace(12092800, "osu", section="best")
    navigator.open(best)
    browser.wait(lambda: navigator.page is not None and navigator.page.is_settled)
    there: Place = BeatmapsetPlace(SET, BEATMAP, "osu")
    assert navigator.page is not None
    navigator.page.open_requested.emit(BeatmapPlace(BEATMAP), "here")
    settle(browser)
    assert navigator.place == there
    press(browser.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert navigator.place == best
    assert navigator.index == 1
    press(browser.window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert navigator.place == there


def test_pp_of_the_file_with_their_formula_and_marks(browser: Browser) -> None:
    browser.go(f"osu.ppy.sh/beatmapsets/{SET}?mods=HR")
    page = settle(browser)
    section = page.host.section
    assert isinstance(section, OverviewSection)
    table = section.pp.figures
    assert [figure.label for figure in table] == ["95%", "98%", "99%", "100%"]
    values = [figure.value or 0.0 for figure in table]
    assert 0 < values[0] < values[1] < values[2] < values[3]
    assert "formula" in section._formula.text().lower() or "code" in section._formula.text()
    marks = browser.app.beatmaps.marks
    click(page.header.buttons["liked"])
    assert marks.state(SET) == Mark.LIKED
    press(browser.window, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert marks.state(SET) == Mark.LIKED | Mark.SEEN
    marks.set_mark([SET], Mark.LIKED, on=False)
    assert not page.header.buttons["liked"].isChecked()
    assert page.header.buttons["seen"].isChecked()
