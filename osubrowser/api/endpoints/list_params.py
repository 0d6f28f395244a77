"""Parameters that several endpoints share: cursors, batches of ids, flags, datetimes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from osubrowser.api.calls import ParamValue
from osubrowser.api.cursor import Cursor
from osubrowser.api.endpoints.references import Reference, id_of
from osubrowser.api.entities.base import Entity
from osubrowser.api.paging import FetchedPage

T = TypeVar("T")
_MOST_KEYS = 50


def cursor_params(
    cursor: Mapping[str, Any] | None, cursor_string: str | None = None
) -> dict[str, ParamValue]:
    """Return the query parameters of a list position; `cursor` takes precedence.

    Raises TypeError for a cursor that is no mapping.
    """
    if cursor is None:
        return {"cursor_string": cursor_string}
    if not isinstance(cursor, Mapping):
        raise TypeError(f"a cursor is a mapping such as {{'page': 2}}, not {cursor!r:.50}")
    return {**Cursor(cursor).params()}


def batches(keys: Iterable[object], reference: Reference) -> Iterator[Sequence[int | str]]:
    """Yield ids in batches of 50: the server ignores any beyond.

    Raises TypeError for a single string or entity.
    """
    if isinstance(keys, str | Entity):
        raise TypeError(f"several ids or names are wanted, in a list: [{keys!r:.50}]")
    yield from split([id_of(key, reference) for key in keys])


def split(keys: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield ids in batches of 50: the server ignores any beyond."""
    for start in range(0, len(keys), _MOST_KEYS):
        yield keys[start : start + _MOST_KEYS]


def joined(**chosen: bool) -> str | None:
    """Return the chosen names as the beatmapset search takes them: `video.storyboard`."""
    return ".".join(name for name, is_chosen in chosen.items() if is_chosen) or None


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
