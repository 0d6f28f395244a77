"""Entities of comments on beatmapsets, news and builds."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, Int64, OpenEnum, Timestamp
from osubrowser.api.entities.users import UserCompact


class CommentableType(OpenEnum):
    """Type of a commentable thing."""

    BEATMAPSET = "beatmapset"
    CHANGELOG = "build"
    NEWS_POST = "news_post"


class CommentSort(OpenEnum):
    """Sort order of comments."""

    NEW = "new"
    OLD = "old"
    TOP = "top"


class Comment(Entity, frozen=True, kw_only=True):
    """Comment: Markdown in `message`, HTML that must be sanitized in `message_html`.

    Both are None if it is deleted. `legacy_name` is the author of an old comment without an
    account.
    """

    id: Int64 = 0
    parent_id: Int64 | None = None
    user_id: Int64 | None = None
    commentable_id: Int64 | None = None
    commentable_type: CommentableType | None = None
    legacy_name: str | None = None
    message: str | None = None
    message_html: str | None = None
    pinned: bool | None = None
    replies_count: Int64 = 0
    votes_count: Int64 = 0
    created_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    deleted_at: Timestamp | None = None
    deleted_by_id: Int64 | None = None
    edited_at: Timestamp | None = None
    edited_by_id: Int64 | None = None


class CommentableUserAttributes(Entity, frozen=True, kw_only=True):
    """Reason why the signed-in player may not comment; None if they may."""

    can_new_comment_reason: str | None = None


class CommentableMeta(Entity, frozen=True, kw_only=True):
    """Commentable thing; a deleted one has `title` only.

    A list of them always ends with one that stands for all deleted things.
    """

    id: Int64 | None = None
    type: CommentableType | None = None
    title: str = ""
    url: str | None = None
    owner_id: Int64 | None = None
    owner_title: str | None = None
    locked: bool | None = None
    current_user_attributes: CommentableUserAttributes | None = None


class CommentBundle(Entity, frozen=True, kw_only=True):
    """Page of comments with their parents, replies, commentables and players.

    `cursor` is set on the last page too: `has_more` says whether more follow.
    """

    comments: list[Comment] = msgspec.field(default_factory=list)
    included_comments: list[Comment] = msgspec.field(default_factory=list)
    pinned_comments: list[Comment] = msgspec.field(default_factory=list)
    commentable_meta: list[CommentableMeta] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    has_more: bool | None = None
    has_more_id: Int64 | None = None
    sort: CommentSort | None = None
    top_level_count: Int64 | None = None
    total: Int64 | None = None
    user: UserCompact | None = None
    user_follow: bool | None = None
    user_votes: list[Int64] = msgspec.field(default_factory=list)
