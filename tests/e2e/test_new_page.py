"""A page is added by its folder and one row of the table of pages; all else follows from that."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from osubrowser.pages import PageParts, page_kinds
from osubrowser.selftest import SelfTest
from osubrowser.services.places.places import RankingsPlace
from osubrowser.ui.dialogs.shortcut_sheet import ShortcutSheet
from osubrowser.ui.shell.page_kind import PageKind, Visit
from tests.e2e.about_computer.kind import KIND, PLACE
from tests.e2e.conftest import Browser, quit_program
from tests.ui.gestures import click, press, write

PAGE = "tests.e2e.about_computer.page"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def with_computer(parts: PageParts) -> list[PageKind]:
    """Return the table of pages with one more row."""
    return [*page_kinds(parts), KIND]


@pytest.fixture
def browser(start: Callable[..., Browser]) -> Browser:
    browser = start("--demo", page_kinds=with_computer)
    browser.wait_for_rows()
    return browser


def test_it_has_a_tab_a_hue_and_a_shortcut(browser: Browser) -> None:
    window = browser.window
    tabs = window.chrome.tabs
    assert [tabs.tabText(n) for n in range(tabs.count())] == [
        "Search",
        "Players",
        "Rankings",
        "Beatmaps",
        "Replays",
        "About this computer",
    ]
    click(tabs, at=tabs.tabRect(5).center())
    assert window.navigator.place == PLACE
    assert window.navigator.hue == 60
    assert window.windowTitle() == "About this computer · osubrowser"
    assert window.status_line.status == "Nothing was asked"
    assert tabs.tabToolTip(5) == "About this computer (Ctrl+6)"
    press(window, Qt.Key.Key_3, CTRL)
    assert window.navigator.place == RankingsPlace()
    press(window, Qt.Key.Key_6, CTRL)
    assert window.navigator.place == PLACE


def test_the_shortcut_sheet_lists_its_tab_and_its_own_keys(browser: Browser) -> None:
    browser.window.navigator.open(PLACE)
    browser.window.chrome.tabs.setFocus()
    write(browser.window, "?")
    (sheet,) = browser.window.findChildren(ShortcutSheet)
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"About this computer", "Ctrl+6", "Count the processors", "F12"} <= texts
    sheet.close()


def test_its_address_is_typed_suggested_and_opened_by_the_menu(browser: Browser) -> None:
    navigator = browser.window.navigator
    browser.go("osubrowser:computer")
    assert navigator.place == PLACE
    assert browser.window.chrome.address.text() == "osubrowser:computer"
    navigator.select(2)
    bar = browser.window.chrome.address
    press(browser.window, Qt.Key.Key_L, CTRL)
    write(bar, "About this")
    assert PLACE in [getattr(row.value, "place", None) for row in browser.window.omnibox.popup.rows]
    press(bar, Qt.Key.Key_Escape)
    actions = browser.window.menu.actions()
    next(action for action in actions if action.text() == "About this computer").trigger()
    assert navigator.place == PLACE
    assert navigator.index == 5
    browser.go("osubrowser:laptop")
    assert "is not an osu! address" in browser.window.message_bar.text
    assert navigator.place == PLACE


def test_it_has_a_history_and_is_open_again_at_the_next_start(
    browser: Browser, start: Callable[..., Browser]
) -> None:
    window = browser.window
    window.navigator.open(PLACE, "new")
    window.navigator.open(RankingsPlace(mode="taiko"))
    press(window, Qt.Key.Key_Left, ALT)
    assert window.navigator.place == PLACE
    assert window.navigator.history.can_go_forward
    press(window, Qt.Key.Key_Right, ALT)
    assert window.navigator.place == RankingsPlace(mode="taiko")
    window.navigator.go(-1)
    window.navigator.select(5)
    quit_program(browser)
    later = start("--demo", page_kinds=with_computer)
    navigator = later.window.navigator
    later.wait(lambda: navigator.status == "Nothing was asked")
    assert (navigator.index, navigator.place) == (5, PLACE)
    assert [place for place, _ in navigator.places] == [PLACE]


def test_without_its_row_the_address_is_none_and_what_was_open_is_left_out(
    browser: Browser, start: Callable[..., Browser]
) -> None:
    browser.window.navigator.open(PLACE, "new")
    quit_program(browser)
    later = start("--demo", "osubrowser:computer")
    later.wait_for_rows()
    assert later.window.navigator.places == []
    assert "no address of osu!" in later.window.message_bar.text


def test_its_modules_are_preloaded(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, PAGE, raising=False)
    browser = start("--demo", page_kinds=with_computer)
    assert PAGE not in sys.modules
    browser.run(browser.app.preloaded(), timeout=30_000)
    assert PAGE in sys.modules
    assert browser.window.navigator.place == RankingsPlace(), "it is not built"


def test_the_self_test_opens_it(browser: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    pages = browser.app.pages
    kinds = [replace(kind, self_test=(Visit(kind.home),)) for kind in pages.tabs[2:3]]
    kinds += [kind for kind in pages.kinds if kind.key == "computer"]
    test = SelfTest(browser.window, kinds, browser.app.errors)
    browser.run(test.run(browser.app.start_demo, browser.app.preloaded), timeout=60_000)
    assert test.verdict() == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = (line for line in lines if line.startswith("ok      osubrowser:computer:"))
    assert "processors" in line
