"""Query parameters the way osu!'s server reads them: nothing is an error that can be guessed."""

from __future__ import annotations

import re

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
    """Return a flag, or None if it was not given or says nothing."""
    if value in ("1", "true", "on"):
        return True
    if value in ("0", "false"):
        return False
    return None


def clamp(value: int | None, low: int, high: int, default: int) -> int:
    """Return a value moved into its limits: out of range is never an error."""
    return default if value is None else max(low, min(high, value))
