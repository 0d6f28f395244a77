"""Score queries: by player, by beatmap, by id, and the newest."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import merge
from itertools import dropwhile, takewhile
from operator import itemgetter
from threading import Lock
from typing import TypeAlias

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.draws import Draws
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.standings import UNRANKED
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.players.teams import ME
from osubrowser.demo.world.rulesets import BY_NAME, RULESETS
from osubrowser.demo.world.scores.catalogue import Entry
from osubrowser.demo.world.scores.factory import ScoreFactory
from osubrowser.demo.world.scores.ids import DAY, QUIET, first_id
from osubrowser.demo.world.scores.leaderboards import Leaderboard, Leaderboards
from osubrowser.demo.world.scores.placements import Placement
from osubrowser.demo.world.scores.results import Score
from osubrowser.demo.world.scores.sessions import Turn
from osubrowser.demo.world.scores.skill import SLOTS

Placed: TypeAlias = tuple[Placement, Entry]

FEED = 1_000
"""How many scores a page of the feed has at most."""


_HELD_BACK = 3_600
"""Seconds of scores that a live feed holds back at first."""


class Scores:
    """All scores of one world. Rulesets go by their names in the API."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
    ) -> None:
        self._all_statistics = statistics
        self._now = int(now.timestamp())
        self._live_since: float | None = None
        self.pins = Draws(seed, "pins")
        self._lock = Lock()
        self._lately: list[tuple[int, Placed]] | None = None
        self.factory = ScoreFactory(seed, now, accounts, statistics, beatmaps)
        self.leaderboards = Leaderboards(self.factory)

    # --- of a player --------------------------------------------------------------------------

    def _position(self, account: int, ruleset: str) -> int | None:
        position = self._all_statistics.standings(ruleset).position[account]
        return None if position == UNRANKED else position

    def best(self, account: int, ruleset: str, offset: int, limit: int) -> list[Score]:
        """Return a player's top plays by pp: 200 of every ranked player."""
        slots = range(self.best_count(account, ruleset))[offset : offset + limit]
        return [self._slot(account, ruleset, slot) for slot in slots]

    def best_beatmaps(self, account: int, ruleset: str) -> Iterator[tuple[int, Difficulty]]:
        """Yield the sets and difficulties of a player's best plays, in the order of these."""
        position = self._position(account, ruleset)
        if position is not None:
            placements, number = self.factory.placements, BY_NAME[ruleset].id
            own = placements.in_ruleset(number)
            for slot in range(SLOTS):
                yield placements.catalogue.beatmap_at_depth(number, own.depth(position, slot))

    def best_count(self, account: int, ruleset: str) -> int:
        """Return how many best plays a player has."""
        return 0 if self._position(account, ruleset) is None else SLOTS

    def _slot(self, account: int, ruleset: str, slot: int) -> Score:
        position = self._all_statistics.standings(ruleset).position[account]
        return self.factory.of_placement(
            *self.factory.placements.slot(BY_NAME[ruleset].id, position, slot)
        )

    def firsts(
        self, account: int, ruleset: str, offset: int, limit: int, *, old: bool = False
    ) -> list[Score]:
        """Return the scores with which a player leads a leaderboard, the newest first.

        Args:
            old: of the leaderboards of the stable client, in place of those of both.
        """
        placements = self.factory.placements
        dated = []
        for entry, placement in self._led(account, ruleset, old):
            dated.append((-placements.moment(placement, entry).id, placement, entry))
        dated.sort()
        return [
            self.factory.of_placement(placement, entry)
            for _, placement, entry in dated[offset : offset + limit]
        ]

    def first_count(self, account: int, ruleset: str) -> int:
        """Return how many leaderboards a player leads."""
        position = self._position(account, ruleset)
        if position is None:
            return 0
        return len(self.factory.placements.in_ruleset(BY_NAME[ruleset].id).led_by(position))

    def _led(self, account: int, ruleset: str, old: bool) -> Iterator[tuple[Entry, Placement]]:
        position, id = self._position(account, ruleset), BY_NAME[ruleset].id
        if position is None:
            return
        placements, own = self.factory.placements, self.factory.placements.in_ruleset(id)
        numbers = [(number, False) for number in own.led_by(position)]
        if old:
            numbers += [(number, True) for number in own.old_led_by(position)]
        for number, second in numbers:
            entry = placements.catalogue.entry(number, id)
            placement = None if entry is None else placements.of(entry, position)
            if entry is None or placement is None:
                continue
            if not old or self.factory.led_by_lazer(entry) == second:
                yield entry, placement

    def recent(self, account: int, ruleset: str, *, fails: bool) -> list[Score]:
        """Return a player's plays of the last 24 hours, the newest first."""
        position, id = self._position(account, ruleset), BY_NAME[ruleset].id
        if position is None:
            return []
        since = self._now - DAY
        plays = [
            self.factory.of_turn(turn)
            for turn in self.factory.placements.sessions.turns(id, position)
            if turn.moment.seconds >= since and (fails or not self.factory.turn_failed(turn))
        ]
        for placement, entry in self.factory.placements.new_of(id, position):
            if self.factory.placements.moment(placement, entry).seconds >= since:
                plays.append(self.factory.of_placement(placement, entry))
        return sorted(plays, key=lambda play: -play.id)

    def recent_count(self, account: int, ruleset: str) -> int:
        """Return how often a player passed in the last 24 hours."""
        return len(self.recent(account, ruleset, fails=False))

    def pinned(self, account: int, ruleset: str) -> list[Score]:
        """Return the pinned scores of a player, in order."""
        if self._position(account, ruleset) is None:
            return []
        draws = self.pins.at(account * 4 + BY_NAME[ruleset].id)
        count = max(1, draws[0] % 4) if account == ME else draws[0] % 4
        slots = dict.fromkeys(draw % SLOTS for draw in draws[1 : 1 + count])
        return [self._slot(account, ruleset, slot) for slot in slots]

    def is_pinned(self, play: Score) -> bool:
        """Return whether a score is pinned to its player's profile."""
        ruleset = RULESETS[play.entry.ruleset].name
        return any(one.id == play.id for one in self.pinned(play.account, ruleset))

    # --- of a beatmap -------------------------------------------------------------------------

    def entry(self, beatmap_id: int, ruleset: str) -> Entry | None:
        """Return a difficulty in a ruleset; None without a leaderboard."""
        catalogue = self.factory.placements.catalogue
        number = catalogue.number_of(beatmap_id)
        return None if number is None else catalogue.entry(number, BY_NAME[ruleset].id)

    def board(self, beatmap_id: int, ruleset: str) -> Leaderboard | None:
        """Return a leaderboard, or None."""
        entry = self.entry(beatmap_id, ruleset)
        return None if entry is None else self.leaderboards.of(entry)

    def of_player(self, account: int, entry: Entry) -> Score | None:
        """Return a player's score on a leaderboard, or None."""
        position = self._position(account, RULESETS[entry.ruleset].name)
        if position is None:
            return None
        placement = self.factory.placements.of(entry, position)
        return None if placement is None else self.factory.of_placement(placement, entry)

    def all_of_player(self, account: int, entry: Entry) -> list[Score]:
        """Return all passes of a player on a difficulty, the best first."""
        best = self.of_player(account, entry)
        if best is None:
            return []
        sessions = self.factory.placements.sessions
        found = [best]
        for turn in sessions.turns(entry.ruleset, best.position):
            if turn.hosted is None and self.factory.turn_entry(turn) == entry:
                play = self.factory.of_turn(turn)
                if play.passed:
                    found.append(play)
        return sorted(found, key=lambda play: (-play.result.total, play.id))

    # --- by id, and the newest ----------------------------------------------------------------

    def by_id(self, score_id: int) -> Score | None:
        """Return a score by its id."""
        return self.factory.by_id(score_id)

    def by_old_id(self, ruleset: str, old_id: int) -> Score | None:
        """Return the score with a legacy id in a ruleset, or None."""
        return self.factory.by_old_id(BY_NAME[ruleset].id, old_id)

    def hold_back(self) -> None:
        """Let the feed tell the scores of the last hour one by one, as time passes."""
        self._live_since = time.monotonic()

    def newest_told(self) -> int:
        """Return an upper bound of the ids of the scores that the feed tells by now."""
        if self._live_since is None:
            return first_id(self._now)
        seconds = min(_HELD_BACK, int(time.monotonic() - self._live_since))
        return first_id(self._now - _HELD_BACK + seconds)

    def newest_id(self) -> int:
        """Return an upper bound of all score ids."""
        return first_id(self._now)

    def newest(self, ruleset: str | None) -> list[Score]:
        """Return the newest passes of all players, the oldest first: at most a page."""
        wanted = None if ruleset is None else BY_NAME[ruleset].id
        last = self.newest_told()
        turns = (
            (-id, one)
            for id, one in self._passes(self.factory.placements.sessions.newest(), wanted)
        )
        lately = ((-id, one) for id, one in reversed(self._new_since(0)))
        told = dropwhile(lambda one: -one[0] > last, merge(turns, lately, key=itemgetter(0)))
        return self._page(told, wanted)[::-1]

    def after(self, score_id: int, ruleset: str | None) -> list[Score]:
        """Return the passes that came after a score, the oldest first: at most a page."""
        wanted = None if ruleset is None else BY_NAME[ruleset].id
        turns = self._passes(self.factory.placements.sessions.after(score_id), wanted)
        lately, last = self._new_since(score_id + 1), self.newest_told()
        told = takewhile(lambda one: one[0] <= last, merge(turns, lately, key=itemgetter(0)))
        return self._page(told, wanted)

    def _passes(
        self, turns: Iterable[Turn], wanted: int | None
    ) -> Iterator[tuple[int, Turn | Placed]]:
        for turn in turns:
            if wanted in (None, turn.ruleset) and not self.factory.turn_failed(turn):
                yield turn.moment.id, turn

    def _page(self, found: Iterable[tuple[int, Turn | Placed]], wanted: int | None) -> list[Score]:
        plays = []
        for _, one in found:
            if isinstance(one, Turn):
                plays.append(self.factory.of_turn(one))
            elif wanted in (None, one[1].ruleset):
                plays.append(self.factory.of_placement(*one))
            if len(plays) % 100 == 99:
                time.sleep(0)  # others want to run too
            if len(plays) == FEED:
                break
        return plays

    def _new_since(self, score_id: int) -> list[tuple[int, Placed]]:
        """Return the ids and placements of new leaderboards from an id on, the oldest first."""
        with self._lock:
            if self._lately is None:
                self._lately = self._list_lately()
            lately = self._lately
        return lately[bisect_left(lately, score_id, key=itemgetter(0)) :]

    def _list_lately(self) -> list[tuple[int, Placed]]:
        placements, since = self.factory.placements, first_id(self._now - QUIET)
        dated = []
        for count, (placement, entry) in enumerate(placements.new_placements()):
            if count % 200 == 0:
                time.sleep(0)  # others want to run too
            if placement.slot < 0 and (id := placements.moment(placement, entry).id) >= since:
                whole = placements.catalogue.entry(entry.number, entry.ruleset)
                if whole is not None:
                    dated.append((id, (placement, whole)))
        return sorted(dated, key=itemgetter(0))
