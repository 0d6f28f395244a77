"""Endpoints of rooms: listing, playlist, leaderboard, scores, events, daily challenge."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from osubrowser.api import (
    RoomCategory,
    RoomEventType,
    RoomSearchMode,
    RoomType,
    RoomTypeGroup,
)
from osubrowser.api.entities.rooms import QueueMode, RoomStatus
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, guest
from tests.conftest import ANSWERS, Server

ITEM: dict[str, object] = {
    "id": 9,
    "room_id": 5,
    "beatmap_id": 75,
    "ruleset_id": 3,
    "required_mods": [{"acronym": "DT", "settings": {"speed_change": 1.3}}],
    "allowed_mods": [{"acronym": "HD", "settings": {}}],
    "freestyle": True,
}
SCORE: dict[str, object] = {
    "id": 4,
    "solo_score_id": 44,
    "room_id": 5,
    "playlist_item_id": 9,
    "total_score": 900_000,
}


def test_recorded_room(recorded_server: Server) -> None:
    sent = json.loads((ANSWERS / "v2" / "get_multiplayer_room_200.json").read_bytes())
    room = guest(recorded_server).room(1)
    assert room.name == sent["name"]
    assert (room.type, room.category) == (RoomType.PLAYLISTS, RoomCategory.NORMAL)
    assert (room.status, room.queue_mode) == (RoomStatus.IDLE, QueueMode.HOST_ONLY)
    assert room.starts_at == datetime(2018, 12, 26, 13, 18, 28, tzinfo=UTC)
    assert room.host is not None
    assert room.host.username == sent["host"]["username"]
    assert room.playlist is not None
    assert room.playlist[0].beatmap is not None
    assert room.playlist[0].beatmap.max_combo == 314
    assert room.playlist[0].beatmap.beatmapset is not None
    assert (
        room.playlist[0].beatmap.beatmapset.title
        == sent["playlist"][0]["beatmap"]["beatmapset"]["title"]
    )
    assert room.current_user_score is not None
    assert room.current_user_score.playlist_item_attempts == []


def test_the_listing(stub: Stub) -> None:
    body = {
        "id": 5,
        "type": "ranked_play",
        "current_playlist_item": ITEM,
        "difficulty_range": {"min": 0, "max": 5.5},
        "playlist_item_stats": {"count_active": 1, "count_total": 2, "ruleset_ids": [3]},
    }
    answer(stub, [body, {"id": 6, "type": "from_tomorrow"}])
    room, unknown = stub.client().rooms(
        mode=RoomSearchMode.ENDED, type_group=RoomTypeGroup.RANKED_PLAY, limit=2, is_active=True
    )
    assert asked(stub) == (
        "GET /rooms",
        {
            "mode": ["ended"],
            "type_group": ["ranked-play"],
            "limit": ["2"],
            "is_active": ["1"],
        },
    )
    assert room.current_playlist_item is not None
    assert str(room.current_playlist_item.required_mods[0]) == "DT (1.3x)"
    assert room.difficulty_range is not None
    assert room.difficulty_range.max == 5.5
    assert unknown.type == "from_tomorrow"


def test_the_daily_challenge(stub: Stub) -> None:
    answer(stub, [{"id": 5, "category": "daily_challenge"}], [])
    room = stub.client().daily_challenge()
    assert asked(stub) == ("GET /rooms", {"category": ["daily_challenge"], "mode": ["active"]})
    assert room is not None
    assert room.id == 5
    assert stub.client().daily_challenge() is None


def test_the_board(stub: Stub) -> None:
    line: dict[str, object] = {"user_id": 2, "accuracy": 1, "user": {"username": "a"}}
    mine = {**line, "position": 7}
    answer(stub, {"leaderboard": [line], "user_score": mine})
    board = stub.client().room_leaderboard(5, 10, 2)
    assert asked(stub) == ("GET /rooms/5/leaderboard", {"limit": ["10"], "page": ["2"]})
    assert board.leaderboard[0].user is not None
    assert board.leaderboard[0].position is None
    assert board.user_score is not None
    assert board.user_score.position == 7


def test_scores_of_a_playlist_item(stub: Stub) -> None:
    around = {"higher": {"scores": []}, "lower": {"scores": [{"id": 3}]}}
    mine = {**SCORE, "position": 1, "scores_around": around}
    answer(
        stub,
        {"scores": [SCORE], "total": 2, "user_score": mine, "cursor": {"score_id": 4}},
        {"scores": [{**SCORE, "id": 3}], "total": 2, "cursor": None},
    )
    client = stub.client()
    pages = list(client.pages(client.multiplayer_scores, 5, 9, limit=1))
    assert [score.id for page in pages for score in page.scores] == [4, 3]
    assert asked(stub) == (
        "GET /rooms/5/playlist/9/scores",
        {"limit": ["1"], "cursor[score_id]": ["4"]},
    )
    assert pages[0].user_score is not None
    assert pages[0].user_score.scores_around is not None
    assert pages[0].user_score.scores_around.lower.scores[0].id == 3
    assert pages[0].scores[0].playlist_item_id == 9


def test_events_of_a_realtime_room(stub: Stub) -> None:
    event = {"id": 2, "event_type": "game_completed", "playlist_item_id": 9, "event_detail": None}
    item = {**ITEM, "details": {"room_type": "head_to_head"}, "scores": [SCORE]}
    first = {"room": {"id": 5}, "first_event_id": 1, "last_event_id": 2}
    answer(
        stub,
        {**first, "events": [event], "playlist_items": [item], "beatmaps": [{"id": 75}]},
        {**first, "events": [{"id": 1, "event_type": "room_created", "user_id": 2}]},
    )
    client = stub.client()
    pages = list(client.pages(client.room_events, 5))
    assert asked(stub) == ("GET /rooms/5/events", {"before": ["2"]})
    completed, created = [e for page in pages for e in page.events]
    assert completed.event_type is RoomEventType.GAME_COMPLETED
    assert (created.event_type, created.user_id) == (RoomEventType.ROOM_CREATED, 2)
    played = pages[0].playlist_items[0]
    assert played.details == {"room_type": "head_to_head"}
    assert played.scores is not None
    assert played.scores[0].total_score == 900_000
    assert pages[0].beatmaps[0].id == 75
