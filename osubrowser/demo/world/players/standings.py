"""Standings of a ruleset: ranked players with pp, plays and ranked score in columns."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import pairwise
from math import exp, log
from random import Random
from typing import NamedTuple

from osubrowser.demo.world.draws import Draws, chance, spread
from osubrowser.demo.world.players.accounts import FIXED_IDS, LONG_NAMED, Accounts
from osubrowser.demo.world.players.countries import countries
from osubrowser.demo.world.players.teams import ME
from osubrowser.demo.world.rulesets import Ruleset

SIZE = 10_000
"""How many players every ruleset ranks."""

UNRANKED = 0xFFFF

_FADING = 90 * 86_400

_MY_POSITIONS = {0: 4_216, 1: 6_830, 2: 8_051, 3: 5_377}
_LONG_NAMED_POSITION = 36
_FIRST_FIXED, _FIXED_STEP = 311, 1_207


class Totals(NamedTuple):
    """Sums over the members of a country or team in one ruleset."""

    players: int
    play_count: int
    ranked_score: int
    performance: int


class Standings:
    """Ranked players of one ruleset. A position is today's pp rank minus one.

    On all days it stands for the same player; `order` and `rank_at` are the ranks of the day.

    The columns are arrays of plain numbers, a few hundred kilobytes a ruleset; everything else
    about a player is computed when it is asked for.
    """

    def __init__(self, seed: int, ruleset: Ruleset, accounts: Accounts) -> None:
        self.ruleset = ruleset
        self.accounts = accounts
        self._draws = Draws(seed, f"standings/{ruleset.name}")
        random = Random(f"{seed}/standings/{ruleset.name}")
        self.account = self._seat(random)
        self.position = array("H", [UNRANKED]) * len(accounts)
        for position, account in enumerate(self.account):
            self.position[account] = position
        self._pp = _falling(ruleset.curve, random)
        self._play_count = self._plays(random)
        self._ranked_score = self._scores(random)
        self._by_country = self._ordered_by_country()
        self._by_score = self._ordered_by_score()

    @property
    def pp(self) -> array[float]:
        """Performance points by position."""
        return self._pp

    @property
    def by_country(self) -> dict[int, array[int]]:
        """Positions of each country's players in the order of pp, the best first."""
        return self._by_country

    @property
    def play_count(self) -> array[int]:
        """Play counts by position."""
        return self._play_count

    @property
    def ranked_score(self) -> array[int]:
        """Ranked scores by position."""
        return self._ranked_score

    @property
    def by_score(self) -> array[int]:
        """Positions in the order of ranked score, the highest first."""
        return self._by_score

    @property
    def order(self) -> Sequence[int]:
        """Positions in the order of pp, the best first."""
        return range(len(self.account))

    def _ordered_by_country(self) -> dict[int, array[int]]:
        found: dict[int, array[int]] = {n: array("H") for n in range(len(countries()))}
        country, account = self.accounts.country, self.account
        for position in self.order:
            found[country[account[position]]].append(position)
        return found

    def _ordered_by_score(self) -> array[int]:
        return array("H", sorted(range(SIZE), key=self.ranked_score.__getitem__, reverse=True))

    def _seat(self, random: Random) -> array[int]:
        """Return the ranked players: mostly of the main ruleset, some others.

        Who has been away for three months has no rank any more.
        """
        accounts, draw = self.accounts, random.random
        main, active = accounts.main, accounts.active
        strength = []
        for account in range(len(accounts)):
            drawn = draw()
            own = main[account] == self.ruleset.id
            value = drawn * drawn * 0.93 if own else 0.12 + 2.3 * drawn
            if active[account] or (drawn > 0.5 and own and accounts.away(account) < _FADING):
                strength.append((value, account))
        strength.sort()
        places = {_MY_POSITIONS[self.ruleset.id]: ME}
        if self.ruleset.id == 0:
            places[_LONG_NAMED_POSITION] = LONG_NAMED
            for number, account in enumerate(FIXED_IDS):
                places[_FIRST_FIXED + number * _FIXED_STEP] = account
        placed = set(places.values())
        seats = [account for _, account in strength if account not in placed]
        for position in sorted(places):
            seats.insert(position, places[position])
        return array("H", seats[:SIZE])

    def _plays(self, random: Random) -> array[int]:
        """Return the play count of every ranked player."""
        gauss = random.gauss
        middle = log(78_000 if self.ruleset.id in (0, 3) else 52_000)
        return array(
            "L",
            (
                2_500 + int(exp(min(middle - 0.9 * (p / SIZE) ** 0.5 + gauss(0, 0.5), 13.0)))
                for p in range(SIZE)
            ),
        )

    def _scores(self, random: Random) -> array[int]:
        """Return the ranked score of every ranked player."""
        draw, ruleset = random.random, self.ruleset
        maps = (
            int((0.12 + 0.55 * draw()) * ruleset.maps_factor * plays**0.78)
            for plays in self._play_count
        )
        return array(
            "Q",
            (
                int(m * ruleset.score_per_map * (0.75 + 0.5 * draw())) + int(draw() * 9e5)
                for m in maps
            ),
        )

    # --- places ---------------------------------------------------------------------------

    def rank_of(self, account: int) -> int | None:
        """Return the global pp rank of an account, or None if it has none."""
        position = self.position[account]
        return None if position == UNRANKED else self.rank_at(position)

    def rank_at(self, position: int) -> int:
        """Return the global pp rank of a position."""
        return position + 1

    def history(self, position: int, days: int) -> list[int] | None:
        """Return the ranks of a position on the last days, the oldest first; 0 without a rank.

        None in a world without days: there they are made up.
        """
        del position, days
        return None

    def highest(self, position: int, peak: int, share: float) -> int:
        """Return the best rank that a position ever had.

        Args:
            position: the position.
            peak: its best rank of late.
            share: a draw up to 1.
        """
        del position
        return max(1, int(peak * share))

    def change(self, position: int) -> int | None:
        """Return by how much the rank grew within 30 days: negative is better, None is new."""
        draws = self._draws.at(position)
        if chance(draws[0], 0.012) and position > 300:
            return None
        swing = (position + 1) * 0.055 + (2.2 if position < 60 else 4)
        centred = spread(draws[1], -1, 1) + spread(draws[2], -1, 1) * 0.5
        then = round(position + 1 + swing * centred * abs(centred))
        return position + 1 - max(1, then)

    def totals_by_country(self) -> dict[int, Totals]:
        """Return the totals of every country with a ranked player."""
        return {n: self._total(seats) for n, seats in self.by_country.items() if seats}

    def totals_by_team(self) -> dict[int, Totals]:
        """Return the totals of every team with a ranked player."""
        team = self.accounts.teams.team
        seats: dict[int, array[int]] = {}
        for position, account in enumerate(self.account):
            if own := team[account]:
                seats.setdefault(own, array("H")).append(position)
        return {own: self._total(positions) for own, positions in seats.items()}

    def _total(self, positions: array[int]) -> Totals:
        return Totals(
            players=len(positions),
            play_count=sum(map(self.play_count.__getitem__, positions)),
            ranked_score=sum(map(self.ranked_score.__getitem__, positions)),
            performance=round(sum(map(self.pp.__getitem__, positions))),
        )


def _falling(curve: tuple[tuple[int, float], ...], random: Random) -> array[float]:
    """Return pp by position: along the curve, with uneven steps, and never twice the same."""
    smooth: list[float] = []
    for (from_rank, from_pp), (to_rank, to_pp) in pairwise(curve):
        slope = log(to_pp / from_pp) / log(to_rank / from_rank)
        smooth += [from_pp * (rank / from_rank) ** slope for rank in range(from_rank, to_rank)]
    smooth.append(curve[-1][1])
    steps = zip(smooth, [*smooth[1:], smooth[-1] * 0.99995], strict=True)
    draw = random.random
    return array(
        "d", (six_digits(high - (high - low) * (0.15 + 0.6 * draw())) for high, low in steps)
    )


def six_digits(value: float) -> float:
    """Round to six significant digits, as the server stores pp."""
    return round(value, 1) if value >= 10_000 else round(value, 2)
