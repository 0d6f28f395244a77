"""Viewport tracking: visible rows, scroll direction and speed, and when scrolling has settled."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

_REST: Final = 60
"""Milliseconds without movement after which a fast scroll has settled."""
_HELD_REST: Final = 250
"""The same while the scroll bar is held: a slow drag passes many rows, too."""
_WINDOW: Final = 0.15
"""Seconds of movement that make up the speed."""
_READING: Final = 45
"""Rows within that time that a wheel or Page Down can pass; more is a drag or a fling."""


class ScrollDirection:
    """Direction and speed of the first visible row over the last moments.

    Attributes:
        direction: 1 down, -1 up, 0 before the first movement.
    """

    def __init__(self) -> None:
        self.direction = 0
        self._first: int | None = None
        self._steps: deque[tuple[float, int]] = deque()

    def start_at(self, first: int) -> None:
        """Reset: the view was placed at this row."""
        self.direction = 0
        self._first = first
        self._steps.clear()

    def move_to(self, first: int, now: float) -> bool:
        """Record the first visible row at `now` (seconds); return whether it moves slowly.

        False means that rows pass faster than they can be read: wait until the view settles.
        """
        step = 0 if self._first is None else first - self._first
        self._first = first
        if step:
            self.direction = 1 if step > 0 else -1
            self._steps.append((now, abs(step)))
        while self._steps and now - self._steps[0][0] > _WINDOW:
            self._steps.popleft()
        return sum(rows for _, rows in self._steps) <= _READING


class Viewport:
    """Rows in view, and the rows at which the view last settled.

    Args:
        on_rest: called at each slow movement, else once the view has settled.
        parent: Qt parent of the timer.

    Attributes:
        rows: the first and the last visible row.
        settled: the rows at which the view last settled.
    """

    def __init__(self, on_rest: Callable[[], None], parent: QObject) -> None:
        self.rows = (0, 0)
        self.settled = (0, 0)
        self._on_rest = on_rest
        self._scroll = ScrollDirection()
        self._rest = QTimer(parent)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(on_rest)

    @property
    def direction(self) -> int:
        """Direction of movement: 1 down, -1 up, 0 before the first movement."""
        return self._scroll.direction

    @property
    def has_moved(self) -> bool:
        """Whether other rows are in view than those at which it last settled."""
        return self.settled != self.rows

    def start_at(self, row: int) -> None:
        """Reset: the view was placed at this row."""
        self.settled = self.rows = (row, row)
        self._scroll.start_at(row)

    def look_at(self, first: int, last: int, *, held: bool) -> None:
        """Record the rows that are visible now, and whether the scroll bar is held."""
        self.rows = (first, max(first, last))
        is_slow = self._scroll.move_to(first, time.monotonic())
        if is_slow and not held:
            self._rest.stop()
            self._on_rest()
        else:
            self._rest.start(_HELD_REST if held else _REST)

    def settle(self) -> None:
        """Take the rows in view as those at which the view settled."""
        self.settled = self.rows

    def stop(self) -> None:
        """Cancel the wait for the view to settle."""
        self._rest.stop()
