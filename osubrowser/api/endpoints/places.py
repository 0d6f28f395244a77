"""Parameters that several topics share: where a page starts, and moments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, TypeVar

from osubrowser.api.cursor import Cursor
from osubrowser.api.endpoints.base import ParamValue
from osubrowser.api.paging import Turn

Key = TypeVar("Key", int, str, int | str)

_MOST_KEYS = 50


def place(cursor: Cursor | None, cursor_string: str | None = None) -> dict[str, ParamValue]:
    """Return the parameters for a place in a list; `cursor` counts if both are given."""
    if cursor is not None:
        return {**cursor.params()}
    return {"cursor_string": cursor_string}


def batches(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """Yield keys in as many as the server takes at once; it ignores those beyond.

    Raises TypeError for a text: a name is a key, its letters are none.
    """
    if isinstance(keys, str):
        raise TypeError(f"several ids or names are wanted, in a list: [{keys!r}]")
    wanted = list(keys)
    for start in range(0, len(wanted), _MOST_KEYS):
        yield wanted[start : start + _MOST_KEYS]


def moment(when: datetime | str | None) -> str | None:
    """Return a moment as the API reads it; one without a zone is UTC, as all of osu! is."""
    if not isinstance(when, datetime):
        return when
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def neighbours(turn: Turn) -> dict[str, Any] | None:
    """Walk events from the latest back, or on from `after_id`, to the end of all there are."""
    if not turn.entries:
        return None
    first, last = turn.entries[0].id, turn.entries[-1].id
    if turn.given.get("after_id") is not None:
        end = getattr(turn.page, "latest_event_id", None) or getattr(
            turn.page, "last_event_id", None
        )
        return None if end is not None and last >= end else {"after_id": last}
    start = turn.page.first_event_id
    return None if start is not None and first <= start else {"before_id": first}
