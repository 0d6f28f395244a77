"""Item data roles of cells and headings, for screen readers and tooltips, not for painting."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from PySide6.QtCore import Qt

from osubrowser.models.table.column import RIGHT, CellKind, Column, Row

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role of the `Row` of a cell; None for a skeleton."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TONES = {1: "up {}", -1: "down {}"}


def alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    """Return the text alignment of the cells and the heading of a column."""
    return _RIGHT if column.kind in RIGHT else _LEFT


def cell(columns: tuple[Column[Any], ...], row: Row[Any] | None, index: int, role: int) -> Any:  # noqa: ANN401
    """Return the data of a cell for a Qt role."""
    if role == ROW_ROLE:
        return row
    if row is None:
        return "Loading" if role == Qt.ItemDataRole.AccessibleTextRole else None
    column = columns[index]
    if role == Qt.ItemDataRole.DisplayRole:
        return row.texts[index]
    if role == Qt.ItemDataRole.AccessibleTextRole:
        spoken = row.texts[index]
        if column.kind is CellKind.CHANGE:
            spoken = _TONES.get(row.tones[index], "{}").format(spoken)
        return f"{column.title} {spoken}"
    if role == Qt.ItemDataRole.ToolTipRole:
        words = column.tooltip(row.item) if column.tooltip is not None else ""
        # As markup with nothing in it, so that Qt reads no markup in a player's words.
        return f"<qt>{escape(words)}</qt>" if words else None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return alignment(column)
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
