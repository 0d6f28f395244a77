"""Endpoints of the forum: boards, topics and posts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osubrowser.api.auth.grants import Scope
from osubrowser.api.calls import ApiCalls
from osubrowser.api.endpoints.list_params import cursor_params
from osubrowser.api.endpoints.references import (
    FORUM,
    POST,
    TOPIC,
    ForumRef,
    PostRef,
    TopicRef,
    id_of,
    id_segment,
)
from osubrowser.api.entities.forum import (
    CreateForumTopicResponse,
    Forum,
    ForumPoll,
    ForumPost,
    Forums,
    ForumTopic,
    ForumTopicAndPosts,
    ForumTopicListing,
    ForumTopics,
    ForumTopicSort,
    ForumTopicsSort,
)
from osubrowser.api.paging import by_cursor


class ForumEndpoints(ApiCalls):
    """Endpoints below `forums`.

    Writes need a player who signed in with the scope `forum.write`, and are never retried: after
    Offline or ServerTrouble they may have arrived.
    """

    def forum_listing(self) -> list[Forum]:
        """Return all boards, two levels deep: `GET forums`. Raises OsuError."""
        return self._get("/forums", Forums).forums

    def forum_topics(
        self, forum_id: ForumRef, *, sort: str | None = None, with_replies: bool | None = None
    ) -> ForumTopics:
        """Return a board with its 50 newest topics and the pinned ones: `GET forums/{forum}`.

        `with_replies` filters topics with (True) or without (False) replies. Raises NotFound;
        `forum_topic_listing` has all topics.
        """
        params = {"sort": sort, "with_replies": with_replies}
        return self._get(f"/forums/{id_segment(forum_id, FORUM)}", ForumTopics, params)

    forum = forum_topics

    @by_cursor(items="topics")
    def forum_topic_listing(
        self,
        *,
        forum_id: ForumRef | None = None,
        sort: ForumTopicsSort | str | None = None,
        limit: int | None = None,
        cursor_string: str | None = None,
        cursor: Mapping[str, Any] | None = None,
    ) -> ForumTopicListing:
        """Return a page of topics by their last post, newest first: `GET forums/topics`.

        `forum_id` is one board; `limit` is 1 to 50 (default 50). Raises OsuError.
        """
        params = {
            "forum_id": id_of(forum_id, FORUM),
            "sort": sort,
            "limit": limit,
            **cursor_params(cursor, cursor_string),
        }
        return self._get("/forums/topics", ForumTopicListing, params)

    @by_cursor(items="posts")
    def forum_topic(
        self,
        topic_id: TopicRef,
        *,
        cursor_string: str | None = None,
        sort: ForumTopicSort | str | None = None,
        limit: int | None = None,
        start: int | str | None = None,
        end: int | None = None,
        n: int | None = None,
        cursor: Mapping[str, Any] | None = None,
    ) -> ForumTopicAndPosts:
        """Return a topic with a page of its posts, oldest first: `GET forums/topics/{topic}`.

        The page begins at the post with the id `start` for the order `id_asc`, or `end` for
        `id_desc`; `start` may be `latest` or `unread`. `n` is the number of a post in the topic,
        from 1. `limit` is 1 to 50 (default 50). Raises NotFound.
        """
        params = {
            "sort": sort,
            "limit": limit,
            "start": start,
            "end": end,
            "n": n,
            **cursor_params(cursor, cursor_string),
        }
        return self._get(
            f"/forums/topics/{id_segment(topic_id, TOPIC)}", ForumTopicAndPosts, params
        )

    # --- writes ----------------------------------------------------------------------------

    def forum_create_topic(
        self, forum_id: ForumRef, title: str, body: str, *, poll: ForumPoll | None = None
    ) -> CreateForumTopicResponse:
        """Create a topic: `POST forums/topics`. `body` is BBCode.

        Raises LoginRequired for a guest, Forbidden without the scope `forum.write` (both before
        anything is sent) or without the right to post there, InvalidRequest for invalid texts.
        """
        sent: dict[str, Any] = {"forum_id": id_of(forum_id, FORUM), "title": title, "body": body}
        if poll is not None:
            sent["with_poll"] = True
            sent["forum_topic_poll"] = {
                "hide_results": poll.hide_results,
                "length_days": poll.length_days,
                "max_options": poll.max_options,
                "options": "\r\n".join(poll.options),
                "title": poll.title,
                "vote_change": poll.vote_change,
            }
        return self._send(
            "POST",
            "/forums/topics",
            CreateForumTopicResponse,
            json=sent,
            needs_player=True,
            scope=Scope.FORUM_WRITE,
        )

    def forum_reply(self, topic_id: TopicRef, body: str) -> ForumPost:
        """Reply to a topic: `POST forums/topics/{topic}/reply`. `body` is BBCode.

        Raises as `forum_create_topic` does, and NotFound for a topic that does not exist.
        """
        return self._send(
            "POST",
            f"/forums/topics/{id_segment(topic_id, TOPIC)}/reply",
            ForumPost,
            json={"body": body},
            needs_player=True,
            scope=Scope.FORUM_WRITE,
        )

    def forum_edit_topic(self, topic_id: TopicRef, title: str) -> ForumTopic:
        """Change the title of one's own topic: `PUT forums/topics/{topic}`.

        Raises as `forum_reply` does.
        """
        return self._send(
            "PUT",
            f"/forums/topics/{id_segment(topic_id, TOPIC)}",
            ForumTopic,
            json={"forum_topic": {"topic_title": title}},
            needs_player=True,
            scope=Scope.FORUM_WRITE,
        )

    def forum_edit_post(self, post_id: PostRef, body: str) -> ForumPost:
        """Change the text of one's own post: `PUT forums/posts/{post}`.

        Raises as `forum_reply` does.
        """
        return self._send(
            "PUT",
            f"/forums/posts/{id_segment(post_id, POST)}",
            ForumPost,
            json={"body": body},
            needs_player=True,
            scope=Scope.FORUM_WRITE,
        )
