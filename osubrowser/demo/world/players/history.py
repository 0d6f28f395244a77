"""Rank history, monthly play counts and medals of players."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.world.clock import month_start, zulu_form
from osubrowser.demo.world.community.feed import Feed
from osubrowser.demo.world.draws import Draws, between, spread
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.rulesets import RULESETS

_DAYS = 90
"""Days that a history of ranks has."""


class Histories:
    """Generator of histories that end in today's statistics."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        statistics: StatisticsTable,
        feed: Feed,
        today: Histories | None = None,
    ) -> None:
        """Relate histories to figures.

        Args:
            feed: the activity feed of today.
            today: the histories of today, if these are of another day.
        """
        self._seed = seed
        self._today = today
        self._current_time = now
        self._all_statistics = statistics
        self._feed = feed
        self._accounts = accounts
        self._draws = Draws(seed, "histories")

    def of(self, account: int, mode: str) -> dict[str, object]:
        """Return ranks by day, plays and watched replays by month, and medals."""
        ranks = self.ranks(account, mode)
        history = None if ranks is None else {"mode": mode, "data": ranks}
        highest = None if ranks is None else self._highest(account, mode, ranks)
        plays, watched = self.totals(account)
        return {
            "monthly_playcounts": self._months(account, plays, "plays"),
            "rank_highest": highest,
            "rank_history": history,
            "rankHistory": history,
            "replays_watched_counts": self._months(account, watched, "watched"),
            "user_achievements": self._medals(account),
        }

    def ranks(self, account: int, mode: str) -> list[int] | None:
        """Return the ranks of the last 90 days, oldest first, the last one today's.

        The rank of 30 days ago is the one that the ranking's change speaks of; 0 stands for a day
        without a rank. None for the unranked.
        """
        standings = self._all_statistics.standings(mode)
        rank = standings.rank_of(account)
        if rank is None:
            return None
        known = standings.history(standings.position[account], _DAYS)
        if known is not None:
            return known
        change = standings.change(rank - 1)
        then = rank if change is None else rank - change
        random = Random(f"{self._seed}/history/{mode}/{account}")
        start = max(1, round(then * random.uniform(0.85, 1.3)))
        older = walk(random, start, then, 60)
        newer = walk(random, then, rank, 31)[1:]
        ranks = older + newer
        unranked = _DAYS - (self._current_time - self._accounts.joined(account)).days
        if change is None:
            unranked = 60 + random.randint(5, 25)
        return [0] * unranked + ranks[max(0, unranked) :]

    def _highest(self, account: int, mode: str, ranks: list[int]) -> dict[str, object]:
        """Return the `rank_highest` of a ranked account; its date is the same on all days."""
        accounts, draws = self._accounts, self._draws.at(account)
        known = _DAYS + accounts.days
        standings = self._all_statistics.standings(mode)
        past = (accounts.today - accounts.now).days
        age = (accounts.today - accounts.joined(account)).days
        if accounts.days and age <= known + 1:
            ranks = standings.history(standings.position[account], known - past) or ranks
        peak = min(rank for rank in ranks if rank)
        back = past + len(ranks) - 1 - ranks.index(peak)
        if age > known + 1:
            peak = standings.highest(standings.position[account], peak, spread(draws[0], 0.55, 1.0))
            back = between(draws[1], known + 1, max(known + 1, min(age, 990)))
        day = accounts.today - timedelta(days=back)
        return {"rank": peak, "updated_at": zulu_form(day.replace(hour=0))}

    def totals(self, account: int) -> tuple[int, int]:
        """Return how often an account played, and its replays were watched, in all rulesets."""
        table = self._all_statistics
        both = [table.of(ruleset.name).plays_and_views(account) for ruleset in RULESETS]
        return sum(plays for plays, _ in both), sum(views for _, views in both)

    def _months(self, account: int, total: int, topic: str) -> list[dict[str, object]]:
        """Spread a total over the months since registration; months with nothing are missing."""
        accounts = self._accounts
        if self._today is None or accounts.now == accounts.today:
            return self._spread(account, total, topic)
        plays, watched = self._today.totals(account)
        months = self._spread(account, plays if topic == "plays" else watched, topic)
        return _cut(months, total, month_start(accounts.now.date(), 0).isoformat())

    def _spread(self, account: int, total: int, topic: str) -> list[dict[str, object]]:
        joined, now = self._accounts.joined(account), self._accounts.today
        months = min(150, (now.year - joined.year) * 12 + now.month - joined.month)
        random = Random(f"{self._seed}/{topic}/{account}")
        start = 0 if self._accounts.active[account] else min(months, random.randint(2, 40))
        weights = {back: random.random() ** 2 for back in range(months, start - 1, -1)}
        sums = list(accumulate(weights.values(), initial=0.0))
        ends = [int(total * part / sums[-1]) for part in sums[:-1]] + [total]
        return [
            {"start_date": month_start(now.date(), back).isoformat(), "count": after - before}
            for back, before, after in zip(weights, ends, ends[1:], strict=False)
            if after > before
        ]

    def _medals(self, account: int) -> list[dict[str, object]]:
        """Return the medals of an account, newest first."""
        until = self._accounts.now
        now, found = self._accounts.today, []
        for second, medal in self._feed.medals(account):  # all until today: none comes twice
            found.append((medal, datetime.fromtimestamp(second, UTC)))
        recent, oldest = {medal for medal, _ in found}, self._feed.medal_span
        random = Random(f"{self._seed}/medals/{account}")
        numbers = random.sample(range(1, 340), random.randint(8, 150))
        span = (now - self._accounts.joined(account)).total_seconds() - oldest
        ages = sorted(oldest + random.random() ** 1.5 * span for _ in numbers)
        if span > 0:
            found += [
                (medal, now - timedelta(seconds=int(age)))
                for medal, age in zip(numbers, ages, strict=True)
                if medal not in recent
            ]
        return [
            {"achieved_at": zulu_form(when), "achievement_id": medal}
            for medal, when in found
            if when < until
        ]


def _cut(months: list[dict[str, object]], total: int, last: str) -> list[dict[str, object]]:
    """Return counts by month as they were in an earlier month, when they added up to a total.

    Args:
        months: the counts as they are today, the oldest first.
        total: what they added up to.
        last: the first day of that month.
    """
    counts = {str(one["start_date"]): to_int(one["count"]) or 0 for one in months}
    counts = {start: count for start, count in counts.items() if start <= last}
    beyond = sum(counts.values()) - total
    for start in reversed(list(counts)):
        taken = min(beyond, counts[start]) if beyond > 0 else 0
        counts[start] -= taken
        beyond -= taken
    if beyond < 0:
        counts[last] = counts.get(last, 0) - beyond
    return [{"start_date": start, "count": count} for start, count in counts.items() if count]


def walk(random: Random, start: int, end: int, days: int) -> list[int]:
    """Return ranks from `start` to `end` with some wobble; both ends are exact."""
    wobble = 0.0
    found = []
    for day in range(days):
        share = day / (days - 1)
        wobble = 0.8 * wobble + random.gauss(0, 0.006)
        ease = share * (1 - share) * 4
        found.append(max(1, round((start + (end - start) * share) * (1 + wobble * ease))))
    return found
