"""Client of ossapi's interface: what its methods send, return and raise, over HTTP."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest
import requests

from osubrowser.api import (
    Client,
    Forbidden,
    InvalidRequest,
    LoginRequired,
    MemoryTokenStore,
    NotFound,
    Offline,
    OsuError,
    RateLimited,
    ServerTrouble,
)
from osubrowser.api.http.messages import Unreadable
from osubrowser.api.ossapi import (
    AccessDeniedError,
    BeatmapCompact,
    BeatmapsetCompact,
    Cursor,
    ForumPoll,
    InsufficientScopeError,
    Match,
    Mod,
    Ossapi,
    OssapiV2,
    RankingType,
    Room,
    User,
    UserCompact,
)
from osubrowser.api.ossapi.models import Score, UserRelation
from osubrowser.api.ossapi.ossapiv2 import encoded
from tests.api.conftest import EMPTY, Exchange, Seen, Stub, running_stub
from tests.api.ossapi.conftest import ALL_SCOPES, Browser, Clients, point_at
from tests.conftest import Server
from tests.demo.agreement import Agreement
from tests.demo.other_calls import CALLS, mapper
from tests.demo.test_other_clients import MAY_BE_EMPTY

TOKEN = {"access_token": "of-the-test", "refresh_token": "of-the-test-too"}


@pytest.fixture
def player(stub_clients: Clients) -> Any:
    """A signed-in player on the stub server."""
    return stub_clients.player(access_token="of-the-test")


# --- every method on the demo --------------------------------------------------------------


WRITES: dict[str, Callable[[Any], Any]] = {
    "send_pm": lambda c: c.send_pm(2, "hello", is_action=True).message.content,
    "send_announcement": lambda c: c.send_announcement("news", "of the day", "hi", [2]).name,
    "forum_create_topic": lambda c: (
        c.forum_create_topic(c.forum_listing()[0].subforums[0].id, "a title", "a body").topic.title
    ),
    "forum_reply": lambda c: c.forum_reply(topic(c), "a reply").body.raw,
    "forum_edit_topic": lambda c: (
        c.forum_edit_topic(
            c.forum_create_topic(c.forum_listing()[0].subforums[0].id, "old", "a body").topic.id,
            "new",
        ).title
    ),
    "forum_edit_post": lambda c: (
        c.forum_edit_post(c.forum_reply(topic(c), "an old one").id, "a new one").body.raw
    ),
}


def topic(client: Any) -> int:
    return int(client.forum_topics(client.forum_listing()[0].subforums[0].id).topics[0].id)


@pytest.fixture
def signed_in(clients: Clients, browser: Browser) -> Any:
    """A player with all scopes on the demo server."""
    return clients.player(scopes=[s for s in ALL_SCOPES if s != "chat.write_manage"])


def test_every_method_reads_what_our_own_client_reads(
    signed_in: Any, demo_server: Server, clients: Clients
) -> None:
    assert mapper(signed_in)
    problems: dict[str, object] = {}
    compared = 0
    with Client(
        demo_server.client_id,
        demo_server.client_secret,
        "http://127.0.0.1:17272/callback",
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
    ) as ours:
        token = signed_in.session.token
        ours.use_token({**token, "expires_in": 80000, "expires_at": None})
        for name, call in CALLS.items():
            agreement = Agreement()
            agreement.compare(call(ours), call(signed_in), name)
            if agreement.differences or not (agreement.compared or name in MAY_BE_EMPTY):
                problems[name] = agreement
            compared += agreement.compared
    assert not problems, "\n".join(f"{name}: {what!r:.400}" for name, what in problems.items())
    assert compared > 10_000


def test_every_method_is_called() -> None:
    methods = {
        name
        for name, method in vars(Ossapi).items()
        if callable(method) and hasattr(method, "__ossapi_scope__")
    }
    assert len(methods) > 55
    called = {name.split()[0] for name in (*CALLS, *WRITES)}
    assert methods - called == {"download_score", "download_score_mode", "revoke_token"}


def test_every_writing_method(signed_in: Any) -> None:
    said = {name: call(signed_in) for name, call in WRITES.items() if name != "send_announcement"}
    assert said == {
        "send_pm": "hello",
        "forum_create_topic": "a title",
        "forum_reply": "a reply",
        "forum_edit_topic": "new",
        "forum_edit_post": "a new one",
    }
    poll = ForumPoll(options=["yes", "no"], title="really?")
    board = signed_in.forum_listing()[0].subforums[0].id
    made = signed_in.forum_create_topic(board, "a poll", "a body", poll=poll)
    assert made.topic.id


def test_replays_are_downloaded(signed_in: Any) -> None:
    score = next(s for s in signed_in.beatmap_scores(221777).scores if s.replay)
    raw = signed_in.download_score(score.id, raw=True)
    replay = signed_in.download_score(score.id)
    assert replay.username
    assert replay.replay_data
    assert isinstance(raw, bytes)
    assert score.download().replay_data == replay.replay_data
    by_mode = signed_in.download_score_mode("osu", 2797309065)
    assert signed_in.download_score(mode="osu", score_id=2797309065).username == by_mode.username
    assert signed_in.score("osu", 2797309065).id == signed_in.score_mode("osu", 2797309065).id


# --- what is sent --------------------------------------------------------------------------

WHEN = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
SENT: dict[str, Callable[[Any, Any], Any]] = {
    "beatmap_packs": lambda c, m: c.beatmap_packs("featured", "abc", True),
    "beatmap_pack": lambda c, m: c.beatmap_pack("S1"),
    "beatmap_user_score": lambda c, m: c.beatmap_user_score(
        1, 2, mode="fruits", mods="HDNC", legacy_only=True
    ),
    "beatmap_user_score without mods": lambda c, m: c.beatmap_user_score(
        1, 2, mods=m.Mod.NM, legacy_only=False
    ),
    "beatmap_user_scores": lambda c, m: c.beatmap_user_scores(1, 2, mode="osu", legacy_only=True),
    "beatmap_scores": lambda c, m: c.beatmap_scores(
        1, mode=m.GameMode.MANIA, mods=["HD", "DT"], type="country", limit=7, legacy_only=True
    ),
    "beatmap": lambda c, m: c.beatmap(1, checksum="abc", filename="a b.osu"),
    "beatmaps": lambda c, m: c.beatmaps([1, 2]),
    "beatmap_attributes": lambda c, m: c.beatmap_attributes(
        1, mods=72, ruleset="taiko", ruleset_id=1
    ),
    "beatmapset_discussion_posts": lambda c, m: c.beatmapset_discussion_posts(
        1, limit=2, page=3, sort="id_desc", user_id=4
    ),
    "beatmapset_discussion_votes": lambda c, m: c.beatmapset_discussion_votes(
        beatmapset_discussion_id=1,
        limit=2,
        page=3,
        receiver_id=4,
        vote=-1,
        sort="id_asc",
        user_id=5,
    ),
    "beatmapset_discussions": lambda c, m: c.beatmapset_discussions(
        beatmapset_id=1,
        beatmap_id=2,
        beatmapset_status="ranked",
        limit=3,
        message_types=["praise", m.enums.MessageType.HYPE],
        page=4,
        sort="id_asc",
        user_id=5,
    ),
    "search_beatmapsets": lambda c, m: c.search_beatmapsets("the big black"),
    "search_beatmapsets with all": lambda c, m: c.search_beatmapsets(
        "x y",
        mode=m.BeatmapsetSearchMode.MANIA,
        category="loved",
        explicit_content="show",
        genre=m.BeatmapsetSearchGenre.ROCK,
        language=m.BeatmapsetSearchLanguage.KOREAN,
        force_video=True,
        force_storyboard=True,
        force_recommended_difficulty=True,
        include_converts=True,
        force_followed_mappers=True,
        force_spotlights=True,
        force_featured_artists=True,
        cursor=m.Cursor(page=3, deep="x"),
        sort="title_asc",
    ),
    "beatmapset": lambda c, m: c.beatmapset(1),
    "beatmapset lookup": lambda c, m: c.beatmapset(beatmap_id=2),
    "beatmapset_events": lambda c, m: c.beatmapset_events(
        limit=1, page=2, user_id=3, types=["nominate", "love"], beatmapset_id=4
    ),
    "changelog_build": lambda c, m: c.changelog_build("stable40", "20210520.2"),
    "changelog_listing": lambda c, m: c.changelog_listing(
        from_="1", to="2", max_id=3, stream="lazer"
    ),
    "changelog_build_lookup": lambda c, m: c.changelog_build_lookup("lazer", key="id"),
    "send_pm": lambda c, m: c.send_pm(2, "a b\u00e9"),
    "send_announcement": lambda c, m: c.send_announcement("a", "b", "c", [1, 2]),
    "comments": lambda c, m: c.comments(
        commentable_type="beatmapset",
        commentable_id=1,
        cursor=m.Cursor(id=5, votes_count=2),
        parent_id=2,
        sort="top",
    ),
    "comment": lambda c, m: c.comment(1),
    "events": lambda c, m: c.events(sort="id_asc", cursor_string="abc"),
    "forum_create_topic": lambda c, m: c.forum_create_topic(1, "t", "b"),
    "forum_reply": lambda c, m: c.forum_reply(1, "b"),
    "forum_edit_topic": lambda c, m: c.forum_edit_topic(1, "t"),
    "forum_edit_post": lambda c, m: c.forum_edit_post(1, "b"),
    "forum_topic": lambda c, m: c.forum_topic(
        1, cursor_string="abc", sort="id_desc", limit=2, start=3, end=4
    ),
    "forum_listing": lambda c, m: c.forum_listing(),
    "forum_topics": lambda c, m: c.forum_topics(1),
    "friends": lambda c, m: c.friends(),
    "search": lambda c, m: c.search("a&b", mode="user", page=2),
    "matches": lambda c, m: c.matches(),
    "match": lambda c, m: c.match(1, after_id=2, before_id=3, limit=4),
    "get_me": lambda c, m: c.get_me("taiko"),
    "get_me by default": lambda c, m: c.get_me(),
    "news_listing": lambda c, m: c.news_listing(limit=1, year=2020, cursor_string="abc"),
    "news_post": lambda c, m: c.news_post("a-slug"),
    "news_post by id": lambda c, m: c.news_post(5, key="id"),
    "ranking": lambda c, m: c.ranking("osu", "performance", country="US", variant="4k"),
    "ranking with all": lambda c, m: c.ranking(
        m.GameMode.CATCH,
        m.RankingType.CHARTS,
        cursor=m.Cursor(page=20),
        filter_="friends",
        spotlight=5,
    ),
    "multiplayer_scores": lambda c, m: c.multiplayer_scores(
        1, 2, limit=3, sort="score_asc", cursor_string="abc"
    ),
    "room": lambda c, m: c.room(1),
    "room_leaderboard": lambda c, m: c.room_leaderboard(1, 2, 3),
    "rooms": lambda c, m: c.rooms(
        limit=1, mode="owned", season_id=2, sort="ended", type_group="realtime"
    ),
    "score": lambda c, m: c.score(1),
    "scores": lambda c, m: c.scores("mania", cursor_string="abc"),
    "score_mode": lambda c, m: c.score_mode("osu", 1),
    "download_score": lambda c, m: c.download_score(1),
    "download_score_mode": lambda c, m: c.download_score_mode("osu", 1, raw=True),
    "seasonal_backgrounds": lambda c, m: c.seasonal_backgrounds(),
    "spotlights": lambda c, m: c.spotlights(),
    "tags": lambda c, m: c.tags(),
    "user_kudosu": lambda c, m: c.user_kudosu(1, limit=2, offset=3),
    "user_scores": lambda c, m: c.user_scores(
        1, "recent", include_fails=True, mode="mania", limit=2, offset=3, legacy_only=False
    ),
    "user_beatmaps": lambda c, m: c.user_beatmaps(1, "most_played", limit=2, offset=3),
    "user_recent_activity": lambda c, m: c.user_recent_activity(1, limit=2, offset=3),
    "search_beatmaps_passed": lambda c, m: c.search_beatmaps_passed(
        1,
        [2, 3],
        exclude_converts=True,
        is_legacy=False,
        no_diff_reduction=False,
        ruleset_id=0,
    ),
    "user": lambda c, m: c.user(2, mode="mania"),
    "users_lookup": lambda c, m: c.users_lookup([2, "peppy"], exclude_bots=True, ruleset_id=0),
    "users": lambda c, m: c.users([2, 3]),
    "wiki_page": lambda c, m: c.wiki_page("en", "Rules/Song_compilation"),
    "revoke_token": lambda c, m: c.revoke_token(),
}
"""Calls with all their arguments, but for booleans that ossapi sends wrong."""
OTHERWISE: dict[str, dict[str, tuple[Any, Any]]] = {
    # Names of parameters: what ossapi sends, and what we send for it.
    "search_beatmapsets": {"nsfw": ("false", "0"), "m": ("-1", None)},
    "search_beatmapsets with all": {"nsfw": ("true", "1")},
    "beatmap_user_scores": {"mode": ("osu", None), "ruleset": (None, "osu")},
    "send_pm": {"is_action": ("false", "0")},
    "send_announcement": {
        "channel.name": ("a", None),
        "channel.description": ("b", None),
        "channel[name]": (None, "a"),
        "channel[description]": (None, "b"),
    },
}
"""Each is said on purpose: a deprecated name, PHP's form of an object, a value that is none."""


def sent(seen: Seen) -> tuple[str, str, dict[str, Any]]:
    """Return method, path and all parameters of a request."""
    fields = dict(seen.query)
    for name, value in parse_qs(seen.body.decode()).items():
        fields[name] = value
    path = seen.path.rstrip("/")
    return seen.method, path, {name: sorted(value) for name, value in fields.items()}


@pytest.fixture
def theirs(stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Ossapi itself on the stub server."""
    ossapi = pytest.importorskip("ossapi")
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    point_at(ossapi.Ossapi, stub.url, monkeypatch)
    api = ossapi.Ossapi(
        1,
        "the-client-secret",
        "http://127.0.0.1:1/",
        ALL_SCOPES,
        access_token="of-the-test",
        token_directory=str(tmp_path),
    )
    (tmp_path / f"{api.token_key}.pickle").touch()  # for revoke_token
    yield api
    api.session.close()


@pytest.mark.parametrize("name", SENT)
def test_a_call_sends_what_ossapi_sends(name: str, stub: Stub, player: Any, theirs: Any) -> None:
    seen = []
    modules = ("ossapi", "osubrowser.api.ossapi")
    for client, module in zip((theirs, player), map(import_module, modules), strict=True):
        before = len(stub.requests)
        try:
            SENT[name](client, module)
        except Exception:  # noqa: BLE001 - the answer says nothing; only the request counts
            assert len(stub.requests) > before
        seen.append(sent(stub.requests[before]))
    (method, path, wanted), (our_method, our_path, fields) = seen
    assert (our_method, our_path) == (method, path)
    for field, (there, here) in OTHERWISE.get(name, {}).items():
        assert wanted.pop(field, None) == (None if there is None else [there])
        assert fields.pop(field, None) == (None if here is None else [here])
    assert fields == wanted


def test_every_method_is_among_what_is_sent() -> None:
    methods = {name for name, method in vars(Ossapi).items() if hasattr(method, "__ossapi_scope__")}
    assert {name.split()[0] for name in SENT} == methods


def asked(stub: Stub) -> tuple[str, dict[str, list[str]]]:
    return stub.requests[-1].path.removeprefix("/api/v2"), stub.requests[-1].query


def test_booleans_and_times_are_sent_right(stub: Stub, player: Any) -> None:
    player.beatmapset_discussions(only_unresolved=True, with_deleted=False)
    assert asked(stub)[1] == {"only_unresolved": ["1"], "with_deleted": ["0"]}
    player.beatmapset_events(min_date=WHEN, max_date=WHEN.replace(tzinfo=None))
    assert asked(stub)[1] == {
        "min_date": ["2024-05-06T07:08:09+00:00"],
        "max_date": ["2024-05-06T07:08:09+00:00"],
    }
    poll = ForumPoll(options=["a", "b"], title="t", hide_results=True)
    player.forum_create_topic(1, "t", "b", poll=poll)
    form = parse_qs(stub.requests[-1].body.decode())
    assert form["with_poll"] == ["1"]
    assert form["forum_topic_poll[hide_results]"] == ["1"]
    assert form["forum_topic_poll[vote_change]"] == ["0"]
    assert form["forum_topic_poll[options]"] == ["a\r\nb"]


@pytest.mark.parametrize(
    ("user", "key", "path"),
    [
        (2, None, "2"),
        ("2", "username", "@2"),
        ("peppy", None, "@peppy"),
        ("@peppy", "username", "@peppy"),
        ("[ Sa/ki ]?#%", None, "@%5B%20Sa%2Fki%20%5D%3F%23%25"),
        ("..", None, "@.."),
    ],
)
def test_a_name_stays_one_name(
    stub: Stub, player: Any, user: int | str, key: str | None, path: str
) -> None:
    player.user(user, key=key)
    assert asked(stub) == (f"/users/{path}", {})


def test_many_ids_are_asked_for_in_parts(stub: Stub, player: Any) -> None:
    stub.respond(
        lambda exchange, _: exchange.answer(
            body={"users": [{"id": int(i)} for i in exchange.seen.query["ids[]"]]}
        )
    )
    assert [user.id for user in player.users(range(1, 121))] == list(range(1, 121))
    assert len(stub.requests) == 3
    with pytest.raises(ValueError, match="in a list"):
        player.users("12")


def test_models_stand_for_their_ids(stub: Stub, player: Any) -> None:
    beatmap = BeatmapCompact(id=5, beatmapset_id=6)
    player.beatmap_user_score(beatmap, User(id=7))
    assert asked(stub)[0] == "/beatmaps/5/scores/users/7"
    player.beatmapset(beatmap)
    assert asked(stub)[0] == "/beatmapsets/6"
    player.search_beatmaps_passed(UserCompact(id=1), [BeatmapsetCompact(id=2), beatmap, 3])
    assert asked(stub)[1]["beatmapset_ids[]"] == ["2", "6", "3"]
    player.room(room_id=Room(id=8))
    player.match(Match(id=9))
    assert asked(stub)[0] == "/matches/9"
    with pytest.raises(ValueError, match="no id"):
        player.user(UserCompact())
    with pytest.raises(TypeError, match="BeatmapCompact is wanted, not a User"):
        player.beatmap(User(id=1))


def test_values_that_no_enum_has_are_refused_before_anything_is_sent(
    stub: Stub, player: Any
) -> None:
    calls: list[Callable[[], Any]] = [
        lambda: player.ranking("bogus", "performance"),
        lambda: player.ranking("osu", None),
        lambda: player.user_scores(2, "worst"),
        lambda: player.user(2, mode="standard"),
        lambda: player.beatmap_scores(1, mods="XX"),
        lambda: player.search_beatmapsets("x", mode=9),
        lambda: player.user("peppy", key="id"),
        lambda: player.user(None),
        lambda: player.user(True),
        lambda: player.user(2.5),
        lambda: player.beatmap(),
        lambda: player.beatmapset(),
        lambda: player.beatmapset(1, beatmap_id=2),
    ]
    for call in calls:
        with pytest.raises(ValueError, match=r".+"):
            call()
    with pytest.raises(TypeError):
        player.user_scores(2)
    with pytest.raises(TypeError):
        player.user(2, "osu")
    assert not stub.requests


def test_cursors_of_any_kind(stub: Stub, player: Any) -> None:
    for cursor in (Cursor(page=3), {"page": 3}):
        player.ranking("osu", RankingType.PERFORMANCE, cursor=cursor)
        assert asked(stub)[1] == {"cursor[page]": ["3"], "filter": ["all"]}
    assert encoded({"cursor": Cursor(id=None, at=WHEN), "mods": Mod.HD + Mod.DT, "x": None}) == {
        "cursor[id]": "",
        "cursor[at]": "2024-05-06T07:08:09+00:00",
        "mods[]": ["HD", "DT"],
        "x": None,
    }


def test_lists_that_are_default_are_not_changed(stub: Stub, player: Any) -> None:
    api: Any = Ossapi
    defaults = api.changelog_listing.__wrapped__.__kwdefaults__["message_formats"]
    before = list(defaults)
    player.changelog_listing()
    assert asked(stub)[1]["message_formats[]"] == ["html", "markdown"]
    assert defaults == before
    player.scopes.append("x")
    assert api.__init__.__defaults__[-1] == [Ossapi.__init__.__defaults__[-1][0]]  # type: ignore[index]


# --- names of the first releases -------------------------------------------------------------


def test_names_of_the_first_releases(stub: Stub, player: Any) -> None:
    assert OssapiV2 is Ossapi
    stub.respond(lambda exchange, number: exchange.answer(body=[] if number == 1 else EMPTY))
    player.user_scores(2, type_="best")
    assert asked(stub)[0] == "/users/2/scores/best"
    player.ranking("osu", type_="country")
    assert asked(stub)[0] == "/rankings/osu/country"
    player.beatmap_scores(1, type_="country")
    assert asked(stub)[1] == {"type": ["country"]}
    player.search_beatmaps("the big black")
    assert asked(stub)[1]["q"] == ["the big black"]
    player.search_beatmaps({"title": "the big black", "s": "any"}, cursor=Cursor(page=2))
    assert asked(stub)[1]["q"] == ['title="the big black"']
    assert asked(stub)[1]["s"] == ["any"]
    assert asked(stub)[1]["cursor[page]"] == ["2"]
    player.search_beatmaps(filters={"query": "camellia", "stars": 5})
    assert asked(stub)[1]["q"] == ["camellia stars=5"]
    player.beatmapsets_events(limit=5)
    assert asked(stub) == ("/beatmapsets/events", {"limit": ["5"]})
    player.beatmap_lookup(checksum="abc")
    assert asked(stub) == ("/beatmaps/lookup", {"checksum": ["abc"]})
    player.beatmap_lookup(beatmap_id=1)
    assert asked(stub) == ("/beatmaps/lookup", {"id": ["1"]})
    player.changelog_lookup("lazer")
    assert asked(stub)[0] == "/changelog/lazer"


# --- access ------------------------------------------------------------------------------------


def test_what_the_sign_in_does_not_allow_is_not_sent(stub_clients: Clients, stub: Stub) -> None:
    guest = stub_clients.guest()
    with pytest.raises(InsufficientScopeError, match="identify") as lacking:
        guest.get_me()
    assert isinstance(lacking.value, Forbidden)
    assert not isinstance(lacking.value, ValueError)
    assert (lacking.value.error, lacking.value.status_code) == ("insufficient_scope", 403)
    with pytest.raises(AccessDeniedError, match="player") as denied:
        guest.rooms()
    assert isinstance(denied.value, LoginRequired)
    assert denied.value.description in str(denied.value)
    with pytest.raises(InsufficientScopeError):
        guest.send_pm(2, "x")
    assert not stub.requests


def test_refusals_are_oauthlib_s_where_a_program_imported_it(
    stub_clients: Clients, browser: Browser
) -> None:
    errors = pytest.importorskip("oauthlib.oauth2.rfc6749.errors")
    guest = stub_clients.guest()
    with pytest.raises(errors.InsufficientScopeError) as lacking:
        guest.get_me()
    with pytest.raises(errors.AccessDeniedError) as denied:
        guest.rooms()
    with pytest.raises(errors.OAuth2Error):
        guest.rooms()
    assert isinstance(denied.value, AccessDeniedError)
    assert denied.value.error == "access_denied"
    for error in (lacking.value, denied.value):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again).__name__, str(again)) == (type(error).__name__, str(error))
        assert not isinstance(again, errors.OAuth2Error | ValueError)


# --- errors ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, NotFound), (422, InvalidRequest), (403, Forbidden), (400, InvalidRequest)],
)
def test_a_refusal_is_a_value_error(
    stub: Stub, player: Any, status: int, kind: type[OsuError]
) -> None:
    stub.respond(lambda exchange, _: exchange.answer(status, {"error": "the reason"}))
    with pytest.raises(ValueError, match="the reason") as refused:
        player.user(2)
    error: Any = refused.value
    assert isinstance(error, kind)
    assert type(error).__name__ == kind.__name__
    assert (error.status, error.server_message) == (status, "the reason")
    assert f"{stub.url}/api/v2/users/2" in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, kind)
    assert isinstance(again, ValueError)
    assert str(again) == str(error)


def test_the_words_of_a_refusal_are_those_of_ossapi(
    stub: Stub, player: Any, stub_clients: Clients
) -> None:
    """Programs look for them."""
    for status, said, words in (
        (404, None, "None"),
        (404, "no such map", "no such map"),
        (500, "it broke", "it broke"),
        (200, None, "None"),
    ):
        stub.respond(lambda exchange, _, s=status, e=said: exchange.answer(s, {"error": e}))  # type: ignore[misc] # bound now
        with pytest.raises(ValueError, match="api returned") as refused:
            player.search("a b")
        asked_for = f"a request to {stub.url}/api/v2/search?query=a+b"
        assert f"api returned an error of `{words}` for {asked_for}" in str(refused.value)
    stub.respond(lambda exchange, _: exchange.answer(401, {"authentication": "basic"}))
    with pytest.raises(ValueError, match="Permission denied for a request to") as denied:
        stub_clients.guest().match(1)
    assert f"{stub.url}/api/v2/matches/1. This request may require" in str(denied.value)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, {"error": None}),
        (200, []),
        (200, {"error": "Specified beatmap difficulty couldn't be found."}),
        (200, b"<!doctype html><p>hello"),
        (200, b"{"),
        (500, b"<!doctype html><p>Server Error"),
        (500, {"error": "it broke"}),
        (403, b"<!doctype html><p>Checking your browser"),
    ],
)
def test_what_is_no_answer_is_a_value_error_and_requests_own(
    stub: Stub, player: Any, status: int, body: object
) -> None:
    kind = "text/html" if isinstance(body, bytes) and body[:1] == b"<" else "application/json"
    stub.respond(lambda exchange, _: exchange.answer(status, body, kind))
    with pytest.raises(ServerTrouble) as trouble:
        player.user(2)
    assert isinstance(trouble.value, ValueError)
    assert isinstance(trouble.value, json.JSONDecodeError)
    assert isinstance(trouble.value, requests.RequestException)
    assert "/api/v2/users/2" in str(trouble.value)


def test_a_limit_is_a_value_error_with_the_wait(stub: Stub, player: Any) -> None:
    stub.respond(lambda exchange, _: exchange.answer(429, {"error": "slow"}, Retry_After="4000"))
    with pytest.raises(RateLimited) as limited:
        player.user(2)
    assert isinstance(limited.value, ValueError)
    assert limited.value.retry_after > 120


def test_a_token_that_is_refused_again_and_again_is_a_value_error(
    stub_clients: Clients, stub: Stub
) -> None:
    api = stub_clients.guest()
    stub.respond(lambda exchange, _: exchange.answer(401, {"authentication": "basic"}))
    with pytest.raises(LoginRequired) as refused:
        api.user(2)
    assert isinstance(refused.value, ValueError)


def test_no_server_is_a_connection_error(clients: Clients, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    api = clients.guest()
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    point_at(Ossapi, url, monkeypatch)
    for act in (
        clients.guest(access_token="x").matches,
        lambda: clients.guest(token_key="other"),
    ):
        with pytest.raises(requests.exceptions.ConnectionError) as lost:
            act()
        assert isinstance(lost.value, Offline)
        assert not isinstance(lost.value, ValueError)
    assert api.user(2).id == 2


def test_a_server_that_is_too_slow_is_a_timeout(
    stub: Stub, player: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub.respond(lambda exchange, _: exchange.hang())
    player.session._transport._deadline = 0.2
    with pytest.raises(requests.exceptions.Timeout) as late:
        player.user(2)
    assert isinstance(late.value, Offline)


def test_errors_of_the_demo(clients: Clients) -> None:
    api = clients.guest()
    calls: list[Callable[[], Any]] = [
        lambda: api.user(0),
        lambda: api.beatmap(checksum="none"),
        lambda: api.beatmap_pack("nothing"),
        lambda: api.wiki_page("en", "No_such_page"),
        lambda: api.score(1),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="404") as missing:
            call()
        assert isinstance(missing.value, NotFound)


# --- the server's form of things ---------------------------------------------------------------


def test_the_api_version_is_sent_and_decides_the_form(clients: Clients) -> None:
    new, old = clients.guest(), clients.guest(api_version="20200101")
    modern = new.beatmap_scores(221777).scores[0]
    legacy = old.beatmap_scores(221777).scores[0]
    assert modern.total_score
    assert not hasattr(modern, "score")
    assert legacy.score
    assert isinstance(legacy.mods, Mod)


def test_friends_have_the_form_of_their_version(stub: Stub, stub_clients: Clients) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=[{"id": 2, "username": "peppy"}]))
    old = stub_clients.player(access_token="x", api_version=20240101)
    assert stub.requests == []
    friend = old.friends()[0]
    assert isinstance(friend, UserCompact)
    assert stub.requests[-1].headers["x-api-version"] == "20240101"
    stub.respond(
        lambda exchange, _: exchange.answer(
            body=[{"target_id": 2, "relation_type": "friend", "mutual": True, "target": {"id": 2}}]
        )
    )
    relation = stub_clients.player(access_token="x").friends()[0]
    assert isinstance(relation, UserRelation)
    target: Any = relation.target
    assert target.id == 2


def test_models_ask_the_client_that_they_came_to(clients: Clients) -> None:
    api = clients.guest()
    beatmap = api.beatmap(221777)
    assert beatmap.beatmapset().id == beatmap.beatmapset_id
    assert api.user_scores(12092800, "best", limit=1)[0].user().id == 12092800
    assert api.ranking("osu", "performance").ranking[0].user.expand().id


def test_a_strict_client_refuses_unknown_fields(
    demo_server_with: Callable[..., Server], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = demo_server_with("--faults", "extra-fields")
    point_at(Ossapi, server.url, monkeypatch)
    clients = Clients(server, tmp_path)
    assert clients.guest().user(2).id == 2
    with pytest.raises(TypeError, match="unexpected field"):
        clients.guest(strict=True).user(2)
    clients.close()


def test_a_strict_client_reads_what_is_known(clients: Clients) -> None:
    assert clients.guest(strict=True).ranking("osu", "performance").ranking


# --- what programs reach into --------------------------------------------------------------


def test_the_session_sends_requests_of_the_program(clients: Clients, browser: Browser) -> None:
    api = clients.player()
    answer = api.session.get(f"{api.base_url}/users/2", params={"key": "id"})
    assert answer.status_code == 200
    assert answer.ok
    assert answer.json()["username"] == "peppy"
    assert json.loads(answer.text) == json.loads(answer.content)
    assert answer.url == f"{api.base_url}/users/2?key=id"
    missing = api.session.request("GET", f"{api.base_url}/users/0", timeout=5)
    assert (missing.status_code, missing.json()) == (404, {"error": None})
    with pytest.raises(ValueError, match="404"):
        missing.raise_for_status()
    sent = api.session.post(
        f"{api.base_url}/chat/new", data={"target_id": 2, "message": "x", "is_action": False}
    )
    assert sent.json()["message"]["content"] == "x"
    with pytest.raises(ValueError, match="only"):
        api.session.get("https://example.org/api/v2/users/2")
    with pytest.raises(ValueError, match="only"):
        api.session.get(f"{clients.server.url}.example.org/api/v2/users/2")
    api.session.close()
    with pytest.raises(OsuError, match="closed"):
        api.user(2)


def test_a_session_s_token_can_be_set(stub: Stub, player: Any) -> None:
    player.session.token = {"access_token": "another", "expires_at": 2e10}
    player.user(2)
    assert stub.requests[-1].headers["authorization"] == "Bearer another"
    with pytest.raises(ValueError, match="access token"):
        player.session.token = {"refresh_token": "x"}


def test_requests_of_ones_own_through_private_methods(clients: Clients, stub: Stub) -> None:
    api = clients.guest()
    assert api._get(User, "/users/2").username == "peppy"
    assert api._request(User, "GET", "/users/2", {"key": "id"}).id == 2
    assert api._post(Any, "/beatmaps/221777/attributes", {"mods": Mod.HR})["attributes"]


def test_the_address_is_read_at_each_call(stub: Stub, player: Any) -> None:
    player.base_url = f"{stub.url}/other/v2"
    player.user(2)
    assert stub.requests[-1].path == "/other/v2/users/2"
    with running_stub() as other:
        player.base_url = f"{other.url}/v2"
        player.user(2)
        assert other.requests[-1].path == "/v2/users/2"
        assert other.requests[-1].headers["authorization"] == "Bearer of-the-test"
        player.session.close()
    with pytest.raises(ValueError, match="https"):
        player.base_url = "http://osu.ppy.sh/api/v2"
        player.user(2)


def test_requests_without_a_model(stub: Stub, player: Any) -> None:
    assert player._request(None, "GET", "/users/2") is None
    player._instantiate_type = lambda type, value, **args: value
    assert player._request(None, "GET", "/users/lookup", params={"ids": [1]})["id"] == 1
    assert stub.requests[-1].query == {"ids[]": ["1"]}


def test_a_session_of_the_program_s_own_gives_the_token(stub: Stub, player: Any) -> None:
    player.session.close()
    player.session = SimpleNamespace(token={"access_token": "of-its-own"})
    for _ in range(2):
        player.user(2)
        assert stub.requests[-1].headers["authorization"] == "Bearer of-its-own"
    player.session = player._connected()


def test_a_replaced_reader_gets_the_parsed_json(clients: Clients) -> None:
    class Own(Ossapi):
        def _instantiate_type(
            self, type_: Any, value: Any, obj: Any = None, attr_name: Any = None
        ) -> Any:
            return SimpleNamespace(kind=type_, value=value)

    found = clients.guest(Own).user(2)
    assert found.kind is User
    assert found.value["username"] == "peppy"
    api = clients.guest()
    api._instantiate_type = lambda type_, value: value
    assert api.user(2)["username"] == "peppy"
    del api._instantiate_type
    assert api._instantiate_type(User, {"id": 3}).id == 3
    assert api._instantiate_type(list[Score], [{"id": 3}])[0].id == 3


def test_unreadable_json_is_told_to_a_replaced_reader_too(stub: Stub, player: Any) -> None:
    player._instantiate_type = lambda type_, value: value
    stub.respond(lambda exchange, _: exchange.answer(body=b"[1,"))
    with pytest.raises(Unreadable):
        player.user(2)
    stub.respond(lambda exchange, _: exchange.answer(body=EMPTY))
    assert player.user(2)["id"] == 1


def test_a_flaky_server_is_asked_again(stub: Stub, player: Any) -> None:
    def respond(exchange: Exchange, number: int) -> None:
        if number == 1:
            exchange.reset()
        else:
            exchange.answer(body={"id": 2})

    stub.respond(respond)
    assert player.user(2).id == 2
