"""Drawing primitives of all pictures: colours, gradients, glows, image encoding."""

from __future__ import annotations

import colorsys
import io

from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]

FINER = 2
"""Shapes are drawn so many times larger and then scaled down: that smooths their edges."""


_EDGE = 181
"""What Pillow's radial gradient has reached where its circle touches the square."""

_FADES = [max(0.0, 1 - value / _EDGE) ** 1.7 for value in range(256)]


def hsl(hue: float, saturation: float, lightness: float) -> Colour:
    """Return a colour from hue (degrees, any turn), saturation and lightness (0-1)."""
    red, green, blue = colorsys.hls_to_rgb(hue % 360 / 360, lightness, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return the colour between two: share 0 is the first, 1 the second."""
    return (
        round(one[0] + (other[0] - one[0]) * share),
        round(one[1] + (other[1] - one[1]) * share),
        round(one[2] + (other[2] - one[2]) * share),
    )


def gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    """Return a picture that runs from one colour at the top to another at the bottom."""
    rows = bytes(value for row in range(64) for value in mix(top, bottom, row / 63))
    strip = Image.frombytes("RGB", (1, 64), rows)
    return strip.resize(size, Image.Resampling.BICUBIC)


def diagonal(size: tuple[int, int], one: Colour, other: Colour) -> Image.Image:
    """Return a picture that runs from one colour at the top left to another at the bottom right."""
    shades = [bytes(mix(one, other, step / 30)) for step in range(31)]
    cells = b"".join(shades[x + y] for y in range(16) for x in range(16))
    small = Image.frombytes("RGB", (16, 16), cells)
    return small.resize(size, Image.Resampling.BICUBIC)


def glow(
    picture: Image.Image,
    centre: tuple[float, float],
    radius: float,
    colour: Colour,
    strength: float,
) -> None:
    """Add a soft light to a picture: strength 0-1 at its centre."""
    side = max(8, int(radius * 2))
    light = Image.radial_gradient("L").point([int(255 * strength * fade) for fade in _FADES])
    light = light.resize((side, side), Image.Resampling.BILINEAR)
    corner = int(centre[0] - side / 2), int(centre[1] - side / 2)
    picture.paste(Image.new("RGB", (side, side), colour), corner, light)


def layer(picture: Image.Image) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return a transparent layer of a picture's size, and the pen to draw on it."""
    clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    return clear, ImageDraw.Draw(clear)


def blurred(picture: Image.Image, radius: float) -> Image.Image:
    """Return a picture out of focus."""
    return picture.filter(ImageFilter.GaussianBlur(radius))


def jpeg(picture: Image.Image, size: tuple[int, int], quality: int = 88) -> bytes:
    """Return a picture scaled to its final size, as a JPEG file."""
    file = io.BytesIO()
    final = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    final.save(file, "JPEG", quality=quality)
    return file.getvalue()


def png(picture: Image.Image, size: tuple[int, int]) -> bytes:
    """Return a picture scaled to its final size, as a PNG file."""
    file = io.BytesIO()
    picture.resize(size, Image.Resampling.LANCZOS).save(file, "PNG", compress_level=3)
    return file.getvalue()
