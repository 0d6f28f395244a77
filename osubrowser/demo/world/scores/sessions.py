"""Play sessions of the last weeks, the base of the score feed.

Time is divided into blocks of forty minutes, counted back from now. A block has 400 concurrent
sessions; the plays of a session are 200 seconds apart, and no two plays of a block share half a
second. Sessions rotate among all ranked players of all rulesets, and exist only for those who were
online at the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from osubrowser.demo.world.draws import Draws, chance
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.standings import SIZE
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.players.teams import ME
from osubrowser.demo.world.scores.ids import DAY, PER_SECOND, Moment, first_id, second_of
from osubrowser.demo.world.scores.skill import SLOTS

PLAYS = 12
"""Plays in a session."""

SPAN = 20 * DAY
"""Seconds before now for which sessions are known."""

_ROOMS, _PAUSE = 400, 200
_BLOCK = PLAYS * _PAUSE
_SESSIONS = SPAN // _BLOCK * _ROOMS
_ROUND, _FACTOR = 40_009, 17_011
_INVERSE = pow(_FACTOR, -1, _ROUND)
_MY_SESSION = 3 * _ROOMS + 17
_HOSTED_STEP = 37
_HOSTED_INVERSE = pow(_HOSTED_STEP, -1, SLOTS)
_NAMES = ("osu", "taiko", "fruits", "mania")


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
        self, seed: int, now: datetime, accounts: Accounts, statistics: StatisticsTable
    ) -> None:
        self._accounts = accounts
        self._all_statistics = statistics
        self._now = int(now.timestamp())
        self._draws = Draws(seed, "sessions")
        mine = statistics.standings("osu").position[ME]
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
        return bool(accounts.active[account]) and accounts.away(account) <= ended + 60

    def of(self, ruleset: int, position: int) -> list[int]:
        """Return the sessions of a player, the newest first."""
        pair = ruleset * SIZE + position
        first = (pair - self._shift) * _INVERSE % _ROUND
        return [
            session
            for session in range(first, _SESSIONS, _ROUND)
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
        if draws[0] % PLAYS == number and chance(draws[1], 0.5):
            hosted = (self._start(ruleset, position) + _HOSTED_STEP * (session // _ROUND)) % SLOTS
        return Turn(session, number, ruleset, position, moment, hosted)

    def turns(self, ruleset: int, position: int) -> Iterator[Turn]:
        """Yield all plays of a player, the newest first."""
        for session in self.of(ruleset, position):
            for number in reversed(range(PLAYS)):
                yield self._turn(session, number, ruleset, position)

    def host(self, ruleset: int, position: int, slot: int) -> Moment | None:
        """Return when a slot's play was played if it was in one of the sessions."""
        start = self._start(ruleset, position)
        lap = (slot - start) * _HOSTED_INVERSE % SLOTS
        if lap * _ROUND >= _SESSIONS:
            return None
        pair = ruleset * SIZE + position
        session = (pair - self._shift) * _INVERSE % _ROUND + lap * _ROUND
        if session >= _SESSIONS or not self._present(session, ruleset, position):
            return None
        draws = self._draws.at(session)
        if not chance(draws[1], 0.5):
            return None
        return self._turn(session, draws[0] % PLAYS, ruleset, position).moment

    def _start(self, ruleset: int, position: int) -> int:
        return (position * 89 + ruleset * 53) % SLOTS

    # --- by time ------------------------------------------------------------------------------

    def by_id(self, score_id: int) -> Turn | None:
        """Return the play with this id, or None."""
        room, seconds = score_id % PER_SECOND, second_of(score_id)
        back = self._now - 1 - seconds
        if room > 1 or not 0 <= back < SPAN:
            return None
        block, left = divmod(back, _BLOCK)
        number, half = divmod(_BLOCK - 1 - left, _PAUSE)
        return self.turn(block * _ROOMS + half * 2 + room, number)

    def newest(self) -> Iterator[Turn]:
        """Yield all plays, the newest first."""
        for block in range(SPAN // _BLOCK):
            yield from reversed(self._block(block))

    def after(self, score_id: int) -> Iterator[Turn]:
        """Yield the plays with ids above this one, the oldest first."""
        back = min(SPAN, self._now - second_of(score_id))
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
