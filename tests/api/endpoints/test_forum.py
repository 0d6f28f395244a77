"""Endpoints of the forum: boards, topics, polls, writes."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from osubrowser.api import (
    Client,
    Forbidden,
    ForumPoll,
    ForumTopicSort,
    ForumTopicType,
    LoginRequired,
    ServerTrouble,
)
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, guest, player, sent
from tests.conftest import ANSWERS, Server

POST = {
    "id": 5,
    "topic_id": 7,
    "forum_id": 1,
    "user_id": 2,
    "body": {"html": "<b>x</b>", "raw": "x"},
}


def test_recorded_topic(recorded_server: Server) -> None:
    sent = json.loads((ANSWERS / "v2" / "get_forum_topic_200.json").read_bytes())
    client = guest(recorded_server)
    answer = client.forum_topic(7)
    assert answer.topic.title == sent["topic"]["title"]
    assert (answer.topic.views, answer.topic.is_locked) == (5981, True)
    assert answer.topic.type is ForumTopicType.NORMAL
    assert answer.topic.poll is None
    assert answer.search.sort is ForumTopicSort.OLD
    post = answer.posts[0]
    assert post.created_at == datetime(2007, 8, 31, 19, 29, 3, tzinfo=UTC)
    assert post.body is not None
    assert post.body.raw == sent["posts"][0]["body"]["raw"]
    walked = list(client.pages(client.forum_topic, 7))
    # The cursor is never null: no posts end it.
    assert [len(page.posts) for page in walked] == [len(sent["posts"])]


def test_boards_and_topics(stub: Stub) -> None:
    client = stub.client()
    deep = {"id": 3, "name": "c", "subforums": []}
    answer(
        stub, {"forums": [{"id": 1, "name": "a", "subforums": [{"id": 2, "subforums": [deep]}]}]}
    )
    boards = client.forum_listing()
    assert boards[0].subforums is not None
    assert boards[0].subforums[0].subforums is not None
    assert boards[0].subforums[0].subforums[0].name == "c"

    answer(stub, {"forum": {"id": 1, "name": "a"}, "topics": [{"id": 7}], "pinned_topics": []})
    assert client.forum_topics(1).topics[0].id == 7
    assert client.forum(1).forum.name == "a"
    assert asked(stub) == ("GET /forums/1", {})

    answer(stub, {"topics": [{"id": 7, "type": "sticky"}], "cursor": None})
    assert client.forum_topic_listing(forum_id=1, sort="old").topics[0].type == "sticky"
    assert asked(stub) == ("GET /forums/topics", {"forum_id": ["1"], "sort": ["old"]})


def test_a_poll_on_a_topic(stub: Stub) -> None:
    text = {"bbcode": "[b]yes[/b]", "html": "<strong>yes</strong>"}
    options = [{"id": 0, "text": text, "vote_count": 4}, {"id": 1, "text": text}]
    poll = {"title": text, "options": options, "max_votes": 2, "ended_at": None}
    answer(stub, {"topic": {"id": 7, "poll": poll}, "posts": [POST]})
    topic = stub.client().forum_topic(7, start="latest", n=3).topic
    assert asked(stub) == ("GET /forums/topics/7", {"start": ["latest"], "n": ["3"]})
    assert topic.poll is not None
    assert topic.poll.title.bbcode == "[b]yes[/b]"
    assert [option.vote_count for option in topic.poll.options] == [4, None]


def test_writing(stub: Stub) -> None:
    client = player(stub, "public", "forum.write")
    answer(stub, {"topic": {"id": 7, "title": "t"}, "post": POST})
    made = client.forum_create_topic(
        1, "t", "x", poll=ForumPoll(["a", "b"], "which", max_options=2)
    )
    assert (made.topic.id, made.post.id) == (7, 5)
    assert asked(stub) == ("POST /forums/topics", {})
    assert sent(stub) == {
        "forum_id": 1,
        "title": "t",
        "body": "x",
        "with_poll": True,
        "forum_topic_poll": {
            "hide_results": False,
            "length_days": 0,
            "max_options": 2,
            "options": "a\r\nb",
            "title": "which",
            "vote_change": False,
        },
    }
    answer(stub, POST)
    assert client.forum_reply(7, "x").body is not None
    assert (asked(stub)[0], sent(stub)) == ("POST /forums/topics/7/reply", {"body": "x"})
    assert client.forum_edit_post(5, "y").id == 5
    assert (asked(stub)[0], sent(stub)) == ("PUT /forums/posts/5", {"body": "y"})
    answer(stub, {"id": 7, "title": "u"})
    assert client.forum_edit_topic(7, "u").title == "u"
    assert asked(stub)[0] == "PUT /forums/topics/7"
    assert sent(stub) == {"forum_topic": {"topic_title": "u"}}


def test_who_may_not_write_is_told_before_anything_is_sent(stub: Stub) -> None:
    clients: list[tuple[Client, type[Exception]]] = [
        (stub.client(), LoginRequired),
        (player(stub, "public"), Forbidden),
    ]
    for client, error in clients:
        with pytest.raises(error):
            client.forum_reply(7, "x")
        with pytest.raises(error):
            client.forum_create_topic(1, "t", "x")
        with pytest.raises(error):
            client.forum_edit_topic(7, "t")
        with pytest.raises(error):
            client.forum_edit_post(5, "x")
    assert stub.requests == []


def test_an_edit_is_not_sent_twice(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(503))
    with pytest.raises(ServerTrouble):
        player(stub, "forum.write").forum_edit_post(5, "x")
    assert len(stub.requests) == 1
