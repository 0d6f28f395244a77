"""The patient reading of single JSON values: converted where that loses nothing, else Unusable."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Final, TypeAlias

Report: TypeAlias = Callable[[str, str], None]
"""Called with the field and with what was found there, for each thing that is dropped."""

_INT_TEXT = 40  # characters: more than any number of the API has
_BOOLS: Final = {"true": True, "1": True, "on": True, "false": False, "0": False, "": False}


class Unusable(Exception):
    """A value that is nothing like its type."""


def read_int(value: Any, _where: str, _report: Report) -> int:  # noqa: ANN401
    """Return a whole number, out of a text or a float too."""
    match value:
        case bool():
            raise Unusable
        case int():
            return value
        case float() if value.is_integer():
            return int(value)
        case str() if len(value) <= _INT_TEXT:
            try:
                return int(value)
            except ValueError:
                raise Unusable from None
    raise Unusable


def read_float(value: Any, _where: str, _report: Report) -> float:  # noqa: ANN401
    """Return a finite number, out of a text too."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Unusable
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise Unusable from None
    if not math.isfinite(number):
        raise Unusable
    return number


def read_bool(value: Any, _where: str, _report: Report) -> bool:  # noqa: ANN401
    """Return a truth, in any of PHP's spellings."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | str):
        known = _BOOLS.get(str(value).lower())
        if known is not None:
            return known
    raise Unusable


def read_str(value: Any, _where: str, _report: Report) -> str:  # noqa: ANN401
    """Return a text that every encoder takes."""
    if isinstance(value, str):
        # Halves of surrogate pairs are not text: no encoder takes them.
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Unusable


def read_datetime(value: Any, _where: str, _report: Report) -> datetime:  # noqa: ANN401
    """Read any of the API's forms, old ones too; a time without a zone is UTC."""
    try:
        if isinstance(value, str):
            moment = datetime.fromisoformat(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            moment = datetime.fromtimestamp(value / 1000, UTC)  # cursors have milliseconds
        else:
            raise Unusable
    except (ValueError, OverflowError, OSError):
        raise Unusable from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def read_date(value: Any, where: str, report: Report) -> date:  # noqa: ANN401
    """Return a day, out of a moment too."""
    return read_datetime(value, where, report).date()


def read_any(value: Any, _where: str, _report: Report) -> Any:  # noqa: ANN401
    """Return what came."""
    return value


def read_none(value: Any, _where: str, _report: Report) -> None:  # noqa: ANN401
    """Return None, and nothing else."""
    if value is not None:
        raise Unusable
