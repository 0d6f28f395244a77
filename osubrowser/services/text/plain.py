"""Server text made fit to be shown: clean-up, tooltips, and contrast with the background."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, TypeAlias

Rgb: TypeAlias = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""

LONGEST: Final = 256
"""Maximum number of characters of a cell; longer text ends in an ellipsis."""
LONGEST_LINES: Final = 2000
"""Maximum number of characters of the tooltip of a cell."""

_WRAPPED: Final = 60
"""Characters from which a tooltip is wrapped, which takes markup."""

_DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_MARKUP = re.compile(r"[<&\n]")


def plain(text: str, limit: int = LONGEST) -> str:
    """Return `text` for display on one line, at most `limit` characters long.

    Control characters, lone surrogates and bidirectional marks are removed; each run of white
    space becomes one space.
    """
    if text.isprintable() and len(text) <= limit:  # fast path for nearly all texts
        return text
    cleaned = "".join(_cleaned(character) for character in text[: limit * 4])
    line = " ".join(filter(None, cleaned.split(" ")))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _cleaned(character: str) -> str:
    if character.isspace():
        # The ideographic space of Japanese titles is preserved.
        return character if character == "\u3000" else " "
    if character in _DIRECTION_MARKS or unicodedata.category(character) in ("Cc", "Cs"):
        return ""
    return character


def plain_all(texts: Iterable[str]) -> list[str]:
    """Return `plain` of all texts, with a fast path that checks them together."""
    known = list(texts)
    if "".join(known).isprintable() and max(map(len, known), default=0) <= LONGEST:
        return known
    return [plain(text) for text in known]


def plain_lines(text: str) -> str:
    """Return `text` for display on several lines, at most `LONGEST_LINES` characters long."""
    if text.isprintable() and len(text) <= LONGEST_LINES:
        return text
    lines = text[: LONGEST_LINES * 4].split("\n")
    shown = "\n".join(plain(line, LONGEST_LINES) for line in lines)
    return shown if len(shown) <= LONGEST_LINES else shown[: LONGEST_LINES - 1].rstrip() + "…"


def tooltip(text: str) -> str:
    """Return a text for a tooltip, in which Qt reads no markup but its line breaks.

    A short text stays as it is, which is cheap to show; others are markup, which Qt wraps to a
    readable width.
    """
    if len(text) < _WRAPPED and not _MARKUP.search(text):
        return text
    from html import escape  # its table of entities is large

    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>")


def hex_colour(text: str | None) -> str | None:
    """Return a colour of the server, `#RRGGBB`, if it is valid, else None."""
    if text is None or len(text) != 7 or text[0] != "#":
        return None
    return text if all(sign in "0123456789abcdefABCDEF" for sign in text[1:]) else None


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the WCAG contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_text(name: str) -> bool:
    """Whether the name of a file is valid Unicode: others can be neither stored nor shown."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
