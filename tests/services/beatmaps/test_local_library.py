"""Beatmaps of this computer: of stable's database or Songs folder, of lazer's store, kept up."""

from __future__ import annotations

import os
import sys
from array import array
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.services.beatmaps import game_files, local_library
from osubrowser.services.beatmaps.files import BeatmapFiles, Refresher
from osubrowser.services.beatmaps.game_files import ids_of
from osubrowser.services.beatmaps.index_process import IndexProcess, refresh_here
from osubrowser.services.beatmaps.installed import Games
from osubrowser.services.beatmaps.local_library import OwnedBeatmaps
from osubrowser.services.beatmaps.owned_index import (
    OwnedFile,
    OwnedIndex,
    read_owned,
    write_owned,
)
from tests.replay_files import beatmap_file, lazer_store, md5_of, saved, stable_database
from tests.services.conftest import Run

MD5 = md5_of(b"a beatmap")


def beatmap(beatmap_id: int, set_id: int) -> bytes:
    """Return a beatmap file that says its ids."""
    ids = f"BeatmapID:{beatmap_id}\nBeatmapSetID:{set_id}\n".encode()
    return beatmap_file(f"Song {beatmap_id}").replace(b"BeatmapID:75\nBeatmapSetID:1\n", ids)


class Desk:
    """Local libraries on one profile, one after the other."""

    def __init__(self, folder: Path, run: Run, qtbot: QtBot) -> None:
        self.folder, self.run, self.qtbot = folder, run, qtbot
        self.games = Games()
        self.stable, self.lazer = folder / "osu!", folder / "osu"
        self.index = folder / "index.sqlite"
        self.owned_file = folder / "owned_beatmaps.bin"
        self._open: list[tuple[OwnedBeatmaps, BeatmapFiles]] = []

    def unstarted(self, refresher: Refresher = refresh_here) -> OwnedBeatmaps:
        files = BeatmapFiles(
            self.folder / "beatmaps", self.index, lambda: self.games, refresher=refresher
        )
        owned = OwnedBeatmaps(lambda: files)
        self._open.append((owned, files))
        return owned

    def files(self, owned: OwnedBeatmaps) -> BeatmapFiles:
        return next(files for one, files in self._open if one is owned)

    def start(self, refresher: Refresher = refresh_here) -> OwnedBeatmaps:
        owned = self.unstarted(refresher)
        self.run(owned.start())
        return owned

    def close(self) -> None:
        for owned, files in self._open:
            self.run(owned.close())
            files.close()


@pytest.fixture
def desk(tmp_path: Path, run: Run, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, run, qtbot)
    yield desk
    desk.close()


def never(*_arguments: object) -> str:
    """Refresh nothing: the files must not be read again."""
    pytest.fail("the files of the game are read again")


def age(*paths: Path) -> None:
    """Let folders look as if they had not been changed just now."""
    for path in paths:
        os.utime(path, (1_700_000_000, 1_700_000_000))


# --- the index ---------------------------------------------------------------------------------

IDS = st.lists(st.integers(1, 200), unique=True)


@given(IDS, IDS)
def test_a_set_is_owned_that_is_in_the_index(owned: list[int], asked: list[int]) -> None:
    index = OwnedIndex(array("Q", sorted(owned)))
    assert [one for one in asked if index.has_set(one)] == [one for one in asked if one in owned]
    assert index.count_of(asked) == len(set(owned) & set(asked))


def test_a_beatmap_is_owned_by_its_id_or_its_file() -> None:
    index = OwnedIndex(checksums=array("Q", [int(MD5[:16], 16)]), beatmaps=array("Q", [7]))
    assert index.has_beatmap(7)
    assert index.has_beatmap(8, MD5)
    assert index.has_beatmap(8, MD5.upper())
    assert index.owns(3, [None, "", MD5])
    assert index
    for odd in ("", "0" * 32, MD5[:-1], "z" * 32, None):
        assert not index.has_beatmap(8, odd)
    assert not OwnedIndex()


def test_a_damaged_file_of_the_index_is_read_as_none(tmp_path: Path) -> None:
    path, index = tmp_path / "owned.bin", OwnedIndex(array("Q", [1, 2]), array("Q", [3]))
    write_owned(path, OwnedFile(stable="/osu"), index)
    found = read_owned(path)
    assert found is not None
    assert found.index().sets == index.sets
    data = path.read_bytes()
    at = data.index(array("Q", [1, 2]).tobytes())
    changed = data[:at] + b"\x09" + data[at + 1 :]
    for damaged in (b"", data[:-1], changed, b"\xc0", b"\x91" * 5000, data + b"x"):
        path.write_bytes(damaged)
        assert read_owned(path) is None
    path.unlink()
    path.mkdir()
    assert read_owned(path) is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (b"BeatmapID:75\r\nBeatmapSetID:1\r\n", (75, 1)),
        (b"[Metadata]\n BeatmapID : 75 \nBeatmapSetID: 1", (75, 1)),
        (b"BeatmapID:0\nBeatmapSetID:-1\n", (0, 0)),
        (b"Tags:BeatmapID:75\nBeatmapIDs:3\n", (0, 0)),
        (b"BeatmapID:99999999999\nBeatmapSetID:9999999999\n", (0, 0)),
        (b"[Events]\nBeatmapID:75\n", (0, 0)),
        (b"", (0, 0)),
        (b"\xff\xfeB\0e\0a\0t\0", (0, 0)),
    ],
)
def test_ids_of_a_beatmap_file(text: bytes, ids: tuple[int, int]) -> None:
    assert ids_of(text) == ids


# --- stable ------------------------------------------------------------------------------------


def test_the_sets_of_stable_s_database(desk: Desk) -> None:
    desk.games = Games(stable=desk.stable)
    entries = (MD5, "1 a", "a.osu", 10, 1), ("0" * 32, "mine", "b.osu", 0, 0)
    saved(desk.stable, "osu!.db", stable_database(*entries))
    owned = desk.start()
    assert owned.is_loaded
    assert owned.state.problem == ""
    assert (owned.has_set(1), owned.has_set(2), owned.has_set(0)) == (True, False, False)
    assert (owned.has_beatmap(10), owned.has_beatmap(11)) == (True, False)
    assert owned.has_beatmap(0, "0" * 32)
    assert owned.count_of([1, 2, 3]) == 1
    told: list[None] = []
    owned.changed.connect(lambda: told.append(None))
    desk.run(owned.rescan())
    assert told == []
    saved(desk.stable, "osu!.db", stable_database(*entries, ("1" * 32, "2 b", "c.osu", 20, 2)))
    desk.run(owned.rescan())
    assert len(told) == 1
    assert owned.count_of([1, 2, 3]) == 2


def test_what_is_known_is_there_at_the_next_start_without_reading(desk: Desk) -> None:
    desk.games = Games(desk.stable, lazer_store(desk.lazer, beatmap(30, 3)))
    age(*(desk.lazer / "files").glob("?/??"))
    saved(desk.stable, "osu!.db", stable_database((MD5, "1 a", "a.osu", 10, 1)))
    assert desk.start().count_of([1, 2, 3]) == 2
    again = desk.start(never)
    assert again.is_loaded
    assert again.count_of([1, 2, 3]) == 2
    desk.owned_file.write_bytes(b"damaged")
    assert desk.start().count_of([1, 2, 3]) == 2


def test_a_database_that_is_cut_off_says_so_and_loses_nothing(desk: Desk) -> None:
    desk.games = Games(stable=desk.stable)
    whole = stable_database((MD5, "1 a", "a.osu", 10, 1), ("1" * 32, "2 b", "b.osu", 20, 2))
    saved(desk.stable, "osu!.db", whole)
    owned = desk.start()
    for damaged in (whole[:-40], b"\xff" * 500, b""):
        saved(desk.stable, "osu!.db", damaged)
        desk.run(owned.rescan())
        assert owned.state.problem.startswith("osu!.db ")
        assert owned.state.problem.endswith(".")
        assert owned.count_of([1, 2]) == 2
    again = desk.start(never)
    assert again.state.problem == owned.state.problem
    saved(desk.stable, "osu!.db", whole)
    desk.run(owned.rescan())
    assert owned.state.problem == ""


def test_a_database_that_is_no_file_is_told_of(desk: Desk) -> None:
    (desk.stable / "osu!.db").mkdir(parents=True)
    desk.games = Games(desk.stable, lazer_store(desk.lazer, beatmap(30, 3)))
    owned = desk.start()
    assert "cannot be read" in owned.state.problem
    assert owned.has_set(3), "lazer is read all the same"


def test_the_songs_folder_where_there_is_no_database(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.games = Games(stable=desk.stable)
    songs = desk.stable / "Songs"
    saved(songs / "12 Artist - Title", "a.osu", beatmap_file("no ids").replace(b"Beatmap", b"X"))
    saved(songs / "renamed", "a.OSU", beatmap(30, 3))
    saved(songs / "mine", "a.osu", beatmap(0, -1))
    saved(songs / "mine", "picture.jpg", b"BeatmapSetID:99\n")
    (songs / "123 empty").mkdir()
    (songs / "123456789012345 odd").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(songs / "mine" / "pipe.osu")
    age(songs)
    read: list[str] = []
    read_folder = game_files._read_songs_folder

    def noted(folder: Path, modified: int) -> object:
        read.append(folder.name)
        return read_folder(folder, modified)

    monkeypatch.setattr(game_files, "_read_songs_folder", noted)
    owned = desk.start()
    assert owned.state.problem == ""
    assert list(owned.index.sets) == [3, 12, 123]
    assert owned.has_beatmap(30)
    assert owned.has_beatmap(1, md5_of(beatmap(0, -1)))
    assert len(read) == 5
    saved(songs / "4 new", "a.osu", beatmap(40, 4))
    (songs / "123 empty").rmdir()
    desk.run(owned.rescan())
    assert list(owned.index.sets) == [3, 4, 12]
    assert read[5:] == ["4 new"], "others are not read again"
    saved(desk.stable, "osu!.db", stable_database((MD5, "7 a", "a.osu", 70, 7)))
    desk.run(owned.rescan())
    assert list(owned.index.sets) == [7], "a database says it all"


# --- lazer -------------------------------------------------------------------------------------


def test_the_sets_of_lazer_s_store(desk: Desk) -> None:
    old = beatmap_file("old").replace(b"Beatmap", b"X")  # says no ids, as those of 2008
    lazer_store(desk.lazer, beatmap(30, 3), beatmap(31, 3), old, b"a picture")
    desk.games = Games(lazer=desk.lazer)
    owned = desk.start()
    assert list(owned.index.sets) == [3]
    assert list(owned.index.beatmaps) == [30, 31]
    of_old = Beatmapset(id=9, beatmaps=[Beatmap(id=90, checksum=md5_of(old)), Beatmap(id=91)])
    assert owned.owns(of_old)
    assert owned.owns(Beatmapset(id=3))
    assert not owned.owns(Beatmapset(id=9))
    lazer_store(desk.lazer, beatmap(40, 4))
    desk.run(owned.rescan())
    assert owned.has_set(4)
    for path in (desk.lazer / "files").glob("?/??/*"):
        path.unlink()
    desk.run(owned.rescan())
    assert not owned.index


# --- settings, processes, closing --------------------------------------------------------------


def test_nothing_is_owned_without_a_game(desk: Desk) -> None:
    owned = desk.start(never)
    assert owned.is_loaded
    assert not owned.state.has_game
    assert not owned.index
    desk.games = Games(lazer=lazer_store(desk.lazer, beatmap(30, 3)))
    looked: list[None] = []
    owned._look_again = lambda: looked.append(None)
    desk.files(owned)._refresher = refresh_here
    desk.run(owned.rescan(look_again=True))
    assert looked == [None]
    assert owned.state.has_game
    assert owned.has_set(3)
    told: list[None] = []
    owned.changed.connect(lambda: told.append(None))
    desk.games = Games()  # turned off in the settings
    desk.run(owned.rescan())
    assert not owned.has_set(3)
    assert len(told) == 1


def test_a_process_reads_the_files(desk: Desk) -> None:
    process = IndexProcess()
    desk.games = Games(desk.stable, lazer_store(desk.lazer, beatmap(30, 3)))
    saved(desk.stable, "osu!.db", stable_database((MD5, "1 a", "a.osu", 10, 1)))
    owned = desk.unstarted(process.refresh)
    scanning: list[bool] = []
    owned.state_changed.connect(lambda: scanning.append(owned.state.is_scanning))
    desk.run(owned.start())
    assert owned.count_of([1, 2, 3]) == 2
    assert True in scanning
    assert not owned.state.is_scanning
    saved(desk.stable, "osu!.db", b"\xff" * 100)
    desk.run(owned.rescan())
    assert owned.state.problem.startswith("osu!.db ")
    process.close()
    desk.run(owned.rescan())
    assert owned.count_of([1, 2, 3]) == 2


def test_closing_ends_a_process_that_reads(
    desk: Desk, qtbot: QtBot, loop: AbstractEventLoop
) -> None:
    saved(desk.stable, "osu!.db", stable_database((MD5, "1 a", "a.osu", 10, 1)))
    desk.games = Games(stable=desk.stable)
    process = IndexProcess()
    endless = "import sys, time; sys.stdout.write('R'); sys.stdout.flush(); time.sleep(3600)"
    process._command = lambda: [sys.executable, "-c", endless]
    owned = desk.unstarted(process.refresh)
    starting = loop.create_task(owned.start())
    qtbot.waitUntil(lambda: process._process is not None)
    process.stop()
    qtbot.waitUntil(starting.done)
    assert owned.state.problem == ""
    process.close()


@pytest.mark.parametrize(
    "program",
    [
        "",  # it ends before it can be asked
        "import sys; sys.stdout.write('R')",
        "import sys; sys.stdout.buffer.write(b'R' + bytes([1, 0, 0, 0, 0x93]))",
        "import sys; sys.stdout.buffer.write(b'R' + b'\\xff' * 100)",
        "import sys; sys.stdout.buffer.write(b'R' + bytes([3, 0, 0, 0]) + b'\\x92\\x01\\x02')",
    ],
)
def test_a_process_that_fails_is_a_sentence(desk: Desk, program: str) -> None:
    saved(desk.stable, "osu!.db", stable_database((MD5, "1 a", "a.osu", 10, 1)))
    desk.games = Games(stable=desk.stable)
    process = IndexProcess()
    process._command = lambda: [sys.executable, "-c", program]
    owned = desk.start(process.refresh)
    assert owned.is_loaded
    assert owned.state.problem.endswith(".")
    assert not owned.state.is_scanning
    process.close()


def test_the_game_is_looked_at_again_when_the_window_comes_to_the_front(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(local_library, "_LOOK_AGAIN", -1.0)
    desk.games = Games(lazer=lazer_store(desk.lazer, beatmap(30, 3)))
    owned = desk.start()
    lazer_store(desk.lazer, beatmap(40, 4))
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: owned.has_set(4))


def test_what_another_reader_of_the_files_finds_is_known(desk: Desk, qtbot: QtBot) -> None:
    desk.games = Games(lazer=lazer_store(desk.lazer, beatmap(30, 3)))
    owned = desk.start()
    lazer_store(desk.lazer, beatmap(40, 4))
    refresh: Callable[[], str] = desk.files(owned).refresh
    assert refresh() == ""
    qtbot.waitUntil(lambda: owned.has_set(4))
