"""Atomic file writes: a crash or a full disk leaves the old file."""

from __future__ import annotations

import contextlib
import glob
import os
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIVATE = 0o600
_ORDINARY = 0o666  # less the umask


@contextlib.contextmanager
def whole_file(path: Path, *, private: bool = False, sync: bool = True) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes the place of `path` when the block ends without error.

    Args:
        path: the file to replace or to make. A symbolic link is followed, not replaced.
        private: only the owner may read and write it, from its first byte on.
        sync: have it on the disk before it replaces the old one. Not needed for a cache.

    Raises:
        OSError: it could not be written; `path` is as it was, and nothing else is left behind.
    """
    target = path.resolve()
    # Of a private file the name tells what it is of, so that `private_parts` finds it.
    prefix = _private_prefix(target) if private else "."
    part = target.with_name(f"{prefix}{os.urandom(8).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, _PRIVATE if private else _ORDINARY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            if sync:
                os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    if sync:
        _sync_folder(target.parent)


def write_whole(path: Path, data: bytes, *, private: bool = False, sync: bool = True) -> None:
    """Write `data` to `path`, whole or not at all, making the folders above it.

    Raises:
        OSError: it could not be written; what was there before is untouched.
    """
    path.parent.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    with whole_file(path, private=private, sync=sync) as file:
        file.write(data)


def private_parts(path: Path) -> list[Path]:
    """Return the temporary files of writes of a private file: killed ones, or in progress."""
    target = path.resolve()
    return list(target.parent.glob(f"{glob.escape(_private_prefix(target))}*.part"))


def _private_prefix(target: Path) -> str:
    return f".{target.name}."


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk as well, where a system lets folders be synced."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
