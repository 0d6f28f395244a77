"""History database: series of figures, best lists, ranking pages, follows and changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from osubrowser.services.history.names import read_names
from osubrowser.services.history.schema import TABLES, VERSION
from osubrowser.services.history.snapshots import latest_snapshot, read_series, subjects
from osubrowser.services.storage.database import Database

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager
    from pathlib import Path

    from osubrowser.services.history.figures import Snapshot
    from osubrowser.services.history.names import Name
    from osubrowser.services.history.records import Difference, Observation, Topic
    from osubrowser.services.history.subjects import Subject, SubjectKind


class HistoryStore:
    """History of one server in an SQLite file. For any thread; methods block.

    Args:
        path: the file; its folder is made.
        topics: what is taken from observed responses.

    Raises:
        OSError: the file cannot be opened or made.
    """

    def __init__(self, path: Path, topics: Sequence[Topic] = ()) -> None:
        self.path = path
        self._topics = topics
        self._database = Database(path, TABLES, VERSION)

    def read(self) -> AbstractContextManager[sqlite3.Connection]:
        """Return a context manager of the connection, for reading. It raises OSError."""
        return self._database.read()

    def change(self) -> AbstractContextManager[sqlite3.Connection]:
        """Return a context manager of a transaction. It raises OSError; nothing is changed then."""
        return self._database.write()

    def write(self, observations: Iterable[Observation]) -> list[Difference]:
        """Write what responses show, in one transaction. Returns what differs from before.

        Raises:
            OSError: the file cannot be written; nothing was changed.
        """
        found: list[Difference] = []
        with self.change() as connection:
            for observation in observations:
                for topic in self._topics:
                    found += topic.write(connection, observation)
        return found

    def series(
        self, subject: Subject, since: int | None = None, until: int | None = None
    ) -> list[Snapshot]:
        """Return the snapshots of a subject, oldest first.

        Args:
            subject: the subject.
            since: Unix time of the first, or None for all before.
            until: Unix time after the last, or None for all since.

        Raises:
            OSError: the file cannot be read.
        """
        with self.read() as connection:
            return list(read_series(connection, subject, since=since, until=until))

    def latest(self, subject: Subject) -> Snapshot | None:
        """Return the newest snapshot of a subject, or None.

        Raises:
            OSError: the file cannot be read.
        """
        with self.read() as connection:
            return latest_snapshot(connection, subject)

    def subjects(self, after: Subject | None = None, limit: int = -1) -> list[tuple[Subject, int]]:
        """Return subjects with snapshots in their order, and the number of these.

        Args:
            after: the subject before the first; None for all.
            limit: largest number of subjects; -1 for all.

        Raises:
            OSError: the file cannot be read.
        """
        with self.read() as connection:
            return subjects(connection, after, limit)

    def names(self, kind: SubjectKind, keys: Iterable[int]) -> dict[int, Name]:
        """Return the newest names of subjects by their ids; unknown ones are missing.

        Args:
            kind: of the subjects.
            keys: their ids.

        Raises:
            OSError: the file cannot be read.
        """
        with self.read() as connection:
            return read_names(connection, kind, keys)

    def close(self) -> None:
        """Close the file; later calls raise OSError."""
        self._database.close()
