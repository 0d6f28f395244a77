"""Histories of all servers: one file each, with a recorder; that of the demo is temporary."""

from __future__ import annotations

import errno
import logging
import re
import time
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from osubrowser.api.calls import ResponseObserver
    from osubrowser.services.history.recorder import Recorder
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore

log = logging.getLogger(__name__)

_UNFIT: Final = re.compile(r"[^a-z0-9.-]+")
_DEMO: Final = "demo"


class History:
    """History of one server: its file, opened at the first use, and its recorder. Thread-safe.

    A damaged file is replaced by a new one with what can be read of it; one of a newer version of
    the program is left alone. A file that is removed while it is open is begun anew.

    Args:
        path: returns the file.
        on_written: called on the recorder's thread with the differences of each transaction.
        on_problem: called on any thread with a sentence about what is wrong with the file; "" if
            nothing is.
        is_recording: whether what is observed is to be recorded; what is followed always is.
    """

    def __init__(
        self,
        path: Callable[[], Path],
        on_written: Callable[[Sequence[Difference]], object],
        on_problem: Callable[[str], object],
        is_recording: Callable[[], bool] = lambda: True,
    ) -> None:
        self._path = path
        self._lock = Lock()
        self._store: HistoryStore | None = None
        self._recorder: Recorder | None = None
        self._is_closed = False
        self._on_written = on_written
        self._on_problem = on_problem
        self._is_recording = is_recording
        self._recovered = ""
        self._problem = ""

    def store(self) -> HistoryStore:
        """Return the opened store. Blocks, for a worker.

        Raises:
            OSError: it cannot be opened, or was closed.
        """
        with self._lock:
            if self._is_closed:
                raise OSError("the history is closed")
            if self._store is not None and not self._store.is_in_place:
                log.warning("the file of the history was removed: it is opened anew")
                moved, self._store = self._store, None
                moved.close()
            if self._store is None or self._store.is_damaged:
                try:
                    self._store = self._opened()
                except OSError as error:
                    self._say(error)
                    raise
                self._say(None)
            return self._store

    def _opened(self) -> HistoryStore:
        from osubrowser.services.history.file_errors import DamagedHistory
        from osubrowser.services.history.recovery import finish
        from osubrowser.services.history.store import HistoryStore
        from osubrowser.services.history.topics import closing_topics, topics

        path = self._path()
        if self._store is not None:
            damaged, self._store = self._store, None
            damaged.close()
            self._recover(path)
        finish(path)
        try:
            return HistoryStore(path, topics(), closing_topics())
        except DamagedHistory:
            self._recover(path)
            return HistoryStore(path, topics(), closing_topics())

    def _recover(self, path: Path) -> None:
        from osubrowser.services.history.recovery import recover

        found = recover(path, time.time())
        self._recovered = tr(
            "The file of the history was damaged. What could be read of it, %n entries, is in a"
            " new file; the damaged one is {name}.",
            "",
            found.rows,
        ).format(name=found.aside.name)

    def _say(self, error: OSError | None) -> None:
        """Tell what is wrong: an error, else that a damaged file was replaced."""
        problem = self._recovered if error is None else problem_of(error, self._path())
        if problem != self._problem:
            self._problem = problem
            self._on_problem(problem)

    @property
    def recorder(self) -> Recorder:
        """The recorder of responses, for the clients of this server."""
        from osubrowser.services.history.recorder import Recorder

        with self._lock:
            if self._recorder is None:
                self._recorder = Recorder(
                    self.store,
                    on_written=self._on_written,
                    on_problem=self._say,
                    is_recording=self._is_recording,
                )
            return self._recorder

    def close(self) -> None:
        """Write what is waiting, and close the file. Blocks."""
        if self._recorder is not None:
            self._recorder.close()
        with self._lock:
            self._is_closed = True
            store, self._store = self._store, None
        if store is not None:
            store.close()


class Histories(QObject):
    """Histories by server. Its signals are emitted on a recorder's thread: connect them queued.

    Signals:
        written(object, object): a `History`, and the list of `Difference` of one transaction.
        problem_changed(object, str): a `History`, and a sentence about what is wrong with its file;
            "" if nothing is.

    Args:
        folder: folder of the files.

    Attributes:
        is_recording: whether what is observed is recorded; set it in the GUI thread.
    """

    written = Signal(object, object)
    problem_changed = Signal(object, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._known: dict[str, History] = {}
        self._temporary: TemporaryDirectory[str] | None = None
        self.is_recording = True

    def of_server(self, origin: str, is_demo: bool) -> History:
        """Return the history of a server; that of the embedded one lasts as long as the program.

        Args:
            origin: origin of the server.
            is_demo: whether it is the embedded server.
        """
        key = _DEMO if is_demo else file_stem(origin)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = History(
                self._demo_path if is_demo else partial(self._folder.joinpath, f"{key}.sqlite"),
                lambda differences: self.written.emit(found, differences),
                lambda problem: self.problem_changed.emit(found, problem),
                lambda: self.is_recording,
            )
        return found

    def observer(self, origin: str, is_demo: bool) -> ResponseObserver:
        """Return the observer of a client of a server; see `of_server`."""
        return self.of_server(origin, is_demo).recorder

    def close(self) -> None:
        """Write what is waiting, and close all files. Blocks, for a worker."""
        for history in self._known.values():
            history.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def _demo_path(self) -> Path:
        from pathlib import Path
        from tempfile import TemporaryDirectory

        if self._temporary is None:
            self._temporary = TemporaryDirectory(
                prefix="osubrowser-history-", ignore_cleanup_errors=True
            )
        return Path(self._temporary.name) / "demo.sqlite"


def file_stem(origin: str) -> str:
    """Return the name of a server's history without its ending: its host, and a port."""
    host = urlsplit(origin.lower()).netloc.rpartition("@")[2]
    return f"server-{_UNFIT.sub('_', host)[:100]}"


def problem_of(error: OSError, path: Path) -> str:
    """Return a sentence about an error of a history's file."""
    from osubrowser.services.history.file_errors import NewerHistory

    if isinstance(error, NewerHistory):
        return tr(
            "The history {name} is of a newer version of this program. It is left as it is, and"
            " nothing is recorded."
        ).format(name=path.name)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return tr("The disk is full: the history in {folder} is not written.").format(
                folder=path.parent
            )
        case errno.EACCES | errno.EPERM | errno.EROFS | errno.ENOTDIR:
            return tr("The history cannot be written: nothing can be written to {folder}.").format(
                folder=path.parent
            )
        case _:
            reason = error.strerror or str(error) or type(error).__name__
            return tr("The history cannot be written. The system says: {reason}.").format(
                reason=reason
            )
