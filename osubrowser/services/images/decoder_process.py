"""Decoder process: decodes untrusted pictures apart from the window, within limits.

A picture of a few bytes can take minutes and gigabytes to draw, and neither Qt's decoders nor its
SVG renderer can be interrupted. A process can: the system ends it at a limit of CPU time or memory,
and `DecoderProcess` ends it at a deadline.
"""

from __future__ import annotations

import contextlib
import logging
import os
import struct
import sys
import time
from io import BufferedReader, BufferedWriter
from threading import Lock, Timer
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from subprocess import Popen

    from PySide6.QtGui import QImage

    from osubrowser.services.images.decode import PictureSpec

log = logging.getLogger(__name__)

SWITCH: Final = "--decode-pictures"
"""Command line of the process: a frozen application has no other program than itself."""

CPU_LIMIT: Final = 0.6  # seconds of CPU time for one picture, where the system has such a timer
MEMORY_LIMIT: Final = 220 * 1024 * 1024  # bytes beyond those of an idle process, on Linux
ALLOCATION_LIMIT: Final = 128  # megabytes of one decoded picture, before it is scaled
# Elsewhere the deadline is the limit. Where CPU time is limited, a busy machine is no reason to
# give a picture up.
DEADLINE: Final = 3.0 if sys.platform == "win32" else 20.0  # seconds for one picture
START_DEADLINE: Final = 30.0  # seconds
RESTART_AFTER: Final = 60.0  # seconds after a start that failed

_NICENESS: Final = 10  # the window comes first
_REQUEST: Final = struct.Struct("<IHH8s")  # bytes, width, height, shape
_REPLY: Final = struct.Struct("<HH?")  # width, height (0: no picture), transparency; then pixels
_READY: Final = b"R"
_SECRETS: Final = ("OSUBROWSER_CLIENT_ID", "OSUBROWSER_CLIENT_SECRET")


class DecoderProcess:
    """Client of a decoder process, started on demand and after it was ended. For any thread.

    Args:
        deadline: seconds that one picture may take.
    """

    def __init__(self, *, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._turn = Lock()  # one picture at a time
        self._state = Lock()  # guards the two below, never for long
        self._process: Popen[bytes] | None = None
        self._closed = False
        self._start_not_before = 0.0

    def decode(self, data: bytes, target: PictureSpec) -> QImage | None:
        """Return the picture in `data`, scaled and cut for `target`.

        None if it is no picture or takes more than the limits allow, and after `close`.
        """
        with self._turn:
            process = self._running()
            if process is None:
                return None
            try:
                with killed_after(process, self._deadline):
                    return _ask(process, data, target)
            except (OSError, EOFError, ValueError) as error:
                self._end()
                log.debug("a picture was given up: %s", error)
                return None

    def stop(self) -> None:
        """End the process if it is idle; the next picture starts another."""
        if self._turn.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._turn.release()

    def close(self) -> None:
        """End the process, and decode nothing any more."""
        with self._state:
            self._closed = True
            if self._process is not None:
                self._process.kill()
        with self._turn:  # what waits for the process ends with it
            self._end()

    def _running(self) -> Popen[bytes] | None:
        process = self._process
        if process is not None and process.poll() is None:
            return process
        self._end()
        if self._closed or time.monotonic() < self._start_not_before:
            return None
        return self._start()

    def _start(self) -> Popen[bytes] | None:
        from subprocess import DEVNULL, PIPE, Popen

        flags = 0
        if sys.platform == "win32":
            from subprocess import BELOW_NORMAL_PRIORITY_CLASS, CREATE_NO_WINDOW

            flags = BELOW_NORMAL_PRIORITY_CLASS | CREATE_NO_WINDOW
        try:
            process = Popen(  # noqa: S603 - our own program
                _command(),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env=environment(),
                creationflags=flags,
            )
        except OSError as error:
            self._on_start_failed(error.strerror)
            return None
        with self._state:
            self._process = process
            if self._closed:
                process.kill()
        with killed_after(process, START_DEADLINE):
            is_ready = pipes(process)[1].read(1) == _READY
        if is_ready:
            return process
        self._end()
        if not self._closed:
            self._on_start_failed(f"exit status {process.returncode}")
        return None

    def _on_start_failed(self, reason: str | None) -> None:
        log.warning("no pictures: the process that decodes them did not start (%s)", reason)
        self._start_not_before = time.monotonic() + RESTART_AFTER

    def _end(self) -> None:
        with self._state:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # bytes that it did not read
                    pipe.close()
        process.wait()


@contextlib.contextmanager
def killed_after(process: Popen[bytes], seconds: float) -> Iterator[None]:
    """Kill `process` if the block takes longer: reads and writes of pipes have no timeout."""
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def pipes(process: Popen[bytes]) -> tuple[BufferedWriter, BufferedReader]:
    """Return the pipes that requests go into and replies come out of."""
    requests, replies = process.stdin, process.stdout
    if isinstance(requests, BufferedWriter) and isinstance(replies, BufferedReader):
        return requests, replies
    raise OSError("a process without pipes")


def _ask(process: Popen[bytes], data: bytes, target: PictureSpec) -> QImage | None:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from osubrowser.services.images.decode import is_finished

    requests, replies = pipes(process)
    requests.write(_REQUEST.pack(len(data), target.width, target.height, target.shape.encode()))
    requests.write(data)
    requests.flush()
    head = replies.read(_REPLY.size)
    if len(head) < _REPLY.size:
        raise EOFError("over a limit, or a crash of the decoder")
    width, height, transparent = _REPLY.unpack(head)
    if not width or not height:
        return None
    if not is_finished(QSize(width, height), target):  # a decoder that was taken over may lie
        raise ValueError("a picture of another size")
    kind = QImage.Format.Format_ARGB32_Premultiplied if transparent else QImage.Format.Format_RGB32
    image = QImage(width, height, kind)
    if image.isNull():
        raise ValueError("no memory for the picture")
    if replies.readinto(image.bits()) < image.sizeInBytes():
        raise EOFError("the decoder ended within a picture")
    return image


def _command() -> list[str]:
    return command_of(SWITCH)


def command_of(switch: str) -> list[str]:
    """Return the command line of this program with a switch."""
    if getattr(sys, "frozen", False):
        return [sys.executable, switch]
    # -P: not the package of that name which the current folder may hold.
    return [sys.executable, "-P", "-m", __name__.partition(".")[0], switch]


def environment() -> dict[str, str]:
    """Return the environment of the process: modules as here, one thread, and no secrets."""
    given = {name: value for name, value in os.environ.items() if name not in _SECRETS}
    if not getattr(sys, "frozen", False):
        given["PYTHONPATH"] = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109
    return given | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_NO_GUI_THREADPOOL": "1",
        # glibc: large buffers go back to the system at once, so that the limit stays as far away.
        "MALLOC_ARENA_MAX": "1",
        "MALLOC_MMAP_THRESHOLD_": str(256 * 1024),
    }


# --- inside the process ----------------------------------------------------------------------


def serve() -> int:
    """Decode the pictures that come in at standard input until it ends. Returns the exit status."""
    from PySide6.QtGui import QGuiApplication, QImageReader
    from PySide6.QtSvg import QSvgRenderer  # noqa: F401 - loaded before memory is limited

    from osubrowser.services.images.decode import PictureSpec, decode

    requests = open(0, "rb", closefd=False)  # noqa: SIM115 - sys.stdin may be None
    replies = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - what prints must not write replies
        os.dup2(nothing.fileno(), 1)
    application = QGuiApplication(["osubrowser", "-platform", "offscreen"])  # text needs its fonts
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT)
    limit_process(MEMORY_LIMIT)
    replies.write(_READY)
    replies.flush()
    while len(head := requests.read(_REQUEST.size)) == _REQUEST.size:
        length, width, height, shape = _REQUEST.unpack(head)
        data = requests.read(length)
        with cpu_limit(CPU_LIMIT):
            image = decode(data, PictureSpec(width, height, shape.rstrip(b"\0").decode()))
        if image is None:
            replies.write(_REPLY.pack(0, 0, False))
        else:
            size = image.size()
            replies.write(_REPLY.pack(size.width(), size.height(), image.hasAlphaChannel()))
            replies.write(image.constBits())
        replies.flush()
        del data, image
    del application
    return 0


def limit_process(memory: int, *, niceness: int = _NICENESS, writes: bool = False) -> None:
    """Limit what this process may take, as far as the system can; see `cpu_limit` for the rest.

    Args:
        memory: bytes beyond those that it has now, on Linux.
        niceness: how much its priority is lowered, on POSIX systems.
        writes: whether it may write files.
    """
    if sys.platform == "win32":
        import ctypes

        # No dialog when it crashes: critical errors, faults and missing files.
        ctypes.windll.kernel32.SetErrorMode(0x8003)
        return
    import resource

    os.nice(niceness)
    if not writes:
        _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 1)  # 0 would still hand a crash to a crash reporter
    if sys.platform == "linux":  # macOS does not enforce it
        with open("/proc/self/statm", "rb") as pages:  # noqa: PTH123
            taken = int(pages.read().split()[0]) * resource.getpagesize()
        _limit(resource.RLIMIT_AS, taken + memory)


def _limit(what: int, most: int) -> None:
    """Lower a limit of this process; one that is lower already stays."""
    import resource

    hard = resource.getrlimit(what)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(what, (most, most))


@contextlib.contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """Let the system end this process if the block takes more CPU time than `seconds`."""
    if sys.platform == "win32":
        yield
        return
    import signal

    # Not caught: a handler in Python would run only when the decoder comes back.
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
