"""Folders of an installed osu!: stable's and lazer's, on Windows, macOS and Linux."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

LONGEST_CONFIG: Final = 1 << 20
"""Bytes of the largest configuration file that is read."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the search for an installed osu! looks at.

    Attributes:
        home: the user's home folder.
        environment: environment variables.
        platform: `sys.platform`.
    """

    home: Path = field(default_factory=Path.home)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    platform: str = sys.platform

    def variable(self, name: str, default: Path) -> Path:
        """Return the folder in an environment variable, or `default`."""
        value = self.environment.get(name)
        return Path(value) if value else default


@dataclass(frozen=True, slots=True)
class Games:
    """Folders of the installed osu!; None without."""

    stable: Path | None = None
    lazer: Path | None = None


class InstalledGames:
    """Folders of the installed osu!, as the settings say. For any thread; blocks.

    What is not set is looked for, once.

    Args:
        chosen: returns whether to use an installed osu!, and the chosen folders of stable and of
            lazer, "" to look for them.
        around: what to look at.
    """

    def __init__(
        self, chosen: Callable[[], tuple[bool, str, str]], around: Surroundings | None = None
    ) -> None:
        self._chosen = chosen
        self._around = around
        self._found: Games | None = None

    def __call__(self) -> Games:
        """Return the folders."""
        is_used, stable, lazer = self._chosen()
        if not is_used:
            return Games()
        if self._found is None and not (stable and lazer):
            self._found = Games(stable_folder(self._around), lazer_folder(self._around))
        found = self._found or Games()
        return Games(
            Path(stable) if stable else found.stable, Path(lazer) if lazer else found.lazer
        )

    def look_again(self) -> None:
        """Look for the folders at the next call: one may have been installed."""
        self._found = None


def stable_folder(around: Surroundings | None = None) -> Path | None:
    """Return the folder of an installed osu!stable, which has `osu!.db`; None without. Blocks."""
    found = (one for one in _stable_folders(around or Surroundings()) if is_stable(one))
    return next(found, None)


def lazer_folder(around: Surroundings | None = None) -> Path | None:
    """Return the data folder of an installed osu!lazer, which has `files`; None without. Blocks.

    The file `storage.ini` in the usual folder names another one, if the user has moved it.
    """
    for usual in _lazer_folders(around or Surroundings()):
        moved = _setting(usual / "storage.ini", "FullPath")
        for one in (Path(moved),) if moved else ():
            if is_lazer(one):
                return one
        if is_lazer(usual):
            return usual
    return None


def is_stable(folder: Path) -> bool:
    """Whether a folder is that of osu!stable."""
    return _is_file(folder / "osu!.db") or _is_file(folder / "osu!.exe")


def is_lazer(folder: Path) -> bool:
    """Whether a folder is the data folder of osu!lazer."""
    return _is_folder(folder / "files") and _is_file(folder / "client.realm")


def songs_folder(stable: Path) -> Path:
    """Return the folder of stable's beatmaps, as its configuration says. Blocks."""
    try:
        configurations = sorted(stable.glob("osu!.*.cfg"), key=_age)
    except OSError:
        configurations = []
    for file in configurations:
        chosen = _setting(file, "BeatmapDirectory")
        if chosen:
            folder = stable / chosen.replace("\\", "/") if os.name != "nt" else stable / chosen
            if _is_folder(folder):
                return folder
    return stable / "Songs"


def replay_folders(stable: Path) -> list[Path]:
    """Return stable's folders of replays: exported ones, and those of its local scores."""
    return [stable / "Replays", stable / "Data" / "r"]


def _stable_folders(around: Surroundings) -> Iterator[Path]:
    home = around.home
    if around.platform == "win32":
        registered = _registered_folder()
        if registered is not None:
            yield registered
        yield around.variable("LOCALAPPDATA", home / "AppData" / "Local") / "osu!"
        for name in ("ProgramFiles(x86)", "ProgramFiles"):
            if around.environment.get(name):
                yield Path(around.environment[name]) / "osu!"
        return
    if around.platform == "darwin":
        inside = Path("Contents/Resources/drive_c/osu!")
        yield Path("/Applications/osu!.app") / inside
        yield home / "Applications" / "osu!.app" / inside
        yield home / "Library" / "Application Support" / "osu-wine" / "osu!"
    data = around.variable("XDG_DATA_HOME", home / ".local" / "share")
    named = _first_line(data / "osuconfig" / "osupath")  # of osu-winello
    if named:
        yield Path(named)
    yield data / "osu-wine" / "osu!"
    yield data / "osu-wine" / "OSU"
    prefix = around.variable("WINEPREFIX", home / ".wine")
    user = around.environment.get("USER", "")
    for drive in (prefix, home / ".osu"):
        if user:
            yield drive / "drive_c" / "users" / user / "AppData" / "Local" / "osu!"
        yield drive / "drive_c" / "osu!"


def _lazer_folders(around: Surroundings) -> Iterator[Path]:
    home = around.home
    if around.platform == "win32":
        yield around.variable("APPDATA", home / "AppData" / "Roaming") / "osu"
        return
    if around.platform == "darwin":
        yield home / "Library" / "Application Support" / "osu"
    yield around.variable("XDG_DATA_HOME", home / ".local" / "share") / "osu"
    yield home / ".var" / "app" / "sh.ppy.osu" / "data" / "osu"  # Flatpak


def _registered_folder() -> Path | None:
    """Return the folder of the program that Windows opens `.osz` files of stable with."""
    if sys.platform != "win32":
        return None
    import winreg

    for key in (r"osustable.File.osz\shell\open\command", r"osu\shell\open\command"):
        try:
            command = winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, key)
        except OSError:
            continue
        program = command.split('"')[1] if command.count('"') >= 2 else command.split(" ")[0]
        if program.lower().endswith("osu!.exe"):
            return Path(program).parent
    return None


def _setting(file: Path, name: str) -> str:
    """Return the value of `name = value` in a configuration file; "" without."""
    for line in _text(file).splitlines():
        key, equals, value = line.partition("=")
        if equals and key.strip() == name:
            return value.strip()
    return ""


def _first_line(file: Path) -> str:
    return next(iter(_text(file).splitlines()), "").strip()


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return opened.read(LONGEST_CONFIG).decode("utf-8-sig", "replace").replace("\0", "")
    except (OSError, ValueError):
        return ""


def _age(file: Path) -> float:
    try:
        return -file.stat().st_mtime
    except OSError:
        return 0.0


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
