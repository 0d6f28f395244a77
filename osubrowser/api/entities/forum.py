"""The forum: boards, topics, posts, polls."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp


class ForumTopicType(OpenEnum):
    """Where a topic stands: announcements and sticky ones are above the others."""

    NORMAL = "normal"
    STICKY = "sticky"
    ANNOUNCEMENT = "announcement"


class ForumTopicSort(OpenEnum):
    """The order of a topic's posts."""

    NEW = "id_desc"
    OLD = "id_asc"


class ForumTopicsSort(OpenEnum):
    """The order of topics, by their last post."""

    NEW = "new"
    OLD = "old"


class Forum(Entity, frozen=True, kw_only=True):
    """A board; `subforums` go two levels deep."""

    id: int = 0
    name: str = ""
    description: str = ""
    subforums: list[Forum] | None = None


class Forums(Entity, frozen=True, kw_only=True):
    """The answer of `forums`."""

    forums: list[Forum] = msgspec.field(default_factory=list)


class ForumText(Entity, frozen=True, kw_only=True):
    """A text in a poll: BBCode, and HTML that must be cleaned before it is shown."""

    bbcode: str = ""
    html: str = ""


class ForumPollOption(Entity, frozen=True, kw_only=True):
    """An answer to choose; `vote_count` is None while the results are hidden."""

    id: int = 0
    text: ForumText = ForumText()
    vote_count: int | None = None


class ForumPollModel(Entity, frozen=True, kw_only=True):
    """A poll on a topic."""

    allow_vote_change: bool = False
    ended_at: Timestamp | None = None
    hide_incomplete_results: bool = False
    last_vote_at: Timestamp | None = None
    max_votes: int = 1
    options: list[ForumPollOption] = msgspec.field(default_factory=list)
    started_at: Timestamp | None = None
    title: ForumText = ForumText()
    total_vote_count: int = 0


class ForumTopic(Entity, frozen=True, kw_only=True):
    """A topic, without its posts."""

    id: int = 0
    forum_id: int = 0
    user_id: int | None = None
    title: str = ""
    type: ForumTopicType = ForumTopicType.NORMAL
    created_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    deleted_at: Timestamp | None = None
    first_post_id: int | None = None
    last_post_id: int | None = None
    post_count: int = 0
    is_locked: bool = False
    views: int = 0
    poll: ForumPollModel | None = None


class ForumPostBody(Entity, frozen=True, kw_only=True):
    """The text of a post: BBCode in `raw`, and HTML that must be cleaned before it is shown."""

    html: str = ""
    raw: str = ""


class ForumPost(Entity, frozen=True, kw_only=True):
    """A post in a topic."""

    id: int = 0
    topic_id: int = 0
    forum_id: int = 0
    user_id: int | None = None
    created_at: Timestamp | None = None
    edited_at: Timestamp | None = None
    edited_by_id: int | None = None
    deleted_at: Timestamp | None = None
    body: ForumPostBody | None = None


class ForumTopicSearch(Entity, frozen=True, kw_only=True):
    """What was asked for, as the server understood it."""

    sort: ForumTopicSort | None = None
    limit: int | None = None
    start: int | str | None = None
    end: int | str | None = None


class ForumTopicAndPosts(Entity, frozen=True, kw_only=True):
    """A topic with a page of its posts; `cursor` is None only where no posts came."""

    topic: ForumTopic = ForumTopic()
    posts: list[ForumPost] = msgspec.field(default_factory=list)
    search: ForumTopicSearch = ForumTopicSearch()
    cursor: Cursor | None = None
    cursor_string: str | None = None


class ForumTopics(Entity, frozen=True, kw_only=True):
    """A board with its newest topics, and those pinned above them."""

    forum: Forum = Forum()
    topics: list[ForumTopic] = msgspec.field(default_factory=list)
    pinned_topics: list[ForumTopic] = msgspec.field(default_factory=list)


class ForumTopicListing(Entity, frozen=True, kw_only=True):
    """A page of topics by their last post."""

    topics: list[ForumTopic] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None


class CreateForumTopicResponse(Entity, frozen=True, kw_only=True):
    """A topic that was just made, with its first post."""

    topic: ForumTopic = ForumTopic()
    post: ForumPost = ForumPost()


@dataclass(frozen=True, slots=True)
class ForumPoll:
    """A poll to put on a new topic; `length_days` of 0 never ends."""

    options: list[str]
    title: str
    hide_results: bool = False
    length_days: int = 0
    max_options: int = 1
    vote_change: bool = False
