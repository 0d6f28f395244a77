"""Script with a call of every method, for `mypy --strict` only; it is never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import assert_type

from osubrowser.api import (
    ArtistTracks,
    Authorization,
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
    BeatmapsetEventType,
    BeatmapsetSearchResult,
    BeatmapTag,
    BeatmapUserScore,
    Build,
    ChangelogListing,
    ChatChannel,
    ChatChannelAndUsers,
    ChatMessage,
    ChatSilence,
    Client,
    CommentBundle,
    CountryRankings,
    CreateForumTopicResponse,
    CreatePMResponse,
    Cursor,
    DifficultyAttributes,
    Event,
    Events,
    Forum,
    ForumPost,
    ForumTopic,
    ForumTopicAndPosts,
    ForumTopicListing,
    ForumTopics,
    GameMode,
    Grade,
    KudosuHistory,
    KudosuRanking,
    Matches,
    MatchResponse,
    Mod,
    ModdingHistoryEventsBundle,
    MultiplayerScores,
    NewsListing,
    NewsPost,
    RankingFilter,
    Rankings,
    RankingType,
    Replay,
    Room,
    RoomEvents,
    RoomLeaderboard,
    Score,
    Scores,
    Search,
    SeasonalBackgrounds,
    Spotlight,
    TeamExtended,
    TeamRankings,
    User,
    UserCompact,
    UserRelation,
    Variant,
    WikiPage,
    legacy,
)
from osubrowser.api.http.rate_limiter import Allowance


def session(client: Client) -> None:
    waiting = assert_type(client.begin_authorization("http://127.0.0.1:1/"), Authorization)
    client.finish_authorization(waiting, "code")
    client.use_token({"access_token": "text", "expires_in": 86400})
    assert_type(client.has_token(), bool)
    client.ensure_token()
    assert_type(client.read("/users/2", {"key": "id", "ids[]": [1, 2], "flag": True}), bytes)
    assert_type(client.requests_last_minute(), int)
    client.set_pace(60)
    assert_type(client.best_effort(), Client)
    assert_type(client.observed_by(None), Client)
    with client.at_most(1) as allowance:
        assert_type(allowance, Allowance)
    assert_type(client.single_try(lambda received, size: None), Client)
    assert_type(client.from_cache(), Client)
    assert_type(client.from_cache().cached_at, float | None)
    client.revoke_token()
    client.close()


def players(client: Client) -> None:
    assert_type(client.user(2, mode=GameMode.TAIKO), User)
    assert_type(client.user("peppy", key="username"), User)
    assert_type(client.users([1, 2], include_variant_statistics=True), list[UserCompact])
    assert_type(client.users_lookup([1, "peppy"], ruleset_id=0), list[UserCompact])
    assert_type(client.get_me(mode="mania"), User)
    assert_type(client.friends(), list[UserRelation])
    assert_type(client.beatmapset_favourites(), list[int])
    assert_type(client.team(1, mode="osu"), TeamExtended)
    assert_type(client.user_recent_activity(2, limit=5, offset=5), list[Event])
    assert_type(client.user_kudosu(user_id=2, limit=5), list[KudosuHistory])
    assert_type(client.user_beatmaps(2, "most_played"), list[BeatmapPlaycount])
    assert_type(client.user_beatmaps(2, "ranked", limit=9), list[Beatmapset])
    assert_type(client.search_beatmaps_passed(2, [1, 2], ruleset_id=0), list[BeatmapCompact])
    assert_type(client.search("peppy", mode="user", page=2), Search)


def rankings(client: Client) -> None:
    assert_type(client.ranking("osu", "performance", country="US", variant=None), Rankings)
    assert_type(client.ranking(GameMode.MANIA, RankingType.SCORE, variant=Variant.KEY_4), Rankings)
    assert_type(client.ranking("osu", RankingType.COUNTRY, cursor=Cursor(page=2)), CountryRankings)
    assert_type(client.ranking("osu", "team"), TeamRankings)
    assert_type(client.ranking("osu", "charts", spotlight=300), Rankings)
    assert_type(client.ranking("osu", "global", filter_=RankingFilter.FRIENDS), Rankings)
    assert_type(client.kudosu_ranking(2), KudosuRanking)
    assert_type(client.spotlights(), list[Spotlight])


def beatmaps(client: Client) -> None:
    assert_type(client.beatmap(221777), Beatmap)
    assert_type(client.beatmap(checksum="ab"), Beatmap)
    assert_type(client.beatmap_lookup(filename="a.osu"), Beatmap)
    assert_type(client.beatmap_file(75), bytes)
    assert_type(client.beatmaps([1, 2]), list[Beatmap])
    attributes = client.beatmap_attributes(1, mods=["HD", Mod(acronym="DT")], ruleset="osu")
    assert_type(attributes, DifficultyAttributes)
    assert_type(attributes.attributes.star_rating, float)
    assert_type(client.beatmapset(39804), Beatmapset)
    assert_type(client.beatmapset_lookup(221777), Beatmapset)
    found = client.search_beatmapsets("big black", mode="osu", category="ranked", sort="plays_desc")
    assert_type(found, BeatmapsetSearchResult)
    assert_type(client.search_beatmaps(query="x", grades=[Grade.S]), BeatmapsetSearchResult)
    assert_type(client.beatmap_packs("standard"), BeatmapPacks)
    assert_type(client.beatmap_pack("S1"), BeatmapPack)
    assert_type(client.tags(), list[BeatmapTag])


def scores(client: Client) -> None:
    assert_type(client.beatmap_scores(1, mods="HDDT", type_="country", limit=5), BeatmapScores)
    assert_type(client.beatmap_solo_scores(1, mode="osu"), BeatmapScores)
    assert_type(client.beatmap_user_score(1, 2, mods=72), BeatmapUserScore)
    assert_type(client.beatmap_user_scores(1, 2, mode="taiko"), list[Score])
    assert_type(client.user_scores(2, "best", mode="osu", limit=100, offset=100), list[Score])
    assert_type(client.score(1), Score)
    assert_type(client.score_mode("osu", 1), Score)
    assert_type(client.scores("osu", cursor=Cursor(id=1)), Scores)
    assert_type(client.download_score(1), Replay)
    assert_type(client.download_score(mode="osu", score_id=1), Replay)
    assert_type(client.download_score(1, raw=True), bytes)
    assert_type(client.download_score_mode("osu", 1), Replay)
    score = client.score(1)
    assert_type(score.mods, list[Mod])
    assert_type(score.statistics.count_300, int | None)
    assert_type(score.grade, Grade | None)
    assert_type(score.pp, float | None)


def modding(client: Client) -> None:
    assert_type(client.beatmapset_discussions(beatmapset_id=1), BeatmapsetDiscussions)
    assert_type(client.beatmapset_discussion_posts(1), BeatmapsetDiscussionPosts)
    assert_type(client.beatmapset_discussion_votes(vote=1), BeatmapsetDiscussionVotes)
    types = [BeatmapsetEventType.ISSUE_REOPEN]
    after = datetime(2026, 1, 1, tzinfo=UTC)
    assert_type(client.beatmapset_events(min_date=after), ModdingHistoryEventsBundle)
    assert_type(client.beatmapsets_events(types=types), ModdingHistoryEventsBundle)
    assert_type(client.events(sort="id_asc"), Events)


def reading(client: Client) -> None:
    assert_type(client.changelog_build("lazer", "2026.101.0"), Build)
    assert_type(client.changelog_build_lookup("lazer"), Build)
    assert_type(client.changelog_listing(from_="2026.101.0", stream="lazer"), ChangelogListing)
    assert_type(client.comments(commentable_type="beatmapset", commentable_id=1), CommentBundle)
    assert_type(client.comment(comment_id=1), CommentBundle)
    assert_type(client.news_listing(limit=3, year=2026), NewsListing)
    assert_type(client.news_post("2026-01-01-x"), NewsPost)
    assert_type(client.wiki_page("en", "Main_page"), WikiPage)
    assert_type(client.seasonal_backgrounds(), SeasonalBackgrounds)
    assert_type(client.featured_artist_tracks("camellia", bpm=(100, 200)), ArtistTracks)


def talk(client: Client) -> None:
    assert_type(client.forum_listing(), list[Forum])
    assert_type(client.forum_topics(1), ForumTopics)
    assert_type(client.forum(1), ForumTopics)
    assert_type(client.forum_topic_listing(forum_id=1), ForumTopicListing)
    assert_type(client.forum_topic(1, sort="id_desc"), ForumTopicAndPosts)
    assert_type(client.forum_create_topic(1, "title", "body"), CreateForumTopicResponse)
    assert_type(client.forum_reply(1, "body"), ForumPost)
    assert_type(client.forum_edit_topic(1, "title"), ForumTopic)
    assert_type(client.forum_edit_post(1, "body"), ForumPost)
    assert_type(client.chat_channels(), list[ChatChannel])
    assert_type(client.chat_channel(1), ChatChannelAndUsers)
    assert_type(client.chat_messages(1, since=2), list[ChatMessage])
    assert_type(client.chat_ack(since=2), list[ChatSilence])
    client.chat_mark_as_read(1, 2)
    assert_type(client.send_pm(2, "hello"), CreatePMResponse)
    assert_type(client.send_announcement("name", "about", "hello", [2, 3]), ChatChannel)


def playing_together(client: Client) -> None:
    assert_type(client.matches(active=True), Matches)
    assert_type(client.match(1, after_id=2), MatchResponse)
    assert_type(client.rooms(mode="ended", category="daily_challenge"), list[Room])
    assert_type(client.room("latest"), Room)
    assert_type(client.daily_challenge(), Room | None)
    assert_type(client.room_leaderboard(1, page=2), RoomLeaderboard)
    assert_type(client.room_events(1), RoomEvents)
    assert_type(client.multiplayer_scores(1, 2, sort="score_asc"), MultiplayerScores)


def walks(client: Client) -> None:
    assert_type(client.pages(client.user_scores, 2, "best"), Iterator[list[Score]])
    assert_type(client.pages(client.ranking, "osu", "performance"), Iterator[Rankings])
    assert_type(client.pages(client.ranking, "osu", "country"), Iterator[CountryRankings])
    assert_type(client.pages(client.kudosu_ranking), Iterator[KudosuRanking])
    assert_type(
        client.pages(client.search_beatmapsets, "x", sort="plays_desc"),
        Iterator[BeatmapsetSearchResult],
    )
    assert_type(
        client.pages(client.user_beatmaps, 2, "most_played"), Iterator[list[BeatmapPlaycount]]
    )
    for page in client.pages(client.comments, user_id=2):
        assert_type(page, CommentBundle)


def old(client: legacy.LegacyClient) -> None:
    assert_type(client.get_beatmaps(since="2026-01-01", mods=["HD"]), list[legacy.LegacyBeatmap])
    assert_type(client.get_user("peppy", "osu"), legacy.LegacyUser)
    assert_type(client.get_scores(75, mods=64), list[legacy.LegacyScore])
    assert_type(client.get_user_best({"u": "peppy"}), list[legacy.LegacyScore])
    assert_type(client.get_user_recent(2, GameMode.OSU), list[legacy.LegacyScore])
    assert_type(client.get_match(1), legacy.LegacyMatch)
    client.read("get_user", {"u": 2})
    replay = assert_type(client.get_replay(beatmap_id=1, user=2), legacy.LegacyReplay)
    assert_type(replay.to_replay(client.get_scores(1)[0], client.get_beatmaps()[0]), Replay)
    found = assert_type(
        legacy.find_legacy_score(client, 75, "peppy", mods="HDDT"),
        tuple[legacy.LegacyScore, legacy.LegacyBeatmap],
    )
    made = legacy.complete_replay(client.single_try(), *found)
    assert_type(made.replay, Replay)
    client.close()


def old_calls() -> None:
    assert_type(legacy.get_beatmaps({"s": 1}, key="k"), list[legacy.LegacyBeatmap])
    assert_type(legacy.get_user({"u": 2}), legacy.LegacyUser)
    assert_type(legacy.get_scores({"b": 75}), list[legacy.LegacyScore])
    assert_type(legacy.get_user_best({"u": 2}), list[legacy.LegacyScore])
    assert_type(legacy.get_user_recent({"u": 2}), list[legacy.LegacyScore])
    assert_type(legacy.get_match({"mp": 1}), legacy.LegacyMatch)
    asked = {"m": "0", "b": "1776628", "u": "3256299"}
    assert_type(legacy.get_replay(asked), legacy.LegacyReplay)
