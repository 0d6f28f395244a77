from collections.abc import Iterable, Mapping
from datetime import datetime
from logging import Logger
from pathlib import Path
from typing import Any, TypeVar

from osubrowser.api.ossapi.connection import Session
from osubrowser.api.ossapi.cursor import Cursor
from osubrowser.api.ossapi.enums import ChangelogMessageFormat
from osubrowser.api.ossapi.models import (
    Beatmap,
    BeatmapCompact,
    BeatmapPack,
    BeatmapPacks,
    BeatmapPlaycount,
    BeatmapScores,
    Beatmapset,
    BeatmapsetDiscussionPosts,
    BeatmapsetDiscussions,
    BeatmapsetDiscussionVotes,
    BeatmapsetSearchResult,
    BeatmapUserScore,
    Build,
    ChangelogListing,
    ChatChannel,
    CommentBundle,
    CreateForumTopicResponse,
    CreatePMResponse,
    DifficultyAttributes,
    Event,
    Events,
    Forum,
    ForumPoll,
    ForumPost,
    ForumTopic,
    ForumTopicAndPosts,
    ForumTopics,
    KudosuHistory,
    Matches,
    MatchResponse,
    ModdingHistoryEventsBundle,
    MultiplayerScores,
    NewsListing,
    NewsPost,
    Rankings,
    Room,
    RoomLeaderboard,
    Score,
    Scores,
    Search,
    SeasonalBackgrounds,
    Spotlight,
    Tag,
    User,
    UserCompact,
    UserRelation,
    WikiPage,
)
from osubrowser.api.ossapi.ossapiv2 import *  # noqa: F403 - all that it has
from osubrowser.api.ossapi.ossapiv2 import (
    BeatmapDiscussionPostSortT,
    BeatmapIdT,
    BeatmapPackTypeT,
    BeatmapsetDiscussionVoteSortT,
    BeatmapsetDiscussionVoteT,
    BeatmapsetEventTypeT,
    BeatmapsetIdT,
    BeatmapsetSearchCategoryT,
    BeatmapsetSearchExplicitContentT,
    BeatmapsetSearchGenreT,
    BeatmapsetSearchLanguageT,
    BeatmapsetSearchModeT,
    BeatmapsetSearchSortT,
    BeatmapsetStatusT,
    CommentableTypeT,
    CommentSortT,
    Domain,
    EventsSortT,
    ForumTopicSortT,
    GameModeT,
    Grant,
    MatchIdT,
    MessageTypeT,
    ModT,
    MultiplayerScoresSortT,
    NewsPostKeyT,
    RankingFilterT,
    RankingTypeT,
    RoomIdT,
    RoomSearchModeT,
    Scope,
    ScoreTypeT,
    SearchModeT,
    UserBeatmapTypeT,
    UserIdT,
    UserLookupKeyT,
)
from osubrowser.api.ossapi.replay import Replay

_T = TypeVar("_T")

class OssapiAsync:
    TOKEN_URL: str
    AUTH_CODE_URL: str
    BASE_URL: str
    grant: Grant
    domain: Domain
    token_url: str
    auth_code_url: str
    base_url: str
    client_id: int
    client_secret: str
    redirect_uri: str | None
    scopes: list[Scope]
    strict: bool
    api_version: int
    log: Logger
    token_key: str
    token_directory: Path
    token_file: Path
    access_token_passed: bool
    session: Session
    def __init__(
        self,
        client_id: int,
        client_secret: str,
        redirect_uri: str | None = None,
        scopes: list[str | Scope] = ...,
        *,
        grant: Grant | str | None = None,
        strict: bool = False,
        token_directory: str | None = None,
        token_key: str | None = None,
        access_token: str | None = None,
        refresh_token: str | None = None,
        domain: str | Domain = ...,
        api_version: int | str = 20241024,
    ) -> None: ...
    @staticmethod
    def gen_token_key(
        grant: Grant | str,
        client_id: int | str,
        client_secret: str,
        scopes: Iterable[Scope | str],
        domain: Domain | str = ...,
    ) -> str: ...
    @staticmethod
    def remove_token(key: str, token_directory: str | Path | None = None) -> None: ...
    def authenticate(self, token: Mapping[str, Any] | None = None) -> Session: ...
    async def beatmap_packs(
        self,
        type: BeatmapPackTypeT | None = None,
        cursor_string: str | None = None,
        legacy_only: bool | None = None,
    ) -> BeatmapPacks: ...
    async def beatmap_pack(self, pack: str) -> BeatmapPack: ...
    async def beatmap_user_score(
        self,
        beatmap_id: BeatmapIdT,
        user_id: UserIdT,
        *,
        mode: GameModeT | None = None,
        mods: ModT | None = None,
        legacy_only: bool | None = None,
    ) -> BeatmapUserScore: ...
    async def beatmap_user_scores(
        self,
        beatmap_id: BeatmapIdT,
        user_id: UserIdT,
        *,
        mode: GameModeT | None = None,
        legacy_only: bool | None = None,
    ) -> list[Score]: ...
    async def beatmap_scores(
        self,
        beatmap_id: BeatmapIdT,
        *,
        mode: GameModeT | None = None,
        mods: ModT | None = None,
        type: RankingTypeT | None = None,
        limit: int | None = None,
        legacy_only: bool | None = None,
    ) -> BeatmapScores: ...
    async def beatmap(
        self,
        beatmap_id: BeatmapIdT | None = None,
        *,
        checksum: str | None = None,
        filename: str | None = None,
    ) -> Beatmap: ...
    async def beatmaps(self, beatmap_ids: list[BeatmapIdT]) -> list[Beatmap]: ...
    async def beatmap_attributes(
        self,
        beatmap_id: BeatmapIdT,
        *,
        mods: ModT | None = None,
        ruleset: GameModeT | None = None,
        ruleset_id: int | None = None,
    ) -> DifficultyAttributes: ...
    async def beatmapset_discussion_posts(
        self,
        beatmapset_discussion_id: int | None = None,
        *,
        limit: int | None = None,
        page: int | None = None,
        sort: BeatmapDiscussionPostSortT | None = None,
        user_id: UserIdT | None = None,
        with_deleted: bool | None = None,
    ) -> BeatmapsetDiscussionPosts: ...
    async def beatmapset_discussion_votes(
        self,
        *,
        beatmapset_discussion_id: int | None = None,
        limit: int | None = None,
        page: int | None = None,
        receiver_id: int | None = None,
        vote: BeatmapsetDiscussionVoteT | None = None,
        sort: BeatmapsetDiscussionVoteSortT | None = None,
        user_id: UserIdT | None = None,
        with_deleted: bool | None = None,
    ) -> BeatmapsetDiscussionVotes: ...
    async def beatmapset_discussions(
        self,
        *,
        beatmapset_id: BeatmapsetIdT | None = None,
        beatmap_id: BeatmapIdT | None = None,
        beatmapset_status: BeatmapsetStatusT | None = None,
        limit: int | None = None,
        message_types: list[MessageTypeT] | None = None,
        only_unresolved: bool | None = None,
        page: int | None = None,
        sort: BeatmapDiscussionPostSortT | None = None,
        user_id: UserIdT | None = None,
        with_deleted: bool | None = None,
    ) -> BeatmapsetDiscussions: ...
    async def search_beatmapsets(
        self,
        query: str | None = None,
        *,
        mode: BeatmapsetSearchModeT = ...,
        category: BeatmapsetSearchCategoryT = ...,
        explicit_content: BeatmapsetSearchExplicitContentT = ...,
        genre: BeatmapsetSearchGenreT = ...,
        language: BeatmapsetSearchLanguageT = ...,
        force_video: bool = False,
        force_storyboard: bool = False,
        force_recommended_difficulty: bool = False,
        include_converts: bool = False,
        force_followed_mappers: bool = False,
        force_spotlights: bool = False,
        force_featured_artists: bool = False,
        cursor: Cursor | None = None,
        sort: BeatmapsetSearchSortT | None = None,
    ) -> BeatmapsetSearchResult: ...
    async def beatmapset(
        self, beatmapset_id: BeatmapsetIdT | None = None, *, beatmap_id: BeatmapIdT | None = None
    ) -> Beatmapset: ...
    async def beatmapset_events(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        user_id: UserIdT | None = None,
        types: list[BeatmapsetEventTypeT] | None = None,
        min_date: datetime | None = None,
        max_date: datetime | None = None,
        beatmapset_id: BeatmapsetIdT | None = None,
    ) -> ModdingHistoryEventsBundle: ...
    async def changelog_build(self, stream: str, build: str) -> Build: ...
    async def changelog_listing(
        self,
        *,
        from_: str | None = None,
        to: str | None = None,
        max_id: int | None = None,
        stream: str | None = None,
        message_formats: list[ChangelogMessageFormat] = ...,
    ) -> ChangelogListing: ...
    async def changelog_build_lookup(
        self,
        changelog: str,
        *,
        key: str | None = None,
        message_formats: list[ChangelogMessageFormat] = ...,
    ) -> Build: ...
    async def send_pm(
        self, user_id: UserIdT, message: str, *, is_action: bool | None = False
    ) -> CreatePMResponse: ...
    async def send_announcement(
        self, channel_name: str, channel_description: str, message: str, target_ids: list[UserIdT]
    ) -> ChatChannel: ...
    async def comments(
        self,
        *,
        commentable_type: CommentableTypeT | None = None,
        commentable_id: int | None = None,
        cursor: Cursor | None = None,
        parent_id: int | None = None,
        sort: CommentSortT | None = None,
    ) -> CommentBundle: ...
    async def comment(self, comment_id: int) -> CommentBundle: ...
    async def events(
        self, *, sort: EventsSortT | None = None, cursor_string: str | None = None
    ) -> Events: ...
    async def forum_create_topic(
        self, forum_id: int, title: str, body: str, *, poll: ForumPoll | None = None
    ) -> CreateForumTopicResponse: ...
    async def forum_reply(self, topic_id: int, body: str) -> ForumPost: ...
    async def forum_edit_topic(self, topic_id: int, title: str) -> ForumTopic: ...
    async def forum_edit_post(self, post_id: int, body: str) -> ForumPost: ...
    async def forum_topic(
        self,
        topic_id: int,
        *,
        cursor_string: str | None = None,
        sort: ForumTopicSortT | None = None,
        limit: int | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> ForumTopicAndPosts: ...
    async def forum_listing(self) -> list[Forum]: ...
    async def forum_topics(self, forum_id: int) -> ForumTopics: ...
    async def friends(self) -> list[UserRelation]: ...
    async def search(
        self, query: str, *, mode: SearchModeT | None = None, page: int | None = None
    ) -> Search: ...
    async def matches(self) -> Matches: ...
    async def match(
        self,
        match_id: MatchIdT,
        *,
        after_id: int | None = None,
        before_id: int | None = None,
        limit: int | None = None,
    ) -> MatchResponse: ...
    async def get_me(self, mode: GameModeT | None = None) -> User: ...
    async def news_listing(
        self, *, limit: int | None = None, year: int | None = None, cursor_string: str | None = None
    ) -> NewsListing: ...
    async def news_post(self, news: str, *, key: NewsPostKeyT | None = ...) -> NewsPost: ...
    async def revoke_token(self) -> None: ...
    async def ranking(
        self,
        mode: GameModeT,
        type: RankingTypeT,
        *,
        country: str | None = None,
        cursor: Cursor | None = None,
        filter_: RankingFilterT = ...,
        spotlight: int | None = None,
        variant: str | None = None,
    ) -> Rankings: ...
    async def multiplayer_scores(
        self,
        room_id: RoomIdT,
        playlist_id: int,
        *,
        limit: int | None = None,
        sort: MultiplayerScoresSortT | None = None,
        cursor_string: str | None = None,
    ) -> MultiplayerScores: ...
    async def room(self, room_id: RoomIdT) -> Room: ...
    async def room_leaderboard(
        self, room_id: RoomIdT, limit: int | None = None, page: int | None = None
    ) -> RoomLeaderboard: ...
    async def rooms(
        self,
        *,
        limit: int | None = None,
        mode: RoomSearchModeT | None = None,
        season_id: int | None = None,
        sort: str | None = None,
        type_group: str | None = None,
    ) -> list[Room]: ...
    async def score(self, score_id: int) -> Score: ...
    async def scores(
        self, mode: GameModeT | None = None, *, cursor_string: str | None = None
    ) -> Scores: ...
    async def score_mode(self, mode: GameModeT, score_id: int) -> Score: ...
    async def download_score(self, score_id: int, *, raw: bool = False) -> Replay: ...
    async def download_score_mode(
        self, mode: GameModeT, score_id: int, *, raw: bool = False
    ) -> Replay: ...
    async def seasonal_backgrounds(self) -> SeasonalBackgrounds: ...
    async def spotlights(self) -> list[Spotlight]: ...
    async def tags(self) -> list[Tag]: ...
    async def user_kudosu(
        self, user_id: UserIdT, *, limit: int | None = None, offset: int | None = None
    ) -> list[KudosuHistory]: ...
    async def user_scores(
        self,
        user_id: UserIdT,
        type: ScoreTypeT,
        *,
        include_fails: bool | None = None,
        mode: GameModeT | None = None,
        limit: int | None = None,
        offset: int | None = None,
        legacy_only: bool | None = None,
    ) -> list[Score]: ...
    async def user_beatmaps(
        self,
        user_id: UserIdT,
        type: UserBeatmapTypeT,
        *,
        limit: int | None = None,
        offset: int | None = None,
    ) -> list[Beatmapset] | list[BeatmapPlaycount]: ...
    async def user_recent_activity(
        self, user_id: UserIdT, *, limit: int | None = None, offset: int | None = None
    ) -> list[Event]: ...
    async def search_beatmaps_passed(
        self,
        user_id: UserIdT,
        beatmapset_ids: list[BeatmapsetIdT],
        *,
        exclude_converts: bool = False,
        is_legacy: bool | None = None,
        no_diff_reduction: bool = True,
        ruleset_id: int | None = None,
    ) -> list[BeatmapCompact]: ...
    async def user(
        self,
        user: UserIdT | str,
        *,
        mode: GameModeT | None = None,
        key: UserLookupKeyT | None = None,
    ) -> User: ...
    async def users_lookup(
        self,
        users: list[UserIdT | str],
        *,
        exclude_bots: bool | None = None,
        ruleset_id: int | None = None,
    ) -> list[UserCompact]: ...
    async def users(self, user_ids: list[UserIdT]) -> list[UserCompact]: ...
    async def wiki_page(self, locale: str, path: str) -> WikiPage: ...
    async def search_beatmaps(
        self,
        query: str | Mapping[str, Any] | None = None,
        cursor: Cursor | None = None,
        **filters: Any,  # noqa: ANN401 - as in Ossapi
    ) -> BeatmapsetSearchResult: ...
    async def beatmapsets_events(
        self,
        *args: Any,  # noqa: ANN401 - as in Ossapi
        **filters: Any,  # noqa: ANN401 - as in Ossapi
    ) -> ModdingHistoryEventsBundle: ...
    async def beatmap_lookup(
        self,
        checksum: str | None = None,
        filename: str | None = None,
        beatmap_id: BeatmapIdT | None = None,
    ) -> Beatmap: ...
    async def changelog_lookup(self, changelog: str, **options: Any) -> Build: ...  # noqa: ANN401 - as in Ossapi
    def _save_token(self, token: Mapping[str, Any]) -> None: ...
    def _instantiate_type(self, type_: type[_T], value: Any, *extra: Any) -> _T: ...  # noqa: ANN401 - as in Ossapi
    def _new_grant(self) -> Any: ...  # noqa: ANN401 - as in Ossapi
    def _new_client_grant(self, client_id: int, client_secret: str) -> Any: ...  # noqa: ANN401 - as in Ossapi
    def _new_authorization_grant(
        self, client_id: int, client_secret: str, redirect_uri: str | None, scopes: list[Scope]
    ) -> Any: ...  # noqa: ANN401 - as in Ossapi
    async def _request(
        self,
        type_: type[_T],
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> _T: ...
    async def _get(
        self, type_: type[_T], url: str, params: Mapping[str, Any] | None = None
    ) -> _T: ...
    async def _post(
        self, type_: type[_T], url: str, data: Mapping[str, Any] | None = None
    ) -> _T: ...
    async def _put(
        self, type_: type[_T], url: str, data: Mapping[str, Any] | None = None
    ) -> _T: ...
