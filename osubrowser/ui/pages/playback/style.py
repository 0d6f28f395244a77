"""Colours of a playback, and its sprites: pictures of circles, marks and numbers, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from osubrowser.analysis.result import Judgement
from osubrowser.models.replays.scene_objects import COLOURS
from osubrowser.ui.style.colours import hsl

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_MOST_SPRITES: Final = 400
_COMBO_HUES: Final = (200, 333, 45, 140)
_TRACK_HUES: Final = (None, 45, 333, 140, 20, 180, 300, 80)
_LIGHTNESS_DARK: Final = 66
_LIGHTNESS_LIGHT: Final = 40
_JUDGEMENTS: Final = {
    Judgement.PERFECT: ("#8CE8FF", "#007A99"),
    Judgement.GREAT: ("#66B8FF", "#1F66B3"),
    Judgement.GOOD: ("#7BE07B", "#1E7A1E"),
    Judgement.OK: ("#B3E34D", "#4D7A00"),
    Judgement.MEH: ("#FFC94D", "#8A5A00"),
    Judgement.MISS: ("#FF6B6B", "#C22727"),
    Judgement.TICK_HIT: ("#66B8FF", "#1F66B3"),
    Judgement.TICK_MISS: ("#FF6B6B", "#C22727"),
}
MARK_TEXTS: Final = {
    Judgement.PERFECT: "MAX",
    Judgement.GREAT: "300",
    Judgement.GOOD: "200",
    Judgement.OK: "100",
    Judgement.MEH: "50",
    Judgement.MISS: "✕",
    Judgement.TICK_HIT: "",
    Judgement.TICK_MISS: "✕",
}
"""Text of a judgement in the field."""


class FieldStyle:
    """Colours that a playback is painted with.

    Args:
        colours: palette of the page.

    Attributes:
        ground, edge: the playfield and its border.
        combos: colours of hit objects.
        rings: outlines of hit objects, by combo.
        centre, rim, roll: notes of taiko.
        judgements: colour of each judgement.
    """

    def __init__(self, colours: Colours) -> None:
        self.colours = colours
        dark = colours.is_dark
        self.ground = colours.background5 if dark else colours.background4
        self.edge = colours.background3 if dark else colours.background1
        self.combos = [hsl(h, 60, 42 if dark else 62) for h in _COMBO_HUES[:COLOURS]]
        self.rings = [hsl(h, 80, 82 if dark else 32) for h in _COMBO_HUES[:COLOURS]]
        self.number = QColor("white") if dark else QColor("#101018")
        self.centre = QColor("#E0503C") if dark else QColor("#D8412C")
        self.rim = QColor("#3C8FE0") if dark else QColor("#2B77C4")
        self.roll = QColor("#D9A61E") if dark else QColor("#C08A00")
        self.note = hsl(colours.hue, 60, 72 if dark else 48)
        self.other_note = hsl(200, 55, 70 if dark else 44)
        self.special_note = hsl(45, 80, 62 if dark else 44)
        self.judgements = {
            name: QColor(pair[0] if dark else pair[1]) for name, pair in _JUDGEMENTS.items()
        }
        lightness = _LIGHTNESS_DARK if dark else _LIGHTNESS_LIGHT
        self.tracks = [
            colours.highlight if hue is None else hsl(hue, 85, lightness) for hue in _TRACK_HUES
        ]

    def track(self, number: int) -> QColor:
        """Return the colour of a replay, by its position."""
        return self.tracks[number % len(self.tracks)]

    def faded(self, colour: QColor, alpha: float) -> QColor:
        """Return a colour with an opacity, 0 to 1."""
        made = QColor(colour)
        made.setAlphaF(min(max(alpha, 0.0), 1.0))
        return made


class Sprites:
    """Cache of pixmaps that a frame is composed of.

    Args:
        style: their colours.
        ratio: device pixels per logical pixel.
    """

    def __init__(self, style: FieldStyle, ratio: float) -> None:
        self.style = style
        self.ratio = ratio
        self._made: dict[tuple[object, ...], QPixmap] = {}

    def circle(self, fill: QColor, ring: QColor, diameter: float, width: float = 0.11) -> QPixmap:
        """Return a filled circle with a ring, `width` of its radius wide."""
        key = ("circle", fill.rgba(), ring.rgba(), round(diameter * 4), round(width * 100))
        made = self._made.get(key)
        if made is None:
            made = self._blank(diameter, diameter)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = max(1.0, diameter / 2 * width)
            painter.setPen(QPen(ring, line))
            painter.setBrush(fill)
            inset = line / 2 + 0.5
            painter.drawEllipse(QRectF(inset, inset, diameter - 2 * inset, diameter - 2 * inset))
            painter.end()
            self._keep(key, made)
        return made

    def text(self, text: str, colour: QColor, size: float, *, shadow: bool = False) -> QPixmap:
        """Return a text in one colour; with `shadow`, readable on everything."""
        key = ("text", text, colour.rgba(), round(size * 2), shadow)
        made = self._made.get(key)
        if made is None:
            font = QFont()
            font.setPixelSize(max(8, round(size)))
            font.setWeight(QFont.Weight.Bold)
            metrics = QFontMetricsF(font)
            width, height = metrics.horizontalAdvance(text) + 4, metrics.height() + 2
            made = self._blank(width, height)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            base = QPointF(2, 1 + metrics.ascent())
            if shadow:
                outline = QPainterPath()
                outline.addText(base, font, text)
                pen = QPen(self.style.faded(self.style.ground, 0.8), 3)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.strokePath(outline, pen)
                painter.fillPath(outline, colour)
            else:
                painter.setFont(font)
                painter.setPen(colour)
                painter.drawText(base, text)
            painter.end()
            self._keep(key, made)
        return made

    def arrow(self, colour: QColor, size: float) -> QPixmap:
        """Return an arrow that points to the right; its shaft tells it from a corner."""
        key = ("arrow", colour.rgba(), round(size * 2))
        made = self._made.get(key)
        if made is None:
            made = self._blank(size, size)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(colour, max(2.0, size / 9))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            tip = QPointF(size * 0.84, size * 0.5)
            painter.drawLine(QPointF(size * 0.16, size * 0.5), tip)
            painter.drawPolyline(
                [QPointF(size * 0.52, size * 0.22), tip, QPointF(size * 0.52, size * 0.78)]
            )
            painter.end()
            self._keep(key, made)
        return made

    def _blank(self, width: float, height: float) -> QPixmap:
        ratio = self.ratio
        made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made

    def _keep(self, key: tuple[object, ...], made: QPixmap) -> None:
        if len(self._made) >= _MOST_SPRITES:
            self._made.clear()
        self._made[key] = made


def draw_centred(painter: QPainter, sprite: QPixmap, x: float, y: float) -> None:
    """Draw a sprite with its centre at a point."""
    size = sprite.deviceIndependentSize()
    painter.drawPixmap(QPointF(x - size.width() / 2, y - size.height() / 2), sprite)
