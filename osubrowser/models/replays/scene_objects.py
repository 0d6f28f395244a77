"""Hit objects of a beatmap as they are drawn: as played, and by the time they are visible."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.beatmap import ObjectKind
from osubrowser.analysis.result import Judgement, Part
from osubrowser.analysis.stacking import STACK_OFFSET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.curves import SliderPath
    from osubrowser.analysis.difficulty import Difficulty
    from osubrowser.analysis.result import Analysis
    from osubrowser.api.mods import Mod

WIDTH: Final = 512.0
HEIGHT: Final = 384.0
MOST_VISIBLE: Final = 250
"""Objects that are drawn at one moment, the nearest in time."""
MOST_DOTS: Final = 60
"""Ticks of one slider that are drawn."""
LINGER: Final = 700.0
"""Milliseconds that an object may stay visible after its end: missed ones fade, then fall."""
COLOURS: Final = 4
"""Colours that combos take in turn."""

_LONG: Final = 15_000.0  # milliseconds; longer objects are few, and are looked through one by one
_MOST_LONG: Final = 200
_TAIKO_SPEED: Final = 1.4  # of the game's lane: its notes are faster than sliders
_SLOWEST, _FASTEST = 0.1, 4.0  # osu! pixels a millisecond


class VisibleObjects:
    """Index of periods: which of them contain a moment.

    Args:
        periods: start and end of each, milliseconds.
    """

    def __init__(self, periods: Iterable[tuple[float, float]]) -> None:
        given = list(periods)
        self._order = sorted(range(len(given)), key=lambda i: given[i][0])
        self._starts = array("d", [given[i][0] for i in self._order])
        self._ends = array("d", [given[i][1] for i in self._order])
        self._reach = array("d")  # the latest end so far, but for long periods
        self._long: list[int] = []
        latest = float("-inf")
        for at, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            if end - start > _LONG:
                if len(self._long) < _MOST_LONG:
                    self._long.append(at)
            else:
                latest = max(latest, end)
            self._reach.append(latest)

    def at(self, time: float) -> list[int]:
        """Return the indexes of the periods that contain a moment, by their start."""
        last = bisect_right(self._starts, time)
        first = max(bisect_left(self._reach, time, 0, last), last - 8 * MOST_VISIBLE)
        ends, order = self._ends, self._order
        found = [at for at in self._long if at < last and ends[at] >= time]
        known = set(found)
        found += [at for at in range(first, last) if ends[at] >= time and at not in known]
        found.sort()
        return [order[at] for at in found[:MOST_VISIBLE]]


@dataclass(slots=True)
class OsuObject:
    """Hit object of osu! as played: mods and stacking applied.

    Attributes:
        label: its number in the combo.
        colour: 0 to `COLOURS` - 1.
        path: of a slider, before mods; `played` moves its points.
        dots: times of the ticks that are drawn.
    """

    index: int
    kind: ObjectKind
    time: float
    end_time: float
    x: float
    y: float
    label: str
    colour: int
    path: SliderPath | None
    spans: int
    dots: tuple[float, ...]
    flip_x: bool
    flip_y: bool
    offset: float

    def played(self, x: float, y: float) -> tuple[float, float]:
        """Return a position of the beatmap file as played, osu! pixels."""
        return (
            (WIDTH - x if self.flip_x else x) + self.offset,
            (HEIGHT - y if self.flip_y else y) + self.offset,
        )

    def ball_at(self, time: float) -> tuple[float, float]:
        """Return the position of a slider's ball; of its start before it, of its end after it."""
        if self.path is None:
            return self.x, self.y
        return self.played(*self.path.position_at(self._progress(time)))

    def span_at(self, time: float) -> int:
        """Return the span that is travelled, from 0."""
        length = self.end_time - self.time
        if length <= 0 or time <= self.time:
            return 0
        return min(int((time - self.time) / length * self.spans), self.spans - 1)

    def _progress(self, time: float) -> float:
        length = self.end_time - self.time
        if length <= 0:
            return 0.0
        travelled = min(max((time - self.time) / length, 0.0), 1.0) * self.spans
        span = min(int(travelled), self.spans - 1)
        part = travelled - span
        return 1.0 - part if span % 2 else part


@dataclass(slots=True)
class LaneObject:
    """Note of taiko: it moves along a lane.

    Attributes:
        speed: osu! pixels a millisecond.
        is_rim: whether a rim hits it, not the centre.
        is_big: whether it is a big one.
        dots: times of a drum roll's ticks.
        hits: how many hits a spinner needs; 0 for other objects.
    """

    index: int
    kind: ObjectKind
    time: float
    end_time: float
    speed: float
    is_rim: bool
    is_big: bool


@dataclass(slots=True)
class ColumnObject:
    """Note or hold note of mania, in a column from 0."""

    index: int
    time: float
    end_time: float
    column: int

    @property
    def is_hold(self) -> bool:
        """Whether it is a hold note."""
        return self.end_time > self.time


@dataclass(slots=True)
class FruitObject:
    """Fruit, droplet or banana of catch.

    Attributes:
        size: diameter as a part of a fruit's.
        is_caught: whether the catcher caught it.
        colour: 0 to `COLOURS` - 1.
    """

    index: int
    time: float
    x: float
    size: float
    is_caught: bool
    colour: int


def flips_of(mods: Iterable[Mod]) -> tuple[bool, bool]:
    """Return whether mods of osu! mirror the playfield horizontally, and vertically."""
    flip_x = flip_y = False
    for mod in mods:
        if mod.acronym == "HR":
            flip_y = not flip_y
        elif mod.acronym == "MR":
            way = str(mod.settings.get("reflection", "0")).lower()
            flip_x ^= way in ("0", "2", "horizontal", "both")
            flip_y ^= way in ("1", "2", "vertical", "both")
    return flip_x, flip_y


def osu_objects(beatmap: Beatmap, mods: Sequence[Mod], difficulty: Difficulty) -> list[OsuObject]:
    """Return the objects of an osu! beatmap as played with mods, in order of time."""
    flip_x, flip_y = flips_of(mods)
    step = STACK_OFFSET * difficulty.scale
    found = []
    for one in beatmap.hit_objects:
        made = OsuObject(
            one.index,
            one.kind,
            one.time,
            one.end_time,
            0.0,
            0.0,
            str(one.combo_number),
            one.combo_index % COLOURS,
            one.path,
            max(one.spans, 1),
            one.tick_times[:MOST_DOTS],
            flip_x,
            flip_y,
            one.stack_height * step if one.kind is not ObjectKind.SPINNER else 0.0,
        )
        made.x, made.y = made.played(one.x, one.y)
        found.append(made)
    return found


def lane_objects(beatmap: Beatmap) -> list[LaneObject]:
    """Return the notes of a taiko beatmap, in order of time."""
    points = sorted(beatmap.timing_points, key=lambda point: point.time)
    times = [point.time for point in points]
    found = []
    for one in beatmap.hit_objects:
        at = max(bisect_right(times, one.time) - 1, 0)
        speed = 0.5
        if points:
            point = points[at]
            beat = point.beat_length if point.beat_length > 0 else 500.0
            speed = 100 * beatmap.slider_multiplier * point.velocity * _TAIKO_SPEED / beat
        found.append(
            LaneObject(
                one.index,
                one.kind,
                one.time,
                one.end_time,
                min(max(speed, _SLOWEST), _FASTEST) if speed == speed else 0.5,
                bool(one.sounds & 0b1010),
                bool(one.sounds & 0b100),
            )
        )
    return found


def column_objects(beatmap: Beatmap, mods: Iterable[Mod]) -> tuple[list[ColumnObject], int]:
    """Return the notes of a mania beatmap, and its number of columns."""
    columns = min(max(round(beatmap.circle_size), 1), 18)
    is_mirrored = any(mod.acronym == "MR" for mod in mods)
    found = []
    for one in beatmap.hit_objects:
        column = min(max(int(one.x * columns / WIDTH), 0), columns - 1)
        if is_mirrored:
            column = columns - 1 - column
        found.append(ColumnObject(one.index, one.time, one.end_time, column))
    return found, columns


def fruit_objects(analysis: Analysis, beatmap: Beatmap) -> list[FruitObject]:
    """Return the fruits of a judged play of catch, in order of time."""
    sizes = {Part.FRUIT: 1.0, Part.DROPLET: 0.6, Part.TINY_DROPLET: 0.35, Part.BANANA: 0.7}
    colours = {one.index: one.combo_index % COLOURS for one in beatmap.hit_objects}
    missed = (Judgement.MISS, Judgement.TICK_MISS)
    found = [
        FruitObject(
            part.index,
            part.object_time,
            part.x,
            sizes.get(part.part, 0.8),
            part.judgement not in missed,
            colours.get(part.index, 0),
        )
        for part in analysis.parts
    ]
    found.sort(key=lambda one: one.time)
    return found
