"""Spotlights: seasons and themes with their own beatmaps and standings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from osubrowser.demo.http.replies import refuse
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.draws import Draws, between, number, spread
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.friends import Friends
from osubrowser.demo.world.players.statistics import RulesetStatistics, StatisticsTable
from osubrowser.demo.world.rulesets import BY_NAME, RULESETS

ENTRIES = 40
"""How many players a spotlight's standings list."""

_SEASONS = ((1, "Winter"), (4, "Spring"), (7, "Summer"), (10, "Autumn"))
_THEMES = (
    (2018, 10, "Halloween"),
    (2019, 12, "Winter Holidays"),
    (2021, 2, "Speed"),
    (2023, 8, "Featured Artists"),
)
_FIRST_YEAR, _MODE_SPECIFIC_SINCE = 2012, 2017


@dataclass(frozen=True, slots=True)
class Spotlight:
    """Spotlight: id, name, type and period."""

    id: int
    name: str
    type: str
    start: datetime
    end: datetime
    mode_specific: bool

    def entity(self) -> dict[str, object]:
        """Return the `Spotlight` object of the API."""
        return {
            "end_date": offset_form(self.end),
            "id": self.id,
            "mode_specific": self.mode_specific,
            "name": self.name,
            "start_date": offset_form(self.start),
            "type": self.type,
        }


class Spotlights:
    """All spotlights of one world."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        friends: Friends,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
    ) -> None:
        self._seed = seed
        self._accounts = accounts
        self._friends = friends
        self._all_statistics = statistics
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "spotlights")
        self._list = _list_until(now)
        self._by_id = {spotlight.id: spotlight for spotlight in self._list}

    def all(self) -> list[dict[str, object]]:
        """Return every spotlight, newest first."""
        return [spotlight.entity() for spotlight in self._list]

    def find(self, spotlight_id: int | None, ruleset: str) -> Spotlight:
        """Return the spotlight with this id, or the newest one.

        Raises:
            Refusal: 404 if there is none, or it has nothing for the ruleset.
        """
        if spotlight_id is None:
            return self._list[0]
        spotlight = self._by_id.get(spotlight_id)
        if spotlight is None:
            raise refuse(404, "Specified Spotlight couldn't be found.")
        if not spotlight.mode_specific and ruleset != "osu":
            raise refuse(404, "This spotlight has no ranking for the specified ruleset.")
        return spotlight

    def chart(
        self, spotlight: Spotlight, ruleset: str, *, friends: bool, account: int | None
    ) -> dict[str, object]:
        """Return the answer of `rankings/{ruleset}/charts`.

        Args:
            friends: only the friends of `account`, and the account itself.
        """
        draws = self._draws.at(spotlight.id * 4 + BY_NAME[ruleset].id)
        participants = between(draws[0], 1_800, 9_000) // (1 + BY_NAME[ruleset].id)
        sets = self._sets(spotlight, ruleset)
        beatmaps = sum(len(self._beatmaps.difficulties(index)) for index in sets)
        figures = self._all_statistics.of(ruleset)
        players = self._players(spotlight, figures)
        if friends:
            known = {account, *self._friends.accounts} if account is not None else set()
            players = [player for player in players if player in known]
        top = beatmaps * RULESETS[BY_NAME[ruleset].id].score_per_map * spread(draws[1], 1.1, 1.6)
        entries = [
            self._entry(
                figures, player, int(top * (0.93**place + 0.02)), beatmaps, draws[2] + place
            )
            for place, player in enumerate(players)
        ]
        return {
            "beatmapsets": [self._beatmaps.with_beatmaps(index) for index in sets],
            "ranking": entries,
            "spotlight": spotlight.entity() | {"participant_count": participants},
        }

    def _sets(self, spotlight: Spotlight, ruleset: str) -> list[int]:
        """Return the beatmapsets of a spotlight: the last ones ranked before it began."""
        beatmaps, number_of = self._beatmaps, BY_NAME[ruleset].id
        random = Random(f"{self._seed}/spotlight/{spotlight.id}/{ruleset}")
        wanted, found = random.randint(6, 11), []
        for index in range(beatmaps.newest_before(spotlight.start), -1, -1):
            if beatmaps.status[index] != 1 or beatmaps.ruleset[index] != number_of:
                continue
            ranked = beatmaps.ranked_date(index)
            if ranked is not None and ranked < spotlight.start and random.random() < 0.5:
                found.append(index)
                if len(found) == wanted:
                    break
        return found

    def _players(self, spotlight: Spotlight, figures: RulesetStatistics) -> list[int]:
        random = Random(f"{self._seed}/standings/{spotlight.id}/{figures.ruleset.name}")
        seats = figures.standings.account
        chosen: dict[int, None] = {}
        while len(chosen) < ENTRIES:
            chosen[seats[int(len(seats) * random.random() ** 3.2)]] = None
        return list(chosen)

    def _entry(
        self, figures: RulesetStatistics, account: int, score: int, beatmaps: int, key: int
    ) -> dict[str, object]:
        """Return one line of the standings: figures within the spotlight only."""
        draws = self._draws.at((key << 20) + account)
        plays = between(draws[0], beatmaps, beatmaps * 14)
        hits = int(plays * spread(draws[1], *figures.ruleset.hits_per_play))
        percent = round(
            min(99.99, figures.accuracy_of(account) * 100 + spread(draws[2], -0.6, 1)), 2
        )
        hundreds, passed = int(hits * (100 - percent) / 100 * 1.4), min(beatmaps, plays)
        perfect = int(passed * spread(draws[3], 0, 0.35))
        clean = int((passed - perfect) * spread(draws[4], 0.3, 0.8))
        return {
            "count_100": hundreds,
            "count_300": hits - hundreds,
            "count_50": 0,
            "count_miss": int(hundreds * 0.2),
            "level": {"current": 0, "progress": 0},
            "global_rank": None,
            "global_rank_percent": None,
            "global_rank_exp": None,
            "pp": None,
            "pp_exp": 0,
            "ranked_score": score,
            "hit_accuracy": number(percent),
            "accuracy": number(percent / 100),
            "play_count": plays,
            "play_time": None,
            "total_score": int(score * spread(draws[5], 1.05, 1.9)),
            "total_hits": hits,
            "maximum_combo": int(spread(draws[6], *figures.ruleset.combo) * 0.4),
            "replays_watched_by_others": 0,
            "is_ranked": False,
            "grade_counts": {
                "ss": perfect,
                "ssh": 0,
                "s": clean,
                "sh": 0,
                "a": passed - perfect - clean,
            },
            "user": self._accounts.with_home(account),
        }


def _list_until(now: datetime) -> tuple[Spotlight, ...]:
    """Return all spotlights that have begun, newest first."""
    rows: list[tuple[str, str, datetime, datetime]] = []
    for year in range(_FIRST_YEAR, now.year + 1):
        for month, season in _SEASONS:
            start = datetime(year, month, 9, tzinfo=UTC)
            if year >= _MODE_SPECIFIC_SINCE:
                name = f"Seasonal Spotlights: {season} {year}"
                rows.append((name, "spotlight", start, start + timedelta(days=76)))
            else:
                name = f"Monthly Ranking {start:%B} {year}"
                rows.append((name, "monthly", start.replace(day=1), start + timedelta(days=21)))
        end = datetime(year, 12, 31, tzinfo=UTC)
        rows.append((f"Best of {year}", "bestof", end - timedelta(days=20), end))
    for year, month, theme in _THEMES:
        start = datetime(year, month, 14, tzinfo=UTC)
        rows.append((f"Spotlight Theme: {theme}", "theme", start, start + timedelta(days=30)))
    start = datetime(2017, 9, 16, tzinfo=UTC)
    rows.append(("10 Years of osu!", "special", start, start + timedelta(days=45)))
    rows = sorted((row for row in rows if row[2] <= now), key=lambda row: row[2])
    found = [
        Spotlight(3 * place + 1, name, kind, start, end, start.year >= _MODE_SPECIFIC_SINCE)
        for place, (name, kind, start, end) in enumerate(rows, 1)
    ]
    return tuple(reversed(found))
