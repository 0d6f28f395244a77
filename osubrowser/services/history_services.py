"""Services of histories: the history of the server in use, follows, and background refreshing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal

from osubrowser.services.history.follows import Follows
from osubrowser.services.history.records import FOLLOWED
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.history.histories import Histories, History
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences

P = ParamSpec("P")
T = TypeVar("T")


class HistoryServices(QObject):
    """Owner of the services of histories. Use it in the GUI thread; does not block.

    Signals:
        written(object): a list of `Difference`: responses were written to the history in use.
        replaced: another server's history is in use.
        problem_changed: `problem` is another.

    Args:
        histories: histories by server.
        calls: runs blocking calls on workers.
        account: the session: the history is that of its server.
        preferences: settings of refreshing and notifications.

    Attributes:
        follows: what is followed at the server in use.
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
        histories.is_recording = preferences.settings.record_history
        preferences.changed.connect(self._on_preference_changed)
        account.changed.connect(self._on_account_changed)
        histories.written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)
        histories.problem_changed.connect(self._on_problem, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Read what is followed. Call it once, after the first page is shown."""
        self._is_started = True
        self._current = self.history
        self.follows.load()

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

    async def close(self) -> None:
        """Write what is waiting, and close all files."""
        self._scope.cancel_all()
        self.follows.close()
        await self._calls.run_at_once(self._histories.close)

    def _on_preference_changed(self, name: str) -> None:
        if name == "record_history":
            self._histories.is_recording = self._preferences.settings.record_history

    def _on_account_changed(self) -> None:
        history = self.history
        if history is not self._current:
            self._current = history
            self.follows.forget()
            if self._is_started:
                self.follows.load()
            self.replaced.emit()

    def _on_written(self, history: object, differences: object) -> None:
        if history is self.history:
            if any(one.what == FOLLOWED for one in cast("list[Difference]", differences)):
                self.follows.load_soon()
            self.written.emit(differences)

    def _on_problem(self, history: object, problem: str) -> None:
        if history is self.history and problem != self.problem:
            self.problem = problem
            self.problem_changed.emit()
