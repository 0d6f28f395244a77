"""Entities of stable's multiplayer matches: events, games and scores."""

from __future__ import annotations

import msgspec

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import Entity, Int64, JsonValue, OpenEnum, Timestamp
from osubrowser.api.entities.beatmaps import BeatmapCompact
from osubrowser.api.entities.modes import GameMode, complete_mode
from osubrowser.api.entities.scores import Score
from osubrowser.api.entities.users import UserCompact


class MatchesSort(OpenEnum):
    """Sort order of matches."""

    NEW = "id_desc"
    OLD = "id_asc"


class MatchEventType(OpenEnum):
    """Type of a match event; games are `other`."""

    PLAYER_LEFT = "player-left"
    PLAYER_JOINED = "player-joined"
    PLAYER_KICKED = "player-kicked"
    MATCH_CREATED = "match-created"
    MATCH_DISBANDED = "match-disbanded"
    HOST_CHANGED = "host-changed"
    OTHER = "other"


class ScoringType(OpenEnum):
    """Win condition of a game."""

    SCORE = "score"
    ACCURACY = "accuracy"
    COMBO = "combo"
    SCORE_V2 = "scorev2"


class TeamType(OpenEnum):
    """Team mode of a game."""

    HEAD_TO_HEAD = "head-to-head"
    TAG_COOP = "tag-coop"
    TEAM_VS = "team-vs"
    TAG_TEAM_VS = "tag-team-vs"


class Match(Entity, frozen=True, kw_only=True):
    """Match; `end_time` is None while it runs."""

    id: Int64 = 0
    name: str = ""
    start_time: Timestamp | None = None
    end_time: Timestamp | None = None


class Matches(Entity, frozen=True, kw_only=True):
    """Page of matches; `params` has the parameters as the server applied them."""

    matches: list[Match] = msgspec.field(default_factory=list)
    params: dict[str, JsonValue] = msgspec.field(default_factory=dict)
    cursor: Cursor | None = None
    cursor_string: str | None = None


class MatchGame(Entity, frozen=True, kw_only=True):
    """Game of a match: one beatmap with its scores, which have no ids.

    `mods` are the acronyms of all players; `beatmap` is None if it is deleted, `end_time` while
    the game runs.
    """

    id: Int64 = 0
    match_id: Int64 | None = None
    beatmap_id: Int64 = 0
    beatmap: BeatmapCompact | None = None
    start_time: Timestamp | None = None
    end_time: Timestamp | None = None
    mode: GameMode | None = None
    mode_int: Int64 | None = None
    mods: list[str] = msgspec.field(default_factory=list)
    scoring_type: ScoringType | None = None
    team_type: TeamType | None = None
    scores: list[Score] = msgspec.field(default_factory=list)

    def __post_init__(self) -> None:
        complete_mode(self, self.mode, self.mode_int)


class MatchEventDetail(Entity, frozen=True, kw_only=True):
    """Details of an event; `text` is the match's name in events of type `other`."""

    type: MatchEventType | None = None
    text: str | None = None


class MatchEvent(Entity, frozen=True, kw_only=True):
    """Event of a match, with its player or its `game`."""

    id: Int64 = 0
    detail: MatchEventDetail = MatchEventDetail()
    timestamp: Timestamp | None = None
    user_id: Int64 | None = None
    game: MatchGame | None = None


class MatchResponse(Entity, frozen=True, kw_only=True):
    """Match with a page of its events, oldest first, and the players in them.

    `first_event_id` and `latest_event_id` are those of the whole match.
    """

    match: Match = Match()
    events: list[MatchEvent] = msgspec.field(default_factory=list)
    users: list[UserCompact] = msgspec.field(default_factory=list)
    first_event_id: Int64 | None = None
    latest_event_id: Int64 | None = None
    current_game_id: Int64 | None = None
