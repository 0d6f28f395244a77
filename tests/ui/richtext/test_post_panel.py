"""Where posts are missing there is a sentence, and what helps; posts that are there stay."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import LoginRequired, NotFound, Offline, RateLimited, ServerTrouble
from osubrowser.services.places.places import Place, UserPlace, WebAddress
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.richtext.post_panel import PostPanel
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.widgets.state_panel import Notice
from tests.models.posts.test_loads import Feed, Loader

ORIGIN = "https://osu.ppy.sh"


@pytest.fixture
def loader() -> Loader:
    return Loader()


@pytest.fixture
def panel(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, loader: Loader
) -> Iterator[tuple[PostPanel, Feed]]:
    del loop
    scope = TaskScope()
    feed = Feed(loader, scope)  # type: ignore[arg-type] # answers as one
    shown = PostPanel(
        "Comments",
        feed,
        lambda: ORIGIN,
        lambda: Notice("There are no comments here yet."),
        ramp(200, is_dark=True),
        None,
    )
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown, feed
    feed.clear()
    scope.cancel_all()
    shown.close()


def button(panel: PostPanel, words: str) -> QPushButton:
    return next(
        one for one in panel.findChildren(QPushButton) if one.isVisible() and one.text() == words
    )


def start(qtbot: QtBot, feed: Feed) -> None:
    feed.start()
    qtbot.waitUntil(lambda: feed.is_settled)


def test_nothing_there_is_a_sentence(
    panel: tuple[PostPanel, Feed], loader: Loader, qtbot: QtBot
) -> None:
    shown, feed = panel
    loader.answers = [[]]
    assert shown.panel_text == ""
    start(qtbot, feed)
    assert shown.panel_text == "There are no comments here yet."


def test_a_failure_offers_retry_which_loads(
    panel: tuple[PostPanel, Feed], loader: Loader, qtbot: QtBot
) -> None:
    shown, feed = panel
    loader.answers = [ServerTrouble(), ["a"]]
    start(qtbot, feed)
    assert "trouble" in shown.panel_text
    qtbot.mouseClick(button(shown, "Retry"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(feed.posts) == 1)
    assert shown.panel_text == ""
    assert shown.foot_text == ""


def test_posts_stay_above_the_sentence_of_a_failure(
    panel: tuple[PostPanel, Feed], loader: Loader, qtbot: QtBot
) -> None:
    shown, feed = panel
    loader.answers = [["a"], NotFound()]
    start(qtbot, feed)
    feed.load_page()
    qtbot.waitUntil(lambda: bool(shown.foot_text))
    assert shown.panel_text == ""
    assert [post.id for post in feed.posts] == ["a"]


def test_a_pause_counts_down(panel: tuple[PostPanel, Feed], loader: Loader, qtbot: QtBot) -> None:
    shown, feed = panel
    loader.answers = [["a"], RateLimited(retry_after=600), ["b"]]
    start(qtbot, feed)
    feed.load_page()
    qtbot.waitUntil(lambda: "asks us to wait" in shown.foot_text)
    feed.stop()


def test_signed_out_offers_to_sign_in(
    panel: tuple[PostPanel, Feed], loader: Loader, qtbot: QtBot
) -> None:
    shown, feed = panel
    loader.answers = [LoginRequired()]
    start(qtbot, feed)
    with qtbot.waitSignal(shown.sign_in_requested):
        qtbot.mouseClick(button(shown, "Sign in"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("answer", "is_online"), [(["a"], True), (Offline(), False)])
def test_it_tells_whether_osu_was_reached(
    panel: tuple[PostPanel, Feed],
    loader: Loader,
    qtbot: QtBot,
    answer: object,
    is_online: bool,
) -> None:
    shown, feed = panel
    loader.answers = [answer]
    with qtbot.waitSignal(shown.online_changed, check_params_cb=lambda on: on is is_online):
        feed.start()


def test_links_open_places_here_and_others_in_the_web_browser(
    panel: tuple[PostPanel, Feed],
) -> None:
    shown, _ = panel
    opened: list[tuple[Place, str]] = []
    shown.open_requested.connect(lambda place, how: opened.append((place, how)))
    for address in (f"{ORIGIN}/users/2", "https://example.com/", "javascript:alert(1)"):
        shown.list.link_activated.emit(address, "background")
    assert opened == [
        (UserPlace(2), "background"),
        (WebAddress("https://example.com/"), "web"),
    ]
