"""Recorder of observed responses: one writer thread a history file, which ends when it is idle."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Final

from osubrowser.services.history.records import Observation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from osubrowser.api.calls import ResponseObserver
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore

log = logging.getLogger(__name__)

MOST_WAITING: Final = 500
"""Responses that may wait to be written; beyond that new ones are dropped, and logged."""

_AT_ONCE: Final = 20
_IDLE: Final = 5.0  # seconds until an idle thread ends
_LARGEST_SKEW: Final = 366 * 86_400
"""Seconds by which the server's clock may differ from this computer's; beyond, it is not used."""


class Recorder:
    """Observer of a client's responses that writes them to a history, in the background.

    Thread-safe. What is waiting is written within moments; `flush` waits for that.

    Args:
        open_store: returns the history, opened at the first use on the writer's thread; raises
            OSError.
        on_written: called on the writer's thread with the differences of each transaction.
        on_problem: called on the writer's thread with an error, or None once writing works again.
    """

    def __init__(
        self,
        open_store: Callable[[], HistoryStore],
        *,
        on_written: Callable[[Sequence[Difference]], object],
        on_problem: Callable[[OSError | None], object],
    ) -> None:
        self._open = open_store
        self._on_written = on_written
        self._on_problem = on_problem
        self._waiting: deque[Observation] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_busy = False
        self._closed = False
        self._has_problem = False

    def observe(
        self,
        path: str,
        params: Mapping[str, str | list[str]],
        entity: object,
        date: float | None,
    ) -> None:
        """Queue a response to be written; see `ResponseObserver`."""
        self._observe(path, params, entity, date, is_background=False)

    @property
    def background(self) -> ResponseObserver:
        """Observer of responses that are asked for without the person."""
        return _Background(partial(self._observe, is_background=True))

    def _observe(
        self,
        path: str,
        params: Mapping[str, str | list[str]],
        entity: object,
        date: float | None,
        *,
        is_background: bool,
    ) -> None:
        now = time.time()
        at = now if date is None or abs(date - now) > _LARGEST_SKEW * 2 else date
        with self._changed:
            if self._closed:
                return
            if len(self._waiting) >= MOST_WAITING:
                log.warning("the history cannot keep up: a response is not recorded")
                return
            self._waiting.append(Observation(path, params, entity, int(at), is_background))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="osubrowser-history")
                self._thread.start()
            self._changed.notify_all()

    def flush(self) -> None:
        """Wait until everything that was observed so far is written, or has failed. Blocks."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting and not self._is_busy)

    def close(self) -> None:
        """Write what is waiting, and end the thread. Blocks; may be called twice."""
        with self._changed:
            self._closed = True
            thread = self._thread
            self._changed.notify_all()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._is_busy = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._waiting or self._closed, _IDLE)
                if not self._waiting:
                    self._thread = None
                    return
                count = min(len(self._waiting), _AT_ONCE)
                taken = [self._waiting.popleft() for _ in range(count)]
                self._is_busy = True
            self._write(taken)

    def _write(self, observations: Sequence[Observation]) -> None:
        try:
            differences = self._open().write(observations)
        except OSError as error:
            self._has_problem = True
            log.warning("the history is not written: %s", error)
            self._on_problem(error)
            return
        except Exception:
            # One response must not keep the others from being recorded.
            log.exception("a response was not recorded")
            for one in observations if len(observations) > 1 else ():
                self._write([one])
            return
        if self._has_problem:
            self._has_problem = False
            self._on_problem(None)
        self._on_written(differences)


class _Background:
    """Observer with another `observe`."""

    def __init__(self, observe: Callable[..., None]) -> None:
        self._observe = observe

    def observe(
        self,
        path: str,
        params: Mapping[str, str | list[str]],
        entity: object,
        date: float | None,
    ) -> None:
        """Queue a response to be written."""
        self._observe(path, params, entity, date)
