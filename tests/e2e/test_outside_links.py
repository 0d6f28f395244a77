"""Links from outside: they show a page, and nothing else happens without a click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from osubrowser.app import opened_address
from osubrowser.services.places.places import (
    MOST_REPLAYS,
    RankingsPlace,
    ReplayPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.places.urls import HOME, address
from osubrowser.services.runtime.open_request import OpenRequest
from osubrowser.services.session.account import AccountState
from osubrowser.ui.pages.page import Page
from tests.addresses import ADDRESSES
from tests.asset_server import AssetServer
from tests.e2e.conftest import Browser, quit_program
from tests.ui.gestures import click

STORE = f"osubrowser:{HOME}/store/listing"


def choices(browser: Browser) -> dict[str, Any]:
    """Return all settings that a user chooses."""
    preferences = browser.app.preferences
    return {name: getattr(preferences.settings, name) for name in preferences.names}


def is_settled(page: Page) -> bool:
    """Whether a page has loaded what it shows."""
    return page.is_settled


def test_no_link_changes_anything_or_opens_a_web_browser(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.wait(lambda: browser.app.library.is_loaded)
    app, window = browser.app, browser.window
    before, client, account = choices(browser), app.account.client, app.settings.sign_ins.copy()
    links = [f"osubrowser:{address(place)}" for _, place, _ in ADDRESSES]
    links += [text for text, _, _ in ADDRESSES]
    links += [f"osubrowser:{page.name}" for page in app.pages.app_pages]
    links += [
        "osubrowser:replays?save=1",
        "osubrowser:settings/reset",
        "osu://dl/1",
        "osu://edit/1",
    ]
    shown = set()
    for link in links:
        app._on_open_requested(OpenRequest((link,)))
        page = window.navigator.page
        assert page is not None
        browser.wait(partial(is_settled, page))
        shown.add(window.navigator.kind)
        assert browser.opened == [], link
        while window.navigator.places:
            window.navigator.close_place(0)
    assert len(shown) == len(app.pages.kinds) - 1, "each kind, but that of files"
    assert choices(browser) == before
    assert app.account.client is client
    assert app.account.state is AccountState.PLAYER
    assert app.settings.sign_ins == account
    assert list(app.library.bookmarks) == []
    assert not app.replays.queue.entries


def test_a_place_without_a_page_opens_in_the_web_browser_at_a_click_only(
    start: Callable[..., Browser],
) -> None:
    browser = start("--demo", STORE)
    browser.wait_for_rows()
    bar = browser.window.message_bar
    assert browser.opened == []
    assert "store/listing opens in the web browser only, as osu!'s API has no store" in bar.text
    browser.window.message_bar.dismiss()
    browser.app._on_open_requested(OpenRequest((STORE,)))
    assert browser.opened == []
    assert bar.button.text() == "Open in web browser"
    assert not bar._timer.isActive(), "it stays until it is closed"
    click(bar.button)
    assert browser.opened == [address(WebAddress(f"{HOME}/store/listing"))]


def test_a_flood_of_links_is_bounded(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    for n in range(200):
        browser.app._on_open_requested(OpenRequest((f"{HOME}/store/listing/{n}",)))
    closed = 0
    while not browser.window.message_bar.isHidden():
        browser.window.message_bar.dismiss()
        closed += 1
    assert closed == 10
    assert browser.opened == []


def test_several_addresses_of_one_start_are_all_opened(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    many = [str(tmp_path / f"{n} 曲.osr") for n in range(MOST_REPLAYS + 1)]
    browser = start("--demo", "osubrowser:users/2", f"{HOME}/users/3", *many)
    navigator = browser.window.navigator
    browser.wait(lambda: navigator.page is not None and navigator.page.is_settled)
    open_places = {navigator.place, *(place for place, _ in navigator.places)}
    open_places |= {entry.place for entry in navigator.history.behind()}
    assert {UserPlace(3), ReplayPlace(tuple(many[:MOST_REPLAYS]))} <= open_places
    assert any(isinstance(one, UserPlace) and one.user == 2 for one in open_places)
    assert browser.window.message_bar.text.startswith("1 ")


def test_macos_hands_files_and_links_to_the_running_program(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    path = tmp_path / "a b 曲.osr"
    navigator = browser.window.navigator
    for url in (QUrl.fromLocalFile(str(path)), QUrl("osubrowser:users/2")):
        browser.app._on_file_open_requested(opened_address(QFileOpenEvent(url)))
    assert [place for place, _ in navigator.places] == [ReplayPlace((str(path),)), UserPlace(2)]
    browser.app._on_file_open_requested(
        opened_address(QFileOpenEvent(QUrl(f"{HOME}/rankings/osu/performance?country=JP#rank-3")))
    )
    assert isinstance(navigator.place, RankingsPlace)
    assert (navigator.place.country, navigator.place.rank) == ("JP", 3)


def test_a_newer_version_is_told_once_a_day_and_its_page_opens_at_a_click(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = AssetServer()
    server.answers["/latest"] = (200, {}, b'{"tag_name": "v9999.1"}')
    monkeypatch.setenv("OSUBROWSER_RELEASES", f"{server.url}/latest")
    monkeypatch.setattr("osubrowser.app._PRELOAD_AFTER", 0.0)
    try:
        browser = start("--demo")
        browser.wait_for_rows()
        assert server.asked == [], "off at first"
        browser.app.preferences.set("check_updates", True)
        quit_program(browser)
        browser = start("--demo")
        bar = browser.window.message_bar
        browser.wait(lambda: bar.text.startswith("osubrowser 9999.1 is there."))
        assert browser.opened == []
        click(bar.button)
        assert browser.opened == [f"{server.url}/"]
        quit_program(browser)
        browser = start("--demo")
        browser.run(browser.app.preloaded())
        browser.wait_for_rows()
        quit_program(browser)
        assert server.asked == ["/latest"]
    finally:
        server.close()
