"""Beatmap packs of every type, found by tag and by beatmapset."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from random import Random
from threading import Lock
from typing import NamedTuple
from urllib.parse import quote

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.beatmaps.songs import song_parts
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.data import texts
from osubrowser.demo.world.draws import Draws, chance, pick
from osubrowser.demo.world.players.accounts import Accounts

TYPES = {
    "standard": "S",
    "featured": "F",
    "tournament": "P",
    "loved": "L",
    "chart": "R",
    "theme": "T",
    "artist": "A",
}
"""The types of packs, and the first letter of the tags of each."""

_SIZE = 10
_RULESETS = (("S", "osu!"), ("ST", "osu!taiko"), ("SC", "osu!catch"), ("SM", "osu!mania"))
_SEASONS = ("Winter", "Spring", "Summer", "Autumn")


class Pack(NamedTuple):
    """Beatmap pack; newer ones have higher ids."""

    id: int
    type: str
    tag: str
    name: str
    date: int
    """When it was put together, in seconds since 1970."""
    ruleset: int | None
    no_diff_reduction: bool
    author: int
    sets: array[int]


class _Draft(NamedTuple):
    type: str
    tag: str
    name: str
    ruleset: int | None
    sets: list[int]


class Packs:
    """All beatmap packs of one world, made on first use. Thread-safe."""

    def __init__(self, seed: int, now: datetime, accounts: Accounts, beatmaps: Beatmaps) -> None:
        self._seed = seed
        self._current_time = now
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "packs")
        self._lock = Lock()
        self._packs: tuple[Pack, ...] = ()
        self._by_tag: dict[str, int] = {}
        self._members = array("I")

    def find(self, tag: str) -> Pack | None:
        """Return the pack with this tag, or None."""
        packs = self._all()
        place = self._by_tag.get(tag)
        return None if place is None else packs[place]

    def of_type(self, type: str) -> list[Pack]:
        """Return all packs of a type, newest first."""
        return [pack for pack in reversed(self._all()) if pack.type == type]

    def tags_of(self, index: int) -> list[str]:
        """Return the tags of the packs that a set is in."""
        packs, members = self._all(), self._members
        first, last = (bisect_left(members, one << 16) for one in (index, index + 1))
        return [packs[member & 0xFFFF].tag for member in members[first:last]]

    def entity(self, pack: Pack) -> dict[str, object]:
        """Return the `BeatmapPack` of the API, without its sets."""
        date = datetime.fromtimestamp(pack.date, UTC)
        file = quote(f"{pack.tag} - {pack.name}.zip", safe="")
        return {
            "author": self._accounts.name_of(pack.author),
            "date": date.strftime("%Y-%m-%dT%H:%M:%S.000000Z"),
            "name": pack.name,
            "no_diff_reduction": pack.no_diff_reduction,
            "ruleset_id": pack.ruleset,
            "tag": pack.tag,
            "url": f"https://packs.ppy.sh/{file}",
        }

    # --- putting them together ------------------------------------------------------------------

    def _all(self) -> tuple[Pack, ...]:
        with self._lock:
            if not self._packs:
                dated = sorted(
                    (self._date(draft), draft.tag, draft) for draft in cooperatively(self._drafts())
                )
                self._packs = tuple(
                    self._finished(place, date, draft)
                    for place, (date, _, draft) in enumerate(dated)
                )
                self._by_tag = {pack.tag: place for place, pack in enumerate(self._packs)}
                self._members = array(
                    "I",
                    sorted(
                        index << 16 | place
                        for place, pack in enumerate(self._packs)
                        for index in pack.sets
                    ),
                )
        return self._packs

    def _finished(self, place: int, date: int, draft: _Draft) -> Pack:
        draws = self._draws.at(place)
        author = pick(draws[0], self._beatmaps.mapper)
        hard = draft.type in ("tournament", "theme") and chance(draws[1], 0.3)
        sets = array("H", draft.sets)
        return Pack(
            place + 1, draft.type, draft.tag, draft.name, date, draft.ruleset, hard, author, sets
        )

    def _date(self, draft: _Draft) -> int:
        """Return the time when the last of a pack's sets had its leaderboard, a little later."""
        latest = max(self._beatmaps.ranked_at(index) or 0 for index in draft.sets)
        return min(latest + 86_400, int(self._current_time.timestamp()) - 3_600)

    def _drafts(self) -> Iterator[_Draft]:
        beatmaps = self._beatmaps
        ranked: list[list[int]] = [[], [], [], []]
        loved: list[int] = []
        dated = [(beatmaps.ranked_at(index) or 0, index) for index in cooperatively(range(COUNT))]
        for _, index in sorted(dated):
            if beatmaps.status[index] in (1, 2):
                ranked[beatmaps.ruleset[index]].append(index)
            elif beatmaps.status[index] == 4:
                loved.append(index)
        for ruleset, ((letters, name), sets) in enumerate(zip(_RULESETS, ranked, strict=True)):
            for number, chunk in _chunks(sets):
                title = f"{name} Beatmap Pack #{number}"
                yield _Draft("standard", f"{letters}{number}", title, ruleset or None, chunk)
        for number, chunk in _chunks(loved):
            season = f"{_SEASONS[number % 4]} {2010 + number // 8}"
            yield _Draft("loved", f"L{number}", f"Project Loved: {season} #{number}", None, chunk)
        everything = sorted(index for sets in ranked for index in sets)
        yield from self._by_artist(everything)
        yield from self._chosen(everything)

    def _by_artist(self, ranked: list[int]) -> Iterator[_Draft]:
        """Yield artist packs: featured tracks, and all songs of an artist."""
        beatmaps = self._beatmaps
        by_artist: dict[int, list[int]] = {}
        for index in cooperatively(ranked):
            by_artist.setdefault(beatmaps.artist_number(index), []).append(index)
        featured = artists = 0
        for artist, sets in sorted(by_artist.items()):
            name = (
                song_parts().artists[artist][0]
                if artist < len(song_parts().artists)
                else beatmaps.song(sets[0]).artist
            )
            tracks = [index for index in sets if beatmaps.record(index).track is not None]
            for number, chunk in _chunks(tracks):
                featured += 1
                title = f"Featured Artist: {name} #{number}"
                yield _Draft("featured", f"F{featured}", title, None, chunk)
            if len(sets) >= _SIZE:
                artists += 1
                title = f"{name} Pack"
                yield _Draft("artist", f"A{artists}", title, None, sets[: 2 * _SIZE])

    def _chosen(self, ranked: list[int]) -> Iterator[_Draft]:
        """Yield the packs of tournaments, charts and themes."""
        random = Random(f"{self._seed}/packs")
        step = len(ranked) // 60
        for number in range(1, 61):
            pool = ranked[(number - 1) * step : number * step]
            year = self._beatmaps.submitted(pool[-1]).year
            for type, letter, size, name in (
                (
                    "tournament",
                    "P",
                    14,
                    f"{random.choice(texts('cups'))} {year}: Round {number % 6 + 1}",
                ),
                ("chart", "R", 9, f"{_SEASONS[number % 4]} {year} Spotlights"),
                ("theme", "T", 11, f"{random.choice(texts('themes'))} ({year})"),
            ):
                sets = sorted(random.sample(pool, size))
                yield _Draft(type, f"{letter}{number}", name, None, sets)


def _chunks(sets: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield numbered parts of a list; a rest that does not fill a pack waits for more."""
    waiting: list[int] = []
    number = 0
    for index in sets:
        waiting.append(index)
        if len(waiting) == _SIZE:
            number += 1
            yield number, waiting
            waiting = []
