"""Avatar generator: animals, portraits, planets, hills, hit circles, crystals, flowers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, pi, sin

from PIL import Image, ImageDraw

from osubrowser.demo.art.canvas import FINER, Colour, diagonal, glow, gradient, hsl, jpeg, mix, png
from osubrowser.demo.world.draws import Stream

SIDE = 256
"""Pixels of a side, the most that osu! keeps."""

_FULL = SIDE * FINER
_DARK: Colour = (38, 30, 40)
_WHITE: Colour = (255, 255, 255)


class _Sheet:
    """Square drawing surface with coordinates from 0 to 100."""

    def __init__(self, ground: Image.Image) -> None:
        self.picture = ground
        self.pen = ImageDraw.Draw(ground)

    def at(self, *values: float) -> list[float]:
        return [value * _FULL / 100 for value in values]

    def disc(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        self.pen.ellipse(self.at(x - rx, y - ry, x + rx, y + ry), fill=colour)

    def ring(self, x: float, y: float, radius: float, width: float, colour: Colour) -> None:
        box = self.at(x - radius, y - radius, x + radius, y + radius)
        self.pen.ellipse(box, outline=colour, width=int(width * _FULL / 100))

    def shape(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        self.pen.polygon([value for point in points for value in self.at(*point)], fill=colour)

    def arc(self, box: tuple[float, float, float, float], start: float, end: float) -> None:
        self.pen.arc(self.at(*box), start, end, fill=_DARK, width=int(1.4 * _FULL / 100))

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        centre = self.at(x, y)
        glow(self.picture, (centre[0], centre[1]), radius * _FULL / 100, colour, strength)


def avatar(user_id: int) -> bytes:
    """Return the avatar of a user, a JPEG file."""
    stream = Stream(f"avatar/{user_id}")
    hue = stream.spread(0, 360)
    draw = stream.pick(_MOTIFS)
    return jpeg(draw(stream, hue).picture, (SIDE, SIDE))


def guest_avatar() -> bytes:
    """Return the default avatar, a PNG file."""
    sheet = _Sheet(gradient((_FULL, _FULL), (92, 78, 86), (66, 54, 61)))
    sheet.disc(50, 42, 17, 18, (148, 130, 140))
    sheet.disc(50, 92, 34, 30, (148, 130, 140))
    return png(sheet.picture, (SIDE, SIDE))


def _ground(stream: Stream, hue: float) -> _Sheet:
    light = stream.spread(0.62, 0.8)
    turn = stream.spread(20, 70)
    ground = diagonal((_FULL, _FULL), hsl(hue, 0.62, light), hsl(hue + turn, 0.56, light - 0.2))
    return _Sheet(ground)


def _animal(stream: Stream, hue: float) -> _Sheet:
    """Draw a round head with ears: a cat, a fox, a rabbit or a bear."""
    sheet = _ground(stream, hue)
    fur = stream.pick(
        (
            hsl(stream.spread(18, 40), 0.75, 0.62),
            (248, 244, 240),
            (70, 64, 76),
            (186, 178, 186),
            (236, 200, 158),
            hsl(hue + 180, 0.35, 0.75),
        )
    )
    inner = (255, 176, 186)
    kind = stream.pick(("cat", "fox", "rabbit", "bear"))
    for side in (-1, 1):
        if kind == "rabbit":
            sheet.disc(50 + side * 13, 24, 8, 25, fur)
            sheet.disc(50 + side * 13, 25, 4, 18, inner)
        elif kind == "bear":
            sheet.disc(50 + side * 25, 36, 11, 11, fur)
            sheet.disc(50 + side * 25, 36, 6, 6, mix(fur, _DARK, 0.3))
        else:
            tip = 12 if kind == "fox" else 18
            ear = [(50 + side * 33, tip), (50 + side * 35, 52), (50 + side * 8, 38)]
            sheet.shape(ear, fur)
            sheet.shape(
                [(50 + side * 30, tip + 8), (50 + side * 31, 44), (50 + side * 15, 37)],
                inner if kind == "cat" else mix(fur, _DARK, 0.55),
            )
    sheet.disc(50, 92, 27, 26, mix(fur, _DARK, 0.08))
    sheet.disc(50, 58, 35, 30, fur)
    if kind == "fox":
        sheet.disc(36, 68, 18, 15, _WHITE)
        sheet.disc(64, 68, 18, 15, _WHITE)
    elif stream.chance(0.35):
        sheet.shape([(42, 29), (58, 29), (50, 46)], mix(fur, _DARK, 0.25))
    _animal_face(sheet, stream, _WHITE if sum(fur) < 300 else _DARK, inner)
    return sheet


def _animal_face(sheet: _Sheet, stream: Stream, ink: Colour, blush: Colour) -> None:
    iris = hsl(stream.spread(0, 360), 0.7, 0.5)
    closed = stream.chance(0.25)
    for side in (-1, 1):
        x = 50 + side * 15
        sheet.disc(50 + side * 23, 69, 5, 3, blush)
        if closed:
            sheet.arc((x - 6, 54, x + 6, 64), 200, 340)
            continue
        sheet.disc(x, 58, 5.4, 6.8, ink if ink != _WHITE else (250, 236, 120))
        sheet.disc(x, 59.4, 3.6, 4.4, iris if ink != _WHITE else _DARK)
        sheet.disc(x - 1.6, 55.4, 1.9, 2.1, _WHITE)
    sheet.shape([(47.5, 66), (52.5, 66), (50, 69)], (214, 98, 118))
    sheet.arc((43, 66, 50, 74), 10, 150)
    sheet.arc((50, 66, 57, 74), 30, 170)


def _person(stream: Stream, hue: float) -> _Sheet:
    """Draw a drawn-style portrait: hair, big eyes, a little smile."""
    sheet = _ground(stream, hue + 180)
    sheet.glow(50, 40, 60, _WHITE, 0.35)
    hair = hsl(hue, stream.spread(0.2, 0.62), stream.spread(0.34, 0.76))
    shade, skin = mix(hair, _DARK, 0.28), mix((255, 228, 208), (214, 158, 122), stream.unit() ** 2)
    long = stream.chance(0.55)
    if long:
        sheet.disc(50, 62, 38, 46, shade)
        sheet.shape([(13, 60), (87, 60), (92, 104), (8, 104)], shade)
    else:
        sheet.disc(50, 46, 37, 37, shade)
    shirt = hsl(hue + stream.spread(90, 250), 0.5, 0.45)
    sheet.disc(50, 108, 36, 24, shirt)
    sheet.shape([(43, 74), (57, 74), (59, 92), (41, 92)], mix(skin, _DARK, 0.14))
    sheet.disc(50, 56, 27, 28, skin)
    _eyes(sheet, stream)
    sheet.arc((45, 70, 55, 77), 20, 160)
    _hair(sheet, stream, hair)
    return sheet


def _eyes(sheet: _Sheet, stream: Stream) -> None:
    iris = hsl(stream.spread(0, 360), 0.65, 0.5)
    for side in (-1, 1):
        x = 50 + side * 12
        sheet.disc(50 + side * 18, 69, 4.5, 2.2, (255, 168, 164))
        sheet.disc(x, 61, 5.2, 7.4, _WHITE)
        sheet.disc(x, 61.6, 4.4, 6.6, iris)
        sheet.disc(x, 62.4, 2.3, 3.6, _DARK)
        sheet.disc(x - 1.5, 58.4, 1.7, 2.1, _WHITE)
        sheet.arc((x - 7, 53, x + 7, 66), 195, 345)


def _hair(sheet: _Sheet, stream: Stream, hair: Colour) -> None:
    """Draw the fringe, and now and then cat ears or headphones."""
    points: list[tuple[float, float]] = [(19, 62), (14, 44), (22, 24), (38, 13), (56, 11), (76, 20)]
    points += [(86, 42), (81, 62), (75, 48)]
    teeth = stream.between(3, 6)
    for tooth in range(teeth):
        x = 74 - 48 * (tooth + 0.5) / teeth
        points += [(x + 3, stream.spread(48, 57)), (x - 5, stream.spread(36, 43))]
    points.append((25, 47))
    sheet.shape(points, hair)
    extra = stream.unit()
    if extra < 0.28:
        for side in (-1, 1):
            sheet.shape([(50 + side * 32, 6), (50 + side * 34, 32), (50 + side * 10, 18)], hair)
            sheet.shape(
                [(50 + side * 29, 12), (50 + side * 30, 27), (50 + side * 17, 19)], (255, 176, 186)
            )
    elif extra < 0.5:
        sheet.pen.arc(sheet.at(12, 6, 88, 96), 185, 355, fill=_DARK, width=int(_FULL * 0.035))
        for side in (-1, 1):
            sheet.disc(50 + side * 36, 56, 6, 11, _DARK)
            sheet.disc(50 + side * 37, 56, 3, 7, hsl(stream.spread(0, 360), 0.9, 0.6))
    elif extra < 0.62:
        sheet.disc(30, 27, 6, 6, hsl(stream.spread(0, 360), 0.8, 0.65))
        sheet.disc(30, 27, 2.2, 2.2, (255, 236, 150))


def _planet(stream: Stream, hue: float) -> _Sheet:
    ground = gradient((_FULL, _FULL), hsl(hue, 0.5, 0.10), hsl(hue + 50, 0.6, 0.26))
    sheet = _Sheet(ground)
    sheet.glow(stream.spread(10, 90), stream.spread(60, 95), 60, hsl(hue + 80, 0.9, 0.6), 0.5)
    for _ in range(46):
        x, y, size = stream.spread(0, 100), stream.spread(0, 100), stream.unit() ** 3 * 1.2 + 0.25
        sheet.disc(x, y, size, size, mix(_WHITE, hsl(hue, 0.8, 0.8), stream.unit()))
    radius = stream.spread(22, 31)
    body = hsl(hue + stream.spread(120, 240), 0.6, 0.6)
    sheet.glow(50, 50, radius * 2.1, body, 0.6)
    tilt = stream.spread(0.16, 0.3)
    ringed = stream.chance(0.6)
    wide, flat = radius * 1.8, radius * tilt * 2
    ring = sheet.at(50 - wide, 50 - flat, 50 + wide, 50 + flat)
    if ringed:
        sheet.pen.arc(ring, 180, 360, fill=mix(body, _WHITE, 0.5), width=int(_FULL * 0.03))
    sheet.disc(50, 50, radius, radius, body)
    for band in range(stream.between(2, 4)):
        y = 50 + radius * (band / 2.2 - 0.6)
        half = max(0.0, radius**2 - (y - 50) ** 2) ** 0.5
        sheet.disc(
            50, y, half * 0.97, stream.spread(1, 3), mix(body, _DARK, stream.spread(0.1, 0.35))
        )
    sheet.glow(50 - radius * 0.4, 50 - radius * 0.45, radius * 0.8, _WHITE, 0.55)
    if ringed:
        sheet.pen.arc(ring, 0, 180, fill=mix(body, _WHITE, 0.65), width=int(_FULL * 0.03))
    return sheet


def _hills(stream: Stream, hue: float) -> _Sheet:
    evening = stream.chance(0.5)
    top, low = (0.22, 0.68) if evening else (0.55, 0.86)
    sheet = _Sheet(gradient((_FULL, _FULL), hsl(hue, 0.6, top), hsl(hue + 60, 0.85, low)))
    x, y = stream.spread(25, 75), stream.spread(24, 44)
    light: Colour = (255, 250, 226)
    sheet.glow(x, y, 46, light, 0.6)
    sheet.disc(x, y, 10, 10, light)
    for depth in range(4):
        base, colour = 52 + depth * 12, hsl(hue + 60 - depth * 16, 0.5, low - 0.2 - depth * 0.13)
        phase, height = stream.spread(0, 6), stream.spread(3, 9)
        ridge = [
            (x, base + sin(x / 14 + phase) * height + sin(x / 5 + phase * 2) * height * 0.3)
            for x in range(0, 104, 4)
        ]
        sheet.shape([*ridge, (104, 104), (0, 104)], colour)
    return sheet


def _circle(stream: Stream, hue: float) -> _Sheet:
    """Draw a hit circle with its approach circle and the trail of a cursor."""
    sheet = _Sheet(diagonal((_FULL, _FULL), hsl(hue, 0.35, 0.16), hsl(hue + 40, 0.45, 0.26)))
    combo = hsl(hue + stream.spread(120, 200), 0.85, 0.58)
    for step in range(12):
        size = 1.2 + step * 0.28
        sheet.disc(
            8 + step * 3.4,
            94 - step * 3.2 + sin(step) * 2,
            size,
            size,
            mix(_DARK, combo, step / 14),
        )
    sheet.glow(52, 48, 54, combo, 0.45)
    sheet.ring(52, 48, stream.spread(33, 42), 2, mix(combo, _WHITE, 0.4))
    sheet.disc(52, 48, 27, 27, _WHITE)
    sheet.disc(52, 48, 23.5, 23.5, combo)
    sheet.glow(52, 38, 24, _WHITE, 0.5)
    kind = stream.between(0, 2)
    if kind == 0:
        points = [_polar(52, 48, 13 if k % 2 == 0 else 5.6, k * pi / 5 - pi / 2) for k in range(10)]
        sheet.shape(points, _WHITE)
    elif kind == 1:
        sheet.shape([(46, 37), (64, 48), (46, 59)], _WHITE)
    else:
        for k in range(4):
            sheet.disc(*_polar(52, 48, 8, k * pi / 2 + pi / 4), 5, 5, _WHITE)
    return sheet


def _crystal(stream: Stream, hue: float) -> _Sheet:
    """Draw a surface of triangles."""
    sheet = _Sheet(Image.new("RGB", (_FULL, _FULL), hsl(hue, 0.6, 0.5)))
    cells = stream.between(4, 6)
    step = 100 / cells
    grid = {
        (column, row): (
            column * step + (stream.spread(-0.36, 0.36) * step if 0 < column < cells else 0),
            row * step + (stream.spread(-0.36, 0.36) * step if 0 < row < cells else 0),
        )
        for column in range(cells + 1)
        for row in range(cells + 1)
    }
    for column in range(cells):
        for row in range(cells):
            a, b = grid[column, row], grid[column + 1, row]
            c, d = grid[column, row + 1], grid[column + 1, row + 1]
            for corners in ((a, b, c), (b, c, d)):
                place = sum(x + y for x, y in corners) / 600
                tone = hsl(hue + place * 110, 0.6, 0.74 - place * 0.42 + stream.spread(-0.07, 0.07))
                sheet.shape(list(corners), tone)
    return sheet


def _flower(stream: Stream, hue: float) -> _Sheet:
    sheet = _ground(stream, hue + 150)
    petals, colour = stream.between(5, 9), hsl(hue, 0.75, 0.68)
    for size, tone in (
        (34, mix(colour, _DARK, 0.12)),
        (26, colour),
        (17, mix(colour, _WHITE, 0.35)),
    ):
        turn = stream.spread(0, pi)
        for petal in range(petals):
            x, y = _polar(50, 50, size * 0.72, turn + petal * 2 * pi / petals)
            sheet.disc(x, y, size * 0.44, size * 0.44, tone)
    sheet.disc(50, 50, 9, 9, (255, 222, 120))
    sheet.glow(42, 38, 40, _WHITE, 0.3)
    return sheet


def _polar(x: float, y: float, radius: float, angle: float) -> tuple[float, float]:
    return x + radius * cos(angle), y + radius * sin(angle)


_MOTIFS: tuple[Callable[[Stream, float], _Sheet], ...] = (
    _animal, _animal, _animal, _person, _person, _person, _person,
    _planet, _hills, _circle, _crystal, _flower,
)  # fmt: skip
