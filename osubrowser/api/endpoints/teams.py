"""Endpoint of teams."""

from __future__ import annotations

from osubrowser.api.calls import ApiCalls, mode_segment
from osubrowser.api.endpoints.references import TEAM, TeamRef, id_segment
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.team_pages import TeamExtended


class TeamEndpoints(ApiCalls):
    """Endpoint `teams`."""

    def team(self, team_id: TeamRef, *, mode: GameMode | str | None = None) -> TeamExtended:
        """Return a team with members and statistics: `GET teams/{team}/{ruleset?}`.

        The statistics are of the ruleset `mode`, by default the team's own.

        Raises NotFound, and InvalidRequest for an unknown ruleset.
        """
        path = f"/teams/{id_segment(team_id, TEAM)}"
        return self._get(path if mode is None else f"{path}/{mode_segment(mode)}", TeamExtended)
