"""Entities of teams, in their short form and in rankings."""

from __future__ import annotations

from osubrowser.api.entities.base import Entity


class Team(Entity, frozen=True, kw_only=True):
    """Team in its short form."""

    id: int
    name: str = ""
    short_name: str = ""
    flag_url: str | None = None


class TeamStatistics(Entity, frozen=True, kw_only=True):
    """Row of the team ranking (`rankings/{mode}/team`)."""

    team_id: int
    ruleset_id: int = 0
    play_count: int = 0
    ranked_score: int = 0
    performance: float = 0.0
    member_count: int = 0
    team: Team | None = None
