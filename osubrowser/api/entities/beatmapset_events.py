"""What happened to beatmapsets: nominations, ranks, resolved issues, kudosu."""

from __future__ import annotations

from typing import Any

import msgspec

from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import BeatmapOwner, BeatmapsetCompact
from osubrowser.api.entities.discussions import BeatmapsetDiscussion, ReviewsConfig
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.users import UserCompact


class BeatmapsetEventType(OpenEnum):
    """What happened. Some are seen without a player, or in old events only."""

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
    """The order of beatmapset events."""

    NEW = "id_desc"
    OLD = "id_asc"


class KudosuVote(Entity, frozen=True, kw_only=True):
    """A vote that changed kudosu: 1 or -1."""

    user_id: int | None = None
    score: int = 0


class BeatmapsetEventComment(Entity, frozen=True, kw_only=True):
    """The details of an event. Which fields are set depends on the event's type.

    `old` and `new` are texts, numbers or booleans, as what was edited is.
    """

    beatmap_discussion_id: int | None = None
    beatmap_discussion_post_id: int | None = None
    beatmap_id: int | None = None
    beatmap_ids: list[int] | None = None
    beatmap_version: str | None = None
    modes: list[GameMode] | None = None
    new: Any = None
    new_user_id: int | None = None
    new_user_username: str | None = None
    new_users: list[BeatmapOwner] | None = None
    new_vote: KudosuVote | None = None
    nominator_ids: list[int] | None = None
    old: Any = None
    reason: str | None = None
    source_user_id: int | None = None
    source_user_username: str | None = None
    votes: list[KudosuVote] | None = None


class BeatmapsetEvent(Entity, frozen=True, kw_only=True):
    """One event. `comment` is plain text in old disqualifications.

    `user_id` is None for the acts of moderators, `beatmapset` for deleted sets, and
    `discussion` where there is none or it may not be seen.
    """

    id: int = 0
    type: BeatmapsetEventType | None = None
    comment: BeatmapsetEventComment | str | None = None
    created_at: Timestamp | None = None
    user_id: int | None = None
    beatmapset: BeatmapsetCompact | None = None
    discussion: BeatmapsetDiscussion | None = None


class ModdingHistoryEventsBundle(Entity, frozen=True, kw_only=True):
    """A page of events, and beside it the players that they name. There is no cursor."""

    events: list[BeatmapsetEvent] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
    reviews_config: ReviewsConfig = msgspec.field(default=ReviewsConfig(), name="reviewsConfig")

    @property
    def reviewsConfig(self) -> ReviewsConfig:
        """The same as `reviews_config`, by its name in the API."""
        return self.reviews_config
