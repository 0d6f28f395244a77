"""What could be played, and who could play it, at a time: for matches and rooms."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.beatmaps import COUNT
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.clock import LAUNCH
from osubrowser.demo.world.draws import Stream
from osubrowser.demo.world.timeline import Timeline

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

_RULESETS = (0, 0, 0, 0, 0, 0, 1, 3, 3, 2)
_WAIT = 220 * 86_400
_GONE_SHARE = 0.015


class Jukebox:
    """Draws beatmaps with a leaderboard, and people. Thread-safe."""

    def __init__(self, world: World) -> None:
        self._world = world
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
            second: the time, in seconds since osu! opened.
            low: the least stars it should have.
            high: the most; the nearest difficulty of its set is taken.

        Returns:
            the number of the set, the difficulty, and its length in seconds.
        """
        beatmaps = self._world.beatmaps
        playable = self._sets()[ruleset]
        newest = beatmaps.newest_before(LAUNCH + timedelta(seconds=max(0, second - _WAIT)))
        there = max(8, bisect_right(playable, newest))
        index = playable[stream.between(0, min(there, len(playable)) - 1)]
        found = [one for one in beatmaps.difficulties(index) if one.ruleset == ruleset]
        wanted = stream.spread(low, high)
        difficulty = min(found, key=lambda one: abs(one.stars - wanted))
        return index, difficulty, beatmaps.song(index).length

    def people(self, stream: Stream, count: int, second: int) -> list[int]:
        """Return different authors who were there at a time; a few of them are gone now."""
        most = self.people_until(second)
        found: dict[int, None] = {}
        while len(found) < min(count, most):
            draw = stream.draw()
            if found and stream.chance(_GONE_SHARE):
                found[self._world.social.people.gone(draw)] = None
            else:
                found[draw * most >> 32] = None
        return list(found)

    def people_until(self, second: int) -> int:
        """Return a number below which every account was there at a time."""
        with self._lock:
            if self._crowd is None:
                accounts = self._world.accounts
                self._crowd = Timeline(accounts.joined, len(accounts), 128)
            return max(64, self._crowd.there(second))

    def _sets(self) -> tuple[array[int], ...]:
        with self._lock:
            if not self._playable:
                beatmaps = self._world.beatmaps
                found: tuple[array[int], ...] = tuple(array("H") for _ in range(4))
                for index in range(COUNT):
                    if beatmaps.status[index] in (1, 2, 4):
                        found[beatmaps.ruleset[index]].append(index)
                self._playable = found
            return self._playable
