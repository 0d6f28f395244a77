"""Entities of rankings and spotlights."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, Int64, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.api.entities.countries import CountryStatistics
from osubrowser.api.entities.teams import TeamStatistics
from osubrowser.api.entities.users import UserCompact, UserStatistics


class RankingType(OpenEnum):
    """Type of a ranking."""

    CHARTS = "charts"
    COUNTRY = "country"
    PERFORMANCE = "performance"
    SCORE = "score"
    TEAM = "team"


class RankingFilter(OpenEnum):
    """Player filter of a ranking."""

    ALL = "all"
    FRIENDS = "friends"


class Spotlight(Entity, frozen=True, kw_only=True):
    """Spotlight: a set of beatmaps with its own ranking."""

    id: Int64
    name: str = ""
    type: str = ""
    mode_specific: bool | None = None
    start_date: Timestamp | None = None
    end_date: Timestamp | None = None
    participant_count: Int64 | None = None


class Spotlights(Entity, frozen=True, kw_only=True):
    """Response of `spotlights`."""

    spotlights: list[Spotlight] = msgspec.field(default_factory=list)


class RankingPage(Entity, frozen=True, kw_only=True):
    """Base class of ranking pages.

    `cursor` is the position of the next page, None on the last; `total` is the number of rows
    (None where the server does not send it). `beatmapsets` and `spotlight` are for `charts`
    only.
    """

    cursor: Cursor | None = None
    cursor_string: str | None = None
    total: Int64 | None = None
    beatmapsets: list[Beatmapset] | None = None
    spotlight: Spotlight | None = None


class Rankings(RankingPage, frozen=True, kw_only=True):
    """Page of a player ranking (`performance`, `score`, `charts`)."""

    ranking: list[UserStatistics] = msgspec.field(default_factory=list)


class CountryRankings(RankingPage, frozen=True, kw_only=True):
    """Page of the country ranking."""

    ranking: list[CountryStatistics] = msgspec.field(default_factory=list)


class TeamRankings(RankingPage, frozen=True, kw_only=True):
    """Page of the team ranking."""

    ranking: list[TeamStatistics] = msgspec.field(default_factory=list)


class KudosuRanking(Entity, frozen=True, kw_only=True):
    """Page of the kudosu ranking; each player's points are in `kudosu`."""

    ranking: list[UserCompact] = msgspec.field(default_factory=list)
