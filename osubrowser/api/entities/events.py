"""Entities of players' events: ranks, medals, uploads, name changes."""

from __future__ import annotations

import re

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import RankStatus
from osubrowser.api.entities.modes import GameMode

_BEATMAP = re.compile(r"/(?:beatmaps|b)/(\d{1,15})\b|#\w+/(\d{1,15})$")
_BEATMAPSET = re.compile(r"/(?:beatmapsets|s)/(\d{1,15})\b")
_USER = re.compile(r"/(?:users|u)/(\d{1,15})\b")


class EventType(OpenEnum):
    """Type of an event."""

    ACHIEVEMENT = "achievement"
    BEATMAP_PLAYCOUNT = "beatmapPlaycount"
    BEATMAPSET_APPROVE = "beatmapsetApprove"
    BEATMAPSET_DELETE = "beatmapsetDelete"
    BEATMAPSET_REVIVE = "beatmapsetRevive"
    BEATMAPSET_UPDATE = "beatmapsetUpdate"
    BEATMAPSET_UPLOAD = "beatmapsetUpload"
    RANK = "rank"
    RANK_LOST = "rankLost"
    USER_SUPPORT_AGAIN = "userSupportAgain"
    USER_SUPPORT_FIRST = "userSupportFirst"
    USER_SUPPORT_GIFT = "userSupportGift"
    USERNAME_CHANGE = "usernameChange"


class EventsSort(OpenEnum):
    """Sort order of events."""

    NEW = "id_desc"
    OLD = "id_asc"


class EventUser(Entity, frozen=True, kw_only=True):
    """Player with the name at that time; `url` is a path on the website."""

    username: str = ""
    url: str = ""
    previous_username: str | None = msgspec.field(default=None, name="previousUsername")

    @property
    def id(self) -> int | None:
        """The player's id, parsed from `url`; None if it is not in it."""
        return _number(_USER, self.url)

    @property
    def previousUsername(self) -> str | None:
        """Alias of `previous_username`, by the API's name."""
        return self.previous_username


class EventBeatmap(Entity, frozen=True, kw_only=True):
    """Difficulty: `title` is `Artist - Title [Difficulty]`, `url` a path on the website."""

    title: str = ""
    url: str = ""

    @property
    def id(self) -> int | None:
        """The beatmap's id, parsed from `url`; None if it is not in it."""
        return _number(_BEATMAP, self.url)


class EventBeatmapset(Entity, frozen=True, kw_only=True):
    """Beatmapset: `title` is `Artist - Title`, `url` a path on the website."""

    title: str = ""
    url: str = ""

    @property
    def id(self) -> int | None:
        """The beatmapset's id, parsed from `url`; None if it is not in it."""
        return _number(_BEATMAPSET, self.url)


class EventAchievement(Entity, frozen=True, kw_only=True):
    """Medal; `achieved_percent` is 0 to 1, `instructions` HTML that must be sanitized."""

    id: Int64 = 0
    name: str = ""
    description: str | None = None
    grouping: str = ""
    ordering: Int64 = 0
    slug: str = ""
    icon_url: str = ""
    mode: GameMode | None = None
    instructions: str | None = None
    achieved_count: Int64 | None = None
    achieved_percent: FiniteFloat | None = None


class Event(Entity, frozen=True, kw_only=True):
    """Event of a player; `type` decides which fields are set.

    `rank` comes with a place (`rank`) and a grade (`score_rank`), `beatmapsetApprove` with an
    `approval`, `beatmapPlaycount` with a `count`. For old events that the server
    itself cannot parse, `parse_error` is set, `type` may be None, and other fields are missing.
    """

    identified_by = ("id", "type", "created_at")

    id: Int64 = 0
    type: EventType | None = None
    created_at: Timestamp | None = None
    createdAt: Timestamp | None = None
    achievement: EventAchievement | None = None
    approval: RankStatus | None = None
    beatmap: EventBeatmap | None = None
    beatmapset: EventBeatmapset | None = None
    count: Int64 | None = None
    mode: GameMode | None = None
    parse_error: bool | None = None
    rank: Int64 | None = None
    score_rank: str | None = msgspec.field(default=None, name="scoreRank")
    user: EventUser | None = None

    @property
    def scoreRank(self) -> str | None:
        """Alias of `score_rank`, by the API's name."""
        return self.score_rank


class Events(Entity, frozen=True, kw_only=True):
    """Page of all players' events."""

    events: list[Event] = msgspec.field(default_factory=list)
    cursor: Cursor | None = None
    cursor_string: str | None = None


def _number(pattern: re.Pattern[str], url: str) -> int | None:
    found = pattern.search(url)
    return int(next(filter(None, found.groups()))) if found else None
