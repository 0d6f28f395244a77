"""How a person moves through a list: reading on, or jumping to somewhere else."""

from __future__ import annotations

from collections import deque
from typing import Final

_WINDOW: Final = 0.15
"""Seconds of movement that are looked at together."""
_READING: Final = 45
"""Rows in that time that a wheel or Page Down can pass; more is a dragged bar or a fling."""


class ScrollDirection:
    """The movement of the first visible row over the last moments.

    Attributes:
        direction: 1 down, -1 up, 0 before the first movement.
    """

    def __init__(self) -> None:
        self.direction = 0
        self._first: int | None = None
        self._steps: deque[tuple[float, int]] = deque()

    def start_at(self, first: int) -> None:
        """Forget all movement: the list was put at this row."""
        self.direction = 0
        self._first = first
        self._steps.clear()

    def move_to(self, first: int, now: float) -> bool:
        """Note that `first` is the first visible row at `now` (seconds). Return: is it reading on?

        False means that rows pass faster than anyone reads: wait until the movement rests.
        """
        step = 0 if self._first is None else first - self._first
        self._first = first
        if step:
            self.direction = 1 if step > 0 else -1
            self._steps.append((now, abs(step)))
        while self._steps and now - self._steps[0][0] > _WINDOW:
            self._steps.popleft()
        return sum(rows for _, rows in self._steps) <= _READING
