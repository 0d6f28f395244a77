"""Base class of collections that are stored in one JSON file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.storage.json_file import JsonFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path


class StoredCollection:
    """Base class of collections stored in a JSON file.

    Args:
        path: the file; None for a collection that is not saved.
        name: name of the collection for messages, plural and capitalised: "The bookmarks".
    """

    def __init__(self, path: Path | None, name: str) -> None:
        self._document = JsonFile(path, name)

    @property
    def problem(self) -> str | None:
        """The last problem with the file, as a sentence, or None."""
        return self._document.problem

    def watch(self, tell: Callable[[str], None]) -> None:
        """Call `tell` with each new problem of a write, on the thread that writes."""
        self._document.watch(tell)

    def use_executor(self, executor: Executor | None) -> None:
        """Write on a worker of `executor` from now on; None writes at once."""
        self._document.use_executor(executor)

    def flush(self) -> bool:
        """Write pending changes. Blocks. Return whether all changes are in the file."""
        return self._document.flush()
