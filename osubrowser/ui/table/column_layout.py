"""Layout of columns: order, visibility and widths, fitted to the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, Protocol

from PySide6.QtWidgets import QHeaderView

from osubrowser.models.table.column import CellKind, Column, Row

_WIDEST: Final = 2000
_WEIGHTS: Final = {
    CellKind.PLAYER: 4,
    CellKind.TEXT: 2,
    CellKind.TEAM: 1,
    CellKind.NUMBER: 1,
    CellKind.TITLE: 12,
    CellKind.DIFFICULTY: 5,
    CellKind.MODS: 3,
    CellKind.DOTS: 3,
    CellKind.DATE: 1,
}
"""Relative share of spare width of each kind of column."""
_PICTURE_ONLY: Final = 64
"""Width up to which a flag column has no text, and gets no spare width."""
_NARROW_TEAM: Final = 48
"""Width of a team column without the short name: the flag with its margins."""
_GIVING: Final = (
    (CellKind.TITLE, 190),
    (CellKind.DIFFICULTY, 88),
    (CellKind.TITLE, 150),
    (CellKind.PLAYER, 120),
    (CellKind.TEXT, 76),
)
"""Kinds of columns that shrink where width is lacking, in this order, and their minimum widths."""

FIGURES: Final = frozenset(
    {CellKind.NUMBER, CellKind.CHANGE, CellKind.DATE, CellKind.STARS, CellKind.GRADE}
)
"""Kinds whose cells are never elided: a cut figure is another figure."""
_DIGITS: Final = dict.fromkeys(map(ord, "123456789"), "0")
_NO_WIDTHS: Final[Mapping[int, int]] = {}


class CellPlace(NamedTuple):
    """Position of a column: its index in the columns, its left edge and width in pixels."""

    column: int
    x: int
    width: int


@dataclass(slots=True)
class ColumnState:
    """Order, visibility and widths of columns as plain data, by column key.

    Attributes:
        order: from left to right; other columns follow their default neighbour.
        hidden: columns that are hidden, though shown by default.
        shown: columns that are shown, though hidden by default.
        widths: in pixels, of manually resized columns.
    """

    order: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    widths: dict[str, int] = field(default_factory=dict)


class StoredColumns(Protocol):
    """Interface of a saved column state: a `ColumnState`, or that of the settings."""

    order: list[str]
    hidden: list[str]
    shown: list[str]
    widths: dict[str, int]


class FigureWidths:
    """Widths that the figures of the loaded rows need, by index of the column, in pixels.

    Digits have one width, so texts that differ in digits only are measured once.

    Args:
        measure: `(column, text) -> width` of a cell with its margins.
    """

    def __init__(self, measure: Callable[[Column[Any], str], int]) -> None:
        self._measure = measure
        self._figures: list[tuple[int, Column[Any]]] = []
        self._columns: Sequence[Column[Any]] | None = None
        self._rows: set[Row[Any]] = set()  # measured
        self._forms: dict[int, set[str]] = {}  # measured texts by column, with all digits 0
        self.needed: dict[int, int] = {}

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Set the columns; other columns than before start without widths."""
        if columns is not self._columns:
            self._columns = columns
            self._figures = [(n, c) for n, c in enumerate(columns) if c.kind in FIGURES]
            self.clear()

    def clear(self) -> None:
        """Forget all widths, as after a change of the font."""
        self._rows.clear()
        self._forms = {index: set() for index, _ in self._figures}
        self.needed = {}

    def replace(self, rows: Iterable[Row[Any]], count: int) -> None:
        """Measure rows that replace all others. Widths do not shrink: columns would jump."""
        whole = set(rows)
        self.add(whole, count)
        self._rows = whole

    def add(self, rows: Iterable[Row[Any]], count: int) -> bool:
        """Measure rows that are new.

        Args:
            rows: rows of the list, measured ones too.
            count: position of the last item of the list, for placeholders.

        Returns:
            Whether a column needs more width than before.
        """
        fresh = set(rows) - self._rows
        self._rows |= fresh
        has_grown = False
        for index, column in self._figures:
            texts = _forms(row.texts[index] for row in fresh)
            if column.placeholder is not None and count:
                texts.add(column.placeholder(count).translate(_DIGITS))
            forms = self._forms[index]
            for text in texts - forms:
                forms.add(text)
                width = self._measure(column, text)
                if width > self.needed.get(index, 0):
                    self.needed[index] = width
                    has_grown = True
        return has_grown

    def forget(self, rows: Iterable[Row[Any]]) -> None:
        """Release rows that are removed. Widths do not shrink: columns would jump."""
        self._rows.difference_update(rows)


def _forms(texts: Iterable[str]) -> set[str]:
    """Return texts with all digits 0; cell texts have no control characters."""
    # Joined: for ten thousand texts this is five times as fast as one by one.
    return set("\0".join(texts).translate(_DIGITS).split("\0"))


class ColumnLayout:
    """Order, visibility and widths of the columns of one table, by key."""

    def __init__(self) -> None:
        self.order: list[str] = []
        self.widths: dict[str, int] = {}
        self.visible: dict[str, bool] = {}

    def is_shown(self, column: Column[Any]) -> bool:
        """Return whether a column is shown."""
        return self.visible.get(column.key, column.shown)

    def state(self) -> ColumnState:
        """Return the layout as plain data, for the settings."""
        return ColumnState(
            list(self.order),
            [key for key, is_shown in self.visible.items() if not is_shown],
            [key for key, is_shown in self.visible.items() if is_shown],
            dict(self.widths),
        )

    def restore(self, state: StoredColumns) -> None:
        """Restore what `state` returned."""
        self.order = list(state.order)
        self.widths = {key: min(max(width, 1), _WIDEST) for key, width in state.widths.items()}
        self.visible = dict.fromkeys(state.hidden, False) | dict.fromkeys(state.shown, True)

    def apply(self, header: QHeaderView, columns: Sequence[Column[Any]]) -> None:
        """Apply order and visibility to the sections of a header."""
        known = {column.key: index for index, column in enumerate(columns)}
        # Columns missing in the saved order follow their default neighbour.
        order = [known[key] for key in dict.fromkeys(self.order) if key in known]
        for index in range(len(columns)):
            if index not in order:
                order.insert(order.index(index - 1) + 1 if index - 1 in order else 0, index)
        for visual, logical in enumerate(order):
            header.moveSection(header.visualIndex(logical), visual)
        shown = [self.is_shown(column) for column in columns]
        if not any(shown):
            shown = [True] * len(columns)
        for index, is_shown in enumerate(shown):
            header.setSectionHidden(index, not is_shown)

    def fit(
        self,
        header: QHeaderView,
        columns: Sequence[Column[Any]],
        space: int,
        needed: Mapping[int, int] = _NO_WIDTHS,
        headings: Mapping[int, int] = _NO_WIDTHS,
    ) -> None:
        """Set the widths of the sections, and distribute spare width of the view.

        Columns are at least as wide as their headings, which are longer in some languages. Where
        width is lacking, teams lose their short names, then columns of names shrink, then
        columns of figures, as far as figures and headings fit. Beyond that the view scrolls.

        Args:
            header: the header of the view.
            columns: its columns.
            space: width of the view in pixels.
            needed: least widths by index, that of the figures.
            headings: widths of headings by index.
        """
        shown = [
            (index, column)
            for index, column in enumerate(columns)
            if not header.isSectionHidden(index)
        ]
        usual = {index: max(column.width, headings.get(index, 0)) for index, column in shown}
        widths = {
            index: max(self.widths.get(column.key, usual[index]), needed.get(index, 0))
            for index, column in shown
        }
        bare = self._give_way(widths, shown, space, headings)
        for index, column in shown:
            lack = sum(widths.values()) - space
            if lack > 0 and index in needed and column.key not in self.widths:
                least = max(needed[index], headings.get(index, 0), header.minimumSectionSize())
                widths[index] = max(widths[index] - lack, min(widths[index], least))
        spare = space - sum(widths.values())
        weights = {index: 0 if index in bare else self._weight(column) for index, column in shown}
        whole = sum(weights.values())
        if spare > 0 and whole:
            for index, weight in weights.items():
                widths[index] += spare * weight // whole
            widest = max(weights, key=weights.__getitem__)
            widths[widest] += space - sum(widths.values())
        for index, width in widths.items():
            if header.sectionSize(index) != width:
                header.resizeSection(index, width)

    def _give_way(
        self,
        widths: dict[int, int],
        shown: Sequence[tuple[int, Column[Any]]],
        space: int,
        headings: Mapping[int, int],
    ) -> set[int]:
        """Shrink columns where width is lacking; return those that show a picture only."""
        usual = [(index, column.kind) for index, column in shown if column.key not in self.widths]
        if sum(widths.values()) <= space:
            return set()
        bare = {index for index, kind in usual if kind is CellKind.TEAM}
        for index in bare:
            widths[index] = min(widths[index], max(_NARROW_TEAM, headings.get(index, 0)))
        for kind, least in _GIVING:
            stops = {
                index: max(least, headings.get(index, 0)) for index, other in usual if other is kind
            }
            _shrink(widths, stops, sum(widths.values()) - space)
        return bare

    def _weight(self, column: Column[Any]) -> int:
        if column.key in self.widths:  # set manually: not changed
            return 0
        if column.kind is CellKind.FLAG:
            return 2 if column.width > _PICTURE_ONLY else 0
        return _WEIGHTS.get(column.kind, 0)


def _shrink(widths: dict[int, int], stops: Mapping[int, int], lack: int) -> None:
    """Take width from some columns, from the widest first, down to their minimum widths.

    Args:
        widths: widths of all columns by index; changed in place.
        stops: minimum widths of those that may shrink.
        lack: what to take in all, in pixels.
    """
    low, high = 0, max((widths[index] for index in stops), default=0)
    while low < high:  # the greatest width at which enough is taken
        level = (low + high + 1) // 2
        taken = sum(max(0, widths[index] - max(level, stop)) for index, stop in stops.items())
        low, high = (level, high) if taken >= lack else (low, level - 1)
    for index, stop in stops.items():
        given = min(max(0, widths[index] - max(low, stop)), max(0, lack))
        widths[index] -= given
        lack -= given
