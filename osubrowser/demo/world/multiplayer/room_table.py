"""When every room was open and what kind it is: small columns that lists are picked from."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from osubrowser.demo.world.draws import Draws, unit
from osubrowser.demo.world.timeline import seconds

NORMAL, SPOTLIGHT, FEATURED, DAILY, HEAD_TO_HEAD, TEAM_VERSUS, MATCHMAKING, RANKED = range(8)
"""The kinds of rooms."""

REALTIME = (HEAD_TO_HEAD, TEAM_VERSUS, MATCHMAKING, RANKED)
"""The kinds in which all play at once."""

ROOMS_A_SEASON = 8
"""How many rooms of spotlights a season has."""

_DAY = 86_400
_FIRST_DAILY = datetime(2024, 7, 25, tzinfo=UTC)
_FIRST_SEASON = datetime(2020, 7, 1, tzinfo=UTC)
_FIRST_FEATURED = datetime(2021, 6, 7, tzinfo=UTC)
_SEASON, _FEATURE = 91 * _DAY, 9 * _DAY
_STAYS = (1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 3 * _DAY, 7 * _DAY)


class Opening(NamedTuple):
    """When a room opens and closes, in seconds since osu! opened; `serial` counts its kind."""

    start: int
    end: int
    kind: int
    serial: int


class RoomTable:
    """All rooms of one world, the oldest first.

    Args:
        seed: the seed of the world.
        now: nothing opens later.
    """

    def __init__(self, seed: int, now: datetime) -> None:
        self.now = seconds(now)
        self._draws = Draws(seed, "rooms open")
        rows = sorted(opening for opening in self._all(now) if opening.start <= self.now)
        self.start = array("L", (row.start for row in rows))
        self.end = array("L", (row.end for row in rows))
        self.kind = bytearray(row.kind for row in rows)
        self.serial = array("H", (row.serial for row in rows))

    def __len__(self) -> int:
        return len(self.start)

    def _all(self, now: datetime) -> Iterator[Opening]:
        for day in range((now - _FIRST_DAILY).days + 1):
            start = seconds(_FIRST_DAILY + timedelta(days=day))
            yield Opening(start, start + _DAY, DAILY, day)
        first = seconds(_FIRST_SEASON)
        step = _SEASON // ROOMS_A_SEASON
        for serial in range((self.now - first) // step + 1):
            yield Opening(first + serial * step, first + (serial + 1) * step, SPOTLIGHT, serial)
        first = seconds(_FIRST_FEATURED)
        for serial in range((self.now - first) // _FEATURE + 1):
            start = first + serial * _FEATURE
            yield Opening(start, start + 14 * _DAY, FEATURED, serial)
        yield from self._drawn((NORMAL,), 2_500, 1_500, 1.4)
        yield from self._drawn((HEAD_TO_HEAD, HEAD_TO_HEAD, TEAM_VERSUS), 1_600, 100, 1.6)
        yield from self._drawn((MATCHMAKING, RANKED), 400, 300, 1.5)

    def _drawn(
        self, kinds: tuple[int, ...], count: int, pace: int, growth: float
    ) -> Iterator[Opening]:
        """Yield rooms that people opened: the newest a moment ago, fewer and fewer before."""
        for serial in range(count):
            draws = self._draws.at(kinds[0] << 20 | serial)
            kind = kinds[draws[0] % len(kinds)]
            start = self.now - 30 - int(pace * (count - 1 - serial + unit(draws[1])) ** growth)
            if kind == NORMAL:
                stay = _STAYS[draws[2] % len(_STAYS)]
            elif kind in (MATCHMAKING, RANKED):
                stay = 720 + draws[2] % 600
            else:
                stay = 1_200 + int(unit(draws[2]) ** 2 * 5_400)
            yield Opening(start, start + stay, kind, serial)
