"""Comparison of ossapi's models with those of `osubrowser.api.ossapi`, attribute by attribute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from typing import Any, get_args, get_origin

import pytest

from osubrowser.api.ossapi import cursor, enums, models
from osubrowser.api.ossapi.mod import ModCombination
from osubrowser.api.ossapi.utils import Model, field_names

ossapi: Any = pytest.importorskip("ossapi")

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
"""What the recordings of API v2 are read as."""


def here(kind: Any) -> Any:
    """Return the type of that name, of one of ossapi's."""
    if get_origin(kind) is list:
        return list[here(get_args(kind)[0])]  # type: ignore[misc] # made as it runs
    if kind.__module__.startswith("ossapi."):
        return class_here(kind.__name__)
    return kind


def class_here(name: str) -> Any:
    """Return a class of ours by its name."""
    return getattr(models, name, None) or getattr(enums, name)


def there(kind: Any) -> Any:
    """Return ossapi's type of the name of one of ours."""
    if get_origin(kind) is list:
        return list[there(get_args(kind)[0])]  # type: ignore[misc] # made as it runs
    return getattr(ossapi.models, kind.__name__)


def differences(ours: Any, theirs: Any, where: str = "") -> Iterator[str]:
    """Name each attribute that the two models do not have alike, in type and in value."""
    if isinstance(theirs, ossapi.utils.Model):
        yield from _model_differences(ours, theirs, where)
    elif isinstance(theirs, ossapi.models.Cursor):
        if not isinstance(ours, cursor.Cursor) or vars(ours) != vars(theirs):
            yield _said(where, ours, theirs)
    elif isinstance(theirs, ossapi.mod.ModCombination):
        if not isinstance(ours, ModCombination) or ours.value != theirs.value:
            yield _said(where, ours, theirs)
    elif isinstance(theirs, Enum):
        names = type(ours).__name__, type(theirs).__name__
        if names[0] != names[1] or (ours.name, ours.value) != (theirs.name, theirs.value):
            yield _said(where, ours, theirs)
    elif isinstance(theirs, list):
        if not isinstance(ours, list) or len(ours) != len(theirs):
            yield _said(where, ours, theirs)
            return
        for mine, other in zip(ours, theirs, strict=True):
            yield from differences(mine, other, f"{where}[]")
    elif isinstance(theirs, datetime):
        if ours != theirs or (ours.tzinfo is None) != (theirs.tzinfo is None):
            yield _said(where, ours, theirs)
    elif type(ours) is not type(theirs) or ours != theirs:
        yield _said(where, ours, theirs)


def _model_differences(ours: Any, theirs: Any, where: str) -> Iterator[str]:
    name = type(theirs).__name__
    if not isinstance(ours, Model) or not isinstance(ours, class_here(name)):
        yield _said(where, ours, theirs)
        return
    values = {k: v for k, v in theirs._ossapi_data.items() if k not in ("_api", "__orig_class__")}
    for key, value in values.items():
        if not hasattr(ours, key):
            yield f"{name}.{key}: missing here"
        else:
            yield from differences(getattr(ours, key), value, f"{name}.{key}")
    for key in field_names(type(ours)):
        if hasattr(ours, key) and key not in values:
            if not hasattr(theirs, key):
                yield f"{name}.{key}: missing there"
            elif getattr(ours, key) is not None and not callable(getattr(theirs, key)):
                yield f"more: {name}.{key} is {getattr(ours, key)!r:.100} here"


def _said(where: str, ours: object, theirs: object) -> str:
    return f"{where}: {ours!r:.100} here, {theirs!r:.100} there"
