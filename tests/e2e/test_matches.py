"""Matches in the real window, by keyboard: from the list to a match, its sections, and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from osubrowser.services.places.places import BeatmapPlace, BeatmapsetPlace, ThingPlace
from osubrowser.ui.pages.feeds.page import FeedsPage
from osubrowser.ui.pages.match.page import MatchPage
from tests.e2e.conftest import Browser
from tests.ui.gestures import press

ALT = Qt.KeyboardModifier.AltModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    return widget


def test_from_the_list_through_a_match_and_back(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    window = browser.window
    navigator = window.navigator
    browser.go("osubrowser:matches")
    browser.wait(lambda: isinstance(navigator.page, FeedsPage) and navigator.page.list.model.loaded)
    feed = navigator.page
    assert isinstance(feed, FeedsPage)
    feed.bar.controls["active"].widget.button("0").click()  # type: ignore[attr-defined]
    browser.wait(lambda: feed.is_settled and feed.list.model.loaded)
    feed.take_focus()
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Return)
    browser.wait(lambda: isinstance(navigator.page, MatchPage) and navigator.page.is_settled)
    page = navigator.page
    assert isinstance(page, MatchPage)
    browser.wait(lambda: page.match is not None and page.is_settled)
    assert page.match is not None
    assert page.match.subject.title in window.windowTitle()
    assert page.isAncestorOf(focused())
    # Tab reaches every control of the header, and the pills.
    stops: set[str] = set()
    for _ in range(25):
        press(focused(), Qt.Key.Key_Tab)
        stops.add(focused().accessibleName() or focused().property("text") or "")
    assert {"Warm-ups", "Count failed scores", "Export all", "Games"} <= stops
    page.host.pills.button("games").setFocus()
    press(focused(), Qt.Key.Key_Right)
    browser.wait(lambda: page.is_settled and page.host.pills.current == "summary")
    page.host.pills.button("games").click()
    browser.wait(lambda: page.is_settled and page.host.pills.current == "games")
    page.take_focus()
    if page.match.games:
        press(focused(), Qt.Key.Key_Home)
        press(focused(), Qt.Key.Key_Return)
        browser.wait(lambda: isinstance(navigator.place, BeatmapsetPlace | BeatmapPlace))
        press(window, Qt.Key.Key_Left, ALT)
        browser.wait(lambda: isinstance(navigator.page, MatchPage))
    press(window, Qt.Key.Key_Left, ALT)
    browser.wait(lambda: isinstance(navigator.page, FeedsPage))
    assert ThingPlace("match", str(page.match.subject.id)) != navigator.place
