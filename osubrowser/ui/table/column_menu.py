"""Menu of the columns of a table: visibility, sorting, reset."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from osubrowser.models.table.column import Column
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.ui.table.row_table import RowTable


def column_menu(table: RowTable, model: PagedModel) -> QMenu:
    """Return the menu of the columns of `table`, which is its parent."""
    menu = ColumnMenu(table)
    for index in table.all_columns():
        _add_column(menu, table, model.columns[index])
    menu.addSeparator()
    _add_sorting(menu.addMenu("Sort loaded rows by"), model)
    menu.addAction("Usual columns").triggered.connect(table.reset_columns)
    return menu


class ColumnMenu(QMenu):
    """Menu that stays open while columns are checked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the column under the mouse; all else is the menu's."""
        if not self._toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle the current column with Space or Enter; all else is the menu's."""
        is_press = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_press and self._toggle(self.activeAction())):
            super().keyPressEvent(event)

    @staticmethod
    def _toggle(action: QAction | None) -> bool:
        is_column = action is not None and action.isCheckable()
        if action is not None and is_column:
            action.trigger()
        return is_column


def _add_column(menu: QMenu, table: RowTable, column: Column[Any]) -> None:
    action = menu.addAction(_plain(column.title))
    action.setToolTip(column.description)
    action.setCheckable(True)
    action.setChecked(table.is_column_shown(column))

    def show(shown: bool) -> None:
        table.set_column_shown(column.key, shown)
        action.setChecked(table.is_column_shown(column))  # the last column stays

    action.toggled.connect(show)


def _add_sorting(menu: QMenu, model: PagedModel) -> None:
    now = model.arrangement
    own = menu.addAction("Order of the list")
    own.setCheckable(True)
    own.setChecked(now.column is None)
    own.triggered.connect(lambda: model.sort_by(None))
    for column in model.columns:
        if column.sort is None:
            continue
        for descending, words in ((True, "highest first"), (False, "lowest first")):
            action = menu.addAction(f"{_plain(column.title)}, {words}")
            action.setCheckable(True)
            is_now = now.column is not None and now.column.key == column.key
            action.setChecked(is_now and now.descending == descending)
            action.triggered.connect(partial(_sort, model, column.key, descending))


def _sort(model: PagedModel, key: str, descending: bool, _checked: bool) -> None:
    model.sort_by(key, descending)


def _plain(title: str) -> str:
    """Escape & in a title, which marks a shortcut."""
    return title.replace("&", "&&")
