"""Team: its load, header and figures, and its place in the ranking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.api.cursor import Cursor
from osubrowser.api.errors import NotFound
from osubrowser.models.players.profile import Figure
from osubrowser.models.rankings.rankings import PAGE_SIZE
from osubrowser.models.text.dates import day
from osubrowser.models.text.heading import Heading
from osubrowser.services.places.places import (
    LAST_PAGE,
    MODE_NAMES,
    MODES,
    RankingsPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.urls import address
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.rankings import TeamRankings
    from osubrowser.api.entities.team_pages import TeamExtended, TeamRulesetStatistics
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.services.places.places import Place

_MOST_PP: Final = 1e15
MOST_PAGES: Final = 12
"""Pages of the ranking that are loaded at most to find a team."""


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Member of a team.

    Attributes:
        user: the player.
        is_leader: whether they lead the team.
    """

    user: UserCompact
    is_leader: bool = False


@dataclass(frozen=True, slots=True)
class TeamSubject:
    """Team with the texts of its header.

    Attributes:
        team: the team.
        heading: the texts of the header.
        members: its members, the leader first.
        html: its description as HTML, not sanitised; "" for none.
        mode: API name of its own ruleset.
        figures: its figures in that ruleset.
    """

    team: TeamExtended
    heading: Heading
    members: tuple[TeamMember, ...]
    html: str
    mode: str
    figures: tuple[Figure, ...]

    @property
    def name(self) -> str:
        """Name of the team."""
        return self.heading.title


def load_team(client: Client, place: Place) -> TeamSubject:
    """Load a team (`teams/{team}`); blocks, for a worker.

    Args:
        client: the API client.
        place: the `ThingPlace` of a team.

    Raises:
        NotFound: there is no such team.
        OsuError: as the client raises it.
    """
    if not isinstance(place, ThingPlace) or not place.key.isdecimal():
        raise NotFound("not a team")
    team = client.team(int(place.key))
    leader = () if team.leader is None else (TeamMember(team.leader, is_leader=True),)
    others = sorted(team.members, key=lambda user: plain(user.username).casefold())
    members = (*leader, *(TeamMember(user) for user in others))
    mode = _mode(team.default_ruleset_id)
    return TeamSubject(
        team,
        _heading(team, len(members), mode),
        members,
        _html(team.description),
        mode,
        figures_of(team.statistics, len(members)),
    )


def load_figures(client: Client, team_id: int, mode: str, members: int) -> tuple[Figure, ...]:
    """Load the figures of a team in a ruleset (`teams/{team}/{ruleset}`); blocks, for a worker.

    Args:
        client: the API client.
        team_id: id of the team.
        mode: API name of the ruleset.
        members: number of its members.

    Raises:
        OsuError: as the client raises it.
    """
    return figures_of(client.team(team_id, mode=mode).statistics, members)


def figures_of(statistics: TeamRulesetStatistics | None, members: int) -> tuple[Figure, ...]:
    """Return the figures of a team in a ruleset; those of a ruleset that no member plays are –."""
    pp = statistics.performance if statistics is not None else None
    score = statistics.ranked_score if statistics is not None else None
    plays = statistics.play_count if statistics is not None else None
    return (
        Figure("performance", tr("Performance"), _number(pp), pp, "" if pp is None else "pp"),
        Figure(
            "ranked_score", tr("Ranked score"), _number(score), _float(score), _each(score, members)
        ),
        Figure("play_count", tr("Plays"), _number(plays), _float(plays), _each(plays, members)),
        Figure("members", tr("Members"), numerals.whole(members), float(members)),
    )


def find_place(client: Client, team_id: int, mode: str) -> RankingsPlace:
    """Find a team in the ranking of its ruleset; blocks, for a worker.

    Sources: `teams/{team}/{ruleset}`, and at most `MOST_PAGES` pages of `rankings/{ruleset}/team`,
    which is ordered by performance.

    Returns:
        The ranking at the team's place.

    Raises:
        NotFound: the team is not in the ranking.
        OsuError: as the client raises it.
    """
    statistics = client.team(team_id, mode=mode).statistics
    wanted = statistics.performance if statistics is not None else None
    if not wanted:
        raise NotFound("no member of the team plays this ruleset")
    low, high = 1, LAST_PAGE
    for _ in range(MOST_PAGES):
        if low > high:
            break
        number = (low + high) // 2
        page = _ranking(client, mode, number)
        known = _known_pages(page)
        high = min(high, known)
        rank = _rank_in(page, team_id, number)
        if rank is not None:
            return RankingsPlace(mode, "team", page=number, rank=rank, current=rank)
        lines = page.ranking
        if not lines or lines[0].performance < wanted:
            high = min(high, number - 1)
        elif lines[-1].performance > wanted or lines[-1].performance == wanted:
            low = number + 1
        else:
            high = number - 1
    raise NotFound("the team is not in the ranking")


def _ranking(client: Client, mode: str, number: int) -> TeamRankings:
    cursor = Cursor(page=number) if number > 1 else None
    return client.ranking(mode, "team", cursor=cursor)


def _known_pages(page: TeamRankings) -> int:
    total = page.total
    return LAST_PAGE if not total else max(1, -(-total // PAGE_SIZE))


def _rank_in(page: TeamRankings, team_id: int, number: int) -> int | None:
    first = (number - 1) * PAGE_SIZE + 1
    return next(
        (first + at for at, line in enumerate(page.ranking) if line.team_id == team_id), None
    )


# --- texts --------------------------------------------------------------------------------------


def _heading(team: TeamExtended, members: int, mode: str) -> Heading:
    leader = team.leader
    led: tuple[tuple[str, str], ...] = ()
    if leader is not None and leader.username:
        there = address(UserPlace(leader.id)) if leader.id and not leader.is_deleted else ""
        led = ((tr("Leader: {player}").format(player=plain(leader.username, 40)), there),)
    founded = (
        tr("Founded {day}").format(day=day(team.created_at)) if team.created_at is not None else ""
    )
    facts = (*led, (founded, ""), (MODE_NAMES[mode], ""), (_places(team), ""))
    badges = (plain(team.short_name, 12), _recruiting(team))
    statistics = team.statistics
    performance = _number(statistics.performance if statistics is not None else None)
    return Heading(
        plain(team.name, 100) or tr("Team {id}").format(id=team.id),
        badges=tuple(filter(None, badges)),
        facts=tuple(fact for fact in facts if fact[0]),
        figures=((tr("Members"), numerals.whole(members)), (tr("Performance"), performance)),
        cover=team.cover_url or None,
        picture=team.flag_url or None,
    )


def _recruiting(team: TeamExtended) -> str:
    if team.is_open is None:
        return ""
    return tr("Open to new members") if team.is_open else tr("Closed to new members")


def _places(team: TeamExtended) -> str:
    return (
        tr("%n place(s) free", "", team.empty_slots)
        if team.empty_slots > 0
        else tr("No place free")
    )


def _html(description: str | None) -> str:
    from osubrowser.services.richtext.bbcode import bbcode_html

    return bbcode_html(description) if description and description.strip() else ""


def _mode(number: int | None) -> str:
    return MODES[number] if number is not None and 0 <= number < len(MODES) else MODES[0]


def _number(value: float | None) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, int):
        return numerals.whole(value)
    return numerals.whole(value) if abs(value) < _MOST_PP else numerals.significant(value, 3)


def _float(value: int | None) -> float | None:
    return None if value is None else float(min(value, 10**300))


def _each(value: int | None, members: int) -> str:
    return (
        ""
        if value is None or members < 1
        else tr("{value} a member").format(value=numerals.whole(value // members))
    )
