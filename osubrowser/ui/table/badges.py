"""Pixmap cache of the pills, dots and symbols of cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from osubrowser.models.beatmaps.mods import BETWEEN, kind_of
from osubrowser.models.table.column import CellKind
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.colours import (
    GRADES,
    MODS,
    SILVER,
    STATUS,
    ink_on,
    stars_colour,
    stars_text_colour,
)

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

HEIGHT: Final = 18
"""Height of a pill, and of everything in one row with it, in pixels."""

OFFERED: Final = 2
"""Tone of a replay that a click saves."""
QUEUED: Final = 3
"""Tone of a replay that is in the download queue."""
SAVED: Final = 4
"""Tone of a replay that is on this computer."""

REPLAY_TIPS: Final = {
    OFFERED: tr("Save the replay"),
    QUEUED: tr("The replay is in the download queue"),
    SAVED: tr("Open the replay, which is on this computer"),
}
"""Tooltips of replay buttons by tone."""

_KEPT: Final = 600
_BAR_HEIGHT: Final = 8.0
_LEAST_BAR: Final = 16
_MARGIN: Final = 6.0
_GAP: Final = 3.0
_DOT: Final = 10.0
_DOT_STEP, _LEAST_STEP = 13.0, 6.0
_GRADE_WIDTH: Final = 36.0
_STARS_WIDTH: Final = 46.0
_GRADE_OF: Final = {("SS", 0): "X", ("SS", 1): "XH", ("S", 1): "SH"}
_MORE: Final = "…"
_UNKNOWN: Final = QColor(MODS["system"])
_BLACK: Final = QColor("black")
_DIM: Final = 45
"""Lightness (0 to 255) below which a pill on a dark background gets a border."""


class Badges:
    """Cache of pixmaps of cells with more than text.

    Args:
        font: font of the table; pills use a smaller size.
        colours: colours of symbols.
    """

    def __init__(self, font: QFont, colours: Colours) -> None:
        self._font = QFont(font)
        self._font.setPixelSize(11)
        self._font.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._font)
        self._colours = colours
        self._made: dict[tuple[CellKind, str, int, int, float], QPixmap] = {}
        self._makers: dict[CellKind, Callable[[str, int, float], _Drawing]] = {
            CellKind.GRADE: self._grade,
            CellKind.STARS: self._stars,
            CellKind.STATUS: self._status,
            CellKind.MODS: self._mods,
            CellKind.DOTS: self._dots,
            CellKind.MARK: self._mark,
            CellKind.REPLAY: self._replay,
            CellKind.PROGRESS: self._progress,
        }

    def set_colours(self, colours: Colours) -> None:
        """Set the colours, and clear the cache."""
        self._colours = colours
        self._made.clear()

    def of(self, kind: CellKind, text: str, tone: int, space: int, ratio: float) -> QPixmap:
        """Return the pixmap of a cell, `HEIGHT` high and at most `space` wide.

        Args:
            kind: kind of the column.
            text: text of the cell.
            tone: tone of the cell.
            space: available width in pixels.
            ratio: device pixels per logical pixel.
        """
        key = (kind, text, tone, space, ratio)
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            made = self._made[key] = self._makers[kind](text, tone, space).picture(ratio)
        return made

    def width(self, kind: CellKind, text: str, tone: int) -> int:
        """Return the full width of a cell in pixels."""
        return int(self._makers[kind](text, tone, 1 << 14).width) + 1

    # --- kinds of cells -----------------------------------------------------------------------

    def _grade(self, text: str, tone: int, space: float) -> _Drawing:
        if not text or text == NOTHING:
            return _Drawing(1.0)
        ground = GRADES.get(_GRADE_OF.get((text, tone), text))
        ink = QColor(SILVER) if tone else _BLACK
        wide = max(_GRADE_WIDTH, self._metrics.horizontalAdvance(text) + 2 * _MARGIN)
        drawing = _Drawing(min(wide, space))
        self._pill(drawing, 0, drawing.width, text, QColor(ground) if ground else _UNKNOWN, ink)
        return drawing

    def _stars(self, text: str, tone: int, space: float) -> _Drawing:
        wide = max(_STARS_WIDTH, self._metrics.horizontalAdvance(text) + 2 * _MARGIN)
        drawing = _Drawing(min(wide, space))
        stars = tone / 100
        if text == NOTHING:
            left = (drawing.width - self._metrics.horizontalAdvance(text)) / 2
            drawing.write(left, 13, text, self._colours.foreground, self._font)
            return drawing
        self._pill(
            drawing, 0, drawing.width, text, stars_colour(stars), stars_text_colour(stars), 9
        )
        return drawing

    def _status(self, text: str, _tone: int, space: float) -> _Drawing:
        if not text:
            return _Drawing(1.0)
        wide = self._metrics.horizontalAdvance(text) + 2 * _MARGIN
        drawing = _Drawing(min(wide, space))
        ground = QColor(STATUS[text]) if text in STATUS else _UNKNOWN
        self._pill(drawing, 0, drawing.width, text, ground, ink_on(ground.name()))
        return drawing

    def _mods(self, text: str, _tone: int, space: float) -> _Drawing:
        words = text.split(BETWEEN) if text else []
        widths = [self._mod_width(word) for word in words]
        # Where room is lacking, the settings of mods are omitted, the longest first.
        while sum(widths) + _GAP * (len(words) - 1) > space:
            told = [place for place, word in enumerate(words) if " " in word]
            if not told:
                break
            longest = max(told, key=widths.__getitem__)
            words[longest] = words[longest].partition(" ")[0]
            widths[longest] = self._mod_width(words[longest])
        whole = sum(widths) + _GAP * max(0, len(words) - 1)
        drawing = _Drawing(min(max(whole, 1.0), space))
        x = 0.0
        rest = self._metrics.horizontalAdvance(_MORE) if whole > space else 0.0
        for word, width in zip(words, widths, strict=True):
            if x + width + rest > space:
                drawing.write(x + 1, 14, _MORE, self._colours.content2, self._font)
                break
            ground = QColor(MODS[kind_of(word.partition(" ")[0])])
            self._pill(drawing, x, width, word, ground, _BLACK)
            x += width + _GAP
        return drawing

    def _mod_width(self, word: str) -> float:
        return self._metrics.horizontalAdvance(word) + 2 * _MARGIN - 3

    def _dots(self, text: str, _tone: int, space: float) -> _Drawing:
        stars = [float(word) for word in text.split() if _is_figure(word)]
        count = len(stars)
        if not count:
            return _Drawing(1.0)
        step = min(_DOT_STEP, (space - _DOT - 2) / max(1, count - 1))
        if step < _LEAST_STEP:
            step = _LEAST_STEP
            fitting = max(1, int((space - _DOT - 2) / step) + 1)
            # Drop dots in between: the easiest and the hardest stay.
            stars = [stars[place * count // fitting] for place in range(fitting - 1)] + stars[-1:]
        drawing = _Drawing(min((len(stars) - 1) * step + _DOT + 2, space))
        for place, value in enumerate(stars):
            drawing.dot(place * step + 1, stars_colour(value), self._colours.background4)
        return drawing

    def _mark(self, _text: str, tone: int, _space: float) -> _Drawing:
        drawing = _Drawing(HEIGHT if tone else 1.0)
        drawing.tick = self._colours.light3 if tone else None
        return drawing

    def _replay(self, _text: str, tone: int, _space: float) -> _Drawing:
        """Draw a replay: a tick (1), or as a button an arrow (2), a ring (3), a full disc (4)."""
        drawing = _Drawing(HEIGHT if tone else 1.0)
        colours = self._colours
        if tone == 1:
            drawing.tick = colours.light3
        elif tone == OFFERED:
            drawing.arrow = colours.light2
        elif tone == QUEUED:
            drawing.ring = (colours.highlight, None)
        elif tone == SAVED:
            drawing.ring = (colours.highlight, colours.on_highlight)
        return drawing

    def _progress(self, text: str, tone: int, space: float) -> _Drawing:
        if not text or space < _LEAST_BAR:
            return _Drawing(1.0)
        drawing = _Drawing(space)
        share = min(max(tone, 0), 1000) / 1000
        drawing.bar(space, self._colours.background2)
        if share > 0:
            drawing.bar(max(_BAR_HEIGHT, share * space), self._colours.highlight)
        return drawing

    def _pill(
        self,
        drawing: _Drawing,
        x: float,
        width: float,
        text: str,
        ground: QColor,
        ink: QColor,
        radius: float = 4,
    ) -> None:
        edge = self._colours.is_dark and ground.lightness() < _DIM
        drawing.pill(x, width, ground, radius, QColor(255, 255, 255, 70) if edge else None)
        inner = width - 4
        if self._metrics.horizontalAdvance(text) > inner:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner)
        left = x + (width - self._metrics.horizontalAdvance(text)) / 2
        if ink == QColor(SILVER):  # silver on a bright background needs a shadow
            drawing.write(left + 0.7, 13.7, text, QColor(0, 0, 0, 170), self._font)
        drawing.write(left, 13, text, ink, self._font)


def _is_figure(word: str) -> bool:
    return word.replace(".", "", 1).isdecimal()


class _Drawing:
    """Draw commands of one cell, in logical pixels: pills, texts, dots, a tick."""

    def __init__(self, width: float) -> None:
        self.width = max(1.0, width)
        self.tick: QColor | None = None
        self.arrow: QColor | None = None
        self.ring: tuple[QColor, QColor | None] | None = None
        self._pills: list[tuple[QRectF, QColor, float, QColor | None]] = []
        self._words: list[tuple[QPointF, str, QColor, QFont]] = []
        self._dots: list[tuple[float, QColor, QColor]] = []

    def pill(
        self, x: float, width: float, ground: QColor, radius: float, edge: QColor | None
    ) -> None:
        self._pills.append((QRectF(x, 0, width, HEIGHT), ground, radius, edge))

    def write(self, x: float, base: float, text: str, ink: QColor, font: QFont) -> None:
        self._words.append((QPointF(x, base), text, ink, font))

    def bar(self, width: float, ground: QColor) -> None:
        place = QRectF(0, (HEIGHT - _BAR_HEIGHT) / 2, width, _BAR_HEIGHT)
        self._pills.append((place, ground, _BAR_HEIGHT / 2, None))

    def dot(self, x: float, colour: QColor, edge: QColor) -> None:
        self._dots.append((x, colour, edge))

    def picture(self, ratio: float) -> QPixmap:
        """Return the pixmap."""
        size = QSizeF(self.width, HEIGHT) * ratio
        made = QPixmap(max(1, round(size.width())), round(size.height()))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, ground, radius, edge in self._pills:
            painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1))
            painter.setBrush(ground)
            inset = 0 if edge is None else 0.5
            painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius, radius)
        for x, colour, edge in self._dots:
            painter.setPen(QPen(edge, 1))
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(x - 0.5, (HEIGHT - _DOT) / 2 - 0.5, _DOT + 1, _DOT + 1))
        for where, text, ink, font in self._words:
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(where, text)
        if self.tick is not None:
            _draw_tick(painter, self.tick)
        if self.arrow is not None:
            _draw_arrow(painter, self.arrow)
        if self.ring is not None:
            _draw_ring(painter, *self.ring)
        painter.end()
        return made


def _draw_arrow(painter: QPainter, colour: QColor) -> None:
    """Draw an arrow onto a line: a click downloads."""
    painter.setPen(_pen(colour))
    painter.drawPolyline([QPointF(9, 3.5), QPointF(9, 11)])
    painter.drawPolyline([QPointF(5.5, 7.5), QPointF(9, 11), QPointF(12.5, 7.5)])
    painter.drawPolyline([QPointF(4, 14.5), QPointF(14, 14.5)])


def _draw_ring(painter: QPainter, colour: QColor, tick: QColor | None) -> None:
    """Draw a ring with a clock's hands, or with a tick's colour a full disc with a tick."""
    painter.setPen(_pen(colour))
    if tick is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(2.5, 2.5, 13, 13))
        painter.drawPolyline([QPointF(9, 5.5), QPointF(9, 9), QPointF(11.5, 10.5)])
    else:
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(2.5, 2.5, 13, 13))
        painter.setPen(_pen(tick))
        painter.drawPolyline([QPointF(6, 9.2), QPointF(8.2, 11.4), QPointF(12, 6.8)])


def _pen(colour: QColor) -> QPen:
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _draw_tick(painter: QPainter, colour: QColor) -> None:
    """Draw a tick: a fact, not a control; an arrow would promise that a click downloads."""
    painter.setPen(_pen(colour))
    painter.drawPolyline([QPointF(4.5, 9.5), QPointF(7.5, 12.5), QPointF(13.5, 5.5)])
