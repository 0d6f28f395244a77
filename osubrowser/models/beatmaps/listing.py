"""Loads of the beatmap listing: pages by cursor, several searches merged, places to go on from."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchResult
from osubrowser.api.errors import InvalidRequest, ServerTrouble
from osubrowser.models.beatmaps.difficulty_match import DifficultyFilter
from osubrowser.models.beatmaps.listing_columns import difficulty_identity, set_identity
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.beatmaps.listing_query import ListingQuery
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Column
    from osubrowser.models.table.sources import CursorSource

PAGE_SIZE: Final = 50
"""Sets on a page."""
MOST_COUNTED: Final = 10_000
"""Results at which the server may stop to count."""
_MOST_EMPTY: Final = 5
"""Pages without a row that one load passes over."""
_LONGEST_TOKEN: Final = 2_400

_OVER: Final = "="
"""Stands for the cursor of a search that has ended."""


@dataclass(frozen=True, slots=True)
class _Head:
    """Position in one of the merged searches.

    Attributes:
        cursor: of the page with the next set; "" for the first page, `_OVER` after the last one.
        skip: sets of this page that were shown already.
        waiting: the sets of this page that were not, if it is loaded; else None.
        after: cursor of the page after it, if it is loaded.
        total: number of results.
    """

    cursor: str = ""
    skip: int = 0
    waiting: tuple[Beatmapset, ...] | None = field(default=None, compare=False)
    after: str = field(default="", compare=False)
    total: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ListingCursor:
    """Position in the listing, from which a page is loaded.

    Attributes:
        first: 1-based number of the first row after it.
        heads: positions in the searches, in their order.
        is_given: whether it comes from an address, and may not fit any more.
    """

    first: int = 1
    heads: tuple[_Head, ...] = ()
    is_given: bool = field(default=False, compare=False)

    @property
    def token(self) -> str | None:
        """The position as text, for `BeatmapsPlace.cursor`; None at the top, or if too long."""
        if self.first <= 1:
            return None
        parts = (f"{one.cursor}.{one.skip}" if one.skip else one.cursor for one in self.heads)
        text = f"{self.first}.{'~'.join(parts)}"
        return text if len(text) <= _LONGEST_TOKEN else None

    @classmethod
    def of_token(cls, token: str | None, count: int) -> ListingCursor | None:
        """Return the position of a `token`; None for the top, or if it is not for these searches.

        Args:
            token: the text.
            count: number of searches.
        """
        first, _, rest = (token or "").partition(".")
        parts = [part.partition(".") for part in rest.split("~")]
        if not first.isdecimal() or int(first) < 2 or len(parts) != count:
            return None
        heads = tuple(
            _Head(cursor, int(skip) if skip.isdecimal() else 0) for cursor, _, skip in parts
        )
        return cls(int(first), heads, is_given=True)


@dataclass(frozen=True, slots=True)
class ListingInfo:
    """What is known of a page of the listing, the `extra` of its `RowsPage`.

    Attributes:
        start: position of the page, for `BeatmapsPlace.cursor`; None for the top of the list.
        first: number of its first row.
        total: number of sets of all searches; the server may stop to count at 10,000.
        is_total_exact: whether it did not, and none of them is left out here.
        sort: the order that the server used, such as `ranked_desc`.
        searches: number of searches that are merged.
        filtered: filters that are applied here to what they bring, of `genres` and `languages`.
        recommended: difficulty in stars that osu! recommends to the player; None for a guest.
        is_position_lost: the position of the address does not fit any more: the list starts at its
            top.
    """

    start: str | None
    first: int
    total: int
    is_total_exact: bool
    sort: str
    searches: int = 1
    recommended: float | None = None
    filtered: tuple[str, ...] = ()
    is_position_lost: bool = False


def listing_source(
    loader: ClientLoader,
    columns: Sequence[Column[Any]],
    query: ListingQuery,
    view: str = "cards",
    start: str | None = None,
) -> CursorSource:
    """Return the source of the listing's rows, for `ListSpec.source`.

    The items are sets, or in the view `difficulties` of type `ListedDifficulty`.

    Args:
        loader: runs loads with the client of the session.
        columns: `listing_columns.set_columns`, or `difficulty_columns` for the view of these.
        query: the filters and the order.
        view: one of `BEATMAP_VIEWS`.
        start: where the list starts, as `BeatmapsPlace.cursor` has it; None for its top.
    """
    first = ListingCursor.of_token(start, query.search_count)
    return loader.by_cursor(load_listing, query, view, columns, first=first, can_load_all=True)


def load_listing(
    client: Client,
    query: ListingQuery,
    view: str,
    columns: Sequence[Column[Any]],
    cursor: ListingCursor | None,
) -> RowsPage:
    """Load a page of the listing (`beatmapsets/search`); blocks, for a worker.

    Returns:
        The page, with a `ListingInfo` as its `extra`.

    Raises:
        OsuError: as the client raises it.
        ServerTrouble: the search failed.
    """
    is_given = cursor is not None and cursor.is_given
    try:
        page = _load(client, query, view, columns, cursor or ListingCursor())
        if page.rows or page.next is not None or not is_given:
            return page
    except InvalidRequest:
        if not is_given:
            raise
    # osu! does not know the position any more, or has nothing after it.
    page = _load(client, query, view, columns, ListingCursor())
    assert isinstance(page.extra, ListingInfo)  # noqa: S101 - as `_load` sets it
    return replace(page, extra=replace(page.extra, is_position_lost=True))


def _load(
    client: Client,
    query: ListingQuery,
    view: str,
    columns: Sequence[Column[Any]],
    cursor: ListingCursor,
) -> RowsPage:
    search = _Search(client, query, cursor)
    of_difficulties = view == "difficulties"
    items: list[Any] = []
    sets = search.next_page()
    if of_difficulties:
        wanted = DifficultyFilter(query, search.recommended)
        items += [one for beatmapset in sets for one in wanted.of_set(beatmapset)]
    else:
        items += sets
    identity: Any = difficulty_identity if of_difficulties else set_identity
    rows = make_rows(columns, items, first_number=cursor.first, identity=identity)
    after = None
    if not search.is_over:
        after = ListingCursor(cursor.first + len(items), tuple(search.heads))
    totals = [head.total for head in search.heads]
    info = ListingInfo(
        start=cursor.token,
        first=cursor.first,
        total=sum(totals),
        is_total_exact=not query.filtered_here and all(total < MOST_COUNTED for total in totals),
        sort=search.sort,
        searches=len(totals),
        recommended=search.recommended,
        filtered=query.filtered_here,
    )
    is_known = info.is_total_exact and not (of_difficulties or cursor.is_given)
    total = info.total if is_known else None
    return RowsPage(rows, total=total, next=after, extra=info, goes_on=True)


class _Search:
    """Sets of one search, or of several that are merged in their order.

    Args:
        client: the API client.
        query: the filters and the order.
        cursor: where to go on.
    """

    def __init__(self, client: Client, query: ListingQuery, cursor: ListingCursor) -> None:
        self._client = client
        self._query = query
        self._arguments = query.searches()
        self.heads = list(cursor.heads) or [_Head() for _ in self._arguments]
        self.sort = "_".join((query.order[0], "desc" if query.order[1] else "asc"))
        self.recommended: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether no set is left."""
        return all(head.cursor == _OVER for head in self.heads)

    def next_page(self) -> list[Beatmapset]:
        """Return the next sets, 50 at most.

        Raises:
            OsuError: as the client raises it.
        """
        if len(self.heads) == 1:
            self._fill(0)
            found = self.heads[0].waiting or ()
            if found:
                self._advance(0, len(found))
            return list(found)
        return self._merged()

    def _merged(self) -> list[Beatmapset]:
        for number in range(len(self.heads)):
            self._fill(number)
        key = _sort_key(self._query, self.sort, self.recommended)
        found: list[Beatmapset] = []
        while len(found) < PAGE_SIZE:
            best: tuple[Any, int] | None = None
            for number in range(len(self.heads)):
                self._fill(number)
                head = self.heads[number]
                if not head.waiting and head.cursor != _OVER:
                    return found  # what comes next is not known yet
                if head.waiting:
                    value = key(head.waiting[0]), number
                    if best is None or value < best:
                        best = value
            if best is None:
                break
            number = best[1]
            found.append((self.heads[number].waiting or ())[0])
            self._advance(number, 1)
        return found

    def _advance(self, number: int, count: int) -> None:
        """Go on by sets that were taken."""
        head = self.heads[number]
        left = (head.waiting or ())[count:]
        if left or head.cursor == _OVER:
            self.heads[number] = replace(head, skip=head.skip + count, waiting=left)
        else:
            self.heads[number] = _Head(head.after, total=head.total)

    def _fill(self, number: int) -> None:
        """Load the page of a search, unless it is loaded, or the search is over."""
        for _ in range(_MOST_EMPTY):
            head = self.heads[number]
            if head.cursor == _OVER or head.waiting:
                return
            result = self._ask(number, head.cursor)
            after = result.cursor_string or _OVER
            if after == head.cursor:
                after = _OVER
            total = max(result.total, 0)
            sets = tuple(filter(self._is_wanted, result.beatmapsets))[head.skip :]
            if sets:
                self.heads[number] = replace(head, waiting=sets, after=after, total=total)
                return
            self.heads[number] = _Head(after, total=total)

    def _is_wanted(self, beatmapset: Beatmapset) -> bool:
        """Whether a set meets the filters that the searches do not have; unknown ones do."""
        query = self._query
        known = {"genres": beatmapset.genre_id, "languages": beatmapset.language_id}
        return all(
            known[name] is None or known[name] in getattr(query, name)
            for name in query.filtered_here
        )

    def _ask(self, number: int, cursor: str) -> BeatmapsetSearchResult:
        result = self._client.search_beatmapsets(
            **self._arguments[number], cursor_string=cursor or None
        )
        if result.error is not None and not result.beatmapsets:
            raise ServerTrouble(tr("The search failed."), server_message=result.error)
        if result.search.sort is not None:
            self.sort = str(result.search.sort)
        if result.recommended_difficulty is not None:
            self.recommended = result.recommended_difficulty
        return result


# --- order of merged searches -----------------------------------------------------------------


class _Descending:
    """Value that is sorted in the opposite order."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:  # noqa: ANN401 - a number or text
        self.value = value

    def __lt__(self, other: _Descending) -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Descending) and bool(other.value == self.value)

    __hash__ = None  # type: ignore[assignment]


def _sort_key(
    query: ListingQuery, sort: str, recommended: float | None
) -> Callable[[Beatmapset], Any]:
    """Return the key of a set in the server's order, ties by id as the server breaks them.

    Without words to search for, all are as relevant; with them only one search is made.
    """
    name, _, direction = sort.partition("_")
    descending = direction != "asc"
    value = _VALUES.get(name)
    if name == "ranked":
        never = float("-inf" if descending else "inf")

        def value(beatmapset: Beatmapset) -> Any:  # noqa: ANN401 - as others
            return beatmapset.ranked_date.timestamp() if beatmapset.ranked_date else never

    elif value is None:
        wanted = DifficultyFilter(query, recommended)

        def value(beatmapset: Beatmapset) -> Any:  # noqa: ANN401 - as others
            return wanted.stars(beatmapset, hardest=descending)

    of = value
    if descending:
        return lambda beatmapset: _Descending((of(beatmapset), beatmapset.id))
    return lambda beatmapset: (of(beatmapset), beatmapset.id)


def _nominations(beatmapset: Beatmapset) -> tuple[int, int]:
    summary, hype = beatmapset.nominations_summary, beatmapset.hype
    return (summary.current if summary else 0, hype.current if hype else 0)


_VALUES: Final[dict[str, Callable[[Beatmapset], Any]]] = {
    "title": lambda s: s.title.lower(),
    "artist": lambda s: s.artist.lower(),
    "creator": lambda s: s.creator.lower(),
    "updated": lambda s: s.last_updated.timestamp() if s.last_updated else float("-inf"),
    "rating": lambda s: s.rating or 0.0,
    "plays": lambda s: s.play_count,
    "favourites": lambda s: s.favourite_count,
    "nominations": _nominations,
    "relevance": lambda _: 0,
}


# --- positions ------------------------------------------------------------------------------------


class ListingPositions:
    """Positions of the loaded pages of a list, for the address of what is in view."""

    def __init__(self) -> None:
        self._firsts: list[int] = []
        self._starts: list[str | None] = []

    def take(self, page: RowsPage) -> None:
        """Record the position of a page that has arrived."""
        info = page.extra
        if not isinstance(info, ListingInfo):
            return
        place = bisect.bisect_left(self._firsts, info.first)
        if self._firsts[place : place + 1] == [info.first]:
            self._starts[place] = info.start
        else:
            self._firsts.insert(place, info.first)
            self._starts.insert(place, info.start)

    def start_of(self, number: int) -> str | None:
        """Return the position of the page with a row, by the row's number; None for the top."""
        place = bisect.bisect_right(self._firsts, number) - 1
        return self._starts[place] if place >= 0 else None

    def clear(self) -> None:
        """Forget all positions, when another list is shown."""
        self._firsts, self._starts = [], []


# --- why there is nothing -------------------------------------------------------------------------


def empty_reason(query: ListingQuery, *, is_guest: bool, is_supporter: bool | None) -> str:
    """Return why a search finds nothing, as a sentence; "" if it is just that nothing matches.

    Args:
        query: the filters.
        is_guest: whether no player is signed in.
        is_supporter: whether the player is an osu! supporter; None if it is not known.
    """
    if (query.grades or query.played) and not is_supporter:
        said = (
            tr("Grades and plays are filters for osu! supporters.")
            if query.grades
            else tr("Plays are a filter for osu! supporters.")
        )
        known = tr("osu! sends others an empty list.") if is_supporter is False else ""
        return f"{said} {known}".strip()
    if is_guest and query.is_of_player:
        return tr("Only with a player signed in can osu! tell whose maps these are.")
    if wrong := query.wrong_words:
        return wrong[0].why
    status = query.range_of("status")
    if status and query.category != "any":
        return tr("Status and category both apply: with category Any the status alone decides.")
    return ""
