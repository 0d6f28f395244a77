"""Child processes: parts of this program that run apart from the window, within limits.

Work on what others wrote can take minutes and gigabytes, and cannot be interrupted in a thread. A
process can: the system ends it at a limit of CPU time or memory, and its client at a deadline.
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
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from subprocess import Popen

log = logging.getLogger(__name__)

NICENESS: Final = 10  # the window comes first
READY: Final = b"R"
"""What a process writes when it can be asked."""
RESTART_AFTER: Final = 60.0  # seconds after a start that failed

_LENGTH: Final = struct.Struct("<I")
_SECRETS: Final = ("OSUBROWSER_CLIENT_ID", "OSUBROWSER_CLIENT_SECRET")
_PACKAGE: Final = __name__.partition(".")[0]


class ChildProcess:
    """Client of a process that answers at its pipes, started on demand and after it was ended.

    For subclasses, which ask it under `_turn`. For any thread.

    Args:
        command: returns its command line.
        start_deadline: seconds until it must be ready.
        failure: what is logged, with the reason, when it does not start.
        niceness: how much its priority is lowered.
    """

    def __init__(
        self,
        command: Callable[[], list[str]],
        *,
        start_deadline: float,
        failure: str,
        niceness: int = NICENESS,
    ) -> None:
        self._command = command
        self._start_deadline = start_deadline
        self._failure = failure
        self._niceness = niceness
        self._turn = Lock()  # one request at a time
        self._state = Lock()  # guards the two below, never for long
        self._process: Popen[bytes] | None = None
        self._closed = False
        self._start_not_before = 0.0

    def close(self) -> None:
        """End the process, and answer no request any more."""
        with self._state:
            self._closed = True
            if self._process is not None:
                self._process.kill()
        with self._turn:  # what waits for the process ends with it
            self._end()

    def _running(self) -> Popen[bytes] | None:
        """Return the process, which is started if need be; None if it was closed or cannot."""
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

            flags = CREATE_NO_WINDOW | (BELOW_NORMAL_PRIORITY_CLASS if self._niceness else 0)
        try:
            process = Popen(  # noqa: S603 - our own program
                self._command(),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env=environment(),
                creationflags=flags,
            )
        except OSError as error:
            self._on_start_failed(str(error.strerror))
            return None
        with self._state:
            self._process = process
            if self._closed:
                process.kill()
        with killed_after(process, self._start_deadline):
            is_ready = pipes(process)[1].read(1) == READY
        if is_ready:
            return process
        self._end()
        if not self._closed:
            self._on_start_failed(f"exit status {process.returncode}")
        return None

    def _on_start_failed(self, reason: str) -> None:
        log.warning("%s (%s)", self._failure, reason)
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


def write_message(pipe: BinaryIO, data: bytes) -> None:
    """Write a message with its length, which `read_message` reads at the other side."""
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def read_message(pipe: BinaryIO, longest: int) -> bytes:
    """Return the next message.

    Raises:
        EOFError: the other side has ended.
        ValueError: the message is longer than `longest` bytes.
    """
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError("the other side has ended")
    (size,) = _LENGTH.unpack(head)
    if size > longest:
        raise ValueError("a message that is far too large")
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError("the other side has ended")
    return data


def command_of(switch: str) -> list[str]:
    """Return the command line of this program with a switch."""
    if getattr(sys, "frozen", False):
        return [sys.executable, switch]
    # -P: not the package of that name which the current folder may hold.
    return [sys.executable, "-P", "-m", _PACKAGE, switch]


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


def limit_process(memory: int, *, niceness: int = NICENESS, writes: bool = False) -> None:
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
