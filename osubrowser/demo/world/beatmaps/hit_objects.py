"""Hit objects of a difficulty: kinds, times and positions."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.draws import Stream

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps

WIDTH, HEIGHT = 512, 384
FIRST = 2_000
"""When the first object comes, in milliseconds."""

CIRCLE, SLIDER, SPINNER, HOLD = 1, 2, 8, 128
"""The kinds of objects, as their bits in the file."""

SLIDER_MULTIPLIER = 1.4
_MARGIN = 24
_SPINNER_SHARE = 9.0
_TURN_SHARE = 0.55


class HitObject(NamedTuple):
    """Hit object; times in milliseconds, positions in a field of 512 by 384."""

    kind: int
    time: int
    end: int
    x: int
    y: int
    end_x: int
    """Where the slider turns or ends."""
    end_y: int
    spans: int
    """How often the slider is travelled along."""
    length: float
    """The length of the slider, in the field."""
    opens: bool
    """Whether a new combo begins."""

    def at(self, moment: float) -> tuple[float, float]:
        """Return where on the object the cursor should be at a time."""
        if self.kind == SPINNER:
            angle = (moment - self.time) * 0.04
            return 256 + 80 * cos(angle), 192 + 80 * sin(angle)
        if self.kind != SLIDER or self.end <= self.time:
            return self.x, self.y
        way = (min(max(moment, self.time), self.end) - self.time) / (self.end - self.time)
        way *= self.spans
        share = way % 1 if way < self.spans else float(self.spans % 2 == 1)
        if int(way) % 2 and way < self.spans:
            share = 1 - share
        return self.x + (self.end_x - self.x) * share, self.y + (self.end_y - self.y) * share


def objects_of(beatmaps: Beatmaps, index: int, difficulty: Difficulty) -> list[HitObject]:
    """Return the objects of a difficulty as it was made, in the order of their times."""
    original = beatmaps.difficulty_by_id(difficulty.id)
    if original is not None:
        difficulty = original[1]
    circles, sliders, spinners, ticks = beatmaps.counts(index, difficulty)
    song = beatmaps.song(index)
    stream = Stream(f"{beatmaps.seed}/objects/{difficulty.id}")
    kinds = _shuffled(stream, circles, sliders, spinners)
    spans = _spans(stream, sliders, ticks)
    share = {CIRCLE: 1.0, SPINNER: _SPINNER_SHARE, SLIDER: 1.0}
    whole = sum(share[kind] for kind in kinds) + _TURN_SHARE * sum(spans) * (not difficulty.keys)
    unit = song.length * 1_000 / max(1.0, whole)
    placed = _Pen(stream, difficulty, unit, 60_000 / song.bpm)
    left = iter(spans)
    return [placed.draw(kind, next(left) if kind == SLIDER else 1) for kind in kinds]


def _shuffled(stream: Stream, circles: int, sliders: int, spinners: int) -> list[int]:
    """Return the kinds of all objects; the first and the last one are circles if there are any."""
    kinds = [CIRCLE] * max(0, circles - 2) + [SLIDER] * sliders + [SPINNER] * spinners
    for place in range(len(kinds) - 1, 0, -1):
        other = stream.between(0, place)
        kinds[place], kinds[other] = kinds[other], kinds[place]
    ends = min(2, circles)
    return [CIRCLE] * (ends > 0) + kinds + [CIRCLE] * (ends > 1)


def _spans(stream: Stream, sliders: int, ticks: int) -> list[int]:
    """Return how often each slider is travelled along: every turn is one of the ticks."""
    spans = [1] * sliders
    for _ in range(ticks if sliders else 0):
        spans[stream.between(0, sliders - 1)] += 1
    return spans


class _Pen:
    """Generator that places hit objects one after the other."""

    def __init__(self, stream: Stream, difficulty: Difficulty, unit: float, beat: float) -> None:
        self._stream = stream
        self._keys = difficulty.keys
        self._unit = unit
        self._beat = beat
        self._time = float(FIRST)
        self._x, self._y, self._angle = 256.0, 192.0, 0.0
        self._left = 0
        self._lane = 0

    def draw(self, kind: int, spans: int) -> HitObject:
        """Return the next object."""
        opens = self._left <= 0 or kind == SPINNER
        self._left = self._stream.between(3, 7) if opens else self._left - 1
        start = round(self._time)
        if self._keys:
            return self._note(kind, start)
        if kind == SPINNER:
            self._time += self._unit * _SPINNER_SHARE
            end = round(self._time - self._unit)
            self._x, self._y = 256.0, 192.0
            return HitObject(kind, start, end, 256, 192, 256, 192, 1, 0.0, opens)
        self._step(min(190.0, 30 + self._unit * self._stream.spread(0.2, 0.7)))
        x, y = round(self._x), round(self._y)
        if kind == CIRCLE:
            self._time += self._unit
            return HitObject(kind, start, start, x, y, x, y, 1, 0.0, opens)
        pace = 100 * SLIDER_MULTIPLIER / self._beat
        self._step(max(6.0, min(self._unit * _TURN_SHARE, self._beat * 0.9) * pace))
        end_x, end_y = round(self._x), round(self._y)
        length = round(hypot(end_x - x, end_y - y), 4)
        travel = length / pace
        self._time += self._unit * (1 + _TURN_SHARE * spans)
        if spans % 2 == 0:
            self._x, self._y = float(x), float(y)
        end = start + round(travel * spans)
        return HitObject(kind, start, end, x, y, end_x, end_y, spans, length, opens)

    def _note(self, kind: int, start: int) -> HitObject:
        """Return the next note of osu!mania, in another column than the last one."""
        self._lane = (self._lane + self._stream.between(1, self._keys - 1)) % self._keys
        x = int((self._lane + 0.5) * WIDTH / self._keys)
        self._time += self._unit
        hold = kind == SLIDER
        end = start + max(10, round(self._unit * 0.7)) if hold else start
        return HitObject(HOLD if hold else CIRCLE, start, end, x, 192, x, 192, 1, 0.0, False)

    def _step(self, distance: float) -> None:
        """Move on by a distance, in a direction that stays within the field."""
        self._angle += self._stream.spread(-1.2, 1.2)
        for _ in range(8):
            x = self._x + cos(self._angle) * distance
            y = self._y + sin(self._angle) * distance
            if _MARGIN <= x <= WIDTH - _MARGIN and _MARGIN <= y <= HEIGHT - _MARGIN:
                break
            self._angle += pi / 4
        self._x = min(max(x, _MARGIN), WIDTH - _MARGIN)
        self._y = min(max(y, _MARGIN), HEIGHT - _MARGIN)
