"""Index of an installed osu!'s files: beatmaps by MD5, id and set, and lazer's replays, in SQLite.

stable's `osu!.db` names its beatmaps; where there is none that can be read, its Songs folder is.
lazer keeps every file as `files/a/ab/<SHA-256>`: its first bytes say what it is.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import logging
import os
import re
import stat
import time
from array import array
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.services.beatmaps.installed import songs_folder
from osubrowser.services.beatmaps.owned_index import (
    OwnedFile,
    OwnedIndex,
    read_owned,
    short_checksum,
    write_owned,
)
from osubrowser.services.beatmaps.stable_databases import (
    MAX_FILE,
    DatabaseError,
    StableBeatmap,
    read_beatmaps,
)
from osubrowser.services.storage.database import Database
from osubrowser.services.text.plain import is_text
from osubrowser.services.text.translation import QT_TR_NOOP

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

log = logging.getLogger(__name__)

MAX_BEATMAP: Final = 32 << 20
"""Bytes of the largest beatmap file that is read."""

_VERSION: Final = 2
_SCHEMA: Final = (
    # An id is 0 where the file, or the name of its folder, does not tell it.
    """CREATE TABLE stable (
        md5 TEXT NOT NULL, folder TEXT NOT NULL, file TEXT NOT NULL,
        beatmap INTEGER NOT NULL, beatmapset INTEGER NOT NULL,
        PRIMARY KEY (md5, folder, file)
    ) WITHOUT ROWID""",
    # Folders of Songs, where they are read in place of osu!.db.
    """CREATE TABLE songs (
        folder TEXT PRIMARY KEY, modified INTEGER NOT NULL, beatmapset INTEGER NOT NULL
    ) WITHOUT ROWID""",
    # What a file was read as, so that it is read once: NULL for neither beatmap nor replay.
    """CREATE TABLE lazer (
        name TEXT PRIMARY KEY, folder TEXT NOT NULL, size INTEGER NOT NULL,
        modified INTEGER NOT NULL, kind TEXT, md5 TEXT,
        beatmap INTEGER NOT NULL, beatmapset INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX lazer_by_md5 ON lazer (md5) WHERE md5 IS NOT NULL",
    "CREATE INDEX lazer_by_folder ON lazer (folder)",
    "CREATE INDEX lazer_by_kind ON lazer (kind) WHERE kind = 'replay'",
    "CREATE TABLE seen (what TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID",
)
_DATABASE: Final = "osu!.db "  # what the state of stable begins with where it has a database
_FOLDER: Final = "lazer "  # of states, before the names of lazer's folders
_NOT_WHOLE: Final = QT_TR_NOOP("osu!.db cannot be read whole.")
_FIRST_BYTES: Final = 40
_BEATMAP: Final = b"osu file format v"
_HASH_NAME: Final = re.compile(r"[0-9a-f]{64}")
_HEX: Final = frozenset(b"0123456789abcdef")
_BATCH: Final = 1000
_SONGS_BATCH: Final = 200  # folders in one transaction
_MOST_IN_FOLDER: Final = 1000  # beatmap files of one folder that are read
_LARGEST_ID: Final = 2**31 - 1
_ID: Final = re.compile(rb"^[ \t]*(BeatmapID|BeatmapSetID)[ \t]*:[ \t]*(\d{1,10})[ \t]*\r?$", re.M)
# What follows the ids in a file, and may be large.
_AFTER_IDS: Final = re.compile(rb"^\[(?:Events|TimingPoints|HitObjects)\]", re.M)
_DELETE_FOLDERS: Final = "DELETE FROM stable WHERE folder IN (SELECT value FROM json_each(?))"
_DELETE_OTHERS: Final = "DELETE FROM stable WHERE folder NOT IN (SELECT folder FROM songs)"
_FOLDER_ID: Final = re.compile(r"(\d{1,10}) ")
_FRESH: Final = 2.0  # seconds: a folder may still change within the resolution of its time


class FileKind(NamedTuple):
    """What a file of lazer's store is.

    Attributes:
        kind: "beatmap", "replay" or None.
        md5: of a beatmap.
        beatmap: its id; 0 where it does not say.
        beatmapset: the id of its set; 0 where it does not say.
    """

    kind: str | None = None
    md5: str | None = None
    beatmap: int = 0
    beatmapset: int = 0


class GameFiles:
    """Index of the files of an installed osu!. For any thread and process; methods block.

    Args:
        path: the database file.
        stable: folder of osu!stable, or None.
        lazer: data folder of osu!lazer, or None.
        owned: file of the `OwnedIndex` that `refresh` writes; None for none.

    Raises:
        OSError: the database cannot be made.
    """

    def __init__(
        self, path: Path, stable: Path | None, lazer: Path | None, owned: Path | None = None
    ) -> None:
        self._database = Database(path, _SCHEMA, _VERSION)
        self._stable = stable
        self._lazer = lazer
        self._owned = owned
        if self._database.was_damaged and owned is not None:
            owned.unlink(missing_ok=True)  # it says that the database is up to date

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

    def refresh(self, progress: Callable[[float], None] = lambda _done: None) -> str:
        """Read what has changed in the installed osu!.

        Args:
            progress: called with the part that is done, 0 to 1.

        Returns:
            What is wrong with it, as a sentence; "" for nothing.

        Raises:
            OSError: the database cannot be written, or a folder cannot be read.
        """
        share = 0.5 if self._lazer is not None else 1.0  # of stable
        try:
            if self._stable is not None:
                self._refresh_stable(self._stable, lambda done: progress(done * share))
        finally:  # one that cannot be read keeps not from the other
            start = share if self._stable is not None else 0.0
            if self._lazer is not None:
                self._refresh_lazer(
                    self._lazer / "files", lambda done: progress(start + done * (1 - start))
                )
            self._write_owned()
        return self._state("stable problem") if self._stable is not None else ""

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    # --- stable ------------------------------------------------------------------------------

    def _refresh_stable(self, stable: Path, progress: Callable[[float], None]) -> None:
        state = stable_state(stable)
        if self._state("stable") == state:
            return
        path, problem = stable / "osu!.db", ""
        was_read = self._state("stable read") == str(path)
        if state.startswith(_DATABASE):
            problem = self._read_database(path, progress)
        # Where it is damaged, what was known stays: the MD5 of each file is checked when it is
        # read. Where nothing was known, the Songs folder says most of it.
        is_read = state.startswith(_DATABASE) and (was_read or not problem)
        songs = songs_folder(stable)
        if not is_read and (not problem or songs.is_dir()):
            self._refresh_songs(songs, progress)
        with self._database.write() as connection:
            read = ("stable read", str(path) if is_read else "")
            _note(connection, ("stable", state), ("stable problem", problem), read)

    def _read_database(self, path: Path, progress: Callable[[float], None]) -> str:
        """Read an `osu!.db`, and return what is wrong with it as a sentence, or ""."""
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe may never end
            raise OSError(errno.EINVAL, "not a file", str(path))
        if not 0 < status.st_size <= MAX_FILE:
            return (
                QT_TR_NOOP("osu!.db is too large to be read.")
                if status.st_size
                else QT_TR_NOOP("osu!.db is empty.")
            )
        # Read, not mapped: Windows would not let the game replace a file that is mapped.
        data = path.read_bytes()
        try:
            with self._database.write() as connection:
                connection.execute("DELETE FROM stable")
                connection.execute("DELETE FROM songs")
                _insert_stable(connection, read_beatmaps(data, progress))
        except DatabaseError as error:
            log.warning("osu!.db: %s", error)
            with self._database.write() as connection:
                _insert_stable(connection, _until_damage(read_beatmaps(data)))
            return f"{_NOT_WHOLE} {error}"
        return ""

    def _refresh_songs(self, songs: Path, progress: Callable[[float], None]) -> None:
        """Read the folders of Songs that are new or changed."""
        with self._database.read() as connection:
            known = dict(connection.execute("SELECT folder, modified FROM songs"))
        found, changed = set[str](), list[tuple[str, int]]()
        for entry in _entries(songs):
            try:
                if not entry.name.startswith(".") and entry.is_dir() and is_text(entry.name):
                    found.add(entry.name)
                    modified = entry.stat().st_mtime_ns
                    if known.get(entry.name) != modified:
                        changed.append((entry.name, modified))
            except OSError:
                continue  # deleted meanwhile
        with self._database.write() as connection:
            gone = [(folder,) for folder in known if folder not in found]
            connection.executemany("DELETE FROM songs WHERE folder = ?", gone)
            if not known:  # those of a database that is gone
                connection.execute("DELETE FROM stable")
        for start in range(0, len(changed), _SONGS_BATCH):
            progress(start / len(changed))
            batch = [
                _read_songs_folder(songs / folder, modified)
                for folder, modified in changed[start : start + _SONGS_BATCH]
            ]
            old = [folder[0] for folder, _ in batch if folder[0] in known]
            with self._database.write() as connection:
                if old:  # at once: the table has no index of folders
                    connection.execute(_DELETE_FOLDERS, (json.dumps(old),))
                for folder, beatmaps in batch:
                    connection.execute("INSERT OR REPLACE INTO songs VALUES (?, ?, ?)", folder)
                    _insert_rows(connection, beatmaps)
        if gone:
            with self._database.write() as connection:
                connection.execute(_DELETE_OTHERS)

    # --- lazer -------------------------------------------------------------------------------

    def _refresh_lazer(self, files: Path, progress: Callable[[float], None]) -> None:
        root = str(files)
        if self._state("lazer") != root:
            with self._database.write() as connection:
                connection.execute("DELETE FROM lazer")
                connection.execute("DELETE FROM seen WHERE what LIKE 'lazer %'")
                _note(connection, ("lazer", root))
        states = lazer_states(files)
        for number, (name, state) in enumerate(states.items()):
            key = f"{_FOLDER}{name}"
            if self._state(key) != state:
                progress(number / len(states))
                folder = files / name[:1] / name
                try:
                    entries = [*os.scandir(folder)]
                except OSError as error:
                    log.warning("a folder of lazer's files cannot be read: %s", error)
                    continue
                is_settled = time.time() - int(state) / 1e9 > _FRESH
                self._refresh_folder(folder, entries, key, state if is_settled else "")

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
                new.append((name, folder.name, *now, *kind_of(Path(entry.path), status.st_size)))
        gone = [(name,) for name in known if name not in found]
        with self._database.write() as connection:
            connection.executemany("DELETE FROM lazer WHERE name = ?", gone)
            insert = "INSERT OR REPLACE INTO lazer VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            connection.executemany(insert, new)
            _note(connection, (key, state))

    # --- beatmaps of this computer -----------------------------------------------------------

    def _write_owned(self) -> None:
        """Write the index of the beatmaps, if there is none of this state."""
        if self._owned is None:
            return
        with self._database.read() as connection:
            states = dict(connection.execute("SELECT what, state FROM seen"))
        file = OwnedFile(
            stable=str(self._stable or ""),
            lazer=str(self._lazer or ""),
            stable_state=states.get("stable", "") if self._stable is not None else "",
            lazer_states={
                what.removeprefix(_FOLDER): state
                for what, state in states.items()
                if what.startswith(_FOLDER) and self._lazer is not None
            },
            problem=states.get("stable problem", "") if self._stable is not None else "",
        )
        before = read_owned(self._owned)
        if before is None or not before.has_same_state(file) or "" in file.lazer_states.values():
            write_owned(self._owned, file, self._owned_index())

    def _owned_index(self) -> OwnedIndex:
        sets, beatmaps, checksums = set[int](), set[int](), set[int]()
        queries = []
        if self._stable is not None:
            queries.append("SELECT md5, beatmap, beatmapset FROM stable")
            queries.append("SELECT '', 0, beatmapset FROM songs")
        if self._lazer is not None:
            queries.append("SELECT md5, beatmap, beatmapset FROM lazer WHERE md5 IS NOT NULL")
        with self._database.read() as connection:
            for query in queries:
                for md5, beatmap, beatmapset in connection.execute(query):
                    sets.add(beatmapset)
                    beatmaps.add(beatmap)
                    number = short_checksum(md5)
                    if number is not None:
                        checksums.add(number)
        for ids in (sets, beatmaps):
            ids.discard(0)  # one that is not known
        return OwnedIndex(*(array("Q", sorted(one)) for one in (sets, beatmaps, checksums)))

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


def stable_state(stable: Path) -> str:
    """Return what tells whether stable's beatmaps are as they were read; "" for none. Blocks.

    It is of `osu!.db`, and of the Songs folder where there is no database.
    """
    path = stable / "osu!.db"
    try:
        status = path.stat()
    except OSError:
        songs = songs_folder(stable)
        try:
            return f"Songs {songs} {songs.stat().st_mtime_ns}"
        except OSError:
            return ""
    return f"{_DATABASE}{path} {status.st_size} {status.st_mtime_ns}"


def lazer_states(files: Path) -> dict[str, str]:
    """Return when each folder of lazer's file store has changed (nanoseconds), by name. Blocks.

    Raises:
        OSError: the store cannot be read.
    """
    return {folder.name: str(modified) for folder, modified in _folders(files)}


def current_state(stable: Path | None, lazer: Path | None) -> OwnedFile:
    """Return the state that an `OwnedFile` has if nothing has changed since. Blocks.

    Raises:
        OSError: a folder cannot be read.
    """
    return OwnedFile(
        stable=str(stable or ""),
        lazer=str(lazer or ""),
        stable_state=stable_state(stable) if stable is not None else "",
        lazer_states=lazer_states(lazer / "files") if lazer is not None else {},
    )


def kind_of(path: Path, size: int) -> FileKind:
    """Return what a file is by its first bytes. Blocks."""
    try:
        with path.open("rb") as file:
            first = file.read(_FIRST_BYTES)
            if is_replay(first):
                return FileKind("replay")
            if not first.removeprefix(b"\xef\xbb\xbf").startswith(_BEATMAP) or size > MAX_BEATMAP:
                return FileKind()
            data = first + file.read(MAX_BEATMAP)
    except OSError:
        return FileKind()
    return FileKind("beatmap", *_beatmap_row(data))


def ids_of(data: bytes) -> tuple[int, int]:
    """Return the ids that a beatmap file says: of itself and of its set; 0 where it does not."""
    end = _AFTER_IDS.search(data)
    found = dict(_ID.findall(data[: end.start() if end is not None else len(data)]))
    beatmap, beatmapset = (int(found.get(name, 0)) for name in (b"BeatmapID", b"BeatmapSetID"))
    return _known_id(beatmap), _known_id(beatmapset)


def _beatmap_row(data: bytes) -> tuple[str, int, int]:
    """Return MD5, id and set of a beatmap file."""
    return hashlib.md5(data, usedforsecurity=False).hexdigest(), *ids_of(data)


def _known_id(number: int) -> int:
    return number if 0 < number <= _LARGEST_ID else 0


def is_replay(first: bytes) -> bool:
    """Whether a file's first bytes are those of a replay: ruleset, version, an MD5 as a string."""
    return (
        len(first) >= _FIRST_BYTES - 1
        and first[0] <= 3
        and 20_070_000 <= int.from_bytes(first[1:5], "little") < 100_000_000
        and first[5:7] == b"\x0b\x20"
        and _HEX.issuperset(first[7:39])
    )


def _note(connection: sqlite3.Connection, *states: tuple[str, str]) -> None:
    connection.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?)", states)


_StableRow = tuple[str, str, str, int, int]


def _insert_stable(connection: sqlite3.Connection, beatmaps: Iterator[StableBeatmap]) -> None:
    while rows := [_stable_row(one) for one in islice(beatmaps, _BATCH)]:
        _insert_rows(connection, rows)


def _insert_rows(connection: sqlite3.Connection, rows: Iterable[_StableRow]) -> None:
    connection.executemany("INSERT OR IGNORE INTO stable VALUES (?, ?, ?, ?, ?)", rows)


def _until_damage(beatmaps: Iterator[StableBeatmap]) -> Iterator[StableBeatmap]:
    """Yield the beatmaps before the damage of a database."""
    with contextlib.suppress(DatabaseError):
        yield from beatmaps


def _stable_row(one: StableBeatmap) -> _StableRow:
    return one.md5, one.folder, one.file, one.beatmap_id, one.beatmapset_id


def _read_songs_folder(
    folder: Path, modified: int
) -> tuple[tuple[str, int, int], list[_StableRow]]:
    """Return the row of a folder of Songs, and those of its beatmap files.

    The folder's name begins with the id of the set, unless the user has renamed it.
    """
    named = _FOLDER_ID.match(folder.name)
    beatmapset = _known_id(int(named[1])) if named is not None else 0
    rows: list[_StableRow] = []
    try:
        names = [one.name for one in os.scandir(folder) if one.name.lower().endswith(".osu")]
    except OSError as error:
        log.info("a folder of Songs cannot be read: %s", error)
        names = []
    for name in names[:_MOST_IN_FOLDER]:
        path = folder / name
        try:
            status = path.stat()
            if not is_text(name) or not stat.S_ISREG(status.st_mode):
                continue  # a pipe may never end
            if status.st_size <= MAX_BEATMAP:
                md5, beatmap, its_set = _beatmap_row(path.read_bytes())
                rows.append((md5, folder.name, name, beatmap, its_set or beatmapset))
        except OSError as error:
            log.info("a beatmap file cannot be read: %s", error)
    beatmapset = beatmapset or next((row[4] for row in rows if row[4]), 0)
    return (folder.name, modified, beatmapset), rows


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the entries of a folder; none of one that is not there."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except FileNotFoundError:
        return


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
