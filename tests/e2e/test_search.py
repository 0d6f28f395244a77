"""From the address bar through a search to a result and back, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt

from osubrowser.services.places.places import ListPlace, UserPlace
from osubrowser.ui.pages.search.page import SearchPage
from tests.e2e.conftest import Browser
from tests.ui.gestures import press, write

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def names(page: SearchPage) -> list[str]:
    found = page.board.result("user")
    return [] if found is None else [row.texts[0] for row in found.list.model.loaded_rows()]


def test_words_lead_to_a_player_and_back(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    window, navigator = browser.window, browser.window.navigator
    press(window, Qt.Key.Key_L, CTRL)
    bar = window.chrome.address
    write(bar, "the qu")
    press(bar, Qt.Key.Key_Return)
    place = ListPlace("search", (("query", "the qu"),))
    assert (navigator.place, navigator.index) == (place, 0)
    page = cast("SearchPage", navigator.page)
    browser.wait(lambda: page.is_settled and names(page) != [])
    assert window.windowTitle() == "Search: the qu · osubrowser"
    found, before = page.board.result("user"), names(page)
    assert found is not None
    browser.wait(found.list.table.hasFocus)
    press(found.list.table, Qt.Key.Key_Return)
    browser.wait(lambda: isinstance(navigator.place, UserPlace))
    assert navigator.index == 1, "a player opens in the tab of players"
    press(window, Qt.Key.Key_Left, ALT)
    browser.wait(lambda: navigator.place == place)
    assert navigator.index == 0
    assert names(page)[: len(before)] == before, "the rows are as they were"
    page.field.start()
    write(page.field, "the quick")
    browser.wait(lambda: navigator.place == ListPlace("search", (("query", "the quick"),)))
