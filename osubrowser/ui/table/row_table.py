"""The table of the program: rows to open, copy and sort, columns to choose, move and resize."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.models.table.column import DOWNWARDS, Column
from osubrowser.models.table.paged_model import PagedModel
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.column_layout import ColumnLayout, ColumnState, StoredColumns
from osubrowser.ui.table.column_menu import column_menu
from osubrowser.ui.table.row_input import RowInput

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours


class RowTable(RowInput):
    """A `RowInput` whose columns a person arranges, and whose headings sort.

    Attributes:
        columns_changed: a person moved, resized, hid or showed a column.
    """

    columns_changed = Signal()

    def __init__(self, model: PagedModel, colours: Colours, parent: QWidget | None = None) -> None:
        self._layout = ColumnLayout()
        self._is_fitting = False
        self._kept: tuple[int, dict[object, int]] = (0, {})
        super().__init__(model, colours, parent)
        self._connect(model)
        self._on_model_reset()

    def _connect(self, model: PagedModel) -> None:
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)
        self._header.sectionClicked.connect(self._on_section_clicked)
        self._header.sectionResized.connect(self._on_section_resized)
        self._header.sectionMoved.connect(self._on_section_moved)
        self._header.menu_requested.connect(self._on_header_menu_requested)
        self._header.column_reached.connect(self._on_header_column_reached)

    # --- columns, as others see them ----------------------------------------------------------

    def column_state(self) -> ColumnState:
        """Return the person's choice of columns as plain data, for the settings."""
        return self._layout.state()

    def restore_column_state(self, state: StoredColumns) -> None:
        """Take back a choice that `column_state` returned."""
        self._layout.restore(state)
        self._lay_out_columns()

    def reset_columns(self) -> None:
        """Forget the person's choice of columns."""
        self.restore_column_state(ColumnState())
        self.columns_changed.emit()

    def is_column_shown(self, column: Column[Any]) -> bool:
        """Tell whether a column is shown."""
        return self._layout.is_shown(column)

    def set_column_shown(self, key: str, shown: bool) -> None:
        """Show or hide a column. The last one that is shown stays."""
        self._layout.visible[key] = shown
        if not any(self._layout.is_shown(column) for column in self._rows.columns):
            self._layout.visible[key] = True
        self._lay_out_columns()
        self.columns_changed.emit()

    def column_chooser(self) -> QMenu:
        """Return a menu of what may be done to the columns: choose, sort by, reset."""
        return column_menu(self, self._rows)

    def copy_selection(self) -> int:
        """Put the selected rows on the clipboard as TSV, with headings. Return how many."""
        rows, shown = self.selected_rows(), self.shown_columns()
        if rows:
            columns = self._rows.columns
            lines = [[columns[index].title for index in shown]]
            lines += [[row.texts[index] for index in shown] for row in rows]
            text = "\n".join("\t".join(" ".join(c.split()) for c in line) for line in lines)
            QGuiApplication.clipboard().setText(text)
        return len(rows)

    def sizeHintForColumn(self, column: int) -> int:  # noqa: D102
        first, last = self.visible_rows()
        rows = (self._rows.row_at(number) for number in range(first, last + 1))
        hints = [self._painter.width_hint(row, column) for row in rows if row is not None]
        return max(hints, default=self._header.sectionSize(column))

    # --- columns ------------------------------------------------------------------------------

    def _lay_out_columns(self) -> None:
        self._is_fitting = True
        self._layout.apply(self._header, self._rows.columns)
        self._is_fitting = False
        self._fit_columns()

    def _fit_columns(self) -> None:
        self._is_fitting = True
        self._layout.fit(self._header, self._rows.columns, self.viewport().width())
        self._is_fitting = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit_columns()

    def _on_section_resized(self, index: int, old: int, new: int) -> None:
        if not self._is_fitting and new > 0:
            self._layout.widths[self._rows.columns[index].key] = new
            self.columns_changed.emit()

    def _on_section_moved(self, *_: int) -> None:
        if not self._is_fitting:
            columns = self._rows.columns
            self._layout.order = [columns[index].key for index in self.all_columns()]
            self.columns_changed.emit()
            self.viewport().update()

    def _on_section_clicked(self, index: int) -> None:
        """Sort by a column: the telling way first, then the other way, then not at all."""
        column, now = self._rows.columns[index], self._rows.arrangement
        if column.sort is None:
            return
        first = column.kind in DOWNWARDS
        if now.column is None or now.column.key != column.key:
            self._rows.sort_by(column.key, first)
        elif now.descending == first:
            self._rows.sort_by(column.key, not first)
        else:
            self._rows.sort_by(None)

    def _on_header_column_reached(self, column: int) -> None:
        """Scroll sideways until a column is in view."""
        bar, left = self.horizontalScrollBar(), self._header.sectionViewportPosition(column)
        over = left + self._header.sectionSize(column) - self.viewport().width()
        if over > 0:
            bar.setValue(bar.value() + min(over, left))
        if left < 0:
            bar.setValue(bar.value() + left)

    def _on_header_menu_requested(self, position: QPoint) -> None:
        menu = self.column_chooser()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    # --- what the model says ------------------------------------------------------------------

    def _on_model_about_to_be_reset(self) -> None:
        selected = {row.id: row.number for row in self.selected_rows()}
        self._kept = (self.scroll_position(), selected)

    def _on_model_reset(self) -> None:
        """Set up for the rows that are there now; what was selected stays so if it still is."""
        model = self._rows
        self._painter.set_columns(model.columns)
        self._lay_out_columns()
        start, (position, _) = model.start_row, self._kept
        self.scroll_to_position(position if start is None else start * ROW_HEIGHT)
        arrangement = model.arrangement
        key = arrangement.column.key if arrangement.column is not None else None
        section = next((i for i, c in enumerate(model.columns) if c.key == key), None)
        self._header.set_sorted(section, descending=arrangement.descending)
        self._select_again()
        self._look.start()

    def _select_again(self) -> None:
        """Select what was selected before a reset, by id; after a reload also what is to come."""
        model, (_, selected) = self._rows, self._kept
        if not selected:
            return
        rows = enumerate(map(model.row_at, range(model.rowCount())))
        found = {row.id: n for n, row in rows if row is not None and row.id in selected}
        places = list(found.values())
        if model.start_row is None and not model.is_arranged:
            missing = (number for key, number in selected.items() if key not in found)
            places += [n for n in map(model.view_row_of, missing) if model.row_at(n) is None]
        self._select(sorted(places))

    def clear_arrangement(self) -> None:
        """Show the rows in the list's own order again, all of them."""
        self._rows.clear_arrangement()
