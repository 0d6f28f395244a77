"""Closable places in the real program: opened by the middle button, at hand when gone to, kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt

from osubrowser.services.places.places import Place, RankingsPlace, UserPlace
from osubrowser.ui.pages.player.page import PlayerPage
from tests.conftest import Server
from tests.e2e.conftest import Browser, quit_program
from tests.ui.gestures import MIDDLE, click, press

CTRL = Qt.KeyboardModifier.ControlModifier
LATENCY = 1.5  # seconds, so that what waits for the server is told from what does not


@pytest.fixture
def slow(
    demo_server_with: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> Callable[[float], Server]:
    def serve(latency: float) -> Server:
        server = demo_server_with("--latency", str(latency))
        monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
        monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
        return server

    return serve


def enter(start: Callable[..., Browser], server: Server) -> Browser:
    browser = start("--server", server.url)
    if browser.app.account.client is None:
        browser.run(browser.app.account.guest_from_environment())
    browser.wait_for_rows()
    return browser


def labels(browser: Browser) -> list[str]:
    bar = browser.window.chrome.places
    return [bar.tabText(n) for n in range(bar.count())]


def at(browser: Browser) -> Place:
    return browser.window.navigator.place


def row_middle(browser: Browser, row: int) -> QPoint:
    table = browser.rankings.table
    return QPoint(table.viewport().width() // 3, table.rowViewportPosition(row) + 10)


def test_a_row_opened_behind_is_named_and_there_without_waiting(
    start: Callable[..., Browser], slow: Callable[[float], Server]
) -> None:
    browser = enter(start, slow(LATENCY))
    names = [browser.texts(row)["player"] for row in (1, 3)]
    for row in (1, 3):
        click(browser.rankings.table.viewport(), MIDDLE, row_middle(browser, row))
    assert browser.window.navigator.place == RankingsPlace(), "what is seen stays"
    browser.wait(lambda: labels(browser) == names)
    bar = browser.window.chrome.places
    click(bar, at=bar.tabRect(1).center() - QPoint(12, 0))
    page = cast("PlayerPage", browser.window.navigator.page)
    browser.wait(lambda: page.profile is not None and page.profile.name == names[1])
    press(browser.window, Qt.Key.Key_W, CTRL)
    browser.wait(lambda: page.profile is not None and page.profile.name == names[0])


def test_a_ranking_opened_behind_is_called_by_the_name_of_its_country(
    start: Callable[..., Browser], slow: Callable[[float], Server]
) -> None:
    browser = enter(start, slow(0))
    browser.window.navigator.open(RankingsPlace(country="JP"), "background")
    browser.wait(lambda: labels(browser) == ["osu! performance ranking, Japan"])
    assert at(browser) == RankingsPlace(), "nobody has gone there yet"


def test_the_next_start_opens_what_was_open(
    start: Callable[..., Browser], slow: Callable[[float], Server]
) -> None:
    server = slow(0)
    browser = enter(start, server)
    browser.window.navigator.open(RankingsPlace(mode="taiko", country="JP"))
    browser.wait_for_rows()
    click(browser.rankings.table.viewport(), MIDDLE, row_middle(browser, 2))
    name = browser.texts(2)["player"]
    browser.wait(lambda: labels(browser) == [name])
    place = browser.window.navigator.places[0][0]
    assert isinstance(place, UserPlace)
    browser.window.navigator.select_place(0)
    quit_program(browser)
    second = start("--server", server.url)
    second.run(second.app.account.guest_from_environment())
    assert at(second) == place
    page = cast("PlayerPage", second.window.navigator.page)
    second.wait(lambda: page.profile is not None and page.profile.name == name)
    press(second.window, Qt.Key.Key_3, CTRL)
    assert at(second) == RankingsPlace(mode="taiko", country="JP")
    second.wait_for_rows()
