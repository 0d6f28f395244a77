"""References: entities given in place of their ids, such as `client.user(score.user)`."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

from osubrowser.api.calls import path_segment
from osubrowser.api.entities.base import Entity
from osubrowser.api.entities.beatmap_packs import BeatmapPack
from osubrowser.api.entities.beatmaps import BeatmapCompact, BeatmapsetCompact
from osubrowser.api.entities.changelog import Build, UpdateStream
from osubrowser.api.entities.chat import ChatChannel, ChatMessage
from osubrowser.api.entities.comments import Comment
from osubrowser.api.entities.countries import Country, CountryStatistics
from osubrowser.api.entities.discussions import BeatmapsetDiscussion
from osubrowser.api.entities.events import EventBeatmap, EventBeatmapset, EventUser
from osubrowser.api.entities.forum import Forum, ForumPost, ForumTopic
from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyMatchInfo, LegacyScore, LegacyUser
from osubrowser.api.entities.matches import Match
from osubrowser.api.entities.news import NewsPost
from osubrowser.api.entities.rankings import Spotlight
from osubrowser.api.entities.rooms import Room, RoomPlaylistItem
from osubrowser.api.entities.scores import Score
from osubrowser.api.entities.teams import Team, TeamStatistics
from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount
from osubrowser.api.entities.users import Season, UserCompact, UserRelation, UserStatistics

UserRef: TypeAlias = int | UserCompact | UserRelation | UserStatistics | EventUser | LegacyUser
BeatmapRef: TypeAlias = int | BeatmapCompact | BeatmapPlaycount | EventBeatmap | LegacyBeatmap
BeatmapsetRef: TypeAlias = int | BeatmapsetCompact | EventBeatmapset
ScoreRef: TypeAlias = int | Score
LegacyScoreRef: TypeAlias = int | Score | LegacyScore
RoomRef: TypeAlias = int | Room
PlaylistItemRef: TypeAlias = int | RoomPlaylistItem
MatchRef: TypeAlias = int | Match | LegacyMatchInfo
TeamRef: TypeAlias = int | Team | TeamStatistics
ForumRef: TypeAlias = int | Forum
TopicRef: TypeAlias = int | ForumTopic
PostRef: TypeAlias = int | ForumPost
ChannelRef: TypeAlias = int | ChatChannel
MessageRef: TypeAlias = int | ChatMessage
CommentRef: TypeAlias = int | Comment
DiscussionRef: TypeAlias = int | BeatmapsetDiscussion
SeasonRef: TypeAlias = int | Season
CountryRef: TypeAlias = str | Country | CountryStatistics
StreamRef: TypeAlias = str | UpdateStream
BuildRef: TypeAlias = str | Build
PackRef: TypeAlias = str | BeatmapPack
NewsRef: TypeAlias = str | int | NewsPost


class Reference(NamedTuple):
    """Kind of reference: the entities that stand for an id, and their attribute with it."""

    what: str
    attributes: dict[type[Entity], str]


USER: Final = Reference(
    "player",
    {
        UserCompact: "id",
        UserRelation: "target_id",
        UserStatistics: "user.id",
        EventUser: "id",
        LegacyUser: "user_id",
    },
)
BEATMAP: Final = Reference(
    "beatmap",
    {
        BeatmapCompact: "id",
        BeatmapPlaycount: "beatmap_id",
        EventBeatmap: "id",
        LegacyBeatmap: "beatmap_id",
    },
)
BEATMAPSET: Final = Reference("beatmapset", {BeatmapsetCompact: "id", EventBeatmapset: "id"})
SCORE: Final = Reference("score", {Score: "score_id"})
LEGACY_SCORE: Final = Reference("stable score", {Score: "legacy_score_id", LegacyScore: "score_id"})
ROOM: Final = Reference("room", {Room: "id"})
PLAYLIST_ITEM: Final = Reference("playlist item", {RoomPlaylistItem: "id"})
MATCH: Final = Reference("match", {Match: "id", LegacyMatchInfo: "match_id"})
TEAM: Final = Reference("team", {Team: "id", TeamStatistics: "team_id"})
FORUM: Final = Reference("board", {Forum: "id"})
TOPIC: Final = Reference("topic", {ForumTopic: "id"})
POST: Final = Reference("post", {ForumPost: "id"})
CHANNEL: Final = Reference("channel", {ChatChannel: "channel_id"})
MESSAGE: Final = Reference("message", {ChatMessage: "message_id"})
COMMENT: Final = Reference("comment", {Comment: "id"})
DISCUSSION: Final = Reference("discussion", {BeatmapsetDiscussion: "id"})
SEASON: Final = Reference("season", {Season: "id"})
SPOTLIGHT: Final = Reference("spotlight", {Spotlight: "id"})
COUNTRY: Final = Reference("country", {Country: "code", CountryStatistics: "code"})
STREAM: Final = Reference("update stream", {UpdateStream: "name"})
BUILD: Final = Reference("build", {Build: "version"})
CHANGELOG: Final = Reference("build or update stream", {Build: "version", UpdateStream: "name"})
PACK: Final = Reference("beatmap pack", {BeatmapPack: "tag"})
NEWS: Final = Reference("news post", {NewsPost: "slug"})


def id_segment(value: object, reference: Reference) -> str:
    """Return an id, or the id of an entity, as one segment of a path. Raises as `id_of` does."""
    return path_segment(id_of(value, reference))


def id_of(value: Any, reference: Reference) -> Any:  # noqa: ANN401 - an id of any type
    """Return the id of an entity; any other value unchanged.

    Raises TypeError for an entity of another kind, whose id would name something else, and
    ValueError for one without an id.
    """
    if not isinstance(value, Entity):
        return value
    for kind, attribute in reference.attributes.items():
        if isinstance(value, kind):
            try:
                found = attrgetter(attribute)(value)
            except AttributeError:
                found = None
            if not found:
                raise ValueError(f"this {reference.what} has no id")
            return found
    raise TypeError(f"a {reference.what} is wanted, not a {type(value).__name__}")
