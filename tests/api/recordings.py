"""Table of recorded responses with their types, and comparison of types with JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from osubrowser.api.entities.backgrounds import SeasonalBackgrounds
from osubrowser.api.entities.beatmap_packs import BeatmapPack
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.beatmapset_events import ModdingHistoryEventsBundle
from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchResult
from osubrowser.api.entities.changelog import ChangelogListing
from osubrowser.api.entities.comments import CommentBundle
from osubrowser.api.entities.difficulty import DifficultyAttributes
from osubrowser.api.entities.discussions import BeatmapsetDiscussionPosts, BeatmapsetDiscussions
from osubrowser.api.entities.events import Event
from osubrowser.api.entities.forum import ForumTopicAndPosts
from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyUser
from osubrowser.api.entities.matches import Matches
from osubrowser.api.entities.news import NewsListing, NewsPost
from osubrowser.api.entities.rankings import CountryRankings, Rankings, Spotlights
from osubrowser.api.entities.rooms import Room
from osubrowser.api.entities.scores import BeatmapScores, BeatmapUserScores, Score
from osubrowser.api.entities.search import Search
from osubrowser.api.entities.users import User
from osubrowser.api.entities.wiki import WikiPage
from osubrowser.api.legacy.responses import ReplayResponse
from tests.conftest import ANSWERS


@dataclass(frozen=True)
class Recording:
    """A recorded answer: its file, what it is read as, and whether its numbers are texts."""

    name: str
    kind: Any
    texts: bool = False

    @property
    def body(self) -> bytes:
        return (ANSWERS / f"{self.name}.json").read_bytes()

    def __str__(self) -> str:
        return self.name.rpartition("/")[2]


_V2: dict[str, Any] = {
    "difficulty_attributes_osu": DifficultyAttributes,
    "get_beatmap_200": Beatmap,
    "get_beatmap_attributes_200": DifficultyAttributes,
    "get_beatmap_pack_200": BeatmapPack,
    "get_beatmap_scores_200": BeatmapScores,
    "get_beatmapset_200": Beatmapset,
    "get_beatmapset_discussion_posts_200": BeatmapsetDiscussionPosts,
    "get_beatmapset_discussions_200": BeatmapsetDiscussions,
    "get_beatmapset_events_200": ModdingHistoryEventsBundle,
    "get_changelog_listing_200": ChangelogListing,
    "get_comments_200": CommentBundle,
    "get_forum_topic_200": ForumTopicAndPosts,
    "get_matches_200": Matches,
    "get_multiplayer_room_200": Room,
    "get_news_listing_200": NewsListing,
    "get_news_post_200": NewsPost,
    "get_rankings_200": Rankings,
    "get_score_200": Score | list[Score],
    "get_seasonal_backgrounds_200": SeasonalBackgrounds,
    "get_spotlights_200": Spotlights,
    "get_user_200": User,
    "get_user_beatmap_scores_200": BeatmapUserScores,
    "get_user_beatmaps_200": list[Beatmapset],
    "get_user_bests_200": list[Score],
    "get_user_recent_activity_200": list[Event],
    "get_user_recents_200": list[Score],
    "get_wiki_page_200": WikiPage,
    "multiple_score_taiko_bests": list[Score],
    "rankings_mania_score": Rankings,
    "rankings_osu_charts": Rankings,
    "rankings_taiko_country": CountryRankings,
    "score_osu": Score | list[Score],
    "search_200": Search,
    "search_beatmapsets_200": BeatmapsetSearchResult,
}
_V1: dict[str, Any] = {
    "get_beatmap_200": list[LegacyBeatmap],
    "get_replay_200": ReplayResponse,
    "get_user_200": list[LegacyUser],
}
RECORDINGS = [Recording(f"v2/{name}", kind) for name, kind in _V2.items()] + [
    Recording(f"v1/{name}", kind, texts=True) for name, kind in _V1.items()
]


def error_files() -> list[str]:
    """Return the recorded files that are errors, not answers."""
    return sorted(f"{p.parent.name}/{p.stem}" for p in ANSWERS.glob("v*/*_404.json"))


# --- types and what was sent ---------------------------------------------------------------------


@cache
def info_of(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def choice(info: inspect.Type, raw: object) -> inspect.Type:
    """Return the part of a union that a value is meant for."""
    if not isinstance(info, inspect.UnionType):
        return info
    wanted: tuple[type, ...] = ()
    if isinstance(raw, dict):
        wanted = (inspect.StructType, inspect.DictType, inspect.CustomType)
    elif isinstance(raw, list):
        wanted = (inspect.ListType,)
    found = [kind for kind in info.types if isinstance(kind, wanted)] if wanted else []
    others = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
    return (found or others)[0]


def fields_of(info: inspect.StructType) -> dict[str, inspect.Field]:
    """Return the fields of a struct by their names in JSON."""
    return _fields_of(info.cls)


@cache
def _fields_of(kind: type) -> dict[str, inspect.Field]:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    return {field.encode_name: field for field in info.fields}


def unread(raw: object, info: inspect.Type, where: str = "") -> Iterator[str]:
    """Name each key that was sent and that no entity has a place for."""
    info = choice(info, raw)
    if isinstance(raw, dict) and isinstance(info, inspect.StructType):
        known = fields_of(info)
        for key, value in raw.items():
            if key in known:
                yield from unread(value, known[key].type, f"{where}.{key}")
            else:
                yield f"{info.cls.__name__}.{key}"
    elif isinstance(raw, dict) and isinstance(info, inspect.DictType):
        for value in raw.values():
            yield from unread(value, info.value_type, where)
    elif isinstance(raw, list) and isinstance(info, inspect.ListType):
        for value in raw:
            yield from unread(value, info.item_type, f"{where}[]")


def parsed(recording: Recording) -> Any:
    return json.loads(recording.body)


def plain(value: Any) -> Any:
    """Return an entity as JSON-like values, to compare it part by part."""
    return msgspec.to_builtins(value)
