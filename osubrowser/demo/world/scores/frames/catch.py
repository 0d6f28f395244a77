"""Frames of osu!catch: a plate that is under what a play caught, and beside what it missed."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.hit_objects import WIDTH, HitObject, Path
from osubrowser.demo.world.beatmaps.rhythms import CIRCLE, SLIDER, SPINNER
from osubrowser.demo.world.scores.frames.breaks import Breakable, Breaks, Losses, breaks_of
from osubrowser.demo.world.scores.frames.frame import Frame, Playing

_LEAD_IN = 1_200
_LAST_TICK = 36
_DASH, _WALK = 1.0, 0.5
_FRUIT, _DROPLET, _TINY = range(3)


class _Drop(NamedTuple):
    """Thing that falls: when it can be caught, and where."""

    time: float
    x: float
    kind: int


def frames_of(playing: Playing) -> list[Frame]:
    """Return the frames of a play of osu!catch."""
    drops = _drops(playing)
    if not drops:
        return []
    size = playing.settings.cs
    if "HR" in playing.mods:
        size = min(10.0, size * 1.3)
    elif "EZ" in playing.mods:
        size /= 2
    half = 106.75 * (1 - 0.7 * (size - 5) / 5) * 0.8 / 2
    return _frames(_steps(playing, drops, _missed(playing, drops), half))


def _missed(playing: Playing, drops: list[_Drop]) -> set[int]:
    """Return what is missed."""
    hits, sample = playing.hits, playing.random.sample
    whole = Breakable(
        units=[int(drop.kind != _TINY) for drop in drops],
        misses=[place for place, drop in enumerate(drops) if drop.kind == _FRUIT],
        ticks=[place for place, drop in enumerate(drops) if drop.kind == _DROPLET],
    )
    losses = Losses(hits.miss, hits.large_miss, hits.large_miss)
    found = breaks_of(whole, losses, playing.combo, playing.random)
    breaks = found or Breaks(sample(whole.misses, min(hits.miss, len(whole.misses))), [], [])
    tiny = [place for place, drop in enumerate(drops) if drop.kind == _TINY]
    lost = sample(tiny, min(hits.small_miss, len(tiny)))
    return {*breaks.missed, *breaks.dropped, *lost}


def _steps(
    playing: Playing, drops: list[_Drop], missed: set[int], half: float
) -> list[tuple[float, float]]:
    """Return where the plate is when something comes: it moves no further than it must."""
    random, x = playing.random, 256.0
    found = [(drops[0].time - _LEAD_IN, x)]
    for place, drop in enumerate(drops):
        if place in missed:
            beside = half + 7 + 8 * random.random()
            sides = [to for to in (drop.x - beside, drop.x + beside) if -20 <= to <= WIDTH + 20]
            if abs(drop.x - x) < beside:
                x = min(sides, key=lambda to: abs(to - x))
        else:
            room = half - 6 - 0.4 * half * random.random()
            x = min(max(x, drop.x - room), drop.x + room)
        found.append((drop.time, x))
    return found


def _frames(steps: list[tuple[float, float]]) -> list[Frame]:
    """Return the frames of a plate: it moves at once, and then it waits."""
    found = [Frame(round(steps[0][0]), steps[0][1], 0.0, 0)]
    for time, x in steps[1:]:
        before = found[-1]
        first, last = floor(time), ceil(time)
        far, left = abs(x - before.x), max(1, first - before.time)
        speed = _WALK if far <= _WALK * left else _DASH
        keys = int(speed == _DASH)
        way, start = x - before.x, before.time
        moves = min(left, max(1, ceil(far / speed)))
        for at in range(16, moves, 16):
            found.append(Frame(start + at, before.x + way * at / moves, 0.0, keys))
        if start + moves < first:
            found.append(Frame(start + moves, x, 0.0, 0))
        for moment in (first, last):
            if moment > found[-1].time:
                found.append(Frame(moment, x, 0.0, keys if moves == left else 0))
            elif moment == found[-1].time and found[-1].x != x and len(found) > 1:
                found[-1] = Frame(moment, x, 0.0, keys)
    found.append(Frame(found[-1].time + 1_000, found[-1].x, 0.0, 0))
    return found


# --- what falls ------------------------------------------------------------------------------


class _Dice:
    """The game's own random numbers, which shift what falls.

    Source: `LegacyRandom` and `CatchBeatmapProcessor` of ppy/osu.
    """

    __slots__ = ("_bits", "_left", "_w", "_x", "_y", "_z")

    def __init__(self) -> None:
        self._x, self._y, self._z, self._w = 1337, 842_502_087, 3_579_807_591, 273_326_509
        self._bits = self._left = 0

    def draw(self) -> int:
        """Return 32 bits."""
        t = (self._x ^ self._x << 11) & 0xFFFFFFFF
        self._x, self._y, self._z = self._y, self._z, self._w
        self._w = self._w ^ self._w >> 19 ^ t ^ t >> 8
        return self._w

    def between(self, low: float, high: float) -> int:
        """Return a whole number from `low` on, below `high`."""
        return int(low + (self.draw() & 0x7FFFFFFF) / (1 << 31) * (high - low))

    def flag(self) -> bool:
        """Return one bit."""
        if not self._left:
            self._bits, self._left = self.draw(), 32
        found = bool(self._bits & 1)
        self._bits >>= 1
        self._left -= 1
        return found


def _drops(playing: Playing) -> list[_Drop]:
    """Return what falls, in the order of time, where the game lets it fall."""
    dice, hard = _Dice(), "HR" in playing.mods
    found: list[_Drop] = []
    last_x: float | None = None
    last_time = 0
    for one in playing.objects:
        if one.kind == CIRCLE:
            x = float(one.x)
            if hard:
                x, last_x, last_time = _shifted(one, last_x, last_time, dice)
            found.append(_Drop(one.time, x, _FRUIT))
        elif one.kind == SPINNER:
            _bananas(one, dice)
        elif one.kind == SLIDER:
            last_x, last_time = float(one.points[-1][0]), one.time
            found += _stream(one, dice)
    return found


def _bananas(one: HitObject, dice: _Dice) -> None:
    """Draw what the bananas of a spinner take of the random numbers; none need be caught."""
    spacing = float(one.end - one.time)
    while spacing > 100:
        spacing /= 2
    time = float(one.time)
    while spacing > 0 and time <= one.end:
        for _ in range(4):
            dice.draw()
        time += spacing


def _shifted(
    one: HitObject, last_x: float | None, last_time: int, dice: _Dice
) -> tuple[float, float, int]:
    """Return where Hard Rock lets a fruit fall, and what it remembers for the next one."""
    x = float(one.x)
    gap = one.time - last_time
    if not last_x or gap > 1_000:
        return x, x, one.time
    way = x - last_x
    if not way:
        right = dice.flag()
        far = min(20, dice.between(0, max(0.0, gap / 4)))
        if right:
            shifted = x + far if x + far <= WIDTH else x - far
        else:
            shifted = x - far if x - far >= 0 else x + far
        return shifted, last_x, last_time
    if abs(way) < gap // 3 and 0 < x + way < WIDTH:
        x += way
    return x, x, one.time


def _stream(one: HitObject, dice: _Dice) -> list[_Drop]:
    """Return what falls of a slider: fruits at its ends and turns, droplets, tiny droplets."""
    path = Path(one)
    span = (one.exact_end - one.time) / one.spans
    events = [(float(one.time), _FRUIT)]
    events += [(tick, _FRUIT if one.spans > 1 else _DROPLET) for tick in one.ticks]
    last = max(one.time + span * one.spans / 2, one.exact_end - _LAST_TICK)
    events += [(last, -1), (one.exact_end, _FRUIT)]
    found: list[_Drop] = []
    before = None
    for time, kind in events:
        if before is not None:
            since = int(time) - int(before)
            step = float(since)
            while step > 100:
                step /= 2
            at = step
            while since > 80 and at < since:
                x = path.at(before + at)[0]
                shift = min(max(dice.between(-20, 20), -x), WIDTH - x)
                found.append(_Drop(before + at, x + shift, _TINY))
                at += step
        before = time
        if kind == _DROPLET:
            dice.draw()
        if kind >= 0:
            found.append(_Drop(time, path.at(time)[0], kind))
    return found
