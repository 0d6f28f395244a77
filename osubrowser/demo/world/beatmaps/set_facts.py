"""What is known of one beatmapset in plain values, before it becomes an object of the API."""

from __future__ import annotations

from typing import NamedTuple


class SetFacts(NamedTuple):
    """One beatmapset. Times are in seconds since 1970."""

    number: int
    id: int
    status: int
    mapper: int
    song: int
    submitted: int
    updated: int
    ranked: int | None
    """When it got its leaderboard (of a qualified set: when it will); None without one."""
    plays: int
    favourites: int
    rating: float
    hype: int
    nominations: int
    track: int | None
    anime: bool
    nsfw: bool
    spotlight: bool
    storyboard: bool
    video: bool
