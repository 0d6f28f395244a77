"""Sizes of the frozen program's parts, packed and unpacked, and why the largest stay."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_app.project import PackageError

MEGABYTE: Final = 1_000_000
LIMIT: Final = 55 * MEGABYTE
"""Largest `.tar.xz` for Linux, in bytes."""
SHOWN: Final = 24
"""Rows of the table."""


class TooLargeError(PackageError):
    """A package is larger than it may be.

    Args:
        name: its file name.
        size: its size in bytes.
        limit: the largest size allowed, in bytes.
    """

    def __init__(self, name: str, size: int, limit: int) -> None:
        super().__init__(
            f"{name} has {size / MEGABYTE:.1f} MB, more than {limit / MEGABYTE:.1f} MB."
        )


@dataclass(frozen=True, slots=True)
class Part:
    """File of the program, or several with the same reason.

    Attributes:
        name: its path below the program's folder, or the reason's largest file and their count.
        unpacked: its bytes.
        packed: its bytes when it is compressed alone.
        reason: why it is shipped; None if no reason is known.
    """

    name: str
    unpacked: int
    packed: int
    reason: str | None


def packed_size(content: bytes) -> int:
    """Return the bytes of a content that is compressed alone, quickly."""
    filters = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 0}]
    return len(lzma.compress(content, format=lzma.FORMAT_XZ, filters=filters))


def parts(folder: Path, reason: Callable[[str], str | None]) -> list[Part]:
    """Return the parts of a folder, the largest first: its files by their reason.

    Args:
        folder: the program's folder.
        reason: why a file is shipped, from its path below the folder.
    """
    groups = dict[str, list[tuple[int, str, Path]]]()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(folder).as_posix()
            group = reason(name) or name
            groups.setdefault(group, []).append((path.stat().st_size, name, path))
    found = []
    for group, files in groups.items():
        size, name, _ = max(files)
        more = len(files) - 1
        found.append(
            Part(
                f"{name} and {more} more" if more else name,
                sum(one[0] for one in files),
                sum(packed_size(one[2].read_bytes()) for one in files) if size else 0,
                None if group == name else group,
            )
        )
    return sorted(found, key=lambda part: part.packed, reverse=True)


def unexplained(found: Iterable[Part], at_least: int) -> list[str]:
    """Return the names of parts of a size and more that have no reason.

    Args:
        found: the parts.
        at_least: the packed size, in bytes.
    """
    return [part.name for part in found if part.reason is None and part.packed >= at_least]


def table(found: Sequence[Part], rows: int = SHOWN) -> str:
    """Return the largest parts as lines of text: packed, unpacked, name, reason."""
    lines = [f"{'packed':>8} {'unpacked':>9}  part, and why it stays"]
    rest = found[rows:]
    for part in found[:rows]:
        lines.append(f"{_megabytes(part.packed)} {_megabytes(part.unpacked, 9)}  {part.name}")
        if part.reason:
            lines.append(f"{'':18}  {part.reason}")
    if rest:
        packed, unpacked = sum(one.packed for one in rest), sum(one.unpacked for one in rest)
        lines.append(f"{_megabytes(packed)} {_megabytes(unpacked, 9)}  {len(rest)} smaller parts")
    return "\n".join(lines)


def check(file: Path, limit: int = LIMIT) -> None:
    """Check that a package is no larger than it may be.

    Raises:
        TooLargeError: it is.
    """
    size = file.stat().st_size
    if size > limit:
        raise TooLargeError(file.name, size, limit)


def _megabytes(size: int, width: int = 8) -> str:
    return f"{size / MEGABYTE:{width - 3}.1f} MB"
