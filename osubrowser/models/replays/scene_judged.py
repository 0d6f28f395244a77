"""Judgement of a replay by time: combo, accuracy, counts, marks, hit errors and misses."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.analysis.result import Judgement, Part
from osubrowser.api.entities.modes import GameMode
from osubrowser.models.replays.scene_words import miss_sentence
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.analysis.result import Analysis, HitWindow, JudgedPart

ORDER: Final = (
    Judgement.PERFECT,
    Judgement.GREAT,
    Judgement.GOOD,
    Judgement.OK,
    Judgement.MEH,
    Judgement.MISS,
)
"""Judgements that count, best first."""

_HEADS: Final = frozenset(
    {
        Part.CIRCLE,
        Part.SLIDER_HEAD,
        Part.NOTE,
        Part.SPINNER,
        Part.HOLD,
        Part.HOLD_HEAD,
        Part.DRUM_ROLL,
    }
)
_BROKEN: Final = frozenset({Judgement.MISS, Judgement.TICK_MISS})


class Mark(NamedTuple):
    """Judgement as it is shown in the field.

    Attributes:
        time: when it was judged, milliseconds.
        x, y: osu! pixels.
        judgement: what is shown.
        is_small: whether it is of a part of a slider alone.
        column: in mania, from 0; else None.
        object_index: of the hit object in the beatmap.
    """

    time: float
    x: float
    y: float
    judgement: Judgement
    is_small: bool
    column: int | None
    object_index: int


class Miss(NamedTuple):
    """Miss, for the scrubber and for going from one to the next.

    Attributes:
        time: when the object was to be hit, milliseconds.
        sentence: what was pressed, and by how much it missed.
        x, y: of the object, osu! pixels.
    """

    time: float
    sentence: str
    x: float
    y: float


class HitError(NamedTuple):
    """Timed press: when it was judged, by how many milliseconds it was late, and its result."""

    time: float
    error: float
    judgement: Judgement


class ObjectResult(NamedTuple):
    """Result of a hit object.

    Attributes:
        time: when its head was judged, or all of it where it has none, milliseconds.
        judgement: of the head.
        is_head: whether that is a head.
        end: when its last part was judged.
        end_judgement: of its last part; None where it has one part.
    """

    time: float
    judgement: Judgement
    is_head: bool
    end: float
    end_judgement: Judgement | None = None

    @property
    def is_hit(self) -> bool:
        """Whether the head was hit."""
        return self.judgement not in _BROKEN


class JudgedTimeline:
    """What an analysis found, in arrays that any moment is read from. It never changes.

    Args:
        analysis: the analysis.

    Attributes:
        marks: by time.
        objects: result of each hit object that was judged, by its index.
        errors: timed presses, by time; in catch there are none.
        misses: by time.
        windows: hit windows of the play, best first.
        widest: the widest hit window in milliseconds; 0 without one.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        parts = sorted(analysis.parts, key=_judged_at)
        is_catch = analysis.mode == GameMode.CATCH
        self._times = array("d", [part.time for part in parts])
        self._combos = array("l", [part.combo for part in parts])
        self._accuracies = array("d", [part.accuracy for part in parts])
        self._by_judgement = {name: array("d") for name in ORDER}
        self.marks: list[Mark] = []
        self.errors: list[HitError] = []
        self._sums, self._squares = array("d", [0.0]), array("d", [0.0])
        self.objects: dict[int, ObjectResult] = {}
        for part in parts:
            self._add(part, timed=not is_catch)
        self._mark_times = array("d", [mark.time for mark in self.marks])
        self._error_times = array("d", [error.time for error in self.errors])
        self._accuracy_texts = [numerals.percent(part.accuracy) for part in parts]
        rate = tr("UR {rate}")
        self._rate_texts = [
            rate.format(rate=numerals.decimal(self._rate_of(n), 1))
            for n in range(1, len(self.errors) + 1)
        ]
        most = max(map(len, self._by_judgement.values()))
        self._combo_texts = [f"{numerals.whole(combo)}x" for combo in self._combos]
        self._count_texts = [numerals.whole(count) for count in range(most + 1)]
        self.windows: tuple[HitWindow, ...] = analysis.windows
        self.widest = max(
            (w.milliseconds for w in self.windows if w.judgement is not Judgement.MISS),
            default=0.0,
        )
        self.misses = tuple(
            Miss(part.object_time, miss_sentence(part, analysis.mode, self.widest), part.x, part.y)
            for part in _with_presses(analysis)
        )
        self.miss_times = array("d", [miss.time for miss in self.misses])

    def _add(self, part: JudgedPart, *, timed: bool) -> None:
        counted = part.counts and part.judgement in self._by_judgement
        if counted:
            self._by_judgement[part.judgement].append(part.time)
        if counted or part.judgement in _BROKEN:
            self.marks.append(
                Mark(
                    part.time,
                    part.x,
                    part.y,
                    part.judgement,
                    not part.counts or part.part is Part.TINY_DROPLET,
                    part.column,
                    part.index,
                )
            )
        if timed and part.error is not None and part.in_unstable_rate:
            self.errors.append(HitError(part.time, part.error, part.judgement))
            self._sums.append(self._sums[-1] + part.error)
            self._squares.append(self._squares[-1] + part.error * part.error)
        known = self.objects.get(part.index)
        if known is None or (part.part in _HEADS and not known.is_head):
            self.objects[part.index] = ObjectResult(
                part.time, part.judgement, part.part in _HEADS, part.time
            )
        else:
            self.objects[part.index] = known._replace(end=part.time, end_judgement=part.judgement)

    def combo_at(self, time: float) -> int:
        """Return the combo."""
        i = bisect_right(self._times, time) - 1
        return self._combos[i] if i >= 0 else 0

    def accuracy_at(self, time: float) -> float:
        """Return the accuracy, 0 to 1; 1 before the first object."""
        i = bisect_right(self._times, time) - 1
        return self._accuracies[i] if i >= 0 else 1.0

    def combo_text_at(self, time: float) -> str:
        """Return the combo as a text that was made ahead: `1,234x`."""
        i = bisect_right(self._times, time) - 1
        return self._combo_texts[i] if i >= 0 else "0x"

    def accuracy_text_at(self, time: float) -> str:
        """Return the accuracy as a text that was made ahead: `98.76%`."""
        i = bisect_right(self._times, time) - 1
        return self._accuracy_texts[i] if i >= 0 else "100.00%"

    def unstable_rate_text_at(self, time: float) -> str:
        """Return the unstable rate as a text that was made ahead; "" before the first press."""
        count = bisect_right(self._error_times, time)
        return self._rate_texts[count - 1] if count else ""

    def count_texts_at(self, time: float) -> list[tuple[Judgement, str]]:
        """Return the counts until then as texts that were made ahead."""
        return [(name, self._count_texts[count]) for name, count in self.counts_at(time)]

    def counts_at(self, time: float) -> list[tuple[Judgement, int]]:
        """Return the counts until then, best first, of the judgements that the play has."""
        return [
            (name, bisect_right(times, time))
            for name, times in self._by_judgement.items()
            if times or name is Judgement.MISS
        ]

    def unstable_rate_at(self, time: float) -> float | None:
        """Return the unstable rate of the presses until then, converted; None before the first."""
        count = bisect_right(self._error_times, time)
        return self._rate_of(count) if count else None

    def _rate_of(self, count: int) -> float:
        """Return the unstable rate of the first presses, converted."""
        mean = self._sums[count] / count
        variance = max(self._squares[count] / count - mean * mean, 0.0)
        return 10 * math.sqrt(variance) / (self.analysis.rate or 1.0)

    def marks_between(self, start: float, end: float, most: int = 60) -> list[Mark]:
        """Return the marks of a period, the newest `most` of them."""
        last = bisect_right(self._mark_times, end)
        return self.marks[max(bisect_right(self._mark_times, start), last - most) : last]

    def latest_mark(self, start: float, end: float, most: float) -> Mark | None:
        """Return the newest mark of a period; a miss wins over what came `most` ms after it."""
        marks = self.marks_between(start, end)
        if not marks:
            return None
        broken = [mark for mark in marks if mark.judgement in _BROKEN and mark.time > end - most]
        return broken[-1] if broken else marks[-1]

    def errors_between(self, start: float, end: float, most: int = 60) -> list[HitError]:
        """Return the timed presses of a period, the newest `most` of them."""
        last = bisect_right(self._error_times, end)
        return self.errors[max(bisect_right(self._error_times, start), last - most) : last]

    def next_miss(self, time: float) -> Miss | None:
        """Return the first miss after a moment; None after the last."""
        i = bisect_right(self.miss_times, time + 0.5)
        return self.misses[i] if i < len(self.misses) else None

    def previous_miss(self, time: float) -> Miss | None:
        """Return the last miss before a moment; None before the first."""
        i = bisect_left(self.miss_times, time - 0.5) - 1
        return self.misses[i] if i >= 0 else None


def _with_presses(analysis: Analysis) -> list[JudgedPart]:
    """Return the misses by the time they were due; a slider's with the press of its head."""
    heads = {
        part.index: part
        for part in analysis.parts
        if part.part is Part.SLIDER_HEAD and part.press_error is not None
    }
    return sorted(
        (
            replace(
                part,
                press_time=head.press_time,
                press_error=head.press_error,
                press_distance=head.press_distance,
            )
            if part.part is Part.SLIDER
            and part.press_error is None
            and (head := heads.get(part.index)) is not None
            else part
            for part in analysis.misses
        ),
        key=_due_at,
    )


def _judged_at(part: JudgedPart) -> float:
    return part.time


def _due_at(part: JudgedPart) -> float:
    return part.object_time
