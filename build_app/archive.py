"""Archives of the frozen program that are the same for the same files, and their checksums."""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SUMS: Final = "SHA256SUMS"

_ZIP_EPOCH: Final = 315_532_800
"""1980, before which a `.zip` knows no time."""

_XZ: Final = ("xz", "-T2", "--x86", "--lzma2=preset=6", "--stdout")
"""Two threads on any machine: their number decides where the blocks end. The filter makes machine
code of x86 smaller by 4 %, and changes nothing else by much."""


def write_tar_xz(folder: Path, file: Path, *, time: int) -> None:
    """Write a folder to a `.tar.xz`.

    The entries are sorted; owner and time are the same for all, so that equal folders make equal
    archives.

    Args:
        folder: the folder; its name is the first part of every entry's name.
        file: the archive, which is replaced.
        time: time of every entry, in seconds since 1970.

    Raises:
        OSError: a file cannot be read or written.
        subprocess.CalledProcessError: `xz` failed.
    """
    part, tar = (file.with_name(file.name + ending) for ending in (".part", ".tar.part"))
    try:
        with tar.open("wb") as stream:
            write_tar(folder, stream, time=time)
        with part.open("wb") as stream:
            subprocess.run([*_XZ, tar], stdout=stream, check=True)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
        tar.unlink(missing_ok=True)


def write_tar(folder: Path, stream: IO[bytes], *, time: int) -> None:
    """Write a folder to a stream as an uncompressed archive; see `write_tar_xz`."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = time
        executable = entry.isdir() or entry.mode & 0o100
        entry.mode = 0o777 if entry.issym() else 0o755 if executable else 0o644
        return entry

    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.GNU_FORMAT) as tar:
        for path in (folder, *sorted(folder.rglob("*"))):
            name = path.relative_to(folder.parent).as_posix()
            tar.add(path, name, recursive=False, filter=plain)


def write_zip(folder: Path, file: Path, *, time: int) -> None:
    """Write a folder without symbolic links to a `.zip`, the same for equal folders.

    Args:
        folder: the folder; its name is the first part of every entry's name.
        file: the archive, which is replaced.
        time: time of every entry, in seconds since 1970.

    Raises:
        OSError: a file cannot be read or written.
    """
    date = datetime.fromtimestamp(max(time, _ZIP_EPOCH), UTC).timetuple()[:6]
    part = file.with_name(f"{file.name}.part")
    with ZipFile(part, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = ZipInfo(path.relative_to(folder.parent).as_posix(), date)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes(), ZIP_DEFLATED, 9)
    part.replace(file)


def write_sums(folder: Path, files: Iterable[Path]) -> Path:
    """Write the SHA-256 of files to `SHA256SUMS` in a folder, as `sha256sum --check` reads it.

    Returns:
        The file.
    """
    lines = [f"{sha256(file)}  {file.name}\n" for file in sorted(files)]
    sums = folder / SUMS
    sums.write_text("".join(lines), "utf-8", newline="\n")
    return sums


def sha256(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
