"""Replay files in the real program: named by a user, shown without a session, opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from osubrowser.api.client import Client
from osubrowser.services.places.places import RankingsPlace, ReplayPlace
from osubrowser.services.runtime.open_request import OpenRequest
from osubrowser.ui.pages.playback.page import PlaybackPage
from tests.e2e.conftest import Browser, quit_program
from tests.idle import settle
from tests.models.replays.plays import HITS, beatmap_file, frames_of, replay_file, write
from tests.ui.gestures import click

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A replay file with spaces and other letters in its name."""
    return write(tmp_path, "プレイヤー - a b [x].osr", replay_file(beatmap_file(), frames_of(HITS)))


def page_of(browser: Browser) -> PlaybackPage:
    """Wait for the page of replays, and return it."""
    browser.wait(lambda: isinstance(browser.window.navigator.page, PlaybackPage))
    page = browser.window.navigator.page
    assert isinstance(page, PlaybackPage)
    browser.wait(lambda: page.is_settled)
    settle()
    return page


def test_a_path_that_is_typed_opens(start: Callable[..., Browser], path: str) -> None:
    browser = start()
    path = write(Path(path).parent, "a b [x].osr", Path(path).read_bytes())  # keys type ASCII
    browser.go(path)
    page = page_of(browser)
    assert page.scene is not None
    assert browser.window.navigator.place == ReplayPlace((path,))
    assert browser.window.windowTitle().startswith("player - Unknown beatmap")
    shown = browser.window.chrome.address.text()
    assert shown == f"file://{path}"
    browser.go("osubrowser:settings")
    assert browser.window.navigator.place != ReplayPlace((path,))
    browser.go(shown)
    assert browser.window.navigator.place == ReplayPlace((path,))


def test_the_command_line_and_a_later_start_name_files(
    start: Callable[..., Browser], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(path).parent)
    browser = start(Path(path).name)
    assert page_of(browser).scene is not None
    assert browser.window.navigator.place == ReplayPlace((path,))
    other = write(Path(path).parent, "other.osr", Path(path).read_bytes())
    browser.app._on_open_requested(OpenRequest((other,)))
    page = page_of(browser)
    assert page.scene is not None
    assert page.scene.first.path == other
    browser.app._on_open_requested(OpenRequest.of_start(["missing.osr"]))
    assert "no file “missing.osr”" in page_of(browser).nothing.accessibleName()


def test_files_are_dropped_on_the_window(start: Callable[..., Browser], path: str) -> None:
    browser = start()
    other = write(Path(path).parent, "other.osr", Path(path).read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(one) for one in (path, other, __file__)])
    window, copy = browser.window, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPoint(9, 9), copy, data, LEFT, NONE))
    page = page_of(browser)
    assert window.navigator.place == ReplayPlace((path, other))
    assert page.scene is not None
    assert len(page.scene.tracks) == 2


def test_replays_are_open_again_at_the_next_start(start: Callable[..., Browser], path: str) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.window.navigator.open(ReplayPlace((path,)), "new")
    page_of(browser)
    title = browser.window.navigator.places[0][1]
    assert title.startswith("player - ")
    quit_program(browser)
    later = start("--demo")
    assert page_of(later).scene is not None
    assert later.window.navigator.places == [(ReplayPlace((path,)), title)]


def test_another_replay_does_not_replace_one_of_the_last_start(
    start: Callable[..., Browser], path: str
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.window.navigator.open(ReplayPlace((path,)))
    page_of(browser)
    browser.window.navigator.select(1)
    quit_program(browser)
    later = start("--demo")
    other = Path(path).with_name("other.osr")
    other.write_bytes(Path(path).read_bytes())
    navigator = later.window.navigator
    navigator.open(ReplayPlace((str(other),)))
    assert page_of(later).scene is not None
    navigator.go(-1)
    assert navigator.place == ReplayPlace((path,))


def test_back_returns_to_the_moment(start: Callable[..., Browser], path: str) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.window.navigator.open(ReplayPlace((path,)))
    page = page_of(browser)
    page.seek(1234)
    browser.window.navigator.open(RankingsPlace())
    browser.wait_for_rows()
    browser.window.navigator.go(-1)
    assert page_of(browser).clock.position == 1234


def test_a_beatmap_is_fetched_once_there_is_a_session(
    start: Callable[..., Browser], path: str
) -> None:
    browser = start(path)
    page = page_of(browser)
    button = page.notice.button("fetch")
    assert button is not None
    click(button)
    assert "Sign in" in page_of(browser).notice.text()
    assert browser.window.navigator.page is page  # it stays


def replays_of(client: Client, folder: Path) -> dict[str, str]:
    """Save a replay of each ruleset: of the first player who has one with a miss. Blocks."""
    found = {}
    for mode in ("osu", "taiko", "fruits", "mania"):
        users = [one.user for one in client.ranking(mode, "performance").ranking if one.user]
        scores = (
            score for user in users for score in client.user_scores(user.id or 0, "best", mode=mode)
        )
        score = next(one for one in scores if one.has_replay and one.statistics.miss)
        assert score.score_id is not None
        data = client.download_score(score.score_id, raw=True)
        found[mode] = write(folder, f"{mode}.osr", data)
    return found


def test_replays_of_the_demo_are_played_and_judged(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    client = browser.app.account.client
    assert client is not None
    files = browser.run(browser.app.calls.run(replays_of, client, tmp_path))
    for mode, file in files.items():
        browser.window.navigator.open(ReplayPlace((file,)))
        page = page_of(browser)
        button = page.notice.button("fetch")
        assert button is not None, mode
        click(button)
        page = page_of(browser)
        assert page.scene is not None
        judged = page.scene.first.judged
        assert judged is not None, page.notice.text()
        assert judged.analysis.counts == judged.analysis.header_counts
        assert page.scene.objects
        page.step_miss(1)
        assert page.controls.said.text().startswith("Missed at ")
        assert not page.field.picture().isNull()


def test_charts_of_the_demo_name_the_pp_of_the_server(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    client = browser.app.account.client
    assert client is not None
    files = browser.run(browser.app.calls.run(replays_of, client, tmp_path))
    for mode in ("osu", "fruits"):
        browser.window.navigator.open(ReplayPlace((files[mode],)))
        page = page_of(browser)
        button = page.notice.button("fetch")
        assert button is not None, mode
        click(button)
        page = page_of(browser)
        if not page.charts.isVisible():
            click(page.controls.charts)
        page = page_of(browser)
        charts = page.charts
        assert charts.errors.series, mode
        assert charts.pp.curves, mode
        assert charts.presses.curves, mode
        panel = charts.performance
        assert panel.result.text().endswith(" pp"), mode
        assert panel.server.text().startswith("This play, as osu! has it: "), mode


def test_the_website_has_no_replay_files(start: Callable[..., Browser], path: str) -> None:
    browser = start(path)
    page_of(browser)
    browser.window.commands.open_web()
    assert browser.opened == []
    assert "the website does not have it" in browser.window.message_bar.text
