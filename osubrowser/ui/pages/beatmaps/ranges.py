"""Ranges that the beatmap search can filter by: their labels, scales and typed bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from osubrowser.api.beatmap_query import STATUSES, parse_beatmap_query
from osubrowser.models.beatmaps.columns import length
from osubrowser.ui.widgets.range_slider import RangeScale, even_stops

_FIRST_MONTH: Final = (2007, 10)
"""Month of the oldest beatmap."""
_SIGNS: Final = ("<=", ">=", "<:", ">:", "<", ">", "=", ":")
_DAY_TEXT: Final = 84
_STATUS_TEXT: Final = 84


@dataclass(frozen=True, slots=True)
class RangeControl:
    """Filter of the search by a range.

    Attributes:
        key: name of the option in the search text.
        label: name of the control.
        scale: values of the slider.
        tip: what can be typed.
        width: width of the field of a bound, in pixels.
    """

    key: str
    label: str
    scale: RangeScale
    tip: str
    width: int = 54

    def read(self, text: str) -> float | None:
        """Return the value of a bound as the server reads it; None for a text that is no bound."""
        return read_bound(self.key, text)


def read_bound(key: str, text: str) -> float | None:
    """Return the value of a bound of an option as osu!'s server reads it; None if it is none.

    Args:
        key: name of the option.
        text: the bound, such as `5.2`, `2:30` or `2020-05`; may begin with a comparison sign.
    """
    text = bare(text)
    if not text or '"' in text:
        return None
    value = f'"{text}"' if " " in text else text
    found = parse_beatmap_query(f"{key}={value}")
    option = next(iter(found.options.values()), None)
    if found.keywords is not None or not isinstance(option, dict):
        return None
    # A number stands for all that are rounded to it; a date for a period, from its start.
    return option["gte"] if "lt" in option else (option["gte"] + option["lte"]) / 2


def bare(text: str) -> str:
    """Return the text of a bound without a comparison sign at its beginning."""
    text = text.strip()
    sign = next((sign for sign in _SIGNS if text.startswith(sign)), "")
    return text.removeprefix(sign).strip()


def _number(value: float) -> str:
    return f"{value:g}"


def _whole(value: float) -> str:
    return str(round(value))


def _duration(seconds: float) -> str:
    return length(round(seconds))


def _month(stamp: float) -> str:
    return datetime.fromtimestamp(stamp / 1000, UTC).strftime("%Y-%m")


def _status(number: float) -> str:
    return next(name for name, value in STATUSES.items() if value == number)


def _growing(*steps: tuple[int, int]) -> tuple[float, ...]:
    """Return stops from 0: `(end, step)`, with a larger step after each end."""
    found, start = [0.0], 0
    for end, step in steps:
        found.extend(float(value) for value in range(start + step, end + 1, step))
        start = end
    return tuple(found)


def _months(now: datetime) -> Iterator[float]:
    year, month = _FIRST_MONTH
    while (year, month) <= (now.year, now.month):
        yield datetime(year, month, 1, tzinfo=UTC).timestamp() * 1000
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def range_controls(now: datetime) -> tuple[RangeControl, ...]:
    """Return the ranges in the order in which they are shown.

    Args:
        now: the current time, at which the scales of dates end.
    """
    tenths = RangeScale(even_stops(0, 11, 0.1), _number)
    tenths_tip = "A number such as 9.2; >9.2 or <9.2 leaves it out itself"
    months = RangeScale(tuple(_months(now)), _month)
    date = "A year, month or day, such as 2020, 2020-05 or 2020-05-31; before it > or <"
    number = "A number such as {}; >{} or <{} leaves it out itself"

    def made(
        key: str, label: str, example: str, stops: tuple[float, ...], text: Callable[[float], str]
    ) -> RangeControl:
        tip = number.format(example, example, example)
        return RangeControl(key, label, RangeScale(stops, text), tip)

    def dated(key: str, label: str) -> RangeControl:
        return RangeControl(key, label, months, date, _DAY_TEXT)

    return (
        made("stars", "Stars", "5.2", even_stops(0, 12, 0.1), _number),
        made("bpm", "BPM", "180", _growing((60, 20), (300, 5), (400, 20)), _whole),
        RangeControl(
            "length",
            "Length",
            RangeScale(_growing((300, 10), (600, 30), (1800, 60)), _duration),
            "Seconds, or a time such as 1:30 or 2m30s",
        ),
        RangeControl("ar", "AR", tenths, tenths_tip),
        RangeControl("od", "OD", tenths, tenths_tip),
        RangeControl("cs", "CS", tenths, tenths_tip),
        RangeControl("dr", "HP", tenths, tenths_tip),
        made("keys", "Keys", "7", even_stops(1, 18, 1), _whole),
        made("circles", "Circles", "500", _growing((1000, 20), (3000, 100)), _whole),
        made("sliders", "Sliders", "200", _growing((600, 10), (2000, 100)), _whole),
        made(
            "favourites",
            "Favourites",
            "100",
            _growing((10, 1), (100, 10), (1000, 50), (5000, 500)),
            _whole,
        ),
        dated("ranked", "Ranked"),
        dated("updated", "Updated"),
        dated("created", "Submitted"),
        RangeControl(
            "status",
            "Status",
            RangeScale(tuple(map(float, STATUSES.values())), _status),
            f"One of {', '.join(STATUSES)}, or its beginning; choose “Any” above with it",
            _STATUS_TEXT,
        ),
    )
