"""Walking lists that come page by page: what a call says about its next page, and when to stop."""

from __future__ import annotations

import inspect
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ParamSpec, TypeAlias, TypeVar, overload

import msgspec

from osubrowser.api.cursor import Cursor

P = ParamSpec("P")
Page = TypeVar("Page")
Items: TypeAlias = str | Callable[[Any], Iterable[Any]]
"""The entries of an answer: the name of its list, or what takes them out."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A page that was read: the answer, its entries, and the arguments that brought it."""

    page: Any
    entries: Sequence[Any]
    given: Mapping[str, Any]


Follow: TypeAlias = Callable[[Turn], Mapping[str, Any] | None]
"""Returns the arguments to change for the page after this one; None at the end."""

_BEGINNINGS = ("after", "cursor_string", "page")
_MOST_REMEMBERED = 50
"""Pages whose entries are known again: enough for lists that turn in circles."""


def paged(
    follow: Follow, *, items: Items | None = None, start: Mapping[str, Any] | None = None
) -> Callable[[Callable[P, Page]], Callable[P, Page]]:
    """Mark a call as paged, by a rule of its own.

    Without `items` all lists of the answer count. `start` is what a walk asks for where the
    caller said nothing.
    """
    paging = _Paging(follow, items, start or {})

    def mark(call: Callable[P, Page]) -> Callable[P, Page]:
        setattr(call, _PAGING, paging)
        return call

    return mark


@overload
def by_cursor(call: Callable[P, Page], /) -> Callable[P, Page]: ...
@overload
def by_cursor(
    *, items: Items | None = None
) -> Callable[[Callable[P, Page]], Callable[P, Page]]: ...
def by_cursor(
    call: Callable[P, Page] | None = None, /, *, items: Items | None = None
) -> Callable[P, Page] | Callable[[Callable[P, Page]], Callable[P, Page]]:
    """Mark a call with a parameter `cursor`, whose answer has the next one.

    That is its `cursor` or its `cursor_string`; a `has_more` that is false ends the list as well.
    """
    mark: Callable[[Callable[P, Page]], Callable[P, Page]] = paged(_next_cursor, items=items)
    return mark if call is None else mark(call)


def by_offset(
    *, default: int = 5, most: int = 100, short_page_ends: bool = True
) -> Callable[[Callable[P, Page]], Callable[P, Page]]:
    """Mark a call with parameters `limit` and `offset`, whose answer is a list.

    `default` and `most` are the server's limits; a walk without a `limit` asks for `most` at once.
    With `short_page_ends=False` only an empty page ends the list: for those that the server
    filters after it has counted.
    """

    def follow(turn: Turn) -> Mapping[str, Any] | None:
        limit = turn.given.get("limit")
        size = default if limit is None else min(max(int(limit), 1), most)
        if short_page_ends and len(turn.entries) < size:
            return None
        return {"offset": int(turn.given.get("offset") or 0) + max(size, len(turn.entries))}

    return paged(follow, start={"limit": most})


def by_page(
    *, items: Items | None = None, size: int | None = None, last: int | None = None
) -> Callable[[Callable[P, Page]], Callable[P, Page]]:
    """Mark a call with a parameter `page`, counted from 1.

    With `size`, the most that the server puts on a page, a shorter page ends the list (`limit`
    is heeded where the call has it). `last` is the number of the last page.
    """

    def follow(turn: Turn) -> Mapping[str, Any] | None:
        number = int(turn.given.get("page") or 1)
        if last is not None and number >= last:
            return None
        if size is not None:
            full = min(max(int(turn.given.get("limit") or size), 1), size)
            if len(turn.entries) < full:
                return None
        return {"page": number + 1}

    return paged(follow, items=items)


def pages_of(call: Callable[P, Page], *args: P.args, **kwargs: P.kwargs) -> Iterator[Page]:
    """Yield the pages of a marked call, each asked for when it is wanted.

    All other arguments are repeated. The walk ends where the answers say so, and in any case at
    an empty page, at a place where it was before, and at a page with nothing new on it.

    Raises TypeError for a call that is not paged or for wrong arguments, at once.
    """
    asked: Callable[..., Page] = call
    given: tuple[tuple[Any, ...], dict[str, Any]] = args, kwargs
    while isinstance(asked, partial):
        given = (*asked.args, *given[0]), asked.keywords | given[1]
        asked = asked.func
    paging = getattr(asked, _PAGING, None)
    if not isinstance(paging, _Paging):
        name = getattr(asked, "__name__", None)
        if name is None:
            raise TypeError(f"a call is wanted, its arguments after it; not {type(asked).__name__}")
        raise TypeError(f"{name} brings all it has: it has no pages")
    signature = inspect.signature(asked)
    if "type" in given[1] and "type_" in signature.parameters:  # calls take either name
        given[1].setdefault("type_", given[1].pop("type"))
    bound = signature.bind(*given[0], **given[1])
    for name, value in paging.start.items():
        if bound.arguments.get(name) is None:
            bound.arguments[name] = value
    return _walk(asked, paging, bound)


def _walk(
    call: Callable[..., Page], paging: _Paging, bound: inspect.BoundArguments
) -> Iterator[Page]:
    known: deque[set[int]] = deque(maxlen=_MOST_REMEMBERED)
    places: set[int] = set()
    while True:
        page = call(*bound.args, **bound.kwargs)
        entries = _entries(page, paging.items)
        marks = {_mark_of(entry) for entry in entries}
        if known and marks.issubset(set().union(*known)):
            return  # empty, or seen before: nobody wants it
        yield page
        known.append(marks)
        change = paging.follow(Turn(page, entries, bound.arguments))
        if change is None or not entries:
            return
        place = hash(_encoded(sorted(change.items())))
        if place in places:
            return
        places.add(place)
        bound.arguments.update(change)


@dataclass(frozen=True, slots=True)
class _Paging:
    follow: Follow
    items: Items | None
    start: Mapping[str, Any]


_PAGING = "_osubrowser_paging"


def _next_cursor(turn: Turn) -> Mapping[str, Any] | None:
    if getattr(turn.page, "has_more", True) is False:
        return None
    cursor = getattr(turn.page, "cursor", None)
    if cursor is None:
        text = getattr(turn.page, "cursor_string", None)
        try:
            cursor = Cursor.from_string(text) if text else None
        except ValueError:
            return None
    if not isinstance(cursor, Cursor) or not cursor:
        return None
    # Where the caller began says nothing of where to go on.
    begun = {name: None for name in _BEGINNINGS if turn.given.get(name) is not None}
    return {**begun, "cursor": cursor}


def _entries(page: object, items: Items | None) -> Sequence[Any]:
    """Return what is on a page, in one list."""
    if isinstance(items, str):
        return list(getattr(page, items) or ())
    if items is not None:
        return list(items(page))
    if isinstance(page, list):
        return page
    lists = (getattr(page, name) for name in getattr(page, "__struct_fields__", ()))
    return [entry for value in lists if isinstance(value, list) for entry in value]


def _mark_of(entry: object) -> int:
    """Return what tells an entry from others: its kind and id, else all that it holds."""
    number = getattr(entry, "id", None)
    if number is not None:
        return hash((type(entry), str(number), str(getattr(entry, "mode", ""))))
    return hash(_encoded(entry))


def _encoded(value: object) -> bytes:
    try:
        return msgspec.json.encode(value, enc_hook=repr)
    except UnicodeEncodeError:  # halves of characters, in what is kept as it came
        return ascii(value).encode()
