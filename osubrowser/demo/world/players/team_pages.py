"""Teams with all that their own pages tell: leader, members, figures."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.draws import Draws, between, chance, pick
from osubrowser.demo.world.rulesets import RULESETS

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

_ABOUT = (
    "[b]Friendly people who play too much.[/b]\nEverybody is welcome!",
    "We meet on Sundays. Bring tea.",
    "Tournament team, mostly asleep.",
    "[url=https://osu.ppy.sh/wiki]Read the wiki[/url] first.",
)


class TeamPages:
    """Builds what `teams/{id}` answers."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "team pages")

    def ruleset(self, team: int) -> int:
        """Return the number of the ruleset that a team plays by default."""
        return pick(self._draws.at(team)[0], (0, 0, 0, 1, 2, 3, 3))

    def entity(self, team: int, ruleset: int | None) -> dict[str, object]:
        """Return the `TeamExtended` of the API.

        Args:
            ruleset: whose figures are shown; None for the team's own.
        """
        world, draws = self._world, self._draws.at(team)
        accounts, members = world.accounts, world.teams.members(team)
        leader, *others = members
        found = world.teams.entity(team)
        team_id = found["id"]
        cover = f"https://assets.ppy.sh/teams/header/{team_id}/{draws[1]:08x}{draws[2]:08x}.jpeg"
        founded = max(
            accounts.joined(leader), world.now - timedelta(days=between(draws[7], 9, 620))
        )
        return found | {
            "cover_url": cover if chance(draws[3], 0.7) else None,
            "created_at": offset_form(founded),
            "default_ruleset_id": self.ruleset(team),
            "description": pick(draws[4], _ABOUT) if chance(draws[4], 0.8) else None,
            "is_open": chance(draws[5], 0.5),
            "empty_slots": between(draws[6], 0, 12),
            "leader": world.accounts.with_home(leader),
            "members": [world.accounts.with_home(account) for account in others],
            "statistics": self._statistics(
                team, self.ruleset(team) if ruleset is None else ruleset
            ),
        }

    def _statistics(self, team: int, ruleset: int) -> dict[str, object]:
        """Return a team's figures in a ruleset: those of its line in the ranking."""
        found: dict[str, object] = {"team_id": self._world.teams.id_of(team), "ruleset_id": ruleset}
        order = self._world.rankings.team_order(RULESETS[ruleset].name)
        total = next((total for other, total in order if other == team), None)
        return found | {
            "play_count": None if total is None else total.play_count,
            "ranked_score": None if total is None else total.ranked_score,
            "performance": None if total is None else total.performance,
        }
