"""Desktop integration for one user: what a Linux package installs for all users, and its removal.

For an unpacked archive, an AppImage or a virtual environment: no package manager knows of those.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from osubrowser.resources import resource_path
from osubrowser.services.runtime.restart import appimage
from osubrowser.services.storage.atomic_write import write_whole

DESKTOP_ENTRY: Final = "applications/osubrowser.desktop"
MIME_TYPES: Final = "mime/packages/osubrowser.xml"
SHARE_FILES: Final[Mapping[str, tuple[str, str]]] = {
    DESKTOP_ENTRY: ("desktop", "osubrowser.desktop"),
    MIME_TYPES: ("desktop", "osubrowser-mime.xml"),
    "icons/hicolor/scalable/apps/osubrowser.svg": ("icons", "osubrowser.svg"),
    "icons/hicolor/256x256/apps/osubrowser.png": ("icons", "osubrowser.png"),
    "icons/hicolor/symbolic/apps/osubrowser-symbolic.svg": ("desktop", "osubrowser-symbolic.svg"),
    "icons/hicolor/scalable/mimetypes/application-x-osu-replay.svg": (
        "desktop",
        "application-x-osu-replay.svg",
    ),
}
"""Files of the integration: path below a `share` folder, and path below `resources/`."""
_INDEXERS: Final = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
"""Programs that index a folder below `share`, without which its entries are not found."""
_MIME_INDEXES: Final = (
    *("XMLnamespaces", "aliases", "generic-icons", "globs", "globs2", "icons", "magic"),
    *("mime.cache", "subclasses", "treemagic", "types", "version"),
)
"""What update-mime-database writes, beside a folder for each media type."""
_ENTRIES_INDEX: Final = "mimeinfo.cache"
_RESERVED: Final = str.maketrans({one: f"\\{one}" for one in '"`$\\'})
_LONGEST_INDEXING: Final = 60  # seconds


def share_folder() -> Path:
    """Return the user's `share` folder: XDG_DATA_HOME, or ~/.local/share.

    Raises:
        ValueError: there is no home folder.
    """
    given = Path(os.environ.get("XDG_DATA_HOME", ""))
    if given.is_absolute():
        return given
    try:
        home = Path.home()
    except RuntimeError as error:
        raise ValueError("there is no home folder") from error
    if not home.is_absolute():
        raise ValueError(f"the home folder {home} is no absolute path")
    return home / ".local" / "share"


def start_command() -> list[str]:
    """Return the command that starts this copy of the program, with absolute paths."""
    image = appimage()
    if image is not None:
        return [image]
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(sys.prefix) / "bin" / "osubrowser"
    return [str(script)] if script.is_file() else [sys.executable, "-m", "osubrowser"]


def exec_line(command: Sequence[str]) -> str:
    """Return the value of a desktop entry's `Exec` key: `command` with addresses or files.

    Each argument is quoted, its field codes are escaped, and then the whole as any string value
    is (Desktop Entry Specification, "The Exec key").

    Raises:
        ValueError: an argument has a control character, which the format cannot express.
    """
    if any(not one.isprintable() for one in command):
        raise ValueError("a path with a control character cannot stand in a desktop entry")
    quoted = " ".join('"{}"'.format(one.translate(_RESERVED).replace("%", "%%")) for one in command)
    return quoted.replace("\\", "\\\\") + " %U"


def add(share: Path, command: Sequence[str]) -> list[Path]:
    """Write the files of the integration below `share`, replacing older ones.

    Args:
        share: a `share` folder; created if it does not exist.
        command: the command that starts the program.

    Returns:
        The paths of the files.

    Raises:
        OSError: a file could not be read or written; each is written whole or not at all.
        ValueError: the command cannot stand in a desktop entry.
    """
    exec_value = exec_line(command)
    written = []
    for name, parts in SHARE_FILES.items():
        data = resource_path(*parts).read_bytes()
        if name == DESKTOP_ENTRY:
            lines = data.decode().splitlines()
            data = "".join(
                f"Exec={exec_value}\n" if line.startswith("Exec=") else f"{line}\n"
                for line in lines
            ).encode()
        write_whole(share / name, data)
        written.append(share / name)
    return written


def remove(share: Path) -> list[Path]:
    """Delete the files of the integration, and the folders that are empty without them.

    Returns:
        The paths of the files that were there.

    Raises:
        OSError: a file could not be deleted.
    """
    removed = []
    for name in SHARE_FILES:
        file = share / name
        if file.is_file() or file.is_symlink():
            file.unlink()
            removed.append(file)
            if name != MIME_TYPES:  # update-mime-database fails without its folder
                _delete_empty(file.parent, share)
    return removed


def delete_indexes(share: Path) -> None:
    """Delete the indexes of `share` that list nothing any more, and their empty folders.

    Raises:
        OSError: a file could not be deleted.
    """
    mime, applications = share / "mime", share / "applications"
    if not any((mime / "packages").glob("*")):
        for name in _MIME_INDEXES:
            (mime / name).unlink(missing_ok=True)
        for folder in (*mime.glob("*/"), mime):
            _delete_empty(folder, share)
    if [one.name for one in applications.glob("*")] == [_ENTRIES_INDEX]:
        (applications / _ENTRIES_INDEX).unlink()
        _delete_empty(applications, share)


def _delete_empty(folder: Path, root: Path) -> None:
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return  # not empty
        folder = folder.parent


def index(share: Path) -> list[str]:
    """Let the desktop's programs index `share` again.

    Returns:
        The names of the programs that are not installed, or that failed.
    """
    failed = []
    for program, folder in _INDEXERS:
        path = share / folder
        if not path.is_dir():
            continue
        found = shutil.which(program)
        if found is None or not _succeeds([found, str(path)]):
            failed.append(program)
    return failed


def _succeeds(command: Sequence[str]) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, a folder of the user
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LONGEST_INDEXING,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def run(action: str) -> int:
    """Run `osubrowser --integrate ACTION`: change the user's integration, and print what changed.

    Args:
        action: "add" or "remove".

    Returns:
        The exit status: 0, 1 where files could not be changed, 2 on another system than Linux.
    """
    if sys.platform != "linux":
        return _fail(
            "--integrate is for Linux; elsewhere the installer does it.", 2
        )  # not shown: for a terminal
    try:
        share = share_folder()
        files = add(share, start_command()) if action == "add" else remove(share)
    except (OSError, ValueError) as error:
        return _fail(
            f"The integration could not be changed: {error}", 1
        )  # not shown: for a terminal
    for file in files:
        print(f"{'Wrote' if action == 'add' else 'Removed'} {file}")  # noqa: T201 # not shown: for a terminal
    if not files:
        print("There is no integration to remove.")  # noqa: T201 # not shown: for a terminal
    failed = index(share)
    if action == "remove":
        with contextlib.suppress(OSError):  # nothing depends on them
            delete_indexes(share)
    if failed and action == "add":
        return _fail(
            "Replay files and links are not associated: "  # not shown: for a terminal
            f"{' and '.join(failed)} did not run.",
            1,
        )
    return 0


def _fail(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201 - for a terminal
    return status
