"""Scores as they were on an earlier day: what had been set until then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import dropwhile
from operator import itemgetter

from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.rulesets import BY_NAME
from osubrowser.demo.world.scores.catalogue import Entry
from osubrowser.demo.world.scores.ids import DAY, first_id
from osubrowser.demo.world.scores.leaderboards import Leaderboard, LeaderboardRow, Leaderboards
from osubrowser.demo.world.scores.placements import BEFORE, NO_PLACE, Placement
from osubrowser.demo.world.scores.results import Score
from osubrowser.demo.world.scores.scores import Scores
from osubrowser.demo.world.scores.skill import SLOTS
from osubrowser.lru import LRUCache

_KEPT = 256


class DayLeaderboards(Leaderboards):
    """Leaderboards of a day: those of today without what was set after it.

    Args:
        today: the leaderboards of today.
        until: the end of the day, in seconds since 1970.
    """

    def __init__(self, today: Leaderboards, until: int) -> None:
        super().__init__(today.factory)
        self._today = today
        self._end = first_id(until)

    def of(self, entry: Entry) -> Leaderboard:
        """Return a difficulty's leaderboard in a ruleset."""
        key = (entry.number, entry.ruleset)
        found = self._boards.get(key)
        if found is None:
            rows = list(self._rows(entry))
            rows.sort(key=lambda row: (-row.total, row.id))
            found = Leaderboard(entry, rows)
            self._boards.put(key, found)
        return found

    def _rows(self, entry: Entry) -> Iterator[LeaderboardRow]:
        for row in self._today.of(entry).rows:
            if row.id < self._end:
                yield row
                continue
            before = self.factory.placements.before(row.placement)
            if before is not None:
                yield self._row(before, entry)

    def rank_of(self, play: Score) -> int:
        """Return the rank of a score on its leaderboard; 0 if it is not on it."""
        return self.of(play.entry).rank_of(play.id) or 0


class DayScores(Scores):
    """All scores of one world that had been set until a day.

    Args:
        today: all scores of the world.
        until: the end of the day.
    """

    def __init__(self, today: Scores, statistics: StatisticsTable, until: datetime) -> None:
        self._all_statistics = statistics
        self._now = int(until.timestamp())
        self._today = today
        self.factory = today.factory
        self.leaderboards = DayLeaderboards(today.leaderboards, self._now)
        self._best: LRUCache[tuple[int, int], list[Placement]] = LRUCache(_KEPT)

    # --- of a player --------------------------------------------------------------------------

    def _best_of(self, ruleset: int, position: int) -> list[Placement]:
        """Return a player's best plays on the day, by pp."""
        found = self._best.get((ruleset, position))
        if found is None:
            placements, skill = self.factory.placements, self.factory.skills.of(ruleset)
            hosted = placements.sessions.hosted(ruleset, position)
            later = {one.slot for one in hosted if one.seconds >= self._now}
            valued: list[tuple[float, Placement]] = []
            own = placements.in_ruleset(ruleset)
            column = skill.column(position, own.slots)
            order = placements.catalogue.order[ruleset]
            for slot, pp in enumerate(column):
                number = order[own.depth(position, slot)]
                placement = Placement(ruleset, number, position, slot, NO_PLACE)
                if slot not in later:
                    valued.append((-pp, placement))
                elif (before := placements.before(placement)) is not None:
                    valued.append((-(self.factory.pp_before(before) or 0.0), before))
            valued.sort(key=itemgetter(0))
            found = [placement for _, placement in valued[:SLOTS]]
            self._best.put((ruleset, position), found)
        return found

    def best(self, account: int, ruleset: str, offset: int, limit: int) -> list[Score]:
        """Return a player's top plays of the day by pp: 200 of every ranked player."""
        position, number = self._position(account, ruleset), BY_NAME[ruleset].id
        if position is None:
            return []
        placements = self._best_of(number, position)[offset : offset + limit]
        return [self._score(one) for one in placements]

    def best_beatmaps(self, account: int, ruleset: str) -> Iterator[tuple[int, Difficulty]]:
        """Yield the sets and difficulties of a player's best plays of today."""
        return self._today.best_beatmaps(account, ruleset)

    def _score(self, placement: Placement) -> Score:
        entry = self.factory.placements.catalogue.entry(placement.number, placement.ruleset)
        if entry is None:
            raise KeyError(placement)
        return self._of_placement(placement, entry)

    def _of_placement(self, placement: Placement, entry: Entry) -> Score:
        play = self.factory.of_placement(placement, entry)
        return play._replace(best=True) if placement.place == BEFORE else play

    def firsts(
        self, account: int, ruleset: str, offset: int, limit: int, *, old: bool = False
    ) -> list[Score]:
        """Return today's first places that the player had on the day, the newest first."""
        placements = self.factory.placements
        dated = []
        for entry, placement in self._led(account, ruleset, old):
            moment = placements.moment(placement, entry)
            if moment.seconds < self._now:
                dated.append((-moment.id, placement, entry))
        dated.sort(key=itemgetter(0))
        return [
            self.factory.of_placement(placement, entry)
            for _, placement, entry in dated[offset : offset + limit]
        ]

    def first_count(self, account: int, ruleset: str) -> int:
        """Return how many leaderboards a player led."""
        placements = self.factory.placements
        led = self._led(account, ruleset, old=False)
        return sum(placements.moment(one, entry).seconds < self._now for entry, one in led)

    def recent(self, account: int, ruleset: str, *, fails: bool) -> list[Score]:
        """Return a player's plays of the last 24 hours, the newest first."""
        position, number = self._position(account, ruleset), BY_NAME[ruleset].id
        if position is None:
            return []
        since = self._now - DAY
        plays = [
            self.factory.of_turn(turn)
            for turn in self.factory.placements.sessions.turns(number, position)
            if since <= turn.moment.seconds < self._now
            and (fails or not self.factory.turn_failed(turn))
        ]
        for placement, entry in self.factory.placements.new_of(number, position):
            if since <= self.factory.placements.moment(placement, entry).seconds < self._now:
                plays.append(self.factory.of_placement(placement, entry))
        return sorted(plays, key=lambda play: -play.id)

    def recent_count(self, account: int, ruleset: str) -> int:
        """Return how often a player passed in the last 24 hours."""
        position, number = self._position(account, ruleset), BY_NAME[ruleset].id
        if position is None:
            return 0
        since, placements = self._now - DAY, self.factory.placements
        passed = sum(
            since <= turn.moment.seconds < self._now and not self.factory.turn_failed(turn)
            for turn in placements.sessions.turns(number, position)
        )
        return passed + sum(
            since <= placements.moment(*one).seconds < self._now
            for one in placements.new_of(number, position)
        )

    def pinned(self, account: int, ruleset: str) -> list[Score]:
        """Return the pinned scores of a player, in order."""
        return [play for play in self._today.pinned(account, ruleset) if play.seconds < self._now]

    # --- of a beatmap -------------------------------------------------------------------------

    def entry(self, beatmap_id: int, ruleset: str) -> Entry | None:
        """Return a difficulty in a ruleset; None without a leaderboard on the day."""
        entry = super().entry(beatmap_id, ruleset)
        return entry if entry is not None and entry.ranked < self._now else None

    def of_player(self, account: int, entry: Entry) -> Score | None:
        """Return a player's score on a leaderboard, or None."""
        play = self._today.of_player(account, entry)
        if play is None or play.seconds < self._now:
            return play
        placement = self.factory.placements.of(entry, play.position)
        before = None if placement is None else self.factory.placements.before(placement)
        return None if before is None else self._of_placement(before, entry)

    def all_of_player(self, account: int, entry: Entry) -> list[Score]:
        """Return all passes of a player on a difficulty, the best first."""
        best = self.of_player(account, entry)
        plays = self._today.all_of_player(account, entry)
        others = [play for play in plays if play.seconds < self._now]
        if best is not None and all(play.id != best.id for play in others):
            others.append(best)
        return sorted(others, key=lambda play: (-play.result.total, play.id))

    # --- by id, and the newest ----------------------------------------------------------------

    def by_id(self, score_id: int) -> Score | None:
        """Return a score by its id."""
        return self._shown(self._today.by_id(score_id))

    def by_old_id(self, ruleset: str, old_id: int) -> Score | None:
        """Return the score with a legacy id in a ruleset, or None."""
        return self._shown(self._today.by_old_id(ruleset, old_id))

    def _shown(self, play: Score | None) -> Score | None:
        if play is None or play.seconds >= self._now:
            return None
        best = self.of_player(play.account, play.entry)
        return play._replace(best=best is not None and best.id == play.id)

    def newest_told(self) -> int:
        """Return an upper bound of the ids of the scores that the feed tells by the day."""
        return first_id(self._now)

    def newest(self, ruleset: str | None) -> list[Score]:
        """Return the newest passes of all players, the oldest first: at most a page."""
        wanted = None if ruleset is None else BY_NAME[ruleset].id
        turns = self._passes(self.factory.placements.sessions.newest(self._now), wanted)
        end = first_id(self._now)
        return self._page(dropwhile(lambda one: one[0] >= end, turns), wanted)[::-1]

    def after(self, score_id: int, ruleset: str | None) -> list[Score]:
        """Return the passes that came after a score, the oldest first: at most a page."""
        return [play for play in self._today.after(score_id, ruleset) if play.seconds < self._now]
