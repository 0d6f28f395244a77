"""Windows installer: the list of files to install and to remove, and the run of makensis."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from build_app import project, version_info
from build_app.windows import signature

_FORBIDDEN: Final = re.compile(r'[<>:"|?*\\$\x00-\x1f]|[. ]$')
"""What a name on Windows cannot have; and `$`, which begins a variable of NSIS."""
_SCRIPT: Final = Path(__file__).with_name("installer.nsi")


def file_list(folder: Path, names: Iterable[PurePosixPath]) -> str:
    """Return the macros `InstallFiles` and `UninstallFiles` for the same files.

    The second deletes exactly what the first has installed, and then the folders that are empty.

    Args:
        folder: the folder that has the files.
        names: their paths below it.

    Raises:
        PackageError: Windows cannot have such a name, or two of them are one to it.
    """
    files = sorted(names)
    folded: dict[str, PurePosixPath] = {}
    for name in files:
        if any(_FORBIDDEN.search(part) for part in name.parts):
            raise project.PackageError(f"{name} is no name for a file on Windows")
        other = folded.setdefault(str(name).lower(), name)
        if other != name:
            raise project.PackageError(f"{other} and {name} are one file on Windows")
    folders = sorted({parent for name in files for parent in name.parents if parent.name})
    lines = ["!macro InstallFiles"]
    current: PurePosixPath | None = None
    for name in sorted(files, key=lambda one: (one.parent, one.name)):
        if name.parent != current:
            current = name.parent
            lines.append(f"SetOutPath {_installed(current)}")
        lines.append(f'File "{folder / name}"')
    lines += ["!macroend", "!macro UninstallFiles", 'SetOutPath "$TEMP"']
    lines += [f"Delete {_installed(name)}" for name in files]
    # A folder comes after the folders in it.
    lines += [f"RMDir {_installed(name)}" for name in reversed(folders)]
    lines.append("!macroend")
    return "\n".join(lines) + "\n"


def _installed(name: PurePosixPath) -> str:
    return '"' + "\\".join(("$INSTDIR", *name.parts)) + '"'


def build(
    folder: Path, version: str, out: Path, *, options: Sequence[str] = (), program: str = ""
) -> Path:
    """Build the installer.

    It and its uninstaller are signed, where there is a command (`signature.command`).

    Args:
        folder: the frozen program.
        version: its version as of PEP 440.
        out: an existing folder for the installer.
        options: more arguments of makensis; `-DFAST` leaves out the compression.
        program: file name of the program; "" for what PyInstaller names it on this system.

    Returns:
        The path of the installer.

    Raises:
        PackageError: makensis is missing, or a file has a name that Windows cannot have.
        subprocess.CalledProcessError: makensis failed; it has printed why.
    """
    compiler = shutil.which("makensis") or _installed_compiler()
    if compiler is None:
        raise project.PackageError("makensis is missing: install NSIS 3")
    program = program or ("osubrowser.exe" if sys.platform == "win32" else "osubrowser")
    machine = platform.machine().lower().replace("amd64", "x86_64")
    package = out / f"osubrowser-{version}-windows-{machine}-setup.exe"
    files = [path for path in folder.rglob("*") if path.is_file()]
    kilobytes = sum(path.stat().st_size for path in files) // 1024
    names = [PurePosixPath(path.relative_to(folder).as_posix()) for path in files]
    with tempfile.TemporaryDirectory(prefix="osubrowser-nsis-") as temporary:
        listed = Path(temporary) / "files.nsh"
        listed.write_text(file_list(folder, names), "utf-8")
        icon = Path(temporary) / "osubrowser.ico"
        _write_icon(icon)
        defines = {
            "VERSION": version,
            "NUMBERS": ".".join(map(str, version_info.numbers(version))),
            "PROGRAM": program,
            "FILES": str(listed),
            "ICON": str(icon),
            "OUTPUT": str(package.absolute()),
            "KILOBYTES": str(kilobytes),
        }
        if signature.command():
            defines["SIGN"] = signature.command()
        subprocess.run(
            [
                compiler,
                *("-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8"),
                *(f"-D{name}={value}" for name, value in defines.items()),
                *options,
                str(_SCRIPT),
            ],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(project.source_date())},
            check=True,
        )
    return package


def _installed_compiler() -> str | None:
    """Return makensis where NSIS's own installer puts it, which leaves the PATH as it is."""
    for variable in ("ProgramFiles(x86)", "ProgramFiles"):
        file = Path(os.environ.get(variable, "")) / "NSIS" / "makensis.exe"
        if file.is_file():
            return str(file)
    return None


def _write_icon(path: Path) -> None:
    from PIL import Image

    with Image.open(project.ROOT / "resources" / "icons" / "osubrowser.png") as picture:
        picture.save(path, "ICO", sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)])
