"""Entities of a player's kudosu history."""

from __future__ import annotations

from osubrowser.api.entities.base import Entity, Int64, JsonValue, OpenEnum, Timestamp


class KudosuAction(OpenEnum):
    """Type of a change: `{event}.{give or reset}` for discussions, one word for forum posts."""

    GIVE = "vote.give"
    RESET = "vote.reset"
    REVOKE = "vote.revoke"
    ALLOW_GIVE = "allow_kudosu.give"
    DENY_RESET = "deny_kudosu.reset"
    DELETE_RESET = "delete.reset"
    RESTORE_GIVE = "restore.give"
    RECALCULATE_GIVE = "recalculate.give"
    RECALCULATE_RESET = "recalculate.reset"
    FORUM_GIVE = "give"
    FORUM_RESET = "reset"
    FORUM_REVOKE = "revoke"


class KudosuGiver(Entity, frozen=True, kw_only=True):
    """Giver of kudosu in the forum."""

    url: str = ""
    username: str = ""


class KudosuPost(Entity, frozen=True, kw_only=True):
    """Post that the kudosu was given for; `url` is None if it is deleted."""

    url: str | None = None
    title: str = ""


class KudosuHistory(Entity, frozen=True, kw_only=True):
    """Change of a player's kudosu by `amount`, which may be negative.

    `model` is `beatmap_discussion` or `forum_post`; `giver` is None for votes, `details` is
    such as `{"event": "vote"}`.
    """

    identified_by = ("id", "created_at")

    id: Int64 = 0
    action: KudosuAction | None = None
    amount: Int64 = 0
    model: str = ""
    created_at: Timestamp | None = None
    giver: KudosuGiver | None = None
    post: KudosuPost = KudosuPost()
    details: dict[str, JsonValue] | None = None
