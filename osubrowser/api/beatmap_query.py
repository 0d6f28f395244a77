"""Parser of the beatmapset search text: options such as `stars>5`, and keywords."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from osubrowser.api.date_words import DAY, day_timestamp, read_date_words, timestamp

Bounds = dict[str, float]
"""Range of an option: `gte`, `gt`, `lte` and `lt`; of dates in milliseconds since 1970."""

Option = Bounds | int | str | list[str | None]
"""Value of an option: a range, the id of a featured artist, a text, or the list of tags."""


@dataclass(frozen=True)
class BeatmapQuery:
    """Parsed text of the beatmapset search."""

    keywords: str | None = None
    """The text without its options; None if nothing is left."""
    options: dict[str, Option] = field(default_factory=dict)
    """Options by name.

    Ranges: `stars`, `ar`, `cs`, `od`, `dr`, `bpm`, `length` (in seconds), `circles`, `sliders`,
    `keys`, `divisor`, `favourites`, `status` (from -2, graveyard, to 4, loved), `created`,
    `ranked`, `updated`. Texts: `artist`, `creator`, `difficulty`, `source`, `title`. Others:
    `tag` and `featured_artist`.
    """


@dataclass(frozen=True)
class QueryWord:
    """Part of a search text that has the form of an option, such as `stars>5`.

    Attributes:
        start: index of its first character in the text.
        end: index after its last one.
        name: the option that its key stands for; "" if there is none.
        operator: `=`, `<`, `<=`, `>` or `>=`.
        value: the text after the operator, with its quotes.
        option: the value as it was read; None if the word is a keyword.
    """

    start: int
    end: int
    name: str
    operator: str
    value: str
    option: Option | None


def query_words(text: str, now: datetime | None = None) -> list[QueryWord]:
    """Return the parts of a search text that have the form of an option, in their order.

    Args:
        text: the text of the search field.
        now: the time that dates such as `yesterday` count from; None for the current time.
    """
    return [_word(match, now) for match in _OPTION.finditer(text)]


def _word(match: re.Match[str], now: datetime | None) -> QueryWord:
    key, operator, value = match["key"].lower(), match["op"].replace(":", "="), match["value"]
    name = _ALIASES.get(key, key)
    read = _READERS.get(name)
    option = None if read is None else read(operator, value, now)
    return QueryWord(*match.span(), name if read is not None else "", operator, value, option)


def parse_beatmap_query(text: str, now: datetime | None = None) -> BeatmapQuery:
    """Parse a text of the beatmapset search as osu!'s server does.

    An option without a readable value is a keyword. An option that is repeated replaces the bounds
    that it has in common with the earlier one; only tags add up.

    Args:
        text: the text of the search field.
        now: the time that dates such as `yesterday` count from; None for the current time.
    """
    options: dict[str, Option] = {}
    kept, end = list[str](), 0
    for word in query_words(text, now):
        option, name = word.option, word.name
        if option is None:
            continue
        before = options.get(name)
        if isinstance(option, dict) and isinstance(before, dict):
            option = before | option
        elif isinstance(option, list) and isinstance(before, list):
            option = before + option
        options[name] = option
        kept.append(text[end : word.start])
        end = word.end
    keywords = "".join((*kept, text[end:])).strip(" \t\n\r\0\v")
    return BeatmapQuery(keywords or None, options)


_OPTION = re.compile(
    r"\b(?P<key>\w+)(?P<op>[<>][:=]?|[:=])"
    r"(?P<value>"
    # Doubled quotes. A quote after a backslash does not close, unless it is the last that could.
    r'""(?>\\"|.)*?""|""(?>\\"|.)*\\""'
    r'|"(?>\\"|.)*?"|"(?>\\"|.)*\\"'
    r"|[^ \t\n\r\f\v]*)",
    re.ASCII,  # the server matches bytes: no letter outside ASCII is part of a key
)


# --- numbers --------------------------------------------------------------------------------------

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_HIGHEST, _LOWEST = 2**63 - 1, -(2**63)
_BOUNDS = {">": "gt", ">=": "gte", "<": "lt", "<=": "lte"}

Reader = Callable[[str, str, datetime | None], Option | None]
"""Function from an operator, a value and the current time to an option; None if unreadable."""


def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text) else None


def _whole(text: str) -> int | None:
    """Return a number without its fraction, within 64 bits."""
    number = _number(text)
    if number is None:
        return None
    if not _LOWEST < number < _HIGHEST:
        return _HIGHEST if number > 0 else _LOWEST
    return int(text) if text.lstrip("+-").isdecimal() else int(number)


def _around(operator: str, value: float, tolerance: float) -> Bounds:
    """Return the range of a decimal number, which stands for all that are rounded to it."""
    low, high = value - tolerance, value + tolerance
    match operator:
        case "<":
            return {"lte": low}
        case "<=":
            return {"lte": high}
        case ">":
            return {"gte": high}
        case ">=":
            return {"gte": low}
    return {"gte": low, "lte": high}


def _decimal(tolerance: float) -> Reader:
    def read(operator: str, text: str, now: datetime | None) -> Bounds | None:
        value = _number(text.replace(",", "."))
        return None if value is None else _around(operator, value, tolerance)

    return read


def _compared(operator: str, value: int | None) -> Bounds | None:
    if value is None:
        return None
    return {"gte": value, "lte": value} if operator == "=" else {_BOUNDS[operator]: value}


def _integer(operator: str, text: str, now: datetime | None) -> Bounds | None:
    return _compared(operator, _whole(text))


def _id(operator: str, text: str, now: datetime | None) -> int | None:
    return _whole(text) if operator == "=" else None


STATUSES = {
    "graveyard": -2,
    "wip": -1,
    "pending": 0,
    "ranked": 1,
    "approved": 2,
    "qualified": 3,
    "loved": 4,
}
"""Numbers of the statuses, in the order in which the beginning of a name is looked for."""


def _status(operator: str, text: str, now: datetime | None) -> Bounds | None:
    found = (number for name, number in STATUSES.items() if text and name.startswith(text))
    return _compared(operator, next(found, None))


_CLOCK = re.compile(r"(?:(?P<h>\d+):)?(?P<m>\d+):(?P<s>\d+)", re.ASCII)
_UNITS = re.compile(
    r"(?:(?P<h>\d+(?:\.\d+)?)h)?(?:(?P<m>\d+(?:\.\d+)?)m)?"
    r"(?:(?P<s>\d+(?:\.\d+)?)s)?(?:(?P<ms>\d+(?:\.\d+)?)ms)?",
    re.ASCII,
)
_SECONDS = re.compile(r"(?P<s>\d+(?:\.\d+)?)", re.ASCII)
_SCALES = {"ms": 0.001, "s": 1, "m": 60, "h": 3_600}


def _length(operator: str, text: str, now: datetime | None) -> Bounds | None:
    """Read seconds, `1:02:03` or `1h2m3s4ms`; half of the smallest unit is the tolerance."""
    match = _CLOCK.fullmatch(text) or _UNITS.fullmatch(text) or _SECONDS.fullmatch(text)
    parts = {unit: part for unit, part in match.groupdict().items() if part} if match else {}
    scales = [(unit, scale) for unit, scale in _SCALES.items() if unit in parts]
    if not scales:
        return None
    value = 0.0
    for unit, scale in scales:
        value += float(parts[unit]) * scale
    return _around(operator, value, scales[0][1] / 2)


# --- texts ----------------------------------------------------------------------------------------


def _text(operator: str, text: str, now: datetime | None) -> str | None:
    if operator != "=":
        return None
    if len(text) > 1 and text.startswith('"') and text.endswith('"'):
        text = text[1:-1]
    return text.replace('\\"', '"') or None


def _tag(operator: str, text: str, now: datetime | None) -> list[str | None]:
    """Read a tag: one that is empty, or not compared by `=`, is None."""
    return [_text(operator, text, now)]


# --- dates ----------------------------------------------------------------------------------------

_CALENDAR = (
    re.compile(r"(?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<year>\d{4})[-./]?(?P<month>\d{1,2})", re.ASCII),
    re.compile(r"(?P<year>\d{4})[-./]?(?P<month>\d{1,2})[-./]?(?P<day>\d{1,2})", re.ASCII),
)


def _date(operator: str, text: str, now: datetime | None) -> Bounds | None:
    """Read a year, month, day or moment, each of which is a range of time."""
    found = _period(text.strip('"'), now)
    if found is None:
        return None
    start, end = found
    match operator:
        case "<":
            return {"lt": start}
        case "<=":
            return {"lt": end}
        case ">":
            return {"gte": end}
        case ">=":
            return {"gte": start}
    return {"gte": start, "lt": end}


def _period(text: str, now: datetime | None) -> tuple[int, int] | None:
    """Return the first millisecond of a time, and the first one after it."""
    for pattern in _CALENDAR:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            return _calendar(int(parts["year"]), parts.get("month"), parts.get("day"))
    start = read_moment(text, now)
    return None if start is None else (start, start + 1_000)


def _calendar(year: int, month: str | None, day: str | None) -> tuple[int, int]:
    if month is None:
        return day_timestamp(year, 1, 1), day_timestamp(year + 1, 1, 1)
    if day is None:
        return day_timestamp(year, int(month), 1), day_timestamp(year, int(month) + 1, 1)
    start = day_timestamp(year, int(month), int(day))
    return start, start + DAY


def read_moment(text: str, now: datetime | None = None) -> int | None:
    """Return a moment in milliseconds since 1970, as osu!'s server reads one; None if it is none.

    Args:
        text: seconds since 1970, ISO 8601 (in UTC unless it has an offset), or a date in words.
        now: the time that words such as `last monday` count from; None for the current time.
    """
    seconds = _number(text)
    if seconds is not None:
        return int(seconds * 1_000) if abs(seconds) < _HIGHEST else None
    found = _iso(text)
    return read_date_words(text, now or datetime.now(UTC)) if found is None else found


def _iso(text: str) -> int | None:
    """Read a moment in ISO 8601, in UTC unless it has an offset."""
    try:
        moment = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d\d:?\d\d$)", "", text.strip()))
    except ValueError:
        return None
    return timestamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


_ALIASES = {"star": "stars", "hp": "dr", "key": "keys", "submitted": "created"}
_READERS: dict[str, Reader] = {
    **dict.fromkeys(("stars", "bpm"), _decimal(0.01 / 2)),
    **dict.fromkeys(("ar", "cs", "od", "dr"), _decimal(0.1 / 2)),
    **dict.fromkeys(("circles", "sliders", "keys", "divisor", "favourites"), _integer),
    **dict.fromkeys(("artist", "creator", "difficulty", "source", "title"), _text),
    **dict.fromkeys(("created", "ranked", "updated"), _date),
    "length": _length,
    "status": _status,
    "featured_artist": _id,
    "tag": _tag,
}
