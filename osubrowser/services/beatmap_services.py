"""Services of beatmaps: marks, searches, excludes, what is on this computer, preview sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from osubrowser.services.audio.previews import PreviewPlayer
    from osubrowser.services.beatmaps.excludes import Excludes
    from osubrowser.services.beatmaps.local_library import OwnedBeatmaps
    from osubrowser.services.beatmaps.marks import BeatmapMarks
    from osubrowser.services.library.library import Library
    from osubrowser.services.library.saved_searches import SavedSearches
    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences

_EXCLUDES = frozenset(
    {"excluded_tags", "excluded_genres", "excluded_languages", "excluded_mappers"}
)
_GAMES = frozenset({"use_installed", "stable_folder", "lazer_folder"})


class BeatmapServices(QObject):
    """Owner of the services of beatmaps. Use it in the GUI thread; does not block.

    Their modules are not imported before the first frame: each service is built when it is first
    asked for.

    Signals:
        excludes_changed: `excludes` are others now.
        previews_built(object): the `PreviewPlayer`, once.

    Args:
        calls: runs blocking calls on workers.
        preferences: settings with the excludes, and the folders of an installed osu!.
        library: stores marks and saved searches by account.
        replays: has the index of the installed osu!'s files.
        account: the session; previews are those of its server.
    """

    excludes_changed = Signal()
    previews_built = Signal(object)

    def __init__(
        self,
        calls: Calls,
        preferences: Preferences,
        library: Library,
        replays: ReplayServices,
        account: Account,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._preferences = preferences
        self._library = library
        self._replays = replays
        self._account = account
        self._scope = TaskScope()
        self._marks: BeatmapMarks | None = None
        self._searches: SavedSearches | None = None
        self._owned: OwnedBeatmaps | None = None
        self._excludes: Excludes | None = None
        self._is_started = False
        self._previews: PreviewPlayer | None = None
        self._server = account.server
        self._is_closed = False
        account.changed.connect(self._on_account_changed)
        preferences.changed.connect(self._on_preferences_changed)

    @property
    def marks(self) -> BeatmapMarks:
        """Marks of sets: seen, liked, hidden."""
        if self._marks is None:
            from osubrowser.services.beatmaps.marks import BeatmapMarks

            self._marks = BeatmapMarks(lambda: self._library.marks, self)
            self._library.marks_replaced.connect(self._marks.replaced)
        return self._marks

    @property
    def searches(self) -> SavedSearches:
        """Saved searches of the listing."""
        if self._searches is None:
            from osubrowser.services.library.saved_searches import SavedSearches

            self._searches = SavedSearches(
                lambda: self._library.searches, lambda: self._library.origin, self
            )
            self._library.searches_replaced.connect(self._searches.replaced)
        return self._searches

    @property
    def owned(self) -> OwnedBeatmaps:
        """Which beatmaps are on this computer. What is known is read at the first use."""
        if self._owned is None:
            from osubrowser.services.beatmaps.local_library import OwnedBeatmaps

            self._owned = OwnedBeatmaps(
                lambda: self._replays.beatmaps, self._replays.look_for_games, self
            )
        return self._owned

    @property
    def excludes(self) -> Excludes:
        """What is never shown in the listing: immutable, and another one after a change."""
        if self._excludes is None:
            from osubrowser.services.beatmaps.excludes import Excludes

            settings = self._preferences.settings
            self._excludes = Excludes.of(
                tags=settings.excluded_tags,
                genres=settings.excluded_genres,
                languages=settings.excluded_languages,
                mappers=settings.excluded_mappers,
            )
        return self._excludes

    @property
    def previews(self) -> PreviewPlayer:
        """Player of preview sounds."""
        if self._previews is None:
            from osubrowser.services.audio.previews import PreviewPlayer

            self._previews = PreviewPlayer(
                self._preferences, lambda: self._account.server, parent=self
            )
            self.previews_built.emit(self._previews)
        return self._previews

    async def start(self) -> None:
        """Read which beatmaps are on this computer."""
        await self._calls.run_at_once(_import_modules)
        if not self._is_closed:
            self._is_started = True
            await self.owned.start()

    async def close(self) -> None:
        """Stop what is under way. The services of replays must have been closed before."""
        self._is_closed = True
        self._scope.cancel_all()
        if self._previews is not None:
            await self._previews.close()
        if self._owned is not None:
            await self._owned.close()

    def _on_account_changed(self) -> None:
        """Stop the preview of another server."""
        was, self._server = self._server, self._account.server
        if was != self._server and self._previews is not None:
            self._previews.stop()

    def _on_preferences_changed(self, name: str) -> None:
        if name in _EXCLUDES:
            self._excludes = None
            self.excludes_changed.emit()
        elif name in _GAMES and self._owned is not None and self._is_started:
            self._scope.start(self._owned.rescan(), key="owned")


def _import_modules() -> None:
    """Import what the services are made of, which takes longer than a frame. On a worker."""
    import osubrowser.services.beatmaps.files
    import osubrowser.services.beatmaps.index_process
    import osubrowser.services.beatmaps.installed
    import osubrowser.services.beatmaps.local_library  # noqa: F401
