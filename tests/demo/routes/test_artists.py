"""Featured artists' tracks over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import requests

from osubrowser.api import ArtistTrack, ArtistTracks, Client, MemoryTokenStore
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.demo.conftest import Caller


@pytest.fixture(scope="module")
def client(world: World) -> Iterator[Client]:
    with (
        DemoServer(world=world) as server,
        Client(
            server.client_id,
            server.client_secret,
            base_url=server.url,
            token_store=MemoryTokenStore(),
        ) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def tracks(client: Client) -> list[ArtistTrack]:
    return together(client.pages(client.featured_artist_tracks))


def together(pages: Iterator[ArtistTracks]) -> list[ArtistTrack]:
    return [track for page in pages for track in page.artist_tracks]


def seconds(track: ArtistTrack) -> int:
    minutes, _, rest = str(track.length).partition(":")
    return int(minutes) * 60 + int(rest)


def artist(track: ArtistTrack) -> str:
    assert track.artist
    return track.artist.name.lower()


def test_all_of_them_page_by_page(client: Client, tracks: list[ArtistTrack]) -> None:
    assert len({track.id for track in tracks}) == len(tracks) > 1_000
    dates = [track.updated_at for track in tracks]
    assert dates == sorted(dates, key=str, reverse=True)
    first = client.featured_artist_tracks()
    assert len(first.artist_tracks) == 50
    assert first.search == {"is_default_sort": True, "sort": "update_desc"}
    assert {track.album is None for track in tracks} == {True, False}
    assert all(track.album is None or track.album.id == track.album_id for track in tracks)


def test_beatmapsets_map_them(guest: Caller, tracks: list[ArtistTrack]) -> None:
    by_id = {track.id: track for track in tracks}
    sets = guest.json("beatmapsets/search", c="featured_artists")["beatmapsets"]
    assert len(sets) == 50
    for beatmapset in sets:
        track = by_id[beatmapset["track_id"]]
        assert (track.title, artist(track)) == (beatmapset["title"], beatmapset["artist"].lower())
        assert track.bpm == beatmapset["bpm"]
    number = by_id[sets[0]["track_id"]].artist_id
    found = guest.json("beatmapsets/search", q=f"featured_artist={number}")["beatmapsets"]
    assert {by_id[one["track_id"]].artist_id for one in found} == {number}


ORDERS: dict[str, Callable[[ArtistTrack], object]] = {
    "artist": artist,
    "bpm": lambda track: track.bpm,
    "length": seconds,
    "title": lambda track: track.title.lower(),
}


@pytest.mark.parametrize("field", ORDERS)
@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_every_order(client: Client, tracks: list[ArtistTrack], field: str, direction: str) -> None:
    sort = f"{field}_{direction}"
    found = together(client.pages(client.featured_artist_tracks, sort=sort))
    keys = [(ORDERS[field](track), track.id) for track in found]
    assert keys == sorted(keys, reverse=direction == "desc")
    assert {track.id for track in found} == {track.id for track in tracks}


def test_every_filter(client: Client, tracks: list[ArtistTrack]) -> None:
    def ids(**asked: object) -> set[int]:
        found = together(client.pages(client.featured_artist_tracks, **asked))  # type: ignore[arg-type]  # as named
        return {track.id for track in found}

    def those(fits: Callable[[ArtistTrack], bool]) -> set[int]:
        return {track.id for track in tracks if fits(track)}

    name = artist(tracks[0])
    expected = {
        "fast": (ids(bpm=(200, None)), those(lambda t: t.bpm >= 200)),
        "short": (ids(length=(90, 120)), those(lambda t: 90 <= seconds(t) <= 120)),
        "rock": (ids(genre="Rock"), those(lambda t: t.genre == "Rock")),
        "only here": (ids(exclusive_only=True), those(lambda t: t.exclusive is True)),
        "of one": (ids(artist=name), those(lambda t: artist(t) == name)),
        "text": (ids(query="waltz"), those(lambda t: "waltz" in str((t.title, t.album)).lower())),
    }
    for what, (found, wanted) in expected.items():
        assert found == wanted, what
        assert 0 < len(found) < len(tracks), what


def test_people_get_a_page_and_hear_them(client: Client, tracks: list[ArtistTrack]) -> None:
    with requests.Session() as session:
        page = session.get(f"{client.base_url}/beatmaps/artists/tracks", timeout=5)
        assert page.headers["Content-Type"].startswith("text/html")
        heard = session.get(tracks[0].preview or "", timeout=5)
        assert heard.headers["Content-Type"] == "audio/mpeg"
        assert session.get(tracks[0].osz or "", timeout=5).status_code == 404
        cover = session.get(tracks[0].cover_url or "", timeout=5)
        assert cover.headers["Content-Type"] == "image/jpeg"


def test_the_same_seed_has_the_same_tracks(world: World) -> None:
    twin = World(world.seed, world.now).featured_tracks
    assert twin.all == world.featured_tracks.all != World(2, world.now).featured_tracks.all
