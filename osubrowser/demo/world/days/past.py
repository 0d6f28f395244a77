"""Earlier days of a world: what all of them need, made once, and each day's parts from it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from datetime import datetime, timedelta
from threading import Event, Lock

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.community.feed import Feed
from osubrowser.demo.world.days.accounts import DayAccounts
from osubrowser.demo.world.days.activity import Activity
from osubrowser.demo.world.days.beatmaps import DayBeatmaps, ranked_since
from osubrowser.demo.world.days.figures import DayStatisticsTable, PastFigures
from osubrowser.demo.world.days.performance import PastPerformance
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.rulesets import BY_NAME
from osubrowser.demo.world.scores.scores import Scores


class Past:
    """Activity and performance of all players on the days before today. Thread-safe.

    Args:
        seed: the seed of the world.
        accounts: the accounts of today.
        statistics: the figures of today.
        scores: the scores of today.

    Attributes:
        stopped: set to end what makes an earlier day, as the program ends.
    """

    def __init__(
        self, seed: int, accounts: Accounts, statistics: StatisticsTable, scores: Scores
    ) -> None:
        self._seed = seed
        self._accounts = accounts
        self._all_statistics = statistics
        self._factory = scores.factory
        self._activity = scores.factory.placements.activity or Activity(seed, accounts)
        self.stopped = Event()
        self._lock = Lock()
        self._performances: dict[str, PastPerformance] = {}
        self._lately: array[int] | None = None
        self._figures: dict[str, PastFigures] = {}

    def performance(self, ruleset: str) -> PastPerformance:
        """Return the pp of a ruleset's players by day, by the ruleset's name in the API."""
        with self._lock:
            found = self._performances.get(ruleset)
            if found is None:
                placements = self._factory.placements
                standings = self._all_statistics.standings(ruleset)
                found = self._performances[ruleset] = PastPerformance(
                    self._seed,
                    standings,
                    self._factory.skills.of(BY_NAME[ruleset].id),
                    placements.sessions,
                    placements.former,
                    self.stopped,
                )
        return found

    def beatmaps(self, today: Beatmaps, until: datetime) -> DayBeatmaps:
        """Return all beatmapsets as they were on a day.

        Args:
            today: the beatmapsets of today.
            until: the end of the day.
        """
        with self._lock:
            if self._lately is None:
                first = self._accounts.today - timedelta(days=self._accounts.days + 1)
                self._lately = ranked_since(today, first)
            lately = self._lately
        return DayBeatmaps(today, until, lately)

    def figures(self, ruleset: str) -> PastFigures:
        """Return the figures of a ruleset's players on earlier days."""
        with self._lock:
            found = self._figures.get(ruleset)
            if found is None:
                number = BY_NAME[ruleset].id
                found = self._figures[ruleset] = PastFigures(self._seed, number, self._activity)
        return found

    def statistics(self, accounts: Accounts, back: int) -> DayStatisticsTable:
        """Return the figures of all players so many days ago."""
        return DayStatisticsTable(
            self._seed, accounts, self._all_statistics, self.performance, self.figures, back
        )

    def accounts(self, feed: Feed, back: int) -> DayAccounts:
        """Return all accounts as they were so many days ago.

        Args:
            feed: the activity feed of today.
        """

        def renames(account: int, second: int) -> int:
            return bisect_left([-one for one in feed.renames(account)], -second)

        return DayAccounts(self._seed, self._accounts, back, self._activity, renames)
