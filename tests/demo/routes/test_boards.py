"""Leaderboards over HTTP, the score feed, and scores by id."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

import pytest
import requests

from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.ids import PER_SECOND
from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller
from tests.demo.routes.test_scores import bare, ranked_user

MODES = [ruleset.name for ruleset in RULESETS]
NO_SCORE = {"error": "Specified Solo\\Score couldn't be found."}


def some_map(world: World, status: int, mode: int = 0) -> int:
    beatmaps = world.beatmaps
    index = next(
        i
        for i in range(5_000, 20_000)
        if beatmaps.status[i] == status and beatmaps.ruleset[i] == mode
    )
    return beatmaps.difficulties(index)[0].id


def played_map(caller: Caller, world: World, mode: str) -> int:
    """A beatmap on which good players have one of their best plays."""
    user = ranked_user(world, mode, 900)
    beatmap: int = caller.json(f"users/{user}/scores/best", mode=mode)[3]["beatmap_id"]
    return beatmap


@pytest.mark.parametrize("mode", MODES)
def test_leaderboards_are_sorted_and_have_everyone_once(
    guest: Caller, world: World, mode: str
) -> None:
    path = f"beatmaps/{played_map(guest, world, mode)}/scores"
    board = guest.json(path, limit=100)
    scores = board["scores"]
    assert len(scores) == min(100, board["score_count"]) > 50
    totals = [score["total_score"] for score in scores]
    assert totals == sorted(totals, reverse=True)
    assert len({score["user_id"] for score in scores}) == len(scores)
    assert all(score["user"]["id"] == score["user_id"] for score in scores)
    assert {"country", "cover", "team"} <= set(scores[0]["user"])
    assert "beatmap" not in scores[0]
    assert "user_score" not in board
    for place in (0, 17, 49):
        score = scores[place]
        assert guest.json(f"scores/{score['id']}")["rank_global"] == place + 1
        one = guest.json(f"{path}/users/{score['user_id']}")
        assert (one["position"], bare(one["score"])) == (place + 1, bare(score))
    assert len(guest.json(path)["scores"]) == 50
    assert guest.json(path, type="no such type", limit=100) == board


@pytest.mark.parametrize("mode", MODES)
def test_the_leaderboard_of_the_old_game_is_in_its_own_order(
    guest: Caller, world: World, mode: str
) -> None:
    path = f"beatmaps/{played_map(guest, world, mode)}/scores"
    whole, old = (guest.json(path, limit=100, legacy_only=flag) for flag in (0, 1))
    totals = [score["legacy_total_score"] for score in old["scores"]]
    assert totals == sorted(totals, reverse=True)
    assert all(totals)
    assert 0 < old["score_count"] < whole["score_count"]
    stable = [score["id"] for score in whole["scores"] if score["legacy_score_id"] is not None]
    assert [score["id"] for score in old["scores"]][: len(stable)] == stable


def test_leaderboards_of_some_mods_only(guest: Caller, world: World) -> None:
    path = f"beatmaps/{played_map(guest, world, 'osu')}/scores"
    whole = guest.json(path, limit=100)["scores"]

    def combination(score: dict[str, Any]) -> frozenset[str]:
        same = {"NC": "DT", "PF": "SD"}
        mods = {same.get(mod["acronym"], mod["acronym"]) for mod in score["mods"]}
        return frozenset(mods - {"CL", "SD"})

    for asked in (["DT"], ["HD", "HR"], ["NM"], ["HD"], ["NM", "DT"]):
        wanted = frozenset(asked) - {"NM"}
        allowed = {wanted, frozenset()} if "NM" in asked else {wanted}
        expected = [score["id"] for score in whole if combination(score) in allowed]
        found = guest.json(path, limit=100, **{"mods[]": asked})["scores"]
        assert [score["id"] for score in found][: len(expected)] == expected
        assert all(combination(score) in allowed for score in found)
    assert guest.json(path, **{"mods[]": ["EZ", "FL"]}) == {"scores": [], "score_count": 0}


def test_supporters_see_their_country_and_friends(player: Caller, world: World) -> None:
    mine = player.json("me")
    score = player.json(f"users/{mine['id']}/scores/best")[0]
    path = f"beatmaps/{score['beatmap_id']}/scores"
    whole = player.json(path, limit=100)
    assert whole["user_score"] == whole["userScore"]
    assert whole["user_score"]["score"]["id"] == score["id"]
    country = player.json(path, type="country", limit=100)
    assert {s["user"]["country_code"] for s in country["scores"]} == {mine["country_code"]}
    places = [s["id"] for s in country["scores"]]
    assert country["user_score"]["position"] == places.index(score["id"]) + 1
    circle = {relation["target_id"] for relation in player.json("friends")} | {mine["id"]}
    friends = player.json(path, type="friend")
    assert {s["user_id"] for s in friends["scores"]} <= circle
    team = player.json(path, type="team")
    assert {s["user"]["team"]["id"] for s in team["scores"]} == {mine["team"]["id"]}


def test_a_guest_is_no_supporter(guest: Caller, world: World) -> None:
    path = f"beatmaps/{played_map(guest, world, 'osu')}/scores"
    for kind in ("country", "friend"):
        answer = guest.get(path, type=kind)
        assert answer.status_code == 422
        assert answer.json() == {"error": "You must be an osu!supporter to use this feature."}
    assert guest.json(path, type="team")["scores"] == []


def test_beatmaps_without_a_leaderboard(guest: Caller, world: World) -> None:
    for status in (-2, -1, 0):
        path = f"beatmaps/{some_map(world, status)}/scores"
        assert guest.get(path).content == b'{"scores":[]}'
        answer = guest.get(f"{path}/users/12092800")
        assert (answer.status_code, answer.json()["error"][:17]) == (404, "Specified beatmap")


def test_loved_and_qualified_beatmaps_give_no_pp(guest: Caller, world: World) -> None:
    for status in (3, 4):
        board = guest.json(f"beatmaps/{some_map(world, status)}/scores")
        assert board["score_count"] > 0
        assert {score["pp"] for score in board["scores"]} == {None}


def test_converted_beatmaps_have_a_leaderboard_of_their_own(guest: Caller) -> None:
    native = guest.json("beatmaps/1981090/scores")
    catch = guest.json("beatmaps/1981090/scores", mode="catch")
    assert catch == guest.json("beatmaps/1981090/scores", mode="fruits")
    assert {score["ruleset_id"] for score in catch["scores"]} == {2}
    assert not {s["id"] for s in catch["scores"]} & {s["id"] for s in native["scores"]}
    page = guest.json(f"scores/{catch['scores'][0]['id']}")
    assert (page["beatmap"]["convert"], page["beatmap"]["mode"]) == (True, "fruits")
    assert page["beatmap"]["max_combo"] >= page["max_combo"]


def test_the_deprecated_leaderboard_is_always_modern(guest: Caller) -> None:
    new = guest.json("beatmaps/1981090/scores")
    del guest.session.headers["x-api-version"]
    assert guest.json("beatmaps/1981090/solo-scores") == new
    assert "score" in guest.json("beatmaps/1981090/scores")["scores"][0]


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("scores/0", 404, "Invalid score id."),
        ("scores/abc", 404, "Invalid score id."),
        ("scores/osu/0", 404, "Invalid score id."),
        ("scores/vitaru/5", 404, "unknown ruleset name"),
        ("scores/catch/5", 404, NO_SCORE["error"]),
        ("scores/7", 404, NO_SCORE["error"]),
        ("beatmaps/1981090/scores?mode=vitaru", 422, "invalid mode specified"),
        ("beatmaps/1981090/scores/users/2?mode=vitaru", 422, "invalid mode specified"),
        ("beatmaps/1981090/scores/users/2/all?ruleset=vitaru", 404, "unknown ruleset name"),
        ("beatmaps/1981090/scores/users/1", 404, None),
        ("beatmaps/5/scores", 404, "Specified beatmap difficulty couldn't be found."),
        ("scores?ruleset=catch", 422, "invalid ruleset parameter"),
        ("scores?cursor[id]=1", 422, "cursor is too old"),
    ],
)
def test_refusals(guest: Caller, path: str, status: int, error: str | None) -> None:
    answer = guest.get(path)
    assert (answer.status_code, answer.json()) == (status, {"error": error})


def test_ids_are_neither_shared_nor_made_up(guest: Caller, world: World) -> None:
    seen: dict[int, tuple[int, int]] = {}
    for mode in MODES:
        for rank in range(200, 9_000, 1_100):
            user = ranked_user(world, mode, rank)
            for score in guest.json(f"users/{user}/scores/best", mode=mode, limit=100):
                key = (score["user_id"], score["beatmap_id"])
                assert seen.setdefault(score["id"], key) == key
    others = [one + PER_SECOND for one in list(seen)[::150]]
    answers = {one: guest.get(f"scores/{one}") for one in others}
    known = [one for one, answer in answers.items() if answer.status_code == 200]
    assert all(answers[one].json()["id"] == one for one in known)
    assert len(known) < len(others) / 10  # most ids are nobody's
    ordered = sorted(seen)[:: len(seen) // 30]
    times = [guest.json(f"scores/{one}")["ended_at"] for one in ordered]
    assert times == sorted(times)


def test_scores_that_every_world_has(guest: Caller) -> None:
    replayed = guest.json("scores/osu/2797309065")
    assert (replayed["user_id"], replayed["beatmap_id"]) == (3256299, 1776628)
    assert replayed["has_replay"]
    one = guest.json("beatmaps/221777/scores/users/2757689")
    assert one["score"]["user_id"] == 2757689
    assert guest.json("beatmaps/1981090/scores")["scores"]
    assert len(guest.json("users/12092800/scores/best")) == 5


@pytest.mark.parametrize("seed", [1, 6])
def test_every_seat_of_a_leaderboard_can_be_found_again(seed: int) -> None:
    scores = World(seed, NOW).scores
    plays, catalogue = scores.factory, scores.factory.placements.catalogue
    random = Random(seed)
    some = random.sample(range(len(catalogue.ids)), 25) + random.sample(list(catalogue.new), 10)
    entries = [catalogue.entry(number, ruleset) for number in some for ruleset in range(4)]
    for entry in filter(None, entries):
        rows = scores.leaderboards.of(entry).rows
        own = plays.placements.in_ruleset(entry.ruleset)
        assert rows[0].placement.position == own.leader(entry.number)
        assert len(rows) == 1 or rows[0].total > rows[1].total
        assert len({row.id for row in rows}) == len(rows)
        for row in random.sample(rows, min(4, len(rows))):
            play = plays.of_placement(row.placement, entry)
            assert plays.placements.of(entry, row.placement.position) == row.placement
            assert play.seconds >= entry.ranked
            assert scores.by_id(row.id) == play
            if play.old_id:
                assert plays.by_old_id(entry.ruleset, play.old_id) == play


# --- the feed --------------------------------------------------------------------------------


def test_the_feed_goes_on_where_it_stopped(guest: Caller) -> None:
    first = guest.json("scores")
    ids = [score["id"] for score in first["scores"]]
    assert len(ids) == 1_000
    assert ids == sorted(set(ids))
    times = [score["ended_at"] for score in first["scores"]]
    assert times == sorted(times)
    assert (NOW - datetime.fromisoformat(times[-1])).total_seconds() < 300
    assert all(score["passed"] for score in first["scores"])
    assert not {"user", "beatmap"} & set(first["scores"][0])
    assert first["cursor"] == {"id": ids[-1]}
    again = guest.json("scores", cursor_string=first["cursor_string"])
    assert (again["scores"], again["cursor"]) == ([], first["cursor"])
    assert again["cursor_string"] == first["cursor_string"]
    older = guest.json("scores", **{"cursor[id]": ids[-11]})
    assert older["scores"] == first["scores"][-10:]
    longer = guest.json("scores", **{"cursor[id]": ids[0] - 2_000_000})
    assert len(longer["scores"]) == 1_000
    assert longer["scores"][-1]["id"] < ids[0]
    for score in first["scores"][::250]:
        assert bare(guest.json(f"scores/{score['id']}")) == score


def test_the_feed_of_one_ruleset_has_what_its_players_played_lately(
    player: Caller, guest: Caller
) -> None:
    me = player.json("me")
    recent = guest.json(f"users/{me['id']}/scores/recent", limit=100)
    oldest = min(score["id"] for score in recent)
    found, cursor = [], oldest - 1
    while page := guest.json("scores", ruleset="osu", **{"cursor[id]": cursor})["scores"]:
        found += [score["id"] for score in page if score["user_id"] == me["id"]]
        assert {score["ruleset_id"] for score in page} == {0}
        cursor = page[-1]["id"]
    assert found == [score["id"] for score in reversed(recent)]


def test_the_feed_needs_no_version(serve: Callable[..., Any], guest: Caller) -> None:
    new = guest.json("scores", ruleset="taiko")["scores"]
    headers = {"Authorization": guest.session.headers["Authorization"]}
    url = f"{guest.server.url}/api/v2/scores"
    old = requests.get(url, params={"ruleset": "taiko"}, headers=headers, timeout=20).json()
    assert old["scores"] == new
