"""Columns of tables in the settings: order, visibility and widths by name of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.settings.schema import TableState

if TYPE_CHECKING:
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.table.row_table import RowTable


class ColumnStore:
    """Restores the columns of a table from the settings, and saves changes.

    Args:
        table: shows one list after the other.
        settings: where columns are saved.
    """

    def __init__(self, table: RowTable, settings: Settings) -> None:
        self._table = table
        self._settings = settings
        self._name = ""
        self._has_changed = False
        table.columns_changed.connect(self._on_columns_changed)

    def use(self, name: str) -> None:
        """Restore the columns of a list by its name; "" leaves them as they are, unsaved."""
        self.save()
        self._name = name
        if name:
            self._table.restore_column_state(self._settings.table(name))

    def save(self) -> None:
        """Write changes to the settings file: not at each pixel that a column is dragged."""
        if self._has_changed:
            self._has_changed = False
            self._settings.save()

    def _on_columns_changed(self) -> None:
        if self._name:
            state = self._table.column_state()
            self._settings.tables[self._name] = TableState(
                state.order, state.hidden, state.shown, state.widths
            )
            self._has_changed = True
