"""Tracks of featured artists as they are shown, and artists put together from them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from osubrowser.api.client import Client
from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.artists import ArtistTrack
from osubrowser.demo.world.world import World
from osubrowser.models.artists.artists import (
    FeaturedArtist,
    artist_columns,
    artist_of,
    artists_of,
    load_artist,
    load_artists,
)
from osubrowser.models.artists.tracks import (
    beatmaps_of_track,
    load_tracks,
    track_columns,
    track_rows,
    track_seconds,
)
from osubrowser.models.table.column import Row
from osubrowser.services.places.places import BeatmapsPlace
from tests.conftest import Server
from tests.models.scores.test_columns import connect


def track(**fields: Any) -> ArtistTrack:
    return decode(msgspec.json.encode({"id": 5, **fields}), ArtistTrack)


def cells(row: Row[Any]) -> dict[str, str]:
    return {column.key: text for column, text in zip(track_columns(), row.texts, strict=True)}


@pytest.fixture
def client(demo_server: Server) -> Client:
    return connect(demo_server)


@pytest.mark.parametrize(
    ("length", "seconds"),
    [("3:20", 200), ("1:02:03", 3723), (95.0, 95), ("x", None), (None, None), (-4, None)],
)
def test_lengths_in_every_form(length: object, seconds: float | None) -> None:
    assert track_seconds(track(length=length)) == seconds


def test_a_track_with_everything_and_one_with_nothing() -> None:
    whole = track(
        title="千本桜",
        version="Cut",
        artist={"id": 7, "name": "Kuro\u202e"},
        artist_id=7,
        album={"id": 3, "title": "アルバム", "title_romanized": "Album"},
        album_id=3,
        bpm=174.5,
        length="3:20",
        genre="Metal",
        exclusive=True,
        updated_at="2026-01-02T00:00:00+00:00",
    )
    bare = track(title="", artist=None, album=None, genre=None, bpm=0, length=None)
    shown, empty = map(cells, track_rows(track_columns(), [whole, bare]))
    assert shown["title"] == "千本桜 (Cut) by Kuro"
    assert (shown["album"], shown["genre"], shown["bpm"]) == ("Album", "Metal", "174.5")
    assert (shown["length"], shown["exclusive"]) == ("3:20", "yes")
    assert empty["title"] == "Track 5"
    assert (empty["album"], empty["genre"], empty["exclusive"]) == ("", "", "")


def test_beatmaps_of_a_track_are_searched_by_artist_and_title() -> None:
    place = beatmaps_of_track(track(title='A "b" c', artist_id=7))
    assert isinstance(place, BeatmapsPlace)
    query = dict(place.filters)
    assert "featured_artist=7" in query["q"]
    assert "title=" in query["q"]
    assert query["s"] == "any"
    nameless = dict(beatmaps_of_track(track(title="T", artist={"id": 0, "name": "Kuro"})).filters)
    assert "artist=Kuro" in nameless["q"].replace('"', "")


def test_artists_are_counted_by_their_tracks() -> None:
    newest = "2026-03-04T00:00:00+00:00"
    tracks = [
        track(id=1, artist_id=7, artist={"id": 7, "name": "A"}, album_id=3, genre="Pop"),
        track(id=2, artist_id=8, artist={"id": 8, "name": "B"}),
        track(id=3, artist_id=7, album_id=3, genre="Pop", updated_at=newest, cover_url="//x/n"),
        track(id=4, artist_id=7, album_id=4, genre="Rock", cover_url="//x/o"),
        track(id=9, artist_id=None, artist=None),
    ]
    first, second = artists_of(tracks)
    assert first == FeaturedArtist(
        7, "A", 3, 2, "Pop, Rock", "//x/n", datetime(2026, 3, 4, tzinfo=UTC)
    )
    assert first.about == "3 tracks · 2 albums · Pop, Rock"
    assert (second.name, second.about) == ("B", "1 track")
    assert artist_of(6, [track()]).name == "Artist 6"


def test_the_list_of_artists_is_whole(client: Client, demo_world: World) -> None:
    wanted: dict[int, int] = {}
    for one in demo_world.featured_tracks.all:
        wanted[one.artist_id] = wanted.get(one.artist_id, 0) + 1
    found: dict[int, int] = {}
    cursor: Any = None
    for _ in range(40):
        page = load_artists(client, "", artist_columns(), cursor)
        for row in page.rows:
            assert row.item.id not in found
            found[row.item.id] = row.item.tracks
        cursor = page.next
        if cursor is None:
            break
    assert found == wanted


def test_filters_reach_the_website(client: Client, demo_world: World) -> None:
    values = {"genre": "Rock", "bpm[gte]": "150", "length[lte]": "120", "is_exclusive_only": "1"}
    page = load_tracks(client, values, track_columns(), None)
    wanted = [
        one
        for one in demo_world.featured_tracks.all
        if one.genre == "Rock" and one.song.bpm >= 150 and one.song.length <= 120 and one.exclusive
    ]
    assert 0 < len(page.rows) == min(50, len(wanted))
    assert {row.item.id for row in page.rows} <= {one.id for one in wanted}


def test_an_artist_has_all_tracks_by_album_then_singles(client: Client, demo_world: World) -> None:
    artist_id = demo_world.featured_tracks.all[0].artist_id
    wanted = {one.id for one in demo_world.featured_tracks.all if one.artist_id == artist_id}
    page = load_artist(client, artist_id, track_columns())
    assert {row.item.id for row in page.rows} == wanted
    assert isinstance(page.extra, FeaturedArtist)
    assert page.extra.tracks == len(wanted)
    albums = [cells(row)["album"] for row in page.rows]
    named = [album for album in albums if album]
    assert named == sorted(named, key=str.casefold)
    assert albums == named + [""] * (len(albums) - len(named))
