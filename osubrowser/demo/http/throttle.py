"""Rate limits: fixed windows of a minute that start with the first request."""

from __future__ import annotations

import time
from threading import Lock

WINDOW = 60.0
"""Seconds a window lasts."""

API, DOWNLOADS, LOOKUPS = "api", "api-scores-download", "users-lookup"
TOKENS, V1, V1_REPLAYS = "oauth/token", "v1", "v1-replays"
TOKENS_A_MINUTE = 60
"""Requests for tokens a minute from one address."""


class Throttle:
    """Rate limit counted per key. Thread-safe."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._windows: dict[str, tuple[float, int]] = {}
        self._lock = Lock()

    def remaining(self, key: str) -> int:
        """Return how many requests the key may still make in its window."""
        with self._lock:
            return self.limit - self._current(key)[1]

    def resets_in(self, key: str) -> float:
        """Return the seconds until the key's window ends."""
        with self._lock:
            return max(0.0, self._current(key)[0] + WINDOW - time.monotonic())

    def count(self, key: str, cost: int = 1) -> int:
        """Count a request, and return how many remain (never negative)."""
        with self._lock:
            start, used = self._current(key)
            self._windows[key] = (start, used + cost)
            return max(0, self.limit - used - cost)

    def take(self, key: str) -> int | None:
        """Count a request if the limit lets it pass.

        Returns:
            how many remain, or None if it does not pass.
        """
        with self._lock:
            start, used = self._current(key)
            if used >= self.limit:
                return None
            self._windows[key] = (start, used + 1)
            return self.limit - used - 1

    def _current(self, key: str) -> tuple[float, int]:
        now = time.monotonic()
        start, used = self._windows.get(key, (now, 0))
        if now - start < WINDOW:
            return start, used
        if len(self._windows) > 1_000:
            live = {k: w for k, w in self._windows.items() if now - w[0] < WINDOW}
            self._windows = live
        return now, 0


def buckets(limit: int, replay_limit: int) -> dict[str, Throttle]:
    """Return the buckets of one server.

    Args:
        limit: API requests a minute for each token, and of API v1 for each key.
        replay_limit: downloads of replays a minute, besides.
    """
    return {
        API: Throttle(limit),
        DOWNLOADS: Throttle(replay_limit),
        LOOKUPS: Throttle(limit),
        TOKENS: Throttle(TOKENS_A_MINUTE),
        V1: Throttle(limit),
        V1_REPLAYS: Throttle(replay_limit),
    }
