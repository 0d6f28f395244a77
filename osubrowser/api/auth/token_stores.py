"""Where tokens are kept between runs."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Protocol


class TokenStore(Protocol):
    """Keeps a few secret bytes by name; called from any thread. Failures raise OSError."""

    def load(self, key: str) -> bytes | None:
        """Return what was kept under `key`, or None."""

    def save(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, in place of what was there."""

    def delete(self, key: str) -> None:
        """Forget what was kept under `key`, if anything was."""


class Remembers(Protocol):
    """Keeps the answers of one client, and gives them back. Called on any thread; never raises."""

    def keep(self, path: str, params: Mapping[str, str | list[str]], body: bytes) -> None:
        """Keep the body of a good answer to `GET path` (below the origin) with `params`."""

    def recall(
        self, path: str, params: Mapping[str, str | list[str]]
    ) -> tuple[bytes, float] | None:
        """Return the last body, and when it came (seconds since 1970); None if there is none."""


class MemoryTokenStore:
    """Keeps tokens until the program ends."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._values: dict[str, bytes] = {}

    def load(self, key: str) -> bytes | None:
        """Return what was kept under `key`, or None."""
        with self._lock:
            return self._values.get(key)

    def save(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`."""
        with self._lock:
            self._values[key] = value

    def delete(self, key: str) -> None:
        """Forget what was kept under `key`."""
        with self._lock:
            self._values.pop(key, None)


class FileTokenStore:
    """Keeps each token in a file of its own that only this user of the machine may read."""

    def __init__(self, folder: Path | str | None = None) -> None:
        """Keep the files in `folder`, by default `tokens` in the user's data folder."""
        if folder is None:
            from platformdirs import user_data_path

            folder = user_data_path("osubrowser", appauthor=False) / "tokens"
        self.folder = Path(folder)

    def load(self, key: str) -> bytes | None:
        """Return what was kept under `key`, or None."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None

    def save(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`: the file is replaced whole, or not at all."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # mkstemp makes the file 0600 from its first moment.
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
        """Forget what was kept under `key`."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if not re.fullmatch(r"[\w-]+", key):
            raise ValueError("a key is letters, digits, _ and -")
        return self.folder / f"{key}.token"
