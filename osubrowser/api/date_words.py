"""Dates in words as PHP reads them: `last monday`, `2 weeks ago`, `first day of may 2018`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

DAY = 86_400_000
"""Milliseconds of a day."""

_1970 = date(1970, 1, 1).toordinal()
_ERA, _DAYS_OF_ERA = 400, 146_097
_LONGEST = 200  # characters
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "sun sunday sundays",
            "mon monday mondays",
            "tue tuesday tuesdays",
            "wed wednesday wednesdays",
            "thu thursday thursdays",
            "fri friday fridays",
            "sat saturday saturdays",
        )
    )
    for name in names.split()
}
_NUMERALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = {
    name: number
    for number, name in enumerate(
        _NUMERALS.split(),
        1,
    )
} | {"next": 1, "last": -1, "previous": -1, "this": 0}
_UNITS = {
    name + plural: unit
    for name, unit in {
        "sec": ("second", 1),
        "second": ("second", 1),
        "min": ("second", 60),
        "minute": ("second", 60),
        "hour": ("second", 3_600),
        "day": ("day", 1),
        "week": ("day", 7),
        "fortnight": ("day", 14),
        "forthnight": ("day", 14),
        "month": ("month", 1),
        "year": ("month", 12),
    }.items()
    for plural in ("", "s")
}
_STRICTLY, _TODAY_TOO, _OF_THE_WEEK = range(3)
"""How a weekday is looked for: after today, from today on, in the week from Monday on."""


def day_timestamp(year: int, month: int, day: int) -> int:
    """Return the first millisecond of a day since 1970.

    Month 13 is the next January, and so is day 32 of December.
    """
    year += (month - 1) // 12
    first = date(year % _ERA + _ERA, (month - 1) % 12 + 1, 1).toordinal()
    days = first + (year // _ERA - 1) * _DAYS_OF_ERA + day - 1
    return (days - _1970) * DAY


def timestamp(moment: datetime) -> int:
    """Return the milliseconds of an aware datetime since 1970."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


def read_date_words(text: str, now: datetime) -> int | None:
    """Return the moment that a text names, in milliseconds since 1970; None if it names none.

    It may combine dates (`12 May 2018`, `2018-05-12`), times (`noon`, `3pm`, `10:20:30`), weekdays
    and what is relative to now. Names of time zones are not read, but UTC, and offsets.

    Args:
        text: in English, in any case.
        now: the time, in UTC, from which the text counts.
    """
    if len(text) > _LONGEST:
        return None
    words, at, reading = text.lower(), 0, _Reading()
    while at < len(words):
        if words[at] in " \t,;":
            at += 1
            continue
        matches = [(match, take) for rule, take in _RULES if (match := rule.match(words, at))]
        if not matches:
            return None
        match, take = max(matches, key=lambda found: found[0].end())
        if not take(reading, match):
            return None
        at = match.end()
    return reading.moment(now) if reading.is_anything else None


@dataclass
class _Reading:
    """What was read of a text so far."""

    is_anything: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    second: int | None = None  # of the day
    has_clock: bool = False
    offset: int = 0  # seconds
    shift: dict[str, int] = field(default_factory=lambda: {"second": 0, "day": 0, "month": 0})
    weekday: int | None = None
    behaviour: int = _STRICTLY
    edge: str = ""  # "first" or "last" day of the month
    of_month: tuple[int, int] | None = None  # number and weekday, as the first Monday of a month

    def moment(self, now: datetime) -> int:
        dated = any(part is not None for part in (self.year, self.month, self.day))
        exact = dated or self.second is not None
        of_day = self.second if self.second is not None else 0
        if not exact:
            of_day = now.hour * 3_600 + now.minute * 60 + now.second
        year = now.year if self.year is None else self.year
        month = now.month if self.month is None else self.month
        day = now.day if self.day is None else self.day
        if self.of_month is not None:
            days = self._day_of_month(year, month + self.shift["month"])
        else:
            if self.weekday is not None:
                day += self._to_weekday(day_timestamp(year, month, day))
            if self.edge:
                month += self.shift["month"] + (self.edge == "last")
                days = day_timestamp(year, month, 0 if self.edge == "last" else 1)
            else:
                # The day is a day of that month before the months are added: see the 31st.
                start = day_timestamp(year, month, day) // DAY
                moved = date.fromordinal((start % _DAYS_OF_ERA) + _1970)
                years = (start // _DAYS_OF_ERA) * _ERA
                month = moved.month + self.shift["month"]
                days = day_timestamp(moved.year + years, month, moved.day + self.shift["day"])
        found = days + (of_day + self.shift["second"] - self.offset) * 1_000
        return found if exact else found + now.microsecond // 1_000

    def _to_weekday(self, day: int) -> int:
        """Return how many days it is from a day to the weekday that was named."""
        today, wanted = (day // DAY + 4) % 7, self.weekday or 0
        if wanted < 0 and self.behaviour != _OF_THE_WEEK:
            return -wanted - today - 7
        if self.behaviour == _OF_THE_WEEK:  # Sunday is its last day
            return (wanted or 7) - (today or 7)
        difference = wanted - today
        if self.shift["day"] < 0:
            return difference + 7 if difference < 0 else difference
        limit = 0 if self.behaviour == _STRICTLY else -1
        return difference + 7 if difference <= limit else difference

    def _day_of_month(self, year: int, month: int) -> int:
        """Return the first, second, or last day of a month that is the weekday."""
        number, weekday = self.of_month or (0, 0)
        if number > 0:
            first = day_timestamp(year, month, 1)
            return first + ((weekday - first // DAY - 4) % 7 + 7 * (number - 1)) * DAY
        last = day_timestamp(year, month + 1, 0)
        return last - ((last // DAY + 4 - weekday) % 7) * DAY

    def add(self, amount: int, unit: str, behaviour: int, *, keeps_time: bool) -> bool:
        self.is_anything = True
        if unit in _WEEKDAYS:
            self.shift["day"] += (amount - 1 if amount > 0 else amount) * 7
            self.weekday, self.behaviour = _WEEKDAYS[unit], behaviour
            if not keeps_time:
                self.second, self.has_clock = 0, False
            return True
        of, scale = _UNITS[unit]
        self.shift[of] += amount * scale
        return True

    def set_day(self, year: int | None, month: int, day: int | None) -> bool:
        if not (0 < month < 13 and (day is None or 0 < day < 32)) or self.month is not None:
            return False
        self.is_anything = True
        self.year, self.month = year, month
        self.day = self.day if day is None else day
        return True

    def set_time(self, hour: int, minute: int, second: int) -> bool:
        if self.has_clock or not (hour < 25 and minute < 60 and second < 61):
            return False
        self.is_anything = self.has_clock = True
        self.second = hour * 3_600 + minute * 60 + second
        return True


# --- rules ----------------------------------------------------------------------------------------


def _word(reading: _Reading, match: re.Match[str]) -> bool:
    reading.is_anything = True
    word = match[0]
    if word == "now":
        return True
    reading.has_clock = word == "noon"
    reading.second = 43_200 if word == "noon" else 0
    if word in ("yesterday", "tomorrow"):  # instead of the days before it
        reading.shift["day"] = 1 if word == "tomorrow" else -1
    return True


def _weekday(reading: _Reading, match: re.Match[str]) -> bool:
    reading.is_anything = True
    reading.weekday, reading.second = _WEEKDAYS[match["unit"]], 0
    reading.has_clock = False
    if reading.behaviour != _OF_THE_WEEK:
        reading.behaviour = _TODAY_TOO
    return True


def _counted(reading: _Reading, match: re.Match[str]) -> bool:
    signs = match["signs"]
    amount = int(match["amount"]) * (-1 if signs.count("-") % 2 else 1)
    return reading.add(amount, match["unit"], _TODAY_TOO, keeps_time=True)


def _named(reading: _Reading, match: re.Match[str]) -> bool:
    amount, unit = _ORDINALS[match["amount"]], match["unit"]
    behaviour = _TODAY_TOO if match["amount"] == "this" else _STRICTLY
    reading.add(amount, unit, behaviour, keeps_time=False)
    if unit in ("week", "weeks"):
        reading.behaviour = _OF_THE_WEEK
        if reading.weekday is None:
            reading.weekday = _WEEKDAYS["monday"]
    return True


def _ago(reading: _Reading, match: re.Match[str]) -> bool:
    reading.shift = {unit: -amount for unit, amount in reading.shift.items()}
    if reading.weekday is not None:  # a negative one is looked for backwards, Sunday is 7 then
        reading.weekday = -reading.weekday or -7
    reading.is_anything = True
    return True


def _edge_of(reading: _Reading, match: re.Match[str]) -> bool:
    reading.is_anything, reading.edge = True, match["edge"]
    return True


def _weekday_of(reading: _Reading, match: re.Match[str]) -> bool:
    reading.is_anything, reading.second = True, 0
    reading.of_month = _ORDINALS[match["amount"]], _WEEKDAYS[match["unit"]]
    return reading.of_month[0] != 0


def _calendar(reading: _Reading, match: re.Match[str]) -> bool:
    parts = match.groupdict()
    month = parts["month"]
    number = _MONTHS.get(month) or int(month)
    year, day = parts.get("year"), parts.get("day")
    if day is None:
        day = "1" if year else None
    return reading.set_day(int(year) if year else None, number, int(day) if day else None)


def _clock(reading: _Reading, match: re.Match[str]) -> bool:
    parts = match.groupdict()
    hour = int(parts["hour"])
    half = parts.get("half")
    if half:
        if not 0 < hour < 13:
            return False
        hour = hour % 12 + (12 if half == "p" else 0)
    return reading.set_time(hour, int(parts.get("minute") or 0), int(parts.get("second") or 0))


def _zone(reading: _Reading, match: re.Match[str]) -> bool:
    if match["hours"]:
        size = int(match["hours"]) * 3_600 + int(match["minutes"] or 0) * 60
        reading.offset = -size if match["sign"] == "-" else size
    reading.is_anything = True
    return True


def _any_of(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(names, key=len, reverse=True))})"


_UNIT = rf"(?P<unit>{_any_of({*_UNITS, *_WEEKDAYS})})\b"
_ORDINAL = f"(?P<amount>{_any_of(_ORDINALS)})"
_MONTH = f"(?P<month>{_any_of(_MONTHS)})\\b"
_HOUR, _MINUTE = r"(?P<hour>\d{1,2})", r"[:.](?P<minute>\d{2})"
_SECOND = r"[:.](?P<second>\d{2})(?:[.,]\d+)?"
_TH = "(?:st|nd|rd|th)?"
_HALF = r"[ \t]*(?P<half>[ap])\.?m\.?(?!\w)"
_RULES: tuple[tuple[re.Pattern[str], Callable[[_Reading, re.Match[str]], bool]], ...] = tuple(
    (re.compile(pattern, re.ASCII), take)
    for pattern, take in (
        (r"(?:now|today|midnight|noon|yesterday|tomorrow)\b", _word),
        (rf"(?P<unit>{_any_of(_WEEKDAYS)})\b", _weekday),
        (rf"(?P<signs>[+-]*)[ \t]*(?P<amount>\d{{1,6}})[ \t]*{_UNIT}", _counted),
        (rf"{_ORDINAL}[ \t]+{_UNIT}", _named),
        (r"ago\b", _ago),
        (r"(?P<edge>first|last) day of\b", _edge_of),
        (rf"{_ORDINAL}[ \t]+(?P<unit>{_any_of(_WEEKDAYS)})[ \t]+of\b", _weekday_of),
        (r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)", _calendar),
        (r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}))?(?![\d/])", _calendar),
        (r"(?P<day>\d{1,2})[-.](?P<month>\d{1,2})[-.](?P<year>\d{4})(?!\d)", _calendar),
        (rf"(?P<day>\d{{1,2}}){_TH}[ \t.-]*{_MONTH}[ \t.,-]*(?P<year>\d{{4}})(?!\d)", _calendar),
        (rf"{_MONTH}[ \t.,-]*(?P<day>\d{{1,2}}){_TH}[ \t.,-]+(?P<year>\d{{4}})(?!\d)", _calendar),
        (rf"(?P<day>\d{{1,2}}){_TH}[ \t.-]*{_MONTH}", _calendar),
        (rf"{_MONTH}[ \t.-]*(?P<day>\d{{1,2}}){_TH}(?![\d:]|[ \t]*[ap]\.?m)", _calendar),
        (rf"{_MONTH}[ \t.-]*(?P<year>\d{{4}})(?!\d)", _calendar),
        (rf"(?P<year>\d{{4}})[ \t.-]*{_MONTH}", _calendar),
        (_MONTH, _calendar),
        (rf"t?{_HOUR}{_MINUTE}(?:{_SECOND})?(?!\d)", _clock),
        (rf"{_HOUR}(?:{_MINUTE}(?:{_SECOND})?)?{_HALF}", _clock),
        (r"(?:utc|gmt|z)?(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})?(?!\w)", _zone),
        (r"(?:utc|gmt|z)\b(?P<hours>)", _zone),
    )
)  # fmt: skip
