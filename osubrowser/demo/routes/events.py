"""Routes of activity: the feed of all players, recent activity, kudosu history."""

from __future__ import annotations

from itertools import islice

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route

PAGE = 50
"""How many events are on a page of the feed."""

MOST = 100
"""Neither list of a player goes further than this, whatever the offset."""


def feed(call: Call) -> object:
    """Answer `GET events`: the activity feed."""
    community, query = call.world.community, call.query
    last = to_int(read_cursor(query).get("event_id"))
    oldest_first = query.get("sort") == "id_asc"
    items = community.feed.forwards(last) if oldest_first else community.feed.backwards(last)
    told = (event for item in items if (event := community.feed_entities.entity(item)) is not None)
    found = list(islice(told, PAGE + 1))
    cursor: dict[str, object] | None = None
    if len(found) > PAGE:
        cursor = {"event_id": found[PAGE - 1]["id"]}
    return with_cursor({"events": found[:PAGE]}, cursor)


def recent_activity(call: Call, user: str) -> object:
    """Answer `GET users/{user}/recent_activity`."""
    community, account = call.world.community, account_of(call, user)
    legacy_only = to_bool(call.query.get("legacy_only")) or False
    start, end = window(call)
    told = (
        event
        for item in community.feed.of(account)
        if item.kind != "beatmapsetDelete"
        and (event := community.feed_entities.entity(item, legacy_only=legacy_only)) is not None
    )
    return list(islice(told, start, end))


def kudosu(call: Call, user: str) -> object:
    """Answer `GET users/{user}/kudosu`."""
    start, end = window(call)
    return call.world.community.kudosu.of(account_of(call, user))[start:end]


def window(call: Call) -> tuple[int, int]:
    """Return the first and the last place that `offset` and `limit` ask for."""
    limit = clamp(to_int(call.query.get("limit")), 1, MOST, 5)
    start = clamp(to_int(call.query.get("offset")), 0, MOST, 0)
    return start, min(MOST, start + limit)


def account_of(call: Call, user: str) -> int:
    """Return the account with this id.

    Raises:
        Refusal: 404 if there is none; names do not count here.
    """
    found = call.world.accounts.by_id(int(user[:18])) if user.isascii() and user.isdigit() else None
    if found is None:
        raise refuse(404, None)
    return found


ROUTES: tuple[Route, ...] = (
    Route("/events", feed),
    Route("/users/<user>/recent_activity", recent_activity),
    Route("/users/<user>/kudosu", kudosu),
)
