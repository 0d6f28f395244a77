"""What a column of a table is, and how things become rows that only need drawing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import repeat
from typing import Any, Generic, TypeVar

from osubrowser.services.text.plain import plain_all

T = TypeVar("T")
V = TypeVar("V")

Record = dict[str, str | int | float | bool | None]
"""What is exported of a row, by field name."""


class CellKind(Enum):
    """How the cells of a column look."""

    TEXT = "text"
    """Words, from the left."""
    NUMBER = "number"
    """Figures of one width, from the right."""
    CHANGE = "change"
    """An arrow and a number; `tone` gives the direction and the colour."""
    FLAG = "flag"
    """A country's flag, and the text after it where the column is wide enough."""
    PLAYER = "player"
    """An avatar and a name."""
    TEAM = "team"
    """A team's flag and its short name."""
    TITLE = "title"
    """What a row is about, after a picture if the column has one: `tone` says how many
    characters are the name; the words after it are drawn quietly."""
    DIFFICULTY = "difficulty"
    """The name of a difficulty in the colour of its stars: `tone` is a hundred times those."""
    STARS = "stars"
    """A star rating on its colour: `tone` is a hundred times the rating."""
    DOTS = "dots"
    """A dot in its colour for each of the star ratings, which `text` has with spaces between."""
    GRADE = "grade"
    """A grade's letters on its colour: `tone` is 1 for the silver ones."""
    MODS = "mods"
    """Mods, each on the colour of its kind; `text` is what `models.mods.mods_text` returns."""
    STATUS = "status"
    """A beatmap's status on its colour."""
    DATE = "date"
    """A moment, in quiet words of one width."""
    MARK = "mark"
    """A small sign where `tone` is 1."""


RIGHT = frozenset({CellKind.NUMBER, CellKind.CHANGE, CellKind.DATE})
"""Kinds whose cells stand at the right."""
DOWNWARDS = RIGHT | {CellKind.GRADE, CellKind.STARS, CellKind.DOTS, CellKind.MARK}
"""Kinds that are sorted from the highest down at first."""


@dataclass(frozen=True)  # with slots, Column[User](...) would not work on Python 3.11
class Column(Generic[T]):
    """One column of a table of things of type T.

    Attributes:
        key: its name in settings and sorting; never shown.
        title: its heading.
        width: its width at first, in pixels of the layout.
        kind: how its cells look.
        text: `(item, number) -> str`: what a cell shows; `number` is the 1-based place in the
            whole list. Called once for each row, on a worker, so it must not touch widgets.
        sort: `(item, number) -> key`: a number or text to sort by, or None for what has no
            value (it comes last either way). A column without it cannot be sorted by.
        picture: `item -> address of the picture`, or None for none.
        tone: `item -> int`: -1, 0 or 1 for a fall, nothing, a rise; else as its `CellKind` says.
        tooltip: `item -> text` shown while the mouse rests on a cell.
        shown: whether it is shown until someone chooses otherwise.
        strong: drawn in the strong text colour and weight.
        description: what the figure means; shown while the mouse rests on the heading.
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

    def hidden(self) -> Column[T]:
        """Return the same column, shown only to who chooses it."""
        return replace(self, shown=False)


class Row(Generic[T]):
    """One thing of a list, with all that a table shows of it already put into words.

    Attributes:
        id: what makes it the same thing when it comes again.
        item: the thing itself.
        number: its 1-based place in the whole list.
        texts: what each column shows, in the order of the columns.
        pictures: the address of each column's picture, or None.
        tones: what `Column.tone` said of each column, 0 where there is none.
    """

    __slots__ = ("_search", "id", "item", "number", "pictures", "texts", "tones")

    def __init__(
        self,
        identity: Hashable,
        item: T,
        number: int,
        texts: tuple[str, ...],
        pictures: tuple[str | None, ...],
        tones: tuple[int, ...],
    ) -> None:
        self.id = identity
        self.item = item
        self.number = number
        self.texts = texts
        self.pictures = pictures
        self.tones = tones
        self._search: str | None = None

    @property
    def search(self) -> str:
        """All texts, folded for finding words whatever their case."""
        if self._search is None:
            self._search = "\n".join(self.texts).casefold()
        return self._search

    def sort_key(self, column: Column[T]) -> Any:  # noqa: ANN401 - a number or text
        """Return what this row is sorted by in `column`; None if it has no value there."""
        return column.sort(self.item, self.number) if column.sort is not None else None

    def __repr__(self) -> str:
        return f"Row({self.id!r}, {self.number})"


def make_rows(
    columns: Sequence[Column[T]],
    items: Iterable[T],
    *,
    first_number: int = 1,
    identity: Callable[[T], Hashable],
) -> list[Row[T]]:
    """Put a page of things into words. Runs on a worker; touches neither Qt nor the network.

    Args:
        columns: the columns, in the order that `Row.texts` will have.
        items: the things of one page, in their order.
        first_number: the 1-based place of the first of them in the whole list.
        identity: what makes a thing the same one when it comes again, such as its id.
    """
    known = list(items)
    if not known:
        return []
    # Column by column: `map` calls the formatters from C, a third cheaper than a loop of ours.
    numbers = range(first_number, first_number + len(known))
    texts = [plain_all(map(column.text, known, numbers)) for column in columns]
    pictures = _by_row([column.picture for column in columns], known, None)
    tones = _by_row([column.tone for column in columns], known, 0)
    by_row = zip(*texts, strict=True)
    return list(map(Row, map(identity, known), known, numbers, by_row, pictures, tones))


def _by_row(
    functions: Sequence[Callable[[T], V] | None], items: Sequence[T], default: V
) -> Iterable[tuple[V, ...]]:
    """Return for each item what each function says of it, `default` where there is none."""
    if not any(functions):
        return repeat((default,) * len(functions), len(items))
    said: list[Iterable[V]] = [
        repeat(default) if function is None else map(function, items) for function in functions
    ]
    return zip(*said, strict=False)
