"""Colours: palettes derived from a hue, and the colours of stars, grades, mods and status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor

from osubrowser.services.text import plain

DEFAULT_HUE = 125
"""Hue of everything outside of a page, in degrees of the colour circle."""

GRADES = {
    "XH": "#DE31AE",
    "X": "#DE31AE",
    "SH": "#02B5C3",
    "S": "#02B5C3",
    "A": "#88DA20",
    "B": "#E3B130",
    "C": "#FF8E5D",
    "D": "#FF5A5A",
    "F": "#FF5A5A",
}
"""The colour of each grade as the API spells it. The H grades have letters in `SILVER`."""

SILVER = "#E0E8F0"

STATUS = {
    "ranked": "#B3FF66",
    "approved": "#B3FF66",
    "qualified": "#66CCFF",
    "loved": "#FF66AB",
    "pending": "#FFD966",
    "wip": "#FF9966",
    "graveyard": "#5C6970",
}
"""The colour of each beatmap status. Text on it is `ink_on` it."""

MODS = {
    "easier": "#B2FF66",
    "harder": "#FF6666",
    "automation": "#66CCFF",
    "conversion": "#8C66FF",
    "fun": "#FF66AB",
    "system": "#999999",
}
"""Colour of each category of mods."""

_STARS = (
    (0.1, "#4290FB"),
    (1.25, "#4FC0FF"),
    (2.0, "#4FFFD5"),
    (2.5, "#7CFF4F"),
    (3.3, "#F6F05C"),
    (4.2, "#FF8068"),
    (4.9, "#FF4E6F"),
    (5.8, "#C645B8"),
    (6.7, "#6563DE"),
    (7.7, "#18158E"),
    (9.0, "#000000"),
)
_GAMMA = 2.2


@dataclass(frozen=True, slots=True)
class Colours:
    """Palette of one hue in one scheme.

    Attributes:
        hue: degrees of the colour circle from which the other colours are derived.
        is_dark: whether text is light on a dark background.
        background6, background5, background4, background3, background2, background1:
            page, panel, row, raised, hover, border.
        foreground: secondary text.
        content2, content1: text, strong text.
        light4, light3, light2, light1: links and icons, from dim to strong.
        dark6, dark5, dark4, dark3, dark2, dark1: tinted panels.
        highlight: accent: progress, primary button, current tab.
        on_highlight: text on the accent.
        selection: background of selected rows and text; `content1` is readable on it.
        edge: border of a field or a check box.
        good, bad, warning: a rise, a fall or failure, a caution; readable as text.
    """

    hue: int
    is_dark: bool
    background6: QColor
    background5: QColor
    background4: QColor
    background3: QColor
    background2: QColor
    background1: QColor
    foreground: QColor
    content2: QColor
    content1: QColor
    light4: QColor
    light3: QColor
    light2: QColor
    light1: QColor
    dark6: QColor
    dark5: QColor
    dark4: QColor
    dark3: QColor
    dark2: QColor
    dark1: QColor
    highlight: QColor
    on_highlight: QColor
    selection: QColor
    edge: QColor
    good: QColor
    bad: QColor
    warning: QColor


_DARK = {
    "background6": (10, 10),
    "background5": (10, 15),
    "background4": (10, 20),
    "background3": (10, 25),
    "background2": (10, 30),
    "background1": (10, 40),
    "foreground": (10, 60),
    "content2": (40, 90),
    "content1": (40, 100),
    "light4": (40, 50),
    "light3": (40, 70),
    "light2": (40, 75),
    "light1": (40, 80),
    "dark6": (20, 10),
    "dark5": (20, 15),
    "dark4": (20, 20),
    "dark3": (20, 25),
    "dark2": (20, 30),
    "dark1": (20, 35),
    "highlight": (100, 70),
    "on_highlight": (40, 8),
    "selection": (35, 30),
}
# The light scheme: the page is tinted, rows are white, text has a contrast of at least 4.5:1.
_LIGHT = {
    "background6": (14, 94),
    "background5": (16, 97),
    "background4": (20, 100),
    "background3": (14, 91),
    "background2": (14, 87),
    "background1": (12, 78),
    "foreground": (10, 37),
    "content2": (25, 18),
    "content1": (40, 7),
    "light4": (40, 55),
    "light3": (45, 34),
    "light2": (45, 30),
    "light1": (45, 24),
    "dark6": (30, 97),
    "dark5": (30, 94),
    "dark4": (30, 91),
    "dark3": (30, 88),
    "dark2": (30, 84),
    "dark1": (30, 78),
    "on_highlight": (0, 100),
    "selection": (60, 85),
}
_MEANING = {
    True: {"good": "#8BE36B", "bad": "#FF7A7A", "warning": "#FFD166"},
    False: {"good": "#1E7A1E", "bad": "#C22727", "warning": "#8A5A00"},
}


def hsl(hue: int, saturation: float, lightness: float) -> QColor:
    """Return a colour from a hue in degrees and two percentages."""
    return QColor.fromHslF((hue % 360) / 360, saturation / 100, lightness / 100)


@lru_cache(maxsize=64)
def ramp(hue: int, *, is_dark: bool) -> Colours:
    """Return the palette of a hue in degrees."""
    table = _DARK if is_dark else _LIGHT
    colours = {name: hsl(hue, *pair) for name, pair in table.items()}
    if not is_dark:
        colours["highlight"] = _accent_on_paper(hue)
    colours.update((name, QColor(value)) for name, value in _MEANING[is_dark].items())
    colours["edge"] = colours["background1"]
    _make_readable(colours, is_dark=is_dark)
    return Colours(hue=hue % 360, is_dark=is_dark, **colours)


def _accent_on_paper(hue: int) -> QColor:
    """Return the lightest accent of a hue on which white text is readable."""
    white = QColor("white")
    lightness = 50
    while contrast(accent := hsl(hue, 70, lightness), white) < 4.6 and lightness > 15:
        lightness -= 1
    return accent


TEXT_CONTRAST = 4.5
"""Least contrast of text and its background (WCAG 2.2, 1.4.3)."""
EDGE_CONTRAST = 3.0
"""Least contrast of an edge, a focus ring or a symbol and what is beside it (1.4.11)."""

_PAPER = ("background6", "background5", "background4")
_READABLE = {
    True: (
        ("foreground", _PAPER, TEXT_CONTRAST),
        ("light1", (*_PAPER, "selection"), TEXT_CONTRAST),
        ("highlight", (*_PAPER, "background3", "selection"), EDGE_CONTRAST),
        ("edge", _PAPER, EDGE_CONTRAST),
    ),
    False: (
        ("foreground", (*_PAPER, "selection"), TEXT_CONTRAST),
        ("light2", (*_PAPER, "background3"), TEXT_CONTRAST),
        ("light3", (*_PAPER, "on_highlight"), TEXT_CONTRAST),
        ("good", (*_PAPER, "background3"), TEXT_CONTRAST),
        ("highlight", (*_PAPER, "background3", "selection"), EDGE_CONTRAST),
        ("edge", _PAPER, EDGE_CONTRAST),
    ),
}
"""Colours by scheme, the backgrounds that they are read on, and the contrast that they need."""


def _make_readable(colours: dict[str, QColor], *, is_dark: bool) -> None:
    """Change the lightness of colours by as much as their contrast needs; most need none.

    The same lightness is not equally bright in all hues: blue is darker than yellow.
    """
    for name, grounds, least in _READABLE[is_dark]:
        colours[name] = readable(colours[name], [colours[ground] for ground in grounds], least)


def readable(ink: QColor, grounds: Sequence[QColor], least: float = TEXT_CONTRAST) -> QColor:
    """Return a colour, lighter or darker by as little as a contrast to backgrounds needs.

    Args:
        ink: the colour.
        grounds: the backgrounds, all dark or all light.
        least: the contrast with each of them.

    Returns:
        `ink` itself where it has the contrast; black or white where no other has.
    """
    if all(contrast(ink, ground) >= least for ground in grounds):
        return ink
    step = 0.01 if max(ground.lightnessF() for ground in grounds) < _MIDDLE else -0.01
    hue, saturation, lightness = ink.hslHueF(), ink.hslSaturationF(), ink.lightnessF()
    found = ink
    while any(contrast(found, ground) < least for ground in grounds):
        lightness += step
        if not 0 < lightness < 1:
            return QColor("white" if step > 0 else "black")
        found = QColor.fromHslF(max(hue, 0.0), saturation, lightness)
    return found


_MIDDLE = 0.5  # lightness


@lru_cache(maxsize=256)
def ink_on(ground: str) -> QColor:
    """Return black for text on a colour, as `#rrggbb`; white where black is not readable."""
    black = QColor("black")
    return black if contrast(black, QColor(ground)) >= TEXT_CONTRAST else QColor("white")


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast ratio of two colours, from 1 to 21."""
    return plain.contrast(_channels(one), _channels(other))


def _channels(colour: QColor) -> plain.Rgb:
    return colour.red(), colour.green(), colour.blue()


def stars_colour(stars: float) -> QColor:
    """Return the colour of a star rating, interpolated in gamma 2.2 as on the website."""
    return QColor(*_stars_rgb(round(float(stars), 2)))


@lru_cache(maxsize=2048)
def _stars_rgb(stars: float) -> tuple[int, int, int]:
    if not stars >= _STARS[0][0]:  # includes NaN
        return (0xAA, 0xAA, 0xAA)
    if stars >= _STARS[-1][0]:
        return (0, 0, 0)
    upper = next(i for i, (edge, _) in enumerate(_STARS) if stars < edge)
    (low, low_colour), (high, high_colour) = _STARS[upper - 1], _STARS[upper]
    share = (stars - low) / (high - low)
    red, green, blue = (
        round((a**_GAMMA + (b**_GAMMA - a**_GAMMA) * share) ** (1 / _GAMMA))
        for a, b in zip(_rgb(low_colour), _rgb(high_colour), strict=True)
    )
    return (red, green, blue)


def _rgb(text: str) -> tuple[int, int, int]:
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def stars_text_colour(stars: float) -> QColor:
    """Return the colour of text on `stars_colour(stars)`: white where the design's is not readable.

    The design has black up to 6.5 stars, then gold, which needs a darker blue.
    """
    return QColor(_stars_ink(round(float(stars), 2)))


@lru_cache(maxsize=2048)
def _stars_ink(stars: float) -> str:
    ink = "#FFD966" if stars > 6.5 else "#000000"
    is_readable = contrast(QColor(ink), stars_colour(stars)) >= TEXT_CONTRAST
    return ink if is_readable else "#FFFFFF"
