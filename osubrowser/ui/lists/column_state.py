"""Keeps the choice of columns of each ranking type in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.settings.schema import TableState

if TYPE_CHECKING:
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.table.row_table import RowTable


class ColumnStore:
    """Gives a table the columns that were chosen for what it shows, and notes new choices."""

    def __init__(self, table: RowTable, settings: Settings) -> None:
        self._table = table
        self._settings = settings
        self._name = ""
        self._has_news = False
        table.columns_changed.connect(self._on_columns_changed)

    def use(self, name: str) -> None:
        """Lay the columns out as they were chosen for the table called `name`."""
        self.keep()
        self._name = name
        self._table.restore_column_state(self._settings.table(name))

    def keep(self) -> None:
        """Write what was chosen since the last time; not at each pixel that a column is dragged."""
        if self._has_news:
            self._has_news = False
            self._settings.save()

    def _on_columns_changed(self) -> None:
        if self._name:
            chosen = self._table.column_state()
            self._settings.tables[self._name] = TableState(
                chosen.order, chosen.hidden, chosen.shown, chosen.widths
            )
            self._has_news = True
