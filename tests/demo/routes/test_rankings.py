"""Rankings over HTTP: paging, filters, totals, shapes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from osubrowser.demo.http.cursors import cursor_string, read_cursor
from osubrowser.demo.server import DemoServer
from tests.conftest import raw_answer
from tests.demo.conftest import Caller

MODES = ("osu", "taiko", "fruits", "mania")


def test_walking_a_ranking_by_its_cursor_gives_everybody_once(guest: Caller) -> None:
    seen: list[int] = []
    query: dict[str, object] = {}
    for _ in range(201):
        body = guest.json("rankings/taiko/performance", **query)
        assert body["total"] == 10_000
        ranks = [entry["global_rank"] for entry in body["ranking"]]
        assert ranks == list(range(len(seen) + 1, len(seen) + 51))
        seen += [entry["user"]["id"] for entry in body["ranking"]]
        if body["cursor"] is None:
            break
        query = {"cursor_string": body["cursor_string"]}
    assert body["cursor_string"] is None
    assert len(seen) == len(set(seen)) == 10_000


def test_pages_are_asked_for_in_three_ways_and_clamped(guest: Caller) -> None:
    path = "rankings/osu/performance"
    by_page = guest.json(path, page=3)
    assert by_page == guest.json(path, **{"cursor[page]": 3})
    assert by_page == guest.json(path, cursor_string="eyJwYWdlIjozfQ")
    assert by_page["cursor"] == {"page": 4}
    assert guest.json(path, page=900) == guest.json(path, page=200)
    assert guest.json(path, page=-4) == guest.json(path) == guest.json(path, page="abc")
    assert guest.json(path, cursor_string="%%%") == guest.json(path)
    assert guest.json(path, page="3x") == by_page


def test_cursor_strings_are_those_of_the_real_server() -> None:
    assert cursor_string({"page": 2}) == "eyJwYWdlIjoyfQ"
    assert read_cursor({"cursor_string": "eyJwYWdlIjoyfQ"}) == {"page": 2}
    assert read_cursor({"cursor_string": "WzFd"}) == {}
    assert cursor_string(None) is None


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("rankings/osu/performance", "get_rankings_200.json"),
        ("rankings/mania/score", "rankings_mania_score.json"),
        ("rankings/taiko/country", "rankings_taiko_country.json"),
        ("rankings/osu/charts", "rankings_osu_charts.json"),
        ("spotlights", "get_spotlights_200.json"),
    ],
)
def test_answers_have_every_key_of_the_recorded_ones(guest: Caller, path: str, file: str) -> None:
    allowed = {"cursor_string", "required"}  # the recorded charts are of an older server
    missing = _keys(raw_answer(f"v2/{file}")) - _keys(guest.json(path)) - allowed
    assert not missing


def _keys(body: object) -> set[str]:
    if isinstance(body, dict):
        return {str(key) for key in body}.union(*(_keys(value) for value in body.values()))
    if isinstance(body, list):
        return set().union(*(_keys(value) for value in body))
    return set()


def test_whole_floats_are_written_as_ints(guest: Caller) -> None:
    for path in (
        "rankings/osu/performance?page=7",
        "rankings/osu/charts",
        "rankings/mania/performance?variant=4k",
        "users/@Komorebi",
        "users/@Komorebi/mania",
    ):
        assert not re.search(r"[:,\[]-?\d+\.0+[,}\]]", guest.get(path).text)


@pytest.mark.parametrize("mode", MODES)
def test_score_rankings_fall_by_score_and_keep_the_pp_rank(guest: Caller, mode: str) -> None:
    pages = [guest.json(f"rankings/{mode}/score", page=page)["ranking"] for page in (1, 2, 200)]
    scores = [entry["ranked_score"] for page in pages for entry in page]
    assert scores == sorted(scores, reverse=True)
    ranks = [entry["global_rank"] for entry in pages[0]]
    assert ranks != sorted(ranks)
    assert "rank_change_since_30_days" not in pages[0][0]


def test_country_rankings_agree_with_the_lists_they_count(guest: Caller) -> None:
    rows = guest.json("rankings/osu/country")
    more = guest.json("rankings/osu/country", page=2)
    assert rows["total"] == len(rows["ranking"]) + len(more["ranking"]) == 60
    assert more["cursor"] is None
    row = rows["ranking"][30]
    first = guest.json("rankings/osu/performance", country=row["code"].lower())
    assert first["total"] == row["active_users"]
    entries = list(first["ranking"])
    for page in range(2, -(-first["total"] // 50) + 1):
        body = guest.json("rankings/osu/performance", country=row["code"], page=page)
        entries += body["ranking"]
    assert [entry["country_rank"] for entry in entries] == list(range(1, first["total"] + 1))
    assert {entry["user"]["country_code"] for entry in entries} == {row["code"]}
    assert round(sum(entry["pp"] for entry in entries)) == row["performance"]
    assert sum(entry["play_count"] for entry in entries) == row["play_count"]
    assert sum(entry["ranked_score"] for entry in entries) == row["ranked_score"]
    assert all("rank_change_since_30_days" not in entry for entry in entries)


def test_the_same_player_has_the_same_figures_in_every_list(guest: Caller) -> None:
    entry = guest.json("rankings/fruits/performance", page=4)["ranking"][7]
    user = guest.json(f"users/{entry['user']['id']}/fruits")
    statistics = user["statistics"]
    shared = set(entry) & set(statistics)
    assert {key: entry[key] for key in shared} == {key: statistics[key] for key in shared}
    assert user["rank_history"]["data"][-1] == statistics["global_rank"]
    country = guest.json("rankings/fruits/performance", country=entry["user"]["country_code"])
    at_home = [e["country_rank"] for e in country["ranking"] if e["user"]["id"] == user["id"]]
    assert at_home in ([statistics["country_rank"]], [])
    assert user["team"] == entry["user"]["team"]


@pytest.mark.parametrize("keys", ["4k", "7k"])
def test_key_counts_have_rankings_of_their_own(guest: Caller, keys: str) -> None:
    body = guest.json("rankings/mania/performance", variant=keys)
    pp = [entry["pp"] for entry in body["ranking"]]
    assert pp == sorted(pp, reverse=True)
    assert [entry["global_rank"] for entry in body["ranking"]] == list(range(1, 51))
    assert 2_000 < body["total"] < 10_000
    entry = body["ranking"][20]
    variants = guest.json(f"users/{entry['user']['id']}/mania")["statistics"]["variants"]
    own = next(one for one in variants if one["variant"] == keys)
    assert (own["global_rank"], own["pp"]) == (21, entry["pp"])
    home = guest.json(
        "rankings/mania/performance", variant=keys, country=entry["user"]["country_code"]
    )
    places = {one["user"]["id"]: one["country_rank"] for one in home["ranking"]}
    assert places.get(entry["user"]["id"], own["country_rank"]) == own["country_rank"]
    assert guest.json("rankings/mania/performance", variant="all")["total"] == 10_000


def test_teams_are_ranked(guest: Caller) -> None:
    body = guest.json("rankings/mania/team")
    performance = [entry["performance"] for entry in body["ranking"]]
    assert performance == sorted(performance, reverse=True)
    entry = body["ranking"][0]
    assert {"id", "name", "short_name", "flag_url"} == set(entry["team"])
    assert entry["team_id"] == entry["team"]["id"]
    assert entry["ruleset_id"] == 3
    assert entry["member_count"] > 1
    assert any(one["team"]["flag_url"] is None for one in body["ranking"]) or body["total"] > 50


def test_kudosu_has_twenty_pages(guest: Caller) -> None:
    first, last = guest.json("rankings/kudosu"), guest.json("rankings/kudosu", page=20)
    assert set(first) == {"ranking"}
    totals = [user["kudosu"]["total"] for user in first["ranking"] + last["ranking"]]
    assert len(totals) == 100
    assert totals == sorted(totals, reverse=True)
    assert guest.json("rankings/kudosu", page=99) == last
    assert all(user["kudosu"]["available"] <= user["kudosu"]["total"] for user in first["ranking"])


def test_friends_are_those_of_the_person(player: Caller, guest: Caller) -> None:
    mine = player.json("rankings/osu/performance", filter="friends")
    ids = {entry["user"]["id"] for entry in mine["ranking"]}
    friends = {relation["target_id"] for relation in player.json("friends")}
    me = player.json("me")["id"]
    assert me in ids
    assert ids <= friends | {me}
    assert 3 < mine["total"] == len(ids) < 50
    assert "rank_change_since_30_days" not in mine["ranking"][0]
    nobody = guest.json("rankings/osu/performance", filter="friends")
    assert (nobody["ranking"], nobody["total"], nobody["cursor"]) == ([], 0, None)


def test_charts_have_players_beatmaps_and_a_spotlight(guest: Caller) -> None:
    known = guest.json("spotlights")["spotlights"]
    assert len(known) > 50
    starts = [one["start_date"] for one in known]
    assert starts == sorted(starts, reverse=True)
    assert {"monthly", "spotlight", "bestof", "theme", "special"} == {one["type"] for one in known}
    newest = guest.json("rankings/taiko/charts")
    assert newest["spotlight"]["id"] == known[0]["id"]
    for one in (known[0], known[9], known[-1]):
        body = guest.json("rankings/osu/charts", spotlight=one["id"])
        assert set(body) == {"beatmapsets", "ranking", "spotlight"}
        assert body["spotlight"].pop("participant_count") >= 40
        assert body["spotlight"] == one
        assert len(body["ranking"]) == 40
        scores = [entry["ranked_score"] for entry in body["ranking"]]
        assert scores == sorted(scores, reverse=True)
        assert len({entry["user"]["id"] for entry in body["ranking"]}) == 40
        entry = body["ranking"][0]
        assert (entry["pp"], entry["global_rank"], entry["play_time"]) == (None, None, None)
        assert entry["is_ranked"] is False
        assert entry["grade_counts"]["ssh"] == entry["grade_counts"]["sh"] == 0
        for beatmapset in body["beatmapsets"]:
            assert beatmapset["ranked_date"] < one["end_date"]
            assert {beatmap["mode"] for beatmap in beatmapset["beatmaps"]} == {"osu"}


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("rankings/osu/zz", 404, "invalid type specified"),
        ("rankings/catch/performance", 404, "invalid ruleset specified"),
        ("rankings/osu/score?country=ZZ", 404, "Specified CountryStatistics couldn't be found."),
        ("rankings/osu/performance?variant=4k", 422, "invalid variant parameter specified"),
        ("rankings/mania/performance?variant=9k", 422, "invalid variant parameter specified"),
        ("rankings/osu/score?filter=rivals", 422, "invalid filter parameter specified"),
        ("rankings/osu/charts?spotlight=999999", 404, "Specified Spotlight couldn't be found."),
        ("nowhere", 404, "Invalid url or incorrect request method."),
        ("rankings", 404, "Invalid url or incorrect request method."),
    ],
)  # fmt: skip
def test_refusals(guest: Caller, path: str, status: int, error: str) -> None:
    answer = guest.get(path)
    assert (answer.status_code, answer.json()) == (status, {"error": error})


def test_an_old_spotlight_has_no_mania(guest: Caller) -> None:
    oldest = guest.json("spotlights")["spotlights"][-1]
    assert oldest["mode_specific"] is False
    assert guest.get("rankings/mania/charts", spotlight=oldest["id"]).status_code == 404


def test_addresses_of_pictures_lead_here(
    serve: Callable[..., DemoServer], caller: Callable[..., Caller]
) -> None:
    server = serve()
    text = caller(server).get("rankings/osu/charts").text
    assert "ppy.sh/" in text
    assert "https://" not in text
    assert f"{server.url}/a.ppy.sh/" in text
