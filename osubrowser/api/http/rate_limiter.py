"""How fast osu! may be asked: a pace of our own, pauses that the server orders, and a count."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyrate_limiter import StateBucket


_MINUTE = 60.0
REPLAYS_PER_MINUTE = 10
"""Replays that osu! gives one sign-in or key within any minute."""


class Pace:
    """Says when the next request may be sent. Thread-safe; it never waits itself.

    Requests are counted in buckets, as the server does. `per_minute` requests are sustained
    and `burst` at once; None does not limit them. `limits` has what each further bucket takes
    within any 60 seconds; its requests count in the general limit too. Only `oauth` does not.
    """

    def __init__(
        self, per_minute: float | None, burst: int, limits: Mapping[str, int] | None = None
    ) -> None:
        limits = dict(limits or {})
        _check(per_minute, burst)
        if any(limit < 1 for limit in limits.values()):
            raise ValueError("a limit is at least 1")
        self._per_minute = per_minute
        self._burst = burst
        self._limits = limits
        self._sent_in: dict[str, deque[float]] = {name: deque() for name in limits}
        self._tokens: StateBucket | None = None
        self._paused_until: dict[str, float] = {}
        self._sent: deque[float] = deque()
        self._lock = Lock()

    def delay(self, bucket: str) -> float:
        """Return how many seconds to wait before asking again; 0 takes a place: send now."""
        with self._lock:
            now = time.monotonic()
            general = bucket != "oauth"
            until = self._paused_until.get(bucket, 0.0)
            if general:
                until = max(until, self._paused_until.get("api", 0.0))
            wait = max(until - now, self._wait_in(bucket, now))
            if wait <= 0 and general and self._per_minute is not None:
                wait = self._own_wait(self._per_minute)
            if wait > 0:
                return wait
            if bucket in self._sent_in:
                self._sent_in[bucket].append(now)
            self._sent.append(now)
            self._forget_before(now - _MINUTE)
            return 0.0

    def pause(self, bucket: str, seconds: float) -> None:
        """Let nothing more be sent in this bucket for so many seconds."""
        with self._lock:
            until = time.monotonic() + seconds
            self._paused_until[bucket] = max(until, self._paused_until.get(bucket, 0.0))

    def set_per_minute(self, per_minute: float | None) -> None:
        """Sustain another pace from now on. What was sent before counts: it earns no new burst.

        Raises:
            ValueError: the pace is not above 0.
        """
        _check(per_minute, self._burst)
        with self._lock:
            if per_minute == self._per_minute:
                return
            self._per_minute, self._tokens = per_minute, None
            if per_minute is not None:
                for _ in range(min(self._burst, self._sent_since(time.monotonic() - _MINUTE))):
                    self._own_wait(per_minute)

    def sent_last_minute(self) -> int:
        """Return how many requests were sent in the last 60 seconds."""
        with self._lock:
            return self._sent_since(time.monotonic() - _MINUTE)

    def _wait_in(self, bucket: str, now: float) -> float:
        sent = self._sent_in.get(bucket)
        if sent is None or len(sent) < self._limits[bucket]:
            return 0.0
        while len(sent) > self._limits[bucket]:
            sent.popleft()
        return sent[0] + _MINUTE - now

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

    def _sent_since(self, moment: float) -> int:
        self._forget_before(moment)
        return len(self._sent)

    def _forget_before(self, moment: float) -> None:
        while self._sent and self._sent[0] < moment:
            self._sent.popleft()


def _check(per_minute: float | None, burst: int) -> None:
    if per_minute is not None and (per_minute <= 0 or burst < 1):
        raise ValueError("a pace is above 0, and a burst at least 1")
