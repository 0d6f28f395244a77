"""Download queue: replays that are wanted, downloaded at the server's pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from osubrowser.api.entities.scores import Score
    from osubrowser.services.downloads.entries import (
        AddResult,
        QueueEntry,
        QueueSummary,
        WantedReplay,
    )
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.storage.folders import Folders

    HasReplay = Callable[[WantedReplay], str | None]


class DownloadQueue(QObject):
    """Queue of replays to download, stored in a file. Use it in the GUI thread; does not block.

    Signals:
        loaded: the entries of the last run are there; emitted once.
        changed: entries were added or removed, or their order has changed.
        entry_changed(object): the new `QueueEntry` of one that was there before.
        summary_changed(object): the new `QueueSummary`.
        added(object): the `AddResult` of an `add`.
        saved(object): the `QueueEntry` of a replay that has just been saved.
        batch_finished(object): the `BatchSummary` of a batch that is done.
        noted(str): a sentence to show for a moment.

    Args:
        calls: runs blocking calls on workers.
        account: the session, whose client downloads.
        preferences: settings with the folder, the name template, and what to do when a file
            exists.
        folders: where the queue is stored.
        has: returns the file of a replay that is on this computer already, or None; called in the
            GUI thread, must not block.
        api_key: returns the key of API v1 for a server ("" for none); called on a worker.
        per_minute: downloads per minute; None for what the server allows: 10, or what a server on
            this computer says.
    """

    loaded = Signal()
    changed = Signal()
    entry_changed = Signal(object)
    summary_changed = Signal(object)
    added = Signal(object)
    saved = Signal(object)
    batch_finished = Signal(object)
    noted = Signal(str)

    def __init__(
        self,
        calls: Calls,
        account: Account,
        preferences: Preferences,
        folders: Folders,
        *,
        has: HasReplay | None = None,
        api_key: Callable[[str], str] | None = None,
        per_minute: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)

    # --- reading -----------------------------------------------------------------------------

    @property
    def entries(self) -> list[QueueEntry]:
        """The entries in their order (a copy)."""
        raise NotImplementedError

    def entry(self, number: int) -> QueueEntry | None:
        """Return the entry with this id, or None."""
        raise NotImplementedError

    @property
    def summary(self) -> QueueSummary:
        """State of the whole queue."""
        raise NotImplementedError

    @property
    def is_paused(self) -> bool:
        """Whether the whole queue is paused: by the user, or after a problem with the disk."""
        raise NotImplementedError

    # --- changing ----------------------------------------------------------------------------

    async def start(self) -> None:
        """Read the entries of the last run, and go on."""
        raise NotImplementedError

    async def add(self, wanted: Iterable[WantedReplay]) -> AddResult:
        """Add replays at the end. They are stored when this returns; `added` is emitted too."""
        raise NotImplementedError

    async def add_scores(self, scores: Sequence[Score], player: str = "") -> AddResult:
        """Add the replays of scores; `player` is the user name for scores without their user."""
        raise NotImplementedError

    def pause(self, numbers: Iterable[int] | None = None) -> None:
        """Pause open entries; the whole queue without `numbers`. Running downloads are cut."""
        raise NotImplementedError

    def resume(self, numbers: Iterable[int] | None = None) -> None:
        """Resume paused entries; the whole queue without `numbers`."""
        raise NotImplementedError

    def retry(self, numbers: Iterable[int] | None = None) -> None:
        """Try finished entries again: failed, without a replay, or whose file is gone.

        Without `numbers` all failed ones.
        """
        raise NotImplementedError

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove entries from the list; running downloads are cut, files stay."""
        raise NotImplementedError

    def move(self, numbers: Iterable[int], before: int | None) -> None:
        """Move entries, in their order, before another one; to the end with None."""
        raise NotImplementedError

    def clear_finished(self) -> None:
        """Remove all entries that are done, failed, without a replay, or whose file exists."""
        raise NotImplementedError

    async def close(self) -> None:
        """Cut running downloads, write what is pending, and close the file."""
        raise NotImplementedError
