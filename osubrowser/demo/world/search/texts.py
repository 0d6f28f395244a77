"""How well sets fit the words of a search."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from osubrowser.demo.world.cooperative import in_pieces
from osubrowser.demo.world.search.words import Wanted, begins_word, folded, has_word

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
    from osubrowser.demo.world.search.tables import SongTable

_TITLE, _ARTIST, _CREATOR, _SOURCE, _TAG = 8.0, 6.0, 5.0, 3.0, 1.0
_BEGINNING = 0.6
"""What a word is worth of which only the beginning was asked for."""

_MOST_WORDS = 24
_WHOLE_TITLE, _IN_TITLE, _ID = 20.0, 6.0, 100.0


class TextSearch:
    """Finds words in the songs of sets and the names of those who made them."""

    def __init__(self, beatmaps: Beatmaps, songs: SongTable) -> None:
        self._beatmaps = beatmaps
        self._songs = songs
        self._mappers = sorted(set(beatmaps.mapper))
        name = beatmaps.accounts.name_of
        self._creators = {one: folded(name(one)) for one in in_pieces(self._mappers)}

    def scores(self, text: str, words: Sequence[str], sets: Iterable[int]) -> dict[int, float]:
        """Return the sets that have each word somewhere, and how well they fit.

        Of a long text the first words count.
        """
        sought = list(dict.fromkeys(words))[:_MOST_WORDS]
        by_song = [self._song_scores(word) for word in sought]
        by_creator = [self._creator_scores(word) for word in sought]
        bonus = self._title_bonus(words)
        rows, titles, mapper = self._songs.rows, self._songs.title, self._beatmaps.mapper
        found: dict[int, float] = {}
        for index in in_pieces(sets, 2_048):
            row, total = rows[index], 0.0
            for of_song, of_creator in zip(by_song, by_creator, strict=True):
                best = max(of_song[row], of_creator.get(mapper[index], 0.0))
                if not best:
                    break
                total += best
            else:
                found[index] = round(total + bonus.get(titles[row], 0.0), 5)
        self._add_id(text, sets, found)
        return found

    def _add_id(self, text: str, sets: Iterable[int], found: dict[int, float]) -> None:
        """Put the set whose id the text is on top."""
        if text.isascii() and text.isdigit() and len(text) < 10:
            index = self._beatmaps.by_id(int(text))
            if index is not None and index in sets:
                found[index] = found.get(index, 0.0) + _ID

    def _song_scores(self, word: str) -> array[float]:
        """Return what a word is worth in each song; 0 where it is not."""
        songs = self._songs
        artists = _worths(songs.artists.folded, word, _ARTIST)
        titles = _worths(songs.titles.folded, word, _TITLE)
        sources = _worths(songs.sources.folded, word, _SOURCE)
        found = array("d")
        columns = zip(songs.artist, songs.title, songs.source, songs.tags, strict=True)
        for artist, title, source, tags in in_pieces(columns, 2_048):
            best = max(artists[artist], titles[title], sources[source])
            found.append(best or _worth(tags, word, _TAG))
        return found

    def _creator_scores(self, word: str) -> dict[int, float]:
        worths = ((one, _worth(name, word, _CREATOR)) for one, name in self._creators.items())
        return {one: worth for one, worth in worths if worth}

    def _title_bonus(self, words: Sequence[str]) -> dict[int, float]:
        """Return the titles that have the words as they were written, with an extra worth."""
        phrase, found = f" {' '.join(words)} ", dict[int, float]()
        for number, title in enumerate(self._songs.titles.folded):
            if phrase in title:
                found[number] = _WHOLE_TITLE if title.startswith(phrase) else _IN_TITLE
        return found

    # --- operators ------------------------------------------------------------------------------

    def of_song(self, name: str, wanted: Wanted) -> Callable[[int], bool]:
        """Return whether a set's song fits an `artist`, `title` or `source` operator."""
        texts, column = {
            "artist": (self._songs.artists, self._songs.artist),
            "title": (self._songs.titles, self._songs.title),
            "source": (self._songs.sources, self._songs.source),
        }[name]
        fits = bytearray(wanted.in_text(text) for text in texts.folded)
        rows = self._songs.rows
        return lambda index: bool(fits[column[rows[index]]])

    def creators(self, wanted: Wanted) -> set[int]:
        """Return the accounts whose names fit a `creator` operator."""
        return {one for one, name in self._creators.items() if wanted.in_text(name)}


def _worths(texts: Sequence[str], word: str, worth: float) -> array[float]:
    return array("d", (_worth(text, word, worth) for text in texts))


def _worth(text: str, word: str, worth: float) -> float:
    """Return what a word is worth in a folded text."""
    if not begins_word(text, word):
        return 0.0
    return worth if has_word(text, word) else worth * _BEGINNING
