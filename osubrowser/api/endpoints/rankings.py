"""Endpoints of rankings and spotlights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, overload

from osubrowser.api.calls import (
    ApiCalls,
    accepts_type_keyword,
    mode_segment,
    path_segment,
)
from osubrowser.api.endpoints.list_params import cursor_params
from osubrowser.api.endpoints.references import COUNTRY, SPOTLIGHT, CountryRef, id_of
from osubrowser.api.entities.modes import GameMode, Variant
from osubrowser.api.entities.rankings import (
    CountryRankings,
    KudosuRanking,
    RankingFilter,
    Rankings,
    RankingType,
    Spotlight,
    Spotlights,
    TeamRankings,
)
from osubrowser.api.paging import by_cursor, by_page


class RankingEndpoints(ApiCalls):
    """Endpoints below `rankings`, and `spotlights`."""

    @overload
    def ranking(
        self,
        mode: GameMode | str,
        type_: Literal[RankingType.COUNTRY, "country"],
        *,
        cursor: Mapping[str, Any] | None = None,
    ) -> CountryRankings: ...

    @overload
    def ranking(
        self,
        mode: GameMode | str,
        type_: Literal[RankingType.TEAM, "team"],
        *,
        cursor: Mapping[str, Any] | None = None,
    ) -> TeamRankings: ...

    @overload
    def ranking(
        self,
        mode: GameMode | str,
        type_: Literal[
            RankingType.PERFORMANCE,
            RankingType.SCORE,
            RankingType.CHARTS,
            "performance",
            "score",
            "charts",
            "global",
        ],
        *,
        country: CountryRef | None = None,
        cursor: Mapping[str, Any] | None = None,
        filter_: RankingFilter | str = RankingFilter.ALL,
        spotlight: Spotlight | int | None = None,
        variant: Variant | str | None = None,
    ) -> Rankings: ...

    @overload
    def ranking(
        self,
        mode: GameMode | str,
        type_: RankingType | str,
        *,
        country: CountryRef | None = None,
        cursor: Mapping[str, Any] | None = None,
        filter_: RankingFilter | str = RankingFilter.ALL,
        spotlight: Spotlight | int | None = None,
        variant: Variant | str | None = None,
    ) -> Rankings | CountryRankings | TeamRankings: ...

    @accepts_type_keyword
    @by_cursor(items="ranking")
    def ranking(
        self,
        mode: GameMode | str,
        type_: RankingType | str,
        *,
        country: CountryRef | None = None,
        cursor: Mapping[str, Any] | None = None,
        filter_: RankingFilter | str = RankingFilter.ALL,
        spotlight: Spotlight | int | None = None,
        variant: Variant | str | None = None,
    ) -> Rankings | CountryRankings | TeamRankings:
        """Return one page (50 rows) of a ranking: `GET rankings/{mode}/{type}`.

        `country` (two letters) and `variant` (4k, 7k; mania only) filter `performance` and
        `score`; `filter_="friends"` needs a player; `spotlight` selects the chart of `charts`.
        The page is `Cursor(page=20)`, or the `cursor` of a response for the one after it.

        Raises NotFound for an unknown mode, type or country, InvalidRequest for an unknown
        variant or filter, and any other OsuError.
        """
        params: dict[str, Any] = {
            "country": id_of(country, COUNTRY),
            "filter": None if filter_ == RankingFilter.ALL else str(filter_),
            "spotlight": id_of(spotlight, SPOTLIGHT),
            "variant": None if variant is None else str(variant),
        }
        params |= cursor_params(cursor)
        kind: type[Rankings] | type[CountryRankings] | type[TeamRankings] = Rankings
        if type_ == RankingType.COUNTRY:
            kind = CountryRankings
        elif type_ == RankingType.TEAM:
            kind = TeamRankings
        return self._get(f"/rankings/{mode_segment(mode)}/{path_segment(type_)}", kind, params)

    @by_page(items="ranking", last=20)
    def kudosu_ranking(self, page: int = 1) -> KudosuRanking:
        """Return one page (50 players; 20 pages) of the kudosu ranking: `GET rankings/kudosu`.

        Raises OsuError.
        """
        return self._get("/rankings/kudosu", KudosuRanking, {"page": page})

    def spotlights(self) -> list[Spotlight]:
        """Return all spotlights, newest first: `GET spotlights`. Raises OsuError."""
        return self._get("/spotlights", Spotlights).spotlights
