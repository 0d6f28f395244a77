"""Routes of comments: listing, single comment with replies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from osubrowser.demo.http.parameters import clamp, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.community.comments import Comments

_TYPES = ("beatmapset", "build", "news_post")
_CLASSES = {"beatmapset": "Beatmapset", "build": "Build", "news_post": "NewsPost"}
_LEVELS = 2
"""How deep the replies go that come along."""


def listing(call: Call) -> object:
    """Answer `GET comments`: of a target, of a user, below a parent, or all."""
    comments, query = call.world.community.comments, call.query
    sort = query.get("sort") if query.get("sort") in ("old", "top") else "new"
    limit = clamp(to_int(query.get("limit")), 1, 100, 50)
    parent, target = to_int(query.get("parent_id")), _target(call)
    user = query.get("user_id")
    chosen = _chosen(call, target, user)
    total = len(chosen)
    if parent is not None and parent > 0:
        above = comments.by_id(parent)
        within = set() if above is None else set(comments.replies(above))
        chosen = [number for number in chosen if number in within]
    tops = _tops(comments, chosen)
    if parent == 0:
        chosen = tops
    page, more = _page(call, _sorted(comments, chosen, str(sort)), str(sort), limit)
    pinned: list[int] = []
    if target is not None:
        pinned = [number for number in comments.below(target) if comments.is_pinned(number)]
    bundle = _bundle(call, page, page, pinned)
    bundle |= {
        "has_more": more,
        "has_more_id": parent,
        "sort": sort,
        "cursor": _cursor(comments, page[-1], str(sort)) if page else None,
    }
    if target is not None:
        bundle["pinned_comments"] = [comments.entity(number) for number in pinned]
        if not page:
            bundle["commentable_meta"] = comments.meta([target])
    if not parent:
        bundle["top_level_count"], bundle["total"] = len(tops), total
    if user:
        author = call.world.community.authors.find(user)
        if author is not None:
            bundle["user"] = call.world.community.authors.user(author, restricted=True)
    return bundle


def show(call: Call, comment: str) -> object:
    """Answer `GET comments/{id}`: one comment, its parent, and two levels of replies."""
    comments = call.world.community.comments
    number = comments.by_id(to_int(comment) or 0)
    if number is None:
        raise refuse(404, "Specified Comment couldn't be found.")
    bundle = _bundle(call, [number], [number])
    return bundle | {
        "has_more": False,
        "has_more_id": comments.id_of(number),
        "sort": "new",
        "cursor": _cursor(comments, number, "new"),
    }


def _target(call: Call) -> int | None:
    """Return the target of the comments; None for all."""
    kind, target_id = call.query.get("commentable_type"), call.query.get("commentable_id")
    if not kind or not target_id:
        return None
    if kind not in _TYPES:
        raise refuse(422, "invalid commentable type")
    target = call.world.community.comments.target_of(kind, to_int(target_id) or 0)
    if target is None:
        sentence = f"Specified {_CLASSES[kind]} couldn't be found."
        if kind == "beatmapset":
            sentence = "Specified beatmap couldn't be found."
        raise refuse(404, sentence)
    return target


def _chosen(call: Call, target: int | None, user: str | None) -> Sequence[int]:
    """Return the comments that fit target and author, oldest first."""
    comments = call.world.community.comments
    author = call.world.community.authors.find(user) if user else None
    if user and author is None:
        return []
    if target is None:
        return comments.by(author)[::-1] if author is not None else comments.alive()
    below = comments.below(target)[::-1]
    return below if author is None else [n for n in below if comments.index.author[n] == author]


def _tops(comments: Comments, chosen: Sequence[int]) -> list[int]:
    """Return those of some comments that answer no other one."""
    parent = comments.index.parent
    return [number for number in chosen if parent[number] < 0]


def _sorted(comments: Comments, chosen: Sequence[int], sort: str) -> Sequence[int]:
    if sort == "old":
        return chosen
    if sort == "new":
        return chosen[::-1]
    votes = comments.index.votes
    if len(chosen) == len(comments.alive()):
        return comments.by_votes()[::-1]
    return sorted(chosen, key=lambda number: (-votes[number], -number))


def _page(call: Call, chosen: Sequence[int], sort: str, limit: int) -> tuple[Sequence[int], bool]:
    """Return the comments of a page, and whether more follow."""
    query, comments = call.query, call.world.community.comments
    last = to_int(query.get("cursor[id]") or query.get("after"))
    if last is not None:
        number = comments.by_id(last)
        start = len(chosen) if number is None else _place(comments, chosen, number, sort)
    else:
        start = (clamp(to_int(query.get("page")), 1, 100_000, 1) - 1) * limit
    return chosen[start : start + limit], start + limit < len(chosen)


def _place(comments: Comments, chosen: Sequence[int], number: int, sort: str) -> int:
    """Return where the comments after this one begin."""
    votes = comments.index.votes
    key: Callable[[int], tuple[int, int]]
    if sort == "old":
        key = lambda one: (one, 0)  # noqa: E731 - one of three
    elif sort == "new":
        key = lambda one: (-one, 0)  # noqa: E731 - one of three
    else:
        key = lambda one: (-votes[one], -one)  # noqa: E731 - one of three
    place = bisect_left(chosen, key(number), key=key)
    return place + (place < len(chosen) and chosen[place] == number)


def _cursor(comments: Comments, number: int, sort: str) -> dict[str, object]:
    written = comments.index.written(number)
    cursor: dict[str, object] = {}
    if sort == "top":
        cursor["votes_count"] = comments.index.votes[number]
    cursor["created_at"] = f"{written:%Y-%m-%dT%H:%M:%S.000000Z}"
    cursor["id"] = comments.id_of(number)
    return cursor


def _bundle(
    call: Call, page: Sequence[int], bases: Iterable[int], pinned: Sequence[int] = ()
) -> dict[str, object]:
    """Return the parts that every `CommentBundle` has."""
    comments = call.world.community.comments
    index = comments.index
    included = dict.fromkeys(index.parent[n] for n in page if index.parent[n] >= 0)
    level = list(bases)
    for _ in range(_LEVELS):
        level = [reply for number in level for reply in islice(comments.replies(number), 50)]
        included |= dict.fromkeys(level)
    own = set(page)
    others = [number for number in included if number not in own]
    shown = [*page, *others]
    me = call.account
    voted = [comments.id_of(n) for n in shown if me is not None and comments.voted(n, me)]
    people = call.world.community.authors
    return {
        "comments": [comments.entity(number) for number in page],
        "has_more": False,
        "has_more_id": None,
        "included_comments": [comments.entity(number) for number in others],
        "pinned_comments": [],
        "user_votes": voted,
        "user_follow": False,
        "users": people.users((index.author[n] for n in [*shown, *pinned]), restricted=True),
        "sort": "new",
        "cursor": None,
        "commentable_meta": comments.meta(index.target[n] for n in shown),
    }


ROUTES: tuple[Route, ...] = (
    Route("/comments", listing, scope=""),
    Route("/comments/<comment>", show, scope=""),
)
