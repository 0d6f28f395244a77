"""Flatpak of the frozen program: its source folder, and the runs of flatpak-builder and flatpak.

Not tried as a whole: only the manifest and the source folder are tested.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from build_app import project
from build_app.linux import share
from osubrowser.services.desktop.integration import MIME_TYPES

MANIFEST: Final = Path(__file__).with_name(f"{project.APPLICATION_ID}.yml")


def fill(source: Path, folder: Path, version: str, date: int) -> None:
    """Write what the manifest installs: `program` and `share`.

    Args:
        source: an empty folder.
        folder: the frozen program.
        version: its version as of PEP 440.
        date: its date in seconds since 1970.
    """
    shutil.copytree(folder, source / "program", symlinks=True)
    share.write(source / "share", version, date)
    types = source / "share" / MIME_TYPES
    types.rename(types.with_name(f"{project.APPLICATION_ID}.xml"))  # others are not exported


def build(folder: Path, version: str, out: Path) -> Path:
    """Build a bundle that `flatpak install` takes.

    Args:
        folder: the frozen program.
        version: its version as of PEP 440.
        out: an existing folder for the bundle.

    Returns:
        The path of the bundle.

    Raises:
        PackageError: flatpak-builder or flatpak is missing.
        subprocess.CalledProcessError: one of them failed; it has printed why.
    """
    builder, flatpak = shutil.which("flatpak-builder"), shutil.which("flatpak")
    if builder is None or flatpak is None:
        raise project.PackageError("flatpak-builder or flatpak is missing")
    package = out / f"osubrowser-{version}-linux-{platform.machine()}.flatpak"
    with tempfile.TemporaryDirectory(prefix="osubrowser-flatpak-") as temporary:
        work = Path(temporary)
        (work / "source").mkdir()
        fill(work / "source", folder, version, project.source_date())
        shutil.copy(MANIFEST, work)
        for command in (
            [builder, "--force-clean", "--repo=repository", "build", MANIFEST.name],
            [
                flatpak,
                "build-bundle",
                "repository",
                str(package.absolute()),
                project.APPLICATION_ID,
            ],
        ):
            subprocess.run(command, cwd=work, check=True)
    return package
