"""Who and what was there at a time: samples of dates that grow with the number, to look up fast."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from datetime import datetime

from osubrowser.demo.world.clock import LAUNCH


def seconds(moment: datetime) -> int:
    """Return a time as seconds since osu! opened."""
    return int((moment - LAUNCH).total_seconds())


class Timeline:
    """Knows how many of the first things of a growing list were there at a time.

    Args:
        date_of: when the thing with a number came; later numbers came later.
        count: how many things there are.
        step: the distance of the samples: answers are rounded down to it.
    """

    def __init__(self, date_of: Callable[[int], datetime], count: int, step: int) -> None:
        self._step = step
        self._samples = array("I", (max(0, seconds(date_of(n))) for n in range(0, count, step)))

    def there(self, second: int) -> int:
        """Return a number below which everything was there at this second (of `seconds`)."""
        return max(1, (bisect_right(self._samples, second) - 1) * self._step)
