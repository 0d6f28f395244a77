"""Index process: reads an installed osu! apart from the window, and writes the index of its files.

A database of 100,000 sets takes seconds of Python, which would hold the interpreter lock. The
process ends after each request, so that its memory is free again.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from osubrowser.services.runtime.child_process import (
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
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

SWITCH: Final = "--index-game-files"
"""Command line of the process: a frozen application has no other program than itself."""

CPU_LIMIT: Final = 1200.0  # seconds of CPU time, where the system has such a timer
MEMORY_LIMIT: Final = 3 << 30  # bytes beyond those of an idle process, on Linux: a database too
DEADLINE: Final = 3600.0  # seconds: a slow disk with a million files
START_DEADLINE: Final = 60.0  # seconds
_MAX_MESSAGE: Final = 1 << 20


class Refresh(msgspec.Struct, tag=True):
    """Request to read what has changed in an installed osu! (`GameFiles.refresh`)."""

    index: str
    owned: str
    stable: str
    lazer: str


class Step(msgspec.Struct, tag=True):
    """Part of the work that is done, 0 to 1."""

    done: float


class Done(msgspec.Struct, tag=True):
    """End of the work; `problem` is a sentence, or ""."""

    problem: str = ""


class IndexProcess(ChildProcess):
    """Client of an index process, started for each request. For any thread.

    Args:
        deadline: seconds that a request may take.
    """

    def __init__(self, *, deadline: float = DEADLINE) -> None:
        super().__init__(
            lambda: command_of(SWITCH),
            start_deadline=START_DEADLINE,
            failure="no index of the installed osu!: its process did not start",
        )
        self._deadline = deadline

    def refresh(
        self,
        index: Path,
        owned: Path,
        stable: Path | None,
        lazer: Path | None,
        progress: Callable[[float], None],
    ) -> str:
        """Read what has changed in an installed osu!. Blocks.

        Args:
            index: the database of `GameFiles`.
            owned: the file of `OwnedIndex`.
            stable: folder of osu!stable, or None.
            lazer: data folder of osu!lazer, or None.
            progress: called with the part that is done, 0 to 1.

        Returns:
            What could not be read, as a sentence; "" for nothing, and after `close`.
        """
        wanted = Refresh(str(index), str(owned), str(stable or ""), str(lazer or ""))
        with self._turn:
            process = self._running()
            if process is None:
                return "" if self._closed else tr("The installed osu! cannot be read now.")
            requests, replies = pipes(process)
            try:
                with killed_after(process, self._deadline):
                    write_message(requests, msgspec.msgpack.encode(wanted))
                    while True:
                        data = read_message(replies, _MAX_MESSAGE)
                        reply = msgspec.msgpack.decode(data, type=Step | Done)
                        if isinstance(reply, Done):
                            return reply.problem
                        progress(min(max(reply.done, 0.0), 1.0))
            except (OSError, EOFError, ValueError) as error:
                if self._closed:
                    return ""
                log.warning("the index of the installed osu! was given up: %s", error)
                return tr("Reading the installed osu! took too long, or too much memory.")
            finally:
                self._end()

    def stop(self) -> None:
        """End a request under way, and answer none any more. Does not block."""
        with self._state:
            self._closed = True
            if self._process is not None:
                self._process.kill()


def refresh_here(
    index: Path,
    owned: Path,
    stable: Path | None,
    lazer: Path | None,
    progress: Callable[[float], None],
) -> str:
    """Do what `IndexProcess.refresh` does, in this thread."""
    from osubrowser.services.beatmaps.game_files import GameFiles

    try:
        files = GameFiles(index, stable, lazer, owned)
        try:
            return files.refresh(progress)
        finally:
            files.close()
    except OSError as error:
        return tr("The files of the installed osu! cannot be read ({error}).").format(error=error)


# --- inside the process ----------------------------------------------------------------------


def serve() -> int:
    """Answer the request that comes in at standard input. Returns the exit status."""
    import osubrowser.services.beatmaps.game_files  # noqa: F401 - before memory is limited

    requests = open(0, "rb", closefd=False)  # noqa: SIM115 - sys.stdin may be None
    replies = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - what prints must not write replies
        os.dup2(nothing.fileno(), 1)
    limit_process(MEMORY_LIMIT, writes=True)
    replies.write(READY)
    replies.flush()
    try:
        request = msgspec.msgpack.decode(read_message(requests, _MAX_MESSAGE), type=Refresh)
    except EOFError:
        return 0

    def tell(done: float) -> None:
        write_message(replies, msgspec.msgpack.encode(Step(done)))

    stable, lazer = (Path(one) if one else None for one in (request.stable, request.lazer))
    with cpu_limit(CPU_LIMIT):
        problem = refresh_here(Path(request.index), Path(request.owned), stable, lazer, tell)
    write_message(replies, msgspec.msgpack.encode(Done(problem)))
    return 0
