"""Column tables of songs, beatmapsets and difficulties for the search."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty, counts, settings
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.beatmaps.songs import COUNT as SONGS
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.search.query import folded

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.songs import Song
    from osubrowser.demo.world.beatmaps.user_tags import UserTags


class Texts:
    """Interning table of texts, case-folded for the search."""

    def __init__(self) -> None:
        self.folded: list[str] = []
        self.lower: list[str] = []
        """The first spelling in lower case, as texts are sorted."""
        self._numbers: dict[tuple[str, ...], int] = {}

    def add(self, *texts: str) -> int:
        """Return the number of a text, given in all its spellings."""
        number = self._numbers.get(texts)
        if number is None:
            number = self._numbers[texts] = len(self.folded)
            self.folded.append(folded(*dict.fromkeys(texts)))
            self.lower.append(texts[0].lower())
        return number

    def close(self) -> None:
        """Release the lookup table after the last text was added."""
        self._numbers = {}


class SongTable:
    """Column table of songs; the songs of landmarks come after the others."""

    def __init__(self, beatmaps: Beatmaps, songs: Sequence[int]) -> None:
        self.artists, self.titles, self.sources = Texts(), Texts(), Texts()
        self.tags: list[str] = []
        self.artist, self.title, self.source = array("H"), array("H"), array("H")
        self.genre, self.language = bytearray(), bytearray()
        self.length, self.bpm = array("H"), array("d")
        for number in cooperatively(range(SONGS)):
            self._add(beatmaps.songs.song(number))
        self.rows = array("H", songs)
        for place in range(COUNT):
            if self.rows[place] == FIXED:
                self.rows[place] = len(self.length)
                self._add(beatmaps.song(place))
        for texts in (self.artists, self.titles, self.sources):
            texts.close()

    def _add(self, song: Song) -> None:
        self.artist.append(self.artists.add(song.artist, song.artist_unicode))
        self.title.append(self.titles.add(song.title, song.title_unicode))
        self.source.append(self.sources.add(song.source))
        self.tags.append(f" {song.tags} ")
        self.genre.append(song.genre)
        self.language.append(song.language)
        self.length.append(song.length + 4)
        self.bpm.append(song.bpm)


FIXED = 0xFFFF
"""Stands for the song of a landmark."""

VIDEO, STORYBOARD, NSFW, SPOTLIGHT, TRACK = 1, 2, 4, 8, 16
"""Bits of `SetTable.flags`."""


class SetTable:
    """Column table of beatmapsets, by index."""

    def __init__(self, beatmaps: Beatmaps) -> None:
        self.song, self.flags, self.modes = array("H"), bytearray(), bytearray()
        self.favourites, self.plays, self.rating = array("I"), array("Q"), array("d")
        self.nominations, self.hype = bytearray(), bytearray()
        self.submitted, self.updated, self.ranked = array("q"), array("q"), array("q")
        for index in cooperatively(range(COUNT)):
            record = beatmaps.record(index)
            self.song.append(FIXED if beatmaps.has_fixed_song(index) else record.song)
            self.flags.append(
                VIDEO * record.video
                | STORYBOARD * record.storyboard
                | NSFW * record.nsfw
                | SPOTLIGHT * record.spotlight
                | TRACK * (record.track is not None)
            )
            self.modes.append(beatmaps.rulesets_of(index))
            self.favourites.append(record.favourites)
            self.plays.append(record.plays)
            self.rating.append(record.rating)
            self.nominations.append(record.nominations)
            self.hype.append(record.hype)
            self.submitted.append(record.submitted)
            self.updated.append(record.updated)
            self.ranked.append(record.ranked or 0)


class DifficultyTable:
    """Column table of difficulties, in the order of their beatmapsets.

    Args:
        converts: the conversions instead of what the sets have themselves.
    """

    def __init__(self, beatmaps: Beatmaps, *, converts: bool = False) -> None:
        self.set, self.id = array("H"), array("I")
        self.owner, self.version = array("H"), array("I")
        self.mode, self.keys, self.stars = bytearray(), bytearray(), array("d")
        self.od, self.ar, self.drain, self.cs = bytearray(), bytearray(), bytearray(), bytearray()
        self.circles, self.sliders = array("H"), array("H")
        self.versions = Texts()
        self.others: dict[int, tuple[int, ...]] = {}
        """The further owners of those that have several, by row."""
        self._beatmaps = beatmaps
        for index in cooperatively(range(COUNT), 64):
            length = beatmaps.song_length(index)
            for one in beatmaps.difficulties(index):
                if not converts:
                    self._add(index, length, one, (one,))
                elif one.ruleset == 0:
                    self._add(index, length, one, beatmaps.converts(one))
        self.versions.close()

    def __len__(self) -> int:
        return len(self.set)

    def _add(
        self, index: int, length: int, original: Difficulty, played: Iterable[Difficulty]
    ) -> None:
        """Add the rows of a difficulty or of its conversions."""
        draws = self._beatmaps.draws_of(original)
        od, ar, cs, drain = (round(value * 10) for value in settings(original, draws))
        circles, sliders, *_ = counts(original, length, draws)
        version = self.versions.add(original.version)
        _, *others = self._beatmaps.owners(index, original)
        for one in played:
            if others:
                self.others[len(self.set)] = tuple(others)
            self.set.append(index)
            self.id.append(one.id)
            self.owner.append(one.owner)
            self.version.append(version)
            self.mode.append(one.ruleset)
            self.keys.append(one.keys)
            self.stars.append(one.stars)
            self.od.append(od)
            self.ar.append(ar)
            self.cs.append(one.keys * 10 or cs)
            self.drain.append(drain)
            self.circles.append(circles)
            self.sliders.append(sliders)


def tag_masks(table: DifficultyTable, tags: UserTags, *, converts: bool = False) -> array[int]:
    """Return the tags of each row, a bit for each."""
    # A conversion has the tags of its original, which is for osu!.
    found, last, mask = array("Q"), -1, 0
    for row, index in enumerate(cooperatively(table.set)):
        if table.id[row] != last:
            last = table.id[row]
            mask = sum(
                1 << tag for tag, _ in tags.given(index, last, 0 if converts else table.mode[row])
            )
        found.append(mask)
    return found
