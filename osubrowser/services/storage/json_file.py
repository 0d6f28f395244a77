"""JSON file, read once, written atomically on a worker; saves are coalesced."""

from __future__ import annotations

import json
import logging
import threading
from typing import TYPE_CHECKING, Any

from osubrowser.services.storage.atomic_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path

log = logging.getLogger(__name__)

LARGEST = 32 * 1024 * 1024  # bytes: what is larger was not written here


class JsonFile:
    """JSON file with one object.

    Another running program may write it, too: what that one has changed since we read or wrote
    it last is kept (`merging`). It is seen here at the next start.

    Args:
        path: the file; None keeps nothing.
        what: what is in it, in the plural and as a sentence begins: `The settings`.

    Attributes:
        problem: what went wrong with the file, as a sentence, or None.
    """

    def __init__(self, path: Path | None, what: str) -> None:
        self.problem: str | None = None
        self._path = path
        self._what = what
        self._executor: Executor | None = None
        self._waiting: Callable[[], bytes] | None = None
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._is_saved = True
        self._known: bytes | None = None  # what we read or wrote last; None before `read`
        self._tell: Callable[[str], None] | None = None

    def watch(self, tell: Callable[[str], None]) -> None:
        """Call `tell` with each new problem that a write meets, on the thread that writes."""
        self._tell = tell

    def read(self) -> dict[str, Any] | None:
        """Return what the file holds; None if there is none. Never raises.

        A file that holds no JSON object is kept beside it as `NAME.damaged`. One that cannot be
        read at all is left alone, and not written to either.
        """
        path = self._path
        if path is None:
            return None
        self._known = b"{}"
        try:
            raw = _bytes_of(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.freeze(f"{self._what} could not be read ({error.strerror}).")
            return None
        values = _object_in(raw)
        if values is not None:
            self._known = raw
            return values
        self._set_aside(path)
        return None

    def freeze(self, problem: str) -> None:
        """Write nothing from now on, for the reason that the sentence `problem` gives."""
        self.problem = problem
        self._path = None

    def use_executor(self, executor: Executor | None) -> None:
        """From now on let `save` write on a worker of `executor`."""
        self._executor = executor

    def save(self, encode: Callable[[], bytes]) -> None:
        """Write what `encode` returns: on a worker when there is an executor, else at once.

        `encode` is called where the file is written, so it must not read what may change.
        Saving again before the write has begun makes one write of both.
        """
        if self._path is None:
            return
        with self._lock:
            begun = self._waiting is None
            self._waiting = encode
        if self._executor is None:
            self.flush()
        elif begun:
            try:
                self._executor.submit(self.flush)
            except RuntimeError:  # the pool is shut down: `flush` is called on the way out
                log.debug("%s will be written at the end", self._what)

    def flush(self) -> bool:
        """Write now what `save` has not written yet. Waits for a write that is under way.

        Returns:
            Whether what was saved last is in the file.
        """
        with self._writing:
            with self._lock:
                encode, self._waiting = self._waiting, None
            if encode is None or self._path is None:
                return self._is_saved
            try:
                data = encode()
                write_whole(self._path, self._with_theirs(self._path, data))
                self._known = data if self._known is not None else None
                self._is_saved = True
            except OSError as error:
                self._fail(f"{self._what} could not be saved ({error.strerror}).")
            return self._is_saved

    def _with_theirs(self, path: Path, ours: bytes) -> bytes:
        """Return what is to be written: ours, and what another program has written meanwhile."""
        if self._known is None:
            return ours
        try:
            raw = _bytes_of(path)
        except OSError:
            return ours
        theirs = _object_in(raw) if raw != self._known else None
        if theirs is None:
            return ours
        from osubrowser.services.storage.json_merge import merged

        try:
            values = merged(json.loads(ours), json.loads(self._known), theirs)
            return json.dumps(values, indent=1, ensure_ascii=False).encode(errors="replace")
        except RecursionError:  # not a file of this program
            return ours

    def _fail(self, problem: str) -> None:
        self._is_saved = False
        log.warning("%s", problem)
        is_new = problem != self.problem
        self.problem = problem
        if is_new and self._tell is not None:
            self._tell(problem)

    def _set_aside(self, path: Path) -> None:
        aside = path.with_name(f"{path.name}.damaged")
        self.problem = f"{self._what} were damaged. They start anew; the old file is {aside}."
        try:
            path.replace(aside)
        except OSError:
            self.problem = f"{self._what} were damaged. They start anew."


def _bytes_of(path: Path) -> bytes:
    """Return what is in a file; one byte more than `LARGEST` of one that is too large."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _object_in(raw: bytes) -> dict[str, Any] | None:
    """Return the JSON object that a file holds; None if it holds none."""
    try:
        values = json.loads(raw) if len(raw) <= LARGEST else None
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
