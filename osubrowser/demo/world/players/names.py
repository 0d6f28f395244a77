"""Player names: a distinct one for every number below `CAPACITY`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import chance, pick

CAPACITY = 24_000
"""How many different names there are; each is a number written in words, so none comes twice."""

LONGEST = 15
"""The longest name osu! lets anyone choose."""

_NATIVE_SHARE = {
    "JP": 0.24,
    "KR": 0.20,
    "CN": 0.16,
    "TW": 0.16,
    "HK": 0.12,
    "MO": 0.12,
    "RU": 0.14,
    "UA": 0.12,
    "BY": 0.12,
    "KZ": 0.12,
    "GR": 0.20,
    "TH": 0.20,
    "SA": 0.30,
    "IL": 0.30,
}
"""The share of a country's players who write their name in its own script."""

_FRAMES: tuple[tuple[float, Callable[[str, str], str]], ...] = (
    (0.26, lambda a, b: f"{a}{b.capitalize()}"),
    (0.22, lambda a, b: f"{a}{b}".lower()),
    (0.14, lambda a, b: f"{a}{b}"),
    (0.08, lambda a, b: f"{a} {b.capitalize()}"),
    (0.06, lambda a, b: f"{a}_{b}".lower()),
    (0.05, lambda a, b: f"- {a}{b} -"),
    (0.04, lambda a, b: f"[ {a}{b} ]"),
    (0.04, lambda a, b: f"{a}{b}".upper()),
    (0.04, lambda a, b: f"-{a}{b.capitalize()}-"),
    (0.03, lambda a, b: f"xX{a}{b}Xx"),
    (0.04, lambda a, b: f"_{a}{b}".lower()),
)


class NameParts(NamedTuple):
    """Word lists of the names of players and teams; their order matters."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    consonants: tuple[str, ...]
    vowels: tuple[str, ...]
    endings: tuple[str, ...]
    kanji: tuple[str, ...]
    kanji_tails: tuple[str, ...]
    kana_tails: tuple[str, ...]
    katakana: tuple[str, ...]
    katakana_tails: tuple[str, ...]
    hangul: tuple[str, ...]
    hangul_tails: tuple[str, ...]
    cyrillic: tuple[str, ...]
    cyrillic_tails: tuple[str, ...]
    greek: tuple[str, ...]
    greek_tails: tuple[str, ...]
    thai: tuple[str, ...]
    thai_tails: tuple[str, ...]
    arabic: tuple[str, ...]
    arabic_tails: tuple[str, ...]
    hebrew: tuple[str, ...]
    hebrew_tails: tuple[str, ...]
    han: tuple[str, ...]
    han_tails: tuple[str, ...]
    team_first: tuple[str, ...]
    team_second: tuple[str, ...]


@cache
def name_parts() -> NameParts:
    """Return the word lists of names."""
    lists = load("names", dict[str, str | tuple[str, ...]])
    return NameParts(
        **{
            name: tuple(words.split()) if isinstance(words, str) else words
            for name, words in lists.items()
        }
    )


def username(serial: int, country: str, draws: tuple[int, ...]) -> str:
    """Return the name with this number.

    Args:
        serial: 0 .. CAPACITY-1; no two give the same name, whatever the other arguments.
        country: two letters, for names in the country's own script.
        draws: sixteen draws that choose the style.
    """
    if chance(draws[0], _NATIVE_SHARE.get(country, 0.0)):
        return _native(serial, country, draws[1])
    if chance(draws[2], 0.17):
        return _coined(serial, draws[3])
    parts = name_parts()
    rest, first = divmod(serial, len(parts.first))
    name = _framed(parts.first[first], parts.second[rest], draws[3])
    if len(name) <= LONGEST - 4 and chance(draws[4], 0.14):
        name += str(pick(draws[5], (7, 21, 64, 99, 727, 2000, 2004, 2007, 1337, 88, 13, 77, 404)))
    return name


def normalised(name: str) -> str:
    """Return a name as it is compared: without case, underscores as spaces."""
    return name.lower().replace("_", " ").strip()


def _framed(first: str, second: str, draw: int) -> str:
    share = draw / (1 << 32)
    for width, frame in _FRAMES:
        if share < width:
            framed = frame(first, second)
            return framed if len(framed) <= LONGEST else f"{first}{second}"[:LONGEST]
        share -= width
    return f"{first}{second}"


def _coined(serial: int, draw: int) -> str:
    """Return a short invented name, such as `Rokan`: at most five letters."""
    parts = name_parts()
    rest, a = divmod(serial, len(parts.consonants))
    rest, b = divmod(rest, len(parts.vowels))
    rest, c = divmod(rest, len(parts.consonants))
    rest, d = divmod(rest, len(parts.vowels))
    name = (
        parts.consonants[a]
        + parts.vowels[b]
        + parts.consonants[c]
        + parts.vowels[d]
        + parts.endings[rest]
    )
    return name if chance(draw, 0.3) else name.capitalize()


def _native(serial: int, country: str, draw: int) -> str:
    parts = name_parts()
    match country:
        case "JP":
            if chance(draw, 0.5):
                return _joined(serial, parts.kanji, parts.kanji_tails, parts.kana_tails)
            return _joined(serial, parts.katakana, parts.katakana_tails)
        case "KR":
            return _joined(serial, parts.hangul, parts.hangul_tails)
        case "CN" | "TW" | "HK" | "MO":
            return _joined(serial, parts.han, parts.han_tails)
        case "GR":
            return _joined(serial, parts.greek, parts.greek_tails)
        case "TH":
            return _joined(serial, parts.thai, parts.thai_tails)
        case "SA":
            return _joined(serial, parts.arabic, parts.arabic_tails, gap=" ")
        case "IL":
            return _joined(serial, parts.hebrew, parts.hebrew_tails, gap=" ")
        case _:
            return _joined(serial, parts.cyrillic, parts.cyrillic_tails, gap=" ")


def _joined(serial: int, *parts: tuple[str, ...], gap: str = "") -> str:
    """Return a number in mixed radix over word lists; the rest follows as digits."""
    chosen = []
    for part in parts:
        serial, place = divmod(serial, len(part))
        chosen.append(part[place])
    digits = str(serial) if serial else ""
    name = gap.join(chosen) + digits
    return name if len(name) <= LONGEST else "".join(chosen) + digits
