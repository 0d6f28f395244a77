"""Entities of the forum: boards, topics, posts and polls."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, Int64, OpenEnum, Timestamp


class ForumTopicType(OpenEnum):
    """Type of a topic; announcements and sticky ones come first."""

    NORMAL = "normal"
    STICKY = "sticky"
    ANNOUNCEMENT = "announcement"


class ForumTopicSort(OpenEnum):
    """Sort order of a topic's posts."""

    NEW = "id_desc"
    OLD = "id_asc"


class ForumTopicsSort(OpenEnum):
    """Sort order of topics, by their last post."""

    NEW = "new"
    OLD = "old"


class Forum(Entity, frozen=True, kw_only=True):
    """Board; `subforums` are nested two levels deep."""

    id: Int64 = 0
    name: str = ""
    description: str = ""
    subforums: list[Forum] | None = None


class Forums(Entity, frozen=True, kw_only=True):
    """Response of `forums`."""

    forums: list[Forum] = msgspec.field(default_factory=list)


class ForumText(Entity, frozen=True, kw_only=True):
    """Text in a poll: BBCode, and HTML that must be sanitized before display."""

    bbcode: str = ""
    html: str = ""


class ForumPollOption(Entity, frozen=True, kw_only=True):
    """Poll option; `vote_count` is None while the results are hidden."""

    id: Int64 = 0
    text: ForumText = ForumText()
    vote_count: Int64 | None = None


class ForumPollModel(Entity, frozen=True, kw_only=True):
    """Poll of a topic."""

    allow_vote_change: bool | None = None
    ended_at: Timestamp | None = None
    hide_incomplete_results: bool | None = None
    last_vote_at: Timestamp | None = None
    max_votes: Int64 = 1
    options: list[ForumPollOption] = msgspec.field(default_factory=list)
    started_at: Timestamp | None = None
    title: ForumText = ForumText()
    total_vote_count: Int64 = 0


class ForumTopic(Entity, frozen=True, kw_only=True):
    """Topic without its posts."""

    identified_by = ("id", "title")

    id: Int64 = 0
    forum_id: Int64 = 0
    user_id: Int64 | None = None
    title: str = ""
    type: ForumTopicType | None = None
    created_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    deleted_at: Timestamp | None = None
    first_post_id: Int64 | None = None
    last_post_id: Int64 | None = None
    post_count: Int64 = 0
    is_locked: bool | None = None
    views: Int64 = 0
    poll: ForumPollModel | None = None


class ForumPostBody(Entity, frozen=True, kw_only=True):
    """Text of a post: BBCode in `raw`, HTML that must be sanitized in `html`."""

    html: str = ""
    raw: str = ""


class ForumPost(Entity, frozen=True, kw_only=True):
    """Post in a topic."""

    identified_by = ("id", "topic_id")

    id: Int64 = 0
    topic_id: Int64 = 0
    forum_id: Int64 = 0
    user_id: Int64 | None = None
    created_at: Timestamp | None = None
    edited_at: Timestamp | None = None
    edited_by_id: Int64 | None = None
    deleted_at: Timestamp | None = None
    body: ForumPostBody | None = None


class ForumTopicSearch(Entity, frozen=True, kw_only=True):
    """Parameters as the server applied them."""

    sort: ForumTopicSort | None = None
    limit: Int64 | None = None
    start: Int64 | str | None = None
    end: Int64 | str | None = None


class ForumTopicAndPosts(Entity, frozen=True, kw_only=True):
    """Topic with a page of its posts; `cursor` is None only for an empty page."""

    topic: ForumTopic = ForumTopic()
    posts: list[ForumPost] = msgspec.field(default_factory=list)
    search: ForumTopicSearch = ForumTopicSearch()
    cursor: Cursor | None = None
    cursor_string: str | None = None


class ForumTopics(Entity, frozen=True, kw_only=True):
    """Board with its newest and its pinned topics."""

    forum: Forum = Forum()
    topics: list[ForumTopic] = msgspec.field(default_factory=list)
    pinned_topics: list[ForumTopic] = msgspec.field(default_factory=list)


class ForumTopicListing(Entity, frozen=True, kw_only=True):
    """Page of topics by their last post."""

    topics: list[ForumTopic] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None


class CreateForumTopicResponse(Entity, frozen=True, kw_only=True):
    """Topic that was just created, with its first post."""

    topic: ForumTopic = ForumTopic()
    post: ForumPost = ForumPost()


@dataclass(frozen=True, slots=True)
class ForumPoll:
    """Poll for a new topic; with 0 `length_days` it never ends."""

    options: list[str]
    title: str
    hide_results: bool = False
    length_days: int = 0
    max_options: int = 1
    vote_change: bool = False
