"""Recorded answers of API v2 with the models that ossapi reads them as."""

from __future__ import annotations

from typing import Any

from osubrowser.api.ossapi import models
from tests.api.recordings import RECORDINGS

RECORDED: dict[str, Any] = {
    "difficulty_attributes_osu": models.DifficultyAttributes,
    "get_beatmap_200": models.Beatmap,
    "get_beatmap_attributes_200": models.DifficultyAttributes,
    "get_beatmap_pack_200": models.BeatmapPack,
    "get_beatmap_scores_200": models.BeatmapScores,
    "get_beatmapset_200": models.Beatmapset,
    "get_beatmapset_discussion_posts_200": models.BeatmapsetDiscussionPosts,
    "get_beatmapset_discussions_200": models.BeatmapsetDiscussions,
    "get_beatmapset_events_200": models.ModdingHistoryEventsBundle,
    "get_changelog_listing_200": models.ChangelogListing,
    "get_comments_200": models.CommentBundle,
    "get_forum_topic_200": models.ForumTopicAndPosts,
    "get_matches_200": models.Matches,
    "get_multiplayer_room_200": models.Room,
    "get_news_listing_200": models.NewsListing,
    "get_news_post_200": models.NewsPost,
    "get_rankings_200": models.Rankings,
    "get_score_200": models.Score,
    "get_seasonal_backgrounds_200": models.SeasonalBackgrounds,
    "get_spotlights_200": models.Spotlights,
    "get_user_200": models.User,
    "get_user_beatmap_scores_200": models.BeatmapUserScores,
    "get_user_beatmaps_200": list[models.Beatmapset],
    "get_user_bests_200": list[models.Score],
    "get_user_recent_activity_200": list[models._Event],
    "get_user_recents_200": list[models.Score],
    "get_wiki_page_200": models.WikiPage,
    "multiple_score_taiko_bests": list[models.Score],
    "rankings_mania_score": models.Rankings,
    "rankings_osu_charts": models.Rankings,
    "rankings_taiko_country": models.Rankings,
    "score_osu": list[models.Score],
    "search_200": models.Search,
    "search_beatmapsets_200": models.BeatmapsetSearchResult,
}
"""Their kinds by their names."""
V2 = [recording for recording in RECORDINGS if recording.name.startswith("v2/")]
