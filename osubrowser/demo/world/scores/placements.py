"""Placements on leaderboards: which player has a score on which difficulty."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from itertools import accumulate
from random import Random
from threading import Lock
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.days.activity import Activity
from osubrowser.demo.world.draws import Draws, unit
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.standings import SIZE, UNRANKED
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.scores.catalogue import Catalogue, Entry
from osubrowser.demo.world.scores.ids import DAY, QUIET, Calendar, Moment
from osubrowser.demo.world.scores.sessions import Sessions, most_hosted
from osubrowser.demo.world.scores.skill import SLOTS
from osubrowser.lru import LRUCache

MOST_DRAWN, NEW_DRAWN, CONVERT_DRAWN = 118, 14, 13
"""How many drawn placements a leaderboard may have: an old one, a new one, one of a conversion."""

_PATTERNS = 16
_DEEP = (0.36, 0.6, 0.65, 0.55)
_ROUND = 10_007
_KEPT = 256
_NOBODY = 0xFFFF
_STEP = 8_000


class RulesetPlacements:
    """Placements of one ruleset; players are positions of its standings.

    A ranked player has 200 top plays, the slots. The difficulties that give much pp lie in a row,
    hardest first; each player has a window on that row, better players further ahead, and one of
    sixteen patterns places each slot in the window. So a slot has a difficulty, and a difficulty
    has at most one slot of each player whose window covers it.

    Beside the slots, each leaderboard has drawn placements that rotate among all ranked players,
    and two of the leader and the stable client's best, drawn so that good players lead often.

    In a world with days each player has further slots after the 200: plays that were among the
    best ones until newer plays came.
    """

    def __init__(
        self, seed: int, ruleset: int, catalogue: Catalogue, active: bytes, former: int = 0
    ) -> None:
        """Seat the players of a ruleset.

        Args:
            active: by position, whether the player is still there: only such lead anything.
            former: how many plays that were among the best ones each player has.
        """
        self.slots = SLOTS + former
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
        for n, pattern in enumerate(self._slot_at if former else ()):
            free = [place for place, slot in enumerate(pattern) if slot < 0]
            random = Random(f"{seed}/{ruleset}/{n}/former")
            for slot, place in enumerate(random.sample(free, former), SLOTS):
                pattern[place] = slot
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
        """Yield position and slot of every player at a depth."""
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

    def drawn_count(self, entry: Entry, new: bool) -> int:
        """Return how many drawn placements a leaderboard has."""
        draw = unit(self._draws.at(entry.number)[0])
        if entry.convert:
            return 0 if new else int(CONVERT_DRAWN * draw * draw)
        if new:
            return 1 + int((NEW_DRAWN - 1) * draw)
        return 12 + int((MOST_DRAWN - 12) * draw**0.7)

    def drawn_position(self, number: int, place: int) -> int | None:
        """Return the player drawn for a place, or None."""
        draws = self._draws.at(number)
        position = (draws[1] % (_ROUND - 1) + 1) * place + draws[2]
        position %= _ROUND
        return position if position < SIZE else None

    def drawn_place(self, number: int, position: int) -> int:
        """Return the place a player is drawn for, which may be past the end."""
        draws = self._draws.at(number)
        return (position - draws[2]) * pow(draws[1] % (_ROUND - 1) + 1, -1, _ROUND) % _ROUND

    # --- leaders ------------------------------------------------------------------------------

    def leader(self, number: int) -> int | None:
        """Return the leader of a leaderboard; None if it has none in this ruleset."""
        return self._asked(self._drawn()[0][number])

    def old_leader(self, number: int) -> int | None:
        """Return the best player of the stable client below a lazer leader."""
        return self._asked(self._drawn()[1][number])

    def led_by(self, position: int) -> list[int]:
        """Return the numbers of the leaderboards that a player leads, ascending."""
        return self._of(0, position)

    def old_led_by(self, position: int) -> list[int]:
        """Return the leaderboards where a player is the stable client's best."""
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
    places = array("H", bytes(2 * sum(slot >= 0 for slot in pattern)))
    for place, slot in enumerate(pattern):
        if slot >= 0:
            places[slot] = place
    return places


def _by_leader(leaders: array[int]) -> array[int]:
    return array("I", sorted(range(len(leaders)), key=leaders.__getitem__))


FIXED = {221777: (2757689,), 1776628: (3256299,), 1981090: (12092800,)}
"""Users who have a score on a beatmap in every world, by its id."""

LEADER, OLD_LEADER = 126, 127
"""The places of the leader and of the best of the stable client, if they have no slot there."""

_FIXED_PLACE = 120
_NO_SLOT = NO_PLACE = -1
BEFORE = -2
"""The place of a score that a best play of the last days improved."""

_SLOT_CODES = 4 * SIZE * SLOTS
_OLD_PLACES, _CONVERT_PLACES, _NEW_PLACES = 128, 16, 20
_TOP = {14: LEADER, 15: OLD_LEADER}
_LOW = {place: low for low, place in _TOP.items()}


class Placement(NamedTuple):
    """A player's best score on a leaderboard: a slot of the top plays, or a drawn place."""

    ruleset: int
    number: int
    """The difficulty's number in the catalogue."""
    position: int
    slot: int
    """From 0 to 199 if it is one of the player's best plays, beyond if it was one, else -1."""
    place: int
    """The place if it is no slot, `BEFORE` if the slot's play improved this one, else -1."""


class Placements:
    """Placements of all rulesets of one world, with their times and ids."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
    ) -> None:
        self._seed = seed
        self._current_time = now
        self._accounts = accounts
        self._all_statistics = statistics
        self._now = int(now.timestamp())
        self._draws = Draws(seed, "seat times")
        self._lock = Lock()
        self._by_ruleset: dict[int, RulesetPlacements] = {}
        self._new_placements: LRUCache[tuple[int, int], list[tuple[Placement, Entry]]] = LRUCache(
            _KEPT
        )
        self.catalogue = Catalogue(beatmaps)
        self.activity = Activity(seed, accounts) if accounts.days else None
        self.former = most_hosted(accounts.days)
        """How many plays that were among the best ones each player has."""

    @cached_property
    def sessions(self) -> Sessions:
        """The evenings of the last weeks."""
        return Sessions(
            self._seed, self._current_time, self._accounts, self._all_statistics, self.activity
        )

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self._now, len(self.catalogue.ids) and len(self._new) * _NEW_PLACES)

    @cached_property
    def _slot_calendar(self) -> Calendar:
        """Calendar of the best plays that were set in no session: before all known days."""
        return Calendar(self._now, 0, QUIET + self._accounts.days * DAY)

    @cached_property
    def _new(self) -> list[int]:
        return list(self.catalogue.ids and self.catalogue.new)

    @cached_property
    def _fixed(self) -> dict[int, dict[int, int]]:
        """Positions and places that exist in every world, by catalogue number."""
        position, by_id = self._all_statistics.standings("osu").position, self._accounts.by_id
        found: dict[int, dict[int, int]] = {}
        for beatmap_id, users in FIXED.items():
            number = self.catalogue.number_of(beatmap_id)
            accounts = [account for account in map(by_id, users) if account is not None]
            if number is not None:
                places = enumerate((position[account] for account in accounts), _FIXED_PLACE)
                found[number] = {who: place for place, who in places if who != UNRANKED}
        return found

    def in_ruleset(self, ruleset: int) -> RulesetPlacements:
        """Return the placements of a ruleset."""
        with self._lock:
            found = self._by_ruleset.get(ruleset)
            if found is None:
                account = self._all_statistics.standings(_NAMES[ruleset]).account
                active = bytes(map(self._accounts.active.__getitem__, account))
                found = RulesetPlacements(self._seed, ruleset, self.catalogue, active, self.former)
                self._by_ruleset[ruleset] = found
        return found

    def middle_stars(self, ruleset: int) -> float:
        """Return the stars of the difficulty in the middle of those that give much pp."""
        middle = self.in_ruleset(ruleset).deep // 2
        return self.catalogue.at_depth(ruleset, middle).difficulty.stars

    def is_new(self, entry: Entry) -> bool:
        """Return whether a leaderboard was opened only lately."""
        return entry.ranked > self._now - self.catalogue.new_for

    # --- whose --------------------------------------------------------------------------------

    def of(self, entry: Entry, position: int) -> Placement | None:
        """Return a player's placement on a leaderboard, or None."""
        own, number = self.in_ruleset(entry.ruleset), entry.number
        if entry.depth >= 0:
            slot = own.slot(position, entry.depth)
            if slot is not None:
                return Placement(entry.ruleset, number, position, slot, NO_PLACE)
        place = self._place(own, entry, position)
        if place is None:
            return None
        return Placement(entry.ruleset, number, position, _NO_SLOT, place)

    def _place(self, own: RulesetPlacements, entry: Entry, position: int) -> int | None:
        number = entry.number
        if own.leader(number) == position:
            return LEADER
        if own.old_leader(number) == position:
            return OLD_LEADER
        if entry.ruleset == 0:
            fixed = self._fixed.get(number)
            if fixed and position in fixed:
                return fixed[position]
        if self._left_before(entry, position):
            return None
        place = own.drawn_place(number, position)
        return place if place < own.drawn_count(entry, self.is_new(entry)) else None

    def on(self, entry: Entry) -> Iterator[Placement]:
        """Yield all placements on a leaderboard, in no order."""
        own, number, ruleset = self.in_ruleset(entry.ruleset), entry.number, entry.ruleset
        taken = set()
        if entry.depth >= 0:
            for position, slot in own.slots_at(entry.depth):
                taken.add(position)
                yield Placement(ruleset, number, position, slot, NO_PLACE)
        others = [(own.leader(number), LEADER), (own.old_leader(number), OLD_LEADER)]
        if ruleset == 0:
            others += self._fixed.get(number, {}).items()
        guests = own.drawn_count(entry, self.is_new(entry))
        for place in range(guests):
            who = own.drawn_position(number, place)
            if who is not None and not self._left_before(entry, who):
                others.append((who, place))
        for who, place in others:
            if who is not None and who not in taken:
                taken.add(who)
                yield Placement(ruleset, number, who, _NO_SLOT, place)

    def _left_before(self, entry: Entry, position: int) -> bool:
        """Return whether a player left before a leaderboard was opened."""
        account = self._account(entry.ruleset, position)
        return self._left(account) < entry.ranked + DAY

    # --- when ---------------------------------------------------------------------------------

    def moment(self, placement: Placement, entry: Entry) -> Moment:
        """Return time and id of a placement's score."""
        if placement.slot >= 0:
            return self._slot_moment(placement, entry)
        if self.is_new(entry):
            code = self._new_code(placement, entry)
            share = unit(self._draws.at(code)[1])
            left = self._left(self._account(placement.ruleset, placement.position))
            return self._calendar.new(code, entry.ranked, left, share)
        code = self._old_code(placement, entry)
        account = self._account(placement.ruleset, placement.position)
        return self._calendar.old(
            code, max(entry.ranked, self._joined(account)), self._left(account), self._share(code)
        )

    def _slot_moment(self, placement: Placement, entry: Entry) -> Moment:
        """Return time and id of a best play, or of one that was."""
        ruleset, _, position, slot, place = placement
        if place != BEFORE:
            hosted = self.sessions.host(ruleset, position, slot)
            if hosted is not None:
                return hosted
        code = (ruleset * SIZE + position) * SLOTS + slot
        if slot >= SLOTS:
            code = (ruleset * SIZE + position) * self.former + slot - SLOTS
            code += self._former_codes()
        account = self._account(ruleset, position)
        earliest = max(entry.ranked, self._joined(account))
        share = self._share(code)
        return self._slot_calendar.old(code, earliest, self._left(account), share)

    def _share(self, code: int) -> float:
        """Return where between the first possible time and now: rather late."""
        draw = unit(self._draws.at(code)[0])
        return draw * draw

    def _account(self, ruleset: int, position: int) -> int:
        return self._all_statistics.standings(_NAMES[ruleset]).account[position]

    def _joined(self, account: int) -> int:
        """Return an upper bound of a registration time, in seconds since 1970."""
        return self._accounts.joined_by(account)

    def _left(self, account: int) -> int:
        """Return the last visit of an account, in seconds since 1970."""
        return self._now - int(self._accounts.away(account))

    # --- codes --------------------------------------------------------------------------------

    def _former_codes(self) -> int:
        """Return the first code of plays that were among the best ones: after all others."""
        size = len(self.catalogue.ids)
        return _SLOT_CODES + size * _OLD_PLACES + 3 * size * _CONVERT_PLACES

    def _old_code(self, placement: Placement, entry: Entry) -> int:
        base = _SLOT_CODES
        if not entry.convert:
            return base + placement.number * _OLD_PLACES + placement.place
        size = len(self.catalogue.ids)
        base += size * _OLD_PLACES
        low = _LOW.get(placement.place, placement.place)
        return base + ((placement.ruleset - 1) * size + placement.number) * _CONVERT_PLACES + low

    def _new_code(self, placement: Placement, entry: Entry) -> int:
        base = bisect_left(self._new, placement.number) * _NEW_PLACES
        return base + (
            15 + placement.ruleset if entry.convert else _LOW.get(placement.place, placement.place)
        )

    def by_id(self, score_id: int) -> tuple[Placement, Entry] | None:
        """Return the placement of a score id, or None."""
        found = None
        if (code := self._calendar.old_code(score_id)) is not None:
            found = self._of_old_code(code)
        elif (code := self._calendar.new_code(score_id)) is not None:
            found = self._of_new_code(code)
        if found is None:
            return None
        placement, entry = found
        same = self.of(entry, placement.position) == placement
        if same and self.moment(placement, entry).id == score_id:
            return found
        improved = self.before(placement) if same else None
        if improved is not None and self.moment(improved, entry).id == score_id:
            return improved, entry
        return None

    def before(self, placement: Placement) -> Placement | None:
        """Return the score that a best play of the last days improved; None if it is none."""
        if placement.place == BEFORE or self.share_before(placement) is None:
            return None
        return placement._replace(place=BEFORE)

    def share_before(self, placement: Placement) -> float | None:
        """Return what share of a best play's pp the one had that it improved; None for none."""
        if not self.former or not 0 <= placement.slot < SLOTS:
            return None
        hosted = self.sessions.hosted(placement.ruleset, placement.position)
        return next((one.before for one in hosted if one.slot == placement.slot), None)

    def _of_old_code(self, code: int) -> tuple[Placement, Entry] | None:
        if code < _SLOT_CODES:
            player, slot = divmod(code, SLOTS)
            return self.slot(*divmod(player, SIZE), slot)
        code -= _SLOT_CODES
        size = len(self.catalogue.ids)
        if code < size * _OLD_PLACES:
            number, place = divmod(code, _OLD_PLACES)
            return self._at(self.catalogue.rulesets[number], number, place)
        code -= size * _OLD_PLACES
        if code >= 3 * size * _CONVERT_PLACES:
            if not self.former:
                return None
            player, slot = divmod(code - 3 * size * _CONVERT_PLACES, self.former)
            if player >= len(_NAMES) * SIZE:
                return None
            return self.slot(*divmod(player, SIZE), SLOTS + slot)
        which, low = divmod(code, _CONVERT_PLACES)
        ruleset, number = divmod(which, size)
        return self._at(ruleset + 1, number, _TOP.get(low, low), convert=True)

    def _of_new_code(self, code: int) -> tuple[Placement, Entry] | None:
        which, low = divmod(code, _NEW_PLACES)
        if which >= len(self._new):
            return None
        number = self._new[which]
        if low > 15:
            ruleset = low - 15
            return self._at(ruleset, number, LEADER, convert=True) if ruleset < 4 else None
        return self._at(self.catalogue.rulesets[number], number, _TOP.get(low, low))

    def slot(self, ruleset: int, position: int, slot: int) -> tuple[Placement, Entry]:
        """Return one of a player's best plays as a placement."""
        entry = self.catalogue.at_depth(ruleset, self.in_ruleset(ruleset).depth(position, slot))
        return Placement(ruleset, entry.number, position, slot, NO_PLACE), entry

    def _at(
        self, ruleset: int, number: int, place: int, *, convert: bool = False
    ) -> tuple[Placement, Entry] | None:
        entry = self.catalogue.entry(number, ruleset)
        if entry is None or entry.convert != convert:
            return None
        own = self.in_ruleset(ruleset)
        if place == LEADER:
            who = own.leader(number)
        elif place == OLD_LEADER:
            who = own.old_leader(number)
        elif place >= _FIXED_PLACE:
            places = self._fixed.get(number, {}) if ruleset == 0 else {}
            who = next((one for one, at in places.items() if at == place), None)
        else:
            who = own.drawn_position(number, place)
        return None if who is None else (Placement(ruleset, number, who, _NO_SLOT, place), entry)

    def new_of(self, ruleset: int, position: int) -> list[tuple[Placement, Entry]]:
        """Return a player's placements on leaderboards that were opened lately."""
        key = (ruleset, position)
        found = self._new_placements.get(key)
        if found is None:
            found = list(self._find_new_of(ruleset, position))
            self._new_placements.put(key, found)
        return found

    def _find_new_of(self, ruleset: int, position: int) -> Iterator[tuple[Placement, Entry]]:
        own, rulesets = self.in_ruleset(ruleset), self.catalogue.rulesets
        for number in self._new:
            is_own = rulesets[number] == ruleset
            leads = position in (own.leader(number), own.old_leader(number))
            if leads or (is_own and own.drawn_place(number, position) < NEW_DRAWN):
                entry = self.catalogue.entry(number, ruleset)
                placement = None if entry is None else self.of(entry, position)
                if entry is not None and placement is not None and placement.slot < 0:
                    yield placement, entry

    def new_placements(self) -> Iterator[tuple[Placement, Entry]]:
        """Yield the placements of all leaderboards that were opened lately, with outlines."""
        for entry in self.catalogue.new_outlines():
            yield from ((placement, entry) for placement in self.on(entry))


_NAMES = ("osu", "taiko", "fruits", "mania")
