"""Analysis process: reads and judges replay files apart from the window, within limits.

Judging a replay takes up to a second of Python, which would hold the interpreter lock, and a
hostile file may take longer, or crash a library. `AnalysisProcess` ends the process at a deadline,
and the system ends it at a limit of memory.
"""

from __future__ import annotations

import dataclasses
import io
import logging
import os
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeVar

import msgspec

from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod
from osubrowser.lru import LRUCache
from osubrowser.services.replays.records import FigureState, ReplayRecord, SourceKind
from osubrowser.services.runtime.child_process import (
    NICENESS,
    READY,
    ChildProcess,
    command_of,
    cpu_limit,
    killed_after,
    limit_process,
    pipes,
    read_message,
    write_message,
)
from osubrowser.services.text import messages
from osubrowser.services.text.messages import analysis_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from osubrowser.analysis.performance import PerformanceCalculator
    from osubrowser.analysis.result import Analysis

log = logging.getLogger(__name__)

SWITCH: Final = "--analyse-replays"
"""Command line of the process: a frozen application has no other program than itself."""

CPU_LIMIT: Final = 30.0  # seconds of CPU time for one file, where the system has such a timer
MEMORY_LIMIT: Final = 700 << 20  # bytes beyond those of an idle process, on Linux
DEADLINE: Final = 120.0  # seconds for one file
START_DEADLINE: Final = 60.0  # seconds
MAX_MESSAGE: Final = 256 << 20
MOST_PARTS: Final = 60_000
"""Judged parts of the analyses that the process keeps for pp: four long plays."""

_OTHERS: Final = frozenset(
    {
        ("msgspec._utils", "rebuild"),  # of a Struct, from its class and values
        ("builtins", "complex"),
    }
)

T = TypeVar("T")


class ProcessFailed(Exception):
    """The process did not start, or ended within a request: it took too long, or too much."""


class Look(msgspec.Struct, tag=True):
    """Request for the records of files; those that are gone are left out."""

    files: list[tuple[str, SourceKind]]


class Check(msgspec.Struct, tag=True):
    """Request to read the frames of a file without its beatmap."""

    record: ReplayRecord


class Analyse(msgspec.Struct, tag=True):
    """Request for a record with figures."""

    record: ReplayRecord
    beatmap: bytes


class Judge(msgspec.Struct, tag=True):
    """Request for the whole analysis of a replay."""

    replay: bytes
    beatmap: bytes
    any_version: bool = False


class Perform(msgspec.Struct, tag=True):
    """Request for the pp of a replay, and over its play."""

    replay: bytes
    beatmap: bytes
    any_version: bool = False


class Guess(msgspec.Struct, tag=True):
    """Request for the pp of a play that was not: 0 to 1 of accuracy; no combo is a full one."""

    beatmap: bytes
    mode: GameMode
    mods: list[Mod]
    is_lazer: bool
    accuracy: float
    misses: int = 0
    combo: int | None = None


class Records(msgspec.Struct, tag=True):
    """Reply with records."""

    records: list[ReplayRecord]


class Step(msgspec.Struct, tag=True):
    """Part of the work that is done, 0 to 1; the reply follows."""

    done: float


class Judged(msgspec.Struct, tag=True):
    """Reply with a pickled analysis, or why there is none."""

    analysis: bytes = b""
    problem: str = ""


class Performed(msgspec.Struct, tag=True):
    """Reply with stars and pp.

    Attributes:
        pp: None where there is none; `problem` says why, as a sentence.
        formula: of `stars` and `pp`.
        max_combo: of a full combo.
        curve: moments of the song in milliseconds, and the pp until then.
        curve_formula: of `curve`.
    """

    stars: float | None = None
    pp: float | None = None
    formula: str = ""
    max_combo: int = 0
    curve: list[tuple[float, float]] = []
    curve_formula: str = ""
    problem: str = ""


Request = Look | Check | Analyse | Judge | Perform | Guess
Reply = Records | Step | Judged | Performed


class AnalysisProcess(ChildProcess):
    """Client of an analysis process, started on demand and after it was ended. For any thread.

    Args:
        niceness: how much lower its priority is, on POSIX systems.
        deadline: seconds that one request may take.
    """

    def __init__(self, *, niceness: int = NICENESS, deadline: float = DEADLINE) -> None:
        super().__init__(
            lambda: [*command_of(SWITCH), str(niceness)],
            start_deadline=START_DEADLINE,
            failure="no analysis: its process did not start",
            niceness=niceness,
        )
        self._deadline = deadline

    def look(self, files: Sequence[tuple[str, SourceKind]]) -> list[ReplayRecord]:
        """Return the records of files, with their headers. Raises ProcessFailed."""
        return self._ask(Look(list(files)), Records).records

    def check(self, record: ReplayRecord) -> ReplayRecord:
        """Return a record whose beatmap file is missing, checked for damage.

        Raises ProcessFailed.
        """
        return self._ask(Check(record), Records).records[0]

    def analyse(self, record: ReplayRecord, beatmap: bytes) -> ReplayRecord:
        """Return a record with figures. Raises ProcessFailed."""
        return self._ask(Analyse(record, beatmap), Records).records[0]

    def judge(
        self,
        replay: bytes,
        beatmap: bytes,
        *,
        any_version: bool = False,
        progress: Callable[[float], None] | None = None,
    ) -> Analysis:
        """Return the analysis of a replay; `stop` from another thread cancels it.

        Args:
            replay: content of the replay file.
            beatmap: content of the beatmap file.
            any_version: whether to judge on another version of the beatmap too.
            progress: called with the part that is done, 0 to 1.

        Raises:
            NotJudged: it cannot be judged, with a sentence.
            ProcessFailed: it took too long, or too much memory, or was cancelled.
        """
        from osubrowser.analysis.result import NotJudged

        reply = self._ask(Judge(replay, beatmap, any_version), Judged, progress=progress)
        if reply.problem:
            raise NotJudged(analysis_text(reply.problem))
        found = _unpickled(reply.analysis)
        return dataclasses.replace(found, notes=tuple(map(analysis_text, found.notes)))

    def performance(self, replay: bytes, beatmap: bytes, *, any_version: bool = False) -> Performed:
        """Return the pp of a replay, and over its play; quick after `judge` of the same files.

        Args:
            replay: content of the replay file.
            beatmap: content of the beatmap file.
            any_version: whether to judge on another version of the beatmap too.

        Raises ProcessFailed.
        """
        return _shown(self._ask(Perform(replay, beatmap, any_version), Performed))

    def guess(self, wanted: Guess) -> Performed:
        """Return the pp of a play that was not. Raises ProcessFailed."""
        return _shown(self._ask(wanted, Performed))

    def stop(self) -> None:
        """End the process, and with it a request under way; the next request starts another."""
        with self._state:
            if self._process is not None:
                self._process.kill()

    def _ask(
        self,
        request: Request,
        kind: type[T],
        *,
        progress: Callable[[float], None] | None = None,
    ) -> T:
        with self._turn:
            process = self._running()
            if process is None:
                raise ProcessFailed("the process was closed, or does not start")
            requests, replies = pipes(process)
            try:
                with killed_after(process, self._deadline):
                    _write(requests, request)
                    while True:
                        reply = _reply(replies)
                        if not isinstance(reply, Step):
                            break
                        if progress is not None:
                            progress(min(max(reply.done, 0.0), 1.0))
            except (OSError, EOFError, ValueError) as error:
                self._end()
                raise ProcessFailed("it took too long, or too much memory") from error
            if not isinstance(reply, kind):
                self._end()
                raise ProcessFailed("another reply than the one that was asked for")
            return reply


class _Unpickler(pickle.Unpickler):
    """Unpickler of an analysis: it makes nothing but the types of the analysis."""

    def __init__(self, data: bytes) -> None:
        from osubrowser.analysis import beatmap, curves, result
        from osubrowser.api import mods
        from osubrowser.api.entities import modes

        super().__init__(io.BytesIO(data))
        self._modules = {one.__name__ for one in (beatmap, curves, result, modes, mods)}

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as pickle has it
        if (module in self._modules and "." not in name) or (module, name) in _OTHERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an analysis")


def _unpickled(data: bytes) -> Analysis:
    from osubrowser.analysis.result import Analysis

    try:
        found = _Unpickler(data).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError) as error:
        raise ProcessFailed("another reply than the one that was asked for") from error
    if not isinstance(found, Analysis):
        raise ProcessFailed("another reply than the one that was asked for")
    return found


def _write(pipe: BinaryIO, message: Request | Reply) -> None:
    write_message(pipe, msgspec.msgpack.encode(message))


def _reply(pipe: BinaryIO) -> Reply:
    return msgspec.msgpack.decode(read_message(pipe, MAX_MESSAGE), type=Reply)


# --- inside the process ----------------------------------------------------------------------


def serve(niceness: int = NICENESS) -> int:
    """Answer the requests that come in at standard input until it ends. Returns the exit status."""
    import osubrowser.analysis.report
    import osubrowser.services.replays.read_file  # noqa: F401 - before memory is limited

    latest = _Latest()
    requests = open(0, "rb", closefd=False)  # noqa: SIM115 - sys.stdin may be None
    replies = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - what prints must not write replies
        os.dup2(nothing.fileno(), 1)
    limit_process(MEMORY_LIMIT, niceness=niceness, writes=True)
    replies.write(READY)
    replies.flush()
    while True:
        try:
            request = msgspec.msgpack.decode(read_message(requests, MAX_MESSAGE), type=Request)
        except EOFError:
            return 0
        with cpu_limit(CPU_LIMIT):
            reply = _answer(request, lambda done: _write(replies, Step(done)), latest)
        _write(replies, reply)
        del request, reply


class _Latest:
    """The latest analyses and the latest calculator of pp, each for the files it is of."""

    def __init__(self) -> None:
        self.judged: LRUCache[tuple[bytes, bytes, bool], Analysis] = LRUCache(
            MOST_PARTS, lambda one: len(one.parts)
        )
        self.calculator: tuple[tuple[object, ...], PerformanceCalculator] | None = None


def _answer(request: Request, progress: Callable[[float], None], latest: _Latest) -> Reply:
    from osubrowser.services.replays import read_file

    match request:
        case Look():
            found = (read_file.read_record(file, source) for file, source in request.files)
            return Records([record for record in found if record is not None])
        case Check():
            return Records([_checked(request.record)])
        case Analyse():
            return Records([_analysed(request.record, request.beatmap)])
        case Judge():
            return _judged(request, progress, latest)
        case Perform():
            return _performed(request, latest)
        case Guess():
            return _guessed(request, latest)


def _checked(record: ReplayRecord) -> ReplayRecord:
    from osubrowser.api.replays.osr_codec import ReplayError
    from osubrowser.api.replays.replay_file import read_replay
    from osubrowser.services.replays.read_file import damaged

    try:
        read_replay(Path(record.file).read_bytes()).frames()
    except ReplayError as problem:
        return damaged(record, str(problem))
    except OSError:
        return record  # gone: the next scan sees it
    return msgspec.structs.replace(record, state=FigureState.NO_BEATMAP)


def _analysed(record: ReplayRecord, beatmap: bytes) -> ReplayRecord:
    from osubrowser.services.replays.read_file import analysed

    try:
        data = Path(record.file).read_bytes()
    except OSError:
        return record
    try:
        return analysed(record, data, beatmap)
    except (MemoryError, RecursionError, ArithmeticError, LookupError, ValueError, TypeError) as e:
        # A fault of the analysis is no reason to lose the record, or to try without end.
        log.exception("a replay could not be analysed")
        note = messages.FAILED.format(error=type(e).__name__)
        return msgspec.structs.replace(record, state=FigureState.NOT_JUDGED, note=note)


def _shown(reply: Performed) -> Performed:
    """Translate the texts of the process, which are English."""
    return msgspec.structs.replace(
        reply,
        formula=analysis_text(reply.formula),
        curve_formula=analysis_text(reply.curve_formula),
        problem=analysis_text(reply.problem),
    )


def _judged(request: Judge, progress: Callable[[float], None], latest: _Latest) -> Judged:
    from osubrowser.analysis.analyse import analyse
    from osubrowser.analysis.beatmap import BeatmapError
    from osubrowser.analysis.beatmap_reader import read_beatmap
    from osubrowser.analysis.result import NotJudged
    from osubrowser.api.replays.osr_codec import ReplayError
    from osubrowser.api.replays.replay_file import read_replay

    try:
        found = analyse(
            read_replay(request.replay),
            read_beatmap(request.beatmap),
            any_version=request.any_version,
            progress=progress,
        )
    except (NotJudged, ReplayError, BeatmapError) as problem:
        return Judged(problem=str(problem))
    latest.judged.put((request.replay, request.beatmap, request.any_version), found)
    return Judged(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))


def _performed(request: Perform, latest: _Latest) -> Performed:
    from osubrowser.analysis.analyse import analyse
    from osubrowser.analysis.beatmap import BeatmapError
    from osubrowser.analysis.beatmap_reader import read_beatmap
    from osubrowser.analysis.performance import NoFigures, PerformanceCalculator
    from osubrowser.analysis.report import played_hits
    from osubrowser.analysis.result import NotJudged
    from osubrowser.api.replays.osr_codec import ReplayError
    from osubrowser.api.replays.replay_file import read_replay

    found = latest.judged.get((request.replay, request.beatmap, request.any_version))
    try:
        replay = read_replay(request.replay)
        beatmap = found.beatmap if found is not None else read_beatmap(request.beatmap)
        made = PerformanceCalculator(
            request.beatmap, replay.mode, replay.mods, is_lazer=replay.is_lazer, beatmap=beatmap
        )
        hits = played_hits(replay)
        pp = made.pp(hits) if any(hits.counts.values()) else None
    except (ReplayError, BeatmapError, NoFigures) as problem:
        return Performed(problem=str(problem))
    reply = Performed(made.stars, pp, made.formula, made.max_combo)
    try:
        if found is None:
            found = analyse(replay, beatmap, any_version=request.any_version)
        reply.curve = [(one.time, one.pp) for one in made.over_play(found)]
        reply.curve_formula = made.gradual_formula
    except (NotJudged, ReplayError, NoFigures) as problem:
        reply.problem = str(problem)
    return reply


def _guessed(request: Guess, latest: _Latest) -> Performed:
    from osubrowser.analysis.performance import NoFigures, PerformanceCalculator

    mods = tuple((mod.acronym, repr(mod.settings)) for mod in request.mods)
    key = request.beatmap, request.mode, mods, request.is_lazer
    try:
        if latest.calculator is None or latest.calculator[0] != key:
            made = PerformanceCalculator(
                request.beatmap, request.mode, request.mods, is_lazer=request.is_lazer
            )
            latest.calculator = key, made
        made = latest.calculator[1]
        combo = None if request.combo is None else min(max(request.combo, 0), made.max_combo)
        pp = made.pp_if(
            min(max(request.accuracy, 0.0), 1.0), misses=max(request.misses, 0), combo=combo
        )
    except NoFigures as problem:
        return Performed(problem=str(problem))
    return Performed(made.stars, pp, made.formula, made.max_combo)
