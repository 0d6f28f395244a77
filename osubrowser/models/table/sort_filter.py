"""Client-side order and filter of loaded rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from osubrowser.models.table.column import Column, Row, sort_keys


@dataclass(frozen=True, slots=True)
class SortFilter:
    """Order and filter of loaded rows.

    Attributes:
        column: column to sort by; None for source order.
        descending: largest first.
        needle: words that a row must all contain, case-insensitive; "" for every row.
    """

    column: Column[Any] | None = None
    descending: bool = False
    needle: str = ""

    def __bool__(self) -> bool:
        return self.column is not None or bool(self.needle.strip())

    def apply(self, rows: Iterable[Row[Any]]) -> list[Row[Any]]:
        """Return the matching rows in order. Rows without a value come last in either direction."""
        words = self.needle.casefold().split()
        chosen = list(rows)
        for word in words:
            chosen = [row for row in chosen if word in row.search]
        return chosen if self.column is None else _sorted(chosen, self.column, self.descending)


def _sorted(rows: list[Row[Any]], column: Column[Any], descending: bool) -> list[Row[Any]]:
    key = column.sort
    if key is None:
        return rows
    keys = sort_keys(key, rows)
    known = [place for place, key in enumerate(keys) if key is not None]
    known.sort(key=keys.__getitem__, reverse=descending)
    nothing = [row for row, key in zip(rows, keys, strict=True) if key is None]
    return [rows[place] for place in known] + nothing
