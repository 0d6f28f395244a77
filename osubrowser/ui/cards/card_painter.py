"""Painting of cards: all visible ones in one pass, from texts that are ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF, QTextLayout

from osubrowser.lru import LRUCache
from osubrowser.models.table.column import CellKind, Column, Row
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_flow import HEIGHT
from osubrowser.ui.cards.card_layout import CardLayout, CardMarks, PreviewState
from osubrowser.ui.cards.mark_icons import paint_marks, words_of
from osubrowser.ui.style.colours import hsl, stars_colour
from osubrowser.ui.style.icons import pixmap
from osubrowser.ui.table.badges import HEIGHT as BADGE_HEIGHT
from osubrowser.ui.table.badges import Badges
from osubrowser.ui.table.text_cache import CellText, TextCache
from osubrowser.ui.widgets.flags import Pictures

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

COVER: Final = 88
"""Width of a cover in pixels."""
BUTTON: Final = QRect((COVER - 36) // 2, (HEIGHT - 36) // 2, 36, 36)
"""Place of the preview button in a card."""

_RADIUS: Final = 8
_BESIDE: Final = 10
"""Pixels between the cover and the text."""
_RIGHT: Final = 8
_TITLE, _ARTIST, _MAPPER, _FIGURES, _BADGES = 18, 38, 55, 73, 94
"""Middles of the lines of text in pixels from the top of a card."""
_LINES: Final = 4
"""Lines of the title and the words of a card with words; the title has two of them at most."""
_LINE: Final = 18
_ICON: Final = 14
_NO_COVER: Final = 28
_DOT: Final = 10
_DOT_STEP, _LEAST_STEP = 12.0, 5.0
_DIGIT: Final = 8
_BETWEEN: Final = 8
_MODES: Final = {
    "osu!": "mode-osu",
    "osu!taiko": "mode-taiko",
    "osu!catch": "mode-catch",
    "osu!mania": "mode-mania",
}
"""Icons of rulesets by their names in the text of a cell of dots."""
_NO_MARKS: Final = CardMarks()
_TRIANGLE: Final = QPolygonF([QPointF(-4, -6.5), QPointF(-4, 6.5), QPointF(7, 0)])
_MAPPED_BY: Final = tr("mapped by {mapper}")


class CardLine(NamedTuple):
    """Card to paint, with its state.

    Attributes:
        x: its left edge in pixels.
        y: its top in pixels.
        number: index of its row in the view.
        row: None for a skeleton.
        is_over_button: whether the mouse is over its preview button.
    """

    x: int
    y: int
    number: int
    row: Row[Any] | None
    is_selected: bool = False
    is_hovered: bool = False
    has_focus: bool = False
    is_over_button: bool = False


class _Part(NamedTuple):
    """Something small in a line: the icon of a ruleset, a dot, or a number of difficulties.

    Attributes:
        x: its left edge in pixels.
        icon: name of the icon; "" for none.
        tone: ten times the stars of a dot.
        number: the number of difficulties; "" for a dot.
    """

    x: int
    icon: str = ""
    tone: int = 0
    number: str = ""


class CardPainter:
    """Painter of cards, which caches text layouts between frames.

    Args:
        colours: to paint with.
        font: font of the grid.
    """

    def __init__(self, colours: Colours, font: QFont) -> None:
        self._colours = colours
        self._columns: Sequence[Column[Any]] = ()
        self._layout = CardLayout()
        self._cover = self._layout.cover
        self._left = self._cover + _BESIDE
        self._lines: LRUCache[tuple[str, int, int, bool], tuple[CellText, ...]] = LRUCache(1000)
        self._index: dict[str, int] = {}
        self._pictures: Pictures | None = None
        self._decorate: Callable[[Row[Any]], CardMarks] | None = None
        self._preview: Callable[[Row[Any]], PreviewState | None] | None = None
        self._texts = _texts_in(font)
        self._badges = Badges(font, colours)
        self._dots: dict[int, QPixmap] = {}
        self._numbers: dict[str, CellText] = {}
        self._parts: LRUCache[tuple[str, int], tuple[_Part, ...]] = LRUCache(1000)
        self._corners: QPixmap | None = None
        self._ratio = 1.0

    # --- what is painted ----------------------------------------------------------------------

    def set_columns(self, columns: Sequence[Column[Any]], layout: CardLayout) -> None:
        """Set the columns of the rows, and which of them the parts of a card show."""
        self._columns, self._layout = columns, layout
        self._cover, self._left = layout.cover, layout.cover + _BESIDE
        self._index = {column.key: index for index, column in enumerate(columns)}
        self._texts = TextCache(*self._texts.fonts)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours. Text layouts have no colours and stay cached."""
        self._colours = colours
        self._badges.set_colours(colours)
        self._dots.clear()
        self._corners = None

    def set_font(self, font: QFont) -> None:
        """Set the font, with tabular digits."""
        self._texts = _texts_in(font)
        self._numbers.clear()
        self._lines.clear()
        self._badges = Badges(font, self._colours)

    def set_pictures(self, pictures: Pictures | None) -> None:
        """Set the source of covers; None paints none."""
        self._pictures = pictures

    def set_state(
        self,
        decorate: Callable[[Row[Any]], CardMarks] | None,
        preview: Callable[[Row[Any]], PreviewState | None] | None,
    ) -> None:
        """Set the functions that return what is not in a row. They only look something up.

        Args:
            decorate: returns the marks of a row; None for none.
            preview: returns the state of a running preview, None for one that is stopped; None
                for cards without preview buttons.
        """
        self._decorate, self._preview = decorate, preview

    def index_of(self, key: str) -> int:
        """Return the index of a column by its key; -1 for none."""
        return self._index.get(key, -1)

    def tip_at(self, row: Row[Any], where: QPoint) -> str:
        """Return the tooltip of the part of a card at a point, from its top left corner."""
        layout = self._layout
        if layout.words:
            is_title = where.y() < _TITLE + _LINE
            keys = [layout.title if is_title or where.x() < self._cover else layout.words]
        elif where.y() >= (_FIGURES + _BADGES) // 2:
            keys = [key for key in (layout.dots, layout.difficulty) if key]
            keys += () if layout.mapper else layout.dates
        elif where.y() >= (_MAPPER + _FIGURES) // 2 and where.x() >= self._cover:
            keys = [figure.key for figure in layout.figures]
        elif where.y() >= (_ARTIST + _MAPPER) // 2 and where.x() >= self._cover:
            keys = [layout.mapper, *layout.dates]
        else:
            keys = [layout.title]
        indexes = [index for key in keys if (index := self.index_of(key)) >= 0]
        indexes = [index for index in indexes if row.texts[index] not in ("", NOTHING)]
        said = [row.tooltips[index] or tooltip(row.spoken[index]) for index in indexes]
        if keys == [layout.title]:
            said += self.marks_in_words(row)
        return " · ".join(said)

    def marks_in_words(self, row: Row[Any]) -> list[str]:
        """Return the marks of a row in words."""
        marks = self._decorate(row) if self._decorate is not None else _NO_MARKS
        flags = [index for flag in self._layout.flags if (index := self.index_of(flag.key)) >= 0]
        said = [self._columns[index].title for index in flags if row.tones[index] > 0]
        return [*words_of(marks, is_explicit=self._is_explicit(row)), *said]

    def _is_explicit(self, row: Row[Any]) -> bool:
        index = self.index_of(self._layout.explicit)
        return index >= 0 and row.tones[index] > 0

    # --- painting -----------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, cards: Sequence[CardLine], card_width: int, area: QRect
    ) -> None:
        """Paint cards of a width; `area` is the region to paint."""
        ratio = painter.device().devicePixelRatioF()
        if ratio != self._ratio:
            self._ratio, self._corners = ratio, None
            self._dots.clear()
        painter.fillRect(area, self._colours.background5)
        self._paint_grounds(painter, cards, card_width)
        loaded = [(card, card.row, self._texts.of(card.row)) for card in cards if card.row]
        if len(loaded) < len(cards):
            self._paint_skeletons(painter, [c for c in cards if c.row is None], card_width)
        if loaded:
            self._paint_covers(painter, loaded)
        self._paint_corners(painter, cards, card_width)
        if loaded:
            marks = [self._decorate(row) if self._decorate else _NO_MARKS for _, row, _ in loaded]
            space = card_width - self._left - _RIGHT
            if self._layout.words:
                self._paint_words(painter, loaded, space)
            else:
                self._paint_titles(painter, loaded, marks, space)
                self._paint_small_texts(painter, loaded, space)
                self._paint_badges(painter, loaded, space)
            self._paint_buttons(painter, loaded)
        self._paint_edges(painter, cards, card_width)
        self._texts.evict_except(row for _, row, _ in loaded)

    def _paint_grounds(self, painter: QPainter, cards: Iterable[CardLine], width: int) -> None:
        colours = self._colours
        for card in cards:
            if card.is_selected:
                ground = colours.selection
            else:
                ground = colours.background3 if card.is_hovered else colours.background4
            painter.fillRect(card.x, card.y, width, HEIGHT, ground)

    def _paint_corners(self, painter: QPainter, cards: Iterable[CardLine], width: int) -> None:
        """Round the corners: cheaper than to clip covers to rounded rectangles."""
        corners = self._corners
        if corners is None:
            corners = self._corners = _corners_of(self._colours.background5, self._ratio)
        edge, source = _RADIUS, round(_RADIUS * self._ratio)
        draw = painter.drawPixmap
        right, bottom = width - edge, HEIGHT - edge
        for card in cards:
            x, y = card.x, card.y
            draw(x, y, edge, edge, corners, 0, 0, source, source)
            draw(x + right, y, edge, edge, corners, source, 0, source, source)
            draw(x, y + bottom, edge, edge, corners, 0, source, source, source)
            draw(x + right, y + bottom, edge, edge, corners, source, source, source, source)

    def _paint_edges(self, painter: QPainter, cards: Iterable[CardLine], width: int) -> None:
        """Outline the selected cards, and the one with the keyboard focus."""
        outlined = [card for card in cards if card.is_selected or card.has_focus]
        if not outlined:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for card in outlined:
            colour = self._colours.highlight if card.has_focus else self._colours.light4
            painter.setPen(QPen(colour, 2 if card.has_focus else 1))
            inset = 1 if card.has_focus else 0.5
            frame = QRectF(card.x, card.y, width, HEIGHT).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, _RADIUS - inset, _RADIUS - inset)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_skeletons(self, painter: QPainter, cards: Iterable[CardLine], width: int) -> None:
        colour, space = self._colours.background3, width - self._left - _RIGHT
        for card in cards:
            painter.fillRect(card.x, card.y, self._cover, HEIGHT, colour)
            turn = card.number % 5
            for middle, thick, share in (
                (_TITLE, 12, 62 - 7 * turn),
                (_ARTIST, 10, 34 + 5 * turn),
                (_MAPPER, 10, 46 - 3 * turn),
                (_BADGES, 14, 56),
            ):
                wide = space * share // 100
                painter.fillRect(
                    card.x + self._left, card.y + middle - thick // 2, wide, thick, colour
                )

    def _paint_covers(self, painter: QPainter, loaded: _Loaded) -> None:
        index, colours = self.index_of(self._layout.title), self._colours
        missing, ink, pictures = colours.background3, colours.background1, self._pictures
        width, icon = self._cover, "page" if self._layout.words else "beatmap"
        for card, row, _ in loaded:
            address = row.pictures[index] if index >= 0 else None
            cover = pictures(address, width, HEIGHT, "cover") if address and pictures else None
            if cover is not None:
                painter.drawPixmap(card.x, card.y, cover)
                continue
            painter.fillRect(card.x, card.y, self._cover, HEIGHT, missing)
            if not address:
                place = QPoint(
                    card.x + (self._cover - _NO_COVER) // 2, card.y + (HEIGHT - _NO_COVER) // 2
                )
                painter.drawPixmap(place, pixmap(icon, ink, ratio=self._ratio, size=_NO_COVER))

    def _paint_titles(
        self, painter: QPainter, loaded: _Loaded, marks: Sequence[CardMarks], space: int
    ) -> None:
        index = self.index_of(self._layout.title)
        if index < 0:
            return
        colours = self._colours
        painter.setFont(self._texts.fonts[True])
        for (card, row, cells), mark in zip(loaded, marks, strict=True):
            x, middle = card.x + self._left, card.y + _TITLE
            is_explicit = self._is_explicit(row)
            room = space - paint_marks(
                painter, mark, x + space, middle, colours, self._ratio, is_explicit=is_explicit
            )
            text, cut = row.texts[index], row.tones[index]
            cell = cells[index]
            if cell is None or cell.space != room:
                words = text[:cut] if cut > 0 else text
                cell = cells[index] = self._texts.shape(words, room, False, True)
            is_dim = mark.is_seen and not card.is_selected
            painter.setPen(colours.foreground if is_dim else colours.content1)
            painter.drawStaticText(x, middle + cell.top, cell.text)

    def _paint_words(self, painter: QPainter, loaded: _Loaded, space: int) -> None:
        """Paint the cards of articles: title, words, and the author and the date below them."""
        layout, colours = self._layout, self._colours
        title, words = self.index_of(layout.title), self.index_of(layout.words)
        author = self.index_of(layout.mapper)
        dates = [index for key in layout.dates if (index := self.index_of(key)) >= 0]
        draw = painter.drawStaticText
        for card, row, cells in loaded:
            x, middle = card.x + self._left, card.y + _TITLE
            if title >= 0:
                painter.setFont(self._texts.fonts[True])
                painter.setPen(colours.content1)
                for line in self._wrapped(row.texts[title], space, 2, strong=True):
                    draw(x, middle + line.top, line.text)
                    middle += _LINE
            painter.setFont(self._texts.fonts[False])
            painter.setPen(colours.content2)
            if words >= 0 and row.texts[words]:
                left = _LINES - (middle - card.y - _TITLE) // _LINE
                for line in self._wrapped(row.texts[words], space, left, strong=False):
                    draw(x, middle + line.top, line.text)
                    middle += _LINE
            painter.setPen(colours.content2 if card.is_selected else colours.foreground)
            room = space
            for index, is_right in ((next(iter(dates), -1), True), (author, False)):
                if index < 0 or not row.texts[index]:
                    continue
                cell = cells[index]
                if cell is None or cell.space != room:
                    cell = cells[index] = self._texts.shape(row.texts[index], room, is_right, False)
                draw(x + cell.left, card.y + _BADGES + cell.top, cell.text)
                room -= cell.width + _BETWEEN if is_right else 0

    def _wrapped(self, text: str, space: int, most: int, *, strong: bool) -> tuple[CellText, ...]:
        """Return the lines of a text in a width; the last one is elided where there are more."""
        key = (text, space, most, strong)
        lines = self._lines.get(key)
        if lines is None:
            parts = _lines_of(text, self._texts.fonts[strong], space, most)
            lines = tuple(self._texts.shape(part, space, False, strong) for part in parts)
            self._lines.put(key, lines)
        return lines

    def _paint_small_texts(self, painter: QPainter, loaded: _Loaded, space: int) -> None:
        """Paint artist, mapper, date and figures."""
        layout, colours = self._layout, self._colours
        title, mapper = self.index_of(layout.title), self.index_of(layout.mapper)
        dates = [index for key in layout.dates if (index := self.index_of(key)) >= 0]
        shape, draw = self._texts.shape, painter.drawStaticText
        painter.setFont(self._texts.fonts[False])
        painter.setPen(colours.content2)
        slot = title + len(self._columns)  # of the second text
        for card, row, cells in loaded:
            cut = row.tones[title] if title >= 0 else 0
            if 0 < cut < len(row.texts[title]):
                cell = cells[slot]
                if cell is None or cell.space != space:
                    words = row.texts[title][cut:].lstrip()
                    cell = cells[slot] = shape(words, space, False, False)
                draw(card.x + self._left, card.y + _ARTIST + cell.top, cell.text)
        self._paint_figures(painter, loaded, space)
        for card, row, cells in loaded:
            painter.setPen(colours.content2 if card.is_selected else colours.foreground)
            room = space
            date = next((n for n in dates if row.texts[n] not in ("", NOTHING)), -1)
            if date >= 0:
                cell = cells[date]
                if cell is None or cell.space != space:
                    cell = cells[date] = shape(row.texts[date], space, bool(layout.mapper), False)
                middle = card.y + (_MAPPER if layout.mapper else _BADGES)
                draw(card.x + self._left + cell.left, middle + cell.top, cell.text)
                room -= cell.width + _BETWEEN
            if mapper >= 0 and row.texts[mapper]:
                cell = cells[mapper]
                if cell is None or cell.space != room:
                    words = _MAPPED_BY.replace("{mapper}", row.texts[mapper])
                    cell = cells[mapper] = shape(words, room, False, False)
                draw(card.x + self._left, card.y + _MAPPER + cell.top, cell.text)

    def _paint_figures(self, painter: QPainter, loaded: _Loaded, space: int) -> None:
        colours, shape = self._colours, self._texts.shape
        figures = [
            (
                index,
                pixmap(figure.icon, colours.foreground, ratio=self._ratio, size=_ICON)
                if figure.icon
                else None,
            )
            for figure in self._layout.figures
            if (index := self.index_of(figure.key)) >= 0
        ]
        for card, row, cells in loaded:
            x, middle = card.x + self._left, card.y + _FIGURES
            end = x + space
            for index, icon in figures:
                text = row.texts[index]
                if not text or text == NOTHING:
                    continue
                cell = cells[index]
                if cell is None:
                    cell = cells[index] = shape(text, 1 << 16, False, False)
                wide = cell.width + (_ICON + 3 if icon is not None else 0)
                if x + wide > end:
                    break
                if icon is not None:
                    painter.drawPixmap(x, middle - _ICON // 2, icon)
                painter.drawStaticText(x + wide - cell.width, middle + cell.top, cell.text)
                x += wide + 10

    def _paint_badges(self, painter: QPainter, loaded: _Loaded, space: int) -> None:
        layout, ratio = self._layout, self._ratio
        status, dots = self.index_of(layout.status), self.index_of(layout.dots)
        stars, difficulty = self.index_of(layout.stars), self.index_of(layout.difficulty)
        flags = [
            (index, pixmap(flag.icon, self._colours.foreground, ratio=ratio, size=_ICON))
            for flag in layout.flags
            if (index := self.index_of(flag.key)) >= 0
        ]
        for card, row, cells in loaded:
            x, top = card.x + self._left, card.y + _BADGES - BADGE_HEIGHT // 2
            end = x + space
            for index, icon in flags:
                if row.tones[index] > 0:
                    painter.drawPixmap(end - _ICON, card.y + _BADGES - _ICON // 2, icon)
                    end -= _ICON + 4
            for index, kind in ((status, CellKind.STATUS), (stars, CellKind.STARS)):
                if index >= 0 and row.texts[index]:
                    badge = self._badges.of(kind, row.texts[index], row.tones[index], space, ratio)
                    painter.drawPixmap(x, top, badge)
                    x += int(badge.width() / ratio) + _BETWEEN
            if dots >= 0 and row.texts[dots]:
                self._paint_dots(painter, x, card.y + _BADGES, row.texts[dots], end - x)
            elif difficulty >= 0 and row.texts[difficulty]:
                cell = cells[difficulty]
                if cell is None or cell.space != end - x:
                    words = row.texts[difficulty]
                    cell = cells[difficulty] = self._texts.shape(words, end - x, False, False)
                painter.setPen(self._colours.content2)
                painter.setFont(self._texts.fonts[False])
                painter.drawStaticText(x, card.y + _BADGES + cell.top, cell.text)

    def _paint_dots(self, painter: QPainter, x: int, middle: int, text: str, space: int) -> None:
        key = (text, space)
        parts = self._parts.get(key)
        if parts is None:
            parts = _parts_of(text, space)
            self._parts.put(key, parts)
        colour, ratio = self._colours.light3, self._ratio
        painter.setPen(self._colours.content2)
        painter.setFont(self._texts.fonts[False])
        for part in parts:
            if part.icon:
                icon = pixmap(part.icon, colour, ratio=ratio, size=_ICON)
                painter.drawPixmap(x + part.x, middle - _ICON // 2, icon)
            elif part.number:
                cell = self._number(part.number)
                painter.drawStaticText(x + part.x, middle + cell.top, cell.text)
            else:
                painter.drawPixmap(x + part.x, middle - _DOT // 2 - 1, self._dot(part.tone))

    def _number(self, text: str) -> CellText:
        """Return the text layout of a number of difficulties."""
        cell = self._numbers.get(text)
        if cell is None:
            cell = self._numbers[text] = self._texts.shape(text, 1 << 16, False, False)
        return cell

    def _dot(self, tone: int) -> QPixmap:
        """Return the picture of a dot by ten times its stars."""
        made = self._dots.get(tone)
        if made is None:
            made = self._dots[tone] = _disc(
                _DOT + 2, stars_colour(tone / 10), self._colours.background1, self._ratio
            )
        return made

    def _paint_buttons(self, painter: QPainter, loaded: _Loaded) -> None:
        preview = self._preview
        if preview is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card, row, _ in loaded:
            state = preview(row)
            if state is not None or card.is_hovered or card.has_focus:
                place = QRectF(BUTTON.translated(card.x, card.y))
                self._paint_button(painter, place, state, is_hot=card.is_over_button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_button(
        self, painter: QPainter, place: QRectF, state: PreviewState | None, *, is_hot: bool
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 210 if is_hot else 150))
        painter.drawEllipse(place)
        white = QColor(255, 255, 255)
        if state is None or not state.is_playing:
            painter.setBrush(white)
            painter.drawPolygon(_TRIANGLE.translated(place.center()))
        else:
            middle = place.center()
            for x in (-5.5, 1.5):
                painter.fillRect(QRectF(middle.x() + x, middle.y() - 6.5, 4, 13), white)
        if state is not None:
            ring = place.adjusted(2, 2, -2, -2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(255, 255, 255, 70), 3))
            painter.drawEllipse(ring)
            painter.setPen(QPen(hsl(self._colours.hue, 100, 70), 3))  # as on dark ground
            painter.drawArc(ring, 90 * 16, -round(5760 * min(max(state.fraction, 0.0), 1.0)))


_Loaded = list[tuple[CardLine, Row[Any], list[CellText | None]]]
"""The cards with rows: card, row, its text layouts."""


def _texts_in(font: QFont) -> TextCache:
    small = QFont(font)
    small.setFeature(QFont.Tag("tnum"), 1)
    small.setPixelSize(12)
    strong = QFont(font)
    strong.setPixelSize(14)
    strong.setWeight(QFont.Weight.DemiBold)
    return TextCache(small, strong)


def _lines_of(text: str, font: QFont, space: int, most: int) -> list[str]:
    """Return a text in at most so many lines of a width in pixels; the last has all the rest."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    found: list[str] = []
    start = 0
    while start < len(text) and len(found) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(space)
        end = len(text) if len(found) == most - 1 else line.textStart() + line.textLength()
        found.append(text[start:end].strip())
        start = end
    layout.endLayout()
    return found


def _corners_of(ground: QColor, ratio: float) -> QPixmap:
    """Return what lies outside of a circle in its square, in the colour of the ground."""
    edge = 2 * round(_RADIUS * ratio)
    made = QPixmap(edge, edge)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.fillRect(made.rect(), ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("black"))
    painter.drawEllipse(QRectF(0, 0, edge, edge))
    painter.end()
    return made


def _disc(edge: int, colour: QColor, outline: QColor, ratio: float) -> QPixmap:
    made = QPixmap(round(edge * ratio), round(edge * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(outline, 1))
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(1, 1, edge - 2, edge - 2))
    painter.end()
    return made


def _parts_of(text: str, space: int) -> tuple[_Part, ...]:
    """Return the parts of a cell of dots within a width in pixels.

    Where the dots of several rulesets do not fit, the icons have numbers instead.
    """
    groups: list[tuple[str, list[int]]] = []
    for word in text.split():
        if word.replace(".", "", 1).isdecimal():
            if not groups:
                groups.append(("", []))
            groups[-1][1].append(round(min(float(word), 10.0) * 10))
        elif word in _MODES:
            groups.append((_MODES[word], []))
    icons = sum(_ICON + 3 for icon, _ in groups if icon)
    room = space - icons - (len(groups) - 1) * _BETWEEN - len(groups) * _DOT
    steps = sum(max(0, len(stars) - 1) for _, stars in groups)
    step = min(_DOT_STEP, room / max(1, steps))
    is_counted = step < _LEAST_STEP and len(groups) > 1
    parts: list[_Part] = []
    x = 0.0
    for icon, stars in groups:
        if icon:
            parts.append(_Part(round(x), icon))
            x += _ICON + 3
        if is_counted:
            parts.append(_Part(round(x), number=str(len(stars))))
            x += _DIGIT * len(str(len(stars))) + _BETWEEN
            continue
        shown = stars if step >= _LEAST_STEP else _some_of(stars, 1 + int(room / _LEAST_STEP))
        for tone in shown:
            parts.append(_Part(round(x), tone=tone))
            x += max(step, _LEAST_STEP)
        x += _DOT - max(step, _LEAST_STEP) + _BETWEEN if shown else 0
    return tuple(part for part in parts if part.x + _DOT <= space)


def _some_of(stars: list[int], most: int) -> list[int]:
    """Return at most `most` ratings: the easiest, the hardest, and some in between."""
    if len(stars) <= most:
        return stars
    if most < 2:
        return stars[-1:]
    return [stars[place * (len(stars) - 1) // (most - 1)] for place in range(most)]
