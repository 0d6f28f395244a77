"""Rankings and spotlights: pages of players, countries and teams."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.api.entities.countries import CountryStatistics
from osubrowser.api.entities.teams import TeamStatistics
from osubrowser.api.entities.users import UserCompact, UserStatistics


class RankingType(OpenEnum):
    """What a ranking is by."""

    CHARTS = "charts"
    COUNTRY = "country"
    PERFORMANCE = "performance"
    SCORE = "score"
    TEAM = "team"


class RankingFilter(OpenEnum):
    """Whom a ranking is of."""

    ALL = "all"
    FRIENDS = "friends"


class Spotlight(Entity, frozen=True, kw_only=True):
    """A chosen set of beatmaps with a ranking of its own."""

    id: int
    name: str = ""
    type: str = ""
    mode_specific: bool = False
    start_date: Timestamp | None = None
    end_date: Timestamp | None = None
    participant_count: int | None = None


class Spotlights(Entity, frozen=True, kw_only=True):
    """The answer of `spotlights`."""

    spotlights: list[Spotlight] = msgspec.field(default_factory=list)


class RankingPage(Entity, frozen=True, kw_only=True):
    """What every page of a ranking has.

    `cursor` asks for the next page and is None on the last; `total` is how many rows the
    server says there are (None where it does not say). `beatmapsets` and `spotlight` come
    with `charts` only.
    """

    cursor: Cursor | None = None
    cursor_string: str | None = None
    total: int | None = None
    beatmapsets: list[Beatmapset] | None = None
    spotlight: Spotlight | None = None


class Rankings(RankingPage, frozen=True, kw_only=True):
    """A page of players (`performance`, `score`, `charts`)."""

    ranking: list[UserStatistics] = msgspec.field(default_factory=list)


class CountryRankings(RankingPage, frozen=True, kw_only=True):
    """A page of countries (`country`)."""

    ranking: list[CountryStatistics] = msgspec.field(default_factory=list)


class TeamRankings(RankingPage, frozen=True, kw_only=True):
    """A page of teams (`team`)."""

    ranking: list[TeamStatistics] = msgspec.field(default_factory=list)


class KudosuRanking(Entity, frozen=True, kw_only=True):
    """A page of players by kudosu (`rankings/kudosu`); their points are in `kudosu`."""

    ranking: list[UserCompact] = msgspec.field(default_factory=list)
