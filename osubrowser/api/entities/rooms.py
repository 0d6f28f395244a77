"""Rooms of the game of today: playlists, multiplayer, the daily challenge."""

from __future__ import annotations

from typing import Any

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import BeatmapCompact, BeatmapsetCompact
from osubrowser.api.entities.scores import Score
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.mods import Mod


class RoomCategory(OpenEnum):
    """Who made a room, and what for."""

    NORMAL = "normal"
    SPOTLIGHT = "spotlight"
    FEATURED_ARTIST = "featured_artist"
    DAILY_CHALLENGE = "daily_challenge"


class RoomType(OpenEnum):
    """How a room is played."""

    PLAYLISTS = "playlists"
    HEAD_TO_HEAD = "head_to_head"
    TEAM_VERSUS = "team_versus"
    MATCHMAKING = "matchmaking"
    RANKED_PLAY = "ranked_play"


class RoomStatus(OpenEnum):
    """Whether a room is playing right now."""

    IDLE = "idle"
    PLAYING = "playing"


class QueueMode(OpenEnum):
    """Who may add beatmaps to a room."""

    HOST_ONLY = "host_only"
    ALL_PLAYERS = "all_players"
    ALL_PLAYERS_ROUND_ROBIN = "all_players_round_robin"


class RoomSearchMode(OpenEnum):
    """Which rooms `rooms` looks for; the last two are those of the asking player."""

    ACTIVE = "active"
    ALL = "all"
    ENDED = "ended"
    PARTICIPATED = "participated"
    OWNED = "owned"


class RoomTypeGroup(OpenEnum):
    """Which types of rooms `rooms` looks for."""

    PLAYLISTS = "playlists"
    REALTIME = "realtime"
    RANKED_PLAY = "ranked-play"


class RoomSort(OpenEnum):
    """The order of rooms: by when they started, or by when they ended."""

    CREATED = "created"
    ENDED = "ended"


class MultiplayerScoresSort(OpenEnum):
    """The order of a playlist item's scores: the best or the worst first."""

    NEW = "score_desc"
    OLD = "score_asc"


class RoomPlaylistItem(Entity, frozen=True, kw_only=True):
    """A beatmap of a room, in the ruleset `ruleset_id` (0 osu! to 3 mania).

    `freestyle` lets everybody choose difficulty and ruleset; `playlist_order` and `played_at`
    are for realtime rooms. `details` and `scores` come with `room_events`.
    """

    id: int = 0
    room_id: int = 0
    beatmap_id: int = 0
    ruleset_id: int = 0
    allowed_mods: list[Mod] = msgspec.field(default_factory=list)
    required_mods: list[Mod] = msgspec.field(default_factory=list)
    freestyle: bool = False
    expired: bool = False
    owner_id: int | None = None
    playlist_order: int | None = None
    played_at: Timestamp | None = None
    created_at: Timestamp | None = None

    beatmap: BeatmapCompact | None = None
    details: dict[str, Any] | None = None
    scores: list[Score] | None = None


class RoomPlaylistItemStats(Entity, frozen=True, kw_only=True):
    """How many beatmaps a room has, and how many of them are still to be played."""

    count_active: int = 0
    count_total: int = 0
    ruleset_ids: list[int] = msgspec.field(default_factory=list)


class RoomDifficultyRange(Entity, frozen=True, kw_only=True):
    """The easiest and the hardest beatmap of a room, in stars."""

    min: float = 0.0
    max: float = 0.0


class PlaylistItemAttempt(Entity, frozen=True, kw_only=True):
    """How often a player tried one beatmap of a room, and whether it was passed."""

    id: int = 0
    attempts: int = 0
    passed: bool = False


class RoomLeaderboardScore(Entity, frozen=True, kw_only=True):
    """All that a player did in a room: `accuracy` is 0 to 1, `completed` counts beatmaps.

    `position` (from 1) comes for the asking player only.
    """

    user_id: int = 0
    room_id: int = 0
    accuracy: float = 0.0
    attempts: int = 0
    completed: int = 0
    total_score: int = 0
    pp: float = 0.0
    playlist_item_attempts: list[PlaylistItemAttempt] | None = None
    position: int | None = None
    user: UserCompact | None = None


class Room(Entity, frozen=True, kw_only=True):
    """A room. Lists carry `current_playlist_item`, `difficulty_range` and the statistics.

    The room itself has its `playlist`, and `current_user_score` for a player.
    """

    id: int = 0
    name: str = ""
    description: str | None = None
    category: RoomCategory = RoomCategory.NORMAL
    type: RoomType = RoomType.PLAYLISTS
    status: RoomStatus = RoomStatus.IDLE
    user_id: int | None = None
    starts_at: Timestamp | None = None
    ends_at: Timestamp | None = None
    max_attempts: int | None = None
    max_participants: int | None = None
    participant_count: int = 0
    channel_id: int | None = None
    active: bool = False
    has_password: bool = False
    queue_mode: QueueMode = QueueMode.HOST_ONLY
    auto_skip: bool = False
    pinned: bool = False

    host: UserCompact | None = None
    playlist: list[RoomPlaylistItem] | None = None
    current_playlist_item: RoomPlaylistItem | None = None
    playlist_item_stats: RoomPlaylistItemStats | None = None
    difficulty_range: RoomDifficultyRange | None = None
    recent_participants: list[UserCompact] | None = None
    current_user_score: RoomLeaderboardScore | None = None


class RoomLeaderboard(Entity, frozen=True, kw_only=True):
    """A page of a room's board, and the asking player's own line."""

    leaderboard: list[RoomLeaderboardScore] = msgspec.field(default_factory=list)
    user_score: RoomLeaderboardScore | None = None


class MultiplayerScores(Entity, frozen=True, kw_only=True):
    """A page of the scores on one beatmap of a room, of `total`."""

    scores: list[Score] = msgspec.field(default_factory=list)
    total: int | None = None
    user_score: Score | None = None
    params: dict[str, Any] = msgspec.field(default_factory=dict)
    cursor: Cursor | None = None
    cursor_string: str | None = None


class RoomEventType(OpenEnum):
    """What happened in a room."""

    GAME_STARTED = "game_started"
    GAME_ABORTED = "game_aborted"
    GAME_COMPLETED = "game_completed"
    HOST_CHANGED = "host_changed"
    PLAYER_JOINED = "player_joined"
    PLAYER_KICKED = "player_kicked"
    PLAYER_LEFT = "player_left"
    ROOM_CREATED = "room_created"
    ROOM_DISBANDED = "room_disbanded"


class RoomEvent(Entity, frozen=True, kw_only=True):
    """Something that happened in a realtime room: to whom, and on which beatmap."""

    id: int = 0
    event_type: RoomEventType | None = None
    event_detail: Any = None
    created_at: Timestamp | None = None
    playlist_item_id: int | None = None
    user_id: int | None = None


class RoomEvents(Entity, frozen=True, kw_only=True):
    """A page of a room's events, oldest first, and beside it all that they name.

    `first_event_id` and `last_event_id` are the ends of the whole room.
    """

    events: list[RoomEvent] = msgspec.field(default_factory=list)
    first_event_id: int | None = None
    last_event_id: int | None = None
    current_playlist_item_id: int | None = None
    room: Room = Room()
    playlist_items: list[RoomPlaylistItem] = msgspec.field(default_factory=list)
    beatmaps: list[BeatmapCompact] = msgspec.field(default_factory=list)
    beatmapsets: list[BeatmapsetCompact] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
