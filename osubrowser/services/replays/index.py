"""Index of the replay library in SQLite: records by file, and titles of beatmaps by MD5."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Final

import msgspec

from osubrowser.services.replays.records import BeatmapTitle, ReplayRecord
from osubrowser.services.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

log = logging.getLogger(__name__)

_VERSION: Final = 1
_SCHEMA: Final = (
    "CREATE TABLE replays (file TEXT PRIMARY KEY, record BLOB NOT NULL)",
    # An empty title is an answer too: the server knows no such beatmap.
    "CREATE TABLE titles (md5 TEXT PRIMARY KEY, title BLOB, asked REAL NOT NULL)",
)
_ASK_AGAIN: Final = 30 * 24 * 3600.0  # seconds after which an unknown beatmap may be known


class ReplayIndex:
    """Index of the replay library. For any thread; methods block, and raise OSError.

    Args:
        path: the database file; a damaged one is replaced, and the files are read again.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path, _SCHEMA, _VERSION)
        self._decoder = msgspec.msgpack.Decoder(ReplayRecord)
        self._titles = msgspec.msgpack.Decoder(BeatmapTitle)
        self._encoder = msgspec.msgpack.Encoder()

    @property
    def was_damaged(self) -> bool:
        """Whether the file was damaged, and replaced."""
        return self._database.was_damaged

    def load(self) -> list[ReplayRecord]:
        """Return all records; those that cannot be decoded are left out, and read again."""
        decode, records = self._decoder.decode, []
        with self._database.read() as connection:
            for (packed,) in connection.execute("SELECT record FROM replays"):
                try:
                    records.append(decode(packed))
                except (msgspec.DecodeError, TypeError):
                    log.debug("a record of another version")
        return records

    def put(self, records: Iterable[ReplayRecord]) -> None:
        """Store records, each in place of that of its file."""
        rows = [(record.file, self._encoder.encode(record)) for record in records]
        with self._database.write() as connection:
            connection.executemany("INSERT OR REPLACE INTO replays VALUES (?, ?)", rows)

    def remove(self, files: Iterable[str]) -> None:
        """Delete the records of files."""
        with self._database.write() as connection:
            rows = [(file,) for file in files]
            connection.executemany("DELETE FROM replays WHERE file = ?", rows)

    def move(self, moved: Iterable[tuple[str, ReplayRecord]]) -> None:
        """Store records under new files, and delete those of the old files, all or none."""
        pairs = list(moved)
        rows = [(record.file, self._encoder.encode(record)) for _, record in pairs]
        with self._database.write() as connection:
            old = [(file,) for file, _ in pairs]
            connection.executemany("DELETE FROM replays WHERE file = ?", old)
            connection.executemany("INSERT OR REPLACE INTO replays VALUES (?, ?)", rows)

    def title(self, md5: str) -> BeatmapTitle | None:
        """Return the title that the server gave; an empty one if it knows none; None if unasked."""
        query = "SELECT title, asked FROM titles WHERE md5 = ?"
        with self._database.read() as connection:
            row = connection.execute(query, (md5,)).fetchone()
        if row is None:
            return None
        packed, asked = row
        if packed is None:
            is_fresh = 0 <= time.time() - asked < _ASK_AGAIN
            return BeatmapTitle() if is_fresh else None
        try:
            return self._titles.decode(packed)
        except (msgspec.DecodeError, TypeError):
            return None

    def put_title(self, md5: str, title: BeatmapTitle | None) -> None:
        """Store a title of the server; None if it knows no such beatmap."""
        packed = None if title is None else self._encoder.encode(title)
        with self._database.write() as connection:
            row = (md5, packed, time.time())
            connection.execute("INSERT OR REPLACE INTO titles VALUES (?, ?, ?)", row)

    def close(self) -> None:
        """Close the file."""
        self._database.close()
