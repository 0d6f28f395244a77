"""CPU time of work as ratios: what a busy machine changes least, and a faster one not at all."""

from __future__ import annotations

import time
from collections.abc import Callable

_FINE = time.get_clock_info("thread_time").resolution < 1e-4
_thread_clock = time.thread_time if _FINE else time.perf_counter
"""Time of this thread alone on a processor, where the system measures it finely enough."""
TURNS = 5


def cost(
    work: Callable[[], object],
    *,
    turns: int = TURNS,
    clock: Callable[[], float] = _thread_clock,
) -> float:
    """Return the least time that `work` took in several turns: what disturbs only ever adds."""
    took = []
    for _ in range(turns):
        began = clock()
        work()
        took.append(clock() - began)
    return min(took)


def elapsed(work: Callable[[], object]) -> float:
    """Return the wall time of a call, to compare with a lower bound: a slow machine only adds."""
    return cost(work, turns=1, clock=time.monotonic)


def ratio(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    *,
    turns: int = TURNS,
    clock: Callable[[], float] = _thread_clock,
) -> float:
    """Return how many times longer `ours` takes than `theirs`, measured by turns."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(turns):
        for work, found in zip((ours, theirs), took, strict=True):
            found.append(cost(work, turns=1, clock=clock))
    return min(took[0]) / max(min(took[1]), 1e-6)


def growth(work: Callable[[int], object], size: int, times: int = 10) -> float:
    """Return how many times longer `work(size)` takes than `work(size // times)`.

    About 1 where what is too much is cut, `times` where it grows with the size, the square of
    `times` where each part costs a look at all others.
    """
    return ratio(lambda: work(size), lambda: work(size // times), turns=2)
