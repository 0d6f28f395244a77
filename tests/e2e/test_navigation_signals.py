"""One click is one change: what each signal of the navigator says, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from osubrowser.services.places.places import RankingsPlace, UserPlace
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.shell.chrome import Chrome, OpenTabBar, StatusLine
from osubrowser.ui.shell.omnibox.controller import AddressBar
from tests.e2e.conftest import Browser
from tests.ui.gestures import press


class Told:
    """What a navigator told, and how often the parts of the window were set."""

    def __init__(self, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
        navigator = browser.window.navigator
        self.count: Counter[str] = Counter()
        self.titles: list[str] = []
        self.statuses: list[str] = []
        for name in ("place_changed", "tabs_changed", "hue_changed"):
            getattr(navigator, name).connect(lambda *_, name=name: self.count.update([name]))
        navigator.title_changed.connect(self.titles.append)
        navigator.status_changed.connect(self.statuses.append)
        for owner, method in (
            (AddressBar, "set_address"),
            (OpenTabBar, "show_places"),
            (Chrome, "select_tab"),
            (Chrome, "set_star"),
            (StatusLine, "set_status"),
        ):
            monkeypatch.setattr(owner, method, self._counted(getattr(owner, method)))

    def _counted(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.count.update([method.__name__])
            return method(*args, **kwargs)

        return call


def open_row(browser: Browser, row: int) -> None:
    """Double click a row of the ranking that is shown."""
    table = browser.rankings.table
    index = table.model().index(row, 2)
    where = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)


def wait_for_player(browser: Browser) -> PlayerPage:
    page = browser.window.navigator.page
    assert isinstance(page, PlayerPage)
    browser.wait(lambda: page.profile is not None and page.is_settled)
    return page


def test_a_click_on_a_ranking_row_tells_each_change_once(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    told = Told(browser, monkeypatch)
    open_row(browser, 3)
    place = browser.window.navigator.place
    assert isinstance(place, UserPlace)
    assert dict(told.count) == {
        "place_changed": 1,
        "tabs_changed": 1,  # another tab is in front
        "hue_changed": 1,
        "set_address": 1,
        "show_places": 1,
        "select_tab": 1,
        "set_star": 1,
        "set_status": 1,
    }
    assert told.statuses == [""]
    assert len(told.titles) == 1, "the row's id: the name is not known before it is loaded"
    page = wait_for_player(browser)
    assert page.profile is not None
    assert told.titles[1:] == [page.profile.name], "once more, with the name"
    assert told.count["place_changed"] == told.count["set_address"] == 1
    assert told.count["tabs_changed"] == told.count["show_places"] == 1
    assert told.count["set_star"] == 1
    assert told.count["set_status"] == len(told.statuses)
    assert all(one != other for one, other in zip(told.statuses, told.statuses[1:], strict=False))


def test_back_tells_of_the_place_and_the_tabs_and_nothing_twice(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.rankings.move_to(RankingsPlace(mode="taiko"))
    browser.wait_for_rows()
    told = Told(browser, monkeypatch)
    press(browser.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert browser.window.navigator.place == RankingsPlace()
    assert told.count["place_changed"] == 1
    assert told.count["tabs_changed"] == told.count["hue_changed"] == 0
    assert len(told.titles) == 1
    assert told.count["set_address"] == told.count["set_star"] == 1


def test_a_place_in_the_background_changes_the_tabs_alone(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    told = Told(browser, monkeypatch)
    navigator = browser.window.navigator
    navigator.open(UserPlace(2), "background")
    browser.wait(lambda: navigator.places[0][1] != "")
    # The second time with the name, once it was prefetched.
    assert told.count["tabs_changed"] == told.count["show_places"] == 2
    assert told.count["place_changed"] == told.count["set_address"] == 0
    assert told.count["hue_changed"] == told.count["set_star"] == 0
    assert told.titles == []
