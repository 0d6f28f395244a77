"""Text matching: insensitive to case, accents, width and kind of kana."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # to the hiragana of the sound
# Accents of Latin, Greek and Cyrillic; a Japanese voicing is no accent.
_NO_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))


class Findable(Protocol):
    """Searchable text with its folded form."""

    @property
    def words(self) -> tuple[str, ...]:
        """What is searched, folded; the first counts most."""


T = TypeVar("T", bound=Findable)


def fold(text: str) -> str:
    """Return what is left of a text when only its words matter."""
    if text.isascii():  # the same, and much faster
        return " ".join(text.lower().split())
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = parts.translate(_NO_ACCENTS)
    whole = unicodedata.normalize("NFC", bare).translate(_LETTERS).translate(_KATAKANA)
    return " ".join(whole.split())


def match_score(words: str, *texts: str) -> int | None:
    """Return how well `words` fit: 0 is best, None is not at all. All are folded already.

    Each word must be somewhere in the texts. It is best when the first text begins with all of
    them, then when one of its words does, then anywhere in it, then elsewhere.
    """
    if not words:
        return 0
    everything = "\n".join(texts)
    if not all(word in everything for word in words.split()):
        return None
    first = texts[0]
    if first.startswith(words):
        return 0
    if f" {words}" in first:
        return 1
    return 2 if all(word in first for word in words.split()) else 3


def best(words: str, things: Iterable[T], most: int) -> list[T]:
    """Return at most `most` things that have all the words: the best fit first, then as given."""
    wanted = fold(words)
    parts = wanted.split()
    found: tuple[list[T], ...] = ([], [], [], [])
    for one in things:
        texts = one.words
        for word in parts:  # thousands are looked at with each key: no function is called for it
            for text in texts:
                if word in text:
                    break
            else:
                break
        else:
            fit = match_score(wanted, *texts)
            if fit is not None and len(found[fit]) < most:
                found[fit].append(one)
                if len(found[0]) == most:
                    break
    return [one for same in found for one in same][:most]
