"""Client-side order and filter of loaded rows."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from osubrowser.models.table.column import CellKind, Column, Row, sort_keys

_CONDITION: Final = re.compile(r"([^\W\d][\w%]*)(<=|>=|!=|=|<|>)([-+\u2212]?[\d,]*\.?\d*)%?\Z")
_FIGURES: Final = frozenset({CellKind.NUMBER, CellKind.CHANGE, CellKind.STARS})
_TESTS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, slots=True)
class SortFilter:
    """Order and filter of loaded rows.

    Attributes:
        column: column to sort by; None for source order.
        descending: largest first.
        needle: words that a row must all contain, case-insensitive; "" for every row. A word such
            as `ur<80`, `misses=0` or `accuracy>=98.5` compares a figure: its name is the heading or
            the key of a column of figures, without spaces.
    """

    column: Column[Any] | None = None
    descending: bool = False
    needle: str = ""

    def __bool__(self) -> bool:
        return self.column is not None or bool(self.needle.strip())

    def apply(
        self, rows: Iterable[Row[Any]], columns: Sequence[Column[Any]] = ()
    ) -> list[Row[Any]]:
        """Return the matching rows in order. Rows without a value come last in either direction.

        Args:
            rows: the rows.
            columns: whose figures the filter may compare.
        """
        chosen = list(rows)
        comparisons = []
        for word in self.needle.casefold().split():
            found = _CONDITION.match(word)
            column = None if found is None else _column(found[1], columns)
            if found is None or column is None:
                chosen = [row for row in chosen if word in row.search]
            else:
                comparisons.append((column, found[2], found[3]))
        for column, sign, number in comparisons:  # of as few rows as possible
            chosen = _compared(chosen, columns.index(column), column, sign, number)
        return chosen if self.column is None else _sorted(chosen, self.column, self.descending)


class SortedRows:
    """Rows in the order of a column, into which the rows of later pages are put.

    What it costs does not grow with the number of keys, as sorting all rows anew does.

    Args:
        rows: rows that `SortFilter.apply` has sorted.
        column: the column.
        descending: whether the largest comes first.
    """

    def __init__(self, rows: list[Row[Any]], column: Column[Any], descending: bool) -> None:
        self.rows = rows
        self._column = column
        self._descending = descending
        keys = [] if column.sort is None else sort_keys(column.sort, rows)
        self._keys = [key for key in keys if key is not None]  # rows without one come last

    def add(self, rows: Sequence[Row[Any]]) -> None:
        """Put in rows that come after all others in the list; `self.rows` is another list then."""
        key_of = self._column.sort
        if key_of is None:
            return
        shown, keys = list(self.rows), self._keys
        for row, key in zip(rows, sort_keys(key_of, rows), strict=True):
            if key is None:
                shown.append(row)
                continue
            place = self._place_of(key)
            keys.insert(place, key)
            shown.insert(place, row)
        self.rows = shown

    def _place_of(self, key: Any) -> int:  # noqa: ANN401 - a number or text
        """Return the place after all rows that come before a key, or are equal."""
        keys, low, high = self._keys, 0, len(self._keys)
        while low < high:
            middle = (low + high) // 2
            other = keys[middle]
            if other < key if self._descending else key < other:
                high = middle
            else:
                low = middle + 1
        return low


def _column(name: str, columns: Sequence[Column[Any]]) -> Column[Any] | None:
    """Return the column of figures of a name; None without one."""
    for column in columns:
        if column.kind in _FIGURES and column.sort is not None:
            names = (column.key, column.title, column.key.replace("_", ""))
            if name in ("".join(one.casefold().split()) for one in names):
                return column
    return None


def _compared(
    rows: list[Row[Any]], place: int, column: Column[Any], sign: str, number: str
) -> list[Row[Any]]:
    """Return the rows whose figure compares with a number as it is written.

    Equal is what is equal with as many decimals as are written. A row without the figure is left
    out; all rows are returned while the number is still being typed.
    """
    wanted = _number(number)
    if wanted is None or column.sort is None:
        return rows
    decimals = len(number.partition(".")[2])
    test, is_equality = _TESTS[sign], sign in ("=", "!=")
    found = []
    for row, value in zip(rows, sort_keys(column.sort, rows), strict=True):
        text = row.texts[place]
        if text.endswith("%"):  # some are stored as parts of 1
            value = _number(text[:-1])
        if isinstance(value, int | float) and test(
            round(value, decimals) if is_equality else value, wanted
        ):
            found.append(row)
    return found


def _number(text: str) -> float | None:
    """Return a number as columns and people write it; None for another text."""
    try:
        return float(text.replace(",", "").replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        return None


def _sorted(rows: list[Row[Any]], column: Column[Any], descending: bool) -> list[Row[Any]]:
    key = column.sort
    if key is None:
        return rows
    keys = sort_keys(key, rows)
    known = [place for place, key in enumerate(keys) if key is not None]
    known.sort(key=keys.__getitem__, reverse=descending)
    nothing = [row for row, key in zip(rows, keys, strict=True) if key is None]
    return [rows[place] for place in known] + nothing
