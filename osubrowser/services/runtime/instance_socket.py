"""Local socket of a profile: its names, and the delivery of a request. On POSIX without Qt.

Loading Qt takes most of the time of a start that only hands its addresses over.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from osubrowser.services.runtime.open_request import OpenRequest

log = logging.getLogger(__name__)

TIMEOUT: Final = 5000
"""Milliseconds that a request may take to arrive, and its answer."""
DONE: Final = b"done\n"
REFUSED: Final = b"refused\n"


class Answer(Enum):
    """Outcome of an attempt to deliver a request."""

    DONE = "done"
    REFUSED = "refused"
    """The other program takes no such request: it is of another version."""
    NONE = "none"
    """No program is there, or it did not answer."""


def deliver(lock_file: Path, request: OpenRequest) -> Answer:
    """Send a request once, to the program that has the profile of a lock file. Blocks.

    Args:
        lock_file: the lock file of the profile; it need not exist.
        request: what the other program is to do.
    """
    send = _deliver_by_pipe if sys.platform == "win32" else _deliver_by_socket
    for name in socket_names(lock_file):
        answer = send(name, request.encoded())
        if answer in (DONE, REFUSED):
            return Answer.DONE if answer == DONE else Answer.REFUSED
    return Answer.NONE


def _deliver_by_socket(name: str, line: bytes) -> bytes:
    """Send a line to a socket file, and return the answer; b"" for none."""
    import socket
    import time

    until = time.monotonic() + TIMEOUT / 1000
    answer = b""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(TIMEOUT / 1000)
            connection.connect(name)
            connection.sendall(line)
            while not answer.endswith(b"\n") and len(answer) < len(REFUSED):
                connection.settimeout(max(0.001, until - time.monotonic()))
                part = connection.recv(len(REFUSED))
                if not part:
                    break
                answer += part
    except OSError:  # nothing listens there, or it has just ended
        return answer
    return answer


def _deliver_by_pipe(name: str, line: bytes) -> bytes:
    """Send a line to a named pipe of Windows, and return the answer; b"" for none."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtNetwork import QLocalSocket

    own = None if QCoreApplication.instance() is not None else QCoreApplication([])
    try:
        connection = QLocalSocket()
        connection.connectToServer(name)
        if not connection.waitForConnected(TIMEOUT):
            return b""
        connection.write(line)
        while not connection.canReadLine() and connection.waitForReadyRead(TIMEOUT):
            pass
        answer = bytes(connection.readLine(len(REFUSED) + 1).data())
        connection.abort()
        return answer
    finally:
        if own is not None:
            own.shutdown()  # else there could be no QApplication


def socket_names(lock_file: Path) -> list[str]:
    """Return the names that the socket of a profile may have; the first that works is used."""
    from hashlib import blake2b

    folder = os.path.normcase(os.path.realpath(lock_file.parent))
    digest = blake2b(os.fsencode(folder), digest_size=8).hexdigest()
    name = f"osubrowser-{digest}"
    return [name] if os.name != "posix" else [str(one / name) for one in _private_folders()]


def _private_folders() -> list[Path]:
    """Return the folders for sockets that only this user can enter."""
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
