"""Beatmap files by MD5: the store, an installed osu!, and the server."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from osubrowser.api.client import Client
from osubrowser.api.errors import NotFound
from osubrowser.services.beatmaps import files as files_module
from osubrowser.services.beatmaps.files import BeatmapFiles, BeatmapSource
from osubrowser.services.beatmaps.game_files import GameFiles, inside, is_replay
from osubrowser.services.beatmaps.installed import Games
from tests.conftest import Server
from tests.replay_files import (
    beatmap_file,
    lazer_store,
    md5_of,
    replay_file,
    saved,
    stable_database,
)

MAP = beatmap_file()
MD5 = md5_of(MAP)


def store(folder: Path, games: Games | None = None, limit: int = 1 << 20) -> BeatmapFiles:
    return BeatmapFiles(
        folder / "beatmaps", folder / "game_files.sqlite", lambda: games or Games(), limit=limit
    )


def test_a_stored_file_is_found_by_its_content(tmp_path: Path) -> None:
    files = store(tmp_path)
    assert files.find(MD5) is None
    told: list[str] = []
    files.listeners.append(told.append)
    files.put(MD5, MAP)
    assert told == [MD5]
    found = files.find(MD5.upper())
    assert found is not None
    assert (found.data, found.md5, found.source) == (MAP, MD5, BeatmapSource.STORE)
    (tmp_path / "beatmaps" / f"{MD5}.osu").write_bytes(MAP + b"changed")
    assert files.find(MD5) is None, "a file that was changed is another beatmap"


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "0" * 31, "g" * 32, "\0" * 32])
def test_what_is_no_checksum_names_no_file(tmp_path: Path, name: str) -> None:
    saved(tmp_path, "beatmaps/.osu", b"")
    assert store(tmp_path).find(name) is None


def test_the_least_recently_used_files_go(tmp_path: Path) -> None:
    files = store(tmp_path, limit=4 * len(MAP) + 100)
    maps = [beatmap_file(f"Song{n}") for n in range(6)]
    for age, data in enumerate(maps[:4]):
        files.put(md5_of(data), data)
        path = tmp_path / "beatmaps" / f"{md5_of(data)}.osu"
        os.utime(path, (1000 + age, 1000 + age))
    assert files.find(md5_of(maps[0])) is not None, "and is now the last that was used"
    files.put(md5_of(maps[4]), maps[4])
    assert files.known(map(md5_of, maps)) >= {md5_of(maps[0]), md5_of(maps[4])}
    assert files.find(md5_of(maps[1])) is None


def test_a_full_disk_loses_the_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files_module, "write_whole", full)
    files = store(tmp_path)
    files.put(MD5, MAP)
    assert files.find(MD5) is None


def test_the_files_of_stable(tmp_path: Path) -> None:
    stable = tmp_path / "osu!"
    saved(stable / "Songs" / "1 Band - Song", "song.osu", MAP)
    saved(
        stable,
        "osu!.db",
        stable_database(
            (MD5, "1 Band - Song", "song.osu"),
            ("0" * 32, "gone", "gone.osu"),
            ("1" * 32, "../../..", "secret.osu"),
        ),
    )
    files = store(tmp_path, Games(stable=stable))
    found = files.find(MD5)
    assert found is not None
    assert (found.data, found.source) == (MAP, BeatmapSource.STABLE)
    assert files.find("0" * 32) is None
    assert files.find("1" * 32) is None
    assert files.known([MD5, "2" * 32]) == {MD5}
    files.close()


def test_stable_with_another_songs_folder(tmp_path: Path) -> None:
    stable, songs = tmp_path / "osu!", tmp_path / "music"
    saved(songs / "1", "song.osu", MAP)
    saved(stable, "osu!.someone.cfg", f"Volume = 3\r\nBeatmapDirectory = {songs}\r\n".encode())
    saved(stable, "osu!.db", stable_database((MD5, "1", "song.osu")))
    files = store(tmp_path, Games(stable=stable))
    assert files.find(MD5) is not None
    files.close()


def test_a_damaged_database_of_stable(tmp_path: Path) -> None:
    stable = tmp_path / "osu!"
    other = beatmap_file("other")
    for name, data in (("song", MAP), ("other", other)):
        saved(stable / "Songs" / "1", f"{name}.osu", data)
    entries = (MD5, "1", "song.osu"), (md5_of(other), "1", "other.osu")
    whole = stable_database(*entries)
    saved(stable, "osu!.db", whole[:-100])  # cut within the second beatmap
    files = store(tmp_path, Games(stable=stable))
    assert files.find(MD5) is not None
    assert files.find(md5_of(other)) is not None, "read from the Songs folder"
    saved(stable, "osu!.db", whole)
    assert files.refresh() == ""
    assert files.find(md5_of(other)) is not None
    for damaged in (b"", b"\xff" * 5000, whole[:50], b"SQLite format 3\0" * 100):
        saved(stable, "osu!.db", damaged)
        assert files.refresh().startswith("osu!.db ")
        assert files.known([MD5, md5_of(other)]) == {MD5, md5_of(other)}
    files.close()


def test_a_database_of_stable_that_cannot_be_read_keeps_not_from_lazer(tmp_path: Path) -> None:
    stable = tmp_path / "stable"
    (stable / "osu!.db").mkdir(parents=True)  # a folder, where a file is expected
    (stable / "osu!.db" / "file").touch()
    lazer = lazer_store(tmp_path / "osu", MAP)
    files = GameFiles(tmp_path / "game_files.sqlite", stable, lazer)
    with pytest.raises(OSError, match=r"osu!\.db"):
        files.refresh()
    assert len(files.beatmap(MD5)) == 1
    files.close()


def test_an_odd_store_of_lazer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lazer = lazer_store(tmp_path / "osu", MAP)
    folders = [path for path in (lazer / "files").glob("?/??") if path.is_dir()]
    (folders[0] / ("b" * 64)).mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folders[0] / ("c" * 64))
        (folders[0] / ("d" * 64)).symlink_to(tmp_path)
    saved(lazer / "files" / "e", "file", b"")
    saved(lazer / "files", "f", b"")
    bad = lazer / "files" / "0" / "00"
    bad.mkdir(parents=True, exist_ok=True)
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path == bad:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files = GameFiles(tmp_path / "game_files.sqlite", None, lazer)
    files.refresh()
    assert len(files.beatmap(MD5)) == 1
    files.close()


def test_the_files_of_lazer(tmp_path: Path) -> None:
    replay = replay_file(MAP)
    lazer = lazer_store(tmp_path / "osu", MAP, b"\xef\xbb\xbf" + MAP, replay, b"RIFF", b"")
    files = store(tmp_path, Games(lazer=lazer))
    found = files.find(MD5)
    assert found is not None
    assert (found.data, found.source) == (MAP, BeatmapSource.LAZER)
    assert files.find(md5_of(b"\xef\xbb\xbf" + MAP)) is not None
    assert [path.read_bytes() for path in files.lazer_replays()] == [replay]
    later = beatmap_file("later")
    lazer_store(lazer, later)
    files.refresh()
    assert files.find(md5_of(later)) is not None
    files.close()


def test_a_file_of_lazer_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from osubrowser.services.beatmaps import game_files

    looked: list[str] = []
    kind_of = game_files.kind_of

    def noted(path: Path, size: int) -> game_files.FileKind:
        looked.append(path.name)
        return kind_of(path, size)

    monkeypatch.setattr(game_files, "kind_of", noted)
    lazer = lazer_store(tmp_path / "osu", MAP, replay_file(MAP), b"a picture")
    for _ in range(2):
        index = GameFiles(tmp_path / "index.sqlite", None, lazer)
        index.refresh()
        index.close()
    assert len(looked) == 3
    shelf = next(path for path in (lazer / "files").rglob("*") if path.is_file())
    shelf.unlink()
    index = GameFiles(tmp_path / "index.sqlite", None, lazer)
    index.refresh()
    assert len(looked) == 3
    index.close()


def test_what_begins_as_a_replay() -> None:
    data = replay_file(MAP)
    assert is_replay(data[:40])
    assert not is_replay(data[:20])
    assert not is_replay(MAP[:40])
    assert not is_replay(b"\x04" + data[1:40])
    assert not is_replay(data[:7] + b"z" * 33)


@pytest.mark.parametrize(
    "parts", [("..", "a"), ("a", "../../b"), ("C:", "b"), ("a\0", "b"), ("", ""), ("/", "/")]
)
def test_names_that_lead_out_of_the_folder(tmp_path: Path, parts: tuple[str, str]) -> None:
    assert inside(tmp_path, *parts) is None


def test_names_with_folders_in_them(tmp_path: Path) -> None:
    assert inside(tmp_path, "a\\b", "c.osu") == tmp_path / "a" / "b" / "c.osu"


def test_a_file_of_the_server(tmp_path: Path, demo_server: Server) -> None:
    files = store(tmp_path)
    with Client(
        demo_server.client_id, demo_server.client_secret, base_url=demo_server.url
    ) as client:
        beatmap = next(iter(client.search_beatmapsets().beatmapsets[0].beatmaps or ()))
        data = client.beatmap_file(beatmap.id)
        assert data.startswith(b"osu file format v")
        found = files.fetch(beatmap.checksum or "", client)
        assert found is not None
        assert (found.data, found.source, found.beatmap_id) == (
            data,
            BeatmapSource.SERVER,
            beatmap.id,
        )
        assert found.is_other_version == (md5_of(data) != beatmap.checksum)
        stored = files.find(md5_of(data))
        assert stored is not None
        assert stored.source is BeatmapSource.STORE
        assert files.fetch("0" * 32, client) is None
        other = files.fetch("0" * 32, client, beatmap.id)
        assert other is not None
        assert other.is_other_version
        with pytest.raises(NotFound):
            client.beatmap_file(987_654_321)
        assert files.fetch_version(987_654_321, client) is None
