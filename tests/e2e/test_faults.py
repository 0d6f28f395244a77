"""A server in trouble: the window ends with every row, or with a sentence and Retry."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.places.places import BeatmapsPlace
from osubrowser.ui.pages.beatmaps.page import BeatmapsPage
from tests.conftest import Server
from tests.e2e.conftest import Browser

FAULTS = "429:0.1,500:0.1,reset:0.05,truncate:0.05,garbage:0.05,expire:0.05"


def sign_in(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)


def is_mode(browser: Browser, mode: str) -> bool:
    return browser.rankings.place.mode == mode


def retry_button(browser: Browser, page: QWidget | None = None) -> QPushButton | None:
    """The Retry button that is on screen, wherever it is."""
    for button in (page or browser.rankings).findChildren(QPushButton):
        if button.isVisible() and button.text() == "Retry":
            return button
    return None


def press_retry_until(
    browser: Browser, qtbot: QtBot, done: Callable[[], bool], page: BeatmapsPage | None = None
) -> int:
    """Press Retry whenever it is offered, as a person would; return how often."""
    presses = 0

    def there() -> bool:
        return done() or (page or browser.rankings).model.state is LoadState.FAILED

    while True:
        browser.wait(there)
        if done():
            return presses
        button = retry_button(browser, page)
        assert button is not None, "a failure without Retry"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        presses += 1
        assert presses < 200


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_the_recorded_ranking_ends_with_every_row(
    start: Callable[..., Browser],
    recorded_server_with: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    seed: str,
) -> None:
    server = recorded_server_with("--faults", FAULTS, "--seed", seed)
    sign_in(monkeypatch, server)
    browser = start("--server", server.url)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    model = browser.rankings.model
    press_retry_until(browser, qtbot, lambda: model.loaded == 50)
    for mode in ("taiko", "mania", "fruits", "osu"):
        browser.go(f"osu.ppy.sh/rankings/{mode}/score")
        browser.wait(partial(is_mode, browser, mode))
        press_retry_until(browser, qtbot, lambda: model.loaded == 50)
        browser.window.navigator.reload()
        press_retry_until(browser, qtbot, lambda: model.state in (LoadState.READY, LoadState.END))
        assert model.loaded == 50


def test_paging_through_faults_loses_no_row(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    server = demo_server_with("--faults", FAULTS)
    sign_in(monkeypatch, server)
    browser = start("--server", server.url)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    browser.go("osu.ppy.sh/rankings/osu/performance?country=JP")
    browser.wait(lambda: browser.rankings.place.country == "JP")
    model = browser.rankings.model
    bar = browser.rankings.table.verticalScrollBar()
    press_retry_until(browser, qtbot, lambda: model.loaded >= 50)
    while bar.value() < bar.maximum():
        browser.wheel(6)
        press_retry_until(browser, qtbot, lambda: not browser.skeletons())
    rows = [model.row_at(n) for n in range(model.rowCount())]
    ids = [row.item.user.id for row in rows if row is not None]
    assert len(ids) == len(set(ids)) == model.total
    assert [row.texts[0] for row in rows if row] == [f"#{n + 1:,}" for n in range(len(rows))]


def test_a_failed_page_keeps_the_rows_and_says_so(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    server = demo_server_with("--faults", "500:0.8", "--seed", "3")
    sign_in(monkeypatch, server)
    browser = start("--server", server.url)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    model = browser.rankings.model
    press_retry_until(browser, qtbot, lambda: model.loaded >= 50)
    bar = browser.rankings.table.verticalScrollBar()
    while model.state is not LoadState.FAILED:
        assert bar.value() < bar.maximum(), "no page has failed"
        loaded = model.loaded
        bar.setValue(bar.value() + 6 * 1700)  # beyond what is loaded ahead
        browser.wait(lambda: not browser.skeletons() or model.state is LoadState.FAILED)
        assert model.loaded >= loaded
    assert model.row_at(0) is not None
    assert browser.rankings.rows.foot_text
    assert retry_button(browser) is not None


def test_the_beatmap_listing_ends_with_every_row(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    server = demo_server_with("--faults", FAULTS)
    sign_in(monkeypatch, server)
    browser = start("--server", server.url)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    filters = (("q", "created>=2013-05-20 created<2013-07 stars>3"), ("s", "any"), ("nsfw", "1"))
    browser.window.navigator.open(BeatmapsPlace(filters, "difficulties"))
    browser.wait(lambda: isinstance(browser.window.navigator.page, BeatmapsPage))
    page = browser.window.navigator.page
    assert isinstance(page, BeatmapsPage)
    model, bar = page.model, page.list.rows.view.verticalScrollBar()
    settled = (LoadState.READY, LoadState.END)
    press_retry_until(browser, qtbot, lambda: model.state in settled, page)
    while model.state is not LoadState.END:
        bar.setValue(bar.maximum())
        press_retry_until(browser, qtbot, lambda: model.state in settled, page)
    rows = [row for row in map(model.row_at, range(model.rowCount())) if row is not None]
    assert [row.number for row in rows] == list(range(1, model.loaded + 1))
    assert len({row.id for row in rows}) == len(rows) > 100
