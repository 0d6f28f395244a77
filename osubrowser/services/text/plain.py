"""Clean-up of server text to plain text: no control or direction characters, bounded length."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 256
"""Characters of one cell that are kept; what is longer ends in an ellipsis."""

_DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def plain(text: str, limit: int = LONGEST) -> str:
    """Return `text` safe to show on one line, at most `limit` characters long.

    Control characters, halves of surrogate pairs and marks that turn the direction of text are
    dropped; each run of white space becomes one space.
    """
    if text.isprintable() and len(text) <= limit:  # nearly always: costs next to nothing
        return text
    kept = "".join(_kept(character) for character in text[: limit * 4])
    line = " ".join(filter(None, kept.split(" ")))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _kept(character: str) -> str:
    if character.isspace():
        # The wide space of Japanese titles is part of how they look.
        return character if character == "\u3000" else " "
    if character in _DIRECTION_MARKS or unicodedata.category(character) in ("Cc", "Cs"):
        return ""
    return character


def plain_all(texts: Iterable[str]) -> list[str]:
    """Return all texts made safe. One look at them together tells that none needs work."""
    known = list(texts)
    if "".join(known).isprintable() and max(map(len, known), default=0) <= LONGEST:
        return known
    return [plain(text) for text in known]
