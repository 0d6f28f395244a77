"""An evening of several people who play together: who comes and goes, and what is played."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.draws import Stream

Kind = Literal["created", "joined", "left", "kicked", "host", "game", "disbanded"]

MOST_GAMES = 60
"""How many games a gathering has at most."""

_LEAVING = 60


class Game(NamedTuple):
    """One beatmap played by all who were there. Times are in seconds since osu! opened."""

    start: int
    end: int
    beatmapset: int
    """The number of the beatmapset."""
    difficulty: Difficulty
    mods: tuple[str, ...]
    players: tuple[tuple[int, int], ...]
    """Who played: the slot and the author (of `osubrowser.demo.world.players.authors`)."""


class Happening(NamedTuple):
    """Something that happened at a second, to somebody, or a game by its number."""

    kind: Kind
    second: int
    author: int | None = None
    game: int | None = None


class Gathering:
    """Plays an evening through, up to now.

    Args:
        stream: what it is drawn from.
        start: when it begins, in seconds since osu! opened.
        end: when the last one leaves, ten minutes after `start` or later; after `now` if it
            goes on.
        now: nothing is later.
        guests: who may come; the first one opens.
        slots: how many there is room for.
        choose: draws the set, the difficulty and its length in seconds of a game.
        mods: draws the mods of a game.
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
    ) -> None:
        self._stream = stream
        self._now = now
        self._choose = choose
        self._mods = mods
        self._away = guests[:0:-1]
        self._seats: list[int | None] = [None] * slots
        self._second = start
        self._end = end
        self.games: list[Game] = []
        self.happenings: list[Happening] = []
        self.host = guests[0]
        self._happen("created", self.host)
        self._come(self.host)
        self._play()

    def _play(self) -> None:
        stream = self._stream
        for _ in range(min(len(self._away), len(self._seats) - 1)):
            if stream.chance(0.75):
                self._pass(2, 15)
                self._come(self._away.pop())
        while len(self.games) < MOST_GAMES and not self._is_over():
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
        self._happen("disbanded")

    def _game(self) -> bool:
        """Play a beatmap. Returns whether there was time for one."""
        beatmapset, difficulty, length = self._choose(self._stream)
        mods = self._mods(self._stream)
        self._pass(15, 90)
        finish = self._second + (int(length / 1.5) if "DT" in mods else length) + 10
        if finish > self._end - _LEAVING:
            return False
        players = tuple((slot, one) for slot, one in enumerate(self._seats) if one is not None)
        if not self._is_over():
            self._happen("game", game=len(self.games))
            self.games.append(Game(self._second, finish, beatmapset, difficulty, mods, players))
        self._second = finish
        return True

    def _change(self) -> None:
        """Let somebody come, go, be sent away, or become the host."""
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
            self._happen("host", self.host)

    def _come(self, author: int) -> None:
        self._seats[self._seats.index(None)] = author
        self._happen("joined", author)

    def _go(self, kind: Literal["left", "kicked"], author: int) -> None:
        self._seats[self._seats.index(author)] = None
        self._happen(kind, author)

    def _happen(self, kind: Kind, author: int | None = None, game: int | None = None) -> None:
        if not self._is_over():
            self.happenings.append(Happening(kind, self._second, author, game))

    def _pass(self, low: int, high: int) -> None:
        self._second += self._stream.between(low, high)

    def _is_over(self) -> bool:
        return self._second > self._now
