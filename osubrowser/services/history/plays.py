"""Plays of best lists: their stored form, and the reconstruction of a list over time."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from operator import mul
from struct import Struct
from struct import error as StructError
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset, RankStatus
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.score_statistics import ScoreStatistics
from osubrowser.api.entities.scores import Grade, Score
from osubrowser.api.mods import MODS, Mod, parse_mods
from osubrowser.services.history.days import to_unix
from osubrowser.services.history.subjects import RULESETS
from osubrowser.services.history.varints import Reader, put
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.store import HistoryStore

MOST: Final = 200
"""Plays of a best list."""
WEIGHT: Final = 0.95
"""What a play counts against the one above it."""
_WEIGHTS: Final = tuple(WEIGHT**n for n in range(MOST))

_GRADES: Final = ("", "F", "D", "C", "B", "A", "S", "SH", "X", "XH")
_PP: Final = 1_000
_ACCURACY: Final = 1_000_000
_LONGEST: Final = 200
_DETAILS: Final = Struct("<BIBIIHHH")
"""Flags, time, grade, accuracy, score, combo, misses and 100 times the stars of a play."""
_MOST_I, _MOST_H = 0xFFFF_FFFF, 0xFFFF
_HAS_REPLAY, _KNOWS_REPLAY, _IS_PERFECT = 1, 2, 4


class Why(StrEnum):
    """Why a play is no longer in a best list."""

    REPLACED = "replaced"
    """The player has a better play on the same beatmap."""
    FELL = "fell"
    """All plays of the list are better."""
    GONE = "gone"
    """osu! does not list it any more, and does not say why: it, or its pp, or its beatmap went."""


class Earlier(NamedTuple):
    """Value that the pp of a play had before they were computed anew.

    Attributes:
        until: when another value was first seen (Unix time in seconds).
        pp: the value.
    """

    until: int
    pp: float


@dataclass(frozen=True)
class KeptPlay:
    """Play that is, or was, in a best list.

    Attributes:
        id: id of the score.
        beatmap_id: id of the beatmap.
        pp: its newest pp.
        since: when it was first seen in the list (Unix time in seconds).
        until: when it was first seen missing, or None.
        is_new: whether a look before `since` reached its place, and did not find it.
        earlier: values of its pp before the newest, the oldest first.
        set_at: when it was set (Unix time in seconds); 0 if that is unknown.
        stored: the rest of it.
    """

    id: int
    beatmap_id: int
    pp: float
    since: int
    until: int | None
    is_new: bool
    earlier: tuple[Earlier, ...]
    set_at: int
    stored: _Stored

    @cached_property
    def score(self) -> Score:
        """The play as osu! showed it, without the statistics of its hits; made at the first use."""
        try:
            return _score(self)
        except (ValueError, TypeError, LookupError, ArithmeticError):  # a damaged row
            return Score(id=self.id, solo_score_id=self.id, beatmap_id=self.beatmap_id, pp=self.pp)

    def pp_at(self, at: int) -> float:
        """Return its pp at a Unix time in seconds."""
        return next((one.pp for one in self.earlier if at < one.until), self.pp)

    def is_listed_at(self, at: int) -> bool:
        """Whether it is known to have been in the list at a Unix time in seconds."""
        return self.since <= at and (self.until is None or at < self.until)


class _Stored(NamedTuple):
    """What is stored of a play besides its place in a history; see `details_of`."""

    player: int
    ruleset: int
    mods: str
    details: bytes
    beatmap: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """Time in which a best list was seen, without a change from the first time to the last.

    Attributes:
        at: the first time (Unix time in seconds).
        last: the last time.
        covered: how many places were seen, from the first.
        is_whole: whether that was the whole list.
    """

    at: int
    last: int
    covered: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """Play that came into a list.

    Attributes:
        play: the play.
        at: when it came: the time it was set, or was first seen if that was later.
        position: its place in the list when it was first seen, from 1.
        brought: what it added to the weighted pp of the list; None if the list before is unknown.
        too_much: how much less it may have been, because the end of the list was not known.
        replaced: the earlier play on the same beatmap, or None.
    """

    play: KeptPlay
    at: int
    position: int
    brought: float | None = None
    too_much: float = 0.0
    replaced: KeptPlay | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """Play that is no longer in a list.

    Attributes:
        play: the play.
        at: when it was first seen missing (Unix time in seconds).
        seen_at: when the list was last seen with it.
        position: its place then, from 1.
        why: why it left.
        by: the play that took its place on the same beatmap, or None.
    """

    play: KeptPlay
    at: int
    seen_at: int
    position: int
    why: Why
    by: KeptPlay | None = None


@dataclass(frozen=True, slots=True)
class ListedPlay:
    """Place of a play in a list.

    Attributes:
        play: the play.
        position: its place, from 1.
        pp: its pp at that time.
        weighted: what of them counts.
    """

    play: KeptPlay
    position: int
    pp: float
    weighted: float


@dataclass(frozen=True)
class BestHistory:
    """History of the best list of a player in a ruleset. Immutable; computed at the first use.

    Attributes:
        plays: all plays that were ever seen in the list.
        looks: when it was seen, the oldest first.
    """

    plays: Sequence[KeptPlay] = ()
    looks: Sequence[Look] = ()

    @property
    def entries(self) -> Sequence[Entry]:
        """Plays that came into the list after it was first seen, the oldest first."""
        return self._walk.entries

    @property
    def departures(self) -> Sequence[Departure]:
        """Plays that left the list, the oldest first."""
        return self._walk.departures

    def new_between(self, since: int, until: int) -> list[Entry]:
        """Return the plays that came between two Unix times in seconds, the oldest first.

        Those of the first look are among them if they were set in that time.
        """
        found = [one for one in self.entries if since < one.at <= until]
        known = {one.play.id for one in found}
        found += (
            Entry(one, one.set_at, self._first_position(one))
            for one in self.plays
            if not one.is_new and since < one.set_at <= until and one.id not in known
        )
        return sorted(found, key=lambda one: (one.at, one.play.id))

    def gone_between(self, since: int, until: int) -> list[Departure]:
        """Return the plays that were first seen missing between two Unix times in seconds."""
        return [one for one in self.departures if since < one.at <= until]

    def changes_at(self, at: int) -> tuple[Sequence[Entry], Sequence[Departure]]:
        """Return what came and what left at the look of a Unix time in seconds."""
        walk = _Walk(self, at)
        return walk.entries, walk.departures

    def list_at(self, at: int) -> list[ListedPlay]:
        """Return the list as it was known at a Unix time in seconds; empty before the first look.

        Its end may be older than its start: see `look_at`.
        """
        listed = [(one, one.pp_at(at)) for one in self.plays if one.is_listed_at(at)]
        listed.sort(key=lambda pair: (-pair[1], pair[0].id))
        return [
            ListedPlay(play, number, pp, pp * _WEIGHTS[number - 1])
            for number, (play, pp) in enumerate(listed[:MOST], 1)
        ]

    def look_at(self, at: int, *, is_whole: bool = False) -> Look | None:
        """Return the last look that began at a Unix time in seconds or before it.

        Args:
            at: the time.
            is_whole: only looks at the whole list.
        """
        after = bisect_right(self.looks, at, key=lambda look: look.at)
        earlier = (self.looks[number] for number in range(after - 1, -1, -1))
        return next((one for one in earlier if one.is_whole or not is_whole), None)

    def _first_position(self, play: KeptPlay) -> int:
        places = self.list_at(play.since)
        return next((one.position for one in places if one.play.id == play.id), 0)

    @cached_property
    def _walk(self) -> _Walk:
        return _Walk(self)


class _Walk:
    """Walk through the changes of a list, from the first to the last.

    Args:
        history: the history.
        only: take the changes of one look only (Unix time in seconds).

    Attributes:
        entries: plays that came, the oldest first.
        departures: plays that left, the oldest first.
    """

    def __init__(self, history: BestHistory, only: int | None = None) -> None:
        self._history = history
        self._listed: dict[int, tuple[float, KeptPlay]] = {}
        self.entries: list[Entry] = []
        self.departures: list[Departure] = []
        if only is not None:
            for play in history.plays:
                if play.is_listed_at(only - 1):
                    self._listed[play.id] = (play.pp_at(only - 1), play)
        self._places = _positions(self._listed)
        came: dict[int, list[KeptPlay]] = {}
        left: dict[int, list[KeptPlay]] = {}
        computed: dict[int, list[KeptPlay]] = {}
        for play in history.plays:
            came.setdefault(play.since, []).append(play)
            if play.until is not None:
                left.setdefault(play.until, []).append(play)
            for one in play.earlier:
                computed.setdefault(one.until, []).append(play)
        for at in sorted({*came, *left, *computed}) if only is None else (only,):
            for play in computed.get(at, ()):
                if play.id in self._listed:
                    self._listed[play.id] = (play.pp_at(at), play)
            self._step(at, came.get(at, ()), left.get(at, ()))

    def _step(self, at: int, came: Sequence[KeptPlay], left: Sequence[KeptPlay]) -> None:
        """Take what came and left at one look."""
        listed, look = self._listed, self._history.look_at(at)
        past = self._history.look_at(at - 1)
        seen_at = at if past is None else past.last
        before = self._places
        after = {one.id: (one.pp_at(at), one) for one in came}
        after |= {key: one for key, one in listed.items() if one[1].is_listed_at(at)}
        is_full = look is not None and look.is_whole and look.covered >= MOST
        lowest = min((pp for pp, _ in after.values()), default=0.0)
        replaced: dict[int, KeptPlay] = {}
        for play in left:
            by = _on_same(play, after)
            has_fallen = is_full and play.pp_at(at) <= lowest
            why = Why.REPLACED if by is not None else Why.FELL if has_fallen else Why.GONE
            self.departures.append(Departure(play, at, seen_at, before.get(play.id, 0), why, by))
            if by is not None and by.is_new and by.since == at:
                replaced[by.id] = play
            elif why is not Why.FELL:  # a play that fell was there until the others came
                listed.pop(play.id, None)
        for play in came:
            if not play.is_new:
                listed[play.id] = after[play.id]
        news = sorted((one for one in came if one.is_new), key=lambda one: one.set_at)
        places = _positions(after)
        is_known = self._history.look_at(at, is_whole=True) is not None
        too_much = 0.0 if is_known else unseen_loss([pp for pp, _ in listed.values()])
        for play in news:
            old = replaced.get(play.id)
            total = weighted(pp for pp, _ in listed.values())
            if old is not None:
                listed.pop(old.id, None)
            listed[play.id] = after[play.id]
            self.entries.append(
                Entry(
                    play,
                    play.set_at if seen_at < play.set_at <= at else at,
                    places[play.id],
                    weighted(pp for pp, _ in listed.values()) - total,
                    0.0 if old is not None else too_much,
                    old,
                )
            )
        self._listed, self._places = after, places


def weighted(pps: Iterable[float]) -> float:
    """Return the weighted pp of a best list, from the pp of its plays in any order."""
    total: float = sum(map(mul, sorted(pps, reverse=True), _WEIGHTS))
    return total


def unseen_loss(seen: Sequence[float]) -> float:
    """Return how much a new play may have taken from those below the seen part of a list.

    Args:
        seen: pp of the plays of the seen part.
    """
    if not seen or len(seen) >= MOST:
        return 0.0
    rest = min(seen) * sum(_WEIGHTS[len(seen) :])
    return rest * (1 - WEIGHT)


def _positions(listed: Mapping[int, tuple[float, KeptPlay]]) -> dict[int, int]:
    order = sorted((-pp, key) for key, (pp, _) in listed.items())
    return {key: number for number, (_, key) in enumerate(order, 1)}


def _on_same(play: KeptPlay, listed: Mapping[int, tuple[float, KeptPlay]]) -> KeptPlay | None:
    """Return another listed play on the beatmap of a play, or None."""
    number = play.beatmap_id
    others = (one for _, one in listed.values() if one.beatmap_id == number)
    return next((one for one in others if one.id != play.id), None)


# --- reading ------------------------------------------------------------------------------------

_PLAYS: Final = (
    "SELECT score, pp, since, until, is_new, plays.beatmap, mods, earlier, details, data"
    " FROM plays LEFT JOIN play_beatmaps ON play_beatmaps.beatmap = plays.beatmap"
    " WHERE player = ? AND ruleset = ?"
)


def plays_of(store: HistoryStore, player: int, ruleset: str) -> list[KeptPlay]:
    """Return all plays that were ever seen in the best list of a player; blocks.

    Args:
        store: the history.
        player: id of the player.
        ruleset: a ruleset, by its name in the API.

    Raises:
        OSError: the file cannot be read.
        ValueError: the ruleset is unknown.
    """
    return list(best_history(store, player, ruleset).plays)


def best_history(store: HistoryStore, player: int, ruleset: str) -> BestHistory:
    """Return the history of the best list of a player; it blocks and raises as `plays_of`."""
    with store.read() as connection:
        return history_in(connection, player, RULESETS.index(ruleset))


def history_in(connection: sqlite3.Connection, player: int, ruleset: int) -> BestHistory:
    """Return the history of a best list.

    Args:
        connection: of the database.
        player: id of the player.
        ruleset: number of the ruleset.
    """
    rows = connection.execute(_PLAYS, (player, ruleset)).fetchall()
    looks = connection.execute(
        "SELECT at, last, covered, is_whole FROM list_looks"
        " WHERE player = ? AND ruleset = ? AND (covered > 0 OR is_whole) ORDER BY at",
        (player, ruleset),
    ).fetchall()
    return BestHistory(
        tuple(filter(None, (_read(player, ruleset, row) for row in rows))),
        tuple(Look(at, last, covered, bool(is_whole)) for at, last, covered, is_whole in looks),
    )


def _read(player: int, ruleset: int, row: Sequence[Any]) -> KeptPlay | None:
    """Return the play of a stored row; None if it cannot be read."""
    score, pp, since, until, is_new, beatmap, mods, earlier, details, data = row
    try:
        _flags, set_at, *_ = _DETAILS.unpack(details)
        values = read_earlier(earlier) if earlier else ()
    except (StructError, ValueError, TypeError):
        return None
    return KeptPlay(
        score,
        beatmap,
        pp / _PP,
        since,
        until,
        bool(is_new),
        values,
        set_at,
        _Stored(player, ruleset, mods, details, data),
    )


def _score(play: KeptPlay) -> Score:
    player, ruleset, mods, details, data = play.stored
    number, beatmap = play.id, play.beatmap_id
    flags, _set_at, grade, accuracy, total, combo, misses, stars = _DETAILS.unpack(details)
    about = _Beatmap(*json.loads(data)) if data else _Beatmap()
    mode = GameMode.of_number(ruleset)
    status = RankStatus.of_number(about.status)
    return Score(
        id=number,
        solo_score_id=number,
        user_id=player,
        beatmap_id=beatmap,
        ruleset_id=ruleset,
        pp=play.pp,
        accuracy=accuracy / _ACCURACY,
        rank=Grade(_GRADES[grade]) if 0 < grade < len(_GRADES) else None,
        total_score=total,
        max_combo=combo,
        statistics=ScoreStatistics(miss=misses, ruleset_id=ruleset),
        mods=_mods_of(mods),
        has_replay=bool(flags & _HAS_REPLAY) if flags & _KNOWS_REPLAY else None,
        is_perfect_combo=bool(flags & _IS_PERFECT),
        passed=True,
        ended_at=datetime.fromtimestamp(play.set_at, UTC) if play.set_at else None,
        beatmap=Beatmap(
            id=beatmap,
            beatmapset_id=about.beatmapset,
            version=about.version,
            difficulty_rating=stars / 100,
            total_length=about.length,
            mode=mode,
            status=status,
            user_id=about.mapper,
        ),
        beatmapset=Beatmapset(
            id=about.beatmapset,
            title=about.title,
            title_unicode=about.title_unicode or about.title,
            artist=about.artist,
            artist_unicode=about.artist_unicode or about.artist,
            creator=about.creator,
            user_id=about.creator_id,
            status=status,
        )
        if about.beatmapset
        else None,
    )


# --- stored form --------------------------------------------------------------------------------


class _Beatmap(NamedTuple):
    """What is stored of a beatmap, once for all plays on it; the order is stored."""

    beatmapset: int = 0
    title: str = ""
    title_unicode: str = ""
    artist: str = ""
    artist_unicode: str = ""
    version: str = ""
    creator: str = ""
    creator_id: int = 0
    mapper: int = 0
    length: int = 0
    status: int = 1


def to_pp(score: Score) -> int | None:
    """Return the pp of a score as the whole number that is stored; None if it has none."""
    return None if score.pp is None else round(min(max(score.pp, 0.0), 1e9) * _PP)


def from_pp(pp: int) -> float:
    """Return the pp of a stored number."""
    return pp / _PP


def details_of(score: Score) -> bytes:
    """Return what is stored of a play besides its pp, mods and beatmap."""
    ended = to_unix(score.ended_at)
    stars = score.beatmap.difficulty_rating if score.beatmap is not None else 0.0
    flags = (
        _HAS_REPLAY * bool(score.has_replay)
        | _KNOWS_REPLAY * (score.has_replay is not None)
        | _IS_PERFECT * bool(score.is_perfect_combo or score.legacy_perfect)
    )
    return _DETAILS.pack(
        flags,
        min(max(ended, 0), _MOST_I),
        _GRADES.index(score.rank) if score.rank in _GRADES else 0,
        round(min(max(score.accuracy, 0.0), 1.0) * _ACCURACY),
        min(max(score.total_score or score.legacy_total_score, 0), _MOST_I),
        min(max(score.max_combo, 0), _MOST_H),
        min(max(score.statistics.miss, 0), _MOST_H),
        round(min(max(stars, 0.0), 600.0) * 100),
    )


def mods_of(score: Score) -> str:
    """Return the mods of a score as stored: acronyms, or JSON if one has settings or is unknown."""
    if all(mod.acronym in MODS and not mod.settings for mod in score.mods):
        return "".join(mod.acronym for mod in score.mods)
    return json.dumps(
        [[plain(mod.acronym, 10), dict(list(mod.settings.items())[:20])] for mod in score.mods[:50]]
    )


def _mods_of(text: str) -> list[Mod]:
    if not text.startswith("["):
        return parse_mods(text)
    return [Mod(acronym=acronym, settings=settings) for acronym, settings in json.loads(text)]


def beatmap_data(score: Score) -> str:
    """Return what is stored of the beatmap of a score, as JSON."""
    about, beatmap = score.beatmapset, score.beatmap
    number = beatmap.beatmapset_id if beatmap is not None else 0
    status = beatmap.status.number if beatmap is not None and beatmap.status is not None else None
    one = _Beatmap(
        beatmapset=about.id if about is not None else number,
        title=_text(about.title) if about is not None else "",
        title_unicode=_other(about.title_unicode, about.title) if about is not None else "",
        artist=_text(about.artist) if about is not None else "",
        artist_unicode=_other(about.artist_unicode, about.artist) if about is not None else "",
        version=_text(beatmap.version) if beatmap is not None else "",
        creator=_text(about.creator) if about is not None else "",
        creator_id=about.user_id if about is not None else 0,
        mapper=beatmap.user_id if beatmap is not None else 0,
        length=beatmap.total_length if beatmap is not None else 0,
        status=1 if status is None else status,
    )
    return json.dumps(one, ensure_ascii=False, separators=(",", ":"))


def _text(text: str) -> str:
    return plain(text, _LONGEST)


def _other(text: str, usual: str) -> str:
    return "" if text == usual else _text(text)


def write_earlier(values: Iterable[Earlier]) -> bytes:
    """Return the stored form of earlier values of pp."""
    out = bytearray()
    for one in values:
        put(out, max(0, one.until))
        put(out, round(one.pp * _PP))
    return bytes(out)


def read_earlier(row: bytes) -> tuple[Earlier, ...]:
    """Return the values of `write_earlier`.

    Raises:
        ValueError: the row is cut off.
    """
    reader, found = Reader(row), list[Earlier]()
    while not reader.is_at_end:
        found.append(Earlier(reader.take(), reader.take() / _PP))
    return tuple(found)


def check_details(details: bytes) -> None:
    """Raise ValueError for stored details of a play that cannot be read."""
    if len(details) != _DETAILS.size:
        raise ValueError("the details of a play have another length")


def check_mods(text: str) -> None:
    """Raise ValueError for stored mods that cannot be read."""
    if not text.startswith("["):
        return
    for one in json.loads(text):
        if not isinstance(one, list) or len(one) != 2:
            raise ValueError("no mod")
        acronym, settings = one
        if not isinstance(acronym, str) or not isinstance(settings, dict):
            raise ValueError("no mod")  # noqa: TRY004 - a value of a file, not an argument


def check_beatmap_data(text: str) -> None:
    """Raise ValueError for a stored beatmap that cannot be read."""
    values = json.loads(text) if text else []
    usual = _Beatmap()
    if not isinstance(values, list) or len(values) > len(usual):
        raise ValueError("no beatmap")
    for value, one in zip(values, usual, strict=False):
        if type(value) is not type(one):
            raise ValueError("a value of a beatmap has another type")


def known_beatmap(connection: sqlite3.Connection, score: Score) -> None:
    """Store the beatmap of a score, or what of it has changed."""
    connection.execute(
        "INSERT INTO play_beatmaps VALUES (?, ?) ON CONFLICT (beatmap)"
        " DO UPDATE SET data = excluded.data WHERE data != excluded.data",
        (score.beatmap_id, beatmap_data(score)),
    )
