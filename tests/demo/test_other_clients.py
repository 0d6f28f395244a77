"""Third-party clients against the demo server: ossapi, aiosu and osu.py read what ours reads."""

from __future__ import annotations

import asyncio
import base64
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.api.legacy import LegacyClient
from osubrowser.demo.server import DemoServer
from tests.demo.agreement import Agreement
from tests.demo.osu_py_calls import osu_py_calls
from tests.demo.other_calls import CALLS, PAIRS, pairs_of_things

CALLBACK = "http://127.0.0.1:17272/callback"
SCOPES = ["public", "identify", "friends.read", "chat.read"]
OSU_PY_NAMES = frozenset({"model", "reviews_config", "user_votes"})
"""Renamed models of kudosu, an object for `max_blocks`, and comments read as a guest."""
DOWNLOADS = {"download_score", "download_score_mode"}
NOT_READING = {
    "authenticate",
    "forum_create_topic",
    "forum_edit_post",
    "forum_edit_topic",
    "forum_reply",
    "revoke_token",
    "send_announcement",
    "send_pm",
}
MAY_BE_EMPTY = {
    "kudosu ranking",  # aiosu reads none of its columns
    "recent",
    "search",  # aiosu looks for other keys
    "user_beatmaps nominated",
    "user_beatmaps pending",
}
THEIR_OWN = frozenset({"preview_url", "discussion_enabled"})
"""aiosu puts a second scheme before whole addresses, and reads what is sent no more."""
OLD = {"best", "board", "own on a beatmap", "pinned", "recent", "score"}
OF_OLD_SCORES = frozenset({"accuracy", "beatmap_id", "best_id", "id", "type"})
"""What the older shape of scores, which aiosu asks for, has otherwise: numbers, rounding."""


NOT_SERVED = {"get_current_token", "get_chat_updates"}
"""No request, and one that only the game may make."""


class Noting:
    """Passes calls on to a client, and notes their names."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.noted: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.noted.add(name)
        return getattr(self.client, name)


def readings(kind: type) -> set[str]:
    """Return the methods of a client of aiosu's that read something."""
    return {name for name in dir(kind) if name.startswith(("get_", "lookup_", "search"))}


def token_of(server: DemoServer) -> dict[str, object]:
    return server.authority.issue(server.world.me, frozenset(SCOPES))


@pytest.fixture
def theirs(server: DemoServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Ossapi, signed in as the demo player."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # it talks to this machine
    ossapi = pytest.importorskip("ossapi")
    monkeypatch.setattr(ossapi.Ossapi, "BASE_URL", f"{server.url}/api/v2")
    monkeypatch.setattr(ossapi.Ossapi, "TOKEN_URL", f"{server.url}/oauth/token")
    token = token_of(server)
    api = ossapi.Ossapi(
        server.client_id,
        server.client_secret,
        "http://127.0.0.1:17272/callback",
        SCOPES,
        access_token=token["access_token"],
        refresh_token=token["refresh_token"],
        token_directory=str(tmp_path),
    )
    yield api
    api.session.close()


@pytest.fixture
def ours(server: DemoServer) -> Iterator[Client]:
    with Client(
        server.client_id,
        server.client_secret,
        "http://127.0.0.1:17272/callback",
        SCOPES,
        base_url=server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        client.use_token(token_of(server))
        yield client


# --- ossapi ------------------------------------------------------------------------------------


def test_ossapi_reads_all_that_it_can_ask(ours: Client, theirs: Any) -> None:
    problems: dict[str, object] = {}
    compared = 0
    for name, call in CALLS.items():
        agreement = Agreement()
        try:
            agreement.compare(call(ours), call(theirs), name)
        except Exception as refusal:  # noqa: BLE001 - each call is judged on its own
            problems[name] = refusal
            continue
        if agreement.differences or not (agreement.compared or name in MAY_BE_EMPTY):
            problems[name] = agreement
        compared += agreement.compared
    assert not problems
    assert compared > 20_000


def test_every_reading_method_of_ossapi_is_asked() -> None:
    ossapi = pytest.importorskip("ossapi")
    asked = {name.partition(" ")[0] for name in CALLS}
    there = {
        name
        for name, method in vars(ossapi.Ossapi).items()
        if not name.startswith("_") and inspect.isfunction(method)
    }
    assert there - asked == NOT_READING | DOWNLOADS


def test_ossapi_reads_replays(ours: Client, theirs: Any) -> None:
    stable = ours.score_mode("osu", 2797309065)
    assert stable.id is not None
    for mine, other in (
        (
            ours.download_score_mode("osu", 2797309065),
            theirs.download_score_mode("osu", 2797309065),
        ),
        (ours.download_score(stable.id), theirs.download_score(stable.id)),
    ):
        assert (other.username, other.score) == (mine.username, mine.score)
        assert (other.count_300, other.count_100, other.count_50) == (
            mine.count_300,
            mine.count_100,
            mine.count_50,
        )
        assert (other.max_combo, other.count_miss) == (mine.max_combo, mine.count_miss)
        assert other.beatmap_hash == mine.beatmap_hash
        assert other.timestamp == mine.timestamp
        assert other.mods.value == mine.mod_bits
        frames = [(f.time_delta, f.x, f.y) for f in other.replay_data]
        assert frames == [(f.time, f.x, f.y) for f in mine.frames()]
        assert len(frames) > 1000


# --- aiosu -------------------------------------------------------------------------------------


def test_aiosu_reads_all_that_it_can_ask(ours: Client, server: DemoServer) -> None:
    aiosu = pytest.importorskip("aiosu.v2")
    models = pytest.importorskip("aiosu.models")
    problems: dict[str, object] = {}
    compared = 0

    async def ask() -> None:
        nonlocal compared
        token = models.OAuthToken.model_validate(token_of(server))
        async with aiosu.Client(
            client_id=server.client_id,
            client_secret=server.client_secret,
            base_url=server.url,
            token=token,
        ) as client:
            noting = Noting(client)
            for name, (their_call, our_call) in {**PAIRS, **pairs_of_things(ours)}.items():
                agreement = Agreement(THEIR_OWN | (OF_OLD_SCORES if name in OLD else frozenset()))
                try:
                    agreement.compare(our_call(ours), await their_call(noting), name)
                except Exception as refusal:  # noqa: BLE001 - each call is judged on its own
                    problems[name] = refusal
                    continue
                if agreement.differences or not (agreement.compared or name in MAY_BE_EMPTY):
                    problems[name] = agreement
                compared += agreement.compared
            replay = await noting.get_score_replay(2797309065, "osu")
            file = ours.download_score_mode("osu", 2797309065, raw=True)
            assert replay.read() == file
            again = await noting.get_score_replay_lazer(ours.score_mode("osu", 2797309065).id)
            assert again.read() == file
            assert readings(aiosu.Client) == noting.noted | NOT_SERVED
            old = await client.get_user_bests(12092800, limit=50)
            new = ours.user_scores(12092800, "best", limit=50)
            assert [score.score for score in old] == [score.legacy_total_score for score in new]
            assert [score.pp for score in old] == [score.pp for score in new]

    asyncio.run(ask())
    assert not problems
    assert compared > 20_000


def test_a_guest_of_aiosu_gets_a_token_by_itself(server: DemoServer) -> None:
    aiosu = pytest.importorskip("aiosu.v2")

    async def ask() -> str:
        async with aiosu.Client(
            client_id=server.client_id, client_secret=server.client_secret, base_url=server.url
        ) as client:
            return str((await client.get_user(2)).username)

    assert asyncio.run(ask()) == "peppy"


# --- osu.py ------------------------------------------------------------------------------------


def sign_in_osu_py(server: DemoServer) -> Any:
    """Return a client of osu.py, signed in as the demo player by a code."""
    osu = pytest.importorskip("osu", reason="osu.py is not installed")
    client = osu.Client.from_credentials(
        int(server.client_id),
        server.client_secret,
        CALLBACK,
        osu.Scope(*SCOPES, "chat.write", "chat.write_manage", "forum.write"),
        request_wait_time=0,
        limit_per_minute=100_000,
    )
    # It knows domains with TLS only: the paths stay its own.
    client.http.base_url = osu.constants.base_url("").replace("https://", server.url)
    client.http.token_url = osu.constants.token_url("").replace("https://", server.url)
    query = {
        "client_id": server.client_id,
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": client.auth.scope.scopes,
    }
    url = f"{server.url}/oauth/authorize"
    answer = requests.get(url, params=query, allow_redirects=False, timeout=20)
    landed = parse_qs(urlsplit(answer.headers["Location"]).query)
    client.auth.get_auth_token(landed["code"][0])
    return client


def test_osu_py_reads_all_that_it_can_ask(ours: Client, server: DemoServer) -> None:
    osu_py = sign_in_osu_py(server)
    problems: dict[str, object] = {}
    compared = 0
    modder = server.world.accounts.id_of(server.world.kudosu.ranking[0])
    calls = osu_py_calls(ours, modder)
    for name, (their_call, our_call) in calls.items():
        agreement = Agreement(OSU_PY_NAMES)
        try:
            agreement.compare(our_call(ours), their_call(osu_py), name)
        except Exception as refusal:  # noqa: BLE001 - each call is judged on its own
            problems[name] = refusal
            continue
        if agreement.differences or not agreement.compared:
            problems[name] = agreement
        compared += agreement.compared
    assert not problems
    assert compared > 100_000
    replay = ours.download_score_mode("osu", 2797309065, raw=True)
    assert osu_py.get_replay_data("osu", 2797309065, use_osrparse=False) == replay
    score = ours.score_mode("osu", 2797309065).id
    assert osu_py.get_replay_data_by_id_only(score, use_osrparse=False) == replay
    methods = {name for name in dir(osu_py) if name.startswith(("get_", "lookup_", "search"))}
    assert methods - calls.keys() == {"get_replay_data", "get_replay_data_by_id_only"}


def test_osu_py_writes() -> None:
    # All but announcements, whose list of people it cannot send to any server.
    with DemoServer() as server:  # a world of its own
        client = sign_in_osu_py(server)
        me, other = client.get_own_data().id, client.get_user("peppy").id
        made = client.create_topic("Text", 52, "Title")
        topic = made.topic.id
        assert client.reply_topic(topic, "More").topic_id == topic
        assert client.edit_topic(topic, "Another").title == "Another"
        assert client.edit_post(made.post.id, "Less").id == made.post.id
        channel = client.get_channel_list()[0].channel_id
        assert client.join_channel(channel, me).channel_id == channel
        assert client.send_message_to_channel(channel, "hello", False).content == "hello"
        client.mark_channel_as_read(channel, client.get_channel_messages(channel)[-1].message_id)
        client.leave_channel(channel, me)
        assert client.create_new_pm(other, "hello", False).message.content == "hello"
        assert client.create_pm_channel(other).users == [me, other]
        client.revoke_current_token()


# --- the old API -------------------------------------------------------------------------------


@pytest.fixture
def old(server: DemoServer) -> Iterator[LegacyClient]:
    with LegacyClient(server.api_key, base_url=server.url) as client:
        yield client


def test_ossapi_reads_the_old_api(
    ours: Client, old: LegacyClient, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ossapi = pytest.importorskip("ossapi")
    monkeypatch.setattr(ossapi.OssapiV1, "BASE_URL", f"{server.url}/api/")
    theirs = ossapi.OssapiV1(server.api_key)
    match = next(m.id for m in ours.matches().matches if old.get_match(m.id).games)
    pairs = {
        "beatmap": (old.get_beatmaps(beatmap_id=221777), theirs.get_beatmaps(beatmap_id=221777)),
        "set": (
            old.get_beatmaps(beatmapset_id=104888),
            theirs.get_beatmaps(beatmapset_id=104888),
        ),
        "newest": (old.get_beatmaps(limit=20), theirs.get_beatmaps(limit=20)),
        "user": (old.get_user("peppy"), theirs.get_user("peppy")),
        "scores": (old.get_scores(221777), theirs.get_scores(221777)),
        "best": (old.get_user_best(12092800), theirs.get_user_best(12092800)),
        "recent": (old.get_user_recent(12092800), theirs.get_user_recent(12092800)),
        "match": (old.get_match(match).match, theirs.get_match(match).match),
        "games": (old.get_match(match).games, theirs.get_match(match).games),
    }
    for name, (mine, other) in pairs.items():
        agreement = Agreement(frozenset({"mods", "bpm"}))  # bits; it leaves bpm a text
        agreement.compare(mine, other, name)
        assert not agreement.differences
        assert agreement.compared or name in MAY_BE_EMPTY, name
    asked = {"beatmap_id": 1776628, "user": 3256299, "mode": 0}
    replay = old.get_replay(beatmap_id=1776628, user=3256299, mode=0)
    assert base64.b64decode(theirs.get_replay(**asked)) == replay.data
    assert len(replay.frames()) > 1000


def test_aiosu_reads_the_old_api(ours: Client, old: LegacyClient, server: DemoServer) -> None:
    aiosu = pytest.importorskip("aiosu.v1")

    async def ask() -> None:
        async with aiosu.Client(server.api_key, base_url=server.url) as asking:
            client: Any = Noting(asking)
            user = await client.get_user("peppy")
            assert (user.id, user.username) == (2, "peppy")
            assert user.statistics.pp == old.get_user("peppy").pp
            best = await client.get_user_bests(12092800, limit=10)
            mine = old.get_user_best(12092800)
            assert [score.score for score in best] == [score.score for score in mine]
            board = await client.get_beatmap_scores(221777)
            top = old.get_scores(221777)
            assert [score.user_id for score in board] == [score.user_id for score in top]
            [beatmapset] = await client.get_beatmap(beatmap_id=221777)
            [beatmap] = old.get_beatmaps(beatmap_id=221777)
            assert (beatmapset.id, beatmapset.title) == (beatmap.beatmapset_id, beatmap.title)
            lately = ours.scores().scores[-1].user_id
            recent = await client.get_user_recents(lately, limit=10)
            assert [s.score for s in recent] == [s.score for s in old.get_user_recent(lately)]
            replay = await client.get_replay(beatmap_id=1776628, user_query=3256299, mode=0)
            found = old.get_replay(beatmap_id=1776628, user=3256299)
            assert base64.b64decode(replay.content) == found.data
            match = next(m.id for m in ours.matches().matches if old.get_match(m.id).games)
            games = (await client.get_match(match)).games
            mine_played = old.get_match(match).games
            assert [game.id for game in games] == [game.game_id for game in mine_played]
            lines = (await client.get_beatmap_osu(221777)).read().splitlines()
            assert lines[0].startswith("osu file format")
            assert readings(aiosu.Client) == client.noted

    asyncio.run(ask())
