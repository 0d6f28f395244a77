"""Entities in place of their ids, plain mappings in place of cursors, and names that are no ids."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from osubrowser.api import (
    Beatmap,
    BeatmapPack,
    BeatmapPlaycount,
    Beatmapset,
    Build,
    ChatChannel,
    ChatMessage,
    Client,
    Country,
    Forum,
    ForumPost,
    ForumTopic,
    Mod,
    NewsPost,
    NotFound,
    Room,
    Score,
    Spotlight,
    User,
    UserCompact,
    UserRelation,
    UserStatistics,
)
from osubrowser.api.entities.changelog import UpdateStream
from osubrowser.api.entities.comments import Comment
from osubrowser.api.entities.discussions import BeatmapsetDiscussion
from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyMatchInfo, LegacyScore, LegacyUser
from osubrowser.api.entities.matches import Match
from osubrowser.api.entities.rooms import RoomPlaylistItem
from osubrowser.api.entities.teams import Team, TeamStatistics
from osubrowser.api.entities.users import Season
from osubrowser.api.errors import OsuError
from osubrowser.api.legacy import LegacyClient
from tests.api.conftest import Stub
from tests.api.stub_calls import player

USER = User(id=7, username="player")
BEATMAP, BEATMAPSET, SCORE = Beatmap(id=8), Beatmapset(id=9), Score(id=10)
STABLE = Score(id=3, legacy_score_id=11)
CHANNEL, MESSAGE = ChatChannel(channel_id=12), ChatMessage(message_id=13)
ROOM, ITEM = Room(id=14), RoomPlaylistItem(id=15)

SENT: list[tuple[Callable[[Client], Any], str]] = [
    (lambda c: c.user(USER), "/users/7"),
    (lambda c: c.user(USER, mode="taiko"), "/users/7/taiko"),
    (lambda c: c.user(USER, key="username"), "/users/7"),
    (lambda c: c.user(UserRelation(target_id=7)), "/users/7"),
    (lambda c: c.user(UserStatistics(user=USER)), "/users/7"),
    (lambda c: c.user(LegacyUser(user_id=7)), "/users/7"),
    (lambda c: c.users([USER, 8]), "/users?ids[]=7,8"),
    (lambda c: c.users_lookup([USER, "name"]), "/users/lookup?ids[]=7,name"),
    (lambda c: c.user_scores(USER, "best"), "/users/7/scores/best"),
    (lambda c: c.user_beatmaps(USER, "ranked"), "/users/7/beatmapsets/ranked"),
    (lambda c: c.user_kudosu(USER), "/users/7/kudosu"),
    (lambda c: c.user_recent_activity(USER), "/users/7/recent_activity"),
    (
        lambda c: c.search_beatmaps_passed(USER, [BEATMAPSET]),
        "/users/7/beatmaps-passed?beatmapset_ids[]=9",
    ),
    (lambda c: c.beatmap(BEATMAP), "/beatmaps/8"),
    (lambda c: c.beatmap(BeatmapPlaycount(beatmap_id=8)), "/beatmaps/8"),
    (lambda c: c.beatmap(LegacyBeatmap(beatmap_id=8)), "/beatmaps/8"),
    (lambda c: c.beatmap_lookup(beatmap_id=BEATMAP), "/beatmaps/lookup?id=8"),
    (lambda c: c.beatmaps([BEATMAP, 1]), "/beatmaps?ids[]=8,1"),
    (lambda c: c.beatmap_attributes(BEATMAP), "/beatmaps/8/attributes"),
    (lambda c: c.beatmap_scores(BEATMAP), "/beatmaps/8/scores"),
    (lambda c: c.beatmap_solo_scores(BEATMAP), "/beatmaps/8/solo-scores"),
    (lambda c: c.beatmap_user_score(BEATMAP, USER), "/beatmaps/8/scores/users/7"),
    (lambda c: c.beatmap_user_scores(BEATMAP, USER), "/beatmaps/8/scores/users/7/all"),
    (lambda c: c.beatmapset(BEATMAPSET), "/beatmapsets/9"),
    (lambda c: c.beatmapset(beatmap_id=BEATMAP), "/beatmapsets/lookup?beatmap_id=8"),
    (lambda c: c.beatmapset_lookup(BEATMAP), "/beatmapsets/lookup?beatmap_id=8"),
    (lambda c: c.beatmap_pack(BeatmapPack(tag="S1")), "/beatmaps/packs/S1"),
    (lambda c: c.score(SCORE), "/scores/10"),
    (lambda c: c.score_mode("osu", STABLE), "/scores/osu/11"),
    (lambda c: c.score_mode("osu", LegacyScore(score_id=11)), "/scores/osu/11"),
    (lambda c: c.download_score(SCORE), "/scores/10/download"),
    (lambda c: c.download_score(STABLE, mode="osu"), "/scores/osu/11/download"),
    (lambda c: c.download_score_mode("osu", STABLE), "/scores/osu/11/download"),
    (
        lambda c: c.ranking("osu", "performance", country=Country(code="NO")),
        "/rankings/osu/performance?country=NO",
    ),
    (
        lambda c: c.ranking("osu", "charts", spotlight=Spotlight(id=5)),
        "/rankings/osu/charts?spotlight=5",
    ),
    (lambda c: c.team(Team(id=5)), "/teams/5"),
    (lambda c: c.team(TeamStatistics(team_id=5)), "/teams/5"),
    (lambda c: c.match(Match(id=5)), "/matches/5"),
    (lambda c: c.room(ROOM), "/rooms/14"),
    (lambda c: c.rooms(season_id=Season(id=3)), "/rooms?season_id=3"),
    (lambda c: c.room_leaderboard(ROOM), "/rooms/14/leaderboard"),
    (lambda c: c.room_events(ROOM), "/rooms/14/events"),
    (lambda c: c.multiplayer_scores(ROOM, ITEM), "/rooms/14/playlist/15/scores"),
    (lambda c: c.forum_topics(Forum(id=5)), "/forums/5"),
    (lambda c: c.forum_topic(ForumTopic(id=5)), "/forums/topics/5"),
    (lambda c: c.forum_topic_listing(forum_id=Forum(id=5)), "/forums/topics?forum_id=5"),
    (lambda c: c.forum_reply(ForumTopic(id=5), "text"), "/forums/topics/5/reply"),
    (lambda c: c.forum_edit_topic(ForumTopic(id=5), "text"), "/forums/topics/5"),
    (lambda c: c.forum_edit_post(ForumPost(id=5), "text"), "/forums/posts/5"),
    (lambda c: c.chat_channel(CHANNEL), "/chat/channels/12"),
    (lambda c: c.chat_messages(CHANNEL, since=MESSAGE), "/chat/channels/12/messages?since=13"),
    (lambda c: c.chat_mark_as_read(CHANNEL, MESSAGE), "/chat/channels/12/mark-as-read/13"),
    (lambda c: c.chat_ack(since=MESSAGE), "/chat/ack?since=13"),
    (lambda c: c.comment(Comment(id=5)), "/comments/5"),
    (
        lambda c: c.comments(user_id=USER, parent_id=Comment(id=5)),
        "/comments?parent_id=5&user_id=7",
    ),
    (
        lambda c: c.beatmapset_discussions(beatmapset_id=BEATMAPSET, user_id=USER),
        "/beatmapsets/discussions?beatmapset_id=9&user=7",
    ),
    (
        lambda c: c.beatmapset_discussion_posts(BeatmapsetDiscussion(id=4)),
        "/beatmapsets/discussions/posts?beatmapset_discussion_id=4",
    ),
    (
        lambda c: c.beatmapset_discussion_votes(receiver_id=USER),
        "/beatmapsets/discussions/votes?receiver=7",
    ),
    (
        lambda c: c.beatmapset_events(beatmapset_id=BEATMAPSET),
        "/beatmapsets/events?beatmapset_id=9",
    ),
    (
        lambda c: c.changelog_build(UpdateStream(name="lazer"), Build(version="1.2")),
        "/changelog/lazer/1.2",
    ),
    (lambda c: c.changelog_build_lookup(Build(version="1.2"), key="id"), "/changelog/1.2"),
    (lambda c: c.changelog_listing(stream=UpdateStream(name="lazer")), "/changelog?stream=lazer"),
    (lambda c: c.news_post(NewsPost(id=5, slug="2026-news")), "/news/2026-news"),
    (lambda c: c.news_post(NewsPost(id=5, slug="2026-news"), key="id"), "/news/2026-news"),
]


def asked(stub: Stub) -> str:
    seen = stub.requests[0]
    query = "&".join(f"{name}={','.join(values)}" for name, values in sorted(seen.query.items()))
    path = seen.path.removeprefix("/api/v2")
    return f"{path}?{query}" if query else path


@pytest.mark.parametrize(("call", "sent"), SENT)
def test_an_entity_stands_for_its_id(stub: Stub, call: Callable[[Client], Any], sent: str) -> None:
    scopes = ["public", "identify", "forum.write", "chat.read", "chat.write"]
    # What is asked for is tested, not what is answered.
    with player(stub, *scopes) as client, suppress(OsuError):
        call(client)
    path, _, query = sent.partition("?")
    found = asked(stub)
    assert found.partition("?")[0] == path
    for pair in filter(None, query.split("&")):
        assert pair in found.partition("?")[2].split("&")


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda c: c.user(BEATMAPSET), TypeError, "a player is wanted, not a Beatmapset"),
        (lambda c: c.user_scores(SCORE, "best"), TypeError, "a player is wanted, not a Score"),
        (lambda c: c.beatmap(BEATMAPSET), TypeError, "a beatmap is wanted, not a Beatmapset"),
        (lambda c: c.beatmapset(BEATMAP), TypeError, "a beatmapset is wanted, not a Beatmap"),
        (lambda c: c.score(USER), TypeError, "a score is wanted, not a User"),
        (lambda c: c.room(Match(id=5)), TypeError, "a room is wanted, not a Match"),
        (lambda c: c.user(Mod(acronym="HD")), TypeError, "not a Mod"),
        (lambda c: c.users(USER), TypeError, "in a list"),
        (lambda c: c.users([BEATMAP]), TypeError, "a player is wanted"),
        (lambda c: c.user(UserCompact(username="gone")), ValueError, "this player has no id"),
        (lambda c: c.user(UserStatistics()), ValueError, "this player has no id"),
        (lambda c: c.score_mode("osu", SCORE), ValueError, "this stable score has no id"),
    ],
)
def test_another_entity_is_refused_before_anything_is_sent(
    stub: Stub, call: Callable[[Any], Any], error: type[Exception], said: str
) -> None:
    with stub.client() as client, pytest.raises(error, match=said):
        call(client)
    assert not stub.requests


def test_the_old_api_takes_entities(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=b"[]"))
    calls: list[tuple[Callable[[LegacyClient], Any], dict[str, str]]] = [
        (lambda c: c.get_user(USER), {"u": "7", "type": "id"}),
        (lambda c: c.get_user_best(LegacyUser(user_id=7)), {"u": "7", "type": "id"}),
        (lambda c: c.get_user_recent(USER), {"u": "7", "type": "id"}),
        (lambda c: c.get_scores(BEATMAP, user=USER), {"b": "8", "u": "7", "type": "id"}),
        (lambda c: c.get_beatmaps(beatmapset_id=BEATMAPSET), {"s": "9"}),
        (lambda c: c.get_beatmaps(beatmap_id=LegacyBeatmap(beatmap_id=8)), {"b": "8"}),
        (lambda c: c.get_match(LegacyMatchInfo(match_id=5)), {"mp": "5"}),
        (lambda c: c.get_replay(score_id=STABLE, mode=0), {"s": "11", "m": "0"}),
    ]
    with LegacyClient("key", base_url=stub.url) as client:
        for call, sent in calls:
            with suppress(NotFound):
                call(client)
            query = {name: values[0] for name, values in stub.requests[-1].query.items()}
            assert query == {**sent, "k": "key"}


# --- cursors -------------------------------------------------------------------------------------


CURSOR_CALLS: dict[str, Callable[..., Any]] = {
    "beatmap_packs": lambda c, **k: c.beatmap_packs(**k),
    "beatmapset_discussion_posts": lambda c, **k: c.beatmapset_discussion_posts(**k),
    "beatmapset_discussion_votes": lambda c, **k: c.beatmapset_discussion_votes(**k),
    "beatmapset_discussions": lambda c, **k: c.beatmapset_discussions(**k),
    "comments": lambda c, **k: c.comments(**k),
    "events": lambda c, **k: c.events(**k),
    "featured_artist_tracks": lambda c, **k: c.featured_artist_tracks(**k),
    "forum_topic": lambda c, **k: c.forum_topic(1, **k),
    "forum_topic_listing": lambda c, **k: c.forum_topic_listing(**k),
    "matches": lambda c, **k: c.matches(**k),
    "multiplayer_scores": lambda c, **k: c.multiplayer_scores(1, 2, **k),
    "news_listing": lambda c, **k: c.news_listing(**k),
    "ranking": lambda c, **k: c.ranking("osu", "performance", **k),
    "scores": lambda c, **k: c.scores(**k),
    "search_beatmapsets": lambda c, **k: c.search_beatmapsets(**k),
}


def test_every_method_with_a_cursor_is_called_here() -> None:
    methods = {
        name
        for name, call in inspect.getmembers(Client, inspect.isfunction)
        if "cursor" in inspect.signature(call).parameters
    }
    assert methods - {"search_beatmaps"} == CURSOR_CALLS.keys()


@pytest.mark.parametrize("name", CURSOR_CALLS)
def test_a_plain_mapping_is_a_cursor(stub: Stub, name: str) -> None:
    # What is asked for is tested, not what is answered.
    with stub.client() as client, suppress(OsuError):
        CURSOR_CALLS[name](client, cursor={"page": 2, "old": None})
    assert stub.requests[0].query["cursor[page]"] == ["2"]


@pytest.mark.parametrize("name", CURSOR_CALLS)
@pytest.mark.parametrize("wrong", [2, "eyJwYWdlIjoyfQ", [1]])
def test_what_is_no_cursor_is_refused(stub: Stub, name: str, wrong: object) -> None:
    with stub.client() as client, pytest.raises(TypeError, match="a cursor is a mapping such as"):
        CURSOR_CALLS[name](client, cursor=wrong)
    assert not stub.requests


def test_pages_begin_at_a_plain_mapping(stub: Stub) -> None:
    stub.respond(
        lambda exchange, number: exchange.answer(
            body={"ranking": [{"pp": number}], "cursor": {"page": 3} if number == 1 else None}
        )
    )
    with stub.client() as client:
        pages = client.pages(client.ranking, "osu", "performance", cursor={"page": 2})
        assert len(list(pages)) == 2
    assert [seen.query["cursor[page]"] for seen in stub.requests] == [["2"], ["3"]]


# --- names and ids -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["peppy", "@2", "2peppy", "-2", "2.0", "٢", "２", "1 2"])
def test_a_name_is_no_id(stub: Stub, name: str) -> None:
    with stub.client() as client:
        with pytest.raises(NotFound):
            client.user(name, key="id")
        with pytest.raises(NotFound):
            client.news_post(name, key="id")
        with pytest.raises(NotFound):
            client.changelog_build_lookup(name, key="id")
    assert not stub.requests


def test_digits_of_other_scripts_are_a_name(stub: Stub) -> None:
    with stub.client() as client:
        client.user("٢")
        client.user("2", key="id")
        client.user("2", key="username")
    paths = [seen.path.removeprefix("/api/v2") for seen in stub.requests]
    assert paths == ["/users/@%D9%A2", "/users/2", "/users/@2"]
