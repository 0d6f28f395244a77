"""Skeletons of rows that are not loaded yet: bars in place of texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from osubrowser.models.table.column import RIGHT, CellKind, Column

if TYPE_CHECKING:
    from osubrowser.ui.table.column_layout import CellPlace

PICTURES: Final = {
    CellKind.PLAYER: (26, 26, 13),
    CellKind.FLAG: (25, 18, 3),
    CellKind.TEAM: (36, 18, 3),
    CellKind.TITLE: (26, 26, 4),
    CellKind.GRADE: (26, 26, 4),
}
"""Width, height and corner radius of the pictures of cells, in pixels."""

_PILLS: Final = {CellKind.GRADE: 36.0, CellKind.STARS: 46.0, CellKind.STATUS: 62.0}
_VARIANTS: Final = 7
_SHARES: Final = (0.62, 0.48, 0.7, 0.55, 0.4, 0.66, 0.52, 0.74, 0.45, 0.58, 0.5)
_BAR: Final = 10
_PADDING: Final = 6


class Skeletons:
    """Cache of placeholder bars for the rows of one table, by column layout."""

    def __init__(self, height: int) -> None:
        self._height = height
        self._key: tuple[object, ...] = ()
        self._paths: list[QPainterPath] = []

    def paths(
        self, places: Sequence[CellPlace], columns: Sequence[Column[Any]]
    ) -> list[QPainterPath]:
        """Return the bars of a few rows, which are painted in turn for an irregular look."""
        key = (*places, id(columns))
        if key != self._key:
            self._key = key
            self._paths = [self._path(turn, places, columns) for turn in range(_VARIANTS)]
        return self._paths

    def _path(
        self, turn: int, places: Sequence[CellPlace], columns: Sequence[Column[Any]]
    ) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(path.fillRule().WindingFill)
        for place in places:
            self._add(path, place, columns[place.column], turn + 3 * place.column)
        return path

    def _add(self, path: QPainterPath, place: CellPlace, column: Column[Any], turn: int) -> None:
        middle, kind = self._height / 2 - 0.5, column.kind
        left, space = float(place.x + _PADDING), place.width - 2 * _PADDING
        if kind in (CellKind.MARK, CellKind.REPLAY):
            return
        if kind in _PILLS:
            wide = min(_PILLS[kind], space)
            path.addRoundedRect(QRectF(left, middle - 9, wide, 18), 4, 4)
            return
        if kind in PICTURES and (kind is not CellKind.TITLE or column.picture is not None):
            width, height, radius = PICTURES[kind]
            if space >= width - _PADDING:
                picture = QRectF(left, middle - height / 2, width, height)
                path.addRoundedRect(picture, radius, radius)
                left += width + _PADDING
                space -= width + _PADDING
        if space < 12:
            return
        # Bars differ in width, as texts do.
        bar = space * _SHARES[turn % len(_SHARES)]
        if kind in RIGHT:
            left += space - bar
        path.addRoundedRect(QRectF(left, middle - _BAR / 2, bar, _BAR), 3, 3)
