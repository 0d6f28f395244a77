"""Calls of osu.py, paired with the same calls of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from osubrowser.api import Client

Pair = tuple[Callable[[Any], Any], Callable[[Client], Any]]

_BEATMAP, _SET, _PLAYER = 221777, 104888, 12092800


def osu_py_calls(ours: Client, modder: int) -> dict[str, Pair]:
    """Return calls by the method of osu.py.

    Args:
        modder: the id of a player with kudosu.
    """
    best = ours.beatmap_scores(_BEATMAP).scores[0]
    user, score = best.user_id, best.id
    version = ours.changelog_build_lookup("lazer").version or ""
    forum = (ours.forum_listing()[0].subforums or [])[0].id
    topic = ours.forum_topics(forum).topics[0].id
    match = next(m.id for m in ours.matches().matches if ours.match(m.id).events)
    room = next(r for r in ours.rooms(mode="ended") if ours.room_leaderboard(r.id).leaderboard)
    item = (ours.room(room.id).playlist or [])[0].id
    channel = ours.chat_channels()[0].channel_id
    slug = ours.news_listing().news_posts[0].slug
    return {
        "lookup_beatmap": (
            lambda c: c.lookup_beatmap(id=_BEATMAP),
            lambda c: c.beatmap_lookup(beatmap_id=_BEATMAP),
        ),
        "get_user_beatmap_score": (
            lambda c: c.get_user_beatmap_score(_BEATMAP, user),
            lambda c: c.beatmap_user_score(_BEATMAP, user),
        ),
        "get_user_beatmap_scores": (
            lambda c: c.get_user_beatmap_scores(_BEATMAP, user),
            lambda c: c.beatmap_user_scores(_BEATMAP, user),
        ),
        "get_beatmap_scores": (
            lambda c: c.get_beatmap_scores(_BEATMAP),
            lambda c: c.beatmap_scores(_BEATMAP),
        ),
        "get_beatmap": (lambda c: c.get_beatmap(_BEATMAP), lambda c: c.beatmap(_BEATMAP)),
        "get_beatmaps": (
            lambda c: c.get_beatmaps([_BEATMAP, 1981090]),
            lambda c: c.beatmaps([_BEATMAP, 1981090]),
        ),
        "get_beatmap_attributes": (
            lambda c: c.get_beatmap_attributes(_BEATMAP),
            lambda c: c.beatmap_attributes(_BEATMAP).attributes,
        ),
        "get_beatmapset": (lambda c: c.get_beatmapset(_SET), lambda c: c.beatmapset(_SET)),
        "get_beatmapset_discussion_posts": (
            lambda c: c.get_beatmapset_discussion_posts(),
            lambda c: c.beatmapset_discussion_posts(),
        ),
        "get_beatmapset_discussion_votes": (
            lambda c: c.get_beatmapset_discussion_votes(),
            lambda c: c.beatmapset_discussion_votes(),
        ),
        "get_beatmapset_discussions": (
            lambda c: c.get_beatmapset_discussions(),
            lambda c: c.beatmapset_discussions(),
        ),
        "get_changelog_build": (
            lambda c: c.get_changelog_build("lazer", version),
            lambda c: c.changelog_build("lazer", version),
        ),
        "get_changelog_listing": (
            lambda c: c.get_changelog_listing(),
            lambda c: c.changelog_listing(),
        ),
        "lookup_changelog_build": (
            lambda c: c.lookup_changelog_build("lazer"),
            lambda c: c.changelog_build_lookup("lazer"),
        ),
        "get_comments": (lambda c: c.get_comments(), lambda c: c.comments()),
        "get_comment": (lambda c: c.get_comment(1), lambda c: c.comment(1)),
        "get_topic_and_posts": (
            lambda c: c.get_topic_and_posts(topic),
            lambda c: c.forum_topic(topic),
        ),
        "search": (lambda c: c.search(query="peppy").user, lambda c: c.search("peppy").user.data),
        "get_scores": (
            lambda c: c.get_scores(room.id, item),
            lambda c: c.multiplayer_scores(room.id, item),
        ),
        "get_news_listing": (lambda c: c.get_news_listing(), lambda c: c.news_listing()),
        "get_news_post": (lambda c: c.get_news_post(slug), lambda c: c.news_post(slug)),
        "get_ranking": (
            lambda c: c.get_ranking("osu", "performance"),
            lambda c: c.ranking("osu", "performance"),
        ),
        "get_spotlights": (lambda c: c.get_spotlights().spotlights, lambda c: c.spotlights()),
        "get_own_data": (lambda c: c.get_own_data(), lambda c: c.get_me()),
        "get_user_kudosu": (
            lambda c: c.get_user_kudosu(modder, limit=50),
            lambda c: c.user_kudosu(modder, limit=50),
        ),
        "get_user_scores": (
            lambda c: c.get_user_scores(_PLAYER, "best", limit=9),
            lambda c: c.user_scores(_PLAYER, "best", limit=9),
        ),
        "get_user_beatmaps": (
            lambda c: c.get_user_beatmaps(_PLAYER, "most_played", limit=9),
            lambda c: c.user_beatmaps(_PLAYER, "most_played", limit=9),
        ),
        "get_user_recent_activity": (
            lambda c: c.get_user_recent_activity(10690090, limit=9),
            lambda c: c.user_recent_activity(10690090, limit=9),
        ),
        "get_user": (lambda c: c.get_user(_PLAYER), lambda c: c.user(_PLAYER)),
        "get_users": (lambda c: c.get_users([2, _PLAYER]), lambda c: c.users([2, _PLAYER])),
        "lookup_users": (
            lambda c: c.lookup_users([2, "@peppy"]),
            lambda c: c.users_lookup([2, "@peppy"]),
        ),
        "get_wiki_page": (
            lambda c: c.get_wiki_page("en", "Main_page"),
            lambda c: c.wiki_page("en", "Main_page"),
        ),
        "get_beatmapset_events": (
            lambda c: c.get_beatmapset_events(),
            lambda c: c.beatmapset_events(),
        ),
        "get_matches": (lambda c: c.get_matches(limit=9), lambda c: c.matches(limit=9)),
        "get_match": (lambda c: c.get_match(match), lambda c: c.match(match)),
        "get_rooms": (lambda c: c.get_rooms(filter_mode="ended"), lambda c: c.rooms(mode="ended")),
        "get_seasonal_backgrounds": (
            lambda c: c.get_seasonal_backgrounds(),
            lambda c: c.seasonal_backgrounds(),
        ),
        "get_room": (lambda c: c.get_room(room.id), lambda c: c.room(room.id)),
        "get_score_by_id": (
            lambda c: c.get_score_by_id("osu", 2797309065),
            lambda c: c.score_mode("osu", 2797309065),
        ),
        "get_score_by_id_only": (
            lambda c: c.get_score_by_id_only(score),
            lambda c: c.score(score or 0),
        ),
        "search_beatmapsets": (
            lambda c: c.search_beatmapsets(),
            lambda c: c.search_beatmapsets(),
        ),
        "get_room_leaderboard": (
            lambda c: c.get_room_leaderboard(room.id),
            lambda c: c.room_leaderboard(room.id),
        ),
        "get_friends": (lambda c: c.get_friends(), lambda c: c.friends()),
        "chat_keepalive": (lambda c: c.chat_keepalive(since=1), lambda c: c.chat_ack(since=1)),
        "get_channel_messages": (
            lambda c: c.get_channel_messages(channel),
            lambda c: c.chat_messages(channel),
        ),
        "get_channel_list": (lambda c: c.get_channel_list(), lambda c: c.chat_channels()),
        "get_channel": (lambda c: c.get_channel(channel), lambda c: c.chat_channel(channel)),
        "get_all_scores": (lambda c: c.get_all_scores(), lambda c: c.scores()),
        "get_forums": (lambda c: c.get_forums().forums, lambda c: c.forum_listing()),
        "get_forum": (lambda c: c.get_forum(forum), lambda c: c.forum(forum)),
        "get_forum_topics": (
            lambda c: c.get_forum_topics(forum),
            lambda c: c.forum_topic_listing(forum_id=forum),
        ),
        "get_all_user_tags": (lambda c: list(c.get_all_user_tags().values()), lambda c: c.tags()),
    }
