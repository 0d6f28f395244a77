"""Teams of players."""

from __future__ import annotations

from osubrowser.api.entities.base import Entity


class Team(Entity, frozen=True, kw_only=True):
    """A team, as it is named beside its members."""

    id: int
    name: str = ""
    short_name: str = ""
    flag_url: str | None = None


class TeamStatistics(Entity, frozen=True, kw_only=True):
    """A row of the team ranking (`rankings/{mode}/team`): a team's figures in one ruleset."""

    team_id: int
    ruleset_id: int = 0
    play_count: int = 0
    ranked_score: int = 0
    performance: float = 0.0
    member_count: int = 0
    team: Team | None = None
