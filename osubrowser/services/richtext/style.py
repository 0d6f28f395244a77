"""Style of rich text: colours, sizes, and contrast of the author's colours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from osubrowser.services.text.plain import Rgb, contrast

_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})\Z")
_NAME: Final = re.compile(r"[a-z]{3,20}\Z")
_READABLE: Final = 3.0
_STEPS: Final = 10


@dataclass(frozen=True, slots=True)
class RichTextStyle:
    """Colours and sizes of rich text.

    Attributes:
        ground, text, dim, link, panel, border: colours as `#rrggbb`.
        size: font size of normal text in pixels.
        widest: maximum width of images in pixels.
        tallest: maximum height of images in pixels.
    """

    ground: str
    text: str
    dim: str
    link: str
    panel: str
    border: str
    size: int = 13
    widest: int = 720
    tallest: int = 1080


UNCOLOURED: Final = RichTextStyle(
    ground="\x01ground\x02",
    text="\x01text\x02",
    dim="\x01dim\x02",
    link="\x01link\x02",
    panel="\x01panel\x02",
    border="\x01border\x02",
)
"""Style with marks in place of colours, for text that outlives a theme; see `coloured`.

Control characters cannot occur in sanitised text, so that a mark is never part of one.
"""
_MARK: Final = re.compile("\x01([a-z]+)\x02")


def coloured(block: str, look: RichTextStyle) -> str:
    """Return a block of HTML that was formatted with `UNCOLOURED`, in the colours of `look`."""
    if "\x01" not in block:
        return block
    return _MARK.sub(lambda mark: str(getattr(look, mark[1])), block)


def readable(colour: str, look: RichTextStyle) -> str | None:
    """Return a CSS colour as `#rrggbb`, readable on the background; None if it is invalid.

    A colour with too little contrast is blended with the text colour.
    """
    return _readable(colour.strip().lower()[:40], look.ground, look.text)


@lru_cache(maxsize=512)
def _readable(colour: str, ground: str, text: str) -> str | None:
    wanted = _rgb(colour)
    under, goal = _rgb(ground), _rgb(text)
    if wanted is None or under is None or goal is None:
        return None
    for step in range(_STEPS + 1):
        share = step / _STEPS
        red, green, blue = (round(a + (b - a) * share) for a, b in zip(wanted, goal, strict=True))
        if contrast((red, green, blue), under) >= _READABLE:
            return f"#{red:02x}{green:02x}{blue:02x}"
    return text


def _rgb(colour: str) -> Rgb | None:
    if _NAME.match(colour):
        from PIL import ImageColor

        known = ImageColor.colormap.get(colour)
        colour = known if isinstance(known, str) else ""
        colour = colour.lower()
    if not _HEX.match(colour):
        return None
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
