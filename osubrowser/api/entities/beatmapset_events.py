"""Entities of beatmapset events: nominations, ranks, issues, kudosu."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, Int64, JsonValue, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import BeatmapOwner, BeatmapsetCompact
from osubrowser.api.entities.discussions import BeatmapsetDiscussion, ReviewsConfig
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.users import UserCompact


class BeatmapsetEventType(OpenEnum):
    """Type of a beatmapset event; some occur in old events only."""

    APPROVE = "approve"
    BEATMAP_OWNER_CHANGE = "beatmap_owner_change"
    DISCUSSION_DELETE = "discussion_delete"
    DISCUSSION_LOCK = "discussion_lock"
    DISCUSSION_POST_DELETE = "discussion_post_delete"
    DISCUSSION_POST_RESTORE = "discussion_post_restore"
    DISCUSSION_RESTORE = "discussion_restore"
    DISCUSSION_UNLOCK = "discussion_unlock"
    DISQUALIFY = "disqualify"
    DISQUALIFY_LEGACY = "disqualify_legacy"
    GENRE_EDIT = "genre_edit"
    ISSUE_REOPEN = "issue_reopen"
    ISSUE_RESOLVE = "issue_resolve"
    KUDOSU_ALLOW = "kudosu_allow"
    KUDOSU_DENY = "kudosu_deny"
    KUDOSU_GAIN = "kudosu_gain"
    KUDOSU_LOST = "kudosu_lost"
    KUDOSU_RECALCULATE = "kudosu_recalculate"
    LANGUAGE_EDIT = "language_edit"
    LOVE = "love"
    NOMINATE = "nominate"
    NOMINATE_MODES = "nominate_modes"
    NOMINATION_RESET = "nomination_reset"
    NOMINATION_RESET_RECEIVED = "nomination_reset_received"
    NSFW_TOGGLE = "nsfw_toggle"
    OFFSET_EDIT = "offset_edit"
    QUALIFY = "qualify"
    RANK = "rank"
    REMOVE_FROM_LOVED = "remove_from_loved"
    TAGS_EDIT = "tags_edit"


class BeatmapsetEventSort(OpenEnum):
    """Sort order of beatmapset events."""

    NEW = "id_desc"
    OLD = "id_asc"


class KudosuVote(Entity, frozen=True, kw_only=True):
    """Vote that changed kudosu: 1 or -1."""

    user_id: Int64 | None = None
    score: Int64 = 0


class BeatmapsetEventComment(Entity, frozen=True, kw_only=True):
    """Details of an event; the event's type decides which fields are set.

    `old` and `new` are strings, numbers or booleans, by the edited field.
    """

    beatmap_discussion_id: Int64 | None = None
    beatmap_discussion_post_id: Int64 | None = None
    beatmap_id: Int64 | None = None
    beatmap_ids: list[Int64] | None = None
    beatmap_version: str | None = None
    modes: list[GameMode] | None = None
    new: JsonValue = None
    new_user_id: Int64 | None = None
    new_user_username: str | None = None
    new_users: list[BeatmapOwner] | None = None
    new_vote: KudosuVote | None = None
    nominator_ids: list[Int64] | None = None
    old: JsonValue = None
    reason: str | None = None
    source_user_id: Int64 | None = None
    source_user_username: str | None = None
    votes: list[KudosuVote] | None = None


class BeatmapsetEvent(Entity, frozen=True, kw_only=True):
    """Beatmapset event; `comment` is plain text in old disqualifications.

    None are: `user_id` of moderators' actions, `beatmapset` of deleted sets, and `discussion`
    without one or for a hidden one.
    """

    id: Int64 = 0
    type: BeatmapsetEventType | None = None
    comment: BeatmapsetEventComment | str | None = None
    created_at: Timestamp | None = None
    user_id: Int64 | None = None
    beatmapset: BeatmapsetCompact | None = None
    discussion: BeatmapsetDiscussion | None = None


class ModdingHistoryEventsBundle(Entity, frozen=True, kw_only=True):
    """Page of events with the players in them; it has no cursor."""

    events: list[BeatmapsetEvent] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
    reviews_config: ReviewsConfig = msgspec.field(default=ReviewsConfig(), name="reviewsConfig")

    @property
    def reviewsConfig(self) -> ReviewsConfig:
        """Alias of `reviews_config`, by the API's name."""
        return self.reviews_config
