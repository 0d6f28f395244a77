"""The replay library in the real program: plays of the embedded osu!, and dropped files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from osubrowser.services.places.places import AppPlace, ReplayPlace
from osubrowser.ui.pages.replays.library import LibraryView
from osubrowser.ui.pages.replays.page import ReplaysPage
from tests.conftest import Server
from tests.e2e.conftest import Browser
from tests.replay_files import beatmap_file, replay_file, saved
from tests.services.downloads.parts import client_of, short_scores
from tests.ui.gestures import click

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
LIBRARY = AppPlace("replay-library")


def drop(browser: Browser, *paths: Path) -> None:
    """Drop files and folders on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window, copy = browser.window, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPoint(9, 9), copy, data, LEFT, NONE))


def library_of(browser: Browser) -> LibraryView:
    """Wait until the library is shown, and return its view."""
    browser.wait(lambda: isinstance(browser.window.navigator.page, ReplaysPage))
    view = cast("ReplaysPage", browser.window.navigator.page).library
    browser.wait(lambda: view.isVisible() and view.is_settled)
    return view


def names(view: LibraryView) -> list[str]:
    rows = (view.model.row_at(n) for n in range(view.model.rowCount()))
    return [row.item.path.name for row in rows if row is not None]


@pytest.fixture
def quiet(start: Callable[..., Browser], tmp_path: Path) -> Browser:
    """The program in the demo, with no replays and no installed game."""
    browser = start("--demo")
    browser.app.preferences.set("use_installed", False)
    browser.app.preferences.set("replay_folder", str(tmp_path / "saved"))
    browser.wait_for_rows()
    browser.run(browser.app.replays.start())
    return browser


def test_a_folder_that_is_dropped_is_listed_and_watched(quiet: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    saved(folder, "a.osr", replay_file(beatmap_file(), player="Anna"))
    drop(quiet, folder)
    view = library_of(quiet)
    assert quiet.window.navigator.place == LIBRARY
    quiet.wait(lambda: names(view) == ["a.osr"])
    assert quiet.app.settings.replay_folders == [str(folder)]
    assert quiet.window.message_bar.text == f"“{folder}” is in the replay library now."
    saved(folder, "b.osr", replay_file(beatmap_file(), player="Ben", day=2))
    quiet.wait(lambda: names(view) == ["b.osr", "a.osr"])


def test_a_file_that_is_dropped_opens_and_its_folder_can_be_watched(
    quiet: Browser, tmp_path: Path
) -> None:
    path = saved(tmp_path / "mine", "a.osr", replay_file(beatmap_file(), player="Anna"))
    drop(quiet, path)
    window = quiet.window
    assert window.navigator.place == ReplayPlace((str(path),))
    quiet.wait(lambda: "is not watched" in window.message_bar.text)
    click(window.message_bar.button)
    quiet.wait(lambda: quiet.app.settings.replay_folders == [str(path.parent)])
    assert names(library_of(quiet)) == ["a.osr"]


def test_what_is_no_replay_is_said(quiet: Browser, tmp_path: Path) -> None:
    drop(quiet, saved(tmp_path, "picture.png", b"png"))
    quiet.wait(lambda: quiet.window.message_bar.text.startswith("There are no replays"))


def test_replays_of_the_server_get_their_figures_with_its_beatmaps(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = demo_server_with("--replay-limit", "600")
    folder = tmp_path / "replays"
    with client_of(server) as client:
        scores = short_scores(client, 1)[:2]
        for score in scores:
            data = client.download_score(score.score_id or 0, raw=True)
            saved(folder, f"{score.score_id}.osr", data)
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
    browser = start("--server", server.url)
    browser.app.preferences.set("use_installed", False)
    browser.app.preferences.set("replay_folder", str(folder))
    browser.run(browser.app.replays.start())
    browser.window.navigator.open(LIBRARY)
    view = library_of(browser)
    browser.wait(lambda: view.work.button("fetch") is not None and view.work.isVisible())
    fetch = view.work.button("fetch")
    assert fetch is not None
    click(fetch)
    found = browser.app.replays.library
    browser.wait(lambda: all(record.figures is not None for record in found.records()))
    by_id = {record.path.stem: record for record in found.records()}
    assert len(by_id) == len(scores)
    for score in scores:
        record = by_id[str(score.score_id)]
        assert record.figures is not None
        assert record.figures.agrees, record.note
        assert record.figures.misses == (score.statistics.count_miss or 0)
        assert record.score_id == score.score_id or record.legacy_id == score.legacy_score_id
    browser.wait(lambda: all(row.texts[8] != "–" for row in view.model.loaded_rows()))
