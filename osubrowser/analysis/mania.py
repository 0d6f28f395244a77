"""Judgement of mania replays: stable with Score V1 and V2, and lazer.

Columns are independent: each is judged by its own notes and key changes. The rules of stable are
those that real replays show: stable writes a frame whenever it judges, so that the moments of its
judgements can be read from a replay.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.analysis.figures import (
    PartResult,
    analysis_of,
    check_playable,
    failed_press,
    free_presses,
    steps,
)
from osubrowser.analysis.hit_windows import SCORE_V2_MODS, hit_windows
from osubrowser.analysis.playable_frames import playable_frames
from osubrowser.analysis.result import Analysis, Judgement, NotJudged, Part
from osubrowser.analysis.tally import Visits
from osubrowser.api.entities.modes import GameMode

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.playable_frames import PlayedFrame
    from osubrowser.api.replays import Replay

MAX_COLUMNS: Final = 18
"""Columns of the widest stage."""
MAX_KEY_CHANGES: Final = 1_000_000
"""Presses and releases in a play; an hour of the densest beatmaps has 200,000."""

_FIELD_WIDTH: Final = 512
_REFUSED: Final = {
    "RD": "Random moves the notes to other columns: its replays are not judged.",
    "IN": "Invert makes other notes: its replays are not judged.",
    "HO": "Hold Off makes other notes: its replays are not judged.",
    "NR": "No Release judges hold notes by a rule of its own: its replays are not judged.",
    "AS": "Adaptive Speed changes the hit windows as it goes: its replays are not judged.",
}
_BEST_FIRST: Final = (
    Judgement.PERFECT,
    Judgement.GREAT,
    Judgement.GOOD,
    Judgement.OK,
    Judgement.MEH,
    Judgement.MISS,
)
# How much wider the windows of a whole hold note are: of its head, and of head and tail together.
_HOLD_FACTORS: Final = (
    (Judgement.PERFECT, 1.2, 2.4),
    (Judgement.GREAT, 1.1, 2.2),
    (Judgement.GOOD, 1.0, 2.0),
    (Judgement.OK, 1.0, 2.0),
)
_TAIL_FACTOR: Final = 1.5
"""How much wider the windows of a tail that is judged by itself are."""
_TICK_MS: Final = 100
_LONGEST_STEP_MS: Final = 10
"""Updates of a running game are rarely further apart than this."""
_USUAL_DELAY_MS: Final = 2
"""How late the game usually raises the combo of a held note: at its next update."""
_FIRST_WITH_FORCED_RELEASE: Final = 20190523
"""First known version of stable that ends a hold note at the end of its window."""


def _rank(judgement: Judgement) -> int:
    """Return the place of a judgement, best first."""
    return _BEST_FIRST.index(judgement)


class _Note(NamedTuple):
    number: int
    start: float
    end: float
    is_hold: bool


class _Windows(NamedTuple):
    perfect: float
    great: float
    good: float
    ok: float
    meh: float
    miss: float

    def judge(self, distance: float) -> Judgement | None:
        for judgement, window in zip(_BEST_FIRST, self, strict=True):
            if distance <= window:
                return judgement
        return None


def judge(
    beatmap: Beatmap,
    replay: Replay,
    *,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Analysis:
    """Judge a mania replay on its beatmap, by the rules of the game that it was played in.

    Args:
        progress: called now and then with the part that is done, 0 to 1.
        is_cancelled: asked now and then whether to stop.

    Raises:
        NotJudged: the replay or beatmap has no judgement; its text is a sentence for people.
        JudgementCancelled: `is_cancelled` returned true.
        ReplayError: the frames cannot be decompressed.
    """
    check_playable(beatmap, replay, mode=GameMode.MANIA, name="mania", refused=_REFUSED)
    frames = playable_frames(replay, beatmap)
    if not frames:
        raise NotJudged("The replay has no frames: there is nothing to judge.")
    acronyms = {mod.acronym for mod in replay.mods}
    step = steps(progress, is_cancelled)
    columns = column_count(beatmap)
    notes = notes_by_column(beatmap, is_mirrored="MR" in acronyms)
    changes = key_changes(frames, columns)
    windows = _windows(beatmap, replay)
    rules: type[_Column]
    if replay.is_lazer:
        rules = _LazerColumn
    elif not acronyms.isdisjoint(SCORE_V2_MODS):
        rules = _ScoreV2Column
    else:
        rules = _StableColumn
    clock = _Clock([frame.time for frame in frames], replay.game_version)
    visits = Visits()
    results: list[PartResult] = []
    ticks: list[float] = []
    for number in range(columns):
        step(number / columns)
        column = rules(number, notes[number], windows, clock, visits)
        column.run(changes[number])
        results += column.results
        ticks += column.ticks
    is_combo_exact = replay.is_lazer or not any(note.is_hold for of in notes for note in of)
    return analysis_of(
        beatmap,
        replay,
        results,
        last_frame=frames[-1].time,
        ticks=ticks,
        is_combo_exact=is_combo_exact,
    )


def column_count(beatmap: Beatmap) -> int:
    """Return how many columns a mania beatmap has, 1 to `MAX_COLUMNS`."""
    size = beatmap.circle_size
    return min(max(round(size), 1), MAX_COLUMNS) if math.isfinite(size) else 1


def column_of(x: float, columns: int) -> int:
    """Return the column of a hit object, from 0, by its x in osu! pixels."""
    return min(max(int(x * columns // _FIELD_WIDTH), 0), columns - 1)


def notes_by_column(beatmap: Beatmap, *, is_mirrored: bool = False) -> list[list[_Note]]:
    """Return the notes of each column in order of time."""
    columns = column_count(beatmap)
    notes: list[list[_Note]] = [[] for _ in range(columns)]
    for thing in beatmap.hit_objects:
        column = column_of(thing.x, columns)
        if is_mirrored:
            column = columns - 1 - column
        is_hold = thing.end_time > thing.time
        notes[column].append(_Note(thing.index, thing.time, thing.end_time, is_hold))
    for of in notes:
        of.sort(key=lambda note: note.start)
    return notes


def key_changes(frames: Sequence[PlayedFrame], columns: int) -> list[list[tuple[float, bool]]]:
    """Return the key changes of each column: when, and whether the key went down.

    Raises NotJudged for more than `MAX_KEY_CHANGES`.
    """
    changes: list[list[tuple[float, bool]]] = [[] for _ in range(columns)]
    mask, last = (1 << columns) - 1, 0
    left = MAX_KEY_CHANGES
    for frame in frames:
        keys = frame.keys & mask
        changed = keys ^ last
        left -= changed.bit_count()
        if left < 0:
            raise NotJudged("The replay has more key presses than a play can have.")
        while changed:
            bit = changed & -changed
            changes[bit.bit_length() - 1].append((frame.time, bool(keys & bit)))
            changed ^= bit
        last = keys
    return changes


def _windows(beatmap: Beatmap, replay: Replay) -> _Windows:
    found = hit_windows(
        GameMode.MANIA, beatmap.overall_difficulty, replay.mods, is_lazer=replay.is_lazer
    )
    values = [window.milliseconds for window in found]
    # Stable compares whole milliseconds, and some limits exclude them.
    return _Windows(*(values if replay.is_lazer else map(math.floor, values)))


class _Clock:
    """Times of a replay's frames: the game judges only at some of its updates."""

    def __init__(self, times: list[int], version: int) -> None:
        self._times = times
        self.has_forced_release = version >= _FIRST_WITH_FORCED_RELEASE

    def first_at(self, time: float) -> float:
        """Return the time of the first frame that is not before `time`; `time` at the end."""
        at = bisect_left(self._times, time)
        return self._times[at] if at < len(self._times) else time

    def ticks(self, start: float, end: float) -> Iterator[float]:
        """Yield the times at which a note held from `start` to `end` raises the combo.

        The updates of the game are not in its replays, apart from those with a frame: the number
        is an estimate.
        """
        if end - start > _TICK_MS * len(self._times) + _TICK_MS:
            return
        while (due := start + _TICK_MS) <= end:
            frame = self.first_at(due)
            start = frame if frame <= due + _LONGEST_STEP_MS else due + _USUAL_DELAY_MS
            if start > end:
                return
            yield start


class _Column(ABC):
    """Column of a stage: its notes, what was judged of them, and the ticks of held ones."""

    def __init__(
        self,
        number: int,
        notes: list[_Note],
        windows: _Windows,
        clock: _Clock,
        visits: Visits,
    ) -> None:
        self.results: list[PartResult] = []
        self.ticks: list[float] = []
        self._number = number
        self._notes = notes
        self._windows = windows
        self._clock = clock
        self._visits = visits
        self._used: set[float] = set()

    def run(self, changes: Sequence[tuple[float, bool]]) -> None:
        """Judge all notes by the changes of the column's key."""
        for time, is_down in changes:
            self._update(time)
            if is_down:
                self._press(time)
            else:
                self._release(time)
        self._update(math.inf)
        free = free_presses((time for time, is_down in changes if is_down), self._used)
        for result in self.results:
            if result.judgement is Judgement.MISS and result.press_time is None:
                result.press_time = failed_press(result.object_time, free)

    @abstractmethod
    def _update(self, time: float) -> None:
        """Judge what is due before the key changes at `time`."""

    @abstractmethod
    def _press(self, time: float) -> None: ...

    @abstractmethod
    def _release(self, time: float) -> None: ...

    def _add(
        self,
        note: _Note,
        part: Part,
        judgement: Judgement,
        time: float,
        *,
        object_time: float | None = None,
        press: float | None = None,
        is_timed: bool = True,
    ) -> None:
        """Add a judged part; `press` is the time of the press or release that judged it."""
        at = note.start if object_time is None else object_time
        is_hit = judgement is not Judgement.MISS
        if press is not None and is_hit:
            self._used.add(press)
        self.results.append(
            PartResult(
                index=note.number,
                part=part,
                judgement=judgement,
                object_time=at,
                time=time,
                count=judgement.value,
                raises_combo=is_hit,
                error=None if press is None else press - at,
                in_unstable_rate=is_timed and is_hit and press is not None,
                press_time=press if not is_hit else None,
                column=self._number,
            )
        )

    def _break_combo(self, note: _Note, time: float) -> None:
        """Add the break of a hold note: it breaks the combo and is no count."""
        self.results.append(
            PartResult(
                index=note.number,
                part=Part.HOLD,
                judgement=Judgement.TICK_MISS,
                object_time=note.start,
                time=time,
                count=None,
                raises_combo=False,
                column=self._number,
            )
        )


class _ClassicColumn(_Column):
    """Column of stable: one note at a time, in order; presses before the last note are lost."""

    def __init__(
        self,
        number: int,
        notes: list[_Note],
        windows: _Windows,
        clock: _Clock,
        visits: Visits,
    ) -> None:
        super().__init__(number, notes, windows, clock, visits)
        self._at = 0
        self._is_down = False
        self._start()

    def _start(self) -> None:
        """Forget the state of the note that was judged."""
        self._pressed: float | None = None
        self._is_broken = False

    def _judge(self, note: _Note, part: Part, judgement: Judgement, time: float) -> None:
        self._add(note, part, judgement, time)
        self._next()

    def _next(self) -> None:
        self._at += 1
        self._start()

    def _takes_press(self, note: _Note, time: float) -> bool:
        """Whether a press belongs to a note, by its time and that of the note before it."""
        is_locked = self._at > 0 and time < self._notes[self._at - 1].start
        return not is_locked and time >= note.start - self._windows.miss

    def _press_note(self, note: _Note, time: float) -> None:
        judgement = self._windows.judge(abs(time - note.start)) or Judgement.MISS
        self._add(note, Part.NOTE, judgement, time, press=time)
        self._next()

    def _update(self, time: float) -> None:
        while self._at < len(self._notes):
            note = self._notes[self._at]
            if note.is_hold:
                if not self._update_hold(note, time):
                    return
            elif time >= (due := note.start + self._windows.ok):
                # Late presses of the last good millisecond come too late.
                self._judge(note, Part.NOTE, Judgement.MISS, due)
            else:
                return

    @abstractmethod
    def _update_hold(self, note: _Note, time: float) -> bool:
        """Judge what is due of the hold note; return whether it is done."""

    def _is_long(self, note: _Note) -> bool:
        """Whether the window of a hold note's head ends before that of its tail begins."""
        return note.end - self._windows.meh > note.start + self._windows.meh


class _StableColumn(_ClassicColumn):
    """Column of stable with Score V1: a hold note is judged once, by head and tail together.

    Released too early, it may be pressed again, and is one worse than its late release then: GOOD
    at best, or OK or MEH. One that nobody holds is missed when its head can no longer be pressed,
    if its tail could be released already.
    """

    def _start(self) -> None:
        super()._start()
        self._head_error = 0.0
        self._held_from = 0.0
        self._is_missed = False

    def _update_hold(self, note: _Note, time: float) -> bool:
        windows = self._windows
        if self._is_down:
            if self._pressed is None:
                if time < note.end + windows.meh:
                    return False
                self._judge(note, Part.HOLD, Judgement.MISS, note.end + windows.meh)
                return True
            limit = windows.meh if self._clock.has_forced_release else windows.miss
            if time < note.end + limit:
                return False
            forced = note.end + limit
            if self._clock.has_forced_release:
                forced = self._clock.first_at(forced)
            self._finish(note, forced, release=forced)
            return True
        if self._is_long(note):
            due = note.end + windows.ok
            if self._pressed is None and not self._is_missed and time >= note.start + windows.meh:
                self._is_missed = True
                self._break_combo(note, note.start + windows.meh)
        else:
            due = note.start + windows.meh if self._pressed is None else note.end - windows.meh
        if time < due:
            return False
        self._judge(note, Part.HOLD, Judgement.MISS, due)
        return True

    def _press(self, time: float) -> None:
        self._is_down = True
        if self._at >= len(self._notes):
            return
        note = self._notes[self._at]
        if not self._takes_press(note, time):
            return
        if not note.is_hold:
            self._press_note(note, time)
            return
        if self._pressed is None and time < note.start - self._windows.meh:
            # Too early for the head, which counts as if just outside of GOOD.
            self._head_error = self._windows.good + 1
        else:
            self._head_error = abs(time - note.start)
            if time > note.start + self._windows.meh:
                self._is_broken = True
        self._pressed = time
        self._held_from = time

    def _release(self, time: float) -> None:
        was_down, self._is_down = self._is_down, False
        if self._at >= len(self._notes) or not was_down:
            return
        note = self._notes[self._at]
        if not note.is_hold:
            return
        is_in_tail = time >= note.end - self._windows.meh
        if self._pressed is None:
            # The key of the note before it was held over its head.
            if is_in_tail and time > note.start + self._windows.meh:
                self._judge(note, Part.HOLD, Judgement.MISS, time)
        elif is_in_tail:
            self._finish(note, time, release=time)
        else:
            self._tick(note, time)
            if not self._is_broken:
                self._break_combo(note, time)
            self._is_broken = True

    def _finish(self, note: _Note, time: float, *, release: float) -> None:
        """Judge a hold note that counts as held until `release`."""
        head, total = self._head_error, self._head_error + abs(release - note.end)
        judgement = Judgement.MEH
        for better, of_head, of_both in _HOLD_FACTORS:
            window = self._windows[_rank(better)]
            if head <= window * of_head and total <= window * of_both:
                judgement = better
                break
        if self._is_broken:
            judgement = max(judgement, self._best_of_broken(release - note.end), key=_rank)
        self._tick(note, release)
        self._add(note, Part.HOLD, judgement, time, press=self._pressed)
        self._next()

    def _tick(self, note: _Note, release: float) -> None:
        """Raise the combo by the ticks of the span that ends with a release."""
        self.ticks += self._clock.ticks(self._held_from, min(release, note.end))

    def _best_of_broken(self, late: float) -> Judgement:
        """Return the best judgement of a broken note that is released `late` ms after its end."""
        if late <= self._windows.great:
            return Judgement.GOOD
        return Judgement.OK if late <= self._windows.good else Judgement.MEH


class _ScoreV2Column(_ClassicColumn):
    """Column of stable with Score V2: head and tail of a hold note are judged by themselves."""

    def _start(self) -> None:
        super()._start()
        self._head: Judgement | None = None

    def _update_hold(self, note: _Note, time: float) -> bool:
        windows = self._windows
        if self._head is None and time >= (due := note.start + windows.meh):
            self._head = Judgement.MISS
            self._is_broken = True
            self._add(note, Part.HOLD_HEAD, Judgement.MISS, due)
        if self._head is None:
            return False
        if not self._is_down and self._is_long(note):
            due = note.end + windows.ok
        else:
            due = note.end + windows.ok * _TAIL_FACTOR
        if time < due:
            return False
        self._finish(note, Judgement.MISS, due)
        return True

    def _press(self, time: float) -> None:
        self._is_down = True
        if self._at >= len(self._notes):
            return
        note = self._notes[self._at]
        if not self._takes_press(note, time):
            return
        if not note.is_hold:
            self._press_note(note, time)
            return
        if self._head is None:
            self._head = self._windows.judge(abs(time - note.start)) or Judgement.MISS
            self._is_broken = self._head is Judgement.MISS
            self._add(note, Part.HOLD_HEAD, self._head, time, press=time)
        self._pressed = time

    def _release(self, time: float) -> None:
        was_down, self._is_down = self._is_down, False
        if self._at >= len(self._notes) or not was_down:
            return
        note = self._notes[self._at]
        if not note.is_hold or self._head is None:
            return
        if time < note.end - self._windows.meh:
            if not self._is_broken:
                self._break_combo(note, time)
            self._is_broken = True
            return
        judgement = self._windows.judge(abs(time - note.end) / _TAIL_FACTOR) or Judgement.MISS
        if self._pressed is None:
            judgement = Judgement.MISS
        elif self._is_broken and judgement is not Judgement.MISS:
            judgement = Judgement.MEH
        self._finish(note, judgement, time, release=time)

    def _finish(
        self, note: _Note, judgement: Judgement, time: float, *, release: float | None = None
    ) -> None:
        self._add(
            note,
            Part.HOLD_TAIL,
            judgement,
            time,
            object_time=note.end,
            press=release,
            is_timed=False,
        )
        self._next()


class _LazerHold:
    """State of a hold note in lazer."""

    __slots__ = ("head", "is_broken", "is_held", "tail")

    def __init__(self) -> None:
        self.head: Judgement | None = None
        self.tail: Judgement | None = None
        self.is_held = False
        self.is_broken = False


class _LazerColumn(_Column):
    """Column of lazer: the first note that takes a press has it, a hit misses those before it."""

    def __init__(
        self,
        number: int,
        notes: list[_Note],
        windows: _Windows,
        clock: _Clock,
        visits: Visits,
    ) -> None:
        super().__init__(number, notes, windows, clock, visits)
        self._first = 0
        self._is_done = [False] * len(notes)
        self._holds = {note.number: _LazerHold() for note in notes if note.is_hold}

    def _open(self) -> int:
        """Return the position of the first note that is not judged."""
        while self._first < len(self._notes) and self._is_done[self._first]:
            self._first += 1
        return self._first

    def _reached(self, time: float) -> Iterator[int]:
        """Yield the positions of the notes that a key can reach, from the first open one."""
        at = self._open()
        while at < len(self._notes) and self._notes[at].start - self._windows.miss <= time:
            self._visits.add(1)
            yield at
            at += 1

    def _update(self, time: float) -> None:
        at = self._open()
        first, late = at, self._windows.meh
        while at < len(self._notes) and self._notes[at].start + late < time:
            if not self._is_done[at]:
                self._expire(at, time)
            at += 1
        self._visits.add(at - first)

    def _expire(self, at: int, time: float) -> None:
        note, late = self._notes[at], self._windows.meh
        if not note.is_hold:
            self._is_done[at] = True
            self._add(note, Part.NOTE, Judgement.MISS, note.start + late)
            return
        hold = self._holds[note.number]
        if hold.head is None:
            hold.head = Judgement.MISS
            self._add(note, Part.HOLD_HEAD, Judgement.MISS, note.start + late)
        if note.end + late * _TAIL_FACTOR < time:
            self._judge_tail(at, Judgement.MISS, note.end + late * _TAIL_FACTOR)

    def _press(self, time: float) -> None:
        for at in self._reached(time):
            if not self._is_done[at] and self._is_hittable(at, time) and self._hit(at, time):
                return

    def _is_hittable(self, at: int, time: float) -> bool:
        """Whether the next note has not begun."""
        return at + 1 >= len(self._notes) or time < self._notes[at + 1].start

    def _hit(self, at: int, time: float) -> bool:
        """Press on a note; return whether it was judged by it."""
        note = self._notes[at]
        judgement = self._windows.judge(abs(time - note.start))
        if not note.is_hold:
            if judgement is None:
                return False
            self._is_done[at] = True
            self._add(note, Part.NOTE, judgement, time, press=time)
            if judgement is not Judgement.MISS:
                self._miss_before(at, note.start, time)
            return True
        hold = self._holds[note.number]
        if time > note.end and time - note.end > self._windows.meh:
            return False
        hold.is_held = True
        if hold.head is not None or judgement is None:
            return False
        hold.head = judgement
        self._add(note, Part.HOLD_HEAD, judgement, time, press=time)
        if judgement is not Judgement.MISS:
            self._miss_before(at, note.start, time)
        return True

    def _release(self, time: float) -> None:
        for at in self._reached(time):
            note = self._notes[at]
            if note.is_hold and not self._is_done[at] and self._holds[note.number].is_held:
                self._release_hold(at, time)

    def _release_hold(self, at: int, time: float) -> None:
        note = self._notes[at]
        hold = self._holds[note.number]
        hold.is_held = False
        judgement = self._windows.judge(abs(time - note.end) / _TAIL_FACTOR)
        if judgement is not None:
            is_capped = hold.head in (None, Judgement.MISS) or hold.is_broken
            if is_capped:
                judgement = max(judgement, Judgement.MEH, key=_rank)
            self._judge_tail(at, judgement, time, release=time)
        elif not hold.is_broken:
            hold.is_broken = True
            self._break_combo(note, time)

    def _judge_tail(
        self, at: int, judgement: Judgement, time: float, *, release: float | None = None
    ) -> None:
        note = self._notes[at]
        hold = self._holds[note.number]
        hold.tail = judgement
        self._is_done[at] = True
        if hold.head is None:
            hold.head = Judgement.MISS
            self._add(note, Part.HOLD_HEAD, Judgement.MISS, time)
        self._add(note, Part.HOLD_TAIL, judgement, time, object_time=note.end, press=release)
        if judgement is not Judgement.MISS:
            self._miss_before(at, note.end, time)

    def _miss_before(self, at: int, target: float, time: float) -> None:
        """Miss all that ends before what was hit."""
        first = self._open()
        self._visits.add(max(at - first, 0))
        for earlier in range(first, at):
            note = self._notes[earlier]
            if self._is_done[earlier] or note.end >= target:
                continue
            if note.is_hold:
                self._judge_tail(earlier, Judgement.MISS, time)
            else:
                self._is_done[earlier] = True
                self._add(note, Part.NOTE, Judgement.MISS, time)
