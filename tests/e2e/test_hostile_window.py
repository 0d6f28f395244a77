"""A server that says hostile things to the whole window: letters everywhere, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt, QUrl
from PySide6.QtNetwork import QNetworkRequest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QTabBar, QWidget

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from osubrowser.services.assets.download import AssetDownloader, DownloadFailed
from osubrowser.services.places.places import (
    AppPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)
from tests.conftest import Server
from tests.e2e.conftest import Browser
from tests.idle import WAIT
from tests.ui.gestures import press, write
from tests.ui.hostile_text import HostileServer
from tests.ui.pages.player.test_hostile_profile import ROLES, TURNS, is_harmless

LONGEST = 4000
PLACES = (
    RankingsPlace(),
    RankingsPlace("taiko", "score"),
    RankingsPlace(type="country"),
    RankingsPlace(type="team"),
    RankingsPlace(type="charts"),
    RankingsPlace(type="kudosu"),
    UserPlace(2),
    BeatmapsPlace(),
    BeatmapsPlace(view="table"),
    BeatmapsPlace(view="difficulties"),
    BeatmapsetPlace(2377063),
    BeatmapsetPlace(2377063, section="scores"),
    BeatmapsetPlace(2377063, section="discussion"),
    BeatmapsetPlace(2377063, section="discussion", view="events"),
    BeatmapsetPlace(592246, section="comments"),
    ScorePlace(2797309065, "osu"),
    ListPlace("packs"),
    ListPlace("packs", (("beatmapset", "love"),)),
    ThingPlace("pack", "S1"),
    ListPlace("news"),
    ThingPlace("news", "150"),
    ListPlace("changelog"),
    ListPlace("changelog", (("stream", "lazer"), ("view", "entries"))),
    ThingPlace("changelog", "lazer"),
    ListPlace("comments"),
    ListPlace("rooms"),
    ListPlace("friends"),
    *(ThingPlace("room", "930374", section=key) for key in ("", "leaderboard", "scores")),
    ThingPlace("room", "1041274", section="events"),
    *(ThingPlace("team", "987", section=key) for key in ("", "members")),
    ListPlace("scores"),
    ListPlace("tracks"),
    ListPlace("search", (("query", "rei"),)),
    ThingPlace("match", "113446296"),
    ThingPlace("topic", "2077000"),
    ThingPlace("wiki", "en/Main_page"),
    AppPlace("recent"),
    AppPlace("bookmarks"),
    AppPlace("settings"),
)


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that pictures were asked for at; none of them leaves this machine."""
    found: list[str] = []

    def request(_self: AssetDownloader, address: QUrl) -> QNetworkRequest:
        found.append(address.toString())
        raise DownloadFailed("nothing is fetched here", lasting=True)

    monkeypatch.setattr(AssetDownloader, "_request", request)
    return found


@pytest.fixture
def browser(
    start: Callable[..., Browser], fetched: list[str], demo_world: World
) -> Iterator[Browser]:
    """The program, a player signed in to a server that spoils all it says."""
    del fetched
    with DemoServer(world=demo_world) as demo:
        behind = Server(demo.url, demo.client_id, demo.client_secret, "")
        server = HostileServer(behind, all_of_it=False)
        try:
            browser = start("--server", server.url)
            entering = browser.app.account.adopt(
                server.url, demo.client_id, demo.client_secret, demo.player_token()
            )
            browser.run(entering, WAIT)
            yield browser
            browser.window.close()
            browser.run(browser.app.close())
        finally:
            server.close()


def show(browser: Browser, place: Place, how: str = "here") -> None:
    """Open a place and wait until all of it is there, or a sentence."""
    navigator = browser.window.navigator
    navigator.open(place, how)
    browser.wait(lambda: navigator.page is not None and navigator.page.is_settled, WAIT)


def said(root: QWidget) -> Iterator[str]:
    """What lists, tabs, fields and menus say, beyond what `is_harmless` looks at."""
    yield root.windowTitle()
    for bar in root.findChildren(QTabBar):
        for at in range(bar.count()):
            yield from (bar.tabText(at), bar.tabToolTip(at), bar.accessibleTabName(at))
    for field in root.findChildren(QLineEdit):
        yield from (field.text(), field.placeholderText())
    for menu in root.findChildren(QMenu):
        yield from (action.text() for action in menu.actions())
    for model in _models(root):
        yield from _cells(model)


def _models(root: QWidget) -> list[QAbstractItemModel]:
    found: list[QAbstractItemModel | None] = [
        view.model() for view in root.findChildren(QAbstractItemView)
    ]
    return [model for model in found if model is not None]


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 10)):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in ROLES)


def look(browser: Browser) -> None:
    """Find nothing in the whole window that does more than be read, or pushes it apart."""
    window = browser.window
    is_harmless(window)
    for text in said(window):
        assert not TURNS & set(text), text[:100]
        assert len(text) < LONGEST
    for model in _models(window):
        for row in range(min(model.rowCount(), 10)):
            tip = str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")
            assert "<img" not in tip, tip[:100]
    for bar in window.findChildren(QTabBar):
        assert not any("<img" in bar.tabToolTip(at) for at in range(bar.count()))
    assert len(window.windowTitle()) < 200
    assert window.minimumSizeHint().width() <= 860
    assert not window.grab().isNull()


def test_every_part_of_the_window_shows_letters(browser: Browser, fetched: list[str]) -> None:
    window, library = browser.window, browser.app.library
    browser.wait(lambda: library.is_loaded, WAIT)
    for place in PLACES:
        show(browser, place)
        look(browser)
    show(browser, UserPlace(2), "new")
    window.navigator.open(UserPlace(3178418), "background")
    browser.wait(lambda: all(title for _, title in window.navigator.places), WAIT)
    browser.wait(lambda: len(library.recent) > 0, WAIT)
    assert window.bookmark_controller is not None
    window.bookmark_controller.bookmark()
    assert any("<img" in one.title for one in library.bookmarks)
    look(browser)
    window.commands.copy_link(window.navigator.place)
    window.commands.fill_history(QMenu(window), -1)
    for place in (AppPlace("bookmarks"), AppPlace("recent")):
        show(browser, place)
        look(browser)
    for address in fetched:
        parts = urlsplit(address)
        is_osu = parts.scheme == "https" and (parts.hostname or "").endswith(".ppy.sh")
        assert is_osu or parts.hostname == "127.0.0.1", address


def test_hostile_suggestions_are_letters(browser: Browser) -> None:
    window = browser.window
    show(browser, RankingsPlace())
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.chrome.address.selectAll()
    write(window.chrome.address, "peppy")
    omnibox = window.omnibox
    browser.wait(lambda: not omnibox.is_asking, WAIT)
    assert any("<img" in row.title for row in omnibox.popup.rows)
    look(browser)
