"""Services of histories: the history of the server in use, follows, and background refreshing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal

from osubrowser.services.history.connection import NetworkState
from osubrowser.services.history.follows import Follows
from osubrowser.services.history.records import FOLLOWED
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.history.histories import Histories, History
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.refresh import Refresher
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.history.transfers import Transfers
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences

P = ParamSpec("P")
T = TypeVar("T")


class HistoryServices(QObject):
    """Owner of the services of histories. Use it in the GUI thread; does not block.

    What is not needed for the first frame is built when it is first asked for.

    Signals:
        written(object): a list of `Difference`: responses were written to the history in use.
        replaced: another server's history is in use, or the one in use was changed by an import or
            a deletion.
        problem_changed: `problem` is another.

    Args:
        histories: histories by server.
        calls: runs blocking calls on workers.
        account: the session: the history is that of its server.
        preferences: settings of refreshing and notifications.

    Attributes:
        follows: what is followed at the server in use.
        network: network state of the computer.
        problem: what is wrong with the file of the history in use, as a sentence; "" if nothing is.
    """

    written = Signal(object)
    replaced = Signal()
    problem_changed = Signal()

    def __init__(
        self,
        histories: Histories,
        calls: Calls,
        account: Account,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._histories = histories
        self._calls = calls
        self._account = account
        self._preferences = preferences
        self._scope = TaskScope()
        self._current: History | None = None
        self._is_started = False
        self.problem = ""
        self.follows = Follows(self.read, calls, self)
        self.network = NetworkState(calls, self)
        self._refresher: Refresher | None = None
        self._transfers: Transfers | None = None
        self._is_stopped = False
        histories.is_recording = preferences.settings.record_history
        preferences.changed.connect(self._on_preference_changed)
        account.changed.connect(self._on_account_changed)
        histories.written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)
        histories.problem_changed.connect(self._on_problem, Qt.ConnectionType.QueuedConnection)

    async def start(self) -> None:
        """Read what is followed, and begin to refresh it. Call it after the first page is shown."""
        self._is_started = True
        self._current = self.history
        self.follows.load()
        await self.network.watch()
        await self._calls.run_at_once(_import_modules)
        if not self._is_stopped:
            self.refresher.start()

    def stop(self) -> None:
        """Send no more requests of its own; may be called twice."""
        self._is_stopped = True
        if self._refresher is not None:
            self._refresher.close()
        self.network.close()

    @property
    def refresher(self) -> Refresher:
        """Background refreshing of what is followed."""
        if self._refresher is None:
            from osubrowser.services.history.refresh import Refresher

            self._refresher = Refresher(
                self._calls,
                self._account,
                self._preferences,
                self.network,
                lambda: self.history,
                lambda found: self._on_written(self.history, found),
                parent=self,
            )
            self.follows.added.connect(self._refresher.wake)
        return self._refresher

    @property
    def transfers(self) -> Transfers:
        """Exports, imports and deletions of the history in use."""
        if self._transfers is None:
            from osubrowser.services.history.transfers import Transfers

            self._transfers = Transfers(self.run, lambda: self.server, self.reload, self)
        return self._transfers

    @property
    def history(self) -> History:
        """The history of the server in use."""
        return self._histories.of_server(self._account.server, self._account.is_demo)

    async def read(
        self,
        load: Callable[Concatenate[HistoryStore, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return `load(store, ...)`, called on a worker with the history of the server in use.

        Raises:
            OSError: the file cannot be opened or read.
        """
        history = self.history
        return await self._calls.run_at_once(lambda: load(history.store(), *args, **kwargs))

    async def run(self, work: Callable[[HistoryStore], T], /) -> T:
        """Return `work(store)` as `read` does; for work that takes long, such as an export.

        Raises:
            OSError: the file cannot be opened, read or written.
        """
        history = self.history
        return await self._calls.run(lambda: work(history.store()))

    @property
    def server(self) -> str:
        """Address of the server in use, as it is named in exported files."""
        from osubrowser.services.history.transfer.form import DEMO

        return DEMO if self._account.is_demo else self._account.server

    def reload(self) -> None:
        """Read what is followed again, and emit `replaced`: the history was changed as a whole."""
        self.follows.forget()
        if self._is_started:
            self.follows.load()
        self.replaced.emit()

    async def close(self) -> None:
        """Write what is waiting, and close all files."""
        self.stop()
        self._scope.cancel_all()
        if self._transfers is not None:
            self._transfers.close()
        self.follows.close()
        await self._calls.run_at_once(self._histories.close)

    def _on_preference_changed(self, name: str) -> None:
        if name == "record_history":
            self._histories.is_recording = self._preferences.settings.record_history

    def _on_account_changed(self) -> None:
        history = self.history
        if history is not self._current:
            self._current = history
            self.reload()

    def _on_written(self, history: object, differences: object) -> None:
        if history is self.history:
            if any(one.what == FOLLOWED for one in cast("list[Difference]", differences)):
                self.follows.load_soon()
            self.written.emit(differences)

    def _on_problem(self, history: object, problem: str) -> None:
        if history is self.history and problem != self.problem:
            self.problem = problem
            self.problem_changed.emit()


def _import_modules() -> None:
    """Import what refreshing needs, which takes longer than a frame. On a worker."""
    import osubrowser.services.history.refresh  # noqa: F401
