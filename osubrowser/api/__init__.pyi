# The names of __init__.py, for type checkers and editors: a test compares both.
from osubrowser.api.auth.grants import Authorization as Authorization
from osubrowser.api.auth.grants import Grant as Grant
from osubrowser.api.auth.grants import Scope as Scope
from osubrowser.api.auth.grants import Token as Token
from osubrowser.api.auth.token_stores import FileTokenStore as FileTokenStore
from osubrowser.api.auth.token_stores import MemoryTokenStore as MemoryTokenStore
from osubrowser.api.auth.token_stores import SharedTokenStore as SharedTokenStore
from osubrowser.api.auth.token_stores import TokenStore as TokenStore
from osubrowser.api.calls import ResponseStore as ResponseStore
from osubrowser.api.client import Client as Client
from osubrowser.api.cursor import Cursor as Cursor
from osubrowser.api.entities.artists import Artist as Artist
from osubrowser.api.entities.artists import ArtistAlbum as ArtistAlbum
from osubrowser.api.entities.artists import ArtistTrack as ArtistTrack
from osubrowser.api.entities.artists import ArtistTracks as ArtistTracks
from osubrowser.api.entities.artists import ArtistTrackSort as ArtistTrackSort
from osubrowser.api.entities.backgrounds import SeasonalBackground as SeasonalBackground
from osubrowser.api.entities.backgrounds import SeasonalBackgrounds as SeasonalBackgrounds
from osubrowser.api.entities.base import Entity as Entity
from osubrowser.api.entities.base import OpenEnum as OpenEnum
from osubrowser.api.entities.beatmap_packs import BeatmapPack as BeatmapPack
from osubrowser.api.entities.beatmap_packs import BeatmapPacks as BeatmapPacks
from osubrowser.api.entities.beatmap_packs import BeatmapPackType as BeatmapPackType
from osubrowser.api.entities.beatmap_packs import (
    BeatmapPackUserCompletionData as BeatmapPackUserCompletionData,
)
from osubrowser.api.entities.beatmaps import Beatmap as Beatmap
from osubrowser.api.entities.beatmaps import BeatmapCompact as BeatmapCompact
from osubrowser.api.entities.beatmaps import BeatmapOwner as BeatmapOwner
from osubrowser.api.entities.beatmaps import Beatmapset as Beatmapset
from osubrowser.api.entities.beatmaps import BeatmapsetCompact as BeatmapsetCompact
from osubrowser.api.entities.beatmaps import BeatmapTag as BeatmapTag
from osubrowser.api.entities.beatmaps import Covers as Covers
from osubrowser.api.entities.beatmaps import Failtimes as Failtimes
from osubrowser.api.entities.beatmaps import Nominations as Nominations
from osubrowser.api.entities.beatmaps import RankStatus as RankStatus
from osubrowser.api.entities.beatmapset_events import BeatmapsetEvent as BeatmapsetEvent
from osubrowser.api.entities.beatmapset_events import (
    BeatmapsetEventComment as BeatmapsetEventComment,
)
from osubrowser.api.entities.beatmapset_events import BeatmapsetEventSort as BeatmapsetEventSort
from osubrowser.api.entities.beatmapset_events import BeatmapsetEventType as BeatmapsetEventType
from osubrowser.api.entities.beatmapset_events import KudosuVote as KudosuVote
from osubrowser.api.entities.beatmapset_events import (
    ModdingHistoryEventsBundle as ModdingHistoryEventsBundle,
)
from osubrowser.api.entities.beatmapset_search import (
    BeatmapsetSearchCategory as BeatmapsetSearchCategory,
)
from osubrowser.api.entities.beatmapset_search import (
    BeatmapsetSearchExplicitContent as BeatmapsetSearchExplicitContent,
)
from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchGenre as BeatmapsetSearchGenre
from osubrowser.api.entities.beatmapset_search import (
    BeatmapsetSearchLanguage as BeatmapsetSearchLanguage,
)
from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchMode as BeatmapsetSearchMode
from osubrowser.api.entities.beatmapset_search import (
    BeatmapsetSearchPlayed as BeatmapsetSearchPlayed,
)
from osubrowser.api.entities.beatmapset_search import (
    BeatmapsetSearchResult as BeatmapsetSearchResult,
)
from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchSort as BeatmapsetSearchSort
from osubrowser.api.entities.changelog import Build as Build
from osubrowser.api.entities.changelog import ChangelogEntry as ChangelogEntry
from osubrowser.api.entities.changelog import ChangelogListing as ChangelogListing
from osubrowser.api.entities.changelog import ChangelogMessageFormat as ChangelogMessageFormat
from osubrowser.api.entities.changelog import ChangelogSearch as ChangelogSearch
from osubrowser.api.entities.changelog import GithubUser as GithubUser
from osubrowser.api.entities.changelog import UpdateStream as UpdateStream
from osubrowser.api.entities.changelog import Versions as Versions
from osubrowser.api.entities.chat import ChannelType as ChannelType
from osubrowser.api.entities.chat import ChannelUserAttributes as ChannelUserAttributes
from osubrowser.api.entities.chat import ChatChannel as ChatChannel
from osubrowser.api.entities.chat import ChatChannelAndUsers as ChatChannelAndUsers
from osubrowser.api.entities.chat import ChatMessage as ChatMessage
from osubrowser.api.entities.chat import ChatMessageType as ChatMessageType
from osubrowser.api.entities.chat import ChatSilence as ChatSilence
from osubrowser.api.entities.chat import CreatePMResponse as CreatePMResponse
from osubrowser.api.entities.comments import Comment as Comment
from osubrowser.api.entities.comments import CommentableMeta as CommentableMeta
from osubrowser.api.entities.comments import CommentableType as CommentableType
from osubrowser.api.entities.comments import CommentableUserAttributes as CommentableUserAttributes
from osubrowser.api.entities.comments import CommentBundle as CommentBundle
from osubrowser.api.entities.comments import CommentSort as CommentSort
from osubrowser.api.entities.countries import Country as Country
from osubrowser.api.entities.countries import CountryStatistics as CountryStatistics
from osubrowser.api.entities.difficulty import (
    BeatmapDifficultyAttributes as BeatmapDifficultyAttributes,
)
from osubrowser.api.entities.difficulty import DifficultyAttributes as DifficultyAttributes
from osubrowser.api.entities.discussions import (
    BeatmapDiscussionPostSort as BeatmapDiscussionPostSort,
)
from osubrowser.api.entities.discussions import BeatmapsetDiscussion as BeatmapsetDiscussion
from osubrowser.api.entities.discussions import BeatmapsetDiscussionPost as BeatmapsetDiscussionPost
from osubrowser.api.entities.discussions import (
    BeatmapsetDiscussionPosts as BeatmapsetDiscussionPosts,
)
from osubrowser.api.entities.discussions import BeatmapsetDiscussions as BeatmapsetDiscussions
from osubrowser.api.entities.discussions import BeatmapsetDiscussionVote as BeatmapsetDiscussionVote
from osubrowser.api.entities.discussions import (
    BeatmapsetDiscussionVotes as BeatmapsetDiscussionVotes,
)
from osubrowser.api.entities.discussions import (
    BeatmapsetDiscussionVoteSort as BeatmapsetDiscussionVoteSort,
)
from osubrowser.api.entities.discussions import BeatmapsetStatus as BeatmapsetStatus
from osubrowser.api.entities.discussions import DiscussionPostType as DiscussionPostType
from osubrowser.api.entities.discussions import DiscussionUserAttributes as DiscussionUserAttributes
from osubrowser.api.entities.discussions import MessageType as MessageType
from osubrowser.api.entities.discussions import ReviewsConfig as ReviewsConfig
from osubrowser.api.entities.discussions import SystemMessage as SystemMessage
from osubrowser.api.entities.events import Event as Event
from osubrowser.api.entities.events import EventAchievement as EventAchievement
from osubrowser.api.entities.events import EventBeatmap as EventBeatmap
from osubrowser.api.entities.events import EventBeatmapset as EventBeatmapset
from osubrowser.api.entities.events import Events as Events
from osubrowser.api.entities.events import EventsSort as EventsSort
from osubrowser.api.entities.events import EventType as EventType
from osubrowser.api.entities.events import EventUser as EventUser
from osubrowser.api.entities.forum import CreateForumTopicResponse as CreateForumTopicResponse
from osubrowser.api.entities.forum import Forum as Forum
from osubrowser.api.entities.forum import ForumPoll as ForumPoll
from osubrowser.api.entities.forum import ForumPollModel as ForumPollModel
from osubrowser.api.entities.forum import ForumPollOption as ForumPollOption
from osubrowser.api.entities.forum import ForumPost as ForumPost
from osubrowser.api.entities.forum import ForumPostBody as ForumPostBody
from osubrowser.api.entities.forum import ForumText as ForumText
from osubrowser.api.entities.forum import ForumTopic as ForumTopic
from osubrowser.api.entities.forum import ForumTopicAndPosts as ForumTopicAndPosts
from osubrowser.api.entities.forum import ForumTopicListing as ForumTopicListing
from osubrowser.api.entities.forum import ForumTopics as ForumTopics
from osubrowser.api.entities.forum import ForumTopicSearch as ForumTopicSearch
from osubrowser.api.entities.forum import ForumTopicSort as ForumTopicSort
from osubrowser.api.entities.forum import ForumTopicsSort as ForumTopicsSort
from osubrowser.api.entities.forum import ForumTopicType as ForumTopicType
from osubrowser.api.entities.kudosu import KudosuAction as KudosuAction
from osubrowser.api.entities.kudosu import KudosuGiver as KudosuGiver
from osubrowser.api.entities.kudosu import KudosuHistory as KudosuHistory
from osubrowser.api.entities.kudosu import KudosuPost as KudosuPost
from osubrowser.api.entities.matches import Match as Match
from osubrowser.api.entities.matches import Matches as Matches
from osubrowser.api.entities.matches import MatchesSort as MatchesSort
from osubrowser.api.entities.matches import MatchEvent as MatchEvent
from osubrowser.api.entities.matches import MatchEventDetail as MatchEventDetail
from osubrowser.api.entities.matches import MatchEventType as MatchEventType
from osubrowser.api.entities.matches import MatchGame as MatchGame
from osubrowser.api.entities.matches import MatchResponse as MatchResponse
from osubrowser.api.entities.matches import ScoringType as ScoringType
from osubrowser.api.entities.matches import TeamType as TeamType
from osubrowser.api.entities.modes import GameMode as GameMode
from osubrowser.api.entities.modes import Variant as Variant
from osubrowser.api.entities.news import NewsListing as NewsListing
from osubrowser.api.entities.news import NewsNavigation as NewsNavigation
from osubrowser.api.entities.news import NewsPost as NewsPost
from osubrowser.api.entities.news import NewsPostKey as NewsPostKey
from osubrowser.api.entities.news import NewsSearch as NewsSearch
from osubrowser.api.entities.news import NewsSidebar as NewsSidebar
from osubrowser.api.entities.rankings import CountryRankings as CountryRankings
from osubrowser.api.entities.rankings import KudosuRanking as KudosuRanking
from osubrowser.api.entities.rankings import RankingFilter as RankingFilter
from osubrowser.api.entities.rankings import Rankings as Rankings
from osubrowser.api.entities.rankings import RankingType as RankingType
from osubrowser.api.entities.rankings import Spotlight as Spotlight
from osubrowser.api.entities.rankings import TeamRankings as TeamRankings
from osubrowser.api.entities.rooms import MultiplayerScores as MultiplayerScores
from osubrowser.api.entities.rooms import MultiplayerScoresSort as MultiplayerScoresSort
from osubrowser.api.entities.rooms import PlaylistItemAttempt as PlaylistItemAttempt
from osubrowser.api.entities.rooms import QueueMode as QueueMode
from osubrowser.api.entities.rooms import Room as Room
from osubrowser.api.entities.rooms import RoomCategory as RoomCategory
from osubrowser.api.entities.rooms import RoomDifficultyRange as RoomDifficultyRange
from osubrowser.api.entities.rooms import RoomEvent as RoomEvent
from osubrowser.api.entities.rooms import RoomEvents as RoomEvents
from osubrowser.api.entities.rooms import RoomEventType as RoomEventType
from osubrowser.api.entities.rooms import RoomLeaderboard as RoomLeaderboard
from osubrowser.api.entities.rooms import RoomLeaderboardScore as RoomLeaderboardScore
from osubrowser.api.entities.rooms import RoomPlaylistItem as RoomPlaylistItem
from osubrowser.api.entities.rooms import RoomPlaylistItemStats as RoomPlaylistItemStats
from osubrowser.api.entities.rooms import RoomSearchMode as RoomSearchMode
from osubrowser.api.entities.rooms import RoomSort as RoomSort
from osubrowser.api.entities.rooms import RoomStatus as RoomStatus
from osubrowser.api.entities.rooms import RoomType as RoomType
from osubrowser.api.entities.rooms import RoomTypeGroup as RoomTypeGroup
from osubrowser.api.entities.score_statistics import ScoreStatistics as ScoreStatistics
from osubrowser.api.entities.scores import BeatmapScores as BeatmapScores
from osubrowser.api.entities.scores import BeatmapScoresType as BeatmapScoresType
from osubrowser.api.entities.scores import BeatmapUserScore as BeatmapUserScore
from osubrowser.api.entities.scores import BeatmapUserScores as BeatmapUserScores
from osubrowser.api.entities.scores import Grade as Grade
from osubrowser.api.entities.scores import Score as Score
from osubrowser.api.entities.scores import ScoreMatchInfo as ScoreMatchInfo
from osubrowser.api.entities.scores import Scores as Scores
from osubrowser.api.entities.scores import ScoreType as ScoreType
from osubrowser.api.entities.scores import Weight as Weight
from osubrowser.api.entities.search import Search as Search
from osubrowser.api.entities.search import SearchMode as SearchMode
from osubrowser.api.entities.search import UserSearchResult as UserSearchResult
from osubrowser.api.entities.search import UserSearchSort as UserSearchSort
from osubrowser.api.entities.search import WikiSearchResult as WikiSearchResult
from osubrowser.api.entities.team_pages import TeamExtended as TeamExtended
from osubrowser.api.entities.teams import Team as Team
from osubrowser.api.entities.teams import TeamStatistics as TeamStatistics
from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount as BeatmapPlaycount
from osubrowser.api.entities.user_beatmaps import UserBeatmapType as UserBeatmapType
from osubrowser.api.entities.users import User as User
from osubrowser.api.entities.users import UserCompact as UserCompact
from osubrowser.api.entities.users import UserLookupKey as UserLookupKey
from osubrowser.api.entities.users import UserRelation as UserRelation
from osubrowser.api.entities.users import UserRelationType as UserRelationType
from osubrowser.api.entities.users import UserStatistics as UserStatistics
from osubrowser.api.entities.wiki import WikiPage as WikiPage
from osubrowser.api.errors import Cancelled as Cancelled
from osubrowser.api.errors import CertificateRefused as CertificateRefused
from osubrowser.api.errors import Forbidden as Forbidden
from osubrowser.api.errors import InvalidRequest as InvalidRequest
from osubrowser.api.errors import LoginRequired as LoginRequired
from osubrowser.api.errors import NotCached as NotCached
from osubrowser.api.errors import NotFound as NotFound
from osubrowser.api.errors import Offline as Offline
from osubrowser.api.errors import OsuError as OsuError
from osubrowser.api.errors import RateLimited as RateLimited
from osubrowser.api.errors import ServerTrouble as ServerTrouble
from osubrowser.api.errors import TooLarge as TooLarge
from osubrowser.api.file_names import safe_name as safe_name
from osubrowser.api.mods import Mod as Mod
from osubrowser.api.mods import legacy_bits as legacy_bits
from osubrowser.api.mods import mods_from_bits as mods_from_bits
from osubrowser.api.mods import mods_text as mods_text
from osubrowser.api.mods import parse_mods as parse_mods
from osubrowser.api.replays.name_template import REPLAY_NAME as REPLAY_NAME
from osubrowser.api.replays.name_template import NameTemplate as NameTemplate
from osubrowser.api.replays.name_template import score_fields as score_fields
from osubrowser.api.replays.osr_codec import ReplayError as ReplayError
from osubrowser.api.replays.replay_file import Replay as Replay
from osubrowser.api.replays.replay_file import ReplayFrame as ReplayFrame
from osubrowser.api.replays.replay_file import ReplayHeader as ReplayHeader
from osubrowser.api.replays.replay_file import ReplayScoreInfo as ReplayScoreInfo
from osubrowser.api.replays.replay_file import encode_replay as encode_replay
from osubrowser.api.replays.replay_file import pack_score_info as pack_score_info
from osubrowser.api.replays.replay_file import read_replay as read_replay
