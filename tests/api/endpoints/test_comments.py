"""Endpoints of comments: bundles, deleted comments, pages."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from osubrowser.api import CommentableType, CommentSort, Cursor, NotFound
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, guest
from tests.conftest import ANSWERS, Server


def test_recorded_comments(recorded_server: Server) -> None:
    sent = json.loads((ANSWERS / "v2" / "get_comments_200.json").read_bytes())
    client = guest(recorded_server)
    page = client.comments()
    first = page.comments[0]
    assert (first.id, first.message, first.parent_id) == (
        sent["comments"][0]["id"],
        sent["comments"][0]["message"],
        None,
    )
    assert first.commentable_type is CommentableType.BEATMAPSET
    assert first.created_at == datetime(2026, 7, 4, 0, 43, 42, tzinfo=UTC)
    assert page.sort is CommentSort.NEW
    assert (page.has_more, page.total, page.top_level_count) == (True, 3860269, 2697960)
    assert len(page.included_comments) == len(sent["included_comments"])
    assert len(page.users) == len(sent["users"])
    assert page.cursor is not None
    assert page.cursor.id == sent["cursor"]["id"]
    [stub] = [meta for meta in page.commentable_meta if meta.id is None]
    assert (stub.url, bool(stub.title)) == (None, True)
    with pytest.raises(NotFound):
        client.comment(1)  # no answer of it was recorded


def test_a_deleted_comment_has_no_text(stub: Stub) -> None:
    gone = {"id": 1, "deleted_at": "2020-01-01T00:00:00Z", "commentable_type": None}
    answer(stub, {"comments": [gone], "commentable_meta": [{"title": "Deleted Item"}]})
    bundle = stub.client().comment(comment_id=1)
    assert asked(stub) == ("GET /comments/1", {})
    assert "authorization" not in stub.requests[-1].headers
    comment = bundle.comments[0]
    assert (comment.message, comment.message_html, comment.commentable_id) == (None, None, None)
    assert comment.deleted_at == datetime(2020, 1, 1, tzinfo=UTC)


def test_parameters(stub: Stub) -> None:
    stub.client().comments(
        commentable_type=CommentableType.CHANGELOG,
        commentable_id=5,
        parent_id=0,
        sort=CommentSort.TOP,
        cursor=Cursor(votes_count=3, id=9),
        limit=10,
    )
    assert asked(stub) == (
        "GET /comments",
        {
            "commentable_type": ["build"],
            "commentable_id": ["5"],
            "parent_id": ["0"],
            "sort": ["top"],
            "cursor[votes_count]": ["3"],
            "cursor[id]": ["9"],
            "limit": ["10"],
        },
    )


def test_the_walk_ends_although_the_cursor_does_not(stub: Stub) -> None:
    answer(
        stub,
        {"comments": [{"id": 2}], "has_more": True, "cursor": {"id": 2}},
        {"comments": [{"id": 1}], "has_more": False, "cursor": {"id": 1}},
    )
    client = stub.client()
    pages = list(client.pages(client.comments, user_id=2))
    assert [c.id for page in pages for c in page.comments] == [2, 1]
    assert asked(stub)[1] == {"user_id": ["2"], "cursor[id]": ["2"]}
    assert len(stub.requests) == 2
