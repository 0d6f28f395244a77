"""The shapes that flags are made of, as SVG: stripes, crosses, stars and moons."""

from __future__ import annotations

from math import cos, pi, sin

WIDTH, HEIGHT = 36, 26
"""The size of a flag; shapes lie in it from the upper left corner."""


def box(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Draw a rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="#{colour}"/>'


def disc(x: float, y: float, radius: float, colour: str) -> str:
    """Draw a filled circle."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="#{colour}"/>'


def ring(x: float, y: float, radius: float, width: float, colour: str) -> str:
    """Draw a circle line."""
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="none"'
        f' stroke="#{colour}" stroke-width="{width:g}"/>'
    )


def area(colour: str, *points: tuple[float, float]) -> str:
    """Draw a polygon."""
    corners = " ".join(f"{x:g},{y:g}" for x, y in points)
    return f'<polygon points="{corners}" fill="#{colour}"/>'


def star(
    x: float,
    y: float,
    radius: float,
    colour: str,
    tips: int = 5,
    turn: float = 0,
    inner: float = 0.382,
) -> str:
    """Draw a star; `inner` is how deep the corners between its tips reach."""
    points = []
    for corner in range(tips * 2):
        reach = radius if corner % 2 == 0 else radius * inner
        angle = corner * pi / tips - pi / 2 + turn
        points.append((round(x + cos(angle) * reach, 2), round(y + sin(angle) * reach, 2)))
    return area(colour, *points)


def across(*stripes: str | tuple[str, float]) -> str:
    """Draw horizontal stripes, a colour or a colour with its share each."""
    return _stripes(stripes, upright=False)


def upright(*stripes: str | tuple[str, float]) -> str:
    """Draw vertical stripes."""
    return _stripes(stripes, upright=True)


def _stripes(stripes: tuple[str | tuple[str, float], ...], *, upright: bool) -> str:
    pairs = [(stripe, 1.0) if isinstance(stripe, str) else stripe for stripe in stripes]
    whole, whole_length = sum(share for _, share in pairs), WIDTH if upright else HEIGHT
    drawn, start = [], 0.0
    for colour, share in pairs:
        length = whole_length * share / whole
        if upright:
            drawn.append(box(start, 0, length, HEIGHT, colour))
        else:
            drawn.append(box(0, start, WIDTH, length, colour))
        start += length
    return "".join(drawn)


def nordic(ground: str, cross: str, inner: str | None = None) -> str:
    """Draw a cross with its centre towards the left, and one within it."""
    drawn = box(0, 0, WIDTH, HEIGHT, ground)
    drawn += box(9, 0, 6, HEIGHT, cross) + box(0, 10, WIDTH, 6, cross)
    if inner:
        drawn += box(10.5, 0, 3, HEIGHT, inner) + box(0, 11.5, WIDTH, 3, inner)
    return drawn


def union(width: float, height: float, blue: str = "00247D") -> str:
    """Draw the Union Jack into the upper left corner."""
    w, h = width, height
    drawn = box(0, 0, w, h, blue)
    for red, size in (("FFFFFF", h * 0.2), ("CF142B", h * 0.075)):
        drawn += _saltire(w, h, red, size)
    drawn += box(w * 0.41, 0, w * 0.18, h, "FFFFFF") + box(0, h * 0.36, w, h * 0.28, "FFFFFF")
    return drawn + box(w * 0.45, 0, w * 0.1, h, "CF142B") + box(0, h * 0.42, w, h * 0.16, "CF142B")


def _saltire(w: float, h: float, colour: str, size: float) -> str:
    """Draw a diagonal cross that ends inside its box."""
    x = size * 0.6
    one = [(0.0, 0.0), (x, 0.0), (w, h - x * h / w), (w, h), (w - x, h), (0.0, x * h / w)]
    other = [(w - a, b) for a, b in one]
    return area(colour, *one) + area(colour, *other)


def hoist(colour: str, reach: float) -> str:
    """Draw a triangle on the left side."""
    return area(colour, (0, 0), (reach, HEIGHT / 2), (0, HEIGHT))


def crescent(x: float, y: float, radius: float, colour: str, ground: str, shift: float) -> str:
    """Draw a moon: a disc, and a smaller one in the colour of the ground."""
    return disc(x, y, radius, colour) + disc(x + shift, y, radius * 0.8, ground)
