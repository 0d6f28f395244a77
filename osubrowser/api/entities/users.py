"""Entities of players: profiles, statistics per ruleset, friends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

import msgspec
from msgspec.structs import force_setattr

from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, JsonValue, OpenEnum, Timestamp
from osubrowser.api.entities.countries import Country
from osubrowser.api.entities.modes import GameMode, Variant
from osubrowser.api.entities.teams import Team

if TYPE_CHECKING:
    Count = int
else:
    Count = Int64 | None  # may be null; read as 0


class Cover(Entity, frozen=True, kw_only=True):
    """Cover of a profile; `url` is the one in use, `id` the number of a preset as text."""

    custom_url: str | None = None
    url: str | None = None
    id: str | None = None


class Kudosu(Entity, frozen=True, kw_only=True):
    """Kudosu points of a player."""

    available: Int64 = 0
    total: Int64 = 0


class AccountHistoryType(OpenEnum):
    """Type of an account history entry."""

    NOTE = "note"
    RESTRICTION = "restriction"
    SILENCE = "silence"
    TOURNAMENT_BAN = "tournament_ban"


class UserAccountHistory(Entity, frozen=True, kw_only=True):
    """Account history entry, such as a silence; `length` in seconds."""

    id: Int64
    type: AccountHistoryType | None = None
    timestamp: Timestamp | None = None
    length: Int64 = 0
    permanent: bool | None = None
    description: str | None = None


class ProfileBanner(Entity, frozen=True, kw_only=True):
    """Tournament banner of a profile."""

    id: Int64
    tournament_id: Int64 = 0
    image: str | None = None
    image_2x: str | None = msgspec.field(default=None, name="image@2x")


class UserBadge(Entity, frozen=True, kw_only=True):
    """Badge of a profile; `url` may be empty."""

    awarded_at: Timestamp | None = None
    description: str = ""
    image_url: str = ""
    image_2x_url: str = msgspec.field(default="", name="image@2x_url")
    url: str = ""


class UserGroup(Entity, frozen=True, kw_only=True):
    """Group of a user, such as nominators; `playmodes` is None for groups without rulesets."""

    id: Int64
    identifier: str = ""
    name: str = ""
    short_name: str = ""
    colour: str | None = None
    has_listing: bool | None = None
    has_playmodes: bool | None = None
    is_probationary: bool | None = None
    playmodes: list[GameMode] | None = None


class UserAttributes(Entity, frozen=True, kw_only=True):
    """Relation of this user to the signed-in one."""

    has_blocked: bool | None = None


class SeasonDivision(Entity, frozen=True, kw_only=True):
    """Division of a season."""

    id: Int64 = 0
    name: str = ""
    image_url: str | None = None
    colour_tier: str | None = None
    threshold: FiniteFloat = 0.0


class Season(Entity, frozen=True, kw_only=True):
    """Season of playlists."""

    id: Int64 = 0
    name: str = ""
    start_date: Timestamp | None = None
    end_date: Timestamp | None = None
    room_count: Int64 = 0


class SeasonStatistics(Entity, frozen=True, kw_only=True):
    """Standing of a player in the current season."""

    division: SeasonDivision | None = None
    season: Season | None = None
    rank: Int64 | None = None
    total_score: FiniteFloat = 0.0


class DailyChallengeUserStats(Entity, frozen=True, kw_only=True):
    """Daily challenge statistics; zeros for players without any."""

    user_id: Int64 = 0
    playcount: Int64 = 0
    daily_streak_current: Int64 = 0
    daily_streak_best: Int64 = 0
    weekly_streak_current: Int64 = 0
    weekly_streak_best: Int64 = 0
    top_10p_placements: Int64 = 0
    top_50p_placements: Int64 = 0
    last_update: Timestamp | None = None
    last_weekly_streak: Timestamp | None = None


class MatchmakingPool(Entity, frozen=True, kw_only=True):
    """Matchmaking pool of ranked play or quick play."""

    id: Int64 = 0
    name: str = ""
    type: str = ""
    ruleset_id: Int64 | None = None
    variant_id: Int64 | None = None
    active: bool | None = None


class MatchmakingStatistics(Entity, frozen=True, kw_only=True):
    """Statistics of a player in a matchmaking pool; `rank_percent` is 0 to 1."""

    user_id: Int64 = 0
    pool_id: Int64 = 0
    rank: Int64 | None = None
    rank_percent: FiniteFloat | None = None
    rating: FiniteFloat = 0.0
    plays: Int64 = 0
    first_placements: Int64 = 0
    total_points: Int64 = 0
    is_rating_provisional: bool | None = None
    pool: MatchmakingPool | None = None


class UserMonthlyPlaycount(Entity, frozen=True, kw_only=True):
    """Play count of the month from `start_date`; months without plays are missing."""

    start_date: date | None = None
    count: Int64 = 0


class UserReplaysWatchedCount(Entity, frozen=True, kw_only=True):
    """Replays watched by others in the month from `start_date`."""

    start_date: date | None = None
    count: Int64 = 0


class UserPage(Entity, frozen=True, kw_only=True):
    """The "me!" page: BBCode in `raw`, HTML that must be sanitized in `html`."""

    html: str = ""
    raw: str = ""


class RankHighest(Entity, frozen=True, kw_only=True):
    """Best global rank with its date."""

    rank: Int64 = 0
    updated_at: Timestamp | None = None


class RankHistory(Entity, frozen=True, kw_only=True):
    """Global ranks of the last 90 days, oldest first; 0 is a day without a rank."""

    mode: GameMode | None = None
    data: list[Count] = msgspec.field(default_factory=list)

    def __post_init__(self) -> None:
        if None in self.data:
            force_setattr(self, "data", [rank or 0 for rank in self.data])


class UserAchievement(Entity, frozen=True, kw_only=True):
    """Achieved medal, by its id."""

    achievement_id: Int64
    achieved_at: Timestamp | None = None


class UserGlobalRank(Entity, frozen=True, kw_only=True):
    """Global rank in one ruleset (`users/lookup`)."""

    rank: Int64 | None = None
    ruleset_id: Int64 | None = None


class UserLevel(Entity, frozen=True, kw_only=True):
    """Level, with the progress to the next one in percent (0 to 99)."""

    current: Int64 = 0
    progress: Int64 = 0


class UserGradeCounts(Entity, frozen=True, kw_only=True):
    """Numbers of grades; `h` is the silver ones."""

    ss: Count = 0
    ssh: Count = 0
    s: Count = 0
    sh: Count = 0
    a: Count = 0

    def __post_init__(self) -> None:
        for name in ("ss", "ssh", "s", "sh", "a"):
            if getattr(self, name) is None:
                force_setattr(self, name, 0)


class StatisticsRank(Entity, frozen=True, kw_only=True):
    """Country rank, at its older location."""

    country: Int64 | None = None


class StatisticsVariant(Entity, frozen=True, kw_only=True):
    """Statistics of a ruleset's variant (mania 4K or 7K)."""

    mode: GameMode | None = None
    variant: Variant | None = None
    country_rank: Int64 | None = None
    global_rank: Int64 | None = None
    pp: FiniteFloat = 0.0


class UserStatistics(Entity, frozen=True, kw_only=True):
    """Statistics of a player in one ruleset; in rankings a row, with the player in `user`.

    `accuracy` is 0 to 1, and `hit_accuracy` the same in percent; servers of before 2026 send
    only the second (see `accuracy_percent`). `play_time` is in seconds. Ranks are None for
    those who have none; `rank_change_since_30_days` is positive when the rank got worse.
    """

    count_100: Int64 = 0
    count_300: Int64 = 0
    count_50: Int64 = 0
    count_miss: Int64 = 0
    level: UserLevel = UserLevel()
    global_rank: Int64 | None = None
    global_rank_percent: FiniteFloat | None = None
    global_rank_exp: FiniteFloat | None = None
    pp: FiniteFloat | None = None
    pp_exp: FiniteFloat = 0.0
    ranked_score: Int64 = 0
    hit_accuracy: FiniteFloat = 0.0
    accuracy: FiniteFloat | None = None
    play_count: Int64 = 0
    play_time: Int64 | None = None
    total_score: Int64 = 0
    total_hits: Int64 = 0
    maximum_combo: Int64 = 0
    replays_watched_by_others: Int64 = 0
    is_ranked: bool | None = None
    grade_counts: UserGradeCounts = UserGradeCounts()
    country_rank: Int64 | None = None
    rank: StatisticsRank | None = None
    rank_change_since_30_days: Int64 | None = None
    user: UserCompact | None = None
    variants: list[StatisticsVariant] | None = None

    @property
    def accuracy_percent(self) -> float:
        """Accuracy in percent (0 to 100), from whichever field the server sent."""
        return self.hit_accuracy if self.accuracy is None else self.accuracy * 100


class UserStatisticsRulesets(Entity, frozen=True, kw_only=True):
    """Statistics by ruleset; None for rulesets that were never played."""

    osu: UserStatistics | None = None
    taiko: UserStatistics | None = None
    fruits: UserStatistics | None = None
    mania: UserStatistics | None = None


class UserCompact(Entity, frozen=True, kw_only=True):
    """Player in the short form; fields that the endpoint does not include are None.

    A deleted player is a placeholder: `is_deleted`, the name `[deleted user]`, no
    avatar, and often no `id`.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("id", "username")

    id: Int64 | None = None
    username: str = ""
    avatar_url: str | None = None
    country_code: str | None = None
    default_group: str | None = None
    is_active: bool | None = None
    is_bot: bool | None = None
    is_deleted: bool | None = None
    is_online: bool | None = None
    is_supporter: bool | None = None
    last_visit: Timestamp | None = None
    pm_friends_only: bool | None = None
    profile_colour: str | None = None

    account_history: list[UserAccountHistory] | None = None
    active_tournament_banner: ProfileBanner | None = None
    active_tournament_banners: list[ProfileBanner] | None = None
    badges: list[UserBadge] | None = None
    beatmap_playcounts_count: Int64 | None = None
    comments_count: Int64 | None = None
    country: Country | None = None
    cover: Cover | None = None
    current_season_stats: SeasonStatistics | None = None
    current_user_attributes: UserAttributes | None = None
    daily_challenge_user_stats: DailyChallengeUserStats | None = None
    favourite_beatmapset_count: Int64 | None = None
    follower_count: Int64 | None = None
    global_rank: UserGlobalRank | None = None
    graveyard_beatmapset_count: Int64 | None = None
    groups: list[UserGroup] | None = None
    guest_beatmapset_count: Int64 | None = None
    is_restricted: bool | None = None
    kudosu: Kudosu | None = None
    loved_beatmapset_count: Int64 | None = None
    mapping_follower_count: Int64 | None = None
    matchmaking_stats: list[MatchmakingStatistics] | None = None
    monthly_playcounts: list[UserMonthlyPlaycount] | None = None
    nominated_beatmapset_count: Int64 | None = None
    page: UserPage | None = None
    pending_beatmapset_count: Int64 | None = None
    previous_usernames: list[str] | None = None
    rank_highest: RankHighest | None = None
    rank_history: RankHistory | None = None
    ranked_beatmapset_count: Int64 | None = None
    replays_watched_counts: list[UserReplaysWatchedCount] | None = None
    score_processing_notice_url: str | None = None
    scores_best_count: Int64 | None = None
    scores_first_count: Int64 | None = None
    scores_pinned_count: Int64 | None = None
    scores_recent_count: Int64 | None = None
    session_verification_method: str | None = None
    session_verified: bool | None = None
    statistics: UserStatistics | None = None
    statistics_rulesets: UserStatisticsRulesets | None = None
    support_level: Int64 | None = None
    team: Team | None = None
    unread_pm_count: Int64 | None = None
    user_achievements: list[UserAchievement] | None = None
    user_preferences: dict[str, JsonValue] | None = None

    @property
    def country_name(self) -> str:
        """Name of the country; its code if the server sent no name, "" without a country."""
        name = self.country.name if self.country is not None else ""
        return name or self.country_code or ""


class User(UserCompact, frozen=True, kw_only=True):
    """Player with all details (`users/{user}`, `me`).

    `playmode` is the ruleset they play by default, `profile_hue` 1 to 359, and
    `playstyle` words such as `mouse` and `tablet`, or None.
    """

    cover_url: str | None = None
    discord: str | None = None
    has_supported: bool | None = None
    interests: str | None = None
    join_date: Timestamp | None = None
    location: str | None = None
    max_blocks: Int64 = 0
    max_friends: Int64 = 0
    occupation: str | None = None
    playmode: GameMode | None = None
    playstyle: list[str] | None = None
    post_count: Int64 = 0
    profile_hue: Int64 | None = None
    profile_order: list[str] | None = None
    ranked_and_approved_beatmapset_count: Int64 | None = None
    title: str | None = None
    title_url: str | None = None
    twitter: str | None = None
    unranked_beatmapset_count: Int64 | None = None
    website: str | None = None
    _rank_history: RankHistory | None = msgspec.field(default=None, name="rankHistory")

    def __post_init__(self) -> None:
        if self.rank_history is None:  # the API sends it under an older name as well
            force_setattr(self, "rank_history", self._rank_history)


class UserLookupKey(OpenEnum):
    """Key by which a request names a user."""

    ID = "id"
    USERNAME = "username"


class Users(Entity, frozen=True, kw_only=True):
    """Response of `users` and `users/lookup`."""

    users: list[UserCompact] = msgspec.field(default_factory=list)


class UserRelationType(OpenEnum):
    """Type of a relation."""

    FRIEND = "friend"
    BLOCK = "block"


class UserRelation(Entity, frozen=True, kw_only=True):
    """Relation of the signed-in player to another; `mutual` if it holds both ways."""

    target_id: Int64
    relation_type: UserRelationType | None = None
    mutual: bool | None = None
    target: UserCompact | None = None


class FriendResponse(UserCompact, frozen=True, kw_only=True):
    """Entry of `friends` in either format: a relation, or (before 2024) a player."""

    identified_by: ClassVar[tuple[str, ...]] = ("id", "username", "target_id")

    target_id: Int64 | None = None
    relation_type: UserRelationType | None = None
    mutual: bool | None = None
    target: UserCompact | None = None

    def relation(self) -> UserRelation | None:
        """Return the entry as a relation; None if it names no player."""
        target = self.target
        if target is None and self.id is not None:
            fields = UserCompact.__struct_fields__
            target = UserCompact(**{name: getattr(self, name) for name in fields})
        number = self.target_id if target is None else self.target_id or target.id
        if number is None:
            return None
        return UserRelation(
            target_id=number,
            relation_type=self.relation_type or UserRelationType.FRIEND,  # the list is of friends
            mutual=self.mutual,
            target=target,
        )
