"""Entities of comments on beatmapsets, news and builds."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp
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

    id: int = 0
    parent_id: int | None = None
    user_id: int | None = None
    commentable_id: int | None = None
    commentable_type: CommentableType | None = None
    legacy_name: str | None = None
    message: str | None = None
    message_html: str | None = None
    pinned: bool = False
    replies_count: int = 0
    votes_count: int = 0
    created_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    deleted_at: Timestamp | None = None
    deleted_by_id: int | None = None
    edited_at: Timestamp | None = None
    edited_by_id: int | None = None


class CommentableUserAttributes(Entity, frozen=True, kw_only=True):
    """Reason why the signed-in player may not comment; None if they may."""

    can_new_comment_reason: str | None = None


class CommentableMeta(Entity, frozen=True, kw_only=True):
    """Commentable thing; a deleted one has `title` only.

    A list of them always ends with one that stands for all deleted things.
    """

    id: int | None = None
    type: CommentableType | None = None
    title: str = ""
    url: str | None = None
    owner_id: int | None = None
    owner_title: str | None = None
    locked: bool = False
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
    has_more: bool = False
    has_more_id: int | None = None
    sort: CommentSort = CommentSort.NEW
    top_level_count: int | None = None
    total: int | None = None
    user: UserCompact | None = None
    user_follow: bool = False
    user_votes: list[int] = msgspec.field(default_factory=list)
