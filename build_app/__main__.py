"""Command line of the build: the frozen program, its packages, checksums, and an SBOM."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Final

from build_app import environment, project

_INSIDE: Final = "--inside"
"""Internal switch: the interpreter has the locked packages."""
_PACKAGES: Final = {
    "linux": ("tar", "deb"),
    "win32": ("zip", "installer"),
    "darwin": ("dmg",),
}
_ON_REQUEST: Final = {"linux": ("appimage", "flatpak")}
"""Packages whose tools are seldom there: made where they are named."""
_SYSTEMS: Final = {"linux": "linux", "win32": "windows", "darwin": "macos"}
_EXPLAINED: Final = 200_000
"""Bytes of a packed part whose reason is to be in `contents.REASONS`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build what the command line names, and return the exit status."""
    options = _parser().parse_args(arguments)
    packages = [name for name in options.packages.split(",") if name]
    unknown = set(packages) - set(_known())
    if unknown:
        _say(f"This system makes no {', '.join(sorted(unknown))}, but {', '.join(_known())}.")
        return 2
    try:
        if options.here or options.inside:
            return _build(options.out.absolute(), packages)
        return _build_with_lock(options.out.absolute(), options.packages)
    except (project.PackageError, subprocess.CalledProcessError) as error:
        _say(f"The build failed: {str(error).removesuffix('.')}.")
        return 1


def _build_with_lock(out: Path, packages: str) -> int:
    """Run this again with the locked packages."""
    folder = project.ROOT / "build" / "environment"
    _say(f"Installing the locked packages in {folder.relative_to(project.ROOT)} ...")
    python = environment.create(folder)
    command: list[str | Path] = [
        python,
        "-m",
        "build_app",
        _INSIDE,
        "--out",
        out,
        "--packages",
        packages,
    ]
    environ = {**os.environ, "PYTHONPATH": str(project.ROOT)}
    return subprocess.run(command, env=environ, cwd=project.ROOT, check=False).returncode


def _build(out: Path, packages: Sequence[str]) -> int:
    # These need the locked packages.
    from build_app import archive, contents, folder, sbom, sizes
    from osubrowser import __version__

    start, time = monotonic(), project.source_date()
    out.mkdir(parents=True, exist_ok=True)
    frozen = folder.build(out, project.ROOT / "build" / "work", time=time)
    if sys.platform == "win32":
        from build_app.windows import signature

        signature.sign(frozen.folder / "osubrowser.exe")  # before packages are made of it
    _say(f"{frozen.folder} ({monotonic() - start:.0f} s)")
    found = sizes.parts(frozen.folder, contents.reason)
    _say(sizes.table(found))
    nameless = sizes.unexplained(found, _EXPLAINED)
    if nameless:
        _say(f"Nothing says why these are shipped: {', '.join(nameless)}")
    files = list[Path]()
    for name in packages:
        start = monotonic()
        file = _makers(time)[name](frozen.bundle or frozen.folder, __version__, out)
        files.append(file)
        megabytes = file.stat().st_size / sizes.MEGABYTE
        _say(f"{file.name}: {megabytes:.1f} MB ({monotonic() - start:.0f} s)")
        if name == "tar":
            sizes.check(file)
    bom = out / f"osubrowser-{__version__}.cdx.json"
    digests = [(file.name, archive.sha256(file)) for file in files]
    text = sbom.document(frozen.components, __version__, time=time, files=digests)
    bom.write_text(text, "utf-8", newline="\n")
    _say(f"{bom.name}: {len(frozen.components)} components")
    _say(archive.write_sums(out, [*files, bom]).read_text("utf-8").rstrip())
    return 0


def _makers(time: int) -> dict[str, Callable[[Path, str, Path], Path]]:
    """Return what makes each package, from the program, its version, and the folder for it."""
    if sys.platform == "win32":
        from build_app.windows import installer

        return {"zip": partial(_zip, time=time), "installer": installer.build}
    if sys.platform == "darwin":
        from build_app.macos import dmg

        return {"dmg": dmg.build}
    from build_app.linux import appimage, deb, flatpak

    return {
        "tar": partial(_tar, time=time),
        "deb": deb.build,
        "appimage": appimage.build,
        "flatpak": flatpak.build,
    }


def _tar(folder: Path, version: str, out: Path, *, time: int) -> Path:
    from build_app import archive

    file = out / f"{package_name(version)}.tar.xz"
    archive.write_tar_xz(folder, file, time=time)
    return file


def _zip(folder: Path, version: str, out: Path, *, time: int) -> Path:
    from build_app import archive

    file = out / f"{package_name(version)}.zip"
    archive.write_zip(folder, file, time=time)
    return file


def package_name(version: str) -> str:
    """Return the name of this system's packages, without the ending."""
    machine = platform.machine().lower().replace("amd64", "x86_64")
    return f"osubrowser-{version}-{_SYSTEMS[sys.platform]}-{machine}"


def _known() -> tuple[str, ...]:
    return (*_usual(), *_ON_REQUEST.get(sys.platform, ()))


def _usual() -> tuple[str, ...]:
    return _PACKAGES.get(sys.platform, ())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m build_app", description="Build the frozen program and its packages."
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=project.ROOT / "dist",
        metavar="DIR",
        help="folder for what is made (default: dist)",
    )
    parser.add_argument(
        "--packages",
        default=",".join(_usual()),
        metavar="LIST",
        help=f"packages to make, of: {', '.join(_known())} "
        f"(default: {','.join(_usual())}; none: '')",
    )
    parser.add_argument(
        "--here",
        action="store_true",
        help="build with the installed packages, instead of the locked ones in an environment "
        "of the build's own",
    )
    parser.add_argument(_INSIDE, action="store_true", help=argparse.SUPPRESS)
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
