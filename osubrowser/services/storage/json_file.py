"""JSON file that is read once, and written atomically on a worker; saves are coalesced."""

from __future__ import annotations

import json
import logging
import os
import threading
from typing import TYPE_CHECKING, Any

from osubrowser.services.storage.atomic_write import write_whole
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path

log = logging.getLogger(__name__)

LARGEST = 32 * 1024 * 1024  # bytes: what is larger was not written here
_MOST_ASIDE = 20  # damaged files that are stored beside one file


class JsonFile:
    """JSON file with one object. One program has it (`services/runtime/single_instance.py`).

    Args:
        path: the file; None stores nothing.
        what: what is in it, in the plural and as a sentence begins: `The settings`.
        executor: where `save` writes; None writes at once.
        tell: called with the sentence of a write that failed, on the thread that writes. A failure
            that goes on is told once; one that comes again after a write that worked is told again.

    Attributes:
        problem: what is wrong with the file, as a sentence, or None.
    """

    def __init__(
        self,
        path: Path | None,
        what: str,
        *,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self.problem: str | None = None
        self._path = path
        self._what = what
        self._executor = executor
        self._tell = tell
        self._waiting: Callable[[], bytes] | None = None
        self._is_queued = False
        self._failure: str | None = None  # of the last write
        self._lock = threading.Lock()
        self._writing = threading.Lock()

    def read(self) -> dict[str, Any] | None:
        """Return the JSON object in the file; None if there is none. Never raises.

        A file that holds no JSON object is moved to `NAME.damaged` beside it. One that cannot be
        read at all is left alone, and not written to either.
        """
        path = self._path
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                raw = file.read(LARGEST + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.freeze(
                tr("{what} could not be read ({strerror}).").format(
                    what=self._what, strerror=error.strerror
                )
            )
            return None
        values = _object_in(raw)
        if values is None:
            self._set_aside(path)
        return values

    def report_damage(self, damage: str) -> None:
        """Copy the file to `NAME.damaged`, because a part of it could not be read.

        Where it cannot be copied, nothing is written over it.

        Args:
            damage: what could not be read, as the beginning of a sentence.
        """
        path = self._path
        if path is None:
            return
        aside = _free_name(path)
        try:
            try:
                os.link(path.resolve(), aside)  # needs no room; a write replaces the other name
            except OSError:
                write_whole(aside, path.read_bytes())
        except OSError as error:
            self.freeze(
                tr(
                    "{damage}, and the file could not be copied ({strerror}): changes are not "
                    "saved."
                ).format(damage=damage, strerror=error.strerror)
            )
        else:
            self.problem = tr("{damage}. The rest is there; the old file is {aside}.").format(
                damage=damage, aside=aside
            )

    def freeze(self, problem: str) -> None:
        """Disable all writes from now on, and set `problem` to a sentence with the reason."""
        self.problem = problem
        self._path = None

    def save(self, encode: Callable[[], bytes]) -> None:
        """Write what `encode` returns: on a worker if there is an executor, else at once.

        `encode` is called on the thread that writes: it must not access mutable state.
        Saves before the write has begun are coalesced.
        """
        if self._path is None:
            return
        with self._lock:
            self._waiting = encode
            is_queued, self._is_queued = self._is_queued, self._executor is not None
        if self._executor is None:
            self.flush()
        elif not is_queued:
            try:
                self._executor.submit(self.flush)
            except RuntimeError:  # the pool is shut down: `flush` is called on exit
                log.debug("%s will be written at the end", self._what)

    def flush(self) -> bool:
        """Write a pending save now, and wait for a write under way. Blocks.

        What could not be written is tried again by the next `save` and `flush`.

        Returns:
            Whether the last save is in the file.
        """
        with self._writing:
            with self._lock:
                encode, self._waiting = self._waiting, None
                self._is_queued = False
            if encode is None or self._path is None:
                return self._failure is None
            try:
                write_whole(self._path, encode())
            except OSError as error:
                self._put_back(encode)
                self._fail(
                    tr("{what} could not be saved ({strerror}).").format(
                        what=self._what, strerror=error.strerror
                    )
                )
                return False
            if self.problem == self._failure:
                self.problem = None
            self._failure = None
            return True

    def _put_back(self, encode: Callable[[], bytes]) -> None:
        """Let what was not written wait again, unless something newer does."""
        with self._lock:
            if self._waiting is None:
                self._waiting = encode

    def _fail(self, problem: str) -> None:
        is_new = problem != self._failure
        self.problem = self._failure = problem
        if is_new:
            log.warning("%s", problem)
            if self._tell is not None:
                self._tell(problem)

    def _set_aside(self, path: Path) -> None:
        aside = _free_name(path)
        try:
            path.replace(aside)
        except OSError as error:
            self.freeze(
                tr(
                    "{what} are damaged, and the file could not be moved ({strerror}): changes "
                    "are not saved."
                ).format(what=self._what, strerror=error.strerror)
            )
        else:
            self.problem = tr(
                "{what} were damaged. They start anew; the old file is {aside}."
            ).format(what=self._what, aside=aside)


def _free_name(path: Path) -> Path:
    """Return the name for a damaged file: that of no older one, while there are not too many."""
    names = [path.with_name(f"{path.name}.damaged")]
    names += [path.with_name(f"{path.name}.damaged-{n}") for n in range(2, _MOST_ASIDE + 1)]
    return next((one for one in names if not os.path.lexists(one)), names[-1])


def _object_in(raw: bytes) -> dict[str, Any] | None:
    """Return the JSON object in the contents of a file; None if invalid or too large."""
    try:
        values = json.loads(raw) if len(raw) <= LARGEST else None
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
