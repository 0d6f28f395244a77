"""Debian dependencies of the frozen program: libraries that it takes from the system."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_app.project import PackageError

_LIBC: Final = "libc6"
PACKAGES: Final = {
    "ld-linux-aarch64.so.1": _LIBC,
    "ld-linux-x86-64.so.2": _LIBC,
    "libasound.so.2": "libasound2 | libasound2t64",
    "libc.so.6": _LIBC,
    "libdbus-1.so.3": "libdbus-1-3",
    "libdl.so.2": _LIBC,
    "libdrm.so.2": "libdrm2",
    "libEGL.so.1": "libegl1",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libm.so.6": _LIBC,
    "libmvec.so.1": _LIBC,
    "libOpenGL.so.0": "libopengl0",
    "libpthread.so.0": _LIBC,
    "libresolv.so.2": _LIBC,
    "librt.so.1": _LIBC,
    "libstdc++.so.6": "libstdc++6",
    "libutil.so.1": _LIBC,
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}
"""Package of each library that the system may provide, under its names in Debian and Ubuntu."""

LOADED_BY_NAME: Final = ("libasound.so.2",)
"""Libraries that are opened at run time: sound."""

DATA: Final = ("fontconfig-config", "libx11-data", "xkb-data")
"""Files that bundled libraries read: where fonts are, the compose key, keyboard layouts."""

RECOMMENDED: Final = (
    "ca-certificates",
    "desktop-file-utils",  # indexes the desktop entry
    "hicolor-icon-theme",
    "libpulse0",  # sound, preferred to ALSA
    "shared-mime-info",  # indexes the MIME type
    "xdg-utils",  # opens the web browser
)
SUGGESTED: Final = ("fonts-noto-cjk", "gnome-keyring | kwalletmanager | keepassxc")


@dataclass(frozen=True, slots=True)
class Binary:
    """What an ELF file asks of the system.

    Attributes:
        needed: file names of the libraries that it is linked with.
        glibc: the newest version of glibc's symbols that it uses, as numbers; () for none.
    """

    needed: frozenset[str]
    glibc: tuple[int, ...]


def read(text: str) -> Binary:
    """Return what `objdump -p` says of one file, or of several in turn."""
    needed = re.findall(r"^\s+NEEDED\s+(\S+)$", text, re.MULTILINE)
    versions = re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)$", text, re.MULTILINE)
    return Binary(
        frozenset(needed),
        max((tuple(map(int, one.split("."))) for one in versions), default=()),
    )


def depends(folder: Path) -> list[str]:
    """Return the `Depends` of a folder with the frozen program, sorted.

    Raises:
        PackageError: objdump is missing, or a library is neither in the folder nor in `PACKAGES`.
    """
    program = shutil.which("objdump")
    if program is None:
        raise PackageError("objdump is missing: install binutils")
    names = {path.name for path in folder.rglob("*")}
    files = [str(path) for path in sorted(folder.rglob("*")) if _is_elf(path)]
    listing = subprocess.run(
        [program, "-p", *files], capture_output=True, text=True, check=True
    ).stdout
    binary = read(listing)
    return clauses(binary.needed - names, binary.glibc)


def clauses(libraries: Iterable[str], glibc: tuple[int, ...]) -> list[str]:
    """Return the clauses of `Depends` for libraries of the system, sorted.

    Raises:
        PackageError: `PACKAGES` does not have one of them.
    """
    wanted = {*libraries, *LOADED_BY_NAME}
    unknown = sorted(wanted - PACKAGES.keys())
    if unknown:
        raise PackageError(
            f"no package is known for {', '.join(unknown)}: "
            "leave out what is linked with it, or name its package in build_app/linux"
        )
    oldest = f" (>= {'.'.join(map(str, glibc))})" if glibc else ""
    packages = {PACKAGES[one] for one in wanted} | {_LIBC}
    return sorted({f"{_LIBC}{oldest}", *DATA, *(packages - {_LIBC})})


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
