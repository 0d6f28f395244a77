"""Quitting while a person's file is written or read: that is done, whole, before the end."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from osubrowser import cli
from osubrowser.app import App
from osubrowser.services.library.bookmarks import Bookmarks
from osubrowser.services.places.places import AppPlace, Place, ReplayPlace, UserPlace
from osubrowser.services.runtime.calls import WORKERS
from osubrowser.services.runtime.open_request import OpenRequest
from osubrowser.ui.pages.bookmarks.page import BookmarksPage
from osubrowser.ui.shell.navigator import WAITS
from osubrowser.ui.shell.open_tabs import MOST_BESIDE
from tests.e2e.conftest import Browser, quit_program


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What the workers wait for; opened at the latest after the test."""
    gate = threading.Event()
    yield gate
    gate.set()


def choose(page: QWidget, path: Path) -> None:
    """Choose a file in the dialog that a page has opened."""
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def quit_with_the_gate_shut(
    browser: Browser, loop: asyncio.AbstractEventLoop, gate: threading.Event
) -> None:
    """Close the program; only once it is about to end do the workers get on."""
    loop.call_soon(lambda: loop.call_soon(gate.set))
    quit_program(browser)
    assert browser.app.errors == []


def test_an_export_that_waits_for_a_worker_is_written_all_the_same(
    start: Callable[..., Browser],
    loop: asyncio.AbstractEventLoop,
    gate: threading.Event,
    tmp_path: Path,
) -> None:
    browser = start("--demo")
    browser.wait_for_rows(30_000)
    rows = len(browser.rankings.model.loaded_rows())
    for _ in range(WORKERS):
        browser.app.executor.submit(gate.wait, 10)
    path = tmp_path / "ranking.json"
    browser.rankings.export()
    choose(browser.rankings, path)
    quit_with_the_gate_shut(browser, loop, gate)
    assert len(json.loads(path.read_text("utf-8"))) == rows


def test_imported_bookmarks_are_kept_though_the_program_is_quit_at_once(
    start: Callable[..., Browser],
    loop: asyncio.AbstractEventLoop,
    gate: threading.Event,
    tmp_path: Path,
) -> None:
    path = tmp_path / "kept.json"
    entries = [{"address": "https://osu.ppy.sh/users/12345", "title": "Somebody"}]
    path.write_text(
        json.dumps({"format": "osubrowser bookmarks", "version": 1, "bookmarks": entries})
    )
    browser = start("--demo")
    browser.wait_for_rows(30_000)
    browser.wait(lambda: browser.app.library.is_loaded)
    browser.window.navigator.open(AppPlace("bookmarks"))
    page = browser.window.navigator.page
    assert isinstance(page, BookmarksPage)
    held = loop.create_task(browser.app.calls.run_at_once(gate.wait, 10))
    page.bar.imports.click()
    choose(page, path)
    quit_with_the_gate_shut(browser, loop, gate)
    browser.wait(held.done)
    kept = Bookmarks.load(browser.app.folders.demo_bookmarks_file)
    assert [one.title for one in kept] == ["Somebody"]


def test_the_end_of_the_desktop_s_session_writes_every_file(start: Callable[..., Browser]) -> None:
    browser = start("--demo", "https://osu.ppy.sh/users/2")
    app = browser.app
    browser.wait(lambda: app.library.is_loaded)
    app.library.add(UserPlace(3), "BanchoBot")
    app._write_files()  # the desktop may kill the process now
    saved = json.loads(app.folders.settings_file.read_bytes())
    assert "users/2" in json.dumps(saved["open_places"]["demo"])
    assert [one.title for one in Bookmarks.load(app.folders.demo_bookmarks_file)] == ["BanchoBot"]


def test_requests_that_take_all_workers_delay_no_bookmark(
    start: Callable[..., Browser], gate: threading.Event
) -> None:
    browser = start("--demo")
    app = browser.app
    browser.wait(lambda: app.library.is_loaded)
    for _ in range(WORKERS):
        app.executor.submit(gate.wait, 60)
    app.library.add(UserPlace(3), "BanchoBot")
    app.preferences.set("titles", "original")
    browser.wait(app.folders.demo_bookmarks_file.exists)
    settings_file = app.folders.settings_file
    browser.wait(lambda: settings_file.exists() and b'"original"' in settings_file.read_bytes())
    assert not gate.is_set()
    gate.set()


def test_a_later_start_opens_a_tab_of_its_own(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    window, navigator = browser.window, browser.window.navigator
    window.showMinimized()
    browser.app._on_open_requested(OpenRequest(("https://osu.ppy.sh/users/2",)))
    assert not window.isMinimized()
    assert navigator.place == UserPlace(2)
    assert navigator.place_index == 0
    for n in range(3, MOST_BESIDE + 2):
        navigator.open(UserPlace(n), "background")
    browser.app._on_open_requested(OpenRequest(("https://osu.ppy.sh/users/1000",)))
    assert navigator.place == UserPlace(1000)  # there is no room for another tab
    assert len(navigator.places) == MOST_BESIDE
    browser.app._on_open_requested(OpenRequest(("/home/a/a song.osz",)))
    assert window.message_bar.text == "This is no replay file of this computer: a song.osz"
    browser.app._on_open_requested(OpenRequest(("/home/a/a replay.osr",)))
    place: Place = navigator.place
    assert place == ReplayPlace(("/home/a/a replay.osr",))
    window.message_bar.dismiss()
    browser.app._on_open_requested(OpenRequest(("javascript:alert(1)",)))
    assert window.message_bar.text == "This is no address of osu!: javascript:alert(1)"


def test_what_later_starts_ask_for_waits_for_a_session(start: Callable[..., Browser]) -> None:
    browser = start()
    window, navigator = browser.window, browser.window.navigator
    for n in range(1, MOST_BESIDE + 11):
        browser.app._on_open_requested(OpenRequest((f"https://osu.ppy.sh/users/{n}",)))
    assert navigator.is_welcome
    assert window.message_bar.text == WAITS
    browser.run(browser.app.start_demo())
    last = [UserPlace(n) for n in range(11, MOST_BESIDE + 11)]
    assert [place for place, _title in navigator.places] == last
    assert navigator.place == last[-1]


def test_a_window_closed_before_the_event_loop_runs_ends_the_program(
    qapp: QApplication, qtbot: QtBot, loop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    app = App(qapp, cli.parse(["--demo", "--profile", str(profile)]), profile=profile)
    app.window.show()
    app.window.close()
    live = loop.create_task(app.live())
    try:
        qtbot.waitUntil(live.done)
        assert live.result() == 0
        assert app.is_closed
    finally:
        if not live.done():
            live.cancel()
            qtbot.waitUntil(live.done)
        app.executor.shutdown(wait=True)
