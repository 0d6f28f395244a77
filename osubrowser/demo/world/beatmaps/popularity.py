"""Popularity of beatmapsets: play counts, ratings, pass counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from osubrowser.demo.world.draws import spread, unit

BOARD = 1_500
"""No leaderboard has more scores than this: every difficulty with one was passed as often."""

_LEAST = 60_000
"""Plays of a set with a leaderboard that hardly anybody knows."""

_UNSEEN = 600
"""How many times less a set without a leaderboard is played."""

_VOTES = 600
"""Plays for each rating that is given."""

_SHARES = (0.0, 0.03, 0.008, 0.008, 0.01, 0.018, 0.02, 0.04, 0.09, 0.13)
"""Of all ratings, how many are 0 to 9: nobody can give a 0."""


class Rating(NamedTuple):
    """User rating of a beatmapset."""

    counts: list[int]
    """How often it was rated 0 to 10."""
    mean: float
    """The mean, with five decimals; 0 without any rating."""


def plays_of(draw: int, *, scored: bool, famous: int) -> int:
    """Return how often a set was played: very unequal, and little without a leaderboard.

    Args:
        draw: which of the sets it is.
        scored: whether it has a leaderboard.
        famous: further plays of a well-known set.
    """
    plays = famous + int(_LEAST * (1 / max(unit(draw), 0.0004)) ** 0.8)
    return plays if scored else plays // _UNSEEN


def rating_of(plays: int, draws: Sequence[int]) -> Rating:
    """Return the ratings of a set with a leaderboard, from its plays and ten draws."""
    votes = plays / _VOTES
    counts = [
        int(votes * share * spread(draw, 0.6, 1.4))
        for share, draw in zip(_SHARES, draws, strict=False)
    ]
    counts.append(int(votes * spread(draws[9], 0.05, 0.95)))
    given = sum(counts)
    mean = sum(grade * count for grade, count in enumerate(counts)) / max(1, given)
    return Rating(counts, round(mean, 5))


def shared_out(plays: int, draws: Sequence[int]) -> list[int]:
    """Return the plays of each difficulty of a set, from a draw for each: they add up to all."""
    weights = [spread(draw, 0.12, 0.4) for draw in draws]
    whole, before, found = sum(weights), 0.0, []
    for weight in weights:
        found.append(int(plays * (before + weight) / whole) - int(plays * before / whole))
        before += weight
    found[-1] += plays - sum(found)
    return found


def passes_of(plays: int, share: float, *, scored: bool) -> int:
    """Return how many of a difficulty's plays were passed.

    Args:
        share: how many of them it would be without those that are on the leaderboard.
        scored: whether it has a leaderboard.
    """
    listed = min(plays, BOARD) if scored else 0
    return listed + int((plays - listed) * share)
