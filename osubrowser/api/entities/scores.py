"""Entities of scores: one for both of the API's formats, and leaderboards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import force_setattr, replace

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, JsonValue, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.score_statistics import ScoreStatistics, read_statistics
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.mods import Mod

if TYPE_CHECKING:
    Mods = list[Mod]
    Statistics = ScoreStatistics
else:  # as sent; converted to the above in `Score.__post_init__`
    Mods = list[Mod | str]
    Statistics = dict[str, Int64 | dict[str, Int64] | None]


class Grade(OpenEnum):
    """Grade of a score; those with an H are the silver ones."""

    SSH = "XH"
    SS = "X"
    SH = "SH"
    S = "S"
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    F = "F"


class BeatmapScoresType(OpenEnum):
    """Leaderboard filter; `COUNTRY` and `FRIEND` are for supporters."""

    GLOBAL = "global"
    COUNTRY = "country"
    FRIEND = "friend"
    TEAM = "team"


class ScoreType(OpenEnum):
    """Type of a player's list of scores."""

    BEST = "best"
    FIRSTS = "firsts"
    PINNED = "pinned"
    RECENT = "recent"


class Weight(Entity, frozen=True, kw_only=True):
    """Weight of a score in the player's pp: `percentage` is 0 to 100, `pp` the weighted value."""

    percentage: FiniteFloat = 0.0
    pp: FiniteFloat | None = None


class ScorePin(Entity, frozen=True, kw_only=True):
    """Pin state of one's own score; `score_id` is its current id."""

    is_pinned: bool | None = None
    score_id: Int64 | None = None


class ScoreUserAttributes(Entity, frozen=True, kw_only=True):
    """The signed-in player's attributes of a score; `pin` is None for scores of others."""

    pin: ScorePin | None = None


class ScoreMatchInfo(Entity, frozen=True, kw_only=True):
    """A score's attributes in a match: `team` is `none`, `blue` or `red`."""

    slot: Int64 = 0
    team: str | None = None
    pass_: bool | None = msgspec.field(default=None, name="pass")

    @property
    def passed(self) -> bool | None:
        """Alias of `pass_`."""
        return self.pass_


class Score(Entity, frozen=True, kw_only=True):
    """Score, with the same attributes for both of the API's formats.

    `accuracy` is 0 to 1. `total_score` is standardised (about a million without mods),
    `legacy_total_score` is stable's; the older format has only the latter, which is then in
    both. `id` is as sent: in the older format that of a stable score is the id within its
    ruleset, as `legacy_score_id` (see `score_id`). Stable scores have no `started_at`.
    `rank` is the grade; `pp` is None for scores that are unranked or not processed yet.
    Anything else that is None is unknown.
    """

    identified_by = ("id", "user_id", "beatmap_id", "ended_at")

    id: Int64 | None = None
    type: str = ""
    user_id: Int64 = 0
    beatmap_id: Int64 = 0
    ruleset_id: Int64 | None = None
    build_id: Int64 | None = None
    best_id: Int64 | None = None
    legacy_score_id: Int64 | None = None
    solo_score_id: Int64 | None = None
    total_score: Int64 = 0
    total_score_without_mods: Int64 | None = None
    classic_total_score: Int64 | None = None
    legacy_total_score: Int64 = 0
    accuracy: FiniteFloat = 0.0
    max_combo: Int64 = 0
    mods: Mods = msgspec.field(default_factory=list)
    statistics: Statistics = ScoreStatistics()
    maximum_statistics: Statistics = ScoreStatistics()
    passed: bool | None = None
    rank: Grade | None = None
    pp: FiniteFloat | None = None
    ranked: bool | None = None
    preserve: bool | None = None
    processed: bool | None = None
    has_replay: bool | None = None
    is_perfect_combo: bool | None = None
    legacy_perfect: bool | None = None
    started_at: Timestamp | None = None
    ended_at: Timestamp | None = None
    current_user_attributes: ScoreUserAttributes | None = None

    beatmap: Beatmap | None = None
    beatmapset: Beatmapset | None = None
    match: ScoreMatchInfo | None = None
    playlist_item_id: Int64 | None = None
    position: Int64 | None = None
    rank_country: Int64 | None = None
    rank_global: Int64 | None = None
    replay_views: Int64 | None = None
    room_id: Int64 | None = None
    scores_around: ScoresAround | None = None
    user: UserCompact | None = None
    weight: Weight | None = None

    # Fields of the older format, each converted to its current one.
    _created_at: Timestamp | None = msgspec.field(default=None, name="created_at")
    _mode: GameMode | None = msgspec.field(default=None, name="mode")
    _mode_int: Int64 | None = msgspec.field(default=None, name="mode_int")
    _perfect: bool | Int64 | None = msgspec.field(default=None, name="perfect")
    _replay: bool | None = msgspec.field(default=None, name="replay")
    _score: Int64 | None = msgspec.field(default=None, name="score")

    def __post_init__(self) -> None:
        # Decided field by field: neither types nor headers distinguish the formats reliably.
        is_old = self.ruleset_id is None and self.ended_at is None
        if is_old and self.legacy_score_id is None:
            number = self.id if self.best_id is None and self._is_stable_type else self.best_id
            force_setattr(self, "legacy_score_id", number)
        if self.ruleset_id is None:
            force_setattr(self, "ruleset_id", self._ruleset())
        if self.ended_at is None:
            force_setattr(self, "ended_at", self._created_at)
        if self._score and not self.legacy_total_score:
            force_setattr(self, "legacy_total_score", self._score)
            if not self.total_score:
                force_setattr(self, "total_score", self._score)
        if self._perfect is not None:
            for name in ("legacy_perfect", "is_perfect_combo"):
                force_setattr(self, name, bool(getattr(self, name) or self._perfect))
        if self._replay is not None:
            force_setattr(self, "has_replay", self.has_replay or self._replay)
        if not self.beatmap_id and self.beatmap is not None:
            force_setattr(self, "beatmap_id", self.beatmap.id)
        self._read_details()

    def _read_details(self) -> None:
        for mod in self.mods:
            if isinstance(mod, str):
                mods = [Mod(acronym=m) if isinstance(m, str) else m for m in self.mods]
                force_setattr(self, "mods", mods)
                break
        ruleset_id = self.ruleset_id or 0  # osu!'s names of results, which most rulesets share
        for name in ("statistics", "maximum_statistics"):
            sent = getattr(self, name)
            if isinstance(sent, dict):
                force_setattr(self, name, read_statistics(sent, ruleset_id))
            elif sent.ruleset_id != ruleset_id:
                force_setattr(self, name, replace(sent, ruleset_id=ruleset_id))

    @property
    def _is_stable_type(self) -> bool:
        return self.type.startswith("score_")

    def _ruleset(self) -> int | None:
        if self._mode_int is not None:
            return self._mode_int
        mode = self._mode or (None if self.beatmap is None else self.beatmap.mode)
        return mode.number if mode is not None and mode.is_known else None

    @property
    def mode(self) -> GameMode | None:
        """The ruleset of the score; None if it is unknown."""
        return self._mode if self.ruleset_id is None else GameMode.of_number(self.ruleset_id)

    @property
    def mode_int(self) -> int | None:
        """The number of the ruleset of the score; None if it is unknown."""
        return self.ruleset_id

    @property
    def grade(self) -> Grade | None:
        """The grade; the API calls it `rank`."""
        return self.rank

    @property
    def created_at(self) -> Timestamp | None:
        """Alias of `ended_at`."""
        return self.ended_at

    @property
    def replay(self) -> bool | None:
        """Alias of `has_replay`."""
        return self.has_replay

    @property
    def perfect(self) -> bool | None:
        """Whether it is a full combo, by stable's rule."""
        return self.legacy_perfect

    @property
    def is_stable(self) -> bool:
        """Whether it was set in stable, and is on stable's own leaderboards."""
        return self.legacy_score_id is not None or self.type == "legacy_match_score"

    @property
    def score_id(self) -> int | None:
        """The id for `score` and `download_score`; None for scores without one.

        Stable scores in the older format are identified by `mode` and `legacy_score_id`.
        """
        if self.solo_score_id is not None:
            return self.solo_score_id
        if self._mode is None or self.type == "solo_score":
            return self.id
        pin = self.current_user_attributes and self.current_user_attributes.pin
        return pin.score_id if pin else None


class ScoresPage(Entity, frozen=True, kw_only=True):
    """Scores of a leaderboard, with the cursor of the next ones."""

    scores: list[Score] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None
    params: dict[str, JsonValue] | None = None


class ScoresAround(Entity, frozen=True, kw_only=True):
    """Scores above and below a score on its leaderboard."""

    higher: ScoresPage = ScoresPage()
    lower: ScoresPage = ScoresPage()


class BeatmapUserScore(Entity, frozen=True, kw_only=True):
    """Best score of a player on a beatmap; `position` is the rank, from 1."""

    subject = "score"

    position: Int64 = 0
    score: Score = msgspec.field(default_factory=Score)


class BeatmapUserScores(Entity, frozen=True, kw_only=True):
    """All scores of a player on a beatmap, best first."""

    scores: list[Score] = msgspec.field(default_factory=list)


class BeatmapScores(Entity, frozen=True, kw_only=True):
    """Top scores of a beatmap's leaderboard, one per player.

    `score_count` is the number of players on the leaderboard, None without a leaderboard.
    `user_score` is the signed-in player's.
    """

    scores: list[Score] = msgspec.field(default_factory=list)
    score_count: Int64 | None = None
    user_score: BeatmapUserScore | None = None
    _user_score: BeatmapUserScore | None = msgspec.field(default=None, name="userScore")

    def __post_init__(self) -> None:
        if self.user_score is None:
            force_setattr(self, "user_score", self._user_score)


class Scores(Entity, frozen=True, kw_only=True):
    """Page of the feed of all scores, oldest first.

    `cursor_string` is never None: requested again later, it returns new scores.
    """

    scores: list[Score] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None
