"""Endpoints of scores: both formats as one entity, leaderboards, lists of players."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from osubrowser.api import (
    BeatmapScores,
    Client,
    GameMode,
    Grade,
    MemoryTokenStore,
    Mod,
    NotFound,
    Score,
    ScoreStatistics,
)
from osubrowser.api.decoding.decode import decode
from tests.api.conftest import Exchange, Stub
from tests.conftest import Server, raw_answer

Recorded = Callable[[str], bytes]

MODERN: dict[str, Any] = {
    "id": 5123456789,
    "type": "solo_score",
    "user_id": 2,
    "beatmap_id": 221777,
    "ruleset_id": 0,
    "build_id": 7654,
    "best_id": None,
    "legacy_score_id": None,
    "legacy_total_score": 0,
    "total_score": 1_034_567,
    "classic_total_score": 31_000_000_000,
    "total_score_without_mods": 939_000,
    "accuracy": 0.9876,
    "max_combo": 1024,
    "mods": [{"acronym": "DT", "settings": {"speed_change": 1.3}}, {"acronym": "HD"}],
    "statistics": {"great": 900, "ok": 10, "miss": 1, "slider_tail_hit": 300},
    "maximum_statistics": {"great": 911, "legacy_combo_increase": 5},
    "passed": True,
    "rank": "S",
    "pp": 321.5,
    "ranked": True,
    "preserve": True,
    "processed": True,
    "has_replay": True,
    "replay": True,
    "is_perfect_combo": False,
    "legacy_perfect": False,
    "started_at": "2026-07-04T00:40:00Z",
    "ended_at": "2026-07-04T00:47:40Z",
    "current_user_attributes": {"pin": None},
    "rank_global": 7,
    "replay_views": 3,
}
LEGACY: dict[str, Any] = {
    "id": 4580373803,
    "best_id": 4580373803,
    "type": "score_best_osu",
    "user_id": 2,
    "accuracy": 0.98,
    "mods": ["HD", "NC"],
    "score": 6_574_005,
    "max_combo": 562,
    "perfect": True,
    "statistics": {
        "count_300": 392,
        "count_100": 11,
        "count_50": 2,
        "count_geki": None,
        "count_katu": None,
        "count_miss": 1,
    },
    "passed": True,
    "pp": 428.2,
    "rank": "SH",
    "created_at": "2024-02-05T16:23:28Z",
    "mode": "osu",
    "mode_int": 0,
    "replay": True,
    "current_user_attributes": {"pin": {"is_pinned": True, "score_id": 99}},
}


def read(sent: dict[str, Any], **changes: Any) -> Score:
    return decode(json.dumps(sent | changes).encode(), Score)


def client_of(server: Server) -> Client:
    return Client(
        server.client_id, server.client_secret, base_url=server.url, token_store=MemoryTokenStore()
    )


# --- two shapes, one score -----------------------------------------------------------------


def test_todays_shape_is_read_as_it_is() -> None:
    score = read(MODERN)
    for name in ("id", "total_score", "classic_total_score", "accuracy", "pp", "rank_global"):
        assert getattr(score, name) == MODERN[name]
    assert score.mods == [Mod(acronym="DT", settings={"speed_change": 1.3}), Mod(acronym="HD")]
    assert score.grade is score.rank is Grade.S
    assert score.mode is GameMode.OSU
    assert score.ended_at == score.created_at == datetime(2026, 7, 4, 0, 47, 40, tzinfo=UTC)
    assert score.has_replay
    assert not score.is_stable
    assert score.score_id == MODERN["id"]


def test_the_older_shape_has_the_same_attributes() -> None:
    score = read(LEGACY)
    assert score.mods == [Mod(acronym="HD"), Mod(acronym="NC")]
    assert score.total_score == score.legacy_total_score == 6_574_005
    assert score.legacy_score_id == score.id == 4580373803
    assert score.ended_at == datetime(2024, 2, 5, 16, 23, 28, tzinfo=UTC)
    assert score.legacy_perfect and score.is_perfect_combo and score.has_replay
    assert score.ruleset_id == 0
    assert score.statistics == ScoreStatistics(great=392, ok=11, meh=2, miss=1)
    assert score.is_stable
    assert score.score_id == 99  # today's number is known from the pin alone


def test_a_new_score_in_the_older_shape_is_addressed_by_its_id() -> None:
    score = read(LEGACY, type="solo_score", score=0, best_id=None)
    assert score.legacy_score_id is None
    assert score.score_id == LEGACY["id"]
    assert score.legacy_total_score == 0
    assert not score.is_stable


def test_a_stable_score_that_was_never_the_best() -> None:
    score = read(LEGACY, id=0, type="score_osu", best_id=None, current_user_attributes=None)
    assert score.legacy_score_id == 0
    assert score.score_id is None


def test_shapes_are_told_apart_by_content_not_by_type() -> None:
    match = read(MODERN, id=None, type="legacy_match_score", ruleset_id=3)
    assert match.mode is GameMode.MANIA
    assert match.statistics.ruleset_id == 3
    old = {**LEGACY, "type": "legacy_match_score", "id": None, "perfect": 1}
    assert read(old, match={"slot": 3, "team": "red", "pass": True}).legacy_perfect
    info = read(old, match={"slot": 3, "team": "red", "pass": True}).match
    assert info is not None
    assert (info.slot, info.team, info.pass_) == (3, "red", True)


def test_the_beatmap_tells_what_the_older_shape_leaves_out() -> None:
    sent = {name: value for name, value in LEGACY.items() if name not in ("mode", "mode_int")}
    score = read(sent, beatmap={"id": 75, "mode": "taiko"})
    assert score.beatmap_id == 75
    assert score.mode is GameMode.TAIKO


def test_an_empty_list_in_place_of_an_object() -> None:
    score = read(MODERN, statistics=[], mods=[{"acronym": "DT", "settings": []}])
    assert score.statistics.counts == {}
    assert score.mods == [Mod(acronym="DT")]
    assert score.total_score == MODERN["total_score"]


# --- recorded ------------------------------------------------------------------------------


def test_a_recorded_board(recorded: Recorded) -> None:
    board = decode(recorded("get_beatmap_scores_200"), BeatmapScores)
    sent = json.loads(recorded("get_beatmap_scores_200"))
    assert board.score_count == sent["score_count"]
    for score, raw in zip(board.scores, sent["scores"], strict=True):
        assert [mod.acronym for mod in score.mods] == raw["mods"]
        assert score.legacy_total_score == raw["score"]
        assert score.statistics.count_300 == raw["statistics"]["count_300"]
        assert score.statistics.count_geki is None
        assert score.grade == raw["rank"]
        assert score.user is not None
        assert score.user.username == raw["user"]["username"]


def test_recorded_taiko_scores_keep_their_gekis(recorded: Recorded) -> None:
    scores = decode(recorded("multiple_score_taiko_bests"), list[Score])
    sent = json.loads(recorded("multiple_score_taiko_bests"))
    assert [s.statistics.count_geki for s in scores] == [
        raw["statistics"]["count_geki"] for raw in sent
    ]
    assert {s.mode for s in scores} == {GameMode.TAIKO}
    assert [s.weight.percentage for s in scores if s.weight] == [
        raw["weight"]["percentage"] for raw in sent
    ]


def test_the_recorded_server_is_read(recorded_server: Server) -> None:
    with client_of(recorded_server) as client:
        board = client.beatmap_scores(beatmap_id=1981090)
        sent = raw_answer("v2/get_beatmap_scores_200.json")["scores"]
        assert [score.id for score in board.scores] == [score["id"] for score in sent]
        assert client.beatmap_solo_scores(1981090) == board
        best = client.user_scores(12092800, "best")
        assert best[0].accuracy == 0.9908045977011494
        assert [len(page) for page in client.pages(client.user_scores, 2, "best")] == [5]
        assert client.user_scores(2, "recent") == []
        assert client.score(1).pp == 798.623  # this server puts the one into a list
        one = raw_answer("v2/get_score_200.json")["id"]
        assert client.score_mode("osu", one).id == one
        assert client.beatmap_user_scores(1, 2)[0].grade is Grade.SH
        with pytest.raises(NotFound):
            client.score(0)


# --- what is asked -------------------------------------------------------------------------


def answering(stub: Stub, body: object) -> Client:
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    return stub.client()


def test_what_boards_are_asked(stub: Stub) -> None:
    with answering(stub, {"scores": []}) as client:
        assert client.beatmap_scores(7).score_count is None
        client.beatmap_scores(
            7, mode="catch", mods="HDDT", type_="country", limit=100, legacy_only=True
        )
        client.beatmap_scores(7, mods=[])
        client.beatmap_user_scores(7, 2, mode=GameMode.MANIA)
    asked = [(seen.path, seen.query) for seen in stub.requests]
    assert asked == [
        ("/api/v2/beatmaps/7/scores", {}),
        (
            "/api/v2/beatmaps/7/scores",
            {
                "mode": ["fruits"],
                "mods[]": ["HD", "DT"],
                "type": ["country"],
                "limit": ["100"],
                "legacy_only": ["1"],
            },
        ),
        ("/api/v2/beatmaps/7/scores", {"mods[]": ["NM"]}),
        ("/api/v2/beatmaps/7/scores/users/2/all", {"ruleset": ["mania"]}),
    ]


def test_ones_own_score_is_read_under_both_names(stub: Stub) -> None:
    own = {"position": 12, "score": MODERN}
    with answering(stub, {"scores": [], "userScore": own}) as client:
        board = client.beatmap_scores(7)
    assert board.user_score is not None
    assert board.user_score.position == 12
    assert board.user_score.score == read(MODERN)
    with answering(stub, own) as client:
        assert client.beatmap_user_score(7, 2, mods="NM").score.total_score == 1_034_567
    assert stub.requests[-1].path == "/api/v2/beatmaps/7/scores/users/2"


def test_the_feed_is_walked_until_nothing_is_new(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        after = int(exchange.seen.query.get("cursor[id]", ["0"])[0])
        ids = range(after + 1, min(after + 3, 6))
        last = max(ids, default=after)
        body = {
            "scores": [MODERN | {"id": number} for number in ids],
            "cursor": {"id": last},
            "cursor_string": "eyJpZCI6MX0",
        }
        exchange.answer(body=body)

    stub.respond(respond)
    with stub.client() as client:
        pages = [[s.id for s in page.scores] for page in client.pages(client.scores, "osu")]
    assert pages == [[1, 2], [3, 4], [5]]
    assert {tuple(seen.query["ruleset"]) for seen in stub.requests} == {("osu",)}
