"""The page of a score in the real window: what was sent, its links, its replay, refusals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from osubrowser.services.places.places import (
    BeatmapsetPlace,
    Place,
    ReplayPlace,
    ScorePlace,
    UserPlace,
)
from osubrowser.ui.pages.score.kind import STABLE_SCORE
from osubrowser.ui.pages.score.page import ScorePage
from tests.conftest import Server, raw_answer
from tests.e2e.conftest import Browser
from tests.ui.gestures import click, press

STABLE = ScorePlace(STABLE_SCORE, "osu")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(browser: Browser, place: Place) -> ScorePage:
    """Open a score, and wait for it, or for the reason that it is not there."""
    browser.window.navigator.open(place)
    page = browser.window.navigator.page
    assert isinstance(page, ScorePage)
    browser.wait(lambda: page.is_settled)
    return page


@pytest.fixture
def guest_on(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Browser]:
    """Start the program as a guest of a server: `guest_on(server)`."""

    def begin(server: Server) -> Browser:
        monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
        monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
        return start("--server", server.url)

    return begin


def test_the_recorded_scores_are_what_the_page_shows(
    guest_on: Callable[..., Browser], recorded_server: Server
) -> None:
    browser = guest_on(recorded_server)
    body = raw_answer("v2/score_osu.json")
    for place, sent in (
        (ScorePlace(6_588_814_764), body[0] if isinstance(body, list) else body),
        (ScorePlace(4_220_635_589, "osu"), raw_answer("v2/get_score_200.json")),
    ):
        page = opened(browser, place)
        assert page.failure is None
        figures = {name: text for name, text, _ in page.figures.lines}
        assert figures["pp"] == f"{sent['pp']:,.2f}"
        assert figures["Accuracy"] == f"{sent['accuracy'] * 100:.2f}%"
        assert page.player.name == sent["user"]["username"]
        counts = sent["statistics"]
        shown = {name: text for name, text, _ in page.old_results.lines}
        assert shown == {
            "300": f"{counts['count_300']:,}",
            "100": f"{counts['count_100']:,}",
            "50": f"{counts['count_50']:,}",
            "Miss": f"{counts['count_miss']:,}",
        }
        assert [name for name, _, _ in page.mods.lines] == sent["mods"]
        title = browser.window.windowTitle()
        assert sent["user"]["username"] in title
        assert sent["beatmap"]["version"] in title
    page = opened(browser, ScorePlace(0))
    assert page.panel.text == "osu! has no such score."
    button = page.panel.button("web")
    assert button is not None
    click(button)
    assert browser.opened[-1].endswith("/scores/0")


def test_links_replay_and_both_addresses(
    guest_on: Callable[..., Browser], demo_server_with: Callable[..., Server], tmp_path: Path
) -> None:
    browser = guest_on(demo_server_with("--replay-limit", "600"))
    folder = tmp_path / "replays"
    browser.app.preferences.set("replay_folder", str(folder))
    browser.run(browser.app.replays.start())
    page = opened(browser, STABLE)
    subject = page.subject
    assert subject is not None
    score = subject.score
    facts = {name: text for name, text, _ in page.facts.lines}
    assert facts["Stable id"] == str(STABLE_SCORE)
    assert facts["Score id"] == str(score.id)
    # The same score by its other id.
    words = subject.words
    page = opened(browser, ScorePlace(score.id or 0))
    assert page.subject is not None
    assert page.subject.words == words
    press(browser.window, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == words
    # Links, and Back to the score without a request.
    navigator = browser.window.navigator
    assert score.beatmap is not None
    board = BeatmapsetPlace(score.beatmap.beatmapset_id, score.beatmap_id, "osu", section="scores")
    mine = BeatmapsetPlace(board.id, board.beatmap, "osu", section="scores", player=score.user_id)
    links: tuple[tuple[QAbstractButton, Place], ...] = (
        (page.board, board),
        (page.own, mine),
        (page.player, UserPlace(score.user_id, "osu")),
    )
    for button, place in links:
        click(button)
        assert navigator.place == place
        press(browser.window, Qt.Key.Key_Left, ALT)
        assert navigator.place == ScorePlace(score.id or 0)
        assert page.is_settled
        assert page.subject.words == words
    click(page.web)
    assert browser.opened[-1].endswith(f"/scores/{score.id}")
    # The replay.
    assert page.replay.text() == "Save replay"
    click(page.replay)
    browser.wait(lambda: page.replay.text() == "Open replay")
    (file,) = folder.glob("*.osr")
    click(page.replay)
    assert navigator.place == ReplayPlace((str(file),))


def test_failures_are_sentences_and_retry_goes_on(
    guest_on: Callable[..., Browser], demo_server_with: Callable[..., Server]
) -> None:
    browser = guest_on(demo_server_with("--faults", "500:0.4,truncate:0.2,garbage:0.2"))
    page = opened(browser, STABLE)
    for _ in range(60):
        if page.failure is None:
            break
        assert page.panel.text.endswith(".")
        button = page.panel.button("retry")
        assert button is not None
        click(button)
        browser.wait(lambda: page.is_settled)
    assert page.subject is not None
    assert page.subject.place == STABLE
    missing = opened(browser, ScorePlace(5))
    for _ in range(60):
        button = missing.panel.button("retry")
        if button is None:
            break
        click(button)
        browser.wait(lambda: missing.is_settled)
    assert missing.panel.text == "osu! has no such score."
