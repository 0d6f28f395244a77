"""Kudosu totals and their ranking."""

from __future__ import annotations

from array import array
from random import Random

from osubrowser.demo.world.draws import Draws, between, spread
from osubrowser.demo.world.players.accounts import FIXED_IDS, Accounts

RANKED = 1_000

_FEW = 24
"""How much those have whom examples name, unless they are ranked."""


class Kudosu:
    """Kudosu totals of every account of one world."""

    def __init__(self, seed: int, accounts: Accounts) -> None:
        random = Random(f"{seed}/kudosu")
        self._draws = Draws(seed, "kudosu")
        self.ranking = array("H", random.sample(range(len(accounts)), RANKED))
        totals = (
            int(4_400 * (rank + 2.4) ** -0.68 * (1 + 0.1 * random.random()))
            for rank in range(RANKED)
        )
        self._totals = sorted(totals, reverse=True)
        self._rank_of = {account: rank for rank, account in enumerate(self.ranking)}

    def total(self, account: int) -> int:
        """Return how much kudosu an account was given in all."""
        rank = self._rank_of.get(account)
        if rank is not None:
            return self._totals[rank]
        drawn = max(0, between(self._draws.at(account)[0], -240, min(self._totals[-1] - 1, 34)))
        return max(drawn, _FEW) if account in FIXED_IDS else drawn

    def of(self, account: int) -> dict[str, object]:
        """Return the `kudosu` object of an account."""
        total = self.total(account)
        return {
            "available": int(total * spread(self._draws.at(account)[1], 0.1, 1.0)),
            "total": total,
        }
