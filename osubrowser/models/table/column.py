"""Columns and rows of tables: items whose cell texts are formatted in advance, on a worker."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import repeat
from typing import Any, Generic, NamedTuple, TypeVar, cast

from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain_all, plain_lines, tooltip
from osubrowser.services.text.translation import tr

log = logging.getLogger(__name__)
_OUT_OF_RANGE = (ArithmeticError, LookupError, ValueError)
"""What a formatter raises at a number, date or text that it has no form for."""
_SIGNS = {1: "+", -1: "-"}
_DIRECTIONS = {1: tr("up {value}"), -1: tr("down {value}")}
MOST_PLACEHOLDERS = 200_000
"""Rows of a list that have placeholders; a ranking has 10,000."""

T = TypeVar("T")
V = TypeVar("V")

Record = dict[str, str | int | float | bool | list[float] | None]
"""Exact values of a row under the names of the API, for JSON."""


class CellKind(Enum):
    """Kind of the cells of a column, which selects how they are painted."""

    TEXT = "text"
    """Text, left-aligned."""
    NUMBER = "number"
    """Number with tabular digits, right-aligned."""
    CHANGE = "change"
    """An arrow and a number; `tone` gives the direction and the colour."""
    FLAG = "flag"
    """A country's flag, followed by the text if the column is wide enough."""
    PLAYER = "player"
    """An avatar and a name."""
    TEAM = "team"
    """A team's flag and its short name."""
    TITLE = "title"
    """Name of the item after an optional picture: `tone` is the length of the name; the text after
    it is drawn in a secondary colour.
    """
    DIFFICULTY = "difficulty"
    """Name of a difficulty in the colour of its star rating; `tone` is 100 times the rating."""
    STARS = "stars"
    """Star rating on its colour; `tone` is 100 times the rating."""
    DOTS = "dots"
    """A dot in its colour for each star rating; `text` has the ratings, separated by spaces."""
    GRADE = "grade"
    """Letters of a grade on its colour; `tone` is 1 for the silver ones."""
    MODS = "mods"
    """Mods, each on the colour of its category; `text` is formatted by `mods_text`."""
    STATUS = "status"
    """Status of a beatmap on its colour."""
    DATE = "date"
    """Date or time with tabular digits, in a secondary colour."""
    MARK = "mark"
    """Symbol where `tone` is 1."""
    REPLAY = "replay"
    """Symbol where `tone` is 1: a replay that exists. In a list that saves replays it is a button,
    which shows the state of the replay.
    """
    PROGRESS = "progress"
    """Bar, filled to `tone` per mille; nothing where the text is empty."""


RIGHT = frozenset({CellKind.NUMBER, CellKind.CHANGE, CellKind.DATE})
"""Kinds whose cells are right-aligned."""
DOWNWARDS = RIGHT | {
    CellKind.GRADE,
    CellKind.STARS,
    CellKind.DOTS,
    CellKind.MARK,
    CellKind.REPLAY,
    CellKind.PROGRESS,
}
"""Kinds that are sorted in descending order first."""
_NUMERIC = frozenset({CellKind.NUMBER, CellKind.CHANGE, CellKind.STARS})
"""Kinds whose texts are numbers with their units."""
_NUMBERS = (tr("lowest first"), tr("highest first"))
_ORDERS = {
    CellKind.TEXT: (tr("A to Z"), tr("Z to A")),
    CellKind.FLAG: (tr("A to Z"), tr("Z to A")),
    CellKind.PLAYER: (tr("A to Z"), tr("Z to A")),
    CellKind.TEAM: (tr("A to Z"), tr("Z to A")),
    CellKind.TITLE: (tr("A to Z"), tr("Z to A")),
    CellKind.DIFFICULTY: (tr("A to Z"), tr("Z to A")),
    CellKind.MODS: (tr("A to Z"), tr("Z to A")),
    CellKind.STATUS: (tr("A to Z"), tr("Z to A")),
    CellKind.DATE: (tr("oldest first"), tr("newest first")),
}
"""Names of the ascending and the descending order, of kinds that are not sorted by numbers."""


@dataclass(frozen=True)  # with slots, Column[User](...) fails on Python 3.11
class Column(Generic[T]):
    """Column of a table of items of type T.

    Attributes:
        key: identifier in settings and sorting; never shown.
        title: heading.
        width: default width in logical pixels.
        kind: how its cells are painted.
        text: `(item, number) -> str`: the text of a cell; `number` is the 1-based position in the
            whole list. Called once for each row, on a worker, so it must not touch widgets.
        sort: `(item, number) -> key`: a number or text to sort by, or None for no value, which
            comes last in either order. A column without `sort` cannot be sorted by.
        picture: `item -> URL of the picture`, or None for none.
        tone: `item -> int`: -1, 0 or 1 for a fall, no change, a rise; else see `CellKind`.
        tooltip: `item -> tooltip of a cell`.
        shown: whether it is shown by default.
        strong: whether it is drawn in the strong text colour and weight.
        description: tooltip of the heading: the meaning of the figure.
        placeholder: `number -> text` of a cell of a row that is not loaded yet.
    """

    key: str
    title: str
    width: int
    kind: CellKind
    text: Callable[[T, int], str]
    sort: Callable[[T, int], Any] | None = None
    picture: Callable[[T], str | None] | None = None
    tone: Callable[[T], int] | None = None
    tooltip: Callable[[T], str] | None = None
    shown: bool = True
    strong: bool = False
    description: str = ""
    placeholder: Callable[[int], str] | None = None

    def order_name(self, *, descending: bool) -> str:
        """Return the name of an order by this column, such as "Z to A" or "highest first"."""
        return _ORDERS.get(self.kind, _NUMBERS)[descending]

    def hidden(self) -> Column[T]:
        """Return the same column, hidden by default."""
        return replace(self, shown=False)

    def of_part(self, part: Callable[[Any], T]) -> Column[Any]:
        """Return the same column for items that have a T as a part: `part(item)`."""
        text, sort = self.text, self.sort
        return replace(
            cast("Column[Any]", self),
            text=lambda item, number: text(part(item), number),
            sort=None if sort is None else lambda item, number: sort(part(item), number),
            picture=_through(self.picture, part),
            tone=_through(self.tone, part),
            tooltip=_through(self.tooltip, part),
        )


def _through(
    function: Callable[[T], V] | None, part: Callable[[Any], T]
) -> Callable[[Any], V] | None:
    return None if function is None else lambda item: function(part(item))


class Row(Generic[T]):
    """Item of a list with its formatted cell texts.

    Attributes:
        id: identity of the item, by which duplicates and updates are recognised.
        item: the entity.
        number: its 1-based position in the whole list.
        texts: texts of the cells, in the order of the columns.
        pictures: URLs of the pictures of the cells, or None.
        tones: of the cells; 0 where a column has none.
        tooltips: of the cells, as markup without markup in it; "" for none.
        spoken: texts of the cells with their headings, for screen readers.
    """

    __slots__ = (
        "_search", "id", "item", "number", "pictures", "spoken", "texts", "tones", "tooltips",
    )  # fmt: skip

    def __init__(
        self,
        identity: Hashable,
        item: T,
        number: int,
        texts: tuple[str, ...],
        pictures: tuple[str | None, ...],
        tones: tuple[int, ...],
        tooltips: tuple[str, ...],
        spoken: tuple[str, ...] = (),
    ) -> None:
        self.id = identity
        self.item = item
        self.number = number
        self.texts = texts
        self.pictures = pictures
        self.tones = tones
        self.tooltips = tooltips
        self.spoken = spoken or texts
        self._search: str | None = None

    def sentence(self, columns: Iterable[int]) -> str:
        """Return the texts of cells with their headings, as a screen reader says a row.

        Args:
            columns: indexes of the columns, in the order to say them; cells without a value are
                left out.
        """
        return ", ".join(
            self.spoken[index] for index in columns if self.texts[index] not in ("", NOTHING)
        )

    @property
    def search(self) -> str:
        """All texts, case-folded for filtering."""
        if self._search is None:
            self._search = "\n".join(self.texts).casefold()
        return self._search

    def sort_key(self, column: Column[T]) -> Any:  # noqa: ANN401 - a number or text
        """Return the sort key of this row in `column`; None if it has no value there."""
        return None if column.sort is None else sort_keys(column.sort, [self])[0]

    def copied(self, column: Column[T], index: int) -> str:
        """Return the text of a cell for clipboard and file, on one line.

        The arrow of a change is its sign. Numbers are plain digits in every language.
        """
        text = " ".join(self.texts[index].split())
        if column.kind in _NUMERIC:
            text = numerals.plain_digits(text)
        sign = _SIGNS.get(self.tones[index], "") if column.kind is CellKind.CHANGE else ""
        return sign + text

    def __repr__(self) -> str:
        return f"Row({self.id!r}, {self.number})"


def make_rows(
    columns: Sequence[Column[T]],
    items: Iterable[T],
    *,
    first_number: int = 1,
    identity: Callable[[T], Hashable],
) -> list[Row[T]]:
    """Format the rows of a page. Runs on a worker; uses neither Qt nor the network.

    Args:
        columns: the columns, in the order that `Row.texts` will have.
        items: the items of one page, in their order.
        first_number: the 1-based position of the first item in the whole list.
        identity: `item -> identity`, such as its id.
    """
    known = list(items)
    if not known:
        return []
    # Column by column: `map` calls the formatters from C, which saves a third of the time.
    numbers = range(first_number, first_number + len(known))
    texts = [plain_all(_mapped(column.text, NOTHING, known, numbers)) for column in columns]
    pictures = _by_row([column.picture for column in columns], known, None)
    tones = _by_row([column.tone for column in columns], known, 0)
    tooltips = _by_row([_tooltip_of(column) for column in columns], known, "")
    spoken = [_spoken(column, of, known) for column, of in zip(columns, texts, strict=True)]
    by_row, spoken_by_row = zip(*texts, strict=True), zip(*spoken, strict=True)
    return list(
        map(
            Row,
            map(identity, known), known, numbers, by_row, pictures, tones, tooltips, spoken_by_row,
        )
    )  # fmt: skip


class Placeholders(NamedTuple):
    """Texts of the rows of a list that are not loaded yet, in the order of the list.

    Attributes:
        shown: of the cell that has one.
        spoken: of the whole row, for screen readers.
    """

    shown: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


def placeholders_of(columns: Sequence[Column[Any]], total: int | None) -> Placeholders | None:
    """Format the placeholders of a list of `total` rows. Runs on a worker, as `make_rows` does.

    Returns:
        Those of the first column that has any; None without such a column or a total.
    """
    column = next((c for c in columns if c.placeholder is not None), None)
    if column is None or column.placeholder is None or total is None:
        return None
    return _placeholders(column.placeholder, column.title, min(max(total, 0), MOST_PLACEHOLDERS))


@lru_cache(maxsize=4)  # all pages of a list share them
def _placeholders(text: Callable[[int], str], title: str, count: int) -> Placeholders:
    shown = tuple(map(text, range(1, count + 1)))
    spoken = tr("{heading} {value}, loading", "a cell of a row that is not loaded")
    return Placeholders(shown, tuple(spoken.format(heading=title, value=one) for one in shown))


def copied_table(
    columns: Sequence[Column[Any]], shown: Sequence[int], rows: Iterable[Row[Any]]
) -> list[list[str]]:
    """Return the headings and the cells of rows as text, for clipboard and CSV.

    Args:
        columns: the columns of the rows.
        shown: indexes of the columns to return, in the order to return them.
        rows: the rows.
    """
    titles = [columns[index].title for index in shown]
    # A heading that appears more than once, such as "Accuracy" of two players, is its description.
    headings = [
        columns[index].description or title if titles.count(title) > 1 else title
        for index, title in zip(shown, titles, strict=True)
    ]
    table = [[" ".join(heading.split()) for heading in headings]]
    table += [[row.copied(columns[index], index) for index in shown] for row in rows]
    return table


def sort_keys(key: Callable[[T, int], Any], rows: Sequence[Row[T]]) -> list[Any]:
    """Return the sort keys of rows; None for those without a value that can be compared."""
    return _mapped(key, None, [row.item for row in rows], [row.number for row in rows])


def _by_row(
    functions: Sequence[Callable[[T], V] | None], items: Sequence[T], default: V
) -> Iterable[tuple[V, ...]]:
    """Return for each item the results of all functions; `default` for a missing function."""
    if not any(functions):
        return repeat((default,) * len(functions), len(items))
    results: list[Iterable[V]] = [
        repeat(default) if function is None else _mapped(function, default, items)
        for function in functions
    ]
    return zip(*results, strict=False)


def _tooltip_of(column: Column[T]) -> Callable[[T], str] | None:
    words = column.tooltip
    return None if words is None else lambda item: tooltip(plain_lines(words(item)))


def _mapped(function: Callable[..., V], default: V, *arguments: Iterable[Any]) -> list[V]:
    """Map a formatter over items; where a value is out of its range, the default."""
    try:
        return list(map(function, *arguments))
    except _OUT_OF_RANGE:
        return [_guarded(function, default, values) for values in zip(*arguments, strict=True)]


def _spoken(column: Column[T], texts: list[str], items: Sequence[T]) -> list[str]:
    """Return the texts of a column with its heading, and the direction of a change as a word."""
    title = column.title
    if column.kind is not CellKind.CHANGE or column.tone is None:
        return [f"{title} {text}" for text in texts]
    directions = [_DIRECTIONS.get(tone, "{value}") for tone in _mapped(column.tone, 0, items)]
    said = (where.replace("{value}", text) for where, text in zip(directions, texts, strict=True))
    return [f"{title} {text}" for text in said]


def _guarded(function: Callable[..., V], default: V, values: tuple[Any, ...]) -> V:
    try:
        return function(*values)
    except _OUT_OF_RANGE as error:
        log.warning("a value cannot be shown: %s", type(error).__name__)
        return default
