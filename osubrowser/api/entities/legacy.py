"""What the old API (v1) sends: texts in place of numbers, typed here, under clearer names."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import msgspec
from msgspec.structs import force_setattr

from osubrowser.api.entities.base import Entity
from osubrowser.api.entities.beatmaps import RankStatus
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Grade
from osubrowser.api.mods import Mod, mods_from_bits

_TIMES = frozenset(
    ("approved_date", "date", "end_time", "join_date", "last_update", "start_time", "submit_date")
)


class LegacyEntity(Entity, frozen=True, kw_only=True):
    """A thing of the old API. Its times come without a zone: they are UTC."""

    def __post_init__(self) -> None:
        for name in _times_of(type(self)):
            moment = getattr(self, name)
            if moment is not None and moment.tzinfo is None:
                force_setattr(self, name, moment.replace(tzinfo=UTC))


@cache
def _times_of(kind: type[LegacyEntity]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name in _TIMES)


class LegacyEvent(LegacyEntity, frozen=True, kw_only=True, rename={"epic_factor": "epicfactor"}):
    """Something a player did; `display_html` is markup of the website, not to be trusted."""

    display_html: str = ""
    beatmap_id: int | None = None
    beatmapset_id: int | None = None
    date: datetime | None = None
    epic_factor: int = 0


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
    """A player in one ruleset. Figures are None where they never played it.

    `accuracy` is in percent, `level` has its progress behind the point.
    """

    user_id: int
    username: str = ""
    join_date: datetime | None = None
    count_300: int | None = None
    count_100: int | None = None
    count_50: int | None = None
    play_count: int | None = None
    ranked_score: int | None = None
    total_score: int | None = None
    rank: int | None = None
    level: float | None = None
    pp: float | None = None
    accuracy: float | None = None
    count_rank_ss: int | None = None
    count_rank_ssh: int | None = None
    count_rank_s: int | None = None
    count_rank_sh: int | None = None
    count_rank_a: int | None = None
    country: str | None = None
    seconds_played: int | None = None
    country_rank: int | None = None
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
    """A beatmap (one difficulty), with what its set is called.

    Lengths are in seconds, `hit_length` without breaks; `ranked` is -2 (graveyard) to 4 (loved).
    """

    beatmap_id: int
    beatmapset_id: int = 0
    ranked: int = 0
    total_length: int = 0
    hit_length: int = 0
    version: str = ""
    beatmap_hash: str | None = None
    circle_size: float = 0.0
    overall_difficulty: float = 0.0
    approach_rate: float = 0.0
    health: float = 0.0
    mode_int: int = 0
    count_circles: int = 0
    count_sliders: int = 0
    count_spinners: int = 0
    submit_date: datetime | None = None
    approved_date: datetime | None = None
    last_update: datetime | None = None
    artist: str = ""
    artist_unicode: str | None = None
    title: str = ""
    title_unicode: str | None = None
    creator: str = ""
    creator_id: int = 0
    bpm: float = 0.0
    source: str = ""
    tags: str = ""
    genre_id: int = 0
    language_id: int = 0
    favourite_count: int = 0
    rating: float = 0.0
    storyboard: bool = False
    video: bool = False
    download_unavailable: bool = False
    audio_unavailable: bool = False
    play_count: int = 0
    pass_count: int = 0
    pack_tags_text: str | None = None
    max_combo: int | None = None
    stars_aim: float | None = None
    stars_speed: float | None = None
    star_rating: float = 0.0

    @property
    def mode(self) -> GameMode:
        """The ruleset that it was made for."""
        return GameMode.of_number(self.mode_int)

    @property
    def status(self) -> RankStatus:
        """Where it stands, as a word; for a number that is not known, an open word."""
        words = list(RankStatus)
        place = self.ranked + 2
        return words[place] if 0 <= place < len(words) else RankStatus(str(self.ranked))

    @property
    def packs(self) -> list[str]:
        """The tags of the packs that it is in, such as `S1234`."""
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
    """What a score of any kind has."""

    user_id: int = 0
    score: int = 0
    max_combo: int = 0
    count_300: int = 0
    count_100: int = 0
    count_50: int = 0
    count_miss: int = 0
    count_katu: int = 0
    count_geki: int = 0
    perfect: bool = False
    mod_bits: int | None = None

    @property
    def mods(self) -> list[Mod]:
        """The mods that were played with."""
        return mods_from_bits(self.mod_bits or 0)


class LegacyScore(_Hits, frozen=True, kw_only=True):
    """A score of the stable game.

    `score_id` is None for plays that are no player's best, `pp` where it was not asked with,
    `username` in a player's own lists, `replay_available` where the list does not say.
    """

    beatmap_id: int | None = None
    score_id: int | None = None
    username: str | None = None
    date: datetime | None = None
    rank: Grade = Grade.F
    pp: float | None = None
    replay_available: bool | None = None

    @property
    def grade(self) -> Grade:
        """The grade, which the API calls `rank`."""
        return self.rank


class LegacyMatchScore(_Hits, frozen=True, kw_only=True, rename={"passed": "pass"}):
    """A player's score in a game of a match; `team` is 0 (none), 1 (blue) or 2 (red).

    `mods` are those of one's own, beside those of the game.
    """

    slot: int = 0
    team: int = 0
    rank: int = 0
    passed: bool = False


class LegacyMatchGame(
    LegacyEntity, frozen=True, kw_only=True, rename={"mode_int": "play_mode", "mod_bits": "mods"}
):
    """A game of a match. `end_time` is None while it is played, or if it was given up.

    `scoring_type`: 0 score, 1 accuracy, 2 combo, 3 score V2. `team_type`: 0 everybody for
    themselves, 1 together, 2 teams, 3 teams taking turns.
    """

    game_id: int = 0
    start_time: datetime | None = None
    end_time: datetime | None = None
    beatmap_id: int = 0
    mode_int: int = 0
    match_type: int = 0
    scoring_type: int = 0
    team_type: int = 0
    mod_bits: int = 0
    scores: list[LegacyMatchScore] = msgspec.field(default_factory=list)

    @property
    def mode(self) -> GameMode:
        """The ruleset that was played."""
        return GameMode.of_number(self.mode_int)

    @property
    def mods(self) -> list[Mod]:
        """The mods that everybody played with."""
        return mods_from_bits(self.mod_bits)


class LegacyMatchInfo(LegacyEntity, frozen=True, kw_only=True):
    """A match: its name, and when it was; `end_time` is None while it goes on."""

    match_id: int
    name: str = ""
    start_time: datetime | None = None
    end_time: datetime | None = None


class LegacyMatch(LegacyEntity, frozen=True, kw_only=True):
    """A match of the stable game, and all of its games in order."""

    match: LegacyMatchInfo
    games: list[LegacyMatchGame] = msgspec.field(default_factory=list)
