"""Comments as they are shown: exactly what the server sent, in its order, of any depth."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api.cursor import Cursor
from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.comments import CommentBundle
from osubrowser.models.comments.comments import (
    CommentFeed,
    CommentPage,
    CommentSubject,
    CommentTree,
    page_of,
)
from osubrowser.models.posts.post import PostKind
from osubrowser.services.places.places import UserPlace
from osubrowser.services.runtime.tasks import TaskScope
from tests.conftest import raw_answer
from tests.models.posts.test_loads import Loader as AnsweringLoader
from tests.services.richtext.test_sanitize import HOSTILE

NOW = datetime(2026, 11, 29, tzinfo=UTC)
ORIGIN = "https://osu.ppy.sh"
SET = CommentSubject("beatmapset", 1)


def page(*comments: dict[str, Any], **rest: Any) -> CommentPage:
    body = {"comments": list(comments), "included_comments": [], "users": [], **rest}
    bundle = decode(msgspec.json.encode(body), CommentBundle)
    return page_of(bundle, SET, ORIGIN, NOW)


def comment(id: int, parent: int | None = None, replies: int = 0, **rest: Any) -> dict[str, Any]:
    return {
        "id": id,
        "parent_id": parent,
        "user_id": 7,
        "commentable_type": "beatmapset",
        "commentable_id": 1,
        "message": f"text {id}",
        "message_html": f"<p>text {id}</p>",
        "replies_count": replies,
        "created_at": "2026-11-28T00:00:00Z",
        **rest,
    }


@pytest.mark.answers
def test_recorded_comments_are_shown_as_they_were_sent() -> None:
    body = raw_answer("v2/get_comments_200.json")
    bundle = decode(msgspec.json.encode(body), CommentBundle)
    found = page_of(bundle, CommentSubject(), ORIGIN, NOW)
    users = {user["id"]: user for user in body["users"]}
    metas = {(m.get("type"), m.get("id")): m for m in body["commentable_meta"]}
    every = body["comments"] + body["included_comments"]
    assert list(found.order) == [sent["id"] for sent in body["comments"]]
    assert found.nodes.keys() == {sent["id"] for sent in every}
    for sent in every:
        node = found.nodes[sent["id"]]
        post = node.post
        assert node.parent == sent["parent_id"]
        assert node.replies == sent["replies_count"]
        user = users.get(sent["user_id"])
        if user is not None:
            assert post.author == user["username"]
            assert post.avatar == user["avatar_url"]
            assert post.place == UserPlace(user["id"])
        if sent.get("message") is not None:
            assert post.text.split() == sent["message"].split()
        votes = sent["votes_count"]
        assert (f"{votes:,} vote" in post.facts) == (votes > 0)
        assert ("edited" in post.facts) == (sent["edited_at"] is not None)
        assert post.is_dim == (sent["deleted_at"] is not None)
        assert any(pill.text == "Pinned" for pill in post.pills) == sent["pinned"]
        meta = metas.get((sent["commentable_type"], sent["commentable_id"]))
        if meta is not None:
            assert meta["title"][:50] in post.about
            assert meta["url"] in post.blocks[0]
        assert post.path == f"/comments/{sent['id']}"
    assert found.total == body["total"]
    assert found.threads == body["top_level_count"]
    assert found.next is not None
    assert dict(found.next) == body["cursor"]


def test_gone_authors_deleted_and_old_comments() -> None:
    found = page(
        comment(1, user_id=None, legacy_name="visitor 3"),
        comment(2, user_id=9),
        {**comment(3), "message": None, "message_html": None, "deleted_at": "2026-11-28T12:00:00Z"},
        comment(4, user_id=None),
    )
    assert found.nodes[1].post.author == "visitor 3"
    assert found.nodes[2].post.author == "[deleted user] (9)"
    assert found.nodes[2].post.place is None
    deleted = found.nodes[3].post
    assert deleted.is_dim
    assert deleted.text.startswith("This comment was deleted")
    assert found.nodes[4].post.author == "[deleted user]"


def test_hostile_html_is_sanitised() -> None:
    blocks = page(comment(1, message_html=HOSTILE)).nodes[1].post.blocks
    written = "".join(blocks).lower()
    assert "<script" not in written
    assert "javascript:" not in written
    assert "onerror" not in written


def test_a_thread_is_read_depth_first_and_says_where_replies_are_missing() -> None:
    tree = CommentTree()
    tree.add(
        page(
            comment(1, replies=3),
            included_comments=[comment(2, 1, replies=1), comment(3, 1), comment(4, 2, replies=5)],
        )
    )
    read = [(node.id, level, is_end) for node, level, is_end in tree.thread(1)]
    assert read == [
        (1, 0, False),
        (2, 1, False),
        (4, 2, False),
        (4, 3, True),
        (3, 1, False),
        (1, 1, True),
    ]
    assert tree.missing(tree.nodes[4]) == 5
    assert tree.missing(tree.nodes[1]) == 1


def test_a_chain_of_a_thousand_replies_and_a_circle_of_parents() -> None:
    tree = CommentTree()
    tree.add(page(comment(1), included_comments=[comment(n, n - 1) for n in range(2, 1_001)]))
    levels = [level for _, level, _ in tree.thread(1)]
    assert levels == list(range(1_000))
    circle = CommentTree()
    circle.add(page(comment(1, 2), comment(2, 1)))
    assert len(list(circle.thread(circle.top_of(1)))) == 2


class Loader:
    """Stands for a loader that is never used."""


@pytest.mark.usefixtures("qapp")
def test_pinned_comments_are_first_and_once() -> None:
    feed = CommentFeed(Loader(), TaskScope())  # type: ignore[arg-type] # never used
    feed._on_first(
        page(
            comment(3),
            comment(2, pinned=True),
            comment(1),
            pinned_comments=[comment(2, pinned=True)],
        )
    )
    assert [post.id for post in feed.posts] == ["pinned", "c2", "rest", "c3", "c1"]
    assert feed.posts[0].kind is PostKind.HEADING
    feed._on_page(page(comment(1), comment(0)))
    assert [post.id for post in feed.posts] == ["pinned", "c2", "rest", "c3", "c1", "c0"]
    assert feed.is_complete


@pytest.mark.usefixtures("loop")
def test_replies_that_are_known_are_passed_over(qtbot: QtBot) -> None:
    loader = AnsweringLoader()
    scope = TaskScope()
    feed = CommentFeed(loader, scope)  # type: ignore[arg-type] # answers as one
    known, more = comment(2, 1), {"has_more": True, "cursor": {"id": 2, "created_at": "x"}}
    loader.answers = [page(known, **more), page(comment(3, 1))]
    feed._on_first(page(comment(1, replies=2), included_comments=[known]))
    feed.act("replies:1")
    qtbot.waitUntil(lambda: [post.text for post in feed.posts] == ["text 1", "text 2", "text 3"])
    assert len(loader.asked) == 2
    assert loader.asked[1][3] is not None
    feed.clear()
    scope.cancel_all()


@pytest.mark.usefixtures("loop")
def test_replies_that_repeat_themselves_end(qtbot: QtBot) -> None:
    loader = AnsweringLoader()
    scope = TaskScope()
    feed = CommentFeed(loader, scope)  # type: ignore[arg-type] # answers as one
    known = comment(2, 1)
    circle = [page(known, has_more=True, cursor={"id": n}) for n in (7, 8)]
    loader.answers = circle * 10
    feed._on_first(page(comment(1, replies=9), included_comments=[known]))
    feed.act("replies:1")
    qtbot.waitUntil(lambda: not feed.loads.count)
    assert [post.text for post in feed.posts] == ["text 1", "text 2"]
    assert len(loader.asked) == 3
    feed.clear()
    scope.cancel_all()


@pytest.mark.usefixtures("qapp")
def test_comments_that_repeat_themselves_end() -> None:
    feed = CommentFeed(Loader(), TaskScope())  # type: ignore[arg-type] # never used
    asked = Cursor(id=7)
    for cursor in (asked, Cursor(id=8)):
        feed._on_first(page(comment(1), has_more=True, cursor=asked))
        assert not feed.is_complete
        feed._on_page(page(comment(1), has_more=True, cursor=cursor), asked)
        assert feed.is_complete


@pytest.mark.usefixtures("qapp")
def test_replies_of_replies_are_added_below_their_parents() -> None:
    feed = CommentFeed(Loader(), TaskScope())  # type: ignore[arg-type] # never used
    feed._on_first(page(comment(1, replies=2), comment(9)))
    assert [post.text for post in feed.posts] == ["text 1", "2 replies", "text 9"]
    feed._on_replies(1, page(comment(2, 1, replies=1), comment(3, 1)))
    shown = [(post.text, post.level) for post in feed.posts]
    assert shown == [("text 1", 0), ("text 2", 1), ("1 reply", 2), ("text 3", 1), ("text 9", 0)]
    feed._on_replies(2, page(comment(4, 2)))
    shown = [(post.text, post.level) for post in feed.posts]
    assert shown == [("text 1", 0), ("text 2", 1), ("text 4", 2), ("text 3", 1), ("text 9", 0)]
