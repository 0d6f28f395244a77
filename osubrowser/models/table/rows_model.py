"""Table model of loaded rows and skeletons, in source order, or sorted and filtered."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from osubrowser.models.table.column import RIGHT, Column, Placeholders, Row
from osubrowser.models.table.cursor_pages import CursorPages
from osubrowser.models.table.numbered_pages import NumberedPages, Splice
from osubrowser.models.table.sort_filter import SortedRows, SortFilter
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.table.row_changes import Range
    from osubrowser.models.table.row_filter import RowFilter

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role of the `Row` of a cell; None for a skeleton."""

_SLICE: Final = 1000  # rows that a row filter is asked about at once: a few milliseconds
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    """Return the text alignment of the cells and the heading of a column."""
    return _RIGHT if column.kind in RIGHT else _LEFT


def cell(columns: tuple[Column[Any], ...], row: Row[Any] | None, index: int, role: int) -> Any:  # noqa: ANN401
    """Return the data of a cell for a Qt role: texts are only looked up. None for a skeleton."""
    if role == ROW_ROLE:
        return row
    if row is None:
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return row.texts[index]
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return row.spoken[index]
    if role == Qt.ItemDataRole.ToolTipRole:
        return row.tooltips[index] or None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return alignment(columns[index])
    return None


def heading(column: Column[Any], role: int) -> Any:  # noqa: ANN401
    """Return the data of a heading for a Qt role."""
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return column.title
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        return column.description or None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return alignment(column)
    return None


_MOST_MERGED: Final = 200
"""Rows that come or go up to which it is tried to tell of each range of them."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Saved rows of a list, to restore them without a request.

    Attributes:
        pages: the rows.
        arrangement: their order and filter.
        placeholders: of the list.
        reasons: why rows were hidden, by their ids.
    """

    pages: NumberedPages | CursorPages
    arrangement: SortFilter
    placeholders: Placeholders
    reasons: Mapping[Hashable, int]


class RowsModel(QAbstractTableModel):
    """Table model of rows; a subclass loads them.

    Attributes:
        start_row: the first visible row of views after a reset; None keeps the present one.
    """

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.start_row: int | None = 0
        self._columns = tuple(columns)
        self._spoken_columns: tuple[int, ...] | None = None
        self._pages: NumberedPages | CursorPages = CursorPages()
        self._arrangement = SortFilter()
        self._is_arranged = False  # whether that is an order or a filter
        self._arranged: list[Row[Any]] | None = None
        self._sorted: SortedRows | None = None  # of these, while pages arrive
        self._row_filter: RowFilter | None = None
        self._reasons: dict[Hashable, int] = {}  # why rows are hidden, by their ids
        # Slots about which the row filter is to be asked, and what it has answered so far.
        self._questions: deque[tuple[list[Row[Any] | None], Callable[[Row[Any]], bool]]] = deque()
        self._answers: dict[Hashable, int] = {}
        self._is_new_filter = False
        self._asking: QTimer | None = None
        self._slots_shown: list[int] | None = None  # slots of the view rows, while all are in order
        self._placeholders = Placeholders()

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """The columns, in the order of `Row.texts`."""
        return self._columns

    @property
    def total(self) -> int | None:
        """Number of rows of the whole list; None if it is unknown."""
        return self._pages.total

    @property
    def loaded(self) -> int:
        """Number of loaded rows."""
        return self._pages.loaded

    @property
    def arrangement(self) -> SortFilter:
        """Order and filter of the loaded rows."""
        return self._arrangement

    @property
    def is_arranged(self) -> bool:
        """Whether rows are sorted or filtered by a text: then only the loaded ones are shown."""
        return self._is_arranged

    @property
    def row_filter(self) -> RowFilter | None:
        """Filter by what is known here; None for none."""
        return self._row_filter

    @property
    def is_filtering(self) -> bool:
        """Whether rows are about to be hidden or shown: the row filter is being asked."""
        return bool(self._questions)

    @property
    def hidden_reasons(self) -> list[int]:
        """Why each loaded row is hidden by the row filter, as bits; 0 for those that are not."""
        return list(self._reasons.values())

    @property
    def hidden(self) -> int:
        """Number of loaded rows that the row filter hides."""
        return sum(map(bool, self._reasons.values()))

    def set_spoken_columns(self, columns: Sequence[int]) -> None:
        """Set the columns of the sentence of a row, as indexes in their order.

        It is the `AccessibleDescriptionRole` of each of its cells; by default it has all columns.
        """
        self._spoken_columns = tuple(columns)

    def row_at(self, view_row: int) -> Row[Any] | None:
        """Return the row at a view row; None while it is a skeleton."""
        rows = self._pages.slots if self._arranged is None else self._arranged
        return rows[view_row] if 0 <= view_row < len(rows) else None

    def view_row_of(self, number: int) -> int:
        """Return the view row of the item at this 1-based position in the list, or the nearest."""
        return self._pages.slot_of(number)

    def number_of(self, view_row: int) -> int:
        """Return the 1-based position in the list of the item at a view row."""
        row = self.row_at(view_row)
        return self._pages.number_of(view_row) if row is None else row.number

    def placeholder_at(self, view_row: int) -> str:
        """Return the text that a skeleton shows, such as its rank; "" for none."""
        return self._placeholder(self._placeholders.shown, view_row)

    def _placeholder(self, texts: Sequence[str], view_row: int) -> str:
        number = self.number_of(view_row) if texts else 0
        return texts[number - 1] if 0 < number <= len(texts) else ""

    def _take_placeholders(self, page: RowsPage) -> None:
        if page.placeholders is not None:
            self._placeholders = page.placeholders

    def sort_by(self, column_key: str | None, descending: bool = False) -> None:
        """Sort the loaded rows by a column; None for source order."""
        column = next((c for c in self._columns if c.key == column_key), None)
        if column is not None and column.sort is None:
            return
        self._arrange(SortFilter(column, descending, self._arrangement.needle))

    def set_filter(self, text: str) -> None:
        """Show only loaded rows that match `text`, as of `SortFilter.needle`; "" shows all."""
        old = self._arrangement
        self._arrange(SortFilter(old.column, old.descending, text))

    def set_row_filter(self, row_filter: RowFilter | None) -> None:
        """Hide the loaded rows that a filter has reasons to hide, and those that will be loaded.

        The rows that stay keep selection and scroll position; the list loads on until the view is
        full. It stays for other lists, until another one is set. In a long list the rows change
        together, once the filter was asked about all, in slices between other events.
        """
        if row_filter is None and self._row_filter is None:
            return
        self._row_filter = row_filter
        self._questions.clear()
        self._answers, self._is_new_filter = {}, True
        if row_filter is None:
            self._reasons = {}
            self._filter_again()
        else:
            self._ask_about(lambda _row: True)

    def filter_again(self, is_changed: Callable[[Row[Any]], bool]) -> None:
        """Ask the row filter again, after something that it depends on has changed.

        Args:
            is_changed: whether this may concern a row.
        """
        if self._row_filter is not None:
            self._ask_about(is_changed)

    def _ask_about(self, is_changed: Callable[[Row[Any]], bool]) -> None:
        """Ask the row filter about rows; at once if they are few, and no others are waiting."""
        is_first = not self._questions
        self._queue_questions(is_changed)
        if is_first:
            self._ask_some()

    def _queue_questions(self, is_changed: Callable[[Row[Any]], bool]) -> None:
        """Let rows wait until the row filter is asked about them."""
        rows = self._pages.slots
        for start in range(0, len(rows), _SLICE):
            self._questions.append((rows[start : start + _SLICE], is_changed))
        if self._asking is None:
            self._asking = QTimer(self, singleShot=True, interval=0)
            self._asking.timeout.connect(self._ask_some)
        self._asking.start()

    def _ask_some(self) -> None:
        """Ask about a slice of the rows that wait; after the last one, show what is left."""
        if self._row_filter is None:
            return
        if self._questions:
            slots, is_changed = self._questions.popleft()
            rows = [row for row in slots if row is not None and is_changed(row)]
            known, answers = self._reasons, self._answers
            for row, reason in zip(rows, self._row_filter.reasons(rows), strict=True):
                if known.get(row.id) != reason:
                    answers[row.id] = reason
                else:
                    answers.pop(row.id, None)  # of a question before this one
        if self._asking is not None:
            if self._questions:
                self._asking.start()
                return
            self._asking.stop()
        answers, self._answers = self._answers, {}
        is_new, self._is_new_filter = self._is_new_filter, False
        if answers or is_new:
            self._take_reasons(answers)

    def _take_reasons(self, changed: dict[Hashable, int]) -> None:
        """Hide and show rows whose reasons have changed."""
        from osubrowser.models.table.row_changes import MOST_RANGES, ranges

        known = self._reasons
        hidden = {key for key, reason in changed.items() if reason and not known.get(key)}
        shown = {key for key, reason in changed.items() if not reason and known.get(key)}
        known |= changed
        if self._is_arranged or not isinstance(self._pages, CursorPages) or not self._pages.loaded:
            self._filter_again()
            return
        old = cast(
            "list[Row[Any]]", self._pages.slots if self._arranged is None else self._arranged
        )
        rows = self._kept(self._pages)
        if len(rows) != len(old) - len(hidden) + len(shown):  # rows have come and gone meanwhile
            self._filter_again()
            return
        removed = ranges((n for n, row in enumerate(old) if row.id in hidden), MOST_RANGES)
        inserted = ranges((n for n, row in enumerate(rows) if row.id in shown), MOST_RANGES)
        if removed is None or inserted is None:
            self.start_row = None
            self.beginResetModel()
            self._arranged, self._slots_shown = rows, None
            self.endResetModel()
        else:
            self._change_shown(old, rows, removed, inserted)
        self._on_filtered()

    def _change_shown(
        self, old: list[Row[Any]], rows: list[Row[Any]], removed: list[Range], inserted: list[Range]
    ) -> None:
        """Show `rows` in place of `old`, which are in the same order."""
        shown, nowhere = list(old), QModelIndex()
        self._arranged, self._slots_shown = shown, None
        for first, last in reversed(removed):
            self.beginRemoveRows(nowhere, first, last)
            del shown[first : last + 1]
            self.endRemoveRows()
        for first, last in inserted:
            self.beginInsertRows(nowhere, first, last)
            shown[first:first] = rows[first : last + 1]
            self.endInsertRows()

    def _filter_again(self) -> None:
        """Show the rows that are left, after a change of the row filter."""
        kept = self._kept(self._pages)
        if kept == self._arranged and not self._is_arranged:
            self._on_filtered()
            return
        is_small = abs(len(kept) - self.rowCount()) <= _MOST_MERGED
        if is_small and self._pages.loaded and isinstance(self._pages, CursorPages):
            self._merge(self._pages.copy())
        else:
            self._reset_shown()
        self._on_filtered()

    def _reset_shown(self) -> None:
        """Show the loaded rows anew, at the present scroll position."""
        self.start_row = None
        self.beginResetModel()
        self._set_arrangement(self._arrangement)
        self.endResetModel()

    def clear_arrangement(self) -> None:
        """Show all rows in source order."""
        self._arrange(SortFilter())

    def loaded_rows(self) -> list[Row[Any]]:
        """Return the loaded rows in the order of the view."""
        if self._arranged is not None:
            return list(self._arranged)
        return [row for row in self._pages.slots if row is not None]

    def snapshot(self) -> object:
        """Return the rows with their order and filter, for `show`."""
        return Snapshot(
            self._pages.copy(), self._arrangement, self._placeholders, self._reasons.copy()
        )

    def _left_at(self) -> int:
        """Return the first visible row before rows were sorted or filtered."""
        return 0

    def _on_arranged(self) -> None:
        """Called after a change of order or filter, for subclasses."""

    def _on_filtered(self) -> None:
        """Called after a change of the row filter, for subclasses."""

    # --- arriving pages -----------------------------------------------------------------------

    def _begin(self, empty: NumberedPages | CursorPages, snapshot: object = None) -> None:
        """Restore the rows of a snapshot, else start with `empty`; within a reset."""
        self._questions.clear()
        self._reasons, self._answers = {}, {}
        if isinstance(snapshot, Snapshot) and snapshot.pages.loaded:
            self._pages, self._placeholders = snapshot.pages.copy(), snapshot.placeholders
            if self._row_filter is not None:
                # The filter may be another one now; asking it about all rows may take a while.
                self._reasons = dict(snapshot.reasons)
                self._queue_questions(lambda _row: True)
            self._set_arrangement(self._known(snapshot.arrangement))
        else:
            self._pages, self._placeholders = empty, Placeholders()
            self._set_arrangement(SortFilter())

    def _kept(self, pages: NumberedPages | CursorPages, first: int = 0) -> list[Row[Any]]:
        """Return the loaded rows that the row filter does not hide, from a slot on."""
        slots = pages.slots[first:] if first else pages.slots
        rows = [row for row in slots if row is not None]
        if self._row_filter is None:
            return rows
        reasons = self._reasons
        new = [row for row in rows if row.id not in reasons]
        if new:
            found = self._row_filter.reasons(new)
            reasons.update(zip((row.id for row in new), found, strict=True))
        if not first and len(reasons) > len(rows):  # of rows that are gone
            self._reasons = reasons = {row.id: reasons[row.id] for row in rows}
        return [row for row in rows if not reasons[row.id]]

    def _forget_reasons(self, page: RowsPage) -> None:
        """Forget why rows are hidden that a page replaces."""
        for row in page.rows:
            self._reasons.pop(row.id, None)
            self._answers.pop(row.id, None)

    def _is_here(self, number: int) -> bool:
        """Return whether a page has been loaded."""
        if isinstance(self._pages, NumberedPages):
            return number in self._pages.known
        return number < self._pages.next_number

    def _place(self, number: int, page: RowsPage) -> None:
        """Insert a page."""
        self._take_placeholders(page)
        if self._arranged is not None and not self._is_arranged:
            self._append(number, page)
        elif self._arranged is not None:
            before = self._pages.loaded
            for splice in self._pages.place(number, page):
                self._pages.apply(splice)
            self._arrange_new(before)
        else:
            for splice in self._pages.place(number, page):
                self._apply(splice)

    def _arrange_new(self, before: int) -> None:
        """Sort and filter the rows that have arrived, after `before` slots of a list by cursor."""
        column, shown = self._arrangement.column, self._arranged
        if column is None or shown is None or not isinstance(self._pages, CursorPages):
            self._arrange(self._arrangement)
            return
        if self._sorted is None or self._sorted.rows is not shown:
            self._sorted = SortedRows(shown, column, self._arrangement.descending)
        kept = self._kept(self._pages, before)
        self._sorted.add(SortFilter(needle=self._arrangement.needle).apply(kept, self._columns))
        self.start_row = None
        self.beginResetModel()
        self._arranged = self._sorted.rows
        self.endResetModel()
        self._on_arranged()

    def _append(self, number: int, page: RowsPage) -> None:
        """Insert a page while the row filter alone hides rows."""
        shown = self._arranged
        assert shown is not None  # noqa: S101 - with a row filter the shown rows are a list
        before = self._pages.loaded
        for splice in self._pages.place(number, page):
            self._pages.apply(splice)
        if not isinstance(self._pages, CursorPages):  # a page between others
            self._reset_shown()
        elif kept := self._kept(self._pages, before):
            self.beginInsertRows(NOWHERE, len(shown), len(shown) + len(kept) - 1)
            shown += kept
            self._slots_shown = None
            self.endInsertRows()

    def _renew(self, number: int, page: RowsPage) -> None:
        """Replace a cached page by the fresh one, without a change of the scroll position."""
        self._take_placeholders(page)
        self._forget_reasons(page)
        before, pages = self._pages.slots, self._pages.renewed(number, page)
        if self._row_filter is not None and isinstance(pages, CursorPages):
            self._merge(pages)
            return
        same = len(before) == len(pages.slots) and all(
            (old is new) or (old is not None and new is not None and old.id == new.id)
            for old, new in zip(before, pages.slots, strict=True)
        )
        if same and self._arranged is None and before:
            self._pages = pages
            self._tell_changed(before)
            return
        self.start_row = None
        self.beginResetModel()
        self._pages = pages
        self._set_arrangement(self._arrangement)
        self.endResetModel()

    def update_rows(self, rows: Iterable[Row[Any]]) -> None:
        """Replace loaded rows by changed ones with the same ids, without a reset.

        Sorted rows stay where they are, as in `_merge`. Rows with unknown ids are ignored.
        """
        fresh = {row.id: row for row in rows}
        if isinstance(self._pages, NumberedPages):
            self._update_numbered(self._pages, fresh)
            return
        pages = self._pages if self._arranged is None else self._pages.copy()
        slots, changed = pages.slots, []
        for number, row in enumerate(slots):
            if row is not None and row.id in fresh:
                slots[number] = fresh[row.id]
                self._reasons.pop(row.id, None)
                self._answers.pop(row.id, None)
                changed.append(number)
        if changed and self._arranged is not None:
            self._merge(pages)
        elif changed:
            self._tell_rows(changed)

    def _update_numbered(self, pages: NumberedPages, fresh: Mapping[Hashable, Row[Any]]) -> None:
        """Replace loaded rows of a list by page number."""
        if not fresh:
            return
        for row in fresh.values():
            self._reasons.pop(row.id, None)
            self._answers.pop(row.id, None)
        changed = pages.update(fresh)
        if self._arranged is not None:
            self._arranged = [fresh.get(row.id, row) for row in self._arranged]
            changed = [n for n, row in enumerate(self._arranged) if row.id in fresh]
        self._tell_rows(changed)

    def _tell_rows(self, numbers: Sequence[int]) -> None:
        """Emit `dataChanged` for view rows in ascending order, once for each range."""
        last_column = len(self._columns) - 1
        start = previous = None
        for number in [*numbers, None]:
            if start is not None and previous is not None and number != previous + 1:
                self.dataChanged.emit(self.index(start, 0), self.index(previous, last_column))
                start = None
            start, previous = (number if start is None else start), number

    def _tell_changed(self, before: Sequence[object]) -> None:
        """Emit `dataChanged` for rows that changed in place."""
        after = self._pages.slots
        changed = [n for n, row in enumerate(after) if row is not before[n]]
        if changed and self._columns:
            last = self.index(changed[-1], len(self._columns) - 1)
            self.dataChanged.emit(self.index(changed[0], 0), last)

    def _replace(self, pages: NumberedPages | CursorPages, number: int, page: RowsPage) -> None:
        """Replace all rows by a page in `pages`, without a change of the scroll position."""
        self._take_placeholders(page)
        self._forget_reasons(page)
        for splice in pages.place(number, page):
            pages.apply(splice)
        self.start_row = None
        self.beginResetModel()
        self._pages = pages
        self._set_arrangement(self._arrangement)
        self.endResetModel()

    # --- rows that changed --------------------------------------------------------------------

    def _merge(self, pages: CursorPages) -> None:
        """Replace all rows, with the signals of what has changed: selection and position stay.

        Under an order of the view, rows that are here already keep their places, so that none
        moves while it is looked at; `arrange_again` sorts them.
        """
        from osubrowser.models.table.row_changes import row_changes

        rows = self._kept(pages)
        arrangement = self._arrangement
        wanted = arrangement.apply(rows, self._columns) if arrangement else rows
        old = self._pages.slots if self._arranged is None else self._arranged
        changes = row_changes(old, wanted, keep_order=arrangement.column is not None)
        if changes is None:
            self.start_row = None
            self.beginResetModel()
            self._pages = pages
            self._set_arrangement(arrangement)
            self.endResetModel()
            return
        shown, nowhere = list(old), QModelIndex()
        self._show_slots(shown)
        for first, last in changes.removed:
            self.beginRemoveRows(nowhere, first, last)
            del shown[first : last + 1]
            self.endRemoveRows()
        shown[:] = changes.kept
        for first, last in changes.inserted:
            self.beginInsertRows(nowhere, first, last)
            shown[first:first] = changes.rows[first : last + 1]
            self.endInsertRows()
        self._pages = pages
        is_list = bool(arrangement) or self._row_filter is not None
        self._arranged, self._slots_shown = (changes.rows if is_list else None), None
        columns = len(self._columns) - 1
        for first, last in changes.changed:
            self.dataChanged.emit(self.index(first, 0), self.index(last, columns))

    def _slots_of_view(self) -> list[int]:
        """Return the slots of the view rows, while the row filter alone hides rows."""
        if self._slots_shown is None:
            reasons = self._reasons
            self._slots_shown = [
                slot
                for slot, row in enumerate(self._pages.slots)
                if row is not None and not reasons.get(row.id)
            ]
        return self._slots_shown

    def _show_slots(self, rows: list[Row[Any] | None]) -> None:
        """Show a list of rows while it is changed, in place of the equal one."""
        if self._arranged is None:
            self._pages = self._pages.copy()
            self._pages.slots = rows
        else:
            self._arranged = cast("list[Row[Any]]", rows)

    def arrange_again(self) -> None:
        """Sort and filter the loaded rows again, after rows changed."""
        shown = self._arranged
        if shown is None:
            return
        sorted_ = self._arrangement.apply(self._kept(self._pages), self._columns)
        if [row.id for row in sorted_] != [row.id for row in shown]:
            self._arrange(self._arrangement)

    # --- changes ------------------------------------------------------------------------------

    def _apply(self, splice: Splice) -> None:
        """Apply a change of the slots, with the signals of the item model."""
        old, new = splice.removed, len(splice.slots)
        common, nowhere = min(old, new), QModelIndex()
        start = splice.first + common
        if new < old:
            self.beginRemoveRows(nowhere, start, splice.first + old - 1)
            self._pages.apply(Splice(start, old - new, []))
            self.endRemoveRows()
        elif new > old:
            self.beginInsertRows(nowhere, start, splice.first + new - 1)
            self._pages.apply(Splice(start, 0, splice.slots[common:]))
            self.endInsertRows()
        if common and self._columns:
            self._pages.apply(Splice(splice.first, common, splice.slots[:common]))
            last = self.index(start - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(splice.first, 0), last)

    def _arrange(self, arrangement: SortFilter) -> None:
        if not arrangement and not self._is_arranged:
            self._arrangement = arrangement
            return
        again = arrangement == self._arrangement
        # Another order starts at the top; source order at the position before.
        self.start_row = None if again else (0 if arrangement else self._left_at())
        self.beginResetModel()
        self._set_arrangement(arrangement)
        self.endResetModel()
        self._on_arranged()

    def _known(self, arrangement: SortFilter) -> SortFilter:
        """Return an order and filter with the present column of the same key."""
        key = arrangement.column.key if arrangement.column is not None else None
        column = next((c for c in self._columns if c.key == key), None)
        return SortFilter(column, arrangement.descending, arrangement.needle)

    def _set_arrangement(self, arrangement: SortFilter) -> None:
        self._arrangement, self._slots_shown = arrangement, None
        self._is_arranged = bool(arrangement)
        if not self._is_arranged and self._row_filter is None:
            self._arranged = None
            return
        kept = self._kept(self._pages)
        self._arranged = arrangement.apply(kept, self._columns) if self._is_arranged else kept

    # --- Qt overrides -------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: D102
        if parent.isValid():
            return 0
        return len(self._pages.slots if self._arranged is None else self._arranged)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and row is not None:
            spoken = self._spoken_columns
            known = range(len(self._columns)) if spoken is None else spoken
            return row.sentence(index for index in known if index < len(self._columns))
        if row is None and role == Qt.ItemDataRole.AccessibleTextRole:
            return self._placeholder(self._placeholders.spoken, index.row()) or tr("Loading")
        return cell(self._columns, row, index.column(), role)

    def headerData(  # noqa: D102
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return heading(self._columns[section], role)
