"""Orders of the rankings: by pp, score, variant, country and team."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from osubrowser.demo.world.draws import Draws, chance, number, spread
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.countries import countries
from osubrowser.demo.world.players.friends import Friends
from osubrowser.demo.world.players.standings import UNRANKED, Totals, six_digits
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.players.teams import ME, Teams
from osubrowser.demo.world.rulesets import BY_NAME

KEY_COUNTS = ("4k", "7k")
"""The variants of mania that have rankings of their own."""


class Variant(NamedTuple):
    """Ranking of one key count of mania: positions in the mania ranking, best first."""

    positions: array[int]
    pp: dict[int, float]
    """By position."""
    rank: dict[int, int]
    """By position."""


class Rankings:
    """Ranking orders and totals, each computed once. Thread-safe."""

    def __init__(
        self,
        seed: int,
        accounts: Accounts,
        teams: Teams,
        friends: Friends,
        statistics: StatisticsTable,
    ) -> None:
        self._accounts = accounts
        self._teams = teams
        self._friends = friends
        self._all_statistics = statistics
        self._keys = Draws(seed, "variants")
        self._lock = Lock()
        self._variants: dict[str, Variant] = {}
        self._country_totals: dict[str, list[tuple[int, Totals]]] = {}
        self._team_totals: dict[str, list[tuple[int, Totals]]] = {}

    # --- players ----------------------------------------------------------------------------

    def positions(self, ruleset: str, order: str, country: int | None) -> Sequence[int]:
        """Return pp positions in the order of `performance` or `score`, of one country or all."""
        standings = self._all_statistics.standings(ruleset)
        if country is None:
            return standings.order if order == "performance" else standings.by_score
        seats = standings.by_country[country]
        if order == "performance":
            return seats
        return sorted(seats, key=standings.ranked_score.__getitem__, reverse=True)

    def of_friends(self, ruleset: str) -> set[int]:
        """Return the pp positions of the demo player and the friends."""
        position = self._all_statistics.standings(ruleset).position
        circle = (ME, *self._friends.accounts)
        return {position[account] for account in circle} - {UNRANKED}

    def variant(self, keys: str) -> Variant:
        """Return the ranking of `4k` or `7k`."""
        standings = self._all_statistics.standings("mania")
        with self._lock:
            found = self._variants.get(keys)
            if found is None:
                shares = (self._key_share(p, keys) for p in range(len(standings.account)))
                pp = {
                    position: six_digits(standings.pp[position] * share)
                    for position, share in enumerate(shares)
                    if share
                }
                ordered = array("H", sorted(pp, key=pp.__getitem__, reverse=True))
                ranks = {position: place for place, position in enumerate(ordered, 1)}
                found = self._variants[keys] = Variant(ordered, pp, ranks)
        return found

    def _key_share(self, position: int, keys: str) -> float:
        """Return how much of a mania player's pp one key count gives: most have a favourite."""
        draws = self._keys.at(position)
        favourite = "4k" if chance(draws[0], 0.66) else "7k"
        if keys == favourite:
            return spread(draws[1], 0.93, 0.999)
        return spread(draws[2], 0.05, 0.9) if chance(draws[3], 0.62) else 0.0

    def variants_of(self, account: int) -> list[dict[str, object]]:
        """Return the `variants` of a mania player's statistics."""
        standings = self._all_statistics.standings("mania")
        position = standings.position[account]
        country = self._accounts.country[account]
        found: list[dict[str, object]] = []
        for keys in KEY_COUNTS:
            variant = self.variant(keys)
            rank = variant.rank.get(position)
            at_home = None
            if rank is not None:
                home = standings.by_country[country]
                at_home = 1 + sum(1 for p in home if variant.rank.get(p, UNRANKED) < rank)
            found.append(
                {
                    "mode": "mania",
                    "variant": keys,
                    "country_rank": at_home,
                    "global_rank": rank,
                    "pp": number(variant.pp.get(position, 0)),
                }
            )
        return found

    # --- countries and teams ------------------------------------------------------------------

    def countries(self, ruleset: str) -> list[dict[str, object]]:
        """Return all entries of the country ranking, best first."""
        with self._lock:
            known = self._country_totals.get(ruleset)
        if known is None:
            totals = self._all_statistics.standings(ruleset).totals_by_country()
            known = sorted(totals.items(), key=lambda item: -item[1].performance)
            with self._lock:
                self._country_totals[ruleset] = known
        return [
            {
                "code": countries()[country].code,
                "active_users": total.players,
                "play_count": total.play_count,
                "ranked_score": total.ranked_score,
                "performance": total.performance,
                "country": countries()[country].entity(),
            }
            for country, total in known
        ]

    def team_order(self, ruleset: str) -> list[tuple[int, Totals]]:
        """Return all teams with a ranked player and their sums, best first."""
        with self._lock:
            known = self._team_totals.get(ruleset)
        if known is None:
            totals = self._all_statistics.standings(ruleset).totals_by_team()
            known = sorted(totals.items(), key=lambda item: -item[1].performance)
            with self._lock:
                self._team_totals[ruleset] = known
        return known

    def team(self, ruleset: str, team: int, total: Totals) -> dict[str, object]:
        """Return one entry of the team ranking."""
        teams = self._teams
        return {
            "team_id": teams.id_of(team),
            "ruleset_id": BY_NAME[ruleset].id,
            "play_count": total.play_count,
            "ranked_score": total.ranked_score,
            "performance": total.performance,
            "team": teams.entity(team),
            "member_count": teams.size(team),
        }
