"""Beatmapset search: filters, operators, sort orders, paging."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.favourites import Favourites
from osubrowser.demo.world.beatmaps.play_counts import PlayCounts
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.beatmaps.user_beatmaps import UserBeatmaps
from osubrowser.demo.world.beatmaps.user_tags import UserTags
from osubrowser.demo.world.draws import number
from osubrowser.demo.world.players.standings import UNRANKED
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.search.matching import (
    DifficultyFilter,
    DifficultyMatches,
    DifficultySearch,
    TextSearch,
)
from osubrowser.demo.world.search.order import Order, SortKeys, Value, order_of, start_after
from osubrowser.demo.world.search.query import Query, Range, parse
from osubrowser.demo.world.search.tables import (
    NSFW,
    SPOTLIGHT,
    STORYBOARD,
    TRACK,
    VIDEO,
    SetTable,
    SongTable,
)
from osubrowser.lru import LRUCache

PAGE = 50
MOST = 10_000
"""How many hits are counted, and how far `page` reaches."""

STATUSES = {
    "any": None,
    "ranked": frozenset((1, 2)),
    "qualified": frozenset((3,)),
    "loved": frozenset((4,)),
    "pending": frozenset((0,)),
    "wip": frozenset((-1,)),
    "graveyard": frozenset((-2,)),
    "favourites": None,
    "mine": None,
}
_WITH_BOARDS = frozenset((1, 2, 4))
_BY_UPDATE = frozenset(("pending", "wip", "graveyard", "mine"))
_SET_RANGES = ("favourites", "submitted", "updated", "ranked")
_GENERAL = {"spotlights": SPOTLIGHT, "featured_artists": TRACK}
_EXTRA = {"video": VIDEO, "storyboard": STORYBOARD}
_KEPT = 24


class Filters(NamedTuple):
    """Search parameters of a request. An empty text stands for an absent one."""

    query: str = ""
    mode: int | None = None
    status: str = ""
    genre: int | None = None
    language: int | None = None
    general: frozenset[str] = frozenset()
    extra: frozenset[str] = frozenset()
    nsfw: bool = False
    grades: frozenset[str] = frozenset()
    played: str = ""
    sort: str = ""


class Found(NamedTuple):
    """Search result: ordered beatmapsets, and their sort keys."""

    order: Order
    sets: array[int]
    values: Callable[[int], tuple[Value, ...]]


class _Tables(NamedTuple):
    sets: SetTable
    songs: SongTable
    texts: TextSearch
    keys: SortKeys


class Search:
    """Beatmapset search with a cache of results. Thread-safe."""

    def __init__(
        self,
        now: datetime,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
        favourites: Favourites,
        play_counts: PlayCounts,
        user_beatmaps: UserBeatmaps,
        user_tags: UserTags,
    ) -> None:
        self._current_time = now
        self._all_statistics = statistics
        self._favourites = favourites
        self._play_counts = play_counts
        self._user_beatmaps = user_beatmaps
        self._beatmaps = beatmaps
        self._lock = Lock()
        self._made: _Tables | None = None
        self._today: Search | None = None
        self._newest = COUNT
        self._difficulties = DifficultySearch(beatmaps, user_tags)
        self._results: LRUCache[tuple[Filters, int | None], Found] = LRUCache(_KEPT)

    def at(self, now: datetime, statistics: StatisticsTable, beatmaps: Beatmaps) -> Search:
        """Return the search of an earlier day.

        Orders by plays, rating and favourites are those of today.

        Args:
            now: the end of the day.
            statistics: the figures of the day.
            beatmaps: the beatmapsets of the day.
        """
        found = copy(self)
        found._today = self
        found._current_time = now
        found._all_statistics = statistics
        found._beatmaps = beatmaps
        found._newest = beatmaps.newest_before(now) + 1
        found._results = LRUCache(_KEPT)
        return found

    def find(self, filters: Filters, viewer: int | None) -> Found:
        """Return the sets that fit.

        Args:
            viewer: the account that asks; None for nobody.
        """
        key = (filters, viewer)
        found = self._results.get(key)
        if found is None:
            found = self._find(filters, viewer)
            self._results.put(key, found)
        return found

    def page(self, found: Found, cursor: Mapping[str, object], page: int) -> tuple[int, list[int]]:
        """Return where a page starts, and its sets.

        Args:
            cursor: where the last page ended; empty for none.
            page: which page, from 1, if there is no cursor.

        Raises:
            CursorError: the cursor cannot be used.
        """
        if cursor:
            id_of = self._beatmaps.id_of
            start = start_after(cursor, found.order, found.sets, found.values, id_of)
        else:
            start = (page - 1) * PAGE
            if start >= MOST:
                return start, []
        return start, list(found.sets[start : start + PAGE])

    def cursor(self, found: Found, start: int, sets: list[int]) -> dict[str, object] | None:
        """Return the cursor after a page, None after the last one."""
        if not sets or start + len(sets) >= len(found.sets):
            return None
        last = sets[-1]
        cursor: dict[str, object] = {
            name: number(value) if isinstance(value, float) else value
            for name, value in zip(found.order.names, found.values(last), strict=True)
        }
        return cursor | {"id": self._beatmaps.id_of(last)}

    def recommended(self, viewer: int, mode: int | None) -> float:
        """Return the recommended star rating of a player in a ruleset."""
        number = self._beatmaps.accounts.main[viewer] if mode is None else mode
        standings = self._all_statistics.standings(RULESETS[number].name)
        position = standings.position[viewer]
        pp = 0.0 if position == UNRANKED else standings.pp[position]
        return float(pp**0.4 * 0.195) or 1.0

    # --- finding --------------------------------------------------------------------------------

    def _find(self, filters: Filters, viewer: int | None) -> Found:
        tables, query = self._tables(), parse(filters.query, self._current_time)
        default = "relevance" if query.seeks_text else "ranked"
        if filters.status in _BY_UPDATE and not query.seeks_text:
            default = "updated"
        order = order_of(filters.sort, default, queued=filters.status == "qualified")
        sets = [index for index in self._of_status(filters, viewer) if index < self._newest]
        sets = self._by_columns(sets, filters, query)
        sets = self._by_texts(sets, query)
        sets = self._by_people(sets, filters, viewer)
        scores: dict[int, float] = {}
        if query.text:
            scores = tables.texts.scores(query.text, query.words, sets)
            sets = [index for index in sets if index in scores]
        fits = self._fits(filters, query, viewer, order)
        if fits is not None:
            sets = [index for index in sets if index in fits.easiest]
        values = tables.keys.of(order, scores, fits)
        if order.descending:
            sets.reverse()
        ordered = array("H", sorted(sets, key=values, reverse=order.descending))
        return Found(order, ordered, values)

    def _of_status(self, filters: Filters, viewer: int | None) -> Iterable[int]:
        """Return the sets of the status that was asked for, in the order of their numbers."""
        status = self._beatmaps.status
        if filters.status == "favourites":
            return sorted(self._favourites.of(viewer)) if viewer is not None else ()
        if filters.status == "mine":
            return self._beatmaps.of_mapper(viewer) if viewer is not None else ()
        wanted = STATUSES.get(filters.status, _WITH_BOARDS)
        if wanted is None:
            return range(COUNT)
        return (index for index in range(COUNT) if status[index] in wanted)

    def _by_columns(self, sets: list[int], filters: Filters, query: Query) -> list[int]:
        """Filter sets by their own values."""
        table, songs = self._tables().sets, self._tables().songs
        rows, flags = songs.rows, table.flags
        bits = sum(bit for name, bit in _GENERAL.items() if name in filters.general)
        bits |= sum(bit for name, bit in _EXTRA.items() if name in filters.extra)
        hidden = 0 if filters.nsfw else NSFW
        if bits or hidden:
            mask = bits | hidden
            sets = [index for index in sets if flags[index] & mask == bits]
        if filters.mode is not None:
            modes = 1 << filters.mode | ("converts" in filters.general)
            sets = [index for index in sets if table.modes[index] & modes]
        for wanted, column in ((filters.genre, songs.genre), (filters.language, songs.language)):
            if wanted is not None:
                sets = [index for index in sets if column[rows[index]] == wanted]
        for name in _SET_RANGES:
            if name in query.ranges:
                low, high = query.ranges[name]
                values = getattr(table, name)
                sets = [index for index in sets if low <= values[index] < high]
        for name in ("length", "bpm"):
            if name in query.ranges:
                low, high = query.ranges[name]
                values = getattr(songs, name)
                sets = [index for index in sets if low <= values[rows[index]] < high]
        return self._by_status_operators(sets, query)

    def _by_status_operators(self, sets: list[int], query: Query) -> list[int]:
        status = self._beatmaps.status
        if "status" in query.ranges:
            low, high = query.ranges["status"]
            sets = [index for index in sets if low <= status[index] < high]
        if "ranked" in query.ranges:
            sets = [index for index in sets if status[index] in _WITH_BOARDS]
        return sets

    def _by_texts(self, sets: list[int], query: Query) -> list[int]:
        """Filter sets by text operators."""
        texts, beatmaps = self._tables().texts, self._beatmaps
        for name in ("artist", "title", "source"):
            if name in query.texts:
                fits = texts.of_song(name, query.texts[name])
                sets = [index for index in sets if fits(index)]
        if query.featured_artist is not None:
            sets = [
                index for index in sets if beatmaps.featured_artist(index) == query.featured_artist
            ]
        if "creator" in query.texts:
            name, mapper = query.names["creator"], beatmaps.mapper
            account = beatmaps.accounts.by_name(name)
            if account is None and name.isascii() and name.isdigit():
                account = beatmaps.accounts.by_id(int(name))
            if account is not None:
                owned = self._difficulties.owned(account)
                return [index for index in sets if index in owned]
            creators = texts.creators(query.texts["creator"])
            sets = [index for index in sets if mapper[index] in creators]
        return sets

    def _by_people(self, sets: list[int], filters: Filters, viewer: int | None) -> list[int]:
        """Filter sets by the viewer's plays and follows."""
        if filters.grades or filters.played in ("played", "unplayed"):
            if viewer is None or not self._beatmaps.accounts.has_supporter(viewer):
                return []
            sets = self._by_plays(sets, filters, viewer)
        if viewer is not None and "follows" in filters.general:
            followed = self._user_beatmaps.followed(viewer)
            sets = [index for index in sets if self._beatmaps.mapper[index] in followed]
        return sets

    def _by_plays(self, sets: list[int], filters: Filters, viewer: int) -> list[int]:
        played = self._play_counts
        if filters.played:
            known, wanted = played.numbers(viewer), filters.played == "played"
            sets = [index for index in sets if (index in known) == wanted]
        if filters.grades:
            graded = played.graded(viewer, filters.grades)
            sets = [index for index in sets if index in graded]
        return sets

    def _fits(
        self, filters: Filters, query: Query, viewer: int | None, order: Order
    ) -> DifficultyMatches | None:
        """Return the sets with fitting difficulties; None if nothing was asked of these."""
        stars = None
        if viewer is not None and "recommended" in filters.general:
            best = self.recommended(viewer, filters.mode)
            stars = Range(best - 0.5, best + 0.5)
        wanted = DifficultyFilter(filters.mode, "converts" in filters.general, stars)
        if order.field != "difficulty" and not self._difficulties.concerns(query, wanted):
            return None
        return self._difficulties.find(query, wanted)

    def _tables(self) -> _Tables:
        if self._today is not None:
            return self._today._tables()
        with self._lock:
            if self._made is None:
                sets = SetTable(self._beatmaps)
                songs = SongTable(self._beatmaps, sets.song)
                texts = TextSearch(self._beatmaps, songs)
                self._made = _Tables(sets, songs, texts, SortKeys(self._beatmaps, songs, sets))
            return self._made


def _plain(value: Value) -> Value:
    """Return a value as the API writes it: whole numbers without a fraction."""
    return value if isinstance(value, str) else number(value)
