"""Difference of two lists of rows, as changes of an item model that keep selection and position."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Final, NamedTuple

from osubrowser.models.table.column import Row

MOST_RANGES: Final = 64
"""Ranges of removed and inserted rows up to which changes are cheaper than a reset."""

Range = tuple[int, int]
"""First and last index."""


class RowChanges(NamedTuple):
    """Changes from one list of rows to another, to be applied in this order.

    Attributes:
        removed: ranges of the old list, from bottom to top.
        kept: the rows that stay, in their old order, as they are in the new list.
        inserted: ranges of `rows`, from top to bottom.
        changed: ranges of `rows` that were here before, as other objects.
        rows: the new list.
    """

    removed: list[Range]
    kept: list[Row[Any]]
    inserted: list[Range]
    changed: list[Range]
    rows: list[Row[Any]]


def row_changes(
    old: Sequence[Row[Any] | None], new: Sequence[Row[Any]], *, keep_order: bool
) -> RowChanges | None:
    """Return the changes from one list of rows to another; None where a reset is better.

    Args:
        old: the rows that are shown; a list with skeletons is better reset.
        new: the rows to show.
        keep_order: rows of both lists stay in their old order. Else a change of it needs a reset.
    """
    before = {row.id: row for row in old if row is not None}
    after = {row.id: row for row in new}
    if len(before) != len(old) or len(after) != len(new):
        return None
    order = [key for key in before if key in after]
    kept = [after[key] for key in order]
    rows = list(new)
    if order != [key for key in after if key in before]:
        if not keep_order:
            return None
        rows = _with_order(kept, new, before)
    removed = _ranges(n for n, key in enumerate(before) if key not in after)
    inserted = _ranges(n for n, row in enumerate(rows) if row.id not in before)
    if len(removed) + len(inserted) > MOST_RANGES:
        return None
    changed = _ranges(
        n for n, row in enumerate(rows) if (known := before.get(row.id)) and known is not row
    )
    return RowChanges(removed[::-1], kept, inserted, changed, rows)


def _with_order(
    kept: Iterable[Row[Any]], new: Iterable[Row[Any]], known: dict[Hashable, Row[Any]]
) -> list[Row[Any]]:
    """Return the kept rows in their order, with each other row above the one that it preceded."""
    waiting, above = list[Row[Any]](), dict[Hashable, list[Row[Any]]]()
    for row in new:
        if row.id in known:
            if waiting:
                above[row.id], waiting = waiting, []
        else:
            waiting.append(row)
    rows = list[Row[Any]]()
    for row in kept:
        rows += above.get(row.id, ())
        rows.append(row)
    return rows + waiting


def ranges(indexes: Iterable[int], most: int | None = None) -> list[Range] | None:
    """Return ascending indexes as ranges; None for more than `most`."""
    found = list[Range]()
    for index in indexes:
        if found and found[-1][1] == index - 1:
            found[-1] = (found[-1][0], index)
        elif len(found) == most:
            return None
        else:
            found.append((index, index))
    return found


def _ranges(indexes: Iterable[int]) -> list[Range]:
    return ranges(indexes) or []
