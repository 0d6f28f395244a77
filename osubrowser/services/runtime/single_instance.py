"""One program a profile: a lock file, and a local socket to the program that has the lock."""

from __future__ import annotations

import json
import logging
import os
import stat
import time
from dataclasses import asdict, dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSysInfo, QTimer, QUrl, Signal

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtNetwork import QLocalSocket

log = logging.getLogger(__name__)

LARGEST = 16 * 1024
"""Bytes of a request."""
LONGEST_ADDRESS, _LONGEST_TOKEN = 4096, 500
REPLAY = ".osr"
MOST_CONNECTIONS = 100
TIMEOUT = 5000
"""Milliseconds that a request may take to arrive, and its answer."""
PATIENCE = 60.0
"""Seconds that a start waits for the program that has the lock: it may be starting, or ending."""
_LOOK_EVERY = 0.1  # seconds
_FRESH = 5.0  # seconds in which a lock file is made, and its process locks it
_DONE = b"done\n"
_REFUSED = b"refused\n"


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Request of a later start: raise the window, and open an address.

    Attributes:
        address: a web address, a `file:` URL, or the absolute path of a file; "" for none. What
            opens it reads it: here it is text.
        token: what the desktop gave the later start for raising a window (XDG_ACTIVATION_TOKEN).
    """

    address: str = ""
    token: str = ""

    @classmethod
    def of_start(cls, address: str | None) -> OpenRequest:
        """Return the request of this process; a file's path is made absolute.

        The other process has another working folder. A replay need not exist for that.
        """
        text = address or ""
        try:
            is_replay = Path(text).suffix.lower() == REPLAY and ":" not in text
            if text and (is_replay or Path(text).is_file()):
                text = str(Path(text).absolute())
        except (OSError, ValueError):
            pass  # no path
        return cls(text, os.environ.get("XDG_ACTIVATION_TOKEN", "")[:_LONGEST_TOKEN])

    @property
    def file(self) -> str:
        """The absolute path of the file that the address names; "" if it names none.

        Does not look at the disk. A path without a suffix is one of the website: `/users/2`.
        """
        text = self.address
        if text[:5].lower() == "file:":
            url = QUrl(text)
            if url.host() == "localhost":
                url.setHost("")
            text = "" if url.host() else url.toLocalFile()
            return text if text.isprintable() and Path(text).is_absolute() else ""
        path = Path(text)
        return text if path.is_absolute() and path.suffix else ""

    def encoded(self) -> bytes:
        """Return the line that is sent."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def decoded(cls, line: bytes) -> OpenRequest | None:
        """Return the request that a line holds, which is not trusted; None if it holds none."""
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            return None
        if not isinstance(values, dict) or set(values) != {"address", "token"}:
            return None
        address, token = values["address"], values["token"]
        if not isinstance(address, str) or not isinstance(token, str):
            return None
        if not token.isascii() or not (address + token).isprintable():
            return None
        is_short = len(address) <= LONGEST_ADDRESS and len(token) <= _LONGEST_TOKEN
        return cls(address, token) if is_short else None


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
    """The address is too long, or no text."""
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
    if OpenRequest.decoded(request.encoded()) is None:
        return HandOver.REFUSED
    until = time.monotonic() + patience
    while not should_stop():
        if deliver(lock, request):
            return HandOver.DELIVERED
        if lock.acquire() is not LockState.TAKEN:
            return HandOver.LOCKED
        if time.monotonic() > until:
            return HandOver.NO_ANSWER
        time.sleep(_LOOK_EVERY)
    return HandOver.STOPPED


def deliver(lock: ProfileLock, request: OpenRequest) -> bool:
    """Send a request once. Returns whether the other program has answered that it is done."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtNetwork import QLocalSocket

    own = None if QCoreApplication.instance() is not None else QCoreApplication([])
    try:
        for name in _socket_names(lock.file):
            socket = QLocalSocket()
            socket.connectToServer(name)
            if not socket.waitForConnected(TIMEOUT):
                continue
            socket.write(request.encoded())
            while not socket.canReadLine() and socket.waitForReadyRead(TIMEOUT):
                pass
            answer = bytes(socket.readLine(LARGEST).data())
            socket.abort()
            if answer == _DONE:
                return True
    finally:
        if own is not None:
            own.shutdown()  # else there could be no QApplication
    return False


class InstanceServer(QObject):
    """Local socket that takes the requests of later starts. Only this user can connect to it.

    Args:
        lock: of the profile; held.

    Signals:
        requested(OpenRequest): a later start wants something; it is answered afterwards.
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
        for name in _socket_names(lock.file):
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
        if self._is_answered:
            return
        self._line += bytes(self._socket.read(LARGEST).data())
        line, end, _ = self._line.partition(b"\n")
        if len(line) > LARGEST:
            self.abort()
        elif end:
            self._is_answered = True
            request = OpenRequest.decoded(line)
            if request is not None:
                self._handle(request)
            self._socket.write(_REFUSED if request is None else _DONE)
            self._socket.flush()
            self._socket.disconnectFromServer()

    def abort(self) -> None:
        """End the connection without an answer."""
        self._socket.abort()
        self._on_disconnected()  # emitted by Qt only where it was connected

    def _on_disconnected(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
        self.ended.emit()
        self.deleteLater()


def _socket_names(lock_file: Path) -> list[str]:
    """Return the names that the socket of a profile may have, the first that works is used."""
    from hashlib import blake2b

    folder = os.path.normcase(os.path.realpath(lock_file.parent))
    digest = blake2b(os.fsencode(folder), digest_size=8).hexdigest()
    name = f"osubrowser-{digest}"
    return [name] if os.name != "posix" else [str(one / name) for one in _private_folders()]


def _private_folders() -> list[Path]:
    """Return the folders for sockets that only this user can enter."""
    import sys

    if sys.platform == "win32":
        return []
    user = os.getuid()
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    wanted = [Path(runtime)] if runtime else []
    wanted.append(Path(f"/run/user/{user}"))
    found = [one for one in wanted if _is_private(one, user)]
    own = Path(os.environ.get("TMPDIR") or "/tmp") / f"osubrowser-{user}"  # noqa: S108 - checked
    if not found:
        try:
            own.mkdir(mode=0o700, exist_ok=True)
        except OSError:
            log.debug("there is no %s", own)
    return [*found, own] if _is_private(own, user) else found


def _is_private(folder: Path, user: int) -> bool:
    """Whether a folder is one that only `user` can enter, not a link to one."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    is_closed = stat.S_IMODE(status.st_mode) & 0o077 == 0
    return stat.S_ISDIR(status.st_mode) and status.st_uid == user and is_closed
