"""Histories of followed players equal what their world did, day by day, through real HTTP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from osubrowser.services.history.days import DAY, day_of
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.snapshots import daily
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import RULESETS, player
from osubrowser.services.history.topics import topics

SAME_NAMES = (
    "global_rank",
    "pp",
    "play_count",
    "play_time",
    "ranked_score",
    "total_score",
    "total_hits",
    "maximum_combo",
)
GRADES = ("ss", "ssh", "s", "sh", "a")


class Dates:
    """Observer that passes on responses, and keeps the last date."""

    def __init__(self, recorder: Recorder) -> None:
        self.last = 0.0
        self._recorder = recorder

    def observe(
        self,
        path: str,
        params: Mapping[str, str | list[str]],
        entity: object,
        date: float | None,
    ) -> None:
        self.last = date or 0.0
        self._recorder.observe(path, params, entity, date)


def figures_in(world: World, account: int) -> dict[str, dict[str, float]]:
    """Return what the world says of a player on a day, by ruleset, under the history's names."""
    found = {}
    for ruleset in RULESETS:
        figures = world.statistics(ruleset)
        if not figures.has_played(account):
            continue
        shown = figures.of(account)
        own = {name: shown[name] or 0 for name in SAME_NAMES}
        grades, level = shown["grade_counts"], shown["level"]
        assert isinstance(grades, dict)
        assert isinstance(level, dict)
        own |= {name: grades[name] for name in GRADES}
        own["accuracy"] = shown["hit_accuracy"]
        own["replays_watched"] = shown["replays_watched_by_others"]
        own["level"] = level["current"] + level["progress"] / 100
        found[ruleset] = own
    return found  # type: ignore[return-value]  # figures are numbers


def followed(world: World, count: int) -> list[int]:
    """Return accounts of all ranks and rulesets, the demo player among them."""
    found = [world.me]
    for place in range(count):
        standings = world.standings(RULESETS[place % 7 % 4])
        found.append(standings.account[place * len(standings.account) // count])
    return list(dict.fromkeys(found))[:count]


def check_days(
    path: Path, count: int, days: int, clock: Callable[[], float] = float
) -> tuple[int, float, float]:
    """Follow players for some days, and compare their histories with the world.

    Args:
        path: the file of the history.
        count: how many players.
        days: how many days before today.
        clock: returns seconds.

    Returns:
        the bytes of the history, the seconds of all answers, and those of writing them.
    """
    world = World(1, days=days)
    accounts = followed(world, count)
    for ruleset in RULESETS:
        world.at(days).standings(ruleset).pp  # noqa: B018 - takes longer than a client waits
    ids = {account: world.accounts.id_of(account) for account in accounts}
    expected: dict[tuple[int, str], dict[int, dict[str, float]]] = {}
    recorder_problems: list[object] = []
    store = HistoryStore(path, topics())
    recorder = Recorder(
        lambda: store, on_written=lambda _: None, on_problem=recorder_problems.append
    )
    dates = Dates(recorder)
    asking = writing = 0.0
    with (
        DemoServer(world=world, limit=10_000_000) as server,
        Client(
            server.client_id,
            server.client_secret,
            base_url=server.url,
            token_store=MemoryTokenStore(),
            observer=dates,
        ) as client,
    ):
        for back in range(days, -1, -1):
            server.move_to(back)
            start = clock()
            assert len(client.users(ids.values())) == len(ids)
            between = clock()
            recorder.flush()
            writing += clock() - between
            asking += between - start
            day = day_of(int(dates.last))
            for account in accounts:
                for ruleset, figures in figures_in(world.at(back), account).items():
                    expected.setdefault((account, ruleset), {})[day] = figures
    recorder.close()
    assert not recorder_problems
    moved = 0
    for (account, ruleset), by_day in expected.items():
        series = store.series(player(ids[account], ruleset))
        known = daily(series)
        assert list(known) == sorted(by_day), (account, ruleset)
        assert all(one.at // DAY == day for day, one in known.items())
        for day, figures in by_day.items():
            assert dict(known[day].figures) == pytest.approx(figures, abs=1e-6), (account, ruleset)
        moved += len({tuple(figures.values()) for figures in by_day.values()}) > days // 4
    assert moved > count // 4
    store.close()
    return sum(one.stat().st_size for one in path.parent.iterdir()), asking, writing


def test_twelve_days_of_ten_players(tmp_path: Path) -> None:
    check_days(tmp_path / "history.sqlite", 10, 12)
