"""World: determinism by seed, and consistent statistics."""

from __future__ import annotations

from copy import copy

import pytest

from osubrowser.demo.world.draws import Draws
from osubrowser.demo.world.players.countries import countries
from osubrowser.demo.world.players.names import CAPACITY, LONGEST, normalised, username
from osubrowser.demo.world.players.standings import SIZE
from osubrowser.demo.world.players.statistics import level
from osubrowser.demo.world.players.teams import ME
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW

MODES = [ruleset.name for ruleset in RULESETS]


def test_the_same_seed_gives_the_same_world(world: World) -> None:
    again, other = World(1, NOW), World(2, NOW)
    for account in (0, ME, 9_999, 23_999):
        whole = world.profiles.whole(account, None, viewer=None)
        assert again.profiles.whole(account, None, viewer=None) == whole
        assert other.profiles.whole(account, None, viewer=None) != whole
    assert again.standings("osu").account == world.standings("osu").account


@pytest.mark.parametrize("country", ["US", "JP", "RU", "SA"])
def test_no_name_comes_twice(country: str) -> None:
    for seed in (1, 2, 3):
        draws = Draws(seed, "names")
        names = [username(serial, country, draws.at(serial)) for serial in range(CAPACITY)]
        assert len({normalised(name) for name in names}) == CAPACITY
        assert max(map(len, names)) <= LONGEST


def test_people_are_found_by_id_and_by_name(world: World) -> None:
    accounts = world.accounts
    for account in range(0, len(accounts), 97):
        assert accounts.by_id(accounts.id_of(account)) == account
        assert accounts.by_name(accounts.name_of(account).upper().replace(" ", "_")) == account
    names = {normalised(accounts.name_of(account)) for account in range(len(accounts))}
    assert len(names) == len(accounts)
    assert accounts.by_id(accounts.id_of(5) + 1) is None


def test_names_come_in_several_scripts_but_mostly_in_one(world: World) -> None:
    names = [world.accounts.name_of(account) for account in range(CAPACITY)]
    for first, last in (
        ("ぁ", "ヿ"),
        ("一", "鿿"),
        ("가", "힣"),
        ("А", "я"),
        ("ا", "ي"),
        ("א", "ת"),
    ):
        assert any(first <= letter <= last for name in names for letter in name)
    assert 0.02 < sum(not name.isascii() for name in names) / CAPACITY < 0.12
    assert max(map(len, names)) > 40


@pytest.mark.parametrize("mode", MODES)
def test_pp_falls_with_every_rank(world: World, mode: str) -> None:
    standings = world.standings(mode)
    assert len(standings.account) == len(set(standings.account)) == SIZE
    assert all(high > low > 0 for high, low in zip(standings.pp, standings.pp[1:], strict=False))
    assert len({world.accounts.country[account] for account in standings.account}) == 60


def test_rulesets_have_different_players_and_countries(world: World) -> None:
    tops = {tuple(world.standings(mode).account[:50]) for mode in MODES}
    assert len(tops) == 4
    taiko, osu = world.rankings.countries("taiko"), world.rankings.countries("osu")
    places = [row["code"] for row in taiko], [row["code"] for row in osu]
    assert places[0] != places[1]
    assert places[0].index("JP") < places[0].index("DE")


@pytest.mark.parametrize("mode", MODES)
def test_figures_of_a_player_agree(world: World, mode: str) -> None:
    figures = world.statistics(mode)
    for position in range(0, SIZE, 37):
        one = figures.of(figures.standings.account[position])
        hits = sum(one[f"count_{kind}"] for kind in (300, 100, 50))  # type: ignore[misc]  # ints
        grades = one["grade_counts"]
        assert one["total_hits"] == hits
        assert isinstance(grades, dict)
        assert isinstance(one["play_count"], int)
        assert isinstance(one["ranked_score"], int)
        assert isinstance(one["total_score"], int)
        assert min(grades.values()) >= 0
        assert 0 < sum(grades.values()) <= one["play_count"]
        assert one["ranked_score"] <= one["total_score"]
        assert one["level"] == level(one["total_score"])
        assert isinstance(one["hit_accuracy"], int | float)
        assert 85 < one["hit_accuracy"] < 100
        assert one["accuracy"] == pytest.approx(one["hit_accuracy"] / 100)


def test_levels_are_the_games_own() -> None:
    assert level(0) == {"current": 1, "progress": 0}
    assert level(30_000) == {"current": 2, "progress": 0}
    assert level(26_931_190_827) == {"current": 99, "progress": 99}
    assert level(465_342_303_870) == {"current": 104, "progress": 38}
    assert level(515_551_284_240) == {"current": 104, "progress": 88}


@pytest.mark.parametrize("mode", MODES)
def test_country_and_team_totals_are_the_sums_of_their_players(world: World, mode: str) -> None:
    standings = world.standings(mode)
    rows = world.rankings.countries(mode)
    assert sum(int(str(row["active_users"])) for row in rows) == SIZE
    by_code = {country.code: number for number, country in enumerate(countries())}
    for row in rows:
        seats = standings.by_country[by_code[str(row["code"])]]
        assert row["active_users"] == len(seats)
        assert row["performance"] == round(sum(standings.pp[placement] for placement in seats))
        assert row["ranked_score"] == sum(standings.ranked_score[placement] for placement in seats)
    team, total = world.rankings.team_order(mode)[0]
    entry = world.rankings.team(mode, team, total)
    assert entry["member_count"] == len(world.teams.members(team))
    assert total.players <= len(world.teams.members(team))


def test_rank_history_ends_today_and_passes_the_rank_of_thirty_days_ago(world: World) -> None:
    standings = world.standings("osu")
    new = 0
    for position in range(0, SIZE, 53):
        history = world.profiles.histories.ranks(standings.account[position], "osu")
        change = standings.change(position)
        assert history is not None
        assert len(history) == 90
        assert history[-1] == position + 1
        new += change is None
        assert history[59] == (0 if change is None else position + 1 - change)
    assert new


def test_the_inactive_are_known_but_not_ranked(world: World) -> None:
    standings, accounts = world.standings("osu"), world.accounts
    gone = [a for a in range(CAPACITY) if not accounts.active[a] and accounts.main[a] == 0]
    unranked = [account for account in gone if standings.rank_of(account) is None]
    assert unranked
    one = world.statistics("osu").of(unranked[0])
    assert (one["pp"], one["global_rank"], one["is_ranked"]) == (0, None, False)
    assert isinstance(one["play_count"], int)
    assert one["play_count"] > 0
    assert world.profiles.histories.ranks(unranked[0], "osu") is None


def test_beatmaps_belong_together(world: World) -> None:
    beatmaps = world.beatmaps
    versions, japanese = set(), 0
    for index in range(0, 20_000, 211):
        whole = beatmaps.with_beatmaps(index)
        maps = whole["beatmaps"]
        assert isinstance(maps, list)
        assert maps
        assert beatmaps.by_id(int(str(whole["id"]))) == index
        assert len({one["id"] for one in maps}) == len(maps)
        assert all(one["beatmapset_id"] == whole["id"] for one in maps)
        assert all(one["passcount"] <= one["playcount"] for one in maps)
        assert (whole["ranked_date"] is None) == (int(str(whole["ranked"])) <= 0)
        japanese += whole["title"] != whole["title_unicode"]
        versions |= {one["version"] for one in maps}
    assert japanese > 20
    assert len(versions) > 20


def test_accounts_list_the_beatmapsets_they_made(world: World) -> None:
    mapper = world.beatmaps.mapper[0]
    own = world.beatmaps.of_mapper(mapper)
    user = world.profiles.whole(mapper, None, viewer=None)
    kinds = ("graveyard", "loved", "pending", "ranked")
    assert sum(int(str(user[f"{kind}_beatmapset_count"])) for kind in kinds) == len(own)


def test_a_live_feed_tells_scores_as_time_passes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [100.0]
    monkeypatch.setattr("osubrowser.demo.world.scores.scores.time.monotonic", lambda: seconds[0])
    monkeypatch.setattr("osubrowser.demo.world.scores.scores.FEED", 200)
    scores = copy(world.scores)
    scores.hold_back()
    last = scores.newest("mania")[-1].id
    every = [play.id for play in world.scores.after(last, "mania")]
    assert every[-1] > scores.newest_told() >= last
    assert scores.after(last, "mania") == []
    seconds[0] += 1800
    half = [play.id for play in scores.after(last, "mania")]
    seconds[0] += 7200
    later = [play.id for play in scores.after(half[-1], "mania")]
    assert [*half, *later] == every
    assert half
    assert later
