"""Rooms over HTTP: lists, daily challenge, leaderboards, events of realtime rooms."""

from __future__ import annotations

from typing import Any

import pytest

from osubrowser.demo.http.cursors import cursor_string
from tests.demo.conftest import Caller


def _names(caller: Caller, **query: object) -> list[Any]:
    rooms: list[Any] = caller.json("rooms", **query)
    return rooms


def test_the_list_is_an_array_of_open_playlists(guest: Caller) -> None:
    rooms = _names(guest)
    assert len(rooms) > 5
    for room in rooms:
        assert room["active"]
        assert room["type"] == "playlists"
        assert "playlist" not in room
        assert room["host"]["country"]
        item = room["current_playlist_item"]
        assert item["beatmap"]["beatmapset"]["id"] == item["beatmap"]["beatmapset_id"]
        assert item["room_id"] == room["id"]
        stats = room["playlist_item_stats"]
        assert stats["count_active"] == stats["count_total"] > 0
        assert item["ruleset_id"] in stats["ruleset_ids"]
        range_ = room["difficulty_range"]
        assert range_["min"] <= item["beatmap"]["difficulty_rating"] <= range_["max"]
        assert len(room["recent_participants"]) == min(10, room["participant_count"])
    starts = [room["starts_at"] for room in rooms]
    assert starts == sorted(starts, reverse=True)
    assert {"daily_challenge", "featured_artist", "normal", "spotlight"} == {
        room["category"] for room in rooms
    }


def test_lists_are_filtered(guest: Caller, player: Caller) -> None:
    ended = _names(guest, mode="ended", sort="ended", limit=8)
    assert [room["active"] for room in ended] == [False] * 8
    ends = [room["ends_at"] for room in ended]
    assert ends == sorted(ends, reverse=True)
    everything = _names(guest, mode="all", limit=40)
    assert {room["active"] for room in everything} == {True, False}
    assert all(room["active"] for room in _names(guest, mode="all", is_active=1))
    realtime = _names(guest, type_group="realtime")
    assert {room["type"] for room in realtime} <= {"head_to_head", "team_versus"}
    assert _names(guest, category="realtime") == realtime
    playing = _names(guest, type_group="realtime", status="playing")
    assert {room["status"] for room in playing} == {"playing"}
    idle = _names(guest, type_group="realtime", status="idle")
    assert len(playing) + len(idle) == len(realtime)
    ranked = _names(guest, type_group="ranked-play", mode="all", limit=9)
    assert {room["type"] for room in ranked} == {"matchmaking", "ranked_play"}
    season = _names(guest, season_id=3, mode="all")
    assert len(season) == 8
    assert {room["category"] for room in season} == {"spotlight"}
    assert _names(guest, mode="participated") == _names(guest, mode="owned") == []
    own = _names(player, mode="owned")
    assert {room["host"]["username"] for room in own} == {"Komorebi"}


@pytest.mark.parametrize(("limit", "count"), [(0, 1), (900, 250), (3, 3)])
def test_limits_are_clamped(guest: Caller, limit: int, count: int) -> None:
    assert len(_names(guest, mode="all", limit=limit)) == count


def test_a_version_of_the_future_has_a_cursor(guest: Caller) -> None:
    array = _names(guest, mode="all", limit=6)
    guest.session.headers["x-api-version"] = "99999999"
    first = guest.json("rooms", mode="all", limit=3)
    second = guest.json("rooms", mode="all", limit=3, cursor_string=first["cursor_string"])
    assert first["rooms"] + second["rooms"] == array
    assert first["cursor_string"] == cursor_string(first["cursor"])


def test_the_daily_challenge_is_one_beatmap_for_a_day(guest: Caller) -> None:
    (daily,) = _names(guest, category="daily_challenge")
    assert daily["pinned"]
    assert daily["starts_at"] == "2026-08-21T00:00:00+00:00"
    assert daily["ends_at"] == "2026-08-22T00:00:00+00:00"
    room = guest.json(f"rooms/{daily['id']}")
    assert len(room["playlist"]) == 1
    assert room["participant_count"] >= 600
    assert "current_user_score" not in room
    beatmap = room["playlist"][0]["beatmap"]
    assert len(beatmap["checksum"]) == 32
    assert beatmap["max_combo"] > 1
    assert all("settings" in mod for mod in room["playlist"][0]["allowed_mods"])


def test_the_boards_of_a_room_add_up(guest: Caller) -> None:
    room = next(room for room in _names(guest) if room["category"] == "spotlight")
    whole = guest.json(f"rooms/{room['id']}")
    sums: dict[int, int] = {}
    for item in whole["playlist"]:
        scores = _all_scores(guest, room["id"], item["id"])
        totals = [score["total_score"] for score in scores]
        assert totals == sorted(totals, reverse=True)
        for score in scores:
            assert score["beatmap_id"] == item["beatmap_id"]
            assert (score["room_id"], score["playlist_item_id"]) == (room["id"], item["id"])
            assert score["user"]["id"] == score["user_id"]
            assert score["max_combo"] <= item["beatmap"]["max_combo"]
            sums[score["user_id"]] = sums.get(score["user_id"], 0) + score["total_score"]
    board = guest.json(f"rooms/{room['id']}/leaderboard")
    lines = board["leaderboard"]
    page = 1
    while len(board["leaderboard"]) == 50:
        page += 1
        board = guest.json(f"rooms/{room['id']}/leaderboard", page=page)
        lines = lines + board["leaderboard"]
    assert {line["user_id"]: line["total_score"] for line in lines} == sums
    totals = [line["total_score"] for line in lines]
    assert totals == sorted(totals, reverse=True)
    assert len(lines) <= whole["participant_count"]
    assert board["user_score"] is None


def _all_scores(caller: Caller, room: int, item: int) -> list[Any]:
    path, found = f"rooms/{room}/playlist/{item}/scores", []
    page = caller.json(path)
    total = page["total"]
    while True:
        found += page["scores"]
        if page["cursor"] is None:
            break
        last = page["scores"][-1]
        assert page["cursor"] == {"total_score": last["total_score"], "score_id": last["id"]}
        page = caller.json(path, cursor_string=page["cursor_string"])
    assert len(found) == total == len({score["id"] for score in found})
    return found


def test_a_score_of_a_room_has_a_page_of_its_own(guest: Caller) -> None:
    (daily,) = _names(guest, category="daily_challenge")
    item = daily["current_playlist_item"]
    path = f"rooms/{daily['id']}/playlist/{item['id']}/scores"
    listed = guest.json(path)["scores"][7]
    score = guest.json(f"scores/{listed['id']}")
    assert {name: score[name] for name in listed if name != "user"} == {
        name: value for name, value in listed.items() if name != "user"
    }
    assert score["beatmap"]["id"] == item["beatmap_id"]
    assert score["beatmapset"] == item["beatmap"]["beatmapset"]
    assert guest.get(f"scores/{listed['id'] + 2_000}").status_code == 404


def test_scores_can_come_worst_first(guest: Caller) -> None:
    (daily,) = _names(guest, category="daily_challenge")
    item = daily["current_playlist_item"]["id"]
    path = f"rooms/{daily['id']}/playlist/{item}/scores"
    best, worst = guest.json(path), guest.json(path, sort="score_asc", limit=5)
    assert worst["params"] == {"limit": 5, "sort": "score_asc"}
    totals = [score["total_score"] for score in worst["scores"]]
    assert totals == sorted(totals)
    assert max(totals) < best["scores"][-1]["total_score"]


def test_a_player_sees_his_own_place(player: Caller) -> None:
    seen = 0
    for room in _names(player, mode="participated", limit=8):
        board = player.json(f"rooms/{room['id']}/leaderboard")
        mine = player.json(f"rooms/{room['id']}")["current_user_score"]
        own = board["user_score"]
        if own is None:
            assert mine["total_score"] == 0
            continue
        seen += 1
        assert own["total_score"] == mine["total_score"]
        assert sum(tried["attempts"] for tried in mine["playlist_item_attempts"]) == own["attempts"]
        if own["position"] <= 50:
            line = board["leaderboard"][own["position"] - 1]
            assert line["user_id"] == own["user_id"] == own["user"]["id"]
            assert line["total_score"] == own["total_score"]
    assert seen


def test_the_player_s_score_on_an_item_has_a_position(player: Caller) -> None:
    for room in _names(player, mode="participated", limit=8):
        for item in player.json(f"rooms/{room['id']}")["playlist"]:
            page = player.json(f"rooms/{room['id']}/playlist/{item['id']}/scores")
            if "user_score" in page:
                place = page["user_score"].pop("position")
                if place <= 50:
                    assert page["scores"][place - 1] == page["user_score"]
                    return
    raise AssertionError("never on a first page")


def test_events_of_a_realtime_room(guest: Caller) -> None:
    for room in _names(guest, type_group="realtime", mode="ended", limit=10):
        body = guest.json(f"rooms/{room['id']}/events")
        kinds = [event["event_type"] for event in body["events"]]
        assert kinds[0] == "room_created"
        assert kinds[-1] == "room_disbanded"
        assert kinds.count("game_started") == kinds.count("game_completed")
        assert body["first_event_id"] == body["events"][0]["id"]
        assert body["last_event_id"] == body["events"][-1]["id"]
        items = {item["id"] for item in body["playlist_items"]}
        named = {event["playlist_item_id"] for event in body["events"]} - {None}
        assert items == named
        assert {item["beatmap_id"] for item in body["playlist_items"]} <= {
            beatmap["id"] for beatmap in body["beatmaps"]
        }
        assert {beatmap["beatmapset_id"] for beatmap in body["beatmaps"]} == {
            one["id"] for one in body["beatmapsets"]
        }
        if len(kinds) > 6 and items:
            ids = [event["id"] for event in body["events"]]
            after = guest.json(f"rooms/{room['id']}/events", after=ids[2], limit=2)
            assert [event["id"] for event in after["events"]] == ids[3:5]
            before = guest.json(f"rooms/{room['id']}/events", before=ids[4], limit=2)
            assert [event["id"] for event in before["events"]] == ids[2:4]
            assert any(item["scores"] for item in body["playlist_items"])
            return
    raise AssertionError("no room with games")


def test_a_playlist_has_no_events(guest: Caller) -> None:
    room = _names(guest)[0]
    answer = guest.get(f"rooms/{room['id']}/events")
    assert answer.status_code == 422
    assert answer.json()["error"]


def test_latest_is_the_newest_of_a_featured_artist(guest: Caller) -> None:
    latest = guest.json("rooms/latest")
    rooms = _names(guest, category="featured_artist", mode="all", limit=1)
    assert latest["id"] == rooms[0]["id"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("rooms/7", "Multiplayer\\Room"),
        ("rooms/7/leaderboard", "Multiplayer\\Room"),
        ("rooms/7/events", "Multiplayer\\Room"),
        ("rooms/latest/playlist/1/scores", "Multiplayer\\PlaylistItem"),
    ],
)
def test_what_does_not_exist(guest: Caller, path: str, name: str) -> None:
    answer = guest.get(path)
    assert answer.status_code == 404
    assert answer.json() == {"error": f"Specified {name} couldn't be found."}
