"""Clean-up of server text: no control or bidirectional characters, bounded length."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 256
"""Maximum number of characters of a cell; longer text ends in an ellipsis."""

_DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


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
