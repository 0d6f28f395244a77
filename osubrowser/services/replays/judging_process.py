"""Judging process: judges replays apart from the window, which would stand still meanwhile.

A judgement is up to a second of pure Python: a thread would take the interpreter from the window at
every frame. The process is this program, started a second time with a switch.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import struct
import sys
from io import BufferedReader, BufferedWriter
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from osubrowser.services.runtime.failures import Failure

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import Popen

    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.result import Analysis, JudgedPart

log = logging.getLogger(__name__)

SWITCH: Final = "--judge-replays"
"""Command line of the process: a frozen application has no other program than itself."""

_REQUEST: Final = struct.Struct("<II?")  # bytes of the replay, bytes of the beatmap, any version
_REPLY: Final = struct.Struct("<cI")  # kind, bytes
_READY: Final = b"R"
_PROGRESS: Final = b"P"
_PARTS: Final = b"C"
_RESULT: Final = b"A"
_REFUSED: Final = b"N"
_WRONG_BEATMAP: Final = b"W"
_FAILED: Final = b"E"
_CHUNK: Final = 500  # judged parts: what is read at a time holds the interpreter
_PROGRESS_STEP: Final = 0.02
_LARGEST_REPLY: Final = 64 << 20
_SECRETS: Final = ("OSUBROWSER_CLIENT_ID", "OSUBROWSER_CLIENT_SECRET")


class NotJudgedHere(Failure):
    """A replay was not judged; the text says why.

    Attributes:
        is_other_version: whether only because the beatmap is another version than the one played.
    """

    def __init__(self, text: str, *, is_other_version: bool = False) -> None:
        super().__init__(text)
        self.is_other_version = is_other_version


class JudgingStopped(Exception):
    """The judgement was cancelled."""


class JudgingProcess:
    """Client of a judging process, started on demand and after it was ended. For any thread."""

    def __init__(self) -> None:
        self._turn = Lock()  # one replay at a time
        self._state = Lock()  # guards the fields below, never for long
        self._process: Popen[bytes] | None = None
        self._stops = 0

    def start(self) -> None:
        """Start the process ahead of the first replay, without waiting until it is ready."""
        with self._turn, contextlib.suppress(NotJudgedHere):
            self._running()

    def judge(
        self,
        replay: bytes,
        beatmap_data: bytes,
        beatmap: Beatmap,
        *,
        any_version: bool = False,
        progress: Callable[[float], None] | None = None,
    ) -> Analysis:
        """Return the judgement of a replay. Blocks.

        Args:
            replay: bytes of the replay file.
            beatmap_data: bytes of the beatmap file.
            beatmap: what was read from them, for the result.
            any_version: judge another version of the beatmap than the one played, too.
            progress: called with 0 to 1, in this thread.

        Raises:
            NotJudgedHere: it cannot be judged.
            JudgingStopped: `stop` or `release` was called.
        """
        from dataclasses import replace

        stops = self._stops
        with self._turn:
            if stops != self._stops:
                raise JudgingStopped
            process = self._running()
            try:
                requests, replies = _pipes(process)
                requests.write(_REQUEST.pack(len(replay), len(beatmap_data), any_version))
                requests.write(replay)
                requests.write(beatmap_data)
                requests.flush()
                parts, result = _result(replies, progress)
            except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
                self._end()
                if stops != self._stops:
                    raise JudgingStopped from None
                log.warning("the process that judges replays failed: %s", error)
                raise NotJudgedHere("The judgement failed.") from error
        return replace(result, parts=tuple(parts), beatmap=beatmap)

    def stop(self) -> None:
        """Cancel the judgement that is running, and those that wait for their turn."""
        with self._state:
            self._stops += 1
            if self._process is not None and self._turn.locked():
                self._process.kill()

    def release(self) -> None:
        """End the process; the next replay starts another. Never waits for a judgement."""
        with self._state:
            self._stops += 1
            if self._process is not None:
                self._process.kill()
        if self._turn.acquire(blocking=False):  # else the judgement that ends with it does the rest
            try:
                self._end()
            finally:
                self._turn.release()

    def _running(self) -> Popen[bytes]:
        process = self._process
        if process is not None and process.poll() is None:
            return process
        self._end()
        from subprocess import DEVNULL, PIPE, Popen

        flags = 0
        if sys.platform == "win32":
            from subprocess import CREATE_NO_WINDOW

            flags = CREATE_NO_WINDOW
        try:
            process = Popen(  # noqa: S603 - our own program
                _command(),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env=_environment(),
                creationflags=flags,
            )
        except OSError as error:
            log.warning("the process that judges replays did not start: %s", error.strerror)
            raise NotJudgedHere("The judgement could not be started.") from error
        with self._state:
            self._process = process
        return process

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


def _result(
    replies: BufferedReader, progress: Callable[[float], None] | None
) -> tuple[list[JudgedPart], Analysis]:
    parts: list[JudgedPart] = []
    while True:
        kind, content = _read(replies)
        if kind == _PROGRESS:
            if progress is not None:
                progress(struct.unpack("<d", content)[0])
        elif kind == _PARTS:
            parts += _unpickled(content)
        elif kind == _RESULT:
            return parts, _unpickled(content)
        elif kind in (_REFUSED, _WRONG_BEATMAP, _FAILED):
            raise NotJudgedHere(
                content.decode("utf-8", "replace"), is_other_version=kind == _WRONG_BEATMAP
            )
        elif kind != _READY:
            raise ValueError("a reply of another kind")


def _unpickled(content: bytes) -> Any:  # noqa: ANN401
    return pickle.loads(content)  # noqa: S301 - of our own process, in which no foreign code runs


def _read(replies: BufferedReader) -> tuple[bytes, bytes]:
    head = replies.read(_REPLY.size)
    if len(head) < _REPLY.size:
        raise EOFError("the process ended")
    kind, size = _REPLY.unpack(head)
    if size > _LARGEST_REPLY:
        raise ValueError("a reply that is too large")
    content = replies.read(size)
    if len(content) < size:
        raise EOFError("the process ended within a reply")
    return kind, content


def _pipes(process: Popen[bytes]) -> tuple[BufferedWriter, BufferedReader]:
    """Return the pipes that requests go into and replies come out of."""
    requests, replies = process.stdin, process.stdout
    if isinstance(requests, BufferedWriter) and isinstance(replies, BufferedReader):
        return requests, replies
    raise OSError("a process without pipes")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    # -P: not the package of that name which the current folder may hold.
    return [sys.executable, "-P", "-m", __name__.partition(".")[0], SWITCH]


def _environment() -> dict[str, str]:
    """Return the environment of the process: modules as here, and no secrets."""
    given = {name: value for name, value in os.environ.items() if name not in _SECRETS}
    if not getattr(sys, "frozen", False):
        given["PYTHONPATH"] = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109
    return given


# --- inside the process ----------------------------------------------------------------------


def serve() -> int:
    """Judge the replays that come in at standard input until it ends. Returns the exit status."""
    requests = open(0, "rb", closefd=False)  # noqa: SIM115 - sys.stdin may be None
    replies = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - what prints must not write replies
        os.dup2(nothing.fileno(), 1)

    def tell(kind: bytes, content: bytes = b"") -> None:
        replies.write(_REPLY.pack(kind, len(content)))
        replies.write(content)
        replies.flush()

    _import_rulesets()
    tell(_READY)
    while len(head := requests.read(_REQUEST.size)) == _REQUEST.size:
        replay_size, beatmap_size, any_version = _REQUEST.unpack(head)
        replay, beatmap = requests.read(replay_size), requests.read(beatmap_size)
        try:
            _judge(replay, beatmap, tell, any_version=any_version)
        except BrokenPipeError:
            return 0
        del replay, beatmap
    return 0


def _import_rulesets() -> None:
    """Import what the first replay would wait for."""
    from osubrowser.analysis import osu  # noqa: F401


def _judge(
    replay_data: bytes,
    beatmap_data: bytes,
    tell: Callable[..., None],
    *,
    any_version: bool,
) -> None:
    from dataclasses import replace

    from osubrowser.analysis.analyse import WrongBeatmap, analyse
    from osubrowser.analysis.beatmap import Beatmap, BeatmapError
    from osubrowser.analysis.beatmap_reader import read_beatmap
    from osubrowser.analysis.result import NotJudged
    from osubrowser.api.replays import ReplayError, read_replay

    told = 0.0

    def progress(done: float) -> None:
        nonlocal told
        if done >= told + _PROGRESS_STEP:
            told = done
            tell(_PROGRESS, struct.pack("<d", done))

    try:
        replay = read_replay(replay_data)
        beatmap = read_beatmap(beatmap_data)
        analysis = analyse(replay, beatmap, progress=progress, any_version=any_version)
    except WrongBeatmap as error:
        tell(_WRONG_BEATMAP, str(error).encode())
        return
    except (NotJudged, ReplayError, BeatmapError) as error:
        tell(_REFUSED, str(error).encode())
        return
    except Exception as error:  # noqa: BLE001 - a fault of the analysis is told, not fatal
        tell(_FAILED, f"The judgement failed: {type(error).__name__}.".encode())
        return
    for start in range(0, len(analysis.parts), _CHUNK):
        tell(_PARTS, pickle.dumps(list(analysis.parts[start : start + _CHUNK]), 5))
    empty = Beatmap(md5=beatmap.md5, format_version=beatmap.format_version, mode=beatmap.mode)
    tell(_RESULT, pickle.dumps(replace(analysis, parts=(), beatmap=empty), 5))
