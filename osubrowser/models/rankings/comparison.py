"""Comparison of a ranking with an earlier day: former ranks, movers, new ones, and who left."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.rankings.figures import flag_column
from osubrowser.models.rankings.rankings import country_name, team_name
from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.text.dates import day as day_text
from osubrowser.models.text.dates import local_minute
from osubrowser.services.history.days import date_of, day_of, time_of
from osubrowser.services.history.names import names_of
from osubrowser.services.history.ranking_pages import (
    PAGE_SIZE,
    RankingPage,
    country_code,
    days_of,
    entry_of,
    pages_of,
    ranking_of,
    scale_of,
)
from osubrowser.services.history.subjects import SubjectKind, player
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain, tooltip
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.table.column import Record
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.places.places import RankingsPlace

USUAL_DAYS: Final = 7
"""Days between a ranking and the one that it is compared with, where nothing else is chosen."""
MOST_RANGES: Final = 3
"""Ranges of known ranks that a sentence lists."""
RANGES: Final = "{first}-{last}"
WAS: Final = "was"
"""Key of the first of the three columns of a comparison."""
_UP: Final = tr("up {value}")
_DOWN: Final = tr("down {value}")
_TITLES: Final = {"country": tr("Country"), "team": tr("Team")}
_VALUES: Final = {"score": tr("Ranked score"), "kudosu": tr("Kudosu earned")}


@dataclass(frozen=True, slots=True)
class Former:
    """Former place of an entry.

    Attributes:
        rank: its rank.
        units: its figure, as `Entry.units`.
        at: when that was seen (Unix time in seconds).
    """

    rank: int
    units: int | None
    at: int


class Earlier:
    """What is known of a ranking on an earlier day.

    Args:
        place: the ranking, with the day in `compare`.
        pages: the pages that are known of that day.
        days: days before today of which a wanted page is known, with all known ones of them.
    """

    def __init__(
        self,
        place: RankingsPlace,
        pages: Mapping[int, RankingPage],
        days: Mapping[int, Sequence[int]],
    ) -> None:
        self.type = place.type
        self.pages = pages
        self.days = days
        self.day = day_number(place.compare)
        self._former: dict[int, Former] = {}
        for page in pages.values():
            for rank, entry in enumerate(page.entries, page.first_rank):
                if entry.id:
                    self._former.setdefault(entry.id, Former(rank, entry.units, page.at))

    def ranks(self, most: int = MOST_RANGES) -> str:
        """Return the known ranks as text, see `known_ranks`."""
        last = max(self.pages, default=0)
        end = self.pages[last].first_rank + len(self.pages[last].entries) - 1 if last else 0
        return known_ranks(self.pages, most, end)

    def former(self, item: Any) -> Former | None:  # noqa: ANN401 - an entry of any ranking
        """Return the former place of an entry; None if it is not among the known ranks."""
        return self._former.get(entry_of(self.type, item).id)

    def former_of(self, key: int) -> Former | None:
        """Return the former place of an entry by its id, as `former`."""
        return self._former.get(key)

    @cached_property
    def new_words(self) -> str:
        """Tooltip of an entry that was not among the known ranks, though its page is known."""
        return self._ranks_words(tr("Not among the ranks known on {day}: {ranks}"))

    @cached_property
    def unknown_words(self) -> str:
        """Tooltip of an entry whose former rank is not known."""
        return self._ranks_words(tr("Not known: of {day} only these ranks are known: {ranks}"))

    def _ranks_words(self, sentence: str) -> str:
        day = day_text(date_of(self.day))
        return tooltip(sentence.format(day=day, ranks=self.ranks() or NOTHING))

    def former_entries(self, pages: Iterable[int]) -> Iterable[tuple[int, Former]]:
        """Yield ids and former places of the entries of pages, where they are known."""
        for number in sorted(set(pages) & self.pages.keys()):
            page = self.pages[number]
            for rank, entry in enumerate(page.entries, page.first_rank):
                if entry.id:
                    yield entry.id, Former(rank, entry.units, page.at)


@dataclass(slots=True)
class Compared:
    """What the columns of a comparison show; without `earlier` they are empty.

    Attributes:
        type: type of the ranking.
        earlier: what is known of the earlier day, once that is read.
    """

    type: str
    earlier: Earlier | None = field(default=None)


def page_number(rank: int) -> int:
    """Return the number of the page that a rank is on."""
    return (rank - 1) // PAGE_SIZE + 1


def day_number(text: str | None) -> int:
    """Return the UTC day of a date such as `2026-11-12`; 0 for None."""
    from datetime import date

    return 0 if text is None else (date.fromisoformat(text) - date_of(0)).days


def day_name(day: int) -> str:
    """Return a UTC day in the form of addresses: `2026-11-12`."""
    return date_of(day).isoformat()


def load_earlier(
    store: HistoryStore, place: RankingsPlace, pages: Iterable[int], now: float | None = None
) -> Earlier:
    """Read what is known of the day that a ranking is compared with.

    Args:
        store: the history.
        place: the ranking; without a day, only the known days are read.
        pages: numbers of the pages that are shown.
        now: the present Unix time; None for the clock's.

    Raises:
        OSError: the file cannot be read.
    """
    ranking = ranking_of(place)
    today = day_of(time.time() if now is None else now)
    days = {day: of for day, of in days_of(store, ranking, pages).items() if day < today}
    known = pages_of(store, ranking, day=day_number(place.compare)) if place.compare else {}
    return Earlier(place, known, days)


def usual_day(days: Iterable[int], now: float | None = None) -> int | None:
    """Return the known day that is nearest to a week ago, or None without any."""
    wanted = day_of(time.time() if now is None else now) - USUAL_DAYS
    return min(days, key=lambda day: (abs(day - wanted), day), default=None)


def known_ranks(pages: Iterable[int], most: int = MOST_RANGES, last_rank: int = 0) -> str:
    """Return the ranks of pages as text: `1-150, 301-350`; further ranges are an ellipsis.

    Args:
        pages: their numbers.
        most: number of ranges.
        last_rank: last rank of the ranking; 0 if it is not known.
    """
    end = last_rank or 1 << 31
    ranges: list[tuple[int, int]] = []
    for number in sorted(set(pages)):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    shown = [
        RANGES.format(
            first=whole((first - 1) * PAGE_SIZE + 1), last=whole(min(end, last * PAGE_SIZE))
        )
        for first, last in ranges[:most]
    ]
    return ", ".join(shown + ["…"] * (len(ranges) > most))


# --- columns of a ranking -----------------------------------------------------------------------


def comparison_columns(compared: Compared) -> tuple[Column[Any], ...]:
    """Return the columns *Was*, *Change* and the change of the figure.

    `make_rows` leaves their cells empty; `compared_rows` fills them in.
    """
    heading, description = _gain_heading(compared.type)

    def former(item: Any) -> Former | None:  # noqa: ANN401 - any entry
        return None if compared.earlier is None else compared.earlier.former(item)

    def was(item: Any, _rank: int) -> int | None:  # noqa: ANN401 - any entry
        known = former(item)
        return None if known is None else known.rank

    def change(item: Any, rank: int) -> int | None:  # noqa: ANN401 - any entry
        known = former(item)
        return None if known is None else known.rank - rank

    def gain(item: Any, _rank: int) -> int | None:  # noqa: ANN401 - any entry
        known = former(item)
        return None if known is None else _gain(known, entry_of(compared.type, item).units)

    return (
        Column(
            WAS,
            tr("Was", "former rank"),
            66,
            CellKind.NUMBER,
            text=_empty,
            sort=was,
            description=tr("Rank on the day that is compared with"),
        ),
        Column(
            "since",
            tr("Change", "of a rank"),
            66,
            CellKind.CHANGE,
            text=_empty,
            sort=change,
            description=tr("Change of rank since the day that is compared with"),
        ),
        Column(
            "gain", heading, 96, CellKind.NUMBER, text=_empty, sort=gain, description=description
        ),
    )


def compared_rows(
    columns: Sequence[Column[Any]], rows: Iterable[Row[Any]], earlier: Earlier
) -> list[Row[Any]]:
    """Return rows of a ranking with the cells of `comparison_columns`. Runs on a worker.

    Args:
        columns: of the rows.
        rows: the rows.
        earlier: what is known of the earlier day.
    """
    at = next((n for n, column in enumerate(columns) if column.key == WAS), None)
    if at is None:
        return list(rows)
    titles = [column.title for column in columns[at : at + 3]]
    made = [_compared_row(row, at, titles, earlier) for row in rows]
    for row in made:
        row.search  # noqa: B018 - computed here, not while the rows are filtered
    return made


def is_compared(columns: Sequence[Column[Any]], row: Row[Any]) -> bool:
    """Whether the cells of `comparison_columns` of a row are filled in, or it has none."""
    at = next((n for n, column in enumerate(columns) if column.key == WAS), None)
    return at is None or bool(row.texts[at])


def _compared_row(row: Row[Any], at: int, titles: Sequence[str], earlier: Earlier) -> Row[Any]:
    entry = entry_of(earlier.type, row.item)
    known = earlier.former_of(entry.id)
    moved = 0
    if known is not None:
        moved = known.rank - row.number
        texts = (
            f"#{whole(known.rank)}",
            whole(abs(moved)) if moved else "",
            gain_text(_gain(known, entry.units), earlier.type),
        )
        words = _rank_words(known)
    elif page_number(row.number) in earlier.pages:
        texts = (tr("new", "not in a ranking before"), "", NOTHING)
        words = earlier.new_words
    else:
        texts = (NOTHING, "", NOTHING)
        words = earlier.unknown_words
    tone = (moved > 0) - (moved < 0)
    said = (_UP if tone > 0 else _DOWN).replace("{value}", texts[1]) if moved else ""
    end = at + 3
    return Row(
        row.id,
        row.item,
        row.number,
        (*row.texts[:at], *texts, *row.texts[end:]),
        row.pictures,
        (*row.tones[:at], 0, tone, 0, *row.tones[end:]),
        (*row.tooltips[:at], words, "", "", *row.tooltips[end:]),
        (
            *row.spoken[:at],
            f"{titles[0]} {texts[0]}",
            f"{titles[1]} {said}",
            f"{titles[2]} {texts[2]}",
            *row.spoken[end:],
        ),
    )


def _rank_words(former: Former) -> str:
    return tooltip(
        tr("#{rank} on {moment}").format(rank=whole(former.rank), moment=_moment(former.at))
    )


@lru_cache(maxsize=512)  # all ranks of a page were seen at once
def _moment(at: int) -> str:
    return local_minute(at)


def rows_of(snapshot: object) -> list[Row[Any]]:
    """Return the loaded rows of a saved list."""
    from osubrowser.models.table.rows_model import Snapshot

    slots = snapshot.pages.slots if isinstance(snapshot, Snapshot) else []
    return [row for row in slots if row is not None]


def converted(snapshot: object, *, had_cells: bool, has_cells: bool) -> object:
    """Return a saved list of a ranking with the columns of a comparison, or without them.

    Args:
        snapshot: of the list.
        had_cells: whether the rows have the cells of a comparison.
        has_cells: whether they are to have them; they are empty.
    """
    from osubrowser.models.table.numbered_pages import NumberedPages
    from osubrowser.models.table.rows_model import Snapshot

    if not isinstance(snapshot, Snapshot) or not isinstance(snapshot.pages, NumberedPages):
        return snapshot
    pages = snapshot.pages.mapped(lambda row: _with_cells(row, had_cells, has_cells))
    return replace(snapshot, pages=pages)


def _with_cells(row: Row[Any], had_cells: bool, has_cells: bool) -> Row[Any]:
    """Return a row with empty cells of a comparison after the rank, or without such cells."""
    texts, empty = ("", "", ""), (0, 0, 0)

    def put(cells: tuple[Any, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
        return cells[:1] + (values if has_cells else ()) + cells[4 if had_cells else 1 :]

    return Row(
        row.id,
        row.item,
        row.number,
        put(row.texts, texts),
        put(row.pictures, (None, None, None)),
        put(row.tones, empty),
        put(row.tooltips, texts),
        put(row.spoken, texts),
    )


def _empty(_item: object, _rank: int) -> str:
    return ""


def _gain(former: Former, units: int | None) -> int | None:
    """Return the change of a figure, as a whole number."""
    return None if former.units is None or units is None else units - former.units


def gain_text(units: int | None, type_: str) -> str:
    """Format the change of a figure with its sign; a dash for None."""
    if units is None:
        return NOTHING
    if type_ == "performance":
        return numerals.decimal(units / scale_of(type_), 2, sign=True)
    return numerals.signed(round(units / scale_of(type_)))


def _gain_heading(type_: str) -> tuple[str, str]:
    """Return heading and description of the column of the change of a ranking's figure."""
    match type_:
        case "score":
            return tr("Score gain"), tr("Change of the ranked score since then")
        case "kudosu":
            return tr("Kudosu gain"), tr("Change of the kudosu since then")
        case _:
            return tr("pp gain"), tr("Change of the performance points since then")


# --- lists of movers ----------------------------------------------------------------------------

RISERS: Final = "risers"
FALLERS: Final = "fallers"
NEW: Final = "new"
LEFT: Final = "left"
MOVERS: Final = (RISERS, FALLERS, NEW, LEFT)
"""Lists of a comparison."""


@dataclass(frozen=True, slots=True)
class Mover:
    """Entry that changed its rank, came, or left.

    Attributes:
        key: its id, as `Entry.id`.
        item: the entry of the ranking; None for one that left.
        rank: its rank; of one that left the newest rank known here; None if it is not known.
        former: its former place; None for a new one.
        gain: change of its figure as a whole number; None if it is not known.
        seen_at: when the rank of one that left was seen (Unix time in seconds).
        known_as: name and country code of one that left; "" where they are not known.
    """

    key: int
    item: Any
    rank: int | None
    former: Former | None
    gain: int | None = None
    seen_at: int = 0
    known_as: tuple[str, str] = ("", "")

    @property
    def change(self) -> int | None:
        """Ranks won; negative for lost ones; None if it is not known."""
        return None if self.former is None or self.rank is None else self.former.rank - self.rank


def movers_of(earlier: Earlier, rows: Sequence[Row[Any]]) -> dict[str, list[Mover]]:
    """Return the risers, fallers and new ones among rows, and who left their pages.

    Risers and fallers begin with those that moved farthest, the others are in the order of their
    ranks. Those that left have no name yet, see `with_places`.
    """
    found: dict[str, list[Mover]] = {name: [] for name in MOVERS}
    present = set()
    for row in rows:
        entry = entry_of(earlier.type, row.item)
        present.add(entry.id)
        former = earlier.former_of(entry.id)
        if former is None:
            if entry.id and page_number(row.number) in earlier.pages:
                found[NEW].append(Mover(entry.id, row.item, row.number, None))
        elif former.rank != row.number:
            kind = RISERS if former.rank > row.number else FALLERS
            gained = _gain(former, entry.units)
            found[kind].append(Mover(entry.id, row.item, row.number, former, gained))
    found[RISERS].sort(key=lambda one: (-(one.change or 0), one.rank or 0))
    found[FALLERS].sort(key=lambda one: (one.change or 0, one.rank or 0))
    pages = {page_number(row.number) for row in rows}
    found[LEFT] = [
        Mover(key, None, None, former)
        for key, former in earlier.former_entries(pages)
        if key not in present
    ]
    return found


def name_of(type_: str, one: Mover) -> tuple[str, str]:
    """Return the name of a mover, and the code of its country; "" where they are not known."""
    item = one.item
    if item is None:
        return one.known_as
    match type_:
        case "country":
            return country_name(item), item.code
        case "team":
            return team_name(item), ""
        case _:
            user = item if type_ == "kudosu" else item.user
            return ("", "") if user is None else (plain(user.username), user.country_code or "")


def with_places(store: HistoryStore, place: RankingsPlace, movers: Sequence[Mover]) -> list[Mover]:
    """Return those that left with their names, and with the newest rank that is known of each.

    That is a rank seen after the day that is compared with, in this ranking, or in the
    performance ranking the rank of the profile.

    Raises:
        OSError: the file cannot be read.
    """
    ranking = ranking_of(place)
    places: dict[int, tuple[int, int]] = {}
    for page in pages_of(store, ranking).values():
        for rank, entry in enumerate(page.entries, page.first_rank):
            if entry.id and places.get(entry.id, (0, 0))[1] < page.at:
                places[entry.id] = (rank, page.at)
    names = _names(store, place.type, [one.key for one in movers])
    found = []
    for one in movers:
        rank, at = places.get(one.key, (0, 0))
        if place.type == "performance" and place.variant is None:
            rank, at = _newer_of_profile(store, place, one.key, (rank, at))
        since = one.former.at if one.former is not None else 0
        is_known = at > since and rank > 0
        found.append(
            replace(
                one,
                known_as=names.get(one.key, ("", "")),
                rank=rank if is_known else None,
                seen_at=at if is_known else 0,
            )
        )
    return found


def _names(store: HistoryStore, type_: str, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return name and country by id, of those that are known."""
    if type_ == "country":
        codes = {key: country_code(key) for key in keys}
        return {key: (country_of_code(code), code) for key, code in codes.items()}
    is_team = type_ == "team"
    known = names_of(store, SubjectKind.TEAM if is_team else SubjectKind.PLAYER, keys)
    return {key: (one.name, "" if is_team else one.detail) for key, one in known.items()}


def _newer_of_profile(
    store: HistoryStore, place: RankingsPlace, key: int, known: tuple[int, int]
) -> tuple[int, int]:
    """Return the newest rank of a player and when it was seen; `known` if that is newer."""
    snapshot = store.latest(player(key, place.mode))
    name = "country_rank" if place.country else "global_rank"
    rank = None if snapshot is None else snapshot.figures.get(name)
    if snapshot is None or rank is None or snapshot.at <= known[1]:
        return known
    return int(rank), snapshot.at


def mover_columns(
    place: RankingsPlace, which: str, flag: Callable[[str], str | None]
) -> tuple[Column[Mover], ...]:
    """Return the columns of a list of movers.

    Args:
        place: the ranking.
        which: one of `MOVERS`.
        flag: returns the URL of the flag of a country code; called on workers.
    """
    heading, description = _gain_heading(place.type)
    type_ = place.type
    rank: Column[Mover] = Column(
        "rank",
        tr("Now", "present rank") if which == LEFT else tr("Rank"),
        72,
        CellKind.NUMBER,
        text=lambda one, _: NOTHING if one.rank is None else f"#{whole(one.rank)}",
        sort=lambda one, _: one.rank,
        tooltip=_seen_words,
        strong=True,
        description=tr("Newest rank that is known here") if which == LEFT else "",
    )
    was: Column[Mover] = Column(
        WAS,
        tr("Was", "former rank"),
        72,
        CellKind.NUMBER,
        text=lambda one, _: NOTHING if one.former is None else f"#{whole(one.former.rank)}",
        sort=lambda one, _: None if one.former is None else one.former.rank,
        tooltip=lambda one: "" if one.former is None else local_minute(one.former.at),
        description=tr("Rank on the day that is compared with"),
    )
    change: Column[Mover] = Column(
        "since",
        tr("Change", "of a rank"),
        78,
        CellKind.CHANGE,
        text=lambda one, _: whole(abs(one.change)) if one.change else "",
        sort=lambda one, _: one.change,
        tone=lambda one: ((one.change or 0) > 0) - ((one.change or 0) < 0),
        description=tr("Change of rank since the day that is compared with"),
    )
    gain: Column[Mover] = Column(
        "gain",
        heading,
        110,
        CellKind.NUMBER,
        text=lambda one, _: gain_text(one.gain, type_),
        sort=lambda one, _: one.gain,
        description=description,
    )
    value: Column[Mover] = Column(
        "value",
        _VALUES.get(type_, tr("pp")),
        130,
        CellKind.NUMBER,
        text=lambda one, _: _value_text(one, type_),
        sort=lambda one, _: _value(one, type_),
        description=tr("The figure that the ranking is sorted by; of those that left as it was"),
    )
    flags = () if type_ == "team" else (_flag_column(type_, flag),)
    name: Column[Mover] = Column(
        "name",
        _TITLES.get(type_, tr("Player")),
        200,
        CellKind.TEXT if type_ in ("country", "team") else CellKind.PLAYER,
        text=lambda one, _: name_of(type_, one)[0] or _unnamed(type_, one.key),
        sort=lambda one, _: name_of(type_, one)[0].casefold() or None,
        picture=None if type_ in ("country", "team") else _avatar,
        tooltip=lambda one: plain(name_of(type_, one)[0]),
        strong=True,
    )
    match which:
        case "new":
            return (rank, *flags, name, value)
        case "left":
            return (was, rank, *flags, name, value)
        case _:
            return (rank, was, change, *flags, name, value, gain)


def mover_rows(columns: Sequence[Column[Mover]], movers: Sequence[Mover]) -> list[Row[Mover]]:
    """Format the rows of movers. Runs on a worker."""
    return make_rows(columns, movers, identity=_key)


def mover_record(type_: str, one: Mover) -> Record:
    """Return the export record of a mover."""
    former, scale = one.former, scale_of(type_)
    name, country = name_of(type_, one)
    return {
        "id": country_code(one.key) if type_ == "country" else one.key,
        "name": name,
        "country_code": country,
        "rank": one.rank,
        "former_rank": None if former is None else former.rank,
        "former_at": None if former is None else time_of(former.at).isoformat(),
        "change": one.change,
        "gain": None if one.gain is None else one.gain / scale,
    }


def _key(one: Mover) -> int:
    return one.key


def _flag_column(type_: str, flag: Callable[[str], str | None]) -> Column[Mover]:
    def code(one: Mover) -> str:
        return name_of(type_, one)[1]

    return flag_column(flag, code, lambda one: country_of_code(code(one)))


def country_of_code(code: str) -> str:
    """Return the English name of a country; "" for no code."""
    from osubrowser.services.places.ranking_query import country_name as named

    return named(code) if code else ""


def _avatar(one: Mover) -> str | None:
    user = getattr(one.item, "user", one.item)
    return None if user is None else user.avatar_url


def _unnamed(type_: str, key: int) -> str:
    if type_ == "team":
        return tr("Team {id}").format(id=key)
    return tr("Player {id}").format(id=key)


def _seen_words(one: Mover) -> str:
    if not one.seen_at:
        return "" if one.rank is not None else tr("Not seen here since")
    return tr("Seen {moment}").format(moment=local_minute(one.seen_at))


def _value(one: Mover, type_: str) -> int | None:
    if one.item is not None:
        return entry_of(type_, one.item).units
    return None if one.former is None else one.former.units


def _value_text(one: Mover, type_: str) -> str:
    units = _value(one, type_)
    if units is None:
        return NOTHING
    if type_ == "performance":
        return numerals.decimal(units / scale_of(type_), 2)
    return whole(round(units / scale_of(type_)))
