"""Token stores: the interface, one in memory, and one of files."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from pathlib import Path
from threading import Lock
from typing import Protocol


class TokenStore(Protocol):
    """Storage of tokens as bytes by key. Called from any thread; failures raise OSError."""

    def load(self, key: str) -> bytes | None:
        """Return the value of `key`, or None."""

    def save(self, key: str, value: bytes) -> None:
        """Store `value` under `key`, in place of any other."""

    def delete(self, key: str) -> None:
        """Delete the value of `key`, if there is one."""


class MemoryTokenStore:
    """Token store in memory, for the life of the program."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._values: dict[str, bytes] = {}

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
    """Token store with one file per token, readable by this user of the machine only."""

    def __init__(self, folder: Path | str | None = None) -> None:
        """Store the files in `folder`, by default `tokens` in the user's data folder."""
        if folder is None:
            from platformdirs import user_data_path

            folder = user_data_path("osubrowser", appauthor=False) / "tokens"
        self.folder = Path(folder)

    def load(self, key: str) -> bytes | None:
        """Return the value of `key`, or None."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None

    def save(self, key: str, value: bytes) -> None:
        """Store `value` under `key`, replacing the file atomically."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # mkstemp creates the file with mode 0600.
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".token-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(value)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._path(key))
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise

    def delete(self, key: str) -> None:
        """Delete the value of `key`, if there is one."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if not re.fullmatch(r"[\w-]+", key):
            raise ValueError("a key is letters, digits, _ and -")
        return self.folder / f"{key}.token"
