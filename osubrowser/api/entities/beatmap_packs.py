"""Entities of beatmap packs."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, Int64, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import Beatmapset


class BeatmapPackType(OpenEnum):
    """Type of a beatmap pack."""

    STANDARD = "standard"
    FEATURED = "featured"
    TOURNAMENT = "tournament"
    LOVED = "loved"
    CHART = "chart"
    THEME = "theme"
    ARTIST = "artist"


class BeatmapPackUserCompletionData(Entity, frozen=True, kw_only=True):
    """The signed-in player's progress in a beatmap pack; empty for guests."""

    completed: bool | None = None
    beatmapset_ids: list[Int64] = msgspec.field(default_factory=list)


class BeatmapPack(Entity, frozen=True, kw_only=True):
    """Beatmap pack, identified by its `tag` such as `S1828`; `url` is its download.

    `ruleset_id` is None for any ruleset. Lists come without `beatmapsets`.
    """

    identified_by = ("tag", "name", "url")

    tag: str
    name: str = ""
    author: str = ""
    date: Timestamp | None = None
    no_diff_reduction: bool | None = None
    ruleset_id: Int64 | None = None
    url: str = ""
    beatmapsets: list[Beatmapset] | None = None
    user_completion_data: BeatmapPackUserCompletionData | None = None


class BeatmapPacks(Entity, frozen=True, kw_only=True):
    """Page of beatmap packs of one type, newest first."""

    beatmap_packs: list[BeatmapPack] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None
