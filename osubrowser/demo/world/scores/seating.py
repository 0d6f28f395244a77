"""Who has a score on which leaderboard. Everything can be asked from both sides.

A ranked player has 200 best plays, his slots. The difficulties of a ruleset that give much pp lie
in a row, hardest first; every player has a window on that row, better players further ahead, and
one of sixteen patterns says where in the window each slot lies. So a slot has a difficulty, and a
difficulty has one slot at most of everyone whose window covers it, with a glance at each.

Beside the slots there are seats on every leaderboard, drawn for each, that go round among all
ranked players; and two, of the leader and the best of the old game, that are drawn so that good
players lead often.
"""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from random import Random
from threading import Lock

from osubrowser.demo.world.draws import Draws, unit
from osubrowser.demo.world.players.standings import SIZE
from osubrowser.demo.world.scores.catalogue import Catalogue, Entry
from osubrowser.demo.world.scores.skill import SLOTS

GUESTS, NEW_GUESTS, CONVERT_GUESTS = 118, 14, 13
"""How many drawn seats a leaderboard may have: an old one, a new one, one of a conversion."""

_PATTERNS = 16
_DEEP = (0.36, 0.6, 0.65, 0.55)
_ROUND = 10_007
_NOBODY = 0xFFFF
_STEP = 8_000


class Seating:
    """The seats of one ruleset; players are positions of its ranking."""

    def __init__(self, seed: int, ruleset: int, catalogue: Catalogue, active: bytes) -> None:
        """Seat the players of a ruleset.

        Args:
            active: by position, whether the player is still there: only such lead anything.
        """
        self.ruleset = ruleset
        self.catalogue = catalogue
        self._draws = Draws(seed, f"seats/{ruleset}")
        self._active = active
        self._random = f"{seed}/leaders/{ruleset}"
        size = len(catalogue.ids) and len(catalogue.order[ruleset])
        self.deep = int(size * _DEEP[ruleset])
        self.window = max(2 * SLOTS, self.deep // 4)
        self._centres = self.deep - self.window
        self._slot_at = tuple(self._pattern(Random(f"{seed}/{ruleset}/{n}")) for n in range(16))
        self._offset = tuple(_turned(pattern) for pattern in self._slot_at)
        self._lock = Lock()
        self._leaders: tuple[array[int], array[int]] | None = None
        self._led: tuple[array[int], array[int]] | None = None

    def _pattern(self, random: Random) -> array[int]:
        """Return the slot at each place of a window, or -1."""
        places = random.sample(range(self.window), SLOTS)
        pattern = array("h", [-1]) * self.window
        for slot, place in enumerate(places):
            pattern[place] = slot
        return pattern

    # --- slots --------------------------------------------------------------------------------

    def depth(self, position: int, slot: int) -> int:
        """Return where in the ruleset's order a player's slot lies."""
        return position * self._centres // SIZE + self._offset[position % _PATTERNS][slot]

    def slot(self, position: int, depth: int) -> int | None:
        """Return a player's slot at a place of the order, or None."""
        place = depth - position * self._centres // SIZE
        if not 0 <= place < self.window:
            return None
        found = self._slot_at[position % _PATTERNS][place]
        return None if found < 0 else found

    def slots_at(self, depth: int) -> Iterator[tuple[int, int]]:
        """Yield everyone with a slot at a place of the order, and the slot."""
        if not 0 <= depth < self.deep:
            return
        centres, patterns, window = self._centres, self._slot_at, self.window
        first = max(0, -(-(depth - window + 1) * SIZE // centres))
        last = min(SIZE, (depth + 1) * SIZE // centres + 1)
        for position in range(first, last):
            place = depth - position * centres // SIZE
            if 0 <= place < window:
                slot = patterns[position % _PATTERNS][place]
                if slot >= 0:
                    yield position, slot

    # --- guests -------------------------------------------------------------------------------

    def guests(self, entry: Entry, new: bool) -> int:
        """Return how many drawn seats a leaderboard has."""
        draw = unit(self._draws.at(entry.number)[0])
        if entry.convert:
            return 0 if new else int(CONVERT_GUESTS * draw * draw)
        if new:
            return 1 + int((NEW_GUESTS - 1) * draw)
        return 12 + int((GUESTS - 12) * draw**0.7)

    def guest(self, number: int, place: int) -> int | None:
        """Return who is drawn for a place; None if the place stays empty."""
        draws = self._draws.at(number)
        position = (draws[1] % (_ROUND - 1) + 1) * place + draws[2]
        position %= _ROUND
        return position if position < SIZE else None

    def guest_place(self, number: int, position: int) -> int:
        """Return the place that a player is drawn for; it may be beyond those there are."""
        draws = self._draws.at(number)
        return (position - draws[2]) * pow(draws[1] % (_ROUND - 1) + 1, -1, _ROUND) % _ROUND

    # --- leaders ------------------------------------------------------------------------------

    def leader(self, number: int) -> int | None:
        """Return who leads a leaderboard; None if it is not played in this ruleset."""
        return self._asked(self._drawn()[0][number])

    def old_leader(self, number: int) -> int | None:
        """Return whose score is the best of the old game's if the leader's is not one."""
        return self._asked(self._drawn()[1][number])

    def led_by(self, position: int) -> list[int]:
        """Return the numbers of the leaderboards that a player leads, ascending."""
        return self._of(0, position)

    def old_led_by(self, position: int) -> list[int]:
        """Return the numbers of those where he is the old game's best."""
        return self._of(1, position)

    def _asked(self, position: int) -> int | None:
        return None if position == _NOBODY else position

    def _of(self, which: int, position: int) -> list[int]:
        drawn = self._drawn()
        with self._lock:
            if self._led is None:
                self._led = (_by_leader(drawn[0]), _by_leader(drawn[1]))
            order = self._led[which]
        leaders = drawn[which]
        first = bisect_left(order, position, key=leaders.__getitem__)
        last = bisect_right(order, position, lo=first, key=leaders.__getitem__)
        return list(order[first:last])

    def _drawn(self) -> tuple[array[int], array[int]]:
        with self._lock:
            if self._leaders is None:
                self._leaders = self._draw_leaders()
            return self._leaders

    def _draw_leaders(self) -> tuple[array[int], array[int]]:
        random = Random(self._random)
        chances = ((rank + 12) ** -1.2 * here for rank, here in enumerate(self._active))
        weights = list(accumulate(chances))
        own, size = self.catalogue.rulesets, len(self.catalogue.ids)
        first, second = array("H"), array("H")
        for start in range(0, size, _STEP):
            time.sleep(0)  # others want to run too
            count = min(_STEP, size - start)
            first.extend(random.choices(range(SIZE), cum_weights=weights, k=count))
            second.extend(random.choices(range(SIZE), cum_weights=weights, k=count))
        for number in range(size):
            if own[number] == self.ruleset:
                if first[number] == second[number]:
                    second[number] = (second[number] + 1) % SIZE
            else:
                second[number] = _NOBODY
                if own[number]:
                    first[number] = _NOBODY
        return first, second


def _turned(pattern: array[int]) -> array[int]:
    """Return the place of each slot, from the slot at each place."""
    places = array("H", bytes(2 * SLOTS))
    for place, slot in enumerate(pattern):
        if slot >= 0:
            places[slot] = place
    return places


def _by_leader(leaders: array[int]) -> array[int]:
    return array("I", sorted(range(len(leaders)), key=leaders.__getitem__))
