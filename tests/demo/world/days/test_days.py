"""The days before today agree with each other, through the API."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import Any, NamedTuple

import pytest

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.clock import zulu_form
from osubrowser.demo.world.days.performance import WorldStopped
from osubrowser.demo.world.world import World
from tests.demo.conftest import DAYS, NOW, Caller

GROWING = (
    "play_count",
    "play_time",
    "total_hits",
    "count_300",
    "count_100",
    "count_50",
    "count_miss",
    "ranked_score",
    "total_score",
    "pp",
    "replays_watched_by_others",
)


class Day(NamedTuple):
    """What the server showed of a player on a day."""

    user: dict[str, Any]
    best: list[dict[str, Any]]
    activity: list[dict[str, Any]]

    @property
    def figures(self) -> dict[str, Any]:
        found: dict[str, Any] = self.user["statistics"]
        return found


@pytest.fixture
def server_with_days(world_with_days: World) -> Iterator[DemoServer]:
    with DemoServer(world=world_with_days, limit=1_000_000) as server:
        yield server


@pytest.fixture
def player_of_days(server_with_days: DemoServer, caller: Callable[..., Caller]) -> Caller:
    return caller(server_with_days)


def day_of(back: int) -> datetime:
    return NOW - timedelta(days=back)


def looked_at(caller: Caller, user: int, back: int) -> Day:
    path, query = f"users/{user}/scores/best", {"mode": "osu", "limit": 100}
    best = caller.json(path, **query) + caller.json(path, offset=100, **query)
    activity = []
    if back % 6 == 0:
        activity = caller.json(f"users/{user}/recent_activity", limit=100)
    return Day(caller.json(f"users/{user}/osu"), best, activity)


def test_players_move_day_by_day_towards_today(
    server_with_days: DemoServer, player_of_days: Caller
) -> None:
    mine = player_of_days.json("me")["id"]
    users, seen = (mine,), {}
    for back in range(DAYS, -1, -1):
        server_with_days.move_to(back)
        for user in users:
            seen[user, back] = looked_at(player_of_days, user, back)
    for user in users:
        days = [seen[user, back] for back in range(DAYS, -1, -1)]
        for before, after in pairwise(days):
            for name in GROWING:
                assert before.figures[name] <= after.figures[name], (user, name)
            for grade, count in before.figures["grade_counts"].items():
                assert count <= after.figures["grade_counts"][grade]
            assert before.figures["level"]["current"] <= after.figures["level"]["current"]
        moved = sum(a.figures["play_count"] > b.figures["play_count"] for b, a in pairwise(days))
        assert DAYS // 2 <= moved <= DAYS
        check_best_lists(days)
        for back in range(DAYS):
            # The ranks of a day are those that the days before it had.
            data = seen[user, back].user["rank_history"]["data"]
            own = [seen[user, back + ago].figures["global_rank"] for ago in range(DAYS - back + 1)]
            assert data[: -len(own) - 1 : -1] == own
        assert (
            seen[user, 0].user["rank_history"]["data"][:10]
            == seen[user, DAYS].user["rank_history"]["data"][DAYS : DAYS + 10]
        )
        for back in range(DAYS + 1):
            told = seen[user, back].activity
            assert all(event["created_at"] < day_of(back).isoformat() for event in told)
    assert {event["type"] for day in seen.values() for event in day.activity} >= {
        "achievement",
        "rank",
    }


def check_best_lists(days: list[Day]) -> None:
    """Check a player's best lists, the oldest first, against pp and each other."""
    kept: dict[int, float] = {}
    gone: set[int] = set()
    fresh = 0
    for place, day in enumerate(days):
        until = zulu_form(day_of(DAYS - place))
        pp = [score["pp"] for score in day.best]
        assert len(day.best) == 200
        assert pp == sorted(pp, reverse=True)
        assert all(score["ended_at"] < until for score in day.best)
        assert sum(p * 0.95**n for n, p in enumerate(pp)) == pytest.approx(
            day.figures["pp"], abs=0.06
        )
        assert len({score["beatmap_id"] for score in day.best}) == 200
        now = {score["id"]: score["pp"] for score in day.best}
        assert all(kept[id] == now[id] for id in kept.keys() & now.keys())
        if kept:
            since = zulu_form(day_of(DAYS - place + 1))
            new = [score for score in day.best if score["id"] not in kept]
            assert all(since <= score["ended_at"] for score in new)
            assert not gone & now.keys()
            gone |= kept.keys() - now.keys()
            fresh += len(new)
        kept = now
    assert fresh == len(gone) > 0


def test_ranks_are_places_in_the_ranking_of_the_day(
    server_with_days: DemoServer, player_of_days: Caller, world_with_days: World
) -> None:
    shown: list[dict[int, int]] = []
    for back in (DAYS, 1, 0):
        server_with_days.move_to(back)
        rows = player_of_days.json("rankings/osu/performance", page=7)["ranking"]
        pp = [row["pp"] for row in rows]
        assert pp == sorted(pp, reverse=True)
        assert [row["global_rank"] for row in rows] == list(range(301, 351))
        for row in rows[::20]:
            user = player_of_days.json(f"users/{row['user']['id']}/osu")
            ranks = user["rank_history"]["data"]
            assert user["statistics"]["global_rank"] == ranks[-1] == row["global_rank"]
            assert row["rank_change_since_30_days"] == ranks[-1] - ranks[-31]
            assert user["statistics"]["pp"] == row["pp"]
        shown.append({row["user"]["id"]: row["global_rank"] for row in rows})
        home = player_of_days.json("rankings/osu/performance", country="IS")["ranking"]
        mine = player_of_days.json("me/osu")
        assert [row["user"]["id"] for row in home][mine["statistics"]["country_rank"] - 1] == mine[
            "id"
        ]
        countries = [
            row
            for page in (1, 2)
            for row in player_of_days.json("rankings/osu/country", page=page)["ranking"]
        ]
        iceland = next(row for row in countries if row["code"] == "IS")
        everybody = [
            row
            for page in range(1, -(-iceland["active_users"] // 50) + 1)
            for row in player_of_days.json("rankings/osu/performance", country="IS", page=page)[
                "ranking"
            ]
        ]
        assert iceland["play_count"] == sum(row["play_count"] for row in everybody)
        assert iceland["performance"] == pytest.approx(sum(row["pp"] for row in everybody), abs=1)
    assert shown[0].keys() & shown[-1].keys()
    assert shown[0] != shown[-1]


def test_those_who_left_do_not_move(
    server_with_days: DemoServer, player_of_days: Caller, world_with_days: World
) -> None:
    accounts, standings = world_with_days.accounts, world_with_days.standings("osu")
    gone = [one for one in standings.account if not accounts.active[one]][:20]
    ids = [accounts.id_of(one) for one in gone]
    shown = []
    for back in (DAYS, 0):
        server_with_days.move_to(back)
        users = player_of_days.json("users", **{"ids[]": ids})["users"]
        shown.append(
            {
                user["id"]: {
                    name: value
                    for name, value in user["statistics_rulesets"]["osu"].items()
                    if not name.startswith("global_rank")
                }
                for user in users
            }
        )
    assert shown[0] == shown[1]


def test_everything_of_a_moved_day_says_its_date(
    server_with_days: DemoServer, player_of_days: Caller
) -> None:
    for path in ("me", "users/1", "rankings/osu/performance"):
        for back in (3, 0):
            server_with_days.move_to(back)
            said = parsedate_to_datetime(player_of_days.get(path).headers["Date"])
            assert abs(datetime.now(UTC) - timedelta(days=back) - said) < timedelta(minutes=1)


def test_sets_are_uploaded_and_ranked_on_their_days(
    server_with_days: DemoServer, player_of_days: Caller
) -> None:
    found = player_of_days.json("beatmapsets/search")["beatmapsets"]
    waiting = player_of_days.json("beatmapsets/search", s="pending")["beatmapsets"]
    sets = [*found[::10], *waiting[::12]]
    before: dict[int, int] = {}
    missing = ranked = 0
    for back in range(DAYS, -1, -3):
        server_with_days.move_to(back)
        until = zulu_form(day_of(back))
        listed = player_of_days.json("beatmapsets/search", s="any", sort="updated_desc")
        assert all(one["submitted_date"] < until for one in listed["beatmapsets"])
        newest = player_of_days.json("beatmapsets/search")["beatmapsets"]
        assert all(one["ranked_date"] < until for one in newest)
        for one in sets:
            answer = player_of_days.get(f"beatmapsets/{one['id']}")
            assert (answer.status_code == 404) == (one["submitted_date"] >= until)
            if answer.status_code == 404:
                missing += 1
                continue
            shown = answer.json()
            if (one["ranked_date"] or "") >= until:
                assert shown["status"] in ("pending", "qualified")
                ranked += 1
            else:
                assert shown["status"] == one["status"]
            count = sum(beatmap["playcount"] for beatmap in shown["beatmaps"])
            assert shown["play_count"] == count >= before.get(one["id"], 0)
            before[one["id"]] = count
    assert missing
    assert ranked


def test_names_change_on_the_day_that_activity_tells(
    server_with_days: DemoServer, player_of_days: Caller, world_with_days: World
) -> None:
    feed, accounts = world_with_days.community.feed, world_with_days.accounts
    start = day_of(DAYS).timestamp()
    account = next(one for one in range(len(accounts)) if any(t > start for t in feed.renames(one)))
    user, names = accounts.id_of(account), []
    for back in range(DAYS, -1, -1):
        server_with_days.move_to(back)
        names.append(player_of_days.json(f"users/{user}")["username"])
    told = player_of_days.json(f"users/{user}/recent_activity", limit=100)
    (change, *_) = (event for event in told if event["type"] == "usernameChange")
    assert change["user"]["username"] == names[-1]
    assert change["user"]["previousUsername"] in names[:-1]
    when = datetime.fromisoformat(change["created_at"])
    after = -int((NOW - when).total_seconds() // 86_400) - 1
    assert names[after] == names[-1] != names[after - 1]


def test_comments_of_later_days_are_not_there_yet(
    server_with_days: DemoServer, player_of_days: Caller
) -> None:
    totals = []
    for back in (DAYS, 4, 0):
        server_with_days.move_to(back)
        bundle = player_of_days.json("comments")
        totals.append(bundle["total"])
        assert bundle["comments"][0]["created_at"] < zulu_form(day_of(back))
    assert totals == sorted(set(totals))


@pytest.mark.parametrize("days", [-1, 401])
def test_a_world_has_no_more_days_than_it_can(days: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 400 days"):
        World(1, NOW, days=days)


def test_a_world_has_no_day_beyond_its_days(world_with_days: World) -> None:
    with pytest.raises(ValueError, match="no day 13"):
        world_with_days.at(13)


def test_a_server_that_is_closed_makes_no_more_days_of_its_world(world_with_days: World) -> None:
    """A year of them takes seconds; a world that it was given goes on."""
    server = DemoServer(days=400)
    server.close()
    with pytest.raises(WorldStopped):
        server.world.at(400).standings("osu").pp  # noqa: B018 - makes it
    DemoServer(world=world_with_days).close()
    assert len(world_with_days.at(DAYS).standings("osu").pp)
