"""The replay library: files are found, read, analysed, renamed and deleted, and nothing is lost."""

from __future__ import annotations

import lzma
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api.client import Client
from osubrowser.api.entities.scores import Score
from osubrowser.api.replays import (
    ReplayScoreInfo,
    encode_replay,
    pack_score_info,
    read_replay,
)
from osubrowser.services.beatmaps.files import BeatmapFiles
from osubrowser.services.beatmaps.installed import InstalledGames
from osubrowser.services.replays import library as library_module
from osubrowser.services.replays.analysis_process import AnalysisProcess, ProcessFailed
from osubrowser.services.replays.library import ReplayLibrary
from osubrowser.services.replays.records import FigureState, ReplayRecord, SourceKind
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from tests.conftest import Server
from tests.replay_files import (
    beatmap_file,
    lazer_store,
    md5_of,
    replay_file,
    saved,
    stable_database,
)
from tests.services.conftest import Run

MAP = beatmap_file()
MD5 = md5_of(MAP)


class CountingProcess(AnalysisProcess):
    """Process that notes which files it was asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.looked: list[str] = []
        self.analysed: list[str] = []

    def look(self, files: Any) -> list[ReplayRecord]:
        self.looked += [Path(file).name for file, _ in files]
        return super().look(files)

    def analyse(self, record: ReplayRecord, beatmap: bytes) -> ReplayRecord:
        self.analysed.append(record.path.name)
        return super().analyse(record, beatmap)


class Desk:
    """Libraries on one profile, one after the other."""

    def __init__(self, calls: Calls, run: Run, qtbot: QtBot, folder: Path) -> None:
        self.calls, self.run, self.qtbot = calls, run, qtbot
        self.folders = Folders.inside(folder / "profile")
        self.replays = folder / "replays"
        self.replays.mkdir()
        settings = Settings()
        settings.replay_folder = str(self.replays)
        settings.use_installed = False
        self.preferences = Preferences(settings)
        self.client: Client | None = None
        self.trashed: list[str] = []
        self.problems: list[str] = []
        self._open: list[tuple[ReplayLibrary, BeatmapFiles]] = []

    def library(self) -> ReplayLibrary:
        """Return a library that has been started and has nothing to do."""
        library = self.unstarted()
        self.run(library.start())
        self.settle(library)
        return library

    def unstarted(self) -> ReplayLibrary:
        settings = self.preferences.settings
        beatmaps = BeatmapFiles.of_profile(
            self.folders,
            InstalledGames(
                lambda: (settings.use_installed, settings.stable_folder, settings.lazer_folder)
            ),
        )
        self.process = CountingProcess()
        library = ReplayLibrary(
            self.calls,
            self.preferences,
            self.folders,
            beatmaps,
            lambda: self.client,
            process=self.process,
        )
        library.problem_found.connect(self.problems.append)
        self._open.append((library, beatmaps))
        self.beatmaps = beatmaps
        return library

    def settle(self, library: ReplayLibrary) -> None:
        """Wait until nothing is scanned or analysed."""
        self.qtbot.waitUntil(
            lambda: not library.progress.is_scanning and library.progress.waiting == 0
        )

    def close(self) -> None:
        for library, beatmaps in self._open:
            self.run(library.close())
            beatmaps.close()
        self._open.clear()

    def again(self) -> ReplayLibrary:
        self.close()
        return self.library()


@pytest.fixture
def desk(
    calls: Calls, run: Run, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    desk = Desk(calls, run, qtbot, tmp_path)

    def trash(path: Path) -> None:
        desk.trashed.append(path.name)
        path.unlink()

    import send2trash

    monkeypatch.setattr(send2trash, "send2trash", trash)
    yield desk
    desk.close()


def by_name(library: ReplayLibrary) -> dict[str, ReplayRecord]:
    return {record.path.name: record for record in library.records()}


def test_a_replay_is_read_and_analysed(desk: Desk) -> None:
    saved(desk.replays, "a.osr", replay_file(MAP, misses=True, score_id=7))
    saved(desk.folders.beatmap_files, f"{MD5}.osu", MAP)
    [record] = desk.library().records()
    assert (record.player, record.beatmap_md5, record.ruleset_id) == ("player", MD5, 0)
    assert record.counts == {"great": 9, "ok": 0, "meh": 0, "miss": 1}
    assert record.accuracy == pytest.approx(0.9)
    assert (record.grade, record.max_combo, record.score) == ("B", 5, 100_007)
    assert record.source is SourceKind.CHOSEN
    assert record.state is FigureState.READY, record.note
    figures = record.figures
    assert figures is not None
    assert figures.misses == 1
    assert figures.positions == [(120, 100)]
    assert figures.mean_error_ms == pytest.approx(0, abs=2)
    assert figures.unstable_rate == pytest.approx(100, abs=2)
    assert figures.stars is not None
    assert figures.stars > 0
    assert "rosu-pp-py" in figures.formula
    assert record.beatmap is not None
    assert (record.beatmap.artist, record.beatmap.title) == ("Band", "Song")


def test_the_folder_that_the_first_download_makes_is_analysed_and_watched(desk: Desk) -> None:
    desk.replays.rmdir()
    library = desk.library()
    saved(desk.folders.beatmap_files, f"{MD5}.osu", MAP)
    desk.replays.mkdir()
    path = saved(desk.replays, "a.osr", replay_file(MAP))
    desk.run(library.add([path]))
    desk.qtbot.waitUntil(lambda: by_name(library)["a.osr"].state is FigureState.READY)
    saved(desk.replays, "b.osr", replay_file(MAP, player="other"))
    desk.qtbot.waitUntil(lambda: "b.osr" in by_name(library))


def test_only_what_changed_is_read_again(desk: Desk) -> None:
    saved(desk.folders.beatmap_files, f"{MD5}.osu", MAP)
    for name in ("a", "b", "c"):
        saved(desk.replays, f"{name}.osr", replay_file(MAP, player=name))
    library = desk.library()
    assert sorted(desk.process.looked) == ["a.osr", "b.osr", "c.osr"]
    assert sorted(desk.process.analysed) == ["a.osr", "b.osr", "c.osr"]
    before = by_name(library)
    desk.close()
    changed = saved(desk.replays, "b.osr", replay_file(MAP, player="b", misses=True))
    os.utime(changed, ns=(1, 1))
    (desk.replays / "c.osr").unlink()
    library = desk.library()
    assert desk.process.looked == desk.process.analysed == ["b.osr"]
    after = by_name(library)
    assert after.keys() == {"a.osr", "b.osr"}
    assert after["a.osr"] == before["a.osr"]
    figures = after["b.osr"].figures
    assert figures is not None
    assert figures.misses == 1


def test_a_damaged_file_stays_with_a_sentence(desk: Desk) -> None:
    good = replay_file(MAP)
    saved(desk.replays, "cut.osr", good[:40])
    saved(desk.replays, "empty.osr", b"")
    saved(desk.replays, "page.osr", b"<html>not found</html>")
    frames = bytearray(good)
    frames[-60] ^= 0xFF
    saved(desk.replays, "frames.osr", bytes(frames))
    records = by_name(desk.library())
    assert records["cut.osr"].problem == "The replay is cut off."
    assert records["empty.osr"].problem == "The file is empty."
    assert records["page.osr"].problem == "The file is a web page, not a replay."
    assert records["frames.osr"].problem.startswith("The packed part of the replay is ")
    assert records["frames.osr"].player == "player", "what could be read is shown"
    assert {one.state for one in records.values()} == {FigureState.NOT_JUDGED}


def test_a_beatmap_file_that_comes_later_wakes_its_replays(desk: Desk) -> None:
    saved(desk.replays, "a.osr", replay_file(MAP))
    library = desk.library()
    assert [r.state for r in library.records()] == [FigureState.NO_BEATMAP]
    assert library.progress.missing == 1
    desk.beatmaps.put(MD5, MAP)
    desk.qtbot.waitUntil(lambda: library.records()[0].state is FigureState.READY)
    assert library.progress.missing == 0


def test_a_beatmap_file_that_came_while_the_program_was_closed(desk: Desk) -> None:
    saved(desk.replays, "a.osr", replay_file(MAP))
    assert [r.state for r in desk.library().records()] == [FigureState.NO_BEATMAP]
    saved(desk.folders.beatmap_files, f"{MD5}.osu", MAP)
    assert [r.state for r in desk.again().records()] == [FigureState.READY]


def test_the_files_of_an_installed_game(desk: Desk, tmp_path: Path) -> None:
    other = beatmap_file("Other")
    stable, lazer = tmp_path / "osu!", tmp_path / "osu"
    saved(stable / "Songs" / "1 Band - Song", "song.osu", MAP)
    saved(stable, "osu!.db", stable_database((MD5, "1 Band - Song", "song.osu")))
    saved(stable / "Replays", "exported.osr", replay_file(MAP, player="exporter"))
    saved(stable / "Data" / "r", f"{MD5}-133.osr", replay_file(MAP, player="local"))
    lazer_store(lazer, other, replay_file(other, player="lazer"), b"a picture", b"")
    settings = desk.preferences.settings
    settings.use_installed = True
    settings.stable_folder, settings.lazer_folder = str(stable), str(lazer)
    library = desk.library()
    found = {record.player: record for record in library.records()}
    assert {name: record.source for name, record in found.items()} == {
        "exporter": SourceKind.STABLE,
        "local": SourceKind.STABLE_SCORES,
        "lazer": SourceKind.LAZER,
    }
    assert {record.state for record in found.values()} == {FigureState.READY}
    files = [record.file for record in found.values()]
    assert library.trash(files) == 1, "what the game finds by its name stays"
    outcome = desk.run(library.rename(files, "{player}"))
    assert len(outcome.problems) == 2
    assert all("The game" in sentence for sentence in outcome.problems.values())


def test_a_watched_folder(desk: Desk) -> None:
    (desk.replays / "deep").mkdir()
    library = desk.library()
    library._rescan.setInterval(0)
    path = saved(desk.replays, "deep/a.osr", replay_file(MAP))
    desk.qtbot.waitUntil(lambda: len(library.records()) == 1)
    path.unlink()
    desk.qtbot.waitUntil(lambda: not library.records())


def test_a_folder_of_the_settings_and_one_that_is_dropped(desk: Desk, tmp_path: Path) -> None:
    library = desk.library()
    library._rescan.setInterval(0)
    saved(tmp_path / "more", "a.osr", replay_file(MAP, player="a"))
    single = saved(tmp_path / "elsewhere", "b.osr", replay_file(MAP, player="b"))
    records = desk.run(library.add([tmp_path / "more", single, tmp_path / "nothing"]))
    assert [record.player for record in records] == ["b"]
    assert desk.preferences.settings.replay_folders == [str(tmp_path / "more")]
    desk.qtbot.waitUntil(lambda: len(library.records()) == 2)
    again = {record.player: record.source for record in desk.again().records()}
    assert again == {"a": SourceKind.CHOSEN, "b": SourceKind.SINGLE}
    desk.preferences.set("replay_folders", [])
    assert [record.player for record in desk.again().records()] == ["b"]


def test_a_disk_that_is_not_there_loses_no_records(desk: Desk, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    saved(disk / "replays", "a.osr", replay_file(MAP))
    desk.preferences.settings.replay_folders = [str(disk / "replays")]
    assert len(desk.library().records()) == 1
    desk.close()
    disk.rename(tmp_path / "unplugged")
    library = desk.library()
    assert len(library.records()) == 1
    assert any("cannot be read" in sentence for sentence in desk.problems)
    (tmp_path / "unplugged").rename(disk)
    shutil.rmtree(disk / "replays")
    assert desk.again().records() == []


def test_renaming_by_a_template(desk: Desk) -> None:
    saved(desk.folders.beatmap_files, f"{MD5}.osu", MAP)
    for number in (1, 2):
        data = replay_file(MAP, player="a/b", score_id=number)
        saved(desk.replays, f"{number}.osr", data)
    library = desk.library()
    first = by_name(library)["1.osr"]
    removed: list[Any] = []
    library.removed.connect(removed.extend)
    files = [str(desk.replays / name) for name in ("1.osr", "2.osr")]
    outcome = desk.run(library.rename(files, "{player} - {title} [{difficulty}]"))
    assert outcome.problems == {}
    assert sorted(by_name(library)) == ["a_b - Song [Hard] (2).osr", "a_b - Song [Hard].osr"]
    assert sorted(removed) == files
    assert sorted(path.name for path in desk.replays.iterdir()) == sorted(by_name(library))
    named = by_name(library)["a_b - Song [Hard].osr"]
    assert named.figures == first.figures
    assert library.find(legacy_id=1) == named.file
    after = by_name(desk.again())
    assert after["a_b - Song [Hard].osr"] == named
    assert desk.process.looked == [], "a renamed file is not read again"
    with pytest.raises(ValueError, match="no field"):
        desk.run(library.rename(files, "{nonsense}"))


def test_deleting_can_be_undone_and_ends_in_the_trash(desk: Desk) -> None:
    for name in ("a", "b"):
        saved(desk.replays, f"{name}.osr", replay_file(MAP, player=name))
    library = desk.library()
    files = sorted(record.file for record in library.records())
    assert library.trash(files) == 2
    assert library.records() == []
    assert len(list(desk.replays.iterdir())) == 2, "they are in their folder until it is over"
    assert library.undo_trash() == 2
    assert len(library.records()) == 2
    library.trash(files[:1])
    desk.run(library.rescan())
    assert [record.player for record in library.records()] == ["b"]
    library._undo.start(0)
    desk.qtbot.waitUntil(lambda: desk.trashed == ["a.osr"])
    assert library.undo_trash() == 0
    library.trash(files[1:])
    desk.close()
    assert desk.trashed == ["a.osr", "b.osr"], "what is deleted when the window closes is deleted"
    assert desk.library().records() == []


def test_a_trash_that_refuses(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import send2trash

    def refuse(path: Path) -> None:
        raise OSError(13, "no trash on this disk")

    monkeypatch.setattr(send2trash, "send2trash", refuse)
    saved(desk.replays, "a.osr", replay_file(MAP))
    library = desk.library()
    library.trash([record.file for record in library.records()])
    library._undo.start(0)
    desk.qtbot.waitUntil(lambda: len(library.records()) == 1)
    assert desk.problems == ["a.osr was not deleted (no trash on this disk)."]
    assert (desk.replays / "a.osr").exists()


def test_which_scores_the_library_has(desk: Desk) -> None:
    saved(desk.replays, "a.osr", replay_file(MAP, score_id=42))
    library = desk.library()
    file = str(desk.replays / "a.osr")
    assert library.find(legacy_id=42, ruleset_id=0) == file
    assert library.find(legacy_id=42, ruleset_id=1) is None
    assert library.find(score_id=42) is None
    assert library.has(Score(id=9, legacy_score_id=42, ruleset_id=0)) == file
    assert library.has(Score(id=42, legacy_score_id=None, ruleset_id=0)) is None


def test_a_process_that_dies_on_a_file_loses_that_file_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(desk.folders.beatmap_files, f"{MD5}.osu", MAP)
    for name in ("bad", "good"):
        saved(desk.replays, f"{name}.osr", replay_file(MAP, player=name))
    analyse = AnalysisProcess.analyse

    def die(self: AnalysisProcess, record: ReplayRecord, beatmap: bytes) -> ReplayRecord:
        if record.player == "bad":
            raise ProcessFailed("killed")
        return analyse(self, record, beatmap)

    monkeypatch.setattr(CountingProcess, "analyse", die)
    records = by_name(desk.library())
    assert records["good.osr"].state is FigureState.READY
    assert records["bad.osr"].state is FigureState.NOT_JUDGED
    assert records["bad.osr"].note == "The analysis took too long, or too much memory."


def test_an_index_that_is_damaged_is_made_again(desk: Desk) -> None:
    saved(desk.replays, "a.osr", replay_file(MAP))
    desk.library()
    desk.close()
    desk.folders.replay_index.write_bytes(b"nonsense" * 1000)
    assert len(desk.library().records()) == 1
    assert desk.folders.replay_index.with_name("replays.sqlite.damaged").exists()


def test_titles_and_beatmap_files_from_the_server(
    desk: Desk, demo_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "_TITLE_PAUSE", 0)
    with Client(
        demo_server.client_id, demo_server.client_secret, base_url=demo_server.url
    ) as client:
        beatmap = next(iter(client.search_beatmapsets().beatmapsets[0].beatmaps or ()))
        data = replay_file(MAP).replace(MD5.encode(), (beatmap.checksum or "").encode())
        saved(desk.replays, "a.osr", data)
        saved(desk.replays, "b.osr", replay_file(beatmap_file("nobody has it")))
        desk.client = client
        library = desk.library()
        desk.qtbot.waitUntil(lambda: by_name(library)["a.osr"].beatmap is not None)
        found = by_name(library)["a.osr"].beatmap
        assert found is not None
        assert (found.beatmap_id, found.difficulty) == (beatmap.id, beatmap.version)
        desk.qtbot.waitUntil(lambda: not library._tasks.is_running("titles"))
        files = [record.file for record in library.records()]
        desk.run(library.fetch_beatmaps(files))
        assert by_name(library)["b.osr"].note == "osu! does not have the beatmap."
        desk.settle(library)


@pytest.mark.parametrize("count", [30, pytest.param(1000, marks=pytest.mark.benchmark)])
def test_a_folder_of_odd_files(desk: Desk, tmp_path: Path, count: int) -> None:
    good = replay_file(MAP)
    for number in range(count):
        saved(desk.replays, f"good {number}.osr", good)
        saved(desk.replays, f"cut {number}.osr", good[: 3 * (number % 30)])
        saved(desk.replays, f"noise {number}.osr", bytes(range(256))[number % 30 :] * 40)
    saved(desk.replays, "page.osr", b"<html>")
    saved(desk.replays, "a\nb \u202e\U0001f600 \x7f.osr", good)
    with (desk.replays / "huge.osr").open("wb") as file:
        file.truncate(1 << 30)
    (desk.replays / "folder.osr").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(desk.replays / "pipe.osr")
        (desk.replays / "loop").symlink_to(desk.replays)
        (desk.replays / "dead.osr").symlink_to(tmp_path / "nothing")
    records = by_name(desk.library())
    assert desk.problems == []
    problems = [record.problem for record in records.values()]
    assert problems.count("") == count + 1
    assert len(problems) == 3 * count + 3
    assert records["huge.osr"].problem == "The file is far too large for a replay."
    assert {"pipe.osr", "folder.osr", "dead.osr"}.isdisjoint(records)


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_name_that_is_not_unicode_keeps_no_other_file_out(desk: Desk) -> None:
    saved(desk.replays, "good.osr", replay_file(MAP))
    odd = desk.replays / os.fsdecode(b"\xff\xfe.osr")
    odd.write_bytes(replay_file(MAP))
    library = desk.library()
    assert list(by_name(library)) == ["good.osr"]
    assert desk.problems == [
        f"1 replay file in {desk.replays} cannot be listed: the name is not valid Unicode."
    ]
    desk.run(library.rescan())
    assert len(desk.problems) == 1  # told once
    assert desk.run(library.add([odd])) == []


def test_numbers_that_no_play_has_lose_no_file(desk: Desk) -> None:
    info = pack_score_info(ReplayScoreInfo(statistics={"great": 10}))
    huge = lzma.compress(
        b'{"statistics": {"great": %s}, "online_id": %s}' % (b"9" * 4000, b"8" * 40),
        lzma.FORMAT_ALONE,
    )
    replay = read_replay(replay_file(MAP))
    for name, packed in (("good", info), ("huge", huge)):
        made = replace(replay, game_version=30_000_016, packed_score_info=packed)
        saved(desk.replays, f"{name}.osr", encode_replay(made))
    records = by_name(desk.library())
    assert records["good.osr"].counts["great"] == 10
    assert records["huge.osr"].counts["great"] == 10  # the header's
    assert records["huge.osr"].score_id == 0


def test_a_file_that_ends_the_process_loses_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bad", "good", "fine"):
        saved(desk.replays, f"{name}.osr", replay_file(MAP, player=name))
    look = CountingProcess.look

    def die(self: CountingProcess, files: Any) -> list[ReplayRecord]:
        if any(Path(file).name == "bad.osr" for file, _ in files):
            raise ProcessFailed("killed")
        return look(self, files)

    monkeypatch.setattr(CountingProcess, "look", die)
    records = by_name(desk.library())
    assert records["good.osr"].player == "good"
    assert records["fine.osr"].player == "fine"
    assert records["bad.osr"].problem.startswith("To read the file takes too long")
    assert desk.problems == []


def test_damaged_frames_are_told_with_and_without_the_beatmap(desk: Desk) -> None:
    replay = read_replay(replay_file(MAP))
    made = replace(replay, packed_frames=replay.packed_frames[:-9])
    saved(desk.replays, "a.osr", encode_replay(made))
    sentence = "The packed part of the replay is cut off, or far too large."
    assert by_name(desk.library())["a.osr"].problem == sentence
    desk.close()
    desk.folders.replay_index.unlink()
    saved(desk.folders.beatmap_files, f"{MD5}.osu", MAP)
    assert by_name(desk.library())["a.osr"].problem == sentence


def test_an_inner_folder_that_cannot_be_read_loses_no_records(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(desk.replays / "inner", "a.osr", replay_file(MAP))
    assert len(desk.library().records()) == 1
    desk.close()
    scandir = os.scandir

    def refuse(path: Any) -> Any:
        if os.fsdecode(path).endswith("inner"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert len(desk.library().records()) == 1
    assert desk.problems == [f"{desk.replays / 'inner'} cannot be read."]
