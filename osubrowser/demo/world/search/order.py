"""Sort orders of the search, and cursor positions."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.search.tables import SetTable, SongTable

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
    from osubrowser.demo.world.search.matching import DifficultyMatches

Value = float | str

FIELDS = {
    "artist": ("artist.raw",),
    "creator": ("creator.raw",),
    "difficulty": ("beatmaps.difficultyrating",),
    "favourites": ("favourite_count",),
    "nominations": ("nominations", "hype"),
    "plays": ("play_count",),
    "ranked": ("approved_date",),
    "rating": ("rating",),
    "relevance": ("_score",),
    "title": ("title.raw",),
    "updated": ("last_update",),
}
"""What sets can be sorted by, and what the cursors of each call it."""

QUEUED = ("queued_at", "approved_date")
"""The same for `ranked` among qualified sets."""

_TEXTS = frozenset(("artist.raw", "creator.raw", "title.raw"))
_NEVER = 9_223_372_036_854_775_807
"""What a search engine puts for a date that is not there; sets without one come last."""

_WEEK = 7 * 86_400


class Order(NamedTuple):
    """Sort order: field, direction, and the keys of its cursors."""

    field: str
    descending: bool
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The order as the API writes it."""
        return f"{self.field}_{'desc' if self.descending else 'asc'}"


def order_of(sort: str, default: str, *, queued: bool) -> Order:
    """Return the order that a request means: a field that is unknown is the default one.

    Args:
        sort: `{field}_{asc|desc}`.
        queued: whether only qualified sets are looked at.
    """
    field, _, direction = sort.partition("_")
    if field not in FIELDS:
        field, direction = default, "desc"
    names = QUEUED if queued and field == "ranked" else FIELDS[field]
    return Order(field, direction != "asc", names)


class SortKeys:
    """Sort keys of beatmapsets by order."""

    def __init__(self, beatmaps: Beatmaps, songs: SongTable, sets: SetTable) -> None:
        self._beatmaps = beatmaps
        self._songs = songs
        self._sets = sets
        name = beatmaps.accounts.name_of
        self._creators = {one: name(one).lower() for one in cooperatively(set(beatmaps.mapper))}

    def of(
        self, order: Order, scores: Mapping[int, float], fits: DifficultyMatches | None
    ) -> Callable[[int], tuple[Value, ...]]:
        """Return the function from a set to its values, in the order of `order.names`."""
        sets, rows = self._sets, self._songs.rows
        match order.field:
            case "artist":
                artists, artist = self._songs.artists.lower, self._songs.artist
                return lambda index: (artists[artist[rows[index]]],)
            case "title":
                titles, title = self._songs.titles.lower, self._songs.title
                return lambda index: (titles[title[rows[index]]],)
            case "creator":
                names, mapper = self._creators, self._beatmaps.mapper
                return lambda index: (names[mapper[index]],)
            case "difficulty":
                stars = ({} if fits is None else fits[int(order.descending)]).get
                return lambda index: (stars(index, 0.0),)
            case "relevance":
                return lambda index: (scores.get(index, 1.0),)
            case "nominations":
                return lambda index: (sets.nominations[index], sets.hype[index])
            case "ranked":
                return self._dates(order)
            case "rating":
                return lambda index: (sets.rating[index],)
            case "updated":
                return lambda index: (sets.updated[index] * 1_000,)
        column = sets.plays if order.field == "plays" else sets.favourites
        return lambda index: (column[index],)

    def _dates(self, order: Order) -> Callable[[int], tuple[Value, ...]]:
        ranked = self._sets.ranked
        never = -_NEVER - 1 if order.descending else _NEVER
        if order.names == QUEUED:
            return lambda index: ((ranked[index] - _WEEK) * 1_000, ranked[index] * 1_000)
        return lambda index: (ranked[index] * 1_000 or never,)


class CursorError(ValueError):
    """Error raised for an unusable cursor.

    Attributes:
        fits: whether it has the parts that the order needs.
    """

    def __init__(self, text: str, *, fits: bool) -> None:
        super().__init__(text)
        self.fits = fits


def start_after(
    cursor: Mapping[str, object],
    order: Order,
    found: Sequence[int],
    values: Callable[[int], tuple[Value, ...]],
    id_of: Callable[[int], int],
) -> int:
    """Return the place in the ordered sets after the set that a cursor names.

    Raises:
        CursorError: it is the cursor of another order, or its values make no sense.
    """
    if cursor.keys() != {*order.names, "id"}:
        raise CursorError("Cursor parameters do not match sort parameters.", fits=False)
    last = tuple(_read(name, cursor[name]) for name in order.names)
    last_id = float(_read("id", cursor["id"]))
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        index = found[middle]
        own = values(index)
        passed = id_of(index) <= last_id if own == last else own < last
        if order.descending:
            passed = id_of(index) >= last_id if own == last else own > last
        low, high = (middle + 1, high) if passed else (low, middle)
    return low


def _read(name: str, value: object) -> Value:
    """Return a value of a cursor in its own type."""
    if name in _TEXTS:
        return str(value)
    if isinstance(value, str):
        try:
            value = int(value)
        except ValueError:
            try:
                value = float(value)
            except ValueError:
                value = None
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        raise CursorError(f"Failed to parse sort value for [{name}].", fits=True)
    return value
