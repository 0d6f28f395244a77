"""What a player has to do with beatmaps: played, passed, favoured."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, OpenEnum
from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset


class UserBeatmapType(OpenEnum):
    """A list of beatmapsets on a player's page."""

    FAVOURITE = "favourite"
    GRAVEYARD = "graveyard"
    GUEST = "guest"
    LOVED = "loved"
    MOST_PLAYED = "most_played"
    NOMINATED = "nominated"
    PENDING = "pending"
    RANKED = "ranked"


class BeatmapPlaycount(Entity, frozen=True, kw_only=True):
    """How often a player played a beatmap."""

    beatmap_id: int
    count: int = 0
    beatmap: BeatmapCompact | None = None
    beatmapset: Beatmapset | None = None


class BeatmapsPassed(Entity, frozen=True, kw_only=True):
    """The answer of `users/{user}/beatmaps-passed`."""

    beatmaps_passed: list[BeatmapCompact] = msgspec.field(default_factory=list)


class BeatmapsetFavourites(Entity, frozen=True, kw_only=True):
    """The answer of `me/beatmapset-favourites`."""

    beatmapset_ids: list[int] = msgspec.field(default_factory=list)
