"""Paging faults: duplicate items, missing items, and an endless cursor."""

from __future__ import annotations

from threading import Lock

from werkzeug.wrappers import Request

from osubrowser.demo.faults.bodies import Json
from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import to_int
from osubrowser.lru import LRUCache

LISTS = (
    "beatmapsets",
    "beatmap_packs",
    "builds",
    "comments",
    "discussions",
    "events",
    "leaderboard",
    "matches",
    "news_posts",
    "posts",
    "ranking",
    "rooms",
    "scores",
    "topics",
    "votes",
)
"""The keys of lists that go on, the chief one of an answer first."""

_PLACES = ("after", "before", "max_id", "offset", "page", "since", "until")
_KEPT = 1_000


class PagingFaults:
    """Paging faults of one server; it remembers the last item of each list. Thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: LRUCache[tuple[object, ...], Json] = LRUCache(_KEPT)

    def apply(self, names: tuple[str, ...], body: Json, request: Request, key: str) -> None:
        """Change a decoded body in place.

        Args:
            names: the faults that befall it.
            body: the decoded body.
            request: what was asked.
            key: who asked.
        """
        items = chief_list(body)
        if items is not None and items:
            last = items[-1]
            if "duplicates" in names:
                self._repeat(items, request, key)
            if "short-page" in names and _goes_on(body, items, request):
                del items[len(items) // 2]
            self._last.put((key, _list_asked(request)), last)
        if "endless-cursor" in names:
            _repeat_cursor(body, request)

    def _repeat(self, items: list[Json], request: Request, key: str) -> None:
        """Put the last item that this caller saw of the list before the others."""
        if not _goes_on_from(request):
            return
        with self._lock:
            seen = self._last.get((key, _list_asked(request)))
        if seen is not None and seen != items[0]:
            items.insert(0, seen)


def chief_list(body: Json) -> list[Json] | None:
    """Return the list of an answer that its pages go on with."""
    if isinstance(body, list):
        return body
    if isinstance(body, dict):
        for name in LISTS:
            if isinstance(items := body.get(name), list):
                return items
    return None


def _goes_on(body: Json, items: list[Json], request: Request) -> bool:
    if isinstance(body, list):
        return len(items) > 1 and len(items) == to_int(request.args.get("limit"))
    return len(items) > 1 and bool(body.get("cursor") and body.get("has_more", True))


def _repeat_cursor(body: Json, request: Request) -> None:
    sent = read_cursor(request.args)
    if isinstance(body, dict) and "cursor" in body and sent:
        with_cursor(body, sent)


def _goes_on_from(request: Request) -> bool:
    """Return whether another page than the first was asked for."""
    first = (("offset", "0"), ("page", "1"))
    return any(
        _is_place(name) and (name, value) not in first
        for name, value in request.args.items(multi=True)
    )


def _list_asked(request: Request) -> tuple[object, ...]:
    """Return which list was asked for, without the place in it."""
    query = ((name, value) for name, value in request.args.items(multi=True) if not _is_place(name))
    return (request.path, *sorted(query))


def _is_place(name: str) -> bool:
    return name.startswith("cursor") or name in _PLACES
