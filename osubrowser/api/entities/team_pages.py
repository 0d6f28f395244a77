"""Entities of a team's page: members and statistics."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, Timestamp
from osubrowser.api.entities.teams import Team
from osubrowser.api.entities.users import UserCompact


class TeamRulesetStatistics(Entity, frozen=True, kw_only=True):
    """Statistics of a team in one ruleset; None if no member plays it."""

    team_id: Int64 = 0
    ruleset_id: Int64 | None = None
    play_count: Int64 | None = None
    ranked_score: Int64 | None = None
    performance: FiniteFloat | None = None


class TeamExtended(Team, frozen=True, kw_only=True):
    """Team with all details; `members` excludes the `leader`.

    `description` is BBCode, `empty_slots` the number of free places.
    """

    cover_url: str | None = None
    created_at: Timestamp | None = None
    default_ruleset_id: Int64 | None = None
    description: str | None = None
    empty_slots: Int64 = 0
    is_open: bool | None = None
    leader: UserCompact | None = None
    members: list[UserCompact] = msgspec.field(default_factory=list)
    statistics: TeamRulesetStatistics | None = None
