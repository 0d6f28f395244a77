"""Teams: header, figures, members, place in the ranking, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from osubrowser.api.client import Client
from osubrowser.api.entities.rankings import TeamRankings
from osubrowser.api.entities.team_pages import TeamExtended, TeamRulesetStatistics
from osubrowser.api.entities.teams import TeamStatistics
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.errors import NotFound
from osubrowser.models.teams import team as module
from osubrowser.models.teams.members import load_members, member_columns, member_record
from osubrowser.models.teams.team import figures_of, find_place, load_figures, load_team
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import Server
from tests.models.scores.test_columns import connect

TEAM = 987


@pytest.fixture
def client(demo_server: Server) -> Iterator[Client]:
    with connect(demo_server) as client:
        yield client


def test_a_team_and_its_members(client: Client) -> None:
    subject = load_team(client, ThingPlace("team", str(TEAM)))
    team, heading = client.team(TEAM), subject.heading
    assert heading.title == subject.name == team.name
    assert heading.badges[0] == team.short_name
    assert team.leader is not None
    there = f"https://osu.ppy.sh/users/{team.leader.id}"
    assert heading.facts[0] == (f"Leader: {team.leader.username}", there)
    assert dict(heading.figures)["Members"] == str(len(team.members) + 1)
    assert (heading.cover, heading.picture) == (team.cover_url, team.flag_url)
    assert "<h2>Rules</h2>" in subject.html
    columns = member_columns(lambda _code: None)
    page = load_members(client, subject.members, columns)
    assert page.total == len(team.members) + 1
    assert [member_record(row)["is_leader"] for row in page.rows].count(True) == 1
    assert page.rows[0].item.user.id == team.leader.id
    names = [row.item.user.username.casefold() for row in page.rows[1:]]
    assert names == sorted(names)
    for key in ("0", "x", "99999999"):
        with pytest.raises(NotFound):
            load_team(client, ThingPlace("team", key))


@pytest.mark.parametrize("mode", ["osu", "mania"])
def test_the_place_in_the_ranking_is_found_in_few_pages(client: Client, mode: str) -> None:
    ranking = client.ranking(mode, "team").ranking
    for at in (0, 17, 49):
        place = find_place(client, ranking[at].team_id, mode)
        assert (place.type, place.mode, place.page) == ("team", mode, 1)
        assert place.rank == (at + 1 if at else None)  # the first of a page has no position
    last = client.ranking(mode, "team", cursor={"page": 12}).ranking[-1]
    assert find_place(client, last.team_id, mode).page == 12


def test_figures_of_another_ruleset_and_of_none(client: Client) -> None:
    figures = {one.key: one.text for one in load_figures(client, TEAM, "osu", 46)}
    statistics = client.team(TEAM, mode="osu").statistics
    assert statistics is not None
    assert figures["performance"] == f"{statistics.performance:,.0f}"
    assert figures["play_count"] == f"{statistics.play_count:,}"
    assert figures["members"] == "46"
    nothing = {one.key: one.text for one in figures_of(TeamRulesetStatistics(team_id=1), 0)}
    assert nothing["performance"] == nothing["ranked_score"] == NOTHING
    assert figures_of(None, 0)[0].text == NOTHING
    assert figures_of(TeamRulesetStatistics(ranked_score=10**400), 3)[1].text


class Ranked:
    """Client of a world where many teams have the same performance, and one has none."""

    def __init__(self) -> None:
        self.pages: list[int] = []

    def team(self, team_id: int, *, mode: str | None = None) -> TeamExtended:
        del mode
        pp = None if team_id == 5000 else 100.0
        return TeamExtended(id=team_id, statistics=TeamRulesetStatistics(performance=pp))

    def ranking(self, _mode: str, _type: str, *, cursor: Any = None) -> TeamRankings:
        page = cursor["page"] if cursor else 1
        self.pages.append(page)
        lines = [
            TeamStatistics(team_id=(page - 1) * 50 + at, performance=100.0) for at in range(50)
        ]
        return TeamRankings(ranking=lines, total=10_000)


def test_a_team_that_is_not_ranked_is_not_sought_for_long() -> None:
    client: Any = Ranked()
    with pytest.raises(NotFound):
        find_place(client, 5000, "osu")
    assert client.pages == []
    with pytest.raises(NotFound):
        find_place(client, 77_777, "osu")
    assert len(client.pages) <= module.MOST_PAGES


def test_a_thin_team() -> None:
    class Thin:
        """Client with one team of few fields."""

        def team(self, team_id: int) -> TeamExtended:
            return TeamExtended(
                id=team_id, default_ruleset_id=9, leader=UserCompact(username="[deleted user]")
            )

    client: Any = Thin()
    subject = load_team(client, ThingPlace("team", "3"))
    assert subject.heading.title == "Team 3"
    assert subject.heading.badges == ()
    assert subject.heading.facts[0] == ("Leader: [deleted user]", "")
    assert (subject.mode, subject.html) == ("osu", "")
    rows = load_members(client, subject.members, member_columns(lambda _code: None)).rows
    assert len(rows) == 1
