"""Calls of third-party clients, paired with the same calls of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from osubrowser.api import Client


def mapper(client: Any) -> int:
    """Return the id of somebody who made beatmaps."""
    return int(client.beatmapset(beatmap_id=221777).user_id)


def winner(client: Any) -> int:
    """Return the id of somebody who holds a first place."""
    return int(client.beatmap_scores(1981090).scores[0].user_id)


CALLS: dict[str, Callable[[Any], Any]] = {
    "beatmap": lambda c: c.beatmap(221777),
    "beatmap by checksum": lambda c: c.beatmap(checksum=c.beatmap(221777).checksum),
    "beatmap_attributes": lambda c: c.beatmap_attributes(221777, mods="HDDT"),
    "beatmap_pack": lambda c: c.beatmap_pack(c.beatmap_packs().beatmap_packs[0].tag),
    "beatmap_packs": lambda c: c.beatmap_packs(),
    "beatmap_scores": lambda c: c.beatmap_scores(1981090),
    "beatmap_scores of a ruleset": lambda c: c.beatmap_scores(221777, mode="taiko"),
    "beatmap_user_score": lambda c: c.beatmap_user_score(221777, 2757689),
    "beatmap_user_scores": lambda c: c.beatmap_user_scores(221777, 2757689),
    "beatmaps": lambda c: c.beatmaps([221777, 1981090]),
    "beatmapset": lambda c: c.beatmapset(beatmap_id=221777),
    "beatmapset_discussion_posts": lambda c: c.beatmapset_discussion_posts(),
    "beatmapset_discussion_votes": lambda c: c.beatmapset_discussion_votes(),
    "beatmapset_discussions": lambda c: c.beatmapset_discussions(),
    "beatmapset_events": lambda c: c.beatmapset_events(),
    "changelog_build": lambda c: c.changelog_build(
        "lazer", c.changelog_build_lookup("lazer").version
    ),
    "changelog_build_lookup": lambda c: c.changelog_build_lookup("lazer"),
    "changelog_listing": lambda c: c.changelog_listing(),
    "comment": lambda c: c.comment(1),
    "comments": lambda c: c.comments(),
    "events": lambda c: c.events(),
    "forum_listing": lambda c: c.forum_listing(),
    "forum_topic": lambda c: c.forum_topic(
        c.forum_topics(c.forum_listing()[0].subforums[0].id).topics[0].id
    ),
    "forum_topics": lambda c: c.forum_topics(c.forum_listing()[0].subforums[0].id),
    "friends": lambda c: c.friends(),
    "get_me": lambda c: c.get_me(),
    "match": lambda c: c.match(c.matches().matches[0].id),
    "matches": lambda c: c.matches(),
    "multiplayer_scores": lambda c: c.multiplayer_scores(
        c.rooms(limit=1)[0].id, c.room(c.rooms(limit=1)[0].id).playlist[0].id
    ),
    "news_listing": lambda c: c.news_listing(),
    "news_post": lambda c: c.news_post(c.news_listing().news_posts[0].slug),
    "ranking": lambda c: c.ranking("osu", "performance", country="US"),
    "ranking of countries": lambda c: c.ranking("taiko", "country"),
    "ranking of a spotlight": lambda c: c.ranking("osu", "charts"),
    "ranking by score": lambda c: c.ranking("mania", "score"),
    "room": lambda c: c.room(c.rooms(limit=1)[0].id),
    "room_leaderboard": lambda c: c.room_leaderboard(c.rooms(limit=1)[0].id),
    "rooms": lambda c: c.rooms(limit=50),
    "score": lambda c: c.score(c.beatmap_scores(1981090).scores[0].id),
    "score_mode": lambda c: c.score_mode("osu", 2797309065),
    "scores": lambda c: c.scores(),
    "search": lambda c: c.search("peppy").users,
    "search_beatmaps_passed": lambda c: c.search_beatmaps_passed(
        winner(c), [c.beatmap(1981090).beatmapset_id]
    ),
    "search_beatmapsets": lambda c: c.search_beatmapsets("the big black"),
    "seasonal_backgrounds": lambda c: c.seasonal_backgrounds(),
    "spotlights": lambda c: c.spotlights(),
    "tags": lambda c: c.tags(),
    "user": lambda c: c.user(12092800),
    "user by name": lambda c: c.user("peppy", mode="mania"),
    "user_kudosu": lambda c: c.user_kudosu(3178418),
    "user_recent_activity": lambda c: c.user_recent_activity(10690090),
    "user_beatmaps favourite": lambda c: c.user_beatmaps(12092800, "favourite", limit=9),
    "user_beatmaps graveyard": lambda c: c.user_beatmaps(mapper(c), "graveyard", limit=9),
    "user_beatmaps guest": lambda c: c.user_beatmaps(mapper(c), "guest"),
    "user_beatmaps loved": lambda c: c.user_beatmaps(mapper(c), "loved"),
    "user_beatmaps most_played": lambda c: c.user_beatmaps(12092800, "most_played", offset=5),
    "user_beatmaps nominated": lambda c: c.user_beatmaps(mapper(c), "nominated"),
    "user_beatmaps pending": lambda c: c.user_beatmaps(mapper(c), "pending"),
    "user_beatmaps ranked": lambda c: c.user_beatmaps(mapper(c), "ranked", limit=9),
    "user_scores best": lambda c: c.user_scores(12092800, "best"),
    "user_scores firsts": lambda c: c.user_scores(winner(c), "firsts", limit=9),
    "user_scores recent": lambda c: c.user_scores(
        c.scores().scores[-1].user_id, "recent", include_fails=True, limit=9
    ),
    "users": lambda c: c.users([2, 12092800]),
    "users_lookup": lambda c: c.users_lookup([2, "peppy"]),
    "wiki_page": lambda c: c.wiki_page("en", "Main_page"),
}
"""The same call on both: the methods of ours have the names and parameters of ossapi's."""

PAIRS: dict[str, tuple[Callable[[Any], Any], Callable[[Client], Any]]] = {
    "seasonal": (lambda c: c.get_seasonal_backgrounds(), lambda c: c.seasonal_backgrounds()),
    "changelog": (lambda c: c.get_changelog_listing(), lambda c: c.changelog_listing()),
    "changelog of a stream": (
        lambda c: c.lookup_changelog_build("lazer"),
        lambda c: c.changelog_build_lookup("lazer"),
    ),
    "news": (lambda c: c.get_news_listing(), lambda c: c.news_listing()),
    "news post": (lambda c: c.get_news_post(5), lambda c: c.news_post(5, key="id")),
    "wiki": (
        lambda c: c.get_wiki_page("en", "Main_page"),
        lambda c: c.wiki_page("en", "Main_page"),
    ),
    "comment": (lambda c: c.get_comment(1), lambda c: c.comment(1)),
    # Of a thing that is there: for those on deleted things aiosu has no place.
    "comments": (
        lambda c: c.get_comments(commentable_type="beatmapset", commentable_id=104888),
        lambda c: c.comments(commentable_type="beatmapset", commentable_id=104888),
    ),
    "search": (lambda c: c.search("peppy"), lambda c: c.search("peppy")),
    "me": (lambda c: c.get_me(), lambda c: c.get_me()),
    "friends": (lambda c: c.get_own_friends(), lambda c: c.friends()),
    "user": (lambda c: c.get_user(12092800), lambda c: c.user(12092800)),
    "user by name": (
        lambda c: c.get_user("peppy", mode="mania"),
        lambda c: c.user("peppy", mode="mania"),
    ),
    "users": (lambda c: c.get_users([2, 12092800]), lambda c: c.users([2, 12092800])),
    "kudosu": (lambda c: c.get_user_kudosu(3178418), lambda c: c.user_kudosu(3178418)),
    "recent": (
        lambda c: c.get_user_recents(12092800, limit=9),
        lambda c: c.user_scores(12092800, "recent", limit=9),
    ),
    "best": (
        lambda c: c.get_user_bests(12092800, limit=9),
        lambda c: c.user_scores(12092800, "best", limit=9),
    ),
    "best, new": (
        lambda c: c.get_user_bests(12092800, limit=9, new_format=True),
        lambda c: c.user_scores(12092800, "best", limit=9),
    ),
    "pinned": (
        lambda c: c.get_user_pinned(12092800),
        lambda c: c.user_scores(12092800, "pinned", limit=100),
    ),
    "own on a beatmap": (
        lambda c: c.get_user_beatmap_scores(2757689, 221777),
        lambda c: c.beatmap_user_scores(221777, 2757689),
    ),
    "favourites": (
        lambda c: c.get_user_beatmaps(12092800, "favourite", limit=9),
        lambda c: c.user_beatmaps(12092800, "favourite", limit=9),
    ),
    "most played": (
        lambda c: c.get_user_most_played(12092800, limit=9),
        lambda c: c.user_beatmaps(12092800, "most_played", limit=9),
    ),
    "activity": (
        lambda c: c.get_user_recent_activity(10690090, limit=9),
        lambda c: c.user_recent_activity(10690090, limit=9),
    ),
    "events": (lambda c: c.get_events(), lambda c: c.events()),
    "board": (lambda c: c.get_beatmap_scores(1981090), lambda c: c.beatmap_scores(1981090).scores),
    "beatmap": (lambda c: c.get_beatmap(221777), lambda c: c.beatmap(221777)),
    "beatmap lookup": (
        lambda c: c.lookup_beatmap(id=221777),
        lambda c: c.beatmap_lookup(beatmap_id=221777),
    ),
    "beatmaps": (
        lambda c: c.get_beatmaps([221777, 1981090]),
        lambda c: c.beatmaps([221777, 1981090]),
    ),
    "difficulty": (
        lambda c: c.get_beatmap_attributes(221777),
        lambda c: c.beatmap_attributes(221777).attributes,
    ),
    "set": (lambda c: c.get_beatmapset(104888), lambda c: c.beatmapset(104888)),
    "set lookup": (lambda c: c.lookup_beatmapset(221777), lambda c: c.beatmapset_lookup(221777)),
    "set search": (
        lambda c: c.search_beatmapsets(query="the big black"),
        lambda c: c.search_beatmapsets("the big black"),
    ),
    "packs": (lambda c: c.get_beatmap_packs(), lambda c: c.beatmap_packs()),
    "tracks": (
        lambda c: c.get_featured_tracks(sort="bpm_desc"),
        lambda c: c.featured_artist_tracks(sort="bpm_desc"),
    ),
    "modding": (
        lambda c: c.get_beatmapset_events(),
        lambda c: c.beatmapset_events().events,
    ),
    "discussions": (
        lambda c: c.get_beatmapset_discussions(),
        lambda c: c.beatmapset_discussions(),
    ),
    "posts": (
        lambda c: c.get_beatmapset_discussion_posts(),
        lambda c: c.beatmapset_discussion_posts(),
    ),
    "votes": (
        lambda c: c.get_beatmapset_discussion_votes(),
        lambda c: c.beatmapset_discussion_votes(),
    ),
    "score": (
        lambda c: c.get_score(2797309065, "osu"),
        lambda c: c.score_mode("osu", 2797309065),
    ),
    "ranking": (
        lambda c: c.get_rankings("osu", "performance"),
        lambda c: c.ranking("osu", "performance"),
    ),
    "countries": (
        lambda c: c.get_rankings("taiko", "country"),
        lambda c: c.ranking("taiko", "country"),
    ),
    "kudosu ranking": (lambda c: c.get_rankings_kudosu(), lambda c: c.kudosu_ranking()),
    "spotlights": (lambda c: c.get_spotlights(), lambda c: c.spotlights()),
    "matches": (
        lambda c: c.get_multiplayer_matches(limit=9),
        lambda c: c.matches(limit=9),
    ),
    "rooms": (lambda c: c.get_multiplayer_rooms(limit=9), lambda c: c.rooms(limit=9)),
}


def pairs_of_things(
    ours: Any,
) -> dict[str, tuple[Callable[[Any], Any], Callable[[Client], Any]]]:
    """Return what is asked of one thing, whose id the lists before it tell."""
    pack = ours.beatmap_packs().beatmap_packs[0].tag
    version = ours.changelog_build_lookup("lazer").version or ""
    channel = ours.chat_channels()[0].channel_id
    topic = ours.forum_topics(ours.forum_listing()[0].subforums[0].id).topics[0].id
    match = next(m.id for m in ours.matches().matches if ours.match(m.id).events)
    room = next(r for r in ours.rooms(mode="ended") if ours.room_leaderboard(r.id).leaderboard)
    item = ours.room(room.id).playlist[0].id
    score = ours.score_mode("osu", 2797309065).id or 0
    first = winner(ours)
    return {
        "pack": (lambda c: c.get_beatmap_pack(pack), lambda c: c.beatmap_pack(pack)),
        "build": (
            lambda c: c.get_changelog_build("lazer", version),
            lambda c: c.changelog_build("lazer", version),
        ),
        "channels": (lambda c: c.get_channels(), lambda c: c.chat_channels()),
        "channel": (lambda c: c.get_channel(channel), lambda c: c.chat_channel(channel)),
        "messages": (
            lambda c: c.get_channel_messages(channel),
            lambda c: c.chat_messages(channel),
        ),
        "silences": (lambda c: c.get_chat_ack(since=1), lambda c: c.chat_ack(since=1)),
        "topic": (
            lambda c: c.get_forum_topic(topic, limit=20),
            lambda c: c.forum_topic(topic, limit=20),
        ),
        "match": (lambda c: c.get_multiplayer_match(match), lambda c: c.match(match)),
        "room": (lambda c: c.get_multiplayer_room(room.id), lambda c: c.room(room.id)),
        "room's leaders": (
            lambda c: c.get_multiplayer_leaderboard(room.id),
            lambda c: c.room_leaderboard(room.id),
        ),
        "room's scores": (
            lambda c: c.get_multiplayer_scores(room.id, item, limit=50),
            lambda c: c.multiplayer_scores(room.id, item, limit=50),
        ),
        "score by id": (lambda c: c.get_score_lazer(score), lambda c: c.score(score)),
        "firsts": (
            lambda c: c.get_user_firsts(first, limit=9, new_format=True),
            lambda c: c.user_scores(first, "firsts", limit=9),
        ),
    }
