"""The menu of a table's columns: which are shown, which one sorts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from osubrowser.models.paged import PagedModel
    from osubrowser.ui.widgets.row_table import RowTable


def column_menu(table: RowTable, model: PagedModel) -> QMenu:
    """Return a menu of the columns of `table`; it belongs to the table."""
    menu = QMenu(table)
    for index in table.all_columns():
        column = model.columns[index]
        action = menu.addAction(_plain(column.title))
        action.setToolTip(column.description)
        action.setCheckable(True)
        action.setChecked(table.is_column_shown(column))
        action.toggled.connect(partial(table.set_column_shown, column.key))
    menu.addSeparator()
    _add_sorting(menu.addMenu("Sort loaded rows by"), model)
    menu.addAction("Usual columns").triggered.connect(table.reset_columns)
    return menu


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
    """Keep an & in a title from becoming a shortcut."""
    return title.replace("&", "&&")
