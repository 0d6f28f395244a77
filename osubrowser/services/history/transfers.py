"""Exports, imports and deletions of the history in use, one at a time, on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.services.history.transfer.progress import Cancelled, Progress
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.history.subjects import Subject
    from osubrowser.services.history.transfer.merge import Counts

Work = Literal["export", "import", "delete"]

_SHOWN_EVERY: Final = 100  # milliseconds


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a transfer ended.

    Attributes:
        what: what it was.
        path: the file; None of a deletion.
        rows: number of rows written or deleted.
        counts: of an import that was completed.
        error: why it failed; None if it did not.
        is_cancelled: whether it was cancelled.
    """

    what: Work
    path: Path | None = None
    rows: int = 0
    counts: Counts | None = None
    error: BaseException | None = None
    is_cancelled: bool = False


class StoreRunner(Protocol):
    """Function that calls `work(store)` on a worker with the history in use."""

    async def __call__(self, work: Callable[[HistoryStore], Any], /) -> Any:  # noqa: ANN401 - the result of `work`
        """Return the result of `work`; raises OSError."""
        ...


class Transfers(QObject):
    """Runner of one export, import or deletion at a time. Use it in the GUI thread.

    Signals:
        changed: `running`, `fraction` or `rows` is another.
        finished(object): the `Outcome` of a transfer.

    Args:
        run: calls a function with the history in use, on a worker.
        server: returns the address of the server in use, or `demo`.
        reload: called after the history was changed.

    Attributes:
        running: what is running; None for nothing.
    """

    changed = Signal()
    finished = Signal(object)

    def __init__(
        self,
        run: StoreRunner,
        server: Callable[[], str],
        reload: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._server = server
        self._reload = reload
        self._scope = TaskScope()
        self._progress = Progress()
        self._timer = QTimer(self)
        self._timer.setInterval(_SHOWN_EVERY)
        self._timer.timeout.connect(self.changed)
        self.running: Work | None = None

    @property
    def fraction(self) -> float:
        """What is done, from 0 to 1."""
        return self._progress.fraction

    @property
    def rows(self) -> int:
        """Number of rows read or written so far."""
        return self._progress.rows

    def export_to(self, path: Path, player: int | None = None) -> None:
        """Write the history to a file: as CSV if its name ends so, else as JSON.

        Args:
            path: the file.
            player: id of the only player; None for everything.
        """
        server, progress = self._server(), Progress()

        def work(store: HistoryStore) -> Outcome:
            from osubrowser.services.history.transfer.export import (
                write_history_csv,
                write_history_json,
            )

            is_csv = path.suffix.lower() == ".csv"
            write = write_history_csv if is_csv else write_history_json
            return Outcome("export", path, write(store, path, server, progress, player=player))

        self._start("export", path, progress, work)

    def import_from(self, path: Path, player: Subject | None = None) -> None:
        """Merge a file into the history.

        Args:
            path: the file.
            player: whose figures a file of osu!track has.
        """
        server, progress = self._server(), Progress()

        def work(store: HistoryStore) -> Outcome:
            from osubrowser.services.history.transfer.imports import import_file

            counts = import_file(store, path, server, progress, player=player)
            return Outcome("import", path, sum(counts.added.values()), counts)

        self._start("import", path, progress, work)

    def delete_player(self, player: int) -> None:
        """Delete what the history has of a player; what is followed stays."""

        def work(store: HistoryStore) -> Outcome:
            from osubrowser.services.history.deletion import delete_player

            return Outcome("delete", rows=delete_player(store, player))

        self._start("delete", None, Progress(), work)

    def delete_all(self) -> None:
        """Delete the whole history of the server in use; what is followed stays."""

        def work(store: HistoryStore) -> Outcome:
            from osubrowser.services.history.deletion import delete_all

            return Outcome("delete", rows=delete_all(store))

        self._start("delete", None, Progress(), work)

    def cancel(self) -> None:
        """Let the running transfer end soon; `finished` tells when it has."""
        self._progress.cancel()

    def close(self) -> None:
        """Cancel what is running, for the end of the program."""
        self._progress.cancel()
        self._timer.stop()
        self._scope.cancel_all()

    def _start(
        self,
        what: Work,
        path: Path | None,
        progress: Progress,
        work: Callable[[HistoryStore], Outcome],
    ) -> None:
        if self.running is not None:
            return
        self.running, self._progress = what, progress
        self._timer.start()
        self._scope.start(self._run_to_end(what, path, work))
        self.changed.emit()

    async def _run_to_end(
        self, what: Work, path: Path | None, work: Callable[[HistoryStore], Outcome]
    ) -> None:
        try:
            outcome: Outcome = await self._run(work)
        except Cancelled:
            outcome = Outcome(what, path, self.rows, is_cancelled=True)
        except Exception as error:  # noqa: BLE001 - the page says it
            outcome = Outcome(what, path, self.rows, error=error)
        self.running = None
        self._timer.stop()
        if what != "export":
            self._reload()
        self.changed.emit()
        self.finished.emit(outcome)
