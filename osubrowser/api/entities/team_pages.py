"""Entities of a team's page: members and statistics."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, Timestamp
from osubrowser.api.entities.teams import Team
from osubrowser.api.entities.users import UserCompact


class TeamRulesetStatistics(Entity, frozen=True, kw_only=True):
    """Statistics of a team in one ruleset; None if no member plays it."""

    team_id: int = 0
    ruleset_id: int = 0
    play_count: int | None = None
    ranked_score: int | None = None
    performance: float | None = None


class TeamExtended(Team, frozen=True, kw_only=True):
    """Team with all details; `members` excludes the `leader`.

    `description` is BBCode, `empty_slots` the number of free places.
    """

    cover_url: str | None = None
    created_at: Timestamp | None = None
    default_ruleset_id: int = 0
    description: str | None = None
    empty_slots: int = 0
    is_open: bool = False
    leader: UserCompact | None = None
    members: list[UserCompact] = msgspec.field(default_factory=list)
    statistics: TeamRulesetStatistics | None = None
