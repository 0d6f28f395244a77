"""Pace of a player's pp, and when one player passes another at it, with the uncertainty of both."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

LEAST_DAYS: Final = 3
"""Days with a snapshot without which a pace is not estimated."""
_T: Final = (6.31, 2.92, 2.35, 2.13, 2.02, 1.94, 1.89, 1.86, 1.83, 1.81)
"""Student's t for nine of ten estimates, by degrees of freedom from 1."""
_T_OF_MANY: Final = ((12, 1.78), (15, 1.75), (20, 1.72), (30, 1.70))
_T_OF_ALL: Final = 1.66
_LEAST_MARGIN: Final = 0.001
"""Smallest margin in pp a day: no pace is known better."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Estimate of the change of a figure.

    Attributes:
        days: on how many days it was seen.
        per_day: change a day; None if there are fewer than `LEAST_DAYS`.
        margin: half the width of the interval that holds nine of ten such estimates.
    """

    days: int
    per_day: float | None = None
    margin: float = 0.0


def pace_of(points: Sequence[tuple[float, float]]) -> Pace:
    """Estimate a pace from points of (time in days, figure), at most one a day.

    The pace is the median of the slopes between all pairs of points (Theil-Sen), which a few
    outliers do not move. Its interval is that of a straight line through the points, from their
    scatter about it: the standard error of the slope times Student's t for 90 %.
    """
    count = len(points)
    slopes = [
        (late[1] - early[1]) / (late[0] - early[0])
        for number, early in enumerate(points)
        for late in points[number + 1 :]
        if late[0] > early[0]
    ]
    if count < LEAST_DAYS or not slopes:
        return Pace(count)
    slope = median(slopes)
    middle = median(y - slope * x for x, y in points)
    squares = sum((y - slope * x - middle) ** 2 for x, y in points)
    mean = sum(x for x, _ in points) / count
    spread = sum((x - mean) ** 2 for x, _ in points)
    error = math.sqrt(squares / (count - 2) / spread) if spread else math.inf
    return Pace(count, slope, max(_LEAST_MARGIN, _t(count - 2) * error))


def _t(freedom: int) -> float:
    if freedom <= len(_T):
        return _T[freedom - 1]
    return next((t for most, t in _T_OF_MANY if freedom <= most), _T_OF_ALL)


@dataclass(frozen=True, slots=True)
class Passing:
    """When one player passes another.

    Attributes:
        days: at the estimated paces; None if never.
        soonest: at the fast end of their uncertainty; None if never.
        latest: at the slow end; None if perhaps never.
        known: on how many days both were seen, of the one seen less.
        is_known: whether that is enough for an estimate.
    """

    known: int
    is_known: bool
    days: float | None = None
    soonest: float | None = None
    latest: float | None = None


def passing(gap: float, behind: Pace, ahead: Pace) -> Passing:
    """Estimate when a player passes another one.

    Args:
        gap: what the one lacks, not negative.
        behind: pace of the one who passes.
        ahead: pace of the one who is passed.
    """
    known = min(behind.days, ahead.days)
    if behind.per_day is None or ahead.per_day is None:
        return Passing(known, is_known=False)
    gained = behind.per_day - ahead.per_day
    margin = math.hypot(behind.margin, ahead.margin)
    if gained <= 0:
        return Passing(known, is_known=True)
    slow = gained - margin
    return Passing(
        known,
        is_known=True,
        days=gap / gained,
        soonest=gap / (gained + margin),
        latest=gap / slow if slow > 0 else None,
    )
