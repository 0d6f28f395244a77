"""Hit objects of a difficulty: kinds, times, positions and curves."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps.difficulties import Counts, Difficulty
from osubrowser.demo.world.beatmaps.rhythms import (
    CIRCLE,
    HOLD,
    SLIDER,
    SPINNER,
    Grid,
    Item,
    grid_of,
    items_of,
)

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps

WIDTH, HEIGHT = 512, 384
FIRST = 2_000
"""When the first object comes, in milliseconds."""

WHISTLE, FINISH, CLAP = 2, 4, 8
"""The bits of hit sounds: they make the colours and sizes of osu!taiko."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 36, WIDTH - 36, 34, HEIGHT - 34
_STEPS = 16


class HitObject(NamedTuple):
    """Hit object; times in milliseconds, positions in a field of 512 by 384."""

    kind: int
    time: int
    end: int
    x: int
    y: int
    sounds: int = 0
    opens: bool = False
    """Whether a new combo begins."""
    curve: str = ""
    """The letter of a slider's curve: L straight, P an arc, B a Bezier curve."""
    points: tuple[tuple[int, int], ...] = ()
    """The control points of a slider after the first."""
    spans: int = 1
    """How often the slider is travelled along."""
    length: float = 0.0
    """The length of the slider, in the field."""
    ticks: tuple[float, ...] = ()
    """When the ticks and turning points of a slider come."""
    exact_end: float = 0.0
    """When a slider ends, exactly."""


class Chart(NamedTuple):
    """Objects of a difficulty with what the file says about all of them."""

    objects: list[HitObject]
    grid: Grid
    multiplier: float
    """The distance that a slider goes in a beat, in hundreds."""
    breaks: list[tuple[int, int]]
    kiai: list[tuple[int, int]]


def chart_of(beatmaps: Beatmaps, index: int, difficulty: Difficulty) -> Chart:
    """Return the objects of a difficulty as it was made, in the order of their times."""
    if difficulty.convert:
        difficulty = beatmaps.original(index, difficulty)
    song = beatmaps.song(index)
    counts = beatmaps.counts(index, difficulty)
    random = Random(f"{beatmaps.seed}/objects/{difficulty.id}")
    chord = min(0.6, 0.06 + 0.08 * difficulty.density) if difficulty.keys else 0.0
    fitted = counts._replace(circles=ceil(counts.circles / (1 + chord)))
    grid = grid_of(fitted if chord else counts, song.length, song.bpm)
    items = items_of(counts, grid, song.length, FIRST, random, chord)
    multiplier = round(min(2.2, 1.0 + 0.13 * difficulty.density), 1)
    match difficulty.ruleset:
        case 1:
            objects = _drummed(items, grid, multiplier, random)
        case 3:
            objects = _in_columns(items, grid, difficulty.keys, random)
        case _:
            objects = _Pen(random, difficulty, grid, multiplier).draw(items)
    return Chart(objects, grid, multiplier, _breaks(objects), _kiai(items, random))


def _breaks(objects: list[HitObject]) -> list[tuple[int, int]]:
    """Return the breaks: where nothing comes for long."""
    found, end = [], FIRST
    for one in objects:
        if one.time - end > 3_600:
            found.append((end + 300, one.time - 1_200))
        end = max(end, one.end)
    return found


def _kiai(items: list[Item], random: Random) -> list[tuple[int, int]]:
    """Return the parts of the song that the file calls kiai: they begin with a phrase."""
    phrases = [item.time for item in items if item.opens]
    found = []
    for share, width in ((0.3, 0.14), (0.76, 0.18)):
        start = int(len(phrases) * (share + 0.08 * random.random()))
        end = start + max(1, int(len(phrases) * width))
        if end < len(phrases):
            found.append((phrases[start], phrases[end]))
    return found


# --- osu!taiko -------------------------------------------------------------------------------


def _drummed(items: list[Item], grid: Grid, multiplier: float, random: Random) -> list[HitObject]:
    """Return the objects of osu!taiko: runs of one colour, big notes at the ends of phrases."""
    draw, found, rim = random.random, [], False
    for place, item in enumerate(items):
        rim ^= draw() < 0.45
        closes = place + 1 == len(items) or items[place + 1].opens
        sounds = (CLAP if draw() < 0.6 else WHISTLE) if rim else 0
        if item.kind == SLIDER:
            length = _length(item, grid, multiplier)
            end = (round(256 + min(200.0, length)), 192)
            found.append(
                HitObject(
                    SLIDER, item.time, item.end, 256, 192, FINISH * (draw() < 0.15), item.opens,
                    "L", (end,), 1, length,
                )
            )  # fmt: skip
        elif item.kind == SPINNER:
            found.append(HitObject(SPINNER, item.time, item.end, 256, 192, 0, True))
        else:
            sounds |= FINISH * (closes and draw() < 0.4)
            found.append(HitObject(CIRCLE, item.time, item.time, 256, 192, sounds, item.opens))
    return found


def _length(item: Item, grid: Grid, multiplier: float) -> float:
    """Return the length of a slider in the field."""
    return round(item.units * grid.share * grid.unit / grid.beat * 100 * multiplier, 6)


# --- osu!mania -------------------------------------------------------------------------------


def _in_columns(items: list[Item], grid: Grid, keys: int, random: Random) -> list[HitObject]:
    """Return the notes of osu!mania: stairs, trills and chords.

    A column rests for a while after each note.
    """
    draw, found = random.random, []
    free = [-10_000] * keys
    lane, way, run = 0, 1, -1
    for item in items:
        if item.run != run:
            run, way = item.run, (1, -1, 2, keys - 1)[int(draw() * 4)]
        start = item.time
        lane = (lane + way) % keys
        if free[lane] > start:
            open_lanes = [one for one in range(keys) if free[one] <= start]
            if open_lanes:
                lane = open_lanes[int(draw() * len(open_lanes))]
            else:
                lane = min(range(keys), key=free.__getitem__)
        end = start
        if item.kind == SLIDER:
            end = max(start + 90, item.end)
        rest = max(110.0, min(330.0, 2.2 * grid.unit))
        free[lane] = round(end + rest)
        x = int((lane + 0.5) * WIDTH / keys)
        kind = HOLD if item.kind == SLIDER else CIRCLE
        sounds = CLAP * (draw() < 0.2)
        found.append(HitObject(kind, start, end, x, 192, sounds, item.opens))
    return found


# --- osu! and osu!catch ------------------------------------------------------------------------


class Shape(NamedTuple):
    """Form of a slider, from (0, 0), as long as 1."""

    curve: str
    points: tuple[tuple[float, float], ...]


def _shapes() -> tuple[Shape, ...]:
    """Return the forms of sliders: straight, arcs, Bezier curves with one and two bends."""
    forms = [Shape("L", ((1.0, 0.0),))] * 3
    for turn in (0.6, 1.0, 1.5, 2.1, -0.6, -1.0, -1.5, -2.1):
        half, radius = turn / 2, 1 / turn
        middle = (radius * sin(half), radius * (1 - cos(half)))
        forms.append(Shape("P", (middle, (radius * sin(turn), radius * (1 - cos(turn))))))
    for controls in (
        ((0.5, 0.45), (1.0, 0.0)),
        ((0.5, -0.45), (1.0, 0.0)),
        ((0.35, 0.5), (0.65, -0.5), (1.0, 0.0)),
        ((0.35, -0.5), (0.65, 0.5), (1.0, 0.0)),
        ((0.1, 0.5), (0.9, 0.5), (1.0, 0.0)),
        ((0.5, 0.25), (0.5, 0.25), (1.0, 0.0)),
        ((0.5, -0.25), (0.5, -0.25), (1.0, 0.0)),
    ):
        whole = path_of("B", ((0.0, 0.0), *controls))[-1][0]
        forms.append(Shape("B", tuple((x / whole, y / whole) for x, y in controls)))
    return tuple(forms)


def path_of(
    curve: str, points: tuple[tuple[float, float], ...]
) -> list[tuple[float, float, float]]:
    """Return a path as corners: (distance from the start, x, y)."""
    corners: list[tuple[float, float]] = list(points)
    if curve == "P" and len(points) == 3:
        corners = _arc(*points)
    elif curve == "B":
        corners = [points[0]]
        start = 0
        for place in range(1, len(points)):
            last = place == len(points) - 1
            if last or points[place] == points[place + 1]:
                part = points[start : place + 1]
                corners += [_bezier(part, step / _STEPS) for step in range(1, _STEPS + 1)]
                start = place + 1
    found, gone = [(0.0, *corners[0])], 0.0
    for x, y in corners[1:]:
        gone += hypot(x - found[-1][1], y - found[-1][2])
        found.append((gone, x, y))
    return found


def _bezier(points: tuple[tuple[float, float], ...], at: float) -> tuple[float, float]:
    """Return the point of a Bezier curve at 0 to 1."""
    left = list(points)
    while len(left) > 1:
        left = [(a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at) for a, b in pairwise(left)]
    return left[0]


def _arc(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> list[tuple[float, float]]:
    """Return corners of the arc through three points."""
    area = 2 * (a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]))
    if abs(area) < 1e-3:
        return [a, b, c]
    squares = [one[0] ** 2 + one[1] ** 2 for one in (a, b, c)]
    x = squares[0] * (b[1] - c[1]) + squares[1] * (c[1] - a[1]) + squares[2] * (a[1] - b[1])
    y = squares[0] * (c[0] - b[0]) + squares[1] * (a[0] - c[0]) + squares[2] * (b[0] - a[0])
    x, y = x / area, y / area
    radius = hypot(a[0] - x, a[1] - y)
    first, middle, last = (atan2(one[1] - y, one[0] - x) for one in (a, b, c))
    ccw = (middle - first) % (2 * pi) < (last - first) % (2 * pi)
    turn = (last - first) % (2 * pi) - (0 if ccw else 2 * pi)
    angles = (first + turn * step / _STEPS for step in range(_STEPS + 1))
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]


_SHAPES = _shapes()


class Path:
    """Path of a slider, to ask where the ball is at a time."""

    __slots__ = ("_corners", "_distances", "_slider")

    def __init__(self, slider: HitObject) -> None:
        points = ((float(slider.x), float(slider.y)), *slider.points)
        self._corners = path_of(slider.curve, points)
        self._distances = [corner[0] for corner in self._corners]
        self._slider = slider

    def at(self, moment: float) -> tuple[float, float]:
        """Return where the ball is at a time of the song."""
        slider = self._slider
        lasts = max(1, slider.end - slider.time)
        way = (min(max(moment, slider.time), slider.end) - slider.time) / lasts * slider.spans
        turns = min(int(way), slider.spans - 1)
        share = way - turns
        distance = (1 - share if turns % 2 else share) * slider.length
        place = min(max(1, bisect_right(self._distances, distance)), len(self._corners) - 1)
        (from_at, x, y), (to_at, to_x, to_y) = self._corners[place - 1 : place + 1]
        part = (distance - from_at) / (to_at - from_at) if to_at > from_at else 0.0
        return x + (to_x - x) * part, y + (to_y - y) * part


class _Pen:
    """Generator that places the objects of osu! one after the other."""

    def __init__(
        self, random: Random, difficulty: Difficulty, grid: Grid, multiplier: float
    ) -> None:
        self._draw = random.random
        self._grid = grid
        self._multiplier = multiplier
        self._pace = 0.2 + 0.085 * difficulty.density
        self._most = 120 + 14 * min(8.0, difficulty.density)
        self._x, self._y, self._angle = 256.0, 192.0, self._draw() * 2 * pi
        self._since = 2.0

    def draw(self, items: list[Item]) -> list[HitObject]:
        """Return the objects in their places."""
        found: list[HitObject] = []
        run, turn, bend, left = -1, 0.0, 0.0, 0
        draw, x_now, y_now = self._draw, 256.0, 192.0
        gap = 0.0
        for item in items:
            opens = item.opens or left <= 0
            left = 5 + int(draw() * 4) if opens else left - 1
            if item.kind == SPINNER:
                found.append(HitObject(SPINNER, item.time, item.end, 256, 192, 0, True))
                self._x, self._y, gap, left = 256.0, 192.0, item.gap, 0
                continue
            if item.run != run:
                run = item.run
                turn, bend = self._pattern(item)
            self._move(self._distance(gap, item, turn), turn + bend * (draw() - 0.5))
            x_now, y_now = round(self._x), round(self._y)
            sounds = (0, 0, 0, WHISTLE, CLAP)[int(draw() * 5)]
            if item.kind == CIRCLE:
                found.append(HitObject(CIRCLE, item.time, item.time, x_now, y_now, sounds, opens))
            else:
                found.append(self._slider(item, x_now, y_now, sounds, opens))
            gap = item.gap
        return found

    def _pattern(self, item: Item) -> tuple[float, float]:
        """Return by how much the way turns from object to object, and how much that varies."""
        side = 1 if self._draw() < 0.5 else -1
        if item.gap < 110:
            return side * (0.12 + 0.25 * self._draw()), 0.05
        kind = self._draw()
        if kind < 0.3:
            return side * 2 * pi / 3, 0.15
        if kind < 0.5:
            return side * pi / 2, 0.15
        if kind < 0.65:
            return side * 2.6, 0.3
        return side * 0.5, 0.9

    def _distance(self, gap: float, item: Item, turn: float) -> float:
        """Return how far the next object is: by the time to it, nearer in streams."""
        if not gap:
            return 60.0
        if gap < 110 and abs(turn) < 0.5:
            return 12 + gap * self._pace * 0.3
        if gap > 320 and self._draw() < 0.12:
            return 0.0
        return min(self._most, 22 + gap * self._pace * (0.65 + 0.5 * self._draw()))

    def _move(self, distance: float, turn: float) -> None:
        """Move on by a distance, in a direction that stays within the field."""
        self._angle += turn
        step = 0.35 if turn >= 0 else -0.35
        for _ in range(18):
            x = self._x + cos(self._angle) * distance
            y = self._y + sin(self._angle) * distance
            if _LEFT <= x <= _RIGHT and _TOP <= y <= _BOTTOM:
                break
            self._angle += step
        self._x = min(max(x, _LEFT), _RIGHT)
        self._y = min(max(y, _TOP), _BOTTOM)

    def _slider(self, item: Item, x: int, y: int, sounds: int, opens: bool) -> HitObject:
        """Return a slider that stays within the field."""
        draw, grid = self._draw, self._grid
        length = _length(item, grid, self._multiplier)
        angle = self._angle + (draw() - 0.5)
        shape = _SHAPES[int(draw() * len(_SHAPES))]
        step = 0.45 if draw() < 0.5 else -0.45
        points: tuple[tuple[int, int], ...] = ()
        for _ in range(15):
            along, across = cos(angle) * length, sin(angle) * length
            points = tuple(
                (round(x + px * along - py * across), round(y + px * across + py * along))
                for px, py in shape.points
            )
            if all(10 <= px <= WIDTH - 10 and 10 <= py <= HEIGHT - 10 for px, py in points):
                break
            angle += step
        if item.spans % 2:
            self._x, self._y = map(float, points[-1])
            self._x = min(max(self._x, 0.0), float(WIDTH))
            self._y = min(max(self._y, 0.0), float(HEIGHT))
        self._angle = angle + (0 if item.spans % 2 else pi)
        span = grid.milliseconds(item.units)
        ticks: tuple[float, ...] = ()
        if item.spans > 1:
            ticks = tuple(item.time + span * turn for turn in range(1, item.spans))
        elif item.units == grid.ticked:
            ticks = (item.time + grid.beat / grid.tick_rate,)
        return HitObject(
            SLIDER, item.time, item.end, x, y, sounds, opens,
            shape.curve, points, item.spans, length, ticks, item.time + span * item.spans,
        )  # fmt: skip


def fits(counts: Counts, objects: list[HitObject]) -> bool:
    """Return whether the objects are as many as the counts say."""
    kinds = [one.kind for one in objects]
    return (
        kinds.count(CIRCLE) == counts.circles
        and kinds.count(SLIDER) + kinds.count(HOLD) == counts.sliders
        and kinds.count(SPINNER) == counts.spinners
        and sum(len(one.ticks) for one in objects) == counts.between
    )
