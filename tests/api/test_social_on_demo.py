"""Client against the demo server: forum, chat, comments, matches, rooms, news."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from itertools import islice
from typing import ParamSpec, TypeVar
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from osubrowser.api import (
    Authorization,
    BeatmapsetEventType,
    Client,
    ForumPoll,
    InvalidRequest,
    MemoryTokenStore,
    NotFound,
    RoomCategory,
)
from osubrowser.api.decoding import decode as decoding
from tests.api.stub_calls import guest
from tests.conftest import Server

P = ParamSpec("P")
Page = TypeVar("Page")


@pytest.fixture
def client(
    demo_server: Server, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """A guest's client; fails the test if anything the demo sent had to be dropped."""
    monkeypatch.setattr(decoding, "_reported", set())
    caplog.set_level(logging.WARNING, "osubrowser.api")
    client = guest(demo_server)
    yield client
    client.close()
    assert [r.getMessage() for r in caplog.records if r.name == "osubrowser.api"] == []


def follow(authorization: Authorization) -> str:
    with requests.get(authorization.url, allow_redirects=False, timeout=5) as answer:
        return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]


@pytest.fixture
def player(demo_server: Server) -> Iterator[Client]:
    """The client of a player who lets it write."""
    client = Client(
        demo_server.client_id,
        demo_server.client_secret,
        "http://127.0.0.1:17272/callback",
        ["public", "identify", "forum.write", "chat.read", "chat.write"],
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
        authorize=follow,
    )
    yield client
    client.close()


def some(
    client: Client, count: int, call: Callable[P, Page], *args: P.args, **kwargs: P.kwargs
) -> list[Page]:
    """Return the first pages of a call."""
    return list(islice(client.pages(call, *args, **kwargs), count))


def test_comments(client: Client) -> None:
    bundle = client.comment(comment_id=1)
    assert bundle.comments[0].id == 1
    assert bundle.comments[0].message
    assert bundle.commentable_meta[-1].id is None
    pages = some(client, 3, client.comments, sort="old", limit=20)
    ids = [comment.id for page in pages for comment in page.comments]
    assert len(ids) == len(set(ids)) == 60
    moments = [c.created_at for page in pages for c in page.comments if c.created_at]
    assert moments == sorted(moments)


def test_news_changelog_wiki_and_season(client: Client) -> None:
    first, second = some(client, 2, client.news_listing, limit=3)
    post = client.news_post(first.news_posts[0].slug)
    assert post.content
    assert post.navigation is not None
    assert post.navigation.older is not None
    assert post.navigation.older.id == first.news_posts[1].id
    assert {p.id for p in first.news_posts}.isdisjoint(p.id for p in second.news_posts)

    pages = some(client, 3, client.changelog_listing, stream="lazer")
    builds = [build for page in pages for build in page.builds]
    assert len({build.id for build in builds}) == len(builds) == 63
    assert {b.update_stream.name for b in builds if b.update_stream} == {"lazer"}
    build = client.changelog_build("lazer", str(builds[1].version))
    assert build.id == builds[1].id == client.changelog_build_lookup(build.id, key="id").id
    assert build.versions is not None
    assert build.versions.next is not None
    assert build.versions.next.id == builds[0].id

    assert client.wiki_page("en", "main_page").path == "Main_page"
    with pytest.raises(NotFound):
        client.wiki_page("en", "Nowhere/to_be_found")
    assert client.seasonal_backgrounds().backgrounds[0].url


def test_matches(client: Client) -> None:
    listed = client.matches(active=False).matches[0]
    assert listed.end_time is not None
    back = some(client, 50, client.match, listed.id, limit=10)
    on = some(client, 50, client.match, listed.id, limit=10, after_id=0)
    there = sorted(event.id for page in back for event in page.events)
    assert there == [event.id for page in on for event in page.events]
    assert (there[0], there[-1]) == (back[0].first_event_id, back[0].latest_event_id)
    games = [event.game for page in on for event in page.events if event.game]
    assert games
    score = games[0].scores[0]
    assert score.id is None
    assert score.match is not None
    with pytest.raises(NotFound):
        client.match(1)


def test_rooms_and_the_daily_challenge(client: Client) -> None:
    room = client.daily_challenge()
    assert room is not None
    assert room.category is RoomCategory.DAILY_CHALLENGE
    assert room.current_playlist_item is not None
    item = room.current_playlist_item
    assert [i.id for i in client.room(room.id).playlist or ()] == [item.id]
    board = client.room_leaderboard(room.id)
    pages = some(client, 2, client.multiplayer_scores, room.id, item.id)
    scores = [score for page in pages for score in page.scores]
    totals = [score.total_score for score in scores]
    assert totals == sorted(totals, reverse=True)
    assert {score.playlist_item_id for score in scores} == {item.id}
    assert board.leaderboard[0].total_score == totals[0]
    best = set()  # of those who share the first place, which may be more than a page of them
    for page in client.pages(client.multiplayer_scores, room.id, item.id):
        best |= {score.user_id for score in page.scores if score.total_score == totals[0]}
        if page.scores[-1].total_score < totals[0]:
            break
    assert board.leaderboard[0].user_id in best
    realtime = client.rooms(type_group="realtime", mode="all")[0]
    assert some(client, 9, client.room_events, realtime.id)[0].events
    with pytest.raises(InvalidRequest):
        client.room_events(room.id)


def test_what_players_did(client: Client) -> None:
    event = client.user_recent_activity(10690090)[0]
    assert event.created_at is not None
    assert event.type is not None
    pages = some(client, 3, client.events)
    assert len({e.id for page in pages for e in page.events}) == 150
    history = [h for page in some(client, 20, client.user_kudosu, 3178418) for h in page]
    assert history[0].action is not None
    assert len({entry.id for entry in history}) == len(history)


def test_modding(client: Client) -> None:
    posts = client.beatmapset_discussion_posts()
    assert posts.discussions[0].message_type is not None
    found = client.beatmapset_discussion_posts(posts.discussions[0].id, types=["first", "reply"])
    assert {p.beatmapset_discussion_id for p in found.posts} == {posts.discussions[0].id}
    pages = some(client, 2, client.beatmapset_discussions, message_types=["problem"])
    assert {d.message_type for page in pages for d in page.discussions} == {"problem"}
    assert client.beatmapset_discussion_votes(vote=1).votes[0].score == 1
    events = client.beatmapsets_events(types=[BeatmapsetEventType.ISSUE_REOPEN]).events
    assert {event.type for event in events} == {BeatmapsetEventType.ISSUE_REOPEN}


def test_search(client: Client) -> None:
    found = client.search(query="peppy")
    assert found.user is not None
    assert found.user.data[0].username == "peppy"
    assert found.user.data[0].profile_colour
    walked = some(client, 9, client.search, "a", mode="user")
    users = [user.id for page in walked if page.user for user in page.user.data]
    assert len(set(users)) == len(users) == min(100, walked[0].user.total if walked[0].user else 0)


def test_the_forum_keeps_what_is_written(client: Client, player: Client) -> None:
    boards = client.forum_listing()
    board = next(sub for forum in boards for sub in forum.subforums or ())
    made = player.forum_create_topic(board.id, "A title", "A text", poll=ForumPoll(["a", "b"], "q"))
    reply = player.forum_reply(made.topic.id, "An answer")
    player.forum_edit_topic(made.topic.id, "Another title")
    player.forum_edit_post(reply.id, "Another answer")
    seen = client.forum_topic(made.topic.id)
    assert seen.topic.title == "Another title"
    assert seen.topic.poll is not None
    assert [option.text.bbcode for option in seen.topic.poll.options] == ["a", "b"]
    assert [post.body.raw for post in seen.posts if post.body] == ["A text", "Another answer"]
    assert made.topic.id in {topic.id for topic in client.forum_topics(board.id).topics}
    topics = some(client, 2, client.forum_topic_listing, forum_id=board.id)
    assert {topic.forum_id for page in topics for topic in page.topics} == {board.id}


def test_chat_keeps_what_is_said(player: Client) -> None:
    made = player.send_pm(2, "Hello")
    assert made.new_channel_id is not None
    assert player.chat_messages(made.new_channel_id)[-1].content == "Hello"
    assert player.chat_channel(made.new_channel_id).channel.type == "PM"
    player.chat_mark_as_read(made.new_channel_id, made.message.message_id)
    silences = player.chat_ack(since=made.message.message_id)
    assert all(silence.id and silence.user_id for silence in silences)
    channel = player.chat_channels()[0]
    assert channel.type == "PUBLIC"
