"""The replay library in a real window: files of a folder, with a real analysis process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import ServerTrouble
from osubrowser.services.places.places import (
    BeatmapsetPlace,
    Place,
    ReplayPlace,
    ScorePlace,
    UserPlace,
)
from osubrowser.services.replay_services import ReplayServices
from osubrowser.services.replays.records import FigureState
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.session.account import Account
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from osubrowser.ui.dialogs.replay_folders import ReplayFoldersDialog
from osubrowser.ui.pages.replays import library as library_module
from osubrowser.ui.pages.replays.library import LibraryView
from osubrowser.ui.pages.replays.library_rename import RenameDialog
from osubrowser.ui.pages.replays.library_statistics import StatisticsDialog
from osubrowser.ui.pages.replays.parts import ReplaysParts
from osubrowser.ui.style.colours import ramp
from tests.conftest import SHARED
from tests.replay_files import beatmap_file, md5_of, replay_file, saved
from tests.ui.gestures import LEFT, MIDDLE, click, press, write
from tests.ui.shell_window import StillAccount, StillClient

MAP, OTHER = beatmap_file(), beatmap_file("Other song")
CONTROL = Qt.KeyboardModifier.ControlModifier


class Shelf:
    """A library view in a window, on a folder of replays."""

    def __init__(self, calls: Calls, qtbot: QtBot, loop: Any, folder: Path) -> None:
        self.calls, self.qtbot, self.loop = calls, qtbot, loop
        self.folders = Folders.inside(folder / "profile")
        self.replays = folder / "replays"
        self.replays.mkdir()
        settings = Settings()
        settings.replay_folder = str(self.replays)
        settings.use_installed = False
        settings.export_folder = str(folder)
        self.preferences = Preferences(settings)
        self.account = StillAccount()
        account = cast("Account", self.account)
        secrets = SecretStore(folder / "secrets")
        self.services = ReplayServices(calls, account, self.preferences, self.folders, secrets)
        self.library = self.services.library
        self.opened: list[tuple[Place, str]] = []
        self.messages: list[tuple[str, str]] = []
        self.shown_folders: list[str] = []
        self.trashed: list[str] = []
        self.window = QWidget()
        self.view = LibraryView(self._parts(account), ramp(255, is_dark=True), self.window)
        self.view.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        self.view.message_requested.connect(lambda level, text: self.messages.append((level, text)))
        qtbot.addWidget(self.window)
        self.window.resize(1000, 500)
        self.view.resize(1000, 500)

    def _parts(self, account: Account) -> ReplaysParts:
        def show_folder(folder: str) -> bool:
            self.shown_folders.append(folder)
            return True

        return ReplaysParts(
            account,
            self.calls,
            self.preferences,
            None,
            self.services,
            lambda _place: True,
            show_folder,
        )

    def run(self, work: Any) -> Any:
        task = self.loop.create_task(work)
        self.qtbot.waitUntil(task.done)
        return task.result()

    def start(self, *, count: int | None = None) -> Shelf:
        """Read the folder, and show the rows."""
        self.run(self.library.start())
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.view.show_list(None)
        self.settle(count)
        return self

    def settle(self, count: int | None = None) -> None:
        """Wait until everything is analysed, and the rows are those of the library."""

        def is_settled() -> bool:
            progress = self.library.progress
            shown = {record.file: record for record in self.records()}
            known = {record.file: record for record in self.library.records()}
            return (
                not progress.is_scanning
                and (progress.waiting == 0 or progress.is_paused)
                and shown.keys() == known.keys()
                and all(shown[file] is known[file] for file in known)
                and (count is None or len(known) == count)
            )

        self.qtbot.waitUntil(is_settled)

    def records(self) -> list[Any]:
        model = self.view.model
        rows = (model.row_at(n) for n in range(model.rowCount()))
        return [row.item for row in rows if row is not None]

    def names(self) -> list[str]:
        """Names of the files, from top to bottom."""
        return [record.path.name for record in self.records()]

    def texts(self, name: str) -> dict[str, str]:
        """Texts of the row of a file, by column."""
        model, row = self.view.model, self.names().index(name)
        return {c.key: str(model.index(row, n).data()) for n, c in enumerate(model.columns)}

    def tip(self, name: str, key: str) -> str:
        model, row = self.view.model, self.names().index(name)
        column = [c.key for c in model.columns].index(key)
        return str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")

    def point(self, name: str) -> QPoint:
        table, row = self.view.table, self.names().index(name)
        shown = table.shown_columns()[1]
        return table.visualRect(self.view.model.index(row, shown)).center()

    def select(self, *names: str) -> None:
        viewport = self.view.table.viewport()
        for number, name in enumerate(names):
            held = CONTROL if number else Qt.KeyboardModifier.NoModifier
            self.qtbot.mouseClick(viewport, LEFT, held, self.point(name))

    def menu(self, name: str) -> dict[str, Any]:
        """Open the context menu of a row; return its entries by label."""
        self.view.table.menu_requested.emit(self.view.table.selected_rows(), QPoint(10, 10))
        [menu] = [m for m in self.view.findChildren(QMenu) if m.isVisible()]
        assert name in self.names()
        return {action.text().replace("&", ""): action for action in menu.actions()}

    def dialog(self, kind: type[Any]) -> Any:
        self.qtbot.waitUntil(lambda: any(d.isVisible() for d in self.view.findChildren(kind)))
        return next(d for d in self.view.findChildren(kind) if d.isVisible())

    def close(self) -> None:
        self.view.leave()
        self.window.close()
        self.run(self.services.close())


@pytest.fixture
def shelf(
    calls: Calls,
    qtbot: QtBot,
    loop: asyncio.AbstractEventLoop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Shelf]:
    shelf = Shelf(calls, qtbot, loop, tmp_path)

    def trash(path: Path) -> None:
        shelf.trashed.append(path.name)
        path.unlink()

    import send2trash

    monkeypatch.setattr(send2trash, "send2trash", trash)
    saved(shelf.folders.beatmap_files, f"{md5_of(MAP)}.osu", MAP)
    yield shelf
    shelf.close()


@pytest.fixture
def three(shelf: Shelf) -> Shelf:
    """A library of two plays of one beatmap, one of them with a miss, and one without beatmap."""
    saved(shelf.replays, "anna.osr", replay_file(MAP, player="Anna", day=3, score_id=7))
    saved(shelf.replays, "ben.osr", replay_file(MAP, player="Ben", day=2, misses=True))
    saved(shelf.replays, "cleo.osr", replay_file(OTHER, player="Cleo", day=1))
    return shelf.start(count=3)


# --- rows ----------------------------------------------------------------------------------------


def test_rows_have_what_is_in_the_files_and_what_was_judged(three: Shelf) -> None:
    assert three.names() == ["anna.osr", "ben.osr", "cleo.osr"], "the newest play first"
    ben = three.texts("ben.osr")
    assert ben["title"] == "Song by Band"
    assert (ben["player"], ben["difficulty"], ben["grade"]) == ("Ben", "Hard", "B")
    assert (ben["accuracy"], ben["misses"], ben["slider_breaks"]) == ("90.00%", "1", "0")
    assert float(ben["unstable_rate"]) == pytest.approx(100, abs=2)
    assert ben["mean_error"].endswith(" ms")
    assert float(ben["stars"]) > 0
    assert float(ben["pp"]) > 0
    assert "rosu-pp-py" in three.tip("ben.osr", "pp")
    assert (ben["date"], ben["file"]) == ("2 Jan 2026", "ben.osr")
    assert ben["folder"] == str(three.replays)
    cleo = three.texts("cleo.osr")
    assert cleo["unstable_rate"] == "–"
    assert cleo["problem"] == "Its beatmap file is not on this computer"
    assert three.view.list.status == "1-3 of 3 replays"


def test_a_damaged_file_is_marked_with_its_sentence(shelf: Shelf) -> None:
    saved(shelf.replays, "cut.osr", replay_file(MAP)[:40])
    saved(shelf.replays, "good.osr", replay_file(MAP))
    shelf.start(count=2)
    assert shelf.texts("cut.osr")["title"] == "The replay is cut off. cut.osr"
    assert shelf.texts("cut.osr")["problem"] == "The replay is cut off."
    assert shelf.texts("cut.osr")["score"] == "–"
    assert shelf.texts("cut.osr")["grade"] == "!"
    assert shelf.tip("cut.osr", "grade") == "The replay is cut off."
    click(shelf.view.table.viewport(), at=shelf.point("cut.osr"), double=True)
    assert shelf.opened == [(ReplayPlace((str(shelf.replays / "cut.osr"),)), "here")]


def test_hostile_names_stay_on_one_line_without_marks(shelf: Shelf) -> None:
    name = "\u202egnp.osr\n<b>x</b>" + "x" * 150
    saved(shelf.replays, "a.osr", replay_file(beatmap_file("\u202e<i>T</i>"), player=name))
    beatmap = beatmap_file("\u202e<i>T</i>")
    saved(shelf.folders.beatmap_files, f"{md5_of(beatmap)}.osu", beatmap)
    shelf.start(count=1)
    texts = shelf.texts("a.osr")
    assert texts["player"].startswith("gnp.osr <b>x</b>")
    assert texts["title"] == "<i>T</i> by Band"
    assert "<i>" not in shelf.tip("a.osr", "title")


def test_sorting_filtering_and_exporting(three: Shelf, tmp_path: Path) -> None:
    three.view.model.sort_by("misses", True)
    assert three.names()[0] == "ben.osr"
    write(three.view.bar.filter, "cleo")
    three.qtbot.waitUntil(lambda: three.names() == ["cleo.osr"])
    three.view.bar.filter.clear()
    write(three.view.bar.filter, "misses>0")
    three.qtbot.waitUntil(lambda: three.names() == ["ben.osr"])
    three.view.model.clear_arrangement()
    three.view.export()
    dialog = three.dialog(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "list.json"))
    dialog.close()
    three.qtbot.waitUntil(lambda: any(level == "good" for level, _ in three.messages))
    written = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
    by_player = {one["player"]: one for one in written}
    assert by_player["Ben"]["judged_misses"] == 1
    assert by_player["Ben"]["unstable_rate"] == pytest.approx(100, abs=2)
    assert by_player["Cleo"]["unstable_rate"] is None
    assert by_player["Anna"]["legacy_score_id"] == 7


# --- live ----------------------------------------------------------------------------------------


def test_new_and_deleted_files_keep_selection_and_position(shelf: Shelf) -> None:
    for day in range(1, 29):
        saved(shelf.replays, f"{day:02}.osr", replay_file(MAP, player=f"p{day}", day=day))
    shelf.start(count=28)
    table = shelf.view.table
    table.scroll_to_position(200)
    shelf.select("20.osr")
    resets: list[None] = []
    shelf.view.model.modelReset.connect(lambda: resets.append(None))
    saved(shelf.replays, "new.osr", replay_file(MAP, player="new", day=30))
    (shelf.replays / "05.osr").unlink()
    shelf.view.reload()
    shelf.qtbot.waitUntil(lambda: "new.osr" in shelf.names() and "05.osr" not in shelf.names())
    shelf.settle()
    assert shelf.names()[0] == "new.osr"
    assert [row.item.player for row in table.selected_rows()] == ["p20"]
    assert table.scroll_position() == 200
    assert not resets


def test_figures_arrive_while_the_list_is_shown(three: Shelf) -> None:
    three.select("cleo.osr")
    three.services.beatmaps.put(md5_of(OTHER), OTHER)
    three.qtbot.waitUntil(lambda: three.texts("cleo.osr")["unstable_rate"] != "–")
    assert three.texts("cleo.osr")["title"] == "Other song by Band"
    assert [r.item.player for r in three.view.table.selected_rows()] == ["Cleo"]


def test_the_analysis_is_paused_and_resumed(shelf: Shelf) -> None:
    shelf.library.pause()
    saved(shelf.replays, "a.osr", replay_file(MAP))
    shelf.start(count=1)
    assert shelf.view.work.text() == "The analysis is paused: 1 replay to go"
    button = shelf.view.work.button("resume")
    assert button is not None
    click(button)
    shelf.qtbot.waitUntil(lambda: shelf.texts("a.osr")["unstable_rate"] != "–")
    assert not shelf.view.work.isVisible()


# --- groups --------------------------------------------------------------------------------------


def test_replays_are_grouped_by_player_and_beatmap(three: Shelf) -> None:
    groups = three.view.groups
    assert not groups.isVisible()
    assert three.view.bar.pills is not None
    click(three.view.bar.pills.button("beatmap"))
    model = groups.groups
    three.qtbot.waitUntil(lambda: model.rowCount() == 3)
    shown = [(g.name, g.count) for n in range(3) if (g := model.group_at(n)) is not None]
    unknown = f"Unknown beatmap ({md5_of(OTHER)[:8]})"
    assert shown == [("All beatmaps", 3), ("Song [Hard]", 2), (unknown, 1)]
    click(groups.viewport(), at=groups.visualRect(model.index(1)).center())
    three.qtbot.waitUntil(lambda: three.names() == ["anna.osr", "ben.osr"])
    state = three.view.save_state()
    click(three.view.bar.pills.button("all"))
    three.qtbot.waitUntil(lambda: len(three.names()) == 3)
    three.view.show_list(state)
    assert three.names() == ["anna.osr", "ben.osr"]
    assert groups.key == md5_of(MAP)


# --- opening -------------------------------------------------------------------------------------


def test_rows_open_in_the_replay_view(three: Shelf) -> None:
    anna = ReplayPlace((str(three.replays / "anna.osr"),))
    viewport = three.view.table.viewport()
    click(viewport, at=three.point("anna.osr"), double=True)
    click(viewport, MIDDLE, at=three.point("anna.osr"))
    three.select("anna.osr")
    press(three.view.table, Qt.Key.Key_Return)
    assert three.opened == [(anna, "here"), (anna, "background"), (anna, "here")]


def test_the_menu_opens_score_player_and_beatmap(three: Shelf) -> None:
    three.select("anna.osr")
    entries = three.menu("anna.osr")
    for label in ("Open score", "Open player", "Open beatmap"):
        entries[label].trigger()
    assert [place for place, _ in three.opened] == [
        ScorePlace(7, "osu"),
        UserPlace("Anna", "osu"),
        BeatmapsetPlace(1, 75, "osu"),
    ]


def test_two_selected_replays_open_over_each_other(three: Shelf) -> None:
    three.select("anna.osr", "ben.osr")
    three.menu("anna.osr")["Compare in one view"].trigger()
    files = tuple(str(three.replays / name) for name in ("anna.osr", "ben.osr"))
    assert three.opened == [(ReplayPlace(files), "here")]


def test_a_file_is_opened_in_the_game_and_shown_in_its_folder(
    three: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    three.select("anna.osr")
    entries = three.menu("anna.osr")
    entries["Open in osu!"].trigger()
    entries["Show in folder"].trigger()
    assert asked == [str(three.replays / "anna.osr")]
    assert three.messages[-1][0] == "warning"
    assert three.shown_folders == [str(three.replays)]


# --- rename and delete ---------------------------------------------------------------------------


def test_renaming_shows_all_names_first_and_can_be_undone(three: Shelf) -> None:
    three.select("anna.osr", "ben.osr")
    press(three.view.table, Qt.Key.Key_F2)
    dialog = three.dialog(RenameDialog)
    dialog.field.selectAll()
    write(dialog.field, "{title")
    three.qtbot.waitUntil(lambda: dialog.problem.isVisible())
    assert not dialog.rename.isEnabled()
    dialog.field.selectAll()
    write(dialog.field, "{title}")
    three.qtbot.waitUntil(lambda: dialog.rename.isEnabled())
    assert dialog.names.names == [("anna.osr", "Song.osr"), ("ben.osr", "Song (2).osr")]
    assert dialog.rename.text() == "Rename 2 files"
    assert (three.replays / "anna.osr").exists(), "nothing has happened yet"
    click(dialog.rename)
    three.qtbot.waitUntil(lambda: three.view.notice.text() == "Renamed 2 replays.")
    assert (three.replays / "Song.osr").exists()
    three.settle()
    assert set(three.names()) == {"Song.osr", "Song (2).osr", "cleo.osr"}
    undo = three.view.notice.button("undo_rename")
    assert undo is not None
    click(undo)
    three.settle()
    three.qtbot.waitUntil(lambda: set(three.names()) == {"anna.osr", "ben.osr", "cleo.osr"})
    assert not three.view.notice.isVisible()


def test_deleting_can_be_undone(three: Shelf) -> None:
    three.select("ben.osr")
    press(three.view.table, Qt.Key.Key_Delete)
    three.qtbot.waitUntil(lambda: three.names() == ["anna.osr", "cleo.osr"])
    assert three.view.notice.text() == "“Song” goes to the trash."
    assert three.view.table.currentIndex().row() == 1  # the next one is in its place
    assert not three.trashed
    undo = three.view.notice.button("undo_trash")
    assert undo is not None
    undo.setFocus()
    click(undo)
    three.qtbot.waitUntil(lambda: three.names() == ["anna.osr", "ben.osr", "cleo.osr"])
    assert three.view.table.hasFocus()
    assert (three.replays / "ben.osr").exists()
    assert not three.view.notice.isVisible()


# --- folders -------------------------------------------------------------------------------------


def test_an_empty_library_says_what_is_watched(shelf: Shelf, tmp_path: Path) -> None:
    shelf.start(count=0)
    rows = shelf.view.list.rows
    said = "There are no replays in the library yet."
    shelf.qtbot.waitUntil(lambda: rows.panel_text == said and bool(rows.shown_buttons()))
    other = tmp_path / "other"
    saved(other, "far.osr", replay_file(MAP, player="Far"))
    click(rows.shown_buttons()[0])
    dialog = shelf.dialog(QFileDialog)
    dialog.fileSelected.emit(str(other))
    dialog.close()
    shelf.qtbot.waitUntil(lambda: shelf.names() == ["far.osr"])
    assert shelf.preferences.settings.replay_folders == [str(other)]


def test_folders_are_removed_in_their_dialog(shelf: Shelf, tmp_path: Path) -> None:
    other = tmp_path / "other"
    saved(other, "far.osr", replay_file(MAP, player="Far"))
    shelf.preferences.settings.replay_folders = [str(other)]
    shelf.start(count=1)
    click(shelf.view.folders)
    dialog = shelf.dialog(ReplayFoldersDialog)
    dialog.folders.setCurrentRow(0)
    click(dialog.remove)
    assert shelf.preferences.settings.replay_folders == []
    shelf.qtbot.waitUntil(lambda: shelf.names() == [])
    assert (other / "far.osr").exists()


# --- statistics ----------------------------------------------------------------------------------


def test_statistics_of_all_replays(three: Shelf, tmp_path: Path) -> None:
    click(three.view.statistics)
    dialog: StatisticsDialog = three.dialog(StatisticsDialog)
    three.qtbot.waitUntil(lambda: dialog.found is not None and dialog.list.model.loaded == 2)
    assert dialog.found is not None
    figures = dict(dialog.found.figures)
    assert (figures["Replays"], figures["Analysed"], figures["Beatmaps"]) == ("3", "2", "2")
    assert dialog.found.miss_map.total == 1
    assert dialog.found.miss_map.at(120 // 16, 100 // 16) == 1
    assert dialog.found.unstable_rate.labels == ("2 Jan 2026", "3 Jan 2026")
    click(dialog.copy)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert "Replays\t3" in copied
    dialog.save_picture(QImage(8, 8, QImage.Format.Format_RGB32), tmp_path / "picture.png")
    three.qtbot.waitUntil((tmp_path / "picture.png").exists)
    press(dialog, Qt.Key.Key_Escape)
    three.qtbot.waitUntil(lambda: not dialog.isVisible())


def test_records_of_another_state_have_their_words(three: Shelf) -> None:
    states = {record.state for record in three.records()}
    assert states == {FigureState.READY, FigureState.NO_BEATMAP}
    assert three.view.work.text() == "The beatmap file of 1 replay is not on this computer."
    close = three.view.work.button("hide_missing")
    assert close is not None
    click(close)
    assert not three.view.work.isVisible()


def test_beatmap_files_are_not_fetched_without_a_session(three: Shelf) -> None:
    fetch = three.view.work.button("fetch")
    assert fetch is not None
    click(fetch)
    wait: Callable[[], bool] = lambda: bool(three.messages)  # noqa: E731 - read once
    three.qtbot.waitUntil(wait)
    assert three.messages[-1][1].startswith("Beatmap files were not fetched.")


class FaultyClient(StillClient):
    """Client of a server with beatmap files by MD5, which fails at some of them."""

    def __init__(self, files: dict[str, bytes | None]) -> None:
        self.files = list(files.items())

    def beatmap_lookup(self, *, checksum: str) -> Any:
        number = [md5 for md5, _ in self.files].index(checksum) + 1
        return SimpleNamespace(id=number, beatmapset=None, version="", beatmapset_id=1)

    def beatmap_file(self, beatmap_id: int) -> bytes:
        data = self.files[beatmap_id - 1][1]
        if data is None:
            raise ServerTrouble("the server fails", status=500)
        return data


def test_a_beatmap_file_that_fails_stops_no_other(shelf: Shelf) -> None:
    maps = [beatmap_file(f"Song {n}") for n in range(3)]
    for day, data in enumerate(maps, 1):
        saved(shelf.replays, f"{day}.osr", replay_file(data, day=day))
    shelf.start(count=3)
    shelf.account.client = FaultyClient({md5_of(data): data for data in maps})
    shelf.account.client.files[1] = (md5_of(maps[1]), None)
    fetch = shelf.view.work.button("fetch")
    assert fetch is not None
    click(fetch)
    shelf.qtbot.waitUntil(lambda: bool(shelf.messages))
    level, text = shelf.messages[-1]
    assert level == "warning"
    assert text.startswith("1 of 3 beatmap files were not fetched. osu! has trouble answering.")
    ready = {"1": FigureState.READY, "2": FigureState.NO_BEATMAP, "3": FigureState.READY}
    shelf.qtbot.waitUntil(
        lambda: {record.path.stem: record.state for record in shelf.library.records()} == ready
    )
    assert shelf.view.work.button("fetch") is not None
    assert shelf.view.work.isVisible()


# --- the collected replays -----------------------------------------------------------------------


def test_the_collected_replays_are_listed_damaged_ones_too(shelf: Shelf) -> None:
    shared = SHARED / "replays"
    if not shared.is_dir():
        pytest.skip("the collected replays (../shared/replays) are not beside this checkout")
    folders = [shared / name for name in ("replays", "replays-alone", "broken")]
    files = {path for folder in folders for path in folder.rglob("*.osr")}
    shelf.preferences.settings.replay_folders = [str(folder) for folder in folders]
    shelf.library.pause()
    shelf.start(count=len(files))
    assert {record.path for record in shelf.records()} == files
    damaged = [record for record in shelf.records() if record.problem]
    assert {record.path.parent.name for record in damaged} == {"broken"}
    for record in damaged:
        assert record.problem[0].isupper()
        assert record.problem.endswith(".")
        assert record.problem in shelf.texts(record.path.name)["title"]
    model = shelf.view.model
    assert all("\n" not in text for row in model.loaded_rows() for text in row.texts)
    rulesets = {shelf.texts(record.path.name)["ruleset"] for record in shelf.records()}
    assert {"osu!", "taiko", "mania"} <= rulesets


def test_the_first_rows_are_shown_before_all_others(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "_FIRST", 3)
    monkeypatch.setattr(library_module, "_STEP", 2)
    shelf.library.pause()
    for day in range(1, 13):
        saved(shelf.replays, f"{day:02}.osr", replay_file(MAP, player=f"p{day}", day=day))
    shelf.run(shelf.library.start())
    shelf.qtbot.waitUntil(lambda: len(shelf.library.records()) == 12)
    steps: list[int] = []
    model = shelf.view.model
    model.loaded_changed.connect(lambda: steps.append(model.loaded))
    shelf.window.show()
    shelf.view.show_list(None)
    shelf.settle(12)
    assert steps[:2] == [3, 5]
    assert all(1 <= after - before <= 2 for before, after in pairwise(steps))
    assert shelf.names() == [f"{day:02}.osr" for day in range(12, 0, -1)]
    assert shelf.view.list.status == "1-12 of 12 replays"
