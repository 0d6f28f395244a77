"""Judgement of osu! plays by the rules of lazer, with and without Classic.

Lazer judges at each update of the game. Here a play is judged at its replay frames and at the times
between them at which something is due, with the cursor between the frames.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.beatmap import ObjectKind
from osubrowser.analysis.hit_windows import difficulty_range, hit_windows
from osubrowser.analysis.result import Judgement, NotJudged, Part
from osubrowser.analysis.stacking import STACK_OFFSET
from osubrowser.analysis.tally import Press, Tally
from osubrowser.api.entities.modes import GameMode

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap, HitObject
    from osubrowser.analysis.curves import SliderPath
    from osubrowser.analysis.difficulty import Difficulty
    from osubrowser.analysis.playable_frames import PlayedFrame
    from osubrowser.api.mods import Mod

MAX_PARTS: Final = 400_000
"""Slider parts of a beatmap that are judged; ranked beatmaps have up to 50,000."""

_LEFT: Final = 1
_RIGHT: Final = 2
_LEFT_KEYS: Final = 0b0101
_RIGHT_KEYS: Final = 0b1010
_HITTABLE: Final = 400.0
_ENDS_EARLIER: Final = 3.0
_FOLLOW_AREA: Final = 2.4
_TAIL_LENIENCY: Final = 36.0
_AFTER: Final = 0.25  # ms after the last moment at which a press counts
_SIZE: Final = (512.0, 384.0)
_CENTRE: Final = 256 + 192j
_LONGEST_GAP: Final = 17.0  # ms between updates while a slider is played
_UPDATE: Final = 5.0
_MOST_UPDATES: Final = 2000  # between two frames
_NEVER: Final = math.inf
_CLASSIC_SLIDERS: Final = "no_slider_head_accuracy"
_PROGRESS_STEP: Final = 4096
_EPSILON: Final = 1e-4
_REMAINS: Final = 800.0  # ms that a judged object remains on the playfield


class _Part:
    """Tick, repeat or end of a slider."""

    __slots__ = ("is_hit", "is_judged", "part", "time")

    def __init__(self, part: Part, time: float) -> None:
        self.part = part
        self.time = time
        self.is_judged = False
        self.is_hit = False


class _Object:
    """Hit object of a play, and what became of it.

    Attributes:
        head: result of a circle or of a slider's head; None until it is judged.
        key: the key that was first pressed on a slider's head, 0 for none.
        free_keys_after: time after which any key holds the slider; None while only `key` does.
        is_judged: whether all of it was judged.
    """

    __slots__ = (
        "appears",
        "at",
        "end",
        "free_keys_after",
        "head",
        "index",
        "is_judged",
        "is_tracked",
        "key",
        "kind",
        "last_keys",
        "next_part",
        "parts",
        "path",
        "signs",
        "spans",
        "spin",
        "stack",
        "start",
    )

    def __init__(self, item: HitObject, preempt: float, stack: int, at: complex) -> None:
        self.index = item.index
        self.kind = item.kind
        self.start = item.time
        self.end = item.end_time
        self.appears = item.time - preempt
        self.stack = stack
        self.at = at
        self.path: SliderPath | None = item.path
        self.signs = 1 + 1j
        self.spans = item.spans
        self.parts: list[_Part] = []
        self.next_part = 0
        self.head: Judgement | None = None
        self.is_judged = False
        self.is_tracked = False
        self.key = 0
        self.free_keys_after: float | None = None
        self.last_keys = 0
        self.spin: _Spin | None = None


class _Spin:
    """Rotation of a spinner's disc with the cursor."""

    def __init__(self, required: int) -> None:
        self.required = required
        self._turns = 0
        self._total = 0.0
        self._total_at_turn = 0.0
        self._most = 0.0
        self._angle: float | None = None

    def move(self, x: float, y: float, rate: float, *, is_held: bool) -> None:
        """Follow the cursor; the disc turns while a key is held."""
        angle = -math.degrees(math.atan2(x - _CENTRE.real, y - _CENTRE.imag))
        before, self._angle = self._angle, angle
        if before is None or not is_held:
            return
        moved = angle - before
        if moved > 180:
            moved -= 360
        elif moved < -180:
            moved += 360
        self._total += moved * rate
        # Turning back does not count until the disc is where it was.
        self._most = max(self._most, abs(self._total - self._total_at_turn))
        while self._most >= 360:
            self._turns += 1
            self._total_at_turn += math.copysign(360, self._total - self._total_at_turn)
            self._most = abs(self._total - self._total_at_turn)

    @property
    def result(self) -> Judgement:
        """Its result, at its end."""
        done = (self._turns + self._most / 360) / self.required if self.required else 1.0
        if done >= 1:
            return Judgement.GREAT
        if done > 0.9:
            return Judgement.OK
        return Judgement.MEH if done > 0.75 else Judgement.MISS


class LazerPlay:
    """Play of an osu! beatmap in lazer.

    Args:
        stacks: stack height of each hit object.

    Raises:
        NotJudged: sliders with more parts than `MAX_PARTS`.
    """

    def __init__(
        self,
        beatmap: Beatmap,
        difficulty: Difficulty,
        stacks: Sequence[int],
        mods: Sequence[Mod],
        tally: Tally,
    ) -> None:
        by_acronym = {mod.acronym: mod for mod in mods}
        windows = hit_windows(GameMode.OSU, beatmap.overall_difficulty, mods, is_lazer=True)
        self._windows = windows[:3]
        self._meh = windows[2].milliseconds
        self._tally = tally
        self._difficulty = difficulty
        self._radius = difficulty.radius
        classic = by_acronym.get("CL")
        self._is_classic_slider = _is_on(classic, _CLASSIC_SLIDERS)
        self._has_note_lock = _is_on(classic, "classic_note_lock")
        self._is_strict = "ST" in by_acronym
        self._is_spun_out = "SO" in by_acronym
        self._alternates = "AL" in by_acronym
        self._is_single_tap = "SG" in by_acronym
        self._last_accepted = 0
        self._free_periods = _free_periods(beatmap, self._meh)
        flips = _flips(difficulty, by_acronym.get("MR"))
        self._objects = _objects(beatmap, difficulty, stacks, flips)
        self._next = 0
        self._active: list[_Object] = []
        self._presses: list[Press] = []
        self._keys = 0
        self._x, self._y = _CENTRE.real, _CENTRE.imag
        self._time = -_NEVER
        self._due = _NEVER
        self._has_sliders = False

    def run(self, frames: Sequence[PlayedFrame], step: Callable[[float], None]) -> None:
        """Judge all frames. `step` is called now and then with the part that is done, 0 to 1."""
        before: PlayedFrame | None = None
        for at, frame in enumerate(frames):
            if not at % _PROGRESS_STEP:
                step(at / len(frames))
            if before is None:
                self._pass_time(frame.time, frame.x, frame.y, frame.time, frame.x, frame.y)
            else:
                self._pass_time(before.time, before.x, before.y, frame.time, frame.x, frame.y)
            self._x, self._y = frame.x, frame.y
            self._appear(frame.time)
            self._press(frame.time, frame.keys)
            self._update(frame.time)
            before = frame

    def finish(self) -> None:
        """Judge what is left after the last frame, with the cursor and keys as they are then."""
        end = max((item.end for item in self._objects), default=0.0) + self._meh + 1
        time = self._time if math.isfinite(self._time) else end
        self._pass_time(time, self._x, self._y, max(end, time), self._x, self._y)
        self._appear(end)
        self._update(max(end, time))

    def _pass_time(
        self, begin: float, x: float, y: float, end: float, end_x: float, end_y: float
    ) -> None:
        """Update at all times between two frames at which something is due."""
        gap = end - begin
        sliced = max(_UPDATE, gap / _MOST_UPDATES)
        time = begin
        while True:
            following = min(self._due, self._next_appearance())
            if gap > _LONGEST_GAP and self._has_sliders:
                following = min(following, time + sliced)
            time = max(following, time)
            if not time < end:
                break
            part = (time - begin) / gap if gap > 0 else 1.0
            self._x = x + (end_x - x) * part
            self._y = y + (end_y - y) * part
            self._appear(time)
            self._update(time)

    def _next_appearance(self) -> float:
        return self._objects[self._next].appears if self._next < len(self._objects) else _NEVER

    def _appear(self, time: float) -> None:
        """Add the objects that are visible from a time."""
        while self._next < len(self._objects) and self._objects[self._next].appears <= time:
            self._active.append(self._objects[self._next])
            self._next += 1

    # Presses.

    def _press(self, time: float, keys: int) -> None:
        pressed = bool(keys & _LEFT_KEYS) * _LEFT | bool(keys & _RIGHT_KEYS) * _RIGHT
        new = pressed & ~self._keys
        self._keys &= pressed
        for key in (_LEFT, _RIGHT):
            if not new & key:
                continue
            self._keys |= key  # one after the other, as the game presses them
            if self._is_accepted(time, key):
                press = Press(time, self._x, self._y)
                self._presses.append(press)
                self._click(time, key, press)

    def _is_accepted(self, time: float, key: int) -> bool:
        """Whether Alternate and Single Tap let a key through."""
        if not (self._alternates or self._is_single_tap):
            return True
        begins, ends = self._free_periods
        at = bisect_right(begins, time)
        if at and time <= ends[at - 1]:
            self._last_accepted = 0
            return True
        last = self._last_accepted
        if last and (key == last if self._alternates else key != last):
            return False
        self._last_accepted = key
        return True

    def _click(self, time: float, key: int, press: Press) -> None:
        """Give a press to the first object under the cursor."""
        cursor = complex(self._x, self._y)
        for item in self._active:
            if item.spin is not None:
                continue
            if item.head is not None:
                # With classic notelock, a slider blocks what is under its head until its end.
                if not (self._has_note_lock and item.parts and not item.is_judged):
                    continue
                if abs(cursor - item.at) <= self._radius:
                    return
                continue
            if abs(cursor - item.at) > self._radius:
                continue
            judgement = self._judgement_of(time - item.start)
            if judgement is not None and self._can_be_hit(item, time):
                press.is_used = True
                self._judge_head(item, time, judgement, press)
            item.key = item.key or key
            return

    def _judgement_of(self, error: float) -> Judgement | None:
        distance = abs(error)
        for window in self._windows:
            if distance <= window.milliseconds:
                return window.judgement
        return Judgement.MISS if distance <= _HITTABLE else None

    def _can_be_hit(self, item: _Object, time: float) -> bool:
        self._tally.visit(len(self._active))
        if self._has_note_lock:
            return self._passes_note_lock(item, time)
        blocking = None
        for other in self._active:
            if other.start >= item.start:
                break
            if other.spin is None:
                blocking = other
        return blocking is None or blocking.head is not None or time >= blocking.start

    def _passes_note_lock(self, item: _Object, time: float) -> bool:
        """Whether classic notelock lets an object be hit."""
        before = None
        for other in self._active:
            if other is item:
                break
            if not other.is_judged and other.end + _ENDS_EARLIER < item.start:
                return False
            before = other
        if before is not None and not item.parts and before.stack > 0 and not before.is_judged:
            return False
        return abs(item.start - time) < _HITTABLE

    def _judge_head(
        self, item: _Object, time: float, judgement: Judgement, press: Press | None
    ) -> None:
        """Judge a circle or a slider's head; without Classic, miss what was before it."""
        item.head = judgement
        is_hit = judgement is not Judgement.MISS
        is_slider = bool(item.parts)
        if not is_slider:
            item.is_judged = True
        elif not is_hit:
            self._tally.slider_breaks.add(item.index)
        counts = not (is_slider and self._is_classic_slider)
        self._tally.add(
            Part.SLIDER_HEAD if is_slider else Part.CIRCLE,
            judgement,
            index=item.index,
            object_time=item.start,
            time=time,
            at=item.at,
            counts=counts,
            combo=is_hit,
            error=None if press is None else time - item.start,
            press=None if is_hit else press or self._failed_press(item),
            in_unstable_rate=is_hit,
        )
        if is_slider and is_hit:
            self._after_head(item, time)
        if not self._has_note_lock:
            self._tally.visit(len(self._active))
            for other in self._active:
                if other.start >= item.start:
                    break
                if other.spin is None and other.head is None:
                    self._judge_head(other, time, Judgement.MISS, None)

    def _after_head(self, item: _Object, time: float) -> None:
        """Judge the parts of a slider that the ball passed before its head was hit."""
        cursor = complex(self._x, self._y)
        reach = self._radius * _FOLLOW_AREA
        if abs(cursor - self._ball(item, time)) > reach:
            return
        passed = [part for part in item.parts if not part.is_judged and part.time <= time]
        in_range = all(abs(cursor - self._ball(item, part.time)) <= reach for part in passed)
        for part in passed:
            self._judge_part(item, part, time, is_hit=in_range)
        near = in_range or abs(cursor - self._ball(item, time)) <= self._radius
        self._track(item, time, is_near=near)

    # Updates.

    def _update(self, time: float) -> None:
        """Judge what is due at a time."""
        self._tally.visit(len(self._active))
        self._time = time
        due, has_sliders, is_old = _NEVER, False, False
        for item in self._active:
            if item.is_judged:
                is_old = True
                continue
            if item.spin is not None:
                self._update_spinner(item, item.spin, time)
            elif item.parts:
                self._update_slider(item, time)
                has_sliders = has_sliders or time >= item.start - _LONGEST_GAP
            elif time > item.start + self._meh:
                self._judge_head(item, time, Judgement.MISS, None)
            if not item.is_judged:
                due = min(due, self._due_of(item))
        if is_old:
            # What was judged blocks nothing, but is still the object before the next.
            self._active = [
                item for item in self._active if not item.is_judged or item.end + _REMAINS > time
            ]
        self._due, self._has_sliders = due, has_sliders

    def _due_of(self, item: _Object) -> float:
        if item.spin is not None:
            return item.end if self._time < item.end else _NEVER
        late = item.start + self._meh + _AFTER
        due = late if item.head is None else _NEVER
        if item.parts and item.next_part < len(item.parts):
            part = item.parts[item.next_part]
            leniency = _TAIL_LENIENCY if part.part is Part.SLIDER_END else 0.0
            moments = (part.time - leniency, part.time, self._time + 1)
            due = min(due, next(moment for moment in moments if moment > self._time))
        elif item.parts and self._time < item.end:
            due = min(due, item.end)
        return due

    def _update_slider(self, item: _Object, time: float) -> None:
        reach = self._radius * (_FOLLOW_AREA if item.is_tracked else 1.0)
        near = abs(complex(self._x, self._y) - self._ball(item, time)) <= reach
        self._track(item, time, is_near=near)
        if item.head is not None:
            self._judge_parts(item, time)
        elif time > item.start + self._meh:
            self._judge_head(item, time, Judgement.MISS, None)
        if item.next_part >= len(item.parts) and item.head is not None and time >= item.end:
            item.is_judged = True
            if self._is_classic_slider:
                self._judge_slider(item, time)

    def _track(self, item: _Object, time: float, *, is_near: bool) -> None:
        """Update whether a slider is followed: the cursor is near, and a key that counts is held.

        The key that hit the head counts, and any other once the other was released.
        """
        was_tracked = item.is_tracked
        if not item.key:
            item.free_keys_after = None
        elif item.free_keys_after is None and not item.last_keys & ~item.key:
            item.free_keys_after = time
        item.last_keys = self._keys
        valid = self._keys
        if item.key and (item.free_keys_after is None or time <= item.free_keys_after):
            valid &= item.key
        item.is_tracked = is_near and bool(valid)
        if self._is_strict and was_tracked and not item.is_tracked and time >= item.start:
            tail = item.parts[-1]
            if not tail.is_judged:
                self._judge_part(item, tail, time, is_hit=False)

    def _judge_parts(self, item: _Object, time: float) -> None:
        """Judge the ticks, repeats and the end of a slider that a time has reached."""
        parts = item.parts
        while item.next_part < len(parts):
            part = parts[item.next_part]
            if not part.is_judged:
                is_tail = part.part is Part.SLIDER_END
                if time < part.time - (_TAIL_LENIENCY if is_tail else 0.0) - _EPSILON:
                    return
                if not item.is_tracked and time < part.time - _EPSILON:
                    return
                self._judge_part(item, part, time, is_hit=item.is_tracked)
            item.next_part += 1

    def _judge_part(self, item: _Object, part: _Part, time: float, *, is_hit: bool) -> None:
        part.is_judged = True
        part.is_hit = is_hit
        combo: bool | None = is_hit
        if part.part is Part.SLIDER_END:
            # The end breaks no combo; with Classic the slider itself has the last of it.
            breaks = False if self._is_strict else None
            combo = breaks if not is_hit else None if self._is_classic_slider else True
        if combo is False:
            self._tally.slider_breaks.add(item.index)
        self._tally.add(
            part.part,
            Judgement.TICK_HIT if is_hit else Judgement.TICK_MISS,
            index=item.index,
            object_time=part.time,
            time=time,
            at=self._ball(item, part.time),
            counts=False,
            combo=combo,
        )

    def _judge_slider(self, item: _Object, time: float) -> None:
        """Judge a whole slider by the share of its parts, as Classic does."""
        hits = sum(part.is_hit for part in item.parts) + (item.head is not Judgement.MISS)
        total = len(item.parts) + 1
        if hits == total:
            judgement = Judgement.GREAT
        elif not hits:
            judgement = Judgement.MISS
        else:
            judgement = Judgement.OK if 2 * hits >= total else Judgement.MEH
        is_miss = judgement is Judgement.MISS
        self._tally.add(
            Part.SLIDER,
            judgement,
            index=item.index,
            object_time=item.start,
            time=time,
            at=item.at,
            counts=True,
            combo=not is_miss,
            press=self._failed_press(item) if is_miss else None,
        )

    def _update_spinner(self, item: _Object, spin: _Spin, time: float) -> None:
        is_time = item.start <= time < item.end
        rate = self._difficulty.rate_at(time)
        spin.move(self._x, self._y, rate, is_held=is_time and bool(self._keys))
        if time >= item.end:
            item.is_judged = True
            judgement = Judgement.GREAT if self._is_spun_out else spin.result
            self._tally.add(
                Part.SPINNER,
                judgement,
                index=item.index,
                object_time=item.start,
                time=time,
                at=_CENTRE,
                counts=True,
                combo=judgement is not Judgement.MISS,
            )

    def _ball(self, item: _Object, time: float) -> complex:
        """Return where the ball of a slider is, as played."""
        path, length = item.path, item.end - item.start
        if path is None or length <= 0:
            return item.at
        progress = min(max((time - item.start) / length, 0.0), 1.0) * item.spans
        progress = progress % 2 if progress < item.spans else float(item.spans % 2)
        moved = path.offset_at(2 - progress if progress > 1 else progress)
        return item.at + complex(moved.real * item.signs.real, moved.imag * item.signs.imag)

    def _failed_press(self, item: _Object) -> Press | None:
        """Return the press nearest to a missed object that judged no object."""
        best = None
        for press in reversed(self._presses):
            self._tally.visit(1)
            if press.time < item.start - _HITTABLE:
                break
            if not press.is_used and (
                best is None or abs(press.time - item.start) < abs(best.time - item.start)
            ):
                best = press
        return best


def has_classic_sliders(mods: Iterable[Mod]) -> bool:
    """Whether a play in lazer judges sliders as stable does, by the share of their parts."""
    return _is_on(next((mod for mod in mods if mod.acronym == "CL"), None), _CLASSIC_SLIDERS)


def _is_on(classic: Mod | None, setting: str) -> bool:
    """Whether a setting of Classic is on; all are by default."""
    return classic is not None and classic.settings.get(setting, True) is not False


def _flips(difficulty: Difficulty, mirror: Mod | None) -> tuple[bool, bool]:
    """Return whether the playfield is mirrored horizontally, and vertically."""
    if mirror is None:
        return False, difficulty.has_hard_rock
    chosen = mirror.settings.get("reflection", 0)
    # The game writes the number of the choice, and reads its name too.
    number = {"Horizontal": 0, "Vertical": 1, "Both": 2}.get(str(chosen), chosen)
    return number in (0, 2), (number in (1, 2)) != difficulty.has_hard_rock


def _free_periods(beatmap: Beatmap, meh: float) -> tuple[list[float], list[float]]:
    """Return when Alternate and Single Tap let all keys through: begins, and latest ends so far."""
    times = [item.time for item in beatmap.hit_objects]
    periods = [(-_NEVER, times[0] - meh - 1)]
    for pause in beatmap.breaks:
        following = bisect_left(times, pause.end)
        if following < len(times):
            periods.append((pause.start, times[following] - meh - 1))
    periods.sort()
    return [begin for begin, _ in periods], [*accumulate((end for _, end in periods), max)]


def _objects(
    beatmap: Beatmap, difficulty: Difficulty, stacks: Iterable[int], flips: tuple[bool, bool]
) -> list[_Object]:
    signs = complex(-1 if flips[0] else 1, -1 if flips[1] else 1)

    def played(at: complex) -> complex:
        return complex(
            _SIZE[0] - at.real if flips[0] else at.real, _SIZE[1] - at.imag if flips[1] else at.imag
        )

    shift = STACK_OFFSET * difficulty.scale
    slowest = difficulty_range(difficulty.overall_difficulty, 90, 150, 225) / 60
    objects, count = [], 0
    for item, stack in zip(beatmap.hit_objects, stacks, strict=True):
        at = played(complex(item.x, item.y)) + stack * complex(shift, shift)
        found = _Object(item, difficulty.preempt_ms, stack, at)
        found.signs = signs
        if item.kind is ObjectKind.SLIDER and item.path is not None:
            count += item.spans + len(item.tick_times)
            if count > MAX_PARTS:
                raise NotJudged("The sliders of this beatmap are too long to be judged.")
            found.parts = _parts(item)
        elif item.kind is not ObjectKind.CIRCLE:
            found.spin = _Spin(int(slowest * (item.duration / 1000) + 0.0001))
        objects.append(found)
    return objects


def _parts(item: HitObject) -> list[_Part]:
    """Return the ticks and repeats of a slider in order of time, and its end."""
    span = item.span_duration
    repeats = [(item.time + (at + 1) * span, Part.SLIDER_REPEAT) for at in range(item.spans - 1)]
    ticks = [(time, Part.SLIDER_TICK) for time in item.tick_times]
    ordered = sorted([*ticks, *repeats], key=lambda part: part[0])
    return [_Part(part, time) for time, part in (*ordered, (item.end_time, Part.SLIDER_END))]
