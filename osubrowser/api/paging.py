"""Pagination: decorators that say how a call gets its next page, and the page iterator."""

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
"""The entries of a page: the name of the list in the response, or a function of it."""


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """Fetched page: the response, its entries, and the arguments of the call."""

    page: Any
    entries: Sequence[Any]
    arguments: Mapping[str, Any]


NextArguments: TypeAlias = Callable[[FetchedPage], Mapping[str, Any] | None]
"""Function of a page that returns the changed arguments for the next one; None at the end."""

_START_PARAMETERS = ("after", "cursor_string", "page")
_REMEMBERED_PAGES = 50
"""Number of recent pages whose entries are compared, to detect lists that repeat."""


def paged(
    next_arguments: NextArguments,
    *,
    items: Items | None = None,
    start: Mapping[str, Any] | None = None,
) -> Callable[[Callable[P, Page]], Callable[P, Page]]:
    """Decorator for a paged call with its own rule for the next page.

    Without `items` the entries are those of all lists in the response. `start` has the default
    arguments of an iteration.
    """
    rule = _PagingRule(next_arguments, items, start or {})

    def decorate(call: Callable[P, Page]) -> Callable[P, Page]:
        setattr(call, _PAGING, rule)
        return call

    return decorate


@overload
def by_cursor(call: Callable[P, Page], /) -> Callable[P, Page]: ...
@overload
def by_cursor(
    *, items: Items | None = None
) -> Callable[[Callable[P, Page]], Callable[P, Page]]: ...
def by_cursor(
    call: Callable[P, Page] | None = None, /, *, items: Items | None = None
) -> Callable[P, Page] | Callable[[Callable[P, Page]], Callable[P, Page]]:
    """Decorator for a call with a parameter `cursor`, whose response has the next one.

    That is its `cursor` or its `cursor_string`; a false `has_more` ends the list as well.
    """
    decorate: Callable[[Callable[P, Page]], Callable[P, Page]] = paged(_next_cursor, items=items)
    return decorate if call is None else decorate(call)


def by_offset(
    *, default: int = 5, maximum: int = 100, short_page_ends: bool = True
) -> Callable[[Callable[P, Page]], Callable[P, Page]]:
    """Decorator for a call with parameters `limit` and `offset`, whose response is a list.

    `default` and `maximum` are the server's page sizes; an iteration without a `limit` uses the
    maximum. With `short_page_ends=False` only an empty page ends the list: for endpoints that
    filter entries after applying the limit.
    """

    def next_arguments(fetched: FetchedPage) -> Mapping[str, Any] | None:
        limit = fetched.arguments.get("limit")
        size = default if limit is None else min(max(int(limit), 1), maximum)
        if short_page_ends and len(fetched.entries) < size:
            return None
        return {
            "offset": int(fetched.arguments.get("offset") or 0) + max(size, len(fetched.entries))
        }

    return paged(next_arguments, start={"limit": maximum})


def by_page(
    *, items: Items | None = None, size: int | None = None, last: int | None = None
) -> Callable[[Callable[P, Page]], Callable[P, Page]]:
    """Decorator for a call with a parameter `page`, counted from 1.

    `size` is the server's page size: a shorter page ends the list (a smaller `limit` of the call
    counts instead). `last` is the number of the last page.
    """

    def next_arguments(fetched: FetchedPage) -> Mapping[str, Any] | None:
        number = int(fetched.arguments.get("page") or 1)
        if last is not None and number >= last:
            return None
        if size is not None:
            full = min(max(int(fetched.arguments.get("limit") or size), 1), size)
            if len(fetched.entries) < full:
                return None
        return {"page": number + 1}

    return paged(next_arguments, items=items)


def iterate_pages(call: Callable[P, Page], *args: P.args, **kwargs: P.kwargs) -> Iterator[Page]:
    """Return an iterator over the pages of a decorated call, each requested on demand.

    All other arguments are repeated. The iteration ends where the responses say so, and in any
    case at an empty page, at a repeated position, and at a page without new entries.

    Raises TypeError at once for a call that is not paged, and for wrong arguments.
    """
    function: Callable[..., Page] = call
    arguments: tuple[tuple[Any, ...], dict[str, Any]] = args, kwargs
    while isinstance(function, partial):
        arguments = (*function.args, *arguments[0]), function.keywords | arguments[1]
        function = function.func
    rule = getattr(function, _PAGING, None)
    if not isinstance(rule, _PagingRule):
        name = getattr(function, "__name__", None)
        if name is None:
            raise TypeError(
                f"a call is wanted, its arguments after it; not {type(function).__name__}"
            )
        raise TypeError(f"{name} brings all it has: it has no pages")
    signature = inspect.signature(function)
    if "type" in arguments[1] and "type_" in signature.parameters:  # calls take either name
        arguments[1].setdefault("type_", arguments[1].pop("type"))
    bound = signature.bind(*arguments[0], **arguments[1])
    for name, value in rule.start.items():
        if bound.arguments.get(name) is None:
            bound.arguments[name] = value
    return _iterate(function, rule, bound)


def _iterate(
    call: Callable[..., Page], rule: _PagingRule, bound: inspect.BoundArguments
) -> Iterator[Page]:
    recent: deque[set[int]] = deque(maxlen=_REMEMBERED_PAGES)
    positions: set[int] = set()
    while True:
        page = call(*bound.args, **bound.kwargs)
        entries = _entries(page, rule.items)
        fingerprints = {_fingerprint(entry) for entry in entries}
        if recent and fingerprints.issubset(set().union(*recent)):
            return  # empty, or all of it was on earlier pages
        yield page
        recent.append(fingerprints)
        change = rule.next_arguments(FetchedPage(page, entries, bound.arguments))
        if change is None or not entries:
            return
        position = hash(_encoded(sorted(change.items())))
        if position in positions:
            return
        positions.add(position)
        bound.arguments.update(change)


@dataclass(frozen=True, slots=True)
class _PagingRule:
    next_arguments: NextArguments
    items: Items | None
    start: Mapping[str, Any]


_PAGING = "_osubrowser_paging"


def _next_cursor(fetched: FetchedPage) -> Mapping[str, Any] | None:
    if getattr(fetched.page, "has_more", True) is False:
        return None
    cursor = getattr(fetched.page, "cursor", None)
    if cursor is None:
        text = getattr(fetched.page, "cursor_string", None)
        try:
            cursor = Cursor.from_string(text) if text else None
        except ValueError:
            return None
    if not isinstance(cursor, Cursor) or not cursor:
        return None
    # The caller's start position does not apply to the next page.
    begun = {name: None for name in _START_PARAMETERS if fetched.arguments.get(name) is not None}
    return {**begun, "cursor": cursor}


def _entries(page: object, items: Items | None) -> Sequence[Any]:
    """Return the entries of a page, as one list."""
    if isinstance(items, str):
        return list(getattr(page, items) or ())
    if items is not None:
        return list(items(page))
    if isinstance(page, list):
        return page
    lists = (getattr(page, name) for name in getattr(page, "__struct_fields__", ()))
    return [entry for value in lists if isinstance(value, list) for entry in value]


def _fingerprint(entry: object) -> int:
    """Return a hash that identifies an entry: of its type and id, else of all its fields."""
    number = getattr(entry, "id", None)
    if number is not None:
        return hash((type(entry), str(number), str(getattr(entry, "mode", ""))))
    return hash(_encoded(entry))


def _encoded(value: object) -> bytes:
    try:
        return msgspec.json.encode(value, enc_hook=repr)
    except UnicodeEncodeError:  # lone surrogates in untyped fields
        return ascii(value).encode()
