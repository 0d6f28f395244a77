"""Words of texts and of questions: folded the same way, so that one can be found in the other."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of a text without case, width and punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def folded(*texts: str) -> str:
    """Return the words of some texts, each with a space before and after it."""
    return " ".join(("", *(word for text in texts for word in words(text)), ""))


def has_word(text: str, word: str) -> bool:
    """Return whether a folded text has a whole word; any part of one that is not in ASCII."""
    return f" {word} " in text if word.isascii() else word in text


def begins_word(text: str, word: str) -> bool:
    """Return whether a word of a folded text begins so; any part of one that is not in ASCII."""
    return f" {word}" in text if word.isascii() else word in text


class Wanted(NamedTuple):
    """What a text operator asks for."""

    words: tuple[str, ...]
    phrase: bool
    """Whether the words must stand together in this order."""

    def in_text(self, text: str) -> bool:
        """Return whether a folded text has what is wanted."""
        if self.phrase:
            return f" {' '.join(self.words)} " in text
        return all(has_word(text, word) for word in self.words)


def wanted(text: str, *, phrase: bool = False) -> Wanted | None:
    """Return what a text asks for; None if there is no word in it."""
    found = tuple(words(text))
    return Wanted(found, phrase) if found else None
