"""Endpoints of a player's lists: scores, beatmapsets, most played, passed, favourites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, overload

from osubrowser.api.auth.grants import Scope
from osubrowser.api.calls import (
    ApiCalls,
    ParamValue,
    accepts_type_keyword,
    mode_segment,
    path_segment,
)
from osubrowser.api.endpoints.references import (
    BEATMAPSET,
    USER,
    BeatmapsetRef,
    UserRef,
    id_of,
    id_segment,
)
from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Score, ScoreType
from osubrowser.api.entities.user_beatmaps import (
    BeatmapPlaycount,
    BeatmapsetFavourites,
    BeatmapsPassed,
    UserBeatmapType,
)
from osubrowser.api.paging import by_offset


class UserListEndpoints(ApiCalls):
    """Endpoints `users/{user}/...` and `me/beatmapset-favourites`."""

    @accepts_type_keyword
    @by_offset(short_page_ends=False)
    def user_scores(
        self,
        user_id: UserRef,
        type_: ScoreType | str,
        *,
        include_fails: bool | None = None,
        mode: GameMode | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        legacy_only: bool | None = None,
    ) -> list[Score]:
        """Return scores of a player: `GET users/{user}/scores/{type}`.

        Types: `best` (by pp, 200 at most), `firsts` (first places), `pinned`, `recent` (last 24
        hours; with `include_fails` failed ones too). The default `mode` is the player's own.
        `limit` is 1 to 100 (default 5). `legacy_only` applies to `firsts` only.

        Raises NotFound for unknown players, types and rulesets.
        """
        params = {
            "include_fails": include_fails,
            "legacy_only": legacy_only,
            "limit": limit,
            "mode": None if mode is None else mode_segment(mode),
            "offset": offset,
        }
        return self._get(
            f"/users/{id_segment(user_id, USER)}/scores/{path_segment(type_)}",
            list[Score],
            params,
        )

    @overload
    def user_beatmaps(
        self,
        user_id: UserRef,
        type_: Literal[UserBeatmapType.MOST_PLAYED, "most_played"],
        *,
        limit: int | None = None,
        offset: int | None = None,
    ) -> list[BeatmapPlaycount]: ...

    @overload
    def user_beatmaps(
        self,
        user_id: UserRef,
        type_: Literal[
            UserBeatmapType.FAVOURITE,
            UserBeatmapType.GRAVEYARD,
            UserBeatmapType.GUEST,
            UserBeatmapType.LOVED,
            UserBeatmapType.NOMINATED,
            UserBeatmapType.PENDING,
            UserBeatmapType.RANKED,
            "favourite",
            "graveyard",
            "guest",
            "loved",
            "nominated",
            "pending",
            "ranked",
        ],
        *,
        limit: int | None = None,
        offset: int | None = None,
    ) -> list[Beatmapset]: ...

    @overload
    def user_beatmaps(
        self,
        user_id: UserRef,
        type_: UserBeatmapType | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
    ) -> list[Beatmapset] | list[BeatmapPlaycount]: ...

    @accepts_type_keyword
    @by_offset(short_page_ends=False)
    def user_beatmaps(
        self,
        user_id: UserRef,
        type_: UserBeatmapType | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
    ) -> list[Beatmapset] | list[BeatmapPlaycount]:
        """Return beatmapsets of a player's page: `GET users/{user}/beatmapsets/{type}`.

        With their beatmaps, newest first; for `most_played` beatmaps with play counts. `limit` is
        1 to 100 (default 5).

        Raises NotFound for unknown players and types.
        """
        path = f"/users/{id_segment(user_id, USER)}/beatmapsets/{path_segment(type_)}"
        params = {"limit": limit, "offset": offset}
        if type_ == UserBeatmapType.MOST_PLAYED:
            return self._get(path, list[BeatmapPlaycount], params)
        return self._get(path, list[Beatmapset], params)

    def search_beatmaps_passed(
        self,
        user_id: UserRef,
        beatmapset_ids: Sequence[BeatmapsetRef],
        *,
        exclude_converts: bool = False,
        is_legacy: bool | None = None,
        no_diff_reduction: bool = True,
        ruleset_id: int | None = None,
    ) -> list[BeatmapCompact]:
        """Return the beatmaps of sets that a player passed: `GET users/{user}/beatmaps-passed`.

        At most 50 sets, each of which counts as a request. `no_diff_reduction` excludes passes
        with difficulty reducing mods; `is_legacy` filters stable (True) or lazer (False).

        Raises InvalidRequest for more than 50 sets.
        """
        params: dict[str, ParamValue] = {
            "beatmapset_ids[]": [id_of(one, BEATMAPSET) for one in beatmapset_ids],
            "exclude_converts": exclude_converts,
            "is_legacy": is_legacy,
            "no_diff_reduction": no_diff_reduction,
            "ruleset_id": ruleset_id,
        }
        path = f"/users/{id_segment(user_id, USER)}/beatmaps-passed"
        return self._get(path, BeatmapsPassed, params).beatmaps_passed

    def beatmapset_favourites(self) -> list[int]:
        """Return the ids of one's own favourite beatmapsets: `GET me/beatmapset-favourites`.

        Raises LoginRequired for a guest.
        """
        return self._get(
            "/me/beatmapset-favourites",
            BeatmapsetFavourites,
            needs_player=True,
            scope=Scope.IDENTIFY,
        ).beatmapset_ids
