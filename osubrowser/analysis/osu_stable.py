"""Judgement of osu! plays by the rules of stable.

A play is judged on its replay frames, in whole milliseconds of the song. The rules are those of the
game: notelock, sliders whose result is the share of their parts, spinners with a velocity limit.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.beatmap import ObjectKind
from osubrowser.analysis.difficulty import GAMEFIELD_ALLOWANCE
from osubrowser.analysis.hit_windows import difficulty_range, hit_windows, single_precision
from osubrowser.analysis.result import Judgement, Part
from osubrowser.analysis.stable_sliders import MAX_SLIDER_STEPS, StableSlider
from osubrowser.analysis.tally import Press, Tally
from osubrowser.analysis.timing import Timing
from osubrowser.api.entities.modes import GameMode

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap, HitObject
    from osubrowser.analysis.difficulty import Difficulty
    from osubrowser.analysis.playable_frames import PlayedFrame
    from osubrowser.api.mods import Mod

LEFT: Final = 1
RIGHT: Final = 2

_LEFT_KEYS: Final = 0b0101
_RIGHT_KEYS: Final = 0b1010
_SHAKE_RANGE: Final = 400
_ENDS_EARLIER: Final = 3
_FOLLOW_SCALE: Final = 2.4000000953674316  # of single precision
_FIRST_WITH_FRAME_ENDS: Final = 20_190_506
_FIRST_WITH_NEW_SPINNERS: Final = 20_190_510
_PLAYFIELD_HEIGHT: Final = 384
_FRAME_MS: Final = 1000 / 60
_MAX_SPIN: Final = 0.05  # radians a millisecond
_SPUN_OUT_SPIN: Final = 0.03
_PROGRESS_STEP: Final = 4096
_CENTRE: Final = 256 + 192j
_NEVER: Final = 1 << 62
_NEAR: Final = 1e-2  # osu! pixels within which rounding decides
_FAR: Final = 1e9


class _Object:
    """Hit object of a play, and what became of it.

    Attributes:
        appears: from when a press can reach it.
        due: the first time at which it is judged without a press.
        at: its centre, as played.
        is_done: whether it was judged; a slider at its end.
        head: result of a slider's head, None until it is judged.
        down: key that holds the slider, 0 for none.
    """

    __slots__ = (
        "appears",
        "at",
        "down",
        "due",
        "end",
        "head",
        "index",
        "is_done",
        "is_tracked",
        "kind",
        "offset",
        "passed",
        "scored",
        "slider",
        "spinner",
        "stack",
        "start",
        "track_start",
    )

    def __init__(self, item: HitObject, preempt: int, stack: int, at: complex) -> None:
        self.index = item.index
        self.kind = item.kind
        self.start = int(item.time)
        self.end = int(item.end_time)
        self.appears = self.start - preempt
        self.stack = stack
        self.at = at
        self.offset = 0j
        self.is_done = False
        self.due = self.end
        self.slider: StableSlider | None = None
        self.spinner: _Spinner | None = None
        self.head: Judgement | None = None
        self.is_tracked = False
        self.track_start = 0
        self.down = 0
        self.scored = 0
        self.passed = 0

    @property
    def is_finished(self) -> bool:
        """Whether nothing of it is left to judge."""
        return self.is_done and (self.slider is None or self.head is not None)


class _Spinner:
    """Spin of a spinner: the disc follows the cursor, but no faster than it may accelerate."""

    def __init__(self, length: int, ratio: float, rate: float, *, is_old: bool) -> None:
        self.required = int(length / 1000 * ratio)
        self.turns = 0
        self._rate = rate
        self._is_old = is_old
        self._acceleration = 0.00008 + max(0.0, (5000 - length) / 1000 / 2000)
        self._variance = _FRAME_MS
        self._velocity = self._wanted = 0.0
        self._angle: float | None = None
        self._half_turns = 0.0
        self._whole = 0
        self._still_frames = 0

    def turn(self, elapsed: float, x: float, y: float, *, is_held: bool, is_spun_out: bool) -> None:
        """Turn it by a replay frame, `elapsed` ms after the one before."""
        fastest = self._acceleration * elapsed / self._rate
        if is_spun_out:
            self._velocity = _SPUN_OUT_SPIN
        else:
            change = self._wanted - self._velocity
            self._velocity += min(change, fastest) if change > 0 else max(change, -fastest)
        self._velocity = min(max(self._velocity, -_MAX_SPIN), _MAX_SPIN)
        angle = single_precision(math.atan2(y - _CENTRE.imag, x - _CENTRE.real))
        before = self._angle
        if before is None:
            before = 0.0 if self._is_old else angle
        self._angle = angle
        moved = angle - before
        if moved < -math.pi:
            moved += 2 * math.pi
        elif moved > math.pi:
            moved -= 2 * math.pi
        decay = math.pow(0.999, elapsed)
        self._variance = decay * self._variance + (1 - decay) * elapsed
        self._wanted = self._velocity_of(moved, elapsed, is_held=is_held)
        added = single_precision(self._velocity * elapsed)
        self._half_turns = single_precision(
            self._half_turns + single_precision(abs(added) / math.pi)
        )
        if int(self._half_turns) != self._whole:
            self._whole = int(self._half_turns)
            self.turns += 1

    def _velocity_of(self, moved: float, elapsed: float, *, is_held: bool) -> float:
        """Return the velocity that the cursor asks for, in radians a millisecond."""
        if moved == 0:
            self._still_frames += 1
            return self._wanted / 3 if self._still_frames < 2 else 0.0
        self._still_frames = 0
        if not is_held:
            return 0.0
        if abs(moved) >= math.pi:
            return 0.0
        if self._variance / self._rate > _FRAME_MS * 1.04:
            return moved / (elapsed / self._rate) if elapsed > 0 else 0.0
        return moved / _FRAME_MS

    @property
    def result(self) -> Judgement:
        """Its result, at its end."""
        required, turns = self.required, self.turns
        great, ok, meh = (
            (required + 2, required + 1, required)
            if self._is_old
            else (required + 1, required - 1, required // 4)
        )
        if turns >= great or (not self._is_old and required == 0):
            return Judgement.GREAT
        if turns >= ok:
            return Judgement.OK
        return Judgement.MEH if turns >= meh else Judgement.MISS


def stable_radius(difficulty: Difficulty) -> float:
    """Return the radius of hit circles in stable, in osu! pixels."""
    size = single_precision(difficulty.circle_size)
    return single_precision(difficulty_range(size, 54.4, 32, 9.6) * GAMEFIELD_ALLOWANCE)


class StablePlay:
    """Play of an osu! beatmap in stable.

    Args:
        stacks: stack height of each hit object.
        version: game version whose rules count, as a number `yyyymmdd`.
        acronyms: of the mods.

    Raises:
        NotJudged: sliders with more lines and ticks than `MAX_SLIDER_STEPS`.
    """

    def __init__(
        self,
        beatmap: Beatmap,
        difficulty: Difficulty,
        stacks: Sequence[int],
        version: int,
        mods: Sequence[Mod],
        tally: Tally,
    ) -> None:
        acronyms = {mod.acronym for mod in mods}
        windows = hit_windows(GameMode.OSU, beatmap.overall_difficulty, mods, is_lazer=False)
        self._great, self._ok, self._meh = (int(w.milliseconds + 0.5) for w in windows[:3])
        self._tally = tally
        self._radius = stable_radius(difficulty)
        self._follow_radius = single_precision(self._radius * _FOLLOW_SCALE)
        self._ends_on_frames = version >= _FIRST_WITH_FRAME_ENDS
        self._is_score_v2 = "V2" in acronyms
        self._is_spun_out = "SO" in acronyms
        self._is_mirrored = difficulty.has_hard_rock
        self._objects = self._prepared(beatmap, difficulty, stacks, version)
        self._next = 0
        self._active: list[_Object] = []
        self._due = 0
        self._presses: list[Press] = []
        self._has_finished = False
        self._time = -_NEVER
        self._last_time = 0
        self._left = self._right = False
        self._left_pressed = self._right_pressed = False
        self._buttons = self._last_buttons = self._earlier_buttons = 0
        self._last = 0.0, 0.0

    def _prepared(
        self, beatmap: Beatmap, difficulty: Difficulty, stacks: Sequence[int], version: int
    ) -> list[_Object]:
        timing = Timing(beatmap.timing_points)
        ratio = difficulty_range(single_precision(difficulty.overall_difficulty), 3, 5, 7.5)
        preempt, steps = difficulty.preempt_ms, MAX_SLIDER_STEPS
        objects = []
        for item, stack in zip(beatmap.hit_objects, stacks, strict=True):
            shift = single_precision(stack * self._radius / 10)
            offset = complex(-shift, -shift)
            found = _Object(item, preempt, stack, self._played(complex(item.x, item.y)) + offset)
            found.offset = offset
            if item.kind is ObjectKind.SLIDER and item.path is not None:
                found.slider = StableSlider(item, beatmap, timing.at(item.time), steps)
                steps -= found.slider.steps
                found.end = found.slider.end
                found.due = min(found.end, found.start + self._meh + 1)
            elif item.kind is ObjectKind.CIRCLE:
                found.due = found.start + self._meh + 1
            else:
                found.spinner = _Spinner(
                    found.end - found.start,
                    ratio,
                    difficulty.rate,
                    is_old=version < _FIRST_WITH_NEW_SPINNERS,
                )
            objects.append(found)
        return objects

    def _played(self, at: complex) -> complex:
        return complex(at.real, _PLAYFIELD_HEIGHT - at.imag) if self._is_mirrored else at

    def run(self, frames: Sequence[PlayedFrame], step: Callable[[float], None]) -> None:
        """Judge all frames. `step` is called now and then with the part that is done, 0 to 1."""
        x_values = array("f", [min(max(frame.x, -_FAR), _FAR) for frame in frames])
        y_values = array("f", [min(max(frame.y, -_FAR), _FAR) for frame in frames])
        last = len(frames) - 1
        for at, frame in enumerate(frames):
            if not at % _PROGRESS_STEP:
                step(at / (last + 1))
            time = frame.time
            self._frame(time, x_values[at], y_values[at], frame.keys)
            if at < last and not self._ends_on_frames:
                # Older versions judged what ended between two frames at its millisecond.
                following = frames[at + 1].time
                while self._due < following:
                    self._judge_due(max(self._due, time))
        if frames:
            self._last = x_values[-1], y_values[-1]

    def finish(self) -> None:
        """Judge what is left after the last frame, without presses."""
        times = set[int]()
        for item in (*self._active, *self._objects[self._next :]):
            if item.is_finished:
                continue
            points = item.slider.points if item.slider is not None else []
            moments = (item.appears, item.start, item.end, item.start + self._meh, *points)
            times.update(moment + 1 for moment in moments)
            times.update(points)
            times.add(item.end)
        x, y = self._last
        for time in sorted(times):
            if time > self._time:
                self._frame(time, x, y, 0)

    def _frame(self, time: int, x: float, y: float, keys: int) -> None:
        if time > self._time:
            self._update_active(time)
            self._time = time
        self._tally.visit(len(self._active))
        left, right = bool(keys & _LEFT_KEYS), bool(keys & _RIGHT_KEYS)
        self._left_pressed = left and not self._left
        self._right_pressed = right and not self._right
        if left != self._left or right != self._right:
            self._earlier_buttons = self._last_buttons
            self._last_buttons = self._buttons
            self._buttons = left * LEFT | right * RIGHT
            self._left, self._right = left, right
        if self._left_pressed or self._right_pressed:
            self._click(time, x, y)
        was_slider = False
        for item in self._active:
            if item.slider is not None:
                # Of all sliders only the first unfinished one is updated.
                if not item.is_done and not was_slider:
                    was_slider = True
                    if time >= item.start:
                        self._slide(item, item.slider, time, x, y)
            elif item.spinner is not None and item.start < time < item.end and not item.is_done:
                elapsed = time - self._last_time if self._last_time else _FRAME_MS
                item.spinner.turn(
                    elapsed, x, y, is_held=left or right, is_spun_out=self._is_spun_out
                )
        if time >= self._due:
            self._judge_due(time)
        self._last_time = time

    def _update_active(self, time: int) -> None:
        """Drop what is finished, and add what appeared before a time."""
        active, objects = self._active, self._objects
        if self._has_finished:
            self._has_finished = False
            active[:] = [item for item in active if not item.is_finished]
        added = False
        while self._next < len(objects) and objects[self._next].appears < time:
            active.append(objects[self._next])
            self._next += 1
            added = True
        if added:
            self._update_due()

    def _update_due(self) -> None:
        self._due = min((item.due for item in self._active if not item.is_finished), default=_NEVER)

    def _click(self, time: int, x: float, y: float) -> None:
        left, right = self._left_pressed, self._right_pressed
        presses = [Press(time, x, y) for _ in range(left + right)]
        self._presses += presses
        free = len(presses)
        judged = False
        for place, item in enumerate(self._active):
            if not free:
                break
            if item.spinner is not None or item.is_done or item.head is not None:
                continue
            if not _is_within(x, y, item.at, self._radius):
                continue
            if not self._can_be_hit(place, item, time):
                break
            free -= 1
            press = presses[free]
            press.is_used = True
            self._hit(item, time, press)
            judged = True
        if judged:
            self._has_finished = True
            self._update_due()

    def _can_be_hit(self, place: int, item: _Object, time: int) -> bool:
        active = self._active
        self._tally.visit(place)
        if item.slider is None and place:
            before = active[place - 1]
            if before.stack > 0 and not before.is_done:
                return False
        for other in active:
            if other is item:
                break
            if not other.is_done and other.end + _ENDS_EARLIER < item.start:
                return False
        return abs(time - item.start) < _SHAKE_RANGE

    def _hit(self, item: _Object, time: int, press: Press) -> None:
        error = time - item.start
        distance = abs(error)
        if distance < self._great:
            judgement = Judgement.GREAT
        elif distance < self._ok:
            judgement = Judgement.OK
        elif distance < self._meh:
            judgement = Judgement.MEH
        else:
            judgement = Judgement.MISS
        is_hit = judgement is not Judgement.MISS
        if item.slider is None:
            item.is_done = True
        else:
            item.head = judgement
            item.down = self._pressed_button()
            item.due = item.end
            if not is_hit:
                self._tally.slider_breaks.add(item.index)
        self._tally.add(
            Part.CIRCLE if item.slider is None else Part.SLIDER_HEAD,
            judgement,
            index=item.index,
            object_time=item.start,
            time=time,
            at=item.at,
            counts=item.slider is None,
            combo=is_hit,
            error=float(error),
            press=None if is_hit else press,
            in_unstable_rate=is_hit,
        )

    def _pressed_button(self) -> int:
        if self._left_pressed:
            return LEFT
        return RIGHT if self._right_pressed else self._buttons

    def _slide(self, item: _Object, slider: StableSlider, time: int, x: float, y: float) -> None:
        """Judge the next part of a slider, and whether the ball is followed."""
        points = slider.points
        is_held = self._is_holding(item)
        ball = self._played(slider.ball_at(time)) + item.offset
        radius = self._follow_radius if item.is_tracked else self._radius
        follows = is_held and _is_inside(x, y, ball, radius)
        if follows and not item.is_tracked:
            item.is_tracked = True
            item.track_start = time
        at = item.passed
        if at < len(points) and points[at] <= time:
            item.passed += 1
            self._judge_point(item, points, at, time, ball, is_hit=follows)
        if not follows and item.is_tracked and item.passed < len(points):
            item.is_tracked = False

    def _is_holding(self, item: _Object) -> bool:
        """Whether a pressed key may hold a slider: the one that hit it, or one pressed since."""
        if not self._buttons:
            item.down = 0
            return False
        may_swap = not (
            self._last_buttons == LEFT | RIGHT and self._earlier_buttons == self._buttons
        )
        if not item.down or (self._buttons != LEFT | RIGHT and may_swap):
            item.down = self._pressed_button()
            return True
        return bool(self._buttons & item.down) or may_swap

    def _judge_point(
        self,
        item: _Object,
        points: Sequence[int],
        at: int,
        time: int,
        ball: complex,
        *,
        is_hit: bool,
    ) -> None:
        is_last = at == len(points) - 1
        is_hit = is_hit and item.track_start <= points[at]
        if is_hit:
            item.scored += 1
        elif not is_last:
            self._tally.slider_breaks.add(item.index)
        spans = 1 if item.slider is None else item.slider.spans
        part = Part.SLIDER_TICK
        if is_last:
            part = Part.SLIDER_END
        elif not (at + 1) % max(len(points) // spans, 1):
            part = Part.SLIDER_REPEAT
        self._tally.add(
            part,
            Judgement.TICK_HIT if is_hit else Judgement.TICK_MISS,
            index=item.index,
            object_time=points[at],
            time=time,
            at=ball,
            counts=False,
            combo=True if is_hit else None if is_last else False,
        )

    def _judge_due(self, time: int) -> None:
        """Judge what a time judges without a press: misses, and ends of sliders and spinners."""
        self._tally.visit(len(self._active))
        for item in self._active:
            if time < item.due or item.is_finished:
                continue
            if item.spinner is not None:
                self._end_spinner(item, item.spinner, time)
            elif item.slider is not None:
                self._end_slider(item, item.slider, time)
            else:
                item.is_done = True
                self._tally.add(
                    Part.CIRCLE,
                    Judgement.MISS,
                    index=item.index,
                    object_time=item.start,
                    time=time,
                    at=item.at,
                    counts=True,
                    combo=False,
                    press=self._failed_press(item),
                )
        self._has_finished = True
        self._update_due()

    def _end_slider(self, item: _Object, slider: StableSlider, time: int) -> None:
        tally = self._tally
        if item.head is None and time > item.start + self._meh:
            item.head = Judgement.MISS
            item.down = self._pressed_button()
            tally.slider_breaks.add(item.index)
            tally.add(
                Part.SLIDER_HEAD,
                Judgement.MISS,
                index=item.index,
                object_time=item.start,
                time=time,
                at=item.at,
                counts=False,
                combo=False,
                press=self._failed_press(item),
            )
        if not item.is_done and time >= item.end:
            item.is_done = True
            judgement = self._slider_result(item, slider)
            is_miss = judgement is Judgement.MISS
            tally.add(
                Part.SLIDER,
                judgement,
                index=item.index,
                object_time=item.start,
                time=time,
                at=item.at,
                counts=True,
                combo=False if is_miss else None,
                press=self._failed_press(item) if is_miss else None,
            )
        item.due = item.start + self._meh + 1 if item.head is None else item.end

    def _slider_result(self, item: _Object, slider: StableSlider) -> Judgement:
        head = Judgement.MISS if item.head is None else item.head
        scored, parts = item.scored + (head is not Judgement.MISS), len(slider.points) + 1
        if not scored:
            return Judgement.MISS
        result = Judgement.MEH
        if scored == parts:
            result = Judgement.GREAT
        elif 2 * scored >= parts:
            result = Judgement.OK
        if self._is_score_v2:
            order = (Judgement.GREAT, Judgement.OK, Judgement.MEH)
            worse = order.index(head) if head in order else len(order) - 1
            result = order[max(order.index(result), worse)]
        return result

    def _end_spinner(self, item: _Object, spinner: _Spinner, time: int) -> None:
        item.is_done = True
        judgement = spinner.result
        self._tally.add(
            Part.SPINNER,
            judgement,
            index=item.index,
            object_time=item.start,
            time=time,
            at=item.at,
            counts=True,
            combo=judgement is not Judgement.MISS,
        )

    def _failed_press(self, item: _Object) -> Press | None:
        """Return the press nearest to a missed object that judged no object."""
        best = None
        for press in reversed(self._presses):
            self._tally.visit(1)
            if press.time < item.start - _SHAKE_RANGE:
                break
            if not press.is_used and (
                best is None or abs(press.time - item.start) < abs(best.time - item.start)
            ):
                best = press
        return best


def _is_within(x: float, y: float, at: complex, radius: float) -> bool:
    """Whether a position is within a radius, as single precision has it."""
    distance = math.hypot(x - at.real, y - at.imag)
    if abs(distance - radius) > _NEAR:
        return distance < radius
    across, down = single_precision(at.real - x), single_precision(at.imag - y)
    square = single_precision(across * across + down * down)
    return single_precision(math.sqrt(square)) <= radius


def _is_inside(x: float, y: float, at: complex, radius: float) -> bool:
    """Whether a position is inside a radius, as the squares in single precision have it."""
    distance = math.hypot(x - at.real, y - at.imag)
    if abs(distance - radius) > _NEAR:
        return distance < radius
    across = single_precision(single_precision(at.real) - x)
    down = single_precision(single_precision(at.imag) - y)
    return single_precision(across * across + down * down) < single_precision(radius * radius)
