"""API objects of teams with all optional fields."""

from __future__ import annotations

from datetime import datetime, timedelta

from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.data import texts
from osubrowser.demo.world.draws import Draws, between, chance, pick
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.rankings import Rankings
from osubrowser.demo.world.players.teams import Teams
from osubrowser.demo.world.rulesets import RULESETS


class TeamDetails:
    """Builder of the answers of `teams/{id}`."""

    def __init__(
        self, seed: int, now: datetime, accounts: Accounts, teams: Teams, rankings: Rankings
    ) -> None:
        self._current_time = now
        self._accounts = accounts
        self._teams = teams
        self._rankings = rankings
        self._draws = Draws(seed, "team pages")

    def ruleset(self, team: int) -> int:
        """Return the number of the ruleset that a team plays by default."""
        return pick(self._draws.at(team)[0], (0, 0, 0, 1, 2, 3, 3))

    def entity(self, team: int, ruleset: int | None) -> dict[str, object]:
        """Return the `TeamExtended` of the API.

        Args:
            ruleset: whose figures are shown; None for the team's own.
        """
        draws = self._draws.at(team)
        accounts, members = self._accounts, self._teams.members(team)
        leader, *others = members
        found = self._teams.entity(team)
        team_id = found["id"]
        cover = f"https://assets.ppy.sh/teams/header/{team_id}/{draws[1]:08x}{draws[2]:08x}.jpeg"
        founded = max(
            accounts.joined(leader), self._current_time - timedelta(days=between(draws[7], 9, 620))
        )
        return found | {
            "cover_url": cover if chance(draws[3], 0.7) else None,
            "created_at": offset_form(founded),
            "default_ruleset_id": self.ruleset(team),
            "description": pick(draws[4], texts("teams")) if chance(draws[8], 0.8) else None,
            "is_open": chance(draws[5], 0.5),
            "empty_slots": between(draws[6], 0, 12),
            "leader": self._accounts.card(leader),
            "members": [self._accounts.card(account) for account in others],
            "statistics": self._statistics(
                team, self.ruleset(team) if ruleset is None else ruleset
            ),
        }

    def _statistics(self, team: int, ruleset: int) -> dict[str, object]:
        """Return a team's figures in a ruleset: those of its line in the ranking."""
        found: dict[str, object] = {"team_id": self._teams.id_of(team), "ruleset_id": ruleset}
        order = self._rankings.team_order(RULESETS[ruleset].name)
        total = next((total for other, total in order if other == team), None)
        return found | {
            "play_count": None if total is None else total.play_count,
            "ranked_score": None if total is None else total.ranked_score,
            "performance": None if total is None else total.performance,
        }
