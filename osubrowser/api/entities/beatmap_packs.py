"""Beatmap packs: chosen beatmapsets to download together."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import Beatmapset


class BeatmapPackType(OpenEnum):
    """What a pack is made for."""

    STANDARD = "standard"
    FEATURED = "featured"
    TOURNAMENT = "tournament"
    LOVED = "loved"
    CHART = "chart"
    THEME = "theme"
    ARTIST = "artist"


class BeatmapPackUserCompletionData(Entity, frozen=True, kw_only=True):
    """What the asking player has passed of a pack; nothing for a guest."""

    completed: bool = False
    beatmapset_ids: list[int] = msgspec.field(default_factory=list)


class BeatmapPack(Entity, frozen=True, kw_only=True):
    """A pack, known by its `tag` such as `S1828`; `url` is where its file is.

    `ruleset_id` is None for any ruleset. Lists come without `beatmapsets`.
    """

    tag: str
    name: str = ""
    author: str = ""
    date: Timestamp | None = None
    no_diff_reduction: bool = False
    ruleset_id: int | None = None
    url: str = ""
    beatmapsets: list[Beatmapset] | None = None
    user_completion_data: BeatmapPackUserCompletionData | None = None


class BeatmapPacks(Entity, frozen=True, kw_only=True):
    """A page of packs of one type, newest first."""

    beatmap_packs: list[BeatmapPack] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None
