"""Routes of modding: discussions, posts, votes, beatmapset events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from osubrowser.api.beatmap_query import read_moment
from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.clock import LAUNCH
from osubrowser.demo.world.modding.index import (
    EVENT,
    FIRST,
    MESSAGE_TYPES,
    NONE,
    PROBLEM,
    PUBLIC,
    REOPENED,
    REPLY,
    RESOLVED,
    SUGGESTION,
)
from osubrowser.demo.world.rulesets import BY_NAME

_REVIEWS = {"max_blocks": 100}
_POSTS = {"first": (FIRST,), "reply": (REPLY,), "system": (RESOLVED, REOPENED)}
_STATUSES = {"ranked": (1, 2), "qualified": (3,), "never_qualified": (-2, -1, 0)}

Wanted = Callable[[int], bool]


def discussions(call: Call) -> object:
    """Answer `GET beatmapsets/discussions`."""
    modding = call.world.community.modding
    index = modding.index
    beatmapset = _set_asked(call)
    rows = _rows(call, len(index.discussions), index.of_set.of, beatmapset)
    found, cursor = _page(call, rows, _wanted_discussions(call))
    children = [child for row in found for child in index.children.of(row)]
    sets = list(dict.fromkeys(index.discussions["set"][row] for row in found))
    authors = [index.discussions["author"][row] for row in [*found, *children]]
    body: dict[str, object] = {
        "beatmaps": [beatmap for one in sets for beatmap in modding.beatmaps_of(one)],
        "beatmapsets": [call.world.beatmaps.extended(one) for one in sets],
        "discussions": [
            modding.discussion(row, viewer=call.account, starting=True) for row in found
        ],
        "included_discussions": [
            modding.discussion(row, viewer=call.account, starting=True) for row in children
        ],
        "reviews_config": _REVIEWS,
        "users": call.world.community.authors.users(authors, groups=True),
    }
    return with_cursor(body, cursor)


def posts(call: Call) -> object:
    """Answer `GET beatmapsets/discussions/posts`: replies, unless other types are asked for."""
    modding = call.world.community.modding
    index = modding.index
    types = [kind for name in _list(call, "types") for kind in _POSTS.get(name, ())] or [REPLY]
    author = _author(call, "user")
    table = index.posts

    def wanted(row: int) -> bool:
        return table["kind"][row] in types and author in (None, table["author"][row])

    about = _discussion_asked(call)
    rows = _rows(call, len(table), index.posts_of.of, about)
    found, cursor = _page(call, rows, wanted)
    talks = list(dict.fromkeys(table["discussion"][row] for row in found))
    sets = dict.fromkeys(index.discussions["set"][row] for row in talks)
    authors = [table["author"][row] for row in found]
    authors += [index.discussions["author"][row] for row in talks]
    body: dict[str, object] = {
        "beatmapsets": [call.world.beatmaps.entity(one) for one in sets],
        "discussions": [modding.discussion(row) for row in talks],
        "posts": [modding.post(row) for row in found],
        "users": call.world.community.authors.users(authors),
    }
    return with_cursor(body, cursor)


def votes(call: Call) -> object:
    """Answer `GET beatmapsets/discussions/votes`."""
    modding = call.world.community.modding
    index = modding.index
    table, score = index.votes, to_int(call.query.get("score"))
    author, receiver = _author(call, "user"), _author(call, "receiver")

    def wanted(row: int) -> bool:
        to = index.discussions["author"][table["discussion"][row]]
        return (
            author in (None, table["author"][row])
            and receiver in (None, to)
            and (score not in (1, -1) or score == table["score"][row])
        )

    rows = _rows(call, len(table), index.votes_of.of, _discussion_asked(call))
    found, cursor = _page(call, rows, wanted)
    talks = list(dict.fromkeys(table["discussion"][row] for row in found))
    authors = [table["author"][row] for row in found]
    authors += [index.discussions["author"][row] for row in talks]
    body: dict[str, object] = {
        "discussions": [modding.discussion(row) for row in talks],
        "users": call.world.community.authors.users(authors, groups=True),
        "votes": [modding.vote(row) for row in found],
    }
    return with_cursor(body, cursor)


def events(call: Call) -> object:
    """Answer `GET beatmapsets/events`: pages by number, without a cursor."""
    community = call.world.community
    table = community.modding.index.events
    names = [*_list(call, "types"), call.query.get("type", "")]
    types = {EVENT[name] for name in names if name in EVENT}
    author = _author(call, "user")
    first, last = _second(call, "min_date"), _second(call, "max_date")

    def wanted(row: int) -> bool:
        return (
            (not types or table["type"][row] in types)
            and (
                author is None or (author == table["author"][row] and table["type"][row] in PUBLIC)
            )
            and (first is None or table.time[row] >= first)
            and (last is None or table.time[row] <= last)
        )

    rows = _rows(call, len(table), community.modding.index.events_of_set.of, _set_asked(call))
    found, _ = _page(call, rows, wanted)
    people = [table["author"][row] for row in found if table["type"][row] in PUBLIC]
    abouts = {table["discussion"][row] for row in found} - {NONE}
    people += [community.modding.index.discussions["author"][row] for row in abouts]
    return {
        "events": [community.modding_events.entity(row) for row in found],
        "reviewsConfig": _REVIEWS,
        "users": community.authors.users(people, groups=True),
    }


# --- what was asked for ---------------------------------------------------------------------------


def _wanted_discussions(call: Call) -> Wanted:
    """Return the test that the parameters make of a discussion."""
    query, index = call.query, call.world.community.modding.index
    table, beatmaps = index.discussions, call.world.beatmaps
    kinds = {MESSAGE_TYPES.index(n) for n in _list(call, "message_types") if n in MESSAGE_TYPES}
    author, status = _author(call, "user"), query.get("beatmapset_status")
    unresolved = to_bool(query.get("only_unresolved")) or False
    embeds = to_bool(query.get("show_review_embeds")) or False
    mode = BY_NAME.get(query.get("mode", ""))
    beatmap = to_int(query.get("beatmap_id"))
    statuses = _STATUSES.get(status or "")
    disqualified = _disqualified(call) if status == "disqualified" else None

    def wanted(row: int) -> bool:
        beatmapset, kind = table["set"][row], table["kind"][row]
        return (
            (embeds or table["parent"][row] == NONE)
            and (not kinds or kind in kinds)
            and author in (None, table["author"][row])
            and (statuses is None or beatmaps.status[beatmapset] in statuses)
            and (disqualified is None or beatmapset in disqualified)
            and (mode is None or beatmaps.ruleset[beatmapset] == mode.id)
            and (not unresolved or (kind in (SUGGESTION, PROBLEM) and not table["resolved"][row]))
            and (beatmap is None or _is_about(call, row, beatmap))
        )

    return wanted


def _is_about(call: Call, row: int, beatmap: int) -> bool:
    difficulty = call.world.community.modding.difficulty(row)
    return difficulty is not None and difficulty.id == beatmap


def _disqualified(call: Call) -> set[int]:
    """Return the sets that were disqualified and are not qualified again."""
    table, status = call.world.community.modding.index.events, call.world.beatmaps.status
    wanted = EVENT["disqualify"]
    rows = (row for row, type_ in enumerate(table["type"]) if type_ == wanted)
    return {table["set"][row] for row in rows if status[table["set"][row]] <= 0}


def _set_asked(call: Call) -> int | None:
    """Return the requested beatmapset; None for all, -1 for an unknown one."""
    query, beatmaps = call.query, call.world.beatmaps
    asked = to_int(query.get("beatmapset_id"))
    if asked is not None:
        found = beatmaps.by_id(asked)
        return -1 if found is None else found
    beatmap = to_int(query.get("beatmap_id"))
    if beatmap is None:
        return None
    known = beatmaps.difficulty_by_id(beatmap)
    return -1 if known is None else known[0]


def _discussion_asked(call: Call) -> int | None:
    asked = to_int(call.query.get("beatmapset_discussion_id"))
    if asked is None:
        return None
    row = call.world.community.modding.row_of("discussion", asked)
    return -1 if row is None else row


def _author(call: Call, name: str) -> int | None:
    """Return the author in a parameter; None for all, -1 for an unknown one."""
    text = call.query.get(name)
    if not text:
        return None
    found = call.world.community.authors.find(text)
    return -1 if found is None else found


def _list(call: Call, name: str) -> list[str]:
    return call.request.args.getlist(f"{name}[]")


def _second(call: Call, name: str) -> int | None:
    """Return the date in a parameter as seconds since launch; None if it is none."""
    moment = read_moment(call.query.get(name, ""), call.world.now)
    return None if moment is None else moment // 1_000 - int(LAUNCH.timestamp())


# --- pages ----------------------------------------------------------------------------------------


def _rows(
    call: Call, count: int, members: Callable[[int], Iterator[int]], group: int | None
) -> Iterable[int]:
    """Return all rows, or those of a group, in the order that was asked for."""
    ascending = call.query.get("sort") == "id_asc"
    if group is None:
        return range(count) if ascending else range(count - 1, -1, -1)
    rows: Sequence[int] = [] if group < 0 else list(members(group))
    return rows[::-1] if ascending else rows


def _page(
    call: Call, rows: Iterable[int], wanted: Wanted
) -> tuple[list[int], dict[str, object] | None]:
    """Return the rows of the page that was asked for, and the cursor of the next."""
    query = call.query
    cursor = read_cursor(query)
    limit = clamp(to_int(cursor.get("limit", query.get("limit"))), 5, 50, 50)
    page = clamp(to_int(cursor.get("page", query.get("page"))), 1, 1_000_000, 1)
    chosen = filter(wanted, rows)
    found = list(islice(chosen, (page - 1) * limit, page * limit + 1))
    more: dict[str, object] | None = {"page": page + 1, "limit": limit}
    return found[:limit], more if len(found) > limit else None


ROUTES: tuple[Route, ...] = (
    Route("/beatmapsets/discussions", discussions),
    Route("/beatmapsets/discussions/posts", posts),
    Route("/beatmapsets/discussions/votes", votes),
    Route("/beatmapsets/events", events),
)
