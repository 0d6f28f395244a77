"""Emblem generator: team flags, profile badges, medals and smilies of the forum."""

from __future__ import annotations

from math import cos, pi, sin

from PIL import Image, ImageDraw

from osubrowser.demo.art.canvas import Colour, diagonal, hsl, mix, png
from osubrowser.demo.world.draws import Stream

TEAM_SIZE = (240, 120)
BADGE_SIZE = (86, 40)
MEDAL_SIZE = (110, 110)
SMILEY_SIZE = (15, 15)

_WHITE: Colour = (255, 255, 255)


def team_flag(name: str) -> bytes:
    """Return the flag of a team, a PNG file of 240 x 120 pixels."""
    stream = Stream(f"team/{name}")
    width, height = TEAM_SIZE[0] * 2, TEAM_SIZE[1] * 2
    hue = stream.spread(0, 360)
    one, other = (
        hsl(hue, 0.58, stream.spread(0.3, 0.5)),
        hsl(hue + stream.spread(20, 150), 0.55, 0.42),
    )
    picture = diagonal((width, height), one, mix(one, (0, 0, 0), 0.35))
    pen = ImageDraw.Draw(picture)
    match stream.between(0, 5):
        case 0:
            pen.rectangle((0, height * 0.62, width, height), fill=other)
        case 1:
            pen.polygon((0, 0, width * 0.5, 0, width * 0.28, height, 0, height), fill=other)
        case 2:
            pen.rectangle((width * 0.36, 0, width * 0.64, height), fill=other)
        case 3:
            pen.polygon((0, 0, width * 0.42, height / 2, 0, height), fill=other)
        case 4:
            pen.polygon((0, height, width, 0, width, height * 0.3, width * 0.3, height), fill=other)
        case _:
            for stripe in range(0, 6, 2):
                pen.rectangle(
                    (0, stripe * height / 6, width, (stripe + 1) * height / 6), fill=other
                )
    light = mix(_WHITE, hsl(hue + 40, 0.9, 0.8), stream.unit())
    _sign(pen, stream, (width / 2, height / 2), height * 0.33, light)
    return png(picture, TEAM_SIZE)


def badge(name: str, scale: int = 1) -> bytes:
    """Return a profile badge, a PNG file of 86 x 40 pixels times the scale."""
    stream = Stream(f"badge/{name}")
    hue, (width, height) = stream.spread(0, 360), (BADGE_SIZE[0] * 4, BADGE_SIZE[1] * 4)
    picture = diagonal((width, height), hsl(hue, 0.6, 0.5), hsl(hue + 40, 0.7, 0.25))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, width - 1, height - 1), outline=hsl(hue, 0.6, 0.8), width=6)
    _sign(pen, stream, (width / 2, height / 2), height * 0.36, (255, 236, 190))
    return png(picture, (BADGE_SIZE[0] * scale, BADGE_SIZE[1] * scale))


def medal(name: str, scale: int = 1) -> bytes:
    """Return a medal, a PNG file of 110 x 110 pixels times the scale."""
    stream = Stream(f"medal/{name}")
    hue, size = stream.spread(0, 360), MEDAL_SIZE[0] * 4
    picture = Image.new("RGBA", (size, size))
    pen = ImageDraw.Draw(picture)
    for edge, light in ((8, 0.25), (26, 0.7), (44, 0.42)):
        pen.ellipse((edge, edge, size - edge, size - edge), fill=hsl(hue, 0.6, light))
    _sign(pen, stream, (size / 2, size / 2), size * 0.26, (255, 240, 205))
    return png(picture, (MEDAL_SIZE[0] * scale, MEDAL_SIZE[1] * scale))


def smiley(name: str) -> bytes:
    """Return a smiley of the forum, such as `icon_e_wink`: a PNG file of 15 x 15 pixels."""
    size = SMILEY_SIZE[0] * 8
    picture = Image.new("RGBA", (size, size))
    pen = ImageDraw.Draw(picture)
    ink: Colour = (72, 48, 12)
    pen.ellipse((2, 2, size - 2, size - 2), fill=(255, 210, 70), outline=ink, width=6)
    for side in (-1, 1):
        x, y = size / 2 + side * size * 0.17, size * 0.38
        if side == 1 and name.endswith("wink"):
            pen.line((x - 10, y, x + 10, y), fill=ink, width=7)
        else:
            pen.ellipse((x - 7, y - 9, x + 7, y + 9), fill=ink)
    mouth = (size * 0.27, size * 0.4, size * 0.73, size * 0.78)
    if name.endswith("biggrin"):
        pen.chord(mouth, 10, 170, fill=ink)
    elif name.endswith("sad"):
        pen.arc((mouth[0], size * 0.6, mouth[2], size * 0.95), 200, 340, fill=ink, width=7)
    elif name.endswith("surprised"):
        pen.ellipse((size * 0.41, size * 0.55, size * 0.59, size * 0.78), fill=ink)
    else:
        pen.arc(mouth, 20, 160, fill=ink, width=7)
    return png(picture, SMILEY_SIZE)


def _sign(
    pen: ImageDraw.ImageDraw,
    stream: Stream,
    centre: tuple[float, float],
    radius: float,
    colour: Colour,
) -> None:
    """Draw a star, ring, diamond, crown, bolt or moon."""
    x, y = centre
    match stream.between(0, 6):
        case 0:
            _star(pen, centre, radius, stream.between(4, 8), colour)
        case 1:
            pen.ellipse(
                (x - radius, y - radius, x + radius, y + radius),
                outline=colour,
                width=int(radius / 4),
            )
            pen.ellipse(
                (x - radius / 2, y - radius / 2, x + radius / 2, y + radius / 2), fill=colour
            )
        case 2:
            pen.polygon(
                (x, y - radius, x + radius * 0.7, y, x, y + radius, x - radius * 0.7, y),
                fill=colour,
            )
        case 3:
            points = [
                (-1, 0.7),
                (-1, -0.5),
                (-0.45, 0.1),
                (0, -0.9),
                (0.45, 0.1),
                (1, -0.5),
                (1, 0.7),
            ]
            pen.polygon([(x + a * radius, y + b * radius) for a, b in points], fill=colour)
        case 4:
            points = [(0.2, -1), (-0.7, 0.2), (-0.05, 0.2), (-0.25, 1), (0.7, -0.25), (0.05, -0.25)]
            pen.polygon([(x + a * radius, y + b * radius) for a, b in points], fill=colour)
        case 5:
            for place in range(3):
                _star(pen, (x + (place - 1) * radius * 1.2, y), radius * 0.5, 5, colour)
        case _:
            for angle in range(0, 360, 45):
                a = angle * pi / 180
                tip = x + cos(a) * radius, y + sin(a) * radius
                pen.line((x, y, *tip), fill=colour, width=int(radius / 6))
            pen.ellipse(
                (x - radius / 2, y - radius / 2, x + radius / 2, y + radius / 2), fill=colour
            )


def _star(
    pen: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float, tips: int, colour: Colour
) -> None:
    points = []
    for corner in range(tips * 2):
        reach = radius if corner % 2 == 0 else radius * 0.45
        angle = corner * pi / tips - pi / 2
        points.append((centre[0] + cos(angle) * reach, centre[1] + sin(angle) * reach))
    pen.polygon(points, fill=colour)
