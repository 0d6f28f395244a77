"""One program a profile: a lock file, and a local socket to the program that has the lock."""

from __future__ import annotations

import logging
import time
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSysInfo, QTimer, Signal

from osubrowser.services.runtime.instance_socket import (
    DONE,
    REFUSED,
    TIMEOUT,
    Answer,
    deliver,
    socket_names,
)
from osubrowser.services.runtime.open_request import LARGEST, OpenRequest
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtNetwork import QLocalSocket

log = logging.getLogger(__name__)

MOST_CONNECTIONS = 100
PATIENCE = 60.0
"""Seconds that a start waits for the program that has the lock: it may be starting, or ending."""
_LOOK_EVERY = 0.1  # seconds
_FRESH = 5.0  # seconds in which a lock file is made, and its process locks it


class LockState(Enum):
    """Outcome of an attempt to lock a profile."""

    HELD = "held"
    TAKEN = "taken"
    """Another process has it."""
    UNAVAILABLE = "unavailable"
    """The disk takes no lock file: it is full, or read-only."""


class ProfileLock:
    """Lock file of a profile. The lock ends with its process, however that ends.

    Args:
        file: the lock file, in a folder of the profile, which is made.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._lock = self._lock_of(file)

    @property
    def owner(self) -> str:
        """Process and computer that have the lock, for a sentence; "" if that is not known."""
        number, host, _name = self._lock.getLockInfo()
        return tr("process {number} on {host}").format(number=number, host=host) if number else ""

    @property
    def is_held(self) -> bool:
        """Whether this process has the lock."""
        return self._lock.isLocked()

    def acquire(self) -> LockState:
        """Try to lock the profile, without waiting."""
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return LockState.UNAVAILABLE
        if self._lock.tryLock(0) or (self._remove_stale() and self._lock.tryLock(0)):
            return LockState.HELD
        is_taken = self._lock.error() is QLockFile.LockError.LockFailedError
        return LockState.TAKEN if is_taken else LockState.UNAVAILABLE

    def release(self) -> None:
        """Unlock the profile. All its files are written."""
        if self.is_held:
            self._lock.unlock()

    def _remove_stale(self) -> bool:
        """Remove the lock file of a process that has ended, of which Qt believes that it runs.

        After a crash another process may have its number and its name, or the file is empty.
        `removeStaleLockFile` fails while the system's own lock on the file is held.
        """
        _, host, _ = self._lock.getLockInfo()
        if host and host != QSysInfo.machineHostName():
            return False
        try:
            age = time.time() - self.file.stat().st_mtime
        except OSError:
            return False
        if 0 <= age < _FRESH:
            return False
        # The name that Qt itself uses, so that two processes do not remove one after the other.
        removal = self._lock_of(self.file.with_name(f"{self.file.name}.rmlock"))
        if not removal.tryLock(0):
            return False
        try:
            return self._lock.removeStaleLockFile()
        finally:
            removal.unlock()

    @staticmethod
    def _lock_of(file: Path) -> QLockFile:
        lock = QLockFile(str(file))
        lock.setStaleLockTime(0)  # no lock is too old while its process runs
        return lock


class HandOver(Enum):
    """Outcome of `hand_over`."""

    DELIVERED = "delivered"
    LOCKED = "locked"
    """The other program has ended: this one has the lock."""
    REFUSED = "refused"
    """The other program takes no such request: it is of another version."""
    NO_ANSWER = "no answer"
    STOPPED = "stopped"


def hand_over(
    lock: ProfileLock,
    request: OpenRequest,
    *,
    should_stop: Callable[[], object] = bool,
    patience: float = PATIENCE,
) -> HandOver:
    """Hand a request to the program that has the lock, or take the lock over when it ends. Blocks.

    Args:
        lock: of the profile; taken.
        request: what the other program is to do.
        should_stop: whether to give up.
        patience: seconds after which to give up.
    """
    until = time.monotonic() + patience
    while not should_stop():
        answer = deliver(lock.file, request)
        if answer is not Answer.NONE:
            return HandOver.DELIVERED if answer is Answer.DONE else HandOver.REFUSED
        if lock.acquire() is not LockState.TAKEN:
            return HandOver.LOCKED
        if time.monotonic() > until:
            return HandOver.NO_ANSWER
        time.sleep(_LOOK_EVERY)
    return HandOver.STOPPED


class InstanceServer(QObject):
    """Local socket that takes the requests of later starts. Only this user can connect to it.

    Args:
        lock: of the profile; held.

    Signals:
        requested(OpenRequest): a later start wants something; it has its answer.
    """

    requested = Signal(object)

    def __init__(self, lock: ProfileLock, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._connections: set[_Connection] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_CONNECTIONS)
        self._server.newConnection.connect(self._on_new_connection)
        for name in socket_names(lock.file):
            QLocalServer.removeServer(name)  # left by a process that was killed
            if self._server.listen(name):
                break
        else:
            log.warning("later starts cannot reach this one: %s", self._server.errorString())

    @property
    def name(self) -> str:
        """The full name of the socket; "" if there is none."""
        return self._server.fullServerName()

    def close(self) -> None:
        """Take no more requests. A start that is not answered waits for the lock."""
        self._server.close()
        for one in tuple(self._connections):
            one.abort()

    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._connections) >= MOST_CONNECTIONS:
                socket.abort()
                socket.deleteLater()
                continue
            connection = _Connection(socket, self.requested.emit, self)
            self._connections.add(connection)
            connection.ended.connect(partial(self._connections.discard, connection))
            connection.read()


class _Connection(QObject):
    """Connection of a later start: one line, one answer."""

    ended = Signal()

    def __init__(
        self, socket: QLocalSocket, handle: Callable[[OpenRequest], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._socket = socket
        self._handle = handle
        self._line = b""
        self._is_answered = False
        socket.setParent(self)
        socket.setReadBufferSize(LARGEST)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self._on_disconnected)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.abort)
        self._timer.start(TIMEOUT)

    def read(self) -> None:
        """Read what has come, and answer once it is a line."""
        from PySide6.QtNetwork import QLocalSocket

        if self._is_answered:
            return
        self._line += bytes(self._socket.read(LARGEST).data())
        line, end, _ = self._line.partition(b"\n")
        if len(line) > LARGEST:
            self.abort()
        elif end:
            self._is_answered = True
            request = OpenRequest.decoded(line)
            self._socket.write(REFUSED if request is None else DONE)
            self._socket.flush()  # the later start ends while the page is built
            # One that has given up comes again: its address must not be opened twice.
            is_heard = self._socket.state() is QLocalSocket.LocalSocketState.ConnectedState
            self._socket.disconnectFromServer()
            if request is not None and is_heard:
                self._handle(request)

    def abort(self) -> None:
        """End the connection without an answer."""
        self._socket.abort()
        self._on_disconnected()  # emitted by Qt only where it was connected

    def _on_disconnected(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
        self.ended.emit()
        self.deleteLater()
