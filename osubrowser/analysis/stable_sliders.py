"""Sliders as stable times them: lines with whole milliseconds, ticks, and the ball.

Stable computes paths and times in single precision and whole milliseconds, so that its sliders end
and tick up to some milliseconds beside lazer's.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.curves import CurveType
from osubrowser.analysis.hit_windows import single_precision
from osubrowser.analysis.result import NotJudged

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap, HitObject
    from osubrowser.analysis.curves import CurveSegment, SliderPath
    from osubrowser.analysis.timing import SliderTiming

MAX_SLIDER_STEPS: Final = 800_000
"""Lines and ticks of a beatmap's sliders, for each span anew; an hour of sliders has 100,000."""

_TAIL_LENIENCY: Final = 36
_LEAST_LINE: Final = 0.0001
_ARC_DETAIL: Final = 0.125  # lines for an osu! pixel
_PI: Final = 3.1415927410125732  # of single precision
_MAX_TICKS_OF_SPAN: Final = 32_768
_FIRST_WITH_TICKS_BY_VELOCITY: Final = 8


class StableSlider:
    """Slider with the times of stable.

    Args:
        most_steps: lines and ticks, for each span anew, that it may have.

    Raises:
        NotJudged: it has more.

    Attributes:
        steps: how many it has, about.
        start: whole milliseconds.
        end: whole milliseconds.
        points: time of each tick, repeat and of the end, in order; the last is where the end is
            judged, up to 36 ms before it.
    """

    __slots__ = ("_ends", "_lines", "_x", "_y", "end", "points", "spans", "start", "steps")

    def __init__(
        self,
        item: HitObject,
        beatmap: Beatmap,
        timing: SliderTiming,
        most_steps: int = MAX_SLIDER_STEPS,
    ) -> None:
        path = item.path
        self.start = int(item.time)
        self.spans = item.spans
        expected = 0.0 if path is None else path.expected_length or 0.0
        x, y = _vertices(path, complex(item.x, item.y))
        lengths = _fit(x, y, expected)
        self._x, self._y, self._lines = x, y, len(lengths)
        self._ends = array("q")
        self.end = self.start
        self.steps = most_steps
        self.points = self._times(beatmap, lengths, expected, timing)

    def _times(
        self,
        beatmap: Beatmap,
        lengths: array[float],
        expected: float,
        timing: SliderTiming,
    ) -> list[int]:
        """Compute when each line ends; return the times of `points`."""
        beat_length, velocity_factor, has_ticks = timing
        # The multiplier as the file has it: 200 is half as fast.
        ratio = single_precision(min(max(100 / velocity_factor, 10.0), 1000.0)) / 100
        scoring = 100 * beatmap.slider_multiplier / beatmap.slider_tick_rate
        velocity = scoring * beatmap.slider_tick_rate * (1000.0 / (beat_length * ratio))
        total = single_precision(sum(lengths))
        spacing = scoring
        if beatmap.format_version >= _FIRST_WITH_TICKS_BY_VELOCITY:
            spacing /= ratio
        if total > 0:
            spacing = min(spacing, expected or total)
        spacing = max(spacing, total / _MAX_TICKS_OF_SPAN, 1e-3)
        steps = self.spans * (len(lengths) + total / spacing + 1)
        if not steps <= self.steps:
            raise NotJudged("The sliders of this beatmap are too long to be judged.")
        self.steps = int(steps)
        least_to_end = velocity * 0.01
        start, time = self.start, float(self.start)
        ends, points = self._ends, list[int]()
        scored_total = scored = 0.0
        for span in range(self.spans):
            to_end = total
            skips = not has_ticks
            for distance in reversed(lengths) if span % 2 else lengths:
                time += 1000.0 * distance / velocity
                ends.append(int(time))
                scored += distance
                while scored >= spacing and not skips:
                    scored_total += spacing
                    scored -= spacing
                    to_end -= spacing
                    skips = to_end <= least_to_end
                    if not skips:
                        tick = single_precision(scored_total) / velocity * 1000
                        points.append(start + math.floor(tick))
            scored_total += scored
            points.append(start + math.floor(single_precision(scored_total) / velocity * 1000))
            if skips:
                scored = 0.0
            else:
                scored_total -= spacing - scored
                scored = spacing - scored
        self.end = math.floor(time)
        points[-1] = self.end
        points.sort()
        points[-1] = max(start + (self.end - start) // 2, self.end - _TAIL_LENIENCY)
        return points

    def ball_at(self, time: int) -> complex:
        """Return where the ball is, in osu! pixels before stacking."""
        ends, x, y = self._ends, self._x, self._y
        if not ends or self.start == self.end:
            return complex(x[0], y[0])
        at = min(bisect_left(ends, time), len(ends) - 1)
        span, line = divmod(at, self._lines)
        if span % 2:
            first, second = self._lines - line, self._lines - line - 1
        else:
            first, second = line, line + 1
        before, after = ends[at - 1] if at else self.start, ends[at]
        if after == before:
            return complex(x[second], y[second])
        part = (min(max(time, before), after) - before) / (after - before)
        return complex(
            x[first] + (x[second] - x[first]) * part, y[first] + (y[second] - y[first]) * part
        )


def _vertices(path: SliderPath | None, start: complex) -> tuple[array[float], array[float]]:
    """Return the ends of a path's lines, in single precision, before it is cut to its length."""
    points: list[complex] = []
    for segment, curve in [] if path is None else zip(path.segments, path.curves, strict=True):
        lines = _points_of(segment, curve, start)
        points += lines[1:] if points and points[-1] == lines[0] else lines
    if not points:
        points = [start]
    return (
        array("f", [point.real for point in points]),
        array("f", [point.imag for point in points]),
    )


def _points_of(segment: CurveSegment, curve: Sequence[complex], start: complex) -> list[complex]:
    if segment.type is CurveType.PERFECT and len(segment.points) == 3:
        return _arc([start + point for point in segment.points])
    points = [start + point for point in curve]
    if segment.type is CurveType.LINEAR:
        return [
            point
            for at, point in enumerate(points)
            if at == len(points) - 1 or point != points[at + 1]
        ]
    return points


def _arc(points: Sequence[complex]) -> list[complex]:
    """Return a circular arc as lines of about eight pixels."""
    first, middle, last = points
    twice = single_precision(
        2
        * (
            first.real * (middle.imag - last.imag)
            + middle.real * (last.imag - first.imag)
            + last.real * (first.imag - middle.imag)
        )
    )
    if not twice:
        return list(points)
    squares = [
        single_precision(point.real * point.real + point.imag * point.imag) for point in points
    ]
    centre = complex(
        single_precision(
            (
                squares[0] * (middle.imag - last.imag)
                + squares[1] * (last.imag - first.imag)
                + squares[2] * (first.imag - middle.imag)
            )
            / twice
        ),
        single_precision(
            (
                squares[0] * (last.real - middle.real)
                + squares[1] * (first.real - last.real)
                + squares[2] * (middle.real - first.real)
            )
            / twice
        ),
    )
    radius = single_precision(abs(first - centre))
    begin, between, end = (
        math.atan2(point.imag - centre.imag, point.real - centre.real) for point in points
    )
    while between < begin:
        between += 2 * _PI
    while end < begin:
        end += 2 * _PI
    if between > end:
        end -= 2 * _PI
    count = int(abs((end - begin) * radius) * _ARC_DETAIL)
    if count > MAX_SLIDER_STEPS:
        return list(points)
    angles = (end * (at / count) + begin * (1 - at / count) for at in range(1, count))
    return [
        first,
        *(
            complex(centre.real + math.cos(angle) * radius, centre.imag + math.sin(angle) * radius)
            for angle in angles
        ),
        last,
    ]


def _fit(x: array[float], y: array[float], expected: float) -> array[float]:
    """Cut or lengthen the last lines to the length in the file; return the length of each line."""
    lengths = _lengths(x, y)
    total = sum(lengths)
    if total > 0 and expected:
        excess = total - expected
        while lengths:
            last = lengths[-1]
            if last > excess + _LEAST_LINE:
                if last > 0:
                    _move_end(x, y, last - excess)
                    lengths[-1] = _lengths(x[-2:], y[-2:])[0]
                break
            excess -= last
            lengths.pop()
            x.pop()
            y.pop()
    # As differences of a sum in double precision, which the game keeps.
    sums = [0.0, *accumulate(lengths)]
    return array("f", [after - before for before, after in pairwise(sums)])


def _move_end(x: array[float], y: array[float], length: float) -> None:
    """Give the last line another length, in steps of single precision."""
    across, down = single_precision(x[-1] - x[-2]), single_precision(y[-1] - y[-2])
    square = single_precision(across * across + down * down)
    scale = single_precision(1 / single_precision(math.sqrt(square)))
    length = single_precision(length)
    x[-1] = x[-2] + single_precision(single_precision(across * scale) * length)
    y[-1] = y[-2] + single_precision(single_precision(down * scale) * length)


def _lengths(x: array[float], y: array[float]) -> array[float]:
    """Return the lengths of lines, in steps of single precision."""
    across = array("f", [after - before for before, after in pairwise(x)])
    down = array("f", [after - before for before, after in pairwise(y)])
    squares = array("f", [a * a + d * d for a, d in zip(across, down, strict=True)])
    return array("f", map(math.sqrt, squares))
