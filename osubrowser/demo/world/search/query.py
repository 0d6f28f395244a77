"""Parser of the search field: operators such as `stars>5`, and free text."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of a text, case-folded and without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def folded(*texts: str) -> str:
    """Return the words of texts, separated and enclosed by spaces."""
    return " ".join(("", *(word for text in texts for word in words(text)), ""))


def has_word(text: str, word: str) -> bool:
    """Return whether a folded text contains a word; a substring outside ASCII."""
    return f" {word} " in text if word.isascii() else word in text


def begins_word(text: str, word: str) -> bool:
    """Return whether a folded text contains a prefix; a substring outside ASCII."""
    return f" {word}" in text if word.isascii() else word in text


class Wanted(NamedTuple):
    """Text pattern of an operator: words, or a phrase."""

    words: tuple[str, ...]
    phrase: bool
    """Whether the words must stand together in this order."""

    def in_text(self, text: str) -> bool:
        """Return whether a folded text matches."""
        if self.phrase:
            return f" {' '.join(self.words)} " in text
        return all(has_word(text, word) for word in self.words)


def wanted(text: str, *, phrase: bool = False) -> Wanted | None:
    """Return the pattern of an operator's text; None without words."""
    found = tuple(words(text))
    return Wanted(found, phrase) if found else None


_DATE = re.compile(r"(\d{4})(?:[-./]?(\d{1,2})(?:[-./]?(\d{1,2}))?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")


def period(text: str) -> tuple[float, float] | None:
    """Return when the time that a text names begins and ends, in seconds since 1970.

    Returns:
        None if it names none.
    """
    match = _COMPACT.fullmatch(text) or _DATE.fullmatch(text)
    try:
        if match:
            return _calendar(int(match[1]), match[2], match[3])
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    start = moment.timestamp()
    return start, start + 1


def _calendar(year: int, month: str | None, day: str | None) -> tuple[float, float]:
    start = datetime(year, int(month or 1), int(day or 1), tzinfo=UTC)
    if day is not None:
        end = start + timedelta(days=1)
    elif month is not None:
        end = datetime(year + start.month // 12, start.month % 12 + 1, 1, tzinfo=UTC)
    else:
        end = datetime(year + 1, 1, 1, tzinfo=UTC)
    return start.timestamp(), end.timestamp()


STATUS_ORDER = ("graveyard", "wip", "pending", "ranked", "approved", "qualified", "loved")
"""The statuses in the order in which a beginning of a name is looked for; numbers from -2."""

_OPERATOR = re.compile(
    r"(?<!\w)(?P<key>\w+)(?P<op>[<>]?[=:]|[<>])"
    r'(?P<value>""[^"]*""|"(?:\\.|[^"\\])*"(?!\S)|\S+)'
)
_FLOAT = re.compile(r"-?(\d{1,15}([.,]\d{0,15})?|[.,]\d{1,15})")
_WHOLE = re.compile(r"\d{1,15}")
_LENGTHS = re.compile(
    r"(?:(?P<h>\d{1,9}(?:[.,]\d{1,9})?)h)?"
    r"(?:(?P<m>\d{1,9}(?:[.,]\d{1,9})?)m)?"
    r"(?:(?P<s>\d{1,9}(?:[.,]\d{1,9})?)s)?"
    r"(?:(?P<ms>\d{1,9}(?:[.,]\d{1,9})?)ms)?"
)
_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,6}):(\d{1,2})")
_UNITS = {"h": 3_600.0, "m": 60.0, "s": 1.0, "ms": 0.001}


class Range(NamedTuple):
    """Half-open range: from `low` on and below `high`."""

    low: float = -math.inf
    high: float = math.inf

    def __and__(self, other: Range) -> Range:
        return Range(max(self.low, other.low), min(self.high, other.high))


@dataclass
class Query:
    """Parsed search field."""

    text: str = ""
    """What no operator took."""
    ranges: dict[str, Range] = field(default_factory=dict)
    """By name: stars, ar, cs, od, drain, bpm, length, circles, sliders, keys, favourites, status,
    submitted, ranked, updated."""
    texts: dict[str, Wanted] = field(default_factory=dict)
    """By name: artist, title, source, creator, difficulty."""
    names: dict[str, str] = field(default_factory=dict)
    """The values of `texts` as they were written."""
    tags: list[str] = field(default_factory=list)
    featured_artist: int | None = None

    @property
    def words(self) -> list[str]:
        """The words of the text."""
        return words(self.text)

    @property
    def seeks_text(self) -> bool:
        """Whether the best fit comes first unless another order is asked for."""
        return bool(self.text) or any(
            name in self.texts for name in ("artist", "creator", "title", "source")
        )


def parse(text: str) -> Query:
    """Parse a search field; invalid operators are text."""
    query, rest, end = Query(), list[str](), 0
    for match in _OPERATOR.finditer(text):
        if _take(query, match["key"].lower(), match["op"].replace(":", "="), match["value"]):
            rest.append(text[end : match.start()])
            end = match.end()
    rest.append(text[end:])
    query.text = " ".join(" ".join(rest).split())
    return query


def _take(query: Query, key: str, op: str, value: str) -> bool:
    """Put an operator into the query; return False if it is none."""
    plain, phrase = _unquoted(value)
    if key in _RANGES:
        name, read = _RANGES[key]
        base = read(plain)
        if base is None:
            return False
        found = _compared(op, base)
        query.ranges[name] = query.ranges.get(name, Range()) & found
        return True
    if op != "=":
        return key == "divisor" and _whole(plain) is not None
    if key in _TEXTS:
        text = wanted(plain, phrase=phrase)
        if text is None:
            return False
        query.texts[key], query.names[key] = text, plain
        return True
    if key == "tag" and words(plain):
        query.tags.append(plain)
        return True
    number = _whole(plain)
    if key == "featured_artist" and number is not None:
        query.featured_artist = int(number.low)
        return True
    return key == "divisor" and number is not None


def _unquoted(value: str) -> tuple[str, bool]:
    """Return a value without its quotes, and whether they were doubled."""
    if len(value) > 4 and value.startswith('""') and value.endswith('""'):
        return value[2:-2], True
    if len(value) > 1 and value.startswith('"') and value.endswith('"'):
        return re.sub(r"\\(.)", r"\1", value[1:-1]), False
    return value, False


def _compared(op: str, base: Range) -> Range:
    """Return the values that stand so to a value, which is a little range itself."""
    match op:
        case ">":
            return Range(low=base.high)
        case ">=":
            return Range(low=base.low)
        case "<":
            return Range(high=base.low)
        case "<=":
            return Range(high=base.high)
        case _:
            return base


# --- values ---------------------------------------------------------------------------------------


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _about(tolerance: float) -> Callable[[str], Range | None]:
    def read(text: str) -> Range | None:
        if not _FLOAT.fullmatch(text):
            return None
        value = _number(text)
        return Range(value - tolerance, value + tolerance)

    return read


def _whole(text: str) -> Range | None:
    return Range(int(text), int(text) + 1) if _WHOLE.fullmatch(text) else None


def _length(text: str) -> Range | None:
    """Read seconds: plain, with units, or as on a clock; half of the smallest unit is near."""
    clock = _CLOCK.fullmatch(text)
    if clock:
        value = int(clock[1] or 0) * 3_600.0 + int(clock[2]) * 60 + int(clock[3])
        return Range(value - 0.5, value + 0.5)
    if _FLOAT.fullmatch(text):
        return Range(_number(text) - 0.5, _number(text) + 0.5)
    match = _LENGTHS.fullmatch(text)
    parts = [(unit, part) for unit, part in match.groupdict().items() if part] if match else []
    if not parts:
        return None
    value = sum(_number(part) * _UNITS[unit] for unit, part in parts)
    near = min(_UNITS[unit] for unit, _ in parts) / 2
    return Range(value - near, value + near)


def _status(text: str) -> Range | None:
    for number, name in enumerate(STATUS_ORDER, -2):
        if text and name.startswith(text):
            return Range(number, number + 1)
    return None


def _date(text: str) -> Range | None:
    found = period(text)
    return None if found is None else Range(*found)


def _named(
    keys: Iterable[str], name: str, read: Callable[[str], Range | None]
) -> dict[str, tuple[str, Callable[[str], Range | None]]]:
    return dict.fromkeys(keys, (name, read))


_TEXTS = frozenset(("artist", "title", "source", "creator", "difficulty"))
_RANGES: dict[str, tuple[str, Callable[[str], Range | None]]] = {
    **_named(("stars", "star"), "stars", _about(0.005)),
    **_named(("ar",), "ar", _about(0.05)),
    **_named(("cs",), "cs", _about(0.05)),
    **_named(("od",), "od", _about(0.05)),
    **_named(("dr", "hp"), "drain", _about(0.05)),
    **_named(("bpm",), "bpm", _about(0.005)),
    **_named(("length",), "length", _length),
    **_named(("circles",), "circles", _whole),
    **_named(("sliders",), "sliders", _whole),
    **_named(("keys", "key"), "keys", _whole),
    **_named(("favourites",), "favourites", _whole),
    **_named(("status",), "status", _status),
    **_named(("created", "submitted"), "submitted", _date),
    **_named(("ranked",), "ranked", _date),
    **_named(("updated",), "updated", _date),
}
