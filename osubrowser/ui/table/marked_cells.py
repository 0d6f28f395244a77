"""Painter of cells with more than one text: titles, difficulties, pills, dots, symbols."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QColor, QFont, QPainter

from osubrowser.models.table.column import CellKind, Column, Row
from osubrowser.services.text.numerals import NOTHING
from osubrowser.ui.style.colours import readable, stars_colour
from osubrowser.ui.table.badges import HEIGHT, Badges
from osubrowser.ui.table.text_cache import CellText, TextCache

if TYPE_CHECKING:
    from osubrowser.ui.cards.card_layout import CardMarks
    from osubrowser.ui.style.theme import Colours

Loaded = list[tuple[int, Row[Any], list[CellText | None]]]
"""The rows in view: top in pixels, row, its text layouts."""

BADGED: Final = frozenset(
    {
        CellKind.GRADE,
        CellKind.STARS,
        CellKind.STATUS,
        CellKind.MODS,
        CellKind.DOTS,
        CellKind.MARK,
        CellKind.REPLAY,
        CellKind.PROGRESS,
    }
)
"""Kinds whose cells are pixmaps."""
TWO_PARTS: Final = frozenset({CellKind.TITLE})
"""Kinds whose cells have a strong text and a secondary one."""
MARKED: Final = BADGED | TWO_PARTS | {CellKind.DIFFICULTY}
"""All kinds that are painted by `MarkedCells`."""

_CENTRED: Final = frozenset({CellKind.GRADE, CellKind.STARS, CellKind.MARK, CellKind.REPLAY})
_BETWEEN: Final = 5
"""Pixels between the two parts of a title."""
_LEAST_TAIL: Final = 34
"""Smallest width of the second part of a title, in pixels; it is omitted below."""


class MarkedCells:
    """Painter of cells of the kinds in `MARKED`, column by column as in `RowPainter`.

    Args:
        height: height of a row in pixels.
        colours: to paint with.
        font: font of the table.
    """

    def __init__(self, height: int, colours: Colours, font: QFont) -> None:
        self._height = height
        self._colours = colours
        self._badges = Badges(font, colours)
        self._inks: dict[int, QColor] = {}
        self._replay_state: Callable[[Row[Any]], int] | None = None
        self._marks: Callable[[Row[Any]], CardMarks] | None = None
        self._lit: frozenset[int] = frozenset()  # y of the rows whose background is not the usual

    def set_lit(self, tops: frozenset[int]) -> None:
        """Set the y of the rows that are selected, marked or under the mouse."""
        self._lit = tops

    def set_marks(self, marks: Callable[[Row[Any]], CardMarks] | None) -> None:
        """Set the function that returns the marks beside a row's title; None for no marks."""
        self._marks = marks

    def set_replay_state(self, state: Callable[[Row[Any]], int] | None) -> None:
        """Set the function that returns the tone of a row's replay button; None for no buttons."""
        self._replay_state = state

    def set_colours(self, colours: Colours) -> None:
        """Set the colours."""
        self._colours = colours
        self._badges.set_colours(colours)
        self._inks.clear()

    def set_font(self, font: QFont) -> None:
        """Set the font."""
        self._badges = Badges(font, self._colours)

    def width_hint(self, column: Column[Any], row: Row[Any], index: int, texts: TextCache) -> int:
        """Return the full width of a cell in pixels, without its margins."""
        if column.kind in BADGED:
            return self._badges.width(column.kind, row.texts[index], row.tones[index])
        return texts.shape(row.texts[index], 1 << 16, False, True).width + _BETWEEN

    def figure_width(self, kind: CellKind, text: str) -> int:
        """Return the full width of a pill in pixels, without its margins."""
        return self._badges.width(kind, text, 0)

    def paint(
        self,
        painter: QPainter,
        column: Column[Any],
        index: int,
        x: int,
        space: int,
        loaded: Loaded,
        texts: TextCache,
    ) -> None:
        """Paint the cells of a column.

        Args:
            painter: to paint with.
            column: a column of a kind in `MARKED`.
            index: index of the column.
            x: left edge of the contents, within the margin.
            space: width of the contents in pixels.
            loaded: the rows in view.
            texts: lays out texts.
        """
        if space < 4:
            return
        if column.kind in BADGED:
            self._paint_badges(painter, column.kind, index, x, space, loaded)
        elif column.kind in TWO_PARTS:
            self._paint_titles(painter, index, x, space, loaded, texts)
        else:
            self._paint_difficulties(painter, index, x, space, loaded, texts)

    def _paint_badges(
        self, painter: QPainter, kind: CellKind, index: int, x: int, space: int, loaded: Loaded
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        down, of = (self._height - 1 - HEIGHT) // 2 + 1, self._badges.of
        is_centred = kind in _CENTRED
        state = self._replay_state if kind is CellKind.REPLAY else None
        for y, row, _ in loaded:
            text, tone = row.texts[index], row.tones[index]
            if not text and not tone:
                continue
            if state is not None and tone:
                tone = state(row)
            picture = of(kind, text, tone, space, ratio)
            left = x
            if is_centred:
                left += max(0, int(space - picture.width() / ratio)) // 2
            painter.drawPixmap(left, y + down, picture)

    def _paint_titles(
        self, painter: QPainter, index: int, x: int, space: int, loaded: Loaded, texts: TextCache
    ) -> None:
        middle, shape = self._height // 2, texts.shape
        trailing = []
        painter.setFont(texts.fonts[True])
        rooms = self._paint_marks(painter, x, space, loaded) if self._marks is not None else None
        painter.setPen(self._colours.content1)
        for place, (y, row, cells) in enumerate(loaded):
            text, cut = row.texts[index], row.tones[index]
            used, room = 0, space if rooms is None else rooms[place]
            if cut > 0:
                head = cells[index]
                if head is None or head.space != room:
                    head = cells[index] = shape(text[:cut], room, False, True)
                painter.drawStaticText(x, y + middle + head.top, head.text)
                used = head.width + _BETWEEN
            if cut < len(text) and room - used >= _LEAST_TAIL:
                trailing.append((y, row, cells, used, room))
        painter.setFont(texts.fonts[False])
        slot = index + len(loaded[0][1].texts)  # of the second text
        for y, row, cells, used, room in trailing:
            tail, left = cells[slot], room - used
            if tail is None or tail.space != left:
                words = row.texts[index][row.tones[index] :].lstrip()
                tail = cells[slot] = shape(words, left, False, False)
            is_lit = y in self._lit
            painter.setPen(self._colours.content2 if is_lit else self._colours.foreground)
            painter.drawStaticText(x + used, y + middle + tail.top, tail.text)

    def _paint_marks(self, painter: QPainter, x: int, space: int, loaded: Loaded) -> list[int]:
        """Paint the marks of rows at the right of a column; return the rooms of their titles."""
        from osubrowser.ui.cards.mark_icons import paint_marks

        marks, ratio = self._marks, painter.device().devicePixelRatioF()
        assert marks is not None  # noqa: S101 - by the caller
        right, middle = x + space, self._height // 2
        return [
            space - paint_marks(painter, marks(row), right, y + middle, self._colours, ratio)
            for y, row, _ in loaded
        ]

    def _paint_difficulties(
        self, painter: QPainter, index: int, x: int, space: int, loaded: Loaded, texts: TextCache
    ) -> None:
        middle, shape = self._height // 2, texts.shape
        painter.setFont(texts.fonts[False])
        for y, row, cells in loaded:
            cell = cells[index]
            if cell is None or cell.space != space:
                cell = cells[index] = shape(row.texts[index], space, False, False)
            is_nothing = row.texts[index] == NOTHING
            if y in self._lit:
                painter.setPen(self._colours.content1)
            elif is_nothing:
                painter.setPen(self._colours.foreground)
            else:
                painter.setPen(self._ink(row.tones[index]))
            painter.drawStaticText(x + cell.left, y + middle + cell.top, cell.text)

    def _ink(self, tone: int) -> QColor:
        """Return the colour of a star rating, adjusted until it is readable on a row."""
        step = tone // 10
        ink = self._inks.get(step)
        if ink is None:
            ink = self._inks[step] = readable(stars_colour(step / 10), (self._colours.background4,))
        return ink
