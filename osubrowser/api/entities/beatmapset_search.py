"""Parameters and results of the beatmapset search."""

from __future__ import annotations

from enum import IntEnum

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, OpenEnum
from osubrowser.api.entities.beatmaps import Beatmapset


class BeatmapsetSearchCategory(OpenEnum):
    """Status filter; `HAS_LEADERBOARD` is ranked, approved and loved."""

    ANY = "any"
    HAS_LEADERBOARD = "leaderboard"
    RANKED = "ranked"
    QUALIFIED = "qualified"
    LOVED = "loved"
    FAVOURITES = "favourites"
    PENDING = "pending"
    WIP = "wip"
    GRAVEYARD = "graveyard"
    MY_MAPS = "mine"


class BeatmapsetSearchMode(IntEnum):
    """Ruleset filter."""

    ANY = -1
    OSU = 0
    TAIKO = 1
    CATCH = 2
    MANIA = 3


class BeatmapsetSearchExplicitContent(OpenEnum):
    """Filter of explicit beatmapsets."""

    HIDE = "hide"
    SHOW = "show"


class BeatmapsetSearchGenre(IntEnum):
    """Genre filter."""

    ANY = 0
    UNSPECIFIED = 1
    VIDEO_GAME = 2
    ANIME = 3
    ROCK = 4
    POP = 5
    OTHER = 6
    NOVELTY = 7
    HIP_HOP = 9
    ELECTRONIC = 10
    METAL = 11
    CLASSICAL = 12
    FOLK = 13
    JAZZ = 14


class BeatmapsetSearchLanguage(IntEnum):
    """Language filter."""

    ANY = 0
    UNSPECIFIED = 1
    ENGLISH = 2
    JAPANESE = 3
    CHINESE = 4
    INSTRUMENTAL = 5
    KOREAN = 6
    FRENCH = 7
    GERMAN = 8
    SWEDISH = 9
    SPANISH = 10
    ITALIAN = 11
    RUSSIAN = 12
    POLISH = 13
    OTHER = 14


class BeatmapsetSearchSort(OpenEnum):
    """Sort order of a search."""

    TITLE_DESCENDING = "title_desc"
    TITLE_ASCENDING = "title_asc"
    ARTIST_DESCENDING = "artist_desc"
    ARTIST_ASCENDING = "artist_asc"
    CREATOR_DESCENDING = "creator_desc"
    CREATOR_ASCENDING = "creator_asc"
    DIFFICULTY_DESCENDING = "difficulty_desc"
    DIFFICULTY_ASCENDING = "difficulty_asc"
    RANKED_DESCENDING = "ranked_desc"
    RANKED_ASCENDING = "ranked_asc"
    RATING_DESCENDING = "rating_desc"
    RATING_ASCENDING = "rating_asc"
    PLAYS_DESCENDING = "plays_desc"
    PLAYS_ASCENDING = "plays_asc"
    FAVORITES_DESCENDING = "favourites_desc"
    FAVORITES_ASCENDING = "favourites_asc"
    UPDATED_DESCENDING = "updated_desc"
    UPDATED_ASCENDING = "updated_asc"
    RELEVANCE_DESCENDING = "relevance_desc"
    RELEVANCE_ASCENDING = "relevance_asc"
    NOMINATIONS_DESCENDING = "nominations_desc"
    NOMINATIONS_ASCENDING = "nominations_asc"


class BeatmapsetSearchPlayed(OpenEnum):
    """Filter of beatmapsets that the signed-in player has played."""

    PLAYED = "played"
    UNPLAYED = "unplayed"


class BeatmapsetSearchInfo(Entity, frozen=True, kw_only=True):
    """Parameters as the server applied them, such as its default sort order."""

    sort: BeatmapsetSearchSort | None = None


class BeatmapsetSearchResult(Entity, frozen=True, kw_only=True):
    """Page (50) of search results, with their beatmaps.

    `total` is the number of all results (the server may stop counting at 10000),
    `recommended_difficulty` is in stars, for players. `error` is None unless the search failed.
    """

    beatmapsets: list[Beatmapset] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None
    error: str | None = None
    recommended_difficulty: FiniteFloat | None = None
    search: BeatmapsetSearchInfo = BeatmapsetSearchInfo()
    total: Int64 = 0
