"""The frozen program: a folder, and an application bundle on macOS, made by PyInstaller."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_app import environment, inventory, project
from osubrowser.licences import FILE as LICENCES

SPEC: Final = project.ROOT / "build_installer.spec"


@dataclass(frozen=True, slots=True)
class Frozen:
    """Frozen program.

    Attributes:
        folder: the folder with the program.
        bundle: the application bundle; macOS only.
        components: what is shipped in it.
    """

    folder: Path
    bundle: Path | None
    components: list[inventory.Component]


def build(out: Path, work: Path, *, time: int) -> Frozen:
    """Freeze the program with the packages of the running interpreter.

    Args:
        out: where `osubrowser/` is made, and replaced.
        work: folder of files that are needed during the build only.
        time: date of the source, in seconds since 1970.

    Raises:
        subprocess.CalledProcessError: PyInstaller failed, and has said why.
    """
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places: list[str | Path] = ["--distpath", out, "--workpath", work, SPEC]
    # Stored modules start faster, and packages compress them better all at once.
    environ = {**environment.reproducible(time), "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
    subprocess.run([*command, *places], cwd=project.ROOT, env=environ, check=True)
    folder = out / "osubrowser"
    licences = folder / "_internal" / LICENCES
    # Where a person sees it; the program looks for it among its data.
    if sys.platform == "win32":
        shutil.copyfile(licences, folder / LICENCES)
    else:
        (folder / LICENCES).symlink_to(licences.relative_to(folder))
    bundle = out / "osubrowser.app"
    components = inventory.load(work / SPEC.stem / inventory.FILE)
    return Frozen(folder, bundle if bundle.is_dir() else None, components)
