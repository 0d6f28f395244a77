"""Score ids: increasing with time, and reversible to the placement of the score.

An id is the second of the score times sixteen, plus a place. Places 0 and 1 are plays of the last
weeks (`sessions`). Places 2 to 14 are placements: within each period of three weeks every
placement has a place of its own, and its draws choose the period. Place 15 is for placements on
recently opened leaderboards, whose periods are shorter.
"""

from __future__ import annotations

from typing import NamedTuple

from osubrowser.demo.world.clock import LAUNCH

PER_SECOND = 16
"""Ids in a second."""

DAY = 86_400
PERIOD = 21 * DAY
"""Seconds in a period of the old boards' placements."""

QUIET = 8 * DAY
"""Seconds before now in which no old placement lies: what is newer can be listed one by one."""

NEW_FOR = 2 * PERIOD + QUIET
"""Seconds for which a board counts as opened lately: any old one has a whole period behind it."""

_LAUNCH = int(LAUNCH.timestamp())
_OLDEST = _LAUNCH + 120 * DAY
_FIRST_PLACE, _PLACES, _NEW_PLACE = 2, 13, 15
_SPACE = PERIOD * _PLACES
_SHUFFLE, _SHIFT = 9_700_417, 1_234_567
_UNSHUFFLE = pow(_SHUFFLE, -1, _SPACE)


class Moment(NamedTuple):
    """Time and id of a score."""

    id: int
    seconds: int
    """Since 1970."""


def second_of(score_id: int) -> int:
    """Return the time in an id, in seconds since 1970."""
    return _LAUNCH + score_id // PER_SECOND


def first_id(seconds: int) -> int:
    """Return the first id of a second."""
    return (seconds - _LAUNCH) * PER_SECOND


class Calendar:
    """Reversible assignment of times and ids to placements.

    Args:
        now: seconds since 1970.
        room: how many placements there are on boards opened lately.
        quiet: seconds before now in which no old placement lies.
    """

    def __init__(self, now: int, room: int, quiet: int = QUIET) -> None:
        self._now = now
        # The periods are the same whenever a world is made, so that most ids are too.
        self._end = _LAUNCH + (now - quiet - _LAUNCH) // PERIOD * PERIOD
        self._room = max(3_600, room)

    def old(self, code: int, earliest: int, latest: int, share: float) -> Moment:
        """Return the moment of a placement on an old board.

        Args:
            code: the placement's number, below the number of places in a period.
            earliest: no earlier than this, if the periods allow it.
            latest: no later than this, if the periods allow it.
            share: a draw in [0, 1): where in that time.
        """
        last = (self._end - _LAUNCH) // PERIOD - 1
        first = min(last, -(-(max(earliest, _OLDEST) - _LAUNCH) // PERIOD))
        last = max(first, min(last, (latest - _LAUNCH) // PERIOD - 1))
        period = last - int((last - first + 1) * share)
        place = (code * _SHUFFLE + _SHIFT) % _SPACE
        seconds = _LAUNCH + period * PERIOD + place // _PLACES
        return Moment(first_id(seconds) + _FIRST_PLACE + place % _PLACES, seconds)

    def old_code(self, score_id: int) -> int | None:
        """Return the number of the old placement that this id would belong to."""
        place = score_id % PER_SECOND - _FIRST_PLACE
        seconds = second_of(score_id)
        if not 0 <= place < _PLACES or seconds >= self._end:
            return None
        within = (seconds - _LAUNCH) % PERIOD
        return (within * _PLACES + place - _SHIFT) * _UNSHUFFLE % _SPACE

    def new(self, code: int, earliest: int, latest: int, share: float) -> Moment:
        """Return the moment of a placement on a board that was opened lately; see `old`."""
        oldest = max(0, (self._now - earliest) // self._room - 1)
        newest = min(oldest, -(-(self._now - latest) // self._room))
        period = newest + int((oldest - newest + 1) * share)
        seconds = self._now - (period + 1) * self._room + code
        return Moment(first_id(seconds) + _NEW_PLACE, seconds)

    def new_code(self, score_id: int) -> int | None:
        """Return the number of the new placement that this id would belong to."""
        seconds = second_of(score_id)
        if score_id % PER_SECOND != _NEW_PLACE or seconds >= self._now:
            return None
        return self._room - 1 - (self._now - 1 - seconds) % self._room
