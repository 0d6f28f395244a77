"""History database: series of figures, best lists, ranking pages, follows and changes."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from osubrowser.services.history.database import HistoryDatabase
from osubrowser.services.history.file_errors import DamagedHistory
from osubrowser.services.history.snapshots import latest_snapshot, read_series, subjects

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from osubrowser.services.history.figures import Snapshot
    from osubrowser.services.history.records import ClosingTopic, Difference, Observation, Topic
    from osubrowser.services.history.subjects import Subject

log = logging.getLogger(__name__)


class HistoryStore:
    """History of one server in an SQLite file. For any thread; methods block.

    Args:
        path: the file; its folder is made.
        topics: what is taken from observed responses.
        closing: topics that look at them after all others.

    Attributes:
        is_damaged: whether a use of the file showed that it is damaged.

    Raises:
        DamagedHistory: it is damaged.
        NewerHistory: it is of a newer version.
        OSError: the file cannot be opened or made.
    """

    def __init__(
        self, path: Path, topics: Sequence[Topic] = (), closing: Sequence[ClosingTopic] = ()
    ) -> None:
        self.path = path
        self._topics = topics
        self._closing = closing
        self._database = HistoryDatabase(path)
        self.is_damaged = False

    @property
    def is_in_place(self) -> bool:
        """Whether the file that is open is still there, not removed and no other in its place."""
        return self._database.is_in_place

    @contextlib.contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Context manager of a connection for reading, which does not wait for what is written.

        All that is read in it is of one moment.

        Raises:
            OSError: the file cannot be read.
        """
        try:
            with self._database.read() as connection:
                yield connection
        except DamagedHistory:
            self.is_damaged = True
            raise

    @contextlib.contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Context manager of a transaction.

        Raises:
            OSError: the file cannot be written; nothing was changed.
        """
        try:
            with self._database.write() as connection:
                yield connection
        except DamagedHistory:
            self.is_damaged = True
            raise

    def write(
        self, observations: Iterable[Observation], *, is_recording: bool = True
    ) -> list[Difference]:
        """Write what responses show, in one transaction. Returns what differs from before.

        Args:
            observations: the responses.
            is_recording: whether all of them leave records; else only those to requests for what is
                followed do.

        Raises:
            OSError: the file cannot be written; nothing was changed.
        """
        found: list[Difference] = []
        with self.change() as connection:
            for observation in observations:
                here: list[Difference] = []
                if is_recording or _is_followed(connection, observation):
                    for topic in self._topics:
                        here += _written(topic, connection, observation)
                for closing in self._closing:
                    here += closing.write_last(connection, observation, tuple(here))
                found += here
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

    def size(self) -> int:
        """Return the bytes of the file, with those of its log that are not in it yet.

        Raises:
            OSError: the file cannot be looked at.
        """
        log = self.path.with_name(self.path.name + "-wal")
        return self.path.stat().st_size + (log.stat().st_size if log.exists() else 0)

    def compact(self) -> None:
        """Give space of deleted rows back to the system. Takes seconds for a large file.

        Raises:
            OSError: the file cannot be written.
        """
        self._database.compact()

    def close(self) -> None:
        """Close the file; later calls raise OSError."""
        self._database.close()


def _is_followed(connection: sqlite3.Connection, observation: Observation) -> bool:
    """Whether a response is of the page of something that is followed, or of a check of it."""
    segments = observation.segments
    if observation.is_background or len(segments) < 2:
        return observation.is_background
    address = "/" + "/".join(segments[: 3 if segments[0] == "rankings" else 2])
    found = connection.execute(
        "SELECT 1 FROM follows WHERE address = ?1 OR address GLOB ?1 || '[#?/]*' LIMIT 1",
        (address,),
    ).fetchone()
    return found is not None


def _written(
    topic: Topic, connection: sqlite3.Connection, observation: Observation
) -> list[Difference]:
    """Return what a topic wrote; one that fails, as at a row that is odd, stops no other."""
    connection.execute("SAVEPOINT topic")
    try:
        return list(topic.write(connection, observation))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        log.exception("a part of a response was not recorded")
        connection.execute("ROLLBACK TO topic")
        return []
    finally:
        if connection.in_transaction:  # on a full disk SQLite has rolled all of it back
            connection.execute("RELEASE topic")
