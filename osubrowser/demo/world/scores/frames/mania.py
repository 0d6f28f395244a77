"""Frames of osu!mania: keys of the columns at times that give the judgements of a play."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.hit_objects import WIDTH
from osubrowser.demo.world.beatmaps.rhythms import CIRCLE
from osubrowser.demo.world.scores.frames.breaks import Breakable, Losses, breaks_of
from osubrowser.demo.world.scores.frames.errors import Window, error_in, spread_of
from osubrowser.demo.world.scores.frames.frame import Frame, Playing, range_at

_LEAD_IN = 1_200
_ATTEMPTS = 12
_NEAR = 260
_SKEW = 5.0
_APART = 12
_PERFECT, _GREAT, _GOOD, _OK, _MEH, _MISS = range(6)
_LAZER = (
    (22.4, 19.4, 13.9),
    (64.0, 49.0, 34.0),
    (97.0, 82.0, 67.0),
    (127.0, 112.0, 97.0),
    (151.0, 136.0, 121.0),
    (188.0, 173.0, 158.0),
)
_STABLE = ((16, 0), (34, 3), (67, 3), (97, 3), (121, 3), (158, 3))


class _Judged(NamedTuple):
    """Part of a play that is judged: a note, or the head, the tail or all of a hold note."""

    place: int
    time: int
    is_tail: bool
    is_hold: bool
    """Whether it is all of a hold note."""


def frames_of(playing: Playing) -> list[Frame]:
    """Return the frames of a play of osu!mania: the keys held stand in place of the cursor."""
    if not playing.objects:
        return []
    return _frames(_Play(playing).strokes(), playing.objects[0].time - _LEAD_IN)


def _frames(strokes: Sequence[tuple[int, int, int]], start: int) -> list[Frame]:
    """Return the frames of keys that are held: each a column, from when, until when."""
    changes: dict[int, int] = {}
    for lane, down, up in strokes:
        for time in (down, up):
            changes[time] = changes.get(time, 0) ^ 1 << lane
    held, found = 0, [Frame(start, 0.0, 15.0, 0)]
    for time in sorted(changes):
        held ^= changes[time]
        found.append(Frame(time, float(held), 15.0, 0))
    found.append(Frame(found[-1].time + 1_000, 0.0, 15.0, 0))
    return found


class _Play:
    """Notes of a play with what becomes of them."""

    def __init__(self, playing: Playing) -> None:
        self.playing, self.random, self.objects = playing, playing.random, playing.objects
        self.windows = _windows(playing)
        self.late = self.windows[_MEH if playing.lazer else _OK]
        self.spread = spread_of(playing, self.windows[_PERFECT] * 1.3)
        self.lean = (self.random.random() - 0.5) * 5 * playing.rate
        keys = playing.keys
        self.lane = [min(keys - 1, one.x * keys // WIDTH) for one in self.objects]
        if "MR" in playing.mods:
            self.lane = [keys - 1 - lane for lane in self.lane]
        self.next_time = [1 << 40] * len(self.objects)
        last: dict[int, int] = {}
        for place, lane in enumerate(self.lane):
            if lane in last:
                self.next_time[last[lane]] = self.objects[place].time
            last[lane] = place
        self.judged = self._parts()
        self._heads: dict[int, int] = {}
        self._early: dict[int, int] = {}
        self._misfits = 0

    def _parts(self) -> list[_Judged]:
        found = []
        for place, one in enumerate(self.objects):
            if one.kind == CIRCLE:
                found.append(_Judged(place, one.time, False, False))
            elif self.playing.lazer:
                found.append(_Judged(place, one.time, False, False))
                found.append(_Judged(place, one.end, True, False))
            else:
                found.append(_Judged(place, one.end, False, True))
        return found

    def strokes(self) -> list[tuple[int, int, int]]:
        """Return which keys are held: column, from when, until when."""
        for _ in range(_ATTEMPTS):
            aims = self._aims()
            errors = self._errors(aims)
            exact = self._longest(aims, errors) == self.playing.combo
            if not self._misfits and (exact or not self.playing.lazer):
                break
        return self._held(aims, errors)

    # --- what is lost ------------------------------------------------------------------------

    def _aims(self) -> list[int]:
        """Return the judgement that each part is to get."""
        hits, random = self.playing.hits, self.random
        aims = [_PERFECT] * len(self.judged)
        errors = self._errors(aims)
        times = sorted(part.time + error for part, error in zip(self.judged, errors, strict=True))
        self._early = {}
        spots = self._spots(times)
        whole = Breakable([1] * len(times), sorted(spots))
        breaks = breaks_of(whole, Losses(hits.miss, 0), self.playing.combo, random)
        if breaks is not None:
            missed = [spots[spot] for spot in breaks.missed]
        else:
            missed = random.sample(sorted(spots.values()), min(hits.miss, len(spots)))
        for number, early in missed:
            aims[number] = _MISS
            if early:
                self._early[number] = early
        edges = self._edges(aims, errors)
        left = [
            number
            for number, part in enumerate(self.judged)
            if aims[number] == _PERFECT and all(abs(part.time - edge) > _NEAR for edge in edges)
        ]
        random.shuffle(left)
        for aim, count in (
            (_MEH, hits.meh), (_OK, hits.ok), (_GOOD, hits.good), (_GREAT, hits.great)
        ):  # fmt: skip
            left = self._give(aims, left, aim, count)
        return aims

    def _spots(self, times: list[int]) -> dict[int, tuple[int, int]]:
        """Return what can be missed, by the place of the break in the order of all presses.

        Each is a part, and the error of the press that misses it; 0 without a press, for then it
        is missed when its time is over.
        """
        spots: dict[int, tuple[int, int]] = {}
        early, out = self.windows[_MEH] + 5, self.windows[_MISS] - 4
        taken: set[int] = set()
        for number, part in enumerate(self.judged):
            if part.is_tail or self.objects[part.place].kind != CIRCLE:
                continue
            if self._before(part.place) > out + 70 and self.random.random() < 0.6:
                error = -early - int(self.random.random() * (out - early))
                spot = bisect_right(times, part.time + error) - 1
                if spot >= 0 and spot not in spots:
                    spots[spot] = number, error
                    taken.add(number)
            if number not in taken and self._can_be_left(part):
                due = min(part.time + self.late, self.next_time[part.place] + 6)
                spots.setdefault(bisect_right(times, due) - 1, (number, 0))
        return spots

    def _give(self, aims: list[int], left: list[int], aim: int, count: int) -> list[int]:
        """Give a judgement to parts that can get it; return those that are left."""
        others = []
        for number in left:
            if count and self._can_get(self.judged[number], aim):
                aims[number] = aim
                count -= 1
            else:
                others.append(number)
        return others

    def _can_be_left(self, part: _Judged) -> bool:
        """Return whether a note can be left out without the next press being taken for its own."""
        gap = self.next_time[part.place] - part.time
        return self.playing.lazer or gap > self.late + self.windows[_PERFECT] + 20

    def _can_get(self, part: _Judged, aim: int) -> bool:
        """Return whether there is room for the error of a judgement."""
        one = self.objects[part.place]
        if part.is_tail or part.is_hold:
            if aim not in (_GREAT, _GOOD):
                return False
            window = self._of_tail(aim) if part.is_tail else self._of_hold(aim, 0)
            return one.end - one.time - window.least > self.windows[_GREAT] + 30
        if aim == _MEH and not self.playing.lazer:
            return self._before(part.place) > self.windows[_MEH] + 40
        least = self._window(aim).least
        after = self.next_time[part.place] - one.time - 40
        if one.kind != CIRCLE:
            after = min(after, one.end - one.time - 60)
        return after > least + 5 or self._before(part.place) > least + self.windows[_GREAT] + 40

    def _before(self, place: int) -> int:
        """Return how long the column was free before a note."""
        lane, one = self.lane[place], self.objects[place]
        for other in range(place - 1, max(-1, place - 60), -1):
            if self.lane[other] == lane:
                return one.time - self.objects[other].end
        return 10_000

    # --- errors ------------------------------------------------------------------------------

    def _window(self, aim: int) -> Window:
        """Return the errors of a press that give a judgement."""
        return Window(self.windows[aim - 1] + 1 if aim else 0, self.windows[aim])

    def _of_tail(self, aim: int) -> Window:
        """Return the errors of a release that give a judgement in lazer."""
        most = int(1.5 * (self.windows[aim] + 0.5)) - 1
        return Window(int(1.5 * (self.windows[aim - 1] + 0.5)) + 1 if aim else 0, most)

    def _of_hold(self, aim: int, head: int) -> Window:
        """Return the errors of a release that give a judgement of stable, after that of a press."""
        perfect, great, good, *_ = self.windows
        limits = (int(2.4 * perfect) - 1, int(2.2 * great) - 1, 2 * good - 1)
        least = limits[aim - 1] + 3 if aim else 0
        most = min(limits[aim] - head, self.windows[_MEH] - 4)
        return Window(max(0, least - head), most)

    def _errors(self, aims: Sequence[int]) -> list[int]:
        """Return the error of each part: of the press, or of the release."""
        free: dict[int, int] = {}
        open_misses: dict[int, int] = {}
        self._misfits = 0
        found: list[int] = []
        head = 0
        for number, (part, aim) in enumerate(zip(self.judged, aims, strict=True)):
            lane, one = self.lane[part.place], self.objects[part.place]
            low = free.get(lane, -100_000)
            after = self.next_time[part.place]
            if part.is_tail or part.is_hold:
                if part.is_hold:
                    head = self._error(Window(0, self.windows[_PERFECT]), low - one.time, 80)
                    self._heads[part.place] = head
                    window = self._of_hold(aim, abs(head))
                else:
                    window = self._of_tail(aim)
                earliest = one.time + head + 30 - one.end
                error = self._error(window, earliest, after - one.end - 2 * _APART - 20)
                free[lane] = one.end + error + _APART
            elif number in self._early:
                error = self._early[number]
                free[lane] = one.time + error + 50
            elif aim == _MISS:
                error = self.late
                free[lane] = one.time + self.late + 2
                if self.playing.lazer:
                    # The next press misses this note if it comes first.
                    free[lane] = min(free[lane], after + 1)
                    open_misses[lane] = number
            else:
                window = self._window(aim)
                latest = after - one.time - 40
                if not self.playing.lazer and aim >= _OK:
                    latest = min(latest, self.windows[_OK] - 1 if aim == _OK else -1)
                if one.kind != CIRCLE:
                    latest = min(latest, one.end - one.time - 60)
                error = head = self._error(window, low - one.time, latest)
                free[lane] = one.time + error + 2 * _APART
                missed = open_misses.pop(lane, None)
                if missed is not None:
                    left = one.time + error - self.judged[missed].time - 1
                    found[missed] = min(found[missed], left)
            found.append(error)
        return found

    def _error(self, window: Window, earliest: int, latest: int) -> int:
        error = error_in(window, earliest, latest, self.spread, self.lean, self.random, _SKEW)
        self._misfits += not window.least <= abs(error) <= window.most
        return error

    # --- combo -------------------------------------------------------------------------------

    def _events(self, aims: Sequence[int], errors: Sequence[int]) -> list[tuple[float, bool]]:
        """Return when parts are judged, and whether they are hit."""
        return sorted(
            (part.time + error + (0.5 if aim == _MISS else 0), aim != _MISS)
            for part, aim, error in zip(self.judged, aims, errors, strict=True)
        )

    def _longest(self, aims: Sequence[int], errors: Sequence[int]) -> int:
        """Return the longest combo."""
        longest = combo = 0
        for _, hit in self._events(aims, errors):
            combo = combo + 1 if hit else 0
            longest = max(longest, combo)
        return longest

    def _edges(self, aims: Sequence[int], errors: Sequence[int]) -> tuple[float, ...]:
        """Return between which times the longest combo is."""
        found: tuple[float, ...] = ()
        longest = combo = 0
        start = -1e9
        for time, hit in self._events(aims, errors):
            if not hit:
                start, combo = time, 0
                if len(found) == 1:
                    found = (*found, time)
                continue
            combo += 1
            if combo > longest:
                longest, found = combo, (start,)
        return found

    # --- keys --------------------------------------------------------------------------------

    def _held(self, aims: Sequence[int], errors: Sequence[int]) -> list[tuple[int, int, int]]:
        """Return which keys are held: column, from when, until when."""
        found = []
        downs: dict[int, int] = {}
        for part, aim, error in zip(self.judged, aims, errors, strict=True):
            one, lane = self.objects[part.place], self.lane[part.place]
            if aim == _MISS and error >= 0:
                continue
            if part.is_hold:
                down = one.time + self._heads[part.place]
                found.append((lane, down, max(down + 1, one.end + error)))
            elif part.is_tail:
                down = downs[part.place]
                found.append((lane, down, max(down + 1, one.end + error)))
            elif one.kind != CIRCLE:
                downs[part.place] = one.time + error
            else:
                down = one.time + error
                hold = 40 + int(self.random.random() * 40)
                room = self.next_time[part.place] - one.time - error - 2 * self.windows[_GREAT]
                found.append((lane, down, down + max(8, min(hold, room))))
        return found


def _windows(playing: Playing) -> list[int]:
    """Return the hit windows in whole milliseconds of the song, the best first."""
    od, factor = playing.settings.od, playing.rate
    if "EZ" in playing.mods:
        factor *= 1.4
    if playing.lazer:
        return [int(range_at(od, *limits) * factor) for limits in _LAZER]
    return [int((least + more * (10 - od)) * factor) for least, more in _STABLE]
