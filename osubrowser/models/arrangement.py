"""The order and the choice of loaded rows that a person asked for, apart from the list's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from osubrowser.models.column import Column, Row


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How loaded rows are sorted and filtered.

    Attributes:
        column: what to sort by, or None for the list's own order.
        descending: largest first.
        needle: words that a row must all contain, in any case; "" for every row.
    """

    column: Column[Any] | None = None
    descending: bool = False
    needle: str = ""

    def __bool__(self) -> bool:
        return self.column is not None or bool(self.needle.strip())

    def apply(self, rows: Iterable[Row[Any]]) -> list[Row[Any]]:
        """Return the chosen rows in the chosen order. Rows without a value come last either way."""
        words = self.needle.casefold().split()
        chosen = list(rows)
        for word in words:
            chosen = [row for row in chosen if word in row.search]
        return chosen if self.column is None else _sorted(chosen, self.column, self.descending)


def _sorted(rows: list[Row[Any]], column: Column[Any], descending: bool) -> list[Row[Any]]:
    with_key = [(row.sort_key(column), row) for row in rows]
    known = [pair for pair in with_key if pair[0] is not None]
    known.sort(key=itemgetter(0), reverse=descending)
    return [row for _, row in known] + [row for key, row in with_key if key is None]
