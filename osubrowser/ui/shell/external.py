"""Opening of addresses in the web browser and of folders in the file manager."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_in_browser(url: str) -> bool:
    """Open an address in the system's web browser; False if there is none."""
    return QDesktopServices.openUrl(QUrl(url))


def open_folder(folder: str) -> bool:
    """Open an existing folder in the system's file manager; False if there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
