"""Pages of rankings: which entries had which rank on which day, and the figure of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.api.entities.rankings import (
    CountryRankings,
    KudosuRanking,
    Rankings,
    TeamRankings,
)
from osubrowser.services.history.days import DAY, day_of
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.snapshots import MERGED_WITHIN
from osubrowser.services.history.subjects import RULESETS, Subject, SubjectKind
from osubrowser.services.history.varints import Reader, put, put_signed

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.places.places import RankingsPlace

PAGE_SIZE: Final = 50
"""Entries on one page of every ranking."""
LAST_PAGE: Final = 200
FULL_EVERY: Final = 16
"""Days after which a page is stored in full again, and later ones by difference from it."""

_PATH: Final = "/api/v2/rankings/"
_FILTERS: Final = frozenset({"country", "variant", "filter"})
_POSITIONS: Final = frozenset({"cursor[page]", "page"})
_SCALES: Final = {"performance": 1_000, "country": 1_000, "team": 1_000}
_MOST_ENTRIES: Final = 100
_AT_ONCE: Final = 25
"""Pages that are read before others may use the file: a few milliseconds."""
_LARGEST: Final = (1 << 63) - 1


class Entry(NamedTuple):
    """Entry of a ranking.

    Attributes:
        id: of the player or team; of a country its code as a number, see `country_id`; 0 for a
            deleted player.
        units: the figure that the ranking is sorted by, as a whole number; None if it is not known.
    """

    id: int
    units: int | None


@dataclass(frozen=True, slots=True)
class RankingPage:
    """Page of a ranking at one time.

    Attributes:
        number: of the page, from 1.
        at: when it was seen (Unix time in seconds).
        entries: in their order.
    """

    number: int
    at: int
    entries: tuple[Entry, ...]

    @property
    def first_rank(self) -> int:
        """Rank of the first entry."""
        return (self.number - 1) * PAGE_SIZE + 1


def ranking_of(place: RankingsPlace) -> str:
    """Return the key of a ranking: its address without origin, page and comparison.

    A spotlight has one too, but leaves no pages.
    """
    from osubrowser.services.places.urls import address

    return address(replace(place, page=1, compare=None), "").removeprefix("/")


def scale_of(type_: str) -> int:
    """Return by what the figure of a type of ranking is multiplied as a whole number."""
    return _SCALES.get(type_, 1)


def country_id(code: str) -> int:
    """Return the code of a country as a number; 0 for one that is no short ASCII text."""
    return int.from_bytes(code.encode()) if code.isascii() and len(code) <= 4 else 0


def country_code(number: int) -> str:
    """Return the code of a country from its number; "" for 0."""
    return number.to_bytes(4).lstrip(b"\0").decode("ascii", "replace")


# --- writing ------------------------------------------------------------------------------------


class RankingPages:
    """Topic of rankings: each page that was seen, once a day, and again when it has changed."""

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write the page that a response shows."""
        place = _place_of(observation)
        if place is None:
            return
        rows: Sequence[object] = getattr(observation.entity, "ranking", ())
        entries = tuple(entry_of(place.type, row) for row in rows)
        if entries and len(entries) <= _MOST_ENTRIES:
            page = RankingPage(place.page, observation.at, entries)
            yield from _add(connection, place, page)


def _place_of(observation: Observation) -> RankingsPlace | None:
    """Return the ranking and page that were requested; None for anything else."""
    if not observation.path.startswith(_PATH):
        return None
    from osubrowser.services.places.places import RankingsPlace

    kinds = (Rankings, CountryRankings, TeamRankings, KudosuRanking)
    if not isinstance(observation.entity, kinds):
        return None
    params = {name: value for name, value in observation.params.items() if value}
    if params.keys() - _FILTERS - _POSITIONS or any(isinstance(v, list) for v in params.values()):
        return None  # a spotlight, or something that this program does not ask for
    steps = observation.path.removeprefix(_PATH).split("/")
    page = params.get("cursor[page]", params.get("page", "1"))
    filters: Mapping[str, Any] = {name: params[name] for name in _FILTERS & params.keys()}
    try:
        number = int(str(page))
        if steps == ["kudosu"]:
            place = RankingsPlace(type="kudosu", page=number)
        elif len(steps) == 2:
            place = RankingsPlace(steps[0], steps[1], page=number, **filters)
        else:
            return None
    except ValueError:
        return None
    is_as_asked = all(getattr(place, name) == value for name, value in filters.items())
    return place if is_as_asked and place.page == number and place.type != "charts" else None


def entry_of(type_: str, item: Any) -> Entry:  # noqa: ANN401 - an entry of any ranking
    """Return the stored form of an entry of a ranking.

    Args:
        type_: type of the ranking, as of its place.
        item: the entry: statistics of a player, country or team, or a player with kudosu.
    """
    scale = scale_of(type_)
    match type_:
        case "country":
            return Entry(country_id(item.code), _units(item.performance, scale))
        case "team":
            return Entry(max(0, item.team_id), _units(item.performance, scale))
        case "kudosu":
            total = item.kudosu.total if item.kudosu is not None else None
            return Entry(max(0, item.id or 0), _units(total, scale))
        case _:
            player = item.user.id if item.user is not None else None
            value = item.ranked_score if type_ == "score" else item.pp
            return Entry(max(0, player or 0), _units(value, scale))


def _units(value: float | None, scale: int) -> int | None:
    return None if value is None else round(min(_LARGEST, max(0, value * scale)))


def _add(
    connection: sqlite3.Connection, place: RankingsPlace, page: RankingPage
) -> Iterator[Difference]:
    """Store a page unless it is known of this day; yield what is different on it since before."""
    ranking = ranking_of(place)
    before = _newest(connection, ranking, page.number, page.at + 1)
    if before is not None and day_of(before.at) == day_of(page.at):
        if before.entries == page.entries or before.at == page.at:
            return  # of two answers in one second the first stays: others may be stored by it
        if 0 < page.at - before.at < MERGED_WITHIN and before.base is not None:
            # No other row is stored by its difference from this one.
            connection.execute(
                "DELETE FROM ranking_pages WHERE ranking = ? AND page = ? AND at = ?",
                (ranking, page.number, before.at),
            )
    insert_page(connection, ranking, page)
    if before is not None and before.entries != page.entries:
        is_newest = _newest(connection, ranking, page.number, None)
        if is_newest is not None and is_newest.at == page.at:
            yield _difference(ranking, place, before.as_page(page.number), page)


def insert_page(connection: sqlite3.Connection, ranking: str, page: RankingPage) -> None:
    """Store a page, in full or by its difference from one before it.

    Args:
        connection: of the database, in a transaction.
        ranking: key of the ranking, see `ranking_of`.
        page: the page; one of the same number and time is replaced.
    """
    found = connection.execute(
        "SELECT at, rows FROM ranking_pages WHERE ranking = ? AND page = ? AND base IS NULL"
        " AND at < ? ORDER BY at DESC LIMIT 1",
        (ranking, page.number, page.at),
    ).fetchone()
    base, whole = None, encode(page.entries, None)
    row = whole
    if found is not None and page.at - found[0] < FULL_EVERY * DAY:
        try:
            row = encode(page.entries, decode(found[1], None))
            base = found[0]
        except ValueError:
            row = whole
    if base is not None and len(row) * 10 > len(whole) * 7:
        base, row = None, whole
    connection.execute(
        "INSERT OR REPLACE INTO ranking_pages VALUES (?, ?, ?, ?, ?)",
        (ranking, page.number, page.at, base, row),
    )


def _difference(
    ranking: str, place: RankingsPlace, before: RankingPage, after: RankingPage
) -> Difference:
    """Return what is different on a page; data are `ranking`, `page`, `since`, and lists of ids.

    `entered` has `[id, rank]` of those that were not on the page, `left` `[id, former rank]`, and
    `moved` `[id, former rank, rank]`.
    """
    first = after.first_rank
    was = {one.id: first + n for n, one in enumerate(before.entries) if one.id}
    now = {one.id: first + n for n, one in enumerate(after.entries) if one.id}
    data = {
        "ranking": ranking,
        "page": after.number,
        "since": before.at,
        "entered": [[key, rank] for key, rank in now.items() if key not in was],
        "left": [[key, rank] for key, rank in was.items() if key not in now],
        "moved": [[key, was[key], rank] for key, rank in now.items() if was.get(key, rank) != rank],
    }
    subject = Subject(SubjectKind.RANKING, 0, RULESETS.index(place.mode))
    return Difference(subject, "ranking", after.at, data)


# --- reading ------------------------------------------------------------------------------------


class _Stored(NamedTuple):
    at: int
    base: int | None
    entries: tuple[Entry, ...]

    def as_page(self, number: int) -> RankingPage:
        return RankingPage(number, self.at, self.entries)


def days_of(
    store: HistoryStore, ranking: str, pages: Iterable[int] | None = None
) -> dict[int, tuple[int, ...]]:
    """Return the pages of a ranking that are known, by UTC day, oldest first.

    Args:
        store: the history.
        ranking: key of the ranking, see `ranking_of`.
        pages: numbers of the pages to look for; None for all, which takes a while.

    Raises:
        OSError: the file cannot be read.
    """
    found: dict[int, list[int]] = {}
    with store.read() as connection:
        for number in _numbers(connection, ranking) if pages is None else sorted(set(pages)):
            for (day,) in connection.execute(
                "SELECT DISTINCT at / ? FROM ranking_pages WHERE ranking = ? AND page = ?",
                (DAY, ranking, number),
            ):
                found.setdefault(day, []).append(number)
    return {day: tuple(found[day]) for day in sorted(found)}


def _numbers(connection: sqlite3.Connection, ranking: str) -> list[int]:
    """Return the numbers of all pages of a ranking that are known, in their order."""
    found = list[int]()
    while True:  # from page to page: there may be a thousand rows of each
        (number,) = connection.execute(
            "SELECT min(page) FROM ranking_pages WHERE ranking = ? AND page > ?",
            (ranking, found[-1] if found else 0),
        ).fetchone()
        if number is None:
            return found
        found.append(number)


def pages_of(
    store: HistoryStore,
    ranking: str,
    pages: Iterable[int] | None = None,
    *,
    day: int | None = None,
    before: int | None = None,
) -> dict[int, RankingPage]:
    """Return the newest snapshots of pages, by their numbers; rows that cannot be read are missing.

    Args:
        store: the history.
        ranking: key of the ranking, see `ranking_of`.
        pages: numbers of the pages; None for all.
        day: only snapshots of this UTC day.
        before: only snapshots before this Unix time.

    Raises:
        OSError: the file cannot be read.
    """
    found: dict[int, RankingPage] = {}
    since, until = 0, before
    if day is not None:
        since, until = day * DAY, min((day + 1) * DAY, before or 1 << 62)
    if pages is None:
        with store.read() as connection:
            pages = _numbers(connection, ranking)
    numbers = tuple(pages)
    for start in range(0, len(numbers), _AT_ONCE):
        with store.read() as connection:
            for number in numbers[start : start + _AT_ONCE]:
                stored = _newest(connection, ranking, number, until, since)
                if stored is not None:
                    found[number] = stored.as_page(number)
    return found


def _newest(
    connection: sqlite3.Connection, ranking: str, page: int, until: int | None, since: int = 0
) -> _Stored | None:
    """Return the newest row of a page before a time that can be read."""
    rows = connection.execute(
        "SELECT one.at, one.base, one.rows, full.base, full.rows FROM ranking_pages AS one"
        " LEFT JOIN ranking_pages AS full ON full.ranking = one.ranking"
        " AND full.page = one.page AND full.at = one.base"
        " WHERE one.ranking = ? AND one.page = ? AND one.at < ? AND one.at >= ?"
        " ORDER BY one.at DESC",
        (ranking, page, 1 << 62 if until is None else until, since),
    )
    for at, base, row, base_of_base, full in rows:
        before = None
        if base is not None and base >= at:
            continue  # damaged: no row needs a later one
        try:
            if base_of_base is not None:
                # Two histories were merged that both had the page of this second.
                known = _newest(connection, ranking, page, base + 1, base)
                before = None if known is None else known.entries
            elif base is not None:
                before = decode(full or b"", None)
            if base is None or before is not None:
                return _Stored(at, base, decode(row, before))
        except ValueError:
            continue
    return None


# --- encoding -----------------------------------------------------------------------------------


def encode(entries: Sequence[Entry], before: Sequence[Entry] | None) -> bytes:
    """Encode the entries of a page, in full or by their difference from another one.

    Args:
        entries: of the page.
        before: those of a page that is stored in full; None to need none.
    """
    out = bytearray()
    put(out, len(entries))
    if before is None:
        last = 0
        for key, units in entries:
            put(out, key)
            last = _put_units(out, units, last)
        return bytes(out)
    places = {one.id: n for n, one in enumerate(before)}
    same_places = same_units = 0
    for n, (key, units) in enumerate(entries):
        if n < len(before) and before[n].id == key:
            same_places |= 1 << n
        place = n if same_places >> n & 1 else places.get(key)
        if place is not None and before[place].units == units:
            same_units |= 1 << n
    put(out, same_places)
    put(out, same_units)
    for n, (key, units) in enumerate(entries):
        place = n if same_places >> n & 1 else places.get(key)
        if not same_places >> n & 1:
            put(out, 0 if place is None else place + 1)
            if place is None:
                put(out, key)
        if not same_units >> n & 1:
            known = None if place is None else before[place].units
            _put_units(out, units, known or 0)
    return bytes(out)


def decode(row: bytes, before: Sequence[Entry] | None) -> tuple[Entry, ...]:
    """Decode a row of `encode`, with the entries that it was encoded with.

    Raises:
        ValueError: the row is cut off, or does not fit `before`.
    """
    reader = Reader(row)
    count = reader.take()
    if count > _MOST_ENTRIES:
        raise ValueError("too many entries")
    entries: list[Entry] = []
    if before is None:
        last = 0
        for _ in range(count):
            key = reader.take()
            units = _take_units(reader, last)
            last = last if units is None else units
            entries.append(Entry(key, units))
        return tuple(entries)
    same_places, same_units = reader.take(_MOST_ENTRIES), reader.take(_MOST_ENTRIES)
    for n in range(count):
        place: int | None = n
        if not same_places >> n & 1:
            place = reader.take() - 1
            place = None if place < 0 else place
        if place is not None and place >= len(before):
            raise ValueError("a row does not fit the one before it")
        key = reader.take() if place is None else before[place].id
        if same_units >> n & 1:
            if place is None:
                raise ValueError("a row does not fit the one before it")
            units = before[place].units
        else:
            known = None if place is None else before[place].units
            units = _take_units(reader, known or 0)
        entries.append(Entry(key, units))
    return tuple(entries)


def _put_units(out: bytearray, units: int | None, last: int) -> int:
    """Append a figure by its difference from another one, 1 for none; return the figure."""
    if units is None:
        put(out, 1)
        return last
    change = units - last
    put_signed(out, change if change >= 0 else change - 1)  # -1, encoded as 1, is free
    return units


def _take_units(reader: Reader, last: int) -> int | None:
    change = reader.take_signed()
    if change == -1:
        return None
    return last + (change if change >= 0 else change + 1)
