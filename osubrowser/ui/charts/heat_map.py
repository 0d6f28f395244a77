"""Heat map of counts on a playfield, with a cursor for mouse and arrow keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.chart import SIDE, Readout, draw_bubble, draw_card, draw_empty
from osubrowser.ui.charts.chart_card import TOP, ChartCard
from osubrowser.ui.widgets.assistive import announce

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NAMES: Final = (
    (tr("top left"), tr("top"), tr("top right")),
    (tr("left", "side of the playfield"), tr("middle"), tr("right", "side of the playfield")),
    (tr("bottom left"), tr("bottom"), tr("bottom right")),
)


class CellCounts(Protocol):
    """Counts of the cells of a grid, row by row from the top left."""

    @property
    def cells(self) -> tuple[int, ...]:
        """The count of each cell."""

    def at(self, column: int, row: int) -> int:
        """Return the count of a cell; 0 outside."""


class HeatMap(ChartCard):
    """Heat map: the more counts in a cell, the brighter it is.

    The count under the cursor is shown as text in a bubble, and set as the accessible description.

    Args:
        title: title of the chart.
        empty: the sentence shown without counts.
        count_words: formats a count, such as `2 misses`.
        grid: number of columns and rows.
    """

    keeps_ground = False  # its cells are an image already

    def __init__(
        self,
        title: str,
        empty: str,
        count_words: Callable[[int], str],
        grid: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, empty, parent)
        self._count_words = count_words
        self._columns, self._rows = grid
        self._counts: CellCounts | None = None
        self._image: QImage | None = None
        self._cursor: tuple[int, int] | None = None
        self._told = ("", "")  # place and count at the cursor
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    def show_counts(self, counts: CellCounts) -> None:
        """Set the counts of all cells."""
        self._counts = counts if any(counts.cells) else None
        self._cursor = None
        self._image = None
        self._describe()
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self._image = None
        self.update()

    @property
    def cursor_words(self) -> str:
        """Text of the cell at the cursor: `top left: 3 misses`; "" without a cursor."""
        if self._cursor is None or self._counts is None:
            return ""
        return ": ".join(self._told)

    def move_cursor(self, cell: tuple[int, int] | None) -> None:
        """Move the cursor to a cell, by column and row; None removes it."""
        if cell is not None:
            column, row = cell
            cell = (min(max(column, 0), self._columns - 1), min(max(row, 0), self._rows - 1))
        if cell != self._cursor:
            self._cursor = cell
            if cell is not None and self._counts is not None:
                self._told = (self._place(*cell), self._said(self._counts.at(*cell)))
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the preferred size."""
        return QSize(400, 330)

    def _said(self, count: int) -> str:
        return self._count_words(count)

    def _place(self, column: int, row: int) -> str:
        return _NAMES[row * 3 // self._rows][column * 3 // self._columns]

    def _describe(self) -> None:
        counts = self._counts
        if counts is None:
            words = self._empty
        elif self._cursor is not None:
            words = self.cursor_words
        else:
            most = max(range(len(counts.cells)), key=counts.cells.__getitem__)
            row, column = divmod(most, self._columns)
            words = tr(
                "{said}, most of them {place}. Arrow keys read one place after the other."
            ).format(said=self._said(sum(counts.cells)), place=self._place(column, row))
        self.setAccessibleDescription(words)
        if self.hasFocus():
            announce(self, words)

    # --- drawing -----------------------------------------------------------------------------

    def _field(self) -> QRectF:
        """Return the rectangle of the grid: as large as fits, with square cells."""
        across = (self.width() - 2 * SIDE) / self._columns
        down = (self.height() - TOP - SIDE) / self._rows
        cell = max(1.0, min(across, down))
        width, height = cell * self._columns, cell * self._rows
        top = TOP + max(0.0, (down - cell) * self._rows / 2)
        return QRectF((self.width() - width) / 2, top, width, height)

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_card(painter, self.rect(), self._title, (), colours, focused=self.hasFocus())
        counts = self._counts
        if counts is None:
            draw_empty(painter, self.rect(), self._empty, colours)
            return
        field = self._field()
        painter.fillRect(field, colours.background6)
        if self._image is None:
            self._image = _drawn(counts, self._columns, self._rows, colours.highlight)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(field, self._image)
        painter.setPen(QPen(colours.background2, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(field)

    def _draw_moving(self, painter: QPainter, colours: Colours) -> None:
        if self._counts is not None and self._cursor is not None:
            self._draw_cursor(painter, *self._cursor, colours)

    def _draw_cursor(self, painter: QPainter, column: int, row: int, colours: Colours) -> None:
        field = self._field()
        cell = field.width() / self._columns
        corner = field.topLeft() + QPointF(column * cell, row * cell)
        painter.setPen(QPen(colours.content1, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(corner.x(), corner.y(), cell, cell))
        painter.setFont(self.font())
        place, count = self._told
        told = [Readout("", count, colours.content1)]
        draw_bubble(painter, corner.x() + cell, self.rect(), place, told, colours)

    # --- the cursor --------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the count under the mouse."""
        field, at = self._field(), event.position()
        if self._counts is None or not field.contains(at):
            self.move_cursor(None)
            return
        cell = field.width() / self._columns
        self.move_cursor((int((at.x() - field.x()) / cell), int((at.y() - field.y()) / cell)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor with the arrow keys; Escape removes it."""
        step = _STEPS.get(Qt.Key(event.key()))
        if self._counts is not None and step is not None:
            column, row = self._cursor or (self._columns // 2, self._rows // 2)
            self.move_cursor((column + step[0], row + step[1]))
        elif event.key() == Qt.Key.Key_Escape and self._cursor is not None:
            self.move_cursor(None)
        else:
            super().keyPressEvent(event)


def _drawn(counts: CellCounts, columns: int, rows: int, colour: QColor) -> QImage:
    """Return an image with a pixel for each cell, the more opaque the higher its count."""
    image = QImage(columns, rows, QImage.Format.Format_ARGB32)
    most = max(counts.cells)
    for row in range(rows):
        for column in range(columns):
            count = counts.at(column, row)
            shade = QColor(colour)
            shade.setAlphaF((0.15 + 0.85 * count / most) if count else 0.0)
            image.setPixelColor(column, row, shade)
    return image
