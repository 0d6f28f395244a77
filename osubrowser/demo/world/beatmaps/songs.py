"""Songs: artists and titles, romanised and original, tempo, length, labels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import Draws, between, chance, pick, spread

GENRES = {
    1: "Unspecified",
    2: "Video Game",
    3: "Anime",
    4: "Rock",
    5: "Pop",
    6: "Other",
    7: "Novelty",
    9: "Hip Hop",
    10: "Electronic",
    11: "Metal",
    12: "Classical",
    13: "Folk",
    14: "Jazz",
}
"""Genres of the site by their ids."""

LANGUAGES = {
    1: "Unspecified",
    2: "English",
    3: "Japanese",
    4: "Chinese",
    5: "Instrumental",
    6: "Korean",
    7: "French",
    8: "German",
    9: "Swedish",
    10: "Spanish",
    11: "Italian",
    12: "Russian",
    13: "Polish",
    14: "Other",
}
"""Languages of the site by their ids."""

INSTRUMENTAL, ENGLISH, JAPANESE, KOREAN, CHINESE, RUSSIAN = 5, 2, 3, 6, 4, 12
"""Language numbers of the site."""


COUNT = 9_000
"""How many songs there are; popular ones have several beatmapsets."""


@dataclass(frozen=True, slots=True)
class Song:
    """Song with artist and title in both spellings, tempo, length in seconds, and labels."""

    artist: str
    artist_unicode: str
    title: str
    title_unicode: str
    bpm: float
    length: int
    genre: int
    language: int
    source: str
    tags: str


class SongParts(msgspec.Struct, frozen=True):
    """Word lists of songs: artists, parts of titles, tags and sources."""

    artists: tuple[tuple[str, str], ...]
    """Each romanised and as written."""
    nouns: tuple[tuple[str, str], ...]
    """Each as written and romanised."""
    patterns: tuple[tuple[str, str], ...]
    titles: tuple[str, ...]
    tags: tuple[str, ...]
    sources: tuple[str, ...]


@cache
def song_parts() -> SongParts:
    """Return the word lists of songs."""
    return load("songs", SongParts)


class Songs:
    """All songs of one world, by index from 0 to `COUNT - 1`."""

    def __init__(self, seed: int) -> None:
        self._draws = Draws(seed, "songs")

    def artist_number(self, index: int) -> int:
        """Return which of `song_parts().artists` made a song."""
        return self._draws.at(index)[0] * len(song_parts().artists) >> 32

    def length(self, index: int) -> int:
        """Return the length of a song in seconds: many are cut to the length of an opening."""
        return _length(self._draws.at(index))

    def featured_artist(self, index: int) -> int | None:
        """Return the id of a song's featured artist; None if the artist is not featured."""
        artist = self.artist_number(index)
        return None if artist % 5 else artist // 5 + 1

    def song(self, index: int) -> Song:
        """Return a song."""
        draws = self._draws.at(index)
        artist, artist_unicode = pick(draws[0], song_parts().artists)
        asian = artist != artist_unicode and not artist_unicode.isascii()
        if chance(draws[1], 0.86 if asian else 0.12):
            title, title_unicode = _japanese(draws)
        else:
            title = title_unicode = pick(draws[2], song_parts().titles)
        tempo = spread(draws[5], 88, 232)
        bpm = round(tempo) if chance(draws[6], 0.9) else round(tempo, 2)
        return Song(
            artist=artist,
            artist_unicode=artist_unicode,
            title=title,
            title_unicode=title_unicode,
            bpm=bpm,
            length=_length(draws),
            genre=pick(draws[9], (2, 3, 3, 3, 4, 4, 5, 7, 9, 10, 10, 10, 11, 12, 13, 14)),
            language=_language(artist_unicode, draws[10]),
            source=pick(draws[11], song_parts().sources),
            tags=" ".join(dict.fromkeys(pick(draw, song_parts().tags) for draw in draws[4:13])),
        )


def _length(draws: tuple[int, ...]) -> int:
    short = chance(draws[7], 0.45)
    return between(draws[8], 78, 96) if short else between(draws[8], 100, 342)


def _japanese(draws: tuple[int, ...]) -> tuple[str, str]:
    """Return a title romanised and as written."""
    written, read = pick(draws[2], song_parts().nouns)
    other, other_read = pick(draws[3], song_parts().nouns)
    pattern, pattern_read = pick(draws[4], song_parts().patterns)
    title = pattern_read.format(a=read, b=other_read)
    return title, pattern.format(a=written, b=other)


def _language(artist: str, draw: int) -> int:
    if chance(draw, 0.2):
        return INSTRUMENTAL
    first = artist[0]
    if "가" <= first <= "힣":
        return KOREAN
    if "А" <= first <= "я":
        return RUSSIAN
    if artist in ("清风", "星河电器"):
        return CHINESE
    return ENGLISH if first.isascii() else JAPANESE
