"""Site-wide search over HTTP: players, wiki pages, redirects."""

from __future__ import annotations

import time

import pytest

from osubrowser.demo.world.players.names import normalised
from osubrowser.demo.world.world import World
from tests.demo.conftest import Caller


def test_the_name_itself_comes_first(guest: Caller, world: World) -> None:
    found = guest.json("search", query="peppy")
    assert found["user"]["data"][0]["username"] == "peppy"
    assert found["user"]["data"][0]["profile_colour"] == "#3366FF"
    assert set(found) == {"user", "wiki_page"}
    assert found["wiki_page"]["data"][0]["title"] == "peppy"
    for account in (5, 7_777, 23_999):
        name = world.accounts.name_of(account)
        best = guest.json("search", mode="user", query=name)["user"]["data"][0]
        assert best["id"] == world.accounts.id_of(account)


def test_all_names_with_the_letters_are_found(guest: Caller, world: World) -> None:
    word = "kitsu" if any("kitsu" in n for n in _names(world)) else "waffle"
    there = {n for n in _names(world) if word in n}
    assert there
    met: list[str] = []
    page, total = 1, None
    while total is None or len(met) < total:
        found = guest.json("search", mode="user", query=word.upper(), page=page)["user"]
        total, page = found["total"], page + 1
        assert found["data"]
        met += [normalised(user["username"]) for user in found["data"]]
    assert total == min(100, len(there))
    assert set(met) <= there
    assert len(met) == len(set(met))
    assert guest.json("search", mode="user", query=word, page=page)["user"]["data"] == []


def _names(world: World) -> list[str]:
    return [normalised(world.accounts.name_of(a)) for a in range(len(world.accounts))]


def test_pages_have_twenty_and_the_overview_six(guest: Caller) -> None:
    assert len(guest.json("search", mode="user", query="a")["user"]["data"]) == 20
    both = guest.json("search", query="a")
    assert len(both["user"]["data"]) == 6
    assert len(both["wiki_page"]["data"]) == 8
    assert both["user"]["total"] == 100


def test_orders_and_filters(guest: Caller) -> None:
    by_name = guest.json("search", mode="user", query="moon", sort="username_asc")["user"]["data"]
    names = [normalised(user["username"]) for user in by_name]
    assert names == sorted(names)
    assert len(names) > 3
    recent = guest.json("search", mode="user", query="moon", recent_only="true")["user"]
    everybody = guest.json("search", mode="user", query="moon")["user"]
    assert 0 < recent["total"] < everybody["total"]
    assert all(user["is_active"] for user in recent["data"])


def test_nothing_typed_finds_nothing(guest: Caller) -> None:
    assert guest.json("search") == {
        "user": {"data": [], "total": 0},
        "wiki_page": {"data": [], "total": 0},
    }


@pytest.mark.parametrize("mode", ["team", "forum_post"])
def test_modes_without_an_answer(guest: Caller, mode: str) -> None:
    assert guest.json("search", mode=mode, query="x") == {}


@pytest.mark.parametrize("mode", ["beatmapset", "artist_track"])
def test_modes_of_the_website(guest: Caller, mode: str) -> None:
    url = f"{guest.server.url}/api/v2/search"
    asked = {"mode": mode, "query": "a b"}
    answer = guest.session.get(url, params=asked, allow_redirects=False, timeout=20)
    assert answer.status_code == 302
    assert "/api/" not in answer.headers["Location"]
    landed = guest.session.get(url, params=asked, timeout=20)
    assert landed.headers["Content-Type"].startswith("text/html")


def test_a_word_a_thousand_times_is_one_word(guest: Caller) -> None:
    once = guest.json("search", query="a")
    began = time.perf_counter()
    again = guest.json("search", query="a " * 10_000)
    assert time.perf_counter() - began < 4
    assert again["user"]["total"] == once["user"]["total"]
