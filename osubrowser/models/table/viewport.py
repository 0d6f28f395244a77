"""Which rows of a list a person looks at, and when they have come to rest there."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from osubrowser.models.table.scroll_direction import ScrollDirection

_REST: Final = 60
"""Milliseconds without movement after a jump before its pages are asked for."""
_HELD_REST: Final = 250
"""The same while the scroll bar is held: a slow drag passes many rows too."""


class Viewport:
    """The rows in view, and those whose pages are asked for: the same once the view rests.

    Args:
        on_rest: called at each movement at a reading pace, else when the view has come to rest.
        parent: the Qt parent of the clock.

    Attributes:
        rows: the first and the last visible row.
        settled: the rows at which the view last came to rest.
    """

    def __init__(self, on_rest: Callable[[], None], parent: QObject) -> None:
        self.rows = (0, 0)
        self.settled = (0, 0)
        self._on_rest = on_rest
        self._travel = ScrollDirection()
        self._rest = QTimer(parent)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(on_rest)

    @property
    def direction(self) -> int:
        """Where the view moves: 1 down, -1 up, 0 before the first movement."""
        return self._travel.direction

    @property
    def has_moved(self) -> bool:
        """Whether other rows are in view than those at which it last came to rest."""
        return self.settled != self.rows

    def start_at(self, row: int) -> None:
        """Take note that the view was put at this row."""
        self.settled = self.rows = (row, row)
        self._travel.start_at(row)

    def look_at(self, first: int, last: int, *, held: bool) -> None:
        """Take note of the rows that are visible now, and whether the scroll bar is held."""
        self.rows = (first, max(first, last))
        reading = self._travel.move_to(first, time.monotonic())
        if reading and not held:
            self._rest.stop()
            self._on_rest()
        else:
            self._rest.start(_HELD_REST if held else _REST)

    def settle(self) -> None:
        """Take the rows in view for those at which it came to rest."""
        self.settled = self.rows

    def stop(self) -> None:
        """Do not wait for rest any longer."""
        self._rest.stop()
