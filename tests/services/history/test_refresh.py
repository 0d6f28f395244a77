"""Tests of background refreshing: its pace in the server's log, failures, and when it rests."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from osubrowser.api import Client
from osubrowser.api.cursor import Cursor
from osubrowser.api.http import rate_limiter
from osubrowser.demo.faults.faults import BODY
from osubrowser.demo.http import app as demo_app
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from osubrowser.services.history.changes import ChangeFilter, ChangeKind, changes_page
from osubrowser.services.history.follow_rows import Follow, add_follows, read_follows
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.histories import Histories
from osubrowser.services.history.pace import MOST_UNITS, Pace
from osubrowser.services.history.refresh import Clock, Refresher, RefreshWord
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.session.account import Account, AccountState
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from tests.services.conftest import Run

HOUR = 3600.0


class VirtualClock(Clock):
    """Clock in which waiting takes no time; the server may take some."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.end = 0.0
        self.jump = 0.0
        self.latency = 4.0
        self._random = Random(1)

    def now(self) -> float:
        """Return a time that may jump."""
        return 1_800_000_000 + self.seconds + self.jump

    def monotonic(self) -> float:
        """Return the time since the beginning."""
        return self.seconds

    async def wait(self, event: asyncio.Event, seconds: float) -> None:
        """Move on, until the end: there it stands still."""
        await asyncio.sleep(0)
        if self.seconds >= self.end:
            await event.wait()
        elif not event.is_set():
            self.seconds += seconds

    def of_server(self) -> SimpleNamespace:
        """Return a stand-in for the module `time`: a request comes and goes after a while."""

        def time() -> float:
            self.seconds += self._random.uniform(0, self.latency)
            seen = self.seconds
            self.seconds += self._random.uniform(0, self.latency)
            return seen

        return SimpleNamespace(time=time)

    def of_limiter(self) -> SimpleNamespace:
        """Return a stand-in for the module `time`: that of the client's rate limiter."""
        return SimpleNamespace(monotonic=self.monotonic)


class StillConnection(QObject):
    """Connection that is what the test says."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_offline = False
        self.is_metered = False

    def put(self, *, offline: bool = False, metered: bool = False) -> None:
        """Change what the operating system says."""
        self.is_offline, self.is_metered = offline, metered
        self.changed.emit()


class Ground:
    """A refresher of an account at a demo server, with a history in a new file."""

    def __init__(self, server: DemoServer, calls: Calls, folder: Path) -> None:
        self.server, self.calls = server, calls
        self.preferences = Preferences(Settings())
        self.histories = Histories(folder / "histories")
        self.account = Account(
            calls,
            self.preferences.settings,
            SecretStore(folder / "secrets"),
            server=server.url,
            observe=self.histories.observer,
        )
        self.clock = VirtualClock()
        self.connection = StillConnection()
        self.written: list[Any] = []
        self.refresher = Refresher(
            calls,
            self.account,
            self.preferences,
            self.connection,  # type: ignore[arg-type]
            lambda: self.histories.of_server(server.url, False),
            self.written.extend,
            self.clock,
        )

    @property
    def store(self) -> HistoryStore:
        """The history."""
        return self.histories.of_server(self.server.url, False).store()

    def follow(self, *things: tuple[FollowKind, str]) -> None:
        """Follow addresses."""
        add_follows(
            self.store,
            [Follow(kind, where, where, added_at=1_795_000_000) for kind, where in things],
        )

    async def sign_in(self) -> None:
        """Sign in as a guest."""
        await self.account.guest_from_environment(
            {
                "OSUBROWSER_CLIENT_ID": self.server.client_id,
                "OSUBROWSER_CLIENT_SECRET": self.server.client_secret,
            }
        )

    def asked(self) -> list[tuple[float, str]]:
        """Return the server's log: when, and what for."""
        log: Any = self.server.app.stats()["requests"]
        return [(moment, path) for moment, _, path, _ in log]

    def until(self, qtbot: QtBot, end: float) -> None:
        """Let a time pass."""
        self.clock.end = end
        self.refresher.wake()
        qtbot.waitUntil(lambda: self.clock.seconds >= end)

    def close(self) -> None:
        """End everything."""
        self.refresher.close()
        self.account.close()
        self.histories.close()


@pytest.fixture
def make(
    demo_world: World, calls: Calls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Ground]]:
    """Make the ground of a refresher: `make(faults="429:0.1")`."""
    grounds: list[Ground] = []

    def make(**options: Any) -> Ground:
        server = DemoServer(world=demo_world, **options).start()
        ground = Ground(server, calls, tmp_path / str(len(grounds)))
        monkeypatch.setattr(demo_app, "time", ground.clock.of_server())
        monkeypatch.setattr(rate_limiter, "time", ground.clock.of_limiter())
        grounds.append(ground)
        return ground

    yield make
    for ground in grounds:
        ground.close()
        ground.server.close()


def players(world: World, count: int) -> list[tuple[FollowKind, str]]:
    """Return the first players of a world, to be followed."""
    ids = [world.accounts.id_of(number) for number in range(count)]
    return [(FollowKind.PLAYER, f"/users/{one}") for one in ids]


def most_in_a_minute(moments: list[float]) -> int:
    """Return the largest number of requests in any 60 seconds."""
    return max(
        (sum(start <= one < start + 60 for one in moments[n:]) for n, start in enumerate(moments)),
        default=0,
    )


def test_a_thousand_players_never_take_more_than_the_pace(
    make: Callable[..., Ground], demo_world: World, run: Run, qtbot: QtBot
) -> None:
    """All are checked, the requests that were found on the way too, though the clock is set back.

    The time is virtual, and that of the requests in the server's log varies by seconds.
    """
    ground = make(limit=10**6)  # the server's own minute is that of the real clock
    ground.follow(*players(demo_world, 1000))
    with ground.store.change() as connection:
        connection.execute("UPDATE follows SET wanted = 'best:osu activity' WHERE id % 50 = 1")
    run(ground.sign_in())
    ground.refresher.start()
    ground.until(qtbot, HOUR / 4)
    ground.clock.jump = -HOUR * 24 * 3
    ground.until(qtbot, HOUR * 0.75)
    moments = [moment for moment, _ in ground.asked()]
    assert most_in_a_minute(moments) <= 6
    what = Counter(path.partition("?")[0].rpartition("/")[2] for _, path in ground.asked())
    seconds = sum("/best?" in path and "offset=100" in path for _, path in ground.asked())
    assert what["best"] - seconds == what["recent_activity"] == 20
    assert seconds > 0  # of players with more than a page of best plays
    assert what["users"] >= 25  # twenty a round
    assert len(moments) > 65
    with ground.store.read() as connection:
        [(unchecked, wanted)] = connection.execute(
            "SELECT SUM(checked_at = 0), SUM(wanted <> '') FROM follows"
        ).fetchall()
    assert (unchecked, wanted) == (0, 0)
    batches = [path for _, path in ground.asked() if path.startswith("/api/v2/users?")]
    assert max(path.count("ids") for path in batches) == 50


@pytest.mark.parametrize("faults", ["429:0.3", "reset:0.3", "html-502:0.3", "500:0.3"])
def test_failures_slow_it_down_and_stop_nothing(
    make: Callable[..., Ground], demo_world: World, run: Run, qtbot: QtBot, faults: str
) -> None:
    """Each thing is checked in the end, and the pace is never exceeded."""
    ground = make(faults=faults)
    things = [*players(demo_world, 3), (FollowKind.WIKI, "/wiki/en/Main_page")]
    things += [(FollowKind.RANKING, f"/rankings/osu/performance?page={n}") for n in range(2, 12)]
    ground.follow(*things, (FollowKind.TEAM, "/teams/999999999"))
    run(ground.sign_in())
    ground.refresher.start()
    ground.until(qtbot, HOUR * 3)
    moments = [moment for moment, _ in ground.asked()]
    assert most_in_a_minute(moments) <= 6
    follows = read_follows(ground.store)
    assert all(one.checked_at for one in follows)
    [team] = [one for one in follows if one.kind is FollowKind.TEAM]
    assert team.failure == "gone"
    assert team.unread == 1


def one_of_each(client: Client, world: World) -> list[tuple[FollowKind, str]]:
    """Return things of every kind that a server has."""
    found = client.search_beatmapsets(category="ranked", sort="favourites_desc").beatmapsets[0]
    assert found.beatmaps
    page = client.ranking("osu", "team", cursor=Cursor(page=2))
    team = page.ranking[7].team_id
    match = client.matches(limit=1).matches[0].id
    return [
        *players(world, 2),
        (FollowKind.MAPPER, f"/users/{found.user_id}#beatmaps"),
        (FollowKind.TEAM, f"/teams/{team}"),
        (FollowKind.BEATMAPSET, f"/beatmapsets/{found.id}"),
        (FollowKind.BEATMAP, f"/beatmaps/{found.beatmaps[0].id}"),
        (FollowKind.SEARCH, "/beatmapsets?q=a&m=0&s=any&g=2.3&l=3&nsfw=true&sort=title_asc"),
        (FollowKind.RANKING, "/rankings/mania/performance?country=DE&variant=4k"),
        (FollowKind.RANKING, "/rankings/osu/country?page=2"),
        (FollowKind.RANKING, "/rankings/kudosu"),
        (FollowKind.MATCH, f"/community/matches/{match}"),
        (FollowKind.WIKI, "/wiki/en/Main_page"),
    ]


def test_all_kinds_are_asked_for_by_what_their_page_shows(
    make: Callable[..., Ground], demo_world: World, run: Run, qtbot: QtBot
) -> None:
    """Every kind is checked without a failure, and nothing is found at the first look."""
    ground = make()
    run(ground.sign_in())
    client = ground.account.client
    assert client is not None
    ground.follow(*one_of_each(client, demo_world))
    ground.refresher.start()
    ground.until(qtbot, HOUR / 2)
    follows = read_follows(ground.store)
    assert {one.kind for one in follows} == set(FollowKind)
    assert [(one.address, one.failure) for one in follows if not one.checked_at] == []
    assert [(one.address, one.failure) for one in follows if one.failure] == []
    assert changes_page(ground.store, ChangeFilter(), None, 9) == []
    with ground.store.read() as connection:
        states = dict(connection.execute("SELECT kind, state FROM follows").fetchall())
    assert '"comments"' in states["beatmapset"]
    assert '"first"' in states["beatmap"]
    assert '"sets"' in states["mapper"]
    assert json.loads(states["team"])["ranks"]["osu"]["rank"] == 58  # found by its performance


def test_odd_answers_are_looked_at_like_any_other(
    make: Callable[..., Ground], demo_world: World, run: Run, qtbot: QtBot
) -> None:
    """What is missing or unknown in an answer is no error, and stops nothing."""
    plain = make()
    run(plain.sign_in())
    assert plain.account.client is not None
    things = one_of_each(plain.account.client, demo_world)
    ground = make(faults=",".join(f"{name}:0.2" for name in BODY if name != "clock-skew"))
    ground.follow(*things)
    run(ground.sign_in())
    ground.refresher.start()
    ground.until(qtbot, HOUR)
    assert all(one.checked_at for one in read_follows(ground.store))


def test_it_rests_while_the_person_or_the_connection_says_so(
    make: Callable[..., Ground], demo_world: World, run: Run, qtbot: QtBot
) -> None:
    """Each state has its word, and what ends it wakes the refresher."""
    ground = make()

    def word() -> RefreshWord:
        return ground.refresher.state.word

    assert word() is RefreshWord.STOPPED
    ground.refresher.start()
    qtbot.waitUntil(lambda: word() is RefreshWord.SIGNED_OUT)
    ground.connection.put(metered=True)
    run(ground.sign_in())
    qtbot.waitUntil(lambda: word() is RefreshWord.METERED)
    assert ground.account.state is AccountState.GUEST
    ground.preferences.set("follow_metered", True)
    qtbot.waitUntil(lambda: word() is RefreshWord.EMPTY)
    ground.connection.put(offline=True)
    qtbot.waitUntil(lambda: word() is RefreshWord.OFFLINE)
    ground.preferences.set("follow_pace", 0)
    qtbot.waitUntil(lambda: word() is RefreshWord.OFF)
    ground.connection.put()
    ground.follow(*players(demo_world, 1))
    before = len(ground.asked())
    ground.preferences.set("follow_pace", 1)
    ground.until(qtbot, ground.clock.seconds + 200.0)
    qtbot.waitUntil(lambda: word() is RefreshWord.RESTING)
    paths = [path.partition("?")[0] for _, path in ground.asked()[before:]]
    assert paths == ["/oauth/token", "/api/v2/users"]
    assert most_in_a_minute([moment for moment, _ in ground.asked()[before:]]) == 1


def test_the_persons_own_requests_come_first(
    make: Callable[..., Ground], demo_world: World, run: Run, qtbot: QtBot
) -> None:
    """Half of the pace of the client is theirs."""
    ground = make()
    ground.follow(*players(demo_world, 1))
    run(ground.sign_in())
    client = ground.account.client
    assert client is not None
    ground.clock.latency = 0.0
    for _ in range(ground.preferences.settings.pace // 2 + 1):
        client.wiki_page("en", "Main_page")
    ground.refresher.start()
    qtbot.waitUntil(lambda: ground.refresher.state.word is RefreshWord.BUSY)


def test_what_failed_is_tried_again_when_the_connection_is_back(
    make: Callable[..., Ground], demo_world: World, run: Run, qtbot: QtBot
) -> None:
    """Or when the person wants it: neither waits for the end of a pause."""
    ground = make(faults="reset:1")
    ground.clock.end = 1.0
    ground.follow(*players(demo_world, 1))
    run(ground.sign_in())
    ground.refresher.start()
    qtbot.waitUntil(lambda: ground.refresher.state.word is RefreshWord.FAILING)
    [follow] = read_follows(ground.store)
    assert (follow.failure, follow.unread) == ("offline", 0)
    before = len(ground.asked())
    ground.connection.put()
    ground.refresher.check_now(follow)
    ground.until(qtbot, ground.clock.seconds + 30.0)
    assert len(ground.asked()) > before


def test_a_wish_comes_first_at_the_same_pace(
    make: Callable[..., Ground], demo_world: World, run: Run, qtbot: QtBot
) -> None:
    """One thing is checked again at once, though it was checked a moment ago; or all are."""
    ground = make()
    ground.follow(
        *players(demo_world, 3),
        *((FollowKind.RANKING, f"/rankings/osu/performance?page={n}") for n in range(2, 5)),
    )
    run(ground.sign_in())
    ground.refresher.start()
    ground.until(qtbot, 400.0)
    qtbot.waitUntil(lambda: ground.refresher.state.word is RefreshWord.RESTING)
    before = len(ground.asked())
    follow = read_follows(ground.store)[4]
    ground.refresher.check_now(follow)
    ground.until(qtbot, 900.0)
    assert [path for _, path in ground.asked()[before:]] == [
        "/api/v2/rankings/osu/performance?cursor%5Bpage%5D=3"
    ]
    before = len(ground.asked())
    ground.refresher.check_now()
    ground.until(qtbot, 1300.0)
    assert len(ground.asked()) == before + 4
    assert most_in_a_minute([moment for moment, _ in ground.asked()]) <= 6


def test_the_pace_counts_from_the_end_of_requests_and_what_they_cost() -> None:
    """Fifty players cost fifty units; a faster pace is bounded by them."""
    pace = Pace()
    sent = []
    now = 0.0
    for _ in range(40):
        now += pace.delay(now, 60, 50)
        sent.append(now)
        now += 0.5
        pace.note(now, 1, 50)
    for number, moment in enumerate(sent):
        assert sum(moment <= one < moment + 60 for one in sent[number:]) * 50 <= MOST_UNITS
    quick = Pace()
    assert [quick.delay(0, 6, spread=False) for _ in range(2)] == [0, 0]
    quick.note(0, 5, 1)
    assert (quick.free(0, 6), quick.delay(0, 6, spread=False), quick.delay(0, 6)) == (1, 0, 10)
    quick.note(1, 1, 1)
    assert quick.delay(1, 6, spread=False) == 59
    assert [two - one >= 1 for one, two in pairwise(sent)] == [True] * 39
    assert ChangeKind("gone") is ChangeKind.GONE
