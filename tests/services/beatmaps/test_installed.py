"""The folders of an installed osu!, on three systems."""

from __future__ import annotations

from pathlib import Path

import pytest

from osubrowser.services.beatmaps.installed import (
    Games,
    InstalledGames,
    Surroundings,
    lazer_folder,
    stable_folder,
)
from tests.replay_files import saved


def around(home: Path, platform: str, **environment: str) -> Surroundings:
    return Surroundings(home, environment, platform)


@pytest.mark.parametrize(
    ("platform", "folder", "variables"),
    [
        ("win32", "AppData/Local/osu!", {}),
        ("win32", "data/osu!", {"LOCALAPPDATA": "data"}),
        ("linux", ".local/share/osu-wine/osu!", {}),
        ("linux", ".wine/drive_c/users/me/AppData/Local/osu!", {"USER": "me"}),
        ("linux", "prefix/drive_c/osu!", {"WINEPREFIX": "prefix"}),
        ("darwin", "Applications/osu!.app/Contents/Resources/drive_c/osu!", {}),
    ],
)
def test_stable(tmp_path: Path, platform: str, folder: str, variables: dict[str, str]) -> None:
    given = {
        name: value if name == "USER" else str(tmp_path / value)
        for name, value in variables.items()
    }
    look = around(tmp_path, platform, **given)
    assert stable_folder(look) is None
    saved(tmp_path / folder, "osu!.db", b"x")
    assert stable_folder(look) == tmp_path / folder


def test_stable_where_its_launcher_says(tmp_path: Path) -> None:
    saved(tmp_path / "games", "osu!.exe", b"x")
    path = str(tmp_path / "games")
    saved(tmp_path / ".local" / "share" / "osuconfig", "osupath", f"{path}\n".encode())
    assert stable_folder(around(tmp_path, "linux")) == tmp_path / "games"


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("win32", "AppData/Roaming/osu"),
        ("darwin", "Library/Application Support/osu"),
        ("linux", ".local/share/osu"),
        ("linux", ".var/app/sh.ppy.osu/data/osu"),
    ],
)
def test_lazer(tmp_path: Path, platform: str, folder: str) -> None:
    look = around(tmp_path, platform)
    assert lazer_folder(look) is None
    saved(tmp_path / folder, "client.realm", b"x")
    assert lazer_folder(look) is None, "without its file store there is nothing"
    (tmp_path / folder / "files").mkdir()
    assert lazer_folder(look) == tmp_path / folder


def test_lazer_that_was_moved(tmp_path: Path) -> None:
    usual, moved = tmp_path / ".local" / "share" / "osu", tmp_path / "disk"
    saved(usual, "storage.ini", f"FullPath = {moved}\n".encode())
    assert lazer_folder(around(tmp_path, "linux")) is None
    saved(moved / "files", "x", b"")
    saved(moved, "client.realm", b"x")
    assert lazer_folder(around(tmp_path, "linux")) == moved


def test_what_the_settings_say(tmp_path: Path) -> None:
    chosen = [True, "", ""]
    games = InstalledGames(
        lambda: (bool(chosen[0]), str(chosen[1]), str(chosen[2])), around(tmp_path, "linux")
    )
    assert games() == Games()
    chosen[1] = "/mnt/osu!"
    assert games() == Games(stable=Path("/mnt/osu!"))
    saved(tmp_path / ".local" / "share" / "osu" / "files", "x", b"")
    saved(tmp_path / ".local" / "share" / "osu", "client.realm", b"x")
    assert games().lazer is None, "it is looked for once"
    games.look_again()
    assert games().lazer == tmp_path / ".local" / "share" / "osu"
    chosen[0] = False
    assert games() == Games()
