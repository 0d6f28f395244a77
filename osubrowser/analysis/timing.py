"""Timing of a beatmap: tempo and slider velocity by time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import TimingPoint

DEFAULT_BEAT_LENGTH: Final = 1000.0
"""Milliseconds of a beat in a beatmap without timing points."""


class SliderTiming(NamedTuple):
    """What decides the speed of a slider.

    Attributes:
        beat_length: milliseconds of a beat.
        velocity: multiplier of the slider velocity.
        has_ticks: whether the slider has ticks; beatmaps that use NaN as velocity switch them off.
    """

    beat_length: float
    velocity: float
    has_ticks: bool


class Timing:
    """Tempo and slider velocity at any time, from the timing points of a beatmap in order."""

    def __init__(self, points: Iterable[TimingPoint]) -> None:
        points = tuple(points)
        tempos = [point for point in points if point.is_tempo]
        self._tempo_times = [point.time for point in tempos]
        self._tempos = [point.beat_length for point in tempos]
        self._times = [point.time for point in points]
        self._velocities = [(point.velocity, point.has_ticks) for point in points]

    def at(self, time: float) -> SliderTiming:
        """Return the timing of a slider that starts at a time in milliseconds."""
        beat_length = DEFAULT_BEAT_LENGTH
        if self._tempos:
            # The first tempo counts before its time too.
            beat_length = self._tempos[max(bisect_right(self._tempo_times, time) - 1, 0)]
        at = bisect_right(self._times, time) - 1
        velocity, has_ticks = self._velocities[at] if at >= 0 else (1.0, True)
        return SliderTiming(beat_length, velocity, has_ticks)
