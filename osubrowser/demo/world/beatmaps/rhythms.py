"""Rhythm of a difficulty: beat grid, lengths of sliders, start times of all objects."""

from __future__ import annotations

from math import ceil
from random import Random
from typing import NamedTuple, TypeVar

from osubrowser.demo.world.beatmaps.difficulties import Counts

T = TypeVar("T")

CIRCLE, SLIDER, SPINNER, HOLD = 1, 2, 8, 128
"""The kinds of objects, as their bits in the file."""

SPINNER_TIME = 2_600
"""How long a spinner lasts at least, in milliseconds."""

LEAST_LOSS, LEAST_TICK = 24, 40
"""Milliseconds between the last tick of a slider and the judgement of its end, and before a tick,
that let somebody lose them."""

_LEAST_STEP = 58
"""Milliseconds from object to object, in the fastest parts of most beatmaps."""

_REST = 280
_BREAK = 5_000
_LAST_TICK = 36
_SHARES = (1.0, 0.97, 0.94, 0.9, 0.86)
_GRIDS = (
    (1, 0.5, (1, 2, 3)),
    (2, 1.0, (1, 2, 3)),
    (4, 1.0, (2, 4, 6)),
    (4, 2.0, (1, 2, 3)),
    (8, 2.0, (2, 4, 6)),
    (8, 4.0, (1, 2, 3)),
    (16, 4.0, (2, 4, 6)),
)
"""Lines in a beat, ticks in a beat, and the lengths of sliders in lines; coarse ones first."""


class Grid(NamedTuple):
    """Beat grid of a difficulty, and the three lengths of its sliders.

    Short sliders may turn, long ones do not, and ticked ones have one tick each.
    """

    beat: float
    """The length of a beat in milliseconds."""
    unit: float
    """The distance of two lines of the grid in milliseconds."""
    tick_rate: float
    short: int
    """The length of a span in units; `long` and `ticked` alike."""
    long: int
    ticked: int
    share: float
    """The part of its length that a slider really has."""

    def milliseconds(self, units: int) -> float:
        """Return how long a span of so many units lasts."""
        return units * self.unit * self.share


class Sliders(NamedTuple):
    """Number of sliders of each length."""

    short: int
    long: int
    ticked: int


class Item(NamedTuple):
    """Object of a rhythm: kind, start, end, and its part in a phrase."""

    kind: int
    time: int
    end: int
    units: int
    """The length of a span of a slider; 0 for others."""
    spans: int
    run: int
    """Number of the run of like objects that it belongs to."""
    gap: float
    """Milliseconds from its end to the next start."""
    opens: bool
    """Whether a phrase begins with it."""


def sliders_of(counts: Counts) -> Sliders:
    """Return how many sliders have which length: the ticks need one slider each."""
    long = (counts.sliders - counts.ticks) // 5
    return Sliders(counts.sliders - counts.ticks - long, long, counts.ticks)


def grid_of(counts: Counts, length: int, bpm: float) -> Grid:
    """Return the coarsest grid on which the objects fit into `length` seconds.

    The lengths of the sliders are such that no rounding of times changes how many tiny droplets
    osu!catch puts on them.
    """
    beat = 60_000 / bpm
    free = length * 1_000 - counts.spinners * (SPINNER_TIME + 600)
    fitting = (
        one for one in _GRIDS if _need(counts, beat / one[0], one[2]) * beat / one[0] <= free * 0.93
    )
    divisor, rate, lengths = next(fitting, _GRIDS[-1])
    unit = beat / divisor
    share = next((s for s in _SHARES if _is_certain(unit, beat / rate, lengths, s)), _SHARES[-1])
    return Grid(beat, unit, rate, *lengths, share)


def _need(counts: Counts, unit: float, lengths: tuple[int, ...]) -> float:
    """Return how many units the objects take at least, with some room for rests."""
    step = _step(unit)
    need = counts.circles * (step + 0.35) + counts.repeats * lengths[0]
    for number, units in zip(sliders_of(counts), lengths, strict=True):
        need += number * (units + step + 0.4)
    return need


def _step(unit: float) -> int:
    """Return how many units there are from object to object at least."""
    return 1 if unit >= _LEAST_STEP else 2


def _is_certain(unit: float, tick: float, lengths: tuple[int, ...], share: float) -> bool:
    """Return whether the tiny droplets of all sliders stay the same if times are rounded."""
    short, long, ticked = (units * unit * share for units in lengths)
    parts = (short, short - _LAST_TICK, long - _LAST_TICK, ticked - int(tick) - _LAST_TICK)
    return all(_tiny(part - 2) == _tiny(part + 2) for part in parts)


def _tiny(part: float) -> int:
    """Return how many tiny droplets lie within so many milliseconds of a slider."""
    count = 1
    while part > 100 * count:
        count *= 2
    return count - 1


def measured(counts: Counts, grid: Grid) -> Counts:
    """Return the counts with what depends on how long the sliders last."""
    kinds, tick = sliders_of(counts), int(grid.beat / grid.tick_rate + 1e-6)
    short, long, ticked = (
        grid.milliseconds(units) for units in (grid.short, grid.long, grid.ticked)
    )
    turned = min(kinds.short, counts.repeats)
    parts = (
        (kinds.short, short),
        (kinds.long, long),
        (kinds.ticked, ticked - tick),
    )
    return counts._replace(
        tiny=counts.repeats * _tiny(short)
        + kinds.ticked * _tiny(tick)
        + sum(number * _tiny(part - _LAST_TICK) for number, part in parts),
        tails=sum(number for number, part in parts if part - _LAST_TICK > LEAST_LOSS + 2),
        singles=(turned if turned < kinds.short and short > LEAST_TICK + 2 else 0)
        + (kinds.ticked if tick > LEAST_TICK + 2 else 0),
    )


class _Run:
    """Run of like objects: circles at one distance, or sliders.

    Attributes:
        items: (kind, units of a span, spans) of each; no spans if the next note comes with it.
        step: units from the start of a circle to the next, or from the end of a slider.
        rest: further units after the last one.
    """

    __slots__ = ("closes", "items", "opens", "rest", "step")

    def __init__(self, items: list[tuple[int, int, int]], step: int, *, opens: bool) -> None:
        self.items = items
        self.step = step
        self.rest = 0
        self.opens = opens
        self.closes = False


def items_of(
    counts: Counts, grid: Grid, length: int, first: int, random: Random, chord: float = 0.0
) -> list[Item]:
    """Return the objects of a difficulty in the order of their times.

    Args:
        length: seconds from the first object to the last.
        first: when the first object comes, in milliseconds.
        chord: how many more notes come with a note at the same time, on average.
    """
    spin = ceil(SPINNER_TIME / grid.unit)
    runs = _runs(counts, grid, spin, random, chord / (1 + chord))
    left = int(length * 1_000 / grid.unit) - sum(map(_units, runs))
    _spread_out(runs, grid, left, random)
    return _timed(runs, grid, first)


def _units(run: _Run) -> int:
    """Return how many units a run takes."""
    whole = run.rest
    for kind, units, spans in run.items:
        if spans:
            whole += run.step if kind == CIRCLE else units * spans + run.step
    return whole


def _runs(counts: Counts, grid: Grid, spin: int, random: Random, beside: float) -> list[_Run]:
    """Return all objects in runs: a phrase is a few runs, and ends with a rest.

    Args:
        spin: how many units a spinner takes.
        beside: the share of notes that come together with the next one.
    """
    draw, sliders = random.random, _all_sliders(counts, grid, random)
    circles, whole = counts.circles, counts.circles + counts.sliders
    step = _step(grid.unit)
    turns = {1: (0.9,), 2: (0.45, 0.95)}.get(counts.spinners, ())
    spinners = [int(whole * turn) for turn in turns]
    runs: list[_Run] = []
    placed = room = 0
    while circles or sliders:
        opens = room <= 0
        if opens:
            if runs:
                runs[-1].closes = True
            while spinners and placed >= spinners[0]:
                spinners.pop(0)
                runs.append(_Run([(SPINNER, spin, 1)], step, opens=True))
                runs[-1].closes = True
            room = (4, 6, 8, 8, 8, 12, 16)[int(draw() * 7)]
        ratio = len(sliders) / (circles + len(sliders))
        if draw() < 4 * ratio / (1.5 + 2.5 * ratio):
            size = min(len(sliders), 1 + (draw() < 0.4) + (draw() < 0.1))
            items = [sliders.pop() for _ in range(size)]
        else:
            size = min(circles, (2, 3, 3, 4, 4, 5, 5, 7, 8)[int(draw() * 9)])
            circles -= size
            items = [(CIRCLE, 0, 1)] * size
            if beside:
                items = _chords(size, beside, random)
        runs.append(_Run(items, step, opens=opens))
        placed += size
        room -= size
    if runs:
        runs[-1].closes = True
    for _ in spinners:
        runs.append(_Run([(SPINNER, spin, 1)], step, opens=True))
    return runs


def _chords(size: int, beside: float, random: Random) -> list[tuple[int, int, int]]:
    """Return notes, some of them in pairs."""
    found: list[tuple[int, int, int]] = []
    for left in range(size - 1, -1, -1):
        paired = left and (not found or found[-1][2]) and random.random() < beside * 1.6
        found.append((CIRCLE, 0, 0 if paired else 1))
    return found


def _all_sliders(counts: Counts, grid: Grid, random: Random) -> list[tuple[int, int, int]]:
    """Return the sliders in the order they come in."""
    kinds = sliders_of(counts)
    spans = [1] * kinds.short
    for turn in range(counts.repeats if spans else 0):
        spans[turn % len(spans)] += 1
    found = [(SLIDER, grid.short, span) for span in spans]
    found += [(SLIDER, grid.long, 1)] * kinds.long + [(SLIDER, grid.ticked, 1)] * kinds.ticked
    return _shuffled(found, random)


def _shuffled(items: list[T], random: Random) -> list[T]:
    draw = random.random
    for place in range(len(items) - 1, 0, -1):
        other = int(draw() * (place + 1))
        items[place], items[other] = items[other], items[place]
    return items


def _spread_out(runs: list[_Run], grid: Grid, left: int, random: Random) -> None:
    """Use up the units that are left: rests, slower runs, breaks."""
    least = ceil(_REST / grid.unit) - 1
    for run in _shuffled([run for run in runs if run.closes], random):
        if left < least:
            break
        run.rest += least
        left -= least
    ends = [run for run in runs[:-1] if run.closes]
    if ends and left * grid.unit > 1.6 * _BREAK:
        pause = int(_BREAK * (0.85 + 0.6 * random.random()) / grid.unit)
        ends[int(len(ends) * (0.35 + 0.35 * random.random()))].rest += pause
        left -= pause
    if left > 0 and grid.unit < 90:
        for run in runs:
            if run.items[0][0] == SLIDER and left >= len(run.items):
                run.step += 1
                left -= len(run.items)
    for step in (2, 4, 6, 8):
        for run in _shuffled(runs[:], random):
            cost = (step - run.step) * sum(1 for item in run.items if item[2])
            if run.items[0][0] != SPINNER and 0 < cost <= left and random.random() < 0.93:
                run.step = step
                left -= cost
    if not ends:
        return
    while left > 0:
        run = ends[int(random.random() * len(ends))]
        more = min(left, 4)
        run.rest += more
        left -= more


def _timed(runs: list[_Run], grid: Grid, first: int) -> list[Item]:
    """Return the objects of the runs with their times."""
    found: list[Item] = []
    at, unit = 0, grid.unit
    for number, run in enumerate(runs):
        opens = run.opens
        last = len(run.items) - 1
        for place, (kind, units, spans) in enumerate(run.items):
            start = round(first + at * unit)
            end = start
            step = (run.step if spans else 0) + (run.rest if place == last else 0)
            if kind == SLIDER:
                at += units * spans
                end = start + round(units * spans * unit * grid.share)
            elif kind == SPINNER:
                at += units
                end = round(first + at * unit)
            at += step
            found.append(Item(kind, start, end, units, spans, number, step * unit, opens))
            opens = False
    return found
