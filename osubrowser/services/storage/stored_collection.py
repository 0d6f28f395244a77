"""Base of collections that are stored in one file: loading, saving, problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.storage.json_file import JsonFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path


class StoredCollection:
    """Collection stored in a file.

    Args:
        path: the file; None keeps nothing.
        name: what a sentence about the file begins with, such as "The bookmarks".
    """

    def __init__(self, path: Path | None, name: str) -> None:
        self._document = JsonFile(path, name)

    @property
    def problem(self) -> str | None:
        """What went wrong with the file, as a sentence, or None."""
        return self._document.problem

    def watch(self, tell: Callable[[str], None]) -> None:
        """Call `tell` with each new problem of the file, on the thread that writes it."""
        self._document.watch(tell)

    def use_executor(self, executor: Executor | None) -> None:
        """From now on write on a worker of `executor`."""
        self._document.use_executor(executor)

    def flush(self) -> bool:
        """Write now what is not written yet. Returns whether all is in the file."""
        return self._document.flush()
