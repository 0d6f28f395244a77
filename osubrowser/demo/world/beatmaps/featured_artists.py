"""Featured artists' tracks as the website lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.songs import COUNT, GENRES, Song, song_parts
from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.draws import Draws, between, chance, pick

FIRST_ID = 100
"""The id of song 0's track: beatmapsets name the track that they map by it."""
_ASSETS = "https://assets.ppy.sh/artists"


@dataclass(frozen=True, slots=True)
class Track:
    """Track of a featured artist; `album` is None for a single."""

    id: int
    song: Song
    artist_id: int
    album: int | None
    exclusive: bool
    updated: datetime

    @property
    def genre(self) -> str:
        """The name of its genre."""
        return GENRES[self.song.genre]

    @property
    def album_title(self) -> str:
        """The name of its album; empty without one."""
        return (
            ""
            if self.album is None
            else song_parts().titles[self.album * 7 % len(song_parts().titles)]
        )


ORDERS: Mapping[str, Callable[[Track], str | float]] = {
    "album": lambda track: track.album_title.lower(),
    "artist": lambda track: track.song.artist.lower(),
    "bpm": lambda track: track.song.bpm,
    "genre": lambda track: track.genre.lower(),
    "length": lambda track: track.song.length,
    "relevance": lambda track: track.song.title.lower(),
    "title": lambda track: track.song.title.lower(),
    "update": lambda track: track.updated.timestamp(),
}
"""What each order of the list goes by; the best fit is the one that comes first by name."""


class FeaturedTracks:
    """All featured tracks of one world, made on first use."""

    def __init__(self, seed: int, now: datetime, beatmaps: Beatmaps) -> None:
        self._current_time = now
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "artist tracks")

    @cached_property
    def all(self) -> tuple[Track, ...]:
        """Every track, in the order of their ids."""
        songs = self._beatmaps.songs
        numbers = (n for n in cooperatively(range(COUNT)) if songs.featured_artist(n) is not None)
        return tuple(self._track(number) for number in cooperatively(numbers, 64))

    def _track(self, number: int) -> Track:
        music, draws = self._beatmaps.songs, self._draws.at(number)
        artist = music.featured_artist(number) or 0
        alone = chance(draws[0], 0.2)
        days = between(draws[2], 1, 4_000)
        return Track(
            id=FIRST_ID + number,
            song=music.song(number),
            artist_id=artist,
            album=None if alone else artist * 10 + pick(draws[1], range(6)),
            exclusive=alone and chance(draws[3], 0.4),
            updated=self._current_time - timedelta(days=days, seconds=draws[4] % 86_400),
        )

    def song_of(self, track_id: int) -> Song | None:
        """Return the song of the track with this id, or None if there is no such track."""
        songs, number = self._beatmaps.songs, track_id - FIRST_ID
        featured = 0 <= number < COUNT and songs.featured_artist(number) is not None
        return songs.song(number) if featured else None

    def json(self, track: Track) -> dict[str, object]:
        """Return a track in the JSON of the website."""
        song, home = track.song, f"{_ASSETS}/{track.artist_id}"
        is_new = self._current_time - track.updated < timedelta(days=30)
        album: dict[str, object] | None = None
        if track.album is not None:
            album = {
                "artist_id": track.artist_id,
                "cover_url": f"{home}/{track.album}/cover.jpg",
                "genre": track.genre,
                "id": track.album,
                "is_new": is_new,
                "title": track.album_title,
                "title_romanized": track.album_title,
            }
        return {
            "album": album,
            "album_id": track.album,
            "artist": {"id": track.artist_id, "name": song.artist},
            "artist_id": track.artist_id,
            "bpm": song.bpm,
            "cover_url": f"{home}/{track.album or track.id}/cover.jpg",
            "exclusive": track.exclusive,
            "genre": track.genre,
            "id": track.id,
            "is_new": is_new,
            "length": f"{song.length // 60}:{song.length % 60:02}",
            "osz": f"{home}/{track.id}.osz",
            "preview": f"{home}/{track.id}.mp3",
            "title": song.title,
            "updated_at": offset_form(track.updated),
            "version": None,
        }
