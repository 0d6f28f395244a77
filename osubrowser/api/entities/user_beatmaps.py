"""Entities of a player's beatmaps: most played, passed, favourites."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, Int64, OpenEnum
from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset


class UserBeatmapType(OpenEnum):
    """Type of a player's list of beatmapsets."""

    FAVOURITE = "favourite"
    GRAVEYARD = "graveyard"
    GUEST = "guest"
    LOVED = "loved"
    MOST_PLAYED = "most_played"
    NOMINATED = "nominated"
    PENDING = "pending"
    RANKED = "ranked"


class BeatmapPlaycount(Entity, frozen=True, kw_only=True):
    """Play count of a beatmap by a player."""

    identified_by = ("beatmap_id", "beatmap", "beatmapset")

    beatmap_id: Int64
    count: Int64 = 0
    beatmap: BeatmapCompact | None = None
    beatmapset: Beatmapset | None = None


class BeatmapsPassed(Entity, frozen=True, kw_only=True):
    """Response of `users/{user}/beatmaps-passed`."""

    beatmaps_passed: list[BeatmapCompact] = msgspec.field(default_factory=list)


class BeatmapsetFavourites(Entity, frozen=True, kw_only=True):
    """Response of `me/beatmapset-favourites`."""

    beatmapset_ids: list[Int64] = msgspec.field(default_factory=list)
