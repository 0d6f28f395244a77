"""Query parameter parsing as lenient as osu!'s server."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LEADING_INT = re.compile(r"\s*([+-]?\d{1,18})")


def to_int(value: object) -> int | None:
    """Return an integer as PHP casts it: `12abc` is 12, `abc` is 0, nothing is None."""
    if isinstance(value, bool) or value is None or value == "":
        return None
    if isinstance(value, int):
        return value
    match = _LEADING_INT.match(str(value))
    return int(match[1]) if match else 0


def to_bool(value: str | None) -> bool | None:
    """Return a flag; None if it is absent or unreadable."""
    if value in ("1", "true", "on"):
        return True
    if value in ("0", "false"):
        return False
    return None


def clamp(value: int | None, low: int, high: int, default: int) -> int:
    """Return a value moved into its limits: out of range is never an error."""
    return default if value is None else max(low, min(high, value))


def places_of_events(query: Mapping[str, str], first: int, count: int) -> range:
    """Return the places of the events asked for: after an id, before one, or the latest.

    Args:
        first: the id of the first event; the others follow without a gap.
        count: how many there are.
    """
    limit = clamp(to_int(query.get("limit")), 1, 101, 100)
    after, before = to_int(query.get("after")), to_int(query.get("before"))
    if after is not None:
        start = clamp(after - first + 1, 0, count, 0)
        return range(start, min(count, start + limit))
    end = clamp(None if before is None else before - first, 0, count, count)
    return range(max(0, end - limit), end)
