"""Disk cache of decoded images, bounded by bytes. Blocks: use it on workers."""

from __future__ import annotations

import contextlib
import logging
import os
import time
from pathlib import Path
from threading import Lock

from osubrowser.services.storage.atomic_write import write_whole

log = logging.getLogger(__name__)

LIMIT = 256 * 1024 * 1024  # bytes
_SHARE_KEPT = 0.8  # share of the limit that is left after an eviction
_TOUCH_AFTER = 3600.0  # seconds: resolution of the time of use
_PART_LIFE = 3600.0  # seconds after which a partial file counts as left by a crash


class DiskCache:
    """Least-recently-used cache of files by name. Thread-safe; methods do not raise.

    A cache that cannot be read or written behaves as an empty one.

    Args:
        folder: folder of the files; created on the first write.
        limit: maximum size of all files, in bytes.

    Attributes:
        limit: maximum size; call `tidy` after lowering it.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self.limit = limit
        self._size: int | None = None  # None until computed
        self._lock = Lock()

    def read(self, name: str) -> bytes | None:
        """Return the contents of the file called `name`, or None."""
        path = self._path(name)
        try:
            data = path.read_bytes()
            if time.time() - path.stat().st_mtime > _TOUCH_AFTER:
                os.utime(path)
        except OSError:
            return None
        return data

    def write(self, name: str, data: bytes) -> None:
        """Store `data` under `name`, and evict others to stay within the limit."""
        if len(data) > self.limit:
            return
        try:
            write_whole(self._path(name), data, sync=False)
        except OSError as error:
            log.info("a picture was not kept: %s", error.strerror)
            return
        with self._lock:
            if self._size is None:
                self._size = sum(size for _, size, _ in self._list())
            else:
                self._size += len(data)
            if self._size > self.limit:
                self._make_room()

    def size(self) -> int:
        """Return the size of all files, in bytes."""
        with self._lock:
            self._size = sum(size for _, size, _ in self._list())
            return self._size

    def tidy(self) -> None:
        """Evict files until the size is within the limit."""
        if self.size() > self.limit:
            with self._lock:
                self._make_room()

    def clear(self) -> None:
        """Delete all files."""
        with self._lock:
            for _, _, path in self._list():
                with contextlib.suppress(OSError):
                    path.unlink()
            self._size = None

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _list(self) -> list[tuple[float, int, Path]]:
        """Return (time of use, size in bytes, path) of all files; delete old partial files."""
        found = []
        for folder, _, names in os.walk(self._folder):
            for name in names:
                path = Path(folder, name)
                try:
                    status = path.stat()
                    if name.endswith(".part") and time.time() - status.st_mtime > _PART_LIFE:
                        path.unlink()
                        continue
                except OSError:  # deleted by another worker meanwhile
                    continue
                found.append((status.st_mtime, status.st_size, path))
        return found

    def _make_room(self) -> None:
        files = sorted(self._list())
        size = sum(bytes_ for _, bytes_, _ in files)
        for _, bytes_, path in files:
            if size <= self.limit * _SHARE_KEPT:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                size -= bytes_
        self._size = size
