"""Player names: every number below `CAPACITY` is a different one, mostly in ASCII as on osu!."""

from __future__ import annotations

from collections.abc import Callable

from osubrowser.demo.world.draws import chance, pick
from osubrowser.demo.world.players import words

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
    rest, first = divmod(serial, len(words.FIRST))
    name = _framed(words.FIRST[first], words.SECOND[rest], draws[3])
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
    rest, a = divmod(serial, len(words.CONSONANTS))
    rest, b = divmod(rest, len(words.VOWELS))
    rest, c = divmod(rest, len(words.CONSONANTS))
    rest, d = divmod(rest, len(words.VOWELS))
    name = (
        words.CONSONANTS[a]
        + words.VOWELS[b]
        + words.CONSONANTS[c]
        + words.VOWELS[d]
        + words.ENDINGS[rest]
    )
    return name if chance(draw, 0.3) else name.capitalize()


def _native(serial: int, country: str, draw: int) -> str:
    match country:
        case "JP":
            if chance(draw, 0.5):
                return _joined(serial, words.KANJI, words.KANJI_TAILS, words.KANA_TAILS)
            return _joined(serial, words.KATAKANA, words.KATAKANA_TAILS)
        case "KR":
            return _joined(serial, words.HANGUL, words.HANGUL_TAILS)
        case "CN" | "TW" | "HK" | "MO":
            return _joined(serial, words.HAN, words.HAN_TAILS)
        case "GR":
            return _joined(serial, words.GREEK, words.GREEK_TAILS)
        case "TH":
            return _joined(serial, words.THAI, words.THAI_TAILS)
        case "SA":
            return _joined(serial, words.ARABIC, words.ARABIC_TAILS, gap=" ")
        case "IL":
            return _joined(serial, words.HEBREW, words.HEBREW_TAILS, gap=" ")
        case _:
            return _joined(serial, words.CYRILLIC, words.CYRILLIC_TAILS, gap=" ")


def _joined(serial: int, *parts: tuple[str, ...], gap: str = "") -> str:
    """Write a number with one word of each list; what is left over follows as digits."""
    chosen = []
    for part in parts:
        serial, place = divmod(serial, len(part))
        chosen.append(part[place])
    digits = str(serial) if serial else ""
    name = gap.join(chosen) + digits
    return name if len(name) <= LONGEST else "".join(chosen) + digits
