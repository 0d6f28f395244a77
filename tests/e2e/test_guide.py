"""The guide in the real window: F1 anywhere, signed in or not, with the keys that are in force."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from osubrowser.services.places.places import AppPlace, WebAddress
from osubrowser.ui.pages.guide.page import GuidePage
from tests.e2e.conftest import Browser
from tests.ui.gestures import press


def guide_in(browser: Browser) -> GuidePage:
    browser.wait(lambda: isinstance(browser.window.navigator.page, GuidePage))
    page = browser.window.navigator.page
    assert isinstance(page, GuidePage)
    browser.wait(lambda: page.is_settled)
    return page


def text_of(page: GuidePage) -> str:
    return page.article.pane.view.text


def test_f1_opens_it_without_a_sign_in(start: Callable[..., Browser]) -> None:
    browser = start()
    browser.wait(lambda: browser.window.navigator.is_welcome)
    press(browser.window, Qt.Key.Key_F1)
    page = guide_in(browser)
    assert page.failure is None
    assert "http://127.0.0.1:17272/callback" in text_of(page)
    assert [one.text for one in page.article.headings][1] == "First steps"
    assert browser.window.chrome.address.text() == "osubrowser:guide"
    page.open_requested.emit(WebAddress("https://osu.ppy.sh/home/account/edit#oauth"), "web")
    assert browser.opened == ["https://osu.ppy.sh/home/account/edit#oauth"]


def test_it_names_the_keys_in_force_and_is_found_where_it_was_left(
    start: Callable[..., Browser],
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.app.preferences.set_keys("address", ["Ctrl+Alt+Y"])
    browser.window.navigator.open(AppPlace("guide"))
    page = guide_in(browser)
    assert "Ctrl+Alt+Y" in text_of(page)
    assert "Ctrl+L" not in text_of(page)
    bar = page.article.pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    there = page.article.scroll_position()
    browser.window.navigator.open(AppPlace("settings"))
    press(browser.window, Qt.Key.Key_F1)
    page = guide_in(browser)
    browser.wait(lambda: page.article.scroll_position() == there)
    page.start_filter()
    page.article.find_bar.field.setText("keyring")
    browser.wait(lambda: page.article.find_bar.count.text().startswith("1 of"))
    page.article.pane.view.selectAll()
    page.copy_selection()
    assert "Ctrl+Alt+Y" in QApplication.clipboard().text()
