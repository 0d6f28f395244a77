"""Stacking of osu! hit objects that lie on each other, by the rules of both formats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.beatmap import ObjectKind

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import HitObject

STACK_OFFSET: Final = -6.4
"""Osu! pixels, at scale 1, that an object moves right and down for each stack height."""
MAX_STACKING_STEPS: Final = 500_000
"""Comparisons of two objects in a beatmap; real ones need some thousands."""

_STACK_DISTANCE: Final = 3.0
_FIRST_WITH_NEW_RULE: Final = 6


def stack_heights(
    objects: Sequence[HitObject], *, format_version: int, preempt_ms: float, leniency: float
) -> list[int]:
    """Return the stack height of each hit object of an osu! beatmap.

    Args:
        objects: in order of time.
        format_version: of the beatmap file; those before 6 have a rule of their own.
        preempt_ms: how long objects are visible before their time, with mods.
        leniency: stack leniency of the beatmap.
    """
    threshold = int(preempt_ms) * leniency
    stacking = _Stacking(objects, threshold)
    if format_version >= _FIRST_WITH_NEW_RULE:
        stacking.apply()
    else:
        stacking.apply_old()
    return [
        0 if item.kind is ObjectKind.SPINNER else height
        for item, height in zip(objects, stacking.heights, strict=True)
    ]


class _Stacking:
    def __init__(self, objects: Sequence[HitObject], threshold: float) -> None:
        self.heights = [0] * len(objects)
        self._threshold = threshold
        self._kinds = [item.kind for item in objects]
        self._starts = [item.time for item in objects]
        self._ends = [item.end_time for item in objects]
        self._positions = [complex(item.x, item.y) for item in objects]
        self._objects = objects
        self._end_positions: dict[int, complex] = {}
        self._steps = MAX_STACKING_STEPS

    def _end(self, at: int, progress: float | None = None) -> complex:
        """Return where an object ends; a slider at a part of its path, or after its last span."""
        item = self._objects[at]
        if item.path is None:
            return self._positions[at]
        found = self._end_positions.get(at)
        if found is None:
            if progress is None:
                progress = float(item.spans % 2)
            found = self._positions[at] + item.path.offset_at(progress)
            self._end_positions[at] = found
        return found

    def apply(self) -> None:
        heights, positions, kinds = self.heights, self._positions, self._kinds
        starts, ends, threshold = self._starts, self._ends, self._threshold
        for last in range(len(heights) - 1, 0, -1):
            at = last
            if heights[at] or kinds[at] is ObjectKind.SPINNER:
                continue
            is_circle = kinds[at] is ObjectKind.CIRCLE
            for other in range(last - 1, -1, -1):
                self._steps -= 1
                if self._steps < 0:
                    return
                if kinds[other] is ObjectKind.SPINNER:
                    continue
                if is_circle:
                    if int(starts[at]) - int(ends[other]) > threshold:
                        break
                    if (
                        kinds[other] is ObjectKind.SLIDER
                        and abs(self._end(other) - positions[at]) < _STACK_DISTANCE
                    ):
                        self._steps -= last - other
                        offset = heights[at] - heights[other] + 1
                        for between in range(other + 1, last + 1):
                            if abs(self._end(other) - positions[between]) < _STACK_DISTANCE:
                                heights[between] -= offset
                        break
                    if abs(positions[other] - positions[at]) < _STACK_DISTANCE:
                        heights[other] = heights[at] + 1
                        at = other
                else:
                    if starts[at] - starts[other] > threshold:
                        break
                    if abs(self._end(other) - positions[at]) < _STACK_DISTANCE:
                        heights[other] = heights[at] + 1
                        at = other

    def apply_old(self) -> None:
        heights, positions, kinds, starts = self.heights, self._positions, self._kinds, self._starts
        for at in range(len(heights)):
            is_slider = kinds[at] is ObjectKind.SLIDER
            if heights[at] and not is_slider:
                continue
            time, under = self._ends[at], 0
            for other in range(at + 1, len(heights)):
                self._steps -= 1
                if self._steps < 0:
                    return
                if starts[other] - self._threshold > time:
                    break
                if abs(positions[other] - positions[at]) < _STACK_DISTANCE:
                    heights[at] += 1
                    time = starts[other]
                elif abs(positions[other] - self._end(at, 1.0)) < _STACK_DISTANCE:
                    under += 1
                    heights[other] -= under
                    time = starts[other]
