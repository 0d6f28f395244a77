"""Base class of collections that are stored in one JSON file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from osubrowser.services.storage.json_file import JsonFile
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor
    from pathlib import Path


class StoredCollection:
    """Base class of collections stored in a JSON file. `load` blocks; all else is for one thread.

    Attributes:
        name: what a sentence about the file begins with, such as "The bookmarks".
        version: version of the file's format.

    Args:
        path: the file; None stores nothing.
        executor: where it is written; None writes at once.
        tell: called with each new problem of the file, on the thread that writes it.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1

    def __init__(
        self,
        path: Path | None = None,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self._is_damaged = False
        self._document = JsonFile(path, self.name, executor=executor, tell=tell)

    @classmethod
    def load(
        cls,
        path: Path,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> Self:
        """Read the collection at `path`. Never raises.

        A damaged file is set aside; one with damaged entries is copied, and the others stay.
        """
        collection = cls(path, executor, tell)
        values = collection._document.read()
        if values is not None:
            damaged = collection._take(values)
            version = values.get("version")
            if type(version) is int and version > cls.version:
                collection._document.freeze(
                    tr("{name} are those of a newer version: changes are not saved.").format(
                        name=cls.name
                    )
                )
            elif damaged:
                collection._report_damaged(damaged)
        return collection

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

    def _take(self, values: Mapping[str, object]) -> int:
        """Take the entries of the file, and return the number of damaged ones."""
        raise NotImplementedError

    def _save(self) -> None:
        raise NotImplementedError

    def _report_damaged(self, entries: int) -> None:
        """Copy the file as it was read: that many of its entries are damaged, and left out."""
        self._is_damaged = True
        noun = f"{self.name[:1].lower()}{self.name[1:]}"
        self._document.report_damage(
            tr("%n of {noun} is/are damaged", "", entries).format(noun=noun)
        )
