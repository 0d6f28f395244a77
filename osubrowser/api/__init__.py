"""Blocking client of osu!'s web API for scripts and programs, without Qt and asyncio.

    from osubrowser.api import Client
    client = Client(1234, "secret")
    for row in client.ranking("osu", "performance").ranking:
        print(row.global_rank, row.user.username, row.pp)
    for page in client.pages(client.user_scores, 2, "best"):
        print([score.pp for score in page])

API v1 is in `osubrowser.api.legacy`.

Names are imported on first use: importing this package alone is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

# A new name goes in __init__.pyi as well: type checkers and editors read that.
_NAMES = {
    "auth.grants": "Authorization Grant Scope Token",
    "auth.token_stores": "FileTokenStore MemoryTokenStore SharedTokenStore TokenStore",
    "calls": "ResponseStore",
    "client": "Client",
    "cursor": "Cursor",
    "entities.artists": "Artist ArtistAlbum ArtistTrack ArtistTrackSort ArtistTracks",
    "entities.backgrounds": "SeasonalBackground SeasonalBackgrounds",
    "entities.base": "Entity OpenEnum",
    "entities.beatmap_packs": (
        "BeatmapPack BeatmapPackType BeatmapPackUserCompletionData BeatmapPacks"
    ),
    "entities.beatmaps": (
        "Beatmap BeatmapCompact BeatmapOwner BeatmapTag Beatmapset BeatmapsetCompact Covers "
        "Failtimes Nominations RankStatus"
    ),
    "entities.beatmapset_events": (
        "BeatmapsetEvent BeatmapsetEventComment BeatmapsetEventSort BeatmapsetEventType "
        "KudosuVote ModdingHistoryEventsBundle"
    ),
    "entities.beatmapset_search": (
        "BeatmapsetSearchCategory BeatmapsetSearchExplicitContent BeatmapsetSearchGenre "
        "BeatmapsetSearchLanguage BeatmapsetSearchMode BeatmapsetSearchPlayed "
        "BeatmapsetSearchResult BeatmapsetSearchSort"
    ),
    "entities.changelog": (
        "Build ChangelogEntry ChangelogListing ChangelogMessageFormat ChangelogSearch "
        "GithubUser UpdateStream Versions"
    ),
    "entities.chat": (
        "ChannelType ChannelUserAttributes ChatChannel ChatChannelAndUsers ChatMessage "
        "ChatMessageType ChatSilence CreatePMResponse"
    ),
    "entities.comments": (
        "Comment CommentBundle CommentSort CommentableMeta CommentableType "
        "CommentableUserAttributes"
    ),
    "entities.countries": "Country CountryStatistics",
    "entities.difficulty": "BeatmapDifficultyAttributes DifficultyAttributes",
    "entities.discussions": (
        "BeatmapDiscussionPostSort BeatmapsetDiscussion BeatmapsetDiscussionPost "
        "BeatmapsetDiscussionPosts BeatmapsetDiscussionVote BeatmapsetDiscussionVoteSort "
        "BeatmapsetDiscussionVotes BeatmapsetDiscussions BeatmapsetStatus DiscussionPostType "
        "DiscussionUserAttributes MessageType ReviewsConfig SystemMessage"
    ),
    "entities.events": (
        "Event EventAchievement EventBeatmap EventBeatmapset EventType EventUser Events EventsSort"
    ),
    "entities.forum": (
        "CreateForumTopicResponse Forum ForumPoll ForumPollModel ForumPollOption ForumPost "
        "ForumPostBody ForumText ForumTopic ForumTopicAndPosts ForumTopicListing "
        "ForumTopicSearch ForumTopicSort ForumTopicType ForumTopics ForumTopicsSort"
    ),
    "entities.kudosu": "KudosuAction KudosuGiver KudosuHistory KudosuPost",
    "entities.matches": (
        "Match MatchEvent MatchEventDetail MatchEventType MatchGame MatchResponse Matches "
        "MatchesSort ScoringType TeamType"
    ),
    "entities.modes": "GameMode Variant",
    "entities.news": "NewsListing NewsNavigation NewsPost NewsPostKey NewsSearch NewsSidebar",
    "entities.rankings": (
        "CountryRankings KudosuRanking RankingFilter RankingType Rankings Spotlight TeamRankings"
    ),
    "entities.rooms": (
        "MultiplayerScores MultiplayerScoresSort PlaylistItemAttempt QueueMode Room "
        "RoomCategory RoomDifficultyRange RoomEvent RoomEventType RoomEvents RoomLeaderboard "
        "RoomLeaderboardScore RoomPlaylistItem RoomPlaylistItemStats RoomSearchMode RoomSort "
        "RoomStatus RoomType RoomTypeGroup"
    ),
    "entities.score_statistics": "ScoreStatistics",
    "entities.scores": (
        "BeatmapScores BeatmapScoresType BeatmapUserScore BeatmapUserScores Grade Score "
        "ScoreMatchInfo ScoreType Scores Weight"
    ),
    "entities.search": "Search SearchMode UserSearchResult UserSearchSort WikiSearchResult",
    "entities.team_pages": "TeamExtended",
    "entities.teams": "Team TeamStatistics",
    "entities.user_beatmaps": "BeatmapPlaycount UserBeatmapType",
    "entities.users": "User UserCompact UserLookupKey UserRelation UserRelationType UserStatistics",
    "entities.wiki": "WikiPage",
    "errors": (
        "Cancelled CertificateRefused Forbidden InvalidRequest LoginRequired NotCached NotFound "
        "Offline OsuError RateLimited ServerTrouble TooLarge"
    ),
    "file_names": "safe_name",
    "mods": "Mod legacy_bits mods_from_bits mods_text parse_mods",
    "replays.name_template": "NameTemplate REPLAY_NAME score_fields",
    "replays.osr_codec": "ReplayError",
    "replays.replay_file": (
        "Replay ReplayFrame ReplayHeader ReplayScoreInfo encode_replay pack_score_info read_replay"
    ),
}
_HOME_OF = {name: home for home, names in _NAMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute may be anything
    try:
        home = _HOME_OF[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF})
