"""Routes of the forum: reading, writing and moderation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, to_int
from osubrowser.demo.http.replies import Refusal, refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.clock import LAUNCH, seconds
from osubrowser.demo.world.community.forum import POSTS, Topic, sections_by_id

MOST = 50
"""How many topics or posts are on a page."""

_LONGEST_TITLE, _LONGEST_BODY = 100, 60_000


def listing(call: Call) -> object:
    """Answer `GET forums`."""
    return {"forums": call.world.community.forum.tree()}


def section(call: Call, forum: str) -> object:
    """Answer `GET forums/{id}`: the newest topics, and the pinned ones."""
    found, board = _section(call, forum), call.world.community.forum
    ids = [id for _, id in board.in_forum(found)]
    pinned: list[Topic] = []
    if sections_by_id()[found].topic != "set":
        everything = [topic for id in ids if (topic := board.find(id)) is not None]
        pinned = [topic for topic in everything if topic.type != "normal"]
        plain = [topic for topic in everything if topic.type == "normal"]
    else:
        plain = [topic for id in ids[:MOST] if (topic := board.find(id)) is not None]
    if call.query.get("sort") == "created":
        plain.sort(key=lambda topic: -topic.created)
    return {
        "forum": board.section(found),
        "topics": [board.topic(topic) for topic in plain[:MOST]],
        "pinned_topics": [board.topic(topic) for topic in pinned],
    }


def topics(call: Call) -> object:
    """Answer `GET forums/topics`: by the time of the last post."""
    query, board = call.query, call.world.community.forum
    forum = to_int(query.get("forum_id"))
    limit = clamp(to_int(query.get("limit")), 1, MOST, MOST)
    oldest_first = query.get("sort") == "old"
    found = board.in_forum(forum) if forum is None or forum in sections_by_id() else []
    if oldest_first:
        found.reverse()
    after = _second(read_cursor(query).get("topic_last_post_time"))
    if after is not None:
        found = [t for t in found if (t[0] > after if oldest_first else t[0] < after)]
    page = [topic for _, id in found[:limit] if (topic := board.find(id)) is not None]
    last = _cursor_time(page[-1].last) if page else None
    cursor: dict[str, object] | None = {"topic_last_post_time": last}
    body: dict[str, object] = {"topics": [board.topic(topic) for topic in page]}
    return with_cursor(body, cursor if len(found) > limit else None)


def topic(call: Call, topic: str) -> object:
    """Answer `GET forums/topics/{id}`: posts from one place on; the cursor only ends with them."""
    board, found, query = call.world.community.forum, _topic(call, topic), call.query
    backwards = query.get("sort") == "id_desc"
    limit = clamp(to_int(query.get("limit")), 1, MOST, MOST)
    places = list(range(found.posts))
    first, last, nth = query.get("start"), to_int(query.get("end")), to_int(query.get("n"))
    after = to_int(read_cursor(query).get("id"))
    if first in ("latest", "unread"):
        places = places[-limit:]
    elif (lowest := to_int(first)) is not None:
        places = [place for place in places if found.id * POSTS + place >= lowest]
    if nth is not None and nth > 0:
        places = places[nth - 1 :]
    if last is not None:
        places = [place for place in places if found.id * POSTS + place <= last]
        places = places if first else places[-limit:]
    if backwards:
        places.reverse()
    if after is not None:
        ids = found.id * POSTS
        places = [p for p in places if (ids + p < after if backwards else ids + p > after)]
    page = places[:limit]
    body: dict[str, object] = {
        "posts": [board.post(found, place) for place in page],
        "search": {"limit": limit, "sort": "id_desc" if backwards else "id_asc"},
        "topic": board.topic(found),
    }
    return with_cursor(body, {"id": found.id * POSTS + page[-1]} if page else None)


# --- writing --------------------------------------------------------------------------------------


def create(call: Call) -> object:
    """Answer `POST forums/topics`."""
    fields, board = call.fields, call.world.community.forum
    forum = _section(call, str(fields.get("forum_id") or ""))
    if sections_by_id()[forum].topic == "":
        raise refuse(403, "This forum is not for topics.")
    title, body = _title(fields.get("title")), _body(fields.get("body"), "forum_topic")
    _refuse_if_full(call)
    made = board.store.create(forum, call.person, title, body)
    poll = fields.get("forum_topic_poll")
    if fields.get("with_poll") and isinstance(poll, Mapping):
        board.store.ask(made, poll)
    return {"topic": board.topic(made), "post": board.post(made, 0)}


def reply(call: Call, topic: str) -> object:
    """Answer `POST forums/topics/{id}/reply`."""
    found, board = _topic(call, topic), call.world.community.forum
    if found.locked:
        raise refuse(403, "This topic has been locked.")
    body = _body(call.fields.get("body"), "forum_post")
    _refuse_if_full(call)
    if found.posts >= POSTS - 1:
        raise refuse(403, "This topic is full.")
    place = board.store.reply(found, call.person, body)
    return board.post(board.store.grown(found), place)


def edit_topic(call: Call, topic: str) -> object:
    """Answer `PUT` and `PATCH forums/topics/{id}`: its author may give it another title."""
    found, board = _topic(call, topic), call.world.community.forum
    if found.author != call.person:
        raise refuse(403, "You can not edit someone else's post.")
    sent = call.fields.get("forum_topic")
    # As on osu!, a topic without a new title stays as it is.
    if isinstance(sent, Mapping) and "topic_title" in sent:
        board.store.rename(found, _title(sent["topic_title"]))
    return board.topic(found)


def edit_post(call: Call, post: str) -> object:
    """Answer `PUT` and `PATCH forums/posts/{id}`: its author may change the text."""
    number, board = to_int(post) or 0, call.world.community.forum
    known = board.find_post(number)
    if known is None:
        raise refuse(404, "Specified Forum\\Post couldn't be found.")
    found, place = known
    if board.author(found, place) != call.person:
        raise refuse(403, "You can not edit someone else's post.")
    if found.locked:
        raise refuse(403, "This topic has been locked.")
    board.store.change(number, _body(call.fields.get("body"), "forum_post"))
    return board.post(found, place)


def lock(call: Call, topic: str) -> object:
    """Answer `POST forums/topics/{id}/lock`: for one's own topics."""
    found, board = _topic(call, topic), call.world.community.forum
    if board.store.topic(found.id) is None or found.author != call.person:
        raise refuse(403, "You are not allowed to moderate this forum.")
    wanted = str(call.fields.get("lock", "1")).lower()
    board.store.lock(found, locked=wanted in ("1", "true", "on"))
    return board.topic(board.find(found.id) or found)


def pin(call: Call, topic: str) -> object:
    """Answer `POST forums/topics/{id}/pin`, which is the moderators'."""
    _topic(call, topic)
    raise refuse(403, "You are not allowed to moderate this forum.")


# --- what was asked for ---------------------------------------------------------------------------


def _section(call: Call, forum: str) -> int:
    number = to_int(forum) or 0
    if number not in sections_by_id():
        raise refuse(404, "Specified Forum\\Forum couldn't be found.")
    return number


def _topic(call: Call, topic: str) -> Topic:
    found = call.world.community.forum.find(to_int(topic) or 0)
    if found is None:
        raise refuse(404, "Specified Forum\\Topic couldn't be found.")
    return found


def _title(value: object) -> str:
    return _text(value, _LONGEST_TITLE, "forum_topic", "topic_title", "Topic title")


def _body(value: object, model: str) -> str:
    return _text(value, _LONGEST_BODY, model, "post_text", "Post body")


def _text(value: object, most: int, model: str, field: str, label: str) -> str:
    """Return a text that is neither empty nor too long.

    Raises:
        Refusal: 422, which says what is wrong.
    """
    text = value.strip() if isinstance(value, str) else ""
    if text and len(text) <= most:
        return text
    wrong = f"{label} is too long." if text else f"{label} cannot be empty."
    raise Refusal(422, {"error": wrong, "form_error": {model: {field: [wrong]}}})


def _refuse_if_full(call: Call) -> None:
    if call.world.community.forum.store.is_full():
        raise refuse(403, "Please wait a while before posting again.")


def _cursor_time(second: int) -> str:
    return f"{LAUNCH + timedelta(seconds=second):%Y-%m-%dT%H:%M:%S.000000Z}"


def _second(text: object) -> int | None:
    try:
        return seconds(datetime.fromisoformat(str(text or "")))
    except (TypeError, ValueError):
        return None


_WRITE, _MANAGE = "forum.write", "forum.write_manage"

ROUTES: tuple[Route, ...] = (
    Route("/forums", listing),
    Route("/forums/<forum>", section),
    Route("/forums/topics", topics),
    Route("/forums/topics/<topic>", topic),
    Route("/forums/topics", create, scope=_WRITE, person=True, method="POST"),
    Route("/forums/topics/<topic>", edit_topic, scope=_WRITE, person=True, method="PUT"),
    Route("/forums/topics/<topic>", edit_topic, scope=_WRITE, person=True, method="PATCH"),
    Route("/forums/topics/<topic>/reply", reply, scope=_WRITE, person=True, method="POST"),
    Route("/forums/posts/<post>", edit_post, scope=_WRITE, person=True, method="PUT"),
    Route("/forums/posts/<post>", edit_post, scope=_WRITE, person=True, method="PATCH"),
    Route("/forums/topics/<topic>/lock", lock, scope=_MANAGE, person=True, method="POST"),
    Route("/forums/topics/<topic>/pin", pin, scope=_MANAGE, person=True, method="POST"),
)
