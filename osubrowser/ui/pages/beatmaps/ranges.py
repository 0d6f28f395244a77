"""Sliders of the ranges that the beatmap search can filter by, and bounds as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from osubrowser.api.beatmap_query import STATUSES
from osubrowser.models.beatmaps.columns import length
from osubrowser.models.beatmaps.listing_query import RangeField
from osubrowser.models.beatmaps.search_text import Interval, Limit, is_readable, value_of
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.range_slider import RangeScale, even_stops

_FIRST_MONTH: Final = (2007, 10)
"""Month of the oldest beatmap."""


def _growing(*steps: tuple[int, int]) -> tuple[float, ...]:
    """Return stops from 0: `(end, step)`, with a larger step after each end."""
    found, start = [0.0], 0
    for end, step in steps:
        found.extend(float(value) for value in range(start + step, end + 1, step))
        start = end
    return tuple(found)


_BOUND: Final = re.compile(r"(?P<sign>[<>]?[=:]?)\s*(?P<words>.*)")
_STOPS: Final = {
    "bpm": _growing((60, 20), (300, 5), (400, 20)),
    "length": _growing((300, 10), (600, 30), (1800, 60)),
    "circles": _growing((1000, 20), (3000, 100)),
    "sliders": _growing((600, 10), (2000, 100)),
    "favourites": _growing((10, 1), (100, 10), (1000, 50), (5000, 500)),
}
"""Stops of ranges whose small values are told apart better than their large ones."""
_TIPS: Final = {
    "number": tr("A number; >5 or <5 leaves 5 itself out"),
    "length": tr("Seconds, or a time such as 1:30 or 2m30s"),
    "date": tr("A year, month or day, such as 2020, 2020-05 or 2020-05-31"),
    "status": tr("One of {names}, or its beginning").format(names=", ".join(STATUSES)),
}


def scale_of(field: RangeField, now: datetime) -> RangeScale:
    """Return the scale of the slider of a range.

    Args:
        field: the range.
        now: the current time, at which the scales of dates end.
    """
    match field.kind:
        case "date":
            return RangeScale(tuple(_months(now)), _month)
        case "length":
            return RangeScale(_STOPS["length"], lambda seconds: length(round(seconds)))
        case "status":
            names = {number: name for name, number in STATUSES.items()}
            return RangeScale(sorted(names), lambda number: names[round(number)])
    stops = _STOPS.get(field.name) or even_stops(field.lowest, field.highest, field.step)
    return RangeScale(stops, "{:g}".format)


def tip_of(field: RangeField) -> str:
    """Return what can be typed as a bound of a range, for a tooltip."""
    tip = _TIPS[field.kind]
    return f"{field.description}. {tip}" if field.description else tip


def read_bound(name: str, text: str) -> float | None:
    """Return the number that a typed bound stands for; None if osu! cannot read it.

    Args:
        name: the range.
        text: the bound; may begin with a comparison sign.
    """
    words = limit_of(text)
    if words is None or not is_readable(name, words.words):
        return None
    return value_of(name, words.words)


def limit_of(text: str) -> Limit | None:
    """Return a typed bound: `>5` is without 5 itself; None for an empty text."""
    found = _BOUND.fullmatch(text.strip())
    if found is None or not found["words"]:
        return None
    words = found["words"]
    if "," in words:  # which osu! does not read
        words = numerals.typed(words)
    return Limit(words, found["sign"] not in ("<", ">"))


def interval_of(low: str, high: str) -> Interval:
    """Return the range of two typed bounds."""
    return Interval(limit_of(low), limit_of(high))


def texts_of(interval: Interval) -> tuple[str, str]:
    """Return the bounds of a range as they are typed."""

    def text(limit: Limit | None, sign: str) -> str:
        return "" if limit is None else limit.words if limit.is_inclusive else sign + limit.words

    return text(interval.low, ">"), text(interval.high, "<")


def _months(now: datetime) -> Iterator[float]:
    year, month = _FIRST_MONTH
    while (year, month) <= (now.year, now.month):
        yield datetime(year, month, 1, tzinfo=UTC).timestamp() * 1000
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _month(stamp: float) -> str:
    return datetime.fromtimestamp(stamp / 1000, UTC).strftime("%Y-%m")
