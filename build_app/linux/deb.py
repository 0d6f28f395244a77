"""Debian package of the frozen program."""

from __future__ import annotations

import datetime
import gzip
import hashlib
import math
import os
import platform
import re
import shutil
import subprocess
import tempfile
from email.utils import format_datetime
from pathlib import Path
from typing import Final

from build_app import project
from build_app.linux import dependencies, share

MAINTAINER: Final = f"{project.AUTHORS} <osubrowser@users.noreply.github.com>"
ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64"}
"""Debian's name of each machine that there are wheels of Qt for."""
_DESCRIPTION: Final = """\
 osubrowser is a desktop browser for the rhythm game osu!. It shows the
 rankings with exact numbers and all 10,000 ranks in one table, players,
 beatmaps, leaderboards and everything else that osu! knows.
 .
 It saves replays, judges them, and plays them back with what went wrong.
 It signs in with an OAuth application of your own, or shows a made-up osu!
 that needs no account and no network.
"""
_LICENCES: Final = "LICENCES.txt"


def debian_version(version: str) -> str:
    """Return the Debian version of a version as of PEP 440: a pre-release sorts before its release.

    Raises:
        ValueError: the version has an epoch or another form that is not used here.
    """
    match = re.fullmatch(
        r"(\d+(?:\.\d+)*)((?:a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?(\+[a-z0-9.]+)?", version
    )
    if match is None:
        raise ValueError(f"{version!r} is no version that a Debian package can have")
    release, pre, post, dev, local = match.groups(default="")
    pre = f"~{pre}" if pre else ""
    dev = dev.replace(".dev", "~dev")
    return f"{release}{pre}{post}{dev}{local}-1"


def architecture() -> str:
    """Return Debian's name of the machine that builds.

    Raises:
        PackageError: the program is not built for such machines.
    """
    machine = platform.machine()
    if machine not in ARCHITECTURES:
        raise project.PackageError(f"no Debian package is made on {machine}")
    return ARCHITECTURES[machine]


def control(version: str, size: int, depends: list[str], home: str) -> str:
    """Return the control file.

    Args:
        version: the Debian version.
        size: KiB of the installed files.
        depends: clauses of `Depends`.
        home: the address of the project's repository; "" for none.
    """
    fields = {
        "Package": "osubrowser",
        "Version": version,
        "Architecture": architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(dependencies.RECOMMENDED),
        "Suggests": ", ".join(dependencies.SUGGESTED),
        "Section": "net",
        "Priority": "optional",
        **({"Homepage": home} if home else {}),
        "Description": "native desktop browser for the rhythm game osu!",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + _DESCRIPTION


def copyright_file(folder: Path) -> str:
    """Return the copyright file: the program's licence, then those of everything in the folder."""
    own = (project.ROOT / "LICENSE").read_text("utf-8")
    found = next(iter(sorted(folder.rglob(_LICENCES))), None)
    head = "This package is built by the makers of osubrowser, from their source.\n\n"
    if found is None:
        return f"{head}osubrowser is under the MIT licence:\n\n{own}"
    return head + found.read_text("utf-8")


def changelog(version: str, date: int) -> str:
    """Return Debian's changelog, of the version that is built alone.

    Args:
        version: the Debian version.
        date: its date in seconds since 1970.
    """
    day = format_datetime(datetime.datetime.fromtimestamp(date, datetime.UTC))
    return (
        f"osubrowser ({version}) stable; urgency=medium\n\n"
        "  * What is new is in changelog.gz.\n\n"
        f" -- {MAINTAINER}  {day}\n"
    )


def build(folder: Path, version: str, out: Path) -> Path:
    """Build the Debian package; the same folder gives the same bytes.

    Args:
        folder: the frozen program.
        version: its version as of PEP 440.
        out: an existing folder for the package.

    Returns:
        The path of the package.

    Raises:
        PackageError: dpkg-deb or objdump is missing, or a dependency is unknown.
        subprocess.CalledProcessError: dpkg-deb failed.
    """
    program = shutil.which("dpkg-deb")
    if program is None:
        raise project.PackageError("dpkg-deb is missing: a .deb is built on Debian or Ubuntu")
    date = project.source_date()
    package = out / f"osubrowser-{version}-linux-{platform.machine()}.deb"
    with tempfile.TemporaryDirectory(prefix="osubrowser-deb-") as temporary:
        root = Path(temporary) / "root"
        root.mkdir()
        fill(root, folder, version, date)
        _unify(root, date)
        subprocess.run(
            [program, "--root-owner-group", "-Zxz", "--build", str(root), str(package)],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(date)},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return package


def fill(root: Path, folder: Path, version: str, date: int) -> None:
    """Write the files of the package and its control files.

    Args:
        root: an empty folder, which stands for `/`.
        folder: the frozen program.
        version: its version as of PEP 440.
        date: its date in seconds since 1970.

    Raises:
        PackageError: objdump is missing, or a dependency is unknown.
    """
    debian = debian_version(version)
    shutil.copytree(folder, root / "usr/lib/osubrowser", symlinks=True)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/osubrowser").symlink_to("../lib/osubrowser/osubrowser")
    share.write(root / "usr/share", version, date)
    documents = root / "usr/share/doc/osubrowser"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(copyright_file(folder), "utf-8")
    for name, text in {
        "changelog.Debian.gz": changelog(debian, date),
        "changelog.gz": (project.ROOT / "CHANGELOG.md").read_text("utf-8"),
    }.items():
        (documents / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    overrides = root / "usr/share/lintian/overrides/osubrowser"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(Path(__file__).with_name("lintian-overrides"), overrides)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/md5sums").write_text(_sums(root), "utf-8")
    size = sum(math.ceil(path.lstat().st_size / 1024) for path in (root / "usr").rglob("*"))
    text = control(debian, size, dependencies.depends(folder), project.homepage())
    (root / "DEBIAN/control").write_text(text, "utf-8")


def _sums(root: Path) -> str:
    files = sorted(
        path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink()
    )
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(root).as_posix()}\n"
        for path in files
    )


def _unify(root: Path, date: int) -> None:
    """Set modes and dates that do not depend on who builds, and where."""
    start = root / "usr/lib/osubrowser/osubrowser"
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == start else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)
