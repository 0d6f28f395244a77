"""Endpoints of matches: listing, events, games with scores of both formats."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from osubrowser.api import GameMode, MatchEventType, ScoringType, TeamType
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, guest
from tests.conftest import ANSWERS, Server

MODERN = {
    "id": None,
    "type": "legacy_match_score",
    "user_id": 2,
    "ruleset_id": 0,
    "beatmap_id": 75,
    "total_score": 500_000,
    "accuracy": 0.5,
    "mods": [{"acronym": "HD"}],
    "statistics": {"great": 5},
    "ended_at": "2023-08-27T20:33:18Z",
    "match": {"slot": 3, "team": "red", "pass": True},
}
LEGACY = {
    "id": None,
    "best_id": None,
    "user_id": 3,
    "mode": "osu",
    "mode_int": 0,
    "score": 400_000,
    "accuracy": 1,
    "mods": ["HD"],
    "perfect": 1,
    "statistics": {"count_300": 5, "count_geki": None},
    "created_at": "2023-08-27T20:33:18Z",
    "match": {"slot": 1, "team": "blue", "pass": False},
}
GAME = {
    "id": 11,
    "match_id": 1,
    "beatmap_id": 75,
    "start_time": "2023-08-27T20:33:18Z",
    "end_time": None,
    "mode": "osu",
    "mode_int": 0,
    "mods": ["HD", "DT"],
    "scoring_type": "scorev2",
    "team_type": "team-vs",
    "scores": [MODERN, LEGACY],
}


def test_recorded_listing(recorded_server: Server) -> None:
    sent = json.loads((ANSWERS / "v2" / "get_matches_200.json").read_bytes())
    page = guest(recorded_server).matches()
    assert len(page.matches) == len(sent["matches"])
    first = page.matches[0]
    assert (first.id, first.name, first.end_time) == (
        sent["matches"][0]["id"],
        sent["matches"][0]["name"],
        None,
    )
    assert first.start_time == datetime(2023, 8, 27, 20, 33, 18, tzinfo=UTC)
    assert page.params == {"limit": 50, "sort": "id_desc"}
    assert page.cursor is not None
    assert page.cursor.match_id == sent["cursor"]["match_id"]


def test_a_game_and_its_scores(stub: Stub) -> None:
    events = [
        {"id": 1, "detail": {"type": "match-created"}, "timestamp": "2023-08-27T20:33:18+00:00"},
        {"id": 2, "detail": {"type": "other", "text": "lia"}, "user_id": None, "game": GAME},
    ]
    body = {"match": {"id": 1, "name": "lia"}, "events": events, "users": [{"id": 2}]}
    answer(stub, {**body, "first_event_id": 1, "latest_event_id": 2, "current_game_id": 11})
    whole = stub.client().match(1, limit=10)
    assert asked(stub) == ("GET /matches/1", {"limit": ["10"]})
    created, played = whole.events
    assert created.detail.type is MatchEventType.MATCH_CREATED
    assert (whole.match.name, whole.current_game_id, played.detail.text) == ("lia", 11, "lia")
    game = played.game
    assert game is not None
    assert game.beatmap is None, "it is deleted"
    assert (game.scoring_type, game.team_type) == (ScoringType.SCORE_V2, TeamType.TEAM_VS)
    assert game.mods == ["HD", "DT"]
    modern, legacy = game.scores
    assert [str(mod) for mod in (*modern.mods, *legacy.mods)] == ["HD", "HD"]
    assert modern.match is not None
    assert (modern.match.slot, modern.match.team, modern.match.passed) == (3, "red", True)
    assert legacy.match is not None
    assert not legacy.match.passed
    assert (modern.total_score, legacy.legacy_total_score) == (500_000, 400_000)
    assert modern.mode is legacy.mode is GameMode.OSU
    assert modern.ended_at == legacy.ended_at


def test_the_walk_goes_back_to_the_first_event(stub: Stub) -> None:
    ends = {"match": {"id": 1}, "first_event_id": 1, "latest_event_id": 4}
    answer(
        stub,
        {**ends, "events": [{"id": 3}, {"id": 4}]},
        {**ends, "events": [{"id": 1}, {"id": 2}]},
    )
    client = stub.client()
    pages = list(client.pages(client.match, 1))
    assert [[e.id for e in page.events] for page in pages] == [[3, 4], [1, 2]]
    assert asked(stub)[1] == {"before": ["3"]}
    assert len(stub.requests) == 2


def test_the_walk_goes_on_to_the_latest_event(stub: Stub) -> None:
    ends = {"match": {"id": 1}, "first_event_id": 1, "latest_event_id": 4}
    answer(
        stub,
        {**ends, "events": [{"id": 1}, {"id": 2}]},
        {**ends, "events": [{"id": 3}, {"id": 4}]},
    )
    client = stub.client()
    pages = list(client.pages(client.match, 1, after_id=0))
    assert [[e.id for e in page.events] for page in pages] == [[1, 2], [3, 4]]
    assert asked(stub)[1] == {"after": ["2"]}
    assert len(stub.requests) == 2


def test_parameters_of_the_listing(stub: Stub) -> None:
    stub.client().matches(active=False, sort="id_asc", limit=5)
    assert asked(stub) == (
        "GET /matches",
        {"active": ["0"], "sort": ["id_asc"], "limit": ["5"]},
    )
