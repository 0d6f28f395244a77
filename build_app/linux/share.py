"""The `share` folder of Linux packages: desktop entry, icons, MIME type, metainfo, man page."""

from __future__ import annotations

import datetime
import gzip
import shutil
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from build_app import project
from osubrowser.services.desktop.integration import SHARE_FILES

ICON_SIZES: Final = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
"""Pixels of the square icons that desktops and software centres ask for."""
METAINFO: Final = f"metainfo/{project.APPLICATION_ID}.metainfo.xml"
MAN_PAGE: Final = "man/man1/osubrowser.1.gz"
SCREENSHOTS: Final = {
    "rankings": "The performance ranking",
    "beatmaps": "The beatmap listing with its filters",
    "replay": "A replay at one of its misses",
    "player": "A player",
    "leaderboard": "A leaderboard",
    "search": "One question, all answers side by side",
}
"""Captions of the pictures in `resources/screenshots`; the first is the one that lists show."""
_RESOURCES: Final = project.ROOT / "resources"


def icon(svg: Path, size: int) -> bytes:
    """Return a square picture of an SVG file as PNG.

    Args:
        svg: the file.
        size: width and height in pixels.

    Raises:
        PackageError: the file is no SVG picture.
    """
    renderer = QSvgRenderer(str(svg))
    if not renderer.isValid():
        raise project.PackageError(f"{svg} is no SVG picture")
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload] # as the documentation has it
    return bytes(buffer.data().data())


def metainfo(version: str, date: int, home: str) -> str:
    """Return the AppStream metainfo with releases, and with what the repository's address gives.

    A screenshot is an address: without one of the repository there are none.

    Args:
        version: the version that is built.
        date: its date in seconds since 1970.
        home: the address of the repository; "" for none.
    """
    root = ElementTree.fromstring(  # noqa: S314 - a file of this source
        (_RESOURCES / "desktop" / "osubrowser.metainfo.xml").read_text("utf-8")
    )
    if home:
        for kind, path in (("homepage", ""), ("bugtracker", "/issues"), ("vcs-browser", "")):
            ElementTree.SubElement(root, "url", type=kind).text = home + path
        screenshots = ElementTree.SubElement(root, "screenshots")
        for name, caption in SCREENSHOTS.items():
            is_first = len(screenshots) == 0
            attributes = {"type": "default"} if is_first else {}
            screenshot = ElementTree.SubElement(screenshots, "screenshot", attributes)
            ElementTree.SubElement(screenshot, "caption").text = caption
            address = f"{home}/raw/v{version}/resources/screenshots/{name}.png"
            ElementTree.SubElement(screenshot, "image").text = address
    releases = ElementTree.SubElement(root, "releases")
    for released, day in project.releases(version, date).items():
        kind = "stable" if released.replace(".", "").isdecimal() else "development"
        attributes = {"version": released, "date": day, "type": kind}
        ElementTree.SubElement(releases, "release", attributes)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def man_page(version: str, date: int) -> str:
    """Return the manual page in troff.

    Args:
        version: the version that is built.
        date: its date in seconds since 1970.
    """
    day = datetime.datetime.fromtimestamp(date, datetime.UTC).date().isoformat()
    text = Path(__file__).with_name("osubrowser.1").read_text("utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", day)


def write(share: Path, version: str, date: int) -> None:
    """Write all files of a package's `share` folder.

    Args:
        share: the folder; created if it does not exist.
        version: the version that is built.
        date: its date in seconds since 1970.
    """
    for name, parts in SHARE_FILES.items():
        target = share / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_RESOURCES.joinpath(*parts), target)
    icons = share / "icons" / "hicolor"
    pictures = {
        "apps/osubrowser": _RESOURCES / "icons" / "osubrowser.svg",
        "mimetypes/application-x-osu-replay": (
            _RESOURCES / "desktop" / "application-x-osu-replay.svg"
        ),
    }
    for size in ICON_SIZES:
        for name, svg in pictures.items():
            target = icons / f"{size}x{size}" / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(icon(svg, size))
    _write(share / METAINFO, metainfo(version, date, project.homepage()).encode())
    _write(share / MAN_PAGE, gzip.compress(man_page(version, date).encode(), 9, mtime=0))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
