"""Services of replays: download queue, replay library and beatmap files, built on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.downloads.entries import WantedReplay
    from osubrowser.services.downloads.queue import DownloadQueue
    from osubrowser.services.replays.library import ReplayLibrary
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.storage.folders import Folders

_DEMO = "demo"
_RULESETS = ("osu", "taiko", "fruits", "mania")


class ReplayServices(QObject):
    """Owner of the services of replays. Use it in the GUI thread; does not block.

    Their modules are not imported before the first frame: each service is built when it is first
    asked for, at the latest by `start`.

    Signals:
        queue_built(object): the `DownloadQueue`, once.

    Args:
        calls: runs blocking calls on workers.
        account: the session.
        preferences: settings with the folders and names of files.
        folders: paths of the program's files.
        secrets: store of the key of API v1.
    """

    queue_built = Signal(object)

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
        self._library: ReplayLibrary | None = None
        self._queue: DownloadQueue | None = None
        self._is_closed = False

    @property
    def beatmaps(self) -> BeatmapFiles:
        """The beatmap files of this computer."""
        if self._beatmaps is None:
            from osubrowser.services.beatmaps.files import BeatmapFiles
            from osubrowser.services.beatmaps.installed import InstalledGames

            settings = self._preferences.settings
            games = InstalledGames(
                lambda: (settings.use_installed, settings.stable_folder, settings.lazer_folder)
            )
            self._beatmaps = BeatmapFiles.of_profile(self._folders, games)
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
            )
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
            self.queue_built.emit(self._queue)
        return self._queue

    # --- start and end -----------------------------------------------------------------------

    async def start(self) -> None:
        """Read library and queue, and go on with the downloads of the last run."""
        await self._calls.run_at_once(_import_modules)
        if self._is_closed:
            return
        queue, library = self.queue, self.library
        queue.saved.connect(self._on_saved)
        await library.start()
        if not self._is_closed:
            await queue.start()

    async def close(self) -> None:
        """Cut running downloads, and write what is pending."""
        self._is_closed = True
        if self._queue is not None:
            await self._queue.close()
        self._scope.cancel_all()
        if self._library is not None:
            await self._library.close()

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


def _import_modules() -> None:
    """Import what the services are made of, which takes longer than a frame. On a worker."""
    import osubrowser.services.downloads.queue
    import osubrowser.services.replays.library  # noqa: F401
