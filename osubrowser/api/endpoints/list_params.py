"""Parameters that several endpoints share: cursors, batches of ids, datetimes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, TypeVar

from osubrowser.api.cursor import Cursor
from osubrowser.api.http.messages import ParamValue
from osubrowser.api.paging import FetchedPage

Key = TypeVar("Key", int, str, int | str)

_MOST_KEYS = 50


def cursor_params(cursor: Cursor | None, cursor_string: str | None = None) -> dict[str, ParamValue]:
    """Return the query parameters of a list position; `cursor` takes precedence."""
    if cursor is not None:
        return {**cursor.params()}
    return {"cursor_string": cursor_string}


def batches(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """Yield keys in batches of 50: the server ignores any beyond.

    Raises TypeError for a single string.
    """
    if isinstance(keys, str):
        raise TypeError(f"several ids or names are wanted, in a list: [{keys!r}]")
    wanted = list(keys)
    for start in range(0, len(wanted), _MOST_KEYS):
        yield wanted[start : start + _MOST_KEYS]


def datetime_param(when: datetime | str | None) -> str | None:
    """Return a datetime in ISO 8601, in UTC; a naive one is taken as UTC."""
    if not isinstance(when, datetime):
        return when
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def adjacent_events(fetched: FetchedPage) -> dict[str, Any] | None:
    """Return the arguments of the next page: back from the latest event, or on from `after_id`."""
    if not fetched.entries:
        return None
    first, last = fetched.entries[0].id, fetched.entries[-1].id
    if fetched.arguments.get("after_id") is not None:
        end = getattr(fetched.page, "latest_event_id", None) or getattr(
            fetched.page, "last_event_id", None
        )
        return None if end is not None and last >= end else {"after_id": last}
    start = fetched.page.first_event_id
    return None if start is not None and first <= start else {"before_id": first}
