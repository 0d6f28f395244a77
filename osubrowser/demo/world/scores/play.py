"""A score as one value: what both shapes of the API, leaderboards and replays are made of."""

from __future__ import annotations

from typing import NamedTuple

from osubrowser.demo.world.draws import chance
from osubrowser.demo.world.scores.catalogue import Entry
from osubrowser.demo.world.scores.results import Result

REPLAYED_USER, REPLAYED_BEATMAP, REPLAYED_ID = 3256299, 1776628, 2797309065
"""Whose score, and on what, has which old id in every world: programs name it as an example."""

_LAZER_SINCE, _LAZER_ALL = 1_656_979_200, 1_956_979_200


class Play(NamedTuple):
    """A score."""

    id: int
    seconds: int
    """When it was set, since 1970."""
    entry: Entry
    position: int
    account: int
    lazer: bool
    """Whether it was played in the new game."""
    mods: tuple[str, ...]
    rate: float | None
    """How fast the song was played, if not as fast as the mods usually have it."""
    pay: float
    """By what factor the mods moved the score."""
    result: Result
    pp: float | None
    passed: bool
    best: bool
    """Whether it is the player's best on its leaderboard."""
    slot: int
    """Which of the player's best plays it is, or -1."""
    old_id: int | None
    """The old game's number; 0 if it never gave one, None for plays of the new game."""
    replay: bool
    progress: float = 1.0
    """How far into the beatmap it went."""

    @property
    def speed(self) -> float:
        """How fast the song was played; 1 is as it was made."""
        if self.rate is not None:
            return self.rate
        if {"DT", "NC"} & set(self.mods):
            return 1.5
        return 0.75 if "HT" in self.mods else 1.0


def is_lazer(seconds: int, draw: int) -> bool:
    """Return whether a play of that time is one of the new game: ever more are."""
    share = (seconds - _LAZER_SINCE) / (_LAZER_ALL - _LAZER_SINCE)
    return share > 0 and chance(draw, 0.1 + 0.9 * share)


def is_replayed(user_id: int, entry: Entry) -> bool:
    """Return whether a player's score on a difficulty is the one with the fixed old id."""
    known = entry.ruleset == 0 and entry.difficulty.id == REPLAYED_BEATMAP
    return known and user_id == REPLAYED_USER
