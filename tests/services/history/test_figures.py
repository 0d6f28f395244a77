"""Tests of what each response is a snapshot of: the figures that it has, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from osubrowser.api import Client, Cursor
from osubrowser.api.decoding.decode import strict_decoder
from osubrowser.api.entities.rankings import Rankings
from osubrowser.api.entities.users import User, Users
from osubrowser.services.history.days import DAY, day_of
from osubrowser.services.history.events import events_of
from osubrowser.services.history.names import names_of
from osubrowser.services.history.records import Observation
from osubrowser.services.history.snapshots import daily
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import Subject, SubjectKind, player
from osubrowser.services.history.topics import topics
from tests.conftest import Server, raw_answer
from tests.services.history.observed import Observed, client_of

NOW = 20_000 * DAY + 50_000
OF_ROW = {
    "global_rank", "pp", "accuracy", "play_count", "play_time", "ranked_score", "total_score",
    "total_hits", "maximum_combo", "replays_watched", "level", "ss", "ssh", "s", "sh", "a",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite", topics())
    yield store
    store.close()


@pytest.fixture
def observed(store: HistoryStore) -> Observed:
    """Return an observer."""
    return Observed(store)


@pytest.fixture
def client(demo_server: Server, observed: Observed) -> Client:
    """Return a client of the demo server whose responses are observed."""
    return client_of(demo_server, observed)


def written(
    store: HistoryStore, path: str, answer: Any, kind: Any, at: int = NOW, **params: str
) -> None:
    """Write the raw answer to `path`."""
    entity = strict_decoder(kind).decode(msgspec.json.encode(answer))
    store.write([Observation(f"/api/v2/{path}", params, entity, at)])


def test_figures_of_a_real_profile_and_its_ninety_days(store: HistoryStore) -> None:
    """Each day has the rank of that day; today's snapshot is the profile's."""
    answer = raw_answer("v2/get_user_200.json")
    raw, ranks = answer["statistics"], answer["rank_history"]["data"]
    ranks[3] = 0
    for _ in range(2):
        written(store, f"users/{answer['id']}/osu", answer, User)
    series = store.series(player(answer["id"], "osu"))
    today = series[-1].figures
    assert series[-1].at == NOW
    assert today.keys() == OF_ROW | {"country_rank", "followers"}
    assert today["global_rank"] == raw["global_rank"]
    assert today["country_rank"] == raw["country_rank"]
    assert today["pp"] == pytest.approx(raw["pp"], abs=0.0005)
    assert today["accuracy"] == pytest.approx(raw["hit_accuracy"], abs=1e-6)
    assert today["level"] == raw["level"]["current"] + raw["level"]["progress"] / 100
    days = daily(series)
    assert list(days) == list(range(day_of(NOW) - 89, day_of(NOW) + 1))
    assert [days[day].figures["global_rank"] for day in days][:-1] == ranks[:-1]
    assert all(one.figures.keys() == {"global_rank"} for one in series[:-1])
    assert len(series) == 90


def test_ranks_fill_gaps_and_are_no_second_row_of_a_day(store: HistoryStore) -> None:
    """Days seen stay as they were seen; those missed meanwhile are filled from the next profile."""
    answer = raw_answer("v2/get_user_200.json")
    subject = player(answer["id"], "osu")
    written(store, f"users/{answer['id']}", answer, User)
    answer["rank_history"]["data"] = list(range(1, 91))
    answer["statistics"]["global_rank"] = 90
    written(store, f"users/{answer['id']}", answer, User, NOW + 10 * DAY)
    days = daily(store.series(subject))
    assert len(days) == len(store.series(subject)) == 100
    seen = raw_answer("v2/get_user_200.json")["statistics"]["global_rank"]
    assert days[day_of(NOW)].figures["global_rank"] == seen
    gap = [days[day_of(NOW) + number].figures["global_rank"] for number in range(1, 10)]
    assert gap == list(range(81, 90))


def test_rows_of_rankings_have_what_a_row_has(store: HistoryStore) -> None:
    """A rank in the country only in the country's ranking; nothing from spotlights and variants."""
    answer = raw_answer("v2/get_rankings_200.json")
    row = answer["ranking"][0]
    subject = player(row["user"]["id"], "osu")
    written(store, "rankings/osu/performance", answer, Rankings, variant="4k")
    assert store.latest(subject) is None
    written(store, "rankings/osu/charts", raw_answer("v2/rankings_osu_charts.json"), Rankings)
    assert not store.subjects()
    written(store, "rankings/osu/performance", answer, Rankings)
    latest = store.latest(subject)
    assert latest is not None and latest.figures.keys() == OF_ROW
    mania = raw_answer("v2/rankings_mania_score.json")
    for row in mania["ranking"]:
        row["country_rank"] = 1  # a position in that list
    written(store, "rankings/mania/score", mania, Rankings, country="JP")
    scored = store.latest(player(mania["ranking"][0]["user"]["id"], "mania"))
    assert scored is not None and scored.figures.keys() == OF_ROW
    assert scored.figures["global_rank"] == mania["ranking"][0]["global_rank"]


def test_what_was_not_sent_is_no_zero(store: HistoryStore) -> None:
    """Figures that a damaged answer lacks are missing; a player without a rank has rank 0."""
    answer = raw_answer("v2/get_user_200.json")
    statistics = answer["statistics"]
    for name in ("grade_counts", "level", "play_count", "total_hits", "pp", "play_time", "rank"):
        del statistics[name]
    del answer["rank_history"], answer["rankHistory"]
    statistics |= {"is_ranked": False, "global_rank": None, "country_rank": None}
    written(store, f"users/{answer['id']}/taiko", answer, User)
    latest = store.latest(player(answer["id"], "taiko"))
    assert latest is not None
    assert latest.figures.keys() == {
        "global_rank", "country_rank", "accuracy", "ranked_score", "total_score",
        "maximum_combo", "replays_watched", "followers",
    }  # fmt: skip
    assert latest.figures["global_rank"] == latest.figures["country_rank"] == 0


def test_batches_and_lookups(store: HistoryStore) -> None:
    """`users` has all rulesets without ranks in countries, `users/lookup` a rank alone."""
    statistics = raw_answer("v2/get_user_200.json")["statistics"]
    user = {"id": 9, "username": "one", "statistics_rulesets": {"fruits": statistics}}
    written(store, "users", {"users": [user]}, Users)
    latest = store.latest(player(9, "fruits"))
    assert latest is not None and latest.figures.keys() == OF_ROW
    assert store.latest(player(9, "osu")) is None
    found = {"id": 9, "username": "one", "global_rank": {"rank": None, "ruleset_id": 3}}
    written(store, "users/lookup", {"users": [found]}, Users)
    latest = store.latest(player(9, "mania"))
    assert latest is not None and latest.figures == {"global_rank": 0}


def test_demo_answers_of_every_kind(
    client: Client, observed: Observed, store: HistoryStore
) -> None:
    """Profiles in a ruleset of their own, teams, sets and difficulties, as the demo has them."""
    user = client.user(2)
    country = client.ranking("taiko", "performance", country="JP", cursor=Cursor(page=2))
    teams = client.ranking("mania", "team", cursor=Cursor(page=2))
    team = client.team(teams.ranking[0].team_id, mode="mania")
    found = client.search_beatmapsets("")
    full = client.beatmapset(found.beatmapsets[0].id)
    client.user_recent_activity(2)
    observed.write()
    assert user.statistics is not None
    latest = store.latest(player(2, str(user.playmode)))
    assert latest is not None
    assert latest.figures["play_count"] == user.statistics.play_count
    row = country.ranking[0]
    assert row.user is not None and row.user.id
    latest = store.latest(player(row.user.id, "taiko"))
    assert latest is not None and latest.figures["country_rank"] == row.country_rank == 51
    latest = store.latest(Subject(SubjectKind.TEAM, team.id, 3))
    assert latest is not None and latest.figures["rank"] == 51
    assert latest.figures["member_count"] == teams.ranking[0].member_count
    latest = store.latest(Subject(SubjectKind.BEATMAPSET, full.id))
    assert latest is not None and full.ranked is not None
    assert latest.figures["status"] == full.ranked + 2
    assert latest.figures["favourite_count"] == full.favourite_count
    for one in full.beatmaps or ():
        latest = store.latest(Subject(SubjectKind.BEATMAP, one.id))
        assert latest is not None and latest.figures["play_count"] == one.playcount
        assert latest.figures["stars"] == pytest.approx(one.difficulty_rating, abs=0.0005)
    assert names_of(store, SubjectKind.BEATMAPSET, [full.id])[full.id].name == (
        f"{full.artist} - {full.title}"
    )
    assert names_of(store, SubjectKind.PLAYER, [2, row.user.id]) == {
        2: (user.username, user.country_code),
        row.user.id: (row.user.username, "JP"),
    }
    assert names_of(store, SubjectKind.TEAM, [team.id])[team.id] == (team.name, team.short_name)
    medals = [one for one in events_of(store, 2, "osu") if one.what == "medal"]
    assert user.user_achievements is not None
    assert {one.data["id"] for one in medals} <= {
        one.achievement_id for one in user.user_achievements
    }
    assert medals == sorted(medals, key=lambda one: one.at)
