"""Enums of the API, and models without methods. The module is named as in ossapi."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final, Self

from osubrowser.api.ossapi.utils import (
    CONVERSIONS,
    ApiModel,
    Conversion,
    Datetime,
    Day,
    EnumModel,
    IntFlagModel,
    Model,
    is_decoding,
    reads_legacy_scores,
    wire,
)
from osubrowser.api.ossapi.utils import Field as Field


class ProfilePage(EnumModel):
    """Section of a profile page."""

    ME = "me"
    RECENT_ACTIVITY = "recent_activity"
    BEATMAPS = "beatmaps"
    HISTORICAL = "historical"
    KUDOSU = "kudosu"
    TOP_RANKS = "top_ranks"
    MEDALS = "medals"


class GameMode(EnumModel):
    """Ruleset, with the API's name as value."""

    OSU = "osu"
    TAIKO = "taiko"
    CATCH = "fruits"
    MANIA = "mania"


class PlayStyles(IntFlagModel):
    """Input devices of a player, as flags."""

    MOUSE = 1
    KEYBOARD = 2
    TABLET = 4
    TOUCH = 8

    if TYPE_CHECKING:

        def __new__(cls, value: int | str | Sequence[int | str]) -> Self:  # noqa: D102 - a signature
            ...

    @classmethod
    def _missing_(cls, value: object) -> Any:  # noqa: ANN401 - a member, or None
        if isinstance(value, list | tuple):
            return reduce(or_, map(cls, value), cls(0))
        if isinstance(value, str):
            if value.upper() in cls.__members__:
                return cls[value.upper()]
            return cls(0) if is_decoding() else None
        return super()._missing_(value)


class RankStatus(EnumModel):
    """Ranked status, by its number; the API's name of a status gives its member too."""

    GRAVEYARD = -2
    WIP = -1
    PENDING = 0
    RANKED = 1
    APPROVED = 2
    QUALIFIED = 3
    LOVED = 4

    @classmethod
    def _missing_(cls, value: object) -> Any:  # noqa: ANN401 - a member, or None
        if isinstance(value, str) and value.upper() in cls.__members__:
            return cls[value.upper()]
        return super()._missing_(value)


class _RankStatuses(dict[int | str | RankStatus, RankStatus]):
    """Statuses by numbers and by names, which takes half the time that the enum takes."""

    def __missing__(self, value: int | str | RankStatus) -> RankStatus:
        return RankStatus(value)


_RANK_STATUSES: Final = _RankStatuses(
    {status.value: status for status in RankStatus}
    | {status.name.lower(): status for status in RankStatus}
    | {status: status for status in RankStatus}
)
CONVERSIONS["RankStatus"] = Conversion(int | str, _RANK_STATUSES.__getitem__)
CONVERSIONS["PlayStyles"] = Conversion(list[str] | int | str, PlayStyles)


class UserAccountHistoryType(EnumModel):
    """Type of an account history entry."""

    NOTE = "note"
    RESTRICTION = "restriction"
    SILENCE = "silence"
    TOURNAMENT_BAN = "tournament_ban"


class MessageType(EnumModel):
    """Type of a message in a beatmapset's discussion."""

    HYPE = "hype"
    MAPPER_NOTE = "mapper_note"
    PRAISE = "praise"
    PROBLEM = "problem"
    REVIEW = "review"
    SUGGESTION = "suggestion"


class BeatmapsetEventType(EnumModel):
    """Type of an event in the modding history of a beatmapset."""

    APPROVE = "approve"
    BEATMAP_OWNER_CHANGE = "beatmap_owner_change"
    DISCUSSION_DELETE = "discussion_delete"
    DISCUSSION_LOCK = "discussion_lock"
    DISCUSSION_POST_DELETE = "discussion_post_delete"
    DISCUSSION_POST_RESTORE = "discussion_post_restore"
    DISCUSSION_RESTORE = "discussion_restore"
    DISCUSSION_UNLOCK = "discussion_unlock"
    DISQUALIFY = "disqualify"
    DISQUALIFY_LEGACY = "disqualify_legacy"
    GENRE_EDIT = "genre_edit"
    ISSUE_REOPEN = "issue_reopen"
    ISSUE_RESOLVE = "issue_resolve"
    KUDOSU_ALLOW = "kudosu_allow"
    KUDOSU_DENY = "kudosu_deny"
    KUDOSU_GAIN = "kudosu_gain"
    KUDOSU_LOST = "kudosu_lost"
    KUDOSU_RECALCULATE = "kudosu_recalculate"
    LANGUAGE_EDIT = "language_edit"
    LOVE = "love"
    NOMINATE = "nominate"
    NOMINATE_MODES = "nominate_modes"
    NOMINATION_RESET = "nomination_reset"
    NOMINATION_RESET_RECEIVED = "nomination_reset_received"
    QUALIFY = "qualify"
    RANK = "rank"
    REMOVE_FROM_LOVED = "remove_from_loved"
    NSFW_TOGGLE = "nsfw_toggle"


class BeatmapsetDownload(EnumModel):
    """Preferred kind of beatmapset download."""

    ALL = "all"
    NO_VIDEO = "no_video"
    DIRECT = "direct"


class UserListFilters(EnumModel):
    """Filter of the friend list."""

    ALL = "all"
    ONLINE = "online"
    OFFLINE = "offline"


class UserListSorts(EnumModel):
    """Order of the friend list."""

    LAST_VISIT = "last_visit"
    RANK = "rank"
    USERNAME = "username"


class UserListViews(EnumModel):
    """Layout of the friend list."""

    CARD = "card"
    LIST = "list"
    BRICK = "brick"


class KudosuAction(EnumModel):
    """Change of kudosu."""

    GIVE = "vote.give"
    RESET = "vote.reset"
    REVOKE = "vote.revoke"


class EventType(EnumModel):
    """Type of an event in a player's recent activity."""

    ACHIEVEMENT = "achievement"
    BEATMAP_PLAYCOUNT = "beatmapPlaycount"
    BEATMAPSET_APPROVE = "beatmapsetApprove"
    BEATMAPSET_DELETE = "beatmapsetDelete"
    BEATMAPSET_REVIVE = "beatmapsetRevive"
    BEATMAPSET_UPDATE = "beatmapsetUpdate"
    BEATMAPSET_UPLOAD = "beatmapsetUpload"
    RANK = "rank"
    RANK_LOST = "rankLost"
    USER_SUPPORT_FIRST = "userSupportFirst"
    USER_SUPPORT_AGAIN = "userSupportAgain"
    USER_SUPPORT_GIFT = "userSupportGift"
    USERNAME_CHANGE = "usernameChange"


class BeatmapsetApproval(EnumModel):
    """Status that a beatmapset got, in events."""

    RANKED = "ranked"
    APPROVED = "approved"
    QUALIFIED = "qualified"
    LOVED = "loved"


class ForumTopicType(EnumModel):
    """Type of a forum topic."""

    NORMAL = "normal"
    STICKY = "sticky"
    ANNOUNCEMENT = "announcement"


class ChangelogMessageFormat(EnumModel):
    """Format of changelog messages."""

    HTML = "html"
    MARKDOWN = "markdown"


class UserRelationType(EnumModel):
    """Relation to another user."""

    FRIEND = "friend"
    BLOCK = "block"


class Grade(EnumModel):
    """Grade of a score; SSH and SH are the silver ones."""

    SSH = "XH"
    SS = "X"
    SH = "SH"
    S = "S"
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    F = "F"


class RoomType(EnumModel):
    """Type of a multiplayer room."""

    PLAYLISTS = "playlists"
    HEAD_TO_HEAD = "head_to_head"
    TEAM_VERSUS = "team_versus"
    MATCHMAKING = "matchmaking"


class RoomCategory(EnumModel):
    """Category of a multiplayer room."""

    NORMAL = "normal"
    SPOTLIGHT = "spotlight"
    FEATURED_ARTIST = "featured_artist"
    DAILY_CHALLENGE = "daily_challenge"


class MatchEventType(EnumModel):
    """Type of an event in a match."""

    PLAYER_LEFT = "player-left"
    PLAYER_JOINED = "player-joined"
    PLAYER_KICKED = "player-kicked"
    MATCH_CREATED = "match-created"
    MATCH_DISBANDED = "match-disbanded"
    HOST_CHANGED = "host-changed"
    OTHER = "other"


class ScoringType(EnumModel):
    """What decides a match's game."""

    SCORE = "score"
    ACCURACY = "accuracy"
    COMBO = "combo"
    SCORE_V2 = "scorev2"


class TeamType(EnumModel):
    """Team mode of a match's game."""

    HEAD_TO_HEAD = "head-to-head"
    TAG_COOP = "tag-coop"
    TEAM_VS = "team-vs"
    TAG_TEAM_VS = "tag-team-vs"


class Variant(EnumModel):
    """Key count of osu!mania with statistics of its own."""

    KEY_4 = "4k"
    KEY_7 = "7k"


class ScoreType(EnumModel):
    """List of a user's scores."""

    BEST = "best"
    FIRSTS = "firsts"
    RECENT = "recent"


class RankingFilter(EnumModel):
    """Whose ranking it is: everyone's, or friends'."""

    ALL = "all"
    FRIENDS = "friends"


class RankingType(EnumModel):
    """What a ranking is of."""

    CHARTS = "charts"
    COUNTRY = "country"
    PERFORMANCE = "performance"
    SCORE = "score"


class UserLookupKey(EnumModel):
    """What identifies a user in a call."""

    ID = "id"
    USERNAME = "username"


class UserBeatmapType(EnumModel):
    """List of a user's beatmaps."""

    FAVOURITE = "favourite"
    GRAVEYARD = "graveyard"
    LOVED = "loved"
    MOST_PLAYED = "most_played"
    RANKED = "ranked"
    PENDING = "pending"
    GUEST = "guest"
    NOMINATED = "nominated"


class BeatmapDiscussionPostSort(EnumModel):
    """Order of discussion posts."""

    NEW = "id_desc"
    OLD = "id_asc"


class BeatmapsetStatus(EnumModel):
    """Status of beatmapsets whose discussions are listed."""

    ALL = "all"
    RANKED = "ranked"
    QUALIFIED = "qualified"
    DISQUALIFIED = "disqualified"
    NEVER_QUALIFIED = "never_qualified"


class ChannelType(EnumModel):
    """Type of a chat channel."""

    PUBLIC = "PUBLIC"
    PRIVATE = "PRIVATE"
    MULTIPLAYER = "MULTIPLAYER"
    SPECTATOR = "SPECTATOR"
    TEMPORARY = "TEMPORARY"
    PM = "PM"
    GROUP = "GROUP"
    ANNOUNCE = "ANNOUNCE"


class CommentableType(EnumModel):
    """What is commented on."""

    NEWS_POST = "news_post"
    CHANGELOG = "build"
    BEATMAPSET = "beatmapset"


class CommentSort(EnumModel):
    """Order of comments."""

    NEW = "new"
    OLD = "old"
    TOP = "top"


class ForumTopicSort(EnumModel):
    """Order of a topic's posts."""

    NEW = "id_desc"
    OLD = "id_asc"


class SearchMode(EnumModel):
    """What a search is for."""

    ALL = "all"
    USERS = "user"
    WIKI = "wiki_page"


class MultiplayerScoresSort(EnumModel):
    """Order of a room's scores."""

    NEW = "score_desc"
    OLD = "score_asc"


class BeatmapsetDiscussionVote(EnumModel):
    """Vote on a discussion."""

    UPVOTE = 1
    DOWNVOTE = -1


class BeatmapsetDiscussionVoteSort(EnumModel):
    """Order of votes."""

    NEW = "id_desc"
    OLD = "id_asc"


class BeatmapsetSearchCategory(EnumModel):
    """Category of beatmapsets in a search."""

    ANY = "any"
    HAS_LEADERBOARD = "leaderboard"
    RANKED = "ranked"
    QUALIFIED = "qualified"
    LOVED = "loved"
    FAVOURITES = "favourites"
    PENDING = "pending"
    WIP = "wip"
    GRAVEYARD = "graveyard"
    MY_MAPS = "mine"


class BeatmapsetSearchMode(EnumModel):
    """Ruleset of beatmapsets in a search; ANY sends none."""

    ANY = -1
    OSU = 0
    TAIKO = 1
    CATCH = 2
    MANIA = 3


class BeatmapsetSearchExplicitContent(EnumModel):
    """Whether a search shows explicit beatmapsets."""

    HIDE = "hide"
    SHOW = "show"


class BeatmapsetSearchGenre(EnumModel):
    """Genre of beatmapsets in a search; ANY sends none."""

    ANY = 0
    UNSPECIFIED = 1
    VIDEO_GAME = 2
    ANIME = 3
    ROCK = 4
    POP = 5
    OTHER = 6
    NOVELTY = 7
    HIP_HOP = 9
    ELECTRONIC = 10
    METAL = 11
    CLASSICAL = 12
    FOLK = 13
    JAZZ = 14


class BeatmapsetSearchLanguage(EnumModel):
    """Language of beatmapsets in a search; ANY sends none."""

    ANY = 0
    UNSPECIFIED = 1
    ENGLISH = 2
    JAPANESE = 3
    CHINESE = 4
    INSTRUMENTAL = 5
    KOREAN = 6
    FRENCH = 7
    GERMAN = 8
    SWEDISH = 9
    SPANISH = 10
    ITALIAN = 11
    RUSSIAN = 12
    POLISH = 13
    OTHER = 14


class BeatmapsetSearchSort(EnumModel):
    """Order of beatmapsets in a search."""

    TITLE_DESCENDING = "title_desc"
    TITLE_ASCENDING = "title_asc"
    ARTIST_DESCENDING = "artist_desc"
    ARTIST_ASCENDING = "artist_asc"
    DIFFICULTY_DESCENDING = "difficulty_desc"
    DIFFICULTY_ASCENDING = "difficulty_asc"
    RANKED_DESCENDING = "ranked_desc"
    RANKED_ASCENDING = "ranked_asc"
    RATING_DESCENDING = "rating_desc"
    RATING_ASCENDING = "rating_asc"
    PLAYS_DESCENDING = "plays_desc"
    PLAYS_ASCENDING = "plays_asc"
    FAVORITES_DESCENDING = "favourites_desc"
    FAVORITES_ASCENDING = "favourites_asc"
    UPDATED_DESCENDING = "updated_desc"
    UPDATED_ASCENDING = "updated_asc"
    RELEVANCE_DESCENDING = "relevance_desc"
    RELEVANCE_ASCENDING = "relevance_asc"
    NOMINATIONS_DESCENDING = "nominations_desc"
    NOMINATIONS_ASCENDING = "nominations_asc"
    CREATOR_DESCENDING = "creator_desc"
    CREATOR_ASCENDING = "creator_asc"


class NewsPostKey(EnumModel):
    """What identifies a news post in a call."""

    SLUG = "slug"
    ID = "id"


class RoomSearchMode(EnumModel):
    """Which multiplayer rooms are listed."""

    ACTIVE = "active"
    ALL = "all"
    ENDED = "ended"
    PARTICIPATED = "participated"
    OWNED = "owned"


class EventsSort(EnumModel):
    """Order of events."""

    NEW = "id_desc"
    OLD = "id_asc"


class BeatmapPackType(EnumModel):
    """Type of a beatmap pack."""

    STANDARD = "standard"
    FEATURED = "featured"
    TOURNAMENT = "tournament"
    LOVED = "loved"
    CHART = "chart"
    THEME = "theme"
    ARTIST = "artist"


class Team(Model):
    """Team of players."""

    id: int
    name: str
    short_name: str
    flag_url: str | None


class BeatmapTag(Model):
    """Tag that players gave to beatmaps."""

    description: str
    id: int
    name: str
    ruleset_id: int
    created_at: Datetime | None
    updated_at: Datetime | None


class Failtimes(Model):
    """Numbers of players who failed and who quit, by hundredths of the beatmap."""

    exit: list[int] | None
    fail: list[int] | None


class Ranking(Model):
    """Figures of a country in the rankings."""

    active_users: int
    play_count: int
    ranked_score: int
    performance: int


class Country(Model):
    """Country by its two-letter code."""

    code: str
    name: str
    display: int | None
    ranking: Ranking | None


class Cover(Model):
    """Cover of a profile; `id` is the number of a preset, as text."""

    custom_url: str | None
    url: str
    id: str | None


class ProfileBanner(Model):
    """Tournament banner of a profile."""

    id: int
    tournament_id: int
    image: str
    image_2x: str = wire("image@2x")


class UserAccountHistory(Model):
    """Account history entry, such as a silence; `length` in seconds."""

    description: str | None
    id: int
    length: int
    permanent: bool
    timestamp: Datetime
    type: UserAccountHistoryType


class UserBadge(Model):
    """Badge of a profile."""

    awarded_at: Datetime
    description: str
    image_url: str
    image_2x_url: str = wire("image@2x_url")
    url: str


class GroupDescription(Model):
    """Description of a group."""

    html: str
    markdown: str


class UserGroup(Model):
    """Group of users, such as nominators."""

    id: int
    identifier: str
    name: str
    short_name: str
    colour: str | None
    description: GroupDescription | None
    playmodes: list[GameMode] | None
    is_probationary: bool
    has_listing: bool
    has_playmodes: bool


class Covers(Model):
    """Addresses of a beatmapset's cover in its sizes."""

    cover: str
    cover_2x: str = wire("cover@2x")
    card: str
    card_2x: str = wire("card@2x")
    list: str
    list_2x: str = wire("list@2x")
    slimcover: str
    slimcover_2x: str = wire("slimcover@2x")


class Statistics(Model):
    """Hits of a score. The `count_*` attributes exist in the legacy form only."""

    miss: int | None
    meh: int | None
    ok: int | None
    good: int | None
    great: int | None
    perfect: int | None
    small_tick_miss: int | None
    small_tick_hit: int | None
    large_tick_miss: int | None
    large_tick_hit: int | None
    small_bonus: int | None
    large_bonus: int | None
    ignore_miss: int | None
    ignore_hit: int | None
    combo_break: int | None
    slider_tail_hit: int | None
    legacy_combo_increase: int | None

    # the legacy form
    count_50: int | None
    count_100: int | None
    count_300: int | None
    count_geki: int | None
    count_katu: int | None
    count_miss: int | None

    def __post_init__(self) -> None:
        if reads_legacy_scores() or (
            self.great is None
            and not (
                self.count_300 is None
                and self.count_100 is None
                and self.count_50 is None
                and self.count_geki is None
                and self.count_katu is None
                and self.count_miss is None
            )
        ):
            return
        del self.count_50, self.count_100, self.count_300
        del self.count_geki, self.count_katu, self.count_miss


_LegacyStatistics = Statistics


class Availability(Model):
    """Why a beatmapset cannot be downloaded."""

    download_disabled: bool
    more_information: str | None


class Hype(Model):
    """Hype of a beatmapset."""

    current: int
    required: int


class NominationsRequired(Model):
    """Nominations that a beatmapset needs, by kinds of rulesets."""

    main_ruleset: int
    non_main_ruleset: int


class Nominations(Model):
    """Nominations of a beatmapset."""

    current: int
    required_meta: NominationsRequired
    eligible_main_rulesets: list[GameMode] | None


class Nomination(Model):
    """Nomination of a beatmapset by one user."""

    beatmapset_id: int
    rulesets: list[GameMode]
    reset: bool
    user_id: int


class Kudosu(Model):
    """Kudosu points of a user."""

    total: int
    available: int


class KudosuGiver(Model):
    """User who gave kudosu."""

    url: str
    username: str


class KudosuPost(Model):
    """Post that kudosu was given for."""

    url: str | None
    title: str


class KudosuVote(ApiModel):
    """Vote of a user on a discussion."""

    user_id: int
    score: int

    def user(self) -> Any:  # noqa: ANN401 - a User, whose module imports this one
        """Return the user."""
        return self._fetched("user", self.user_id)


class EventUser(Model):
    """User of an event."""

    username: str
    url: str
    previousUsername: str | None


class EventBeatmap(Model):
    """Beatmap of an event."""

    title: str
    url: str


class EventBeatmapset(Model):
    """Beatmapset of an event."""

    title: str
    url: str


class EventAchievement(Model):
    """Medal of an event."""

    icon_url: str
    id: int
    name: str
    grouping: str
    ordering: int
    slug: str
    description: str
    achieved_count: int
    achieved_percent: float
    mode: GameMode | None
    instructions: Any | None


class GithubUser(ApiModel):
    """Author of a change, on GitHub and on osu!."""

    display_name: str
    github_username: str | None
    github_url: str | None
    id: int | None
    osu_username: str | None
    user_id: int | None
    user_url: str | None

    def user(self) -> Any:  # noqa: ANN401 - a User, whose module imports this one
        """Return the user."""
        return self._fetched("user", self.user_id)


class ChangelogSearch(Model):
    """Parameters that a changelog was listed with."""

    from_: str | None = wire("from")
    limit: int
    max_id: int | None
    stream: str | None
    to: str | None


class NewsSearch(Model):
    """Parameters that news posts were listed with."""

    limit: int
    sort: str
    year: int | None


class ForumPostBody(Model):
    """Text of a forum post: HTML, and BBCode as `raw`."""

    html: str
    raw: str


class ForumPollText(Model):
    """Text of an option of a poll."""

    bbcode: str
    html: str


class ForumPollTitle(Model):
    """Question of a poll."""

    bbcode: str
    html: str


class ReviewsConfig(Model):
    """Limits of reviews."""

    max_blocks: int


class RankHighest(Model):
    """Best global rank of a user, and when it was."""

    rank: int
    updated_at: Datetime


class BeatmapPackUserCompletionData(Model):
    """Part of a beatmap pack that the user has completed."""

    beatmapset_ids: list[int]
    completed: bool


class UserMonthlyPlaycount(Model):
    """Plays of a user in a month."""

    start_date: Day
    count: int


class UserPage(Model):
    """The "me!" section of a profile: HTML, and BBCode as `raw`."""

    html: str
    raw: str


class UserLevel(Model):
    """Level of a user; `progress` to the next one in percent."""

    current: int
    progress: int


class UserGradeCounts(Model):
    """Numbers of a user's best grades."""

    ss: int
    ssh: int
    s: int
    sh: int
    a: int


class UserReplaysWatchedCount(Model):
    """Replays of a user that were watched in a month."""

    start_date: Day
    count: int


class UserAchievement(Model):
    """Medal of a user."""

    achieved_at: Datetime
    achievement_id: int


class UserProfileCustomization(Model):
    """Preferences of the signed-in user."""

    audio_autoplay: bool | None
    audio_muted: bool | None
    audio_volume: float | None
    beatmapset_download: BeatmapsetDownload | None
    beatmapset_show_nsfw: bool | None
    beatmapset_title_show_original: bool | None
    comments_show_deleted: bool | None
    forum_posts_show_deleted: bool
    ranking_expanded: bool
    user_list_filter: UserListFilters | None
    user_list_sort: UserListSorts | None
    user_list_view: UserListViews | None


class RankHistory(Model):
    """Global ranks of a user in the last 90 days, the latest last."""

    mode: GameMode
    data: list[int]


class Weight(Model):
    """Weight of a score in its user's pp."""

    percentage: float
    pp: float


class RoomPlaylistItemStats(Model):
    """Numbers of a room's playlist items."""

    count_active: int
    count_total: int
    ruleset_ids: list[int]


class RoomDifficultyRange(Model):
    """Star ratings of a room's beatmaps."""

    min: float
    max: float


class BeatmapOwner(Model):
    """Mapper of a difficulty."""

    id: int
    username: str


class UserGlobalRank(Model):
    """Global rank of a user in a ruleset."""

    rank: int | None
    ruleset_id: int
