"""Friends of the demo player."""

from __future__ import annotations

from random import Random

from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.teams import ME

COUNT = 37


class Friends:
    """Friend list of the demo player, with mutual friends."""

    def __init__(self, seed: int, accounts: Accounts) -> None:
        random = Random(f"{seed}/friends")
        home = accounts.country[ME]
        neighbours = [
            account
            for account in range(len(accounts))
            if accounts.country[account] == home and account != ME
        ]
        near = random.sample(neighbours, min(9, len(neighbours)))
        far = random.sample(range(len(accounts)), COUNT)
        chosen = [account for account in dict.fromkeys(near + far) if account != ME]
        self.accounts = tuple(chosen[:COUNT])
        self._mutual = frozenset(account for account in self.accounts if random.random() < 0.4)

    def is_mutual(self, account: int) -> bool:
        """Return whether this friend follows back."""
        return account in self._mutual
