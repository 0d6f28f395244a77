"""AppImage of the frozen program: its AppDir, and the run of appimagetool.

Not tried with a published appimagetool; the AppDir is (`tests/build_app/linux/test_appimage.py`).
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from build_app import project
from build_app.linux import share

_START: Final = """\
#!/bin/sh
# The program stands beside this file, wherever the image is mounted.
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/osubrowser/osubrowser" "$@"
"""


def fill(root: Path, folder: Path, version: str, date: int) -> None:
    """Write an AppDir: the program, its `share` folder, and what stands at the top.

    Args:
        root: an empty folder.
        folder: the frozen program.
        version: its version as of PEP 440.
        date: its date in seconds since 1970.
    """
    shutil.copytree(folder, root / "usr/lib/osubrowser", symlinks=True)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/osubrowser").symlink_to("../lib/osubrowser/osubrowser")
    share.write(root / "usr/share", version, date)
    # appimagetool and its desktop daemons look for the older name of the metainfo.
    metainfo = root / "usr/share" / share.METAINFO
    metainfo.with_name(f"{project.APPLICATION_ID}.appdata.xml").symlink_to(metainfo.name)
    (root / "osubrowser.desktop").symlink_to("usr/share/applications/osubrowser.desktop")
    icon = "usr/share/icons/hicolor/256x256/apps/osubrowser.png"
    (root / "osubrowser.png").symlink_to(icon)
    (root / ".DirIcon").symlink_to(icon)
    (root / "AppRun").write_text(_START, "utf-8")
    (root / "AppRun").chmod(0o755)


def build(folder: Path, version: str, out: Path) -> Path:
    """Build the AppImage.

    Args:
        folder: the frozen program.
        version: its version as of PEP 440.
        out: an existing folder for the image.

    Returns:
        The path of the image.

    Raises:
        PackageError: appimagetool is missing.
        subprocess.CalledProcessError: appimagetool failed; it has printed why.
    """
    program = shutil.which("appimagetool")
    if program is None:
        raise project.PackageError("appimagetool is missing")
    date = project.source_date()
    package = out / f"osubrowser-{version}-linux-{platform.machine()}.AppImage"
    with tempfile.TemporaryDirectory(prefix="osubrowser-appimage-") as temporary:
        root = Path(temporary) / "osubrowser.AppDir"
        root.mkdir()
        fill(root, folder, version, date)
        subprocess.run(
            [program, "--no-appstream", str(root), str(package)],
            env={
                **os.environ,
                "ARCH": platform.machine(),
                "VERSION": version,
                "SOURCE_DATE_EPOCH": str(date),
                "APPIMAGE_EXTRACT_AND_RUN": "1",  # appimagetool is one itself: without FUSE
            },
            check=True,
        )
    return package
