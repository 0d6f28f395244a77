"""Atomic file writes: on a crash or a full disk the old file is unchanged."""

from __future__ import annotations

import contextlib
import glob
import os
import re
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PART = re.compile(r"\.[0-9a-f]{16}\.part")
_PRIVATE = 0o600
_ORDINARY = 0o666  # less the umask


@contextlib.contextmanager
def whole_file(path: Path, *, private: bool = False, sync: bool = True) -> Iterator[IO[bytes]]:
    """Context manager of a temporary file that replaces `path` if the block does not raise.

    Args:
        path: the file to create or replace. A symbolic link is followed, not replaced.
        private: whether to create it with mode 0600.
        sync: whether to fsync it before the replacement; not needed for a cache.

    Raises:
        OSError: the file could not be written; `path` is unchanged, the temporary file deleted.
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
    """Write `data` to `path` atomically, creating its parent folders.

    Raises:
        OSError: the file could not be written; an existing one is unchanged.
    """
    path.parent.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    with whole_file(path, private=private, sync=sync) as file:
        file.write(data)


def sweep_parts(*folders: Path) -> None:
    """Delete the temporary files that killed writes have left in folders and their subfolders.

    No other process may write there now. Those of private files stay: see `private_parts`.
    """
    for folder in folders:
        for part in folder.rglob("*.part"):
            if _PART.fullmatch(part.name):
                with contextlib.suppress(OSError):
                    part.unlink()


def private_parts(path: Path) -> list[Path]:
    """Return the temporary files of writes of a private file: killed ones, or in progress."""
    target = path.resolve()
    return list(target.parent.glob(f"{glob.escape(_private_prefix(target))}*.part"))


def _private_prefix(target: Path) -> str:
    return f".{target.name}."


def _sync_folder(folder: Path) -> None:
    """Fsync a folder after a rename, on systems that support it; ignores errors."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
