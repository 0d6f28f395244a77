"""Menus of the columns of a table: visibility, sorting, reset."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.table.column import Column
    from osubrowser.models.table.paged_model import PagedModel


def column_menu(
    parent: QWidget,
    model: PagedModel,
    order: Sequence[int],
    *,
    is_shown: Callable[[Column[Any]], bool],
    set_shown: Callable[[str, bool], None],
    reset: Callable[[], None],
) -> QMenu:
    """Return the menu of the columns of a table.

    Args:
        parent: the Qt parent.
        model: the rows, which are sorted.
        order: indexes of the columns from left to right.
        is_shown: whether a column is shown.
        set_shown: shows or hides a column by its key.
        reset: restores the default columns.
    """
    menu = ColumnMenu(parent)
    for index in order:
        _add_column(menu, model.columns[index], is_shown, set_shown)
    menu.addSeparator()
    _add_sorting(menu.addMenu(tr("Sort loaded rows by")), model)
    menu.addAction(tr("Usual columns")).triggered.connect(lambda: reset())
    return menu


def sort_menu(parent: QWidget, model: PagedModel) -> QMenu:
    """Return the menu that sorts the loaded rows, for a view without headings."""
    menu = QMenu(parent)
    _add_sorting(menu, model)
    return menu


class ColumnMenu(QMenu):
    """Menu that stays open while columns are checked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the column under the mouse; other entries are handled by the menu."""
        if not self._toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle the current column with Space or Enter; other keys are handled by the menu."""
        is_press = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_press and self._toggle(self.activeAction())):
            super().keyPressEvent(event)

    @staticmethod
    def _toggle(action: QAction | None) -> bool:
        is_column = action is not None and action.isCheckable()
        if action is not None and is_column:
            action.trigger()
        return is_column


def _add_column(
    menu: QMenu,
    column: Column[Any],
    is_shown: Callable[[Column[Any]], bool],
    set_shown: Callable[[str, bool], None],
) -> None:
    action = menu.addAction(_plain(column.title))
    action.setToolTip(column.description)
    action.setCheckable(True)
    action.setChecked(is_shown(column))

    def show(shown: bool) -> None:
        set_shown(column.key, shown)
        action.setChecked(is_shown(column))  # the last column stays

    action.toggled.connect(show)


def _add_sorting(menu: QMenu, model: PagedModel) -> None:
    now = model.arrangement
    own = menu.addAction(tr("Order of the list"))
    own.setCheckable(True)
    own.setChecked(now.column is None)
    own.triggered.connect(lambda: model.sort_by(None))
    for column in model.columns:
        if column.sort is None:
            continue
        for descending in (True, False):
            order = column.order_name(descending=descending)
            action = menu.addAction(f"{_plain(column.title)}, {order}")
            action.setCheckable(True)
            is_now = now.column is not None and now.column.key == column.key
            action.setChecked(is_now and now.descending == descending)
            action.triggered.connect(partial(_sort, model, column.key, descending))


def _sort(model: PagedModel, key: str, descending: bool, _checked: bool = False) -> None:
    model.sort_by(key, descending)


def _plain(title: str) -> str:
    """Escape & in a title, which marks a mnemonic."""
    return title.replace("&", "&&")
