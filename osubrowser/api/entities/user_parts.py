"""The small structures inside a user: badges, groups, histories, counters."""

from __future__ import annotations

from datetime import date

import msgspec

from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp
from osubrowser.api.entities.modes import GameMode


class Cover(Entity, frozen=True, kw_only=True):
    """The picture behind a profile; `url` is the one shown, `id` names a preset (as text)."""

    custom_url: str | None = None
    url: str | None = None
    id: str | None = None


class Kudosu(Entity, frozen=True, kw_only=True):
    """Points for helping mappers."""

    available: int = 0
    total: int = 0


class AccountHistoryType(OpenEnum):
    """What happened to an account."""

    NOTE = "note"
    RESTRICTION = "restriction"
    SILENCE = "silence"
    TOURNAMENT_BAN = "tournament_ban"


class UserAccountHistory(Entity, frozen=True, kw_only=True):
    """A recent silence or ban; `length` in seconds."""

    id: int
    type: AccountHistoryType = AccountHistoryType.NOTE
    timestamp: Timestamp | None = None
    length: int = 0
    permanent: bool = False
    description: str | None = None


class ProfileBanner(Entity, frozen=True, kw_only=True):
    """The banner of a tournament that the player takes part in."""

    id: int
    tournament_id: int = 0
    image: str | None = None
    image_2x: str | None = msgspec.field(default=None, name="image@2x")


class UserBadge(Entity, frozen=True, kw_only=True):
    """A badge on a profile; `url` may be empty."""

    awarded_at: Timestamp | None = None
    description: str = ""
    image_url: str = ""
    image_2x_url: str = msgspec.field(default="", name="image@2x_url")
    url: str = ""


class UserGroup(Entity, frozen=True, kw_only=True):
    """A group that the user belongs to (staff, nominators); `playmodes` None: for no ruleset."""

    id: int
    identifier: str = ""
    name: str = ""
    short_name: str = ""
    colour: str | None = None
    has_listing: bool = False
    has_playmodes: bool = False
    is_probationary: bool = False
    playmodes: list[GameMode] | None = None


class UserAttributes(Entity, frozen=True, kw_only=True):
    """What the asking user did about this user."""

    has_blocked: bool = False


class SeasonDivision(Entity, frozen=True, kw_only=True):
    """A division of a season of playlists."""

    id: int = 0
    name: str = ""
    image_url: str | None = None
    colour_tier: str | None = None
    threshold: float = 0.0


class Season(Entity, frozen=True, kw_only=True):
    """A season of playlists."""

    id: int = 0
    name: str = ""
    start_date: Timestamp | None = None
    end_date: Timestamp | None = None
    room_count: int = 0


class SeasonStatistics(Entity, frozen=True, kw_only=True):
    """A player's place in the current season."""

    division: SeasonDivision | None = None
    season: Season | None = None
    rank: int | None = None
    total_score: float = 0.0


class DailyChallengeUserStats(Entity, frozen=True, kw_only=True):
    """Daily challenge figures, zeros for those who never played one."""

    user_id: int = 0
    playcount: int = 0
    daily_streak_current: int = 0
    daily_streak_best: int = 0
    weekly_streak_current: int = 0
    weekly_streak_best: int = 0
    top_10p_placements: int = 0
    top_50p_placements: int = 0
    last_update: Timestamp | None = None
    last_weekly_streak: Timestamp | None = None


class MatchmakingPool(Entity, frozen=True, kw_only=True):
    """A pool of ranked play or quick play."""

    id: int = 0
    name: str = ""
    type: str = ""
    ruleset_id: int = 0
    variant_id: int = 0
    active: bool = False


class MatchmakingStatistics(Entity, frozen=True, kw_only=True):
    """A player's figures in one matchmaking pool; `rank_percent` is 0 to 1."""

    user_id: int = 0
    pool_id: int = 0
    rank: int | None = None
    rank_percent: float | None = None
    rating: float = 0.0
    plays: int = 0
    first_placements: int = 0
    total_points: int = 0
    is_rating_provisional: bool = False
    pool: MatchmakingPool | None = None


class UserMonthlyPlaycount(Entity, frozen=True, kw_only=True):
    """Plays in the month that starts at `start_date`; months without plays are left out."""

    start_date: date | None = None
    count: int = 0


class UserReplaysWatchedCount(Entity, frozen=True, kw_only=True):
    """Replays watched by others in the month that starts at `start_date`."""

    start_date: date | None = None
    count: int = 0


class UserPage(Entity, frozen=True, kw_only=True):
    """The "me!" page: BBCode in `raw`; `html` must be cleaned before it is shown."""

    html: str = ""
    raw: str = ""


class RankHighest(Entity, frozen=True, kw_only=True):
    """The best global rank, and when it was reached."""

    rank: int = 0
    updated_at: Timestamp | None = None


class RankHistory(Entity, frozen=True, kw_only=True):
    """Global ranks of the last 90 days, oldest first; 0 is a day without a rank."""

    mode: GameMode = GameMode.OSU
    data: list[int] = msgspec.field(default_factory=list)


class UserAchievement(Entity, frozen=True, kw_only=True):
    """A medal, by its number."""

    achievement_id: int
    achieved_at: Timestamp | None = None


class UserGlobalRank(Entity, frozen=True, kw_only=True):
    """The global rank in one ruleset (`users/lookup`)."""

    rank: int | None = None
    ruleset_id: int = 0
