"""Beatmapset lists of profiles: ranked, loved, pending, guest, nominated, favourite."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable
from copy import copy
from threading import Lock

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.favourites import Favourites
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.draws import Draws, pick
from osubrowser.demo.world.modding.nominations import Nominations
from osubrowser.demo.world.players.friends import Friends
from osubrowser.demo.world.players.teams import ME

_STATUSES = {
    "ranked": (1, 2, 3),
    "loved": (4,),
    "pending": (0, -1),
    "graveyard": (-2,),
}
TYPES = ("favourite", "guest", "nominated", *_STATUSES)
"""The lists there are, besides the most played beatmaps."""


class UserBeatmaps:
    """Beatmapset lists of every account of one world. Thread-safe."""

    def __init__(
        self,
        seed: int,
        friends: Friends,
        beatmaps: Beatmaps,
        favourites: Favourites,
        nominations: Nominations,
    ) -> None:
        self._friends = friends
        self._favourites = favourites
        self._nominations = nominations
        self._beatmaps = beatmaps
        self._lock = Lock()
        self._guests = array("I")
        self._today: UserBeatmaps | None = None
        self._uploaded: Callable[[list[int]], list[int]] = list
        self._draws = Draws(seed, "followed mappers")

    def at(self, beatmaps: Beatmaps, uploaded: Callable[[list[int]], list[int]]) -> UserBeatmaps:
        """Return the lists of an earlier day.

        Args:
            beatmaps: the beatmapsets of the day.
            uploaded: returns those of some sets that had been uploaded.
        """
        found = copy(self)
        found._beatmaps = beatmaps
        found._uploaded = uploaded
        found._today = self
        return found

    def sets(self, account: int, type: str) -> list[int]:
        """Return the numbers of the sets in one of the `TYPES` of lists, in its order."""
        if type == "favourite":
            return self._uploaded(self._favourites.of(account))
        if type == "nominated":
            return self._by_ranked_date(self._there(self._nominations.of_account(account)))
        if type == "guest":
            return self._by_ranked_date(self._there(self.guest_sets(account)))
        statuses = _STATUSES[type]
        own = [
            index
            for index in self._beatmaps.of_mapper(account)
            if self._beatmaps.status[index] in statuses
        ]
        if type in ("ranked", "loved"):
            return self._by_ranked_date(own)
        return self._newest_first(own, lambda index: self._beatmaps.record(index).updated)

    def count(self, account: int, type: str) -> int:
        """Return how many sets are in a list."""
        return len(self.sets(account, type))

    def guest_sets(self, account: int) -> list[int]:
        """Return the sets of others with a leaderboard that have a difficulty of the account."""
        if self._today is not None:
            return self._today.guest_sets(account)
        with self._lock:
            if not self._guests:
                self._guests = self._find_guests()
            guests = self._guests
        first, last = (bisect_left(guests, one << 16) for one in (account, account + 1))
        return [guest & 0xFFFF for guest in guests[first:last]]

    def followed(self, account: int) -> set[int]:
        """Return the mappers that an account follows."""
        draws = self._draws.at(account)
        mappers = {pick(draw, self._beatmaps.mapper) for draw in draws}
        return mappers | (set(self._friends.accounts) if account == ME else set())

    def _find_guests(self) -> array[int]:
        """Return account and beatmapset, packed, of all guest difficulties."""
        beatmaps, found = self._beatmaps, set[int]()
        for index in cooperatively(index for index in range(COUNT) if beatmaps.status[index] > 0):
            for difficulty in beatmaps.difficulties(index):
                for owner in beatmaps.owners(index, difficulty):
                    if owner != beatmaps.mapper[index]:
                        found.add(owner << 16 | index)
        return array("I", sorted(found))

    def _there(self, sets: list[int]) -> list[int]:
        """Return those of some sets that have a leaderboard."""
        return sets if self._today is None else [s for s in sets if self._beatmaps.status[s] > 0]

    def _by_ranked_date(self, sets: list[int]) -> list[int]:
        return self._newest_first(sets, lambda index: self._beatmaps.record(index).ranked or 0)

    @staticmethod
    def _newest_first(sets: list[int], time: Callable[[int], int]) -> list[int]:
        return sorted(sets, key=lambda index: (time(index), index), reverse=True)
