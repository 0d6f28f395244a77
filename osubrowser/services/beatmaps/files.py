"""Beatmap files by MD5: those that were fetched, those of an installed osu!, those of osu!."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import NotFound
from osubrowser.services.beatmaps.game_files import MAX_BEATMAP, GameFiles, current_state
from osubrowser.services.beatmaps.index_process import refresh_here
from osubrowser.services.beatmaps.installed import Games
from osubrowser.services.beatmaps.owned_index import OwnedFile, read_owned
from osubrowser.services.storage.atomic_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osubrowser.api.client import Client
    from osubrowser.services.storage.folders import Folders

log = logging.getLogger(__name__)

LIMIT: Final = 512 << 20
"""Bytes of the stored files: some 20,000 beatmaps."""

_MD5: Final = re.compile(r"[0-9a-f]{32}")
_AFTER_EVICTION: Final = 0.9  # of the limit, so that not each new file evicts one
_USED_AGAIN: Final = 24 * 3600.0  # seconds: how exact the time of the last use is
_REFRESH_AFTER: Final = 30.0  # seconds between two looks for new files of the game


Refresher = Callable[[Path, Path, Path | None, Path | None, Callable[[float], None]], str]
"""Function with the arguments of `IndexProcess.refresh`."""


class BeatmapSource(StrEnum):
    """Where a beatmap file was found."""

    STORE = "store"
    STABLE = "stable"
    LAZER = "lazer"
    SERVER = "server"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatmapFile:
    """Beatmap file that was found.

    Attributes:
        data: its bytes.
        md5: of them, in hex.
        is_other_version: whether the server has another version than the one asked for.
        beatmap_id: the server's id; 0 where it was not asked.
    """

    data: bytes
    md5: str
    source: BeatmapSource
    is_other_version: bool = False
    beatmap_id: int = 0


class BeatmapFiles:
    """Store of beatmap files by MD5. For any thread; methods block.

    Args:
        folder: of the store, which is made on the first write.
        index: database file of the installed osu!'s files (`GameFiles`).
        games: returns the folders of the installed osu!.
        limit: size limit of the store in bytes; the least recently used files are deleted.
        owned: file of the `OwnedIndex`; by default beside the index.
        refresher: reads what has changed in the installed osu!; by default in the calling thread.

    Attributes:
        listeners: called with the MD5 of each file that is stored, on the thread that stores it.
        refresh_listeners: called after each `refresh` that has read something, on its thread.
    """

    def __init__(
        self,
        folder: Path,
        index: Path,
        games: Callable[[], Games] = Games,
        *,
        limit: int = LIMIT,
        owned: Path | None = None,
        refresher: Refresher = refresh_here,
    ) -> None:
        self.listeners: list[Callable[[str], None]] = []
        self.refresh_listeners: list[Callable[[], None]] = []
        self._owned = owned or index.with_name("owned_beatmaps.bin")
        self._refresher = refresher
        self._refreshing = threading.Lock()
        self._folder = folder
        self._index = index
        self._games = games
        self._limit = limit
        self._lock = threading.Lock()
        self._size: int | None = None  # of the store, once it was counted
        self._opened: tuple[Games, GameFiles] | None = None
        self._refreshed = -_REFRESH_AFTER

    @classmethod
    def of_profile(
        cls,
        folders: Folders,
        games: Callable[[], Games] = Games,
        refresher: Refresher = refresh_here,
    ) -> BeatmapFiles:
        """Return the store of a profile."""
        return cls(
            folders.beatmap_files,
            folders.game_files,
            games,
            owned=folders.owned_index,
            refresher=refresher,
        )

    def find(self, md5: str) -> BeatmapFile | None:
        """Return a beatmap file of this computer, or None. Its MD5 is checked."""
        md5 = md5.lower()
        if not _MD5.fullmatch(md5):
            return None  # of a damaged file: it must not name a path
        path = self._path(md5)
        data = _read(path, md5)
        if data is not None:
            _touch(path)
            return BeatmapFile(data=data, md5=md5, source=BeatmapSource.STORE)
        try:
            return self._find_installed(md5)
        except OSError as error:
            log.warning("the installed osu! could not be read: %s", error)
            return None

    def fetch(self, md5: str, client: Client, beatmap_id: int = 0) -> BeatmapFile | None:
        """Return a beatmap file of this computer or of the server, and store it.

        `GET beatmaps/lookup?checksum=`, then `GET /osu/{id}` of the website. Where the server has
        no beatmap with that checksum, because it was changed since, the current version of
        `beatmap_id` is returned, which `is_other_version`; None without an id, or a beatmap.

        Raises:
            OsuError: the server cannot be reached, or failed.
        """
        found = self.find(md5)
        if found is not None:
            return found
        md5 = md5.lower()
        if _MD5.fullmatch(md5):
            try:
                beatmap_id = client.beatmap_lookup(checksum=md5).id
            except NotFound:
                log.debug("osu! has no beatmap with the checksum %s", md5)
        return self.fetch_version(beatmap_id, client, md5) if beatmap_id else None

    def fetch_version(
        self, beatmap_id: int, client: Client, wanted: str = ""
    ) -> BeatmapFile | None:
        """Return the server's current file of a beatmap, stored under its own MD5; None if none.

        Args:
            beatmap_id: the server's id.
            client: of the server.
            wanted: MD5 that it should have, for `is_other_version`.

        Raises:
            OsuError: the server cannot be reached, or failed.
        """
        try:
            data = client.beatmap_file(beatmap_id)
        except NotFound:
            return None
        md5 = hashlib.md5(data, usedforsecurity=False).hexdigest()
        self.put(md5, data)
        return BeatmapFile(
            data=data,
            md5=md5,
            source=BeatmapSource.SERVER,
            is_other_version=bool(wanted) and md5 != wanted,
            beatmap_id=beatmap_id,
        )

    def put(self, md5: str, data: bytes) -> None:
        """Store a file, and evict others to stay within the limit. A full disk is no failure."""
        if len(data) > min(MAX_BEATMAP, self._limit):
            return
        try:
            write_whole(self._path(md5), data, sync=False)
            self._evict(len(data))
        except OSError as error:
            log.warning("a beatmap file was not kept: %s", error.strerror)
            return
        for listener in self.listeners:
            listener(md5)

    def known(self, md5s: Iterable[str]) -> set[str]:
        """Return which beatmap files are probably on this computer: they are not read."""
        wanted = set(md5s)
        try:
            stored = {path.stem for path in self._folder.iterdir()}
        except OSError:
            stored = set()
        found = wanted & stored
        try:
            files = self._game_files()
            if files is not None:
                found |= files.known(wanted - found)
        except OSError as error:
            log.warning("the installed osu! could not be read: %s", error)
        return found

    @property
    def games(self) -> Games:
        """Folders of the installed osu!. Blocks at first."""
        return self._games()

    def owned(self) -> OwnedFile | None:
        """Return the beatmaps of the installed osu!, as of the last `refresh`.

        None where none was read yet. It may be of another folder than `games`. Blocks.
        """
        return read_owned(self._owned)

    def is_current(self, owned: OwnedFile | None) -> bool:
        """Whether nothing has changed in the installed osu! since `owned` was made. Blocks.

        A set that was changed within the Songs folder of stable is not noticed.
        """
        games = self._games()
        try:
            return owned is not None and owned.has_same_state(
                current_state(games.stable, games.lazer)
            )
        except OSError:
            return False

    def refresh(self, progress: Callable[[float], None] = lambda _done: None) -> str:
        """Read what has changed in the installed osu!. Blocks; slow at first.

        A call while another thread refreshes waits for it, and then reads only what is newer.

        Args:
            progress: called with the part that is done, 0 to 1, on this thread.

        Returns:
            What could not be read, as a sentence; "" for nothing.
        """
        games = self._games()
        if games == Games():
            return ""
        with self._refreshing:
            owned = self.owned()
            is_there = os.path.exists(self._index)  # noqa: PTH110 - never raises
            if owned is not None and is_there and self.is_current(owned):
                self._refreshed = time.monotonic()
                return owned.problem
            problem = self._refresher(self._index, self._owned, games.stable, games.lazer, progress)
            self._refreshed = time.monotonic()
        for listener in list(self.refresh_listeners):
            listener()
        return problem

    def lazer_replays(self) -> list[Path]:
        """Return the replay files of lazer's file store, as of the last `refresh`.

        Raises:
            OSError: the index cannot be read.
        """
        files = self._game_files()
        return [] if files is None else files.lazer_replays()

    def close(self) -> None:
        """Close the index."""
        with self._lock:
            opened, self._opened = self._opened, None
        if opened is not None:
            opened[1].close()

    # --- the installed osu! ------------------------------------------------------------------

    def _find_installed(self, md5: str) -> BeatmapFile | None:
        files = self._game_files()
        if files is None:
            return None
        found = self._read_installed(files, md5)
        if found is None and time.monotonic() - self._refreshed > _REFRESH_AFTER:
            self.refresh()
            found = self._read_installed(files, md5)
        return found

    def _read_installed(self, files: GameFiles, md5: str) -> BeatmapFile | None:
        lazer = self._games().lazer
        for path in files.beatmap(md5):
            data = _read(path, md5)
            if data is not None:
                is_lazer = lazer is not None and path.is_relative_to(lazer)
                source = BeatmapSource.LAZER if is_lazer else BeatmapSource.STABLE
                return BeatmapFile(data=data, md5=md5, source=source)
        return None

    def _game_files(self) -> GameFiles | None:
        games = self._games()
        with self._lock:
            if self._opened is not None and self._opened[0] == games:
                return self._opened[1]
            if self._opened is not None:
                self._opened[1].close()
                self._opened = None
            if games == Games():
                return None
            files = GameFiles(self._index, games.stable, games.lazer, self._owned)
            self._opened = games, files
            self._refreshed = -_REFRESH_AFTER
            return files

    # --- the store ---------------------------------------------------------------------------

    def _path(self, md5: str) -> Path:
        return self._folder / f"{md5}.osu"

    def _evict(self, added: int) -> None:
        """Count a new file, and delete the least recently used ones if there are too many."""
        with self._lock:
            if self._size is not None and self._size + added <= self._limit:
                self._size += added
                return
            files = []
            for entry in os.scandir(self._folder):
                if entry.name.endswith(".osu"):
                    with contextlib.suppress(OSError):
                        status = entry.stat()
                        files.append((status.st_mtime, status.st_size, entry.path))
            size = sum(one[1] for one in files)
            if size > self._limit:
                for _, length, path in sorted(files)[:-1]:  # not the newest, the one just stored
                    if size <= self._limit * _AFTER_EVICTION:
                        break
                    with contextlib.suppress(OSError):
                        os.unlink(path)  # noqa: PTH108 - of a directory entry
                        size -= length
            self._size = size


def _read(path: Path, md5: str) -> bytes | None:
    """Return the content of a file, if it has that MD5."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BEATMAP + 1)
    except (OSError, ValueError):
        return None
    is_right = hashlib.md5(data, usedforsecurity=False).hexdigest() == md5
    return data if is_right and len(data) <= MAX_BEATMAP else None


def _touch(path: Path) -> None:
    """Note that a stored file was used."""
    with contextlib.suppress(OSError):
        if time.time() - path.stat().st_mtime > _USED_AGAIN:
            os.utime(path)
