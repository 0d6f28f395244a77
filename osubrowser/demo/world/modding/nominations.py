"""Nominations of beatmapsets, by set and by nominator."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from copy import copy
from threading import Lock

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.draws import Draws, pick
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.rulesets import RULESETS

_GROUPS = frozenset(("bng", "nat", "alumni"))
_FEWEST = 6
_RULESETS_SINCE = 9_000
"""Nominations of older sets do not say which rulesets they are for."""


class Nominations:
    """Current nominations of one world's beatmapsets. Thread-safe."""

    def __init__(self, seed: int, accounts: Accounts, beatmaps: Beatmaps) -> None:
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "nominations")
        self._lock = Lock()
        self._nominators = array("H")
        self._today: Nominations | None = None
        self._sets: dict[int, array[int]] = {}

    def at(self, beatmaps: Beatmaps) -> Nominations:
        """Return the nominations of an earlier day, whose beatmapsets are given."""
        self._prepare()
        found = copy(self)
        found._beatmaps = beatmaps
        found._today = self
        return found

    def of(self, index: int) -> list[int]:
        """Return the nominators of a beatmapset, the first one first."""
        self._prepare()
        return self._of(index)

    def _of(self, index: int) -> list[int]:
        beatmaps, draws = self._beatmaps, self._draws.at(index)
        found: list[int] = []
        record = beatmaps.record(index)
        wanted = record.nominations
        there = self._accounts.there_at(record.submitted)
        known = max(_FEWEST, bisect_left(self._nominators, there))
        nominators = self._nominators[:known]
        for draw in draws:
            account = pick(draw, nominators)
            if account != beatmaps.mapper[index] and account not in found:
                found.append(account)
            if len(found) >= wanted:
                break
        return found[:wanted]

    def entities(self, index: int) -> list[dict[str, object]]:
        """Return the `current_nominations` of a set."""
        beatmaps = self._beatmaps
        main = RULESETS[beatmaps.ruleset[index]].name
        return [
            {
                "beatmapset_id": beatmaps.id_of(index),
                "rulesets": [main] if index >= _RULESETS_SINCE else None,
                "reset": False,
                "user_id": self._accounts.id_of(account),
            }
            for account in self.of(index)
        ]

    def of_account(self, account: int) -> list[int]:
        """Return the sets with a leaderboard, or qualified for one, that an account nominated."""
        if self._today is not None:
            return self._today.of_account(account)
        self._prepare()
        if account not in self._nominators:
            return []
        with self._lock:
            if not self._sets:
                sets: dict[int, array[int]] = {one: array("H") for one in self._nominators}
                status = self._beatmaps.status
                for index in cooperatively(
                    index for index in range(COUNT) if status[index] in (1, 2, 3)
                ):
                    for one in self._of(index):
                        sets[one].append(index)
                self._sets = sets
        return list(self._sets[account])

    def _prepare(self) -> None:
        with self._lock:
            if not self._nominators:
                accounts = self._accounts
                self._nominators = array(
                    "H",
                    (
                        account
                        for account in cooperatively(range(len(accounts)))
                        if any(g["identifier"] in _GROUPS for g in accounts.groups(account))
                    ),
                )
