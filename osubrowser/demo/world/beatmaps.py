"""Beatmapsets and their difficulties: made from a number when they are asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.clock import LAUNCH, zulu_form
from osubrowser.demo.world.draws import Draws, between, chance, number, pick, spread, unit
from osubrowser.demo.world.music import COUNT as SONGS
from osubrowser.demo.world.music import Music, Song
from osubrowser.demo.world.rulesets import RULESETS

if TYPE_CHECKING:
    from osubrowser.demo.world.accounts import Accounts

COUNT = 20_000
"""How many beatmapsets there are, oldest first."""

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

_FIRST_ID, _ID_STEP = 310, 119
_FIRST_BEATMAP, _BEATMAP_STEP, _MOST = 1_200, 251, 14
_STATUS_WEIGHTS = ((-2, 34), (-1, 3), (0, 5), (1, 50), (2, 2), (3, 1), (4, 5))
_RULESET_WEIGHTS = (62, 12, 9, 17)
_SPREADS = (
    (
        ("Easy", 1.6),
        ("Normal", 2.2),
        ("Hard", 3.4),
        ("Insane", 4.7),
        ("Expert", 5.8),
        ("Extra", 6.6),
    ),
    (("Kantan", 1.5), ("Futsuu", 2.1), ("Muzukashii", 3.2), ("Oni", 4.4), ("Inner Oni", 5.4)),
    (("Cup", 1.5), ("Salad", 2.2), ("Platter", 3.1), ("Rain", 4.2), ("Overdose", 5.6)),
    (("EZ", 1.4), ("NM", 2.1), ("HD", 3.0), ("MX", 4.0), ("SC", 5.1), ("EX", 6.2)),
)
_FINALES = (
    "Extreme",
    "Collab Expert",
    "Another",
    "Nirvana",
    "Finale",
    "Eternal Recurrence",
    "終焉",
)
_TOPICS = "https://osu.ppy.sh/community/forums/topics"
_COVER_SIZES = ("cover", "card", "list", "slimcover")


class Difficulty(NamedTuple):
    """One difficulty of a set, before it becomes an object of the API."""

    id: int
    version: str
    stars: float
    owner: int
    ruleset: int
    keys: int


class Beatmaps:
    """All beatmapsets of one world, by their numbers from 0 to `COUNT - 1`."""

    def __init__(self, seed: int, accounts: Accounts) -> None:
        self.accounts = accounts
        self._music = Music(seed)
        self._sets = Draws(seed, "beatmapsets")
        self._maps = Draws(seed, "beatmaps")
        random = Random(f"{seed}/beatmaps")
        mappers = random.sample(range(len(accounts)), MAPPERS)
        weights = list(accumulate(1 / (place + 30) ** 0.7 for place in range(MAPPERS)))
        self.mapper = array("H", random.choices(mappers, cum_weights=weights, k=COUNT))
        kinds, shares = zip(*_STATUS_WEIGHTS, strict=True)
        self.status = array("b", random.choices(kinds, shares, k=COUNT))
        self.ruleset = bytearray(random.choices(range(4), _RULESET_WEIGHTS, k=COUNT))

    def id_of(self, index: int) -> int:
        """Return the id of a beatmapset."""
        return _FIRST_ID + index * _ID_STEP + self._sets.at(index)[0] % _ID_STEP

    def by_id(self, set_id: int) -> int | None:
        """Return the number of the beatmapset with this id, or None."""
        index = (set_id - _FIRST_ID) // _ID_STEP
        return index if 0 <= index < COUNT and self.id_of(index) == set_id else None

    def of_mapper(self, account: int) -> list[int]:
        """Return the beatmapsets of a mapper, oldest first."""
        return [index for index, own in enumerate(self.mapper) if own == account]

    def song(self, index: int) -> Song:
        """Return the song of a beatmapset: a few songs are mapped again and again."""
        draws = self._sets.at(index)
        return self._music.song(int(SONGS * unit(draws[1]) ** 1.7))

    def submitted(self, index: int) -> datetime:
        """Return when the set was first uploaded; later sets have higher numbers."""
        life = (self.accounts.now - LAUNCH).total_seconds() * 0.995
        share = ((index + unit(self._sets.at(index)[2])) / COUNT) ** 0.75
        return LAUNCH + timedelta(seconds=int(life * share))

    def newest_before(self, moment: datetime) -> int:
        """Return the number of the last set that was uploaded before a time; 0 if there is none."""
        return max(0, bisect_left(range(COUNT), moment, key=self.submitted) - 1)

    def ranked_date(self, index: int) -> datetime | None:
        """Return when the set got its leaderboard, or None if it has none."""
        if self.status[index] <= 0:
            return None
        waited = spread(self._sets.at(index)[3], 9, 210) * 86_400
        there = self.submitted(index) + timedelta(seconds=int(waited))
        return min(there, self.accounts.now - timedelta(hours=7))

    def plays(self, index: int) -> int:
        """Return how often a set was played: very unequal, and little without a leaderboard."""
        draws = self._sets.at(index)
        loved = int(900 * (1 / max(unit(draws[4]), 0.0004)) ** 1.25)
        return loved if self.status[index] > 0 else loved // 90

    # --- difficulties ---------------------------------------------------------------------------

    def difficulties(self, index: int) -> list[Difficulty]:
        """Return a set's difficulties, easiest first."""
        draws = self._maps.at(index)
        ruleset = self.ruleset[index]
        names = _SPREADS[ruleset]
        first = between(draws[0], 0, 2)
        last = max(first, between(draws[1], 2, len(names) - 1))
        keys = (7 if chance(draws[2], 0.3) else 4) if ruleset == 3 else 0
        shift = spread(draws[3], -0.35, 0.6)
        found = []
        for place, (name, stars) in enumerate(names[first : last + 1]):
            owner = self._owner(index, place)
            if owner != self.mapper[index]:
                name = f"{self.accounts.name_of(owner)}'s {name}"
            version = f"[{keys}K] {name}" if keys else name
            exact = round(max(0.8, stars + shift + unit(draws[4 + place]) * 0.5), 2)
            found.append(
                Difficulty(self._map_id(index, place), version, exact, owner, ruleset, keys)
            )
        if chance(draws[12], 0.4) and ruleset != 3:
            place, top = len(found), found[-1].stars
            exact = round(top + 0.3 + unit(draws[13]) ** 2 * 2.6, 2)
            version = pick(draws[14], _FINALES)
            mapper = self.mapper[index]
            found.append(Difficulty(self._map_id(index, place), version, exact, mapper, ruleset, 0))
        return found

    def _owner(self, index: int, place: int) -> int:
        """Return who made a difficulty: sometimes a guest."""
        draws = self._maps.at(COUNT + index)
        if place and chance(draws[place], 0.16):
            return self.mapper[between(draws[place + 8], 0, COUNT - 1)]
        return self.mapper[index]

    def _map_id(self, index: int, place: int) -> int:
        offset = self._maps.at(index)[15] % (_BEATMAP_STEP - _MOST)
        return _FIRST_BEATMAP + index * _BEATMAP_STEP + offset + place

    # --- objects of the API ---------------------------------------------------------------------

    def entity(self, index: int) -> dict[str, object]:
        """Return the `Beatmapset` (compact) of the API."""
        draws, song = self._sets.at(index), self.song(index)
        set_id, status = self.id_of(index), self.status[index]
        plays = self.plays(index)
        waiting = status in (-1, 0, 3)
        return {
            "anime_cover": chance(draws[5], 0.3),
            "artist": song.artist,
            "artist_unicode": song.artist_unicode,
            "covers": covers(set_id, between(draws[6], 1_500_000_000, 1_780_000_000)),
            "creator": self.accounts.name_of(self.mapper[index]),
            "favourite_count": int(plays**0.62 * spread(draws[7], 0.05, 0.5)),
            "genre_id": song.genre,
            "hype": {"current": between(draws[8], 0, 9), "required": 5} if waiting else None,
            "id": set_id,
            "language_id": song.language,
            "nsfw": chance(draws[9], 0.02),
            "offset": 0,
            "play_count": plays,
            "preview_url": f"https://b.ppy.sh/preview/{set_id}.mp3",
            "source": song.source,
            "spotlight": chance(draws[10], 0.02),
            "status": STATUSES[status],
            "title": song.title,
            "title_unicode": song.title_unicode,
            "track_id": between(draws[11], 100, 9_000) if chance(draws[11], 0.09) else None,
            "user_id": self.accounts.id_of(self.mapper[index]),
            "video": chance(draws[12], 0.22),
        }

    def extended(self, index: int) -> dict[str, object]:
        """Return the `BeatmapsetExtended` of the API, without optional parts."""
        draws, song, status = self._sets.at(index), self.song(index), self.status[index]
        submitted, ranked = self.submitted(index), self.ranked_date(index)
        updated = ranked - timedelta(days=6) if ranked else submitted + timedelta(days=11)
        updated = max(submitted, min(updated, self.accounts.now - timedelta(hours=8)))
        main = RULESETS[self.ruleset[index]].name
        return self.entity(index) | {
            "availability": {
                "download_disabled": chance(draws[13], 0.01),
                "more_information": None,
            },
            "bpm": number(song.bpm),
            "can_be_hyped": status in (-1, 0),
            "deleted_at": None,
            "discussion_enabled": True,
            "discussion_locked": False,
            "is_scoreable": status > 0,
            "last_updated": zulu_form(updated),
            "legacy_thread_url": f"{_TOPICS}/{40_000 + index * 97}",
            "nominations_summary": {
                "current": 2 if status > 0 else 0,
                "eligible_main_rulesets": [main],
                "required_meta": {"main_ruleset": 2, "non_main_ruleset": 1},
            },
            "ranked": status,
            "ranked_date": None if ranked is None else zulu_form(ranked),
            "rating": number(round(spread(draws[14], 7.2, 9.8), 5)) if status > 0 else 0,
            "storyboard": chance(draws[15], 0.2),
            "submitted_date": zulu_form(submitted),
            "tags": song.tags,
        }

    def with_beatmaps(self, index: int) -> dict[str, object]:
        """Return the `BeatmapsetExtended` with its `beatmaps`, as charts carry it."""
        whole = self.extended(index)
        whole["beatmaps"] = [self.beatmap(index, one) for one in self.difficulties(index)]
        return whole

    def beatmap(self, index: int, difficulty: Difficulty) -> dict[str, object]:
        """Return the `BeatmapExtended` of a difficulty."""
        draws = self._maps.at(2 * COUNT + difficulty.id)
        song, status, stars = self.song(index), self.status[index], difficulty.stars
        plays = int(self.plays(index) * spread(draws[0], 0.06, 0.4)) + 1
        objects = int(song.length * (0.9 + stars * 0.78) * spread(draws[1], 0.85, 1.15))
        sliders = int(objects * spread(draws[2], 0.2, 0.48))
        passed = min(0.85, max(0.03, 0.92 - stars * 0.13 + spread(draws[3], -0.08, 0.08)))
        return {
            "beatmapset_id": self.id_of(index),
            "difficulty_rating": number(stars),
            "id": difficulty.id,
            "lazer_only": False,
            "mode": RULESETS[difficulty.ruleset].name,
            "status": STATUSES[status],
            "total_length": song.length + 4,
            "user_id": self.accounts.id_of(difficulty.owner),
            "version": difficulty.version,
            "accuracy": _setting(3.4 + stars * 0.92, draws[4], 10),
            "ar": 0 if difficulty.ruleset == 3 else _setting(4.2 + stars * 0.88, draws[5], 10),
            "bpm": number(song.bpm),
            "convert": False,
            "count_circles": objects - sliders,
            "count_sliders": sliders,
            "count_spinners": draws[6] % 3,
            "cs": difficulty.keys or _setting(3.1 + stars * 0.2, draws[7], 5),
            "deleted_at": None,
            "drain": _setting(3.0 + stars * 0.5, draws[8], 8),
            "hit_length": song.length,
            "is_scoreable": status > 0,
            "last_updated": zulu_form(self.submitted(index) + timedelta(days=11)),
            "mode_int": difficulty.ruleset,
            "passcount": int(plays * passed),
            "playcount": plays,
            "ranked": status,
            "url": f"https://osu.ppy.sh/beatmaps/{difficulty.id}",
            "checksum": "".join(f"{draw:08x}" for draw in draws[9:13]),
        }


def covers(set_id: int, stamp: int) -> dict[str, object]:
    """Return the eight addresses of a set's cover."""
    base = f"https://assets.ppy.sh/beatmaps/{set_id}/covers"
    return {
        f"{size}{scale}": f"{base}/{size}{scale}.jpg?{stamp}"
        for size in _COVER_SIZES
        for scale in ("", "@2x")
    }


def _setting(centre: float, draw: int, most: float) -> float:
    """Return a difficulty setting with one decimal, within its limits."""
    return number(round(min(most, max(0.0, centre + spread(draw, -0.5, 0.5))), 1))
