"""Rate limit of background requests: how many in any minute, and what they cost."""

from __future__ import annotations

from collections import deque
from typing import Final, NamedTuple

WINDOW: Final = 60.0
"""Seconds in which requests are counted."""
MOST_UNITS: Final = 300
"""Units of osu!'s own limit in any minute: one a request, but one an id for many players."""


class _Sent(NamedTuple):
    until: float
    units: int


class Pace:
    """Limit of background requests in any 60 seconds, by a monotonic clock.

    A request counts from when it has ended: whenever the server saw two requests, they are not
    closer together than they were sent, so no 60 seconds of its clock have more than the limit.
    """

    def __init__(self) -> None:
        self._sent: deque[_Sent] = deque()

    def delay(self, now: float, per_minute: int, units: int = 1, *, spread: bool = True) -> float:
        """Return the seconds until a request may be sent.

        Args:
            now: the clock, in seconds.
            per_minute: requests in any minute, above 0.
            units: what the request costs.
            spread: keep requests apart evenly, rather than sending several at once.
        """
        self._drop(now)
        sent = self._sent
        wait = 0.0
        if len(sent) >= per_minute:
            wait = sent[-per_minute].until + WINDOW - now
        if sent and spread:
            wait = max(wait, sent[-1].until + WINDOW / per_minute - now)
        total = sum(one.units for one in sent)
        for one in sent:
            if total + units <= MOST_UNITS:
                break
            total -= one.units
            wait = max(wait, one.until + WINDOW - now)
        return wait

    def free(self, now: float, per_minute: int) -> int:
        """Return the number of requests that may be sent now."""
        self._drop(now)
        return max(0, per_minute - len(self._sent))

    def note(self, now: float, requests: int, units: int) -> None:
        """Note requests that have ended.

        Args:
            now: the clock, in seconds.
            requests: how many were sent.
            units: what they cost in all.
        """
        for number in range(requests):
            self._sent.append(_Sent(now, units if number == 0 else 1))

    def sent(self, now: float) -> int:
        """Return the number of requests of the last minute."""
        self._drop(now)
        return len(self._sent)

    def _drop(self, now: float) -> None:
        while self._sent and self._sent[0].until + WINDOW <= now:
            self._sent.popleft()
