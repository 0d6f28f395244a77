"""Rows of a list that is in RAM and changes: formatted on a worker, updated in place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.models.table.column import Column, Row, make_rows
from osubrowser.models.table.sources import CursorSource, LoadState, RowsPage
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.services.runtime.calls import Calls

T = TypeVar("T")

_DELAY: Final = 100
"""Milliseconds in which changes are collected."""


class LiveRows(QObject, Generic[T]):
    """Source of all items of a list, as one page, which follows their changes.

    Items are immutable: a change is another item of the same id. Only new items are formatted.

    Args:
        model: shows the rows, while it shows `source`.
        calls: runs the formatting on a worker.
        items: returns all items in order.
        identity: `item -> id`.
        parent: the Qt parent.
        is_numbered: whether a column shows the position of an item; else the rows of unchanged
            items are reused wherever they move.
        before: awaited before the items are read for the first time, such as a load of them; its
            errors are those of the source.

    Attributes:
        changes_started, changed: before and after all rows of the model are replaced.
    """

    changes_started = Signal()
    changed = Signal()

    def __init__(
        self,
        model: PagedModel,
        calls: Calls,
        items: Callable[[], Sequence[T]],
        identity: Callable[[T], Hashable],
        parent: QObject,
        *,
        is_numbered: bool = True,
        before: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._calls = calls
        self._items = items
        self._identity = identity
        self._is_numbered = is_numbered
        self._before = before
        self._columns: Sequence[Column[T]] = ()
        self._rows: dict[Hashable, Row[T]] = {}
        self._changed: dict[Hashable, T] = {}
        self._has_other_items = False
        self._scope = TaskScope()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self._on_timeout)

    def source(self, columns: Sequence[Column[T]]) -> CursorSource:
        """Return the source of the rows, in these columns."""
        self._columns = columns
        self._rows = {}
        self._changed.clear()
        self._has_other_items = False

        async def fetch(_cursor: object | None) -> RowsPage:
            if self._before is not None:
                await self._before()
            rows = await self._formatted(self._items())
            return RowsPage(rows, total=len(rows))

        return CursorSource(fetch)

    def adopt(self, rows: Iterable[Row[T]]) -> None:
        """Take rows that the model has, such as restored ones, as those of the present items."""
        self._rows = {row.id: row for row in rows}

    def update(self, items: Iterable[T]) -> None:
        """Take note of changed items; those that are not in the list are ignored."""
        self._changed.update((self._identity(item), item) for item in items)
        self._start()

    def update_all(self) -> None:
        """Take note that items were added, removed or moved."""
        self._has_other_items = True
        self._start()

    def stop(self) -> None:
        """Drop the changes; called when the list is left."""
        self._timer.stop()
        self._scope.cancel_all()
        self._changed.clear()
        self._rows = {}

    def _start(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_timeout(self) -> None:
        self._scope.start(self._apply(), key="apply")

    async def _apply(self) -> None:
        state = self._model.state
        if state in (LoadState.IDLE, LoadState.FAILED):
            return
        if state is LoadState.LOADING:  # the page under way may lack these changes
            self._start()
            return
        if self._has_other_items:
            self._has_other_items = False
            self._changed.clear()
            rows = await self._formatted(self._items())
            self.changes_started.emit()
            self._model.replace_all(rows)
            self.changed.emit()
        elif self._changed:
            changed, self._changed = self._changed, {}
            known = [(key, item) for key, item in changed.items() if key in self._rows]
            numbers = [self._rows[key].number for key, _ in known]
            columns, items = self._columns, [item for _, item in known]
            rows = await self._calls.run_at_once(
                _made, columns, list(zip(items, numbers, strict=True)), self._identity
            )
            self._rows.update((row.id, row) for row in rows)
            self._model.update_rows(rows)

    async def _formatted(self, items: Sequence[T]) -> list[Row[T]]:
        """Return the rows of all items; those of unchanged items at the same place are reused."""
        rows = await self._calls.run_at_once(
            _all_made,
            self._columns,
            list(items),
            self._identity,
            self._rows,
            self._is_numbered,
        )
        self._rows = {row.id: row for row in rows}
        return rows


def _all_made(
    columns: Sequence[Column[T]],
    items: Sequence[T],
    identity: Callable[[T], Hashable],
    known: dict[Hashable, Row[T]],
    is_numbered: bool,
) -> list[Row[T]]:
    rows: list[Row[Any] | None] = []
    missing: list[tuple[T, int]] = []
    for number, item in enumerate(items, 1):
        row = known.get(identity(item))
        is_same = row is not None and row.item is item and (row.number == number or not is_numbered)
        rows.append(row if is_same else None)
        if not is_same:
            missing.append((item, number))
    made = iter(_made(columns, missing, identity))
    return [next(made) if row is None else row for row in rows]


def _made(
    columns: Sequence[Column[T]],
    items: Sequence[tuple[T, int]],
    identity: Callable[[T], Hashable],
) -> list[Row[T]]:
    """Return the rows of items with their numbers; consecutive ones are formatted together."""
    rows: list[Row[T]] = []
    start = 0
    for at in range(1, len(items) + 1):
        if at == len(items) or items[at][1] != items[at - 1][1] + 1:
            block = items[start:at]
            rows += make_rows(
                columns,
                [item for item, _ in block],
                first_number=block[0][1],
                identity=identity,
            )
            start = at
    for row in rows:
        row.search  # noqa: B018 - computed on the worker
    return rows
