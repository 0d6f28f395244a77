"""Painting of the rows of a table: all visible ones in one pass, column by column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPolygonF

from osubrowser.lru import LRUCache
from osubrowser.models.table.column import RIGHT, CellKind, Column, Row
from osubrowser.ui.table.column_layout import CellPlace
from osubrowser.ui.table.marked_cells import MARKED, MarkedCells
from osubrowser.ui.table.skeletons import PICTURES, Skeletons
from osubrowser.ui.table.text_cache import CellText, TextCache
from osubrowser.ui.widgets.flags import Pictures, draw_edges

if TYPE_CHECKING:
    from osubrowser.ui.cards.card_layout import CardMarks
    from osubrowser.ui.style.theme import Colours

PADDING: Final = 6
"""Pixels between a column's edge and its text, and between picture and text."""
NOTHING: Final = "–"
"""Text of a cell without a value; drawn in the secondary colour."""

_SHAPES: Final = {CellKind.PLAYER: "round", CellKind.TITLE: "square", CellKind.GRADE: "fit"}
"""Shapes of the pictures of a kind, where they are not `cover`."""
_ARROW_WIDTH: Final = 8
_PLACEHOLDERS: Final = 200
"""Placeholders whose text layouts are cached: a few screens."""
_LEAST_BESIDE: Final = 24
"""Width in pixels below which a flag has no text beside it."""
_MARK: Final = 3
"""Width of the bar that marks the row with the keyboard focus, in pixels."""

_UP = QPolygonF([QPointF(0, 2.5), QPointF(8, 2.5), QPointF(4, -2.5)])
_DOWN = QPolygonF([QPointF(0, -2.5), QPointF(8, -2.5), QPointF(4, 2.5)])


class RowLine(NamedTuple):
    """Row to paint, with its state.

    Attributes:
        y: its top in pixels.
        number: index of the row in the view.
        row: None for a skeleton.
        placeholder: of a skeleton: the text of the cell that has one, such as its rank; "" for
            none.
    """

    y: int
    number: int
    row: Row[Any] | None
    is_selected: bool = False
    is_hovered: bool = False
    has_focus: bool = False
    placeholder: str = ""
    is_marked: bool = False


class RowPainter:
    """Painter of rows, which caches text layouts between frames."""

    def __init__(self, height: int, colours: Colours, font: QFont) -> None:
        self._height = height
        self._colours = colours
        self._columns: Sequence[Column[Any]] = ()
        self._pictures: Pictures | None = None
        self._skeletons = Skeletons(height)
        self._texts = _texts_in(font)
        self._marked = MarkedCells(height, colours, font)
        self._lit: frozenset[int] = frozenset()  # y of the rows with another background
        self._placeholders = _placeholder_cache()

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Set the columns of the rows."""
        self._columns = columns
        self._texts = TextCache(*self._texts.fonts)
        self._placeholders = _placeholder_cache()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours. Text layouts have no colours and stay cached."""
        self._colours = colours
        self._marked.set_colours(colours)

    def set_font(self, font: QFont) -> None:
        """Set the font, with tabular digits."""
        self._texts = _texts_in(font)
        self._marked.set_font(font)
        self._placeholders = _placeholder_cache()

    def set_pictures(self, pictures: Pictures | None) -> None:
        """Set the source of the pictures of painted cells; None paints none."""
        self._pictures = pictures

    def set_replay_state(self, state: Callable[[Row[Any]], int] | None) -> None:
        """Set the function that returns the tone of a row's replay button; None for no buttons."""
        self._marked.set_replay_state(state)

    def set_marks(self, marks: Callable[[Row[Any]], CardMarks] | None) -> None:
        """Set the function that returns the marks beside a row's title; None for no marks."""
        self._marked.set_marks(marks)

    def width_hint(self, row: Row[Any], index: int) -> int:
        """Return the full width of a cell in pixels."""
        column = self._columns[index]
        if column.kind in MARKED:
            width = self._marked.width_hint(column, row, index, self._texts)
        else:
            width = self._texts.shape(row.texts[index], 1 << 16, False, column.strong).width
        return width + 2 * PADDING + _indent(column)

    def figure_width(self, column: Column[Any], text: str) -> int:
        """Return the width of a cell of a figure, whose digits may be any, in pixels."""
        wide = text.replace("0", self._texts.widest_digits[column.strong])
        if column.kind in MARKED:
            width = self._marked.figure_width(column.kind, wide)
        else:
            width = self._texts.width(wide, column.strong)
        return width + 2 * PADDING + _indent(column)

    def paint(
        self, painter: QPainter, lines: Sequence[RowLine], places: Sequence[CellPlace], area: QRect
    ) -> None:
        """Paint `lines` with their cells at `places`; `area` is the region to paint."""
        self._paint_ground(painter, lines, area)
        skeletons = [line for line in lines if line.row is None]
        if skeletons:
            self._paint_skeletons(painter, skeletons, places)
        loaded = [(line.y, line.row, self._texts.of(line.row)) for line in lines if line.row]
        if not loaded:
            return
        self._lit = frozenset(
            line.y for line in lines if line.is_selected or line.is_hovered or line.is_marked
        )
        self._marked.set_lit(self._lit)
        middle = self._height // 2
        for place in places:
            column = self._columns[place.column]
            if column.kind is CellKind.CHANGE:
                self._paint_changes(painter, place, column, loaded)
            else:
                if column.picture is not None and column.kind in PICTURES:
                    self._paint_pictures(painter, place, column.kind, loaded)
                if column.kind in MARKED:
                    indent = PADDING + _indent(column)
                    x, space = place.x + indent, place.width - indent - PADDING
                    self._marked.paint(painter, column, place.column, x, space, loaded, self._texts)
                else:
                    self._paint_texts(painter, place, column, loaded, middle)
        self._texts.evict_except(row for _, row, _ in loaded)

    def _paint_skeletons(
        self, painter: QPainter, lines: Sequence[RowLine], places: Sequence[CellPlace]
    ) -> None:
        told: list[CellPlace] = []
        if lines[0].placeholder:
            told = [p for p in places if self._columns[p.column].placeholder is not None]
        bars = self._skeletons.paths([p for p in places if p not in told], self._columns)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in lines:
            painter.translate(0, line.y)
            painter.fillPath(bars[line.number % len(bars)], self._colours.background3)
            painter.translate(0, -line.y)
        painter.setPen(self._colours.foreground)
        for place in told:
            column = self._columns[place.column]
            space = place.width - 2 * PADDING
            painter.setFont(self._texts.fonts[column.strong])
            for line in lines:
                cell = self._placeholder(column, line.placeholder, space)
                if cell is not None:
                    top = line.y + self._height // 2 + cell.top
                    painter.drawStaticText(place.x + PADDING + cell.left, top, cell.text)

    def _placeholder(self, column: Column[Any], text: str, space: int) -> CellText | None:
        """Return the text layout of the placeholder of a cell; None for none."""
        if not text or space < 4:
            return None
        key = (column.key, text)
        cell = self._placeholders.get(key)
        if cell is None or cell.space != space:
            cell = self._texts.shape(text, space, column.kind in RIGHT, column.strong)
            self._placeholders.put(key, cell)
        return cell

    def _paint_ground(self, painter: QPainter, lines: Sequence[RowLine], area: QRect) -> None:
        colours, height = self._colours, self._height
        painter.fillRect(area, colours.background5)
        left, width = area.left(), area.width()
        for line in lines:
            if line.is_selected:
                ground = colours.selection
            else:
                is_raised = line.is_hovered or line.is_marked
                ground = colours.background3 if is_raised else colours.background4
            painter.fillRect(left, line.y, width, height - 1, ground)
            if line.is_marked:
                painter.fillRect(0, line.y, _MARK, height - 1, colours.light1)
            if line.has_focus:
                painter.fillRect(0, line.y, _MARK, height - 1, colours.highlight)

    def _paint_texts(
        self,
        painter: QPainter,
        place: CellPlace,
        column: Column[Any],
        loaded: list[tuple[int, Row[Any], list[CellText | None]]],
        middle: int,
    ) -> None:
        index, strong, right = place.column, column.strong, column.kind in RIGHT
        indent = PADDING + _indent(column)
        space, x = place.width - indent - PADDING, place.x + indent
        if space < (_LEAST_BESIDE if column.kind in (CellKind.FLAG, CellKind.TEAM) else 4):
            return  # a flag says it alone, and better than an ellipsis beside it
        painter.setFont(self._texts.fonts[strong])
        is_name = strong or column.kind is CellKind.PLAYER
        is_quiet = column.kind is CellKind.DATE
        usual = self._colours.foreground if is_quiet else self._colours.content2
        painter.setPen(self._colours.content1 if is_name else usual)
        shape, draw = self._texts.shape, painter.drawStaticText
        others = []  # in another colour than the column
        for y, row, texts in loaded:
            cell = texts[index]
            if cell is None or cell.space != space:
                cell = shape(row.texts[index], space, right, strong)
                texts[index] = cell
            if row.texts[index] == NOTHING or (is_quiet and y in self._lit):
                others.append((y, cell))
            else:
                draw(x + cell.left, y + middle + cell.top, cell.text)
        for y, cell in others:
            painter.setPen(self._quiet_ink(y))
            draw(x + cell.left, y + middle + cell.top, cell.text)

    def _quiet_ink(self, y: int) -> QColor:
        """Return the colour of secondary text in the row at `y`, readable on its background."""
        return self._colours.content2 if y in self._lit else self._colours.foreground

    def _paint_changes(
        self,
        painter: QPainter,
        place: CellPlace,
        column: Column[Any],
        loaded: list[tuple[int, Row[Any], list[CellText | None]]],
    ) -> None:
        index, middle = place.column, self._height // 2
        space, x = place.width - 2 * PADDING - _ARROW_WIDTH - 4, place.x + PADDING
        if space < 4:
            return
        colours = {0: self._colours.foreground, 1: self._colours.good, -1: self._colours.bad}
        painter.setFont(self._texts.fonts[column.strong])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y, row, texts in loaded:
            cell = texts[index]
            if cell is None or cell.space != space:
                cell = self._texts.shape(row.texts[index], space, True, column.strong)
                texts[index] = cell
            tone = row.tones[index]
            colour = colours[tone]
            painter.setPen(self._colours.content2 if y in self._lit else colour)
            left = x + _ARROW_WIDTH + 4 + cell.left
            painter.drawStaticText(left, y + middle + cell.top, cell.text)
            if tone:
                _paint_arrow(painter, left - _ARROW_WIDTH - 4, y + middle, tone, colour)

    def _paint_pictures(
        self,
        painter: QPainter,
        place: CellPlace,
        kind: CellKind,
        loaded: list[tuple[int, Row[Any], list[CellText | None]]],
    ) -> None:
        width, height, rounding = PICTURES[kind]
        shape, index = _SHAPES.get(kind, "cover"), place.column
        if place.width < width + PADDING or self._pictures is None:
            return
        x, down = place.x + PADDING, (self._height - height) // 2
        missing = QPainterPath()
        drawn: list[QRect] = []
        codes: list[tuple[QRect, str]] = []
        for y, row, _ in loaded:
            address = row.pictures[index]
            if not address and kind is not CellKind.TITLE:
                continue
            picture = self._pictures(address, width, height, shape) if address else None
            if picture is None:
                missing.addRoundedRect(QRectF(x, y + down, width, height), rounding, rounding)
                if (
                    kind is CellKind.FLAG and place.width < 2 * width
                ):  # too narrow for text beside it
                    codes.append((QRect(x, y + down, width, height), row.texts[index]))
            else:
                painter.drawPixmap(x, y + down, picture)
                drawn.append(QRect(x, y + down, width, height))
        if kind in (CellKind.FLAG, CellKind.TEAM):
            draw_edges(painter, drawn, self._colours)
        if not missing.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(missing, self._colours.background2)
        if codes:
            self._paint_codes(painter, codes)

    def _paint_codes(self, painter: QPainter, codes: Sequence[tuple[QRect, str]]) -> None:
        """Paint the country code in place of a flag that is not loaded."""
        font = QFont(self._texts.fonts[0])
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(self._colours.content2)
        for place, code in codes:
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, code[:2])


def _placeholder_cache() -> LRUCache[tuple[str, str], CellText]:
    return LRUCache(_PLACEHOLDERS)


def _texts_in(font: QFont) -> TextCache:
    plain = QFont(font)
    plain.setFeature(QFont.Tag("tnum"), 1)
    strong = QFont(plain)
    strong.setWeight(QFont.Weight.DemiBold)
    return TextCache(plain, strong)


def _indent(column: Column[Any]) -> int:
    """Return the width of the picture or the arrow before the text, in pixels."""
    kind = column.kind
    if kind is CellKind.CHANGE:
        return _ARROW_WIDTH + 4
    is_beside = kind in PICTURES and kind is not CellKind.GRADE
    is_there = kind is not CellKind.TITLE or column.picture is not None
    return PICTURES[kind][0] + PADDING if is_beside and is_there else 0


def _paint_arrow(painter: QPainter, x: int, middle: int, tone: int, colour: QColor) -> None:
    path = QPainterPath()
    path.addPolygon((_UP if tone > 0 else _DOWN).translated(x, middle - 0.5))
    path.closeSubpath()
    painter.fillPath(path, colour)
