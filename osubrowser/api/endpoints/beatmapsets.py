"""Endpoints of beatmapsets, their search, and beatmap packs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from osubrowser.api.calls import ApiCalls, ParamValue, accepts_type_keyword
from osubrowser.api.endpoints.list_params import cursor_params, joined
from osubrowser.api.endpoints.references import (
    BEATMAP,
    BEATMAPSET,
    PACK,
    BeatmapRef,
    BeatmapsetRef,
    PackRef,
    id_of,
    id_segment,
)
from osubrowser.api.entities.beatmap_packs import BeatmapPack, BeatmapPacks, BeatmapPackType
from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.api.entities.beatmapset_search import (
    BeatmapsetSearchCategory,
    BeatmapsetSearchExplicitContent,
    BeatmapsetSearchGenre,
    BeatmapsetSearchLanguage,
    BeatmapsetSearchMode,
    BeatmapsetSearchPlayed,
    BeatmapsetSearchResult,
    BeatmapsetSearchSort,
)
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Grade
from osubrowser.api.paging import by_cursor


class BeatmapsetEndpoints(ApiCalls):
    """Endpoints below `beatmapsets` and `beatmaps/packs`."""

    @by_cursor(items="beatmapsets")
    def search_beatmapsets(
        self,
        query: str | None = None,
        *,
        mode: GameMode | BeatmapsetSearchMode | str | int = BeatmapsetSearchMode.ANY,
        category: BeatmapsetSearchCategory | str = BeatmapsetSearchCategory.HAS_LEADERBOARD,
        explicit_content: BeatmapsetSearchExplicitContent | str | None = None,
        genre: BeatmapsetSearchGenre | int = BeatmapsetSearchGenre.ANY,
        language: BeatmapsetSearchLanguage | int = BeatmapsetSearchLanguage.ANY,
        force_video: bool = False,
        force_storyboard: bool = False,
        force_recommended_difficulty: bool = False,
        include_converts: bool = False,
        force_followed_mappers: bool = False,
        force_spotlights: bool = False,
        force_featured_artists: bool = False,
        grades: Iterable[Grade | str] = (),
        played: BeatmapsetSearchPlayed | str | None = None,
        cursor: Mapping[str, Any] | None = None,
        cursor_string: str | None = None,
        page: int | None = None,
        sort: BeatmapsetSearchSort | str | None = None,
    ) -> BeatmapsetSearchResult:
        """Return one page (50) of beatmapsets: `GET beatmapsets/search`.

        `query` is free text with operators such as `stars>5 ar>=9 length<3:00 artist="..."`.
        `explicit_content` defaults to the player's own setting, for guests to hidden. `grades` and
        `played` are for supporters; others get an empty result. The default `sort` is relevance
        with a `query`, else date. `page` (from 1) jumps within the first 10000.

        Raises InvalidRequest for a cursor of another search, ServerTrouble if the search failed.
        """
        params: dict[str, ParamValue] = {
            "q": query,
            "m": _mode_number(mode),
            "s": None if category == BeatmapsetSearchCategory.HAS_LEADERBOARD else str(category),
            "nsfw": None
            if explicit_content is None
            else explicit_content == BeatmapsetSearchExplicitContent.SHOW,
            "g": int(genre) or None,
            "l": int(language) or None,
            "e": joined(video=force_video, storyboard=force_storyboard),
            "c": joined(
                recommended=force_recommended_difficulty,
                converts=include_converts,
                follows=force_followed_mappers,
                spotlights=force_spotlights,
                featured_artists=force_featured_artists,
            ),
            "r": ".".join([grades] if isinstance(grades, str) else map(str, grades)) or None,
            "played": None if played is None else str(played),
            "sort": None if sort is None else str(sort),
            "page": page,
        }
        params |= cursor_params(cursor, cursor_string)
        return self._get("/beatmapsets/search", BeatmapsetSearchResult, params)

    search_beatmaps = search_beatmapsets

    def beatmapset(
        self, beatmapset_id: BeatmapsetRef | None = None, *, beatmap_id: BeatmapRef | None = None
    ) -> Beatmapset:
        """Return a beatmapset by its id, or by the id of one of its beatmaps.

        `GET beatmapsets/{beatmapset}`, or `GET beatmapsets/lookup` for a `beatmap_id`. Includes
        beatmaps, converts (which share their ids), description and ratings.

        Raises NotFound if there is none, ValueError without an id.
        """
        if beatmap_id is not None:
            return self._get(
                "/beatmapsets/lookup", Beatmapset, {"beatmap_id": id_of(beatmap_id, BEATMAP)}
            )
        if beatmapset_id is None:
            raise ValueError("a beatmapset has an id, or a beatmap with one")
        return self._get(f"/beatmapsets/{id_segment(beatmapset_id, BEATMAPSET)}", Beatmapset)

    def beatmapset_lookup(self, beatmap_id: BeatmapRef) -> Beatmapset:
        """Return the beatmapset of a beatmap: `GET beatmapsets/lookup`. Raises NotFound."""
        return self.beatmapset(beatmap_id=beatmap_id)

    @accepts_type_keyword
    @by_cursor(items="beatmap_packs")
    def beatmap_packs(
        self,
        type_: BeatmapPackType | str | None = None,
        cursor_string: str | None = None,
        legacy_only: bool | None = None,
        *,
        cursor: Mapping[str, Any] | None = None,
    ) -> BeatmapPacks:
        """Return a page (100) of beatmap packs of a type, newest first: `GET beatmaps/packs`.

        The default type is `standard`. Raises NotFound for an unknown type.
        """
        params: dict[str, ParamValue] = {
            "type": None if type_ is None else str(type_),
            "legacy_only": legacy_only,
            **cursor_params(cursor, cursor_string),
        }
        return self._get("/beatmaps/packs", BeatmapPacks, params)

    def beatmap_pack(self, pack: PackRef, *, legacy_only: bool | None = None) -> BeatmapPack:
        """Return a beatmap pack by its tag (`S1828`): `GET beatmaps/packs/{tag}`.

        Includes its beatmapsets. `legacy_only` counts only stable's scores in
        `user_completion_data`.

        Raises NotFound.
        """
        params = {"legacy_only": legacy_only}
        return self._get(f"/beatmaps/packs/{id_segment(pack, PACK)}", BeatmapPack, params)


def _mode_number(mode: GameMode | BeatmapsetSearchMode | str | int) -> int | None:
    if isinstance(mode, str):
        # An unknown name: the server would search in all rulesets.
        ruleset = GameMode("fruits" if mode == "catch" else mode)
        if not ruleset.is_known:
            raise ValueError(f"no ruleset: {mode!r}")
        mode = ruleset.number
    return int(mode) if mode >= 0 else None
