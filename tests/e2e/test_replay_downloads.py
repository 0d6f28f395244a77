"""Replays are got, queued and saved with real clicks, against the embedded osu! as a process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from osubrowser.api import Client
from osubrowser.api.entities.scores import Score
from osubrowser.api.replays import read_replay
from osubrowser.services.downloads.entries import DownloadState, ReplayTarget, WantedReplay
from osubrowser.services.downloads.queue import DownloadQueue
from osubrowser.services.places.places import (
    AppPlace,
    Place,
    RankingsPlace,
    ReplayPlace,
    UserPlace,
)
from osubrowser.services.replay_services import ReplayState
from osubrowser.ui.lists.list_controller import ListController
from osubrowser.ui.pages.replays.get_panel import BEATMAP, LINKS, LIST, PLAYER, GetPanel
from osubrowser.ui.pages.replays.page import ReplaysPage
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.row_table import RowTable
from tests.conftest import Server
from tests.e2e.conftest import Browser, quit_program
from tests.services.downloads.parts import client_of, short_scores
from tests.ui.gestures import click, press, write

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEY = "0123456789abcdef0123456789abcdef01234567"


class Downloads:
    """The page of downloads in a running program, and what it saves."""

    def __init__(self, browser: Browser, server: Server, folder: Path) -> None:
        self.browser = browser
        self.server = server
        self.window = browser.window
        self.folder = folder
        browser.app.preferences.set("replay_folder", str(folder))
        browser.run(browser.app.replays.start())

    @property
    def queue(self) -> DownloadQueue:
        return self.browser.app.replays.queue

    @property
    def page(self) -> ReplaysPage:
        if self.window.navigator.place != AppPlace("replays"):
            self.window.navigator.open(AppPlace("replays"))
        page = cast("ReplaysPage", self.window.navigator.page)
        if not page.queue.list.is_settled:
            self.browser.wait(lambda: page.queue.list.is_settled)
        return page

    @property
    def get(self) -> GetPanel:
        return self.page.queue.get

    def search(self, kind: str) -> str:
        """Press Find, and return what the page says then."""
        get = self.get
        assert get.kind == kind
        click(get.find_button)
        self.browser.wait(lambda: get.is_settled)
        return get.said.text()

    def add(self) -> None:
        get = self.get
        click(get.add_button)
        self.browser.wait(lambda: get.is_settled)

    def find_scores(self, count: int) -> list[Score]:
        with client_of(self.server) as client:
            return short_scores(client, 1)[:count]

    def rows(self, column: str) -> list[str]:
        model = self.page.queue.list.model
        at = [one.key for one in model.columns].index(column)
        return [model.index(row, at).data() for row in range(model.rowCount())]

    def wait_for(self, state: DownloadState, count: int) -> None:
        self.browser.wait(lambda: [e.state for e in self.queue.entries].count(state) == count)

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*"))

    def best_list(self, player: int) -> ListController:
        """Open the best scores of a player, and return their list."""
        self.window.navigator.open(UserPlace(player, section="best"))
        page = self.window.navigator.page
        assert page is not None

        def shown() -> list[ListController]:
            lists = page.findChildren(ListController)
            return [one for one in lists if one.offers_replays and one.model.loaded]

        self.browser.wait(lambda: bool(shown()))
        return shown()[0]


@pytest.fixture
def downloads_on(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Downloads]:
    """Start the program as a guest of an embedded osu!: `downloads_on("--latency", "0.2")`."""

    def begin(*options: str) -> Downloads:
        server = demo_server_with("--replay-limit", "600", *options)
        monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
        monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
        browser = start("--server", server.url)
        return Downloads(browser, server, tmp_path / "replays")

    return begin


@pytest.fixture
def downloads(downloads_on: Callable[..., Downloads]) -> Downloads:
    return downloads_on()


# --- the page --------------------------------------------------------------------------------


def test_the_tab_has_a_shortcut_an_address_and_two_halves(downloads: Downloads) -> None:
    window = downloads.window
    press(window, Qt.Key.Key_5, CTRL)
    page = downloads.page
    assert window.navigator.hue == 255
    assert window.chrome.address.text() == "osubrowser:replays"
    assert window.windowTitle() == "Replay downloads · osubrowser"
    assert page.queue.get.links.text.hasFocus()
    click(page.halves.button("replay-library"))
    assert window.navigator.place == AppPlace("replay-library")
    assert page.library.isVisible()
    press(window, Qt.Key.Key_Left, ALT)
    assert window.navigator.place == AppPlace("replays")
    assert page.queue.isVisible()


def test_pasted_links_are_found_added_saved_and_opened(downloads: Downloads) -> None:
    scores = downloads.find_scores(2)
    get = downloads.get
    QGuiApplication.clipboard().setText(
        "\n".join(f"{downloads.server.url}/scores/{score.score_id}" for score in scores)
        + "\nno score at all"
    )
    get.links.text.setFocus()
    press(get.links.text, Qt.Key.Key_V, CTRL)
    downloads.browser.wait(lambda: bool(get.found) and get.is_settled)
    assert get.said.text().startswith("2 replays found. The first: ")
    assert get.said.text().endswith("1 line without a score: “no score at all”")
    assert get.add_button.text() == "Add 2 replays to the queue"
    downloads.add()
    assert get.said.text() == "2 replays added."
    downloads.wait_for(DownloadState.DONE, 2)
    downloads.browser.wait(lambda: downloads.rows("state") == ["Saved", "Saved"])
    assert len(downloads.files) == 2
    assert all(read_replay(file.read_bytes()).max_combo for file in downloads.files)
    table = downloads.page.queue.table
    click(table.viewport(), at=QPoint(120, 17), double=True)
    assert downloads.window.navigator.place == ReplayPlace((downloads.queue.entries[0].path,))


def test_a_stable_id_needs_its_ruleset(downloads: Downloads) -> None:
    with client_of(downloads.server) as client:
        scores = client.user_scores(_first_player(client), "best", limit=100)
    old = next(one for one in scores if one.legacy_score_id and one.has_replay)
    get = downloads.get
    write(get.links.text, str(old.legacy_score_id))
    assert downloads.search(LINKS).startswith("osu! has no score")
    (known,) = downloads.find_scores(1)
    get.links.set_text(f"{known.score_id}\n99999999999")
    said = downloads.search(LINKS)
    assert said.endswith("osu! has no score 99999999999.")
    assert [one.target.score_id for one in get.found] == [known.score_id]
    get.links.set_text(str(old.legacy_score_id))
    get.links.mode.setFocus()
    press(get.links.mode, Qt.Key.Key_Down)
    assert get.links.mode.currentData() == "osu"
    press(get.links.text, Qt.Key.Key_Return)
    downloads.browser.wait(lambda: get.is_settled)
    assert [one.target.score_id for one in get.found] == [old.score_id]


def test_scores_of_a_file_are_read(downloads: Downloads, tmp_path: Path) -> None:
    scores = downloads.find_scores(7)
    file = tmp_path / "scores.csv"
    lines = [f"someone,{score.score_id}" for score in scores]
    file.write_text("\n".join(["player,score_id", *lines]))
    get = downloads.get
    click(get.links.file)
    dialog = get.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    downloads.browser.wait(lambda: len(get.found) == 7 and get.is_settled)
    assert get.said.text() == "7 scores found."
    get.read_file(str(tmp_path / "none.csv"))
    downloads.browser.wait(lambda: "cannot be read" in get.said.text())
    assert get.said.property("role") == "bad"


def test_the_top_of_a_beatmap_and_a_list_of_a_player(downloads: Downloads) -> None:
    (score,) = downloads.find_scores(1)
    get = downloads.get
    click(get.kinds.button(BEATMAP))
    assert "Paste the link of a difficulty" in downloads.search(BEATMAP)
    get.kinds.button(BEATMAP).setFocus()
    press(get.kinds.button(BEATMAP), Qt.Key.Key_Tab)
    assert get.beatmap.count.hasFocus()
    for before, after in (
        (get.beatmap.count, get.beatmap.beatmap),
        (get.beatmap.beatmap, get.beatmap.mods),
        (get.beatmap.mods, get.beatmap.mode),
        (get.beatmap.mode, get.find_button),
    ):
        press(before, Qt.Key.Key_Tab)
        assert after.hasFocus()
    write(get.beatmap.beatmap, str(score.beatmap_id))
    get.beatmap.count.setValue(10)
    assert downloads.search(BEATMAP).startswith("10 replay")
    get.beatmap.mods.setFocus()
    write(get.beatmap.mods, "HDD")
    assert "HDD" in downloads.search(BEATMAP)
    assert get.said.property("role") == "bad"
    get.beatmap.beatmap.setText("999999999")
    get.beatmap.mods.clear()
    assert downloads.search(BEATMAP) == "osu! has no such beatmap."
    click(get.kinds.button(LIST))
    write(get.list.player, "nobody of this name")
    assert downloads.search(LIST) == "osu! has no such player."
    get.list.player.setText(str(score.user_id))
    get.list.count.setValue(120)
    said = downloads.search(LIST)
    assert len(get.found) > 100
    assert said.startswith(f"{len(get.found)} replay")
    downloads.queue.pause()
    downloads.add()
    assert len(downloads.queue.entries) == 120


def test_a_player_on_a_beatmap_is_found_with_a_key_of_api_v1(downloads: Downloads) -> None:
    with client_of(downloads.server) as client:
        scores = client.user_scores(_first_player(client), "best", limit=100)
    old = next(one for one in scores if one.legacy_score_id and one.has_replay)
    get = downloads.get
    click(get.kinds.button(PLAYER))
    assert "player and a beatmap" in downloads.search(PLAYER) or "difficulty" in get.said.text()
    click(get.player.where)
    assert downloads.browser.opened[-1].endswith("#legacy-api")
    write(get.player.key, "too short")
    click(get.player.save)
    assert "40 digits" in get.said.text()
    get.player.key.setText(downloads.server.api_key)
    click(get.player.save)
    downloads.browser.wait(lambda: not get.player.key.isVisible())
    write(get.player.player, str(old.user_id))
    write(get.player.beatmap, f"https://osu.ppy.sh/b/{old.beatmap_id}")
    said = downloads.search(PLAYER)
    assert len(get.found) == 1, said
    downloads.add()
    downloads.wait_for(DownloadState.DONE, 1)
    (file,) = downloads.files
    assert read_replay(file.read_bytes()).frames()


# --- from any list of scores -----------------------------------------------------------------


def test_the_mark_in_a_row_saves_its_replay(downloads: Downloads) -> None:
    (score,) = downloads.find_scores(1)
    scores = downloads.best_list(score.user_id)
    table, replays = scores.table, downloads.browser.app.replays
    column = [one.key for one in scores.model.columns].index("replay")
    row = next(n for n in range(50) if scores.model.row_at(n).item.has_replay)  # type: ignore[union-attr] # loaded
    item = scores.model.row_at(row)
    assert item is not None
    table.go_to(row, select=False)
    assert replays.state_of(item.item) is ReplayState.OFFERED
    click(table.viewport(), at=table.visualRect(scores.model.index(row, column)).center())
    bar = downloads.window.message_bar
    downloads.browser.wait(lambda: bar.text == "1 replay added.")
    assert bar.button.text() == "Show queue"
    downloads.wait_for(DownloadState.DONE, 1)
    downloads.browser.wait(lambda: replays.state_of(item.item) is ReplayState.SAVED)
    downloads.browser.wait(lambda: bar.text == "1 replay saved.")
    click(bar.button)
    assert downloads.window.navigator.place == AppPlace("replays")
    press(downloads.window, Qt.Key.Key_Left, ALT)
    downloads.browser.wait(scores.model.rowCount)
    mark = table.visualRect(scores.model.index(row, column)).center()
    click(table.viewport(), at=mark)
    opened: Place = downloads.window.navigator.place
    assert opened == ReplayPlace((downloads.queue.entries[0].path,))


def test_the_selection_is_saved_by_key_and_menu(downloads: Downloads) -> None:
    (score,) = downloads.find_scores(1)
    scores = downloads.best_list(score.user_id)
    downloads.queue.pause()
    bar = downloads.window.message_bar
    press(downloads.window, Qt.Key.Key_S, CTRL)
    assert bar.text == "Select the scores whose replays you want."
    rows = [n for n in range(50) if scores.model.row_at(n).item.has_replay]  # type: ignore[union-attr] # loaded
    scores.table.selectRow(rows[0])
    press(downloads.window, Qt.Key.Key_S, CTRL)
    downloads.browser.wait(lambda: bar.text == "1 replay added.")
    scores.table.selectAll()
    chosen = scores.table.selected_rows()
    offered = sum(bool(row.item.has_replay) for row in chosen) - 1
    menu = _menu_of(downloads, scores)
    save = next(action for action in menu.actions() if action.text().startswith("&Save"))
    assert save.text() == f"&Save {offered} replays"
    save.trigger()
    menu.close()
    downloads.browser.wait(lambda: f"{offered} replays added" in bar.text)
    menu = _menu_of(downloads, scores)
    assert "Save replay (in the queue)" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_score_without_a_replay_and_a_page_without_scores_say_so(downloads: Downloads) -> None:
    bar = downloads.window.message_bar
    downloads.window.navigator.open(RankingsPlace())
    press(downloads.window, Qt.Key.Key_S, CTRL)
    assert bar.text.startswith("There are no scores here")
    with client_of(downloads.server) as client:
        found = (
            row.user.id
            for row in client.ranking("osu", "performance").ranking
            if row.user
            and row.user.id
            and any(not s.has_replay for s in client.user_scores(row.user.id, "best", limit=50))
        )
        player = next(found)
    scores = downloads.best_list(player)
    model = scores.model
    lacking = next(n for n in range(50) if not model.row_at(n).item.has_replay)  # type: ignore[union-attr] # loaded
    scores.table.selectRow(lacking)
    press(downloads.window, Qt.Key.Key_S, CTRL)
    assert bar.text.startswith("osu! has no replay of this score")
    assert downloads.queue.entries == []


# --- the queue -------------------------------------------------------------------------------


def test_rows_are_moved_removed_paused_and_cleared(downloads: Downloads) -> None:
    scores = downloads.find_scores(5)
    queue = downloads.queue
    queue.pause()
    downloads.browser.run(queue.add_scores(scores))
    page = downloads.page
    table, model = page.queue.table, page.queue.list.model
    downloads.browser.wait(lambda: model.rowCount() == 5)
    order = [entry.id for entry in queue.entries]
    table.setFocus()
    table.selectRow(0)
    press(table, Qt.Key.Key_Down, ALT)
    moved = [order[1], order[0], *order[2:]]
    assert [entry.id for entry in queue.entries] == moved
    downloads.browser.wait(lambda: [model.row_at(n).id for n in range(5)] == moved)  # type: ignore[union-attr] # loaded
    assert [row.id for row in table.selected_rows()] == [order[0]]
    drag(table, 1, 4)  # the line below the fourth row
    moved = [order[1], *order[2:4], order[0], order[4]]
    assert [entry.id for entry in queue.entries] == moved
    downloads.browser.wait(lambda: [model.row_at(n).id for n in range(5)] == moved)  # type: ignore[union-attr] # loaded
    model.set_filter("no such row")
    model.set_filter("")
    model.sort_by("replay")
    table.selectRow(0)
    drag(table, 0, 5)
    assert downloads.window.message_bar.text.startswith("The order can be changed while")
    assert [entry.id for entry in queue.entries] == moved
    model.sort_by(None)
    table.selectRow(3)
    press(table, Qt.Key.Key_Delete)
    downloads.browser.wait(lambda: model.rowCount() == 4)
    assert order[0] not in [entry.id for entry in queue.entries]
    assert page.queue.pause.text() == "Resume"
    press(table, Qt.Key.Key_Space)
    assert not queue.is_paused
    downloads.wait_for(DownloadState.DONE, 4)
    downloads.browser.wait(lambda: page.queue.clear.isEnabled())
    click(page.queue.clear)
    downloads.browser.wait(lambda: model.rowCount() == 0)
    assert len(downloads.files) == 4


def test_progress_is_shown_in_status_line_and_title(
    downloads_on: Callable[..., Downloads],
) -> None:
    downloads = downloads_on("--latency", "0.2")
    window = downloads.window
    titles: list[str] = []
    window.windowTitleChanged.connect(titles.append)
    texts: list[str] = []
    downloads.queue.summary_changed.connect(lambda _: texts.append(window.status_line.downloads))
    downloads.browser.run(downloads.queue.add_scores(downloads.find_scores(5)))
    downloads.wait_for(DownloadState.DONE, 5)
    downloads.browser.wait(lambda: window.status_line.downloads == "")
    assert any("replays downloading · done " in text for text in texts)
    assert any(title.split(" · ")[0].endswith("%") for title in titles)
    assert "%" not in window.windowTitle()
    assert window.message_bar.text == "5 replays saved."


def test_a_folder_that_cannot_be_used_pauses_the_queue_until_another_is_chosen(
    downloads: Downloads, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    downloads.browser.app.preferences.set("replay_folder", str(blocked))
    downloads.browser.run(downloads.queue.add_scores(downloads.find_scores(2)))
    view = downloads.page.queue
    downloads.browser.wait(lambda: "cannot be saved in" in view.notice.text())
    assert downloads.queue.is_paused
    assert view.pause.text() == "Resume"
    button = view.notice.button("folder")
    assert button is not None
    click(button)
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(downloads.folder))
    dialog.reject()
    downloads.wait_for(DownloadState.DONE, 2)
    downloads.browser.wait(lambda: not view.notice.isVisible())
    assert len(downloads.files) == 2


def test_a_quit_in_the_middle_leaves_no_half_file_and_goes_on_at_the_next_start(
    downloads_on: Callable[..., Downloads], start: Callable[..., Browser]
) -> None:
    downloads = downloads_on("--latency", "0.1", "--faults", "500:0.1,truncate:0.1")
    scores = downloads.find_scores(8)
    downloads.browser.run(downloads.queue.add_scores(scores))
    downloads.browser.wait(lambda: len(downloads.files) >= 2)
    quit_program(downloads.browser)
    for file in downloads.files:
        assert file.suffix == ".osr"
        read_replay(file.read_bytes()).verify()
    later = Downloads(start("--server", downloads.server.url), downloads.server, downloads.folder)
    assert len(later.queue.entries) == 8
    later.wait_for(DownloadState.DONE, 8)
    assert len(later.files) == 8


def test_without_a_session_the_queue_waits_and_offers_to_sign_in(
    start: Callable[..., Browser], tmp_path: Path, demo_server: Server
) -> None:
    browser = start("--server", demo_server.url)
    downloads = Downloads(browser, demo_server, tmp_path / "replays")
    get = downloads.get
    click(get.kinds.button(LIST))
    write(get.list.player, "peppy")
    downloads.search(LIST)
    assert get.said.property("role") == "bad"
    downloads.browser.run(
        downloads.queue.add([WantedReplay(ReplayTarget(score_id=12345, mode="osu"))])
    )
    view = downloads.page.queue
    downloads.browser.wait(lambda: view.notice.text() == "Sign in to osu! to go on.")
    assert downloads.window.status_line.downloads == "1 replay waiting"
    button = view.notice.button("sign_in")
    assert button is not None
    click(button)
    assert downloads.window.navigator.is_welcome


def test_a_dropped_text_is_searched_for_links(downloads: Downloads) -> None:
    (score,) = downloads.find_scores(1)
    view, data = downloads.page.queue, QMimeData()
    data.setText(f"see https://osu.ppy.sh/scores/{score.score_id}.")
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(300, 400), action, data, buttons, held)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(QPointF(300, 400), action, data, buttons, held))
    downloads.browser.wait(lambda: [w.target.score_id for w in view.get.found] == [score.score_id])
    replay = QMimeData()
    replay.setUrls([QUrl.fromLocalFile("/tmp/a.osr")])
    enter = QDragEnterEvent(QPoint(300, 400), action, replay, buttons, held)
    view.dragEnterEvent(enter)
    assert not enter.isAccepted()  # the window opens it


def drag(table: RowTable, row: int, gap: int) -> None:
    """Drag a selected row to the line above the row `gap`."""
    view = table.viewport()
    start, end = QPoint(200, row * ROW_HEIGHT + 17), QPoint(200, gap * ROW_HEIGHT + 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for where in (start + QPoint(0, 15), end):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(where),
            QPointF(view.mapToGlobal(where)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def _first_player(client: Client) -> int:
    user = client.ranking("osu", "performance").ranking[0].user
    assert user is not None
    assert user.id
    return user.id


def _menu_of(downloads: Downloads, scores: ListController) -> QMenu:
    """Open the context menu of the selected rows."""
    table = scores.table
    rows = table.selected_rows()
    table.menu_requested.emit(rows, table.mapToGlobal(QPoint(60, 60)))
    menus = downloads.window.findChildren(QMenu)
    return next(menu for menu in menus if menu.isVisible())
