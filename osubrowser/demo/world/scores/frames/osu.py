"""Frames of osu!: presses that give the judgements of a play, and a cursor that moves to them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from math import cos, hypot, pi, sin
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.hit_objects import HEIGHT, HitObject, Path
from osubrowser.demo.world.beatmaps.rhythms import CIRCLE, LEAST_LOSS, LEAST_TICK, SLIDER, SPINNER
from osubrowser.demo.world.scores.frames.breaks import Breakable, Breaks, Losses, breaks_of
from osubrowser.demo.world.scores.frames.errors import Window, error_in, spread_of
from osubrowser.demo.world.scores.frames.frame import Frame, Playing, range_at

_STEP = 16
_LEAD_IN = 1_200
_APART = 14
_LENIENCY = 36
_SPIN = 0.042
_LEFT, _RIGHT = 5, 10


class Aim(Enum):
    """Judgement that an object is to get."""

    GREAT = 0
    OK = 1
    MEH = 2
    MISS = 3


class _Windows(NamedTuple):
    """Hit windows in milliseconds: a press within has a smaller distance."""

    great: int
    ok: int
    meh: int


class _Press(NamedTuple):
    """Key press; `x` and `y` are where the cursor is then."""

    down: int
    up: int
    x: float
    y: float


class _Play:
    """Objects of a play with what becomes of them."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.random = playing.random
        flipped = "HR" in playing.mods
        self.objects = [_flipped(one) if flipped else one for one in playing.objects]
        od = playing.od
        self.windows = _Windows(
            int(range_at(od, 80, 50, 20)),
            int(range_at(od, 140, 100, 60)),
            int(range_at(od, 200, 150, 100)),
        )
        size = playing.settings.cs
        if "HR" in playing.mods:
            size = min(10.0, size * 1.3)
        elif "EZ" in playing.mods:
            size /= 2
        self.radius = 54.4 - 4.48 * size
        self.aims = [Aim.GREAT] * len(self.objects)
        self.loose: set[int] = set()
        self.dropped: set[int] = set()
        self.presses: list[_Press | None] = []

    # --- what is lost ------------------------------------------------------------------------

    def lose(self) -> None:
        """Choose what is missed, and what is hit badly.

        A slider of stable is judged by its parts, not by when it is pressed: it is hit badly if
        its end is lost.
        """
        playing, hits, objects = self.playing, self.playing.hits, self.objects
        # What comes after a miss is hit when the miss is certain: soon enough, or badly.
        great, okay, meh = self.windows
        least, bad = meh - great + 8, meh - okay + 8
        free = [
            place
            for place, one in enumerate(objects)
            if (one.kind == CIRCLE and (self._gap(place) >= bad or self._is_free(place)))
            or (one.kind == SLIDER and not playing.lazer)
        ]
        tails = [place for place, one in enumerate(objects) if self._can_lose_end(one)]
        ticks = [
            place
            for place, one in enumerate(objects)
            if len(one.ticks) == 1 and one.ticks[0] - one.time >= LEAST_TICK
        ]
        whole = Breakable([_units(one) for one in objects], free, tails, ticks)
        if playing.lazer:
            losses = Losses(hits.miss, hits.tail_miss, hits.large_miss)
        else:
            losses = Losses(hits.miss, hits.ok, exact=False)
        breaks = None
        cheap = [place for place in free if objects[place].kind == SLIDER]
        cheap += [place for place in free if self._gap(place) >= least]
        for places in (sorted({*cheap}), free):
            breaks = breaks or breaks_of(
                whole._replace(misses=places), losses, playing.combo, self.random
            )
        breaks = breaks or self._somehow(whole, losses)
        for place in breaks.missed:
            self.aims[place] = Aim.MISS
        self.dropped = set(breaks.dropped)
        self.loose = set(breaks.loose)
        for place in breaks.missed:
            hasty = objects[place].kind == CIRCLE and self._gap(place) < least
            hasty = hasty and not self._is_free(place)
            if hasty and place + 1 < len(objects) and self.aims[place + 1] is Aim.GREAT:
                self.aims[place + 1] = Aim.OK
        self._judge_badly()

    def _somehow(self, whole: Breakable, losses: Losses) -> Breaks:
        """Return losses that fit, whatever combo they leave."""
        sample = self.random.sample
        missed = sample(whole.misses, min(losses.misses, len(whole.misses)))
        loose = losses.loose - losses.dropped if losses.exact else 0
        dropped = sample(whole.ticks, min(losses.dropped, len(whole.ticks)))
        tails = [place for place in whole.tails if place not in {*missed, *dropped}]
        return Breaks(missed, sample(tails, min(loose, len(tails))), dropped)

    def _judge_badly(self) -> None:
        """Choose which objects get worse judgements than the best."""
        hits, objects = self.playing.hits, self.objects
        ok = hits.ok - self.aims.count(Aim.OK)
        if not self.playing.lazer:
            ok -= len(self.loose)
        kinds = (CIRCLE, SLIDER) if self.playing.lazer else (CIRCLE,)
        left = [
            place
            for place, one in enumerate(objects)
            if one.kind in kinds and self.aims[place] is Aim.GREAT and place not in self.dropped
        ]
        if self.playing.lazer:
            left = [place for place in left if place not in self.loose]
        room = [place for place in left if self._gap(place) > self.windows.meh - self.windows.great]
        if len(room) < hits.meh:
            room = left
        for place in self.random.sample(room, min(hits.meh, len(room))):
            self.aims[place] = Aim.MEH
        left = [place for place in left if self.aims[place] is Aim.GREAT]
        chosen = self.random.sample(left, max(0, min(ok, len(left))))
        for place in chosen:
            self.aims[place] = Aim.OK
        if not self.playing.lazer and len(chosen) < ok:
            more = [
                place
                for place, one in enumerate(objects)
                if place not in self.loose
                and self.aims[place] is not Aim.MISS
                and self._can_lose_end(one)
            ]
            self.loose |= set(self.random.sample(more, min(len(more), ok - len(chosen))))

    def _is_free(self, place: int) -> bool:
        """Return whether there is room before an object to press it far too early."""
        return self._before(place) > self.windows.meh + 140 + self.windows.ok

    def _gap(self, place: int) -> int:
        """Return how long it is from an object to the next."""
        if place + 1 == len(self.objects):
            return 10_000
        return self.objects[place + 1].time - self.objects[place].time

    def _before(self, place: int) -> int:
        """Return how long it is from the end of the object before."""
        return self.objects[place].time - self.objects[place - 1].end if place else 10_000

    def _can_lose_end(self, one: HitObject) -> bool:
        """Return whether a slider can be let go of between its last tick and its end."""
        if one.kind != SLIDER:
            return False
        return one.end - _LENIENCY - max((one.time, *one.ticks)) >= LEAST_LOSS

    # --- presses -----------------------------------------------------------------------------

    def press(self) -> None:
        """Choose when keys go down and up."""
        spread = spread_of(self.playing, self.windows.great)
        lean = (self.random.random() - 0.5) * 6 * self.playing.rate
        low = -100_000
        for place, one in enumerate(self.objects):
            aim = self.aims[place]
            if one.kind == SPINNER:
                down = max(one.time + 25, low)
                self.presses.append(_Press(down, one.end, one.x, one.y))
                low = one.end + 3
                continue
            if aim is Aim.MISS:
                if one.kind == SLIDER:
                    self.presses.append(None)
                    low = max(low, one.end + 4)
                    continue
                early = self._early_miss(place, low)
                self.presses.append(early or self._beside(place, low))
                late = max(low, one.time + self.windows.meh + 4)
                low = early.down + _APART if early else late
                continue
            down = one.time + self._error(place, low, spread, lean)
            up = down + 34 + int(self.random.random() * 26 * self.playing.rate)
            if one.kind == SLIDER:
                up = self._release(place, down)
            x, y = self._aim_at(one.x, one.y, 0.26)
            self.presses.append(_Press(down, up, x, y))
            low = max(down + _APART, one.end + 3 if one.kind == SLIDER else 0)
        self._part_keys()

    def _error(self, place: int, low: int, spread: float, lean: float) -> int:
        """Return how late an object is pressed."""
        one = self.objects[place]
        great, ok, meh = self.windows
        following = self._gap(place) + great - 1 - _APART
        least, most = {
            Aim.GREAT: (0, great - 1),
            Aim.OK: (great, ok - 1),
            Aim.MEH: (ok, meh - 1),
        }[self.aims[place]]
        if one.kind == SLIDER:
            parts = [tick - 12 for tick in one.ticks[:1]] or [
                max(one.time + (one.end - one.time) // 2, one.end - _LENIENCY) - 12
            ]
            if place in self.loose:
                parts = [one.end - _LENIENCY - 18]
            if place in self.dropped:
                parts = [one.ticks[0] - 20]
            following = min(following, int(min(parts)) - one.time)
        window = Window(least, most)
        return error_in(window, low - one.time, following, spread, lean, self.random)

    def _release(self, place: int, down: int) -> int:
        """Return when the key of a slider goes up."""
        one = self.objects[place]
        if place in self.dropped:
            return max(down + 5, min(down + 40, int(one.ticks[0]) - 12))
        if place in self.loose:
            last = max((down, *one.ticks))
            return max(down + 5, int(last + (one.end - _LENIENCY - last) * 0.5))
        return max(down + 20, one.end + 1)

    def _early_miss(self, place: int, low: int) -> _Press | None:
        """Return a press that comes too early to hit, if there is room for it."""
        one = self.objects[place]
        down = one.time - self.windows.meh - 6 - int(self.random.random() * 30)
        room = down - low > 60 and self._before(place) > self.windows.meh + 130
        must = self._gap(place) < self.windows.meh - self.windows.great + 8
        if not room or (not must and self.random.random() < 0.55):
            return None
        x, y = self._aim_at(one.x, one.y, 0.3)
        return _Press(down, down + 50, x, y)

    def _beside(self, place: int, low: int) -> _Press | None:
        """Return a press beside an object, and beside those that come after it."""
        one, random = self.objects[place], self.random
        down = max(low, one.time + round(random.gauss(0, 12)))
        if down > one.time + 40:
            return None
        others = self.objects[place : place + 5]
        for _ in range(10):
            angle, far = random.random() * 2 * pi, self.radius * (1.25 + 0.6 * random.random())
            x, y = one.x + cos(angle) * far, one.y + sin(angle) * far
            inside = 0 <= x <= 512 and 0 <= y <= HEIGHT
            if inside and all(
                hypot(x - other.x, y - other.y) > self.radius * 1.2 for other in others
            ):
                return _Press(down, down + 45, x, y)
        return None

    def _aim_at(self, x: float, y: float, part: float) -> tuple[float, float]:
        """Return a place near another, within a share of the radius (at most 0.6 of it)."""
        random = self.random
        far = min(0.6, abs(random.gauss(0, part))) * self.radius
        angle = random.random() * 2 * pi
        return x + cos(angle) * far, y + sin(angle) * far

    def _part_keys(self) -> None:
        """Let a key go before the same key, or any key of a slider, goes down again."""
        places = [place for place, press in enumerate(self.presses) if press]
        for number, place in enumerate(places):
            press = self.presses[place]
            if press is None:
                continue
            up = press.up
            for step in (1, 2):
                if number + step < len(places):
                    after = self.presses[places[number + step]]
                    if after is None:
                        continue
                    slider = self.objects[places[number + step]].kind != CIRCLE
                    if step == 2 or slider or self.objects[place].kind != CIRCLE:
                        up = min(up, after.down - 2)
            self.presses[place] = press._replace(up=max(press.down + 1, up))

    # --- cursor ------------------------------------------------------------------------------

    def frames(self) -> list[Frame]:
        """Return the frames of the play."""
        corners = self._corners()
        keys = self._keys()
        start = min(corners[0].time, keys[0][0] if keys else 0)
        moments = {time for time, _ in keys}
        end = corners[-1].time
        moments.update(range(start, end + 1, _STEP))
        late = self.windows.meh + 2
        for one, aim in zip(self.objects, self.aims, strict=True):
            if aim is Aim.MISS:
                # Only a frame tells the game that it is too late.
                moments.add(one.time + late)
        for place in self.loose:
            moments.update(int(tick) + 1 for tick in self.objects[place].ticks)
        found, held, place = [], 0, 0
        cursor = _Spline(corners)
        for moment in sorted(moments):
            while place < len(keys) and keys[place][0] <= moment:
                held = keys[place][1]
                place += 1
            x, y = cursor.at(moment)
            found.append(Frame(moment, x, y, held))
        return found

    def _keys(self) -> list[tuple[int, int]]:
        """Return when which keys are held."""
        changes: list[tuple[int, int, bool]] = []
        key = _RIGHT
        last = -100_000
        for place, press in enumerate(self.presses):
            if press is None:
                continue
            # A slow player uses one finger.
            if press.down - last < 260 or self.objects[place].kind != CIRCLE:
                key = _LEFT if key == _RIGHT else _RIGHT
            elif key == _RIGHT:
                key = _LEFT
            last = press.down
            changes += [(press.down, key, True), (press.up, key, False)]
        held, found = 0, []
        for time, key, down in sorted(changes, key=lambda change: (change[0], change[2])):
            held = held | key if down else held & ~key
            found.append((time, held))
        return found

    def _corners(self) -> list[_Corner]:
        """Return where the cursor is when: at presses, along sliders, around spinners."""
        random = self.random
        found = [_Corner(self.objects[0].time - _LEAD_IN, 256.0, 192.0)] if self.objects else []
        for place, one in enumerate(self.objects):
            press = self.presses[place]
            down = press.down if press else one.time
            x, y = (press.x, press.y) if press else self._aim_at(one.x, one.y, 0.5)
            before = found[-1]
            if one.kind == SPINNER:
                found += self._spin(one, down, before)
                continue
            if down - before.time > 170:
                # The hand is there a little early, and not quite.
                at = down - 30 - int(random.random() * min(60, (down - before.time) * 0.3))
                share = 0.9 + 0.16 * random.random()
                found.append(
                    _Corner(
                        at,
                        before.x + (x - before.x) * share + random.gauss(0, 2),
                        before.y + (y - before.y) * share + random.gauss(0, 2),
                    )
                )
            found.append(_Corner(max(down, before.time + 1), x, y))
            if one.kind == SLIDER:
                found += self._follow(one, found[-1], self._next_down(place))
            elif self._next_down(place) - down > 170:
                rest = found[-1]
                found.append(
                    _Corner(
                        rest.time + 50 + int(random.random() * 40),
                        rest.x + random.gauss(0, 2.5),
                        rest.y + random.gauss(0, 2.5),
                    )
                )
        last = found[-1]
        return [*found, _Corner(last.time + 500, last.x + 10, last.y + 20)]

    def _spin(self, one: HitObject, down: int, before: _Corner) -> list[_Corner]:
        """Return corners of circles around the middle."""
        radius, random = 55 + 30 * self.random.random(), self.random
        angle, found = random.random() * 2 * pi, []
        for time in range(max(down - 20, before.time + 1), one.end + 12, 12):
            far = radius + 6 * sin(time / 190)
            found.append(_Corner(time, 256 + far * cos(angle), 192 + far * sin(angle)))
            angle += _SPIN * 12
        return found

    def _next_down(self, place: int) -> int:
        """Return when the next object is pressed, or should be."""
        if place + 1 == len(self.objects):
            return self.objects[place].end + 10_000
        press = self.presses[place + 1]
        return press.down if press else self.objects[place + 1].time

    def _follow(self, one: HitObject, before: _Corner, until: int) -> list[_Corner]:
        """Return corners along a slider: a little behind the ball."""
        path, random, found = Path(one), self.random, []
        off_x, off_y = before.x - one.x, before.y - one.y
        time, lag = before.time, 4 + 10 * random.random()
        most = self.radius * 0.4
        while True:
            time += 24
            if time > min(one.end + 8, until - 12):
                break
            x, y = path.at(time - lag)
            off_x = min(most, max(-most, off_x * 0.8 + random.gauss(0, 1.6)))
            off_y = min(most, max(-most, off_y * 0.8 + random.gauss(0, 1.6)))
            found.append(_Corner(time, x + off_x, y + off_y))
        return found


class _Corner(NamedTuple):
    """Place of the cursor at a time."""

    time: int
    x: float
    y: float


class _Spline:
    """Cubic curve through corners, to be asked at ascending times."""

    def __init__(self, corners: Sequence[_Corner]) -> None:
        self._corners = corners
        self._place = -1
        self._until = -1 << 40
        self._part: tuple[float, ...] = ()

    def at(self, time: int) -> tuple[float, float]:
        """Return where the cursor is at a time."""
        if time >= self._until:
            self._go_on(time)
        start, long, x, y, x1, y1, x2, y2, x3, y3 = self._part
        at = min(1.0, max(0.0, (time - start) / long))
        return x + at * (x1 + at * (x2 + at * x3)), y + at * (y1 + at * (y2 + at * y3))

    def _go_on(self, time: int) -> None:
        """Find the corners around a time, and the cubic curves between them."""
        corners, last = self._corners, len(self._corners) - 2
        place = max(0, self._place)
        while place < last and corners[place + 1].time <= time:
            place += 1
        a, b = corners[place], corners[place + 1]
        self._place = place
        self._until = b.time if place < last else 1 << 40
        before = corners[place - 1] if place else a
        after = corners[place + 2] if place < last else b
        long = b.time - a.time
        first = 0.7 * long / max(1, b.time - before.time)
        second = 0.7 * long / max(1, after.time - a.time)
        part: list[float] = [a.time, long, a.x, a.y]
        bends = []
        for before_at, from_at, to_at, after_at in (
            (before.x, a.x, b.x, after.x),
            (before.y, a.y, b.y, after.y),
        ):
            slope, other = (to_at - before_at) * first, (after_at - from_at) * second
            way = to_at - from_at
            bends.append((slope, 3 * way - 2 * slope - other, slope + other - 2 * way))
        for in_x, in_y in zip(*bends, strict=True):
            part += (in_x, in_y)
        self._part = tuple(part)


def _units(one: HitObject) -> int:
    """Return the combo that an object gives."""
    return 2 + len(one.ticks) if one.kind == SLIDER else 1


def _flipped(one: HitObject) -> HitObject:
    """Return an object upside down."""
    return one._replace(y=HEIGHT - one.y, points=tuple((x, HEIGHT - y) for x, y in one.points))


def frames_of(playing: Playing) -> list[Frame]:
    """Return the frames of a play of osu!."""
    if not playing.objects:
        return []
    play = _Play(playing)
    play.lose()
    play.press()
    return play.frames()
