"""Entities of teams, in their short form and in rankings."""

from __future__ import annotations

from osubrowser.api.entities.base import Entity, FiniteFloat, Int64


class Team(Entity, frozen=True, kw_only=True):
    """Team in its short form."""

    identified_by = ("id", "name", "short_name")

    id: Int64
    name: str = ""
    short_name: str = ""
    flag_url: str | None = None


class TeamStatistics(Entity, frozen=True, kw_only=True):
    """Row of the team ranking (`rankings/{mode}/team`)."""

    team_id: Int64
    ruleset_id: Int64 | None = None
    play_count: Int64 = 0
    ranked_score: Int64 = 0
    performance: FiniteFloat = 0.0
    member_count: Int64 = 0
    team: Team | None = None
