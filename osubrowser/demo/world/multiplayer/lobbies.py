"""Lobby simulation shared by matches and rooms: joins, leaves, games, map selection."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from datetime import timedelta
from threading import Lock
from typing import Literal, NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.clock import LAUNCH, Timeline
from osubrowser.demo.world.draws import Stream
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.authors import Authors

Kind = Literal["created", "joined", "left", "kicked", "host", "game", "disbanded"]

MOST_GAMES = 60
"""How many games a lobby has at most."""

COMING = 0.75
"""Share of the guests who come before the first game."""

_LEAVING = 60


class Game(NamedTuple):
    """Game played in a lobby. Times are in seconds since launch."""

    start: int
    end: int
    beatmapset: int
    """The number of the beatmapset."""
    difficulty: Difficulty
    mods: tuple[str, ...]
    players: tuple[tuple[int, int], ...]
    """Who played: the slot and the author (of `osubrowser.demo.world.players.authors`)."""


class LobbyEvent(NamedTuple):
    """Event of a lobby at a second: of an author, or of a game by its index."""

    kind: Kind
    second: int
    author: int | None = None
    game: int | None = None


class Lobby:
    """Simulation of a lobby from its opening up to now.

    Args:
        stream: what it is drawn from.
        start: when it begins, in seconds since launch.
        end: when the last one leaves, ten minutes after `start` or later; after `now` if it
            goes on.
        now: nothing is later.
        guests: who may come; the first one opens.
        slots: how many there is room for.
        choose: draws the set, the difficulty and its length in seconds of a game.
        mods: draws the mods of a game.
        most: how many games there are at most.
        coming: share of the guests who come before the first game.
        is_returning: whether those who have left may come again.
    """

    def __init__(
        self,
        stream: Stream,
        start: int,
        end: int,
        now: int,
        *,
        guests: list[int],
        slots: int,
        choose: Callable[[Stream], tuple[int, Difficulty, int]],
        mods: Callable[[Stream], tuple[str, ...]],
        most: int = MOST_GAMES,
        coming: float = COMING,
        is_returning: bool = False,
    ) -> None:
        self._stream = stream
        self._now = now
        self._choose = choose
        self._mods = mods
        self._most = most
        self._coming = coming
        self._is_returning = is_returning
        self._away = guests[:0:-1]
        self._seats: list[int | None] = [None] * slots
        self._second = start
        self._end = end
        self.games: list[Game] = []
        self.events: list[LobbyEvent] = []
        self.host = guests[0]
        self._record("created", self.host)
        self._come(self.host)
        self._play()

    def _play(self) -> None:
        stream = self._stream
        for _ in range(min(len(self._away), len(self._seats) - 1)):
            if stream.chance(self._coming):
                self._pass(2, 15)
                self._come(self._away.pop())
        while len(self.games) < self._most and not self._is_over():
            self._change()
            if not self._game():
                break
        if self._is_over():
            return
        here = [author for author in self._seats if author is not None]
        for place, author in enumerate(here, 1):
            self._second = self._end - 2 * (len(here) - place)
            self._go("left", author)
        self._second = self._end
        self._record("disbanded")

    def _game(self) -> bool:
        """Simulate a game. Returns whether time was left for it."""
        beatmapset, difficulty, length = self._choose(self._stream)
        mods = self._mods(self._stream)
        self._pass(15, 90)
        finish = self._second + (int(length / 1.5) if "DT" in mods else length) + 10
        if finish > self._end - _LEAVING:
            return False
        players = tuple((slot, one) for slot, one in enumerate(self._seats) if one is not None)
        if not self._is_over():
            self._record("game", game=len(self.games))
            self.games.append(Game(self._second, finish, beatmapset, difficulty, mods, players))
        self._second = finish
        return True

    def _change(self) -> None:
        """Simulate a join, leave, kick or host change."""
        stream, here = self._stream, [one for one in self._seats if one is not None]
        if self._away and len(here) < len(self._seats) and stream.chance(0.3):
            self._pass(2, 30)
            self._come(self._away.pop())
        elif len(here) > 2 and stream.chance(0.2):
            self._pass(2, 30)
            gone = stream.pick([one for one in here if one != self.host])
            self._go("kicked" if stream.chance(0.1) else "left", gone)
        if len(here) > 1 and stream.chance(0.1):
            self._pass(1, 9)
            self.host = stream.pick([one for one in self._seats if one is not None])
            self._record("host", self.host)

    def _come(self, author: int) -> None:
        self._seats[self._seats.index(None)] = author
        self._record("joined", author)

    def _go(self, kind: Literal["left", "kicked"], author: int) -> None:
        self._seats[self._seats.index(author)] = None
        self._record(kind, author)
        if self._is_returning and author not in self._away:
            self._away.insert(0, author)

    def _record(self, kind: Kind, author: int | None = None, game: int | None = None) -> None:
        if not self._is_over():
            self.events.append(LobbyEvent(kind, self._second, author, game))

    def _pass(self, low: int, high: int) -> None:
        self._second += self._stream.between(low, high)

    def _is_over(self) -> bool:
        return self._second > self._now


_RULESETS = (0, 0, 0, 0, 0, 0, 1, 3, 3, 2)
_WAIT = 220 * 86_400
_GONE_SHARE = 0.015


class Selection:
    """Random selection of beatmaps with a leaderboard, and of participants. Thread-safe."""

    def __init__(self, accounts: Accounts, beatmaps: Beatmaps, authors: Authors) -> None:
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._authors = authors
        self._lock = Lock()
        self._playable: tuple[array[int], ...] = ()
        self._crowd: Timeline | None = None

    def ruleset(self, stream: Stream) -> int:
        """Return the number of a ruleset: osu! more often than the others."""
        return stream.pick(_RULESETS)

    def beatmap(
        self, stream: Stream, ruleset: int, second: int, low: float, high: float
    ) -> tuple[int, Difficulty, int]:
        """Return a beatmap that had its leaderboard at a time.

        Args:
            stream: what it is drawn from.
            ruleset: the number of a ruleset.
            second: the time, in seconds since launch.
            low: the least stars it should have.
            high: the most; the nearest difficulty of its set is taken.

        Returns:
            the number of the set, the difficulty, and its length in seconds.
        """
        beatmaps = self._beatmaps
        playable = self._sets()[ruleset]
        newest = beatmaps.newest_before(LAUNCH + timedelta(seconds=max(0, second - _WAIT)))
        there = max(8, bisect_right(playable, newest))
        index = playable[stream.between(0, min(there, len(playable)) - 1)]
        found = [one for one in beatmaps.difficulties(index) if one.ruleset == ruleset]
        wanted = stream.spread(low, high)
        difficulty = min(found, key=lambda one: abs(one.stars - wanted))
        return index, difficulty, beatmaps.song(index).length

    def people(self, stream: Stream, count: int, second: int) -> list[int]:
        """Return distinct authors who existed at a time; a few are deleted now."""
        most = self.people_until(second)
        found: dict[int, None] = {}
        while len(found) < min(count, most):
            draw = stream.draw()
            if found and stream.chance(_GONE_SHARE):
                found[self._authors.gone(draw)] = None
            else:
                found[draw * most >> 32] = None
        return list(found)

    def people_until(self, second: int) -> int:
        """Return a number below which every account existed at a time."""
        with self._lock:
            if self._crowd is None:
                accounts = self._accounts
                self._crowd = Timeline(accounts.joined, len(accounts), 128)
            return max(64, self._crowd.there(second))

    def _sets(self) -> tuple[array[int], ...]:
        with self._lock:
            if not self._playable:
                beatmaps = self._beatmaps
                found: tuple[array[int], ...] = tuple(array("H") for _ in range(4))
                for index in range(COUNT):
                    if beatmaps.status[index] in (1, 2, 4):
                        found[beatmaps.ruleset[index]].append(index)
                self._playable = found
            return self._playable
