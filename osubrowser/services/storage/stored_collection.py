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
        path: the file; None stores nothing.
        name: what a sentence about the file begins with, such as "The bookmarks".
        executor: where it is written; None writes at once.
        tell: called with each new problem of the file, on the thread that writes it.
    """

    def __init__(
        self,
        path: Path | None,
        name: str,
        executor: Executor | None,
        tell: Callable[[str], None] | None,
    ) -> None:
        self._name = name
        self._is_damaged = False
        self._document = JsonFile(path, name, executor=executor, tell=tell)

    @property
    def problem(self) -> str | None:
        """What is wrong with the file, as a sentence, or None."""
        return self._document.problem

    def flush(self) -> bool:
        """Write pending changes. Blocks. Return whether all changes are in the file."""
        return self._document.flush()

    def save_repaired(self) -> None:
        """Write the file without its damaged entries, if it had any when it was loaded."""
        if self._is_damaged:
            self._is_damaged = False
            self._save()

    def _save(self) -> None:
        raise NotImplementedError

    def _report_damaged(self, entries: int) -> None:
        """Copy the file as it was read: that many of its entries are damaged, and left out."""
        self._is_damaged = True
        noun = f"{self._name[:1].lower()}{self._name[1:]}"
        verb = "is" if entries == 1 else "are"
        self._document.report_damage(f"{entries:,} of {noun} {verb} damaged")
