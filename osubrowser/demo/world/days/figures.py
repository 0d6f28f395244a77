"""Standings and statistics of players as they were on a day."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Lock

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.days.activity import Activity
from osubrowser.demo.world.days.performance import PastPerformance
from osubrowser.demo.world.draws import Draws, number, spread
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.standings import SIZE, UNRANKED, Standings
from osubrowser.demo.world.players.statistics import (
    RulesetStatistics,
    StatisticsTable,
    level,
)

_GROWING = ("play_count", "play_time", "total_score", "total_hits", "replays_watched_by_others")
_HITS = ("count_100", "count_50", "count_miss")
_SLOWER = (0.6, 1.0)
_LEARNT = (-0.2, 1.0)
_MONTH = 30
_HIGHEST = 0.55
"""Of the rank of today, at most, is the best rank ever: better than on all known days."""


class DayStandings(Standings):
    """Ranked players of one ruleset on a day; positions are those of today.

    Args:
        today: the standings of today.
        past: the pp of the ruleset's players by day.
        statistics: how the plays and ranked score of a position were on the day.
        back: how many days ago it was.
    """

    def __init__(
        self, today: Standings, past: PastPerformance, figures: PastFigures, back: int
    ) -> None:
        self.ruleset = today.ruleset
        self.accounts = today.accounts
        self.account = today.account
        self.position = today.position
        self.back = back
        self._today = today
        self._past = past
        self._past_figures = figures

    @property
    def pp(self) -> array[float]:
        """Performance points of the day by position."""
        return self._past.pp(self.back) if self.back else self._today.pp

    @cached_property
    def _countries_order(self) -> dict[int, array[int]]:
        return self._ordered_by_country()

    @property
    def by_country(self) -> dict[int, array[int]]:
        """Positions of each country's players in the order of the pp of the day."""
        return self._countries_order if self.back else self._today.by_country

    @cached_property
    def _columns(self) -> tuple[array[int], array[int]]:
        """Plays and ranked scores by position."""
        today = self._today
        shares = self._past_figures.all_shares(self.account, self.back)
        plays, scores = today.play_count, today.ranked_score
        return (
            array("L", (n - int(n * s) for n, (s, _) in zip(plays, shares, strict=True))),
            array("Q", (n - int(n * s) for n, (_, s) in zip(scores, shares, strict=True))),
        )

    @property
    def play_count(self) -> array[int]:
        """Play counts of the day by position."""
        return self._columns[0] if self.back else self._today.play_count

    @property
    def ranked_score(self) -> array[int]:
        """Ranked scores of the day by position."""
        return self._columns[1] if self.back else self._today.ranked_score

    @cached_property
    def _scores_order(self) -> array[int]:
        return self._ordered_by_score()

    @property
    def by_score(self) -> array[int]:
        """Positions in the order of the ranked score of the day."""
        return self._scores_order if self.back else self._today.by_score

    @property
    def order(self) -> Sequence[int]:
        """Positions in the order of the pp of the day."""
        return self._past.order(self.back) if self.back else self._today.order

    def rank_at(self, position: int) -> int:
        """Return the global pp rank of a position."""
        return self._past.ranks(self.back)[position] if self.back else position + 1

    def history(self, position: int, days: int) -> list[int] | None:
        """Return the ranks of a position on the last days, the oldest first; 0 without a rank."""
        return self._past.ranks_of(position, self.back, self.back + days)[::-1]

    def highest(self, position: int, peak: int, share: float) -> int:
        """Return the best rank that a position ever had: the same on all days.

        Args:
            position: the position.
            peak: its best rank of late.
            share: a draw up to 1.
        """
        return max(1, min(peak, int((position + 1) * share * _HIGHEST)))

    def change(self, position: int) -> int | None:
        """Return by how much the rank grew within 30 days: negative is better, None is new."""
        back = self.back + _MONTH
        (then,) = self._past.ranks_of(position, back, back + 1)
        return self.rank_at(position) - then if then else None


class PastFigures:
    """Figures of a ruleset's players as they were on earlier days.

    No figure falls from a day to the next, and none changes on a day without plays.
    """

    def __init__(self, seed: int, ruleset: int, activity: Activity) -> None:
        self._ruleset = ruleset
        self._activity = activity
        self._draws = Draws(seed, f"winding/{ruleset}")
        self._lock = Lock()
        self._paces: list[tuple[array[float], float, float]] = []

    def shares(self, account: int, back: int) -> tuple[float, float]:
        """Return what share of all plays, and of the ranked score, came after a day."""
        share = self._activity.share_since(self._ruleset, account, back)
        return share, share * self._slower(account) if share else 0.0

    def _slower(self, account: int) -> float:
        """Return how much slower than its plays an account's ranked score grows."""
        return spread(self._draws.at(account)[0], *_SLOWER)

    def all_shares(self, accounts: Sequence[int], back: int) -> list[tuple[float, float]]:
        """Return the same of the ranked players.

        Args:
            accounts: the ranked players, always the same.
        """
        activity, ruleset = self._activity, self._ruleset
        with self._lock:
            if not self._paces:
                self._paces = [
                    (activity.since(ruleset, one), activity.pace(ruleset, one), self._slower(one))
                    for one in cooperatively(accounts)
                ]
        shares = ((activity.share(since[back], pace), slow) for since, pace, slow in self._paces)
        return [(share, share * slow) for share, slow in shares]

    def figures(self, account: int, today: dict[str, object], back: int) -> dict[str, object]:
        """Return the statistics of an account on a day, without ranks and pp.

        Args:
            today: the statistics of today.
        """
        share, slower = self.shares(account, back)
        if not share:
            return today
        draws = self._draws.at(account)

        def before(value: object, part: float) -> int:
            whole = to_int(value) or 0
            return whole - int(whole * part)

        found = today | {name: before(today[name], share) for name in (*_GROWING, *_HITS)}
        found["ranked_score"] = before(today["ranked_score"], slower)
        missed = (to_int(found[name]) or 0 for name in ("count_100", "count_50"))
        found["count_300"] = (to_int(found["total_hits"]) or 0) - sum(missed)
        found["level"] = level(to_int(found["total_score"]) or 0)
        grades, percent = today["grade_counts"], today["hit_accuracy"]
        if isinstance(grades, dict):
            found["grade_counts"] = {
                name: before(count, share * spread(draw, *_SLOWER))
                for (name, count), draw in zip(grades.items(), draws[2:], strict=False)
            }
        if isinstance(percent, int | float):
            then = round(max(0.0, percent - share * 2 * spread(draws[1], *_LEARNT)), 4)
            then = min(100.0, then)
            found["hit_accuracy"], found["accuracy"] = number(then), number(then / 100)
        return found


class DayStatistics(RulesetStatistics):
    """Statistics of every player in one ruleset on a day."""

    def __init__(
        self,
        seed: int,
        today: RulesetStatistics,
        standings: DayStandings,
        figures: PastFigures,
    ) -> None:
        super().__init__(seed, standings)
        self._today = today
        self._past_figures = figures
        self._back = standings.back

    def plays_and_views(self, account: int) -> tuple[int, int]:
        """Return how often an account had played, and its replays had been watched."""
        plays, views = self._today.plays_and_views(account)
        share, _ = self._past_figures.shares(account, self._back)
        return plays - int(plays * share), views - int(views * share)

    def of(self, account: int) -> dict[str, object]:
        """Return the `UserStatistics` of an account on the day, without the optional keys."""
        today = self._today.of(account)
        if not self._back:
            return today
        position = self.standings.position[account]
        found = self._past_figures.figures(account, today, self._back)
        if position == UNRANKED:
            return found
        rank = self.standings.rank_at(position)
        return found | {
            "global_rank": rank,
            "global_rank_percent": number(rank / SIZE),
            "pp": number(self.standings.pp[position]),
        }


class DayStatisticsTable(StatisticsTable):
    """Statistics and standings of every ruleset on a day, each made when first needed.

    Args:
        today: the statistics of today.
        past: returns the pp of a ruleset's players by day, by the ruleset's name.
        figures: returns their other figures on earlier days.
        back: how many days ago the day was.
    """

    def __init__(
        self,
        seed: int,
        accounts: Accounts,
        today: StatisticsTable,
        past: Callable[[str], PastPerformance],
        figures: Callable[[str], PastFigures],
        back: int,
    ) -> None:
        super().__init__(seed, accounts)
        self._today = today
        self._past = past
        self._past_figures = figures
        self._back = back
        self._making = Lock()
        self._made: dict[str, DayStatistics] = {}

    def of(self, ruleset: str) -> RulesetStatistics:
        """Return the statistics of a ruleset, by its name in the API."""
        with self._making:
            found = self._made.get(ruleset)
            if found is None:
                today = self._today.of(ruleset)
                figures, past = self._past_figures(ruleset), self._past(ruleset)
                standings = DayStandings(today.standings, past, figures, self._back)
                found = DayStatistics(self._seed, today, standings, figures)
                self._made[ruleset] = found
        return found
