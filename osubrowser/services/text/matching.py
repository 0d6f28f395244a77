"""Text matching, insensitive to case, accents, character width and kind of kana."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # katakana to hiragana
# Combining accents of Latin, Greek and Cyrillic; without Japanese voicing marks.
_NO_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))


class Findable(Protocol):
    """Interface of a searchable object."""

    @property
    def words(self) -> tuple[str, ...]:
        """Searchable texts, folded; matches in the first rank higher."""


T = TypeVar("T", bound=Findable)


def fold(text: str) -> str:
    """Return a text normalised for matching: case, accents, width, kana and white space."""
    if text.isascii():  # fast path with the same result
        return " ".join(text.lower().split())
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = parts.translate(_NO_ACCENTS)
    whole = unicodedata.normalize("NFC", bare).translate(_LETTERS).translate(_KATAKANA)
    return " ".join(whole.split())


def match_score(words: str, *texts: str) -> int | None:
    """Return the rank of a match, 0 (best) to 3; None for no match. All texts must be folded.

    Each word must occur in one of the texts. Ranks: 0, the first text starts with `words`; 1, they
    follow a space in it; 2, it contains each word; 3, other texts contain some of them.
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
    """Return at most `most` things that match all words, best match first, then in order."""
    wanted = fold(words)
    parts = wanted.split()
    found: tuple[list[T], ...] = ([], [], [], [])
    for one in things:
        texts = one.words
        for word in parts:  # inlined for speed: thousands of things per keystroke
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
