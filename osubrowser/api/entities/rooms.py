"""Entities of lazer's rooms: playlists, multiplayer, the daily challenge."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, JsonValue, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import BeatmapCompact, BeatmapsetCompact
from osubrowser.api.entities.scores import Score
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.mods import Mod


class RoomCategory(OpenEnum):
    """Category of a room."""

    NORMAL = "normal"
    SPOTLIGHT = "spotlight"
    FEATURED_ARTIST = "featured_artist"
    DAILY_CHALLENGE = "daily_challenge"


class RoomType(OpenEnum):
    """Type of a room."""

    PLAYLISTS = "playlists"
    HEAD_TO_HEAD = "head_to_head"
    TEAM_VERSUS = "team_versus"
    MATCHMAKING = "matchmaking"
    RANKED_PLAY = "ranked_play"


class RoomStatus(OpenEnum):
    """Status of a room."""

    IDLE = "idle"
    PLAYING = "playing"


class QueueMode(OpenEnum):
    """Queue mode: who may add beatmaps to a room."""

    HOST_ONLY = "host_only"
    ALL_PLAYERS = "all_players"
    ALL_PLAYERS_ROUND_ROBIN = "all_players_round_robin"


class RoomSearchMode(OpenEnum):
    """Filter of `rooms`; the last two are rooms of the signed-in player."""

    ACTIVE = "active"
    ALL = "all"
    ENDED = "ended"
    PARTICIPATED = "participated"
    OWNED = "owned"


class RoomTypeGroup(OpenEnum):
    """Type filter of `rooms`."""

    PLAYLISTS = "playlists"
    REALTIME = "realtime"
    RANKED_PLAY = "ranked-play"


class RoomSort(OpenEnum):
    """Sort order of rooms: by start or end time."""

    CREATED = "created"
    ENDED = "ended"


class MultiplayerScoresSort(OpenEnum):
    """Sort order of a playlist item's scores: best or worst first."""

    NEW = "score_desc"
    OLD = "score_asc"


class RoomPlaylistItem(Entity, frozen=True, kw_only=True):
    """Playlist item: a beatmap in the ruleset `ruleset_id` (0 osu! to 3 mania).

    `freestyle` lets each player choose difficulty and ruleset; `playlist_order` and `played_at`
    are for realtime rooms. `details` and `scores` come with `room_events`.
    """

    id: Int64 = 0
    room_id: Int64 = 0
    beatmap_id: Int64 = 0
    ruleset_id: Int64 | None = None
    allowed_mods: list[Mod] = msgspec.field(default_factory=list)
    required_mods: list[Mod] = msgspec.field(default_factory=list)
    freestyle: bool | None = None
    expired: bool | None = None
    owner_id: Int64 | None = None
    playlist_order: Int64 | None = None
    played_at: Timestamp | None = None
    created_at: Timestamp | None = None

    beatmap: BeatmapCompact | None = None
    details: dict[str, JsonValue] | None = None
    scores: list[Score] | None = None


class RoomPlaylistItemStats(Entity, frozen=True, kw_only=True):
    """Numbers of playlist items: all, and those still to be played."""

    count_active: Int64 = 0
    count_total: Int64 = 0
    ruleset_ids: list[Int64] = msgspec.field(default_factory=list)


class RoomDifficultyRange(Entity, frozen=True, kw_only=True):
    """Star ratings of the easiest and the hardest beatmap of a room."""

    min: FiniteFloat = 0.0
    max: FiniteFloat = 0.0


class PlaylistItemAttempt(Entity, frozen=True, kw_only=True):
    """A player's attempts at a playlist item."""

    id: Int64 = 0
    attempts: Int64 = 0
    passed: bool | None = None


class RoomLeaderboardScore(Entity, frozen=True, kw_only=True):
    """Row of a room's leaderboard: `accuracy` is 0 to 1, `completed` counts beatmaps.

    `position` (from 1) is set for the signed-in player only.
    """

    user_id: Int64 = 0
    room_id: Int64 = 0
    accuracy: FiniteFloat = 0.0
    attempts: Int64 = 0
    completed: Int64 = 0
    total_score: Int64 = 0
    pp: FiniteFloat = 0.0
    playlist_item_attempts: list[PlaylistItemAttempt] | None = None
    position: Int64 | None = None
    user: UserCompact | None = None


class Room(Entity, frozen=True, kw_only=True):
    """Room; in lists with `current_playlist_item`, `difficulty_range` and statistics.

    A single room has its `playlist`, and `current_user_score` for a signed-in player.
    """

    identified_by = ("id", "name")

    id: Int64 = 0
    name: str = ""
    description: str | None = None
    category: RoomCategory | None = None
    type: RoomType | None = None
    status: RoomStatus | None = None
    user_id: Int64 | None = None
    starts_at: Timestamp | None = None
    ends_at: Timestamp | None = None
    max_attempts: Int64 | None = None
    max_participants: Int64 | None = None
    participant_count: Int64 = 0
    channel_id: Int64 | None = None
    active: bool | None = None
    has_password: bool | None = None
    queue_mode: QueueMode | None = None
    auto_skip: bool | None = None
    pinned: bool | None = None

    host: UserCompact | None = None
    playlist: list[RoomPlaylistItem] | None = None
    current_playlist_item: RoomPlaylistItem | None = None
    playlist_item_stats: RoomPlaylistItemStats | None = None
    difficulty_range: RoomDifficultyRange | None = None
    recent_participants: list[UserCompact] | None = None
    current_user_score: RoomLeaderboardScore | None = None


class RoomLeaderboard(Entity, frozen=True, kw_only=True):
    """Page of a room's leaderboard, with the signed-in player's own row."""

    leaderboard: list[RoomLeaderboardScore] = msgspec.field(default_factory=list)
    user_score: RoomLeaderboardScore | None = None


class MultiplayerScores(Entity, frozen=True, kw_only=True):
    """Page of the scores of a playlist item, of `total`."""

    scores: list[Score] = msgspec.field(default_factory=list)
    total: Int64 | None = None
    user_score: Score | None = None
    params: dict[str, JsonValue] = msgspec.field(default_factory=dict)
    cursor: Cursor | None = None
    cursor_string: str | None = None


class RoomEventType(OpenEnum):
    """Type of a room event."""

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
    """Event of a realtime room, with its player and playlist item."""

    id: Int64 = 0
    event_type: RoomEventType | None = None
    event_detail: JsonValue = None
    created_at: Timestamp | None = None
    playlist_item_id: Int64 | None = None
    user_id: Int64 | None = None


class RoomEvents(Entity, frozen=True, kw_only=True):
    """Page of a room's events, oldest first, with the entities in them.

    `first_event_id` and `last_event_id` are those of the whole room.
    """

    events: list[RoomEvent] = msgspec.field(default_factory=list)
    first_event_id: Int64 | None = None
    last_event_id: Int64 | None = None
    current_playlist_item_id: Int64 | None = None
    room: Room = Room()
    playlist_items: list[RoomPlaylistItem] = msgspec.field(default_factory=list)
    beatmaps: list[BeatmapCompact] = msgspec.field(default_factory=list)
    beatmapsets: list[BeatmapsetCompact] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
