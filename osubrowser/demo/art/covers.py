"""Cover generator: scenes for beatmapsets and profiles in every size."""

from __future__ import annotations

from collections.abc import Callable
from math import pi, sin

from PIL import Image, ImageDraw

from osubrowser.demo.art.canvas import Colour, blurred, glow, gradient, hsl, jpeg, layer, mix
from osubrowser.demo.world.draws import Stream

SIZES = {
    "cover": (900, 250),
    "card": (400, 140),
    "list": (150, 150),
    "slimcover": (1920, 360),
    "fullsize": (1920, 1080),
    "profile": (1000, 250),
}
"""Width and height of each kind of cover, at single scale."""

_WHITE: Colour = (255, 255, 255)
_TALL = 300
"""All scenes are drawn this high and then scaled: a cover has the same picture at every size."""

_WIDE = 960


def cover(name: str, kind: str, scale: int = 1) -> bytes:
    """Return a cover as a JPEG file.

    Args:
        name: what it is the cover of; the same name has the same scene at every size.
        kind: a key of `SIZES`.
        scale: 2 for the picture of twice the size.
    """
    stream = Stream(f"cover/{name}")
    hue = stream.spread(0, 360)
    scene = stream.pick(_SCENES)(stream, hue)
    width, height = SIZES[kind]
    return jpeg(_cropped(scene, width / height), (width * scale, height * scale), quality=84)


def _cropped(scene: Image.Image, ratio: float) -> Image.Image:
    """Return the middle of a scene with the proportions asked for."""
    width, height = scene.size
    if width / height > ratio:
        narrow = int(height * ratio)
        left = (width - narrow) // 2
        return scene.crop((left, 0, left + narrow, height))
    flat = int(width / ratio)
    top = int((height - flat) * 0.55)
    return scene.crop((0, top, width, top + flat))


def _ridge(stream: Stream, base: float, height: float) -> list[tuple[float, float]]:
    """Return the points of a mountain line from left to right, and the corners below it."""
    a, b, c = stream.spread(0, 6), stream.spread(0, 6), stream.spread(0, 6)
    points = []
    for x in range(0, _WIDE + 12, 12):
        rise = sin(x / 150 + a) + 0.5 * sin(x / 61 + b) + 0.22 * sin(x / 23 + c)
        points.append((float(x), base - height * rise))
    return [*points, (_WIDE + 12.0, _TALL + 4.0), (0.0, _TALL + 4.0)]


def _mountains(stream: Stream, hue: float) -> Image.Image:
    picture = gradient((_WIDE, _TALL), hsl(hue, 0.5, 0.32), hsl(hue + 50, 0.72, 0.76))
    sun = stream.spread(200, 760), stream.spread(80, 150)
    glow(picture, sun, 300, (255, 244, 214), 0.9)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((sun[0] - 26, sun[1] - 26, sun[0] + 26, sun[1] + 26), fill=(255, 248, 226))
    far, near = hsl(hue + 40, 0.5, 0.6), hsl(hue - 10, 0.5, 0.14)
    for depth in range(5):
        tone = mix(far, near, depth / 4)
        pen.polygon(_ridge(stream, 165 + depth * 29, 34 - depth * 4), fill=tone)
    return picture


def _city(stream: Stream, hue: float) -> Image.Image:
    picture = gradient((_WIDE, _TALL), hsl(hue, 0.6, 0.1), hsl(hue + 40, 0.75, 0.5))
    moon = stream.spread(120, 840), stream.spread(50, 100)
    glow(picture, moon, 130, (255, 250, 230), 0.5)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((moon[0] - 20, moon[1] - 20, moon[0] + 20, moon[1] + 20), fill=(255, 250, 234))
    for depth in range(3):
        tone = mix(hsl(hue + 30, 0.5, 0.32), hsl(hue, 0.5, 0.06), depth / 2)
        x = -10.0
        while x < _WIDE:
            wide, top = stream.spread(24, 62), stream.spread(70, 190) + depth * 34
            pen.rectangle((x, top, x + wide, _TALL), fill=tone)
            if depth:
                _windows(pen, stream, (x, top, wide), mix(tone, (255, 218, 140), 0.8))
            x += wide + stream.spread(0, 10)
    return picture


def _windows(
    pen: ImageDraw.ImageDraw, stream: Stream, house: tuple[float, float, float], lit: Colour
) -> None:
    x, top, wide = house
    for row in range(int((_TALL - top) / 13)):
        lights = stream.draw() & stream.draw()
        for column in range(int((wide - 8) / 9)):
            if lights >> column & 1:
                left, up = x + 6 + column * 9, top + 8 + row * 13
                pen.rectangle((left, up, left + 4, up + 6), fill=lit)


def _aurora(stream: Stream, hue: float) -> Image.Image:
    picture = gradient((_WIDE, _TALL), (8, 12, 34), hsl(hue, 0.5, 0.2))
    for band in range(4):
        veil, pen = layer(picture)
        tone = hsl(hue + band * 38, 0.85, 0.6)
        phase, low = stream.spread(0, 6), stream.spread(110, 190)
        for x in range(0, _WIDE, 6):
            foot = low + sin(x / 120 + phase) * 40 + sin(x / 41 + phase * 2) * 12
            tall = 70 + 50 * sin(x / 70 + phase * 3)
            pen.rectangle((x, foot - tall, x + 6, foot), fill=(*tone, 120))
        picture.paste(tone, (0, 0), blurred(veil.getchannel("A"), 13))
    _stars(picture, stream, 90, 170)
    pen = ImageDraw.Draw(picture)
    pen.polygon(_ridge(stream, 262, 22), fill=(6, 8, 18))
    return picture


def _stars(picture: Image.Image, stream: Stream, count: int, low: float) -> None:
    pen = ImageDraw.Draw(picture)
    for _ in range(count):
        x, y, size = stream.spread(0, _WIDE), stream.spread(0, low), 0.4 + stream.unit() ** 4 * 1.8
        shine = int(stream.spread(150, 255))
        pen.ellipse((x - size, y - size, x + size, y + size), fill=(shine, shine, 255))


def _bokeh(stream: Stream, hue: float) -> Image.Image:
    picture = gradient((_WIDE, _TALL), hsl(hue, 0.6, 0.2), hsl(hue + 70, 0.7, 0.42))
    for _ in range(34):
        size = stream.spread(10, 62)
        spots, pen = layer(picture)
        x, y = stream.spread(0, _WIDE), stream.spread(0, _TALL)
        pen.ellipse((x - size, y - size, x + size, y + size), fill=(255, 255, 255, 70))
        box = tuple(int(v) for v in (x - size - 4, y - size - 4, x + size + 4, y + size + 4))
        mask = spots.getchannel("A").crop((box[0], box[1], box[2], box[3]))
        picture.paste(
            hsl(hue + stream.spread(0, 110), 0.9, 0.72), (box[0], box[1]), blurred(mask, 1.6)
        )
    return picture


def _sea(stream: Stream, hue: float) -> Image.Image:
    picture = gradient((_WIDE, _TALL), hsl(hue, 0.55, 0.46), hsl(hue + 35, 0.9, 0.82))
    sun = stream.spread(300, 660)
    glow(picture, (sun, 150), 240, (255, 246, 220), 1.0)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((sun - 44, 106, sun + 44, 194), fill=(255, 250, 232))
    water = gradient((_WIDE, _TALL - 158), hsl(hue + 20, 0.6, 0.5), hsl(hue - 10, 0.65, 0.2))
    picture.paste(water, (0, 158))
    for row in range(26):
        y = 162 + row * row * 0.2 + row * 2
        half = stream.spread(10, 50) + row * 3
        shift = stream.spread(-20, 20) * (1 + row / 8)
        pen.rounded_rectangle(
            (sun + shift - half, y, sun + shift + half, y + 1.6 + row / 14),
            2,
            fill=mix(hsl(hue + 30, 0.8, 0.8), _WHITE, stream.unit()),
        )
    return picture


def _prisms(stream: Stream, hue: float) -> Image.Image:
    picture = gradient((_WIDE, _TALL), hsl(hue, 0.5, 0.54), hsl(hue + 60, 0.55, 0.28))
    for _ in range(26):
        veil, pen = layer(picture)
        x, y, size = stream.spread(-50, 1000), stream.spread(-40, 330), stream.spread(40, 190)
        up = stream.chance(0.5)
        tip = y - size * 0.86 if up else y + size * 0.86
        pen.polygon([(x - size / 2, y), (x + size / 2, y), (x, tip)], fill=(255, 255, 255, 46))
        tone = hsl(hue + stream.spread(-30, 100), 0.8, stream.spread(0.45, 0.85))
        picture.paste(tone, (0, 0), veil.getchannel("A"))
    return picture


def _nebula(stream: Stream, hue: float) -> Image.Image:
    picture = Image.new("RGB", (_WIDE, _TALL), (9, 8, 24))
    for _ in range(16):
        tone = hsl(hue + stream.spread(-40, 90), 0.75, 0.5)
        centre = stream.spread(0, _WIDE), stream.spread(0, _TALL)
        glow(picture, centre, stream.spread(140, 380), tone, stream.spread(0.35, 0.8))
    _stars(picture, stream, 240, _TALL)
    return picture


def _equaliser(stream: Stream, hue: float) -> Image.Image:
    picture = gradient((_WIDE, _TALL), hsl(hue, 0.5, 0.12), hsl(hue + 30, 0.55, 0.24))
    glow(picture, (_WIDE / 2, _TALL * 0.7), 420, hsl(hue + 20, 0.9, 0.55), 0.5)
    pen = ImageDraw.Draw(picture)
    phase = stream.spread(0, 6)
    for bar in range(64):
        x = bar * 15 + 2
        swell = 0.5 + 0.5 * sin(bar / 63 * pi * 3 + phase)
        tall = 14 + (70 * swell + 90 * swell * stream.unit()) * sin((bar + 1) / 65 * pi)
        tone = hsl(hue + bar * 1.9, 0.85, 0.62)
        pen.rounded_rectangle((x, 214 - tall, x + 10, 214), 4, fill=tone)
        pen.rounded_rectangle(
            (x, 219, x + 10, 219 + tall * 0.35), 4, fill=mix(tone, (20, 16, 34), 0.72)
        )
    return picture


_SCENES: tuple[Callable[[Stream, float], Image.Image], ...] = (
    _mountains,
    _city,
    _aurora,
    _bokeh,
    _sea,
    _prisms,
    _nebula,
    _equaliser,
)
