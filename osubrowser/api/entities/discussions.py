"""Entities of beatmapset discussions, posts and votes."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, Int64, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import Beatmap, BeatmapCompact, Beatmapset, BeatmapsetCompact
from osubrowser.api.entities.users import UserCompact


class MessageType(OpenEnum):
    """Type of a discussion."""

    HYPE = "hype"
    MAPPER_NOTE = "mapper_note"
    PRAISE = "praise"
    PROBLEM = "problem"
    REVIEW = "review"
    SUGGESTION = "suggestion"


class BeatmapsetStatus(OpenEnum):
    """Beatmapset status filter of `beatmapset_discussions`."""

    ALL = "all"
    RANKED = "ranked"
    QUALIFIED = "qualified"
    DISQUALIFIED = "disqualified"
    NEVER_QUALIFIED = "never_qualified"


class BeatmapDiscussionPostSort(OpenEnum):
    """Sort order of discussions and posts."""

    NEW = "id_desc"
    OLD = "id_asc"


class BeatmapsetDiscussionVoteSort(OpenEnum):
    """Sort order of votes."""

    NEW = "id_desc"
    OLD = "id_asc"


class DiscussionPostType(OpenEnum):
    """Type filter of `beatmapset_discussion_posts`."""

    FIRST = "first"
    REPLY = "reply"
    SYSTEM = "system"


class SystemMessage(Entity, frozen=True, kw_only=True):
    """System message of a discussion: `type` is `resolved`, with the new value."""

    type: str = ""
    value: bool | None = None


class BeatmapsetDiscussionPost(Entity, frozen=True, kw_only=True):
    """Post of a discussion.

    `message` is a string, in posts of the server (`system`) a SystemMessage. In a discussion of
    type `review` the string is JSON: an array of blocks.
    """

    id: Int64 = 0
    beatmapset_discussion_id: Int64 = 0
    user_id: Int64 | None = None
    last_editor_id: Int64 | None = None
    deleted_by_id: Int64 | None = None
    system: bool | None = None
    message: SystemMessage | str = ""
    created_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    deleted_at: Timestamp | None = None


class DiscussionUserAttributes(Entity, frozen=True, kw_only=True):
    """The signed-in player's rights and vote; `vote_score` is -1, 0 or 1."""

    vote_score: Int64 = 0
    can_moderate_kudosu: bool | None = None
    can_resolve: bool | None = None
    can_reopen: bool | None = None
    can_destroy: bool | None = None


class BeatmapsetDiscussionVote(Entity, frozen=True, kw_only=True):
    """Vote for (`score` 1) or against (-1) a discussion."""

    id: Int64 = 0
    beatmapset_discussion_id: Int64 = 0
    user_id: Int64 | None = None
    score: Int64 = 0
    created_at: Timestamp | None = None
    updated_at: Timestamp | None = None


class BeatmapsetDiscussion(Entity, frozen=True, kw_only=True):
    """Discussion of a beatmapset, or of one difficulty (`beatmap_id`).

    `timestamp` is in milliseconds from the start of the beatmap; None for a general one.
    """

    id: Int64 = 0
    beatmapset_id: Int64 = 0
    beatmap_id: Int64 | None = None
    user_id: Int64 | None = None
    deleted_by_id: Int64 | None = None
    message_type: MessageType | None = None
    parent_id: Int64 | None = None
    timestamp: Int64 | None = None
    resolved: bool | None = None
    can_be_resolved: bool | None = None
    can_grant_kudosu: bool | None = None
    created_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    deleted_at: Timestamp | None = None
    last_post_at: Timestamp | None = None
    kudosu_denied: bool | None = None

    beatmap: BeatmapCompact | None = None
    beatmapset: BeatmapsetCompact | None = None
    current_user_attributes: DiscussionUserAttributes | None = None
    posts: list[BeatmapsetDiscussionPost] | None = None
    starting_post: BeatmapsetDiscussionPost | None = None
    votes: list[BeatmapsetDiscussionVote] | None = None


class ReviewsConfig(Entity, frozen=True, kw_only=True):
    """Maximum number of blocks in a review."""

    max_blocks: Int64 = 0


class BeatmapsetDiscussions(Entity, frozen=True, kw_only=True):
    """Page of discussions with their beatmaps and players.

    `beatmaps` are all difficulties of the sets, deleted ones too; restricted players are
    missing from `users`.
    """

    discussions: list[BeatmapsetDiscussion] = msgspec.field(default_factory=list)
    included_discussions: list[BeatmapsetDiscussion] = msgspec.field(default_factory=list)
    beatmaps: list[Beatmap] = msgspec.field(default_factory=list)
    beatmapsets: list[Beatmapset] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
    reviews_config: ReviewsConfig = ReviewsConfig()
    cursor: Cursor | None = None
    cursor_string: str | None = None


class BeatmapsetDiscussionPosts(Entity, frozen=True, kw_only=True):
    """Page of posts with their discussions, beatmapsets and players."""

    posts: list[BeatmapsetDiscussionPost] = msgspec.field(default_factory=list)
    discussions: list[BeatmapsetDiscussion] = msgspec.field(default_factory=list)
    beatmapsets: list[BeatmapsetCompact] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None


class BeatmapsetDiscussionVotes(Entity, frozen=True, kw_only=True):
    """Page of votes with their discussions and players."""

    votes: list[BeatmapsetDiscussionVote] = msgspec.field(default_factory=list)
    discussions: list[BeatmapsetDiscussion] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None
