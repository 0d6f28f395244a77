"""Models of the API. The module is named as in ossapi, and has the enums that it has there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

import msgspec

from osubrowser.api.decoding.decode import decode
from osubrowser.api.decoding.tolerant import parse
from osubrowser.api.http.messages import Unreadable
from osubrowser.api.ossapi.cursor import Cursor
from osubrowser.api.ossapi.enums import (
    Availability,
    BeatmapOwner,
    BeatmapPackUserCompletionData,
    BeatmapsetApproval,
    BeatmapsetEventType,
    BeatmapTag,
    ChangelogSearch,
    ChannelType,
    Country,
    Cover,
    Covers,
    EventAchievement,
    EventBeatmap,
    EventBeatmapset,
    EventType,
    EventUser,
    Failtimes,
    ForumPollText,
    ForumPollTitle,
    ForumPostBody,
    ForumTopicSort,
    ForumTopicType,
    GameMode,
    GithubUser,
    Grade,
    Hype,
    Kudosu,
    KudosuAction,
    KudosuGiver,
    KudosuPost,
    KudosuVote,
    MatchEventType,
    MessageType,
    NewsSearch,
    Nomination,
    Nominations,
    PlayStyles,
    ProfileBanner,
    ProfilePage,
    RankHighest,
    RankHistory,
    RankStatus,
    ReviewsConfig,
    RoomCategory,
    RoomDifficultyRange,
    RoomPlaylistItemStats,
    RoomType,
    ScoringType,
    Statistics,
    Team,
    TeamType,
    UserAccountHistory,
    UserAchievement,
    UserBadge,
    UserGlobalRank,
    UserGradeCounts,
    UserGroup,
    UserLevel,
    UserMonthlyPlaycount,
    UserPage,
    UserProfileCustomization,
    UserRelationType,
    UserReplaysWatchedCount,
    Variant,
    Weight,
)
from osubrowser.api.ossapi.mod import Mod, mod_of_response
from osubrowser.api.ossapi.utils import (
    CONVERSIONS,
    ApiModel,
    Conversion,
    Datetime,
    Flag,
    Model,
    convert,
    convert_fields,
    delete_unset,
    is_decoding,
    reads_legacy_scores,
    wire,
)
from osubrowser.api.ossapi.utils import BaseModel as BaseModel
from osubrowser.api.ossapi.utils import Field as Field

T = TypeVar("T")
S = TypeVar("S")

CursorT: TypeAlias = Cursor | None
CursorStringT: TypeAlias = str | None

if TYPE_CHECKING:
    ScoreMods: TypeAlias = "list[NonLegacyMod]"
    RankingRows: TypeAlias = "list[UserStatistics] | list[CountryStatistics]"
else:
    ScoreMods = list["NonLegacyMod | str"] | int  # acronyms or bits in the legacy form
    RankingRows = Any


def _has_settings(mods: Any) -> bool:  # noqa: ANN401 - what was sent for mods
    """Whether a score of the legacy form has mods of the other one."""
    return mods is None or (
        isinstance(mods, list) and any(isinstance(mod, NonLegacyMod) for mod in mods)
    )


def ranking_row_class(first: object) -> type[UserStatistics] | type[CountryStatistics]:
    """Return what the rows of a ranking are, by the first one as parsed JSON."""
    is_country = isinstance(first, dict) and "active_users" in first
    return CountryStatistics if is_country else UserStatistics


def _ranking_rows(sent: msgspec.Raw) -> Any:  # noqa: ANN401 - rows, or what is sent instead
    """Return the rows of a ranking: countries, which have a code, or users' statistics."""
    if not isinstance(sent, msgspec.Raw):
        return sent
    body = bytes(sent)
    if body == b"null":
        return None
    countries = b'"active_users"' in body[:_FIRST_ROW]
    try:
        return decode(body, list[CountryStatistics] if countries else list[UserStatistics])
    except Unreadable:
        return parse(body)


_FIRST_ROW: Final = 1000
"""Bytes of a ranking that show what its rows are."""
CONVERSIONS["RankingRows"] = Conversion(msgspec.Raw, _ranking_rows)


class UserCompact(ApiModel):
    """User as they are in lists and in other models."""

    avatar_url: str
    country_code: str
    id: int
    is_active: bool
    is_bot: bool
    is_deleted: bool
    is_online: bool
    is_supporter: bool
    last_visit: Datetime | None
    pm_friends_only: bool
    profile_colour: str | None
    username: str
    account_history: list[UserAccountHistory] | None
    active_tournament_banner: ProfileBanner | None
    active_tournament_banners: list[ProfileBanner] | None
    badges: list[UserBadge] | None
    beatmap_playcounts_count: int | None
    blocks: UserRelation | None
    country: Country | None
    cover: Cover | None
    default_group: str | None
    favourite_beatmapset_count: int | None
    follow_user_mapping: list[int] | None
    follower_count: int | None
    friends: list[UserRelation] | None
    graveyard_beatmapset_count: int | None
    groups: list[UserGroup] | None
    guest_beatmapset_count: int | None
    is_restricted: bool | None
    is_silenced: bool | None
    loved_beatmapset_count: int | None
    global_rank: UserGlobalRank | None
    mapping_follower_count: int | None
    monthly_playcounts: list[UserMonthlyPlaycount] | None
    page: UserPage | None
    pending_beatmapset_count: int | None
    previous_usernames: list[str] | None
    rankHistory: RankHistory | None
    rank_history: RankHistory | None
    ranked_and_approved_beatmapset_count: int | None
    ranked_beatmapset_count: int | None
    replays_watched_counts: list[UserReplaysWatchedCount] | None
    scores_best_count: int | None
    scores_first_count: int | None
    scores_recent_count: int | None
    statistics: UserStatistics | None
    statistics_rulesets: UserStatisticsRulesets | None
    support_level: int | None
    unranked_beatmapset_count: int | None
    unread_pm_count: int | None
    user_achievements: list[UserAchievement] | None
    user_preferences: UserProfileCustomization | None
    session_verified: bool | None
    team: Team | None

    def expand(self) -> User:
        """Return the user with all of its attributes."""
        return self._fetched("user", self.id)


class User(UserCompact):
    """User with all of their profile."""

    comments_count: int
    cover_url: str
    discord: str | None
    has_supported: bool
    interests: str | None
    join_date: Datetime
    kudosu: Kudosu
    location: str | None
    max_blocks: int
    max_friends: int
    occupation: str | None
    playmode: str
    playstyle: PlayStyles | None
    post_count: int
    profile_order: list[ProfilePage]
    profile_hue: int | None
    daily_challenge_user_stats: DailyChallengeUserStats
    title: str | None
    title_url: str | None
    twitter: str | None
    website: str | None
    scores_pinned_count: int
    nominated_beatmapset_count: int
    rank_highest: RankHighest | None
    current_season_stats: SeasonStatistics | None

    def expand(self) -> User:
        """Return this user."""
        return self


class BeatmapCompact(ApiModel):
    """Beatmap as it is in other models."""

    difficulty_rating: float
    id: int
    mode: GameMode
    status: RankStatus
    total_length: int
    version: str
    user_id: int
    beatmapset_id: int
    _beatmapset: BeatmapsetCompact | None = wire("beatmapset")
    checksum: str | None
    failtimes: Failtimes | None
    max_combo: int | None

    def expand(self) -> Beatmap:
        """Return the beatmap with all of its attributes."""
        return self._fetched("beatmap", self.id)

    def user(self) -> User:
        """Return the user."""
        return self._fetched("user", self.user_id)

    def beatmapset(self) -> Beatmapset | BeatmapsetCompact:
        """Return the beatmapset."""
        return self._fetched("beatmapset", self.beatmapset_id, self._beatmapset)


class Beatmap(BeatmapCompact):
    """Beatmap with all of its attributes."""

    total_length: int
    version: str
    accuracy: float
    ar: float
    bpm: float | None
    current_user_tag_ids: list[int]
    current_user_playcount: int | None
    top_tag_ids: list[int]
    convert: bool
    count_circles: int
    count_sliders: int
    count_spinners: int
    cs: float
    deleted_at: Datetime | None
    drain: float
    hit_length: int
    is_scoreable: bool
    last_updated: Datetime
    mode_int: int
    rating: float
    passcount: int
    playcount: int
    ranked: RankStatus
    url: str
    owner: UserCompact | None = wire("user")
    owners: list[BeatmapOwner] | None
    _beatmapset: Beatmapset | None = wire("beatmapset")

    def expand(self) -> Beatmap:
        """Return this beatmap."""
        return self

    def beatmapset(self) -> Beatmapset:
        """Return the beatmapset."""
        return self._fetched("beatmapset", self.beatmapset_id, self._beatmapset)


class BeatmapsetCompact(ApiModel):
    """Beatmapset as it is in other models."""

    anime_cover: bool
    artist: str
    artist_unicode: str
    covers: Covers
    current_user_playcount: int
    creator: str
    favourite_count: int
    id: int
    nsfw: bool
    offset: int
    play_count: int
    preview_url: str
    source: str
    status: RankStatus
    spotlight: bool
    title: str
    title_unicode: str
    user_id: int
    video: bool
    hype: Hype | None
    beatmaps: list[Beatmap] | None
    converts: Any | None
    current_nominations: list[Nomination] | None
    current_user_attributes: Any | None
    description: Any | None
    discussions: Any | None
    events: Any | None
    genre: Any | None
    genre_id: int | None
    has_favourited: bool | None
    language: Any | None
    language_id: int | None
    nominations: Any | None
    pack_tags: list[str] | None
    ratings: Any | None
    recent_favourites: Any | None
    related_users: Any | None
    track_id: int | None
    _user: UserCompact | None = wire("user")

    def expand(self) -> Beatmapset:
        """Return the beatmapset with all of its attributes."""
        return self._fetched("beatmapset", self.id)

    def user(self) -> UserCompact | User:
        """Return the user."""
        return self._fetched("user", self.user_id, self._user)


class Beatmapset(BeatmapsetCompact):
    """Beatmapset with all of its attributes."""

    availability: Availability
    bpm: float
    can_be_hyped: bool
    deleted_at: Datetime | None
    discussion_enabled: bool
    discussion_locked: bool
    is_scoreable: bool
    last_updated: Datetime
    legacy_thread_url: str | None
    nominations_summary: Nominations
    ranked: RankStatus
    ranked_date: Datetime | None
    rating: float
    storyboard: bool
    submitted_date: Datetime | None
    tags: str
    related_tags: list[BeatmapTag]
    version_count: int

    def expand(self) -> Beatmapset:
        """Return this beatmapset."""
        return self


class ScoreMatchInfo(Model):
    """Place of a score in its match."""

    slot: int
    team: str
    pass_: bool = wire("pass")


class Score(ApiModel):
    """Score. Some attributes exist in the legacy form only.

    Those are `mode`, `mode_int`, `score`, `perfect` and `created_at`; `mods` is a `Mod` there.
    """

    id: int | None
    best_id: int | None
    user_id: int
    accuracy: float
    max_combo: int
    statistics: Statistics
    pp: float | None
    rank: Grade
    passed: bool
    current_user_attributes: Any
    classic_total_score: int
    processed: bool
    replay: bool
    maximum_statistics: Statistics
    mods: ScoreMods
    ruleset_id: int
    started_at: Datetime | None
    ended_at: Datetime
    ranked: bool
    preserve: bool
    beatmap_id: int
    build_id: int | None
    has_replay: bool
    is_perfect_combo: bool
    total_score: int
    total_score_without_mods: int | None
    legacy_perfect: bool
    legacy_score_id: int | None
    legacy_total_score: int
    beatmap: Beatmap | None
    beatmapset: BeatmapsetCompact | None
    rank_country: int | None
    rank_global: int | None
    weight: Weight | None
    _user: UserCompact | None = wire("user")
    match: ScoreMatchInfo | None
    type: str

    # the legacy form
    mode: GameMode
    mode_int: int
    score: int
    perfect: Flag
    created_at: Datetime

    def __post_init__(self) -> None:
        sent: Any = self  # whose fields may be None
        if reads_legacy_scores() or (
            sent.mode is not None and sent.created_at is not None and sent.legacy_perfect is None
        ):
            convert_fields(self)
            if not _has_settings(sent.mods):
                sent.mods = mod_of_response(sent.mods)
            return
        if is_decoding():
            del self.mode, self.mode_int, self.score, self.perfect, self.created_at
        else:
            delete_unset(self, ("mode", "mode_int", "score", "perfect", "created_at"))

    def user(self) -> UserCompact | User:
        """Return the user."""
        return self._fetched("user", self.user_id, self._user)

    def download(self) -> Any:  # noqa: ANN401 - a replay, or a coroutine of one
        """Return the replay.

        Raises ValueError if there is none, or if this score was not read by a client.
        """
        if hasattr(self, "mode"):
            return self._client().download_score_mode(self.mode, self.id)
        return self._client().download_score(self.id)


_LegacyScore = Score


class BeatmapUserScore(Model):
    """Best score of a user on a beatmap, and its position."""

    position: int
    score: Score


class BeatmapUserScores(Model):
    """Scores of a user on a beatmap."""

    scores: list[Score]


class BeatmapScores(Model):
    """Leaderboard of a beatmap."""

    scores: list[Score]
    score_count: int
    user_score: BeatmapUserScore | None = wire("userScore")


class CommentableMeta(Model):
    """What is commented on; of a deleted one there is only the title."""

    id: int | None
    title: str
    type: str | None
    url: str | None
    owner_id: int | None
    owner_title: str | None
    locked: bool | None
    current_user_attributes: CommentableMetaCurrentUserAttributes | None


class CommentableMetaCurrentUserAttributes(Model):
    """Whether the signed-in user may comment."""

    can_new_comment_reason: str | None


class Comment(ApiModel):
    """Comment."""

    commentable_id: int | None
    commentable_type: str | None
    created_at: Datetime
    deleted_at: Datetime | None
    edited_at: Datetime | None
    edited_by_id: int | None
    id: int
    legacy_name: str | None
    message: str | None
    message_html: str | None
    parent_id: int | None
    pinned: bool
    replies_count: int
    updated_at: Datetime
    user_id: int | None
    votes_count: int

    def user(self) -> User:
        """Return the user."""
        return self._fetched("user", self.user_id)

    def edited_by(self) -> User | None:
        """Return the user who edited this last; None if it was not edited."""
        return self._fetched("user", self.edited_by_id)


class CommentBundle(Model):
    """Comments with what belongs to them."""

    commentable_meta: list[CommentableMeta]
    comments: list[Comment]
    cursor: CursorT
    has_more: bool
    has_more_id: int | None
    included_comments: list[Comment]
    pinned_comments: list[Comment] | None
    sort: str
    top_level_count: int | None
    total: int | None
    user_follow: bool
    user_votes: list[int]
    users: list[UserCompact]


class Forum(Model):
    """Forum."""

    id: int
    name: str
    description: str
    subforums: list[Forum] | None


class Forums(Model):
    """All forums."""

    forums: list[Forum]


class ForumTopics(Model):
    """Forum with its topics."""

    forum: Forum
    topics: list[ForumTopic]
    pinned_topics: list[ForumTopic]


class ForumPost(ApiModel):
    """Post in a forum topic."""

    created_at: Datetime
    deleted_at: Datetime | None
    edited_at: Datetime | None
    edited_by_id: int | None
    forum_id: int
    id: int
    topic_id: int
    user_id: int
    body: ForumPostBody

    def user(self) -> User:
        """Return the user."""
        return self._fetched("user", self.user_id)

    def edited_by(self) -> User | None:
        """Return the user who edited this last; None if it was not edited."""
        return self._fetched("user", self.edited_by_id)


class ForumTopic(ApiModel):
    """Forum topic."""

    created_at: Datetime
    deleted_at: Datetime | None
    first_post_id: int
    forum_id: int
    id: int
    is_locked: bool
    last_post_id: int
    post_count: int
    title: str
    type: ForumTopicType
    updated_at: Datetime
    user_id: int
    views: int
    poll: ForumPollModel | None

    def user(self) -> User:
        """Return the user."""
        return self._fetched("user", self.user_id)


class ForumPollModel(Model):
    """Poll of a forum topic."""

    allow_vote_change: bool
    ended_at: Datetime | None
    hide_incomplete_results: bool
    last_vote_at: Datetime | None
    max_votes: int
    options: list[ForumPollOption]
    started_at: Datetime
    title: ForumPollTitle
    total_vote_count: int


class ForumPollOption(Model):
    """Option of a poll."""

    id: int
    text: ForumPollText
    vote_count: int | None


class ForumTopicAndPosts(Model):
    """Forum topic with a page of its posts."""

    cursor: CursorT
    search: ForumTopicSearch
    posts: list[ForumPost]
    topic: ForumTopic
    cursor_string: CursorStringT


class CreateForumTopicResponse(Model):
    """New forum topic with its first post."""

    post: ForumPost
    topic: ForumTopic


class ForumTopicSearch(Model):
    """Parameters that posts of a topic were listed with."""

    sort: ForumTopicSort | None
    limit: int | None
    start: int | None
    end: int | None


class SearchResult(Model, Generic[T]):
    """Results of one kind; `total` counts all pages."""

    data: list[T]
    total: int


class WikiPage(Model):
    """Page of the wiki."""

    layout: str
    locale: str
    markdown: str
    path: str
    subtitle: str | None
    tags: list[str]
    title: str
    available_locales: list[str]


class Search(Model):
    """Results of a search."""

    users: SearchResult[UserCompact] | None = wire("user")
    wiki_pages: SearchResult[WikiPage] | None = wire("wiki_page")

    @property
    def user(self) -> SearchResult[UserCompact] | None:
        """The players; the name of the first releases."""
        return self.users

    @property
    def wiki_page(self) -> SearchResult[WikiPage] | None:
        """The wiki pages; the name of the first releases."""
        return self.wiki_pages


class Spotlight(Model):
    """Chart of the spotlight rankings."""

    end_date: Datetime
    id: int
    mode_specific: bool
    participant_count: int | None
    name: str
    start_date: Datetime
    type: str


class Spotlights(Model):
    """All spotlights."""

    spotlights: list[Spotlight]


class SeasonDivision(Model):
    """Division of a season."""

    colour_tier: str
    id: int
    image_url: str
    name: str
    threshold: float


class Season(Model):
    """Season of playlists."""

    start_date: Datetime
    end_date: Datetime | None
    name: str
    room_count: int


class SeasonStatistics(Model):
    """Standing of a user in a season."""

    division: SeasonDivision
    season: Season
    rank: int
    total_score: float


class Users(Model):
    """Users by their ids."""

    users: list[UserCompact]


class Beatmaps(Model):
    """Beatmaps by their ids."""

    beatmaps: list[Beatmap]


class BeatmapPacks(Model):
    """Page of beatmap packs."""

    cursor: CursorT
    cursor_string: CursorStringT
    beatmap_packs: list[BeatmapPack]


class Rankings(Model):
    """Page of a ranking."""

    beatmapsets: list[Beatmapset] | None
    cursor: CursorT
    cursor_string: str | None
    ranking: RankingRows
    spotlight: Spotlight | None
    total: int | None


class BeatmapsetDiscussionPost(ApiModel):
    """Post in a discussion."""

    id: int
    beatmapset_discussion_id: int
    user_id: int
    last_editor_id: int | None
    deleted_by_id: int | None
    system: bool
    message: str
    created_at: Datetime
    updated_at: Datetime
    deleted_at: Datetime | None

    def user(self) -> User:
        """Return the user."""
        return self._fetched("user", self.user_id)

    def last_editor(self) -> User | None:
        """Return the user who edited this last; None if it was not edited."""
        return self._fetched("user", self.last_editor_id)

    def deleted_by(self) -> User | None:
        """Return the user who deleted this; None if it was not deleted."""
        return self._fetched("user", self.deleted_by_id)


class BeatmapsetDiscussion(ApiModel):
    """Discussion of a beatmapset; `timestamp` in milliseconds of the song."""

    id: int
    beatmapset_id: int
    beatmap_id: int | None
    user_id: int
    deleted_by_id: int | None
    message_type: MessageType
    parent_id: int | None
    timestamp: int | None
    resolved: bool
    can_be_resolved: bool
    can_grant_kudosu: bool
    created_at: Datetime
    current_user_attributes: Any
    updated_at: Datetime
    deleted_at: Datetime | None
    last_post_at: Datetime | None
    kudosu_denied: bool
    starting_post: BeatmapsetDiscussionPost | None
    posts: list[BeatmapsetDiscussionPost] | None
    _beatmap: BeatmapCompact | None = wire("beatmap")
    _beatmapset: BeatmapsetCompact | None = wire("beatmapset")

    def user(self) -> User:
        """Return the user."""
        return self._fetched("user", self.user_id)

    def deleted_by(self) -> User | None:
        """Return the user who deleted this; None if it was not deleted."""
        return self._fetched("user", self.deleted_by_id)

    def beatmapset(self) -> Beatmapset | BeatmapsetCompact:
        """Return the beatmapset."""
        return self._fetched("beatmapset", self.beatmapset_id, self._beatmapset)

    def beatmap(self) -> Beatmap | BeatmapCompact | None:
        """Return the beatmap."""
        return self._fetched("beatmap", self.beatmap_id, self._beatmap)


class BeatmapsetDiscussionVote(ApiModel):
    """Vote on a discussion."""

    id: int
    score: int
    user_id: int
    beatmapset_discussion_id: int
    created_at: Datetime
    updated_at: Datetime
    cursor_string: CursorStringT

    def user(self) -> User:
        """Return the user."""
        return self._fetched("user", self.user_id)


class KudosuHistory(Model):
    """Entry of a user's kudosu history."""

    id: int
    action: KudosuAction
    amount: int
    model: str
    created_at: Datetime
    giver: KudosuGiver | None
    post: KudosuPost
    details: Any


class BeatmapPlaycount(ApiModel):
    """Beatmap with the number of a user's plays."""

    beatmap_id: int
    _beatmap: BeatmapCompact | None = wire("beatmap")
    beatmapset: BeatmapsetCompact | None
    count: int

    def beatmap(self) -> Beatmap | BeatmapCompact:
        """Return the beatmap."""
        return self._fetched("beatmap", self.beatmap_id, self._beatmap)


class _Event:
    """Type of an event that is read: the object is of the class that its `type` says."""

    __slots__ = ()

    @classmethod
    def from_json(cls, value: Any) -> Event:  # noqa: ANN401 - parsed JSON
        """Return an event of parsed JSON. Raises ValueError."""
        if not isinstance(value, dict):
            raise ValueError("an event is an object")  # noqa: TRY004 - as msgspec's own
        return convert(value, event_class(value))


class Event(Model, _Event):
    """Event of a user's recent activity."""

    created_at: Datetime
    createdAt: Datetime
    id: int
    type: EventType


class AchievementEvent(Event):
    """A user got a medal."""

    achievement: EventAchievement
    user: EventUser


class BeatmapPlaycountEvent(Event):
    """A beatmap was played a certain number of times."""

    beatmap: EventBeatmap
    count: int


class BeatmapsetApproveEvent(Event):
    """A beatmapset changed its status."""

    approval: BeatmapsetApproval
    beatmapset: EventBeatmapset
    user: EventUser


class BeatmapsetDeleteEvent(Event):
    """A beatmapset was deleted."""

    beatmapset: EventBeatmapset


class BeatmapsetReviveEvent(Event):
    """A beatmapset came back from the graveyard."""

    beatmapset: EventBeatmapset
    user: EventUser


class BeatmapsetUpdateEvent(Event):
    """A beatmapset was updated."""

    beatmapset: EventBeatmapset
    user: EventUser


class BeatmapsetUploadEvent(Event):
    """A beatmapset was uploaded."""

    beatmapset: EventBeatmapset
    user: EventUser


class RankEvent(Event):
    """A user got a high rank on a beatmap."""

    scoreRank: str
    rank: int
    mode: GameMode
    beatmap: EventBeatmap
    user: EventUser


class RankLostEvent(Event):
    """A user lost the first place on a beatmap."""

    mode: GameMode
    beatmap: EventBeatmap
    user: EventUser


class UserSupportFirstEvent(Event):
    """A user became a supporter."""

    user: EventUser


class UserSupportAgainEvent(Event):
    """A user supports osu! again."""

    user: EventUser


class UserSupportGiftEvent(Event):
    """A user was given support as a present."""

    user: EventUser


class UsernameChangeEvent(Event):
    """A user changed their name."""

    user: EventUser


_EVENTS: Final[dict[object, type[Event]]] = {
    "achievement": AchievementEvent,
    "beatmapPlaycount": BeatmapPlaycountEvent,
    "beatmapsetApprove": BeatmapsetApproveEvent,
    "beatmapsetDelete": BeatmapsetDeleteEvent,
    "beatmapsetRevive": BeatmapsetReviveEvent,
    "beatmapsetUpdate": BeatmapsetUpdateEvent,
    "beatmapsetUpload": BeatmapsetUploadEvent,
    "rank": RankEvent,
    "rankLost": RankLostEvent,
    "userSupportFirst": UserSupportFirstEvent,
    "userSupportAgain": UserSupportAgainEvent,
    "userSupportGift": UserSupportGiftEvent,
    "usernameChange": UsernameChangeEvent,
}


def event_class(sent: dict[str, Any]) -> type[Event]:
    """Return the class of an event of parsed JSON; Event for an unknown type."""
    kind = sent.get("type")
    return _EVENTS.get(kind, Event) if isinstance(kind, str) else Event


class Build(Model):
    """Build of a release stream."""

    created_at: Datetime
    display_version: str
    id: int
    update_stream: UpdateStream | None
    users: int
    version: str | None
    changelog_entries: list[ChangelogEntry] | None
    versions: Versions | None
    youtube_id: str | None


class Versions(Model):
    """Builds next to a build."""

    next: Build | None
    previous: Build | None


class UpdateStream(Model):
    """Release stream."""

    display_name: str | None
    id: int
    is_featured: bool
    name: str
    latest_build: Build | None
    user_count: int | None


class ChangelogEntry(Model):
    """Change in a build."""

    category: str
    created_at: Datetime | None
    github_pull_request_id: int | None
    github_url: str | None
    id: int | None
    major: bool
    message: str | None
    message_html: str | None
    repository: str | None
    title: str | None
    type: str
    url: str | None
    github_user: GithubUser


class ChangelogListing(Model):
    """Builds with the release streams."""

    builds: list[Build]
    search: ChangelogSearch
    streams: list[UpdateStream]


class MultiplayerScores(Model):
    """Page of the scores on a playlist item."""

    cursor: CursorT
    cursor_string: CursorStringT
    params: Any
    scores: list[MultiplayerScore]
    total: int | None
    user_score: MultiplayerScore | None


class MultiplayerScore(ApiModel):
    """Score on a playlist item."""

    id: int
    user_id: int
    room_id: int
    playlist_item_id: int
    beatmap_id: int
    rank: Grade
    total_score: int
    max_combo: int
    mods: list[NonLegacyMod]
    statistics: Statistics
    passed: bool
    position: int | None
    scores_around: MultiplayerScoresAround | None
    user: User
    solo_score_id: int
    classic_total_score: int
    preserve: bool
    processed: bool
    ranked: bool
    maximum_statistics: Statistics
    total_score_without_mods: int
    best_id: int | None
    type: str
    accuracy: float
    build_id: int
    ended_at: Datetime
    is_perfect_combo: bool
    replay: bool
    pp: float | None
    started_at: Datetime
    ruleset_id: int
    current_user_attributes: Any
    has_replay: bool
    legacy_perfect: bool
    legacy_score_id: int | None
    legacy_total_score: int

    def beatmap(self) -> Beatmap:
        """Return the beatmap."""
        return self._fetched("beatmap", self.beatmap_id)


class MultiplayerScoresAround(Model):
    """Scores next to a score."""

    higher: list[MultiplayerScore]
    lower: list[MultiplayerScore]


class NewsListing(Model):
    """Page of news posts."""

    cursor: CursorT
    cursor_string: CursorStringT
    news_posts: list[NewsPost]
    news_sidebar: NewsSidebar
    search: NewsSearch


class NewsPost(Model):
    """News post."""

    author: str
    edit_url: str
    first_image: str | None
    first_image_2x: str | None = wire("first_image@2x")
    id: int
    published_at: Datetime
    slug: str
    title: str
    updated_at: Datetime
    content: str | None
    navigation: NewsNavigation | None
    preview: str | None


class NewsNavigation(Model):
    """News posts next to a news post."""

    newer: NewsPost | None
    older: NewsPost | None


class NewsSidebar(Model):
    """News posts of a year."""

    current_year: int
    news_posts: list[NewsPost]
    years: list[int]


class SeasonalBackgrounds(Model):
    """Backgrounds of the current season."""

    ends_at: Datetime
    backgrounds: list[SeasonalBackground]


class SeasonalBackground(Model):
    """Background by a user."""

    url: str
    user: UserCompact


class DifficultyAttributes(Model):
    """Difficulty attributes of a beatmap with mods."""

    attributes: BeatmapDifficultyAttributes


class BeatmapDifficultyAttributes(Model):
    """Difficulty attributes; each ruleset has its own."""

    max_combo: int
    star_rating: float
    aim_difficulty: float | None
    approach_rate: float | None
    flashlight_difficulty: float | None
    overall_difficulty: float | None
    slider_factor: float | None
    speed_difficulty: float | None
    speed_note_count: float | None
    aim_difficult_slider_count: float | None
    aim_difficult_strain_count: float | None
    speed_difficult_strain_count: float | None
    stamina_difficulty: float | None
    rhythm_difficulty: float | None
    colour_difficulty: float | None
    great_hit_window: float | None
    score_multiplier: float | None


class Events(Model):
    """Page of events."""

    cursor: CursorT
    cursor_string: CursorStringT
    events: list[_Event]


class BeatmapPack(Model):
    """Beatmap pack."""

    author: str
    date: str  # with a fraction of a second, which ossapi does not read: programs do
    name: str
    no_diff_reduction: bool
    ruleset_id: int | None
    tag: str
    url: str
    beatmapsets: list[Beatmapset] | None
    user_completion_data: BeatmapPackUserCompletionData | None


class Scores(Model):
    """Page of scores."""

    cursor: CursorT
    cursor_string: CursorStringT
    scores: list[Score]


@dataclass
class ForumPoll:
    """Poll of a new forum topic."""

    options: list[str]
    title: str
    hide_results: bool = False
    length_days: int = 0
    max_options: int = 1
    vote_change: bool = False


class BeatmapsetSearchResult(Model):
    """Page of a beatmapset search."""

    beatmapsets: list[Beatmapset]
    cursor: CursorT
    recommended_difficulty: float | None
    error: str | None
    total: int
    search: Any
    cursor_string: str | None


class BeatmapsetDiscussions(Model):
    """Page of discussions with what belongs to them."""

    beatmaps: list[Beatmap]
    cursor: CursorT
    discussions: list[BeatmapsetDiscussion]
    included_discussions: list[BeatmapsetDiscussion]
    reviews_config: ReviewsConfig
    users: list[UserCompact]
    cursor_string: str | None
    beatmapsets: list[Beatmapset]


class BeatmapsetDiscussionReview(Model):
    """Limits of reviews."""

    max_blocks: int


class BeatmapsetDiscussionPosts(Model):
    """Page of discussion posts with what belongs to them."""

    beatmapsets: list[BeatmapsetCompact]
    discussions: list[BeatmapsetDiscussion]
    cursor: CursorT
    posts: list[BeatmapsetDiscussionPost]
    users: list[UserCompact]
    cursor_string: str | None


class BeatmapsetDiscussionVotes(Model):
    """Page of votes with what belongs to them."""

    cursor: CursorT
    discussions: list[BeatmapsetDiscussion]
    votes: list[BeatmapsetDiscussionVote]
    users: list[UserCompact]
    cursor_string: str | None


class BeatmapsetEventComment(Model):
    """Comment of an event on a discussion post."""

    beatmap_discussion_id: int
    beatmap_discussion_post_id: int


class BeatmapsetEventCommentNoPost(Model):
    """Comment of an event on a discussion."""

    beatmap_discussion_id: int
    beatmap_discussion_post_id: int | None


class BeatmapsetEventCommentNone(Model):
    """Comment of an event that may be on no discussion."""

    beatmap_discussion_id: int | None
    beatmap_discussion_post_id: int | None


class BeatmapsetEventCommentChange(BeatmapsetEventCommentNone, Generic[S]):
    """Change of a value."""

    old: S
    new: S


class BeatmapsetEventCommentLovedRemoval(BeatmapsetEventCommentNone):
    """Removal from the loved beatmapsets."""

    reason: str


class BeatmapsetEventCommentKudosuChange(BeatmapsetEventCommentNoPost):
    """Vote that changed a discussion's kudosu."""

    new_vote: KudosuVote
    votes: list[KudosuVote]


class BeatmapsetEventCommentKudosuRecalculate(BeatmapsetEventCommentNoPost):
    """New count of a discussion's kudosu."""

    new_vote: KudosuVote | None


class BeatmapsetEventCommentOwnerChange(BeatmapsetEventCommentNone):
    """New mappers of a difficulty."""

    beatmap_id: int
    beatmap_version: str
    new_user_id: int
    new_user_username: str
    new_users: list[int]


class BeatmapsetEventCommentNominate(Model):
    """Nomination."""

    modes: list[GameMode]


class BeatmapsetEventCommentWithNominators(BeatmapsetEventCommentNoPost):
    """Reset of nominations."""

    beatmap_ids: list[int] | None
    nominator_ids: list[int] | None


class BeatmapsetEventCommentWithSourceUser(BeatmapsetEventCommentNoPost):
    """Reset of nominations by a user."""

    source_user_id: int
    source_user_username: str


COMMENTS: Final[dict[BeatmapsetEventType, Any]] = {
    BeatmapsetEventType.BEATMAP_OWNER_CHANGE: BeatmapsetEventCommentOwnerChange,
    BeatmapsetEventType.DISCUSSION_DELETE: BeatmapsetEventCommentNoPost,
    BeatmapsetEventType.DISCUSSION_POST_DELETE: BeatmapsetEventComment,
    BeatmapsetEventType.DISCUSSION_POST_RESTORE: BeatmapsetEventComment,
    BeatmapsetEventType.DISCUSSION_RESTORE: BeatmapsetEventCommentNoPost,
    BeatmapsetEventType.DISQUALIFY: BeatmapsetEventCommentWithNominators,
    BeatmapsetEventType.GENRE_EDIT: BeatmapsetEventCommentChange[str],
    BeatmapsetEventType.ISSUE_REOPEN: BeatmapsetEventComment,
    BeatmapsetEventType.ISSUE_RESOLVE: BeatmapsetEventComment,
    BeatmapsetEventType.KUDOSU_ALLOW: BeatmapsetEventCommentNoPost,
    BeatmapsetEventType.KUDOSU_DENY: BeatmapsetEventCommentNoPost,
    BeatmapsetEventType.KUDOSU_GAIN: BeatmapsetEventCommentKudosuChange,
    BeatmapsetEventType.KUDOSU_LOST: BeatmapsetEventCommentKudosuChange,
    BeatmapsetEventType.KUDOSU_RECALCULATE: BeatmapsetEventCommentKudosuRecalculate,
    BeatmapsetEventType.LANGUAGE_EDIT: BeatmapsetEventCommentChange[str],
    BeatmapsetEventType.NOMINATE: BeatmapsetEventCommentNominate,
    BeatmapsetEventType.NOMINATION_RESET: BeatmapsetEventCommentWithNominators,
    BeatmapsetEventType.NOMINATION_RESET_RECEIVED: BeatmapsetEventCommentWithSourceUser,
    BeatmapsetEventType.REMOVE_FROM_LOVED: BeatmapsetEventCommentLovedRemoval,
    BeatmapsetEventType.NSFW_TOGGLE: BeatmapsetEventCommentChange[bool],
}
"""Classes of a beatmapset event's comment, where that is an object."""


class BeatmapsetEvent(ApiModel):
    """Event of the modding history; the class of `comment` depends on `type`."""

    id: int
    type: BeatmapsetEventType
    comment: Any
    created_at: Datetime
    user_id: int | None
    beatmapset: BeatmapsetCompact | None
    discussion: BeatmapsetDiscussion | None

    def __post_init__(self) -> None:
        if isinstance(self.comment, dict) and (kind := COMMENTS.get(self.type)) is not None:
            self.comment = convert(self.comment, kind)

    def user(self) -> User | None:
        """Return the user."""
        return self._fetched("user", self.user_id)


class ChatChannel(Model):
    """Chat channel."""

    channel_id: int
    description: str | None
    icon: str | None
    moderated: bool | None
    name: str
    type: ChannelType
    uuid: str | None
    message_length_limit: int
    last_message_id: int | None
    last_read_id: int | None
    recent_messages: list[ChatMessage] | None
    users: list[int] | None


class ChatMessage(Model):
    """Chat message."""

    channel_id: int
    content: str
    is_action: bool
    message_id: int
    sender: UserCompact
    sender_id: int
    timestamp: Datetime
    type: str


class CountryStatistics(Model):
    """Country in the country ranking."""

    code: str
    active_users: int
    play_count: int
    ranked_score: int
    performance: int
    country: Country


class CreatePMResponse(Model):
    """Sent message, and its channel."""

    message: ChatMessage
    new_channel_id: int
    channel: ChatChannel
    presence: list[ChatChannel] | None


class ModdingHistoryEventsBundle(Model):
    """Page of modding history."""

    events: list[BeatmapsetEvent]
    reviewsConfig: BeatmapsetDiscussionReview
    users: list[UserCompact]


class UserRelation(ApiModel):
    """Friend, or blocked user."""

    target_id: int
    relation_type: UserRelationType
    mutual: bool
    target: UserCompact | None


class _UserOrMethod:
    """Attribute that is a field of an object, and on the class the method of that name."""

    def __init__(self, field: Any) -> None:  # noqa: ANN401 - msgspec's descriptor
        self.field = field

    def __get__(self, relation: UserRelation | None, kind: type[UserRelation]) -> Any:  # noqa: ANN401 - the user, or the method
        return _target if relation is None else self.field.__get__(relation, kind)

    def __set__(self, relation: UserRelation, value: object) -> None:
        self.field.__set__(relation, value)


def _target(self: UserRelation) -> User | UserCompact:
    """Return the user."""
    found: User | UserCompact = self._fetched("user", self.target_id, self.target)
    return found


_target.__name__ = "target"
UserRelation.target = _UserOrMethod(vars(UserRelation)["target"])  # type: ignore[assignment] # read by __get__


class StatisticsVariant(Model):
    """Statistics of a key count."""

    mode: GameMode
    variant: Variant
    country_rank: int | None
    global_rank: int | None
    pp: float


class UserStatistics(Model):
    """Statistics of a user in a ruleset; in a ranking, with the user."""

    count_100: int
    count_300: int
    count_50: int
    count_miss: int
    country_rank: int | None
    grade_counts: UserGradeCounts
    hit_accuracy: float
    accuracy: float
    is_ranked: bool
    level: UserLevel
    maximum_combo: int
    play_count: int
    play_time: int | None
    pp: float | None
    pp_exp: float
    global_rank: int | None
    global_rank_exp: float | None
    rank: Any | None
    ranked_score: int
    rank_change_since_30_days: int | None
    replays_watched_by_others: int
    total_hits: int
    total_score: int
    user: UserCompact | None
    variants: list[StatisticsVariant] | None
    global_rank_percent: float | None


class UserStatisticsRulesets(Model):
    """Statistics of a user by rulesets."""

    osu: UserStatistics | None
    taiko: UserStatistics | None
    fruits: UserStatistics | None
    mania: UserStatistics | None


class RoomPlaylistItemMod(Model):
    """Mod of a playlist item."""

    acronym: str
    settings: dict[str, Any]


class RoomPlaylistItem(Model):
    """Playlist item of a room."""

    id: int
    room_id: int
    beatmap_id: int
    ruleset_id: int
    allowed_mods: list[RoomPlaylistItemMod]
    required_mods: list[RoomPlaylistItemMod]
    expired: bool
    owner_id: int
    playlist_order: int | None
    played_at: Datetime | None
    beatmap: BeatmapCompact
    created_at: Datetime | None
    freestyle: bool


class Room(Model):
    """Multiplayer room."""

    id: int
    name: str
    category: RoomCategory
    type: RoomType
    user_id: int
    starts_at: Datetime
    ends_at: Datetime | None
    max_attempts: int | None
    participant_count: int
    channel_id: int
    active: bool
    has_password: bool
    queue_mode: str
    auto_skip: bool
    host: UserCompact
    playlist: list[RoomPlaylistItem]
    description: str | None
    status: str
    pinned: bool
    playlist_item_stats: RoomPlaylistItemStats
    current_playlist_item: RoomPlaylistItem | None
    difficulty_range: RoomDifficultyRange
    recent_participants: list[UserCompact]


_Room1 = Room


class RoomLeaderboardScore(Model):
    """Sum of a user's scores in a room."""

    accuracy: float
    attempts: int
    completed: int
    pp: float
    room_id: int
    total_score: int
    user_id: int
    user: UserCompact


class RoomLeaderboardUserScore(RoomLeaderboardScore):
    """Sum of the signed-in user's scores in a room."""

    position: int


class RoomLeaderboard(Model):
    """Leaderboard of a room."""

    leaderboard: list[RoomLeaderboardScore]
    user_score: RoomLeaderboardUserScore | None


class Match(Model):
    """Match of the stable client."""

    id: int
    start_time: Datetime
    end_time: Datetime | None
    name: str


class Matches(Model):
    """Page of matches."""

    matches: list[Match]
    cursor: CursorT
    params: Any
    cursor_string: CursorStringT


class MatchGame(Model):
    """Game of a match."""

    id: int
    start_time: Datetime
    end_time: Datetime | None
    mode: GameMode
    mode_int: int
    scoring_type: ScoringType
    team_type: TeamType
    mods: list[Mod]
    beatmap: BeatmapCompact | None
    beatmap_id: int
    match_id: int
    scores: list[Score]


class MatchEventDetail(Model):
    """What happened in a match; `text` for OTHER."""

    type: MatchEventType
    text: str | None


class MatchEvent(Model):
    """Event of a match."""

    id: int
    detail: MatchEventDetail
    timestamp: Datetime
    user_id: int | None
    game: MatchGame | None


class MatchResponse(Model):
    """Match with its events and users."""

    match: Match
    events: list[MatchEvent]
    users: list[UserCompact]
    first_event_id: int
    latest_event_id: int
    current_game_id: int | None


class DailyChallengeUserStats(Model):
    """Daily challenge statistics of a user."""

    daily_streak_best: int
    daily_streak_current: int
    last_update: Datetime
    last_weekly_streak: Datetime
    playcount: int
    top_10p_placements: int
    top_50p_placements: int
    user_id: int
    weekly_streak_best: int
    weekly_streak_current: int


class NonLegacyMod(Model):
    """Mod with settings."""

    acronym: str
    settings: Any


class Tag(Model):
    """Tag that players give to beatmaps."""

    id: int
    name: str
    description: str
    ruleset_id: int | None


class Tags(Model):
    """All tags."""

    tags: list[Tag]


class BeatmapsPassed(Model):
    """Beatmaps that a user has passed."""

    beatmaps_passed: list[BeatmapCompact]
