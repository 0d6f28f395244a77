"""Play sessions of the last weeks, the base of the score feed.

Time is divided into blocks of forty minutes, counted back from now. A block has 400 concurrent
sessions; the plays of a session are 200 seconds apart, and no two plays of a block share half a
second. Sessions rotate among all ranked players of all rulesets, and exist only for those who were
online at the time. A world with days has so many days more of sessions, and nobody has one on a day
without any activity; there, the latest best plays are better ones, as those of players who improve.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random
from typing import NamedTuple

from osubrowser.demo.world.days.activity import Activity
from osubrowser.demo.world.draws import Draws, chance, spread
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.standings import SIZE
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.players.teams import ME
from osubrowser.demo.world.scores.ids import DAY, PER_SECOND, Moment, first_id, second_of
from osubrowser.demo.world.scores.skill import SLOTS
from osubrowser.lru import LRUCache

PLAYS = 12
"""Plays in a session."""

SPAN = 20 * DAY
"""Seconds before now for which sessions are known."""

_ROOMS, _PAUSE = 400, 200
_BLOCK = PLAYS * _PAUSE
_ROUND, _FACTOR = 40_009, 17_011
_INVERSE = pow(_FACTOR, -1, _ROUND)
_MY_SESSION = 3 * _ROOMS + 17
_HOSTED_STEP = 37
_HOSTED_INVERSE = pow(_HOSTED_STEP, -1, SLOTS)
_NAMES = ("osu", "taiko", "fruits", "mania")
_ORDERS = 16
_TOP_FIRST, _LIVELY_TOP_FIRST = 10, 2
_HOSTS, _LIVELY_HOSTS = 0.5, 0.95
_KEPT = 1_024
_IMPROVED = 0.35
_BEFORE = (0.75, 0.985)


def most_hosted(days: int) -> int:
    """Return how many best plays at most a player sets within some days."""
    most = days * DAY // (_BLOCK * _ROUND // _ROOMS) + 2 if days else 0
    return most + most % 2  # slots go in pairs


class Hosted(NamedTuple):
    """Best play that was set in a session."""

    slot: int
    seconds: int
    """When, since 1970."""
    before: float | None
    """What share of its pp the best play on the same beatmap was worth before; None without."""


class Turn(NamedTuple):
    """Play of a session, without its result."""

    session: int
    number: int
    ruleset: int
    position: int
    moment: Moment
    hosted: int | None
    """The slot of the best list that this play is; None if it is no best."""


class Sessions:
    """All play sessions of one world."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        statistics: StatisticsTable,
        activity: Activity | None = None,
    ) -> None:
        self._accounts = accounts
        self._activity = activity
        self.span = SPAN + accounts.days * DAY
        self._sessions = self.span // _BLOCK * _ROOMS
        self._orders: tuple[tuple[int, ...], ...] = ()
        self._hosted: LRUCache[int, list[Hosted]] = LRUCache(_KEPT)
        self._laps: tuple[dict[int, int], ...] = ()
        if activity is not None:
            starts = [_TOP_FIRST] * _ORDERS + [_LIVELY_TOP_FIRST] * _ORDERS
            self._orders = tuple(
                _top_first(Random(f"{seed}/hosts/{n}"), start) for n, start in enumerate(starts)
            )
            self._laps = tuple({slot: lap for lap, slot in enumerate(o)} for o in self._orders)
        self._all_statistics = statistics
        self._now = int(now.timestamp())
        self._draws = Draws(seed, "sessions")
        mine = statistics.standings("osu").position[ME]
        self._lively = frozenset[int]()
        if activity is not None:
            seats = statistics.standings("osu").position
            self._lively = frozenset(seats[account] for account in activity.lively)
        self._shift = (mine - _FACTOR * _MY_SESSION) % _ROUND

    # --- who ----------------------------------------------------------------------------------

    def _player(self, session: int) -> tuple[int, int] | None:
        """Return ruleset and position of a session's player, or None."""
        pair = (session * _FACTOR + self._shift) % _ROUND
        if pair >= 4 * SIZE:
            return None
        ruleset, position = divmod(pair, SIZE)
        return (ruleset, position) if self._present(session, ruleset, position) else None

    def _present(self, session: int, ruleset: int, position: int) -> bool:
        accounts = self._accounts
        account = self._all_statistics.standings(_NAMES[ruleset]).account[position]
        ended = session // _ROOMS * _BLOCK
        if not accounts.active[account] or accounts.away(account) > ended + 60:
            return False
        activity = self._activity
        return activity is None or activity.played(ruleset, account, ended // DAY)

    def of(self, ruleset: int, position: int) -> list[int]:
        """Return the sessions of a player, the newest first."""
        pair = ruleset * SIZE + position
        first = (pair - self._shift) * _INVERSE % _ROUND
        return [
            session
            for session in range(first, self._sessions, _ROUND)
            if self._present(session, ruleset, position)
        ]

    # --- what ---------------------------------------------------------------------------------

    def turn(self, session: int, number: int) -> Turn | None:
        """Return a play of a session; None for an empty session."""
        player = self._player(session)
        return None if player is None else self._turn(session, number, *player)

    def _turn(self, session: int, number: int, ruleset: int, position: int) -> Turn:
        block, room = divmod(session, _ROOMS)
        seconds = self._now - (block + 1) * _BLOCK + number * _PAUSE + room // 2
        moment = Moment(first_id(seconds) + room % 2, seconds)
        draws = self._draws.at(session)
        hosted = None
        hosts = self._hosts(ruleset, position)
        if draws[0] % PLAYS == number and chance(draws[1], hosts):
            hosted = self._slot(ruleset, position, session // _ROUND)
        return Turn(session, number, ruleset, position, moment, hosted)

    def turns(self, ruleset: int, position: int) -> Iterator[Turn]:
        """Yield all plays of a player, the newest first."""
        for session in self.of(ruleset, position):
            for number in reversed(range(PLAYS)):
                yield self._turn(session, number, ruleset, position)

    def host(self, ruleset: int, position: int, slot: int) -> Moment | None:
        """Return when a slot's play was played if it was in one of the sessions."""
        if slot >= SLOTS:
            return None
        lap = self._lap(ruleset, position, slot)
        if lap * _ROUND >= self._sessions:
            return None
        pair = ruleset * SIZE + position
        session = (pair - self._shift) * _INVERSE % _ROUND + lap * _ROUND
        if session >= self._sessions or not self._present(session, ruleset, position):
            return None
        draws = self._draws.at(session)
        if not chance(draws[1], self._hosts(ruleset, position)):
            return None
        return self._turn(session, draws[0] % PLAYS, ruleset, position).moment

    def hosted(self, ruleset: int, position: int) -> list[Hosted]:
        """Return the best plays of a player that were set in sessions, the newest first."""
        key = ruleset * SIZE + position
        found = self._hosted.get(key)
        if found is None:
            found = self._find_hosted(ruleset, position, self._sessions)
            self._hosted.put(key, found)
        return found

    def hosted_since(self, ruleset: int, position: int, since: int) -> list[Hosted]:
        """Return those of `hosted` after a time, in seconds since 1970; they are not kept."""
        known = self._hosted.get(ruleset * SIZE + position)
        if known is None:
            last = (-(-(self._now - since) // _BLOCK) + 1) * _ROOMS
            known = self._find_hosted(ruleset, position, min(self._sessions, last))
        return [one for one in known if one.seconds >= since]

    def _find_hosted(self, ruleset: int, position: int, end: int) -> list[Hosted]:
        found: list[Hosted] = []
        hosts = self._hosts(ruleset, position)
        account = self._all_statistics.standings(_NAMES[ruleset]).account[position]
        if not self._accounts.active[account]:
            return found
        away, activity = self._accounts.away(account) - 60, self._activity
        since = None if activity is None else activity.since(ruleset, account)
        first = (ruleset * SIZE + position - self._shift) * _INVERSE % _ROUND
        for lap, session in enumerate(range(first, end, _ROUND)):
            block, room = divmod(session, _ROOMS)
            ended = block * _BLOCK
            if ended < away or (
                since is not None and since[ended // DAY + 1] == since[ended // DAY]
            ):
                continue
            draws = self._draws.at(session)
            if chance(draws[1], hosts):
                slot = self._slot(ruleset, position, lap)
                seconds = self._now - (block + 1) * _BLOCK + room // 2
                seconds += draws[0] % PLAYS * _PAUSE
                before = spread(draws[3], *_BEFORE) if chance(draws[2], _IMPROVED) else None
                found.append(Hosted(slot, seconds, before))
        return found

    def _order(self, ruleset: int, position: int) -> int:
        """Return the number of the order in which a player's sessions host slots."""
        number = (position + 5 * ruleset) % _ORDERS
        return number + _ORDERS if self._is_lively(ruleset, position) else number

    def _hosts(self, ruleset: int, position: int) -> float:
        """Return how many of a player's sessions set a best play."""
        return _LIVELY_HOSTS if self._is_lively(ruleset, position) else _HOSTS

    def _is_lively(self, ruleset: int, position: int) -> bool:
        return ruleset == 0 and position in self._lively

    def _slot(self, ruleset: int, position: int, lap: int) -> int:
        """Return the slot that a player's session hosts, if it does."""
        if self._orders:
            return self._orders[self._order(ruleset, position)][lap]
        return (self._start(ruleset, position) + _HOSTED_STEP * lap) % SLOTS

    def _lap(self, ruleset: int, position: int, slot: int) -> int:
        """Return which of a player's sessions, the newest first, may host a slot."""
        if self._orders:
            return self._laps[self._order(ruleset, position)][slot]
        return (slot - self._start(ruleset, position)) * _HOSTED_INVERSE % SLOTS

    def _start(self, ruleset: int, position: int) -> int:
        return (position * 89 + ruleset * 53) % SLOTS

    # --- by time ------------------------------------------------------------------------------

    def by_id(self, score_id: int) -> Turn | None:
        """Return the play with this id, or None."""
        room, seconds = score_id % PER_SECOND, second_of(score_id)
        back = self._now - 1 - seconds
        if room > 1 or not 0 <= back < self.span:
            return None
        block, left = divmod(back, _BLOCK)
        number, half = divmod(_BLOCK - 1 - left, _PAUSE)
        return self.turn(block * _ROOMS + half * 2 + room, number)

    def newest(self, until: int | None = None) -> Iterator[Turn]:
        """Yield all plays, the newest first.

        Args:
            until: seconds since 1970: plays of blocks that were over before it; None for now.
        """
        first = 0 if until is None else max(0, -(-(self._now - until) // _BLOCK))
        for block in range(first, self.span // _BLOCK):
            yield from reversed(self._block(block))

    def after(self, score_id: int) -> Iterator[Turn]:
        """Yield the plays with ids above this one, the oldest first."""
        back = min(self.span, self._now - second_of(score_id))
        for block in range((back - 1) // _BLOCK, -1, -1):
            yield from (turn for turn in self._block(block) if turn.moment.id > score_id)

    def _block(self, block: int) -> list[Turn]:
        """Return the plays of a block, the oldest first."""
        rooms = range(block * _ROOMS, (block + 1) * _ROOMS)
        held = [(session, player) for session in rooms if (player := self._player(session))]
        return [
            self._turn(session, number, *player)
            for number in range(PLAYS)
            for session, player in held
        ]


def _top_first(random: Random, start: int) -> tuple[int, ...]:
    """Return the slots in an order in which better ones tend to come earlier.

    Args:
        start: the smaller, the more the best ones are preferred.
    """
    keys = [random.random() ** (slot + start) for slot in range(SLOTS)]
    return tuple(sorted(range(SLOTS), key=keys.__getitem__, reverse=True))
