"""Recorder of observed responses: one writer thread a history file, which ends when it is idle."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Final

from osubrowser.services.history.file_errors import DamagedHistory, NewerHistory
from osubrowser.services.history.records import Observation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from osubrowser.api.calls import ResponseObserver
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore

log = logging.getLogger(__name__)

MOST_WAITING: Final = 500
"""Responses that may wait to be written; beyond that new ones are dropped, and logged."""

MOST_KEPT: Final = 100
"""Responses that are kept while the file cannot be written; beyond that the oldest are lost."""

_AT_ONCE: Final = 8
_QUIET: Final = 0.3
"""Seconds without a response after which those that are waiting are written: a page that has come
is painted before, and what it asks for next is written with it."""
_LONGEST_WAIT: Final = 2.0
"""Seconds after which they are written even if more are coming."""
_IDLE: Final = 5.0  # seconds until an idle thread ends
_LARGEST_SKEW: Final = 2 * 366 * 86_400
"""Seconds by which the server's clock may differ from this computer's; beyond, it is not used."""
_FIRST_ANSWER: Final = 1_189_900_800  # 16 September 2007: osu! began
_THIS_PROGRAM: Final = 1_704_067_200  # 1 January 2024: a clock before it is not set
_FAR_FUTURE: Final = 4_102_444_800  # 1 January 2100


class Recorder:
    """Observer of a client's responses that writes them to a history, in the background.

    Thread-safe. What is waiting is written when no more comes for a moment, so that a list that
    scrolls loads as fast as without a history, and after two seconds at the latest. `flush` waits
    for that. What cannot be written, as on a full disk, is tried again with the next response and
    in the end.

    Args:
        open_store: returns the history, opened at the first use on the writer's thread; raises
            OSError.
        on_written: called on the writer's thread with the differences of each transaction.
        on_problem: called on the writer's thread with an error, or None once writing works again.
        is_recording: whether the history is to grow, or only what is followed is to be looked at.
    """

    def __init__(
        self,
        open_store: Callable[[], HistoryStore],
        *,
        on_written: Callable[[Sequence[Difference]], object],
        on_problem: Callable[[OSError | None], object],
        is_recording: Callable[[], bool] = lambda: True,
    ) -> None:
        self._open = open_store
        self._on_written = on_written
        self._on_problem = on_problem
        self._waiting: deque[Observation] = deque()
        self._kept: deque[Observation] = deque(maxlen=MOST_KEPT)  # of the writing thread
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._observed = self._finished = 0  # how many responses
        self._is_full = False
        self._hurried = 0
        self._closed = False
        self._problem: str | None = None
        self._is_recording = is_recording

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
        at = time_of_answer(date, time.time())
        if at is None:
            log.info("a response is not recorded: neither clock can be right")
            return
        with self._changed:
            if self._closed:
                return
            if len(self._waiting) >= MOST_WAITING:
                if not self._is_full:
                    log.warning("the history cannot keep up: responses are not recorded")
                self._is_full = True
                return
            self._is_full = False
            self._waiting.append(Observation(path, params, entity, at, is_background))
            self._observed += 1
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="osubrowser-history")
                self._thread.start()
            self._changed.notify_all()

    def flush(self) -> None:
        """Wait until everything that was observed so far is written, or has failed. Blocks."""
        with self._changed:
            self._hurried += 1
            self._changed.notify_all()
            last = self._observed  # later ones may never stop coming
            self._changed.wait_for(lambda: self._finished >= last)
            self._hurried -= 1

    def close(self) -> None:
        """Write what is waiting, and end the thread. Blocks; may be called twice."""
        with self._changed:
            self._closed = True
            thread = self._thread
            self._changed.notify_all()
        if thread is not None:
            thread.join()
        if self._kept:
            self._write(())

    def _run(self) -> None:
        taken: list[Observation] = []
        while True:
            with self._changed:
                self._finished += len(taken)
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._waiting or self._closed, _IDLE)
                if not self._waiting:
                    self._thread = None
                    return
                self._wait_for_quiet()
                count = min(len(self._waiting), _AT_ONCE)
                taken = [self._waiting.popleft() for _ in range(count)]
            self._write(taken)

    def _wait_for_quiet(self) -> None:
        """Wait until no response comes any more, with the lock held."""
        latest = time.monotonic() + _LONGEST_WAIT
        while not self._closed and not self._hurried and len(self._waiting) < MOST_WAITING // 2:
            count = len(self._waiting)
            self._changed.wait(min(_QUIET, latest - time.monotonic()))
            if len(self._waiting) == count or time.monotonic() >= latest:
                return

    def _write(self, observations: Sequence[Observation]) -> None:
        """Write responses, after those that could not be written before."""
        waiting = [*self._kept, *observations]
        self._kept.clear()
        for first in range(0, len(waiting), _AT_ONCE):
            if not self._write_some(waiting[first : first + _AT_ONCE]):
                self._kept.extend(waiting[first:])
                return

    def _write_some(self, observations: Sequence[Observation], *, is_retry: bool = False) -> bool:
        """Write responses. Returns whether they are done with: False if it may work later."""
        try:
            differences = self._open().write(observations, is_recording=self._is_recording())
        except DamagedHistory as error:
            if not is_retry:  # what can be read of it is in a new file at the next opening
                return self._write_some(observations, is_retry=True)
            self._report(error)
        except OSError as error:
            self._report(error)
            return isinstance(error, NewerHistory)
        except Exception:
            # One response must not keep the others from being recorded.
            log.exception("a response was not recorded")
            for one in observations if len(observations) > 1 else ():
                self._write_some([one])
        else:
            self._report(None)
            self._on_written(differences)
        return True

    def _report(self, error: OSError | None) -> None:
        """Say once that nothing can be written, and why; and once that it can again."""
        if error is None and self._problem is None:
            return
        if error is not None and str(error) != self._problem:
            log.warning("the history is not written: %s", error)
        self._problem = None if error is None else str(error)
        self._on_problem(error)


def time_of_answer(date: float | None, now: float) -> int | None:
    """Return the time of an answer: the server's, so that this computer's clock does not matter.

    Args:
        date: the server's clock (Unix time in seconds); None if it did not say.
        now: this computer's clock.

    Returns:
        Unix time in seconds, or None if neither clock can be right.
    """
    is_set = _THIS_PROGRAM <= now < _FAR_FUTURE
    if date is None or not _FIRST_ANSWER <= date < _FAR_FUTURE:
        return int(now) if is_set else None
    if not is_set or abs(date - now) <= _LARGEST_SKEW:
        return int(date)
    return int(now)


class _Background:
    """Observer that passes each response on to a function."""

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
