"""Which comment is whose, below what, in answer to which: drawn once, kept in small arrays."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from math import log
from random import Random
from typing import TYPE_CHECKING

from osubrowser.demo.world.clock import LAUNCH
from osubrowser.demo.world.players.authors import DELETED, GONE, RESTRICTED
from osubrowser.demo.world.timeline import Timeline, seconds

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

COUNT = 60_000
"""How many comments there are."""

NEWS, BUILDS, ELSEWHERE = 20_000, 22_000, 25_999
"""Where the targets of each kind begin: beatmapsets are first, what was deleted is the last."""

NOBODY = 65_535
"""The author of comments from a time when builds could be commented on without an account."""

_START = datetime(2013, 8, 3, tzinfo=UTC)
_PAUSE, _STEP = 3_000, 20


class CommentIndex:
    """All comments of one world, by their numbers from 0 to `COUNT - 1`, oldest first.

    Of each chain, the newest is known, and from each comment the one before it; -1 ends a chain.
    """

    def __init__(self, world: World) -> None:
        self._start = seconds(_START)
        self._span = seconds(world.now) - self._start - 600
        self.target = array("H", bytes(2 * COUNT))
        self.author = array("H", bytes(2 * COUNT))
        self.votes = array("H", bytes(2 * COUNT))
        self.parent = _links(COUNT)
        self.deleted = bytearray(COUNT)
        self.newest_below, self.before_below = _links(ELSEWHERE + 1), _links(COUNT)
        self.newest_by, self.before_by = _links(NOBODY + 1), _links(COUNT)
        self.newest_reply, self.before_reply = _links(COUNT), _links(COUNT)
        self._draw(world)

    def second(self, number: int) -> int:
        """Return when a comment was written, in seconds since osu! opened."""
        wobble = ((number * 2_654_435_761) & 0xFFFFFFFF) / (1 << 32)
        share = (number + 0.1 + 0.8 * wobble) / COUNT
        return self._start + int(self._span * share**0.62)

    def written(self, number: int) -> datetime:
        """Return when a comment was written: later ones have higher numbers."""
        return LAUNCH + timedelta(seconds=self.second(number))

    def _draw(self, world: World) -> None:
        random = Random(f"{world.seed}/comments")
        draw, targets = random.random, _Targets(world, random, self.target)
        registered, accounts, there = world.social.people.registered, len(world.accounts), 1
        for number in range(COUNT):
            if number % _PAUSE == 0:
                time.sleep(0)  # let the window have the interpreter
            if number % _STEP == 0:
                second = self.second(number)
                there = registered.there(second)
                targets.move_to(second)
            target = targets.draw(number) if number else NEWS
            author = int(accounts * draw() ** 2.2) * 7_919 % accounts
            if author >= there:
                author = int(there * draw())
            rare = draw()
            if rare < 0.005:
                author = GONE + int((RESTRICTED + DELETED) * draw())
            elif BUILDS <= target < ELSEWHERE and number < 2_000:
                author = NOBODY
            elif target < NEWS and rare < 0.05:
                author = world.beatmaps.mapper[target]
            self._link(number, target, author, draw(), draw())
            self.votes[number] = min(2_000, int(0.3 / (draw() + 0.0005) ** 0.9))
            self.deleted[number] = number > 0 and draw() < 0.015

    def _link(self, number: int, target: int, author: int, answers: float, which: float) -> None:
        """Put a comment into its chains; some answer one of the last ones on their target."""
        self.target[number], self.author[number] = target, author
        parent = self.newest_below[target]
        if parent >= 0 and answers < 0.4:
            for _ in range(int(6 * which)):
                if self.before_below[parent] < 0:
                    break
                parent = self.before_below[parent]
            self.parent[number] = parent
            self.before_reply[number] = self.newest_reply[parent]
            self.newest_reply[parent] = number
        self.before_below[number] = self.newest_below[target]
        self.newest_below[target] = number
        self.before_by[number] = self.newest_by[author]
        self.newest_by[author] = number


class _Targets:
    """Draws what a comment is about, of the things that were there at the time."""

    def __init__(self, world: World, random: Random, drawn: array[int]) -> None:
        beatmaps, social = world.beatmaps, world.social
        self._draw, self._drawn = random.random, drawn
        self._sets = Timeline(beatmaps.submitted, len(beatmaps.status), 50)
        self._news = [seconds(post.published) for post in social.news.posts]
        self._builds = [seconds(build.created) for build in social.changelog.builds]
        loved = []
        for index in range(len(beatmaps.status)):
            if index % 2_000 == 0:
                time.sleep(0)
            if beatmaps.status[index] > 0 and (plays := beatmaps.plays(index)) > 435_000:
                loved.append((index, plays))
        self._loved = [index for index, _ in loved]
        self._there = (1, 1, 1, 0)

    def move_to(self, second: int) -> None:
        """Say what time it is."""
        self._there = (
            self._sets.there(second),
            max(1, bisect_right(self._news, second)),
            max(1, bisect_right(self._builds, second)),
            bisect_right(self._loved, self._sets.there(second) - 1),
        )

    def draw(self, number: int) -> int:
        """Return the target of a comment; talks go on where others just wrote."""
        sets, news, builds, loved = self._there
        kind = self._draw()
        if kind < 0.22 and number > 40:
            return self._drawn[number - 1 - int(40 * self._draw())]
        if kind < 0.42:
            return NEWS + max(0, news - 1 - int(-3 * log(1 - self._draw())))
        if kind < 0.47:
            return BUILDS + max(0, builds - 1 - int(-3 * log(1 - self._draw())))
        if kind < 0.475:
            return ELSEWHERE
        if kind < 0.70 and loved:
            return self._loved[int(loved * self._draw())]
        if kind < 0.85:
            return max(0, sets - 1 - int(-150 * log(1 - self._draw())))
        return int(sets * self._draw())


def _links(count: int) -> array[int]:
    return array("i", b"\xff" * 4 * count)
