"""The wiki in the real window: links, anchors, history, languages, find, failures, offline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from osubrowser.models.table import background_refresh
from osubrowser.services.places.places import ListPlace, Place, ThingPlace
from osubrowser.ui.pages.wiki.page import WikiPageView
from tests.conftest import Server, raw_answer
from tests.e2e.conftest import Browser, quit_program
from tests.e2e.test_response_cache import AGO, Osu, guest, status
from tests.ui.gestures import click, press

CTRL = Qt.KeyboardModifier.ControlModifier
FORMATTING = "en/Help_centre/Formatting"


def wiki(key: str, anchor: str = "") -> ThingPlace:
    return ThingPlace("wiki", key, anchor=anchor)


def opened(browser: Browser, place: Place) -> WikiPageView:
    """Open a page of the wiki, and wait for it, or for the reason that it is not there."""
    browser.window.navigator.open(place)
    return shown(browser)


def shown(browser: Browser) -> WikiPageView:
    page = browser.window.navigator.page
    assert isinstance(page, WikiPageView)
    browser.wait(lambda: page.is_settled)
    return page


def follow(page: WikiPageView, text: str) -> None:
    """Click on some words in the text, which are brought into view by find in page."""
    view = page.article.pane.view
    assert view.find_text(text)
    view.show_match(0)
    where = view.match_rect(0).center()
    view.find_text("")
    click(view.viewport(), at=where)


@pytest.fixture
def browser(start: Callable[..., Browser]) -> Browser:
    return start("--demo")


def test_links_open_pages_and_back_returns_to_where_one_was(browser: Browser) -> None:
    page = opened(browser, wiki(FORMATTING))
    view, navigator = page.article.pane.view, browser.window.navigator
    assert page.header.title.text() == "Formatting"
    assert [text for text, _ in page.header.crumbs.links] == ["Wiki /", "Help centre /"]
    assert len(page.article.headings) == 9
    view.verticalScrollBar().setValue(90)
    at = view.scroll_position()
    follow(page, "Rules")
    assert navigator.place == wiki("en/Rules")
    shown(browser)
    assert page.header.title.text() == "Rules"
    navigator.go(-1)
    assert navigator.place == wiki(FORMATTING)
    shown(browser)
    assert view.scroll_position() == at > 0


def test_anchors_are_places_of_the_history(browser: Browser) -> None:
    page = opened(browser, wiki(FORMATTING, "lists"))
    view, navigator = page.article.pane.view, browser.window.navigator
    browser.wait(lambda: view.heading_at_top(page.article.headings) == "lists")
    page = opened(browser, wiki(FORMATTING))
    page.article.contents.setFocus()
    index = page.article.contents.model().index(4, 0)
    assert index.data().strip() == "Alerts"
    page.article.contents.setCurrentIndex(index)
    press(page.article.contents, Qt.Key.Key_Return)
    assert navigator.place == wiki(FORMATTING, "alerts")
    assert view.heading_at_top(page.article.headings) == "alerts"
    follow(page, "Tables of numbers")
    assert navigator.place == wiki(FORMATTING, "numbers")
    navigator.go(-1)
    navigator.go(-1)
    shown(browser)
    assert navigator.place == wiki(FORMATTING)
    assert page.landmark() == (wiki(FORMATTING), "Formatting")


def test_a_page_that_has_moved_has_its_new_address(browser: Browser) -> None:
    page = opened(browser, wiki("en/formatting"))
    assert browser.window.navigator.place == wiki(FORMATTING)
    assert not browser.window.navigator.can_go_back or page.subject is not None
    assert page.subject is not None
    assert page.subject.path == "Help_centre/Formatting"


def test_a_page_that_is_loaded_has_a_placeholder(browser: Browser) -> None:
    browser.window.navigator.open(wiki("en/Rules"))
    page = browser.window.navigator.page
    assert isinstance(page, WikiPageView)
    assert page.article.skeleton.isVisible()
    assert page.article.skeleton.geometry() == page.article.rect()
    shown(browser)
    assert not page.article.skeleton.isVisible()


def test_languages_are_chosen_from_their_names(browser: Browser) -> None:
    page = opened(browser, wiki(FORMATTING))
    page.header.languages.chosen.emit("ja")
    shown(browser)
    assert browser.window.navigator.place == wiki("ja/Help_centre/Formatting")
    assert page.header.title.text() == "書式"
    assert page.header.languages.current.text == "日本語"
    assert "out of date" in page.article.pane.view.text
    opened(browser, wiki("sv/Storyboard"))
    assert "not translated into Svenska" in page.article.pane.view.text
    assert "stub" in page.article.pane.view.text


def test_find_copy_and_keys(browser: Browser) -> None:
    page = opened(browser, wiki(FORMATTING))
    view, bar = page.article.pane.view, page.article.find_bar
    page.start_filter()
    bar.field.setText("PAGE")
    bar.search()
    assert bar.matches == view.text.lower().count("page") > 3
    press(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 of {bar.matches}"
    press(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == f"{bar.matches} of {bar.matches}"
    bar.field.setText("nothing like it")
    bar.search()
    assert bar.count.text() == "No matches"
    press(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert view.hasFocus()
    press(view, Qt.Key.Key_A, CTRL)
    press(view, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("A page is written")
    assert "脚注" in copied
    press(view, Qt.Key.Key_Home)
    told: list[str] = []
    view.link_hovered.connect(told.append)
    for _ in range(3):  # after the footnote and the rules
        press(view, Qt.Key.Key_Tab)
    assert [one for one in told if one][-1].endswith("/wiki/en/Help_centre/Installation")
    press(view, Qt.Key.Key_Return)
    browser.wait(lambda: browser.window.navigator.place == wiki("en/Help_centre/Installation"))


def test_a_page_that_does_not_exist_offers_a_search(browser: Browser) -> None:
    page = opened(browser, wiki("en/No_such_page"))
    assert page.failure is not None
    assert page.panel.text == "The wiki has no such page."
    button = page.panel.button("search")
    assert button is not None
    click(button)
    place = ListPlace("search", (("mode", "wiki_page"), ("query", "No such page")))
    assert browser.window.navigator.place == place or browser.opened


def test_the_recorded_front_page_in_both_colours(
    start: Callable[..., Browser], recorded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", recorded_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", recorded_server.client_secret)
    browser = start("--server", recorded_server.url)
    page = opened(browser, wiki("en/Main_page"))
    sent = raw_answer("v2/get_wiki_page_200.json")
    headings = [heading.text for heading in page.article.headings]
    assert headings == [
        re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", line.lstrip("# "))
        for line in sent["markdown"].split("\n")
        if line.startswith("# ")
    ]
    text = page.article.pane.view.text
    blurb = sent["markdown"].partition('blurb">\n')[2].partition("\n")[0]
    assert blurb
    assert blurb in text
    assert "<div" not in text
    assert page.header.languages.current.text == "English"


@pytest.fixture
def osu(monkeypatch: pytest.MonkeyPatch) -> Iterator[Osu]:
    server = Osu()
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.3)
    yield server
    server.stop()


def test_a_page_that_was_read_is_there_without_a_server(
    start: Callable[..., Browser], osu: Osu
) -> None:
    browser = guest(start, osu)
    text = opened(browser, wiki("ja/Rules")).article.pane.view.text
    quit_program(browser)
    osu.stop()
    browser = guest(start, osu)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    page = opened(browser, wiki("ja/Rules"))
    assert page.article.pane.view.text == text
    browser.wait(lambda: AGO.search(status(browser)))
    opened(browser, wiki("ja/Main_page"))
    assert page.failure is not None
    assert page.panel.button("retry") is not None


def test_a_page_that_cannot_be_loaded_again_says_how_old_it_is(
    start: Callable[..., Browser], osu: Osu
) -> None:
    browser = guest(start, osu)
    page = opened(browser, wiki("en/Rules"))
    text = page.article.pane.view.text
    osu.stop()
    browser.window.navigator.reload()
    browser.wait(lambda: AGO.search(status(browser)))
    assert page.article.pane.view.text == text
