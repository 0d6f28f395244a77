"""Scores over HTTP: consistent lists, and equal scores at every endpoint."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller

MODES = [ruleset.name for ruleset in RULESETS]
INCLUDED = {"beatmap", "beatmapset", "user", "weight", "rank_global", "replay_views"}


def ranked_user(world: World, mode: str, rank: int) -> int:
    return world.accounts.id_of(world.standings(mode).account[rank - 1])


def best_of(caller: Caller, user: int, mode: str) -> list[Any]:
    pages = [
        caller.json(f"users/{user}/scores/best", mode=mode, limit=100, offset=offset)
        for offset in (0, 100, 200)
    ]
    assert [len(page) for page in pages] == [100, 100, 0]
    return [score for page in pages for score in page]


def bare(score: dict[str, Any]) -> dict[str, Any]:
    """The score itself, without what an endpoint includes."""
    return {name: value for name, value in score.items() if name not in INCLUDED}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("rank", [1, 2_345, 10_000])
def test_best_plays_add_up_to_the_players_pp(
    guest: Caller, world: World, mode: str, rank: int
) -> None:
    user = ranked_user(world, mode, rank)
    scores = best_of(guest, user, mode)
    profile = guest.json(f"users/{user}/{mode}")
    weighted = sum(score["pp"] * 0.95**place for place, score in enumerate(scores))
    assert weighted == pytest.approx(profile["statistics"]["pp"], abs=0.002)
    assert profile["scores_best_count"] == len(scores)
    pps = [score["pp"] for score in scores]
    assert pps == sorted(pps, reverse=True)
    assert len({score["beatmap_id"] for score in scores}) == 200
    assert len({score["id"] for score in scores}) == 200
    for place in (0, 1, 99, 100, 199):
        weight = scores[place]["weight"]
        assert weight["percentage"] == pytest.approx(100 * 0.95**place)
        assert weight["pp"] == pytest.approx(pps[place] * 0.95**place)
    for score in scores:
        assert score["user_id"] == user
        assert score["beatmap"]["id"] == score["beatmap_id"]
        assert score["beatmap"]["mode"] == mode
        assert score["max_combo"] <= profile["statistics"]["maximum_combo"]
    grades = [score["rank"] for score in scores]
    counts = profile["statistics"]["grade_counts"]
    for grade, name in (("X", "ss"), ("XH", "ssh"), ("S", "s"), ("SH", "sh"), ("A", "a")):
        assert grades.count(grade) <= counts[name]


@pytest.mark.parametrize("mode", MODES)
def test_a_score_is_the_same_wherever_it_is_seen(guest: Caller, world: World, mode: str) -> None:
    user = ranked_user(world, mode, 40)
    stable = lazer = 0
    for score in guest.json(f"users/{user}/scores/best", mode=mode, limit=30)[::5]:
        beatmap = f"beatmaps/{score['beatmap_id']}"
        page = guest.json(f"scores/{score['id']}")
        assert bare(page) == bare(score)
        on_map = guest.json(f"{beatmap}/scores/users/{user}", mode=mode)
        assert bare(on_map["score"]) == bare(score)
        every = guest.json(f"{beatmap}/scores/users/{user}/all", ruleset=mode)["scores"]
        assert every[0] == bare(score)
        assert [one["total_score"] for one in every] == sorted(
            (one["total_score"] for one in every), reverse=True
        )
        board = guest.json(f"{beatmap}/scores", mode=mode, limit=100)
        assert page["rank_global"] == on_map["position"]
        if on_map["position"] <= 100:
            assert bare(board["scores"][on_map["position"] - 1]) == bare(score)
        if score["legacy_score_id"] is None:
            lazer += 1
            assert score["started_at"] < score["ended_at"]
        else:
            stable += 1
            old = guest.json(f"scores/{mode}/{score['legacy_score_id']}")
            assert bare(old) == bare(score)
            assert (score["started_at"], score["build_id"]) == (None, None)
    assert stable


def test_both_generations_of_the_shape_tell_of_the_same_scores(guest: Caller, world: World) -> None:
    kinds = set()
    for mode in MODES:
        path = f"users/{ranked_user(world, mode, 7)}/scores/best"
        new = guest.json(path, mode=mode, limit=40)
        guest.session.headers["x-api-version"] = "2022-07-05"
        old = guest.json(path, mode=mode, limit=40)
        guest.session.headers["x-api-version"] = "20220705"
        assert guest.json(path, mode=mode, limit=40) == new
        for then, now in zip(old, new, strict=True):
            assert "beatmap_id" not in then
            assert then["mode"] == mode
            assert (then["mode_int"], then["pp"]) == (now["ruleset_id"], now["pp"])
            assert (then["created_at"], then["max_combo"]) == (now["ended_at"], now["max_combo"])
            assert then["accuracy"] == pytest.approx(old_accuracy(mode, then["statistics"]))
            assert set(then["mods"]) == {mod["acronym"] for mod in now["mods"]} - {"CL"}
            assert set(then["statistics"]) == {
                f"count_{kind}" for kind in ("300", "100", "50", "geki", "katu", "miss")
            }
            kinds.add(then["type"])
            if now["legacy_score_id"] is None:
                assert (then["type"], then["id"], then["score"]) == ("solo_score", now["id"], 0)
                assert then["best_id"] is None
            else:
                assert then["type"] == f"score_best_{mode}"
                assert then["id"] == then["best_id"] == now["legacy_score_id"]
                assert then["score"] == now["legacy_total_score"] > 0
    assert kinds == {"solo_score", *(f"score_best_{mode}" for mode in MODES)}


def old_accuracy(mode: str, counts: dict[str, int | None]) -> float:
    """The stable game's accuracy, from the game's public formulas."""
    n = {name: count or 0 for name, count in counts.items()}
    whole = n["count_300"] + n["count_100"] + n["count_50"] + n["count_miss"]
    match mode:
        case "osu":
            got = 300 * n["count_300"] + 100 * n["count_100"] + 50 * n["count_50"]
            return got / (300 * whole)
        case "taiko":
            return (n["count_300"] + n["count_100"] / 2) / whole
        case "fruits":
            return (whole - n["count_miss"]) / (whole + n["count_katu"])
        case _:
            good = n["count_geki"] + n["count_300"]
            got = 300 * good + 200 * n["count_katu"] + 100 * n["count_100"] + 50 * n["count_50"]
            return got / (300 * (whole + n["count_geki"] + n["count_katu"]))


@pytest.mark.parametrize("mode", MODES)
def test_hits_accuracy_combo_and_grade_belong_together(
    guest: Caller, world: World, mode: str
) -> None:
    users = [ranked_user(world, mode, rank) for rank in (3, 1_500, 9_000)]
    seen = set()
    for score in (one for user in users for one in best_of(guest, user, mode)):
        hits, most = score["statistics"], score["maximum_statistics"]
        assert all(count > 0 for count in hits.values()) or hits == {"miss": 0}
        judged = ("perfect", "great", "good", "ok", "meh", "miss")
        done = sum(hits.get(name, 0) for name in judged)
        if mode == "fruits":
            tried = done + hits.get("large_tick_hit", 0) + hits.get("large_tick_miss", 0)
            assert tried == most["great"] + most.get("large_tick_hit", 0)
        else:
            assert done == sum(most.get(name, 0) for name in judged)
        full = score["accuracy"] == 1
        assert score["rank"].startswith("X") == full
        assert 0 < score["accuracy"] <= 1
        assert score["max_combo"] >= 1
        if score["is_perfect_combo"]:
            assert "miss" not in hits
        if "miss" in hits:
            assert score["rank"][0] != "X"
            assert not score["legacy_perfect"]
        hidden = any(mod["acronym"] in ("HD", "FL") for mod in score["mods"])
        assert score["rank"].endswith("H") == (hidden and score["rank"][0] in "XS")
        stable = score["build_id"] is None
        assert any(mod["acronym"] == "CL" for mod in score["mods"]) == stable
        assert (score["legacy_total_score"] > 0) == stable
        assert score["passed"]
        seen.add(score["rank"])
    assert len(seen) >= 3


def test_a_score_is_younger_than_its_beatmap_and_its_player(guest: Caller, world: World) -> None:
    for mode in MODES:
        user = ranked_user(world, mode, 300)
        joined = guest.json(f"users/{user}")["join_date"]
        for score in guest.json(f"users/{user}/scores/best", mode=mode, limit=60):
            beatmap = guest.json(f"beatmaps/{score['beatmap_id']}")
            assert beatmap["beatmapset"]["ranked_date"] < score["ended_at"]
            assert joined[:10] <= score["ended_at"][:10]
            assert score["ended_at"] < NOW.strftime("%Y-%m-%dT%H:%M:%SZ")


# --- the other lists of a player -------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
def test_first_places_are_first_and_as_many_as_the_profile_says(
    guest: Caller, world: World, mode: str
) -> None:
    user = ranked_user(world, mode, 30)
    path, offset, found = f"users/{user}/scores/firsts", 0, []
    while page := guest.json(path, mode=mode, limit=100, offset=offset):
        found += page
        offset += len(page)
    assert len(found) == guest.json(f"users/{user}/{mode}")["scores_first_count"] > 5
    ids = [score["id"] for score in found]
    assert ids == sorted(ids, reverse=True)
    assert any(score["beatmap"]["convert"] for score in found) == (mode != "osu")
    for score in found[:: max(1, len(found) // 6)]:
        board = guest.json(f"beatmaps/{score['beatmap_id']}/scores", mode=mode, limit=1)
        assert bare(board["scores"][0]) == bare(score)
    for score in guest.json(path, mode=mode, limit=6, legacy_only=1):
        beatmap = f"beatmaps/{score['beatmap_id']}/scores"
        board = guest.json(beatmap, mode=mode, limit=1, legacy_only=1)
        assert bare(board["scores"][0]) == bare(score)


def test_recent_plays_are_of_the_last_day(guest: Caller, player: Caller, world: World) -> None:
    me = player.json("me")
    everything = player.json(f"users/{me['id']}/scores/recent", limit=100, include_fails=1)
    passes = player.json(f"users/{me['id']}/scores/recent", limit=100)
    assert passes == [score for score in everything if score["passed"]]
    assert 0 < me["scores_recent_count"] == len(passes) < len(everything)
    times = [score["ended_at"] for score in everything]
    assert times == sorted(times, reverse=True)
    since = NOW - timedelta(days=1)
    assert all(datetime.fromisoformat(time) >= since for time in times)
    failed = next(score for score in everything if not score["passed"])
    assert (failed["rank"], failed["pp"], failed["has_replay"]) == ("F", None, False)
    page = guest.json(f"scores/{failed['id']}")
    assert page["rank_global"] == 0
    assert bare(page) == bare(failed) | {"current_user_attributes": {"pin": None}}
    assert player.json(f"users/{me['id']}/scores/recent", limit=100, offset=100) == []


def test_pinned_scores_are_known_as_pinned(guest: Caller, player: Caller) -> None:
    me = player.json("me")
    pinned = player.json(f"users/{me['id']}/scores/pinned")
    assert len(pinned) == me["scores_pinned_count"] > 0
    for score in pinned:
        pin = {"pin": {"is_pinned": True, "score_id": score["id"]}}
        assert score["current_user_attributes"] == pin
        assert guest.json(f"scores/{score['id']}")["current_user_attributes"] == {"pin": None}
    best = player.json(f"users/{me['id']}/scores/best", limit=100)
    others = [score for score in best if score["id"] not in {one["id"] for one in pinned}]
    assert others[0]["current_user_attributes"]["pin"]["is_pinned"] is False


def test_who_has_no_rank_has_no_best_plays(guest: Caller, world: World) -> None:
    accounts, standings = world.accounts, world.standings("osu")
    gone = next(a for a in range(len(accounts)) if standings.rank_of(a) is None)
    user = accounts.id_of(gone)
    for kind in ("best", "firsts", "recent", "pinned"):
        assert guest.json(f"users/{user}/scores/{kind}", mode="osu") == []
    profile = guest.json(f"users/{user}/osu")
    assert [profile[f"scores_{kind}_count"] for kind in ("best", "first", "recent", "pinned")] == [
        0
    ] * 4


def test_limits_are_clamped_and_wrong_words_refused(guest: Caller) -> None:
    path = "users/12092800/scores/best"
    assert len(guest.json(path)) == 5
    assert len(guest.json(path, limit=0)) == len(guest.json(path, limit=-3)) == 1
    assert len(guest.json(path, limit=1_000)) == 100
    assert len(guest.json(path, limit=100, offset=150)) == 50
    for wrong in ("users/12092800/scores/worst", "users/1/scores/best", "users/peppy/scores/best"):
        assert (guest.get(wrong).status_code, guest.get(wrong).json()) == (404, {"error": None})
    assert guest.get(path, mode="catch").status_code == 404


def test_an_id_is_a_score_or_nothing(guest: Caller) -> None:
    """Also those that the scores of boards opened lately leave free: each has its second."""
    newest = guest.json("scores")["scores"][-1]["id"]
    found = [guest.get(f"scores/{(newest // 16 - back) * 16 + 15}") for back in range(1, 61)]
    assert {answer.status_code for answer in found} == {200, 404}
