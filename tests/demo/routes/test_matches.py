"""Multiplayer matches over HTTP: list, events, games, scores in both shapes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from osubrowser.demo.http.cursors import cursor_string
from osubrowser.demo.server import DemoServer
from tests.demo.conftest import Caller


def _with_games(caller: Caller) -> Any:
    """Return a match that has ended, with games of several players."""
    for match in caller.json("matches", active=0)["matches"]:
        whole = caller.json(f"matches/{match['id']}")
        games = [event["game"] for event in whole["events"] if "game" in event]
        if len(games) > 2 and len(games[0]["scores"]) > 2:
            return whole
    raise AssertionError("no match with games")


def test_the_list_goes_on_from_its_cursor(guest: Caller) -> None:
    first = guest.json("matches")
    assert first["params"] == {"limit": 50, "sort": "id_desc"}
    ids = [match["id"] for match in first["matches"]]
    assert len(ids) == 50
    assert ids == sorted(ids, reverse=True)
    assert first["cursor"] == {"match_id": ids[-1]}
    assert first["cursor_string"] == cursor_string(first["cursor"])
    again = guest.json("matches", cursor_string=first["cursor_string"])
    assert max(match["id"] for match in again["matches"]) < ids[-1]
    same = guest.json("matches", **{"cursor[match_id]": ids[-1]})
    assert same == again


def test_the_oldest_come_first_if_asked_and_the_end_has_no_cursor(guest: Caller) -> None:
    old = guest.json("matches", sort="id_asc", limit=3)
    assert old["params"] == {"limit": 3, "sort": "id_asc"}
    ids = [match["id"] for match in old["matches"]]
    assert ids == sorted(ids)
    assert len(ids) == 3
    last = guest.json("matches", **{"cursor[match_id]": ids[1]})
    assert [match["id"] for match in last["matches"]] == ids[:1]
    assert last["cursor"] is None
    assert last["cursor_string"] is None
    starts = [match["start_time"] for match in old["matches"]]
    assert starts == sorted(starts)


@pytest.mark.parametrize(("limit", "count"), [(0, 1), (-4, 1), (51, 50), (2, 2)])
def test_limits_are_clamped(guest: Caller, limit: int, count: int) -> None:
    body = guest.json("matches", limit=limit)
    assert len(body["matches"]) == count == body["params"]["limit"]


def test_active_ones_have_no_end(guest: Caller) -> None:
    running = guest.json("matches", active="true")
    assert 3 < len(running["matches"]) < 50
    assert running["cursor"] is None
    assert running["params"]["active"] is True
    assert {match["end_time"] for match in running["matches"]} == {None}
    ended = guest.json("matches", active=0)["matches"]
    assert all(match["start_time"] < match["end_time"] for match in ended)
    assert not {match["id"] for match in ended} & {match["id"] for match in running["matches"]}


def test_the_events_of_a_match_belong_together(guest: Caller) -> None:
    whole = _with_games(guest)
    events, match = whole["events"], whole["match"]
    ids = [event["id"] for event in events]
    assert (ids[0], ids[-1]) == (whole["first_event_id"], whole["latest_event_id"])
    assert ids == sorted(ids)
    times = [datetime.fromisoformat(event["timestamp"]) for event in events]
    assert times == sorted(times)
    assert events[0]["detail"] == {"type": "match-created"}
    assert events[0]["timestamp"] == match["start_time"]
    assert events[-1]["detail"] == {"type": "match-disbanded"}
    assert events[-1]["timestamp"] == match["end_time"]
    assert whole["current_game_id"] is None
    here: set[int] = set()
    for event in events:
        match event["detail"]["type"]:
            case "player-joined":
                here.add(event["user_id"])
            case "player-left" | "player-kicked":
                here.remove(event["user_id"])
            case "other":
                assert event["user_id"] is None
                assert event["detail"]["text"] == match["name"]
                assert {score["user_id"] for score in event["game"]["scores"]} == here
    assert not here
    users = {user["id"] for user in whole["users"]}
    assert users <= {event["user_id"] for event in events}
    assert all(user["country"]["name"] for user in whole["users"])


def test_games_and_their_scores_in_the_modern_shape(guest: Caller) -> None:
    whole = _with_games(guest)
    for event in whole["events"]:
        if "game" not in event:
            continue
        game = event["game"]
        assert game["match_id"] == whole["match"]["id"]
        assert game["start_time"].endswith("Z")
        assert game["start_time"] < game["end_time"]
        if "beatmap" in game:
            assert game["beatmap"]["id"] == game["beatmap_id"]
            assert game["beatmap"]["mode"] == game["mode"]
            assert game["beatmap"]["beatmapset"]["id"] == game["beatmap"]["beatmapset_id"]
        for score in game["scores"]:
            assert (score["id"], score["pp"], score["legacy_score_id"]) == (None, None, None)
            assert score["type"] == "legacy_match_score"
            assert score["beatmap_id"] == game["beatmap_id"]
            assert score["ruleset_id"] == game["mode_int"]
            assert score["ended_at"] == game["end_time"]
            assert 0 not in score["statistics"].values()
            assert score["match"].keys() == {"slot", "team", "pass"}
            assert (score["match"]["team"] != "none") == ("team" in game["team_type"])


def test_scores_of_matches_in_the_older_shape(guest: Caller) -> None:
    modern = _with_games(guest)
    guest.session.headers["x-api-version"] = "2022-07-05"
    old = guest.json(f"matches/{modern['match']['id']}")
    now = [
        score for event in modern["events"] if "game" in event for score in event["game"]["scores"]
    ]
    then = [
        score for event in old["events"] if "game" in event for score in event["game"]["scores"]
    ]
    assert len(now) == len(then)
    for new, score in zip(now, then, strict=True):
        assert "ruleset_id" not in score
        assert score["statistics"].keys() == {
            f"count_{name}" for name in ("100", "300", "50", "geki", "katu", "miss")
        }
        assert score["score"] == new["total_score"]
        assert score["mods"] == [mod["acronym"] for mod in new["mods"] if mod["acronym"] != "CL"]
        assert score["created_at"] == new["ended_at"]


def test_events_before_and_after_one(guest: Caller) -> None:
    whole = _with_games(guest)
    path, ids = f"matches/{whole['match']['id']}", [event["id"] for event in whole["events"]]
    after = guest.json(path, after=ids[1], limit=2)
    assert [event["id"] for event in after["events"]] == ids[2:4]
    before = guest.json(path, before=ids[5], limit=3)
    assert [event["id"] for event in before["events"]] == ids[2:5]
    assert guest.json(path, limit=0)["events"] == whole["events"][-1:]
    assert guest.json(path, after=ids[-1])["events"] == []
    assert after["first_event_id"] == ids[0]
    assert after["latest_event_id"] == ids[-1]


def test_a_game_that_goes_on_is_the_current_one(guest: Caller) -> None:
    for match in guest.json("matches", active=1)["matches"]:
        whole = guest.json(f"matches/{match['id']}")
        if whole["current_game_id"] is not None:
            game = whole["events"][-1]["game"]
            assert (game["id"], game["end_time"], game["scores"]) == (
                whole["current_game_id"],
                None,
                [],
            )
            return
    raise AssertionError("no game goes on")


def test_some_games_have_lost_their_beatmap(guest: Caller) -> None:
    page = guest.json("matches", active=0)
    for _ in range(5):
        for match in page["matches"]:
            whole = guest.json(f"matches/{match['id']}")
            for game in (event["game"] for event in whole["events"] if "game" in event):
                if "beatmap" not in game:
                    assert guest.get(f"beatmaps/{game['beatmap_id']}").status_code == 404
                    return
        page = guest.json("matches", active=0, cursor_string=page["cursor_string"])
    raise AssertionError("every game has its beatmap")


def test_private_matches_are_for_those_who_played(
    server: DemoServer, player: Caller, guest: Caller
) -> None:
    world = server.world
    private = [number for number in range(20_000, 24_000) if world.matches.is_private(number)]
    listed = {match["id"] for match in player.json("matches")["matches"]}
    assert not listed & {world.matches.id_of(number) for number in private}
    strange, mine = None, None
    for number in private:
        match = world.matches.of(number)
        if world.matches.took_part(match, world.me):
            mine = match.id
        else:
            strange = match.id
        if strange and mine:
            break
    answer = guest.get(f"matches/{strange}")
    assert (answer.status_code, answer.json()) == (401, {"authentication": "basic"})
    answer = player.get(f"matches/{strange}")
    assert (answer.status_code, answer.json()) == (403, {"error": "Access denied."})
    assert player.json(f"matches/{mine}")["match"]["id"] == mine


def test_an_unknown_match_is_not_found(guest: Caller) -> None:
    answer = guest.get("matches/5")
    assert answer.status_code == 404
    assert answer.json()["error"].startswith("Specified LegacyMatch")
