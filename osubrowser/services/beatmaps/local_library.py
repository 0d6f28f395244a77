"""Beatmaps of an installed osu!: which sets are on this computer, kept up to date."""

from __future__ import annotations

import asyncio
import contextlib
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from osubrowser.services.beatmaps.installed import Games
from osubrowser.services.beatmaps.owned_index import OwnedIndex
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.beatmaps.owned_index import OwnedFile

_LOOK_AGAIN: Final = 60.0  # seconds between two looks because the program came to the front
_AFTER_PROBLEM: Final = 20  # times as many after a look that failed


@dataclass(frozen=True, slots=True)
class OwnedState:
    """State of the local library.

    Attributes:
        stable: folder of osu!stable, or None.
        lazer: data folder of osu!lazer, or None.
        is_loaded: whether the index is read: nothing is known before.
        is_scanning: whether what has changed is being read.
        done: part of the scan that is done, 0 to 1.
        problem: what could not be read, as a sentence; "" for nothing.
    """

    stable: Path | None = None
    lazer: Path | None = None
    is_loaded: bool = False
    is_scanning: bool = False
    done: float = 0.0
    problem: str = ""

    @property
    def has_game(self) -> bool:
        """Whether an installed osu! was found."""
        return self.stable is not None or self.lazer is not None


class OwnedBeatmaps(QObject):
    """Which beatmaps are on this computer. For the GUI thread; nothing blocks.

    The index of the last run is read at `start`. What has changed since is read then, when the
    program comes to the front, and on request.

    Signals:
        changed: `index` is another one now.
        state_changed: `state` is another one now.

    Args:
        files: returns the index of the files of the installed osu!, which reads them apart from the
            window; called by `start`.
        look_again: lets `files` look for an installed osu! anew.

    Attributes:
        index: immutable; a worker may be given it.
        state: what is known, and what is going on.
    """

    changed = Signal()
    state_changed = Signal()

    def __init__(
        self,
        files: Callable[[], BeatmapFiles],
        look_again: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.index = OwnedIndex()
        self.state = OwnedState()
        self._files_of = files
        self._files: BeatmapFiles | None = None
        self._look_again = look_again
        self._scope = TaskScope()
        # Reading may take long: requests to osu! must not wait for it.
        self._calls = Calls(ThreadPoolExecutor(1, "osubrowser-owned"))
        self._checksum: int | None = None  # of the index
        self._looked = 0.0
        self._rescan: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_closed = False

    @property
    def is_loaded(self) -> bool:
        """Whether the index is read: nothing is known before."""
        return self.state.is_loaded

    def has_set(self, set_id: int) -> bool:
        """Whether a set is on this computer, some of it at least; see `owns`."""
        return self.index.has_set(set_id)

    def owns(self, beatmapset: Beatmapset) -> bool:
        """Whether a set is on this computer, by its id or by the MD5 of one of its files.

        Old files do not name their set: only the MD5 tells. Quick enough for each painted card.
        """
        beatmaps = beatmapset.beatmaps or ()
        return self.index.owns(beatmapset.id, (one.checksum for one in beatmaps))

    def has_beatmap(self, beatmap_id: int, md5: str | None = None) -> bool:
        """Whether a difficulty is on this computer, by its id or by the MD5 of its file."""
        return self.index.has_beatmap(beatmap_id, md5)

    def count_of(self, set_ids: Iterable[int]) -> int:
        """Return how many of some sets are on this computer."""
        return self.index.count_of(set_ids)

    async def start(self) -> None:
        """Read the index, then what has changed since."""
        if self._loop is not None or self._is_closed:
            return
        self._loop = asyncio.get_running_loop()
        self._files = self._files_of()
        self._files.refresh_listeners.append(self._on_worker_refreshed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state_changed)
        await self.rescan()

    async def rescan(self, *, look_again: bool = False) -> None:
        """Read what has changed in the installed osu!, after what is being read now.

        Nothing before `start`, which reads it all.

        Args:
            look_again: whether to look for an installed osu! anew.
        """
        files = self._files
        if self._is_closed or files is None:
            return
        if look_again:
            self._look_again()
        self._looked = time.monotonic()
        before = self._rescan
        self._rescan = self._scope.start(self._read_changes(files, before))
        await asyncio.wait([self._rescan])  # a failure is told by its scope

    async def close(self) -> None:
        """Wait for what is being read, which its process has been stopped from, and end."""
        if self._is_closed:
            return
        self._is_closed = True
        self._scope.cancel_all()
        if self._files is not None:
            self._files.refresh_listeners.remove(self._on_worker_refreshed)
            await self._calls.run(lambda: None)
        self._calls.close()

    # --- private -----------------------------------------------------------------------------

    async def _read_changes(self, files: BeatmapFiles, before: asyncio.Task[None] | None) -> None:
        if before is not None and not before.done():
            await asyncio.wait([before])
        await self._load(files)
        problem = await self._calls.run(files.refresh, self._on_worker_progress)
        await self._load(files)
        self._tell(is_scanning=False, is_loaded=True, done=1.0, problem=translated(problem))

    async def _load(self, files: BeatmapFiles) -> None:
        """Take the index as it was read last; nothing where it is of other folders."""
        games, owned, index = await self._calls.run(_loaded, files)
        self._tell(
            stable=games.stable,
            lazer=games.lazer,
            is_loaded=owned is not None or games == Games(),
            problem=translated(owned.problem) if owned is not None else "",
        )
        checksum = owned.checksum if owned is not None else None
        if checksum != self._checksum:
            self._checksum, self.index = checksum, index
            self.changed.emit()

    def _tell(self, **changes: Any) -> None:  # noqa: ANN401 - fields of OwnedState
        state = replace(self.state, **changes)
        if state != self.state:
            self.state = state
            self.state_changed.emit()

    def _on_worker_progress(self, done: float) -> None:
        self._call_in_loop(lambda: self._tell(is_scanning=True, done=done))

    def _on_worker_refreshed(self) -> None:
        self._call_in_loop(self._on_files_refreshed)

    def _call_in_loop(self, function: Callable[[], None]) -> None:
        loop = self._loop
        if loop is not None and not self._is_closed:
            with contextlib.suppress(RuntimeError):  # the loop has closed
                loop.call_soon_threadsafe(function)

    def _on_files_refreshed(self) -> None:
        """Take what another user of the files has read."""
        is_own = self._rescan is not None and not self._rescan.done()
        if not is_own and not self._is_closed and self._files is not None:
            self._scope.start(self._load(self._files), key="load")

    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        """Look for changes when the program comes to the front: the game may have been played."""
        # What took too long would take as long again.
        pause = _LOOK_AGAIN * (_AFTER_PROBLEM if self.state.problem else 1)
        is_time = time.monotonic() - self._looked > pause
        if state is Qt.ApplicationState.ApplicationActive and is_time and not self._is_closed:
            self._scope.start(self.rescan(), key="look")


def _loaded(files: BeatmapFiles) -> tuple[Games, OwnedFile | None, OwnedIndex]:
    """Return the folders of the game, and the index of its beatmaps if it was read. Blocks."""
    games, owned = files.games, files.owned()
    names = str(games.stable or ""), str(games.lazer or "")
    if games == Games() or owned is None or (owned.stable, owned.lazer) != names:
        return games, None, OwnedIndex()
    return games, owned, owned.index()
