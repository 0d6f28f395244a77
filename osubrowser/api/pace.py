"""How fast osu! may be asked: a pace of our own, pauses that the server orders, and a count."""

from __future__ import annotations

import time
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyrate_limiter import StateBucket


class Pace:
    """Says when the next request may be sent. Thread-safe; it never waits itself.

    Requests are counted in buckets, as the server does. `per_minute` requests are sustained
    in the bucket `api` and `burst` at once; None does not limit them.
    """

    def __init__(self, per_minute: float | None, burst: int) -> None:
        if per_minute is not None and (per_minute <= 0 or burst < 1):
            raise ValueError("a pace is above 0, and a burst at least 1")
        self._per_minute = per_minute
        self._burst = burst
        self._tokens: StateBucket | None = None
        self._paused_until: dict[str, float] = {}
        self._sent: deque[float] = deque()
        self._lock = Lock()

    def delay(self, bucket: str) -> float:
        """Return how many seconds to wait before asking again; 0 takes a place: send now."""
        with self._lock:
            now = time.monotonic()
            pause = self._paused_until.get(bucket, 0.0) - now
            if pause > 0:
                return pause
            if bucket == "api" and self._per_minute is not None:
                wait = self._own_wait(self._per_minute)
                if wait > 0:
                    return wait
            self._sent.append(now)
            self._forget_before(now - 60)
            return 0.0

    def pause(self, bucket: str, seconds: float) -> None:
        """Let nothing more be sent in this bucket for so many seconds."""
        with self._lock:
            until = time.monotonic() + seconds
            self._paused_until[bucket] = max(until, self._paused_until.get(bucket, 0.0))

    def sent_last_minute(self) -> int:
        """Return how many requests were sent in the last 60 seconds."""
        with self._lock:
            self._forget_before(time.monotonic() - 60)
            return len(self._sent)

    def _own_wait(self, per_minute: float) -> float:
        from pyrate_limiter import Rate, RateItem, StateBucket, TokenBucket

        if self._tokens is None:
            # Whole requests in a whole number of milliseconds, however odd the pace.
            rate = Rate(1000, round(60_000_000 / per_minute), burst=self._burst)
            self._tokens = StateBucket([rate], TokenBucket())
        item = RateItem("api", time.monotonic_ns() // 1_000_000)
        if self._tokens.put(item):
            return 0.0
        milliseconds = self._tokens.waiting(item)
        return max(float(milliseconds), 1.0) / 1000 if isinstance(milliseconds, int) else 1.0

    def _forget_before(self, moment: float) -> None:
        while self._sent and self._sent[0] < moment:
            self._sent.popleft()
