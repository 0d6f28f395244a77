"""Services of replays: download queue, replay library and beatmap files, built on first use."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from osubrowser.api.entities.scores import Score
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.beatmaps.index_process import IndexProcess
    from osubrowser.services.beatmaps.installed import InstalledGames
    from osubrowser.services.downloads.entries import ReplayTarget, WantedReplay
    from osubrowser.services.downloads.queue import DownloadQueue
    from osubrowser.services.replays.library import ReplayLibrary
    from osubrowser.services.replays.records import BeatmapTitle
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.storage.folders import Folders

    ScoreOffer = tuple[Score, str]
    """Score whose replay may be saved, and the player's name, for scores without their user."""

_DEMO = "demo"
_STATES_DELAY = 100  # milliseconds
_OPEN = frozenset({"waiting", "downloading", "paused"})
_RULESETS = ("osu", "taiko", "fruits", "mania")


class ReplayState(Enum):
    """What there is of a score's replay."""

    NONE = "none"
    """The score has none, or none that is known."""
    OFFERED = "offered"
    QUEUED = "queued"
    SAVED = "saved"
    """It is on this computer."""


class ReplayServices(QObject):
    """Owner of the services of replays. Use it in the GUI thread; does not block.

    Their modules are not imported before the first frame: each service is built when it is first
    asked for, at the latest by `start`.

    Signals:
        queue_built(object): the `DownloadQueue`, once.
        states_changed: `state_of` some score may have changed.
        message_requested(str, str): level and text of a message about `save`; it comes with a
            button that shows the queue.

    Args:
        calls: runs blocking calls on workers.
        account: the session.
        preferences: settings with the folders and names of files.
        folders: paths of the program's files.
        secrets: store of the key of API v1.
    """

    queue_built = Signal(object)
    states_changed = Signal()
    message_requested = Signal(str, str)

    def __init__(
        self,
        calls: Calls,
        account: Account,
        preferences: Preferences,
        folders: Folders,
        secrets: SecretStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._account = account
        self._preferences = preferences
        self._folders = folders
        self._secrets = secrets
        self._scope = TaskScope()
        self._beatmaps: BeatmapFiles | None = None
        self._games: InstalledGames | None = None
        self._indexer: IndexProcess | None = None
        self._library: ReplayLibrary | None = None
        self._queue: DownloadQueue | None = None
        self._start: asyncio.Task[None] | None = None
        self._is_closed = False
        self._was_demo = account.is_demo
        account.changed.connect(self._on_account_changed)
        self._states_timer = QTimer(self, singleShot=True, interval=_STATES_DELAY)
        self._states_timer.timeout.connect(self.states_changed)

    @property
    def beatmaps(self) -> BeatmapFiles:
        """The beatmap files of this computer."""
        if self._beatmaps is None:
            from osubrowser.services.beatmaps.files import BeatmapFiles
            from osubrowser.services.beatmaps.index_process import IndexProcess
            from osubrowser.services.beatmaps.installed import InstalledGames

            settings = self._preferences.settings
            self._games = InstalledGames(
                lambda: (settings.use_installed, settings.stable_folder, settings.lazer_folder)
            )
            self._indexer = IndexProcess()
            self._beatmaps = BeatmapFiles.of_profile(
                self._folders, self._games, self._indexer.refresh
            )
        return self._beatmaps

    @property
    def library(self) -> ReplayLibrary:
        """The replay library."""
        if self._library is None:
            from osubrowser.services.replays.library import ReplayLibrary

            self._library = ReplayLibrary(
                self._calls,
                self._preferences,
                self._folders,
                self.beatmaps,
                lambda: self._account.client,
                is_demo=lambda: self._account.is_demo,
            )
            self._library.loaded.connect(self._states_timer.start)
            self._library.changed.connect(self._states_timer.start)
            self._library.removed.connect(self._states_timer.start)
        return self._library

    @property
    def queue(self) -> DownloadQueue:
        """The download queue."""
        if self._queue is None:
            from osubrowser.services.downloads.queue import DownloadQueue

            self._queue = DownloadQueue(
                self._calls,
                self._account,
                self._preferences,
                self._folders,
                has=self._file_of,
                api_key=self.api_key,
            )
            self._queue.changed.connect(self._states_timer.start)
            self._queue.entry_changed.connect(self._states_timer.start)
            self._queue.saved.connect(self._on_saved)
            self.queue_built.emit(self._queue)
        return self._queue

    # --- start and end -----------------------------------------------------------------------

    async def start(self) -> None:
        """Read library and queue, and go on with the downloads of the last run."""
        import asyncio

        if self._start is None:
            self._start = self._scope.start(self._started())
        await asyncio.wait([self._start])

    async def _started(self) -> None:
        await self._calls.run_at_once(_import_modules)
        if self._is_closed:
            return
        queue, library = self.queue, self.library
        # What the index knows is not downloaded again; the scan of the folders may take longer.
        loaded = self._scope.start(library.start(), key="library")
        await _first_of(library.loaded, loaded)
        if not self._is_closed:
            await queue.start()

    async def close(self) -> None:
        """Cut running downloads, and write what is pending."""
        self._is_closed = True
        if self._queue is not None:
            await self._queue.close()
        self._scope.cancel_all()
        if self._indexer is not None:
            self._indexer.stop()  # a scan of the library waits for it
        if self._library is not None:
            await self._library.close()
        if self._beatmaps is not None:
            await self._calls.run_at_once(self._close_beatmaps, self._beatmaps)

    async def find_title(self, md5: str) -> BeatmapTitle | None:
        """Return the titles of a beatmap, as stored or from osu!; None if they are not known."""
        await self.start()
        return None if self._is_closed else await self.library.find_title(md5)

    # --- folders -----------------------------------------------------------------------------

    def look_for_games(self) -> None:
        """Look for an installed osu! anew at the next use: one may have been installed."""
        if self._games is not None:
            self._games.look_again()

    def default_folder(self) -> str:
        """Return the folder where replays are saved unless another one is chosen. Blocks."""
        from osubrowser.services.storage import default_folders

        portable = self._folders.portable_replays
        return default_folders.replays(portable, is_demo=self._account.is_demo)

    def _on_account_changed(self) -> None:
        """Scan the folders again where the demo begins or ends: it has one of its own."""
        was, self._was_demo = self._was_demo, self._account.is_demo
        library = self._library
        if was != self._was_demo and library is not None and library.is_loaded:
            self._scope.start(library.rescan(), key="rescan")

    # --- replays of scores -------------------------------------------------------------------

    def state_of(self, score: Score) -> ReplayState:
        """Return what there is of a score's replay. Cheap enough for each painted row."""
        if self.file_of(score):
            return ReplayState.SAVED
        if self._queue is not None:
            entry = self._queue.entry_of(_target_of(score))
            if entry is not None and entry.state.value in _OPEN:
                return ReplayState.QUEUED
        return ReplayState.OFFERED if score.has_replay else ReplayState.NONE

    def file_of(self, score: Score) -> str | None:
        """Return the file of a score's replay on this computer, or None."""
        found = self._library.has(score) if self._library is not None else None
        if found is None and self._queue is not None:
            entry = self._queue.entry_of(_target_of(score))
            found = entry.path if entry is not None and not entry.state.is_open else None
        return found or None

    def save(self, offers: Sequence[ScoreOffer]) -> None:
        """Add the replays of scores to the queue, and say what became of it."""
        offered = list(offers)
        if not any(score.has_replay for score, _ in offered):
            self.message_requested.emit("info", why_none(offered))
            return
        self._scope.start(self._save(offered))

    async def _save(self, offers: Sequence[ScoreOffer]) -> None:
        from osubrowser.services.runtime.failures import Failure

        await self.start()
        if self._is_closed:
            return
        wanted = await self._calls.run_at_once(_wanted, offers)
        try:
            result = await self.queue.add(wanted)
        except Failure as failure:
            self.message_requested.emit("bad", f"{failure.text} {failure.hint}".strip())
            return
        self.message_requested.emit("good" if result.added else "info", result.text)

    # --- key of API v1 -----------------------------------------------------------------------

    @property
    def key_server(self) -> str:
        """The server that the key of API v1 is stored for; `demo` for the demo."""
        return _DEMO if self._account.is_demo else self._account.server

    def api_key(self, origin: str) -> str:
        """Return the key of API v1 for a server's origin, "" for none. Blocks, for a worker."""
        from osubrowser.services.downloads.legacy_key import load_key

        is_demo = self._account.is_demo and origin == self._account.server
        return load_key(self._secrets, _DEMO if is_demo else origin)

    def save_api_key(self, server: str, key: str) -> None:
        """Store the key of API v1 for a server, as `key_server` names it; "" deletes it. Blocks.

        Raises:
            ValueError: this cannot be a key.
            OSError: it could not be stored.
        """
        from osubrowser.services.downloads.legacy_key import save_key

        save_key(self._secrets, server, key)

    # --- private -----------------------------------------------------------------------------

    def _close_beatmaps(self, beatmaps: BeatmapFiles) -> None:
        """Close the index of the installed osu!. Blocks."""
        if self._indexer is not None:
            self._indexer.close()
        beatmaps.close()

    def _file_of(self, wanted: WantedReplay) -> str | None:
        """Return the file of a replay in the library, or None."""
        target = wanted.target
        known = target.mode in _RULESETS
        return self.library.find(
            score_id=target.score_id,
            legacy_id=target.legacy_id if known else 0,
            ruleset_id=_RULESETS.index(target.mode) if known else 0,
        )

    def _on_saved(self, entry: object) -> None:
        """Read a downloaded file into the library."""
        from pathlib import Path

        path = getattr(entry, "path", "")
        if path and not self._is_closed:
            self._scope.start(self.library.add([Path(path)]))


def why_none(offers: Sequence[ScoreOffer]) -> str:
    """Return the sentence for scores without a replay."""
    if len(offers) == 1:
        score = offers[0][0]
        return (
            tr("This play was failed: osu! keeps no replay of it.")
            if score.passed is False
            else tr(
                "osu! has no replay of this score: it keeps those of high places, and for a while."
            )
        )
    return tr("osu! has no replay of these %n score(s).", "", len(offers))


def _target_of(score: Score) -> ReplayTarget:
    from osubrowser.services.downloads.entries import ReplayTarget

    mode = "" if score.mode is None else score.mode.value
    return ReplayTarget(score.score_id or 0, score.legacy_score_id or 0, mode)


def _wanted(offers: Sequence[ScoreOffer]) -> list[WantedReplay]:
    from osubrowser.services.downloads.entries import wanted_of_score

    return [wanted_of_score(score, player) for score, player in offers]


async def _first_of(signal: SignalInstance, task: asyncio.Task[None]) -> None:
    """Wait for a signal, or for the end of the task that emits it."""
    import asyncio

    came = asyncio.get_running_loop().create_future()

    def note() -> None:
        if not came.done():
            came.set_result(None)

    signal.connect(note)
    await asyncio.wait([came, task], return_when=asyncio.FIRST_COMPLETED)
    signal.disconnect(note)
    came.cancel()


def _import_modules() -> None:
    """Import what the services are made of, which takes longer than a frame. On a worker."""
    import osubrowser.services.downloads.queue
    import osubrowser.services.replays.library  # noqa: F401
