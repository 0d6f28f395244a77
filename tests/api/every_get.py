"""One call of each method that reads: endpoints of API v2 by their names, and of API v1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from osubrowser.api import Client
from osubrowser.api.legacy import LegacyClient

GETS: Final[dict[str, Callable[[Client], Any]]] = {
    "beatmap": lambda c: c.beatmap(1),
    "beatmap_attributes": lambda c: c.beatmap_attributes(1),
    "beatmap_lookup": lambda c: c.beatmap_lookup(checksum="ab"),
    "beatmap_pack": lambda c: c.beatmap_pack("S1"),
    "beatmap_packs": lambda c: c.beatmap_packs(),
    "beatmap_scores": lambda c: c.beatmap_scores(1),
    "beatmap_solo_scores": lambda c: c.beatmap_solo_scores(1),
    "beatmap_user_score": lambda c: c.beatmap_user_score(1, 2),
    "beatmap_user_scores": lambda c: c.beatmap_user_scores(1, 2),
    "beatmaps": lambda c: c.beatmaps([1]),
    "beatmapset": lambda c: c.beatmapset(1),
    "beatmapset_discussion_posts": lambda c: c.beatmapset_discussion_posts(),
    "beatmapset_discussion_votes": lambda c: c.beatmapset_discussion_votes(),
    "beatmapset_discussions": lambda c: c.beatmapset_discussions(),
    "beatmapset_events": lambda c: c.beatmapset_events(),
    "beatmapset_favourites": lambda c: c.beatmapset_favourites(),
    "beatmapset_lookup": lambda c: c.beatmapset_lookup(1),
    "changelog_build": lambda c: c.changelog_build("lazer", "1"),
    "changelog_build_lookup": lambda c: c.changelog_build_lookup("lazer"),
    "changelog_listing": lambda c: c.changelog_listing(),
    "chat_ack": lambda c: c.chat_ack(),
    "chat_channel": lambda c: c.chat_channel(1),
    "chat_channels": lambda c: c.chat_channels(),
    "chat_messages": lambda c: c.chat_messages(1),
    "comment": lambda c: c.comment(1),
    "comments": lambda c: c.comments(),
    "daily_challenge": lambda c: c.daily_challenge(),
    "events": lambda c: c.events(),
    "featured_artist_tracks": lambda c: c.featured_artist_tracks(),
    "forum_listing": lambda c: c.forum_listing(),
    "forum_topic": lambda c: c.forum_topic(1),
    "forum_topic_listing": lambda c: c.forum_topic_listing(),
    "forum_topics": lambda c: c.forum_topics(1),
    "friends": lambda c: c.friends(),
    "get_me": lambda c: c.get_me(),
    "kudosu_ranking": lambda c: c.kudosu_ranking(),
    "match": lambda c: c.match(1),
    "matches": lambda c: c.matches(),
    "multiplayer_scores": lambda c: c.multiplayer_scores(1, 2),
    "news_listing": lambda c: c.news_listing(),
    "news_post": lambda c: c.news_post("slug"),
    "ranking": lambda c: c.ranking("osu", "performance"),
    "ranking of countries": lambda c: c.ranking("osu", "country"),
    "ranking of teams": lambda c: c.ranking("osu", "team"),
    "room": lambda c: c.room(1),
    "room_events": lambda c: c.room_events(1),
    "room_leaderboard": lambda c: c.room_leaderboard(1),
    "rooms": lambda c: c.rooms(),
    "score": lambda c: c.score(1),
    "score_mode": lambda c: c.score_mode("osu", 1),
    "scores": lambda c: c.scores(),
    "search": lambda c: c.search("a"),
    "search_beatmaps_passed": lambda c: c.search_beatmaps_passed(1, [2]),
    "search_beatmapsets": lambda c: c.search_beatmapsets("a"),
    "seasonal_backgrounds": lambda c: c.seasonal_backgrounds(),
    "spotlights": lambda c: c.spotlights(),
    "tags": lambda c: c.tags(),
    "team": lambda c: c.team(1),
    "user": lambda c: c.user(1),
    "user_beatmaps": lambda c: c.user_beatmaps(1, "ranked"),
    "user_beatmaps most_played": lambda c: c.user_beatmaps(1, "most_played"),
    "user_kudosu": lambda c: c.user_kudosu(1),
    "user_recent_activity": lambda c: c.user_recent_activity(1),
    "user_scores": lambda c: c.user_scores(1, "best"),
    "users": lambda c: c.users([1]),
    "users_lookup": lambda c: c.users_lookup([1]),
    "wiki_page": lambda c: c.wiki_page("en", "Main_page"),
}
LISTS: Final = {
    "chat_channels", "chat_messages", "friends", "rooms", "user_beatmaps",
    "user_beatmaps most_played", "user_kudosu", "user_recent_activity", "user_scores",
}  # fmt: skip
"""Those whose response is a list at the top level."""
LEGACY_LISTS: Final[dict[str, Callable[[LegacyClient], Any]]] = {
    "get_beatmaps": lambda c: c.get_beatmaps(),
    "get_scores": lambda c: c.get_scores(1),
    "get_user_best": lambda c: c.get_user_best(1),
    "get_user_recent": lambda c: c.get_user_recent(1),
}
LEGACY_OBJECTS: Final[dict[str, Callable[[LegacyClient], Any]]] = {
    "get_match": lambda c: c.get_match(1),
    "get_replay": lambda c: c.get_replay(beatmap_id=1, user=2),
    "get_user": lambda c: c.get_user(1),
}
