"""Default folders for exports and replays, and checks of chosen ones."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths


def exports() -> str:
    """Return where people look for files, not the folder the program was started in. Blocks."""
    places = QStandardPaths.StandardLocation
    wishes = (places.DocumentsLocation, places.HomeLocation)
    folders = map(QStandardPaths.writableLocation, wishes)
    return next((folder for folder in folders if QDir(folder).exists()), "")


def replays() -> str:
    """Return where replays are saved; the folder is made when the first one comes. Blocks."""
    return str(Path(exports() or Path.home()) / "osu! replays")


def is_there(folder: str) -> bool:
    """Return whether there is such a folder. Blocks."""
    return QDir(folder).exists()


def problem_with(folder: str) -> str:
    """Return why no file can be written into a folder, as a sentence; "" if one can. Blocks.

    A folder that is not there yet is good if it can be made.
    """
    path = Path(folder)
    if not path.is_absolute() or "\0" in folder:
        return "This is not a whole path."
    try:
        if path.exists():
            if not path.is_dir():
                return "This is a file, not a folder."
            good = os.access(path, os.W_OK | os.X_OK)
            return "" if good else "Nothing can be written into this folder."
        above = next(one for one in path.parents if one.exists())
        good = above.is_dir() and os.access(above, os.W_OK | os.X_OK)
    except OSError as error:
        return f"This folder cannot be reached ({error.strerror})."
    return "" if good else "This folder is not there, and cannot be made."
