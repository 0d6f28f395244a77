"""Index of an installed osu!'s files: beatmaps by MD5, and lazer's replays, in SQLite.

stable's `osu!.db` names its beatmaps. lazer keeps every file as `files/a/ab/<SHA-256>`: its first
bytes say what it is.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import mmap
import os
import re
import stat
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osubrowser.services.beatmaps.installed import songs_folder
from osubrowser.services.beatmaps.stable_databases import (
    MAX_FILE,
    DatabaseError,
    StableBeatmap,
    read_beatmaps,
)
from osubrowser.services.storage.database import Database

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

log = logging.getLogger(__name__)

MAX_BEATMAP: Final = 32 << 20
"""Bytes of the largest beatmap file that is read."""

_VERSION: Final = 1
_SCHEMA: Final = (
    """CREATE TABLE stable (
        md5 TEXT NOT NULL, folder TEXT NOT NULL, file TEXT NOT NULL,
        PRIMARY KEY (md5, folder, file)
    ) WITHOUT ROWID""",
    # What a file was read as, so that it is read once: NULL for neither beatmap nor replay.
    """CREATE TABLE lazer (
        name TEXT PRIMARY KEY, folder TEXT NOT NULL, size INTEGER NOT NULL,
        modified INTEGER NOT NULL, kind TEXT, md5 TEXT
    ) WITHOUT ROWID""",
    "CREATE INDEX lazer_by_md5 ON lazer (md5) WHERE md5 IS NOT NULL",
    "CREATE INDEX lazer_by_folder ON lazer (folder)",
    "CREATE INDEX lazer_by_kind ON lazer (kind) WHERE kind = 'replay'",
    "CREATE TABLE seen (what TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID",
)
_FIRST_BYTES: Final = 40
_BEATMAP: Final = b"osu file format v"
_HASH_NAME: Final = re.compile(r"[0-9a-f]{64}")
_HEX: Final = frozenset(b"0123456789abcdef")
_BATCH: Final = 1000
_FRESH: Final = 2.0  # seconds: a folder may still change within the resolution of its time


class GameFiles:
    """Index of the files of an installed osu!. For any thread and process; methods block.

    Args:
        path: the database file.
        stable: folder of osu!stable, or None.
        lazer: data folder of osu!lazer, or None.

    Raises:
        OSError: the database cannot be made.
    """

    def __init__(self, path: Path, stable: Path | None, lazer: Path | None) -> None:
        self._database = Database(path, _SCHEMA, _VERSION)
        self._stable = stable
        self._lazer = lazer

    def beatmap(self, md5: str) -> list[Path]:
        """Return where the beatmap file with an MD5 was seen."""
        found = []
        with self._database.read() as connection:
            if self._stable is not None:
                query = "SELECT folder, file FROM stable WHERE md5 = ?"
                songs = songs_folder(self._stable)
                for folder, file in connection.execute(query, (md5,)):
                    path = inside(songs, folder, file)
                    if path is not None:
                        found.append(path)
            if self._lazer is not None:
                query = "SELECT name FROM lazer WHERE md5 = ?"
                files = self._lazer / "files"
                found += [_stored(files, name) for (name,) in connection.execute(query, (md5,))]
        return found

    def known(self, md5s: Iterable[str]) -> set[str]:
        """Return which of the beatmaps were seen."""
        wanted = list(md5s)
        queries = []
        if self._stable is not None:
            queries.append("SELECT md5 FROM stable WHERE md5 = ?")
        if self._lazer is not None:
            queries.append("SELECT md5 FROM lazer WHERE md5 = ?")
        with self._database.read() as connection:
            return {
                md5
                for query in queries
                for md5 in wanted
                if connection.execute(query, (md5,)).fetchone() is not None
            }

    def lazer_replays(self) -> list[Path]:
        """Return the replay files in lazer's file store, as of the last `refresh`."""
        if self._lazer is None:
            return []
        files = self._lazer / "files"
        with self._database.read() as connection:
            names = connection.execute("SELECT name FROM lazer WHERE kind = 'replay'")
            return [_stored(files, name) for (name,) in names]

    def refresh(self, is_cancelled: Callable[[], bool] = bool) -> None:
        """Read what has changed in the installed osu!.

        Raises:
            OSError: the database cannot be written, or a folder cannot be read.
        """
        try:
            if self._stable is not None:
                self._refresh_stable(self._stable)
        finally:  # one that cannot be read keeps not from the other
            if self._lazer is not None:
                self._refresh_lazer(self._lazer / "files", is_cancelled)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    # --- stable ------------------------------------------------------------------------------

    def _refresh_stable(self, stable: Path) -> None:
        path = stable / "osu!.db"
        try:
            status = path.stat()
        except OSError:
            return
        state = f"{path} {status.st_size} {status.st_mtime_ns}"
        if not 0 < status.st_size <= MAX_FILE or self._state("stable") == state:
            return
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            try:
                with self._database.write() as connection:
                    connection.execute("DELETE FROM stable")
                    _insert_stable(connection, read_beatmaps(data))
                    connection.execute("INSERT OR REPLACE INTO seen VALUES ('stable', ?)", (state,))
            except DatabaseError as error:
                # What was known stays: the MD5 of each file is checked when it is read.
                log.warning("osu!.db: %s", error)
                with self._database.write() as connection:
                    _insert_stable(connection, _until_damage(read_beatmaps(data)))

    # --- lazer -------------------------------------------------------------------------------

    def _refresh_lazer(self, files: Path, is_cancelled: Callable[[], bool]) -> None:
        root = str(files)
        if self._state("lazer") != root:
            with self._database.write() as connection:
                connection.execute("DELETE FROM lazer")
                connection.execute("DELETE FROM seen WHERE what LIKE 'lazer %'")
                connection.execute("INSERT OR REPLACE INTO seen VALUES ('lazer', ?)", (root,))
        for folder, modified in _folders(files):
            if is_cancelled():
                return
            key = f"lazer {folder.name}"
            is_settled = time.time() - modified / 1e9 > _FRESH
            if self._state(key) != str(modified):
                try:
                    entries = [*os.scandir(folder)]
                except OSError as error:
                    log.warning("a folder of lazer's files cannot be read: %s", error)
                    continue
                self._refresh_folder(folder, entries, key, str(modified) if is_settled else "")

    def _refresh_folder(
        self, folder: Path, entries: Iterable[os.DirEntry[str]], key: str, state: str
    ) -> None:
        with self._database.read() as connection:
            query = "SELECT name, size, modified FROM lazer WHERE folder = ?"
            rows = connection.execute(query, (folder.name,))
            known = {name: (size, modified) for name, size, modified in rows}
        found, new = set[str](), []
        for entry in entries:
            name = entry.name
            if not _HASH_NAME.fullmatch(name):
                continue
            try:
                status = entry.stat()
            except OSError:
                continue  # deleted meanwhile
            if not stat.S_ISREG(status.st_mode):
                continue  # a pipe may never end
            found.add(name)
            now = (status.st_size, status.st_mtime_ns)
            if known.get(name) != now:
                kind, md5 = kind_of(Path(entry.path), status.st_size)
                new.append((name, folder.name, *now, kind, md5))
        gone = [(name,) for name in known if name not in found]
        with self._database.write() as connection:
            connection.executemany("DELETE FROM lazer WHERE name = ?", gone)
            insert = "INSERT OR REPLACE INTO lazer VALUES (?, ?, ?, ?, ?, ?)"
            connection.executemany(insert, new)
            connection.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", (key, state))

    def _state(self, what: str) -> str:
        with self._database.read() as connection:
            query = "SELECT state FROM seen WHERE what = ?"
            row = connection.execute(query, (what,)).fetchone()
        return row[0] if row else ""


def inside(root: Path, *parts: str) -> Path | None:
    """Return a path below `root`; None for parts that lead out of it, or are no names."""
    names = [name for part in parts for name in part.replace("\\", "/").split("/") if name]
    if not names or any(name in (".", "..") or ":" in name or "\0" in name for name in names):
        return None
    return root.joinpath(*names)


def kind_of(path: Path, size: int) -> tuple[str | None, str | None]:
    """Return what a file is by its first bytes, and the MD5 of a beatmap. Blocks.

    The kind is "beatmap", "replay" or None.
    """
    try:
        with path.open("rb") as file:
            first = file.read(_FIRST_BYTES)
            if is_replay(first):
                return "replay", None
            if not first.removeprefix(b"\xef\xbb\xbf").startswith(_BEATMAP) or size > MAX_BEATMAP:
                return None, None
            digest = hashlib.md5(first, usedforsecurity=False)
            digest.update(file.read(MAX_BEATMAP))
    except OSError:
        return None, None
    return "beatmap", digest.hexdigest()


def is_replay(first: bytes) -> bool:
    """Whether a file's first bytes are those of a replay: ruleset, version, an MD5 as a string."""
    return (
        len(first) >= _FIRST_BYTES - 1
        and first[0] <= 3
        and 20_070_000 <= int.from_bytes(first[1:5], "little") < 100_000_000
        and first[5:7] == b"\x0b\x20"
        and _HEX.issuperset(first[7:39])
    )


def _insert_stable(connection: sqlite3.Connection, beatmaps: Iterator[StableBeatmap]) -> None:
    while rows := [_stable_row(one) for one in islice(beatmaps, _BATCH)]:
        connection.executemany("INSERT OR IGNORE INTO stable VALUES (?, ?, ?)", rows)


def _until_damage(beatmaps: Iterator[StableBeatmap]) -> Iterator[StableBeatmap]:
    """Yield the beatmaps before the damage of a database."""
    with contextlib.suppress(DatabaseError):
        yield from beatmaps


def _stable_row(one: StableBeatmap) -> tuple[str, str, str]:
    return one.md5, one.folder, one.file


def _folders(files: Path) -> Iterator[tuple[Path, int]]:
    """Yield the folders of lazer's file store, and when they changed (nanoseconds)."""
    for upper in sorted(files.iterdir()):
        if len(upper.name) != 1 or not upper.is_dir():
            continue
        try:
            folders = sorted(upper.iterdir())
        except OSError as error:
            log.warning("a folder of lazer's files cannot be read: %s", error)
            continue
        for folder in folders:
            if len(folder.name) == 2 and folder.is_dir():
                yield folder, folder.stat().st_mtime_ns


def _stored(files: Path, name: str) -> Path:
    return files / name[:1] / name[:2] / name
