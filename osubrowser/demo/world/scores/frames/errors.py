"""Hit errors of a play: how early or late keys go down."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from osubrowser.demo.world.scores.frames.frame import Playing

_TRIES = 12


class Window(NamedTuple):
    """Distances from an object that give a judgement, in whole milliseconds, both included."""

    least: int
    most: int


def spread_of(playing: Playing, great: float) -> float:
    """Return the deviation of hit errors, in milliseconds of the song.

    It grows with what the play lost, and keeps the unstable rate between 60 and 200.

    Args:
        great: the window of the best judgement that is common, in milliseconds of the song.
    """
    usual = great / playing.rate * (0.3 + 3.2 * (1 - playing.accuracy))
    usual *= 0.85 + 0.3 * playing.random.random()
    return min(15.0, max(7.3, usual)) * playing.rate


def error_in(
    window: Window,
    earliest: int,
    latest: int,
    spread: float,
    lean: float,
    random: Random,
    skew: float = 1.6,
) -> int:
    """Return how late a press is that gets a judgement; negative if it is early.

    Args:
        earliest: a press may not be earlier, because of what is before.
        latest: nor later, if that can be.
        spread: the deviation of the errors of the best judgement.
        lean: their mean.
        skew: how much oftener the other judgements are near the better one; 1 is not at all.
    """
    least, most = window
    low, high = max(-most, earliest), min(most, latest)
    if not least:
        if low > high:
            return low
        for _ in range(_TRIES):
            error = round(random.gauss(lean, spread))
            if low <= error <= high:
                return error
        return min(max(0, low), high)
    sides = []
    if low <= -least:
        sides.append((-least, low))
    if max(least, earliest) <= high:
        sides.append((max(least, earliest), high))
    if not sides:
        return max(least, earliest)
    near, far = sides[int(random.random() * len(sides))]
    part: float = random.random() ** skew
    return round(near + (far - near) * part)
