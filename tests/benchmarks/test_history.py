"""Histories: bytes and time of a year of followed players, and what recording costs a scroll."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from osubrowser.api import Client, Cursor
from osubrowser.services.history.database import HistoryDatabase
from osubrowser.services.history.days import DAY
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.snapshots import add_snapshot, read_series
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import RULESETS, Subject, player
from osubrowser.services.history.topics import topics
from tests.conftest import Server
from tests.services.history.observed import client_of

PLAYERS, DAYS, LOOKS = 20, 365, 4
FOLLOWED, LIMIT = 1_000, 100e6
FIRST = 20_000 * DAY
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
