"""Endpoints of the site-wide search and of featured artists."""

from __future__ import annotations

import json

import pytest

from osubrowser.api import ArtistTrackSort, Search, SearchMode, ServerTrouble
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, guest
from tests.conftest import ANSWERS, Server


def test_recorded_search(recorded_server: Server) -> None:
    sent = json.loads((ANSWERS / "v2" / "search_200.json").read_bytes())
    found = guest(recorded_server).search(query="peppy")
    assert found.user is not None
    assert found.user.data[0].username == sent["user"]["data"][0]["username"]
    assert found.user.data[0].profile_colour == "#3366FF"
    assert found.wiki_page is not None
    assert (found.wiki_page.total, len(found.wiki_page.data)) == (
        69,
        len(sent["wiki_page"]["data"]),
    )
    assert found.wiki_page.data[0].title == sent["wiki_page"]["data"][0]["title"]
    assert found.users is found.user
    assert found.wiki_pages is found.wiki_page


@pytest.mark.parametrize("mode", ["team", "forum_post"])
def test_a_mode_without_results_here_is_empty(demo_server: Server, mode: str) -> None:
    assert guest(demo_server).search("a", mode=mode) == Search()


def test_parameters(stub: Stub) -> None:
    found = stub.client().search("a b", mode=SearchMode.WIKI, locale="fr", recent_only=False)
    assert asked(stub) == (
        "GET /search",
        {"query": ["a b"], "mode": ["wiki_page"], "locale": ["fr"], "recent_only": ["0"]},
    )
    assert (found.user, found.wiki_page) == (None, None)


def test_found_players_are_walked_to_the_end(stub: Stub) -> None:
    def page(*ids: int) -> dict[str, object]:
        return {"user": {"data": [{"id": number} for number in ids], "total": 3}}

    answer(stub, page(1, 2), page(3), page())
    client = stub.client()
    pages = list(client.pages(client.search, "x", mode="user"))
    assert [u.id for p in pages if p.user for u in p.user.data] == [1, 2, 3]
    assert asked(stub)[1] == {"query": ["x"], "mode": ["user"], "page": ["3"]}


def test_featured_artists(stub: Stub) -> None:
    track = {
        "id": 3,
        "title": "Song",
        "bpm": 180,
        "length": "3:05",
        "artist": {"id": 1, "name": "Camellia"},
        "album": {"id": 2, "title": "Album"},
        "updated_at": "2026-07-04T00:47:40+00:00",
    }
    body = {"artist_tracks": [track], "search": {"sort": "update_desc"}}
    answer(stub, {**body, "cursor": {"id": 3}}, {"artist_tracks": [], "cursor": None})
    client = stub.client()
    pages = list(
        client.pages(
            client.featured_artist_tracks,
            "song",
            bpm=(180, None),
            exclusive_only=True,
            sort=ArtistTrackSort.TITLE_ASCENDING,
        )
    )
    assert [len(page.artist_tracks) for page in pages] == [1]
    found = pages[0].artist_tracks[0]
    assert (found.bpm, found.length) == (180.0, "3:05")
    assert found.artist is not None
    assert found.artist.name == "Camellia"
    first = {"query": ["song"], "exclusive_only": ["1"], "sort": ["title_asc"], "bpm[gte]": ["180"]}
    assert asked(stub, 0) == ("GET /beatmaps/artists/tracks", first)
    assert asked(stub, 1)[1] == {**first, "cursor[id]": ["3"]}
    assert all("authorization" not in seen.headers for seen in stub.requests)


def test_a_page_for_people_is_no_list_of_tracks(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=b"<!doctype html>", kind="text/html"))
    with pytest.raises(ServerTrouble):
        stub.client().featured_artist_tracks()
