"""Replay library: the replay files of this computer, kept up to date and analysed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.replays.records import ReplayRecord
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.storage.folders import Folders


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of the work in the background.

    Attributes:
        is_scanning: whether folders are being read.
        found: replay files so far.
        waiting: replays that are to be analysed, the current one too.
        missing: replays without their beatmap file.
    """

    is_scanning: bool = False
    found: int = 0
    waiting: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Renaming:
    """Outcome of a renaming.

    Attributes:
        renamed: new path by old path.
        problems: a sentence for each file that kept its name, by path.
    """

    renamed: dict[str, str]
    problems: dict[str, str]


class ReplayLibrary(QObject):
    """Replay library. Use it in the GUI thread; nothing blocks.

    The records are read from the index at `start`, then the folders are scanned, and again when
    they change. Replays are analysed one after the other in a process of low priority.

    Signals:
        loaded: `records` are those of the index; emitted once.
        changed(object): a tuple of new or changed records, each in place of that of its file.
        removed(object): a tuple of the files (str) of records that are gone.
        progress_changed(object): the new `Progress`.
        problem_found(str): a sentence about a folder, or the index.

    Args:
        calls: runs blocking calls on workers.
        preferences: the settings with the folders.
        folders: where the index is.
        beatmaps: finds beatmap files.
        client: returns the client of the session, for titles and beatmap files; or None.
    """

    loaded = Signal()
    changed = Signal(object)
    removed = Signal(object)
    progress_changed = Signal(object)
    problem_found = Signal(str)

    def __init__(
        self,
        calls: Calls,
        preferences: Preferences,
        folders: Folders,
        beatmaps: BeatmapFiles,
        client: Callable[[], Client | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)

    @property
    def progress(self) -> Progress:
        """Progress of the work in the background."""
        raise NotImplementedError

    def records(self) -> list[ReplayRecord]:
        """Return all records, in no order; without those that are about to be deleted."""
        raise NotImplementedError

    def record(self, file: str | Path) -> ReplayRecord | None:
        """Return the record of a file, or None."""
        raise NotImplementedError

    def find(self, *, score_id: int = 0, legacy_id: int = 0, ruleset_id: int = 0) -> str | None:
        """Return the file of a score's replay, or None.

        Args:
            score_id: as in the web address.
            legacy_id: of the stable score within `ruleset_id`.
            ruleset_id: 0 (osu!) to 3 (mania).
        """
        raise NotImplementedError

    def has(self, score: Score) -> str | None:
        """Return the file of a score's replay, or None."""
        raise NotImplementedError

    async def start(self) -> None:
        """Read the index, scan the folders, watch them, and analyse what is new."""
        raise NotImplementedError

    async def rescan(self) -> None:
        """Scan all folders again."""
        raise NotImplementedError

    async def add(self, paths: Iterable[Path]) -> list[ReplayRecord]:
        """Read files, such as downloaded or dropped ones, into the library at once.

        A folder among them is added to the folders of the settings. Files outside all folders are
        records too until the next scan.
        """
        raise NotImplementedError

    async def rename(self, files: Sequence[str], template: str) -> Renaming:
        """Rename files by a name template; a taken name gets a number.

        Raises:
            ValueError: an unknown field in the template, or an unmatched brace.
        """
        raise NotImplementedError

    def trash(self, files: Iterable[str]) -> int:
        """Take files out of the library, and move them to the trash when `UNDO_SECONDS` are over.

        They stay in their folder until then, so that `undo_trash` loses nothing. Returns how many;
        files of the game are left out.
        """
        raise NotImplementedError

    def undo_trash(self) -> int:
        """Put back all files that `trash` has taken out and not yet moved. Returns how many."""
        raise NotImplementedError

    async def fetch_beatmaps(self, files: Iterable[str]) -> int:
        """Fetch the missing beatmap files of records from osu!. Returns how many were found.

        Raises:
            OsuError: the server cannot be reached, or there is no session.
        """
        raise NotImplementedError

    async def close(self) -> None:
        """Move what is left to the trash, end the process, stop watching, close the index."""
        raise NotImplementedError
