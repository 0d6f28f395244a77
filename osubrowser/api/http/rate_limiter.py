"""Rate limiter for requests: a token bucket, limits per bucket, and pauses."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock, local
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyrate_limiter import StateBucket


_WINDOW = 60.0
REPLAYS_PER_MINUTE = 10
"""Downloads of replays per minute that the server allows for each token or key."""
_REFUSED = 3600.0


@dataclass(slots=True)
class Allowance:
    """Number of requests that a thread may send.

    Attributes:
        most: the number.
        sent: how many it has sent.
        is_exceeded: whether it wanted to send more.
    """

    most: int
    sent: int = 0
    is_exceeded: bool = False


class RateLimiter:
    """Token bucket for all requests, with a sliding window for single buckets. Thread-safe.

    It does not sleep: `delay` returns the wait. `per_minute` is the sustained rate and `burst`
    the number of requests at once; None is no limit. `limits` is the number of requests per 60
    seconds of each further bucket; those count in the general limit too. Only the bucket `oauth`
    is exempt from it.

    Raises ValueError for a rate, burst or limit that is not positive.
    """

    def __init__(
        self, per_minute: float | None, burst: int, limits: Mapping[str, int] | None = None
    ) -> None:
        limits = dict(limits or {})
        _validate(per_minute, burst)
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
        self._allowances = local()

    @contextmanager
    def allowance(self, most: int) -> Iterator[Allowance]:
        """Context in which this thread may send no more requests than a number, and counts them.

        Beyond it `delay` returns an hour. Requests of the bucket `oauth` count, too.
        """
        outer: Allowance | None = getattr(self._allowances, "current", None)
        allowance = self._allowances.current = Allowance(most)
        try:
            yield allowance
        finally:
            self._allowances.current = outer

    def delay(self, bucket: str) -> float:
        """Return the seconds to wait before the next try; 0 counts a request, to be sent now."""
        allowance: Allowance | None = getattr(self._allowances, "current", None)
        if allowance is not None and allowance.sent >= allowance.most:
            allowance.is_exceeded = True
            return _REFUSED
        with self._lock:
            now = time.monotonic()
            general = bucket != "oauth"
            until = self._paused_until.get(bucket, 0.0)
            if general:
                until = max(until, self._paused_until.get("api", 0.0))
            wait = max(until - now, self._bucket_wait(bucket, now))
            if wait <= 0 and general and self._per_minute is not None:
                wait = self._general_wait(self._per_minute)
            if wait > 0:
                return wait
            if bucket in self._sent_in:
                self._sent_in[bucket].append(now)
            self._sent.append(now)
            self._drop_before(now - _WINDOW)
            if allowance is not None:
                allowance.sent += 1
            return 0.0

    def pause(self, bucket: str, seconds: float) -> None:
        """Block a bucket for a number of seconds; `api` blocks all but `oauth`."""
        with self._lock:
            until = time.monotonic() + seconds
            self._paused_until[bucket] = max(until, self._paused_until.get(bucket, 0.0))

    def set_per_minute(self, per_minute: float | None) -> None:
        """Change the sustained rate. Requests of the last minute count towards the burst.

        Raises:
            ValueError: the rate is not positive.
        """
        _validate(per_minute, self._burst)
        with self._lock:
            if per_minute == self._per_minute:
                return
            self._per_minute, self._tokens = per_minute, None
            if per_minute is not None:
                for _ in range(min(self._burst, self._sent_since(time.monotonic() - _WINDOW))):
                    self._general_wait(per_minute)

    def sent_last_minute(self) -> int:
        """Return the number of requests of the last 60 seconds."""
        with self._lock:
            return self._sent_since(time.monotonic() - _WINDOW)

    def _bucket_wait(self, bucket: str, now: float) -> float:
        sent = self._sent_in.get(bucket)
        if sent is None or len(sent) < self._limits[bucket]:
            return 0.0
        while len(sent) > self._limits[bucket]:
            sent.popleft()
        return sent[0] + _WINDOW - now

    def _general_wait(self, per_minute: float) -> float:
        from pyrate_limiter import Rate, RateItem, StateBucket, TokenBucket

        if self._tokens is None:
            # The rate as 1000 requests in a whole number of milliseconds.
            rate = Rate(1000, round(60_000_000 / per_minute), burst=self._burst)
            self._tokens = StateBucket([rate], TokenBucket())
        item = RateItem("api", time.monotonic_ns() // 1_000_000)
        if self._tokens.put(item):
            return 0.0
        milliseconds = self._tokens.waiting(item)
        return max(float(milliseconds), 1.0) / 1000 if isinstance(milliseconds, int) else 1.0

    def _sent_since(self, moment: float) -> int:
        self._drop_before(moment)
        return len(self._sent)

    def _drop_before(self, moment: float) -> None:
        while self._sent and self._sent[0] < moment:
            self._sent.popleft()


def _validate(per_minute: float | None, burst: int) -> None:
    if per_minute is not None and (per_minute <= 0 or burst < 1):
        raise ValueError("a pace is above 0, and a burst at least 1")
