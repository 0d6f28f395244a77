"""Player statistics of each ruleset, as the API's `UserStatistics`."""

from __future__ import annotations

from bisect import bisect_right
from math import sqrt
from threading import Lock

from osubrowser.demo.world.draws import Draws, bell, chance, number, spread
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.standings import SIZE, UNRANKED, Standings
from osubrowser.demo.world.rulesets import BY_NAME, Ruleset


def _level_scores() -> list[int]:
    """Return the total score at which each level from 1 to 100 begins: the game's own formula."""
    return [
        int(5_000 / 3 * (4 * n**3 - 3 * n**2 - n) + 1.25 * 1.8 ** (n - 60)) for n in range(1, 101)
    ]


_LEVELS = _level_scores()
_PER_LEVEL_ABOVE_100 = 99_999_999_999


def level(total_score: int) -> dict[str, object]:
    """Return the level reached with a total score, and the progress to the next in percent."""
    if total_score >= _LEVELS[-1]:
        beyond, rest = divmod(total_score - _LEVELS[-1], _PER_LEVEL_ABOVE_100)
        return {"current": 100 + beyond, "progress": rest * 100 // _PER_LEVEL_ABOVE_100}
    current = max(1, bisect_right(_LEVELS, total_score))
    start, end = _LEVELS[current - 1], _LEVELS[current]
    return {"current": current, "progress": (total_score - start) * 100 // (end - start)}


class RulesetStatistics:
    """Calculator of every player's `UserStatistics` in one ruleset.

    Ranked players take pp, plays and ranked score from the standings; the rest follows from these,
    so that a list and a profile never disagree. A player who stopped keeps figures but has no
    rank; one who never played the ruleset has zeros.
    """

    def __init__(self, seed: int, standings: Standings) -> None:
        self.standings = standings
        self.ruleset: Ruleset = standings.ruleset
        self._draws = Draws(seed, f"figures/{self.ruleset.name}")

    def has_played(self, account: int) -> bool:
        """Return whether the account has any plays in this ruleset."""
        if self.standings.position[account] != UNRANKED:
            return True
        own = self.standings.accounts.main[account] == self.ruleset.id
        return own or chance(self._draws.at(account)[15], 0.4)

    def of(self, account: int) -> dict[str, object]:
        """Return the `UserStatistics` of an account, without the optional keys."""
        standings = self.standings
        position = standings.position[account]
        draws = self._draws.at(account)
        if position != UNRANKED:
            pp = standings.pp[position]
            return self._entity(
                draws,
                position,
                pp,
                standings.play_count[position],
                standings.ranked_score[position],
            )
        if not self.has_played(account):
            return self._entity(draws, None, 0, 0, 0)
        plays = int(spread(draws[13], 0.05, 1) ** 3 * 60_000) + 3
        maps = int(spread(draws[14], 0.12, 0.6) * self.ruleset.maps_factor * plays**0.78)
        return self._entity(draws, None, 0, plays, int(maps * self.ruleset.score_per_map * 0.7))

    def plays_and_views(self, account: int) -> tuple[int, int]:
        """Return how often an account played, and its replays were watched by others."""
        position = self.standings.position[account]
        draws = self._draws.at(account)
        if position != UNRANKED:
            plays = self.standings.play_count[position]
            return plays, self._watched(draws, position) if plays else 0
        if not self.has_played(account):
            return 0, 0
        return int(spread(draws[13], 0.05, 1) ** 3 * 60_000) + 3, self._watched(draws, None)

    def _entity(
        self, draws: tuple[int, ...], position: int | None, pp: float, plays: int, ranked_score: int
    ) -> dict[str, object]:
        ruleset = self.ruleset
        maps = min(int(ranked_score / ruleset.score_per_map), plays)
        total = int(ranked_score * max(1.25, (plays / max(maps, 1)) ** 0.58)) if plays else 0
        percent = self._accuracy(draws, position) if plays else 0.0
        rank = None if position is None else self.standings.rank_at(position)
        return {
            **self._hits(draws, plays, percent),
            "level": level(total),
            "global_rank": rank,
            "global_rank_percent": None if rank is None else number(rank / SIZE),
            "global_rank_exp": None,
            "pp": number(pp),
            "pp_exp": 0,
            "ranked_score": ranked_score,
            "hit_accuracy": number(percent),
            "accuracy": number(percent / 100),
            "play_count": plays,
            "play_time": int(plays * spread(draws[3], *ruleset.seconds_per_play)),
            "total_score": total,
            "total_hits": self._total_hits(draws, plays),
            "maximum_combo": self._combo(draws, plays),
            "replays_watched_by_others": self._watched(draws, position) if plays else 0,
            "is_ranked": position is not None,
            "grade_counts": _grades(draws, maps, percent, ranked=position is not None),
        }

    def accuracy_of(self, account: int) -> float:
        """Return the accuracy (0-1) of an account's best plays."""
        position = self.standings.position[account]
        seat = None if position == UNRANKED else position
        return self._accuracy(self._draws.at(account), seat) / 100

    def _accuracy(self, draws: tuple[int, ...], position: int | None) -> float:
        depth = 1.0 if position is None else position / SIZE
        centre = self.ruleset.accuracy + 0.55 - 0.9 * sqrt(depth)
        drawn = centre + bell(draws[0], draws[1], draws[2]) * (100.4 - centre) * 0.32
        return round(min(drawn, 99.98), 4)

    def _total_hits(self, draws: tuple[int, ...], plays: int) -> int:
        return int(plays * spread(draws[4], *self.ruleset.hits_per_play))

    def _hits(self, draws: tuple[int, ...], plays: int, percent: float) -> dict[str, object]:
        """Return the judgement counts over all plays."""
        hits = self._total_hits(draws, plays)
        error = (100 - percent) / 100
        hundreds = int(hits * min(0.3, error * spread(draws[5], 3.4, 4.8)))
        fifties = int(hits * min(0.1, error * spread(draws[6], 0.4, 0.7)))
        if self.ruleset.name == "taiko":
            fifties = 0
        return {
            "count_100": hundreds,
            "count_300": hits - hundreds - fifties,
            "count_50": fifties,
            "count_miss": int(hits * min(0.3, error * spread(draws[7], 1.4, 2.1))),
        }

    def _combo(self, draws: tuple[int, ...], plays: int) -> int:
        """Return the longest combo: that of no beatmap is beyond a ranked player's."""
        low, high = self.ruleset.combo
        reach = sqrt(min(1.0, plays / 40_000))
        drawn = sqrt(spread(draws[8], low, high) * spread(draws[9], low, high))
        return int((low + (drawn - low) * reach) * min(1.0, plays / 2_500))

    def _watched(self, draws: tuple[int, ...], position: int | None) -> int:
        rank = 20_000 if position is None else position + 1
        interest = spread(draws[10], 0.2, 1.6)
        return int(62_000 / rank**0.62 * interest * interest)


def _grades(
    draws: tuple[int, ...], maps: int, percent: float, *, ranked: bool
) -> dict[str, object]:
    """Split the maps passed into the grades that are counted; the rest are B, C and D.

    A ranked player has as many of each as his best plays may have.
    """
    skill = max(0.0, (percent - 92) / 8)
    perfect = int(maps * 0.10 * skill**3 * spread(draws[11], 0.5, 2.2))
    clean = int(maps * (0.12 + 0.38 * skill) * spread(draws[12], 0.8, 1.2))
    silver = spread(draws[13], 0.1, 0.5)
    good = int((maps - perfect - clean) * spread(draws[14], 0.72, 0.95))
    ssh, sh = int(perfect * silver), int(clean * silver)
    counts = {"ss": perfect - ssh, "ssh": ssh, "s": clean - sh, "sh": sh, "a": max(0, good)}
    if not ranked:
        return dict(counts)
    least = {"ss": 25, "ssh": 25, "s": 200, "sh": 200, "a": 200}
    return {
        name: max(count, least[name] + draw % (1 + least[name] // 4))
        for (name, count), draw in zip(counts.items(), draws, strict=False)
    }


class StatisticsTable:
    """Statistics and standings of every ruleset, each made when first needed. Thread-safe."""

    def __init__(self, seed: int, accounts: Accounts) -> None:
        self._seed = seed
        self._accounts = accounts
        self._lock = Lock()
        self._known: dict[str, RulesetStatistics] = {}

    def of(self, ruleset: str) -> RulesetStatistics:
        """Return the statistics of a ruleset, by its name in the API."""
        with self._lock:
            found = self._known.get(ruleset)
            if found is None:
                standings = Standings(self._seed, BY_NAME[ruleset], self._accounts)
                found = self._known[ruleset] = RulesetStatistics(self._seed, standings)
        return found

    def standings(self, ruleset: str) -> Standings:
        """Return the standings of a ruleset, by its name in the API."""
        return self.of(ruleset).standings
