"""Default folders of exports and replays, and checks of custom ones."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths

from osubrowser.services.text.translation import tr


def exports() -> str:
    """Return the user's documents folder, else the home folder; "" if neither exists. Blocks."""
    places = QStandardPaths.StandardLocation
    wishes = (places.DocumentsLocation, places.HomeLocation)
    folders = map(QStandardPaths.writableLocation, wishes)
    return next((folder for folder in folders if QDir(folder).exists()), "")


def replays(portable: Path | None, *, is_demo: bool) -> str:
    """Return the default folder of replays, which may not exist yet. Blocks.

    Args:
        portable: the folder of a portable profile (`Folders.portable_replays`); else None.
        is_demo: of the demo, whose replays stay apart from real ones.
    """
    if portable is not None:
        return str(portable)
    # Side by side: the library takes a folder with all folders in it.
    name = "osu! demo replays" if is_demo else "osu! replays"
    return str(Path(exports() or Path.home()) / name)


def is_there(folder: str) -> bool:
    """Return whether a folder exists. Blocks."""
    return QDir(folder).exists()


def problem_with(folder: str) -> str:
    """Return why a folder is not writable, as a sentence; "" if it is writable. Blocks.

    A missing folder counts as writable if it can be created.
    """
    path = Path(folder)
    if not path.is_absolute() or "\0" in folder:
        return tr("This is not a whole path.")
    try:
        if path.exists():
            if not path.is_dir():
                return tr("This is a file, not a folder.")
            good = os.access(path, os.W_OK | os.X_OK)
            return "" if good else tr("Nothing can be written into this folder.")
        above = next(one for one in path.parents if one.exists())
        good = above.is_dir() and os.access(above, os.W_OK | os.X_OK)
    except OSError as error:
        return tr("This folder cannot be reached ({strerror}).").format(strerror=error.strerror)
    return "" if good else tr("This folder is not there, and cannot be made.")
