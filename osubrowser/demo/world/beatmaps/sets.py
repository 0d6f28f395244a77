"""Records of beatmapsets: plain values by index, the base of API objects and search."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from datetime import datetime, timedelta
from functools import cached_property
from itertools import accumulate, islice
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps import difficulties
from osubrowser.demo.world.beatmaps.difficulties import (
    FIRST_ID,
    ID_STEP,
    Counts,
    Difficulties,
    Difficulty,
)
from osubrowser.demo.world.beatmaps.popularity import Rating, plays_of, rating_of
from osubrowser.demo.world.beatmaps.rhythms import grid_of, measured
from osubrowser.demo.world.beatmaps.songs import COUNT as SONGS
from osubrowser.demo.world.beatmaps.songs import Song, Songs, song_parts
from osubrowser.demo.world.clock import LAUNCH
from osubrowser.demo.world.draws import Draws, between, chance, spread, unit
from osubrowser.demo.world.players.accounts import PEPPY
from osubrowser.demo.world.players.teams import ME

if TYPE_CHECKING:
    from osubrowser.demo.world.players.accounts import Accounts


class SetRecord(NamedTuple):
    """Record of a beatmapset. Times are in seconds since 1970."""

    number: int
    id: int
    status: int
    mapper: int
    song: int
    submitted: int
    updated: int
    ranked: int | None
    """When it got its leaderboard (of a qualified set: when it will); None without one."""
    plays: int
    favourites: int
    rating: float
    hype: int
    nominations: int
    track: int | None
    anime: bool
    nsfw: bool
    spotlight: bool
    storyboard: bool
    video: bool


FIRST_SET, SET_STEP = 310, 119
"""Where the ids of beatmapsets begin, and how many ids each has for itself."""

_LANDMARK_IDS = (221777, 1776628, 1981090)
_BIG_BLACK = 41823

LANDMARK_BEATMAPS = {(id - FIRST_ID) // ID_STEP: id for id in _LANDMARK_IDS}
"""The fixed id of the first difficulty, by the number of its set."""

LANDMARK_SETS = {(_BIG_BLACK - FIRST_SET) // SET_STEP: _BIG_BLACK}
"""The fixed id of a set, by its number."""

LANDMARK_SONGS = {
    number: Song(
        artist="The Quick Brown Fox",
        artist_unicode="The Quick Brown Fox",
        title="The Big Black",
        title_unicode="The Big Black",
        bpm=360.3,
        length=138,
        genre=10,
        language=5,
        source="",
        tags="speedcore hardcore electronic instrumental collab",
    )
    for number in LANDMARK_SETS
}
"""The fixed song of a set, by its number."""

LANDMARKS = (*LANDMARK_BEATMAPS, *LANDMARK_SETS)
"""The numbers of all such sets: ranked osu! sets, whatever else is drawn."""


COUNT = 20_000
"""How many beatmapsets there are, oldest first."""

CROWDED = 12_356
"""The set with 20,000 comments and 2,000 posts in its discussion; 1470770 is its id."""

MAPPERS = 2_400
STATUSES = {
    -2: "graveyard",
    -1: "wip",
    0: "pending",
    1: "ranked",
    2: "approved",
    3: "qualified",
    4: "loved",
}
"""The names of the statuses."""

_OPEN = 1_500
"""How many of the newest sets may still be waiting for a leaderboard."""

_SETTLED_WEIGHTS = ((-2, 34), (1, 58), (2, 2), (4, 6))
_OPEN_WEIGHTS = ((-2, 22), (-1, 14), (0, 28), (1, 30), (3, 6))
_RULESET_WEIGHTS = (62, 12, 9, 17)
_MINE = (6_665, 7_776, 8_887, 11_109, 12_220, 13_331, 15_553, 17_775, 19_997)
_FIRST_NOMINATED = 600
_FAMOUS = 2_300_000
_DAY = 86_400
_HASH = 2_654_435_761
_LAUNCH = int(LAUNCH.timestamp())


class SetRecords:
    """Records of all beatmapsets of one world, by index from 0 to `COUNT - 1`."""

    def __init__(self, seed: int, accounts: Accounts) -> None:
        self.seed = seed
        self.accounts = accounts
        self.songs = Songs(seed)
        self._now = int(accounts.today.timestamp())
        self._sets = Draws(seed, "beatmapsets")
        self._votes = Draws(seed, "ratings")
        random = Random(f"{seed}/beatmaps")
        mappers = random.sample(range(len(accounts)), MAPPERS)
        weights = list(accumulate(1 / (place + 30) ** 0.7 for place in range(MAPPERS)))
        self.mapper = array("H", random.choices(mappers, cum_weights=weights, k=COUNT))
        self.ruleset = bytearray(random.choices(range(4), _RULESET_WEIGHTS, k=COUNT))
        self.status = array("b")
        for share, count in ((_SETTLED_WEIGHTS, COUNT - _OPEN), (_OPEN_WEIGHTS, _OPEN)):
            kinds, shares = zip(*share, strict=True)
            self.status.extend(random.choices(kinds, shares, k=count))
        self._settle_mappers(sorted(mappers))
        for number in _MINE:
            self.mapper[number] = ME
        for number in LANDMARKS:
            self.status[number], self.ruleset[number] = 1, 0
        self._difficulties = Difficulties(seed, COUNT, self._guest)

    # --- who is who -----------------------------------------------------------------------------

    def id_of(self, index: int) -> int:
        """Return the id of a beatmapset."""
        fixed = LANDMARK_SETS.get(index)
        if fixed is not None:
            return fixed
        step = SET_STEP
        return FIRST_SET + index * step + self._sets.at(index)[0] % step

    def by_id(self, set_id: int) -> int | None:
        """Return the number of the beatmapset with this id, or None."""
        index = (set_id - FIRST_SET) // SET_STEP
        return index if 0 <= index < COUNT and self.id_of(index) == set_id else None

    def of_mapper(self, account: int) -> list[int]:
        """Return the beatmapsets of a mapper, oldest first."""
        first = bisect_left(self._by_mapper, account, key=self.mapper.__getitem__)
        found = []
        for index in islice(self._by_mapper, first, None):
            if self.mapper[index] != account:
                break
            found.append(index)
        return found

    @cached_property
    def _by_mapper(self) -> array[int]:
        """The numbers of all sets in the order of their mappers."""
        return array("H", sorted(range(COUNT), key=self.mapper.__getitem__))

    def _guest(self, draw: int, index: int) -> int:
        """Return a mapper with a beatmapset no newer than this one."""
        return self.mapper[between(draw, 0, index)]

    def _settle_mappers(self, mappers: list[int]) -> None:
        """Reassign beatmapsets that are older than their mapper's account.

        The time of the world has no part in it: names of mappers are part of the files.

        Args:
            mappers: those who make beatmaps, ascending.
        """
        for index, mapper in enumerate(self.mapper):
            there = self.accounts.there_after(_uploaded_share(index))
            if mapper >= there:
                known = bisect_left(mappers, there)
                self.mapper[index] = mappers[index * _HASH % known] if known else PEPPY

    # --- songs and times ------------------------------------------------------------------------

    def song(self, index: int) -> Song:
        """Return the song of a beatmapset: a few songs are mapped again and again."""
        return LANDMARK_SONGS.get(index) or self.songs.song(self.song_number(index))

    def song_number(self, index: int) -> int:
        """Return the number of a set's song, from 0 to `music.COUNT - 1`."""
        return int(SONGS * unit(self._sets.at(index)[1]) ** 1.7)

    def has_fixed_song(self, index: int) -> bool:
        """Return whether a set's song is none of the numbered ones."""
        return index in LANDMARK_SONGS

    def song_length(self, index: int) -> int:
        """Return the length of a set's song in seconds."""
        fixed = LANDMARK_SONGS.get(index)
        return fixed.length if fixed else self.songs.length(self.song_number(index))

    def artist_number(self, index: int) -> int:
        """Return the number of a set's artist: in `music.song_parts().artists`, or past its end."""
        if index in LANDMARK_SONGS:
            return len(song_parts().artists)
        return self.songs.artist_number(self.song_number(index))

    def featured_artist(self, index: int) -> int | None:
        """Return the id of the featured artist whose track a set maps, or None."""
        if self.record(index).track is None:
            return None
        return self.songs.featured_artist(self.song_number(index))

    def submitted(self, index: int) -> datetime:
        """Return when the set was first uploaded; later sets have higher numbers."""
        seconds = self._submitted(index, self._sets.at(index))
        return LAUNCH + timedelta(seconds=seconds - _LAUNCH)

    def newest_before(self, moment: datetime) -> int:
        """Return the number of the last set that was uploaded before a time; 0 if there is none."""
        return max(0, bisect_left(range(COUNT), moment, key=self.submitted) - 1)

    def ranked_date(self, index: int) -> datetime | None:
        """Return when the set got its leaderboard, or None if it has none."""
        seconds = self.ranked_at(index)
        return None if seconds is None else LAUNCH + timedelta(seconds=seconds - _LAUNCH)

    def ranked_at(self, index: int) -> int | None:
        """Return the same in seconds since 1970."""
        draws = self._sets.at(index)
        return self._ranked(index, draws, self._submitted(index, draws))

    def _submitted(self, index: int, draws: tuple[int, ...]) -> int:
        return self._uploaded(index + unit(draws[2]))

    def _uploaded(self, place: float) -> int:
        """Return when the set at a place in the order of upload was uploaded."""
        return _LAUNCH + int((self._now - _LAUNCH) * _uploaded_share(place))

    def _ranked(self, index: int, draws: tuple[int, ...], submitted: int) -> int | None:
        status = self.status[index]
        if status <= 0:
            return None
        wait, latest = unit(draws[3]), self._now - 7 * 3_600
        if status == 3:
            return max(submitted + 3_600, latest - int(wait * 6 * _DAY))
        there = submitted + int((9 + wait * 201) * _DAY)
        return there if there < latest else submitted + int(wait * (latest - submitted))

    def plays(self, index: int) -> int:
        """Return how often a set was played."""
        return self._plays(index, self._sets.at(index))

    def _plays(self, index: int, draws: tuple[int, ...]) -> int:
        famous = _FAMOUS if index in LANDMARKS else 0
        return plays_of(draws[4], scored=self.status[index] > 0, famous=famous)

    def rating(self, index: int) -> Rating:
        """Return the user rating of a beatmapset; empty without a leaderboard."""
        if self.status[index] <= 0:
            return Rating([0] * 11, 0.0)
        return rating_of(self.plays(index), self._votes.at(index))

    def record(self, index: int) -> SetRecord:
        """Return all plain record of a set."""
        draws, status = self._sets.at(index), self.status[index]
        submitted, plays = self._submitted(index, draws), self._plays(index, draws)
        ranked = self._ranked(index, draws, submitted)
        return SetRecord(
            number=index,
            id=self.id_of(index),
            status=status,
            mapper=self.mapper[index],
            song=self.song_number(index),
            submitted=submitted,
            updated=self._updated(submitted, ranked, draws[14]),
            ranked=ranked,
            plays=plays,
            favourites=self._favourites(plays, draws),
            rating=self.rating(index).mean,
            hype=between(draws[8], 0, 9) if status in (-1, 0, 3) else 0,
            nominations=self._nominations(index, status, draws[8]),
            track=self._track(index, draws[11]),
            anime=chance(draws[5], 0.3),
            nsfw=chance(draws[9], 0.02) and index not in LANDMARKS,
            spotlight=chance(draws[10], 0.02),
            storyboard=chance(draws[15], 0.2),
            video=chance(draws[12], 0.22),
        )

    def favourite_count(self, index: int) -> int:
        """Return the number of favourites of a beatmapset."""
        draws = self._sets.at(index)
        return self._favourites(self._plays(index, draws), draws)

    def _favourites(self, plays: int, draws: tuple[int, ...]) -> int:
        return int(plays**0.62 * spread(draws[7], 0.05, 0.5))

    def _track(self, index: int, draw: int) -> int | None:
        """Return the featured artist's track that was mapped, or None."""
        number = self.song_number(index)
        if index in LANDMARK_SONGS or not chance(draw, 0.6):
            return None
        return None if self.songs.featured_artist(number) is None else 100 + number

    def _updated(self, submitted: int, ranked: int | None, draw: int) -> int:
        """Return when a set was last changed."""
        if ranked is not None:
            return max(submitted, ranked - 6 * _DAY)
        latest, there = self._now - 8 * 3_600, submitted + 11 * _DAY
        return there if there < latest else submitted + int(unit(draw) * (latest - submitted))

    def _nominations(self, index: int, status: int, draw: int) -> int:
        """Return how many nominations stand: one is not enough for a waiting set."""
        if status in (1, 2, 3):
            return 2 if index >= _FIRST_NOMINATED else 0
        return int(status == 0 and draw & 3 == 0)

    # --- difficulties ---------------------------------------------------------------------------

    def difficulties(self, index: int) -> list[Difficulty]:
        """Return a set's difficulties, easiest first; those of a second ruleset come last."""
        first = LANDMARK_BEATMAPS.get(index)
        name = self.accounts.name_of
        return self._difficulties.of(index, self.ruleset[index], self.mapper[index], first, name)

    def difficulty_by_id(self, beatmap_id: int) -> tuple[int, Difficulty] | None:
        """Return the number of the set and the difficulty with this id, or None."""
        index = (beatmap_id - difficulties.FIRST_ID) // difficulties.ID_STEP
        if not 0 <= index < COUNT:
            return None
        return next(((index, d) for d in self.difficulties(index) if d.id == beatmap_id), None)

    def rulesets_of(self, index: int) -> int:
        """Return the rulesets of a set's difficulties, a bit for each."""
        own = self.ruleset[index]
        second = self._difficulties.second_ruleset(index) if own == 0 else None
        return 1 << own | (0 if second is None else 1 << second)

    def draws_of(self, difficulty: Difficulty) -> tuple[int, ...]:
        """Return the sixteen draws that belong to a difficulty and its conversions."""
        return self._difficulties.of_difficulty(difficulty)

    def owners(self, index: int, difficulty: Difficulty) -> list[int]:
        """Return the accounts that made a difficulty, the first one first."""
        return self._difficulties.owners(index, difficulty)

    def converted(self, difficulty: Difficulty, ruleset: int) -> Difficulty | None:
        """Return a difficulty as it is played in a ruleset; None if it cannot be."""
        if difficulty.ruleset == ruleset:
            return difficulty
        if difficulty.ruleset or difficulty.convert:
            return None
        draws = self._difficulties.of_difficulty(difficulty)
        return difficulties.converted(difficulty, ruleset, draws)

    def converts(self, difficulty: Difficulty) -> list[Difficulty]:
        """Return the conversions of a difficulty: three, or none."""
        if difficulty.ruleset or difficulty.convert:
            return []
        draws = self._difficulties.of_difficulty(difficulty)
        return [difficulties.converted(difficulty, ruleset, draws) for ruleset in (1, 2, 3)]

    def original(self, index: int, difficulty: Difficulty) -> Difficulty:
        """Return the difficulty that a conversion was made from; another one is its own."""
        if not difficulty.convert:
            return difficulty
        return next(one for one in self.difficulties(index) if one.id == difficulty.id)

    def counts(self, index: int, difficulty: Difficulty) -> Counts:
        """Return the objects of a difficulty; those of a conversion are the original's."""
        draws = self._difficulties.of_difficulty(difficulty)
        length = self.song_length(index)
        found = difficulties.counts(difficulty, length, draws)
        if difficulty.ruleset not in (0, 2):
            return found
        return measured(found, grid_of(found, length, self.song(index).bpm))

    def max_combo(self, index: int, difficulty: Difficulty) -> int:
        """Return the longest combo that a difficulty, or a conversion, allows."""
        return difficulties.max_combo(difficulty, self.counts(index, difficulty))


def _uploaded_share(place: float) -> float:
    """Return how much of osu!'s life was over when the set at a place was uploaded."""
    share: float = (place / COUNT) ** 0.75
    return 0.9998 * share
