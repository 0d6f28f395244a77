"""Token stores: the interface, one in memory, one of files, and locks between processes."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from typing import Protocol, runtime_checkable

_LONGEST_WRITE = 5.0
_POLL_INTERVAL = 0.02
_TEMPORARY = ".token-"


class TokenStore(Protocol):
    """Storage of tokens as bytes by key. Called from any thread; failures raise OSError."""

    def load(self, key: str) -> bytes | None:
        """Return the value of `key`, or None."""

    def save(self, key: str, value: bytes) -> None:
        """Store `value` under `key`, in place of any other."""

    def delete(self, key: str) -> None:
        """Delete the value of `key`, if there is one."""


@runtime_checkable
class SharedTokenStore(TokenStore, Protocol):
    """Token store that several clients or processes use at once."""

    def try_lock(self, key: str) -> Callable[[], None] | None:
        """Take the lock of `key` and return its release; None while it is taken.

        A client holds it from loading a token until its successor is saved.
        """


class MemoryTokenStore:
    """Token store in memory, for the life of the program."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._values: dict[str, bytes] = {}
        self._locks: dict[str, Lock] = {}

    def try_lock(self, key: str) -> Callable[[], None] | None:
        """Take the lock of `key` and return its release; None while it is taken."""
        with self._lock:
            lock = self._locks.setdefault(key, Lock())
        return lock.release if lock.acquire(blocking=False) else None

    def load(self, key: str) -> bytes | None:
        """Return the value of `key`, or None."""
        with self._lock:
            return self._values.get(key)

    def save(self, key: str, value: bytes) -> None:
        """Store `value` under `key`."""
        with self._lock:
            self._values[key] = value

    def delete(self, key: str) -> None:
        """Delete the value of `key`, if there is one."""
        with self._lock:
            self._values.pop(key, None)


class FileTokenStore:
    """Token store with one file per token, readable by this user of the machine only.

    Programs may share a folder. Temporary files of a program that was killed while it wrote are
    deleted with the first `load`, and with each `delete`.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        """Store the files in `folder`, by default `tokens` in the user's data folder."""
        if folder is None:
            from platformdirs import user_data_path

            folder = user_data_path("osubrowser", appauthor=False) / "tokens"
        self.folder = Path(folder)
        self._swept = False

    def load(self, key: str) -> bytes | None:
        """Return the value of `key`, or None."""
        if not self._swept:
            self._swept = True
            self._sweep()
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None

    def save(self, key: str, value: bytes) -> None:
        """Store `value` under `key`, replacing the file atomically."""
        path = self._path(key)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._write_lock():
            # mkstemp creates the file with mode 0600.
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=_TEMPORARY)
            temporary = Path(name)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(value)
                    file.flush()
                    os.fsync(file.fileno())
                temporary.replace(path)
            except BaseException:
                with contextlib.suppress(OSError):
                    temporary.unlink()
                raise

    def delete(self, key: str) -> None:
        """Delete the value of `key`, if there is one."""
        self._path(key).unlink(missing_ok=True)
        self._sweep()

    def try_lock(self, key: str) -> Callable[[], None] | None:
        """Take the lock of `key` between processes, and return its release; None while taken."""
        return try_file_lock(self._path(key).with_suffix(".lock"))

    def _write_lock(self) -> contextlib.AbstractContextManager[bool]:
        return file_lock(self.folder / "write.lock", _LONGEST_WRITE)

    def _sweep(self) -> None:
        """Delete temporary files: under the lock, none belongs to a write in progress."""
        with contextlib.suppress(OSError):
            if any(self.folder.glob(f"{_TEMPORARY}*")):
                with self._write_lock() as locked:
                    for left in self.folder.glob(f"{_TEMPORARY}*") if locked else ():
                        left.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if not re.fullmatch(r"[\w-]+", key):
            raise ValueError("a key is letters, digits, _ and -")
        return self.folder / f"{key}.token"


def try_file_lock(path: Path) -> Callable[[], None] | None:
    """Lock a file between threads and processes, and return the release; None while it is taken.

    It is the lock of an empty SQLite database, which works the same on all systems and ends with
    its process. The file stays. Raises OSError if it cannot be made.
    """
    import sqlite3

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    connection = None
    try:
        connection = sqlite3.connect(path, timeout=0.0, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        if (error.sqlite_errorcode & 0xFF) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return None
        raise OSError(f"the lock {path.name} cannot be taken: {error}") from error
    return connection.close


@contextlib.contextmanager
def file_lock(path: Path, seconds: float) -> Iterator[bool]:
    """Hold the lock of a file; False if it could not be taken in that time."""
    deadline = time.monotonic() + seconds
    release = None
    with contextlib.suppress(OSError):
        while (release := try_file_lock(path)) is None and time.monotonic() < deadline:
            time.sleep(_POLL_INTERVAL)
    try:
        yield release is not None
    finally:
        if release is not None:
            release()
