"""Slider paths: linear, Bezier, circular and Catmull curves as lines, and positions on them."""

from __future__ import annotations

import cmath
import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

MAX_PATH_POINTS: Final = 600_000
"""Points of lines that all paths of one beatmap may have; an hour of sliders has 85,000."""
MAX_CURVE_STEPS: Final = 6_000_000
"""Steps of subdivision that all paths of a beatmap may take; an hour of sliders takes 1,100,000."""

_BEZIER_TOLERANCE: Final = 0.25  # osu! pixels
_ARC_TOLERANCE: Final = 0.1
_CATMULL_DETAIL: Final = 50
_MAX_ARC_POINTS: Final = 1000
_ALMOST: Final = 1e-3
_ALMOST_SAME_LENGTH: Final = 1e-7
_MAX_DEPTH: Final = 64


class CurveType(Enum):
    """Type of a curve, by its letter in the file."""

    LINEAR = "L"
    BEZIER = "B"
    PERFECT = "P"
    CATMULL = "C"


@dataclass(frozen=True, slots=True)
class CurveSegment:
    """Part of a path with one type of curve.

    Attributes:
        points: control points as complex numbers, relative to the start of the path.
        degree: of a B-spline; None for a Bezier curve of all points.
    """

    type: CurveType
    points: tuple[complex, ...]
    degree: int | None = None


class PathBudget:
    """Bound of the work for all slider paths of a beatmap.

    A path that exceeds it is a line through its control points.
    """

    def __init__(self, points: int = MAX_PATH_POINTS, steps: int = MAX_CURVE_STEPS) -> None:
        self.points = points
        self.steps = steps

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left."""
        return self.points <= 0 or self.steps <= 0


class SliderPath:
    """Path of a slider: curves made into lines, cut or lengthened to its length in the file.

    The lines are computed at first use, as the game computes them. Positions are osu! pixels, 512 x
    384, before stacking and before any mod.

    Args:
        x: of its start.
        y: of its start.
        segments: its curves, in order.
        expected_length: length in the file, osu! pixels; None for that of the curves.
        budget: shared by the paths of a beatmap.
    """

    __slots__ = (
        "_budget",
        "_curves",
        "_lengths",
        "_points",
        "_start",
        "expected_length",
        "segments",
    )

    def __init__(
        self,
        x: float,
        y: float,
        segments: Iterable[CurveSegment],
        expected_length: float | None = None,
        budget: PathBudget | None = None,
    ) -> None:
        self.segments = tuple(segments)
        self.expected_length = expected_length
        self._start = complex(x, y)
        self._budget = PathBudget() if budget is None else budget
        self._points: list[complex] | None = None
        self._lengths: list[float] = []
        self._curves: list[list[complex]] = []

    def __repr__(self) -> str:
        types = "".join(segment.type.value for segment in self.segments)
        return f"SliderPath({types!r}, {self.expected_length!r} px)"

    @property
    def length(self) -> float:
        """Length in osu! pixels."""
        if self._points is None:
            self._compute()
        return self._lengths[-1] if self._lengths else 0.0

    @property
    def points(self) -> list[tuple[float, float]]:
        """Ends of its lines, from start to end."""
        start = self._start
        return [((start + at).real, (start + at).imag) for at in self._computed()]

    @property
    def lines(self) -> tuple[Sequence[complex], Sequence[float]]:
        """Ends of its lines as complex numbers relative to the start, and the lengths up to each.

        For computations; both sequences must not be changed.
        """
        return self._computed(), self._lengths

    @property
    def curves(self) -> Sequence[Sequence[complex]]:
        """Lines of each segment before the path is cut to its length, relative to the start."""
        self._computed()
        return self._curves

    def position_at(self, progress: float) -> tuple[float, float]:
        """Return the position at a part of the length, 0 to 1."""
        at = self.offset_at(progress) + self._start
        return at.real, at.imag

    def offset_at(self, progress: float) -> complex:
        """Return the position at a part of the length, 0 to 1, relative to the start."""
        points = self._points
        if points is None:
            points = self._computed()
        if not points:
            return 0j
        lengths = self._lengths
        distance = min(max(progress, 0.0), 1.0) * lengths[-1]
        at = bisect_left(lengths, distance)
        if at <= 0:
            return points[0]
        if at >= len(points):
            return points[-1]
        before, after = lengths[at - 1], lengths[at]
        if after - before <= _ALMOST_SAME_LENGTH:
            return points[at - 1]
        return points[at - 1] + (points[at] - points[at - 1]) * (
            (distance - before) / (after - before)
        )

    def _computed(self) -> list[complex]:
        return self._compute() if self._points is None else self._points

    def _compute(self) -> list[complex]:
        points: list[complex] = []
        for segment in self.segments:
            curve = _curve(segment, self._budget)
            self._curves.append(curve)
            points += curve[1:] if points and points[-1] == curve[0] else curve
        self._lengths = _fit(points, self.expected_length)
        self._budget.points -= len(points)
        self._points = points
        return points


def _fit(points: list[complex], expected: float | None) -> list[float]:
    """Cut or lengthen lines to a length; return the lengths up to each point."""
    total, lengths = 0.0, [0.0]
    add = lengths.append
    for before, after in pairwise(points):
        total += abs(after - before)
        add(total)
    if expected is None or expected == total or not points:
        return lengths
    if len(points) >= 2 and points[-1] == points[-2] and expected > total:
        # The game does not lengthen a path whose last two points are one.
        lengths.append(total)
        return lengths
    lengths.pop()
    if total > expected:
        while lengths and lengths[-1] >= expected:
            lengths.pop()
            points.pop()
    if len(points) <= 1:
        lengths.append(0.0)
        return lengths
    last = points[-1] - points[-2]
    direction = last / abs(last) if last else 0j
    points[-1] = points[-2] + direction * (expected - lengths[-1])
    lengths.append(expected)
    return lengths


def _curve(segment: CurveSegment, budget: PathBudget) -> list[complex]:
    """Return the ends of the lines of a curve, relative to the start of its path."""
    points = list(segment.points)
    if len(points) < 2 or segment.type is CurveType.LINEAR or budget.is_spent:
        return points
    if segment.type is CurveType.PERFECT and len(points) == 3:
        arc = _arc(points)
        if arc is not None:
            return arc
    if segment.type is CurveType.CATMULL:
        if len(points) * 2 * _CATMULL_DETAIL > budget.points:
            budget.points = 0
            return points
        return _catmull(points)
    degree = segment.degree or len(points)
    budget.steps -= max(len(points) - degree, 0) * degree * degree
    if budget.is_spent:
        return points
    lines = _bezier(_bezier_parts(points, degree), budget)
    return points if lines is None else [*lines, points[-1]]


def _arc(points: Sequence[complex]) -> list[complex] | None:
    """Return a circular arc through three points as lines; None if there is none."""
    first, middle, last = points
    across = (middle - first).conjugate() * (last - first)
    if abs(across.imag) <= _ALMOST:
        return None
    twice = 2 * across.imag
    # The centre, with the first point as origin.
    left, right = middle - first, last - first
    squares = abs(left) ** 2, abs(right) ** 2
    centre = first + complex(
        (squares[0] * right.imag - squares[1] * left.imag) / twice,
        (squares[1] * left.real - squares[0] * right.real) / twice,
    )
    radius = abs(first - centre)
    start, end = cmath.phase(first - centre), cmath.phase(last - centre)
    if end < start:
        end += 2 * math.pi
    turn, direction = end - start, 1.0
    if across.imag < 0:
        turn, direction = 2 * math.pi - turn, -1.0
    if 2 * radius <= _ARC_TOLERANCE:
        count = 2
    else:
        cosine = 1 - _ARC_TOLERANCE / radius
        step = 2 * math.acos(cosine)
        if step <= 0 or turn / step >= _MAX_ARC_POINTS:
            return None
        count = max(2, math.ceil(turn / step))
    if count >= _MAX_ARC_POINTS:
        return None
    return [
        centre + cmath.rect(radius, start + direction * at / (count - 1) * turn)
        for at in range(count)
    ]


def _catmull(points: Sequence[complex]) -> list[complex]:
    """Return a Catmull-Rom spline as lines."""
    lines: list[complex] = []
    for at in range(len(points) - 1):
        second, third = points[at], points[at + 1]
        first = points[at - 1] if at else second
        fourth = points[at + 2] if at + 2 < len(points) else third + third - second
        linear = third - first
        square = 2 * first - 5 * second + 4 * third - fourth
        cubic = -first + 3 * second - 3 * third + fourth
        spots = [
            0.5 * (2 * second + part * (linear + part * (square + part * cubic)))
            for part in (step / _CATMULL_DETAIL for step in range(_CATMULL_DETAIL + 1))
        ]
        for before, after in pairwise(spots):
            lines += (before, after)
    return lines


def _bezier_parts(points: list[complex], degree: int) -> list[list[complex]]:
    """Return a uniform B-spline as Bezier curves, last first; a Bezier curve alone as it is."""
    last = len(points) - 1
    degree = min(degree, last)
    if degree == last:
        return [points]
    points, parts = list(points), []
    for at in range(last - degree):
        part = [points[at]]
        for knot in range(degree - 1):
            part.append(points[at + 1])
            for other in range(1, degree - knot):
                weight = min(other, last - degree - at)
                points[at + other] = (weight * points[at + other] + points[at + other + 1]) / (
                    weight + 1
                )
        part.append(points[at + 1])
        parts.append(part)
    parts.append(points[last - degree :])
    parts.reverse()
    return parts


def _bezier(stack: list[list[complex]], budget: PathBudget) -> list[complex] | None:
    """Return Bezier curves as lines, without the last point; None if the budget is too small.

    `stack` has the curves of one degree, the first last; they are halved until they are flat.
    """
    lines: list[complex] = []
    size = len(stack[-1])
    steps, room = budget.steps, budget.points
    flat = 2 * _BEZIER_TOLERANCE
    while stack:
        curve = stack.pop()
        steps -= size * size
        if steps <= 0 or len(lines) > room or len(stack) > _MAX_DEPTH * size:
            budget.steps = max(steps, 0)
            if len(lines) > room:
                budget.points = 0
            return None
        if size == 3:
            first, second, third = curve
            is_flat = abs(first - 2 * second + third) <= flat
        else:
            is_flat = all(
                abs(before - 2 * at + after) <= flat
                for before, at, after in zip(curve, curve[1:], curve[2:], strict=False)
            )
        left, right = [curve[0]], [curve[-1]]
        rest = curve
        while len(rest) > 1:
            rest = [(one + two) / 2 for one, two in pairwise(rest)]
            left.append(rest[0])
            right.append(rest[-1])
        right.reverse()
        if is_flat:
            halves = left + right[1:]
            lines.append(halves[0])
            lines += [
                0.25 * (halves[at - 1] + 2 * halves[at] + halves[at + 1])
                for at in range(2, 2 * size - 2, 2)
            ]
        else:
            stack.append(right)
            stack.append(left)
    budget.steps = steps
    return lines
