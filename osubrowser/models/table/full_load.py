"""Load of all pages of a numbered list: order of the pages, failures, and the second round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_MOST_FAILURES: Final = 3
"""Failures in a row after which the load stops: osu! is unreachable, or refuses."""


class FullLoad:
    """State of a load of all pages of a list, one page at a time.

    Failed pages are skipped, and loaded again once at the end.

    Args:
        is_running: whether pages are to be loaded.

    Attributes:
        is_started: whether it was started.
        is_running: whether pages are being loaded.
        number: the page being loaded, or None.
        failed: pages that failed and are not loaded.
        error: the last error; None if no page is missing for one.
    """

    def __init__(self, *, is_running: bool = False) -> None:
        self.is_started = self.is_running = is_running
        self.number: int | None = None
        self.failed: set[int] = set()
        self.error: BaseException | None = None
        self._failures = 0  # in a row
        self._loaded: set[int] = set()
        self._retried: set[int] = set()

    def stop(self) -> None:
        """Stop; the failures stay."""
        self.is_running = False
        self.number = None

    def advance(self, missing: Sequence[int]) -> int | None:
        """Choose the page to load now: the first missing one, then failed ones; stop at the end.

        Args:
            missing: the pages that are not loaded, in order.

        Returns:
            The number of the page; None if nothing is left to load.
        """
        left = [number for number in missing if number not in self._loaded]
        self.failed.intersection_update(left)
        fresh = (number for number in left if number not in self.failed)
        again = (number for number in left if number not in self._retried)
        self.number = next(fresh, None)
        if self.number is None:
            self.number = next(again, None)
            if self.number is None:
                self.stop()
            else:
                self._retried.add(self.number)
        return self.number

    def note_page(self, number: int) -> None:
        """Record that a page was loaded."""
        self._loaded.add(number)
        self.failed.discard(number)
        self._failures = 0
        if not self.failed:
            self.error = None
        if number == self.number:
            self.number = None

    def note_failure(self, number: int, error: BaseException) -> None:
        """Record that the page being loaded has failed."""
        self.number = None
        self.failed.add(number)
        self.error = error
        self._failures += 1
        if self._failures >= _MOST_FAILURES:
            self.stop()
