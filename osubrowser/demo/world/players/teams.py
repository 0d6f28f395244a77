"""Teams: members, names, flags."""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import accumulate
from random import Random

from osubrowser.demo.world.draws import Draws, chance
from osubrowser.demo.world.players.names import CAPACITY, name_parts

COUNT = 640
"""How many teams there are; their numbers run from 1 to this."""

_MEMBER_SHARE = 0.45
_ID_STEP = 47
_MY_TEAM = 12

ME = 7_777
"""The account that the demo is signed in as."""


class Teams:
    """All teams of one world; a team is an index from 1 to `COUNT`, 0 stands for none."""

    def __init__(self, seed: int) -> None:
        self._draws = Draws(seed, "teams")
        random = Random(f"{seed}/teams")
        weights = list(accumulate(1 / (rank + 25) ** 0.8 for rank in range(COUNT)))
        drawn = random.choices(range(1, COUNT + 1), cum_weights=weights, k=CAPACITY)
        self.team = array("H", (t if random.random() < _MEMBER_SHARE else 0 for t in drawn))
        self.team[ME] = _MY_TEAM
        self._sizes = Counter(self.team)
        self._pairs = random.sample(
            range(len(name_parts().team_first) * len(name_parts().team_second)), COUNT
        )

    def id_of(self, team: int) -> int:
        """Return the id of a team."""
        return team * _ID_STEP + self._draws.at(team)[0] % _ID_STEP

    def by_id(self, team_id: int) -> int | None:
        """Return the team with this id, or None."""
        team = team_id // _ID_STEP
        return team if 1 <= team <= COUNT and self.id_of(team) == team_id else None

    def members(self, team: int) -> list[int]:
        """Return the accounts in a team, oldest account first."""
        return [account for account, own in enumerate(self.team) if own == team]

    def size(self, team: int) -> int:
        """Return how many accounts are in a team."""
        return self._sizes[team]

    def words(self, team: int) -> tuple[str, str]:
        """Return the two words of a team's name."""
        second, first = divmod(self._pairs[team - 1], len(name_parts().team_first))
        return name_parts().team_first[first], name_parts().team_second[second]

    def entity(self, team: int) -> dict[str, object]:
        """Return the `Team` object of the API."""
        first, second = self.words(team)
        draws = self._draws.at(team)
        flag = (
            f"https://assets.ppy.sh/teams/flag/{self.id_of(team)}/{draws[1]:08x}{draws[2]:08x}.png"
        )
        return {
            "flag_url": None if chance(draws[3], 0.06) else flag,
            "id": self.id_of(team),
            "name": f"{first} {second}",
            "short_name": _short(first, second, draws[4]),
        }

    def of_account(self, account: int) -> dict[str, object] | None:
        """Return the `Team` object of the team an account is in, or None."""
        team = self.team[account]
        return self.entity(team) if team else None


def _short(first: str, second: str, draw: int) -> str:
    """Return the short name of a team: two to four letters."""
    match draw & 3:
        case 0:
            return (first[0] + second[0]).upper()
        case 1:
            return first[:4].upper()
        case 2:
            return (first[:2] + second[:2]).upper()
        case _:
            return (first[:1] + second[:3]).upper()
