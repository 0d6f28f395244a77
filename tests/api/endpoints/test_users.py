"""Endpoints of players: lookup, friends in both formats, beatmaps, teams."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from osubrowser.api import (
    BeatmapPlaycount,
    Beatmapset,
    Client,
    Forbidden,
    LoginRequired,
    MemoryTokenStore,
    NotFound,
    Scope,
    ScoreType,
    User,
    UserBeatmapType,
    UserRelationType,
)
from osubrowser.api.decoding.decode import decode
from tests.api.conftest import Exchange, Stub
from tests.conftest import Server

Recorded = Callable[[str], bytes]
FRIEND = {"id": 3, "username": "cookie", "country": {"code": "US", "name": "United States"}}


def player(stub: Stub, *scopes: Scope) -> Client:
    client = stub.client(redirect_uri="http://127.0.0.1:4/", scopes=list(scopes))
    client.use_token({"access_token": "of-a-player", "expires_in": 86400})
    return client


def answering(stub: Stub, body: object) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=body))


def test_the_recorded_server_is_read(recorded_server: Server, recorded: Recorded) -> None:
    sent = json.loads(recorded("get_user_200"))
    with Client(
        recorded_server.client_id,
        recorded_server.client_secret,
        base_url=recorded_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        user = client.user(12092800)
        assert user.playstyle == sent["playstyle"] == ["mouse", "touch"]
        assert user.rank_history is not None
        assert user.rank_history.data == sent["rank_history"]["data"]
        sets = client.user_beatmaps(2, "favourite")
        raw = json.loads(recorded("get_user_beatmaps_200"))
        assert [s.title for s in sets] == [s["title"] for s in raw]
        pages = list(client.pages(client.user_beatmaps, 2, UserBeatmapType.RANKED))
        assert pages == [sets]
        with pytest.raises(NotFound):
            client.user(0)


def test_the_history_of_ranks_is_found_under_its_older_name() -> None:
    history = {"mode": "osu", "data": [3, 2, 1]}
    user = decode(json.dumps({"id": 2, "rankHistory": history}).encode(), User)
    assert user.rank_history is not None
    assert user.rank_history.data == [3, 2, 1]
    assert decode(b'{"id": 2, "rank_history": null}', User).rank_history is None


def test_players_by_the_fifty(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        ids = exchange.seen.query["ids[]"]
        users = [{"id": int(i.strip("@"))} for i in ids if i != "3"]
        exchange.answer(body={"users": users})

    stub.respond(respond)
    with stub.client() as client:
        found = client.users(range(1, 61), include_variant_statistics=True)
        assert [user.id for user in found] == [i for i in range(1, 61) if i != 3]
        assert [u.id for u in client.users_lookup([2, "@17"], exclude_bots=True)] == [2, 17]
        client.users_lookup(["5"], ruleset_id=0)
        assert client.users([]) == []
    first, second, third, fourth = (seen.query for seen in stub.requests)
    assert (len(first["ids[]"]), len(second["ids[]"])) == (50, 10)
    assert first["include_variant_statistics"] == ["1"]
    assert third == {"ids[]": ["2", "@17"], "exclude_bots": ["1"]}
    assert fourth == {"ids[]": ["5"], "ruleset_id": ["0"]}


def test_friends_of_today_and_of_before(stub: Stub) -> None:
    relation = {"target_id": 3, "relation_type": "friend", "mutual": True, "target": FRIEND}
    answering(stub, [relation, FRIEND, {"target_id": 9, "relation_type": "block"}, {}])
    with player(stub, Scope.FRIENDS_READ) as client:
        now, before, alone = client.friends()
    assert (now.target_id, now.mutual, now.relation_type) == (3, True, UserRelationType.FRIEND)
    assert now.target == before.target
    assert before.target_id == 3
    assert before.target is not None
    assert before.target.country is not None
    assert before.target.country.code == "US"
    assert (alone.target_id, alone.target) == (9, None)
    assert alone.relation_type is UserRelationType.BLOCK


def test_what_is_ones_own_needs_a_sign_in(stub: Stub) -> None:
    with stub.client() as guest:
        for call in (guest.friends, guest.beatmapset_favourites, guest.get_me):
            with pytest.raises(LoginRequired):
                call()
    with player(stub, Scope.PUBLIC) as client:
        for call in (client.friends, client.beatmapset_favourites, client.get_me):
            with pytest.raises(Forbidden):
                call()
    assert stub.requests == []


def test_ones_own_favourites(stub: Stub) -> None:
    answering(stub, {"beatmapset_ids": [5, 7]})
    with player(stub, Scope.IDENTIFY) as client:
        assert client.beatmapset_favourites() == [5, 7]
    assert stub.requests[0].path == "/api/v2/me/beatmapset-favourites"


def test_a_players_scores_are_asked_for(stub: Stub) -> None:
    answering(stub, [])
    with stub.client() as client:
        client.user_scores(2, "best")
        client.user_scores(2, ScoreType.RECENT, include_fails=True, mode="catch", limit=7, offset=3)
        client.user_scores(2, "firsts", legacy_only=False)
    assert [(seen.path, seen.query) for seen in stub.requests] == [
        ("/api/v2/users/2/scores/best", {}),
        (
            "/api/v2/users/2/scores/recent",
            {"include_fails": ["1"], "mode": ["fruits"], "limit": ["7"], "offset": ["3"]},
        ),
        ("/api/v2/users/2/scores/firsts", {"legacy_only": ["0"]}),
    ]


def test_the_best_scores_are_walked_past_short_pages(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        start, limit = (int(exchange.seen.query.get(n, ["0"])[0]) for n in ("offset", "limit"))
        # Scores on deleted beatmaps are left out after the server has counted them.
        ids = [i for i in range(start, min(start + limit, 200)) if i != 50]
        exchange.answer(body=[{"id": i + 1, "ruleset_id": 0} for i in ids])

    stub.respond(respond)
    with stub.client() as client:
        sizes = [len(page) for page in client.pages(client.user_scores, 2, "best")]
    assert sizes == [99, 100]


def test_played_and_passed_beatmaps(stub: Stub) -> None:
    played = {"beatmap_id": 75, "count": 12, "beatmap": {"id": 75}, "beatmapset": {"id": 1}}
    answering(stub, [played])
    with stub.client() as client:
        most = client.user_beatmaps(user_id=2, type_="most_played")
        assert most[0] == BeatmapPlaycount(
            beatmap_id=75, count=12, beatmap=most[0].beatmap, beatmapset=Beatmapset(id=1)
        )
        answering(stub, {"beatmaps_passed": [{"id": 75}]})
        passed = client.search_beatmaps_passed(2, [1, 3], is_legacy=True, ruleset_id=1)
        assert [beatmap.id for beatmap in passed] == [75]
    assert stub.requests[1].path == "/api/v2/users/2/beatmaps-passed"
    assert stub.requests[1].query == {
        "beatmapset_ids[]": ["1", "3"],
        "exclude_converts": ["0"],
        "is_legacy": ["1"],
        "no_diff_reduction": ["1"],
        "ruleset_id": ["1"],
    }


def test_a_team(stub: Stub) -> None:
    statistics = {"team_id": 5, "ruleset_id": 3, "play_count": None, "performance": None}
    body = {"id": 5, "name": "sanctuary", "leader": FRIEND, "members": [FRIEND]}
    answering(stub, body | {"statistics": statistics, "created_at": "2025-01-02T03:04:05+00:00"})
    with stub.client() as client:
        team = client.team(5, mode="mania")
        client.team(5)
    assert team.leader is not None and team.leader.username == "cookie"
    assert [member.id for member in team.members] == [3]
    assert team.statistics is not None and team.statistics.play_count is None
    assert [seen.path for seen in stub.requests] == ["/api/v2/teams/5/mania", "/api/v2/teams/5"]
