"""JSON file that is read once, and written atomically on a worker; saves are coalesced."""

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

LARGEST = 32 * 1024 * 1024  # bytes: maximum size of a file to read


class JsonFile:
    """JSON file with one object.

    Other processes may write it too: a write merges their changes since the last read or write
    (`json_merge`). They are loaded at the next start.

    Args:
        path: the file; None to read and write nothing.
        what: name of the contents for messages, plural and capitalised: `The settings`.

    Attributes:
        problem: the last problem with the file, as a sentence, or None.
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
        self._known: bytes | None = None  # content at the last read or write; None before `read`
        self._tell: Callable[[str], None] | None = None

    def watch(self, tell: Callable[[str], None]) -> None:
        """Call `tell` with each new problem of a write, on the thread that writes."""
        self._tell = tell

    def read(self) -> dict[str, Any] | None:
        """Return the JSON object in the file; None if there is none. Never raises.

        A file without a JSON object is renamed to `NAME.damaged`. One that cannot be read is
        never written.
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
        """Disable all writes from now on, and set `problem` to a sentence with the reason."""
        self.problem = problem
        self._path = None

    def use_executor(self, executor: Executor | None) -> None:
        """Let `save` write on a worker of `executor` from now on; None writes at once."""
        self._executor = executor

    def save(self, encode: Callable[[], bytes]) -> None:
        """Write what `encode` returns: on a worker if there is an executor, else at once.

        `encode` is called on the thread that writes: it must not access mutable state.
        Saves before the write has begun are coalesced.
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
            except RuntimeError:  # the pool is shut down: `flush` is called on exit
                log.debug("%s will be written at the end", self._what)

    def flush(self) -> bool:
        """Write a pending save now, and wait for a write under way. Blocks.

        Returns:
            Whether the last save is in the file.
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
        """Return `ours` merged with the changes of other processes to the file."""
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
        except RecursionError:  # too deeply nested: not written by this program
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
    """Return the contents of a file, at most `LARGEST` + 1 bytes."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _object_in(raw: bytes) -> dict[str, Any] | None:
    """Return the JSON object in the contents of a file; None if invalid or too large."""
    try:
        values = json.loads(raw) if len(raw) <= LARGEST else None
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
