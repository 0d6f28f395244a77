"""Pace of downloads: a sliding window that outlives the program, and backoff between tries."""

from __future__ import annotations

import contextlib
import time
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

REPLAYS_PER_MINUTE = 10
"""Downloads of replays per minute that osu! allows for each token or key."""
WINDOW = 60.0
"""Seconds of the server's window."""
MARGIN = 1.0
"""Seconds added to the window: requests arrive later than they are sent, and not evenly."""

FIRST_DELAY, LONGEST_DELAY = 0.5, 60.0
"""Seconds before an entry is tried again: after the first failure, and at most."""
MOST_ATTEMPTS = 12
"""Failed tries of one entry before it is given up."""
MOST_WRONG = 3
"""Files of one entry that are not its replay before it is given up."""
OFFLINE_STREAK = 5
"""Unreachable servers in a row before the whole queue waits."""
FIRST_OFFLINE, LONGEST_OFFLINE = 10.0, 300.0
"""Seconds that the whole queue waits for an unreachable server: at first, and at most."""


class Pace:
    """Sliding window over the downloads of all sessions and runs. Thread-safe; does not sleep.

    Args:
        per_minute: downloads within `WINDOW`.
        sent: times of earlier downloads (Unix time), such as of the last run.
        record: called with the time of each download before it is requested, and with a later
            time and the one that it replaces where the answer was late; on a worker.
        window: seconds of the window, with its margin.

    Raises:
        ValueError: the limit is not positive.
    """

    def __init__(
        self,
        per_minute: int,
        sent: Iterable[float] = (),
        record: Callable[..., None] | None = None,
        *,
        window: float = WINDOW + MARGIN,
    ) -> None:
        self._window = window
        self._record = record
        self._lock = Lock()
        self._paused_until = 0.0
        self._limit = 0
        self.limit = per_minute
        # In monotonic time, so that a change of the system's clock does not matter from now on. A
        # time in the future comes of such a change: it counts as now.
        wall, now = time.time(), time.monotonic()
        ages = sorted((max(wall - at, 0.0) for at in sent), reverse=True)
        self._sent = deque(now - age for age in ages if age < window)
        self._under_way: deque[tuple[float, float]] = deque()  # monotonic and Unix time

    @property
    def limit(self) -> int:
        """Downloads within the window."""
        return self._limit

    @limit.setter
    def limit(self, per_minute: int) -> None:
        if per_minute < 1:
            raise ValueError("a limit is at least 1")
        self._limit = per_minute

    def wait(self) -> float:
        """Return the seconds until the next download may be requested; 0 for now."""
        with self._lock:
            return self._wait(time.monotonic())

    def take(self) -> float:
        """Count a download that is requested now, and return 0; or return the seconds to wait."""
        with self._lock:
            now = time.monotonic()
            wait = self._wait(now)
            if wait > 0:
                return wait
            self._sent.append(now)
            wall = time.time()
            self._under_way.append((now, wall))
        if self._record is not None:  # outside the lock, for which the GUI thread waits
            self._record(wall)
        return 0.0

    def answered(self, ago: float = 0.0) -> None:
        """Count the oldest download under way as requested `ago` seconds before now, if it is late.

        It came to the server at any time until its answer: after a wait for a token or a
        connection, much later than it was taken. Call it once for each download that was taken.
        """
        with self._lock:
            if not self._under_way:
                return
            now = time.monotonic()
            taken, wall = self._under_way.popleft()
            late = now - max(ago, 0.0) - taken
            if late <= MARGIN / 2:  # half is left for the way
                return
            with contextlib.suppress(ValueError):  # it has left the window
                self._sent.remove(taken)
            self._sent.append(taken + late)
            self._sent = deque(sorted(self._sent))
        if self._record is not None:
            self._record(wall + late, wall)

    def pause(self, seconds: float) -> None:
        """Allow no download for a number of seconds, as the server asked for."""
        with self._lock:
            self._paused_until = max(self._paused_until, time.monotonic() + seconds)

    def time_for(self, count: int) -> float:
        """Return the seconds until the last of `count` more downloads may be requested."""
        if count < 1:
            return 0.0
        with self._lock:
            now = time.monotonic()
            paused = max(self._paused_until - now, 0.0)
            self._drop(now)
            free = self._limit - len(self._sent)
            if count <= free:
                return paused
            after = count - max(free, 0) - 1  # downloads between the window's end and the last
            laps, place = divmod(after, self._limit)
            known = list(self._sent)[max(-free, 0) :]
            base = known[place] + self._window - now if place < len(known) else self._window
            return max(base, 0.0) + laps * self._window + paused

    def _wait(self, now: float) -> float:
        wait = max(self._paused_until - now, 0.0)
        self._drop(now)
        if len(self._sent) >= self._limit:
            # The limit may have become lower than what was sent.
            oldest = self._sent[len(self._sent) - self._limit]
            wait = max(wait, oldest + self._window - now)
        return wait

    def _drop(self, now: float) -> None:
        while self._sent and self._sent[0] <= now - self._window:
            self._sent.popleft()


def backoff(attempts: int) -> float:
    """Return the seconds to wait after a number of failed tries in a row (1 or more)."""
    return min(FIRST_DELAY * float(1 << min(attempts - 1, 20)), LONGEST_DELAY)


def offline_wait(failures: int) -> float:
    """Return the seconds that the whole queue waits after failures in a row; 0 for few."""
    if failures < OFFLINE_STREAK:
        return 0.0
    return min(FIRST_OFFLINE * float(1 << min(failures - OFFLINE_STREAK, 20)), LONGEST_OFFLINE)
