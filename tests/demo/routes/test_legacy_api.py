"""API v1 over HTTP: text values, equal to API v2."""

from __future__ import annotations

import base64
import lzma
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.conftest import raw_answer
from tests.demo.conftest import Caller
from tests.demo.routes.test_scores import ranked_user

Ask = Callable[..., Any]


@pytest.fixture
def ask(guest: Caller) -> Iterator[Ask]:
    """Ask API v1 with the right key: `ask("get_user", u="peppy")`."""
    with requests.Session() as session:
        session.trust_env = False

        def get(method: str, **query: object) -> Any:
            query.setdefault("k", guest.server.api_key)
            url = f"{guest.server.url}/api/{method}"
            answer = session.get(url, params=query, timeout=20)  # type: ignore[arg-type]  # any
            if "k" in query and query["k"] == guest.server.api_key:
                assert answer.status_code == 200, answer.text
            return answer.json()

        yield get


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def test_every_value_is_text_or_null(ask: Ask, guest: Caller) -> None:
    match = guest.json("matches")["matches"][4]["id"]
    answers = [
        ask("get_user", u=12092800),
        ask("get_user_best", u=12092800),
        ask("get_user_recent", u="Komorebi"),
        ask("get_scores", b=1981090),
        ask("get_beatmaps", limit=20),
        ask("get_match", mp=match),
        ask("get_replay", b=1776628, u=3256299, m=0),
    ]
    for answer in answers:
        found = list(leaves(answer))
        assert found
        assert {type(one) for one in found} <= {str, type(None)}


@pytest.mark.parametrize(
    ("method", "file", "query"),
    [
        ("get_user", "get_user_200.json", {"u": 2}),
        ("get_beatmaps", "get_beatmap_200.json", {"limit": 1}),
        ("get_replay", "get_replay_200.json", {"b": 1776628, "u": 3256299}),
    ],
)
def test_answers_have_the_keys_of_the_recorded_ones(
    ask: Ask, method: str, file: str, query: dict[str, int]
) -> None:
    recorded, ours = raw_answer(f"v1/{file}"), ask(method, **query)
    if isinstance(recorded, list):
        recorded, ours = recorded[0], ours[0]
    assert set(ours) == set(recorded)


def test_a_player(ask: Ask, guest: Caller) -> None:
    (user,) = ask("get_user", u=12092800)
    known = guest.json("users/12092800/osu")
    statistics = known["statistics"]
    assert user["username"] == known["username"]
    assert user["join_date"] == known["join_date"][:19].replace("T", " ")
    assert float(user["pp_raw"]) == statistics["pp"]
    assert int(user["pp_rank"]) == statistics["global_rank"]
    assert int(user["pp_country_rank"]) == statistics["country_rank"]
    assert int(user["count_rank_sh"]) == statistics["grade_counts"]["sh"]
    assert float(user["accuracy"]) == pytest.approx(statistics["hit_accuracy"])
    assert int(float(user["level"])) == statistics["level"]["current"]
    assert ask("get_user", u=known["username"]) == [user]
    assert ask("get_user", u=known["username"], type="string") == [user]
    assert ask("get_user", u="12092800", type="string") == []
    assert ask("get_user", u="nobody at all") == ask("get_user") == []
    (taiko,) = ask("get_user", u=12092800, m=1)
    assert taiko["pp_raw"] != user["pp_raw"]


def test_a_player_who_never_played_a_mode_has_nulls(ask: Ask, world: World) -> None:
    figures = world.statistics("fruits")
    account = next(a for a in range(len(world.accounts)) if not figures.has_played(a))
    (user,) = ask("get_user", u=world.accounts.id_of(account), m=2)
    assert user["username"] == world.accounts.name_of(account)
    assert {user[name] for name in ("pp_raw", "playcount", "level", "accuracy", "pp_rank")} == {
        None
    }


@pytest.mark.parametrize("number", range(4))
def test_best_plays_are_those_of_the_old_game(
    ask: Ask, guest: Caller, world: World, number: int
) -> None:
    mode = ("osu", "taiko", "fruits", "mania")[number]
    user = ranked_user(world, mode, 70)
    guest.session.headers["x-api-version"] = "0"
    known = [
        score
        for score in guest.json(f"users/{user}/scores/best", mode=mode, limit=100)
        if score["type"] == f"score_best_{mode}"
    ]
    found = ask("get_user_best", u=user, m=number, limit=20)
    assert len(found) == 20
    for old, new in zip(found, known, strict=False):
        assert int(old["score_id"]) == new["id"]
        assert (int(old["score"]), float(old["pp"])) == (new["score"], new["pp"])
        assert int(old["beatmap_id"]) == new["beatmap"]["id"]
        assert (int(old["maxcombo"]), old["rank"]) == (new["max_combo"], new["rank"])
        assert old["date"] == new["created_at"].replace("T", " ").rstrip("Z")
        assert old["replay_available"] == str(int(new["replay"]))
        assert old["perfect"] == str(int(new["perfect"]))
        counts = {name.replace("count_", "count"): n or 0 for name, n in new["statistics"].items()}
        assert {name: int(old[name]) for name in counts} == counts
        bits = int(old["enabled_mods"])
        assert bool(bits & 64) == bool({"DT", "NC"} & set(new["mods"]))
        assert bool(bits & 512) == ("NC" in new["mods"])
        assert bool(bits & 8) == ("HD" in new["mods"])
    assert len(ask("get_user_best", u=user, m=number)) == 10
    assert len(ask("get_user_best", u=user, m=number, limit=0)) == 1


def test_recent_plays_include_failures_and_have_ids_only_if_best(ask: Ask) -> None:
    plays = ask("get_user_recent", u="Komorebi", limit=50)
    assert {play["rank"] == "F" for play in plays} == {True, False}
    dates = [play["date"] for play in plays]
    assert dates == sorted(dates, reverse=True)
    assert all(play["score_id"] is None for play in plays if play["rank"] == "F")
    assert not {"pp", "replay_available"} & set(plays[0])


def test_a_leaderboard(ask: Ask, guest: Caller) -> None:
    scores = ask("get_scores", b=1981090, limit=100)
    known = guest.json("beatmaps/1981090/scores", legacy_only=1, limit=100)["scores"]
    assert [int(score["score_id"]) for score in scores] == [s["legacy_score_id"] for s in known]
    assert [score["username"] for score in scores] == [s["user"]["username"] for s in known]
    assert "beatmap_id" not in scores[0]
    one = scores[3]
    assert ask("get_scores", b=1981090, u=one["user_id"]) == [one]
    assert ask("get_scores", b=1981090, u=one["username"], type="string") == [one]
    assert one in ask("get_scores", b=1981090, mods=one["enabled_mods"], limit=100)
    assert ask("get_scores", b=5) == ask("get_scores", b=1981090, u="nobody at all") == []


def test_a_replay_is_the_frames_of_the_file(ask: Ask, guest: Caller) -> None:
    answer = ask("get_replay", m=0, b=1776628, u=3256299)
    assert set(answer) == {"content", "encoding"}
    content = base64.b64decode(answer["content"])
    assert answer["encoding"] == "base64"
    assert content[:5] == bytes.fromhex("5d00002000")
    assert lzma.decompress(content).startswith(b"0|256|-500|0,-1|256|-500|0,")
    assert content in guest.get("scores/osu/2797309065/download").content
    assert ask("get_replay", s=2797309065) == answer
    missing = {"error": "Replay not available."}
    assert ask("get_replay", b=1776628, u=2) == ask("get_replay", s=7) == missing
    assert ask("get_replay", m=0, b=1776628, u=3256299, mods=64) == missing


def test_beatmaps_by_every_filter(ask: Ask, guest: Caller) -> None:
    (one,) = ask("get_beatmaps", b=221777)
    known = guest.json("beatmaps/221777")
    assert one["file_md5"] == known["checksum"]
    assert float(one["difficultyrating"]) == pytest.approx(known["difficulty_rating"], abs=0.01)
    assert int(one["max_combo"]) == known["max_combo"]
    assert one["approved_date"] == known["beatmapset"]["ranked_date"].replace("T", " ")[:-1]
    assert one["title"] == known["beatmapset"]["title"]
    assert ask("get_beatmaps", h=one["file_md5"]) == [one]
    assert one in ask("get_beatmaps", s=one["beatmapset_id"])
    assert one in ask("get_beatmaps", u=one["creator_id"])
    assert one in ask("get_beatmaps", u=one["creator"], type="string")
    assert ask("get_beatmaps", b=221777, m=1) == []
    (convert,) = ask("get_beatmaps", b=221777, m=1, a=1)
    assert (convert["mode"], convert["max_combo"]) == ("1", None)
    (faster,) = ask("get_beatmaps", b=221777, mods=64)
    assert float(faster["difficultyrating"]) > float(one["difficultyrating"])
    newest = ask("get_beatmaps")
    assert len(newest) == 500
    since = ask("get_beatmaps", since="2026-08-01", limit=50)
    assert len(since) == 50
    dates = [beatmap["approved_date"] for beatmap in since]
    assert dates == sorted(dates)
    assert dates[0] > "2026-08-01"
    assert ask("get_beatmaps", b=5) == ask("get_beatmaps", s=1) == []


def test_a_match(ask: Ask, guest: Caller) -> None:
    listed = guest.json("matches")["matches"][6]
    found = ask("get_match", mp=listed["id"])
    assert found["match"]["name"] == listed["name"]
    assert found["match"]["start_time"] == listed["start_time"][:19].replace("T", " ")
    guest.session.headers["x-api-version"] = "0"
    events = guest.json(f"matches/{listed['id']}", limit=101)["events"]
    games = [event["game"] for event in events if "game" in event]
    assert games
    known = {game["id"]: game for game in games}
    for game in found["games"]:
        if int(game["game_id"]) in known:
            new = known[int(game["game_id"])]
            assert int(game["beatmap_id"]) == new["beatmap_id"]
            assert [int(s["score"]) for s in game["scores"]] == [s["score"] for s in new["scores"]]
            assert {s["rank"] for s in game["scores"]} <= {"0"}
    assert ask("get_match", mp=1) == {"match": 0, "games": []}


def test_the_key_is_needed(ask: Ask, server: DemoServer) -> None:
    for key in ("", "0" * 40):
        assert ask("get_user", u=2, k=key) == {"error": "Please provide a valid API key."}
