"""Entities of API v1: its strings as typed values, under clearer names."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import msgspec
from msgspec.structs import force_setattr

from osubrowser.api.entities.base import Entity, FiniteFloat, Int64
from osubrowser.api.entities.beatmaps import RankStatus
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Grade
from osubrowser.api.mods import Mod, mods_from_bits

_TIMES = frozenset(
    ("approved_date", "date", "end_time", "join_date", "last_update", "start_time", "submit_date")
)


class LegacyEntity(Entity, frozen=True, kw_only=True):
    """Base class of API v1's entities; datetimes without a zone are UTC."""

    def __post_init__(self) -> None:
        for name in _times_of(type(self)):
            moment = getattr(self, name)
            if moment is not None and moment.tzinfo is None:
                force_setattr(self, name, moment.replace(tzinfo=UTC))


@cache
def _times_of(kind: type[LegacyEntity]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name in _TIMES)


class LegacyEvent(LegacyEntity, frozen=True, kw_only=True, rename={"epic_factor": "epicfactor"}):
    """Event of a player; `display_html` is untrusted markup of the website."""

    display_html: str = ""
    beatmap_id: Int64 | None = None
    beatmapset_id: Int64 | None = None
    date: datetime | None = None
    epic_factor: Int64 = 0


class LegacyUser(
    LegacyEntity,
    frozen=True,
    kw_only=True,
    rename={
        "count_300": "count300",
        "count_100": "count100",
        "count_50": "count50",
        "play_count": "playcount",
        "rank": "pp_rank",
        "country_rank": "pp_country_rank",
        "pp": "pp_raw",
        "seconds_played": "total_seconds_played",
    },
):
    """Player in one ruleset; statistics are None where they never played it.

    `accuracy` is in percent, the decimals of `level` are its progress.
    """

    identified_by = ("user_id", "username")

    user_id: Int64
    username: str = ""
    join_date: datetime | None = None
    count_300: Int64 | None = None
    count_100: Int64 | None = None
    count_50: Int64 | None = None
    play_count: Int64 | None = None
    ranked_score: Int64 | None = None
    total_score: Int64 | None = None
    rank: Int64 | None = None
    level: FiniteFloat | None = None
    pp: FiniteFloat | None = None
    accuracy: FiniteFloat | None = None
    count_rank_ss: Int64 | None = None
    count_rank_ssh: Int64 | None = None
    count_rank_s: Int64 | None = None
    count_rank_sh: Int64 | None = None
    count_rank_a: Int64 | None = None
    country: str | None = None
    seconds_played: Int64 | None = None
    country_rank: Int64 | None = None
    events: list[LegacyEvent] = msgspec.field(default_factory=list)


class LegacyBeatmap(
    LegacyEntity,
    frozen=True,
    kw_only=True,
    rename={
        "ranked": "approved",
        "beatmap_hash": "file_md5",
        "circle_size": "diff_size",
        "overall_difficulty": "diff_overall",
        "approach_rate": "diff_approach",
        "health": "diff_drain",
        "mode_int": "mode",
        "count_circles": "count_normal",
        "count_sliders": "count_slider",
        "count_spinners": "count_spinner",
        "play_count": "playcount",
        "pass_count": "passcount",
        "pack_tags_text": "packs",
        "stars_aim": "diff_aim",
        "stars_speed": "diff_speed",
        "star_rating": "difficultyrating",
    },
):
    """Beatmap (one difficulty) with the metadata of its set.

    Lengths are in seconds, `hit_length` without breaks; `ranked` is -2 (graveyard) to 4 (loved).
    """

    identified_by = ("beatmap_id", "beatmapset_id", "beatmap_hash")

    beatmap_id: Int64
    beatmapset_id: Int64 = 0
    ranked: Int64 | None = None
    total_length: Int64 = 0
    hit_length: Int64 = 0
    version: str = ""
    beatmap_hash: str | None = None
    circle_size: FiniteFloat = 0.0
    overall_difficulty: FiniteFloat = 0.0
    approach_rate: FiniteFloat = 0.0
    health: FiniteFloat = 0.0
    mode_int: Int64 | None = None
    count_circles: Int64 = 0
    count_sliders: Int64 = 0
    count_spinners: Int64 = 0
    submit_date: datetime | None = None
    approved_date: datetime | None = None
    last_update: datetime | None = None
    artist: str = ""
    artist_unicode: str | None = None
    title: str = ""
    title_unicode: str | None = None
    creator: str = ""
    creator_id: Int64 = 0
    bpm: FiniteFloat = 0.0
    source: str = ""
    tags: str = ""
    genre_id: Int64 = 0
    language_id: Int64 = 0
    favourite_count: Int64 = 0
    rating: FiniteFloat = 0.0
    storyboard: bool | None = None
    video: bool | None = None
    download_unavailable: bool | None = None
    audio_unavailable: bool | None = None
    play_count: Int64 = 0
    pass_count: Int64 = 0
    pack_tags_text: str | None = None
    max_combo: Int64 | None = None
    stars_aim: FiniteFloat | None = None
    stars_speed: FiniteFloat | None = None
    star_rating: FiniteFloat = 0.0

    @property
    def mode(self) -> GameMode | None:
        """The beatmap's own ruleset."""
        return None if self.mode_int is None else GameMode.of_number(self.mode_int)

    @property
    def status(self) -> RankStatus | None:
        """The rank status; an open enum value for an unknown number."""
        return None if self.ranked is None else RankStatus.of_number(self.ranked)

    @property
    def packs(self) -> list[str]:
        """The tags of its beatmap packs, such as `S1234`."""
        return [tag for tag in (self.pack_tags_text or "").split(",") if tag]


class _Hits(
    LegacyEntity,
    frozen=True,
    kw_only=True,
    rename={
        "max_combo": "maxcombo",
        "count_300": "count300",
        "count_100": "count100",
        "count_50": "count50",
        "count_miss": "countmiss",
        "count_katu": "countkatu",
        "count_geki": "countgeki",
        "mod_bits": "enabled_mods",
    },
):
    """Common fields of scores."""

    user_id: Int64 = 0
    score: Int64 = 0
    max_combo: Int64 = 0
    count_300: Int64 = 0
    count_100: Int64 = 0
    count_50: Int64 = 0
    count_miss: Int64 = 0
    count_katu: Int64 = 0
    count_geki: Int64 = 0
    perfect: bool | None = None
    mod_bits: Int64 | None = None

    @property
    def mods(self) -> list[Mod]:
        """The mods of the score."""
        return mods_from_bits(self.mod_bits or 0)


class LegacyScore(_Hits, frozen=True, kw_only=True):
    """Score of stable.

    None are: `score_id` of plays that are not a player's best, `pp` where the endpoint does not
    send it, `username` in a player's own lists, `replay_available` where it is unknown.
    """

    identified_by = ("score_id", "user_id", "beatmap_id", "username", "date")

    beatmap_id: Int64 | None = None
    score_id: Int64 | None = None
    username: str | None = None
    date: datetime | None = None
    rank: Grade | None = None
    pp: FiniteFloat | None = None
    replay_available: bool | None = None

    @property
    def grade(self) -> Grade | None:
        """The grade; the API calls it `rank`."""
        return self.rank


class LegacyMatchScore(_Hits, frozen=True, kw_only=True, rename={"passed": "pass"}):
    """Score in a game of a match; `team` is 0 (none), 1 (blue) or 2 (red).

    `mods` are the player's own, in addition to those of the game.
    """

    slot: Int64 = 0
    team: Int64 | None = None
    rank: Int64 = 0
    passed: bool | None = None


class LegacyMatchGame(
    LegacyEntity, frozen=True, kw_only=True, rename={"mode_int": "play_mode", "mod_bits": "mods"}
):
    """Game of a match; `end_time` is None while it runs, and if it was aborted.

    `scoring_type`: 0 score, 1 accuracy, 2 combo, 3 score V2. `team_type`: 0 head to
    head, 1 tag co-op, 2 team versus, 3 tag team versus.
    """

    game_id: Int64 = 0
    start_time: datetime | None = None
    end_time: datetime | None = None
    beatmap_id: Int64 = 0
    mode_int: Int64 | None = None
    match_type: Int64 | None = None
    scoring_type: Int64 | None = None
    team_type: Int64 | None = None
    mod_bits: Int64 | None = None
    scores: list[LegacyMatchScore] = msgspec.field(default_factory=list)

    @property
    def mode(self) -> GameMode | None:
        """The ruleset of the game."""
        return None if self.mode_int is None else GameMode.of_number(self.mode_int)

    @property
    def mods(self) -> list[Mod]:
        """The mods of all players in the game."""
        return mods_from_bits(self.mod_bits or 0)


class LegacyMatchInfo(LegacyEntity, frozen=True, kw_only=True):
    """Match: name and times; `end_time` is None while it runs."""

    match_id: Int64
    name: str = ""
    start_time: datetime | None = None
    end_time: datetime | None = None


class LegacyMatch(LegacyEntity, frozen=True, kw_only=True):
    """Match of stable with all its games in order."""

    match: LegacyMatchInfo
    games: list[LegacyMatchGame] = msgspec.field(default_factory=list)
