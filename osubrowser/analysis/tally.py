"""Tally of a play: judged parts in order, counts, combo and accuracy so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from osubrowser.analysis.result import JudgedPart, Judgement, NotJudged, Part

WEIGHTS: Final = {
    Judgement.PERFECT: 300,
    Judgement.GREAT: 300,
    Judgement.OK: 100,
    Judgement.MEH: 50,
    Judgement.MISS: 0,
}
"""What a result counts in the accuracy of osu!, of 300."""


MAX_VISITS: Final = 1_200_000
"""Visits of hit objects and presses in a play: a second. An hour of play has 400,000."""


class Visits:
    """Count of the visits of hit objects and presses in a play, bounded by `MAX_VISITS`.

    Objects that are open at the same time are visited at each frame or press: without a bound,
    the work grows with their product.
    """

    __slots__ = ("_left",)

    def __init__(self) -> None:
        self._left = MAX_VISITS

    def add(self, count: int) -> None:
        """Count visits. Raises NotJudged after `MAX_VISITS`."""
        self._left -= count
        if self._left < 0:
            raise NotJudged("Too many hit objects or presses come at once: the play is not judged.")


class Press:
    """Press of a key: when, and where the cursor was.

    Attributes:
        is_used: whether it judged an object.
    """

    __slots__ = ("is_used", "time", "x", "y")

    def __init__(self, time: float, x: float, y: float) -> None:
        self.time = time
        self.x = x
        self.y = y
        self.is_used = False


class Tally:
    """Judged parts of an osu! play, with combo and accuracy after each.

    Args:
        part_weights: what slider parts count in the accuracy, by part, where 300 is a whole
            object. Only lazer counts them.
    """

    def __init__(self, part_weights: Mapping[Part, int] | None = None) -> None:
        self.parts: list[JudgedPart] = []
        self.counts = dict.fromkeys(("great", "ok", "meh", "miss"), 0)
        self.combo = 0
        self.max_combo = 0
        self.slider_breaks: set[int] = set()
        self._part_weights = part_weights or {}
        self._visits = Visits()
        self._earned = 0
        self._possible = 0

    @property
    def accuracy(self) -> float:
        """Accuracy so far, 0 to 1."""
        return self._earned / self._possible if self._possible else 1.0

    def visit(self, count: int) -> None:
        """Count visits of visible objects and of presses. Raises NotJudged after `MAX_VISITS`."""
        self._visits.add(count)

    def add(
        self,
        part: Part,
        judgement: Judgement,
        *,
        index: int,
        object_time: float,
        time: float,
        at: complex,
        counts: bool,
        combo: bool | None,
        error: float | None = None,
        press: Press | None = None,
        in_unstable_rate: bool = False,
    ) -> None:
        """Add a judged part.

        Args:
            combo: True raises the combo, False breaks it, None leaves it.
            press: the press that failed, of a miss.
        """
        if combo:
            self.combo += 1
            self.max_combo = max(self.max_combo, self.combo)
        elif combo is False:
            self.combo = 0
        if counts:
            self.counts[judgement.value] += 1
            self._earned += WEIGHTS[judgement]
            self._possible += 300
        elif part in self._part_weights:
            weight = self._part_weights[part]
            self._possible += weight
            if judgement not in (Judgement.TICK_MISS, Judgement.MISS):
                self._earned += weight
        self.parts.append(
            JudgedPart(
                index=index,
                part=part,
                judgement=judgement,
                object_time=object_time,
                time=time,
                x=at.real,
                y=at.imag,
                error=error,
                counts=counts,
                in_unstable_rate=in_unstable_rate,
                combo=self.combo,
                accuracy=self.accuracy,
                press_time=None if press is None else press.time,
                press_error=None if press is None else press.time - object_time,
                press_distance=None if press is None else abs(complex(press.x, press.y) - at),
            )
        )
