"""Matching of beatmapsets: text relevance, and conditions on difficulties."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps.user_tags import UserTags, all_tags
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.search.query import (
    Query,
    Range,
    Wanted,
    begins_word,
    folded,
    has_word,
)
from osubrowser.demo.world.search.tables import DifficultyTable, tag_masks

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
    from osubrowser.demo.world.search.tables import SongTable

_TITLE, _ARTIST, _CREATOR, _SOURCE, _TAG = 8.0, 6.0, 5.0, 3.0, 1.0
_BEGINNING = 0.6
"""What a word is worth of which only the beginning was asked for."""

_MOST_WORDS = 24
_WHOLE_TITLE, _IN_TITLE, _ID = 20.0, 6.0, 100.0


class TextSearch:
    """Text search over songs and creators, with relevance scores."""

    def __init__(self, beatmaps: Beatmaps, songs: SongTable) -> None:
        self._beatmaps = beatmaps
        self._songs = songs
        self._mappers = sorted(set(beatmaps.mapper))
        name = beatmaps.accounts.name_of
        self._creators = {one: folded(name(one)) for one in cooperatively(self._mappers)}

    def scores(self, text: str, words: Sequence[str], sets: Iterable[int]) -> dict[int, float]:
        """Return the relevance of every set that contains all words.

        Of a long text the first words count.
        """
        sought = list(dict.fromkeys(words))[:_MOST_WORDS]
        by_song = [self._song_scores(word) for word in sought]
        by_creator = [self._creator_scores(word) for word in sought]
        bonus = self._title_bonus(words)
        rows, titles, mapper = self._songs.rows, self._songs.title, self._beatmaps.mapper
        found: dict[int, float] = {}
        for index in cooperatively(sets, 2_048):
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
        """Add relevance to the set whose id is the text."""
        if text.isascii() and text.isdigit() and len(text) < 10:
            index = self._beatmaps.by_id(int(text))
            if index is not None and index in sets:
                found[index] = found.get(index, 0.0) + _ID

    def _song_scores(self, word: str) -> array[float]:
        """Return the relevance of a word in each song."""
        songs = self._songs
        artists = _worths(songs.artists.folded, word, _ARTIST)
        titles = _worths(songs.titles.folded, word, _TITLE)
        sources = _worths(songs.sources.folded, word, _SOURCE)
        found = array("d")
        columns = zip(songs.artist, songs.title, songs.source, songs.tags, strict=True)
        for artist, title, source, tags in cooperatively(columns, 2_048):
            best = max(artists[artist], titles[title], sources[source])
            found.append(best or _worth(tags, word, _TAG))
        return found

    def _creator_scores(self, word: str) -> dict[int, float]:
        worths = ((one, _worth(name, word, _CREATOR)) for one, name in self._creators.items())
        return {one: worth for one, worth in worths if worth}

    def _title_bonus(self, words: Sequence[str]) -> dict[int, float]:
        """Return extra relevance of titles that contain the phrase."""
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
        """Return the accounts that match a `creator` operator."""
        return {one for one, name in self._creators.items() if wanted.in_text(name)}


def _worths(texts: Sequence[str], word: str, worth: float) -> array[float]:
    return array("d", (_worth(text, word, worth) for text in texts))


def _worth(text: str, word: str, worth: float) -> float:
    """Return the relevance of a word in a folded text."""
    if not begins_word(text, word):
        return 0.0
    return worth if has_word(text, word) else worth * _BEGINNING


_TENTHS = ("od", "ar", "drain", "cs")
_RANGES = ("stars", *_TENTHS, "circles", "sliders", "keys")
_MANIA = 3


class DifficultyFilter(NamedTuple):
    """Conditions on difficulties besides the operators of a query."""

    mode: int | None
    converts: bool
    stars: Range | None
    """A range for the stars, of the recommended ones."""


class DifficultyMatches(NamedTuple):
    """Beatmapsets with a matching difficulty: the easiest and the hardest of each."""

    easiest: dict[int, float]
    hardest: dict[int, float]


class DifficultySearch:
    """Search over difficulty tables, made on first use. Thread-safe."""

    def __init__(self, beatmaps: Beatmaps, user_tags: UserTags) -> None:
        self._beatmaps = beatmaps
        self._user_tags = user_tags
        self._lock = Lock()
        self._tables: dict[bool, DifficultyTable] = {}
        self._masks: dict[bool, array[int]] = {}

    def concerns(self, query: Query, wanted: DifficultyFilter) -> bool:
        """Return whether a search has conditions on difficulties."""
        operators = any(name in query.ranges for name in _RANGES)
        return bool(operators or wanted.stars or query.tags) or "difficulty" in query.texts

    def find(self, query: Query, wanted: DifficultyFilter) -> DifficultyMatches:
        """Return the sets with a difficulty that fits everything."""
        fits = DifficultyMatches({}, {})
        for converts in (False, True) if wanted.converts else (False,):
            table = self._table(converts)
            rows = self._rows(table, converts, query, wanted)
            stars, sets = table.stars, table.set
            for row in rows:
                index, value = sets[row], stars[row]
                if value < fits.easiest.get(index, 99.0):
                    fits.easiest[index] = value
                if value > fits.hardest.get(index, -1.0):
                    fits.hardest[index] = value
        return fits

    def owned(self, account: int) -> set[int]:
        """Return the sets with a difficulty that an account owns."""
        table = self._table(False)
        found = {index for index, one in zip(table.set, table.owner, strict=True) if one == account}
        return found | {table.set[row] for row, own in table.others.items() if account in own}

    def _rows(
        self, table: DifficultyTable, converts: bool, query: Query, wanted: DifficultyFilter
    ) -> Collection[int]:
        """Return the rows of a table that fit."""
        rows: Collection[int] = range(len(table))
        mode = wanted.mode
        if "keys" in query.ranges:
            mode = _MANIA if mode in (None, _MANIA) else -1
        if mode is not None:
            modes = table.mode
            rows = [row for row in rows if modes[row] == mode]
        for name in _RANGES:
            if name in query.ranges:
                rows = _within(rows, getattr(table, name), query.ranges[name], name in _TENTHS)
        if wanted.stars:
            rows = _within(rows, table.stars, wanted.stars, False)
        if "difficulty" in query.texts:
            pattern, version = query.texts["difficulty"], table.version
            fits = bytearray(pattern.in_text(text) for text in table.versions.folded)
            rows = [row for row in rows if fits[version[row]]]
        for tag in query.tags:
            mask, masks = _tag_mask(tag), self._tag_masks(converts)
            rows = [row for row in rows if masks[row] & mask]
        return rows

    def _table(self, converts: bool) -> DifficultyTable:
        with self._lock:
            found = self._tables.get(converts)
            if found is None:
                found = DifficultyTable(self._beatmaps, converts=converts)
                self._tables[converts] = found
        return found

    def _tag_masks(self, converts: bool) -> array[int]:
        table = self._table(converts)
        with self._lock:
            found = self._masks.get(converts)
            if found is None:
                found = tag_masks(table, self._user_tags, converts=converts)
                self._masks[converts] = found
        return found


def _within(
    rows: Collection[int], column: Sequence[float], wanted: Range, tenths: bool
) -> list[int]:
    low, high = wanted
    if tenths:
        kept = bytearray(low <= value / 10 < high for value in range(256))
        return [row for row in rows if kept[int(column[row])]]
    return [row for row in rows if low <= column[row] < high]


def _tag_mask(text: str) -> int:
    """Return the bits of the tags named by a text: exactly, or by words."""
    exact, pattern = text.casefold().strip('"'), Wanted.of(text)
    for tag, (name, _, _) in enumerate(all_tags(), 1):
        if name == exact:
            return 1 << tag
    return sum(
        1 << tag for tag, (name, _, _) in enumerate(all_tags(), 1) if pattern.in_text(folded(name))
    )
