"""Endpoints of scores: leaderboards of beatmaps, single scores, the feed, replays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast, overload

from osubrowser.api.calls import (
    ApiCalls,
    ParamValue,
    accepts_type_keyword,
    mode_segment,
)
from osubrowser.api.endpoints.list_params import cursor_params
from osubrowser.api.endpoints.references import (
    BEATMAP,
    LEGACY_SCORE,
    SCORE,
    USER,
    BeatmapRef,
    LegacyScoreRef,
    ScoreRef,
    UserRef,
    id_segment,
)
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import (
    BeatmapScores,
    BeatmapScoresType,
    BeatmapUserScore,
    BeatmapUserScores,
    Score,
    Scores,
)
from osubrowser.api.http.messages import Unreadable
from osubrowser.api.mods import Mod, mod_list
from osubrowser.api.paging import by_cursor

if TYPE_CHECKING:
    from osubrowser.api.replays.replay_file import Replay

Mods = Iterable[Mod | str] | str | int | None
"""Mods as acronyms, bits or Mod objects; `[]` and `"NM"` mean no mods, None any mods."""


class ScoreEndpoints(ApiCalls):
    """Endpoints below `beatmaps/{beatmap}/scores` and `scores`."""

    @accepts_type_keyword
    def beatmap_scores(
        self,
        beatmap_id: BeatmapRef,
        *,
        mode: GameMode | str | None = None,
        mods: Mods = None,
        type_: BeatmapScoresType | str | None = None,
        limit: int | None = None,
        legacy_only: bool | None = None,
    ) -> BeatmapScores:
        """Return the top scores of a beatmap's leaderboard: `GET beatmaps/{beatmap}/scores`.

        One score per player, by `total_score`; `limit` is 1 to 100 (default 50). `mods` filters
        scores with exactly these. `type_` is `country`, `friend` (both for supporters) or `team`;
        `legacy_only` is stable's leaderboard. Empty for a beatmap without a leaderboard.

        Raises NotFound for an unknown beatmap, InvalidRequest for an unknown mode and for a type
        that needs supporter status.
        """
        params = _board(mode, mods, type_, limit) | {"legacy_only": legacy_only}
        return self._get(
            f"/beatmaps/{id_segment(beatmap_id, BEATMAP)}/scores", BeatmapScores, params
        )

    @accepts_type_keyword
    def beatmap_solo_scores(
        self,
        beatmap_id: BeatmapRef,
        *,
        mode: GameMode | str | None = None,
        mods: Mods = None,
        type_: BeatmapScoresType | str | None = None,
        limit: int | None = None,
    ) -> BeatmapScores:
        """Return the leaderboard by an older endpoint: `GET beatmaps/{beatmap}/solo-scores`.

        Deprecated by osu! in 2025 in favour of `beatmap_scores`. Raises as that does.
        """
        params = _board(mode, mods, type_, limit)
        return self._get(
            f"/beatmaps/{id_segment(beatmap_id, BEATMAP)}/solo-scores",
            BeatmapScores,
            params,
        )

    def beatmap_user_score(
        self,
        beatmap_id: BeatmapRef,
        user_id: UserRef,
        *,
        mode: GameMode | str | None = None,
        mods: Mods = None,
        legacy_only: bool | None = None,
    ) -> BeatmapUserScore:
        """Return a player's best score on a beatmap: `GET beatmaps/{beatmap}/scores/users/{user}`.

        Raises NotFound if there is none.
        """
        params = _board(mode, mods, None, None) | {"legacy_only": legacy_only}
        path = (
            f"/beatmaps/{id_segment(beatmap_id, BEATMAP)}/scores/users/{id_segment(user_id, USER)}"
        )
        return self._get(path, BeatmapUserScore, params)

    def beatmap_user_scores(
        self,
        beatmap_id: BeatmapRef,
        user_id: UserRef,
        *,
        mode: GameMode | str | None = None,
        legacy_only: bool | None = None,
    ) -> list[Score]:
        """Return a player's scores on a beatmap: `GET beatmaps/{beatmap}/scores/users/{user}/all`.

        Best first, at most 50, without `beatmap` and `user`. Raises NotFound for an unknown
        beatmap or ruleset.
        """
        params = {"ruleset": _mode(mode), "legacy_only": legacy_only}
        beatmap, user = id_segment(beatmap_id, BEATMAP), id_segment(user_id, USER)
        path = f"/beatmaps/{beatmap}/scores/users/{user}/all"
        return self._get(path, BeatmapUserScores, params).scores

    def score(self, score_id: ScoreRef) -> Score:
        """Return a score by its id: `GET scores/{score}`. Raises NotFound."""
        return self._score(f"/scores/{id_segment(score_id, SCORE)}")

    def score_mode(self, mode: GameMode | str, score_id: LegacyScoreRef) -> Score:
        """Return a stable score by its id within a ruleset: `GET scores/{ruleset}/{score}`.

        That is its `legacy_score_id`. Raises NotFound.
        """
        return self._score(f"/scores/{mode_segment(mode)}/{id_segment(score_id, LEGACY_SCORE)}")

    def _score(self, path: str) -> Score:
        # Some servers wrap the score in a list.
        kind = cast("type[Score | list[Score]]", Score | list[Score])
        score = self._get(path, kind, is_found=bool)
        return score[0] if isinstance(score, list) else score

    @by_cursor(items="scores")
    def scores(
        self,
        mode: GameMode | str | None = None,
        *,
        cursor: Mapping[str, Any] | None = None,
        cursor_string: str | None = None,
    ) -> Scores:
        """Return a page of all players' newest passes: `GET scores`.

        Up to 1000, oldest first, without `user` and `beatmap`. The response's cursor requests the
        scores after them, and stays the same while there are none. Raises InvalidRequest for an
        unknown mode, and for a cursor that is too old.
        """
        params = {"ruleset": _mode(mode), **cursor_params(cursor, cursor_string)}
        return self._get("/scores", Scores, params)

    @overload
    def download_score(
        self,
        score_id: LegacyScoreRef,
        *,
        mode: GameMode | str | None = None,
        raw: Literal[False] = False,
    ) -> Replay: ...

    @overload
    def download_score(
        self, score_id: LegacyScoreRef, *, mode: GameMode | str | None = None, raw: Literal[True]
    ) -> bytes: ...

    def download_score(
        self, score_id: LegacyScoreRef, *, mode: GameMode | str | None = None, raw: bool = False
    ) -> Replay | bytes:
        """Return the replay of a score: `GET scores/{score}/download`.

        With `mode`, the id is that of a stable score within its ruleset, as for
        `download_score_mode`. With `raw` the bytes that the server sent, unchecked. At most 10 per
        minute.

        Raises NotFound without a score or replay, ServerTrouble for an invalid replay file.
        """
        if mode is not None:
            return self._replay(
                f"/scores/{mode_segment(mode)}/{id_segment(score_id, LEGACY_SCORE)}/download", raw
            )
        return self._replay(f"/scores/{id_segment(score_id, SCORE)}/download", raw)

    @overload
    def download_score_mode(
        self, mode: GameMode | str, score_id: LegacyScoreRef, *, raw: Literal[False] = False
    ) -> Replay: ...

    @overload
    def download_score_mode(
        self, mode: GameMode | str, score_id: LegacyScoreRef, *, raw: Literal[True]
    ) -> bytes: ...

    def download_score_mode(
        self, mode: GameMode | str, score_id: LegacyScoreRef, *, raw: bool = False
    ) -> Replay | bytes:
        """Return the replay of a stable score: `GET scores/{ruleset}/{score}/download`.

        The id is the score's `legacy_score_id`. Raises as `download_score` does.
        """
        return self._replay(
            f"/scores/{mode_segment(mode)}/{id_segment(score_id, LEGACY_SCORE)}/download", raw
        )

    def _replay(self, path: str, raw: bool) -> Replay | bytes:
        from osubrowser.api.replays.osr_codec import ReplayError
        from osubrowser.api.replays.replay_file import read_replay

        if raw:
            return self._download(path, checked=False).data
        file = self._download(path)
        try:
            replay = read_replay(file.data, file.filename)
        except ReplayError as problem:
            raise Unreadable(
                f"osu! sent something else in place of a replay: {problem}",
                address=f"/api/v2{path}",
            ) from problem
        return replay


def _mode(mode: GameMode | str | None) -> str | None:
    return None if mode is None else mode_segment(mode)


def _board(
    mode: GameMode | str | None,
    mods: Mods,
    type_: BeatmapScoresType | str | None,
    limit: int | None,
) -> dict[str, ParamValue]:
    chosen = mod_list(mods)
    acronyms = None if chosen is None else [mod.acronym for mod in chosen] or ["NM"]
    return {
        "mode": _mode(mode),
        "mods[]": acronyms,
        "type": None if type_ is None else str(type_),
        "limit": limit,
    }
