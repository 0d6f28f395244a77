"""Histories: bytes and time of a year of followed players, and what recording costs a scroll."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from osubrowser.api import Client, Cursor
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.scores import Grade, Score
from osubrowser.api.entities.users import (
    UserCompact,
    Users,
    UserStatistics,
    UserStatisticsRulesets,
)
from osubrowser.api.mods import Mod
from osubrowser.services.history.changes import MOST_CHANGES, ChangeFilter, count
from osubrowser.services.history.database import HistoryDatabase
from osubrowser.services.history.days import DAY
from osubrowser.services.history.follow_rows import Follow, add_follows
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.records import Observation
from osubrowser.services.history.snapshots import add_snapshot, read_series
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import RULESETS, Subject, player
from osubrowser.services.history.topics import closing_topics, topics
from tests.conftest import Server
from tests.services.history.observed import client_of

PLAYERS, DAYS, LOOKS = 20, 365, 4
FOLLOWED, LIMIT = 1_000, 100e6
FIRST = 20_000 * DAY
SAMPLE = 10
SLOWER = 1.15
PAGES, PAUSE, TURNS = 60, 0.04, 5


class Career:
    """A player in a ruleset, whose figures change as those of a player do.

    Args:
        subject: the player.
        activity: share of the days on which they play.
    """

    def __init__(self, subject: Subject, activity: float, draws: random.Random) -> None:
        self.subject, self._activity, self._draws = subject, activity, draws
        largest = {
            "global_rank": 2e6, "country_rank": 9e4, "play_count": 2e5, "play_time": 9e6,
            "ranked_score": 4e10, "total_score": 4e11, "total_hits": 6e7, "maximum_combo": 5_000,
            "replays_watched": 3e4, "ss": 300, "ssh": 300, "s": 3_000, "sh": 3_000, "a": 5_000,
            "followers": 5_000,
        }  # fmt: skip
        self.figures = {name: float(draws.randrange(1, int(top))) for name, top in largest.items()}
        self.figures |= {"pp": draws.uniform(0, 12_000), "accuracy": draws.uniform(90, 99)}
        self.figures["level"] = draws.uniform(90, 105)

    def go_on(self) -> None:
        """Let a quarter of a day pass: ranks drift, and half of a day's quarters see plays."""
        draws, figures = self._draws, self.figures
        drift = max(1.0, figures["global_rank"] * 0.0003)
        figures["global_rank"] = max(1, figures["global_rank"] + round(draws.gauss(0.5, drift)))
        if draws.random() < 0.2:
            figures["country_rank"] = max(1, figures["country_rank"] + draws.randrange(-2, 3))
        figures["replays_watched"] += draws.random() < 0.1
        if draws.random() > self._activity / 2:
            return
        plays = draws.randrange(1, 40)
        for name, most in (("play_time", 200), ("total_score", 2e6), ("total_hits", 600)):
            figures[name] += plays * draws.randrange(int(most))
        figures["play_count"] += plays
        figures["ranked_score"] += draws.randrange(5_000_000)
        figures["accuracy"] += draws.gauss(0, 0.003)
        figures["pp"] += draws.random() * 5
        figures["level"] += plays * 0.0005
        for name in ("ss", "s", "sh", "a"):
            figures[name] += draws.randrange(3)


def careers(draws: random.Random) -> Iterator[Career]:
    """Yield the players in all rulesets that they have played: one to four."""
    for _ in range(PLAYERS):
        number = draws.randrange(2, 40_000_000)
        for ruleset in RULESETS[: draws.choices((1, 2, 3, 4), (30, 30, 20, 20))[0]]:
            yield Career(player(number, ruleset), 0.05 if ruleset != "osu" else 0.6, draws)


def test_bytes_of_a_year(tmp_path: Path) -> None:
    """Each player is looked at four times a day, mostly without what only profiles have."""
    path = tmp_path / "history.sqlite"
    database = HistoryDatabase(path)
    draws = random.Random(1)
    all_of_them = list(careers(draws))
    count, start = 0, time.perf_counter()
    for look in range(DAYS * LOOKS):
        with database.write() as connection:
            for one in all_of_them:
                one.go_on()
                hidden = {"country_rank", "followers"} if draws.random() < 0.9 else set()
                seen = {name: v for name, v in one.figures.items() if name not in hidden}
                add_snapshot(connection, one.subject, FIRST + look * DAY // LOOKS, seen)
                count += 1
    took = time.perf_counter() - start
    with database.read() as connection:
        start = time.perf_counter()
        series = list(read_series(connection, all_of_them[0].subject))
        reading = time.perf_counter() - start
    database.close()
    size = path.stat().st_size
    print(
        f"\n{PLAYERS} players, {len(all_of_them)} series, {count} snapshots: {size / 1e6:.2f} MB, "
        f"{size / count:.1f} bytes and {took / count * 1e6:.0f} microseconds each; "
        f"{FOLLOWED} players: {size / PLAYERS * FOLLOWED / 1e6:.0f} MB; "
        f"a year of one is read in {reading * 1000:.1f} ms"
    )
    assert DAYS <= len(series) <= DAYS * LOOKS  # those without a change are left out
    assert series[-1].figures["global_rank"] == all_of_them[0].figures["global_rank"]
    assert size / PLAYERS * FOLLOWED < LIMIT


class Followed:
    """A followed player who plays on some days, and whose best list moves.

    Args:
        number: the player's id.
        activity: share of the days on which they play.
        draws: chance.
    """

    def __init__(self, number: int, activity: float, draws: random.Random) -> None:
        self.number, self._activity, self._draws = number, activity, draws
        self._rank, self._plays, self._pp = draws.randrange(500, 90_000), 20_000, 6_000.0
        self._best = {number + n: self._play(number + n, FIRST - DAY * n) for n in range(1, 101)}
        self._next = number + 1_000

    def _play(self, score: int, at: int) -> Score:
        # Fifty difficulties a player: those of many players are mostly the same ones.
        beatmap = self.number + self._draws.randrange(50)
        name = f"{beatmap} of a usual length"
        return Score(
            id=score, user_id=self.number, beatmap_id=beatmap, ruleset_id=0,
            pp=round(self._draws.uniform(150, 420), 3), accuracy=0.9876, rank=Grade.S,
            total_score=912_345, max_combo=812, mods=[Mod(acronym="HD"), Mod(acronym="DT")],
            ended_at=datetime.fromtimestamp(at, UTC), has_replay=True,
            beatmap=Beatmap(id=beatmap, beatmapset_id=beatmap, version="Somebody's Insane"),
            beatmapset=Beatmapset(
                id=beatmap, title=f"Title {name}", title_unicode=f"題名 {name}",
                artist=f"Artist {name}", artist_unicode=f"名前 {name}",
            ),
        )  # fmt: skip

    def go_on(self, at: int) -> Observation | None:
        """Let a quarter of a day pass; return the best list if the player has played."""
        draws = self._draws
        self._rank = max(1, self._rank + round(draws.gauss(0, self._rank * 0.001)))
        if draws.random() > self._activity:
            return None
        self._plays += draws.randrange(1, 40)
        if draws.random() < 0.3:
            self._pp += draws.random() * 5
            self._next += 1
            self._best[self._next] = self._play(self._next, at - 600)
        best = sorted(self._best.values(), key=lambda one: -(one.pp or 0))[:100]
        self._best = {one.id or 0: one for one in best}
        params = {"mode": "osu", "limit": "100"}
        path = f"/api/v2/users/{self.number}/scores/best"
        return Observation(path, params, best, at, is_background=True)

    def row(self) -> UserCompact:
        """Return the player as `users?ids[]` has them."""
        osu = UserStatistics(
            global_rank=self._rank, pp=self._pp, play_count=self._plays, hit_accuracy=98.5,
            play_time=self._plays * 90, ranked_score=self._plays * 700_000, is_ranked=True,
            total_score=self._plays * 2_000_000, total_hits=self._plays * 300,
        )  # fmt: skip
        # Another ruleset, which was played once: its rank drifts.
        taiko = UserStatistics(global_rank=self._rank * 3, pp=500.0, play_count=90)
        rulesets = UserStatisticsRulesets(osu=osu, taiko=taiko)
        return UserCompact(
            id=self.number, username=f"player {self.number}", statistics_rulesets=rulesets
        )


def test_bytes_of_a_year_of_all_that_following_leaves(tmp_path: Path) -> None:
    """Figures, best lists and unread changes, four looks a day: 1,000 players stay below 100 MB."""
    path = tmp_path / "history.sqlite"
    store = HistoryStore(path, topics(), closing_topics())
    draws = random.Random(1)
    players = [Followed(n * 100_000, draws.uniform(0.05, 0.3), draws) for n in range(1, SAMPLE + 1)]
    add_follows(
        store,
        [
            Follow(
                FollowKind.PLAYER, f"/users/{one.number}", f"player {one.number}", added_at=FIRST
            )
            for one in players
        ],
    )
    params: dict[str, str | list[str]] = {"ids[]": [str(one.number) for one in players]}
    start = time.perf_counter()
    empty = path.stat().st_size
    for look in range(DAYS * LOOKS):
        at = FIRST + look * DAY // LOOKS + 60
        lists = [best for one in players if (best := one.go_on(at)) is not None]
        users = Users(users=[one.row() for one in players])
        store.write([Observation("/api/v2/users", params, users, at, is_background=True), *lists])
    took = time.perf_counter() - start
    found = count(store, ChangeFilter())
    store.close()
    size = path.stat().st_size
    with sqlite3.connect(path) as connection:
        rest = _bytes_without_changes(connection) - empty
    connection.close()
    changes = (size - empty - rest) / found * min(found / SAMPLE * FOLLOWED, MOST_CHANGES)
    total = rest / SAMPLE * FOLLOWED + changes
    print(
        f"\n{SAMPLE} players, {DAYS} days, {found} changes: {size / 1e6:.2f} MB in {took:.0f} s; "
        f"{FOLLOWED} players: {rest / SAMPLE * FOLLOWED / 1e6:.0f} MB of figures and plays, "
        f"{changes / 1e6:.0f} MB of changes"
    )
    assert total < LIMIT


def _bytes_without_changes(connection: sqlite3.Connection) -> int:
    """Delete all changes, and return the bytes of what is left."""
    connection.execute("DELETE FROM changes")
    connection.commit()
    connection.execute("VACUUM")
    pages, page = (
        connection.execute(f"PRAGMA {one}").fetchone()[0] for one in ("page_count", "page_size")
    )
    return int(pages * page)


class NoObserver:
    """Observer that does nothing, like a client without one."""

    def observe(self, *_: object) -> None:
        """Do nothing."""


def load_pages(client: Client) -> float:
    """Load pages of a ranking in a row; return the median of the seconds that each takes."""
    found = []
    for page in range(1, PAGES + 1):
        start = time.perf_counter()
        client.ranking("osu", "performance", cursor=Cursor(page=page))
        found.append(time.perf_counter() - start)
        time.sleep(PAUSE)
    return median(found)


def test_recording_while_rankings_scroll(demo_server: Server, tmp_path: Path) -> None:
    """Pages load as fast as without a history, at several times the speed of a wheel.

    What else the machine does adds to both, so the two take turns.
    """
    store = HistoryStore(tmp_path / "history.sqlite", topics())
    problems: list[object] = []
    recorder = Recorder(lambda: store, on_written=list, on_problem=problems.append)
    with_it, without = client_of(demo_server, recorder), client_of(demo_server, NoObserver())
    load_pages(without)  # the server has them from now on
    ratios = []
    for _ in range(TURNS):
        plain, recorded = load_pages(without), load_pages(with_it)
        ratios.append(recorded / plain)
        start = time.perf_counter()
        recorder.flush()
        print(
            f"\na page of {PAGES}: {plain * 1000:.1f} ms, recorded {recorded * 1000:.1f} ms, "
            f"and {(time.perf_counter() - start) * 1000:.0f} ms in the end to write the rest"
        )
    recorder.close()
    store.close()
    print(f"ratios {', '.join(f'{one:.2f}' for one in sorted(ratios))}")
    assert not problems
    assert median(ratios) < SLOWER
