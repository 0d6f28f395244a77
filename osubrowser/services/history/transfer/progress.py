"""Progress and cancellation of a long call on a worker, for the GUI thread."""

from __future__ import annotations

from threading import Event


class Cancelled(Exception):
    """The call was cancelled."""


class Progress:
    """Progress of one call. Thread-safe.

    Attributes:
        fraction: what is done, from 0 to 1.
        rows: number of rows that were written.
    """

    def __init__(self) -> None:
        self.fraction = 0.0
        self.rows = 0
        self._cancelled = Event()

    def cancel(self) -> None:
        """Let the call end at its next step."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    def step(self, fraction: float, rows: int = 0) -> None:
        """Set the fraction, and add to the rows.

        Raises:
            Cancelled: the call was cancelled.
        """
        self.fraction = min(1.0, max(self.fraction, fraction))
        self.rows += rows
        if self._cancelled.is_set():
            raise Cancelled
